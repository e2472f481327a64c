"""`penalty show`: one clause as the engine holds it: text, structure, versions, provenance, place."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from penalty_engine.cli import completions
from penalty_engine.cli.options import engine_options, make
from penalty_engine.cli.session import Session
from penalty_engine.cli.terminal import Page, complain, new_page
from penalty_engine.cli.terminal import show as show_page

if TYPE_CHECKING:
    from penalty_engine.cli.words import Words
    from penalty_engine.engine import Engine
    from penalty_engine.rulebook.records import Clause, Period, Provenance


def build(session: Session) -> click.Command:
    """The command."""

    def run(clause: tuple[str, ...], rules: Path | None, network: str | None) -> int:
        return _show(session, session.engine(rules, network), " ".join(clause))

    argument = click.Argument(
        ["clause"],
        nargs=-1,
        required=True,
        metavar=session.say("meta-clause"),
        shell_complete=completions.clauses_and_violations,
    )
    return make(session, "show", run, [argument, *engine_options(session)])


def _show(session: Session, engine: Engine, words: str) -> int:
    from penalty_engine.cli.lookup import find

    found = find(engine, session, words, "show")
    if isinstance(found, list):
        complain(found)
        return 2
    page = new_page(session.drawing)
    for key in found.clauses:
        for clause in engine.rulebook.clauses[key]:
            page.gap()
            _Sheet(page, session, engine).write(clause)
    show_page(page)
    return 0


class _Sheet:
    """One version of one clause on a page."""

    def __init__(self, page: Page, session: Session, engine: Engine) -> None:
        from penalty_engine.cli.words import Words

        self.page = page
        self.session = session
        self.say = session.say
        self.engine = engine
        self.words: Words = Words(engine.rulebook, session)

    def write(self, clause: Clause) -> None:
        rulebook, statute = self.engine.rulebook, clause.statute
        title = self.say("cli-statute", title=statute.title)
        self.page.heading(f"{title}{clause.article}", clause.key)
        self.page.text(clause.text, indent=2)
        self.page.gap()
        violation = rulebook.violations[clause.violation]
        self._field("label-violation", f"{violation.name.text(self.session.lang)}  {violation.id}")
        self._structure(clause)
        self.page.gap()
        self._field("label-version", self._period(statute.period))
        if statute.followed_by is not None:
            self._field("label-followed", statute.followed_by.text(self.session.lang))
        self._field("label-source", self._source(clause.source))
        if violation.register:
            self._field("label-register", self.say("cli-list").join(violation.register))
        self._field("label-place", str(clause.place), as_written=True)
        self._field("label-examples", self.say("cli-examples", count=len(clause.examples)))

    def _structure(self, clause: Clause) -> None:
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
