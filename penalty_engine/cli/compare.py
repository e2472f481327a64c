"""`penalty compare`: the same case under several benchmarks, side by side."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from penalty_engine.cli import completions
from penalty_engine.cli.codes import NEEDS_FACTS, OK
from penalty_engine.cli.options import engine_options, json_option, make
from penalty_engine.cli.session import Session
from penalty_engine.cli.terminal import new_page, show, write_data

if TYPE_CHECKING:
    from penalty_engine.engine import Engine


def build(session: Session) -> click.Command:
    """The command."""

    def run(
        file: str, benchmarks: tuple[str, ...], as_json: bool, rules: Path | None, network: str | None
    ) -> int:
        return _compare(session, session.engine(rules, network), file, benchmarks, as_json)

    params: list[click.Parameter] = [
        click.Argument(["file"], metavar=session.say("meta-case-file"), type=click.Path(allow_dash=True)),
        click.Option(
            ["--benchmark", "benchmarks"],
            multiple=True,
            metavar=session.say("meta-id"),
            help=session.say("help-opt-benchmarks"),
            shell_complete=completions.benchmarks,
        ),
        json_option(session),
        *engine_options(session),
    ]
    return make(session, "compare", run, params)


def _compare(session: Session, engine: Engine, file: str, names: tuple[str, ...], as_json: bool) -> int:
    from penalty_engine.cli.case_file import assessed
    from penalty_engine.cli.case_from_options import benchmark_id
    from penalty_engine.comparing import compare

    chosen = [benchmark_id(engine.rulebook, name) for name in names]
    case, _ = assessed(engine, file)  # findings name the lines of the file
    found = compare(engine, case, chosen)
    if as_json:
        import json

        data = found.to_dict(session.data_lang)
        write_data(json.dumps(data, ensure_ascii=False, indent=2) + "\n")
    else:
        from penalty_engine.cli.compare_page import ComparisonPage

        page = new_page(session.drawing)
        ComparisonPage(page, session, engine.rulebook).write(found, case)
        show(page)
    return OK if any(item.status == "assessed" for item in found.assessments) else NEEDS_FACTS
