"""Violations that circumstances are provided for or excluded from: in the catalogue, and not both at once."""

from __future__ import annotations

from collections.abc import Iterator

from penalty_engine.diagnostics import Diagnostic, nearest
from penalty_engine.rulebook.circumstance_records import Circumstance
from penalty_engine.rulebook.records import Rulebook


def check_circumstances(rulebook: Rulebook) -> Iterator[Diagnostic]:
    """Unknown violations, and circumstances that can never count."""
    for item in rulebook.circumstances.values():
        named = [(item.violations, item.place), *((one.violations, one.place) for one in item.never_for)]
        for violations, place in named:
            for name in sorted(violations - rulebook.violations.keys()):
                params = {"name": name, "nearest": nearest(name, rulebook.violations)}
                yield Diagnostic("circumstance-violation", place, params=params)
        if item.violations and item.violations <= _excluded(item):
            shut_out = {"name": item.id, "violations": sorted(item.violations)}
            yield Diagnostic("circumstance-shuts-itself-out", item.place, params=shut_out)


def _excluded(item: Circumstance) -> frozenset[str]:
    return frozenset[str]().union(*(one.violations for one in item.never_for))
