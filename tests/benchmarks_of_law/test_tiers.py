"""Three, four and five tiers, even and uneven, in every form a fine has; each sum is worked out by hand."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from tests.benchmarks_of_law.made_up import (
    BY_COUNTS,
    BY_FACTS,
    THREE,
    engine,
    finding,
    fine,
    row,
    table,
    told,
)

SUM = "- fine: {at_least: 10000, at_most: 50000}"
TIMES = "- fine: {times: gain, at_least: 1, at_most: 3}"
HEADS = "- fine: {per: workers, at_least: 1000, at_most: 5000}"


def _by_gain(*bands: str) -> str:
    """Tiers by gain: up to 10,000, 30,000, and more."""
    limits = ("{at_most: 10000}", "{above: 10000, at_most: 30000}", "{above: 30000}")
    return "".join(
        f"- {{tier: {tier}, when: {{gain: {limit}}}, band: {band}}}\n"
        for tier, limit, band in zip(("low", "middle", "high"), limits, bands, strict=True)
    )


@pytest.mark.parametrize(
    ("outcome", "bands", "facts", "expected"),
    [
        # sums: 10,000–50,000 cut 10–20, 20–40, 40–50 thousand (uneven: 25, 50, 25 per cent)
        (SUM, (10, 20, 40, 50), {"gain": 10000}, ("low", "10000", "20000", "15000")),
        (SUM, (10, 20, 40, 50), {"gain": "10000.01"}, ("middle", "20000", "40000", "30000")),
        (SUM, (10, 20, 40, 50), {"gain": 30000}, ("middle", "20000", "40000", "30000")),
        (SUM, (10, 20, 40, 50), {"gain": 30001}, ("high", "40000", "50000", "45000")),
    ],
)
def test_uneven_sums(
    tmp_path: Path,
    network: str,
    outcome: str,
    bands: tuple[int, ...],
    facts: dict[str, object],
    expected: tuple[str, str, str, str],
) -> None:
    ends = [f"{{at_least: {low}000, at_most: {high}000}}" for low, high in pairwise(bands)]
    rules = engine(tmp_path, network, outcome, table(BY_FACTS + row(_by_gain(*ends))))
    assert told(fine(rules, **facts)) == expected


def test_uneven_multiples(tmp_path: Path, network: str) -> None:
    """1–1.5, 1.5–2, 2–3 times the gain: 25, 25 and 50 per cent of the range."""
    bands = ("{at_least: 1, at_most: 1.5}", "{at_least: 1.5, at_most: 2}", "{at_least: 2, at_most: 3}")
    rules = engine(tmp_path, network, TIMES, table(BY_FACTS + row(_by_gain(*bands))))
    # 8,000 × 1 = 8,000; × 1.5 = 12,000; middle 1.25 × 8,000 = 10,000
    assert told(fine(rules, gain=8000)) == ("low", "8000", "12000", "10000")
    # 20,000 × 1.5 = 30,000; × 2 = 40,000; middle 1.75 × 20,000 = 35,000
    assert told(fine(rules, gain=20000)) == ("middle", "30000", "40000", "35000")
    # 33,333.33 × 2 = 66,666.66; × 3 = 99,999.99; middle 2.5 × 33,333.33 = 83,333.325, down to 83,300
    assert told(fine(rules, gain="33333.33")) == ("high", "66666.66", "99999.99", "83300")


def test_per_head(tmp_path: Path, network: str) -> None:
    """1,000–2,000, 2,000–3,500 and 3,500–5,000 a head, by the number of heads."""
    tiers = """\
        - {tier: low, when: {workers: {at_most: 10}}, band: {at_least: 1000, at_most: 2000}}
        - {tier: middle, when: {workers: {above: 10, at_most: 30}}, band: {at_least: 2000, at_most: 3500}}
        - {tier: high, when: {workers: {above: 30}}, band: {at_least: 3500, at_most: 5000}}
        """
    rules = engine(tmp_path, network, HEADS, table(BY_FACTS + row(tiers)))
    assert told(fine(rules, workers=10)) == ("low", "10000", "20000", "15000")
    # 11 × 2,000 = 22,000; 11 × 3,500 = 38,500; middle 11 × 2,750 = 30,250, down to 30,200
    assert told(fine(rules, workers=11)) == ("middle", "22000", "38500", "30200")
    assert told(fine(rules, workers=31)) == ("high", "108500", "155000", "131700")  # 31 × 4,250 = 131,750


FOUR = """\
tiers:
  - {id: one, name: {zh: 一档, en: one}, from: 0, to: 1/10}
  - {id: two, name: {zh: 二档, en: two}, from: 1/10, to: 3/10}
  - {id: three, name: {zh: 三档, en: three}, from: 3/10, to: 6/10}
  - {id: four, name: {zh: 四档, en: four}, from: 6/10, to: 1}
