"""The list of the field's provisions, where there is one, names every clause of the rules."""

from __future__ import annotations

from collections.abc import Iterator

from penalty_engine.diagnostics import Diagnostic
from penalty_engine.rulebook.records import Rulebook


def check_coverage(rulebook: Rulebook) -> Iterator[Diagnostic]:
    """Clauses that the list leaves out."""
    if not rulebook.covered:
        return
    named = {key for item in rulebook.covered for key in item.clauses}
    for key, versions in rulebook.clauses.items():
        if key not in named:
            yield Diagnostic(
                "clause-not-covered", versions[-1].place, params={"clause": key}, severity="warning"
            )
