"""What procedure needs of the rulebook, worked out once for each authority: the grounds of duties, the time limits."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from operator import attrgetter
from typing import Any, NamedTuple

from penalty_engine.assessment import Deadline, Reason, Step
from penalty_engine.messages import Names
from penalty_engine.rulebook.circumstance_records import Basis
from penalty_engine.rulebook.duty_grounds import grounds_before, is_occasional
from penalty_engine.rulebook.procedure_records import Authority, Ground, TimeLimit
from penalty_engine.rulebook.records import Rulebook
from penalty_engine.rulebook.words import DUTIES, TIMELINE_DAYS


class DutyGround(NamedTuple):
    """One ground of a duty: its rule in the network and the reason it gives. The rest as in `Ground`."""

    rule: str
    reason: Reason
    verified: bool
    violations: frozenset[str]
    since: date | None
    fine_warning: Names | None
    undecided_before: date | None


class DutyTable(NamedTuple):
    """The grounds of one duty, and those of them that every case has to do with. ``permits``: a power, no obligation."""

    grounds: tuple[DutyGround, ...]
    usual: tuple[DutyGround, ...]
    permits: bool


class LimitRow(NamedTuple):
    """A time limit with its deadline and its step in the trace while the day it runs from is not known."""

    limit: TimeLimit
    open: Deadline
    step: Step


class Sort(NamedTuple):
    """What there is in a case for a time limit to presuppose (see `RunsWith`). ``besides``: something is owed beside a
    fine; ``on_the_spot``: it is decided by the summary procedure."""

    penalty: bool
    decision: bool
    hearing: bool
    hearing_wanted: bool
    fine: bool
    money: bool
    besides: bool
    on_the_spot: bool

    def calls_for(self, limit: TimeLimit) -> bool:
        """Whether the limit runs in such a case."""
        wanted = limit.only_with
        return wanted == "any-case" or bool(getattr(self, (wanted or "penalty").replace("-", "_")))


class Rows(NamedTuple):
    """The time limits of one sort of case, with what they are while no day is known."""

    rows: tuple[LimitRow, ...]
    deadlines: tuple[Deadline, ...]
    steps: tuple[Step, ...]


_NONE: frozenset[str] = frozenset()
DayGetter = Callable[[Any], tuple[date | None, ...]]


@dataclass(frozen=True)
class LimitTable:
    """The time limits, each behind the one it runs from; ``starts``: the days of a timeline that start one of them.

    ``sorts``, a cache: the rows by sort of case.
    """

    rows: tuple[LimitRow, ...]
    starts: DayGetter
    sorts: dict[tuple[Sort, frozenset[str]], Rows] = field(default_factory=dict)

    def of_sort(self, sort: Sort, decided_on: date | None) -> Rows:
        """The limits that presuppose no more than there is; one whose base does not run comes after the other base."""
        barred = frozenset(self._barred(decided_on)) if sort.on_the_spot else _NONE
        found = self.sorts.get((sort, barred))
        if found is None:
            rows = tuple(self._rows(sort, barred))
            told = [row for row in rows if not row.limit.when_known]
            found = Rows(rows, tuple(row.open for row in told), tuple(row.step for row in told))
            self.sorts[sort, barred] = found
        return found

    def _barred(self, decided_on: date | None) -> Iterator[str]:
        """The limits that do not run where the decision was made on the spot on that day."""
        for row in self.rows:
            unless = row.limit.unless
            if unless is not None and not (unless.since and decided_on and decided_on < unless.since):
                yield row.limit.id

    def _rows(self, sort: Sort, barred: frozenset[str]) -> Iterator[LimitRow]:
        chosen: dict[str, LimitRow] = {}
        for row in self.rows:
            limit = row.limit
            if limit.id in barred or not sort.calls_for(limit):
                continue
            if limit.after is not None and limit.after not in chosen:
                other = chosen.get(limit.else_after or "")
                if other is None:
                    continue
                row = _row(limit._replace(after=other.limit.id), other.open.start)
            chosen[limit.id] = row
            yield row


def duty_tables(rulebook: Rulebook, authority: Authority) -> dict[str, DutyTable]:
    """The grounds of each duty before an authority."""
    grounds = grounds_before(rulebook, authority)
    return {name: _duty_table([ground for ground in grounds if ground.duty == name]) for name in DUTIES}


def limited_violations(rulebook: Rulebook, authority: Authority) -> frozenset[str]:
    """The violations that some ground is limited to."""
    return frozenset(name for item in grounds_before(rulebook, authority) for name in item.violations)


def limit_table(rulebook: Rulebook, authority: Authority) -> LimitTable:
    """The time limits before an authority, in the order of the days they start from."""
    limits = {limit.id: limit for limit in _limits(rulebook, authority)}
    chains = {name: chain for name in limits if (chain := _chain(name, limits)) is not None}

    def place(name: str) -> tuple[int, int]:
        limit = limits[name]
        named = (limit.after, limit.and_after, limit.else_after)
        bases = [place(base) for base in named if base in chains]
        if not bases:
            return TIMELINE_DAYS.index(limit.start), 1
        day, depth = max(bases)
        return day, depth + 1

    rows = tuple(_row(limits[name], chains[name][-1].start) for name in sorted(chains, key=place))
    days = list(dict.fromkeys(row.open.start for row in rows))
    if len(days) < 2:  # the getter of a single day would give the day, not a tuple of it
        days = [*days, *TIMELINE_DAYS[:2]]
    return LimitTable(rows, attrgetter(*days))


def every_basis(rulebook: Rulebook, authority: Authority) -> Iterator[Basis]:
    """The bases of all duties and time limits before an authority."""
    yield from (ground.basis for ground in grounds_before(rulebook, authority))
    yield from (limit.basis for limit in _limits(rulebook, authority))


def lasting_bases(rulebook: Rulebook, authority: Authority) -> tuple[Basis, ...]:
    """One basis for each statute of which an earlier text was law before, so that its own first day matters."""
    rules: list[Ground | TimeLimit] = [*grounds_before(rulebook, authority), *_limits(rulebook, authority)]
    return tuple({item.basis.statute.zh: item.basis for item in rules if item.since is None}.values())


def _limits(rulebook: Rulebook, authority: Authority) -> Iterator[TimeLimit]:
    yield from (item for item in rulebook.time_limits if item.jurisdiction in authority.jurisdictions)
    yield from authority.time_limits


def _duty_table(grounds: Sequence[Ground]) -> DutyTable:
    found = {
        item.rule: DutyGround(
            item.rule,
            Reason(item.code, item.text, item.basis.cite),
            item.basis.source.verified,
            frozenset(item.violations),
            item.since,
            item.fine_warning,
            item.undecided_before,
        )
        for item in grounds
    }
    usual = tuple(found[item.rule] for item in grounds if not is_occasional(item))
    return DutyTable(tuple(found.values()), usual, any(item.permits for item in grounds))


def _chain(name: str, limits: dict[str, TimeLimit]) -> list[TimeLimit] | None:
    """The limit, the one it runs from and so on to one that runs from a day; None where one is not law here."""
    chain = [limits[name]]
    while (base := chain[-1].after) is not None:
        if base not in limits:
            return None
        chain.append(limits[base])
    return chain


def _row(limit: TimeLimit, start: str) -> LimitRow:
    deadline = Deadline(
        limit.id,
        limit.name,
        None,
        start,
        limit.length,
        limit.unit,
        limit.basis.cite,
        fulfilled_by=limit.fulfilled_by,
        after=limit.after,
        backwards=limit.backwards,
        kind=limit.kind,
        note=limit.note,
    )
    return LimitRow(limit, deadline, deadline_step(limit, limit.after or start, None, 0, None))


def deadline_step(limit: TimeLimit, start: str, start_day: date | None, extra: int, due: date | None) -> Step:
    """How a deadline was counted, for the trace. ``start``: the day, or the limit, that it runs from."""
    inputs: dict[str, object] = {
        "start": start,
        "start_day": start_day,
        "length": limit.length,
        "unit": limit.unit,
    }
    if limit.backwards:
        inputs["backwards"] = True
    if extra:
        inputs["extended_by"] = extra
    return Step("deadline", limit.id, limit.basis.article, limit.place, inputs, due)
