"""What holds of every assessment, whatever the case."""

from __future__ import annotations

import decimal
import json
import random
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from penalty_engine import Assessment, Case, Engine
from tests.acceptance.seed_cases import seed_cases
from tests.conftest import RULES, need_durable
from tests.engine.cases import GRAVEST, HEAVIER, LIGHTER, case, cases, dispatch, fine, hebei
from tests.engine.recomputation import check, steps

ENGINE = Engine.load(RULES, "native")
CASES = cases(ENGINE)
CIRCUMSTANCES = st.sets(st.sampled_from((*LIGHTER, *HEAVIER, *GRAVEST)), max_size=5)


def _acts_of_every_kind(*circumstances: str) -> list[dict[str, Any]]:
    return [
        hebei(1, *circumstances),
        hebei(4, *circumstances),
        hebei(7, *circumstances, other_law_prescribes=False, persons_introduced=7),
        hebei(9, *circumstances, serious=False),
        dispatch(1, *circumstances, illegal_gain="1234.56"),
        dispatch(1, *circumstances, illegal_gain=0),
        dispatch(1, *circumstances, illegal_gain="0.01"),
        dispatch(2, *circumstances, failed_to_correct=True, dispatched_workers=8, party_role="host_employer"),
    ]


@given(CASES)
@settings(max_examples=250)
def test_the_recommended_sum_lies_in_its_band_and_the_band_in_the_range(stated: dict[str, Any]) -> None:
    for act in ENGINE.assess(stated).acts:
        for finding in act.findings:
            for found in finding.fines:
                assert 0 <= found.minimum <= found.maximum
                if found.tier is None:
                    assert found.minimum == found.recommended == found.maximum
                    continue
                assert found.tier.minimum <= found.recommended <= found.tier.maximum
                if found.tier.id == "mitigated":
                    assert (found.tier.minimum, found.tier.maximum) == (0, found.minimum)
                else:
                    assert found.minimum <= found.tier.minimum <= found.tier.maximum <= found.maximum


@given(CASES)
@settings(max_examples=250)
def test_the_trace_recomputes_to_the_sums(stated: dict[str, Any]) -> None:
    check(ENGINE.assess(stated).to_dict(), RULES)


@given(CASES)
@settings(max_examples=150)
def test_needs_facts(stated: dict[str, Any]) -> None:
    assessment = ENGINE.assess(stated)
    waiting = [act for act in assessment.acts if act.status == "needs-facts"]
    assert (assessment.status == "needs-facts") is bool(waiting)
    if waiting:
        assert assessment.total == (None, None, None, None)
        assert assessment.missing_facts
    for act, given_act in zip(assessment.acts, stated["acts"], strict=True):
        assert bool(act.missing_facts) is (act.status == "needs-facts")
        assert not set(act.missing_facts) & set(given_act["facts"])
        assert all(name in ENGINE.rulebook.vocabulary.facts for name in act.missing_facts)


@given(CASES)
@settings(max_examples=150)
def test_statuses_say_what_is_there(stated: dict[str, Any]) -> None:
    for act in ENGINE.assess(stated).acts:
        assert (act.exemption is not None) is (act.status == "exempt")
        applied = [finding for finding in act.findings if finding.applies]
        if (
            act.status != "needs-facts"
        ):  # several only where the rules impose them together, or the fine alone gave way
            assert {finding.clause for finding in applied} == {finding.clause for finding in act.applied}
            assert (act.governing is None) is not any(applied)
        for finding in act.findings:
            assert bool(finding.fines) <= finding.applies
            if act.status == "fined" and finding.clause == act.governing_clause:
                assert finding.fines
            if not finding.applies:
                assert (finding.fines, finding.confiscate) == ((), None)
                assert (
                    finding.revoke is None or finding.status == "needs-facts"
                )  # certain, whatever the facts
                assert finding.reason is not None or finding.missing_facts


@given(CASES, st.randoms(use_true_random=False))
@settings(max_examples=150)
def test_the_order_of_facts_and_circumstances_does_not_matter(
    stated: dict[str, Any], chance: random.Random
) -> None:
    mixed = json.loads(json.dumps(stated))
    for act in mixed["acts"]:
        items = list(act["facts"].items())
        chance.shuffle(items)
        act["facts"] = dict(items)
        chance.shuffle(act["circumstances"])
    mixed = dict(sorted(mixed.items(), key=lambda item: chance.random()))
    assert ENGINE.assess(mixed).to_json() == ENGINE.assess(stated).to_json()


