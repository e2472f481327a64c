"""`penalty check`: a decision held against the rules."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from penalty_engine.cli.codes import FAULT, NEEDS_FACTS, OK
from penalty_engine.cli.options import engine_options, json_option, make
from penalty_engine.cli.session import Session
from penalty_engine.cli.terminal import new_page, show, write_data
from penalty_engine.diagnostics import Diagnostic, Place
from penalty_engine.errors import CaseError
from penalty_engine.rulebook.source import MAX_BYTES

if TYPE_CHECKING:
    from penalty_engine.checking import ReadDecision

_CODES = {"sound": OK, "faulty": FAULT, "needs-facts": NEEDS_FACTS}


def build(session: Session) -> click.Command:
    """The command."""

    def run(file: str, as_json: bool, rules: Path | None, network: str | None) -> int:
        from penalty_engine.checking import check

        engine = session.engine(rules, network)
        found = _read(file)
        result = check(engine, found)
        if as_json:
            write_data(result.to_json(lang=session.data_lang, indent=2) + "\n")
        else:
            from penalty_engine.cli.check_page import CheckPage

            page = new_page(session.drawing)
            CheckPage(page, session, engine.rulebook).write(found, result)
            show(page)
        return _CODES[result.status]

    file = click.Argument(["file"], metavar=session.say("meta-decision"), type=click.Path(allow_dash=True))
    return make(session, "check", run, [file, json_option(session), *engine_options(session)])


def _read(file: str) -> ReadDecision:
    """The decision of a file, of standard input for ``-``. Raises CaseError."""
    from penalty_engine.checking import read_decision, read_decision_bytes

    if file != "-":
        return read_decision(file)
    if sys.stdin is None:  # closed by the caller
        raise CaseError([Diagnostic("no-stdin", Place("<stdin>"))])
    return read_decision_bytes(sys.stdin.buffer.read(MAX_BYTES + 1), "<stdin>")
