"""`penalty ask`: a case put together question by question."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from penalty_engine.cli import completions
from penalty_engine.cli.codes import for_status
from penalty_engine.cli.options import case_options, engine_options, make
from penalty_engine.cli.session import Session, today
from penalty_engine.cli.terminal import complain, new_page, show, write_data

if TYPE_CHECKING:
    from penalty_engine.case import Case
    from penalty_engine.cli.fine import Request
    from penalty_engine.engine import Engine

_STDOUT = "-"


def build(session: Session) -> click.Command:
    """The command."""
    from penalty_engine.cli.fine import Request

    def run(
        what: tuple[str, ...],
        save: str | None,
        force: bool,
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
        if sys.stdin is None:  # closed by the caller: nobody can answer
            raise click.Abort
        if save not in (None, _STDOUT):
            _refuse_existing(Path(save), force)
        request = Request(
            facts, circumstances, party, on, mitigate, first_violation_exemption, authority, benchmark
        )
        return _ask(session, session.engine(rules, network), " ".join(what), request, save, force)

    params: list[click.Parameter] = [
        click.Argument(
            ["what"],
            nargs=-1,
            required=True,
            metavar=session.say("meta-violation"),
            shell_complete=completions.clauses_and_violations,
        ),
        *case_options(session, asked=True),
        click.Option(["--save"], metavar=session.say("meta-file"), help=session.say("help-opt-save")),
        click.Option(["--force"], is_flag=True, help=session.say("help-opt-force")),
        *engine_options(session),
    ]
    return make(session, "ask", run, params)


def _ask(
    session: Session, engine: Engine, words: str, request: Request, save: str | None, force: bool
) -> int:
    from penalty_engine.cli.answer import Answer
    from penalty_engine.cli.case_from_options import Day, case_for, day_for, engine_words
    from penalty_engine.cli.interview import Interview
    from penalty_engine.cli.lookup import find

    found = find(engine, session, words, "ask")
    if isinstance(found, list):
        complain(found)
        return 2
    if not found.clauses:
        from penalty_engine.cli.entry_page import tell_no_clause

        return tell_no_clause(session, engine, found.violation)
    interview = Interview(session, engine)
    party = request.party or interview.party()
    usual = None if save is not None else day_for(engine.rulebook, found, None, today())
    day = Day(request.on, None) if request.on is not None else interview.day(usual)
    with engine_words():
        case = case_for(session, engine.rulebook, found, request._replace(party=party), day.day)
        case = interview.complete(case)
    assessment = engine.assess(case)
    page = new_page(session.drawing)
    Answer(page, session, engine.rulebook).brief(assessment, day)
    if save == _STDOUT:  # for another program: the answer goes where the questions went
        complain(page.plain().splitlines())
        write_data(_as_yaml(case))
        return for_status(assessment.status)
    show(page)
    if save is not None:
        _save(case, Path(save), force)
        complain([session.say("cli-written", file=save)])
    return for_status(assessment.status)


def _refuse_existing(path: Path, force: bool) -> None:
    """Before a single question is asked, not after the last."""
    from penalty_engine.documents import check_output

    check_output(path, force)


def _save(case: Case, path: Path, force: bool) -> None:
    from penalty_engine.documents import write_output

    write_output(path, _as_yaml(case).encode("utf-8"), force)


def _as_yaml(case: Case) -> str:
    import yaml

    data = {"schema": 1, **case.model_dump(by_alias=True, exclude_defaults=True, exclude_none=True)}
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False)
