"""The tree of conditions: three-valued truth, exact negation, and the other forms it is turned into."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from penalty_engine.rulebook.conditions import (
    ALWAYS,
    AllOf,
    AnyOf,
    Condition,
    Facts,
    FactTest,
    Truth,
    compiled,
    conjunctions,
    evaluate,
    fact_names,
    first_failure,
    negate,
    open_facts,
)
from tests.inference.trees import FLAGS, conditions, facts, single_tests

_FLIP = {True: False, False: True, None: None}


def _kleene(condition: Condition, known: Facts) -> Truth:
    """Truth by the book: unknown, then minimum and maximum over False < unknown < True."""
    if isinstance(condition, FactTest):
        if condition.fact not in known:
            return None
        left, right = known[condition.fact], condition.value
        return {
            "eq": lambda: left == right,
            "ne": lambda: left != right,
            "ge": lambda: left >= right,  # type: ignore[operator]
            "le": lambda: left <= right,
            "gt": lambda: left > right,  # type: ignore[operator]
            "lt": lambda: left < right,
        }[condition.op]()  # type: ignore[operator]
    rank = {False: 0, None: 1, True: 2}
    values = [_kleene(part, known) for part in condition.parts]
    if isinstance(condition, AllOf):
        return min(values, key=rank.__getitem__, default=True)
    return max(values, key=rank.__getitem__, default=False)


@given(conditions, facts)
@settings(max_examples=200)
def test_truth_is_kleenes(condition: Condition, known: Facts) -> None:
    assert evaluate(condition, known) is _kleene(condition, known)


@given(conditions, facts)
@settings(max_examples=200)
def test_the_compiled_form_says_the_same(condition: Condition, known: Facts) -> None:
    assert compiled(condition)(known) is evaluate(condition, known)


@given(conditions, facts)
@settings(max_examples=200)
def test_negation_is_the_exact_complement(condition: Condition, known: Facts) -> None:
    assert evaluate(negate(condition), known) is _FLIP[evaluate(condition, known)]
    assert negate(negate(condition)) == condition


@given(conditions, facts)
@settings(max_examples=200)
def test_conjunctions_are_the_tree(condition: Condition, known: Facts) -> None:
    alternatives = AnyOf(tuple(AllOf(tests) for tests in conjunctions(condition)))
    assert evaluate(alternatives, known) is evaluate(condition, known)


@given(conditions, facts, facts)
@settings(max_examples=200)
def test_what_is_decided_stays_decided(condition: Condition, known: Facts, more: Facts) -> None:
    truth = evaluate(condition, known)
    if truth is not None:
        assert evaluate(condition, {**more, **known}) is truth


@given(conditions, facts)
@settings(max_examples=200)
def test_open_facts_are_unknown_and_named(condition: Condition, known: Facts) -> None:
    missing = open_facts(condition, known)
    assert bool(missing) is (evaluate(condition, known) is None)
    assert set(missing) <= set(fact_names(condition)) - set(known)


@given(conditions, facts)
@settings(max_examples=200)
def test_the_first_failure_fails(condition: Condition, known: Facts) -> None:
    failure = first_failure(condition, known)
    if failure is not None:
        assert evaluate(failure, known) is False
        assert evaluate(condition, known) is False


@given(single_tests, facts)
def test_one_test(test: FactTest, known: Facts) -> None:
    assert (evaluate(test, known) is None) is (test.fact not in known)
    assert conjunctions(test) == ((test,),)


def test_the_two_empty_trees() -> None:
    assert evaluate(ALWAYS, {}) is True
    assert evaluate(AnyOf(()), {}) is False
    assert conjunctions(ALWAYS) == ((),)
    assert conjunctions(AnyOf(())) == ()


def test_unknown_zero_and_false_never_turn_into_one_another() -> None:
    above, none = FactTest("n1", "gt", 0), FactTest("n1", "eq", 0)
    assert [evaluate(above, known) for known in ({}, {"n1": 0}, {"n1": 1})] == [None, False, True]
    assert [evaluate(none, known) for known in ({}, {"n1": 0}, {"n1": 1})] == [None, True, False]
    assert evaluate(FactTest("b1", "eq", False), {}) is None


@pytest.mark.parametrize("join", [AllOf, AnyOf])
def test_truth_tables_in_full(join: type[AllOf] | type[AnyOf]) -> None:
    condition = join(tuple(FactTest(name, "eq", True) for name in FLAGS))
    for left, right in product([True, False, None], repeat=2):
        known = {name: value for name, value in zip(FLAGS, (left, right), strict=True) if value is not None}
        assert evaluate(condition, known) is _kleene(condition, known)


@given(st.lists(conditions, min_size=1, max_size=3).map(tuple), facts)
def test_de_morgan(parts: tuple[Condition, ...], known: Facts) -> None:
    assert evaluate(negate(AllOf(parts)), known) is evaluate(AnyOf(tuple(map(negate, parts))), known)
