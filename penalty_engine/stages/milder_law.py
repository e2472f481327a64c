"""Stage 6: the same act under the law at the decision; the milder of the two is applied, and both are shown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from penalty_engine.assessment import ActResult, Finding, LawResult, MilderLaw, Step
from penalty_engine.case import Case
from penalty_engine.inference import ForwardChaining
from penalty_engine.messages import Message, Names
from penalty_engine.money import times, total_yuan
from penalty_engine.rulebook.records import Clause, Rulebook
from penalty_engine.stages.act import ActOutcome, assess_act
from penalty_engine.stages.admission import AdmittedAct
from penalty_engine.stages.already_fined import without_second_fine
from penalty_engine.stages.prepared import Prepared
from penalty_engine.stages.told import label

_PRINCIPLE = "milder-law"
_YARDSTICKS = ("penalty", "grave", "maximum", "minimum", "mandatory", "confiscation")
_OF_EITHER = ("unverified-law", "text-not-obtained")
"""Warnings that concern the choice between both laws, whichever is applied."""


def assess_under_milder_law(
    prepared: Prepared,
    network: ForwardChaining,
    case: Case,
    act: AdmittedAct,
    number: int,
    any_power: bool = False,
) -> ActOutcome:
    """The act under the law of the day it ended, or under that of the decision where that is milder."""
    ended, decided = case.timeline.conduct_to, case.timeline.decided_on
    outcome = _assess(prepared, network, case, act, number, ended, any_power)
    if decided is not None and not _changes_between(prepared, act, ended, decided):
        return outcome
    if _imposes_nothing(outcome.result):
        return outcome  # nothing is milder than nothing, and no later law punishes in its place
    if decided is None:
        return _warned(outcome, _changes_to_come(prepared.rulebook, outcome.result))
    clauses = _later_clauses(prepared, act, ended, decided)
    if not _changed(prepared, {*act.clauses, *clauses}, ended, decided):
        return outcome
    later = _assess(prepared, network, case, act._replace(clauses=clauses), number, decided, any_power)
    if _same(outcome.result, later.result):
        return outcome  # what changed is not what was applied
    return _compared(prepared, outcome, later, ended, decided)


def _assess(
    prepared: Prepared,
    network: ForwardChaining,
    case: Case,
    act: AdmittedAct,
    number: int,
    day: date,
    any_power: bool,
) -> ActOutcome:
    outcome = assess_act(prepared, network, case, act, day, any_power)
    fined = case.acts[number].already_fined
    return outcome if fined is None else without_second_fine(prepared.rulebook, outcome, fined)


def _changes_between(prepared: Prepared, act: AdmittedAct, before: date, after: date) -> bool:
    """Whether any version of a clause that punishes the violation begins or ends in between."""
    return any(before < day <= after for day in prepared.changes(act.violation, act.clauses))


def _imposes_nothing(result: ActResult) -> bool:
    """Whether it is certain that no penalty, of any body, follows from the law at the act."""
    return result.status not in ("needs-facts", "referred") and not any(_weight(result).numbers())


def _changes_to_come(rulebook: Rulebook, result: ActResult) -> list[Message]:
    """Warnings that law held against the act ended some day, while the day of the decision is not known."""
    clauses = [
        clause
        for finding in result.findings
        if _is_law(finding) and finding.status != "referred"
        if finding.applies or finding.set_aside_by is None
        for clause in rulebook.clauses[finding.clause]
        if clause.statute.version == finding.version
    ]
    return [found for clause in clauses if (found := _ends(rulebook, clause)) is not None]


def _ends(rulebook: Rulebook, clause: Clause) -> Message | None:
    last = clause.statute.period.last
    if last is None:
        return None
    versions = rulebook.clauses[clause.key]
    newer = next((item for item in versions if (item.statute.period.first or last) > last), None)
    if newer is not None:
        change = Message("law-changed-version", {"version": newer.statute.version})
    else:
        change = Message("law-changed-ended", {"last": last})
    return Message("milder-law-not-compared", {"statute": clause.statute.title, "change": change})


def _changed(prepared: Prepared, keys: Iterable[str], before: date, after: date) -> bool:
    """Whether any of the clauses is in force in another version on the later day."""
    return any(_version(prepared, key, before) != _version(prepared, key, after) for key in keys)


def _version(prepared: Prepared, key: str, day: date) -> str | None:
    places = prepared.authority.jurisdictions
    found = next(
        (
            item.statute
            for item in prepared.rulebook.clauses[key]
            if item.statute.jurisdiction in places and item.statute.period.covers(day)
        ),
        None,
    )
    return None if found is None else found.version


def _later_clauses(prepared: Prepared, act: AdmittedAct, before: date, after: date) -> tuple[str, ...]:
    """The clauses to hold against the act on the later day.

    Those held against it before, and what has come to punish its violation since. Where one of them has gone, any other:
    what it punished may now stand elsewhere.
    """
    keys = prepared.rulebook.by_violation.get(act.violation, act.clauses)
    if any(_version(prepared, key, before) and not _version(prepared, key, after) for key in act.clauses):
        return keys
    return tuple(key for key in keys if key in act.clauses or _version(prepared, key, before) is None)


def _same(old: ActResult, new: ActResult) -> bool:
    """Whether the same versions of the same clauses are applied, with the same result."""
    versions = [[(item.clause, item.version, item.status) for item in one.applied] for one in (old, new)]
    return versions[0] == versions[1] and old.status == new.status and _weight(old) == _weight(new)


class _Weight(NamedTuple):
    """What an act comes to under one law, in the order in which it is compared."""

    penalty: int
    grave: int
    maximum: Decimal
    minimum: Decimal
    mandatory: int
    confiscation: Decimal

    def numbers(self) -> tuple[Fraction, ...]:
        """The same as numbers of one kind."""
        return tuple(Fraction(item) for item in self[:])


def _weight(result: ActResult) -> _Weight:
    applied = result.applied
    fines = [fine for finding in applied for fine in finding.fines]
    confiscated = total_yuan(finding.confiscate for finding in applied if finding.confiscate is not None)
    grave = sum(1 for finding in applied if finding.revoke is not None)
    grave += sum(1 for finding in applied for item in finding.measures if item.grave and item.by is None)
    penalty = bool(fines or confiscated or grave) or any(
        item.penalty and item.by is None for finding in applied for item in finding.measures
    )
    return _Weight(
        int(penalty),
        grave,
        total_yuan(times(fine.maximum, fine.persons) for fine in fines),
        total_yuan(times(fine.minimum, fine.persons) for fine in fines),
        int(any(not fine.optional for fine in fines)),
        confiscated,
    )


def _milder(first: _Weight, second: _Weight) -> tuple[str, str | None]:
    """Which is milder, and by which yardstick: it must be lighter in something and heavier in nothing."""
    pairs = zip(_YARDSTICKS, first.numbers(), second.numbers(), strict=True)
    differences = [(name, one - other) for name, one, other in pairs]
    lighter = [name for name, found in differences if found < 0]
    heavier = [name for name, found in differences if found > 0]
    if lighter and heavier:
        return "undecided", None
    if heavier:
        return "decision", heavier[0]
    return "act", lighter[0] if lighter else None


def _compared(prepared: Prepared, old: ActOutcome, new: ActOutcome, before: date, after: date) -> ActOutcome:
    applied, yardstick, undecided = _judged(prepared.rulebook, old.result, new.result, after)
    principle = prepared.rulebook.principles.get(_PRINCIPLE)
    found = MilderLaw(
        applied,
        yardstick,
        _law_result(old.result, before),
        _law_result(new.result, after),
        None if principle is None else principle.cite,
    )
    chosen, other = (new, old) if applied == "decision" else (old, new)
    step = Step(
        _PRINCIPLE,
        None,
        None if principle is None else principle.article,
        None,
        {"act": before, "decision": after, "yardstick": yardstick},
        applied,
        (other.step,),
    )
    both = chosen.step._replace(steps=(*chosen.step.steps, step))
    chosen = chosen._replace(result=chosen.result._replace(milder_law=found), step=both)
    return _warned(chosen, [*_of_the_other(chosen, other), undecided])


def _of_the_other(chosen: ActOutcome, other: ActOutcome) -> list[Message]:
    """What there is to warn of in the law that was compared and not applied: the choice rests on it as well."""
    known = {repr(message) for message in chosen.warnings}
    return [item for item in other.warnings if item.code in _OF_EITHER and repr(item) not in known]


def _judged(
    rulebook: Rulebook, old: ActResult, new: ActResult, day: date
) -> tuple[str, str | None, Message | None]:
    """Which law is applied, by which yardstick, or a warning why that cannot be told."""
    told = {"law": _named(old, new), "day": day}
    if "needs-facts" in (old.status, new.status):
        names = dict.fromkeys((*old.missing_facts, *new.missing_facts))
        facts = [label(rulebook, name) for name in names]
        return "undecided", None, Message("milder-law-needs-facts", {**told, "facts": facts})
    moved = _power_moved(old, new)
    if moved is not None:
        return "undecided", None, Message(moved, told)
    applied, yardstick = _milder(_weight(old), _weight(new))
    unread = _unread_at_act(old, new)
    if applied == "act" and unread is not None:  # what was not read can only have made the older law heavier
        return "undecided", None, Message("milder-law-older-not-held", {**told, "reason": unread})
    successor = _successor(rulebook, old, day)
    if (
        successor is not None
    ):  # a special rule of the place may be milder than the general one it stands before
        return "undecided", None, Message("milder-law-successor", {**told, "successor": successor})
    if applied == "act":  # whatever else the newer law may hold can only add to it
        return applied, yardstick, None
    lost = _lost(old, new)
    if lost is not None:
        return "undecided", None, Message("milder-law-not-held", {**told, "reason": lost.params["reason"]})
    if not any(_is_law(finding) for finding in new.findings):
        return "undecided", None, Message("milder-law-no-successor", told)
    return applied, yardstick, Message("milder-law-mixed", told) if applied == "undecided" else None


def _power_moved(old: ActResult, new: ActResult) -> str | None:
    """Where one of the two laws gives the case to another body: the code of a warning."""
    if old.status == "referred":
        return None if new.status == "referred" else "milder-law-power-came"
    elsewhere = {item.clause for item in new.findings if item.status == "referred" and item.power}
    before = {item.clause for item in old.applied}
    gone = any(
        item.clause in before and (item.clause in elsewhere or item.gives_way_to in elsewhere)
        for item in new.findings
    )
    return (
        "milder-law-elsewhere"
        if gone or (elsewhere and not new.applied) or new.status == "referred"
        else None
    )


def _lost(old: ActResult, new: ActResult) -> Message | None:
    """Why the text of a clause in force on the later day is not held. What was not read before either is no change."""
    known = {(item.clause, item.version) for item in old.findings}
    return next(
        (
            item.reason
            for item in new.findings
            if _not_held(item) and (item.clause, item.version) not in known
        ),
        None,
    )


def _unread_at_act(old: ActResult, new: ActResult) -> object:
    """Why the text of a clause in force at the act, and since changed, is not held; None where all of it was read."""
    known = {(item.clause, item.version) for item in new.findings if _not_held(item)}
    return next(
        (
            item.reason.params["reason"]
            for item in old.findings
            if item.reason is not None and _not_held(item) and (item.clause, item.version) not in known
        ),
        None,
    )


def _successor(rulebook: Rulebook, old: ActResult, day: date) -> Names | None:
    """What followed a statute that was applied and has ended, where the rules do not hold it."""
    versions = [
        clause
        for finding in old.applied
        for clause in rulebook.clauses[finding.clause]
        if clause.statute.version == finding.version
    ]
    return next((item.statute.followed_by for item in versions if not item.statute.period.covers(day)), None)


def _not_held(finding: Finding) -> bool:
    """Whether the clause is in force, not set aside and this authority's, while its text is not held."""
    return (
        finding.status == "not-available"
        and finding.reason is not None
        and finding.reason.code == "text-not-obtained"
    )


