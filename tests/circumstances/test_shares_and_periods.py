"""Exact shares for networks that know only whole numbers, and periods by the calendar."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from penalty_engine.rulebook.shares import UNITS, is_exact, read_share, share_of, share_text
from penalty_engine.stages.periods import begun, completed, last_day

THRESHOLDS = ("10%", "12.5%", "33.33%", "1/3", "1/7", "2/9", "0.1", "100%", "0")


@given(st.integers(0, 10**7), st.integers(1, 10**7), st.sampled_from(THRESHOLDS))
def test_a_share_compares_as_the_fraction_does(part: int, whole: int, threshold: str) -> None:
    part = min(part, whole)
    written = Fraction(threshold.rstrip("%")) / (100 if threshold.endswith("%") else 1)
    share, bound = share_of(part, whole), read_share(threshold)
    assert is_exact(bound)
    exact = Fraction(part, whole)
    assert (share > bound, share < bound, share == bound) == (
        exact > written,
        exact < written,
        exact == written,
    )


@pytest.mark.parametrize("part", [3_333_333, 3_333_334, 1, 9_999_999])
def test_a_share_just_beside_a_threshold(part: int) -> None:
    whole = 10**7
    third = read_share("1/3")
    assert (share_of(part, whole) > third) is (Fraction(part, whole) > Fraction(1, 3))
    assert share_of(part, whole) not in (third, 0, 2 * UNITS)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("10%", "10%"),
        ("12.5％", "12.5%"),
        (1, "100%"),
        (0, "0%"),
        ("1/3", "1/3"),
        ("0.0001", "0.01%"),
        (Decimal("0.25"), "25%"),
        ("1/11", "≈9.09%"),
        ("999/1000", "99.9%"),
    ],
)
def test_shares_as_written_and_shown(value: object, text: str) -> None:
    assert share_text(read_share(value)) == text


@pytest.mark.parametrize(
    "value", ["101%", "1.5", 2, -1, "-1%", "ten", "1/0", "3/2", True, 0.1, None, [], "10 %", "½"]
)
def test_what_is_no_share(value: object) -> None:
    with pytest.raises(ValueError, match="not a share"):
        read_share(value)


@pytest.mark.parametrize(
    ("start", "length", "unit", "last"),
    [
        (date(2024, 1, 31), 1, "months", date(2024, 2, 29)),
        (date(2023, 1, 31), 1, "months", date(2023, 2, 28)),
        (date(2024, 2, 29), 1, "years", date(2025, 2, 28)),
        (date(2024, 2, 29), 4, "years", date(2028, 2, 29)),
        (date(2024, 12, 15), 2, "months", date(2025, 2, 15)),
        (date(2024, 12, 31), 3, "days", date(2025, 1, 3)),
    ],
)
def test_the_last_day_of_a_period(start: date, length: int, unit: str, last: date) -> None:
    assert last_day(start, length, unit) == last


DAYS = st.dates(date(2000, 1, 1), date(2040, 12, 31))


@given(DAYS, st.integers(-40, 4_000), st.sampled_from(["days", "months", "years"]))
def test_periods_that_ended_and_that_began(start: date, distance: int, unit: str) -> None:
    end = start + timedelta(days=distance)
    number = completed(start, end, unit)
    assert number >= 0
    if end > start:
        assert number == 0 or last_day(start, number, unit) <= end
        assert last_day(start, number + 1, unit) > end
    assert begun(start, end, unit) - number == (
        1 if end > start and last_day(start, number, unit) < end else 0
    )
