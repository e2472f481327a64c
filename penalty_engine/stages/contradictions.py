"""Between stages 2 and 4: circumstances that are not counted, because other facts of the case, the violation, or another
circumstance on the same ground stand against it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from penalty_engine.assessment import Step
from penalty_engine.inference import ForwardChaining
from penalty_engine.inference.rules import ACT_GROUP, Firings
from penalty_engine.messages import Message
from penalty_engine.rulebook.circumstance_records import Circumstance
from penalty_engine.rulebook.condition_reader import circumstance_fact
from penalty_engine.rulebook.conditions import Facts, FactValue, evaluate, tests
from penalty_engine.rulebook.records import Rulebook
from penalty_engine.stages.admission import AdmittedAct
from penalty_engine.stages.exclusions import excluded, exclusion_warnings, same_ground
from penalty_engine.stages.told import label, word


class Contradiction(NamedTuple):
    """A circumstance that is not counted: what to say of it, and the step that shows it."""

    circumstance: Circumstance
    warnings: tuple[Message, ...]
    step: Step | None = None


def settle(
    rulebook: Rulebook, network: ForwardChaining, act: AdmittedAct
) -> tuple[Firings, AdmittedAct, tuple[Contradiction, ...]]:
    """The firings and facts once circumstances that do not count are out.

    One that is only contradicted by another which is out itself stays in, unless that brings the contradiction back.
    """
    barred = excluded(rulebook, act)
    if barred:
        act = act._replace(facts=_ruled_out(act, barred))
    firings, facts = network.chain(ACT_GROUP, act.facts)
    standing = _standing(rulebook, firings, act)
    found = [_excluded(rulebook, act, item) for item in barred if item in standing]
    first = out = _contradicted(standing, firings, barred)
    if first:
        reasons = {item.id: _because(rulebook, item, facts) for item in first}
        without, _ = network.chain(ACT_GROUP, _ruled_out(act, first))
        out = tuple(item for item in first if without.get(item.contradiction_rule)) or first
        firings, facts = network.chain(ACT_GROUP, _ruled_out(act, out))
        standing = _standing(rulebook, firings, act)
        if any(item not in out for item in _contradicted(standing, firings, barred)):
            out = first
            firings, facts = network.chain(ACT_GROUP, _ruled_out(act, out))
            standing = _standing(rulebook, firings, act)
        found += [Contradiction(item, (reasons[item.id],)) for item in out]
    if len(standing) > 1:
        left = [item for item in standing if item not in barred and item not in out]
        found += [
            Contradiction(item, (warning,), step) for item, step, warning in same_ground(left, act.declared)
        ]
    return firings, act._replace(facts=facts), tuple(found)


def _standing(rulebook: Rulebook, firings: Firings, act: AdmittedAct) -> list[Circumstance]:
    """The circumstances that were declared or follow from facts."""
    declared = act.declared
    return [item for item in rulebook.circumstances.values() if firings.get(item.rule) or item in declared]


def _excluded(rulebook: Rulebook, act: AdmittedAct, item: Circumstance) -> Contradiction:
    warnings, step = exclusion_warnings(rulebook, act, item)
    return Contradiction(item, warnings, step)


def _because(rulebook: Rulebook, item: Circumstance, facts: Facts) -> Message:
    """What to say of a contradicted circumstance: the first fact that speaks against it, with its value."""
    assert item.contradicted_by is not None  # only such a circumstance is asked about
    fact = next(test.fact for test in tests(item.contradicted_by) if evaluate(test, facts))
    value = word(rulebook, fact, facts[fact])
    why = Message("contradicting", {"fact": label(rulebook, fact), "op": Message("op-eq"), "value": value})
    return Message("circumstance-contradicted", {"name": item.name, "why": why})


def _contradicted(
    standing: Iterable[Circumstance], firings: Firings, barred: tuple[Circumstance, ...]
) -> tuple[Circumstance, ...]:
    """Established circumstances whose contradiction holds."""
    return tuple(item for item in standing if firings.get(item.contradiction_rule) and item not in barred)


def _ruled_out(act: AdmittedAct, out: Iterable[Circumstance]) -> dict[str, FactValue]:
    return {**act.facts, **{circumstance_fact(item.id): False for item in out}}


def contradictions(found: Iterable[Contradiction]) -> Iterator[Message]:
    """The warnings about circumstances that were declared or derived but are not counted."""
    for item in found:
        yield from item.warnings


def excluding_steps(found: Iterable[Contradiction]) -> Iterator[Step]:
    """The steps of circumstances that the violation or another circumstance excludes."""
    return (item.step for item in found if item.step is not None)
