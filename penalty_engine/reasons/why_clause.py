"""Why a clause did not apply to an act, and why something that clauses impose was not imposed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from penalty_engine.assessment import Finding
from penalty_engine.messages import Message, Names
from penalty_engine.reasons import subjects as kinds
from penalty_engine.reasons.answers import Answer, Ground, failing
from penalty_engine.reasons.change import Change, day_change, violation_change
from penalty_engine.reasons.remedies import Remedy, Seeker
from penalty_engine.reasons.situation import Situation
from penalty_engine.reasons.solving import smallest_changes
from penalty_engine.reasons.subjects import Subject
from penalty_engine.reasons.tests_in_play import goes_with_a_tier
from penalty_engine.reasons.wording import Text, money_words, named, span_words
from penalty_engine.rulebook.conditions import ALWAYS, AllOf, Condition, FactTest
from penalty_engine.rulebook.records import Clause, Outcome

_FEW = 5  # names in a sentence
_NO_LAW = frozenset({"before-in-force", "after-in-force", "between-versions"})


class Carrier(NamedTuple):
    """A clause that can impose what was asked about, and under which conditions it does."""

    clause: Clause
    conditions: tuple[tuple[Condition, str], ...]  # with the place of each

    @property
    def when(self) -> Condition:
        return AllOf(tuple(condition for condition, _ in self.conditions))


class WhyClause:
    """One clause held against one act."""

    def __init__(self, situation: Situation, subject: Subject, number: int) -> None:
        self.situation, self.subject, self.number = situation, subject, number
        self.book = situation.rulebook
        self.seeker = Seeker(situation, subject, number, (number,))
        self.versions = self.book.clauses[subject.id]

    def answer(self) -> Answer:
        """See `why_not`."""
        act = self.situation.act(self.number)
        finding = next((item for item in act.findings if item.clause == self.subject.id), None)
        if finding is None:
            return self._not_looked_at()
        holds = self.seeker.holds(self.situation.assessment)
        if holds:
            return self._answer(holds, self._applied(finding), finding.place)
        code = finding.reason.code if finding.reason is not None else ""
        if finding.set_aside_by is not None:
            return self._answer(
                holds, self._set_aside(finding), finding.place, remedies=self._higher(finding)
            )
        if code in _NO_LAW:
            return self._not_in_force(finding.reason)
        if finding.missing_facts:
            return self._undecided(finding)
        if code == "entry-fails":
            return self._entry_fails(finding)
        return self._answer(holds, _not_applied(finding), finding.place)

    def _answer(
        self,
        holds: bool | None,
        text: Text,
        place: str,
        grounds: tuple[Ground, ...] = (),
        remedies: tuple[Remedy, ...] | None = None,
    ) -> Answer:
        return Answer(self.subject, self.number, holds, text, place, grounds, remedies)

    def _applied(self, finding: Finding) -> Text:
        act = self.situation.act(self.number)
        if finding.status == "exempt" and act.exemption is not None:
            return Message("why-clause-exempt", {"basis": act.exemption.basis})
        if not finding.fines:
            status = named("reason-status", finding.status)
            reason = finding.reason if finding.reason is not None else Message("nothing")
            return Message("why-clause-no-fine", {"status": status, "reason": reason})
        sums = [
            Message(
                "why-fine",
                {
                    "target": named("reason-target", fine.target),
                    "range": span_words(fine.minimum, fine.maximum),
                    "sum": money_words(fine.recommended),
                },
            )
            for fine in finding.fines
        ]
        return Message("why-clause-fined", {"fines": Message("reason-all", {"parts": sums})})

    def _set_aside(self, finding: Finding) -> Text:
        other = next(
            (
                item
                for item in self.situation.act(self.number).findings
                if item.clause == finding.gives_way_to
            ),
            None,
        )
        if other is None or not (finding.alternative and other.fines):
            return _not_applied(finding)
        params = {
            "reason": _not_applied(finding),
            "own": money_words(max(fine.maximum for fine in finding.alternative)),
            "other": money_words(max(fine.maximum for fine in other.fines)),
        }
        return Message("why-clause-lower", params)

    def _higher(self, finding: Finding) -> tuple[Remedy, ...] | None:
        """What would make the clause that gave way to a higher fine the one that is applied."""
        prevails = {item.id for item in self.book.conflicts if item.kind == "prevails"}
        return None if finding.set_aside_by in prevails else self.seeker.searched()

    def _not_looked_at(self) -> Answer:
        """The clause is no candidate: the act is another violation, or the case names another clause for it."""
        act, case_act = self.situation.act(self.number), self.situation.case.acts[self.number]
        newest = self.versions[-1]
        own = {name for version in self.versions for name in version.violations}
        if act.violation in own and case_act.clause not in (None, self.subject.id):
            change = violation_change(self.book, self.situation.case, self.number, act.violation)
            text = Message("why-clause-not-named", {"named": case_act.clause})
            return self._answer(False, text, str(newest.place), remedies=self.seeker.tried([(change,)]))
        if act.violation in own:
            return self._not_in_force(self._why_no_law())
        params = {
            "act": act.violation_name,
            "violations": [self.book.violations[name].name for name in newest.violations],
        }
        return self._answer(False, Message("why-other-violation", params), str(newest.place))

    def _why_no_law(self) -> Text:
        """Why a clause on this violation was passed over: not law where the authority acts, or not on the day that counts."""
        statute, authority = self.versions[-1].statute, self.situation.authority
        compared = self.situation.act(self.number).milder_law
        if compared is not None and compared.applied == "decision":
            return Message("why-milder-law", {"day": compared.at_decision.day})
        if statute.jurisdiction not in authority.jurisdictions:
            return Message("not-in-jurisdiction", {"statute": statute.title, "authority": authority.name})
        return Message("why-day-outside", {"day": self.situation.case.timeline.conduct_to})

    def _not_in_force(self, reason: Text | None) -> Answer:
        """The days on which it is in force, and the nearest of them."""
        periods = [self._period(version) for version in self.versions if version.not_obtained is None]
        params = {"reason": reason, "periods": periods or [Message("reason-nothing")]}
        clause = self._nearest()
        text, place = Message("why-not-in-force", params), str(clause.place)
        return self._answer(False, text, place, self._entry(clause), self.seeker.tried(self._days()) or None)

    def _period(self, version: Clause) -> Text:
        first, last = version.statute.period.first, version.statute.period.last
        begins: Text = Message("cli-first-unknown") if first is None else str(first)
        if last is None:
            return Message("cli-in-force-from", {"first": begins})
        return Message("cli-in-force-from-to", {"first": begins, "last": str(last)})

    def _days(self) -> Iterator[tuple[Change, ...]]:
        """The act ended on the nearest day on which some version was in force; it began no later."""
        case, day = self.situation.case, self.situation.case.timeline.conduct_to
        held = [item.statute.period for item in self.versions if item.not_obtained is None]
        nearest = [min(max(day, item.first or date.min), item.last or date.max) for item in held]
        for near in sorted(nearest, key=lambda item: abs((item - day).days)):
            moved = (day_change(case, "conduct_to", near),)
            begun = case.timeline.conduct_from
            yield (
                moved if begun is None or begun <= near else (*moved, day_change(case, "conduct_from", near))
            )

    def _nearest(self) -> Clause:
        """The version whose conditions are told where none was in force."""
        return next(
            (item for item in reversed(self.versions) if item.not_obtained is None), self.versions[-1]
        )

    def _entry(self, clause: Clause) -> tuple[Ground, ...]:
        """What the clause presupposes, where that does not hold."""
        facts = self.situation.facts[self.number]
        tests = failing(self.book, clause.entry, facts) if clause.entry is not None else ()
        if not tests:
            return ()
        return (Ground(Message("why-ground-entry"), clause.article, str(clause.place), tests),)

    def _undecided(self, finding: Finding) -> Answer:
        known = self.book.vocabulary.facts
        labels = [known[name].label for name in finding.missing_facts]
        clause = self._version(finding)
        return self._answer(
            None,
            Message("why-undecided", {"facts": labels}),
            finding.place,
            self._entry(clause),
            self.seeker.tried(self._sets(clause)) or None,
        )

    def _entry_fails(self, finding: Finding) -> Answer:
        clause = self._version(finding)
        remedies = self.seeker.tried_or_searched(self._sets(clause))
        return self._answer(False, _not_applied(finding), finding.place, self._entry(clause), remedies)

    def _sets(self, clause: Clause) -> list[tuple[Change, ...]]:
        """The smallest changes under which what the clause presupposes holds."""
        facts = self.situation.facts[self.number]
        return smallest_changes(self.situation, self.number, clause.entry or ALWAYS, facts)

    def _version(self, finding: Finding) -> Clause:
        return next(item for item in self.versions if item.statute.version == finding.version)


def _not_applied(finding: Finding) -> Text:
    """The reason of a finding as a sentence; where another clause is preferred it already is one."""
    code = (
        "why-clause-not-sentence"
        if finding.reason and finding.reason.code == "set-aside"
        else "why-clause-not"
    )
    return Message(code, {"reason": finding.reason or Message("reason-nothing")})


def why_imposed(situation: Situation, subject: Subject, number: int) -> Answer:
    """Why a licence was not revoked, a measure not taken, a payment not ordered, nothing confiscated, in one act."""
    act, book, facts = situation.act(number), situation.rulebook, situation.facts[number]
    seeker = Seeker(situation, subject, number, (number,))
    holds = seeker.holds(situation.assessment)
    if holds:
        by = [item.clause for item in act.applied if _imposes(item, subject)]
        place = next(item.place for item in act.applied if _imposes(item, subject))
        return Answer(subject, number, True, Message("why-imposed", {"clauses": by}), place)
    carriers = [item for clause in situation.clauses(number) for item in _carriers(clause, subject)]
    if act.exemption is not None:
        text: Text = Message("why-imposed-exempt", {"basis": act.exemption.basis})
        return Answer(subject, number, False, text, remedies=seeker.searched())
    if not carriers:
        remedies = seeker.searched() if goes_with_a_tier(situation, subject.id) else None
        return Answer(subject, number, holds, _nowhere(situation, subject, number), remedies=remedies)
    grounds = tuple(
        Ground(
            Message("why-ground-clause", {"clause": item.clause.key}),
            _cite(item.clause),
            place,
            failing(book, item.when, facts),
        )
        for item in carriers
        for place in (item.conditions[-1][1],)
    )
    sets = sorted(
        (set_ for item in carriers for set_ in smallest_changes(situation, number, item.when, facts)), key=len
    )
    remedies = seeker.tried_or_searched(sets)
    return Answer(
        subject, number, holds, _why_not_imposed(situation, number, carriers), None, grounds, remedies
    )


def _why_not_imposed(situation: Situation, number: int, carriers: list[Carrier]) -> Text:
    """Which clauses could impose it, and what became of them."""
    keys = list(dict.fromkeys(item.clause.key for item in carriers))
    act = situation.act(number)
    applied = {item.clause for item in act.applied}
    elsewhere = [
        Message("why-clause-because", {"clause": item.clause, "reason": named("reason-status", item.status)})
        for item in act.findings
        if item.clause in keys and item.clause not in applied
    ]
    if elsewhere:
        return Message("why-not-imposed-because", {"clauses": keys, "reasons": elsewhere})
    return Message("why-not-imposed", {"clauses": keys})


def _nowhere(situation: Situation, subject: Subject, number: int) -> Text:
    """No clause on this act imposes it; which others do."""
    book = situation.rulebook
    others = [
        key for key, versions in book.clauses.items() if any(True for _ in _carriers(versions[-1], subject))
    ]
    violations = dict.fromkeys(name for key in others for name in book.clauses[key][-1].violations)
    params = {
        "act": situation.act(number).violation_name,
        "clauses": _few(others),
        "violations": _few([book.violations[name].name for name in violations]),
    }
    return Message("why-imposed-nowhere", params)


def _few(names: Sequence[Text]) -> list[Text]:
    """The first few, and that there are more."""
    shown = list(names[:_FEW])
    if len(names) > _FEW:
        shown[-1] = Message("reason-and-more", {"name": shown[-1], "count": len(names) - _FEW})
    return shown or [Message("reason-nothing")]


def _imposes(finding: Finding, subject: Subject) -> bool:
    if subject.kind == kinds.LICENCE:
        return finding.revoke == subject.id
    if subject.kind == kinds.MEASURE:
        return any(item.id == subject.id for item in finding.measures)
    if subject.kind == kinds.PAYMENT:
        return any(item.id == subject.id for item in finding.payments)
    return finding.confiscate is not None


def _carriers(clause: Clause, subject: Subject) -> Iterator[Carrier]:
    """The outcomes of a clause that impose it, each with all that must hold."""
    for outcome in clause.outcomes:
        for condition, place in _within(outcome, subject):
            conditions = [] if clause.entry is None else [(clause.entry, str(clause.place))]
            conditions += [(outcome.when, str(outcome.place)), (condition, place)]
            yield Carrier(clause, tuple(conditions))


def _within(outcome: Outcome, subject: Subject) -> Iterator[tuple[Condition, str]]:
    revoke = outcome.revoke
    if subject.kind == kinds.LICENCE and revoke is not None and revoke.licence == subject.id:
        yield revoke.when or ALWAYS, str(revoke.place)
    if subject.kind == kinds.MEASURE:
        for measure in outcome.measures:
            if measure.measure == subject.id:
                yield measure.when or ALWAYS, str(measure.place)
    if subject.kind == kinds.PAYMENT:
        for payment in outcome.payments:
            if payment.payment == subject.id:
                yield FactTest(payment.times, "gt", 0), str(payment.place)
    if subject.kind == kinds.CONFISCATION and outcome.confiscate is not None:
        yield FactTest(outcome.confiscate, "gt", 0), str(outcome.place)


def _cite(clause: Clause) -> Names:
    return Names(
        f"《{clause.statute.title.zh}》{clause.article}", f"{clause.statute.title.en} {clause.article}"
    )
