"""Every recommended sum lies in its band, every band in the range of the law, and every sum follows from the trace."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from hypothesis import given, settings

from penalty_engine.assessment import FineResult
from tests.conftest import RULES
from tests.engine.recomputation import check
from tests.invariants.generated import BOOK, CHANGED, ENGINE, cases


def _placed(found: FineResult) -> None:
    assert 0 <= found.minimum <= found.maximum
    if found.tier is None:
        assert found.minimum == found.recommended == found.maximum
        assert (found.mitigated, found.benchmark, found.tied) == (False, None, ())
        return
    assert found.benchmark in BOOK.benchmarks
    assert found.tier.minimum <= found.recommended <= found.tier.maximum
    if found.mitigated:
        assert found.minimum > 0
        assert 0 <= found.tier.minimum <= found.tier.maximum <= found.minimum
    else:
        assert found.minimum <= found.tier.minimum <= found.tier.maximum <= found.maximum
    if not found.tier.minimum_included and found.tier.minimum < found.tier.maximum:
        assert found.recommended > found.tier.minimum


@given(cases())
@settings(max_examples=400)
def test_recommended_within_band_within_range(stated: dict[str, Any]) -> None:
    assessment = ENGINE.assess(stated)
    for act in assessment.acts:
        for finding in act.findings:
            for found in (*finding.fines, *finding.alternative):
                _placed(found)
                assert found.mitigated <= stated["elections"].get("mitigate", False)
                assert found.persons > 0
    if assessment.status == "assessed":
        low, high, recommended, _ = assessment.total
        assert low is not None
        assert high is not None
        assert recommended is not None
        below = any(fine.mitigated for act in assessment.acts for one in act.applied for fine in one.fines)
        assert recommended <= high
        assert low <= recommended or below


@given(cases())
@settings(max_examples=400)
def test_the_trace_recomputes_to_the_sums(stated: dict[str, Any]) -> None:
    check(ENGINE.assess(stated).to_dict(), RULES)


@given(cases(already_fined=False))
@settings(max_examples=250)
def test_a_fine_already_imposed_takes_the_fines_and_nothing_else(stated: dict[str, Any]) -> None:
    plain = ENGINE.assess(stated)
    fined = ENGINE.assess(
        {**stated, "acts": [{**act, "already_fined": {"by": "某局"}} for act in stated["acts"]]}
    )
    assert fined.status == plain.status
    assert (fined.total.recommended or Decimal(0)) == 0
    assert fined.total.maximum in (None, 0)
    for before, after in zip(plain.acts, fined.acts, strict=True):
        if before.milder_law is not None or after.milder_law is not None:
            continue  # without the fines another law may be the milder one
        for one, other in zip(before.findings, after.findings, strict=True):
            same = ("applies", "confiscate", "revoke", "orders", "measures", "payments", "missing_facts")
            assert [getattr(one, name) for name in same] == [getattr(other, name) for name in same]
            assert other.fines == ()
            assert set(one.fines) <= set(other.alternative)


@given(cases(2, decided=True, changing=True, already_fined=False, named=CHANGED))
@settings(max_examples=300)
def test_the_law_applied_is_never_the_heavier_one(stated: dict[str, Any]) -> None:
    for act in ENGINE.assess(stated).acts:
        found = act.milder_law
        if found is None:
            continue
        fines = [fine for finding in act.applied for fine in finding.fines]
        most = sum(fine.maximum * fine.persons for fine in fines)
        chosen, other = (
            (found.at_decision, found.at_act)
            if found.applied == "decision"
            else (found.at_act, found.at_decision)
        )
        assert found.at_act.day < found.at_decision.day
        assert (act.status, act.governing_clause) == (chosen.status, chosen.clause)
        if chosen.maximum is not None:
            assert chosen.maximum == most
        if found.applied == "undecided":
            assert found.yardstick is None
            continue
        assert chosen.maximum is not None
        assert other.maximum is not None
        assert chosen.maximum <= other.maximum
        assert (chosen.confiscate or 0) <= (other.confiscate or 0)
        if found.applied == "decision":
            assert found.yardstick is not None
            assert (chosen.minimum or 0) <= (other.minimum or 0)
