"""Working days by the holiday arrangements of the State Council, counted forwards and backwards.

The arrangements come from the library chinesecalendar, which is read when the first working day is counted. A year it does
not know counts Monday to Friday, and the result says so.
"""

from __future__ import annotations

from collections.abc import Set
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

_SATURDAY = 5
_DAY = timedelta(days=1)


class Counted(NamedTuple):
    """The day found, and the years for which only Monday to Friday could be counted."""

    day: date
    guessed: tuple[int, ...]


class Arrangements(NamedTuple):
    """Days off on weekdays, days worked on weekends, and the days between which both are known."""

    holidays: Set[date]
    worked: Set[date]
    first: date
    last: date


def working_days_from(start: date, count: int) -> Counted:
    """The `count`-th working day after `start`, which is not counted; before it where `count` is negative.

    Raises OverflowError beyond the calendar.
    """
    known = arrangements()
    step = _DAY if count > 0 else -_DAY
    guessed: dict[int, None] = {}
    day, left = start, abs(count)
    while left:
        day += step
        if not known.first <= day <= known.last:
            guessed[day.year] = None
        if _works(day, known):
            left -= 1
    return Counted(day, tuple(guessed))


def is_working_day(day: date) -> bool | None:
    """Whether people work on `day`; None where the arrangements of its year are not known."""
    known = arrangements()
    if not known.first <= day <= known.last:
        return None
    return _works(day, known)


def is_weekend(day: date) -> bool:
    """Whether `day` is a Saturday or a Sunday."""
    return day.weekday() >= _SATURDAY


def _works(day: date, known: Arrangements) -> bool:
    return day in known.worked or (day.weekday() < _SATURDAY and day not in known.holidays)


@lru_cache(maxsize=1)
def arrangements() -> Arrangements:
    """What chinesecalendar knows. Without the library nothing is known, and every year is a guess."""
    try:
        from chinese_calendar import holidays, workdays
    except ImportError:
        return Arrangements(frozenset(), frozenset(), date.max, date.min)
    # the arrangement of a year may move the last days of the year before: the turn of 2018 to 2019 did
    settled = date(max(holidays).year, 12, 24)
    return Arrangements(holidays.keys(), workdays.keys(), date(min(holidays).year, 1, 1), settled)
