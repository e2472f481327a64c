"""`penalty explain`: the trace of a case in sentences, each with its article."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from penalty_engine.cli.codes import for_status
from penalty_engine.cli.options import benchmark_option, engine_options, json_option, make
from penalty_engine.cli.session import Session
from penalty_engine.cli.terminal import Page, new_page, show, write_data

if TYPE_CHECKING:
    from penalty_engine.engine import Engine
    from penalty_engine.reasons.explain import Explanation
    from penalty_engine.reasons.sentences import Sentence

_BULLET = "· "
_DEEPEST_HEADING = 2  # below that a heading stands among sentences


def build(session: Session) -> click.Command:
    """The command."""

    def run(
        file: str,
        act: int | None,
        benchmark: str | None,
        as_json: bool,
        rules: Path | None,
        network: str | None,
    ) -> int:
        return _explain(session, session.engine(rules, network), file, act, benchmark, as_json)

    params: list[click.Parameter] = [
        click.Argument(["file"], metavar=session.say("meta-case-file"), type=click.Path(allow_dash=True)),
        click.Option(
            ["--act"], type=int, metavar=session.say("meta-number"), help=session.say("help-opt-act")
        ),
        benchmark_option(session),
        json_option(session),
        *engine_options(session),
    ]
    return make(session, "explain", run, params)


def _explain(
    session: Session, engine: Engine, file: str, act: int | None, benchmark: str | None, as_json: bool
) -> int:
    import json

    from penalty_engine.cli.case_file import assessed
    from penalty_engine.reasons.explain import explain_assessment

    case, assessment = assessed(engine, file, benchmark)
    count = len(assessment.acts)
    if act is not None and not 1 <= act <= count:
        raise click.UsageError(session.say("explain-no-such-act", number=act, count=count))
    found = explain_assessment(engine.rulebook, case, assessment, None if act is None else act - 1)
    if as_json:
        data = found.to_dict(session.data_lang)
        write_data(json.dumps(data, ensure_ascii=False, indent=2) + "\n")
        return for_status(assessment.status)
    page = new_page(session.drawing)
    write(page, session, found)
    if act is not None and count > 1:
        page.gap()
        page.text(session.say("explain-other-acts", count=count), "dim")
    show(page)
    return for_status(assessment.status)


def write(page: Page, session: Session, found: Explanation) -> None:
    """The explanation on a page: a heading for each part, below it its sentences, indented as they follow."""
    for sentence in found.sentences:
        page.gap()
        _part(page, session, sentence, 0)


def _part(page: Page, session: Session, sentence: Sentence, depth: int, above: str = "") -> None:
    """A sentence and what is told below it. ``above``: the kind of sentence it stands below."""
    lang = session.lang
    if sentence.kind == "heading":
        if depth < _DEEPEST_HEADING:
            page.gap()
        page.text(sentence.told(lang), "bold", indent=2 * max(depth - 1, 0))
    elif sentence.kind == "law-text":
        text = session.say("explain-law-text", text=sentence.told(lang))
        page.text(text, "dim", indent=2 * depth)
    else:
        own_basis = above != "clause"  # the clause itself stands above
        page.text(_BULLET + sentence.told(lang, own_basis), indent=2 * (depth - 1), hanging="  ")
    for item in sentence.sentences:
        _part(page, session, item, depth + 1, sentence.kind)
