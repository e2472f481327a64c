"""Working days by the holiday arrangements, each date counted by hand beside it."""

from __future__ import annotations

from datetime import date

import pytest

from penalty_engine import working_days
from penalty_engine.working_days import Arrangements, arrangements, is_working_day, working_days_from
from tests.cli.running import run_alone


@pytest.mark.parametrize(
    ("start", "count", "day"),
    [
        # no holiday between
        ("2024-05-27", 5, "2024-06-03"),  # Tue 28, Wed 29, Thu 30, Fri 31 May, Mon 3 June
        # National Day 2024: off 1-7 October, worked Sunday 29 September and Saturday 12 October
        ("2024-09-27", 5, "2024-10-10"),  # Sun 29, Mon 30 September; Tue 8, Wed 9, Thu 10 October
        ("2024-09-30", 5, "2024-10-12"),  # Tue 8, Wed 9, Thu 10, Fri 11, Sat 12 October
        # Mid-Autumn and National Day 2023: off 29 September-6 October, worked Saturday 7 and Sunday 8 October
        (
            "2023-09-26",
            7,
            "2023-10-11",
        ),  # Wed 27, Thu 28 September; Sat 7, Sun 8, Mon 9, Tue 10, Wed 11 October
        # Spring Festival 2025: off 28 January-4 February, worked Sunday 26 January and Saturday 8 February
        ("2025-01-24", 5, "2025-02-07"),  # Sun 26, Mon 27 January; Wed 5, Thu 6, Fri 7 February
        ("2025-01-27", 4, "2025-02-08"),  # Wed 5, Thu 6, Fri 7, Sat 8 February
        # Spring Festival 2026: off 15-23 February, worked Saturday 14 and Saturday 28 February
        ("2026-02-09", 10, "2026-02-28"),  # Tue 10-Fri 13: 4, Sat 14: 5, Tue 24-Fri 27: 9, Sat 28: 10
        # Spring Festival 2020, prolonged to Sunday 2 February
        ("2020-01-23", 1, "2020-02-03"),
        # Labour Day 2024: off 1-5 May, worked Sunday 28 April and Saturday 11 May
        ("2024-04-26", 3, "2024-04-30"),  # Sun 28, Mon 29, Tue 30 April
        ("2024-05-06", 5, "2024-05-11"),  # Tue 7-Fri 10: 4, Sat 11: 5
        # from a day of rest: it is not counted, whatever it is
        ("2024-10-01", 1, "2024-10-08"),
        # the turn of the year 2018 to 2019: worked Saturday 29 December, off 30 December-1 January
        ("2018-12-28", 2, "2019-01-02"),
    ],
)
def test_forwards(start: str, count: int, day: str) -> None:
    found = working_days_from(date.fromisoformat(start), count)
    assert (found.day, found.guessed) == (date.fromisoformat(day), ())


@pytest.mark.parametrize(
    ("start", "count", "day"),
    [
        ("2024-06-07", 7, "2024-05-29"),  # Thu 6, Wed 5, Tue 4, Mon 3 June; Fri 31, Thu 30, Wed 29 May
        # Sat 12, Fri 11, Thu 10, Wed 9, Tue 8 October; Mon 30, Sun 29 September
        ("2024-10-14", 7, "2024-09-29"),
        # Sat 8, Fri 7, Thu 6, Wed 5 February; Mon 27, Sun 26, Fri 24 January
        ("2025-02-10", 7, "2025-01-24"),
        # Sat 28, Fri 27, Thu 26, Wed 25, Tue 24 February; Sat 14, Fri 13 February
        ("2026-03-02", 7, "2026-02-13"),
    ],
)
def test_backwards(start: str, count: int, day: str) -> None:
    found = working_days_from(date.fromisoformat(start), -count)
    assert (found.day, found.guessed) == (date.fromisoformat(day), ())


@pytest.mark.parametrize("start", ["2024-01-25", "2024-09-20", "2025-01-15", "2023-04-21"])
@pytest.mark.parametrize("count", [1, 5, 7, 10, 60, 90])
def test_back_and_forth(start: str, count: int) -> None:
    first = date.fromisoformat(start)  # a working day
    there = working_days_from(first, count).day
    assert working_days_from(there, -count).day == first
    between = [date.fromordinal(day) for day in range(first.toordinal() + 1, there.toordinal() + 1)]
    assert sum(is_working_day(day) is True for day in between) == count
    assert is_working_day(there)


def test_a_year_that_is_not_known() -> None:
    # 2150-03-02 is a Monday: Tue 3 to Fri 6, Mon 9
    found = working_days_from(date(2150, 3, 2), 5)
    assert (found.day, found.guessed) == (date(2150, 3, 9), (2150,))
    assert working_days_from(date(2150, 3, 9), -5) == (date(2150, 3, 2), (2150,))
    assert working_days_from(date(2149, 12, 30), 3).guessed == (2149, 2150)
    assert is_working_day(date(2150, 3, 2)) is None
    assert working_days_from(date(2003, 12, 30), 3).guessed == (2003,)  # known from 2004 on


def test_the_last_days_of_the_last_year_known_may_still_move() -> None:
    last = arrangements().last
    assert (last.month, last.day) == (12, 24)
    assert is_working_day(last) is not None
    assert is_working_day(date(last.year, 12, 25)) is None
    assert working_days_from(last, 1).guessed == (last.year,)


def test_without_the_library_every_year_is_a_guess(monkeypatch: pytest.MonkeyPatch) -> None:
    nothing = Arrangements(frozenset(), frozenset(), date.max, date.min)
    monkeypatch.setattr(working_days, "arrangements", lambda: nothing)
    # 2024-10-01 to 07 were off, but nothing says so: Mon 30 September, Tue 1 October
    assert working_days_from(date(2024, 9, 27), 2) == (date(2024, 10, 1), (2024,))


def test_beyond_the_calendar() -> None:
    with pytest.raises(OverflowError):
        working_days_from(date(9999, 12, 1), 100)


_QUIET = """
import sys
from penalty_engine.cli.main import main
try:
    main()
except SystemExit:
    pass
print([name for name in ("chinese_calendar", "icalendar") if name in sys.modules])
"""


def test_the_holidays_are_read_only_where_they_are_needed() -> None:
    done = run_alone("fine", "labour-contract-law/92.1", "--fact", "illegal_gain=120000", code=_QUIET)
    assert done.out.endswith("[]\n"), done.out + done.err
