"""Cases over the shipped field, worked by hand from the texts: what clauses meet, what is no fine, whose power it is."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from penalty_engine import Assessment, Engine
from tests.engine.cases import case, codes


def _assess(engine: Engine, violation: str, day: str = "2026-05-31", **given: Any) -> Assessment:
    timeline = given.pop("timeline", {})
    return engine.assess(case({"violation": violation, "facts": given}, to=day, **timeline))


def _clauses(assessment: Assessment, applies: bool) -> set[str]:
    return {item.clause for item in assessment.acts[0].findings if item.applies is applies}


# --- child labour -----------------------------------------------------------------------------------------------------

CHILD = {
    "toxic_workplace": False,
    "unregistered_unit": False,
    "employer_kind": "licensed_business",
    "serious": False,
    "illegal_gain": 0,
}
SPELLS = [
    {"who": "甲", "from": "2016-01-15", "to": "2016-03-20"},
    {"who": "乙", "from": "2016-03-01", "to": "2016-03-01"},
]


def test_each_child_month_at_the_fixed_sum(engine: Engine) -> None:
    assessment = _assess(
        engine, "child-labour", "2016-05-31", **CHILD, failed_to_correct=False, child_months=SPELLS
    )
    assert assessment.acts[0].governing_clause == "child-labour-prohibition/6.1"
    assert assessment.total.recommended == Decimal(4 * 5000)  # three months and one


def test_twice_the_rate_from_the_day_of_the_order_once_it_lapsed(engine: Engine) -> None:
    assessment = _assess(
        engine,
        "child-labour",
        "2016-05-31",
        timeline={"order_served_on": "2016-03-01"},
        **CHILD,
        failed_to_correct=True,
        child_months=SPELLS,
    )
    # before 1 March: 15 January to 29 February, two months at 5,000; from then on one month each, two at 10,000
    assert assessment.total.recommended == Decimal(2 * 5000 + 2 * 10000)
    assert {"child-labour-prohibition/6.1", "child-labour-prohibition/6.2"} <= _clauses(assessment, True)


def test_doubled_for_a_unit_without_a_licence(engine: Engine) -> None:
    facts = {**CHILD, "unregistered_unit": True, "failed_to_correct": False, "child_months": 3}
    assessment = _assess(engine, "child-labour", "2016-05-31", **facts)
    assert assessment.total.recommended == Decimal(3 * 5000 * 2)


def test_the_higher_of_two_norms_and_the_other_beside_it(engine: Engine) -> None:
    assessment = _assess(engine, "child-labour", **CHILD, failed_to_correct=False, child_months=3)
    found = {item.clause: item for item in assessment.acts[0].findings}
    assert assessment.acts[0].governing_clause == "minors-protection-law/125"
    aside = found["child-labour-prohibition/6.1"]
    assert (aside.fines, aside.alternative[0].maximum, aside.orders) == (
        (),
        Decimal(15000),
        ("return-child",),
    )
    assert "conflict-to-confirm" in codes(assessment)
    fine = found["minors-protection-law/125"].fines[0]  # “may” is no way below what the other norm fixes
    assert (fine.optional, fine.minimum, fine.maximum) == (False, Decimal(15000), Decimal(100000))
    many = _assess(engine, "child-labour", **CHILD, failed_to_correct=False, child_months=10)
    assert many.total.recommended == Decimal(50000)
    more = _assess(engine, "child-labour", **CHILD, failed_to_correct=False, child_months=21)
    assert more.acts[0].governing_clause == "child-labour-prohibition/6.1"  # 105,000 is more than 100,000


# --- wages: an order and compensation, never a fine ---------------------------------------------------------------------


@pytest.mark.parametrize(
    "violation", ["wages-unpaid", "overtime-unpaid", "below-minimum-wage", "severance-unpaid"]
)
def test_unpaid_wages_end_in_an_order_and_compensation(engine: Engine, violation: str) -> None:
    assessment = _assess(engine, violation, failed_to_correct=True, sum_due="80000")
    act = assessment.acts[0]
    assert (act.status, act.governing_clause) == ("no-fine", "labour-contract-law/85")
    assert act.governing is not None
    sums = {item.id: (item.minimum, item.maximum) for item in act.governing.payments}
    assert sums == {"sum-due": (80000, 80000), "additional-compensation": (40000, 80000)}
    assert assessment.total.maximum == 0
    assert assessment.procedure.hearing.required is False


def test_before_the_order_lapsed_there_is_no_compensation(engine: Engine) -> None:
    assessment = _assess(engine, "wages-unpaid", failed_to_correct=False, sum_due="80000")
    assert assessment.acts[0].governing is not None
    assert [item.id for item in assessment.acts[0].governing.payments] == ["sum-due"]


# --- social insurance ---------------------------------------------------------------------------------------------------


def test_the_unit_and_each_responsible_person(engine: Engine) -> None:
    assessment = _assess(
        engine,
        "not-registered-for-insurance",
        failed_to_correct=True,
        premium_due=10000,
        responsible_persons=2,
    )
    assert (assessment.total.minimum, assessment.total.maximum) == (10000 + 2 * 500, 30000 + 2 * 3000)
    assert "social-insurance-collection-regulation/23" in _clauses(assessment, False)


def test_the_surcharge_is_half_a_per_mille_a_day_and_no_fine(engine: Engine) -> None:
    assessment = _assess(
        engine, "premium-unpaid", failed_to_correct=False, premium_unpaid=10000, days_in_arrears=100
    )
    assert assessment.acts[0].governing is not None
    sums = {item.id: item.maximum for item in assessment.acts[0].governing.payments}
    assert sums["late-payment-surcharge"] == 500  # not 2 per mille, which would be 2,000
    assert assessment.acts[0].status == "no-fine"


@pytest.mark.parametrize(
    ("violation", "clause"),
    [
        ("benefit-fraud", "social-insurance-law/88"),
        ("unemployment-benefit-fraud", "social-insurance-law/88"),
        ("work-injury-fraud", "work-injury-insurance-regulation/60"),
    ],
)
def test_fraud_costs_two_to_five_times_whatever_older_texts_say(
    engine: Engine, violation: str, clause: str
) -> None:
    assessment = _assess(engine, violation, sum_defrauded="10000", serious=True)
    assert assessment.acts[0].governing_clause == clause
    assert (assessment.total.minimum, assessment.total.maximum) == (20000, 50000)


# --- conflicts between texts --------------------------------------------------------------------------------------------


def test_the_host_employer_under_the_act_not_the_older_regulation(engine: Engine) -> None:
    facts = {
        "failed_to_correct": True,
        "dispatched_workers": 4,
        "party_role": "host_employer",
        "serious": True,
    }
    assessment = _assess(engine, "labour-dispatch-rules-broken", **facts)
    assert (assessment.total.minimum, assessment.total.maximum) == (20000, 40000)
    aside = next(item for item in assessment.acts[0].findings if not item.applies)
    assert (aside.clause, aside.alternative[0].maximum) == (
        "labour-contract-law-regulation/35",
        Decimal(20000),
    )


def test_ninety_eight_days_of_leave(engine: Engine) -> None:
    assessment = _assess(engine, "maternity-leave-short", affected_women=2)
    assert assessment.acts[0].governing_clause == "female-workers-protection/13.1"
    assert "labour-inspection-regulation/23" in _clauses(assessment, False)
    before = _assess(engine, "maternity-leave-short", "2012-04-27", affected_workers=2)
    assert before.acts[0].governing_clause == "labour-inspection-regulation/23"


@pytest.mark.parametrize(
    ("day", "clause"),
    [
        ("2016-05-31", "hebei-labour-market-regulation/25.1"),
        ("2018-10-01", "hr-market-regulation/42.1"),
        ("2026-05-31", "hr-market-regulation/42.1"),
    ],
)
def test_agencies_without_a_licence(engine: Engine, day: str, clause: str) -> None:
    assessment = _assess(engine, "unlicensed-hr-service", day, illegal_gain=20000)
    assert assessment.acts[0].governing_clause == clause


def test_no_gain_no_fine_for_an_agency_without_a_licence(engine: Engine) -> None:
    assessment = _assess(engine, "unlicensed-hr-service", illegal_gain=0)
    assert (assessment.acts[0].status, assessment.total.maximum) == ("no-fine", 0)


# --- another authority; no fine at all ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("violation", "body"),
    [
        ("medical-fund-misused", "medical-insurance-authority"),
        ("medical-fund-management", "medical-insurance-authority"),
        ("account-query-refused", "financial-regulator"),
        ("disabled-levy-unpaid", "finance-authority"),
    ],
)
def test_another_authority_is_named(engine: Engine, violation: str, body: str) -> None:
    assessment = _assess(engine, violation)
    assert assessment.acts[0].status == "referred"
    assert assessment.acts[0].governing is not None
    assert assessment.acts[0].governing.referred_to == body
    assert assessment.total.maximum == 0


def test_internships_through_an_agency_never_cost_less_than_ten_thousand(engine: Engine) -> None:
    assessment = _assess(engine, "internship-brokered", illegal_gain="100")
    assert (assessment.total.minimum, assessment.total.maximum) == (10000, 50000)


def test_in_kind_wages_cost_the_unit_and_its_head(engine: Engine) -> None:
    assessment = _assess(engine, "wages-in-kind", failed_to_correct=True, responsible_persons=3)
    assert (assessment.total.minimum, assessment.total.maximum) == (20000 + 30000, 50000 + 90000)


def test_a_surcharge_for_paying_the_fine_late_is_never_more_than_the_fine(engine: Engine) -> None:
    for days, expected in ((1, 300), (33, 9900), (34, 10000), (400, 10000)):
        assessment = _assess(engine, "fine-paid-late", unpaid_fine=10000, days_overdue=days)
        assert assessment.acts[0].governing is not None
        assert [item.maximum for item in assessment.acts[0].governing.payments] == [expected]
        assert assessment.total.maximum == 0
