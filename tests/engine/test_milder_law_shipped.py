"""Stage 6 over the shipped statutes: the days on which they changed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from penalty_engine import Assessment, Engine
from tests.conftest import RULES
from tests.engine.cases import act, case, codes, facts_of, hebei
from tests.engine.law_changes import compared


def _text(assessment: Assessment, code: str, lang: str = "en") -> str:
    return next(item["text"] for item in assessment.to_dict(lang)["warnings"] if item["code"] == code)


def test_the_hebei_regulation_and_what_followed_it(native: Engine) -> None:
    def decided(day: str, **facts: Any) -> Assessment:
        return native.assess(
            case({"violation": "unlicensed-hr-service", "facts": facts}, to="2016-05-31", decided_on=day)
        )

    assert decided("2018-09-30").acts[0].milder_law is None  # nothing had changed
    for day in ("2018-10-01", "2022-11-30", "2022-12-01"):
        fined = decided(day, illegal_gain=36000)
        # the penalties of what followed in the province are not held, and may be milder than the national ones
        followed = day == "2022-12-01"
        assert compared(fined).applied == ("undecided" if followed else "act")
        assert ("milder-law-successor" in codes(fined)) is followed
        assert fined.acts[0].governing_clause == "hebei-labour-market-regulation/25.1"
        assert compared(fined).at_decision.clause == "hr-market-regulation/42.1"
        assert (compared(fined).at_act.maximum, compared(fined).at_decision.maximum) == (30000, 50000)
        assert compared(fined).at_decision.confiscate == 36000
        # without gain the newer law knows no fine, but it closes the business: the officer weighs the two
        closed = decided(day, illegal_gain=0)
        assert compared(closed).applied == "undecided"
        assert (closed.total.maximum, compared(closed).at_decision.maximum) == (30000, 0)
        assert compared(decided(day)).applied == "undecided"
        assert "illegal gain" in _text(decided(day), "milder-law-needs-facts")


def test_false_information_is_fined_only_after_an_order_now(native: Engine) -> None:
    stated = hebei(4, failed_to_correct=False, illegal_gain=0, agency_act_listed=True, serious=False)
    assessment = native.assess(
        case({**stated, "violation": "false-labour-information"}, decided_on="2019-01-01")
    )
    found = compared(assessment)
    assert (found.applied, found.yardstick, found.at_act.maximum) == ("decision", "penalty", Decimal(10000))
    assert (assessment.total.maximum, assessment.total.recommended) == (0, 0)
    assert "correct" in assessment.acts[0].applied[0].orders


def test_after_the_end_of_the_hebei_regulation_an_act_is_judged_by_the_new_law_alone(native: Engine) -> None:
    stated = {"violation": "unlicensed-hr-service", "facts": {"illegal_gain": 36000}}
    assessment = native.assess(case(stated, to="2022-12-01", decided_on="2023-05-01"))
    assert assessment.acts[0].milder_law is None
    assert assessment.acts[0].governing_clause == "hr-market-regulation/42.1"


@pytest.mark.parametrize("decided", ["2013-06-30", "2013-07-01", "2013-07-02", "2020-01-01"])
def test_unlicensed_dispatch_before_there_was_a_licence(native: Engine, decided: str) -> None:
    stated = act("labour-contract-law/92.1", illegal_gain=1000)
    assessment = native.assess(case(stated, to="2013-06-30", decided_on=decided))
    assert (assessment.acts[0].status, assessment.total.maximum) == ("not-available", 0)


def test_dispatch_across_the_amendment_whose_older_text_is_not_held(native: Engine) -> None:
    facts = {
        "failed_to_correct": True,
        "dispatched_workers": 2,
        "party_role": "dispatch_agency",
        "serious": False,
    }
    stated = act("labour-contract-law/92.2", **facts)
    before = native.assess(case(stated, to="2013-06-30", decided_on="2013-07-01"))
    assert (before.acts[0].status, before.total.maximum) == ("not-available", 0)
    after = native.assess(case(stated, to="2013-07-01", decided_on="2013-12-01"))
    assert (after.acts[0].status, after.total.maximum, after.acts[0].milder_law) == ("fined", 20000, None)


@pytest.mark.parametrize(
    ("day", "decided"),
    [("2018-12-28", "2019-06-01"), ("2018-12-29", "2019-06-01"), ("2016-05-31", "2018-12-29")],
)
def test_social_insurance_across_the_version_that_is_held(native: Engine, day: str, decided: str) -> None:
    stated = act("social-insurance-law/86", premium_unpaid=1000, failed_to_correct=True, days_in_arrears=10)
    assessment = native.assess(case(stated, to=day, decided_on=decided))
    held = day >= "2018-12-29"
    assert assessment.total.maximum == (3000 if held else 0)
    assert assessment.acts[0].milder_law is None


# what came to punish the same violation, and on which day; each a day before, on it, and after
_FRAUD = {"sum_defrauded": 1000, "serious": True}


@pytest.mark.parametrize(
    ("ended", "decided", "applied", "maximum", "code"),
    [
        ("2011-06-30", "2011-06-30", None, 3000, None),
        # the law of 2011 multiplies by more today, but its text of then is not held
        ("2011-06-30", "2011-07-01", "undecided", 3000, "milder-law-not-held"),
        ("2011-06-30", "2018-12-28", "undecided", 3000, "milder-law-not-held"),
        ("2011-06-30", "2018-12-29", "act", 3000, None),
        ("2011-07-01", "2018-12-29", None, 0, None),
        ("2018-12-28", "2018-12-29", None, 0, None),
        ("2018-12-29", "2019-06-01", None, 5000, None),
    ],
)
def test_benefit_fraud_and_the_social_insurance_law(
    native: Engine, ended: str, decided: str, applied: str | None, maximum: int, code: str | None
) -> None:
    stated = {"violation": "benefit-fraud", "facts": _FRAUD}
    assessment = native.assess(case(stated, to=ended, decided_on=decided))
    found = assessment.acts[0].milder_law
    assert (None if found is None else found.applied) == applied
    assert assessment.total.maximum == maximum
    assert [item for item in codes(assessment) if item.startswith("milder-law")] == ([code] if code else [])


@pytest.mark.parametrize(
    ("decided", "clause"),
    [
        ("2023-11-30", "social-insurance-law/87"),
        ("2023-12-01", "social-insurance-law/87"),
        ("2023-12-02", "social-insurance-law/87"),
    ],
)
def test_the_same_multiples_in_a_later_regulation(native: Engine, decided: str, clause: str) -> None:
    facts = {**_FRAUD, "insurance_party": "other_service_body", "practice_qualification": False}
    stated = {"violation": "fund-expenditure-fraud", "facts": facts}
    assessment = native.assess(case(stated, to="2023-05-31", decided_on=decided))
    assert assessment.acts[0].governing_clause == clause
    found = assessment.acts[0].milder_law
    assert (found is not None) is (decided >= "2023-12-01")
    if found is not None:
        assert (found.applied, found.yardstick, found.at_decision.clause) == (
            "act",
            None,
            "social-insurance-handling-regulation/55",
        )


@pytest.mark.parametrize(
    ("decided", "applied"),
    [("2012-04-27", None), ("2012-04-28", "undecided"), ("2012-04-29", "undecided")],
)
def test_the_power_over_work_forbidden_to_women_went_elsewhere(
    native: Engine, decided: str, applied: str | None
) -> None:
    facts = {
        "affected_workers": 3,
        "affected_women": 3,
        "women_work_list": "appendix_1",
        "toxic_workplace": False,
        "serious": False,
    }
    stated = {"violation": "women-forbidden-work", "facts": facts}
    assessment = native.assess(case(stated, to="2012-04-27", decided_on=decided))
    found = assessment.acts[0].milder_law
    assert (None if found is None else found.applied) == applied
    assert ("milder-law-elsewhere" in codes(assessment)) is (applied is not None)
    assert assessment.total.maximum == 15000


@pytest.mark.parametrize(
    ("ended", "decided", "applied"),
    [
        ("2021-05-31", "2021-05-31", None),
        ("2021-05-31", "2021-06-01", None),  # the text from 2021 to 2024 is not held, but can only add
        ("2021-05-31", "2024-04-25", None),
        ("2021-05-31", "2024-04-26", "act"),  # the newer law adds to the fixed sums
        ("2024-04-26", "2025-01-01", None),
    ],
)
def test_child_labour_and_the_law_on_minors(
    native: Engine, ended: str, decided: str, applied: str | None
) -> None:
    facts = {
        "toxic_workplace": False,
        "unregistered_unit": False,
        "employer_kind": "licensed_business",
        "serious": False,
        "illegal_gain": 0,
        "failed_to_correct": False,
        "child_months": 3,
    }
    stated = {"violation": "child-labour", "facts": facts}
    assessment = native.assess(case(stated, to=ended, decided_on=decided))
    found = assessment.acts[0].milder_law
    assert (None if found is None else found.applied) == applied
    if found is not None:
        assert (found.at_act.maximum, assessment.total.recommended) == (15000, 15000)
    if applied == "act":
        assert found is not None
        assert found.at_decision.maximum == 100000


def test_what_changed_for_another_body_alone_is_not_shown(native: Engine) -> None:
    # the toxic workplace regulation of 2024 does not concern work outside such workplaces
    facts = {"affected_workers": 2, "toxic_workplace": False, "serious": False, "failed_to_correct": False}
    stated = {"violation": "minors-forbidden-work", "facts": {**facts, "illegal_gain": 0}}
    assessment = native.assess(case(stated, to="2024-12-05", decided_on="2024-12-06"))
    assert assessment.acts[0].milder_law is None
    assert assessment.acts[0].status == "fined"


def _facts(engine: Engine, clauses: Iterable[str], yes: bool) -> dict[str, Any]:
    """Every fact that these clauses look at, as plainly as can be."""
    known = engine.rulebook.vocabulary.facts
    values = {"money": 1000, "count": 2, "integer": 2, "boolean": yes}
    return {
        name: sorted(known[name].choices)[0] if known[name].type == "choice" else values[known[name].type]
        for name in facts_of(engine, clauses)
    }


_CHANGES = sorted(
    {
        day
        for versions in Engine.load(RULES, "native").rulebook.clauses.values()
        for clause in versions
        for day in (clause.statute.period.first,)
        if day is not None
    }
)


@pytest.mark.parametrize("change", _CHANGES, ids=str)
@pytest.mark.parametrize("yes", [True, False], ids=["yes", "no"])
def test_both_results_are_those_of_acts_of_either_day(native: Engine, change: date, yes: bool) -> None:
    """Every violation across every day on which a statute changed, with all its facts stated."""
    before, after = (change - timedelta(days=1)).isoformat(), change.isoformat()
    book = native.rulebook
    for violation, keys in book.by_violation.items():
        stated = {"violation": violation, "facts": _facts(native, keys, yes)}
        both = native.assess(case(stated, to=before, decided_on=after)).acts[0]
        found = both.milder_law
        alone = [native.assess(case(stated, to=day)) for day in (before, after)]
        if found is None:
            assert both.findings == alone[0].acts[0].findings
            continue
        for law, single in zip((found.at_act, found.at_decision), alone, strict=True):
            total = single.total
            assert (law.status, law.clause) == (single.acts[0].status, single.acts[0].governing_clause)
            assert (law.minimum, law.maximum, law.recommended) == total[:3]
            assert law.confiscate is None or law.confiscate == (total.confiscate or 0)
        chosen = alone[1] if found.applied == "decision" else alone[0]
        assert both.findings == chosen.acts[0].findings


@pytest.mark.parametrize(("ended", "applied"), [("2024-04-25", "undecided"), ("2024-04-26", None)])
def test_child_labour_while_the_law_on_minors_was_in_force_but_is_not_held(
    native: Engine, ended: str, applied: str | None
) -> None:
    facts = {
        "toxic_workplace": False,
        "unregistered_unit": False,
        "employer_kind": "licensed_business",
        "serious": False,
        "illegal_gain": 0,
        "failed_to_correct": False,
        "child_months": 2,
    }
    stated = {"violation": "child-labour", "facts": facts}
    assessment = native.assess(case(stated, to=ended, decided_on="2024-06-10"))
    found = assessment.acts[0].milder_law
    assert (None if found is None else found.applied) == applied
    assert ("milder-law-older-not-held" in codes(assessment)) is (applied is not None)
    if applied is not None:
        assert "was not obtained" in _text(assessment, "milder-law-older-not-held")
        assert "不能认定行为时的规定较轻" in _text(assessment, "milder-law-older-not-held", "zh")
