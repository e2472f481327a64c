"""Time limits that run from one another: the other must be there, and no chain of them may come back to itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from penalty_engine.diagnostics import Diagnostic, nearest
from penalty_engine.rulebook.lints.circles import reached
from penalty_engine.rulebook.procedure_records import TimeLimit
from penalty_engine.rulebook.records import Rulebook


def check_time_limits(rulebook: Rulebook) -> Iterator[Diagnostic]:
    """Limits named twice, limits after one that does not exist, and circles; with each authority's own."""
    yield from _check(rulebook.time_limits, 0)
    for authority in rulebook.authorities.values():
        if authority.time_limits:
            common = rulebook.time_limits
            yield from _check((*common, *authority.time_limits), len(common))


def _check(limits: Sequence[TimeLimit], told: int) -> Iterator[Diagnostic]:
    """The findings about the limits that come after the first `told`."""
    known: dict[str, TimeLimit] = {}
    for limit in limits:
        known.setdefault(limit.id, limit)
    leads_to = {limit.id: _bases(limit) for limit in known.values()}
    for limit in limits[told:]:
        first = known[limit.id]
        if first is not limit:
            yield Diagnostic("duplicate-id", limit.place, params={"name": limit.id}, also=(first.place,))
        elif missing := [name for name in leads_to[limit.id] if name not in known]:
            params = {"id": limit.id, "name": missing[0], "nearest": nearest(missing[0], known)}
            yield Diagnostic("unknown-time-limit", limit.place, params=params)
        elif limit.id in reached(limit.id, leads_to):
            yield Diagnostic("time-limit-circle", limit.place, params={"id": limit.id})


def _bases(limit: TimeLimit) -> list[str]:
    return [name for name in (limit.after, limit.and_after, limit.else_after) if name is not None]