@given(CASES)
@settings(max_examples=150)
def test_the_same_case_twice(stated: dict[str, Any]) -> None:
    kept = json.dumps(stated)
    first = ENGINE.assess(stated).to_json("en")
    assert first == ENGINE.assess(Case.parse(stated)).to_json("en")
    assert json.dumps(stated) == kept  # the caller's own dict is left alone


@given(cases(ENGINE, most=2))
@settings(max_examples=250)
def test_the_networks_differ_in_the_receipt_alone(durable: Engine, stated: dict[str, Any]) -> None:
    left, right = ENGINE.assess(stated), durable.assess(stated)
    assert left.receipt.network == "native"
    assert left.to_json() == right._replace(receipt=right.receipt._replace(network="native")).to_json()
    assert right.receipt.network == "durable"


@pytest.mark.parametrize("seed", seed_cases(), ids=lambda seed: seed.name)
def test_acceptance_cases_on_both_networks(native: Engine, durable: Engine, seed: Any) -> None:
    texts = {
        name: engine.assess(seed.case).to_json()
        for name, engine in (("native", native), ("durable", durable))
    }
    assert texts["durable"] == texts["native"].replace('"network": "native"', '"network": "durable"')


def _sum(act: dict[str, Any]) -> Decimal:
    return fine(ENGINE.assess(case(act))).recommended


@given(CIRCUMSTANCES, st.sampled_from((*HEAVIER, *GRAVEST)))
@settings(max_examples=120)
def test_a_heavier_circumstance_never_lowers(found: set[str], more: str) -> None:
    for before, after in zip(
        _acts_of_every_kind(*found), _acts_of_every_kind(*(found | {more})), strict=True
    ):
        assert _sum(after) >= _sum(before)


@given(CIRCUMSTANCES, st.sampled_from(LIGHTER))
@settings(max_examples=120)
def test_a_lighter_circumstance_never_raises(found: set[str], more: str) -> None:
    for before, after in zip(
        _acts_of_every_kind(*found), _acts_of_every_kind(*(found | {more})), strict=True
    ):
        assert _sum(after) <= _sum(before)


def _range(assessment: Assessment) -> tuple[Decimal, Decimal, Decimal]:
    found = fine(assessment)
    return found.minimum, found.maximum, found.recommended


@given(st.integers(min_value=1, max_value=10**7 - 1), st.sampled_from([0, 1, 2, 3]))
@settings(max_examples=150)
def test_more_workers_never_cost_less(workers: int, weight: int) -> None:
    def at(number: int) -> tuple[Decimal, Decimal, Decimal]:
        return _range(
            ENGINE.assess(
                case(
                    dispatch(
                        2,
                        *HEAVIER[:weight],
                        failed_to_correct=True,
                        dispatched_workers=number,
                        party_role="host_employer",
                    )
                )
            )
        )

    assert all(less <= more for less, more in zip(at(workers), at(workers + 1), strict=True))


@given(
    st.integers(min_value=1, max_value=10**14 - 1), st.integers(min_value=1, max_value=10**6), st.booleans()
)
@settings(max_examples=150)
def test_more_gain_never_costs_less(fen: int, more: int, lighter: bool) -> None:
    def at(gain: int) -> tuple[Decimal, Decimal, Decimal]:
        text = f"{gain // 100}.{gain % 100:02d}"
        return _range(ENGINE.assess(case(dispatch(1, *LIGHTER[:lighter], illegal_gain=text))))

    assert all(less <= greater for less, greater in zip(at(fen), at(min(fen + more, 10**14)), strict=True))


@given(st.integers(min_value=1, max_value=10**14))
@settings(max_examples=150)
def test_multiples_are_exact(fen: int) -> None:
    assessment = ENGINE.assess(case(dispatch(1, illegal_gain=f"{fen // 100}.{fen % 100:02d}")))
    found = fine(assessment)
    assert (found.minimum * 100, found.maximum * 100) == (fen, 5 * fen)
    assert found.tier is not None
    assert (found.tier.minimum * 100, found.tier.maximum * 100) == (2 * fen, 3 * fen)
    assert Fraction(found.recommended) <= Fraction(5 * fen, 200)


