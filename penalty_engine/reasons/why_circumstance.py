"""Why a circumstance was not counted, or no exemption granted."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from penalty_engine.assessment import CircumstanceResult, Step
from penalty_engine.messages import Message
from penalty_engine.reasons.answers import Answer, Ground, failing
from penalty_engine.reasons.change import Change, circumstance_change, election_change
from penalty_engine.reasons.remedies import Seeker
from penalty_engine.reasons.sentences_law import limitation_words
from penalty_engine.reasons.situation import Situation
from penalty_engine.reasons.solving import smallest_changes
from penalty_engine.reasons.subjects import Subject
from penalty_engine.reasons.wording import Text, named, within
from penalty_engine.rulebook.circumstance_records import Circumstance
from penalty_engine.rulebook.conditions import AllOf, Condition, Facts, evaluate, negate, tests


def why_circumstance(situation: Situation, subject: Subject, number: int) -> Answer:
    """Established and counted, established only, contradicted, not following from the facts, or simply not found."""
    act, item = situation.act(number), situation.rulebook.circumstances[subject.id]
    seeker = Seeker(situation, subject, number, (number,))
    established = next((found for found in act.circumstances if found.id == item.id), None)
    place = str(item.place)
    if seeker.holds(situation.assessment):
        return Answer(subject, number, True, _applied(situation, item, established, number), place)
    if situation.case.party.kind not in item.parties:
        known = situation.rulebook.vocabulary.facts["party_kind"].choices
        text: Text = Message("why-circumstance-party", {"kinds": [known[kind] for kind in item.parties]})
        return Answer(subject, number, False, text, place, remedies=seeker.searched())
    barred = _barred(item, act.violation, situation)
    if barred is not None:
        return Answer(subject, number, False, barred, place)
    period = _period_running(situation, item, number)
    if period is not None:
        grounds = _circumstance_grounds(situation, item, number)
        against = tuple(_worked_out(ground, period) for ground in grounds)
        return Answer(subject, number, False, Message("why-circumstance-days"), place, against)
    if established is not None:
        text = _established_without_effect(situation, item)
    else:
        text = _told_against(situation, item) or Message(
            "why-circumstance-not-found" if item.when is None else "why-circumstance-not-derived"
        )
    remedies = seeker.tried_or_searched(_circumstance_sets(situation, item, number))
    return Answer(
        subject, number, False, text, place, _circumstance_grounds(situation, item, number), remedies
    )


def _period_running(situation: Situation, item: Circumstance, number: int) -> Step | None:
    """The period that would have had to run for it and has not, as worked out from the days of the case."""
    wanted = set() if item.when is None else {test.fact for test in tests(item.when)}
    periods = [step for step in situation.steps(number) if step.step == "limitation" and step.rule]
    if not wanted & {step.rule for step in periods}:
        return None
    running = [step for step in periods if step.result == "running"]
    return min(running, key=lambda step: step.rule not in wanted, default=None)


def _worked_out(ground: Ground, period: Step) -> Ground:
    """The tests of a ground, with the period instead of what nobody stated."""
    told = within(limitation_words(period))
    return ground._replace(
        failing=tuple(
            test if test.known else test._replace(actual=told, known=True) for test in ground.failing
        )
    )


def _applied(
    situation: Situation, item: Circumstance, established: CircumstanceResult | None, number: int
) -> Text:
    """Found and counted, or found without moving anything."""
    act = situation.act(number)
    params: dict[str, Any] = {"basis": item.basis.cite, "status": named("reason-status", act.status)}
    if established is None or established.counted or act.exemption is not None:
        return Message("why-circumstance-counted", params)
    if established.why_not is not None:
        return Message("why-circumstance-not-counted-because", {**params, "reason": established.why_not})
    return Message("why-circumstance-not-counted", params)


def _barred(item: Circumstance, violation: str, situation: Situation) -> Text | None:
    """Why a circumstance never counts for this violation."""
    names = situation.rulebook.violations
    if item.violations and violation not in item.violations:
        only = [names[name].name for name in sorted(item.violations) if name in names]
        return Message("why-circumstance-violation", {"act": names[violation].name, "violations": only})
    for exclusion in item.never_for:
        if violation in exclusion.violations:
            params = {"act": names[violation].name, "reason": exclusion.reason, "cite": exclusion.source.cite}
            return Message("why-circumstance-never", params)
    return None


def _circumstance_grounds(situation: Situation, item: Circumstance, number: int) -> tuple[Ground, ...]:
    """From what it would follow, and what speaks against it, as far as that is not as it must be."""
    book, facts = situation.rulebook, situation.facts[number]
    found = []
    if item.when is not None:
        tests = failing(book, item.when, facts)
        found.append(Ground(Message("why-ground-derived"), item.basis.cite, str(item.place), tests))
    for text, must_hold in _must_hold(item):
        tests = tuple(test for test in failing(book, must_hold, facts) if test.known)
        if tests:
            found.append(Ground(Message(text), item.basis.cite, str(item.place), tests))
    return tuple(found)


def _must_hold(item: Circumstance) -> Iterator[tuple[str, Condition]]:
    """What must not be known to fail for a circumstance to count."""
    if item.contradicted_by is not None:
        yield "why-ground-contradicted", negate(item.contradicted_by)
    if item.requires is not None:
        yield "why-ground-requires", item.requires


def _circumstance_sets(situation: Situation, item: Circumstance, number: int) -> list[tuple[Change, ...]]:
    """Declare it; take back what contradicts it; elect it where it needs that; or state the facts from which it follows."""
    book, case, facts = situation.rulebook, situation.case, situation.facts[number]
    needed: list[Change] = []
    if item.id not in case.acts[number].circumstances:
        needed.append(circumstance_change(book, case, number, item.id, True))
    if item.election is not None and not getattr(case.elections, item.election):
        needed.append(election_change(case, item.election, True))
    sets = [tuple(needed)] if needed else []
    standing = AllOf(tuple(_known(condition, facts) for _, condition in _must_hold(item)))
    sets += [(*needed, *more) for more in smallest_changes(situation, number, standing, facts)]
    if item.when is not None:
        elected = tuple(change for change in needed if change.kind == "election")
        sets += [(*more, *elected) for more in smallest_changes(situation, number, item.when, facts)]
    return sorted(sets, key=len)


def _known(condition: Condition, facts: Facts) -> Condition:
    """The condition without the parts of a conjunction that nobody knows to fail."""
    parts = condition.parts if isinstance(condition, AllOf) else (condition,)
    return AllOf(tuple(part for part in parts if evaluate(part, facts) is False))


def _told_against(situation: Situation, item: Circumstance) -> Text | None:
    """What the assessment itself says about a circumstance that it did not count."""
    return next(
        (
            warning
            for warning in situation.assessment.warnings
            if warning.params.get("name") == item.name and warning.code != "unverified-law"
        ),
        None,
    )


def _established_without_effect(situation: Situation, item: Circumstance) -> Text:
    """A ground for exemption that was established and yet exempts nothing."""
    if item.election is not None and not getattr(situation.case.elections, item.election):
        return Message("why-circumstance-not-elected", {"election": named("reason-election", item.election)})
    return Message("why-circumstance-exempts-nothing")


def why_exemption(situation: Situation, subject: Subject, number: int) -> Answer:
    """Whether a ground of exemption was there, and which single finding would be one."""
    act = situation.act(number)
    if act.exemption is not None:
        text: Text = Message(f"cli-exempt-{act.exemption.force}", {"basis": act.exemption.basis})
        known = situation.rulebook.circumstances.get(act.exemption.circumstance)
        return Answer(subject, number, True, text, None if known is None else str(known.place))
    seeker = Seeker(situation, subject, number, (number,))
    exempting = [item.id for item in act.circumstances if item.effect == "exempt"]
    if exempting:
        text = _established_without_effect(situation, situation.rulebook.circumstances[exempting[0]])
    else:
        text = Message("why-no-exemption")
    nothing = act.status == "not-available"  # no penalty that could be left out
    return Answer(subject, number, False, text, remedies=None if nothing else seeker.searched())