select:
  - {tier: one, when: {heavier_over_lighter: {below: 0}}}
  - {tier: two, when: {heavier_over_lighter: 0}}
  - {tier: three, when: {heavier_over_lighter: 1}}
  - {tier: four, when: {heavier_over_lighter: {above: 1}}}
"""


@pytest.mark.parametrize(
    ("circumstances", "expected"),
    [
        # 10,000 + 40,000 × 1/10 = 14,000, × 3/10 = 22,000, × 6/10 = 34,000
        (("helped",), ("one", "10000", "14000", "12000")),
        ((), ("two", "14000", "22000", "18000")),
        (("lied",), ("three", "22000", "34000", "28000")),
        (("lied", "grim"), ("four", "34000", "50000", "42000")),
    ],
)
def test_four_uneven_shares(
    tmp_path: Path, network: str, circumstances: tuple[str, ...], expected: tuple[str, str, str, str]
) -> None:
    rules = engine(tmp_path, network, SUM, table(FOUR), order="table")
    assert told(fine(rules, *circumstances)) == expected


FIVE = """\
tiers:
  - {id: one, name: {zh: 轻微, en: one}}
  - {id: two, name: {zh: 一般, en: two}}
  - {id: three, name: {zh: 较重, en: three}}
  - {id: four, name: {zh: 严重, en: four}}
  - {id: five, name: {zh: 特别严重, en: five}}
"""


@pytest.mark.parametrize(
    ("workers", "expected"),
    [
        (0, ("one", "2000", "2000", "2000")),
        (5, ("one", "2000", "2000", "2000")),
        (6, ("two", "5000", "5000", "5000")),
        (11, ("three", "10000", "10000", "10000")),
        (31, ("four", "15050", "15050", "15050")),  # a fixed sum is not rounded out of its band
        (51, ("five", "20000", "20000", "20000")),
        (9999, ("five", "20000", "20000", "20000")),
    ],
)
def test_five_tiers_of_fixed_sums_by_head_count(
    tmp_path: Path, network: str, workers: int, expected: tuple[str, str, str, str]
) -> None:
    tiers = """\
        - {tier: one, when: {workers: {at_most: 5}}, band: {exactly: 2000}}
        - {tier: two, when: {workers: {above: 5, at_most: 10}}, band: {exactly: 5000}}
        - {tier: three, when: {workers: {above: 10, at_most: 30}}, band: {exactly: 10000}}
        - {tier: four, when: {workers: {above: 30, at_most: 50}}, band: {exactly: 15050}}
        - {tier: five, when: {workers: {above: 50}}, band: maximum}
        """
    outcome = "- fine: {at_least: 2000, at_most: 20000}"
    rules = engine(tmp_path, network, outcome, table(FIVE + row(tiers)))
    assert told(fine(rules, workers=workers)) == expected


def test_a_row_whose_tiers_circumstances_select(tmp_path: Path, network: str) -> None:
    """5,000–8,000, 8,000–12,000, 12,000–20,000: 20, 27 and 53 per cent of 5,000–20,000."""
    tiers = """\
        - {tier: low, band: {at_least: 5000, at_most: 8000}}
        - {tier: middle, band: {at_least: 8000, at_most: 12000}}
        - {tier: high, band: {at_least: 12000, at_most: 20000}}
        """
    outcome = "- fine: {at_least: 5000, at_most: 20000}"
    rules = engine(tmp_path, network, outcome, table(THREE + BY_COUNTS + row(tiers)))
    assert told(fine(rules)) == ("middle", "8000", "12000", "10000")
    assert told(fine(rules, "helped")) == ("low", "5000", "8000", "6500")
    assert told(fine(rules, "lied")) == ("high", "12000", "20000", "16000")
    assert fine(rules).selected_by == "circumstances"


# --- tiers named by legal effect --------------------------------------------------------------------------------------

EFFECTS = """\
tiers:
  - {id: none, name: {zh: 不予处罚, en: none}, effect: no-fine}
  - {id: less, name: {zh: 减轻, en: less}, effect: mitigated}
  - {id: lighter, name: {zh: 从轻, en: lighter}}
  - {id: heavier, name: {zh: 从重, en: heavier}}
