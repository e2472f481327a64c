"""The time limits of a case as dates: their last days, whether they were kept, which of them conflict."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import date, timedelta
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from penalty_engine.assessment import Deadline, DefaultSurcharge, Step
from penalty_engine.case import Timeline
from penalty_engine.messages import Message
from penalty_engine.money import yuan
from penalty_engine.rulebook.procedure_records import Surcharge, TimeLimit
from penalty_engine.stages.procedure_tables import LimitRow, LimitTable, Sort, deadline_step

if TYPE_CHECKING:
    from penalty_engine.working_days import Counted


class Running(NamedTuple):
    """The time limits that run, their steps in the trace, what to warn of, and what late payment adds to the fine."""

    deadlines: tuple[Deadline, ...]
    steps: tuple[Step, ...]
    remarks: tuple[Message, ...] = ()
    surcharge: DefaultSurcharge | None = None


def time_limits(table: LimitTable, timeline: Timeline, sort: Sort, fine: Callable[[], int]) -> Running:
    """The time limits of a case; one whose first day is not known stays open.

    `sort`: what there is in the case for a limit to presuppose; `fine`: all that is recommended, in fen, once it is needed.
    """
    chosen = table.of_sort(sort, timeline.decided_on)
    if not any(table.starts(timeline)):
        return Running(chosen.deadlines, chosen.steps)
    counting = _Counting(timeline, fine, sort)
    for row in chosen.rows:
        counting.add(row)
    return counting.result()


class _Begun(NamedTuple):
    """What a limit runs from: the day needed for it, the day itself, the limit it comes after, and whether it is rough."""

    start: str
    day: date | None
    after: str | None
    rough: bool


class _Counting:
    """The time limits of one case, added one by one, each after the one it runs from."""

    def __init__(self, timeline: Timeline, fine: Callable[[], int], sort: Sort) -> None:
        self.days: dict[str, date] = {name: day for name, day in timeline.__dict__.items() if day is not None}
        self.fine = fine
        self.sort = sort
        self.unverified: set[str] = set()
        self.found: dict[str, Deadline] = {}
        self.steps: list[Step] = []
        self.groups: dict[str, list[str]] = {}
        self.guessed: dict[int, None] = {}
        self.rough: list[str] = []
        self.late: list[Message] = []
        self.extended = False
        self.surcharge: DefaultSurcharge | None = None

    def add(self, row: LimitRow) -> None:
        """Counts one limit, unless it does not run in this case."""
        limit = row.limit
        if limit.since is None and self._waits(limit):
            if not limit.when_known:
                self.found[limit.id] = row.open
                self.steps.append(row.step)
            return
        begun = _Begun(row.open.start, self.days.get(limit.start), None, False)
        if limit.after is not None:
            base = self._base(limit.after, limit.and_after)
            if base is None or (limit.if_missed and base.met):
                return
            begun = _Begun(base.start, base.due, base.id, base.approximate)
        if limit.since is not None and self.days.get("decided_on", date.max) < limit.since:
            return
        if begun.day is None:
            self._open(row, begun)
            return
        if limit.surcharge is not None:
            self.surcharge = self._surcharge(limit, limit.surcharge, begun.day)
        self._count(limit, begun, begun.day)

    def _waits(self, limit: TimeLimit) -> bool:
        """Whether there is plainly nothing to count, as for most limits of most cases."""
        if limit.after is None:
            return limit.start not in self.days
        base = self.found.get(limit.after)
        return base is not None and base.due is None and limit.and_after is None

    def _base(self, after: str, and_after: str | None) -> Deadline | None:
        """The limit that another comes after: of two the later, or the one whose day is not known."""
        base, other = self.found.get(after), self.found.get(and_after or "")
        if base is None or other is None:
            return base
        return max(base, other, key=lambda item: item.due or date.max)

    def _open(self, row: LimitRow, begun: _Begun) -> None:
        """A limit whose first day is not known."""
        if row.limit.when_known:
            return
        if begun.after == row.open.after:
            self.found[row.limit.id] = row.open
            self.steps.append(row.step)
        else:
            self.found[row.limit.id] = row.open._replace(start=begun.start, after=begun.after)
            self.steps.append(deadline_step(row.limit, begun.after or begun.start, None, 0, None))

    def _count(self, limit: TimeLimit, begun: _Begun, start: date) -> None:
        due, guessed, extra = self._due(limit, start)
        ended = self.days.get(limit.ended_by) if limit.ended_by else None
        if ended is not None and due is not None and ended <= due:
            return
        rough = begun.rough or bool(guessed)
        if rough:
            self.guessed.update(dict.fromkeys(guessed))
            self.rough.append(limit.id)
        done = self.days.get(limit.fulfilled_by) if limit.fulfilled_by else None
        met = self._met(limit, due, done)
        if limit.settles and met and done and not self.sort.besides:
            self.days.setdefault(limit.settles, done)
        # by place, in the order of the fields: `_replace` would take three times as long
        self.found[limit.id] = Deadline(
            limit.id,
            limit.name,
            due,
            begun.start,
            limit.length,
            limit.unit,
            limit.basis.cite,
            start,
            rough,
            met,
            limit.fulfilled_by,
            done,
            (),
            begun.after,
            limit.backwards,
            limit.kind,
            extra,
            limit.note,
            self._declined(limit),
        )
        self.steps.append(deadline_step(limit, begun.after or begun.start, start, extra, due))
        if limit.group is not None and due is not None:
            self.groups.setdefault(limit.group, []).append(limit.id)
            if not limit.basis.source.verified:
                self.unverified.add(limit.id)

    def _due(self, limit: TimeLimit, start: date) -> tuple[date | None, tuple[int, ...], int]:
        """The last day, the years that were guessed, and by how much it is extended; late approvals extend nothing."""
        due, guessed = _end(limit, start, limit.length)
        if limit.extension is None or due is None:
            return due, guessed, 0
        approved = self.days.get(limit.extension.approved)
        if approved is None:
            return due, guessed, 0
        if approved > due:
            params = {
                "name": limit.name,
                "due": due,
                "approved": approved,
                "basis": limit.basis.cite,
                "field": limit.extension.approved,
            }
            self.late.append(Message("extension-too-late", params))
            return due, guessed, 0
        self.extended = True
        extra = limit.extension.length
        return (*_end(limit, start, limit.length + extra), extra)

    def _met(self, limit: TimeLimit, due: date | None, done: date | None) -> bool | None:
        if due is None:
            return None
        if done is not None:
            return done <= due
        if limit.shown_by:
            later = (self.days.get(name) for name in limit.shown_by)
            return True if any(day is not None and day <= due for day in later) else None
        return None

    def _declined(self, limit: TimeLimit) -> bool:
        """Whether the right is one to a hearing that the party does not ask for."""
        return limit.kind == "party-may" and limit.only_with == "hearing" and not self.sort.hearing_wanted

    def _surcharge(self, limit: TimeLimit, rule: Surcharge, start: date) -> DefaultSurcharge:
        """What is added from the day after the time limit on; less than a fen is left out."""
        fine, paid = self.fine(), self.days.get(rule.until)
        maximum = _share(fine, rule.at_most)
        days = None if paid is None else max((paid - start).days, 0)
        amount = None if days is None else min(_share(fine * days, rule.daily), maximum)
        return DefaultSurcharge(
            limit.id,
            limit.basis.cite,
            yuan(fine),
            yuan(_share(fine, rule.daily)),
            yuan(maximum),
            start + timedelta(days=1),
            start + timedelta(days=limit.length),
            days,
            None if amount is None else yuan(amount),
        )

    def result(self) -> Running:
        """Everything added so far."""
        remarks = list(self._conflicts()) if self.groups else []
        if self.late and not self.extended:  # one approval may be late for one limit and in time for another
            remarks += self.late
        if self.rough:
            names = [self.found[name].name for name in self.rough]
            remarks.append(Message("working-days-approximate", {"names": names, "years": list(self.guessed)}))
        return Running(tuple(self.found.values()), tuple(self.steps), tuple(remarks), self.surcharge)

    def _conflicts(self) -> Iterator[Message]:
        """Marks the limits for one step that end on different days; warns while one of them is not kept for certain."""
        for names in self.groups.values():
            items = [self.found[name] for name in names]
            if len({item.due for item in items}) < 2:
                continue
            for item in items:
                others = tuple(other.id for other in items if other.due != item.due)
                self.found[item.id] = item._replace(conflicts_with=others)
            if not all(item.met for item in items):
                yield _conflict(items, self.unverified)


def _share(amount: int, share: Fraction) -> int:
    """The share in whole fen, rounded down."""
    return amount * share.numerator // share.denominator


def _conflict(items: Sequence[Deadline], unverified: Collection[str]) -> Message:
    """What is verified goes before what may no longer be in force."""
    found = sorted(items, key=lambda item: item.due or date.max)
    told = [
        Message("deadline-told", {"name": item.name, "due": item.due, "basis": item.basis}) for item in found
    ]
    sure = next((item for item in found if item.id not in unverified), found[0])
    doubted = [item.name for item in found[: found.index(sure)]]
    advice = Message("deadlines-earliest", {"earliest": sure.due})
    if doubted:
        params = {"verified": sure.due, "names": doubted, "earliest": found[0].due}
        advice = Message("deadlines-earliest-if-in-force", params)
    return Message("deadlines-conflict", {"deadlines": told, "advice": advice})


def last_day(limit: Deadline, start: date) -> date | None:
    """The last day of a time limit if it ran from another day than it was counted from."""
    return _end(limit, start, limit.length + limit.extended_by)[0]


def _end(limit: TimeLimit | Deadline, start: date, length: int) -> tuple[date | None, tuple[int, ...]]:
    """The last day, and the years whose working days are guessed; the day it starts from is not counted.

    None beyond the end of the calendar.
    """
    count = -length if limit.backwards else length
    try:
        if limit.unit == "days":
            return start + timedelta(days=count), ()
        if limit.unit == "months":
            return _months(start, count), ()
        return _working_days()(start, count)
    except (OverflowError, ValueError):
        return None, ()


@lru_cache(maxsize=1)
def _working_days() -> Callable[[date, int], Counted]:
    # read only now: few cases need to know the holidays, and every command would wait for them
    from penalty_engine.working_days import working_days_from

    return working_days_from


def _months(start: date, count: int) -> date:
    """The same day so many months later, or the last day of that month where there is none."""
    month = start.month - 1 + count
    year, month = start.year + month // 12, month % 12 + 1
    return date(year, month, min(start.day, monthrange(year, month)[1]))
