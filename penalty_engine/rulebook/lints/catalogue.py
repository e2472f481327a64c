"""The catalogue against the clauses: an entry that no clause punishes cannot be answered."""

from __future__ import annotations

from collections.abc import Iterator

from penalty_engine.diagnostics import Diagnostic
from penalty_engine.rulebook.records import Rulebook


def check_catalogue(rulebook: Rulebook) -> Iterator[Diagnostic]:
    """Violations without a clause."""
    for violation in rulebook.violations.values():
        if violation.id not in rulebook.by_violation:
            yield Diagnostic(
                "violation-without-clause", violation.place, params={"name": violation.id}, severity="warning"
            )
