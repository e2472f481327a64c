"""Time limits by what there is in a case: a handling decision, a decision on the spot, the right to a hearing."""

from __future__ import annotations

from datetime import date
from typing import Any

from penalty_engine import Assessment, Engine
from penalty_engine.deadline_words import standing_words
from penalty_engine.documents.dossier_view import standing
from tests.engine.cases import act, case, codes, dispatch

ACT = dispatch(1, illegal_gain=36000)  # 90,000 yuan: a hearing is due


def _texts(assessment: Assessment, code: str, lang: str = "en") -> list[str]:
    return [item.text(lang) for item in assessment.warnings if item.code == code]


def violation(name: str, **facts: Any) -> dict[str, Any]:
    return {"violation": name, "facts": facts}


WAGES = violation("wages-unpaid", failed_to_correct=True, sum_due=30000)


def test_a_handling_decision_can_be_contested_and_enforced(native: Engine) -> None:
    days = {"decided_on": "2026-04-10", "served_on": "2026-04-11", "reminder_served_on": "2026-11-02"}
    stated = case(WAGES, to="2026-03-10", **days)
    found = {item.id: item.due for item in native.assess(stated).procedure.deadlines}
    assert found["reconsideration"] == date(2026, 6, 10)
    assert found["litigation"] == date(2026, 10, 11)
    assert found["court-application"] == date(2027, 1, 11)
    assert found["reminder"] == date(2026, 11, 16)
    assert found["court-opens"] == date(2026, 11, 17)
    assert not {"payment", "service", "decision", "hearing-request", "surcharge-begins"} & found.keys()
    waiting = native.assess(case(WAGES, to="2026-03-10")).procedure.deadlines
    assert {"reconsideration", "litigation", "court-application", "reminder"} <= {item.id for item in waiting}
    performed = native.assess(case(WAGES, to="2026-03-10", **days, performed_on="2026-11-10"))
    assert not {"court-application", "court-opens"} & {item.id for item in performed.procedure.deadlines}


def test_the_fine_alone_is_not_all_where_wages_are_owed(native: Engine) -> None:
    facts = {"failed_to_correct": True, "premium_due": 20000}
    fine = violation("not-registered-for-insurance", responsible_persons=0, **facts)
    days = {"decided_on": "2026-04-10", "served_on": "2026-04-11", "fine_paid_on": "2026-04-15"}
    alone = native.assess(case(fine, to="2026-03-10", **days)).procedure.deadlines
    both = native.assess(case(fine, WAGES, to="2026-03-10", **days)).procedure.deadlines
    assert "court-application" not in {item.id for item in alone}
    assert "court-application" in {item.id for item in both}


# --- on the spot ------------------------------------------------------------------------------------------------------

SMALL = violation("overtime-beyond-limits", affected_workers=3)


def _on_the_spot(engine: Engine, stated: dict[str, Any], day: str) -> Assessment:
    found = case(stated, to=day, discovered_on=day, decided_on=day, served_on=day)
    return engine.assess({**found, "on_the_spot": True})


def test_on_the_spot_reconsideration_goes_first(native: Engine) -> None:
    assessment = _on_the_spot(native, SMALL, "2026-06-01")
    assert assessment.procedure.on_the_spot.permitted is True
    found = {item.id: item for item in assessment.procedure.deadlines}
    assert "litigation" not in found
    assert found["reconsideration"].due == date(2026, 7, 31)
    court = found["court-application"]
    assert (court.due, court.after, court.start) == (date(2026, 10, 31), "reconsideration", "served_on")
    step = next(step for step in assessment.trace[-1].steps if step.rule == "court-application")
    assert step.inputs["start"] == "reconsideration"
    ordinary = native.assess(case(SMALL, to="2026-06-01", served_on="2026-06-01"))
    assert "litigation" in {item.id for item in ordinary.procedure.deadlines}
    # before the day from which reconsideration has to come first
    earlier = {item.id for item in _on_the_spot(native, SMALL, "2023-12-29").procedure.deadlines}
    assert "litigation" in earlier
    assert "litigation" not in {
        item.id for item in _on_the_spot(native, SMALL, "2024-01-02").procedure.deadlines
    }


