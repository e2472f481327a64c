"""`penalty assess`: a case from a file."""

from __future__ import annotations

from pathlib import Path

import click

from penalty_engine.cli.codes import for_status
from penalty_engine.cli.options import benchmark_option, engine_options, json_option, make
from penalty_engine.cli.session import Session
from penalty_engine.cli.terminal import new_page, show, write_data


def build(session: Session) -> click.Command:
    """The command."""

    def run(file: str, benchmark: str | None, as_json: bool, rules: Path | None, network: str | None) -> int:
        from penalty_engine.cli.case_file import assessed

        engine = session.engine(rules, network)
        case, assessment = assessed(engine, file, benchmark)
        if as_json:
            write_data(assessment.to_json(lang=session.data_lang, indent=2) + "\n")
        else:
            from penalty_engine.cli.answer import Answer

            page = new_page(session.drawing)
            Answer(page, session, engine.rulebook).full(assessment, case)
            show(page)
        return for_status(assessment.status)

    file = click.Argument(["file"], metavar=session.say("meta-case-file"), type=click.Path(allow_dash=True))
    params = [file, benchmark_option(session), json_option(session), *engine_options(session)]
    return make(session, "assess", run, params)
