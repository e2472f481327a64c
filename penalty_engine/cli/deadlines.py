"""`penalty deadlines`: the time limits of a case, as a page, as JSON, as a calendar."""

from __future__ import annotations

import json
import os
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from penalty_engine.cli.codes import for_status
from penalty_engine.cli.layout import inert
from penalty_engine.cli.options import day_option, engine_options, json_option, make
from penalty_engine.cli.session import Session, today
from penalty_engine.cli.terminal import complain, new_page, show, write_data

if TYPE_CHECKING:
    from penalty_engine.assessment import Assessment
    from penalty_engine.case import Case
    from penalty_engine.engine import Engine


def build(session: Session) -> click.Command:
    """The command."""

    def run(ics: str | None, as_json: bool, rules: Path | None, network: str | None, **told: Any) -> int:
        if as_json and ics == "-":
            raise click.UsageError(session.say("cli-one-output"))
        return _deadlines(session, session.engine(rules, network), as_json, ics, **told)

    say = session.say
    on = day_option(session)
    on.help = say("help-opt-on-deadlines")
    params: list[click.Parameter] = [
        click.Argument(["file"], metavar=say("meta-case-file"), type=click.Path(allow_dash=True)),
        json_option(session),
        click.Option(["--ics"], metavar=say("meta-file"), help=say("help-opt-ics")),
        click.Option(["--force"], is_flag=True, help=say("help-opt-force")),
        on,
        *engine_options(session),
    ]
    return make(session, "deadlines", run, params)


def _deadlines(
    session: Session, engine: Engine, as_json: bool, ics: str | None, file: str, force: bool, on: date | None
) -> int:
    from penalty_engine.cli.case_file import assessed, is_same_file
    from penalty_engine.documents.errors import OutputError

    case, assessment = assessed(engine, file)
    if ics is not None:
        if is_same_file(ics, file):
            raise OutputError("output-is-the-case", path=ics)
        _calendar(session, case, assessment, ics, force)
    if as_json:
        write_data(json.dumps(_data(session, case, assessment), ensure_ascii=False, indent=2) + "\n")
    elif ics != "-":
        from penalty_engine.cli.deadlines_page import DeadlinesPage

        page = new_page(session.drawing)
        DeadlinesPage(page, session, engine.rulebook).write(assessment, case, on or today())
        show(page)
    return for_status(assessment.status)


def _calendar(session: Session, case: Case, assessment: Assessment, out: str, force: bool) -> None:
    """The calendar to a file, or to standard output."""
    from penalty_engine.documents.errors import OutputError
    from penalty_engine.documents.output import write_output
    from penalty_engine.icalendar_export import deadlines_calendar

    data = deadlines_calendar(case, assessment, session.data_lang)
    if out == "-":
        write_data(data.decode("utf-8"))
        return
    if out.endswith(("/", os.sep)):
        raise OutputError("output-is-a-folder", path=out)
    write_output(Path(out), data, force)
    complain([session.say("cli-written", file=inert(out))])


def _data(session: Session, case: Case, assessment: Assessment) -> dict[str, Any]:
    """The part of the assessment that is about time limits, in its own form."""
    whole = assessment.to_dict(session.data_lang)
    told = {item.text(session.data_lang).strip() for item in assessment.procedure.remarks}
    return {
        "schema": whole["schema"],
        "status": whole["status"],
        "case_no": case.case_no,
        "deadlines": whole["procedure"]["deadlines"],
        "surcharge": whole["procedure"]["surcharge"],
        "warnings": [item for item in whole["warnings"] if item["text"] in told],
        "receipt": whole["receipt"],
    }
