"""`penalty show`: an entry of the catalogue, a clause as the engine holds it, or an item of a register."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from penalty_engine.cli import completions
from penalty_engine.cli.options import day_option, engine_options, make
from penalty_engine.cli.session import Session, today
from penalty_engine.cli.terminal import Page, complain, new_page
from penalty_engine.cli.terminal import show as show_page

if TYPE_CHECKING:
    from penalty_engine.cli.words import Words
    from penalty_engine.engine import Engine
    from penalty_engine.rulebook.catalogue_records import Period, Provenance
    from penalty_engine.rulebook.records import Clause


def build(session: Session) -> click.Command:
    """The command."""

    def run(what: tuple[str, ...], on: date | None, rules: Path | None, network: str | None) -> int:
        return _show(session, session.engine(rules, network), " ".join(what), on)

    argument = click.Argument(
        ["what"],
        nargs=-1,
        required=True,
        metavar=session.say("meta-what"),
        shell_complete=completions.everything,
    )
    return make(session, "show", run, [argument, day_option(session), *engine_options(session)])


def _show(session: Session, engine: Engine, words: str, on: date | None) -> int:
    from penalty_engine.cli.entry_page import EntryPage
    from penalty_engine.cli.lookup import clauses_meant, find, items_meant
    from penalty_engine.cli.register_page import write_item

    page = new_page(session.drawing)
    items = items_meant(engine, words)
    keys = () if items else clauses_meant(engine, words)
    for item in items:
        page.gap()
        write_item(page, session, engine, item, on)
    if not items and not keys:
        found = find(engine, session, words, "show")
        if isinstance(found, list):
            complain(found)
            return 2
        if found.clause is None:
            EntryPage(page, session, engine, on).write(found.violation)
        keys = () if found.clause is None else (found.clause,)
    _write_clauses(page, session, engine, keys, on)
    show_page(page)
    return 0


def _write_clauses(
    page: Page, session: Session, engine: Engine, keys: Sequence[str], on: date | None
) -> None:
    """Every version of each clause: the one in force first, then the newest; of an old one without text a line only."""
    day = on or today()
    for key in keys:
        newest_first = engine.rulebook.clauses[key][::-1]
        ordered = sorted(newest_first, key=lambda clause: not clause.statute.period.covers(day))
        for clause in ordered:
            page.gap()
            mark = _mark(session, clause.statute.period, on)
            if clause.not_obtained is not None and clause is not ordered[0]:
                page.text(session.say("show-no-text", standing=mark), "bold")
            else:
                _Sheet(page, session, engine).write(clause, mark)


def _mark(session: Session, period: Period, on: date | None) -> str:
    """Whether a version is in force on the day asked about, today where none is."""
    from penalty_engine.cli.entry_page import period_words

    day = on or today()
    coming = period.first is not None and period.first > day
    state = "in-force" if period.covers(day) else "coming" if coming else "ended"
    code = f"show-{state}-{'today' if on is None else 'on'}"
    return session.say(code, day=on, period=period_words(session, period))


class _Sheet:
    """One version of one clause on a page."""

    def __init__(self, page: Page, session: Session, engine: Engine) -> None:
        from penalty_engine.cli.words import Words

        self.page = page
        self.session = session
        self.say = session.say
        self.engine = engine
        self.words: Words = Words(engine.rulebook, session)

    def write(self, clause: Clause, mark: str) -> None:
        rulebook, statute = self.engine.rulebook, clause.statute
        title = self.say("cli-statute", title=statute.title)
        self.page.heading(f"{title}{clause.article}", clause.key)
        self.page.text(mark, "bold")
        self.page.text(clause.text or self.say("cli-no-text"), indent=2)
        for quoted in clause.refers_to:
            self._field("label-refers-to", self.say("cli-quoted", article=quoted.article, text=quoted.text))
        self.page.gap()
        label = "label-violation"
        for violation in (rulebook.violations[name] for name in clause.violations):
            self._field(label, f"{violation.name.text(self.session.lang)}  {violation.id}")
            label = ""
        if clause.power:
            bodies = [rulebook.vocabulary.bodies[body].text(self.session.lang) for body in clause.power]
            self._field("label-power", self.say("cli-comma").join(bodies))
        self._structure(clause)
        self.page.gap()
        self._field("label-version", self._period(statute.period))
        if statute.followed_by is not None:
            self._field("label-followed", statute.followed_by.text(self.session.lang))
        self._field("label-source", self._source(clause.source))
        places = [place for name in clause.violations for place in rulebook.violations[name].register]
        if places:
            self._field("label-register", self.say("cli-list").join(dict.fromkeys(places)))
        self._field("label-place", str(clause.place), as_written=True)
        self._field("label-examples", self.say("cli-examples", count=len(clause.examples)))

    def _structure(self, clause: Clause) -> None:
        if clause.not_obtained is not None:
            self._field("label-text-missing", clause.not_obtained.text(self.session.lang))
        if clause.orders:
            self._field(
                "label-orders",
                self.say("cli-list").join(self.words.orders(clause.orders, clause.order_words)),
            )
        if clause.entry is not None:
            text = self.words.condition(clause.entry) + self.say("cli-list") + self.say("cli-entry-otherwise")
            self._field("label-entry", text)
        label = "label-outcome"
        for outcome in clause.outcomes:
            text = self.words.outcome(outcome)
            if getattr(outcome.when, "parts", True):
                text = self.say("cli-if", condition=self.words.condition(outcome.when), text=text)
            self._field(label, text)
            if outcome.note is not None:
                self._field("", outcome.note.text(self.session.lang))
            label = ""
        known = self.engine.rulebook.vocabulary.facts
        facts = [
            self.say("cli-named-fact", label=known[name].label, id=name)
            for name in sorted(clause.used_facts)
            if name in known and not known[name].computed
        ]
        if facts:
            self._field("label-facts-used", self.say("cli-list").join(facts))

    def _period(self, period: Period) -> str:
        first = self.say("cli-first-unknown") if period.first is None else str(period.first)
        text = (
            self.say("cli-in-force-from", first=first)
            if period.last is None
            else self.say("cli-in-force-from-to", first=first, last=period.last)
        )
        if period.first is None and period.last is None:
            text = first
        return (
            text
            if period.verified
            else self.say("cli-period-not-verified", period=text, reason=period.reason or "")
        )

    def _source(self, source: Provenance) -> str:
        if source.verified:
            return self.say("cli-verified", cite=source.cite)
        return self.say("cli-not-verified", cite=source.cite, reason=source.reason or "")

    def _field(self, label: str, text: str, as_written: bool = False) -> None:
        from penalty_engine.cli.words import sentence

        text = text if as_written else sentence(text, self.session.lang)
        self.page.field(self.say(label) if label else "", text, "", 10 if self.session.lang == "zh" else 13)
