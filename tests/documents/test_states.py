"""What a case needs: the states, and the grounds of the catalogue held against them."""

from __future__ import annotations

from typing import Any

import pytest

from penalty_engine import Case, Engine
from penalty_engine.documents import material_of
from penalty_engine.documents.forms import read_forms
from penalty_engine.documents.states import need, states_of
from tests.documents import samples

FORMS = read_forms(samples.TEMPLATES)
DAYS = {"conduct_to": "2025-08-29", "filed_on": "2025-09-03"}
DISPATCH = {"violation": "unlicensed-labour-dispatch", "facts": {"illegal_gain": "120000.00"}}
WAGES = {"violation": "wages-unpaid", "facts": {"failed_to_correct": True, "sum_due": "86420.50"}}
ORDERED = {**DAYS, "order_served_on": "2025-09-05", "order_due_on": "2025-09-15"}


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine.load()


def states(engine: Engine, act: dict[str, Any], days: dict[str, str], **more: Any) -> dict[str, bool | None]:
    case = Case.parse(
        {"schema": 1, "party": {"kind": "organization"}, "timeline": days, "acts": [act], **more}
    )
    material = material_of(engine, case, engine.assess(case))
    return states_of(material.case, material.assessment, FORMS)


def needed(found: dict[str, bool | None]) -> list[str]:
    return [form.id for form in FORMS.values() if need(form, found).required]


def test_a_fine_with_a_hearing_needs_the_whole_procedure(engine: Engine) -> None:
    assert needed(states(engine, DISPATCH, DAYS)) == [
        "filing-approval",
        "correction-order",
        "disposal-approval",
        "legal-review-opinion",
        "collective-discussion-record",
        "prior-notice",
        "hearing-right-notice",
        "hearing-notice",
        "hearing-record",
        "defence-record",
        "investigation-report",
        "decision",
        "closing-approval",
    ]


def test_a_declined_hearing_is_not_held(engine: Engine) -> None:
    found = needed(states(engine, DISPATCH, DAYS, hearing={"requested": False}))
    assert "hearing-right-notice" in found
    assert "hearing-notice" not in found
    assert "hearing-record" not in found


def test_a_payment_is_handled_and_not_punished(engine: Engine) -> None:
    found = needed(states(engine, WAGES, ORDERED))
    assert {"handling-notice", "handling-decision", "defence-record", "correction-order"} <= set(found)
    assert not {"prior-notice", "decision", "hearing-right-notice"} & set(found)


def test_missing_facts_leave_open_what_rests_on_them(engine: Engine) -> None:
    found = states(engine, {"violation": "unlicensed-labour-dispatch"}, DAYS)
    assert found["penalty"] is None
    assert {"filing-approval", "correction-order"} <= set(needed(found))
    assert need(FORMS["decision"], found).required is None
    assert need(FORMS["decision"], found).grounds


def test_a_minor_case_that_is_corrected_is_withdrawn(engine: Engine) -> None:
    act = {**DISPATCH, "circumstances": ["minor-and-corrected"]}
    open_ = states(engine, act, ORDERED)
    assert open_["exempt"] is True
    assert need(FORMS["filing-withdrawal-approval"], open_).required is None
    found = states(engine, act, {**ORDERED, "corrected_on": "2025-09-10"})
    assert {"no-penalty-decision", "filing-withdrawal-approval"} <= set(needed(found))
    assert "closing-approval" not in needed(found)


def test_a_lapsed_limitation_is_no_minor_case(engine: Engine) -> None:
    days = {"conduct_to": "2019-01-31", "filed_on": "2025-09-03", "corrected_on": "2025-09-10"}
    found = states(engine, DISPATCH, days)
    assert found["exempt"] is True
    assert "no-penalty-decision" in needed(found)
    assert "filing-withdrawal-approval" not in needed(found)


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ({}, False),
        ({"served_on": "2025-10-01"}, None),
        ({"served_on": "2025-10-01", "fine_paid_on": "2025-10-05"}, False),
        ({"served_on": "2025-10-01", "reminder_served_on": "2026-05-01"}, True),
        ({"served_on": "2025-10-01", "court_applied_on": "2026-05-01"}, True),
        ({"served_on": "2025-10-01", "performed_on": "2025-10-05"}, False),
    ],
)
def test_whether_the_decision_was_performed(
    engine: Engine, days: dict[str, str], expected: bool | None
) -> None:
    found = states(engine, DISPATCH, {**DAYS, "decided_on": "2025-10-01", **days})
    assert found["unperformed"] is expected


