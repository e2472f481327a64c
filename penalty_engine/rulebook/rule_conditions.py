"""Every condition of a clause or circumstance, for all that looks at conditions wherever they stand."""

from __future__ import annotations

from collections.abc import Iterator

from penalty_engine.diagnostics import Place
from penalty_engine.rulebook.circumstance_records import Circumstance
from penalty_engine.rulebook.conditions import Condition
from penalty_engine.rulebook.records import Clause


def clause_conditions(clause: Clause) -> Iterator[tuple[Condition, Place]]:
    """Entry, outcomes, revocations, measures and doublings."""
    if clause.entry is not None:
        yield clause.entry, clause.place
    for outcome in clause.outcomes:
        yield outcome.when, outcome.place
        if outcome.revoke is not None and outcome.revoke.when is not None:
            yield outcome.revoke.when, outcome.revoke.place
        for measure in outcome.measures:
            if measure.when is not None:
                yield measure.when, measure.place
        for fine in outcome.fines:
            if fine.double_when is not None:
                yield fine.double_when, fine.place


def circumstance_conditions(circumstance: Circumstance) -> Iterator[Condition]:
    """What derives a circumstance, and what contradicts it."""
    if circumstance.when is not None:
        yield circumstance.when
    if circumstance.contradicted_by is not None:
        yield circumstance.contradicted_by
