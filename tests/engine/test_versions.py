"""Versions of the shipped statutes: the day before, the first day, the last day, the day after."""

from __future__ import annotations

from decimal import Decimal

import pytest

from penalty_engine import Engine
from tests.engine.cases import act, case, codes, only

LABOUR_CONTRACT = {"failed_to_correct": True, "dispatched_workers": 2, "party_role": "host_employer"}
FRAUD = {"sum_defrauded": 1000}


@pytest.mark.parametrize(
    ("clause", "facts", "day", "version", "reason", "maximum"),
    [
        ("labour-contract-law/92.2", LABOUR_CONTRACT, "2007-12-31", "2008-01-01", "before-in-force", None),
        ("labour-contract-law/92.2", LABOUR_CONTRACT, "2008-01-01", "2008-01-01", "text-not-obtained", None),
        ("labour-contract-law/92.2", LABOUR_CONTRACT, "2013-06-30", "2008-01-01", "text-not-obtained", None),
        ("labour-contract-law/92.2", LABOUR_CONTRACT, "2013-07-01", "2013-07-01", None, "20000"),
        (
            "labour-contract-law/92.1",
            {"illegal_gain": 1000},
            "2013-06-30",
            "2013-07-01",
            "before-in-force",
            None,
        ),
        ("labour-contract-law/92.1", {"illegal_gain": 1000}, "2013-07-01", "2013-07-01", None, "5000"),
        ("social-insurance-law/88", FRAUD, "2011-06-30", "2011-07-01", "before-in-force", None),
        ("social-insurance-law/88", FRAUD, "2011-07-01", "2011-07-01", "text-not-obtained", None),
        ("social-insurance-law/88", FRAUD, "2018-12-28", "2011-07-01", "text-not-obtained", None),
        ("social-insurance-law/88", FRAUD, "2018-12-29", "2018-12-29", None, "5000"),
        ("work-injury-insurance-regulation/60", FRAUD, "2003-12-31", "2004-01-01", "before-in-force", None),
        ("work-injury-insurance-regulation/60", FRAUD, "2004-01-01", "2004-01-01", "text-not-obtained", None),
        ("work-injury-insurance-regulation/60", FRAUD, "2010-12-31", "2004-01-01", "text-not-obtained", None),
        ("work-injury-insurance-regulation/60", FRAUD, "2011-01-01", "2011-01-01", None, "5000"),
        ("hebei-labour-market-regulation/25.2", {}, "2022-11-30", "undated", None, "10000"),
        ("hebei-labour-market-regulation/25.2", {}, "2022-12-01", "undated", "after-in-force", None),
    ],
)
def test_a_version_applies_from_its_first_to_its_last_day(
    engine: Engine,
    clause: str,
    facts: dict[str, object],
    day: str,
    version: str,
    reason: str | None,
    maximum: str | None,
) -> None:
    assessment = engine.assess(case(act(clause, **facts), to=day))
    finding = only(assessment)
    assert finding.version == version
    assert (finding.reason.code if finding.reason else None) == reason
    assert [fine.maximum for fine in finding.fines] == ([] if maximum is None else [Decimal(maximum)])
    assert ("not-in-force" in codes(assessment)) is (maximum is None)
    assert assessment.to_dict()["acts"][0]["findings"][0]["statute"]["version"] == version


@pytest.mark.parametrize(
    ("day", "governing", "aside"),
    [
        ("2026-12-31", "medical-insurance-fund-regulation/40.1", set()),
        ("2027-01-01", "medical-security-law/49.1", {"medical-insurance-fund-regulation/40.1"}),
    ],
)
def test_the_medical_security_law_is_loaded_and_applies_from_its_first_day(
    engine: Engine, day: str, governing: str, aside: set[str]
) -> None:
    stated = {"violation": "medical-fund-fraud", "facts": {"sum_defrauded": 1000}}
    found = engine.assess(case(stated, to=day)).acts[0]
    assert (found.status, found.governing_clause) == ("referred", governing)
    assert aside <= {item.clause for item in found.findings if item.set_aside_by}
    listed = {item.clause for item in found.findings}
    assert ("medical-security-law/49.1" in listed) is (day == "2027-01-01")
    assert found.governing is not None
    assert found.governing.referred_to == "medical-insurance-authority"


def test_an_unread_version_is_said_to_be_missing_and_where_to_put_it(engine: Engine) -> None:
    finding = only(engine.assess(case(act("social-insurance-law/84"), to="2015-05-31")))
    assert finding.reason is not None
    assert "2011-07-01" in finding.reason.text("zh")


def test_a_law_that_is_not_held_still_sets_a_lower_one_aside(engine: Engine) -> None:
    # 2–5 times under the Act of 2011, whose text before 2018 is not held, over 1–3 times under the regulation of 2004
    stated = {"violation": "benefit-fraud", "facts": {"sum_defrauded": 1000}}
    assessment = engine.assess(case(stated, to="2012-05-31"))
    found = assessment.acts[0]
    assert (found.status, found.governing_clause, assessment.total.maximum) == ("not-available", None, 0)
    before = engine.assess(case(stated, to="2011-06-30")).acts[0]
    assert (before.status, before.governing_clause) == ("fined", "labour-inspection-regulation/27.2")
