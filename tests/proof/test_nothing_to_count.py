"""Of no worker, no table is asked: no gap lies there, and the case of a gap has somebody in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from penalty_engine.proof.prove import prove
from tests.proof.planted_benchmarks import Planted, row, rows
from tests.proof.showing import engine_on, run

_EACH = "- fine: {per: workers, at_least: 100, at_most: 500}"
_BAND = "{at_least: 100, at_most: 500}"


def _planted(*whens: str, where: str = "") -> Planted:
    tiers = [f"{name} | {when} | {_BAND}" for name, when in zip(("light", "heavy"), whens, strict=True)]
    return Planted(rows(row(*tiers, where=where)), "", "", _EACH)


@pytest.mark.parametrize("where", ["", "{workers: {at_least: 1}}"])
def test_no_gap_lies_where_there_is_nobody(where: str, tmp_path: Path) -> None:
    planted = _planted("{workers: {at_least: 1, at_most: 9}}", "{workers: {at_least: 10}}", where=where)
    engine = engine_on(tmp_path, planted.changes())
    assert [item.render() for item in prove(engine.rulebook).findings] == []


def test_the_case_of_a_gap_has_somebody_in_it(tmp_path: Path) -> None:
    planted = _planted("{refused: true}", "{workers: {at_least: 10}, refused: false}")
    engine = engine_on(tmp_path, planted.changes())
    (found,) = prove(engine.rulebook).findings
    assert found.code == "proof-gap"
    assert run(engine, found) == "no-tier"
    assert found.params["case"]["acts"][0]["facts"]["workers"] == 1


def test_a_tier_for_nobody_is_never_used(tmp_path: Path) -> None:
    planted = _planted("{workers: 0}", "{workers: {above: 0}}")
    found = prove(engine_on(tmp_path, planted.changes()).rulebook).findings
    assert [item.code for item in found] == ["proof-never"]