"""
_EFFECT_ROW = """\
- {tier: none, when: {workers: {at_most: 2}}}
- {tier: less, when: {workers: {above: 2, at_most: 5}}, band: {below: 2}}
- {tier: lighter, when: {workers: {above: 5, at_most: 20}}, band: {at_least: 2, at_most: 3}}
- {tier: heavier, when: {workers: {above: 20}}, band: {above: 3, at_most: 5}}
"""


def test_tiers_named_by_effect(tmp_path: Path, network: str) -> None:
    """从轻 2–3 times, 从重 above 3 and up to 5 times (a price table); the open end is not recommended."""
    rules = engine(
        tmp_path, network, "- fine: {times: gain, at_least: 2, at_most: 5}", table(EFFECTS + row(_EFFECT_ROW))
    )
    assert told(fine(rules, gain=10000, workers=6)) == ("lighter", "20000", "30000", "25000")
    heavier = fine(rules, gain=10000, workers=21)
    assert told(heavier) == ("heavier", "30000", "50000", "40000")
    assert heavier.tier is not None
    assert (heavier.tier.minimum_included, heavier.tier.maximum_included) == (False, True)


def test_a_tier_below_the_minimum_needs_a_ground_and_an_election(tmp_path: Path, network: str) -> None:
    """减轻 below 2 times: the statutory minimum is kept until the officer elects mitigation on a ground."""
    rules = engine(
        tmp_path, network, "- fine: {times: gain, at_least: 2, at_most: 5}", table(EFFECTS + row(_EFFECT_ROW))
    )
    kept = fine(rules, gain=10000, workers=5)
    assert told(kept) == ("less", "20000", "20000", "20000")
    assert not kept.mitigated
    elected = fine(rules, "helped", gain=10000, workers=5, elections={"mitigate": True})
    assert told(elected) == ("mitigated", "0", "20000", "10000")
    assert elected.mitigated
    without_ground = fine(rules, gain=10000, workers=5, elections={"mitigate": True})
    assert told(without_ground) == ("less", "20000", "20000", "20000")


def test_what_a_row_gives_to_mitigation(tmp_path: Path, network: str) -> None:
    """减轻 500–1,000 a head where the law starts at 1,000: 3 heads, 1,500–3,000, middle 2,250."""
    tiers = """\
        - {tier: less, when: {workers: {at_most: 5}}, band: {at_least: 500, at_most: 1000}}
        - {tier: lighter, when: {workers: {above: 5}}, band: {at_least: 1000, at_most: 5000}}
        """
    rules = engine(tmp_path, network, HEADS, table(EFFECTS + row(tiers)))
    mitigated = fine(rules, "helped", workers=3, elections={"mitigate": True})
    assert told(mitigated) == ("mitigated", "1500", "3000", "2200")
    assert told(fine(rules, workers=3)) == ("less", "3000", "3000", "3000")


@pytest.mark.parametrize("named_by", ["effect", "band"])
def test_a_tier_without_a_fine(tmp_path: Path, network: str, named_by: str) -> None:
    """On an optional fine no fine is imposed; on a mandatory one the minimum is kept, with a warning."""
    first = "{tier: none, when: {workers: {at_most: 2}}}"
    if named_by == "band":
        first = "{tier: lighter, when: {workers: {at_most: 2}}, band: no-fine}"
    tiers = f"- {first}\n- {{tier: heavier, when: {{workers: {{above: 2}}}}, band: {{at_least: 500, at_most: 5000}}}}\n"
    name = "none" if named_by == "effect" else "lighter"
    may = engine(
        tmp_path / "may",
        network,
        "- fine: {at_least: 500, at_most: 5000, optional: true}",
        table(EFFECTS + row(tiers)),
    )
    found = finding(may, workers=2)
    assert (found.status, found.fines) == ("no-fine", ())
    assert found.reason is not None
    assert found.reason.code == "tier-without-fine"
    assert [item.tier.id for item in found.alternative if item.tier] == [name]
    assert finding(may, workers=3).status == "fined"
    shall = engine(
        tmp_path / "shall",
        network,
        "- fine: {at_least: 500, at_most: 5000}",
        table(EFFECTS + row(tiers)),
    )
    kept = finding(shall, workers=2)
    assert kept.status == "fined"
    assert told(kept.fines[0]) == (name, "500", "500", "500")


def test_one_optional_and_one_mandatory_fine_under_a_tier_without_fines(tmp_path: Path, network: str) -> None:
    outcome = (
        "- fine:\n"
        "    - {at_least: 500, at_most: 5000, optional: true}\n"
        "    - {at_least: 100, at_most: 1000, target: responsible_person}\n"
    )
    tiers = """\
        - {tier: none, when: {workers: {at_most: 2}}}
        - tier: heavier
          when: {workers: {above: 2}}
          bands: {unit: {at_least: 500, at_most: 5000}, responsible_person: {at_least: 100, at_most: 1000}}
        """
    rules = engine(tmp_path, network, outcome, table(EFFECTS + row(tiers)))
    found = finding(rules, workers=1)
    assert [item.target for item in found.alternative] == ["unit"]
    assert [(item.target, *told(item)) for item in found.fines] == [
        ("responsible_person", "none", "100", "100", "100")
    ]
