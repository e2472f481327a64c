"""The limitation period: what stops it, what extends it, and what follows once it has run."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from penalty_engine import Assessment, Engine
from tests.circumstances.made_up import found, made_up, named, office, plain, steps, texts
from tests.engine.cases import act, case, codes, dispatch, hebei

LAW, INSPECTION = "limitation-lapsed", "inspection-limitation-lapsed"


def _exempt(assessment: Assessment) -> str | None:
    result = assessment.acts[0]
    if result.exemption is None:
        return None
    assert (result.status, result.exemption.force) == ("exempt", "must")
    assert not any(finding.fines or finding.confiscate for finding in result.findings)
    assert assessment.total.maximum == 0
    return result.exemption.circumstance


# --- two years, under the regulation in force in 2016 -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("ended", "days", "lapsed"),
    [
        ("2016-05-31", {}, False),
        ("2016-05-31", {"filed_on": "2018-05-31"}, False),  # exactly two years
        ("2016-05-31", {"filed_on": "2018-06-01"}, True),
        ("2016-05-31", {"discovered_on": "2018-06-01"}, True),
        ("2016-05-31", {"complained_on": "2018-06-01"}, True),
        ("2016-05-31", {"complained_on": "2018-05-31", "filed_on": "2019-06-01"}, False),
        ("2016-05-31", {"discovered_on": "2018-05-31", "filed_on": "2019-06-01"}, False),
        ("2016-05-31", {"complained_on": "2018-06-01", "filed_on": "2018-06-02"}, True),
        ("2016-05-31", {"conduct_from": "2010-01-01", "filed_on": "2018-05-01"}, False),  # from its end
        ("2016-05-31", {"decided_on": "2020-06-01"}, False),  # the decision is not the discovery
        ("2016-02-29", {"filed_on": "2018-02-28"}, False),
        ("2016-02-29", {"filed_on": "2018-03-01"}, True),
        ("2018-02-28", {"filed_on": "2020-02-29"}, True),
    ],
)
def test_two_years(engine: Engine, ended: str, days: dict[str, str], lapsed: bool) -> None:
    assessment = engine.assess(case(hebei(1), to=ended, **days))
    assert _exempt(assessment) == (INSPECTION if lapsed else None)
    assert assessment.acts[0].status == ("exempt" if lapsed else "fined")
    assert texts(assessment, "limitation") == (
        [
            "Labour Security Inspection Regulation 第二十条: The act was neither found nor reported or complained of within "
            "two years of its end; labour inspection no longer pursues it."
        ]
        if lapsed
        else []
    )


# --- two years or five, for acts that ended under the Act of 2021 -----------------------------------------------------

ENDED = "2021-09-01"


@pytest.mark.parametrize(
    ("filed", "harm", "status"),
    [
        ("2023-09-01", None, "fined"),
        ("2023-09-02", None, "needs-facts"),
        ("2023-09-02", False, "exempt"),
        ("2023-09-02", True, "fined"),
        ("2026-09-01", None, "needs-facts"),
        ("2026-09-01", False, "exempt"),
        ("2026-09-01", True, "fined"),
        ("2026-09-02", None, "exempt"),  # longer than five years: it no longer matters
        ("2026-09-02", False, "exempt"),
        ("2026-09-02", True, "exempt"),
    ],
)
def test_two_years_or_five(engine: Engine, filed: str, harm: bool | None, status: str) -> None:
    facts = {} if harm is None else {"grave_harm": harm}
    assessment = engine.assess(case(dispatch(1, illegal_gain=1000, **facts), to=ENDED, filed_on=filed))
    result = assessment.acts[0]
    assert result.status == status
    assert list(result.missing_facts) == (["grave_harm"] if status == "needs-facts" else [])
    assert _exempt(assessment) == (LAW if status == "exempt" else None)
    assert named(assessment) == ([LAW, INSPECTION] if status == "exempt" else [])
    assert [item.counted for item in result.circumstances] == ([True, False] if status == "exempt" else [])
    if status == "needs-facts":
        assert assessment.total.maximum is None
        assert result.findings[0].fines == ()
    assert "fact-not-used" not in codes(assessment)
    # the regulation knows no five years, but it does not outrank the Act
    outranked = status == "fined" and filed > "2023-09-01"
    assert ("limitation-still-open" in codes(assessment)) is outranked


def test_the_five_years_do_not_reach_back(engine: Engine) -> None:
    # the act ended before the Act of 2021, and its two years were over
    stated = dispatch(1, illegal_gain=1000, grave_harm=True)
    assessment = engine.assess(case(stated, to="2021-07-14", filed_on="2024-01-01"))
    assert _exempt(assessment) == INSPECTION
    assert (
        _exempt(engine.assess(case(dispatch(1, illegal_gain=1000), to="2021-07-15", filed_on="2024-01-01")))
        is None
    )


def test_what_both_say(engine: Engine) -> None:
    assessment = engine.assess(
        case(dispatch(1, illegal_gain=1000, grave_harm=False), to=ENDED, filed_on="2024-01-01")
    )
    assert texts(assessment, "limitation", "zh") == [
        "依行政处罚法第三十六条：违法行为终了至被发现已超过追究时效，依法不再给予行政处罚。",
        "依劳动保障监察条例第二十条：违法行为终了后2年内未被发现，也未被举报、投诉，劳动保障行政部门不再查处。",
    ]
    exemption = assessment.to_dict("zh")["acts"][0]["exemption"]
    assert exemption == {"circumstance": LAW, "force": "must", "basis": "行政处罚法第三十六条"}
    harmed = engine.assess(
        case(dispatch(1, illegal_gain=1000, grave_harm=True), to=ENDED, filed_on="2024-01-01")
    )
    assert texts(harmed, "limitation-still-open", "zh") == [
        "依劳动保障监察条例第二十条，期限已过；依行政处罚法第三十六条，期限尚未届满。现按后者处理，请法制人员确认。"
    ]


def test_the_steps(engine: Engine) -> None:
    assessment = engine.assess(case(dispatch(1, illegal_gain=1000), to=ENDED, filed_on="2024-01-01"))
    law, inspection = steps(assessment, "limitation")
    assert (law["rule"], law["article"], law["result"]) == ("limitation_lapsed", "第三十六条", "open")
    assert law["inputs"] == {
        "basis": "Administrative Penalty Law 第三十六条",
        "years": 2,
        "conduct_to": "2021-09-01",
        "last_day": "2023-09-01",
        "filed_on": "2024-01-01",
        "extended_years": 5,
        "extended_last_day": "2026-09-01",
    }
    assert (inspection["rule"], inspection["result"]) == ("inspection_limitation_lapsed", "lapsed")
    assert steps(engine.assess(case(dispatch(1, illegal_gain=1000), to=ENDED)), "limitation") == []


def test_missing_facts_do_not_hold_up_what_is_barred(engine: Engine) -> None:
    assessment = engine.assess(case(dispatch(1), to="2016-05-31", filed_on="2018-06-01"))
    assert (assessment.acts[0].status, assessment.missing_facts) == ("exempt", ())
    both = engine.assess(case(dispatch(1), to=ENDED, filed_on="2024-01-01"))
    assert both.missing_facts == ("illegal_gain", "grave_harm")


def test_another_ground_that_excludes_the_penalty_asks_nothing_more(engine: Engine) -> None:
    stated = dispatch(1, "no-fault", illegal_gain=1000)
    assessment = engine.assess(case(stated, to=ENDED, filed_on="2024-01-01"))
    assert (assessment.acts[0].status, assessment.missing_facts) == ("exempt", ())


def test_nothing_is_ordered_where_labour_inspection_no_longer_pursues_the_act(engine: Engine) -> None:
    for filed, orders in (("2018-05-31", ("correct", "refund-fees")), ("2018-06-01", ())):
        assessment = engine.assess(case(hebei(4), to="2016-05-31", filed_on=filed))
        assert assessment.acts[0].findings[0].orders == orders
    wages = act("labour-inspection-regulation/26", failed_to_correct=True, sum_due=1000)
    found_late = engine.assess(case(wages, to="2016-05-31", filed_on="2018-06-01")).acts[0]
    assert all(not (item.orders or item.payments or item.measures) for item in found_late.findings)


def test_orders_stay_where_only_the_penalty_is_barred(tmp_path: Path) -> None:
    keys = "establishes: lapsed, "
    for more, orders in (("", ("cease",)), ("\nends_pursuit: true", ())):
        engine = made_up(
            tmp_path / str(len(orders)),
            _LAPSED,
            found("too-late", "exempt", "when: {lapsed: true}" + more),
            limitations=_PERIOD % keys,
            statute=("to: 2021-12-31", "to: 2031-12-31"),
        )
        assessment = engine.assess(office(plain(), to="2020-06-01", filed_on="2025-01-01"))
        assert assessment.acts[0].status == "exempt"
        assert assessment.acts[0].findings[0].orders == orders


@pytest.mark.parametrize(
    ("complained", "days", "told"),
    [
        ("2023-09-01", {"filed_on": "2023-09-02"}, True),  # in time by the complaint alone
        ("2023-09-01", {"decided_on": "2023-09-02"}, True),
        ("2023-08-01", {"filed_on": "2023-09-01", "decided_on": "2024-01-01"}, False),
        ("2023-08-01", {}, False),
        ("2023-09-02", {"filed_on": "2023-09-03"}, False),  # too late by either
    ],
)
def test_a_complaint_taken_for_the_discovery(
    engine: Engine, complained: str, days: dict[str, str], told: bool
) -> None:
    stated = dispatch(1, illegal_gain=1000, grave_harm=False)
    assessment = engine.assess(case(stated, to=ENDED, complained_on=complained, **days))
    read = [text for text in texts(assessment, "unverified-law", "zh") if "为发现之日" in text]
    assert (len(read) == 1) is told
    assert all(f"complained_on（{complained}）" in text for text in read)


def test_nothing_is_held_back_where_nothing_is_imposed(engine: Engine) -> None:
    stated = dispatch(2, failed_to_correct=False, dispatched_workers=1, party_role="host_employer")
    assessment = engine.assess(case(stated, to=ENDED, filed_on="2024-01-01"))
    assert (assessment.acts[0].status, assessment.missing_facts) == ("not-available", ())


def test_every_act_of_the_case(engine: Engine) -> None:
    stated = case(hebei(1), dispatch(1, illegal_gain=100), to="2016-05-31", filed_on="2018-06-01")
    assert [item.status for item in engine.assess(stated).acts] == ["exempt", "exempt"]


def test_an_officer_may_not_declare_it_against_the_days(engine: Engine) -> None:
    running = engine.assess(case(hebei(1, INSPECTION), to="2016-05-31", filed_on="2017-06-01"))
    assert running.acts[0].status == "fined"
    assert "circumstance-contradicted" in codes(running)
    unknown = engine.assess(case(hebei(1, INSPECTION), to="2016-05-31"))
    assert _exempt(unknown) == INSPECTION  # no day says otherwise


# --- a day is missing -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("days", "told"),
    [
        ({"decided_on": "2018-05-31"}, False),
        ({"decided_on": "2018-06-01"}, True),
        ({"decided_on": "2018-06-01", "discovered_on": "2017-01-01"}, False),
        ({"served_on": "2018-06-01"}, False),
    ],
)
def test_the_day_of_discovery_is_missing(engine: Engine, days: dict[str, str], told: bool) -> None:
    assessment = engine.assess(case(hebei(1), to="2016-05-31", **days))
    assert assessment.acts[0].status == "fined"
    assert texts(assessment, "limitation-day-unknown", "zh") == (
        [
            "行为终了（2016-05-31）至作出决定（2018-06-01）已超过2年，案件没有写明何时发现。请填写 "
            "complained_on、discovered_on、filed_on 之一；在期限内没有被发现的，不再追究（劳动保障监察条例第二十条）。"
        ]
        if told
        else []
    )


# --- made-up periods --------------------------------------------------------------------------------------------------

_LAPSED = "  lapsed: {type: boolean, computed: true, label: {zh: 过期, en: lapsed}}\n"
_PERIOD = "  - {years: 4, from: conduct_to, until: [filed_on], %sarticle: 第六条, warning: {zh: 过期, en: lapsed}}\n"


def test_a_period_that_is_only_reported(tmp_path: Path) -> None:
    engine = made_up(tmp_path, limitations=_PERIOD % "", statute=("to: 2021-12-31", "to: 2031-12-31"))
    for filed, lapsed in (("2024-02-29", False), ("2024-03-01", True)):
        assessment = engine.assess(office(plain(), to="2020-02-29", filed_on=filed))
        assert texts(assessment, "limitation", "zh") == ["依样本程序法第六条：过期"] * lapsed
        assert assessment.acts[0].status == "fined"


@pytest.mark.parametrize(
    ("facts", "status", "missing"),
    [
        ({}, "needs-facts", ["workers"]),
        ({"workers": 9}, "exempt", []),
        ({"workers": 10}, "fined", []),
    ],
)
def test_any_fact_may_extend_a_period(
    tmp_path: Path, network: str, facts: dict[str, Any], status: str, missing: list[str]
) -> None:
    keys = "establishes: lapsed, extended: {years: 6, when: {workers: {at_least: 10}}}, "
    engine = made_up(
        tmp_path,
        _LAPSED,
        found("too-late", "exempt", "when: {lapsed: true}"),
        limitations=_PERIOD % keys,
        network=network,
        statute=("to: 2021-12-31", "to: 2031-12-31"),
    )
    assessment = engine.assess(office(plain(**facts), to="2020-06-01", filed_on="2025-01-01"))
    assert assessment.acts[0].status == status
    assert list(assessment.missing_facts) == missing


def test_measures_that_are_penalties_are_held_back_too(engine: Engine) -> None:
    stated = act("labour-inspection-regulation/25", affected_workers=2)
    assessment = engine.assess(case(stated, to=ENDED, filed_on="2024-01-01"))
    assert assessment.missing_facts == ("grave_harm",)
    assert all(not finding.measures for finding in assessment.acts[0].findings)
