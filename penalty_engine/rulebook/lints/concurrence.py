"""Clauses that punish one entry of the catalogue on the same day: a conflict says which is applied, and names none that
never meet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations

from penalty_engine.diagnostics import Diagnostic
from penalty_engine.rulebook.catalogue_records import Conflict, Period
from penalty_engine.rulebook.records import Clause, Rulebook


def check_concurrence(rulebook: Rulebook) -> Iterator[Diagnostic]:
    """Pairs of clauses that meet without a conflict, and conflicts whose clauses never meet."""
    yield from _undeclared(rulebook)
    for conflict in rulebook.conflicts:
        for key in _alone(conflict, rulebook.clauses):
            params = {"conflict": conflict.id, "clause": key}
            yield Diagnostic("conflict-never-meets", conflict.place, params=params, severity="warning")


def _undeclared(rulebook: Rulebook) -> Iterator[Diagnostic]:
    linked = _linked(rulebook.conflicts)
    met: dict[tuple[str, str], tuple[Clause, Clause, list[str]]] = {}
    for violation, keys in rulebook.by_violation.items():
        for one, other in combinations(keys, 2):
            if linked.get(one, one) == linked.get(other, other):
                continue
            pair = _meeting(rulebook.clauses[one], rulebook.clauses[other], violation)
            if pair is not None:
                met.setdefault((one, other), (*pair, []))[2].append(violation)
    for first, second, violations in met.values():
        names = [rulebook.violations[name].name for name in violations]
        params = {"first": first.key, "second": second.key, "violations": names}
        yield Diagnostic(
            "undeclared-concurrence", second.place, params=params, severity="warning", also=(first.place,)
        )


def _linked(conflicts: tuple[Conflict, ...]) -> Mapping[str, str]:
    """Clause → one member of the chain of conflicts it belongs to."""
    chains: dict[str, set[str]] = {}
    for conflict in conflicts:
        joined = set(conflict.clauses).union(*(chains.get(key, set()) for key in conflict.clauses))
        chains.update(dict.fromkeys(joined, joined))
    return {key: min(chain) for key, chain in chains.items()}


def _meeting(
    one: tuple[Clause, ...], other: tuple[Clause, ...], violation: str
) -> tuple[Clause, Clause] | None:
    """The newest versions that punish the violation on a common day."""
    for first in reversed(one):
        for second in reversed(other):
            if not (_punishes(first, violation) and _punishes(second, violation)):
                continue
            if _overlap(first.statute.period, second.statute.period):
                return first, second
    return None


def _punishes(clause: Clause, violation: str) -> bool:
    """Whether it imposes more than an order for the violation."""
    return violation in clause.violations and any(
        outcome.fines or outcome.confiscate or outcome.revoke or outcome.measures or outcome.payments
        for outcome in clause.outcomes
    )


def _alone(conflict: Conflict, clauses: Mapping[str, tuple[Clause, ...]]) -> Iterator[str]:
    """The clauses of a conflict that meet none of those it sets against them."""
    known = [key for key in conflict.clauses if key in clauses]
    for key in known[1:] if conflict.kind == "prevails" else known:
        others = known[:1] if conflict.kind == "prevails" else [name for name in known if name != key]
        if not any(_ever_meet(clauses[key], clauses[name]) for name in others):
            yield key


def _ever_meet(one: tuple[Clause, ...], other: tuple[Clause, ...]) -> bool:
    return any(
        set(first.violations) & set(second.violations)
        and _overlap(first.statute.period, second.statute.period)
        for first in one
        for second in other
    )


def _overlap(one: Period, other: Period) -> bool:
    starts_in_time = one.first is None or other.last is None or one.first <= other.last
    return starts_in_time and (other.first is None or one.last is None or other.first <= one.last)
