"""Circumstances as a row of a benchmark sees them: not those that are part of the violation, nor those that follow from
nothing but the facts the row looks at (their weight lies in these facts)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from penalty_engine.proof.counting import NEVER
from penalty_engine.proof.space import EARLIER, PARTY_KIND
from penalty_engine.rulebook.benchmark_records import Row
from penalty_engine.rulebook.circumstance_records import Circumstance
from penalty_engine.rulebook.condition_reader import circumstance_fact, circumstance_of
from penalty_engine.rulebook.conditions import (
    ALWAYS,
    AllOf,
    AnyOf,
    Condition,
    Facts,
    FactTest,
    fact_names,
)
from penalty_engine.rulebook.records import Clause, Rulebook
from penalty_engine.rulebook.rule_conditions import circumstance_conditions
from penalty_engine.stages.discretion import COUNTS


def spendable(rulebook: Rulebook, row: Row) -> dict[str, Circumstance]:
    """The circumstances that, where they only follow from facts, do not count in a row."""
    if not row.by_facts:
        return {}
    return {
        item.id: item
        for item in rulebook.circumstances.values()
        if item.when is not None and row.facts and set(fact_names(item.when)) <= set(row.facts)
    }


def facts_behind(rulebook: Rulebook, names: Iterable[str]) -> tuple[str, ...]:
    """The facts a case has to state for these to be known: those from which circumstances among them follow, too."""
    found: dict[str, None] = {}
    waiting = list(names)
    while waiting:
        name = waiting.pop(0)
        item = rulebook.circumstances.get(circumstance_of(name) or "")
        if name not in found and item is not None:
            waiting += [one for condition in circumstance_conditions(item) for one in fact_names(condition)]
        found[name] = None
    return tuple(found)


def declared_fact(circumstance: str) -> str:
    """The fact that a circumstance which may also follow from facts was declared by the officer."""
    return f"{circumstance_fact(circumstance)}/declared"


def of_branch(condition: Condition, clause: Clause, spent: Mapping[str, Circumstance]) -> Condition:
    """The condition of a row's branch, which sees numbers of circumstances before any are spent on the row."""
    if isinstance(condition, FactTest):
        if spent and condition.fact in COUNTS:
            return condition._replace(fact=condition.fact + EARLIER)
        return _without_elements(condition, clause)
    parts = tuple(of_branch(part, clause, spent) for part in condition.parts)
    return AllOf(parts) if isinstance(condition, AllOf) else AnyOf(parts)


def sees_before(branch: Iterable[Condition]) -> bool:
    """Whether a branch looks at numbers of circumstances some of which are spent on the tiers."""
    return any(name.endswith(EARLIER) for condition in branch for name in fact_names(condition))


def numbered(fact: str) -> bool:
    """Whether a fact is a number of circumstances, which no case states."""
    return fact.removesuffix(EARLIER) in COUNTS


def numbers(point: Facts, earlier: bool) -> tuple[int, int, int] | None:
    """Lighter, other heavier and gravest circumstances at a point, or before any were spent; None where nobody asked."""
    names = [name + EARLIER for name in COUNTS] if earlier else list(COUNTS)
    if not any(name in point for name in names):
        return None
    lighter, heavier, gravest = (int(point.get(name, 0)) for name in names[:3])
    return lighter, heavier - gravest, gravest


def of_tier(condition: Condition, clause: Clause, spent: Mapping[str, Circumstance]) -> Condition:
    """The condition of a row's tier, which sees only circumstances that count."""
    if isinstance(condition, FactTest):
        name = circumstance_of(condition.fact)
        if name is not None and name in spent and name not in clause.elements:
            return condition._replace(fact=declared_fact(name))
        return _without_elements(condition, clause)
    parts = tuple(of_tier(part, clause, spent) for part in condition.parts)
    return AllOf(parts) if isinstance(condition, AllOf) else AnyOf(parts)


def _without_elements(test: FactTest, clause: Clause) -> Condition:
    """A circumstance that is part of the violation is seen as not there."""
    if circumstance_of(test.fact) not in clause.elements:
        return test
    return ALWAYS if (test.value is False) is (test.op == "eq") else NEVER


def declared_links(spent: Mapping[str, Circumstance]) -> Iterator[tuple[str, Condition]]:
    """What ties a declaration to the circumstance: it is established then, and it concerns the party."""
    for item in spent.values():
        fact = declared_fact(item.id)
        undeclared, held = FactTest(fact, "eq", False), FactTest(circumstance_fact(item.id), "eq", True)
        parties = AnyOf(tuple(FactTest(PARTY_KIND, "eq", kind) for kind in item.parties))
        follows = item.when or NEVER
        out = FactTest(circumstance_fact(item.id), "eq", False)
        known = AnyOf((out, FactTest(fact, "eq", True), follows))  # what holds was declared, or follows
        yield fact, AllOf((AnyOf((undeclared, AllOf((held, parties)))), known))
