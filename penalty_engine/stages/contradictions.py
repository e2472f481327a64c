"""Between stages 2 and 4: circumstances with which other facts of the case cannot stand are not counted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from penalty_engine.inference import ForwardChaining
from penalty_engine.inference.rules import ACT_GROUP, Firings
from penalty_engine.messages import Message
from penalty_engine.rulebook.circumstance_records import Circumstance
from penalty_engine.rulebook.condition_reader import circumstance_fact
from penalty_engine.rulebook.conditions import Facts, FactValue, evaluate, tests
from penalty_engine.rulebook.records import Rulebook
from penalty_engine.stages.admission import AdmittedAct
from penalty_engine.stages.told import label, word


class Contradiction(NamedTuple):
    """A circumstance that is not counted, and the fact that speaks against it."""

    circumstance: Circumstance
    fact: str
    value: FactValue


def settle(
    rulebook: Rulebook, network: ForwardChaining, act: AdmittedAct
) -> tuple[Firings, AdmittedAct, tuple[Contradiction, ...]]:
    """The firings and facts once circumstances that contradict the rest are out.

    One that is only contradicted by another which is out itself stays in, unless that brings the contradiction back.
    """
    firings, facts = network.chain(ACT_GROUP, act.facts)
    first = _contradicted(rulebook, firings, act)
    if not first:
        return firings, act._replace(facts=facts), ()
    reasons = {item.id: _because(item, facts) for item in first}
    without, _ = network.chain(ACT_GROUP, _ruled_out(act, first))
    out = tuple(item for item in first if without.get(item.contradiction_rule)) or first
    firings, facts = network.chain(ACT_GROUP, _ruled_out(act, out))
    if any(item not in out for item in _contradicted(rulebook, firings, act)):
        out = first
        firings, facts = network.chain(ACT_GROUP, _ruled_out(act, out))
    return firings, act._replace(facts=facts), tuple(Contradiction(item, *reasons[item.id]) for item in out)


def _because(item: Circumstance, facts: Facts) -> tuple[str, FactValue]:
    """The first fact that contradicts a circumstance, with its value."""
    assert item.contradicted_by is not None  # only such a circumstance is asked about
    return next(
        (test.fact, facts[test.fact]) for test in tests(item.contradicted_by) if evaluate(test, facts)
    )


def _contradicted(rulebook: Rulebook, firings: Firings, act: AdmittedAct) -> tuple[Circumstance, ...]:
    """Established circumstances whose contradiction holds."""
    return tuple(
        item
        for item in rulebook.circumstances.values()
        if item.contradicted_by is not None
        and firings.get(item.contradiction_rule)
        and (item in act.declared or firings.get(item.rule))
    )


def _ruled_out(act: AdmittedAct, out: Iterable[Circumstance]) -> dict[str, FactValue]:
    return {**act.facts, **{circumstance_fact(item.id): False for item in out}}


def contradictions(rulebook: Rulebook, found: Iterable[Contradiction]) -> Iterator[Message]:
    """A warning for each circumstance that was declared or derived against other facts."""
    for item in found:
        why = Message(
            "contradicting",
            {
                "fact": label(rulebook, item.fact),
                "op": Message("op-eq"),
                "value": word(rulebook, item.fact, item.value),
            },
        )
        yield Message("circumstance-contradicted", {"name": item.circumstance.name, "why": why})
