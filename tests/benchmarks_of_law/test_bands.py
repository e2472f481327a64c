"""Where a tier lies: shares of the range or the maximum, other quantities, both targets, kept within the law."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from tests.benchmarks_of_law.made_up import (
    BY_COUNTS,
    BY_FACTS,
    THREE,
    assess,
    engine,
    fine,
    row,
    steps,
    table,
    told,
)

SUM = "- fine: {at_least: 2000, at_most: 20000}"


def _two(low: str, high: str) -> str:
    """Two tiers by the number of workers: up to 10, and more."""
    return (
        f"- {{tier: low, when: {{workers: {{at_most: 10}}}}, band: {low}}}\n"
        f"- {{tier: high, when: {{workers: {{above: 10}}}}, band: {high}}}\n"
    )


def test_shares_of_the_range_and_of_the_maximum(tmp_path: Path, network: str) -> None:
    """2,000–20,000: the first quarter is 2,000–6,500; 60 to 100 per cent of the maximum are 12,000–20,000."""
    tiers = _two("{from: 0, to: 1/4}", "{of: maximum, from: 3/5, to: 1}")
    rules = engine(tmp_path, network, SUM, table(BY_FACTS + row(tiers)))
    assert told(fine(rules, workers=10)) == ("low", "2000", "6500", "4200")  # middle 4,250
    assert told(fine(rules, workers=11)) == ("high", "12000", "20000", "16000")


def test_a_share_of_the_maximum_below_the_minimum_is_kept_at_it(tmp_path: Path, network: str) -> None:
    """Up to 20 per cent of 20,000 is 0–4,000; the law begins at 2,000."""
    tiers = _two("{of: maximum, from: 0, to: 1/5}", "maximum")
    rules = engine(tmp_path, network, SUM, table(BY_FACTS + row(tiers)))
    found = assess(rules, workers=1)
    assert told(found.acts[0].findings[0].fines[0]) == ("low", "2000", "4000", "2000")
    kept = steps(found, "kept-within-range")
    assert [(step.inputs, step.result) for step in kept] == [
        (
            {"minimum": Decimal(0), "maximum": Decimal(4000)},
            {"minimum": Decimal(2000), "maximum": Decimal(4000)},
        )
    ]


@pytest.mark.parametrize(
    ("workers", "expected", "kept"),
    [
        (1, ("low", "2000", "2000", "2000"), True),  # 500–1,000 lies below the law
        (3, ("low", "2000", "3000", "2200"), True),  # 1,500–3,000; middle 2,250
        (10, ("low", "5000", "10000", "7500"), False),
        (11, ("high", "11000", "20000", "16500"), True),  # 11,000–22,000; middle 16,500
        (50, ("high", "20000", "20000", "20000"), True),
    ],
)
def test_a_rate_per_head_for_a_lump_sum(
    tmp_path: Path, network: str, workers: int, expected: tuple[str, str, str, str], kept: bool
) -> None:
    """500–1,000 a head up to ten heads, 1,000–2,000 above, within the lump sum of 2,000–20,000."""
    tiers = _two(
        "{per: workers, at_least: 500, at_most: 1000}", "{per: workers, at_least: 1000, at_most: 2000}"
    )
    rules = engine(tmp_path, network, SUM, table(BY_FACTS + row(tiers)))
    found = assess(rules, workers=workers)
    assert told(found.acts[0].findings[0].fines[0]) == expected
    assert bool(steps(found, "kept-within-range")) is kept
    if expected[2] != "20000" or not kept:
        band = steps(found, "band")[0]
        assert band.inputs["quantity"] == ["workers"]


def test_a_band_in_another_sum_of_money(tmp_path: Path, network: str) -> None:
    """Half to the whole of the sum evaded, for a lump sum of 2,000–20,000."""
    tiers = _two("{times: evaded, at_least: 0.5, at_most: 1}", "maximum")
    rules = engine(tmp_path, network, SUM, table(BY_FACTS + row(tiers)))
    assert told(fine(rules, workers=1, evaded="9000.50")) == ("low", "4500.25", "9000.50", "6700")
    needing = assess(rules, workers=1)
    assert (needing.status, needing.missing_facts) == ("needs-facts", ("evaded",))
    assert told(fine(rules, workers=11)) == ("high", "20000", "20000", "20000")  # not asked where not used


def test_the_maximum_for_not_cooperating(tmp_path: Path, network: str) -> None:
    """Where records are withheld the number of workers does not matter and is not asked for."""
    tiers = """\
        - {tier: low, when: {silent: false, workers: {at_most: 10}}, band: {at_least: 2000, at_most: 10000}}
        - {tier: middle, when: {silent: false, workers: {above: 10}}, band: {at_least: 10000, at_most: 20000}}
        - {tier: high, when: {silent: true}, band: maximum}
        """
    rules = engine(tmp_path, network, SUM, table(BY_FACTS + row(tiers)))
    assert told(fine(rules, silent=True)) == ("high", "20000", "20000", "20000")
    assert told(fine(rules, silent=False, workers=3)) == ("low", "2000", "10000", "6000")
    assert assess(rules, silent=False).missing_facts == ("workers",)
    assert assess(rules, workers=3).missing_facts == ("silent",)


def test_unit_and_person_move_together(tmp_path: Path, network: str) -> None:
    """10–30 and 30–100 thousand for the unit; 500–1,000 and 1,000–2,000 for each of the persons."""
    outcome = (
        "- fine:\n"
        "    - {at_least: 10000, at_most: 100000}\n"
        "    - {at_least: 500, at_most: 2000, target: responsible_person, each: persons}\n"
    )
    tiers = """\
        - tier: low
          when: {workers: {at_most: 10}}
          bands: {unit: {at_least: 10000, at_most: 30000}, responsible_person: {at_least: 500, at_most: 1000}}
        - tier: high
          when: {workers: {above: 10}}
          bands: {unit: {at_least: 30000, at_most: 100000}, responsible_person: {at_least: 1000, at_most: 2000}}
        """
    rules = engine(tmp_path, network, outcome, table(BY_FACTS + row(tiers)))
    for workers, unit, person in (
        (10, ("low", "10000", "30000", "20000"), ("low", "500", "1000", "700")),  # middle 750
        (11, ("high", "30000", "100000", "65000"), ("high", "1000", "2000", "1500")),
    ):
        assert told(fine(rules, workers=workers, persons=3)) == unit
        each = fine(rules, workers=workers, persons=3, target="responsible_person")
        assert (told(each), each.persons) == (person, 3)
    total = assess(rules, workers=11, persons=3).total
    assert total.recommended == 65000 + 3 * 1500


def test_a_tier_of_the_scheme_serves_where_the_row_says_nothing_of_its_own(
    tmp_path: Path, network: str
) -> None:
    """Thirds of any range, but for this clause the lowest tier is a fixed 3,000."""
    shared = THREE
    for tier, ends in (
        ("low", "from: 0, to: 1/3"),
        ("middle", "from: 1/3, to: 2/3"),
        ("high", "from: 2/3, to: 1"),
    ):
        shared = shared.replace(f"en: {tier}}}}}", f"en: {tier}}}, {ends}}}")
    own = "- {tier: low, band: {exactly: 3000}}\n- {tier: middle}\n- {tier: high}\n"
    rules = engine(tmp_path, network, SUM, table(shared + BY_COUNTS + row(own)), order="table")
    assert told(fine(rules, "helped")) == ("low", "3000", "3000", "3000")
    assert told(fine(rules)) == ("middle", "8000", "14000", "11000")
    assert told(fine(rules, "lied")) == ("high", "14000", "20000", "17000")


FORTY_SIXTY = """\
tiers:
  - id: low
    name: {zh: 从轻, en: low}
    from: 0
    to: 1/3
    maximum_only: {of: maximum, from: 0, to: 1/5}
  - id: middle
    name: {zh: 一般, en: middle}
    from: 1/3
    to: 2/3
    maximum_only: {of: maximum, from: 2/5, to: 3/5}
  - id: high
    name: {zh: 从重, en: high}
    from: 2/3
    to: 1
    maximum_only: {of: maximum, from: 3/5, to: 1}
