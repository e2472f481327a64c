"""`penalty fine`: what fine applies to a violation, on the spot."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from penalty_engine.cli import completions
from penalty_engine.cli.codes import for_status
from penalty_engine.cli.options import case_options, engine_options, json_option, make
from penalty_engine.cli.session import Session, today
from penalty_engine.cli.terminal import complain, new_page, show, write_data

if TYPE_CHECKING:
    from penalty_engine.engine import Engine


class Request(NamedTuple):
    """The options as given."""

    facts: tuple[str, ...]
    circumstances: tuple[str, ...]
    party: str | None
    on: date | None
    mitigate: bool
    first_violation_exemption: bool
    authority: str | None
    benchmark: str | None = None


def build(session: Session) -> click.Command:
    """The command."""

    def run(
        what: tuple[str, ...],
        as_json: bool,
        rules: Path | None,
        network: str | None,
        facts: tuple[str, ...],
        circumstances: tuple[str, ...],
        party: str | None,
        on: date | None,
        mitigate: bool,
        first_violation_exemption: bool,
        authority: str | None,
        benchmark: str | None,
    ) -> int:
        request = Request(
            facts, circumstances, party, on, mitigate, first_violation_exemption, authority, benchmark
        )
        return _fine(session, session.engine(rules, network), " ".join(what), request, as_json)

    params: list[click.Parameter] = [
        click.Argument(
            ["what"],
            nargs=-1,
            required=True,
            metavar=session.say("meta-what"),
            shell_complete=completions.clauses_and_violations,
        ),
        *case_options(session),
        json_option(session),
        *engine_options(session),
    ]
    return make(session, "fine", run, params)


def _fine(session: Session, engine: Engine, words: str, request: Request, as_json: bool) -> int:
    from penalty_engine.cli.answer import Answer
    from penalty_engine.cli.case_from_options import case_for, day_for, engine_words
    from penalty_engine.cli.lookup import find

    found = find(engine, session, words)
    if isinstance(found, list):
        complain(found)
        return 2
    if not found.clauses and not as_json:
        from penalty_engine.cli.entry_page import tell_no_clause

        return tell_no_clause(session, engine, found.violation)
    day = day_for(engine.rulebook, found, request.on, today())
    case = case_for(session, engine.rulebook, found, request, day.day)
    with engine_words():
        assessment = engine.assess(case)
    if as_json:
        write_data(assessment.to_json(lang=session.data_lang, indent=2) + "\n")
    else:
        page = new_page(session.drawing)
        answer = Answer(page, session, engine.rulebook)
        answer.brief(assessment, day)
        show(page)
    return for_status(assessment.status)
