"""The tests that rules make of facts, wherever they stand in the records of the rulebook."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from penalty_engine.diagnostics import Place
from penalty_engine.reasons.situation import Situation
from penalty_engine.rulebook.conditions import AllOf, AnyOf, Condition, FactTest

_CONDITIONS = (FactTest, AllOf, AnyOf)


class Row(NamedTuple):
    """A row of a benchmark that leads to a tier, and under which condition it does."""

    tier: str
    when: Condition
    place: Place


def each_test(record: Any, clauses: frozenset[str] | None = None) -> Iterator[FactTest]:
    """Every test in a record and in all it holds; records of other ``clauses`` are passed over."""
    if isinstance(record, FactTest):
        yield record
    elif isinstance(record, Mapping):
        for item in record.values():
            yield from each_test(item, clauses)
    elif isinstance(record, (tuple, list)) and not _of_another_clause(record, clauses):
        for item in record:
            yield from each_test(item, clauses)


def _of_another_clause(record: Any, clauses: frozenset[str] | None) -> bool:
    clause = getattr(record, "clause", None)
    return clauses is not None and isinstance(clause, str) and clause not in clauses


def benchmark_rows(record: Any, clauses: frozenset[str], within: tuple[Condition, ...] = ()) -> Iterator[Row]:
    """Every row below a record that selects a tier under a condition; ``within``: what must hold for the record itself."""
    if isinstance(record, _CONDITIONS) or _of_another_clause(record, clauses):
        return
    tier, when = getattr(record, "tier", None), getattr(record, "when", None)
    if isinstance(when, _CONDITIONS) and tier is not None and hasattr(tier, "id"):
        yield Row(tier.id, AllOf((*within, when)) if within else when, record.place)
        return
    where = getattr(record, "where", None)
    inner = (*within, where) if isinstance(where, _CONDITIONS) else within
    parts = record.values() if isinstance(record, Mapping) else record
    if isinstance(record, (Mapping, tuple, list)):
        for item in parts:
            yield from benchmark_rows(item, clauses, inner)


def benchmarks_in_play(situation: Situation) -> tuple[Any, ...]:
    """The benchmarks that the assessment followed."""
    known = situation.rulebook.benchmarks
    named = {situation.assessment.benchmark, situation.case.benchmark}
    fines = (fine for act in situation.assessment.acts for item in act.findings for fine in item.fines)
    named.update(fine.benchmark for fine in fines)
    for top in situation.assessment.trace:
        named.update(_benchmarks_of(top, known))
    return tuple(item for name, item in known.items() if name in named)


def _benchmarks_of(step: Any, known: Mapping[str, Any]) -> Iterator[str]:
    if isinstance(step.rule, str) and step.rule.startswith("benchmark/"):
        yield step.rule.split("/")[1]
    for part in step.steps:
        yield from _benchmarks_of(part, known)


def goes_with_a_tier(situation: Situation, name: str) -> bool:
    """Whether a tier of a benchmark in use brings this measure or revocation with it."""
    return any(_names(record, name) for record in benchmarks_in_play(situation))


def _names(record: Any, name: str) -> bool:
    if name in (getattr(record, "measure", None), getattr(record, "revoke", None)):
        return True
    parts = record.values() if isinstance(record, Mapping) else record
    return isinstance(record, (Mapping, tuple, list)) and any(_names(item, name) for item in parts)


def tests_in_play(situation: Situation, number: int) -> dict[str, list[FactTest]]:
    """The tests that can matter to one act, by fact: clauses looked at, circumstances, benchmark, duties."""
    book = situation.rulebook
    clauses = tuple(situation.clauses(number))
    keys = frozenset(clause.key for clause in clauses)
    records = (
        clauses,
        tuple(book.circumstances.values()),
        benchmarks_in_play(situation),
        book.grounds,
        book.limitations,
        situation.authority.grounds,
    )
    found: dict[str, list[FactTest]] = {}
    for test in dict.fromkeys(each_test(records, keys)):
        found.setdefault(test.fact, []).append(test)
    return found