def test_what_may_not_be_decided_on_the_spot_is_warned_about(engine: Engine) -> None:
    case = Case.parse(
        {
            "schema": 1,
            "party": {"kind": "organization"},
            "timeline": DAYS,
            "acts": [DISPATCH],
            "on_the_spot": True,
        }
    )
    assert "on-the-spot-refused" in [warning.code for warning in engine.assess(case).warnings]
    assert states(engine, DISPATCH, DAYS, on_the_spot=True)["on_the_spot"] is False
    open_ = states(engine, {"violation": "unlicensed-labour-dispatch"}, DAYS, on_the_spot=True)
    assert open_["on_the_spot"] is not True


ORDER_ONLY = {"clause": "labour-inspection-regulation/24", "facts": {}}
PAYING = {"violation": "wages-unpaid", "facts": {"failed_to_correct": False, "sum_due": "86420.50"}}


@pytest.mark.parametrize(
    ("act", "days", "expected"),
    [
        (PAYING, {}, None),
        (PAYING, {"paid_on": "2025-09-15"}, False),
        (PAYING, {"corrected_on": "2025-09-10"}, False),
        (PAYING, {"paid_on": "2025-09-16"}, None),
        (PAYING, {"paid_on": "2025-09-16", "corrected_on": "2025-09-10"}, None),
        (PAYING, {"decided_on": "2025-10-01", "paid_on": "2025-10-05"}, True),
        (PAYING, {"decided_on": "2025-10-01"}, True),
        (WAGES, {}, True),
        (WAGES, {"paid_on": "2025-09-10"}, True),
    ],
)
def test_what_is_paid_in_time_is_not_ordered_by_a_decision(
    engine: Engine, act: dict[str, Any], days: dict[str, str], expected: bool | None
) -> None:
    found = states(engine, act, {**ORDERED, **days})
    assert found["payment"] is expected
    assert found["money"] is expected


def test_without_an_order_or_its_time_limit(engine: Engine) -> None:
    paid = {"paid_on": "2025-09-10"}
    assert states(engine, PAYING, {**DAYS, **paid})["payment"] is False
    assert states(engine, PAYING, {**DAYS, **paid, "order_served_on": "2025-09-05"})["payment"] is None


@pytest.mark.parametrize(
    ("more", "asked", "declined"),
    [
        ({}, False, False),
        ({"hearing": {"requested": True}}, True, False),
        ({"hearing": {"requested": False}}, False, True),
        ({"days": {"hearing_requested_on": "2025-10-05"}}, True, False),
        ({"hearing": {"requested": False}, "days": {"hearing_requested_on": "2025-10-05"}}, False, True),
    ],
)
def test_whether_the_party_asks_for_a_hearing(
    engine: Engine, more: dict[str, Any], asked: bool, declined: bool
) -> None:
    days = {**DAYS, "notice_served_on": "2025-10-01", **more.pop("days", {})}
    found = states(engine, DISPATCH, days, **more)
    assert (found["hearing_requested"], found["hearing_declined"]) == (asked, declined)


@pytest.mark.parametrize(
    ("crime", "days", "expected"),
    [(False, {}, False), (True, {}, None), (True, {"decided_on": "2025-10-01"}, False)],
)
def test_a_crime_leaves_the_penalty_open(
    engine: Engine, crime: bool, days: dict[str, str], expected: bool | None
) -> None:
    found = states(engine, DISPATCH, {**DAYS, **days}, elections={"crime_indicated": crime})
    assert found["prosecution"] is expected
    assert need(FORMS["decision"], found).required is (True if expected is False else None)


def test_an_act_that_is_only_to_be_corrected_is_minor_if_the_officer_says_so(engine: Engine) -> None:
    days = {**ORDERED, "corrected_on": "2025-09-10"}
    assert states(engine, ORDER_ONLY, days)["minor"] is None
    assert states(engine, ORDER_ONLY, days)["withdrawn"] is False
    slight = {**ORDER_ONLY, "circumstances": ["minor-and-corrected"]}
    assert states(engine, slight, days)["withdrawn"] is True
    assert states(engine, DISPATCH, days)["minor"] is False
