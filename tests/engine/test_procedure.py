"""Stage 7: duties, their thresholds to the fen, and time limits."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from penalty_engine import Assessment, Engine, RulebookError
from penalty_engine.assessment import Duty
from tests.conftest import RULES
from tests.engine.cases import act, case, codes, dispatch, hebei
from tests.rulebook.folders import PROCEDURE, clause, clauses, engine_with

SHIPPED = (RULES / "procedure" / "administrative-penalty-law.yaml").read_text(encoding="utf-8")


def _reasons(duty: Duty) -> list[str]:
    return [reason.code for reason in duty.reasons]


def _exact(
    tmp_path: Path,
    amount: str,
    party: str,
    network: str,
    *,
    confiscate: bool = False,
    person: bool = False,
    extra: str = "",
) -> Assessment:
    """A case whose fine (or confiscation) is exactly `amount`, under the shipped procedure and thresholds of 1,000 and 10,000."""
    if confiscate:
        body = clause("- confiscate: gain", "没收。")
    else:
        target = "target: responsible_person, " if person else ""
        body = clause(f"- fine: {{{target}times: gain, exactly: 1}}{extra}", "处一倍罚款，吊销。")
    shipped = engine_with(tmp_path, network, statute=clauses(body), procedure=SHIPPED)
    return shipped.assess(
        case(act("sample-law/1", gain=amount), authority="office", party=party, to="2020-06-01")
    )


@pytest.mark.parametrize(
    ("party", "amount", "larger"),
    [
        ("organization", "9999.99", False),
        ("organization", "10000", True),
        ("organization", "10000.01", True),
        ("individual", "999.99", False),
        ("individual", "1000", True),
        ("sole_trader", "999.99", False),
        ("sole_trader", "1000", True),
    ],
)
@pytest.mark.parametrize("confiscate", [False, True], ids=["fine", "confiscation"])
def test_larger_amounts(
    tmp_path: Path, network: str, party: str, amount: str, larger: bool, confiscate: bool
) -> None:
    procedure = _exact(tmp_path, amount, party, network, confiscate=confiscate).procedure
    assert procedure.hearing.required is larger
    assert _reasons(procedure.hearing) == (
        ["larger-confiscation" if confiscate else "larger-fine"] if larger else []
    )
    assert procedure.legal_review.required is larger  # through the hearing
    assert _reasons(procedure.legal_review) == (["hearing-case"] if larger else [])


@pytest.mark.parametrize(("amount", "larger"), [("999.99", False), ("1000", True)])
def test_the_fine_on_a_person_has_a_persons_threshold(
    tmp_path: Path, network: str, amount: str, larger: bool
) -> None:
    procedure = _exact(tmp_path, amount, "organization", network, person=True).procedure
    assert procedure.hearing.required is larger


@pytest.mark.parametrize(
    ("party", "amount", "permitted"),
    [
        ("organization", "3000", True),
        ("organization", "3000.01", False),
        ("organization", "0.01", True),
        ("organization", "200.01", True),
        ("individual", "200", True),
        ("individual", "200.01", False),
        ("sole_trader", "200", True),
        ("sole_trader", "200.01", False),
        ("sole_trader", "3000", False),
    ],
)
def test_on_the_spot(tmp_path: Path, network: str, party: str, amount: str, permitted: bool) -> None:
    duty = _exact(tmp_path, amount, party, network).procedure.on_the_spot
    assert duty.permitted is permitted
    assert duty.required is False  # a power, not an obligation
    assert bool(duty.reasons) is permitted


def test_never_on_the_spot_with_more_than_a_fine(tmp_path: Path, network: str) -> None:
    revoked = _exact(tmp_path / "a", "100", "organization", network, extra="\n  revoke: permit")
    assert revoked.procedure.on_the_spot.permitted is False
    assert (
        _exact(
            tmp_path / "b", "100", "organization", network, confiscate=True
        ).procedure.on_the_spot.permitted
        is False
    )
    assert (
        _exact(tmp_path / "c", "100", "organization", network, person=True).procedure.on_the_spot.permitted
        is False
    )


@pytest.mark.parametrize(
    ("stated", "elections"),
    [
        (hebei(3, failed_to_correct=False), {"complicated": True}),
        (hebei(3, "harm-removed", failed_to_correct=False), {"mitigate": True}),
        (hebei(3, "harm-removed", "obstruction", failed_to_correct=False), {}),
    ],
    ids=["complicated", "mitigated", "mixed"],
)
def test_never_on_the_spot_where_it_is_discussed(
    engine: Engine, stated: dict[str, Any], elections: dict[str, bool]
) -> None:
    procedure = engine.assess(case(stated, elections=elections)).procedure
    assert procedure.collective_discussion.required is True
    assert (procedure.on_the_spot.permitted, procedure.on_the_spot.reasons) == (False, ())
    plain = engine.assess(case(hebei(3, failed_to_correct=False))).procedure
    assert (plain.collective_discussion.required, plain.on_the_spot.permitted) == (False, True)


def test_hearing_and_discussion_are_decided_first(engine: Engine) -> None:
    def facts(stated: dict[str, Any]) -> dict[str, Any]:
        found: dict[str, Any] = engine.assess(case(stated)).to_dict()["trace"][-1]["inputs"]
        return {name: found.get(name) for name in ("hearing_due", "collective_discussion_due")}

    assert facts(hebei(1)) == {"hearing_due": True, "collective_discussion_due": True}
    assert facts(hebei(3, failed_to_correct=False)) == {
        "hearing_due": False,
        "collective_discussion_due": False,
    }
    assert facts(dispatch(1)) == {"hearing_due": None, "collective_discussion_due": None}


def test_licence_revocation(engine: Engine) -> None:
    procedure = engine.assess(case(hebei(3, failed_to_correct=True))).procedure
    assert _reasons(procedure.hearing) == ["licence-revocation"]
    assert "licence-revocation" in _reasons(procedure.collective_discussion)


@pytest.mark.parametrize(
    ("election", "duty", "code"),
    [
        ("complicated", "collective_discussion", "complicated"),
        ("difficult", "legal_review", "complicated"),
        ("public_interest", "legal_review", "public-interest"),
    ],
)
def test_what_the_officer_finds(engine: Engine, election: str, duty: str, code: str) -> None:
    procedure = engine.assess(case(hebei(3, failed_to_correct=False), elections={election: True})).procedure
    assert code in _reasons(getattr(procedure, duty))
    plain = engine.assess(case(hebei(3, failed_to_correct=False))).procedure
    assert code not in _reasons(getattr(plain, duty))


def test_each_reason_once_with_its_basis(engine: Engine) -> None:
    for stated in (
        case(hebei(1), hebei(8)),
        case(dispatch(1, illegal_gain=10**6), hebei(6, persons_introduced=9)),
    ):
        procedure = engine.assess(stated).procedure
        for duty in (procedure.hearing, procedure.collective_discussion, procedure.legal_review):
            assert len(_reasons(duty)) == len(set(_reasons(duty)))
            assert all(
                reason.basis.zh and reason.basis.en and reason.text.zh and reason.text.en
                for reason in duty.reasons
            )


def test_sums_of_several_acts_reach_the_threshold_together(engine: Engine) -> None:
    assert engine.assess(case(hebei(2))).procedure.hearing.required is False  # 6 800
    assert engine.assess(case(hebei(2), hebei(2))).procedure.hearing.required is True  # 13 600


def test_nothing_imposed_nothing_required(engine: Engine) -> None:
    for stated in (
        case(hebei(10, serious=False)),
        case(dispatch(2, failed_to_correct=False)),
        case(hebei(1), to="2024-01-01"),
    ):
        procedure = engine.assess(stated).procedure
        assert [
            procedure.hearing.required,
            procedure.legal_review.required,
            procedure.collective_discussion.required,
            procedure.on_the_spot.permitted,
        ] == [False] * 4
        assert (procedure.transfer.required, procedure.publication.required) == (False, False)
        assert [item.id for item in procedure.deadlines] == ["filing", "investigation"]


def test_an_exemption_is_reviewed_and_nothing_else(engine: Engine) -> None:
    # the bureau has every case reviewed, also one that ends without a penalty
    for stated in (case(hebei(1, "no-fault")), case(hebei(6, "no-fault", persons_introduced=1))):
        procedure = engine.assess(stated).procedure
        assert _reasons(procedure.legal_review) == ["every-case"]
        assert (procedure.hearing.required, procedure.collective_discussion.required) == (False, False)
        assert procedure.on_the_spot.permitted is False
        assert [item.id for item in procedure.deadlines] == ["filing", "investigation"]


def test_what_is_not_certain_stays_open(engine: Engine) -> None:
    procedure = engine.assess(case(dispatch(1))).procedure
    assert (procedure.hearing.required, procedure.on_the_spot.permitted) == (None, None)
    assert engine.assess(case(dispatch(1))).to_dict()["procedure"]["on_the_spot"]["permitted"] is None
    certain = engine.assess(case(dispatch(1), hebei(8))).procedure
    assert certain.hearing.required is True
    assert certain.on_the_spot.permitted is not True


def _due(assessment: Assessment) -> dict[str, date | None]:
    return {item.id: item.due for item in assessment.procedure.deadlines}


def test_deadlines(engine: Engine) -> None:
    due = _due(
        engine.assess(
            case(
                hebei(1),
                filed_on="2016-07-01",
                notice_served_on="2016-08-01",
                decided_on="2016-09-01",
                served_on="2016-09-05",
            )
        )
    )
    assert due == {
        "filing": None,
        "decision": date(2016, 9, 29),
        "investigation": date(2016, 9, 26),  # 15 and 16 September off (Mid-Autumn), Sunday 18 worked
        "decision-xingtai": date(2016, 7, 31),
        "hearing-request": date(2016, 8, 8),
        "hearing-notice": None,
        "service": date(2016, 9, 12),
        "payment": date(2016, 9, 20),
        "surcharge-begins": date(2016, 9, 21),
        "surcharge-maximum": date(2016, 10, 24),
        "litigation": date(2017, 3, 5),
        "reconsideration": date(2016, 11, 4),
        "reminder": None,
        "court-application": date(2017, 6, 5),
        "court-opens": None,
    }


def test_deadlines_wait_for_their_first_day(engine: Engine) -> None:
    assert set(_due(engine.assess(case(hebei(1)))).values()) == {None}


def test_only_where_there_is_a_hearing_or_a_fine(engine: Engine) -> None:
    assert "hearing-request" not in _due(engine.assess(case(hebei(2))))
    revoked_only = _due(engine.assess(case(hebei(10, serious=True))))
    assert not {"payment", "surcharge-begins", "surcharge-maximum", "court-application"} & set(revoked_only)
    assert {"decision", "service", "litigation", "reconsideration", "hearing-request"} <= set(revoked_only)


@pytest.mark.parametrize(
    ("served", "months", "due"),
    [
        ("2020-08-31", 6, "2021-02-28"),
        ("2023-08-31", 6, "2024-02-29"),
        ("2020-08-30", 6, "2021-02-28"),
        ("2020-07-31", 6, "2021-01-31"),
        ("2020-12-31", 6, "2021-06-30"),
        ("2020-06-30", 6, "2020-12-30"),
        ("2020-02-29", 12, "2021-02-28"),
        ("2020-12-01", 1, "2021-01-01"),
        ("2020-11-30", 1, "2020-12-30"),
        ("2020-06-30", 18, "2021-12-30"),
        ("2199-12-31", 6, "2200-06-30"),
    ],
)
def test_months(tmp_path: Path, served: str, months: int, due: str) -> None:
    assert _limit(tmp_path, f"{{months: {months}}}", served) == date.fromisoformat(due)


@pytest.mark.parametrize(
    ("served", "length", "due"),
    [
        ("2020-06-15", "{days: 15}", "2020-06-30"),
        ("2020-12-31", "{days: 60}", "2021-03-01"),
        ("2020-02-28", "{days: 1}", "2020-02-29"),
        ("2020-06-15", "{days: 90}", "2020-09-13"),
        ("2020-06-15", "{working_days: 5}", "2020-06-22"),  # 15 June 2020 is a Monday
        ("2199-12-31", "{days: 90}", "2200-03-31"),
    ],
)
def test_days(tmp_path: Path, served: str, length: str, due: str | None) -> None:
    assert _limit(tmp_path, length, served) == (None if due is None else date.fromisoformat(due))


def _limit(tmp_path: Path, length: str, served: str) -> date | None:
    engine = engine_with(tmp_path, **{PROCEDURE: ("{days: 15}", length)})
    found = _due(
        engine.assess(
            case(act("sample-law/1", refused=False), authority="office", to="2020-01-01", served_on=served)
        )
    )
    return found["payment"]


def test_a_limit_longer_than_the_calendar(tmp_path: Path) -> None:
    for length in ("{months: 120000}", "{days: 4000000}", "{days: 99999999999}", "{months: 99999999999}"):
        folder = tmp_path / length.strip("{}").replace(": ", "")
        with suppress(RulebookError):  # refused when loaded is just as good
            assert _limit(folder, length, "2020-06-15") is None


def test_deadline_texts(engine: Engine) -> None:
    found: list[dict[str, Any]] = engine.assess(case(hebei(1), served_on="2016-09-05")).to_dict("en")[
        "procedure"
    ]["deadlines"]
    payment = next(item for item in found if item["id"] == "payment")
    assert payment == {
        "id": "payment",
        "name": "payment of the fine",
        "due": "2016-09-20",
        "from": "served_on",
        "length": 15,
        "unit": "days",
        "basis": "Administrative Penalty Law 第六十七条第三款",
        "start_day": "2016-09-05",
        "after": None,
        "backwards": False,
        "kind": "act-by",
        "extended_by": 0,
        "approximate": False,
        "fulfilled_by": "fine_paid_on",
        "fulfilled_on": None,
        "met": None,
        "declined": False,
        "conflicts_with": [],
        "note": None,
    }


def test_what_late_payment_adds_is_counted_for_each_debtor_alone(engine: Engine) -> None:
    facts = {"failed_to_correct": True, "premium_due": 30000, "responsible_persons": 2}
    stated = act("social-insurance-law/84", **facts)
    late = {"to": "2024-05-31", "served_on": "2025-01-24", "fine_paid_on": "2025-02-09"}
    assessment = engine.assess(case(stated, **late))
    found = assessment.procedure.surcharge
    assert found is not None
    unit, person = assessment.acts[0].applied[0].fines
    assert (found.fine, person.persons) == (unit.recommended, 2)
    assert found.amount == unit.recommended * 3 / 100  # one day, on the unit's own fine
    (told,) = [item for item in assessment.to_dict("en")["warnings"] if item["code"] == "surcharge-each"]
    assert f"{person.recommended} yuan each, persons: 2" in told["text"]
    alone = engine.assess(case(act("social-insurance-law/84", **{**facts, "responsible_persons": 0}), **late))
    assert "surcharge-each" not in codes(alone)
    assert alone.procedure.surcharge is not None
    assert alone.procedure.surcharge.fine == found.fine
