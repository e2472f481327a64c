"""Conditions as a small closed tree: tests of one fact against a constant, joined by all and any.

Negation is pushed down to the tests when a tree is built, so a tree says what must be *known* to hold. A fact may be
unknown; evaluation is three-valued (Kleene): True, False, or None where the facts given do not decide.
"""

from __future__ import annotations

import math
import operator
from collections.abc import Callable, Iterator, Mapping
from itertools import product
from typing import Any, Literal, NamedTuple

FactValue = int | bool | str
"""What a network sees: fen, counts, booleans and words of the closed vocabulary."""

Facts = Mapping[str, FactValue]
Op = Literal["eq", "ne", "ge", "le", "gt", "lt"]
Truth = bool | None

_ORDER: dict[Op, Callable[[Any, Any], bool]] = {
    "ge": operator.ge,
    "le": operator.le,
    "gt": operator.gt,
    "lt": operator.lt,
}
_OPPOSITE: dict[Op, Op] = {"eq": "ne", "ne": "eq", "ge": "lt", "lt": "ge", "le": "gt", "gt": "le"}


class FactTest(NamedTuple):
    """One fact against one constant. ``ge`` 以上, ``le`` 以下, ``gt`` 超过, ``lt`` 不满."""

    fact: str
    op: Op
    value: FactValue


class AllOf(NamedTuple):
    """Holds where every part holds; without parts, always."""

    parts: tuple[Condition, ...]


class AnyOf(NamedTuple):
    """Holds where some part holds; without parts, never."""

    parts: tuple[Condition, ...]


Condition = FactTest | AllOf | AnyOf

ALWAYS: Condition = AllOf(())


def negate(condition: Condition) -> Condition:
    """The condition under which `condition` is known to fail."""
    if isinstance(condition, FactTest):
        return FactTest(condition.fact, _OPPOSITE[condition.op], condition.value)
    parts = tuple(negate(part) for part in condition.parts)
    return AnyOf(parts) if isinstance(condition, AllOf) else AllOf(parts)


def evaluate(condition: Condition, facts: Facts) -> Truth:
    """True, False, or None where the known facts do not decide."""
    if isinstance(condition, FactTest):
        return _test(condition, facts)
    stop = isinstance(condition, AnyOf)  # the value that settles the whole
    undecided = False
    for part in condition.parts:
        truth = evaluate(part, facts)
        if truth is stop:
            return stop
        undecided = undecided or truth is None
    return None if undecided else not stop


def _test(test: FactTest, facts: Facts) -> Truth:
    actual = facts.get(test.fact)
    if actual is None:
        return None
    if test.op == "eq":
        return actual == test.value
    if test.op == "ne":
        return actual != test.value
    return _ORDER[test.op](actual, test.value)


def compiled(condition: Condition) -> Callable[[Facts], Truth]:
    """`evaluate` for one condition, as a closure without dispatch."""
    if isinstance(condition, FactTest):
        return _compiled_test(condition)
    if len(condition.parts) == 1:
        return compiled(condition.parts[0])
    parts = tuple(compiled(part) for part in condition.parts)
    stop = isinstance(condition, AnyOf)

    def join(facts: Facts) -> Truth:
        result: Truth = not stop
        for part in parts:
            truth = part(facts)
            if truth is stop:
                return stop
            if truth is None:
                result = None
        return result

    return join


def _compiled_test(test: FactTest) -> Callable[[Facts], Truth]:
    fact, value = test.fact, test.value
    if test.op == "eq":

        def equal(facts: Facts) -> Truth:
            actual = facts.get(fact)
            return None if actual is None else actual == value

        return equal
    if test.op == "ne":

        def differs(facts: Facts) -> Truth:
            actual = facts.get(fact)
            return None if actual is None else actual != value

        return differs
    compare = _ORDER[test.op]

    def ordered(facts: Facts) -> Truth:
        actual = facts.get(fact)
        return None if actual is None else compare(actual, value)

    return ordered


def tests(condition: Condition) -> Iterator[FactTest]:
    """Every test of the tree, in the order written."""
    if isinstance(condition, FactTest):
        yield condition
    else:
        for part in condition.parts:
            yield from tests(part)


def fact_names(condition: Condition) -> tuple[str, ...]:
    """The facts the tree names, each once, in the order written."""
    return tuple(dict.fromkeys(test.fact for test in tests(condition)))


def open_facts(condition: Condition, facts: Facts) -> tuple[str, ...]:
    """The unknown facts on which the truth of an undecided tree still depends."""
    if evaluate(condition, facts) is not None:
        return ()
    if isinstance(condition, FactTest):
        return (condition.fact,)
    return tuple(dict.fromkeys(name for part in condition.parts for name in open_facts(part, facts)))


def first_failure(condition: Condition, facts: Facts) -> FactTest | None:
    """The first test that makes a failing tree fail."""
    if evaluate(condition, facts) is not False:
        return None
    if isinstance(condition, FactTest):
        return condition
    failures = (first_failure(part, facts) for part in condition.parts)
    return next((test for test in failures if test is not None), None)


def breadth(condition: Condition) -> int:
    """How many alternatives `conjunctions` would write out."""
    if isinstance(condition, FactTest):
        return 1
    counts = [breadth(part) for part in condition.parts]
    return sum(counts) if isinstance(condition, AnyOf) else math.prod(counts)


def conjunctions(condition: Condition) -> tuple[tuple[FactTest, ...], ...]:
    """The tree as alternatives, each a conjunction of tests (disjunctive normal form)."""
    if isinstance(condition, FactTest):
        return ((condition,),)
    branches = [conjunctions(part) for part in condition.parts]
    if isinstance(condition, AnyOf):
        found = [alternative for branch in branches for alternative in branch]
    else:
        found = [
            tuple(dict.fromkeys(test for part in choice for test in part)) for choice in product(*branches)
        ]
    return tuple(dict.fromkeys(found))
