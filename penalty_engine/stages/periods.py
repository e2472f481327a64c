"""Periods by the calendar: the day one begins from is not counted, and it ends with the same day of its last month or year."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

_MONTHS = {"months": 1, "years": 12}


def last_day(start: date, length: int, unit: str) -> date:
    """The last day of a period; where its last month has no such day, the last of that month."""
    if unit == "days":
        return start + timedelta(days=length)
    year, month = divmod(start.year * 12 + start.month - 1 + length * _MONTHS[unit], 12)
    day = start.day if start.day <= 28 else min(start.day, monthrange(year, month + 1)[1])
    return date(year, month + 1, day)


def completed(start: date, end: date, unit: str) -> int:
    """How many such periods in a row have ended by a day; none where it lies before the start."""
    if end <= start:
        return 0
    if unit == "days":
        return (end - start).days
    months = (end.year - start.year) * 12 + end.month - start.month
    number = months // _MONTHS[unit] + 1
    while last_day(start, number, unit) > end:
        number -= 1
    return number


def begun(start: date, end: date, unit: str) -> int:
    """The same, with a period that has begun counted as a whole one."""
    number = completed(start, end, unit)
    return number if end <= start or last_day(start, number, unit) == end else number + 1
