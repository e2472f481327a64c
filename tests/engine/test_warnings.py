"""What an officer is told besides the figures: contradictions, dates that do not fit, limitation, what is unverified."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from penalty_engine import Assessment, Engine
from tests.engine.cases import act, case, codes, dispatch, hebei, only
from tests.rulebook.folders import PROCEDURE, engine_with

EXEMPTION = {"first_violation_exemption": True}


def _texts(assessment: Assessment, code: str, lang: str = "en") -> list[str]:
    return [item["text"] for item in assessment.to_dict(lang)["warnings"] if item["code"] == code]


def _subjects(assessment: Assessment) -> list[str]:
    warnings = assessment.to_dict("en")["warnings"]
    assert all(("subject" in item) is (item["code"] == "unverified-law") for item in warnings)
    return [item["subject"] for item in warnings if "subject" in item]


def _office(*acts: dict[str, Any], to: str = "2020-06-01", **more: Any) -> dict[str, Any]:
    return case(*acts, authority="office", to=to, **more)


# --- notes ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("circumstance", "party", "note"),
    [
        (
            "minor-and-corrected",
            "organization",
            "The party is to be educated (Administrative Penalty Law, art. 33(3)).",
        ),
        ("no-fault", "organization", "The party is to be educated (Administrative Penalty Law, art. 33(3))."),
        (
            "first-violation",
            "organization",
            "The party is to be educated (Administrative Penalty Law, art. 33(3)).",
        ),
        (
            "unaccountable",
            "individual",
            "The guardian is to be ordered to see to care and treatment (Administrative Penalty Law, art. 31).",
        ),
        (
            "unaccountable",
            "sole_trader",
            "The guardian is to be ordered to see to care and treatment (Administrative Penalty Law, art. 31).",
        ),
    ],
)
def test_what_follows_an_exemption_is_told(engine: Engine, circumstance: str, party: str, note: str) -> None:
    stated = dispatch(1, circumstance, illegal_gain=1)
    exempt = engine.assess(case(stated, party=party, elections=EXEMPTION))
    assert exempt.acts[0].status == "exempt"
    assert _texts(exempt, "rule-note") == [note]


def test_the_guardian_of_a_child(engine: Engine) -> None:
    for party in ("individual", "sole_trader"):
        child = engine.assess(case(dispatch(1, illegal_gain=1, age_at_act=13), party=party))
        assert _texts(child, "rule-note") == [
            "The guardian is to be ordered to discipline the minor (Administrative Penalty Law, art. 30)."
        ]
        older = engine.assess(case(dispatch(1, illegal_gain=1, age_at_act=14), party=party))
        assert _texts(older, "rule-note") == []


def test_no_note_where_nothing_is_exempted(engine: Engine) -> None:
    assert _texts(engine.assess(case(dispatch(1, "first-violation", illegal_gain=1))), "rule-note") == []
    contradicted = dispatch(1, "minor-and-corrected", failed_to_correct=True, illegal_gain=1)
    assert _texts(engine.assess(case(contradicted)), "rule-note") == []
    # the clause is not available: there is nothing to exempt from
    assert _texts(engine.assess(case(dispatch(2, "no-fault", failed_to_correct=False))), "rule-note") == []


# --- dates that do not fit --------------------------------------------------------------------------------------------

_NOT_PASSED = "The time limit of the order to correct had not passed on the day of the decision."
_ENDED = (
    "The act ended within the time limit of the order; where it was not put right after that, the act went on, and its last "
    "day lies after the time limit. Check the last day (conduct_to)."
)
_IN_TIME = "The party corrected within the time limit of the order, which does not fit “not obeyed”."


@pytest.mark.parametrize(
    ("failed", "days", "warnings"),
    [
        (True, {"decided_on": "2016-08-02"}, []),
        (True, {"corrected_on": "2016-07-31"}, [_IN_TIME]),
        (True, {"corrected_on": "2016-08-01"}, [_IN_TIME]),
        (True, {"corrected_on": "2016-08-02"}, []),
        (True, {"order_served_on": "2016-06-01"}, []),  # orders follow acts
        (True, {"order_served_on": "2016-05-31"}, [_ENDED]),  # the last day of the act, within the time limit
        (True, {}, []),
        (False, {"corrected_on": "2016-07-31", "decided_on": "2016-07-31"}, []),
        (None, {"corrected_on": "2016-07-31", "decided_on": "2016-07-31"}, []),
    ],
)
def test_an_order_not_obeyed_and_its_days(
    engine: Engine, failed: bool | None, days: dict[str, str], warnings: list[str]
) -> None:
    facts = {} if failed is None else {"failed_to_correct": failed}
    assessment = engine.assess(case(hebei(3, **facts), order_due_on="2016-08-01", **days))
    assert _texts(assessment, "date-contradiction") == [
        f'"order to correct not obeyed" does not fit the dates of the case: {text}' for text in warnings
    ]
    without = engine.assess(case(hebei(3, **facts), **days))
    assert "date-contradiction" not in codes(without)


@pytest.mark.parametrize("days", [{}, {"corrected_on": "2024-07-30"}])
@pytest.mark.parametrize(
    ("decided", "late"), [("2024-07-31", False), ("2024-08-01", False), ("2024-08-02", True)]
)
def test_nobody_is_late_while_the_time_limit_runs(
    engine: Engine, decided: str, late: bool, days: dict[str, str]
) -> None:
    stated = dispatch(2, failed_to_correct=True, dispatched_workers=1, party_role="host_employer")
    days = {"order_due_on": "2024-08-01", "decided_on": decided, **days}
    assessment = engine.assess(case(stated, to="2024-07-01", **days))
    assert assessment.acts[0].status == ("fined" if late else "not-available")
    assert (assessment.total.maximum > 0) is late  # type: ignore[operator]
    if late:
        assert "date-decides" not in codes(assessment)
        return
    assert assessment.acts[0].findings[0].orders == (() if "corrected_on" in days else ("correct",))
    assert _texts(assessment, "date-decides") == [
        f'"order to correct not obeyed" is stated as yes, against the days of the case (decided_on {decided}, '
        f"order_due_on 2024-08-01): {_NOT_PASSED} The days decide, no, and nothing is imposed on the strength of yes. "
        "Where a day is wrong, or another time limit did pass, correct the days."
    ]
    assert "derived-differs" not in codes(assessment)
    (step,) = [
        item
        for item in assessment.trace[0].steps
        if item.step == "derived" and item.rule == "failed_to_correct"
    ]
    assert (step.inputs["kind"], step.inputs["stated"], step.result) == ("date_check", True, False)


_CHECK = (
    "    date_checks: [{is: %s, day: decided_on, not_after: order_due_on, warning: {zh: 甲, en: told}}]\n"
)


def test_a_date_check_on_a_sum(tmp_path: Path) -> None:
    label = "    label: {zh: 所得, en: gain}\n"
    engine = engine_with(tmp_path, vocabulary=(label, label + _CHECK % "5000"))
    days = {"decided_on": "2020-09-01", "order_due_on": "2020-09-02"}
    for gain, told in (("5000", True), ("50", False), ("5000.01", False)):
        assessment = engine.assess(_office(act("sample-law/1", refused=False, gain=gain), **days))
        assert ("date-contradiction" in codes(assessment)) is told, gain


# --- limitation -------------------------------------------------------------------------------------------------------


def test_two_years_to_a_leap_day(tmp_path: Path) -> None:
    limitation = "limitations:\n  - {years: 4, from: conduct_to, until: [filed_on], article: 第六条, warning: {zh: 过期, en: lapsed}}\n"
    engine = engine_with(
        tmp_path,
        statute=("to: 2021-12-31", "to: 2031-12-31"),
        **{PROCEDURE: ("time_limits:", f"{limitation}time_limits:")},
    )
    for filed, lapsed in (("2024-02-29", False), ("2024-03-01", True)):
        stated = _office(act("sample-law/1", refused=False), to="2020-02-29", filed_on=filed)
        assert _texts(engine.assess(stated), "limitation", "zh") == (["依样本程序法第六条：过期"] * lapsed)


# --- what is unverified -----------------------------------------------------------------------------------------------


def test_nothing_rests_on_a_threshold_where_nothing_is_imposed(engine: Engine) -> None:
    fined = engine.assess(case(hebei(1)))
    assert _subjects(fined) == ["clause-text", "clause-period", "benchmark", "threshold"]
    assert "threshold" in _subjects(engine.assess(case(hebei(5, failed_to_correct=False, illegal_gain=3))))
    for stated in (
        case(hebei(10, serious=False)),  # referred
        case(hebei(10, serious=True)),  # a revocation alone
        case(hebei(5, failed_to_correct=False, illegal_gain=0)),
        case(dispatch(1)),  # facts are missing
        case(dispatch(1, "no-fault", illegal_gain=1)),
    ):
        assert "threshold" not in _subjects(engine.assess(stated))


def test_the_days_in_force_of_what_is_not_in_force(engine: Engine) -> None:
    ended = engine.assess(case(hebei(1), to="2022-12-01", decided_on="2023-01-01"))
    assert codes(ended) == ["not-in-force", "unverified-law"]
    assert _subjects(ended) == ["clause-period"]
    assert "the days in force of the Hebei Labour Market Regulation" in _texts(ended, "unverified-law")[0]
    assert only(ended).orders == ()
    before = engine.assess(case(dispatch(1, illegal_gain=1), to="2013-06-30", decided_on="2013-08-01"))
    assert "basis-not-in-force" not in codes(before)  # nothing rests on it
    assert "basis-not-in-force" in codes(
        engine.assess(case(dispatch(1, illegal_gain=1), decided_on="2016-08-01"))
    )


_DEFAULT = "Not verified: declared default rules "


def test_declared_default_rules_are_told(engine: Engine) -> None:
    mitigated = engine.assess(case(hebei(1, "harm-removed"), elections={"mitigate": True}))
    mixed = engine.assess(case(hebei(1, "harm-removed", "emergency-measures-broken")))
    for assessment, code, article in (
        (mitigated, "mitigated", "（减轻处罚）"),
        (mixed, "mixed-circumstances", "（从轻、从重情节并存）"),
    ):
        assert [text.startswith(_DEFAULT + article) for text in _texts(assessment, "unverified-law")].count(
            True
        ) == 1
        reasons = {item.code: item.basis.en for item in assessment.procedure.collective_discussion.reasons}
        assert reasons[code] == f"declared default rules {article}"
    plain = engine.assess(case(hebei(1)))
    assert not any(text.startswith(_DEFAULT) for text in _texts(plain, "unverified-law"))


def test_unverified_time_limits_are_told_where_they_run(engine: Engine) -> None:
    limit = "Not verified: Administrative Litigation Law 第四十六条第一款"
    served = engine.assess(case(hebei(1), served_on="2016-09-05"))
    assert any(text.startswith(limit) for text in _texts(served, "unverified-law"))
    waiting = engine.assess(case(hebei(1)))  # nothing rests on a limit that does not run
    assert not any(text.startswith(limit) for text in _texts(waiting, "unverified-law"))
    referred = engine.assess(case(hebei(10, serious=False), served_on="2016-09-05"))
    assert [item.id for item in referred.procedure.deadlines] == ["filing", "investigation"]
    assert "procedure" not in _subjects(referred)


def test_every_subject_by_its_word(engine: Engine) -> None:
    found = _subjects(
        engine.assess(case(hebei(1, "obstruction", "harm-removed"), elections={"mitigate": True}))
    )
    assert set(found) == {
        "clause-text",
        "clause-period",
        "circumstance",
        "benchmark",
        "threshold",
        "procedure",
    }
    verified = engine.assess(case(dispatch(1, illegal_gain=1)))
    assert "clause-text" not in _subjects(verified)


# --- what a circumstance says of itself -------------------------------------------------------------------------------


def test_circumstances_in_the_answer(engine: Engine) -> None:
    answer = engine.assess(case(hebei(1, "harm-removed", "obstruction"))).to_dict("en")
    assert answer["acts"][0]["circumstances"] == [
        {
            "id": "harm-removed",
            "name": "harm removed or reduced of own accord",
            "effect": "lighter",
            "force": "mandatory",
            "mitigates": True,
            "verified": True,
            "basis": "Administrative Penalty Law 第三十二条第（一）项",
            "derived": False,
            "counted": True,
            "why_not": None,
        },
        {
            "id": "obstruction",
            "name": "obstruction of the inspection",
            "effect": "heavier",
            "force": "discretionary",
            "mitigates": False,
            "verified": False,
            "basis": "published discretion rules of other places （从重情节）",
            "derived": False,
            "counted": True,
            "why_not": None,
        },
    ]
