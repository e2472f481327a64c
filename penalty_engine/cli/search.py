"""`penalty search`: entries of the catalogue, register items and circumstances by words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from penalty_engine.cli import completions
from penalty_engine.cli.options import day_option, engine_options, make
from penalty_engine.cli.session import Session, today
from penalty_engine.cli.terminal import Page, Span, complain, new_page, show

if TYPE_CHECKING:
    from penalty_engine.engine import Engine
    from penalty_engine.rulebook.circumstance_records import Circumstance

_FEW_ITEMS = 3


def build(session: Session) -> click.Command:
    """The command."""

    def run(words: tuple[str, ...], on: date | None, rules: Path | None, network: str | None) -> int:
        return _search(session, session.engine(rules, network), " ".join(words), on)

    argument = click.Argument(
        ["words"],
        nargs=-1,
        required=True,
        metavar=session.say("meta-words"),
        shell_complete=completions.violations_and_places,
    )
    return make(session, "search", run, [argument, day_option(session), *engine_options(session)])


def _search(session: Session, engine: Engine, words: str, on: date | None) -> int:
    from penalty_engine.cli.lookup import items_meant, nothing_found
    from penalty_engine.search import ALIKE, TEXT

    hits = engine.search(words)
    items = items_meant(engine, words)
    circumstances = _circumstances(engine, words)
    if not (hits or items or circumstances):
        complain(nothing_found(engine, session, words, "search"))
        return 2
    page = new_page(session.drawing)
    if items:
        page.text(session.say("find-in-register"), "bold")
        for item in items:
            page.text(session.say("entry-placed", where=item.where, text=item.text), indent=2, hanging="  ")
        if len(items) > _FEW_ITEMS:  # their entries would fill many screens
            hits = ()
            page.text(session.say("find-open-item", item=items[0].where), "dim")
        if hits:
            page.gap()
    if hits and hits[0].score <= ALIKE:
        page.text(session.say("find-in-texts" if hits[0].score == TEXT else "find-guess", words=words), "dim")
    write_entries(page, session, engine, [hit.violation for hit in hits], on)
    if circumstances:
        page.gap()
        page.text(session.say("cli-circumstances-found"), "bold")
        for circumstance in circumstances:
            _circumstance(page, session, engine, circumstance)
    show(page)
    return 0


def write_entries(
    page: Page, session: Session, engine: Engine, names: Iterable[str], on: date | None
) -> None:
    """Entries, each with the clauses that punish it, and what it means that nothing is said of a clause."""
    unmarked = [_entry(page, session, engine, name, on or today()) for name in names]
    if any(unmarked):
        page.gap()
        code = "find-unmarked-today" if on is None else "find-unmarked-on"
        page.text(session.say(code, day=on), "dim")


def _entry(page: Page, session: Session, engine: Engine, name: str, day: date) -> bool:
    """One entry, its clauses in force on `day` first; whether there are any of these."""
    from penalty_engine.cli.standing import in_order_of_use, short_title, standing

    rulebook = engine.rulebook
    page.heading(rulebook.violations[name].name.text(session.lang), name)
    keys = in_order_of_use(rulebook, rulebook.by_violation.get(name, ()), day)
    if not keys:
        page.text(session.say("find-no-clause-held"), indent=2)
    unmarked = False
    for key in keys:
        found = standing(rulebook.clauses[key], day)
        unmarked = unmarked or found.in_force
        title = session.say("cli-statute", title=short_title(found.clause.statute))
        remark = "" if found.remark is None else f"  {found.remark.text(session.lang)}"
        page.text(f"{title}{found.clause.article}  {key}{remark}", indent=2, hanging="  ")
    return unmarked


def _circumstances(engine: Engine, words: str) -> list[Circumstance]:
    from penalty_engine.search.folding import fold

    wanted = fold(words).split()
    found = []
    for item in engine.rulebook.circumstances.values():
        text = fold(f"{item.id} {item.name.zh} {item.name.en} {item.effect}")
        if wanted and all(word in text for word in wanted):
            found.append(item)
    return found


def _circumstance(page: Page, session: Session, engine: Engine, item: Circumstance) -> None:
    from penalty_engine.cli.words import Words

    effect = Words(engine.rulebook, session).effect(item.effect, item.force, item.mitigates)
    page.spans(Span("  "), Span(item.id, "bold cyan"))
    page.text(session.say("cli-circumstance-hit", name=item.name, effect=effect), indent=4)