left_open:
  - {from: 1/5, to: 2/5, maximum_only: true, reason: {zh: 没有规定, en: not said}}
"""


def test_other_shares_where_the_law_has_only_a_maximum(tmp_path: Path, network: str) -> None:
    """50,000 at most: up to 20, 40–60 and from 60 per cent of it; with a minimum: thirds."""
    only = engine(
        tmp_path / "only",
        network,
        "- fine: {at_most: 50000}",
        table(FORTY_SIXTY + BY_COUNTS),
        order="table",
    )
    assert told(fine(only, "helped")) == ("low", "0", "10000", "5000")
    assert told(fine(only)) == ("middle", "20000", "30000", "25000")
    assert told(fine(only, "lied")) == ("high", "30000", "50000", "40000")
    both = engine(
        tmp_path / "both",
        network,
        "- fine: {at_least: 20000, at_most: 50000}",
        table(FORTY_SIXTY + BY_COUNTS),
        order="table",
    )
    assert told(fine(both, "helped")) == ("low", "20000", "30000", "25000")
    assert told(fine(both)) == ("middle", "30000", "40000", "35000")


OPEN = """\
tiers:
  - {id: low, name: {zh: 从轻, en: low}, from: 0, to: 3/10}
  - {id: middle, name: {zh: 一般, en: middle}, above: 3/10, below: 7/10}
  - {id: high, name: {zh: 从重, en: high}, from: 7/10, to: 1}
"""


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        ("0", ("middle", "16000", "24000", "16000.01")),  # the end is not in the band: the next fen is
        ("1/8", ("middle", "16000", "24000", "17000")),
        ("1/2", ("middle", "16000", "24000", "20000")),
        ("1", ("middle", "16000", "24000", "23900")),
    ],
)
def test_open_ends_are_not_recommended(
    tmp_path: Path, network: str, at: str, expected: tuple[str, str, str, str]
) -> None:
    """10,000–30,000: the middle tier lies strictly between 16,000 and 24,000."""
    benchmark = table(OPEN + BY_COUNTS).replace("at: 1/2", f"at: {at}")
    rules = engine(tmp_path, network, "- fine: {at_least: 10000, at_most: 30000}", benchmark, order="table")
    found = fine(rules)
    assert told(found) == expected
    assert found.tier is not None
    assert (found.tier.minimum_included, found.tier.maximum_included) == (False, False)
    lower = fine(rules, "helped").tier
    assert lower is not None
    assert (lower.minimum_included, lower.maximum_included) == (True, True)
