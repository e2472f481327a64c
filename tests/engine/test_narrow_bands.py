"""Bands that hold no whole fen, and two clauses of one act with an exemption: the edges of exact arithmetic and concurrence."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from penalty_engine import Engine
from tests.engine.cases import act, case, fine, only
from tests.rulebook.folders import clause, clauses, make_folder

SEVENTHS = (Fraction(1, 7), Fraction(2, 7))


def _with_tiers(engine: Engine, low: Fraction, high: Fraction) -> Engine:
    """The engine with a benchmark whose first tier ends at `low` and second at `high`."""
    name, benchmark = next(iter(engine.rulebook.benchmarks.items()))
    edges = [Fraction(0), low, high, Fraction(1)]
    tiers = tuple(
        tier._replace(band=tier.band and tier.band._replace(low=start, high=end))
        for tier, start, end in zip((benchmark.tiers * 3)[:3], edges, edges[1:], strict=False)
    )
    select = tuple(row._replace(tier=tiers[1]) for row in benchmark.select)
    changed = benchmark._replace(tiers=tiers, select=select)
    return Engine(engine.rulebook._replace(benchmarks={name: changed}), "native")


@pytest.mark.parametrize("gain", ["0.01", "0.02", "0.03", "0.07", "0.13", "1", "99.99"])
def test_a_band_stays_inside_the_range_and_holds_its_sum(tmp_path: Path, gain: str) -> None:
    body = clause("- fine: {times: gain, at_least: 1, at_most: 2}", "处违法所得一倍以上二倍以下罚款。")
    engine = _with_tiers(
        Engine.load(make_folder(tmp_path, {"statutes/sample-law/2020-01-01.yaml": clauses(body)})), *SEVENTHS
    )
    found = fine(engine.assess(case(act("sample-law/1", gain=gain), authority="office", to="2020-06-01")))
    assert found.tier is not None
    assert found.minimum <= found.tier.minimum <= found.recommended <= found.tier.maximum <= found.maximum
    assert found.recommended % Decimal("0.01") == 0


def test_an_exemption_with_two_clauses_for_one_act(tmp_path: Path) -> None:
    body = (
        clause("- fine: {at_most: 5000}", "处五千元以下罚款。")
        + "\n"
        + clause("- fine: {at_most: 1000}", "处一千元以下罚款。", number="2")
    )
    exempting = (
        "effect: lighter\n    force: mandatory\n    mitigates: true",
        "effect: exempt\n    force: mandatory",
    )
    folder = make_folder(
        tmp_path,
        {"statutes/sample-law/2020-01-01.yaml": clauses(body), "circumstances/sample.yaml": exempting},
    )
    stated = {"violation": "sample-violation", "facts": {}, "circumstances": ["helped"]}
    found = Engine.load(folder).assess(case(stated, authority="office", to="2020-06-01"))
    assert found.acts[0].status == "exempt"
    assert found.total == (0, 0, 0, None)
    assert [item.fines for item in found.acts[0].findings] == [(), ()]
    with pytest.raises(AssertionError):
        only(found)  # two clauses, both shown
