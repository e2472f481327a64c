"""The smallest change of facts under which a condition holds, read off the condition itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from penalty_engine.reasons.candidates import limits_of, may_be_stated, state
from penalty_engine.reasons.change import Change, circumstance_change, distance, party_change
from penalty_engine.reasons.situation import Situation
from penalty_engine.rulebook.catalogue_records import Fact
from penalty_engine.rulebook.condition_reader import circumstance_of
from penalty_engine.rulebook.conditions import (
    AllOf,
    AnyOf,
    Condition,
    Facts,
    FactTest,
    FactValue,
    conjunctions,
    evaluate,
)


class Unmet(NamedTuple):
    """Tests of one fact that do not hold, one of which would do; ``actual``: its value, None if unknown.

    ``either``: a further alternative of the same condition would do as well.
    """

    tests: tuple[FactTest, ...]
    actual: FactValue | None
    either: bool

    @property
    def fact(self) -> str:
        return self.tests[0].fact


def unmet(condition: Condition, facts: Facts) -> tuple[Unmet, ...]:
    """Every test on which it fails that a condition is not known to hold, in the order written."""
    return tuple(dict.fromkeys(_unmet(condition, facts, False)))


def _unmet(condition: Condition, facts: Facts, either: bool) -> Iterator[Unmet]:
    if evaluate(condition, facts) is True:
        return
    if isinstance(condition, FactTest):
        yield Unmet((condition,), facts.get(condition.fact), either)
        return
    tests = _of_one_fact(condition)
    if tests:
        yield Unmet(tests, facts.get(tests[0].fact), either)
        return
    either = either or (isinstance(condition, AnyOf) and len(condition.parts) > 1)
    for part in condition.parts:
        yield from _unmet(part, facts, either)


def _of_one_fact(condition: Condition) -> tuple[FactTest, ...]:
    """The tests of a list of values for one fact."""
    if not isinstance(condition, AnyOf):
        return ()
    tests = tuple(part for part in condition.parts if isinstance(part, FactTest) and part.op == "eq")
    same = len(tests) == len(condition.parts) and len({test.fact for test in tests}) == 1
    return tests if same else ()


def smallest_changes(
    situation: Situation, number: int, condition: Condition, facts: Facts
) -> list[tuple[Change, ...]]:
    """The sets of changes under which the condition holds, the fewest and nearest first.

    Each alternative of the condition gives at most one set: for every fact in it, the nearest value that passes all its
    tests. Facts that no officer states (sums, counts of circumstances) rule their alternative out.
    """
    found: dict[tuple[object, ...], tuple[tuple[int, int], tuple[Change, ...]]] = {}
    for alternative in conjunctions(condition):
        solved = _solve(situation, number, alternative, facts)
        if solved is not None:
            moved, changes = solved
            key = tuple((change.kind, change.name, change.new) for change in changes)
            found.setdefault(key, ((len(changes), moved), changes))
    return [changes for _, changes in sorted(found.values(), key=lambda item: item[0]) if changes]


def _solve(
    situation: Situation, number: int, alternative: Iterable[FactTest], facts: Facts
) -> tuple[int, tuple[Change, ...]] | None:
    by_fact: dict[str, list[FactTest]] = {}
    for test in alternative:
        by_fact.setdefault(test.fact, []).append(test)
    moved, changes = 0, []
    for name, tests in by_fact.items():
        if evaluate(AllOf(tuple(tests)), facts) is True:
            continue
        change = _change(situation, number, name, tests, facts)
        if change is None:
            return None
        moved += distance(change)[0]
        changes.append(change)
    return moved, tuple(changes)


def _change(
    situation: Situation, number: int, name: str, tests: Sequence[FactTest], facts: Facts
) -> Change | None:
    book, case = situation.rulebook, situation.case
    circumstance = circumstance_of(name)
    if circumstance is not None:
        wanted = all(evaluate(test, {name: True}) for test in tests)
        if not wanted and circumstance not in case.acts[number].circumstances:
            return None  # it follows from facts, and is not left out by not declaring it
        return circumstance_change(book, case, number, circumstance, wanted)
    if name == "party_kind":
        kinds = book.vocabulary.facts[name].choices
        fitting = [kind for kind in kinds if all(evaluate(test, {name: kind}) for test in tests)]
        return party_change(book, case, fitting[0]) if fitting else None
    fact = may_be_stated(situation, name, facts)
    value = None if fact is None else _nearest(fact, tests, facts.get(name))
    return None if fact is None or value is None else state(situation, number, fact, value)


def _nearest(fact: Fact, tests: Sequence[FactTest], current: FactValue | None) -> FactValue | None:
    """The value nearest to the present one that passes all tests; the smallest where there is none yet."""
    options: list[FactValue]
    if fact.type == "boolean":
        options = [True, False]
    elif fact.type == "choice":
        options = list(fact.choices)
    else:
        least, most = limits_of(fact)
        near = current if isinstance(current, int) else 0
        bounds = {int(test.value) for test in tests if not isinstance(test.value, (bool, str))}
        steps = range(-len(tests), len(tests) + 1)
        values = {bound + step for bound in bounds for step in steps} | {near}
        options = [
            *sorted((value for value in values if least <= value <= most), key=lambda v: (abs(v - near), v))
        ]
    return next((value for value in options if all(evaluate(test, {fact.id: value}) for test in tests)), None)
