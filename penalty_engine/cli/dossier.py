"""`penalty dossier`: every paper the procedure of a case requires, with a checklist, in a new folder."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from penalty_engine.cli.codes import for_status
from penalty_engine.cli.options import benchmark_option, engine_options, json_option, make, templates_option
from penalty_engine.cli.session import Session, today
from penalty_engine.cli.terminal import new_page, show, write_data

if TYPE_CHECKING:
    from penalty_engine.assessment import Assessment
    from penalty_engine.case import Case
    from penalty_engine.documents.dossier import Dossier
    from penalty_engine.engine import Engine


def build(session: Session) -> click.Command:
    """The command."""
    from penalty_engine.documents import FORMATS

    def run(as_json: bool, rules: Path | None, network: str | None, out: Path, **told: Any) -> int:
        from penalty_engine.documents.output_folder import check_folder

        check_folder(out)  # before anything is worked out in vain
        engine = session.engine(rules, network)
        case, assessment, made = _made(engine, out, **told)
        if as_json:
            _write_json(session, assessment, made, out)
        else:
            from penalty_engine.cli.dossier_page import DossierPage

            page = new_page(session.drawing)
            DossierPage(page, session, engine.rulebook).write(made, assessment, case, out, today())
            show(page)
        return for_status(assessment.status)

    say = session.say
    folder, formats = click.Path(path_type=Path), click.Choice(list(FORMATS))
    params: list[click.Parameter] = [
        click.Argument(["file"], metavar=say("meta-case"), type=click.Path(allow_dash=True)),
        click.Option(
            ["--out"],
            metavar=say("meta-folder"),
            required=True,
            type=folder,
            help=say("help-opt-dossier-out"),
        ),
        click.Option(["--format", "fmt"], type=formats, default="docx", help=say("help-opt-dossier-format")),
        json_option(session),
        benchmark_option(session),
        templates_option(session),
        *engine_options(session),
    ]
    return make(session, "dossier", run, params)


def _made(
    engine: Engine, out: Path, file: str, fmt: str, benchmark: str | None, templates: Path | None
) -> tuple[Case, Assessment, Dossier]:
    """Make the dossier and write it."""
    from penalty_engine.cli.case_file import assessed
    from penalty_engine.documents import dossier
    from penalty_engine.documents.output_folder import write_folder
    from penalty_engine.resources import templates_folder

    case, assessment = assessed(engine, file, benchmark)
    made = dossier.make(engine, case, assessment, fmt, templates_folder(templates))
    write_folder(out, made.files)
    return case, assessment, made


def _write_json(session: Session, assessment: Assessment, made: Dossier, out: Path) -> None:
    from penalty_engine.cli.dossier_data import dossier_data

    whole = assessment.to_dict(session.data_lang)
    data = {
        "schema": whole["schema"],
        "status": whole["status"],
        "folder": str(out),
        **dossier_data(made, session.data_lang),
        "deadlines": whole["procedure"]["deadlines"],
        "warnings": whole["warnings"],
        "receipt": whole["receipt"],
    }
    write_data(json.dumps(data, ensure_ascii=False, indent=2) + "\n")
