"""Selecting a tier by circumstances, by facts, by facts and then moved by circumstances; ties; nothing counted twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from penalty_engine.assessment import ActResult, Assessment
from tests.benchmarks_of_law.made_up import (
    BY_COUNTS,
    BY_FACTS,
    THREE,
    assess,
    engine,
    finding,
    fine,
    row,
    steps,
    table,
    told,
)

SUM = "- fine: {at_least: 1000, at_most: 10000}"
BY_WORKERS = """\
- {tier: low, when: {workers: {at_most: 10}}, band: {at_least: 1000, at_most: 3000}}
- {tier: middle, when: {workers: {above: 10, at_most: 30}}, band: {at_least: 3000, at_most: 6000}}
- {tier: high, when: {workers: {above: 30}}, band: {at_least: 6000, at_most: 10000}}
"""
LOW = ("low", "1000", "3000", "2000")
MIDDLE = ("middle", "3000", "6000", "4500")
HIGH = ("high", "6000", "10000", "8000")
SHIFT = """\
shift:
  - {by: -1, when: {heavier_over_lighter: {below: 0}}}
  - {by: 1, when: {heavier_over_lighter: {above: 0}}}
  - {by: 1, when: {circumstance: grim}}
"""


def _circumstances(found: Assessment) -> dict[str, tuple[bool, str | None]]:
    """For each circumstance whether it was counted, and the code of why not."""
    act: ActResult = found.acts[0]
    return {
        item.id: (item.counted, None if item.why_not is None else item.why_not.code)
        for item in act.circumstances
    }


# --- by facts only ----------------------------------------------------------------------------------------------------


def test_by_facts_circumstances_do_not_move_the_tier(tmp_path: Path, network: str) -> None:
    rules = engine(tmp_path, network, SUM, table(BY_FACTS + row(BY_WORKERS)))
    for circumstances in ((), ("helped",), ("lied", "grim")):
        found = assess(rules, *circumstances, workers=20)
        assert told(found.acts[0].findings[0].fines[0]) == MIDDLE
        assert _circumstances(found) == dict.fromkeys(
            _circumstances(found), (False, "circumstance-not-in-table")
        )
    assert fine(rules, workers=20).selected_by == "facts"


# --- by facts, then by circumstances ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("workers", "circumstances", "expected"),
    [
        (20, (), MIDDLE),
        (20, ("helped",), LOW),
        (20, ("lied",), HIGH),
        (20, ("helped", "lied"), MIDDLE),
        (5, ("helped",), LOW),  # there is no tier below
        (5, ("lied",), MIDDLE),
        (5, ("grim",), HIGH),  # heavier, and gravest: two up
        (31, ("lied", "grim"), HIGH),  # there is no tier above
    ],
)
def test_by_facts_then_moved(
    tmp_path: Path, network: str, workers: int, circumstances: tuple[str, ...], expected: tuple[str, ...]
) -> None:
    rules = engine(tmp_path, network, SUM, table(BY_FACTS + SHIFT + row(BY_WORKERS)))
    found = assess(rules, *circumstances, workers=workers)
    assert told(found.acts[0].findings[0].fines[0]) == expected
    assert all(counted for counted, _ in _circumstances(found).values())
    moved = steps(found, "shift")
    assert bool(moved) is (set(circumstances) not in (set(), {"helped", "lied"}))
    if moved:
        assert moved[0].result == expected[0]
    assert found.acts[0].findings[0].fines[0].selected_by == "both"


def test_facts_and_counts_in_one_table(tmp_path: Path, network: str) -> None:
    tiers = """\
        - {tier: low, when: {workers: {at_most: 10}, heavier_circumstances: 0}, band: {exactly: 1500}}
        - tier: high
          when: {any: [{workers: {above: 10}}, {heavier_circumstances: {at_least: 1}}]}
          band: {exactly: 9500}
        """
    rules = engine(tmp_path, network, SUM, table(BY_FACTS + row(tiers)))
    assert fine(rules, workers=5).recommended == 1500
    assert fine(rules, "lied", workers=5).recommended == 9500
    assert fine(rules, workers=11).recommended == 9500
    assert fine(rules, workers=5).selected_by == "both"


def test_a_tier_may_depend_on_one_circumstance(tmp_path: Path, network: str) -> None:
    """What nobody declared is not established; what follows from a fact is asked for by that fact."""
    tiers = """\
        - {tier: low, when: {not: {circumstance: grim}}, band: {exactly: 1500}}
        - {tier: high, when: {circumstance: grim}, band: maximum}
        """
    declared = engine(tmp_path / "declared", network, SUM, table(BY_FACTS + row(tiers)))
    assert fine(declared).recommended == 1500
    assert fine(declared, "grim").recommended == 10000
    derived = engine(tmp_path / "derived", network, SUM, table(BY_FACTS + row(tiers.replace("grim", "mass"))))
    assert fine(derived, workers=49).recommended == 1500
    assert fine(derived, workers=50).recommended == 10000
    assert assess(derived).missing_facts == ("workers",)


# --- counted once -----------------------------------------------------------------------------------------------------


def test_a_circumstance_that_rests_on_the_facts_of_the_row_moves_nothing_again(
    tmp_path: Path, network: str
) -> None:
    """Sixty workers make the highest tier; that fifty or more are concerned is the same fact."""
    tiers = BY_WORKERS.replace("above: 30", "above: 100").replace("at_most: 30", "at_most: 100")
    rules = engine(tmp_path, network, SUM, table(BY_FACTS + SHIFT + row(tiers)))
    found = assess(rules, workers=60)
    assert told(found.acts[0].findings[0].fines[0]) == MIDDLE
    assert _circumstances(found) == {"mass": (False, "circumstance-in-tier")}
    found = assess(rules, "lied", workers=60)
    assert told(found.acts[0].findings[0].fines[0]) == HIGH
    assert _circumstances(found) == {"mass": (False, "circumstance-in-tier"), "lied": (True, None)}


def test_the_general_scheme_counts_it(tmp_path: Path, network: str) -> None:
    rules = engine(tmp_path, network, SUM, table(BY_FACTS + row(BY_WORKERS)), order="halves")
    found = assess(rules, workers=60)
    assert fine(rules, workers=60).tier == found.acts[0].findings[0].fines[0].tier
    assert _circumstances(found) == {"mass": (True, None)}
    assert told(fine(rules, workers=60))[0] == "upper"


def test_a_row_that_looks_at_counts_does_not_count_it_twice_either(tmp_path: Path, network: str) -> None:
    tiers = """\
        - {tier: low, when: {workers: {at_most: 100}, heavier_circumstances: 0}, band: {exactly: 1500}}
        - tier: high
          when: {any: [{workers: {above: 100}}, {heavier_circumstances: {at_least: 1}}]}
          band: {exactly: 9500}
        """
    rules = engine(tmp_path, network, SUM, table(BY_FACTS + row(tiers)))
    assert fine(rules, workers=60).recommended == 1500
    assert _circumstances(assess(rules, workers=60)) == {"mass": (False, "circumstance-in-tier")}


def test_an_element_of_the_violation_does_not_move_the_tier(tmp_path: Path, network: str) -> None:
    """Neither by counts, nor by a shift, nor where a condition names it."""
    for number, body in enumerate(
        (THREE + BY_COUNTS + row("- {tier: low, band: minimum}\n- {tier: middle, band: {at_least: 3000, at_most: 6000}}\n- {tier: high, band: maximum}\n"),
         BY_FACTS + SHIFT + row(BY_WORKERS))
    ):  # fmt: skip
        rules = engine(tmp_path / str(number), network, SUM, table(body), extra="elements: [grim]\n")
        found = assess(rules, "grim", workers=20)
        assert told(found.acts[0].findings[0].fines[0]) == MIDDLE
        assert _circumstances(found) == {"grim": (False, "circumstance-element")}
        assert [(step.inputs["circumstance"], step.result) for step in steps(found, "element")] == [
            ("grim", False)
        ]


# --- ties -------------------------------------------------------------------------------------------------------------

TOUCHING = """\
- {tier: low, when: {workers: {at_most: 10}}, band: {at_least: 1000, at_most: 3000}}
- {tier: middle, when: {workers: {at_least: 10, at_most: 30}}, band: {at_least: 3000, at_most: 6000}}
- {tier: high, when: {workers: {at_least: 30}}, band: {at_least: 6000, at_most: 10000}}
"""


@pytest.mark.parametrize(
    ("ties", "ten", "thirty"), [("lighter", LOW, MIDDLE), ("graver", MIDDLE, HIGH)], ids=["lighter", "graver"]
)
def test_ties(tmp_path: Path, network: str, ties: str, ten: tuple[str, ...], thirty: tuple[str, ...]) -> None:
    extra = f"""\
        ties: {ties}
        ties_reason: {{zh: 表中没有说明, en: the table does not say}}
        """
    rules = engine(tmp_path, network, SUM, table(BY_FACTS + row(TOUCHING, extra)))
    assert told(fine(rules, workers=10)) == ten
    assert told(fine(rules, workers=30)) == thirty
    other = {"low": "middle", "middle": "low" if ties == "graver" else "high", "high": "middle"}
    found = assess(rules, workers=30)
    assert found.acts[0].findings[0].fines[0].tied == (other[thirty[0]],)
    assert steps(found, "tier")[0].inputs["tied"] == [other[thirty[0]]]
    warning = next(item for item in found.warnings if item.code == "benchmark-tie")
    assert "the table does not say" in warning.text("en")
    assert fine(rules, workers=11).tied == ()
    assert "benchmark-tie" not in [item.code for item in assess(rules, workers=11).warnings]


def test_an_unknown_fact_that_could_still_decide_a_tie_is_asked_for(tmp_path: Path, network: str) -> None:
    """With `lighter`, a lighter tier that may hold as well must be known; a graver one need not."""
    tiers = """\
        - {tier: low, when: {days_late: {at_most: 7}}, band: minimum}
        - {tier: middle, when: {workers: {at_least: 1}}, band: {exactly: 5000}}
        - {tier: high, when: {repeats: {at_least: 1}}, band: maximum}
        """
    rules = engine(tmp_path, network, SUM, table(BY_FACTS + row(tiers, "ties: lighter")))
    assert assess(rules, workers=5).missing_facts == ("days_late",)
    assert finding(rules, workers=5, days_late=8).fines[0].recommended == 5000
    assert finding(rules, days_late=7).fines[0].recommended == 1000