def test_on_the_spot_under_earlier_law_nothing_is_asserted(native: Engine, durable: Engine) -> None:
    small = act("hebei-labour-market-regulation/25.9", serious=False)
    for engine in (native, durable):
        early = _on_the_spot(engine, small, "2016-06-01")
        assert early.procedure.on_the_spot.permitted is None
        text = _texts(early, "on-the-spot-earlier-law")[0]
        assert "2016-06-01" in text
        assert "2021-07-15" in text
        assert not {"on-the-spot-refused", "on-the-spot-unknown"} & set(codes(early))
    assert _on_the_spot(native, SMALL, "2021-07-14").procedure.on_the_spot.permitted is None
    assert _on_the_spot(native, SMALL, "2021-07-15").procedure.on_the_spot.permitted is True
    large = _on_the_spot(native, ACT, "2020-06-01")
    assert large.procedure.on_the_spot.permitted is False
    assert "on-the-spot-refused" in codes(large)


# --- the right to a hearing -------------------------------------------------------------------------------------------

EARLY = {"notice_served_on": "2026-04-20", "decided_on": "2026-04-22"}


def _heard(engine: Engine, requested: bool | None, **days: str) -> Assessment:
    hearing = {} if requested is None else {"hearing": {"requested": requested}}
    return engine.assess({**case(ACT, to="2026-03-01", **{**EARLY, **days}), **hearing})


def test_a_decision_while_a_hearing_can_still_be_asked_for(native: Engine) -> None:
    told = _texts(_heard(native, None), "decided-within-hearing-period", "zh")
    assert told == [
        "作出决定之日 2026-04-22 没有超过“要求听证”的期限（至 2026-04-27，行政处罚法第六十四条第（一）项、第八十五条），"
        "案件没有写明当事人不要求听证或者已经举行听证。请在期限届满后作出决定；当事人明确不要求听证的，写明 hearing.requested: false。"
    ]
    assert _texts(_heard(native, None, decided_on="2026-04-27"), "decided-within-hearing-period")
    for kept in (
        _heard(native, None, decided_on="2026-04-28"),
        _heard(native, False),
        _heard(native, True, hearing_on="2026-04-22"),
        native.assess(case(SMALL, to="2026-03-01", **EARLY)),  # no right to one
        native.assess(case(ACT, to="2026-03-01", decided_on="2026-04-22")),
    ):
        assert not {"decided-within-hearing-period", "decided-without-hearing"} & set(codes(kept))


def test_a_decision_without_the_hearing_asked_for(native: Engine) -> None:
    late = {"decided_on": "2026-05-20"}
    assert "decided-without-hearing" in codes(_heard(native, True, **late))
    assert "decided-without-hearing" in codes(_heard(native, None, hearing_requested_on="2026-04-22"))
    withdrawn = _heard(native, False, hearing_requested_on="2026-04-22", **late)
    out_of_time = _heard(native, None, hearing_requested_on="2026-04-28", **late)
    for fine in (withdrawn, out_of_time):
        assert not {"decided-within-hearing-period", "decided-without-hearing"} & set(codes(fine))


def test_asking_for_a_hearing_is_the_partys_right(native: Engine) -> None:
    found = {item.id: item for item in _heard(native, None, decided_on="2026-05-20").procedure.deadlines}
    request = found["hearing-request"]
    assert (request.kind, request.met, request.declined) == ("party-may", None, False)
    assert found["reconsideration"].kind == found["litigation"].kind == "party-may"
    assert found["service"].kind == "act-by"
    for day in (date(2026, 4, 21), date(2026, 6, 1)):
        text, style = standing_words(request, day)
        assert "补写" in text.text("zh")
        assert "当事人的权利" in text.text("zh")
        assert "已办理的" not in text.text("zh")
        assert style == ""
    assert standing(request).text("zh").startswith("当事人的权利")
    declined = {item.id: item for item in _heard(native, False).procedure.deadlines}
    assert "hearing-notice" not in declined  # nothing waits for a hearing that is not held
    assert declined["hearing-request"].declined is True
    assert standing(declined["hearing-request"]).text("zh") == "当事人没有要求"
    assert standing_words(declined["hearing-request"], date(2026, 6, 1))[0].text("zh") == "当事人没有要求"
