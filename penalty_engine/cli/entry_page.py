"""The page of one entry of the catalogue: what it is called, what forbids it, where the register has it, what punishes it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from penalty_engine.cli.session import Session, today
from penalty_engine.cli.standing import in_order_of_use, short_title, standing
from penalty_engine.cli.terminal import Page, new_page, show
from penalty_engine.engine import Engine
from penalty_engine.messages import Message
from penalty_engine.rulebook.catalogue_records import Conflict, Period, Violation
from penalty_engine.rulebook.records import Clause
from penalty_engine.stages.act import has_power


class EntryPage:
    """Writes entries; ``on``: the day for which clauses are said to be in force, today where none is given."""

    def __init__(self, page: Page, session: Session, engine: Engine, on: date | None) -> None:
        self.page = page
        self.session = session
        self.say = session.say
        self.rulebook = engine.rulebook
        self.on = on
        self.day = on or today()

    def write(self, name: str) -> None:
        """The whole page."""
        violation = self.rulebook.violations[name]
        self.page.heading(violation.name.text(self.session.lang), name)
        self._words(violation)
        self.page.gap()
        keys = in_order_of_use(self.rulebook, self.rulebook.by_violation.get(name, ()), self.day)
        if not keys:
            self.page.text(self.say("find-no-clause-held"))
            return
        code = "entry-clauses" if self.on is None else "entry-clauses-on"
        self.page.text(self.say(code, day=self.on), "bold")
        for key in keys:
            self._clause(self.rulebook.clauses[key])
        self._conflicts(keys)
        self.page.gap()
        self.page.text(self.say("entry-compute", id=name), "dim")
        self.page.text(self.say("entry-ask", id=name), "dim")

    def _words(self, violation: Violation) -> None:
        if violation.aliases:
            self._field("entry-aliases", self.say("cli-comma").join(violation.aliases))
        label = "entry-forbidden"
        for quoted in violation.forbidden_by:
            self._field(label, self.say("entry-quoted", **quoted._asdict()))
            label = ""
        label = "register-title"
        for item in self.rulebook.register:
            if violation.id in item.violations:
                self._field(label, self.say("entry-placed", where=item.where, text=item.text))
                if item.note is not None:
                    self._field("", item.note.text(self.session.lang))
                label = ""

    def _clause(self, versions: tuple[Clause, ...]) -> None:
        clause = standing(versions, self.day).clause
        title = self.say("cli-statute", title=short_title(clause.statute))
        self.page.text(f"{title}{clause.article}  {clause.key}", indent=2, hanging="  ")
        for version in versions:
            self.page.text(self._version(version), indent=4, hanging="  ")
        power = self._power(clause)
        if power is not None:
            self.page.text(power.text(self.session.lang), indent=4, hanging="  ")

    def _version(self, clause: Clause) -> str:
        """``2013-07-01 起（现行有效）；条文已核实  file:line``"""
        text = period_words(self.session, clause.statute.period)
        if clause.statute.period.covers(self.day):
            text = self.say("entry-version-today" if self.on is None else "entry-version-on", period=text)
        return f"{self.say('cli-list').join([text, *self._checked(clause)])}  {clause.place}"

    def _checked(self, clause: Clause) -> Iterator[str]:
        """Whether the text was obtained and compared, and whether the days in force were."""
        if clause.not_obtained is not None:
            yield self.say("entry-not-obtained")
        else:
            yield self.say("entry-verified" if clause.source.verified else "entry-not-verified")
        if not clause.statute.period.verified:
            yield self.say("entry-period-not-verified")

    def _power(self, clause: Clause) -> Message | None:
        """Who may punish, where that is not this authority alone."""
        own = self.rulebook.default_authority
        if not clause.power or own is None or not own.powers:
            return None
        if set(clause.power) <= set(own.powers):
            return None
        bodies = [self.rulebook.vocabulary.bodies[body] for body in clause.power]
        code = "entry-power-shared" if has_power(own, clause) else "entry-power-other"
        return Message(code, {"bodies": bodies})

    def _conflicts(self, keys: list[str]) -> None:
        found = [item for item in self.rulebook.conflicts if _concerns(item, keys)]
        if not found:
            return
        self.page.gap()
        self.page.text(self.say("entry-conflicts"), "bold")
        for item in found:
            confirm = Message("entry-to-confirm") if item.confirm else Message("nothing")
            rule = self._rule(item, self._cited([key for key in item.clauses if key in keys]))
            text = self.say("entry-conflict", rule=rule, reason=item.reason, confirm=confirm)
            self.page.text(text, indent=2, hanging="  ")

    def _rule(self, conflict: Conflict, cited: list[Message]) -> Message:
        if conflict.kind == "prevails":
            return Message("entry-prevails", {"first": cited[0], "rest": cited[1:]})
        return Message(f"entry-{conflict.kind}", {"all": cited})

    def _cited(self, keys: list[str]) -> list[Message]:
        """Articles with their statute, which is not said again of the next article."""
        cited, before = [], None
        for key in keys:
            clause = standing(self.rulebook.clauses[key], self.day).clause
            code = "entry-cited-same" if clause.statute.id == before else "entry-cited"
            title = short_title(clause.statute)
            cited.append(Message(code, {"title": title, "article": clause.article}))
            before = clause.statute.id
        return cited

    def _field(self, label: str, text: str) -> None:
        width = 10 if self.session.lang == "zh" else 14
        self.page.field(self.say(label) if label else "", text, "", width)


def tell_no_clause(session: Session, engine: Engine, name: str) -> int:
    """The answer for an entry that no clause punishes; the exit code."""
    page = new_page(session.drawing)
    page.heading(engine.rulebook.violations[name].name.text(session.lang), name)
    page.text(session.say("find-no-clause-here", id=name))
    show(page)
    return 0


def _concerns(conflict: Conflict, keys: list[str]) -> bool:
    """Whether clauses of one entry meet in it; one that prevails must be among them."""
    named = [key for key in conflict.clauses if key in keys]
    return len(named) > 1 and (conflict.kind != "prevails" or conflict.clauses[0] in keys)


def period_words(session: Session, period: Period) -> str:
    """``2013-07-01 起``"""
    first = session.say("cli-first-unknown") if period.first is None else str(period.first)
    if period.last is not None:
        return session.say("cli-in-force-from-to", first=first, last=period.last)
    return first if period.first is None else session.say("cli-in-force-from", first=first)