@given(st.lists(st.sampled_from(_acts_of_every_kind()), min_size=2, max_size=6))
@settings(max_examples=60)
def test_several_acts_add_up(acts: list[dict[str, Any]]) -> None:
    together = ENGINE.assess(case(*acts))
    alone = [ENGINE.assess(case(act)).total for act in acts]
    assert together.total.minimum == sum(item.minimum for item in alone if item.minimum is not None)
    assert together.total.maximum == sum(item.maximum for item in alone if item.maximum is not None)
    assert together.total.recommended == sum(
        item.recommended for item in alone if item.recommended is not None
    )
    assert (together.total.confiscate or 0) == sum(item.confiscate or 0 for item in alone)


def test_one_act_waiting_leaves_the_total_open() -> None:
    assessment = ENGINE.assess(case(hebei(1), dispatch(1)))
    assert [act.status for act in assessment.acts] == ["fined", "needs-facts"]
    assert assessment.to_dict()["total"] == {
        "minimum": None,
        "maximum": None,
        "recommended": None,
        "confiscate": None,
    }
    assert assessment.missing_facts == ("illegal_gain",)
    hearing = assessment.procedure.hearing
    assert hearing.required is True  # 17 500 is certain already
    assert assessment.procedure.collective_discussion.required is True
    assert assessment.procedure.on_the_spot.permitted is False  # not where collective discussion is due
    small = ENGINE.assess(case(hebei(9, serious=False), dispatch(1))).procedure
    assert (small.collective_discussion.required, small.on_the_spot.permitted) == (None, None)


def test_unknown_zero_and_given_are_three_things() -> None:
    unknown, zero, given_gain = (
        ENGINE.assess(case(dispatch(1, **facts))) for facts in ({}, {"illegal_gain": 0}, {"illegal_gain": 1})
    )
    assert (unknown.status, zero.status, given_gain.status) == ("needs-facts", "assessed", "assessed")
    assert unknown.acts[0].findings[0].fines == ()
    assert fine(zero).maximum == 50000
    assert fine(given_gain).maximum == 5


@pytest.mark.parametrize("precision", [1, 4, 28])
def test_the_callers_decimal_context_does_not_matter(precision: int) -> None:
    stated = case(dispatch(1, illegal_gain="123456789.12"), dispatch(1, illegal_gain="0.01"), hebei(1))
    expected = ENGINE.assess(stated).to_json()
    with decimal.localcontext() as context:
        context.prec = precision
        context.rounding = decimal.ROUND_UP
        assert ENGINE.assess(stated).to_json() == expected


def test_the_largest_case_is_exact() -> None:
    acts = [dispatch(1, *HEAVIER, illegal_gain=10**12) for _ in range(200)]
    assessment = ENGINE.assess(case(*acts))
    assert assessment.total.maximum == 200 * 5 * 10**12
    assert assessment.total.confiscate == 200 * 10**12
    need_durable()
    other = Engine.load(RULES, "durable").assess(case(*acts))
    assert other.to_json().replace('"durable"', '"native"') == assessment.to_json()


@given(CASES)
@settings(max_examples=150)
def test_amounts_are_texts_of_yuan_everywhere(stated: dict[str, Any]) -> None:
    found = ENGINE.assess(stated).to_dict()
    assume(found["status"] == "assessed")
    money = {name for name, fact in ENGINE.rulebook.vocabulary.facts.items() if fact.type == "money"}
    gains = [str(act["facts"]["illegal_gain"]) for act in stated["acts"] if "illegal_gain" in act["facts"]]
    for step in steps(found["trace"]):
        for name, value in step["inputs"].items():
            if name in money:
                assert isinstance(value, str), step
                if name == "illegal_gain":
                    assert Decimal(value) in [Decimal(gain) for gain in gains]


def test_nothing_of_the_result_can_be_changed() -> None:
    assessment = ENGINE.assess(case(hebei(1)))
    with pytest.raises(AttributeError):
        assessment.total.minimum = Decimal(0)  # type: ignore[misc]
    with pytest.raises(AttributeError):
        assessment.status = "x"  # type: ignore[misc]
