"""Rows of very many tiers: each tier is told of once, and what is told is bounded."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from penalty_engine.proof.findings import Proof
from penalty_engine.proof.prove import prove
from tests.proof.planted_benchmarks import Planted, row, rows
from tests.proof.showing import engine_on

_BAND = "{at_least: 1000, at_most: 5000}"


def _proof(tmp_path: Path, *tiers: str) -> Proof:
    planted = Planted(rows(row(*tiers)), "", "", "- fine: {at_least: 1000, at_most: 5000}")
    return prove(engine_on(tmp_path, planted.changes()).rulebook)


def _codes(proof: Proof) -> Counter[str]:
    return Counter(item.code for item in proof.findings)


def test_a_tier_is_merged_with_its_neighbour_only(tmp_path: Path) -> None:
    whens = [f"{{gain: {{at_least: {number}, below: {number + 1}}}}}" for number in range(40)]
    whens.append("{gain: {at_least: 40}}")
    proof = _proof(tmp_path, *(f"light | {when} | {_BAND}" for when in whens))
    assert _codes(proof) == {"proof-mergeable": 40}
    for item in proof.findings:
        facts = [act["facts"]["gain"] for act in item.params["case"]["acts"]]
        assert abs(facts[1] - facts[0]) <= 1  # neighbours


def test_more_faults_than_anybody_reads_are_cut_off(tmp_path: Path) -> None:
    proof = _proof(tmp_path, *(f"light | {{gain: {{at_least: {number}}}}} | {_BAND}" for number in range(60)))
    assert _codes(proof) == {"proof-overlap": 100, "proof-too-many": 1}
    (last,) = [item for item in proof.findings if item.code == "proof-too-many"]
    assert "run again" in last.render("en")
    assert "再运行一次" in last.render("zh")
    assert last.severity == "warning"
    assert "not-proven" in {one.how for one in proof.proven}


def test_falling_bands_are_cut_off(tmp_path: Path) -> None:
    tiers = [
        f"{('heavy', 'light')[number % 2]} | {{gain: {{at_least: {number}, below: {number + 1}}}}} "
        f"| {{at_least: {1000 + number}, at_most: {2000 + number}}}"
        for number in range(40)
    ]
    found = _codes(_proof(tmp_path, *tiers, f"heavy | {{gain: {{at_least: 40}}}} | {_BAND}"))
    assert found["proof-order"] == 100
    assert found["proof-too-many"] == 1
