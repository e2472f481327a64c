"""Facts that follow from days and earlier penalties: what is worked out, when nothing is, and what the act states itself."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from penalty_engine import Case, CaseError, Engine
from penalty_engine.stages.admission import admit
from tests.circumstances.made_up import fact, found, made_up, office, plain, steps, texts
from tests.engine.cases import act, case, codes, dispatch, hebei


def _facts(engine: Engine, stated: dict[str, Any], number: int = 0) -> dict[str, Any]:
    return dict(admit(engine.rulebook, Case.parse(stated)).acts[number].facts)


def _value(engine: Engine, stated: dict[str, Any], name: str) -> Any:
    return _facts(engine, stated).get(name)


# --- age --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("born", "day", "age", "circumstance"),
    [
        ("2008-06-01", "2022-05-31", 13, "under-fourteen"),
        ("2008-06-01", "2022-06-01", 13, "under-fourteen"),  # a year is full only the day after the birthday
        ("2008-06-01", "2022-06-02", 14, "fourteen-to-eighteen"),
        ("2004-06-01", "2022-06-01", 17, "fourteen-to-eighteen"),
        ("2004-06-01", "2022-06-02", 18, None),
        ("2004-02-29", "2022-02-28", 17, "fourteen-to-eighteen"),
        ("2004-02-29", "2022-03-01", 18, None),
    ],
)
def test_the_age_at_the_act(
    engine: Engine, born: str, day: str, age: int | None, circumstance: str | None
) -> None:
    stated = case(dispatch(1, illegal_gain=100), party="individual", to=day)
    stated["party"]["born_on"] = born
    assert _value(engine, stated, "age_at_act") == age
    established = {item.id: item.derived for item in engine.assess(stated).acts[0].circumstances}
    assert established == ({} if circumstance is None else {circumstance: True})


def test_an_organization_has_no_age(engine: Engine) -> None:
    stated = case(dispatch(1, illegal_gain=100), to="2022-06-01")
    stated["party"]["born_on"] = "2010-01-01"
    assert _value(engine, stated, "age_at_act") is None


# --- from one day to another ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("days", "number"),
    [
        ({"order_due_on": "2024-03-10", "corrected_on": "2024-03-10"}, 0),
        ({"order_due_on": "2024-03-10", "corrected_on": "2024-03-01"}, 0),  # before the time was up
        ({"order_due_on": "2024-03-10", "corrected_on": "2024-03-17"}, 7),
        ({"order_due_on": "2024-03-10", "decided_on": "2024-05-10"}, 61),  # not yet corrected
        (
            {"order_due_on": "2024-03-10", "corrected_on": "2024-03-12", "decided_on": "2024-05-10"},
            2,
        ),  # the first day named that is known
        ({"order_due_on": "2024-03-10"}, None),
        ({"corrected_on": "2024-03-10"}, None),
    ],
)
def test_days_past_the_order(engine: Engine, days: dict[str, str], number: int | None) -> None:
    stated = case(dispatch(1, illegal_gain=100), to="2024-02-01", **days)
    assert _value(engine, stated, "days_past_order") == number


@pytest.mark.parametrize(
    ("unit", "begun", "corrected", "number"),
    [
        ("months", "", "2020-08-14", 1),
        ("months", "", "2020-08-15", 2),
        ("months", ", begun: true", "2020-08-15", 2),
        ("months", ", begun: true", "2020-08-16", 3),
        ("months", ", begun: true", "2020-06-16", 1),
        ("years", "", "2021-06-14", 0),
        ("years", "", "2021-06-15", 1),
        ("years", ", begun: true", "2020-06-16", 1),
        ("days", "", "2020-06-16", 1),
    ],
)
def test_whole_units_and_begun_ones(
    tmp_path: Path, unit: str, begun: str, corrected: str, number: int
) -> None:
    derived = f"{{{unit}: {{from: order_due_on, to: corrected_on{begun}}}}}"
    engine = made_up(tmp_path, fact("delay", derived=derived))
    stated = office(plain(), order_due_on="2020-06-15", corrected_on=corrected)
    assert _value(engine, stated, "delay") == number


# --- before and after -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("days", "truth"),
    [
        ({"paid_on": "2024-05-01", "decided_on": "2024-05-02"}, True),
        ({"paid_on": "2024-05-02", "decided_on": "2024-05-02"}, None),  # the days alone do not tell
        ({"paid_on": "2024-05-03", "decided_on": "2024-05-02"}, False),
        ({"paid_on": "2024-05-03"}, None),
        ({"decided_on": "2024-05-02"}, None),
        # no decision yet, but a day that never lies after it
        ({"paid_on": "2024-05-01", "notice_served_on": "2024-05-02"}, True),
        ({"paid_on": "2024-05-01", "filed_on": "2024-04-01", "hearing_on": "2024-05-20"}, True),
        ({"paid_on": "2024-05-02", "notice_served_on": "2024-05-02"}, None),
        ({"paid_on": "2024-05-03", "notice_served_on": "2024-05-02"}, None),
        # or one that never lies before it
        ({"paid_on": "2024-05-20", "served_on": "2024-05-19"}, False),
        ({"paid_on": "2024-05-19", "served_on": "2024-05-19"}, None),
    ],
)
def test_paid_before_the_decision(engine: Engine, days: dict[str, str], truth: bool | None) -> None:
    premium = act("social-insurance-law/86", premium_unpaid=1000, days_in_arrears=1, failed_to_correct=True)
    stated = case(premium, to="2024-03-01", **days)
    assert _value(engine, stated, "paid_before_decision") is truth
    assessment = engine.assess(stated)
    assert ("harm-removed" in [item.id for item in assessment.acts[0].circumstances]) is (truth is True)
    # the provision speaks of what was done of own accord: that payment is enough was read elsewhere
    read = [text for text in texts(assessment, "unverified-law") if "as it follows from the facts" in text]
    assert len(read) == (1 if truth else 0)


def test_payment_concerns_only_acts_by_which_something_is_owed(engine: Engine) -> None:
    acts = [dispatch(1, illegal_gain=100), act("labour-inspection-regulation/26", failed_to_correct=False)]
    stated = case(*acts, to="2024-03-01", paid_on="2024-05-01", decided_on="2024-06-01")
    assert [_facts(engine, stated, number).get("paid_before_decision") for number in (0, 1)] == [None, True]


@pytest.mark.parametrize(
    ("days", "truth"),
    [
        ({"order_due_on": "2024-03-10", "corrected_on": "2024-03-10"}, False),  # the last day is in time
        ({"order_due_on": "2024-03-10", "corrected_on": "2024-03-11"}, True),
        ({"order_due_on": "2024-03-10"}, None),  # not corrected yet may still be in time
        ({"order_due_on": "2024-03-10", "decided_on": "2024-04-10"}, None),
        ({"corrected_on": "2024-03-11"}, None),
    ],
)
def test_an_order_not_obeyed(engine: Engine, days: dict[str, str], truth: bool | None) -> None:
    stated = case(dispatch(2, dispatched_workers=1, party_role="host_employer"), to="2024-02-01", **days)
    assert _value(engine, stated, "failed_to_correct") is truth
    status = {True: "fined", False: "not-available", None: "needs-facts"}[truth]
    assert engine.assess(stated).acts[0].status == status


def test_after_a_limit_that_is_not_known(tmp_path: Path) -> None:
    engine = made_up(tmp_path, fact("late", "boolean", "{after: {day: corrected_on, limit: decided_on}}"))
    for days, truth in (
        ({"corrected_on": "2020-07-01", "notice_served_on": "2020-07-02"}, False),
        ({"corrected_on": "2020-07-03", "served_on": "2020-07-02"}, True),
        ({"corrected_on": "2020-07-03", "notice_served_on": "2020-07-02"}, None),
    ):
        assert _value(engine, office(plain(), **days), "late") is truth


# --- earlier penalties ------------------------------------------------------------------------------------------------


def _prior(*entries: tuple[str, str]) -> dict[str, Any]:
    return {"prior_penalties": [{"violation": name, "decided_on": day} for name, day in entries]}


SAME = "unlicensed-labour-dispatch"


@pytest.mark.parametrize(
    ("entries", "number"),
    [
        ((), None),  # none listed is not none imposed
        (((SAME, "2023-05-01"),), 1),
        (((SAME, "2023-03-01"),), 1),  # the last day of the year that follows
        (((SAME, "2023-02-28"),), 0),
        (((SAME, "2024-03-01"),), 0),  # the day itself is not before
        (((SAME, "2024-04-01"),), 0),
        ((("wages-unpaid", "2023-05-01"),), 0),  # another violation
        (((SAME, "2023-05-01"), (SAME, "2023-06-01"), ("wages-unpaid", "2023-06-01")), 2),
    ],
)
def test_earlier_penalties(engine: Engine, entries: tuple[tuple[str, str], ...], number: int | None) -> None:
    stated = case(dispatch(1, illegal_gain=100), to="2024-03-01") | _prior(*entries)
    assert _value(engine, stated, "prior_same_violations") == number
    established = [item.id for item in engine.assess(stated).acts[0].circumstances]
    assert established == (["repeat-violation"] if number else [])


def test_the_look_back_ends_where_the_act_began(engine: Engine) -> None:
    lasting = case(dispatch(1, illegal_gain=100), to="2024-09-01", conduct_from="2024-03-01")
    assert _value(engine, lasting | _prior((SAME, "2023-03-01")), "prior_same_violations") == 1
    # while it went on
    assert _value(engine, lasting | _prior((SAME, "2024-04-01")), "prior_same_violations") == 1
    assert _value(engine, lasting | _prior((SAME, "2023-02-28")), "prior_same_violations") == 0
    assert _value(engine, lasting | _prior((SAME, "2024-09-01")), "prior_same_violations") == 0


@pytest.mark.parametrize(
    ("day", "counted"), [("2005-01-01", True), ("2024-02-29", True), ("2024-03-01", False)]
)
def test_a_violation_is_the_first_only_where_none_was_ever_punished(
    engine: Engine, day: str, counted: bool
) -> None:
    stated = case(
        dispatch(1, "first-violation", illegal_gain=100),
        to="2024-03-01",
        elections={"first_violation_exemption": True},
    )
    assert engine.assess(stated).acts[0].status == "exempt"
    assessment = engine.assess(stated | _prior((SAME, day)))
    assert assessment.acts[0].status == ("fined" if counted else "exempt")
    assert ("circumstance-contradicted" in codes(assessment)) is counted
    assert _value(engine, stated | _prior((SAME, day)), "earlier_same_violations") == int(counted)


def test_any_penalty_within_months(tmp_path: Path) -> None:
    derived = "{prior_penalties: {within: {months: 6}, until: conduct_to}}"
    engine = made_up(tmp_path, fact("before_now", derived=derived))
    stated = office(plain(), to="2020-08-31", extra=_prior(("sample-violation", "2020-02-29")))
    assert _value(engine, stated, "before_now") == 0  # 29 February and six months: 29 August
    stated = office(plain(), to="2020-08-29", extra=_prior(("sample-violation", "2020-02-29")))
    assert _value(engine, stated, "before_now") == 1


def test_an_earlier_penalty_for_what_the_catalogue_does_not_know(engine: Engine, tmp_path: Path) -> None:
    stated = case(dispatch(1, illegal_gain=100)) | _prior(("wages-unpayed", "2015-05-01"))
    with pytest.raises(CaseError) as caught:
        engine.assess(stated)
    assert [(item.field, item.code) for item in caught.value.diagnostics] == [
        ("prior_penalties[0].violation", "unknown-case-violation")
    ]
    assert "Did you mean 'wages-unpaid'?" in caught.value.diagnostics[0].render("en")
    file = tmp_path / "case.yaml"
    file.write_text(
        "party: {kind: organization}\ntimeline: {conduct_to: 2024-03-01}\nacts: [{violation: wages-unpaid}]\n"
        "prior_penalties:\n  - {violation: nonsense, decided_on: 2023-01-01}\n",
        encoding="utf-8",
    )
    with pytest.raises(CaseError) as caught:
        engine.assess(file)
    assert str(caught.value.diagnostics[0].place).endswith("case.yaml:5:17")


# --- what the act states itself ---------------------------------------------------------------------------------------


def test_what_is_stated_stands_and_the_difference_is_told(engine: Engine) -> None:
    stated = case(dispatch(1, illegal_gain=100, age_at_act=30), party="individual", to="2022-06-01")
    stated["party"]["born_on"] = "2006-01-01"
    assessment = engine.assess(stated)
    assert assessment.acts[0].circumstances == ()
    assert texts(assessment, "derived-differs") == [
        '"age at the time of the act" is stated as 30, but the days, penalties or numbers of the case give 16; what is '
        "stated stands. Check it (age_at_act)."
    ]
    assert texts(assessment, "derived-differs", "zh") == [
        "“行为时周岁年龄”填写为“30”，按案件的日期、处罚记录或者人数应为“16”；现以填写的为准，请核对（age_at_act）。"
    ]
    assert steps(assessment, "derived") == []
    stated["acts"][0]["facts"]["age_at_act"] = 16
    assert "derived-differs" not in codes(engine.assess(stated))


def test_a_difference_is_told_once(engine: Engine) -> None:
    days = {"order_due_on": "2016-08-01", "corrected_on": "2016-07-31"}
    assessment = engine.assess(case(hebei(3, failed_to_correct=True), **days))
    assert codes(assessment).count("date-contradiction") == 1
    assert "derived-differs" not in codes(assessment)
    late = {"order_due_on": "2016-08-01", "corrected_on": "2016-08-05"}
    assessment = engine.assess(case(hebei(3, failed_to_correct=False), **late))
    assert codes(assessment).count("derived-differs") == 1


def test_what_is_derived_is_no_fact_left_unused(engine: Engine) -> None:
    days = {"order_due_on": "2024-03-10", "corrected_on": "2024-03-12", "decided_on": "2024-05-10"}
    assessment = engine.assess(case(dispatch(1, illegal_gain=100), to="2024-02-01", **days))
    assert "fact-not-used" not in codes(assessment)


def test_the_steps_of_the_trace(engine: Engine) -> None:
    stated = case(dispatch(1, illegal_gain=100), party="individual", to="2024-03-01")
    stated["party"]["born_on"] = "2000-01-01"
    assessment = engine.assess(stated | _prior((SAME, "2023-05-01"), ("wages-unpaid", "2023-05-01")))
    age, prior, ever = steps(assessment, "derived")
    assert (age["rule"], age["inputs"], age["result"]) == (
        "age_at_act",
        {"kind": "age", "born_on": "2000-01-01", "conduct_to": "2024-03-01"},
        24,
    )
    assert age["source"].startswith("rules/vocabulary.yaml:")
    assert (prior["rule"], prior["result"]) == ("prior_same_violations", 1)
    assert prior["inputs"] == {
        "kind": "prior_penalties",
        "conduct_to": "2024-03-01",
        "years": 1,
        "penalties": [{"violation": SAME, "decided_on": "2023-05-01"}],
    }
    assert (ever["rule"], ever["result"]) == ("earlier_same_violations", 1)
    assert ever["inputs"] == {
        "kind": "prior_penalties",
        "conduct_to": "2024-03-01",
        "penalties": [{"violation": SAME, "decided_on": "2023-05-01"}],
    }


def test_circumstances_follow_from_derived_facts_on_each_network(tmp_path: Path, network: str) -> None:
    engine = made_up(
        tmp_path,
        fact("delay", derived="{days: {from: order_due_on, to: corrected_on}}"),
        found("slow", "heavier", "when: {delay: {above: 7}}"),
        network=network,
    )
    for corrected, established in (("2020-06-22", []), ("2020-06-23", ["slow"])):
        stated = office(plain(), order_due_on="2020-06-15", corrected_on=corrected)
        assert [item.id for item in engine.assess(stated).acts[0].circumstances] == established
