"""`penalty search`: clauses, violations and circumstances by words."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from penalty_engine.cli.options import engine_options, make
from penalty_engine.cli.session import Session, today
from penalty_engine.cli.terminal import Page, Span, new_page, show

if TYPE_CHECKING:
    from penalty_engine.engine import Engine
    from penalty_engine.rulebook.records import Circumstance


def build(session: Session) -> click.Command:
    """The command."""

    def run(words: tuple[str, ...], rules: Path | None, network: str | None) -> int:
        return _search(session, session.engine(rules, network), " ".join(words))

    argument = click.Argument(["words"], nargs=-1, required=True, metavar=session.say("meta-words"))
    return make(session, "search", run, [argument, *engine_options(session)])


def _search(session: Session, engine: Engine, words: str) -> int:
    from penalty_engine.cli.lookup import nothing_found

    hits = engine.search(words)
    circumstances = _circumstances(engine, words)
    if not hits and not circumstances:
        from penalty_engine.cli.terminal import complain

        complain(nothing_found(engine, session, words, "search"))
        return 2
    page = new_page(session.drawing)
    for hit in hits:
        _clause(page, session, engine, hit.clause)
    if circumstances:
        page.gap()
        page.text(session.say("cli-circumstances-found"), "bold")
        for item in circumstances:
            _circumstance(page, session, engine, item)
    show(page)
    return 0


def _clause(page: Page, session: Session, engine: Engine, key: str) -> None:
    clause = engine.rulebook.clauses[key][-1]
    violation = engine.rulebook.violations[clause.violation]
    page.spans(Span(key, "bold cyan"))
    page.text(
        f"{session.say('cli-statute', title=clause.statute.title)}{clause.article}  {_status(session, engine, key)}",
        indent=2,
    )
    page.text(f"{violation.name.text(session.lang)}  {violation.id}", indent=2)


def _status(session: Session, engine: Engine, key: str) -> str:
    """Whether the clause is in force today."""
    day, versions = today(), engine.rulebook.clauses[key]
    if any(version.statute.period.covers(day) for version in versions):
        return session.say("cli-status-in-force")
    coming = [
        first for version in versions if (first := version.statute.period.first) is not None and first > day
    ]
    if coming:
        return session.say("cli-status-coming", day=min(coming))
    return session.say("cli-status-ended", day=versions[-1].statute.period.last)


def _circumstances(engine: Engine, words: str) -> list[Circumstance]:
    from penalty_engine.search import normalised

    wanted = normalised(words).split()
    found = []
    for item in engine.rulebook.circumstances.values():
        text = normalised(f"{item.id} {item.name.zh} {item.name.en} {item.effect}")
        if wanted and all(word in text for word in wanted):
            found.append(item)
    return found


def _circumstance(page: Page, session: Session, engine: Engine, item: Circumstance) -> None:
    from penalty_engine.cli.words import Words

    effect = Words(engine.rulebook, session).effect(item.effect, item.force, item.mitigates)
    page.spans(Span("  "), Span(item.id, "bold cyan"))
    page.text(session.say("cli-circumstance-hit", name=item.name, effect=effect), indent=4)
