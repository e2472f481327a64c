"""The time limits of a case: last days counted by hand, kept or missed, extended, in conflict, and what they warn of."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from penalty_engine import Assessment, Engine
from penalty_engine.assessment import Deadline
from tests.engine.cases import act, case, codes, dispatch, hebei
from tests.rulebook.folders import PROCEDURE, clause, clauses, engine_with

ACT = dispatch(1, illegal_gain=36000)  # 90,000 yuan: a hearing is due


def _assess(engine: Engine, **days: str) -> Assessment:
    return engine.assess(case(ACT, to="2024-05-31", **days))


def _found(engine: Engine, **days: str) -> dict[str, Deadline]:
    return {item.id: item for item in _assess(engine, **days).procedure.deadlines}


def _texts(assessment: Assessment, code: str, lang: str = "en") -> list[str]:
    return [item.text(lang) for item in assessment.warnings if item.code == code]


@pytest.mark.parametrize(
    ("name", "days", "due"),
    [
        # National Day 2024: off 1-7 October, worked Sunday 29 September and Saturday 12 October
        ("filing", {"complained_on": "2024-09-27"}, "2024-10-10"),  # Sun 29, Mon 30; Tue 8, Wed 9, Thu 10
        ("decision", {"filed_on": "2024-09-26"}, "2024-12-25"),  # 4 + 31 + 30 + 25
        # Fri 27, Sun 29, Mon 30: 3; Tue 8-Sat 12: 8; 9 weeks of 5 from 14 October to 13 December: 53; 16-20: 58; 23, 24
        ("investigation", {"filed_on": "2024-09-26"}, "2024-12-24"),
        ("decision-xingtai", {"filed_on": "2024-09-26"}, "2024-10-26"),
        ("hearing-request", {"notice_served_on": "2024-09-30"}, "2024-10-12"),  # Tue 8-Fri 11, Sat 12
        # Spring Festival 2025: off 28 January-4 February, worked Sunday 26 January and Saturday 8 February
        ("hearing-request", {"notice_served_on": "2025-01-24"}, "2025-02-07"),  # Sun 26, Mon 27; Wed 5-Fri 7
        (
            "hearing-notice",
            {"hearing_on": "2025-02-10"},
            "2025-01-24",
        ),  # Sat 8-Wed 5: 4; Mon 27, Sun 26, Fri 24
        ("hearing-notice", {"hearing_on": "2024-10-14"}, "2024-09-29"),  # Sat 12-Tue 8: 5; Mon 30, Sun 29
        (
            "service",
            {"decided_on": "2025-01-22"},
            "2025-02-07",
        ),  # Thu 23, Fri 24, Sun 26, Mon 27; Wed 5-Fri 7
        ("payment", {"served_on": "2025-01-24"}, "2025-02-08"),  # calendar days: 7 in January, 8 in February
        ("surcharge-begins", {"served_on": "2025-01-24"}, "2025-02-09"),
        (
            "surcharge-maximum",
            {"served_on": "2025-01-24"},
            "2025-03-14",
        ),  # 34 days of 3 %: 20 in February, 14
        ("reconsideration", {"served_on": "2025-01-24"}, "2025-03-25"),  # 7 + 28 + 25
        ("litigation", {"served_on": "2025-01-24"}, "2025-07-24"),
        ("litigation", {"served_on": "2024-08-31"}, "2025-02-28"),
        ("court-application", {"served_on": "2025-01-24"}, "2025-10-24"),
        ("court-application", {"served_on": "2024-08-31"}, "2025-05-28"),
        # three working days: Fri 7, Sat 8, Mon 10
        ("publication-withdrawal", {"annulled_on": "2025-02-06"}, "2025-02-10"),
        # ten days are working days in this law: Sun 26, Mon 27: 2; Wed 5-Sat 8: 6; Mon 10-Thu 13: 10
        ("reminder", {"reminder_served_on": "2025-01-24"}, "2025-02-13"),
    ],
)
def test_last_days(native: Engine, name: str, days: dict[str, str], due: str) -> None:
    found = _found(native, **days)[name]
    assert found.due == date.fromisoformat(due)
    assert found.approximate is False
    assert found.start == next(iter(days))


def test_what_waits_says_for_which_day(native: Engine) -> None:
    found = _found(native)
    assert {item.due for item in found.values()} == {None}
    assert "publication-withdrawal" not in found  # hardly any case has one: told of once there is a day
    assert {name: (item.start, item.after) for name, item in found.items()} == {
        "filing": ("complained_on", None),
        "decision": ("filed_on", None),
        "investigation": ("filed_on", None),
        "decision-xingtai": ("filed_on", None),
        "hearing-request": ("notice_served_on", None),
        "hearing-notice": ("hearing_on", None),
        "service": ("decided_on", None),
        "payment": ("served_on", None),
        "litigation": ("served_on", None),
        "reconsideration": ("served_on", None),
        "court-application": ("served_on", "litigation"),
        "court-opens": ("served_on", "litigation"),
        "surcharge-begins": ("served_on", "payment"),
        "surcharge-maximum": ("served_on", "payment"),
        "reminder": ("reminder_served_on", None),
    }
    assert not {item.code for item in _assess(native).warnings} & {"deadlines-conflict"}


def test_both_networks_find_the_same(native: Engine, durable: Engine) -> None:
    days = {"complained_on": "2024-09-20", "filed_on": "2024-09-26", "decided_on": "2024-12-20"}
    assert _assess(native, **days).procedure == _assess(durable, **days).procedure


# --- kept or missed ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "days", "met"),
    [
        ("filing", {"complained_on": "2024-09-27"}, None),
        ("filing", {"complained_on": "2024-09-27", "filing_proposed_on": "2024-10-10"}, True),
        ("filing", {"complained_on": "2024-09-27", "filing_proposed_on": "2024-10-11"}, False),
        # the filing itself is decided after the form: in time it shows that the form was, late it shows nothing
        ("filing", {"complained_on": "2024-09-27", "filed_on": "2024-10-10"}, True),
        ("filing", {"complained_on": "2024-09-27", "filed_on": "2024-10-11"}, None),
        ("decision", {"filed_on": "2024-09-26", "decided_on": "2024-12-25"}, True),
        ("decision", {"filed_on": "2024-09-26", "decided_on": "2024-12-26"}, False),
        ("investigation", {"filed_on": "2024-09-26", "investigation_ended_on": "2024-12-24"}, True),
        ("investigation", {"filed_on": "2024-09-26", "investigation_ended_on": "2024-12-25"}, False),
        # a later step within the limit shows that it was kept; one after it shows nothing
        ("investigation", {"filed_on": "2024-09-26", "notice_served_on": "2024-12-24"}, True),
        ("investigation", {"filed_on": "2024-09-26", "notice_served_on": "2024-12-25"}, None),
        ("hearing-notice", {"hearing_on": "2025-02-10", "hearing_notice_served_on": "2025-01-24"}, True),
        ("hearing-notice", {"hearing_on": "2025-02-10", "hearing_notice_served_on": "2025-01-25"}, False),
        ("service", {"decided_on": "2025-01-22", "served_on": "2025-02-07"}, True),
        ("service", {"decided_on": "2025-01-22", "served_on": "2025-02-08"}, False),
        ("payment", {"served_on": "2025-01-24", "fine_paid_on": "2025-02-08"}, True),
        ("payment", {"served_on": "2025-01-24", "fine_paid_on": "2025-02-09"}, False),
        ("reconsideration", {"served_on": "2025-01-24"}, None),
        ("court-application", {"served_on": "2024-01-24", "court_applied_on": "2024-10-24"}, True),
    ],
)
def test_met(native: Engine, name: str, days: dict[str, str], met: bool | None) -> None:
    if name == "court-application":
        stated = native.assess(case(ACT, to="2023-05-31", **days))
        found = {item.id: item for item in stated.procedure.deadlines}[name]
    else:
        found = _found(native, **days)[name]
    assert found.met is met
    assert found.fulfilled_on == (
        date.fromisoformat(days[found.fulfilled_by]) if found.fulfilled_by in days else None
    )


# --- extension --------------------------------------------------------------------------------------------------------


def test_an_approved_extension(native: Engine) -> None:
    # approved on the last day of the 60: 25, 26, 27, 30, 31 December: 65; 2-3 January: 67 (1 January off); 6-10: 72;
    # 13-17: 77; 20-24: 82; Sun 26, Mon 27: 84; 5-7, Sat 8 February: 88; Mon 10, Tue 11: 90
    found = _found(native, filed_on="2024-09-26", extension_approved_on="2024-12-24")["investigation"]
    assert (found.due, found.extended_by) == (date(2025, 2, 11), 30)
    assert (found.length, found.unit) == (60, "working_days")


def test_an_extension_approved_too_late(native: Engine) -> None:
    late = _assess(native, filed_on="2024-09-26", extension_approved_on="2024-12-25")
    found = {item.id: item for item in late.procedure.deadlines}
    assert (found["investigation"].due, found["investigation"].extended_by) == (date(2024, 12, 24), 0)
    assert _texts(late, "extension-too-late")[0] == (
        'The extension of "end of the investigation" was approved on 2024-12-25, after the limit had ended on 2024-12-24, '
        "and was not counted (Labour Security Inspection Regulation 第十七条). "
        "Check the day of approval (timeline.extension_approved_on)."
    )
    # in time for the longer limit: nothing is said of the shorter one that it comes too late for
    kept = _assess(native, filed_on="2024-09-26", extension_approved_on="2024-12-01")
    assert "extension-too-late" not in codes(kept)


# --- conflicts --------------------------------------------------------------------------------------------------------


def test_conflicting_clocks_are_all_shown(native: Engine) -> None:
    assessment = _assess(native, filed_on="2024-09-26")
    found = {item.id: item for item in assessment.procedure.deadlines}
    assert found["decision"].conflicts_with == ("decision-xingtai",)
    assert found["decision-xingtai"].conflicts_with == ("decision",)
    assert found["investigation"].conflicts_with == ()  # another step
    assert found["service"].conflicts_with == ()
    assert _texts(assessment, "deadlines-conflict", "zh") == [
        "同一环节有几个不同的期限：作出行政处罚决定（邢台市规定，如仍有效） 2024-10-26"
        "（邢台市规范行政处罚自由裁量权办法第二十六条）、作出行政处罚决定 2024-12-25（行政处罚法第六十条）。"
        "经核实的期限到 2024-12-25 届满；作出行政处罚决定（邢台市规定，如仍有效）未经核实，"
        "如仍有效，则应当至迟于 2024-10-26 办结。请核对各项依据是否适用于本案。"
    ]


def test_no_warning_of_clocks_that_were_all_kept(native: Engine) -> None:
    kept = _assess(native, filed_on="2024-09-26", decided_on="2024-10-25")
    assert "deadlines-conflict" not in codes(kept)
    found = {item.id: item for item in kept.procedure.deadlines}
    assert found["decision"].conflicts_with  # they still differ
    missed = _assess(native, filed_on="2024-09-26", decided_on="2024-10-28")
    assert "deadlines-conflict" in codes(missed)


def test_unverified_limits_are_told_where_they_give_a_day(native: Engine) -> None:
    told = "Not verified: Xingtai Measures on Discretion in Administrative Penalties 第二十六条"
    running = _assess(native, filed_on="2024-09-26")
    assert any(text.startswith(told) for text in _texts(running, "unverified-law"))
    assert not any(text.startswith(told) for text in _texts(_assess(native), "unverified-law"))


# --- years whose holidays are not known -------------------------------------------------------------------------------


def test_a_year_that_is_not_known_is_said(native: Engine) -> None:
    stated = case(ACT, to="2150-01-31", notice_served_on="2150-03-02", decided_on="2150-03-20")
    assessment = native.assess(stated)
    found = {item.id: item for item in assessment.procedure.deadlines}
    assert (found["hearing-request"].due, found["hearing-request"].approximate) == (date(2150, 3, 9), True)
    assert found["service"].approximate is True
    assert found["payment"].approximate is False
    assert _texts(assessment, "working-days-approximate", "zh") == [
        "工作日为推算：要求听证、送达行政处罚决定书。2150 年的国务院节假日安排没有收录（或者年末几日可能随下一年的安排调整），"
        "暂按周一至周五计算。请对照国务院办公厅公布的放假通知核对，并更新软件包 chinesecalendar。"
    ]
    assert found["hearing-request"].start_day == date(2150, 3, 2)
    data = assessment.to_dict()["procedure"]["deadlines"]
    assert {item["id"] for item in data if item["approximate"]} == {"hearing-request", "service"}


def test_nothing_is_said_of_years_that_are_known(native: Engine) -> None:
    days = {"complained_on": "2024-09-20", "filed_on": "2024-09-26", "decided_on": "2025-01-22"}
    assert "working-days-approximate" not in codes(_assess(native, **days))


# --- late payment -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("paid", "days", "amount"),
    [
        (None, None, None),
        ("2025-02-09", 1, "2700"),  # 3 % of 90,000
        ("2025-02-28", 20, "54000"),
        ("2025-03-13", 33, "89100"),
        ("2025-03-14", 34, "90000"),  # 34 days would be 91,800: never more than the fine
        ("2025-12-31", 326, "90000"),
    ],
)
def test_surcharge(native: Engine, paid: str | None, days: int | None, amount: str | None) -> None:
    stated = {} if paid is None else {"fine_paid_on": paid}
    procedure = _assess(native, served_on="2025-01-24", **stated).procedure
    found = procedure.surcharge
    assert found is not None
    assert (found.fine, found.daily, found.maximum) == (Decimal(90000), Decimal(2700), Decimal(90000))
    assert (found.begins, found.reaches_maximum) == (date(2025, 2, 9), date(2025, 3, 14))
    assert (found.days, found.amount) == (days, None if amount is None else Decimal(amount))
    shown = {item.id for item in procedure.deadlines}
    assert "surcharge-begins" in shown or paid == "2025-02-09"
    assert ("surcharge-maximum" in shown) is (paid is None or paid > "2025-03-14")


def test_no_surcharge_on_what_was_paid_in_time(native: Engine) -> None:
    procedure = _assess(native, served_on="2025-01-24", fine_paid_on="2025-02-08").procedure
    assert procedure.surcharge is None
    shown = {item.id for item in procedure.deadlines}
    assert not shown & {"surcharge-begins", "surcharge-maximum"}
    assert native.assess(case(ACT, to="2024-05-31")).procedure.surcharge is None


# --- the way to the court ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("days", "due", "start", "after"),
    [
        # the reminder has run out on 2025-02-13, but the party may still sue until 2025-07-24
        ({"served_on": "2025-01-24", "reminder_served_on": "2025-01-24"}, "2025-07-25", "served_on", "litigation"),
        # reminded late: Mon 21-Fri 25 July: 5, Mon 28 July-Fri 1 August: 10
        ({"served_on": "2025-01-24", "reminder_served_on": "2025-07-18"}, "2025-08-02", "reminder_served_on", "reminder"),
        ({"served_on": "2025-01-24"}, None, "reminder_served_on", "reminder"),
        ({"reminder_served_on": "2025-01-24"}, None, "served_on", "litigation"),
    ],
)  # fmt: skip
def test_the_court_may_be_applied_to_once_both_periods_have_ended(
    native: Engine, days: dict[str, str], due: str | None, start: str, after: str
) -> None:
    assessment = _assess(native, **days)
    found = {item.id: item for item in assessment.procedure.deadlines}["court-opens"]
    assert (found.due, found.start, found.after) == (due and date.fromisoformat(due), start, after)
    step = next(step for step in assessment.trace[-1].steps if step.rule == "court-opens")
    assert step.inputs["start"] == after


FINE_ONLY = hebei(1)  # no confiscation


@pytest.mark.parametrize(
    ("stated", "days", "runs"),
    [
        (ACT, {"fine_paid_on": "2025-02-08"}, True),  # 36,000 yuan are still to be confiscated
        (ACT, {"fine_paid_on": "2025-02-08", "performed_on": "2025-02-10"}, False),
        (FINE_ONLY, {"fine_paid_on": "2025-02-08"}, False),
        (FINE_ONLY, {"fine_paid_on": "2025-02-09"}, True),  # late: the surcharge is owed
        (FINE_ONLY, {"fine_paid_on": "2025-02-09", "performed_on": "2025-02-10"}, False),
    ],
)
def test_only_full_performance_ends_the_way_to_the_court(
    native: Engine, stated: dict[str, Any], days: dict[str, str], runs: bool
) -> None:
    given = {"served_on": "2025-01-24", "reminder_served_on": "2025-02-10", **days}
    assessment = native.assess(
        case(stated, to="2016-05-31" if stated is FINE_ONLY else "2024-05-31", **given)
    )
    found = {item.id: item for item in assessment.procedure.deadlines}
    assert ({"court-opens", "court-application"} <= found.keys()) is runs
    assert found["reminder"].met is (None if runs else True)


def test_surcharge_is_exact_to_the_fen(tmp_path: Path) -> None:
    # 1,234.57 yuan: 37.0371 a day, of which the part of a fen is left out
    rule = "{id: more, article: 第六条, name: {zh: 加处, en: more}, after: payment, only_with: fine, "
    rule += "surcharge: {daily: 3/100, at_most: 1, until: fine_paid_on}}"
    engine = engine_with(
        tmp_path,
        statute=clauses(clause("- fine: {times: gain, exactly: 1}", "处一倍罚款。")),
        **{PROCEDURE: ("only_with: fine}", f"only_with: fine}}\n  - {rule}")},
    )
    stated = case(
        act("sample-law/1", gain="1234.57"), authority="office", to="2020-06-01",
        served_on="2020-07-01", fine_paid_on="2020-07-18",
    )  # fmt: skip
    found = engine.assess(stated).procedure.surcharge
    assert found is not None
    assert (found.daily, found.days, found.amount) == (Decimal("37.03"), 2, Decimal("74.07"))


# --- when and where a limit is law ------------------------------------------------------------------------------------


def test_before_its_first_day_a_limit_of_a_new_kind_does_not_run(native: Engine) -> None:
    early = native.assess(case(ACT, to="2011-05-31", decided_on="2011-12-30"))
    assert "reminder" not in {item.id for item in early.procedure.deadlines}
    found = {item.id for item in native.assess(case(ACT, to="2024-05-31")).procedure.deadlines}
    assert {"reminder", "court-application"} <= found


def test_a_limit_of_another_place_does_not_run(tmp_path: Path) -> None:
    local = (
        "schema: 1\nstatute: {zh: 某市办法, en: city rules}\njurisdiction: city\nin_force: {from: 2020-01-01}\n"
        "source: {cite: 样本第2号, verified: true}\ntime_limits:\n"
        "  - {id: city, article: 第一条, name: {zh: 甲, en: a}, from: filed_on, length: {days: 5}}\n"
    )
    stated = case(act("sample-law/1", refused=False), authority="office", to="2020-06-01")
    for jurisdictions, shown in (("[national]", False), ("[national, city]", True)):
        engine = engine_with(
            tmp_path / str(shown),
            authority=("[national]", jurisdictions),
            **{"procedure/city.yaml": local},
        )
        assert ("city" in {item.id for item in engine.assess(stated).procedure.deadlines}) is shown


def test_filing_and_investigation_run_whatever_comes_of_the_case(native: Engine) -> None:
    for stated in (case(hebei(10, serious=False)), case(hebei(1, "no-fault")), case(dispatch(1))):
        found = [item.id for item in native.assess(stated).procedure.deadlines]
        assert found == ["filing", "investigation"]


def test_beyond_the_end_of_the_calendar(tmp_path: Path) -> None:
    engine = engine_with(tmp_path, **{PROCEDURE: ("{days: 15}", "{working_days: 3660}")})
    stated = case(
        act("sample-law/1", refused=False), authority="office", to="2020-06-01", served_on="2199-12-31"
    )
    assert engine.assess(stated).procedure.deadlines[0].due is not None  # some fourteen years later


# --- the trace and the contract ---------------------------------------------------------------------------------------


def test_every_deadline_has_its_step(native: Engine) -> None:
    assessment = _assess(
        native, filed_on="2024-09-26", extension_approved_on="2024-12-01", hearing_on="2025-02-10"
    )
    steps = [step for step in assessment.trace[-1].steps if step.step == "deadline"]
    assert [step.rule for step in steps] == [item.id for item in assessment.procedure.deadlines]
    told = {str(step.rule): step for step in steps}
    assert told["investigation"].inputs == {
        "start": "filed_on",
        "start_day": date(2024, 9, 26),
        "length": 60,
        "unit": "working_days",
        "extended_by": 30,
    }
    assert told["investigation"].result == date(2025, 2, 11)
    assert told["investigation"].article == "第十七条"
    assert str(told["investigation"].source).startswith("rules/procedure/labour-inspection-regulation.yaml:")
    assert told["hearing-notice"].inputs["backwards"] is True
    assert told["surcharge-begins"].inputs["start"] == "payment"
    assert told["payment"].result is None


def test_contract(native: Engine) -> None:
    found: dict[str, Any] = _assess(native, served_on="2025-01-24", fine_paid_on="2025-02-28").to_dict()
    procedure = found["procedure"]
    assert {"id", "due", "basis"} <= procedure["deadlines"][0].keys()
    assert procedure["surcharge"] == {
        "deadline": "surcharge-maximum",
        "basis": "行政处罚法第七十二条第一款第（一）项",
        "fine": "90000",
        "daily": "2700",
        "maximum": "90000",
        "begins": "2025-02-09",
        "reaches_maximum": "2025-03-14",
        "days": 20,
        "amount": "54000",
    }
    assert procedure["transfer"] == {"required": False, "reasons": []}
    assert _assess(native).to_dict()["procedure"]["surcharge"] is None