def _is_law(finding: Finding) -> bool:
    """Whether the clause was in force with its text held."""
    codes = (
        "before-in-force",
        "after-in-force",
        "between-versions",
        "not-in-jurisdiction",
        "text-not-obtained",
    )
    return finding.reason is None or finding.reason.code not in codes


def _named(old: ActResult, new: ActResult) -> Names:
    finding = old.governing or new.governing or old.findings[0]
    return finding.statute_title


def _law_result(result: ActResult, day: date) -> LawResult:
    weight = _weight(result)
    finding = result.governing
    fines = [fine for item in result.applied for fine in item.fines]
    known = result.status != "needs-facts"
    return LawResult(
        day,
        result.status,
        None if finding is None else finding.clause,
        None if finding is None else finding.statute_title,
        None if finding is None else finding.version,
        weight.minimum if known else None,
        weight.maximum if known else None,
        total_yuan(times(fine.recommended, fine.persons) for fine in fines) if known else None,
        weight.confiscation if known else None,
        next((item.revoke for item in result.applied if item.revoke is not None), None),
        tuple(item.name for one in result.applied for item in one.measures if item.penalty),
    )


def _warned(outcome: ActOutcome, messages: Sequence[Message | None]) -> ActOutcome:
    found = [item for item in messages if item is not None]
    return outcome._replace(warnings=(*outcome.warnings, *found)) if found else outcome
