"""What a tier can depend on: counts, shares of staff, sums, days, months, repeats, choices; joined by and, or, nested."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.benchmarks_of_law.made_up import BY_FACTS, assess, engine, fine, row, table, told

SUM = "- fine: {at_least: 3000, at_most: 9000}"
BANDS = {"low": "{at_least: 3000, at_most: 5000}", "middle": "{at_least: 5000, at_most: 7000}"}
RESULT = {
    "low": ("low", "3000", "5000", "4000"),
    "middle": ("middle", "5000", "7000", "6000"),
    "high": ("high", "9000", "9000", "9000"),
}


def _tiers(**whens: str) -> str:
    return "".join(
        f"- {{tier: {tier}, when: {when}, band: {BANDS.get(tier, 'maximum')}}}\n"
        for tier, when in whens.items()
    )


TABLES = {
    "count": (
        _tiers(
            low="{workers: {at_most: 10}}",
            middle="{workers: {above: 10, at_most: 30}}",
            high="{workers: {above: 30}}",
        ),
        [
            ({"workers": 0}, "low"),
            ({"workers": 10}, "low"),
            ({"workers": 11}, "middle"),
            ({"workers": 30}, "middle"),
            ({"workers": 31}, "high"),
        ],
    ),
    "share": (
        _tiers(
            low="{share_of_staff: {at_most: 10%}}",
            middle="{share_of_staff: {above: 10%, at_most: 1/3}}",
            high="{share_of_staff: {above: 1/3}}",
        ),
        [
            ({"workers": 1, "staff": 10}, "low"),  # 10 per cent exactly
            ({"workers": 100, "staff": 999}, "middle"),  # 10.01 per cent
            ({"workers": 1, "staff": 3}, "middle"),  # a third exactly
            ({"workers": 334, "staff": 1000}, "high"),  # 33.4 per cent
            ({"workers": 5, "staff": 5}, "high"),
            ({"share_of_staff": "10%"}, "low"),
        ],
    ),
    "sum": (
        _tiers(
            low="{evaded: {below: 10000}}",
            middle="{evaded: {at_least: 10000, below: 50000}}",
            high="{evaded: {at_least: 50000}}",
        ),
        [
            ({"evaded": "9999.99"}, "low"),
            ({"evaded": 10000}, "middle"),
            ({"evaded": "49999.99"}, "middle"),
            ({"evaded": 50000}, "high"),
        ],
    ),
    "days": (
        _tiers(
            low="{days_late: {at_most: 7}}",
            middle="{days_late: {above: 7, at_most: 30}}",
            high="{days_late: {above: 30}}",
        ),
        [({"days_late": 7}, "low"), ({"days_late": 8}, "middle"), ({"days_late": 31}, "high")],
    ),
    "months": (
        _tiers(low="{months: {below: 3}}", high="{months: {at_least: 3}}"),
        [({"months": 2}, "low"), ({"months": 3}, "high")],
    ),
    "repeat": (
        _tiers(low="{repeats: 0}", middle="{repeats: [1, 2]}", high="{repeats: {at_least: 3}}"),  # 三次以上
        [({"repeats": 0}, "low"), ({"repeats": 2}, "middle"), ({"repeats": 3}, "high")],
    ),
    "kind of conduct": (
        _tiers(low="{conduct: hidden}", high="{conduct: forged}"),
        [({"conduct": "hidden"}, "low"), ({"conduct": "forged"}, "high")],
    ),
    "size of the enterprise": (
        _tiers(low="{size: [micro, small]}", high="{size: large}"),
        [({"size": "micro"}, "low"), ({"size": "small"}, "low"), ({"size": "large"}, "high")],
    ),
    "all": (
        _tiers(
            low="{workers: {below: 10}, days_late: {at_most: 7}}",
            high="{not: {workers: {below: 10}, days_late: {at_most: 7}}}",
        ),
        [
            ({"workers": 9, "days_late": 7}, "low"),
            ({"workers": 10, "days_late": 0}, "high"),
            ({"workers": 0, "days_late": 8}, "high"),
        ],
    ),
    "any": (
        _tiers(
            low="{workers: {below: 10}, evaded: {below: 10000}}",
            high="{any: [{workers: {at_least: 10}}, {evaded: {at_least: 10000}}]}",
        ),
        [
            ({"workers": 9, "evaded": 9999}, "low"),
            ({"workers": 10, "evaded": 0}, "high"),
            ({"workers": 10}, "high"),  # the sum cannot change that and is not asked for
            ({"evaded": 10000}, "high"),
        ],
    ),
    "nested": (
        _tiers(
            low="{workers: {below: 10}, any: [{size: micro}, {repeats: 0, days_late: {at_most: 7}}]}",
            high="{any: [{workers: {at_least: 10}}, {all: [{size: [small, large]}, "
            "{any: [{repeats: {above: 0}}, {days_late: {above: 7}}]}]}]}",
        ),
        [
            ({"workers": 9, "size": "micro"}, "low"),
            ({"workers": 9, "size": "large", "repeats": 0, "days_late": 7}, "low"),
            ({"workers": 9, "size": "large", "repeats": 1}, "high"),
            ({"workers": 9, "size": "small", "repeats": 0, "days_late": 8}, "high"),
            ({"workers": 10}, "high"),
        ],
    ),
}
CASES = [(name, facts, tier) for name, (_, cases) in TABLES.items() for facts, tier in cases]


@pytest.mark.parametrize("name", TABLES)
def test_conditions(tmp_path: Path, network: str, name: str) -> None:
    tiers, cases = TABLES[name]
    rules = engine(tmp_path, network, SUM, table(BY_FACTS + row(tiers)))
    found = [(facts, told(fine(rules, **facts))) for facts, _ in cases]
    assert found == [(facts, RESULT[tier]) for facts, tier in cases]


@pytest.mark.parametrize(
    ("name", "facts", "missing"),
    [
        ("count", {}, ("workers",)),
        ("share", {}, ("workers", "staff")),
        ("share", {"workers": 3}, ("staff",)),
        ("days", {}, ("days_late",)),
        ("all", {"workers": 9}, ("days_late",)),
        ("any", {"workers": 9}, ("evaded",)),
        ("any", {}, ("workers", "evaded")),
        ("nested", {"workers": 9}, ("size", "repeats", "days_late")),
        ("nested", {"workers": 9, "size": "small"}, ("repeats", "days_late")),
    ],
)
def test_an_unknown_fact_is_asked_for_by_name(
    tmp_path: Path, network: str, name: str, facts: dict[str, Any], missing: tuple[str, ...]
) -> None:
    rules = engine(tmp_path, network, SUM, table(BY_FACTS + row(TABLES[name][0])))
    found = assess(rules, **facts)
    assert (found.status, found.missing_facts) == ("needs-facts", missing)
    assert found.acts[0].findings[0].fines == ()


def test_kind_of_party(tmp_path: Path, network: str) -> None:
    tiers = _tiers(low="{party_kind: [individual, sole_trader]}", high="{party_kind: organization}")
    rules = engine(tmp_path, network, SUM, table(BY_FACTS + row(tiers)))
    assert told(fine(rules, party="individual")) == RESULT["low"]
    assert told(fine(rules, party="sole_trader")) == RESULT["low"]
    assert told(fine(rules)) == RESULT["high"]


def test_a_fact_that_only_the_table_looks_at_is_used(tmp_path: Path, network: str) -> None:
    rules = engine(tmp_path, network, SUM, table(BY_FACTS + row(TABLES["days"][0])))
    assert "fact-not-used" not in [item.code for item in assess(rules, days_late=3).warnings]
    assert "fact-not-used" in [item.code for item in assess(rules, days_late=3, repeats=1).warnings]
