"""Conflicts against each other: no clause may prevail over itself by any chain, and a pair is decided in one way."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from penalty_engine.diagnostics import Diagnostic
from penalty_engine.rulebook.catalogue_records import Conflict
from penalty_engine.rulebook.lints.circles import reached
from penalty_engine.rulebook.records import Rulebook


def check_conflicts(rulebook: Rulebook) -> Iterator[Diagnostic]:
    """Circles, clauses named twice in one conflict, and pairs that two conflicts decide differently."""
    for conflict in rulebook.conflicts:
        for name in sorted({key for key in conflict.clauses if conflict.clauses.count(key) > 1}):
            yield Diagnostic("conflict-clause-twice", conflict.place, params={"clause": name})
    yield from _circles(rulebook.conflicts)
    yield from _two_ways(rulebook.conflicts)


def _circles(conflicts: tuple[Conflict, ...]) -> Iterator[Diagnostic]:
    over: dict[str, set[str]] = {}
    for conflict in conflicts:
        if conflict.kind == "prevails":
            over.setdefault(conflict.clauses[0], set()).update(conflict.clauses[1:])
    for conflict in conflicts:
        if conflict.kind != "prevails":
            continue
        first = conflict.clauses[0]
        if any(key != first and first in reached(key, over) for key in conflict.clauses[1:]):
            yield Diagnostic("conflict-circle", conflict.place, params={"clause": first})


def _two_ways(conflicts: tuple[Conflict, ...]) -> Iterator[Diagnostic]:
    """Pairs of which one conflict sets a clause aside while another still weighs or imposes both."""
    aside = {
        frozenset((conflict.clauses[0], key)): conflict
        for conflict in conflicts
        if conflict.kind == "prevails"
        for key in conflict.clauses[1:]
    }
    for conflict in conflicts:
        for one, other in combinations(dict.fromkeys(conflict.clauses), 2):
            earlier = aside.get(frozenset((one, other)))
            if earlier is not None and conflict.kind != "prevails":
                params = {"first": one, "second": other, "other": earlier.id}
                yield Diagnostic("conflict-two-ways", conflict.place, params=params, also=(earlier.place,))
