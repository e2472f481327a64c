"""Interval algebra, counting and the solver against a look at every case of a small space."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from penalty_engine.diagnostics import Place
from penalty_engine.proof import boxes
from penalty_engine.proof.prover import Answer, Prover
from penalty_engine.proof.solver import Solver, solver_available
from penalty_engine.proof.space import Space
from penalty_engine.proof.spans import Spans, join, meet, minus, nearest_to_zero
from penalty_engine.proof.tables import Fault, Table, TableCheck, TableRow
from penalty_engine.rulebook.conditions import (
    AllOf,
    AnyOf,
    Condition,
    Facts,
    FactTest,
    evaluate,
    fact_names,
    negate,
)
from tests.proof.small_spaces import (
    COUNTED,
    COUNTS,
    DOMAINS,
    SPACE,
    conditions,
    counted_conditions,
    every_case,
    every_count,
)

_PLACE = Place("table.yaml", 1, 1)
_CASES, _COUNTS = list(every_case()), list(every_count())
_pieces = st.lists(st.tuples(st.integers(-6, 6), st.integers(-6, 6)), max_size=4)

needs_solver = pytest.mark.skipif(not solver_available(), reason="z3-solver is not installed")


def _members(spans: Spans) -> set[int]:
    return {number for low, high in spans for number in range(low, high + 1)}


@given(_pieces, _pieces)
def test_spans_are_sets(first: list[tuple[int, int]], second: list[tuple[int, int]]) -> None:
    one, other = join(first), join(second)
    assert _members(one) == {number for low, high in first for number in range(low, high + 1)}
    assert _members(meet(one, other)) == _members(one) & _members(other)
    assert _members(minus(one, other)) == _members(one) - _members(other)
    for spans in (one, meet(one, other), minus(one, other)):
        assert all(low <= high for low, high in spans)
        assert all(spans[index][1] + 1 < spans[index + 1][0] for index in range(len(spans) - 1))
        if spans:
            assert nearest_to_zero(spans) == min(_members(spans), key=lambda number: (abs(number), -number))


@given(conditions, conditions)
def test_regions_are_the_cases_of_a_condition(first: Condition, second: Condition) -> None:
    one, other = boxes.region(first, DOMAINS), boxes.region(second, DOMAINS)
    rest = boxes.without(one, other, DOMAINS)
    for case in _CASES:
        assert _within(one, case) is evaluate(first, case)
        assert _within(rest, case) is (evaluate(first, case) and not evaluate(second, case))


def _within(found: boxes.Region, case: Facts) -> bool:
    return any(
        all(
            any(low <= DOMAINS[fact].code(case[fact]) <= high for low, high in spans)
            for fact, spans in box.items()
        )
        for box in found
    )


@given(st.lists(conditions, max_size=2), st.lists(conditions, max_size=2))
def test_intervals_find_a_case_exactly_where_there_is_one(
    holds: list[Condition], fails: list[Condition]
) -> None:
    answer = Prover(SPACE, None).find(holds, fails)
    assert answer.how == "intervals"
    assert answer.holds is any(_met(case, holds, fails) for case in _CASES)
    if answer.holds:
        _is_a_case(answer.point, holds, fails)


@settings(max_examples=60)
@given(st.lists(counted_conditions, min_size=1, max_size=2), st.lists(counted_conditions, max_size=2))
def test_counting_finds_a_case_exactly_where_there_is_one(
    holds: list[Condition], fails: list[Condition]
) -> None:
    answer = Prover(COUNTED, None).find(holds, fails)
    assert answer.how != "not-proven"
    assert answer.holds is any(_met(case, holds, fails) for case in _COUNTS)
    if answer.holds:
        _is_a_case(answer.point, holds, fails)


@needs_solver
@settings(max_examples=40)
@given(st.lists(counted_conditions, min_size=1, max_size=2), st.lists(counted_conditions, max_size=2))
def test_the_solver_agrees(holds: list[Condition], fails: list[Condition]) -> None:
    _agrees(COUNTED, holds, fails)


@needs_solver
@settings(max_examples=40)
@given(st.lists(conditions, min_size=1, max_size=2), st.lists(conditions, max_size=2))
def test_the_solver_agrees_on_words_and_money(holds: list[Condition], fails: list[Condition]) -> None:
    _agrees(SPACE, holds, fails)


def _agrees(space: Space, holds: list[Condition], fails: list[Condition]) -> None:
    asked = [*holds, *map(negate, fails)]
    solved = Solver().find(asked, space)
    assert solved.holds is Prover(space, None).find(holds, fails).holds
    if solved.holds:
        point = {name: space.domains[name].value(code) for name, code in solved.point.items()}
        _is_a_case(point, holds, fails)


def _met(facts: Facts, holds: list[Condition], fails: list[Condition]) -> bool:
    return all(evaluate(item, facts) for item in holds) and not any(evaluate(item, facts) for item in fails)


def _is_a_case(facts: Facts, holds: list[Condition], fails: list[Condition]) -> None:
    named = {name for item in (*holds, *fails) for name in fact_names(item)}
    assert named <= set(facts)
    assert _met(facts, holds, fails)
    if "heavier_over_lighter" in facts:
        lighter, heavier, gravest, over = (int(facts[name]) for name in COUNTS)
        assert over == heavier - lighter
        assert gravest <= heavier


@given(
    st.lists(conditions, min_size=1, max_size=4),
    st.sampled_from(["unique", "first"]),
    st.lists(conditions, max_size=1),
)
def test_tables(whens: list[Condition], policy: str, within: list[Condition]) -> None:
    rows = tuple(TableRow(str(number), when, number, _PLACE) for number, when in enumerate(whens))
    faults = TableCheck(Table(tuple(within), rows, policy, _PLACE), Prover(SPACE, None)).run().faults
    cases = [case for case in _CASES if all(evaluate(item, case) for item in within)]
    holding = [{number for number, when in enumerate(whens) if evaluate(when, case)} for case in cases]
    assert any(fault.kind == "gap" for fault in faults) is any(not rows for rows in holding)
    never = {number for number in range(len(whens)) if not any(number in rows for rows in holding)}
    assert {fault.rows[0] for fault in faults if fault.kind == "never"} == never
    if policy == "unique":
        pairs = {pair for rows in holding for pair in combinations(sorted(rows), 2)}
        assert _rows(faults, "overlap") | _rows(faults, "touching") == pairs
    else:
        taken = {min(rows) for rows in holding if rows}
        assert {fault.rows[0] for fault in faults if fault.kind == "covered"} == (
            set(range(len(whens))) - never - taken
        )


def _rows(faults: tuple[Fault, ...], kind: str) -> set[tuple[int, ...]]:
    return {fault.rows for fault in faults if fault.kind == kind}


@pytest.mark.parametrize("fact", ["money", "number"])
def test_an_end_is_told_from_a_stretch(fact: str) -> None:
    def kinds(first: FactTest, second: FactTest) -> list[str]:
        rows = (TableRow("1", first, 1, _PLACE), TableRow("2", second, 2, _PLACE))
        table = Table((), rows, "unique", _PLACE)
        return [fault.kind for fault in TableCheck(table, Prover(SPACE, None)).run().faults]

    assert kinds(FactTest(fact, "le", 1), FactTest(fact, "ge", 1)) == ["touching"]
    assert kinds(FactTest(fact, "ge", 1), FactTest(fact, "le", 1)) == ["touching"]
    assert kinds(FactTest(fact, "le", 2), FactTest(fact, "ge", 1)) == ["overlap"]
    assert kinds(FactTest(fact, "le", 1), FactTest(fact, "gt", 1)) == []


def _odd(number: int) -> Condition:
    """Exactly one of two facts is three."""
    first, second = (FactTest(f"n{number}{side}", "eq", 3) for side in "ab")
    return AnyOf((AllOf((first, negate(second))), AllOf((negate(first), second))))


_RICH = [_odd(number) for number in range(12)]  # more than four thousand boxes
_RICH_SPACE = Space({f"n{number}{side}": DOMAINS["money"] for number in range(12) for side in "ab"})


def test_what_is_too_rich_for_intervals_is_not_assumed() -> None:
    prover = Prover(_RICH_SPACE, None)
    assert prover.find(_RICH) == Answer(None, {}, "not-proven")
    rows = (TableRow("1", AllOf(tuple(_RICH)), 1, _PLACE),)
    checked = TableCheck(Table((), rows, "unique", _PLACE, complete=False), prover).run()
    assert ([fault.kind for fault in checked.faults], checked.how) == (["not-proven"], "not-proven")


@needs_solver
def test_what_is_too_rich_for_intervals_is_put_to_the_solver() -> None:
    prover = Prover(_RICH_SPACE, Solver())
    answer = prover.find(_RICH)
    assert (answer.holds, answer.how) == (True, "solver")
    _is_a_case(answer.point, _RICH, [])
    impossible = prover.find([*_RICH, negate(_odd(5))])
    assert (impossible.holds, impossible.how) == (False, "solver")
    # the plainest case: one fact of each pair is three, all others nought
    assert sorted(int(value) for value in answer.point.values()) == [0] * 12 + [3] * 12


@needs_solver
def test_bounds_beyond_counting_are_put_to_the_solver() -> None:
    far = FactTest("heavier_over_lighter", "gt", 100)
    few = FactTest("heavier_circumstances", "le", 100)
    assert Prover(COUNTED, None).find([far, few]).how == "not-proven"
    assert Prover(COUNTED, Solver()).find([far, few]) == Answer(False, {}, "solver")
    assert Prover(COUNTED, Solver()).find([far], [few]).point == {
        "heavier_over_lighter": 101,
        "heavier_circumstances": 101,
        "lighter_circumstances": 0,
        "gravest_circumstances": 0,
    }
