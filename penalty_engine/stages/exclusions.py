"""Circumstances that the violation excludes, and those that rest on the same ground as another one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from penalty_engine.assessment import ActResult, Step
from penalty_engine.messages import Message
from penalty_engine.rulebook.circumstance_records import Circumstance, Exclusion
from penalty_engine.rulebook.conditions import Facts, evaluate, open_facts
from penalty_engine.rulebook.records import Rulebook
from penalty_engine.stages.admission import AdmittedAct
from penalty_engine.stages.told import label
from penalty_engine.stages.unverified import unverified


def excluded(rulebook: Rulebook, act: AdmittedAct) -> tuple[Circumstance, ...]:
    """The circumstances that never count for the violation of an act."""
    return tuple(
        item
        for item in rulebook.circumstances.values()
        if (item.violations and act.violation not in item.violations)
        or (item.never_for and _exclusion(item, act.violation) is not None)
    )


def _exclusion(item: Circumstance, violation: str) -> Exclusion | None:
    return next((one for one in item.never_for if violation in one.violations), None)


def exclusion_warnings(
    rulebook: Rulebook, act: AdmittedAct, item: Circumstance
) -> tuple[tuple[Message, ...], Step | None]:
    """What to say of an excluded circumstance that was declared or would follow from the facts, and its step.

    One that merely is not provided for this violation is only spoken of where an officer declared it.
    """
    violation = rulebook.violations[act.violation].name
    why = _exclusion(item, act.violation)
    inputs = {"circumstance": item.id, "violation": act.violation}
    if why is None:
        if item not in act.declared:
            return (), None
        params = {"name": item.name, "basis": item.basis.cite, "violation": violation}
        step = Step("excluded", item.rule, item.basis.article, item.place, inputs, "not-provided")
        return (Message("circumstance-not-provided", params),), step
    told = {"name": item.name, "violation": violation, "reason": why.reason, "cite": why.source.cite}
    warnings = [Message("circumstance-excluded" if why.source.verified else "circumstance-shut-out", told)]
    if not why.source.verified:
        subject = Message("subject-circumstance", {"name": item.name, "cite": why.source.cite})
        warnings.append(unverified(subject, why.source))
    step = Step("excluded", item.rule, why.source.cite, why.place, inputs, "never")
    return tuple(warnings), step


def same_ground(
    standing: Iterable[Circumstance], declared: Sequence[Circumstance]
) -> Iterator[tuple[Circumstance, Step, Message]]:
    """Circumstances beside another on the same ground: one of them counts, a declared one before those that follow."""
    first: dict[str, Circumstance] = {}
    for item in sorted(standing, key=lambda one: one not in declared):
        if item.effect == "exempt":
            continue
        other = first.setdefault(item.ground, item)
        if other is not item:
            inputs = {"circumstance": item.id, "counted": other.id}
            step = Step("excluded", item.rule, item.basis.article, item.place, inputs, "same-ground")
            params = {"name": item.name, "other": other.name, "basis": other.basis.cite}
            yield item, step, Message("circumstance-same-ground", params)


def circumstance_warnings(
    rulebook: Rulebook, established: Iterable[tuple[Circumstance, bool]], facts: Facts, result: ActResult
) -> Iterator[Message]:
    """What is not known although a circumstance that counts requires it, and what circumstances have to say of the result."""
    for item, _ in established:
        if item.requires is not None and evaluate(item.requires, facts) is None:
            needed = [label(rulebook, name) for name in open_facts(item.requires, facts)]
            yield Message("requirement-unknown", {"name": item.name, "facts": needed})
        for one in item.advice:
            if evaluate(one.when, {**facts, _TOP: _at_the_top(result)}):
                yield Message("rule-note", {"note": one.text})
                if not one.source.verified:
                    subject = Message("subject-circumstance", {"name": item.name, "cite": one.source.cite})
                    yield unverified(subject, one.source)


_TOP = "top_of_range"


def _at_the_top(result: ActResult) -> bool:
    """Whether some fine is placed in a band that reaches the statutory maximum but not down to the minimum."""
    fines = (fine for finding in result.applied for fine in finding.fines)
    return any(
        fine.tier is not None and fine.tier.maximum == fine.maximum and fine.tier.minimum > fine.minimum
        for fine in fines
    )
