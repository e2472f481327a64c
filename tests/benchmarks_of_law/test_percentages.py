"""Fines by percentages: added, one after another, bounded; of the maximum or of the range; switched off; kept within the law."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from math import floor
from pathlib import Path
from textwrap import indent

import pytest

from tests.benchmarks_of_law.made_up import assess, engine, fine, steps, table

SUM = "- fine: {at_least: 10000, at_most: 100000}"
WORKERS = """\
- id: workers
  name: {zh: 人数, en: workers}
  options:
    - {percent: 20, when: {workers: {above: 30}}}
    - {percent: 10, when: {workers: {above: 10}}}
"""
LATE = """\
- id: late
  name: {zh: 逾期, en: late}
  options:
    - {percent: 15, when: {days_late: {above: 7}}}
"""
HELPED = """\
- id: helped
  name: {zh: 配合, en: helped}
  options:
    - {percent: -12.5, when: {circumstance: helped}}
"""


def method(
    *factors: str, base: str = "maximum", combine: str = "additive", start: str = "0", more: str = ""
) -> str:
    """A benchmark by percentages."""
    head = f"id: sum\nname: {{zh: 百分比, en: percentages}}\nbase: {base}\ncombine: {combine}\nstart: {start}\n{more}"
    body = head + "factors:\n" + indent("".join(factors), "  ")
    return table("percentages:\n" + indent(body, "  "))


@pytest.mark.parametrize(
    ("base", "facts", "circumstances", "share", "recommended"),
    [
        # of the maximum of 100,000
        ("maximum", {"workers": 11, "days_late": 0}, (), "30%", "30000"),
        ("maximum", {"workers": 31, "days_late": 0}, (), "40%", "40000"),  # the first that holds
        ("maximum", {"workers": 31, "days_late": 8}, (), "55%", "55000"),
        ("maximum", {"workers": 31, "days_late": 8}, ("helped",), "42.5%", "42500"),
        # of the span of 90,000 above the minimum of 10,000
        ("range", {"workers": 11, "days_late": 0}, (), "30%", "37000"),
        ("range", {"workers": 31, "days_late": 8}, ("helped",), "42.5%", "48200"),  # 48,250
        ("range", {"workers": 0, "days_late": 0}, ("helped",), "7.5%", "16700"),  # 16,750
    ],
)
def test_added(
    tmp_path: Path,
    network: str,
    base: str,
    facts: dict[str, int],
    circumstances: tuple[str, ...],
    share: str,
    recommended: str,
) -> None:
    rules = engine(
        tmp_path, network, SUM, method(WORKERS, LATE, HELPED, base=base, start="20"), order="table"
    )
    found = assess(rules, *circumstances, **facts)
    assert steps(found, "percentages")[0].result == share
    one = found.acts[0].findings[0].fines[0]
    assert str(one.recommended) == recommended
    assert one.tier is not None
    assert (one.tier.id, one.selected_by) == ("sum", "percentages")
    assert one.tier.minimum <= one.recommended <= one.tier.maximum


def test_each_factor_is_a_step(tmp_path: Path, network: str) -> None:
    rules = engine(tmp_path, network, SUM, method(WORKERS, LATE, HELPED, start="20"), order="table")
    found = assess(rules, "helped", workers=31, days_late=8)
    told = [
        (step.inputs["percent"], step.inputs["before"], step.result) for step in steps(found, "percentage")
    ]
    assert told == [("20%", "20%", "40%"), ("15%", "40%", "55%"), ("-12.5%", "55%", "42.5%")]


def test_one_after_another(tmp_path: Path, network: str) -> None:
    """50 % × 1.2 × 1.15 × 0.875 = 60.375 %: of 100,000, 60,375."""
    rules = engine(
        tmp_path, network, SUM, method(WORKERS, LATE, HELPED, combine="serial", start="50"), order="table"
    )
    found = assess(rules, "helped", workers=31, days_late=8)
    assert [step.result for step in steps(found, "percentage")] == ["60%", "69%", "60.375%"]
    assert found.acts[0].findings[0].fines[0].recommended == 60300
    assert fine(rules, workers=0, days_late=0).recommended == 50000


@pytest.mark.parametrize(
    ("order", "reached", "recommended"),
    [
        # start 40, bounds 30–50: +20 → 50, +15 → 50, −12.5 → 37.5
        ((WORKERS, LATE, HELPED), ["50%", "50%", "37.5%"], 37500),
        # −12.5 → 30 (not 27.5), +20 → 50, +15 → 50
        ((HELPED, WORKERS, LATE), ["30%", "50%", "50%"], 50000),
    ],
    ids=["lighter last", "lighter first"],
)
def test_bounded_in_the_order_written(
    tmp_path: Path, network: str, order: tuple[str, ...], reached: list[str], recommended: int
) -> None:
    bounds = method(*order, combine="bounded", start="40", more="at_least: 30\nat_most: 50\n")
    rules = engine(tmp_path, network, SUM, bounds, order="table")
    found = assess(rules, "helped", workers=31, days_late=8)
    assert [step.result for step in steps(found, "percentage")] == reached
    assert found.acts[0].findings[0].fines[0].recommended == recommended


def test_a_bounded_method_starts_within_its_bounds(tmp_path: Path, network: str) -> None:
    """Else a lighter factor would raise what no factor at all leaves below the bounds."""
    bounds = method(HELPED, combine="bounded", start="0", more="at_least: 20\nat_most: 50\n")
    rules = engine(tmp_path, network, SUM, bounds, order="table")
    assert fine(rules).recommended == 20000
    helped = assess(rules, "helped").acts[0].findings[0].fines[0]
    assert helped.recommended == 20000


def test_switched_off(tmp_path: Path, network: str) -> None:
    """Lateness does not count where records are withheld; then it is not asked for either."""
    late = LATE + "  unless: {silent: true}\n"
    rules = engine(tmp_path, network, SUM, method(late, start="20"), order="table")
    assert fine(rules, silent=False, days_late=8).recommended == 35000
    assert fine(rules, silent=True, days_late=8).recommended == 20000
    assert fine(rules, silent=True).recommended == 20000
    assert assess(rules, days_late=8).missing_facts == ("silent",)
    assert assess(rules).missing_facts == ("silent",)
    assert assess(rules, silent=False).missing_facts == ("days_late",)


def test_unknown_facts_of_several_factors(tmp_path: Path, network: str) -> None:
    rules = engine(tmp_path, network, SUM, method(WORKERS, LATE, HELPED), order="table")
    assert assess(rules).missing_facts == ("workers", "days_late")
    # more than thirty would be the first option: eleven are not, but the second holds
    assert assess(rules, workers=11, days_late=0).missing_facts == ()


@pytest.mark.parametrize(
    ("start", "nominal", "kept"),
    [("5", Decimal(5000), 10000), ("-20", Decimal(-20000), 10000), ("130", Decimal(130000), 100000)],
)
def test_kept_within_the_range(tmp_path: Path, network: str, start: str, nominal: Decimal, kept: int) -> None:
    never = "- id: never\n  name: {zh: 无, en: none}\n  options: [{percent: 1, when: {refused: true}}]\n"
    rules = engine(tmp_path, network, SUM, method(never, start=start), order="table")
    found = assess(rules, refused=False)
    assert found.acts[0].findings[0].fines[0].recommended == kept
    step = steps(found, "kept-within-range")[0]
    assert step.inputs == {"minimum": nominal, "maximum": nominal}
    assert step.result == {"minimum": Decimal(kept), "maximum": Decimal(kept)}


def test_multiples_and_heads(tmp_path: Path, network: str) -> None:
    """The share is taken of the whole range: 1–5 × 20,000 is 20,000–100,000; 30 % of the span: 44,000."""
    times = engine(
        tmp_path / "times",
        network,
        "- fine: {times: gain, at_least: 1, at_most: 5}",
        method(WORKERS, base="range", start="20"),
        order="table",
    )
    assert fine(times, gain=20000, workers=11).recommended == 44000
    heads = engine(
        tmp_path / "heads",
        network,
        "- fine: {per: workers, at_least: 1000, at_most: 5000}",
        method(WORKERS, base="maximum", start="20"),
        order="table",
    )
    assert fine(heads, workers=12).recommended == 18000  # 30 % of 60,000


def test_mitigation_is_elected_as_ever(tmp_path: Path, network: str) -> None:
    rules = engine(tmp_path, network, SUM, method(WORKERS, HELPED, start="20"), order="table")
    found = fine(rules, "helped", workers=11, elections={"mitigate": True})
    assert found.tier is not None
    assert (found.tier.id, found.tier.minimum, found.tier.maximum, found.recommended) == (
        "mitigated",
        0,
        10000,
        5000,
    )


@pytest.mark.parametrize(("percent", "factors"), [("3.3333", 6), ("12.5", 16)])
def test_many_factors_one_after_another(tmp_path: Path, network: str, percent: str, factors: int) -> None:
    """More decimals than any sum can be told with: the point is taken down to the fen."""
    same = "".join(
        f"- id: f{number}\n  name: {{zh: 甲, en: a}}\n  options: [{{percent: {percent}, when: {{workers: {{above: {number}}}}}}}]\n"
        for number in range(factors)
    )
    rules = engine(tmp_path, network, SUM, method(same, combine="serial", start="5"), order="table")
    exact = Fraction(5, 100) * (1 + Fraction(percent) / 100) ** factors * 100_000
    found = assess(rules, workers=99)
    one = found.acts[0].findings[0].fines[0]
    assert one.tier is not None
    assert one.tier.maximum == max(floor(exact * 100) / Decimal(100), 10_000)
    assert one.recommended == max(floor(exact / 100) * 100, 10_000)


def test_a_share_of_a_fen(tmp_path: Path, network: str) -> None:
    """1–2 times 0.01, a third of the span: the point lies between two fen and is taken down, inside the range."""
    third = method(WORKERS, base="range", start="33.3333")
    rules = engine(tmp_path, network, "- fine: {times: gain, at_least: 1, at_most: 2}", third, order="table")
    found = fine(rules, gain="0.01", workers=0)
    assert str(found.recommended) == "0.01"
