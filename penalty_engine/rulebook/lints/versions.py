"""Versions of one statute: no day may have two, none between the first and the last may be without, and a clause keeps
its violation."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from penalty_engine.diagnostics import Diagnostic
from penalty_engine.rulebook.records import Rulebook, Statute


def check_versions(rulebook: Rulebook) -> Iterator[Diagnostic]:
    """Overlapping or interrupted periods, and clauses whose violation changes between versions; both places are named."""
    for versions in rulebook.clauses.values():
        first = versions[0]
        for clause in versions[1:]:
            if clause.violations != first.violations:
                params = {
                    "clause": clause.key,
                    "first": list(first.violations),
                    "second": list(clause.violations),
                }
                yield Diagnostic("violation-changed", clause.place, params=params, also=(first.place,))
    statutes: dict[str, dict[str, Statute]] = {}
    for versions in rulebook.clauses.values():
        for clause in versions:
            statutes.setdefault(clause.statute.id, {})[str(clause.statute.place)] = clause.statute
    for found in statutes.values():
        ordered = sorted(found.values(), key=lambda statute: statute.period.first or date.min)
        for older, newer in pairwise(ordered):
            yield from _compare(older, newer)


def _compare(older: Statute, newer: Statute) -> Iterator[Diagnostic]:
    last, first = older.period.last, newer.period.first
    params = {"statute": older.title, "last": last or "—", "first": first or "—"}
    if last is None or first is None or last >= first:
        yield Diagnostic("versions-overlap", newer.place, params=params, also=(older.place,))
    elif first - last > timedelta(days=1):
        yield Diagnostic("versions-gap", newer.place, params=params, also=(older.place,))
