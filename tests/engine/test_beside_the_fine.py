"""What a clause imposes beside the fine: revocation that is certain or falls away, and orders in the clause's own words."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from penalty_engine import Engine
from tests.engine.cases import act, case, dispatch, hebei, only
from tests.rulebook.folders import engine_with


def test_a_count_of_zero_leaves_what_is_not_counted(engine: Engine) -> None:
    # the licence goes with the fine; gain is confiscated on its own
    for role in ("dispatch_agency", "host_employer"):
        assessment = engine.assess(
            case(dispatch(2, failed_to_correct=True, dispatched_workers=0, party_role=role))
        )
        assert (only(assessment).status, only(assessment).revoke) == ("no-fine", None)
        assert assessment.procedure.hearing.required is False
        assert [item.id for item in assessment.procedure.deadlines] == ["filing", "investigation"]
    kept = engine.assess(case(hebei(5, failed_to_correct=True, illegal_gain=5, persons_introduced=0)))
    assert (only(kept).fines, only(kept).confiscate) == ((), 5)


@pytest.mark.parametrize("role", ["dispatch_agency", "host_employer"])
def test_nothing_to_exempt(engine: Engine, role: str) -> None:
    stated = dispatch(2, "no-fault", failed_to_correct=True, dispatched_workers=0, party_role=role)
    assessment = engine.assess(case(stated))
    assert (only(assessment).status, assessment.acts[0].exemption) == ("no-fine", None)


@pytest.mark.parametrize(
    ("stated", "missing", "revoke"),
    [
        (hebei(6), ("persons_introduced",), "hr-service-licence"),
        (
            dispatch(2, failed_to_correct=True, party_role="dispatch_agency"),
            ("dispatched_workers",),
            "labour-dispatch-licence",
        ),
        (dispatch(2, failed_to_correct=True, party_role="host_employer"), ("dispatched_workers",), None),
        (dispatch(2, failed_to_correct=True, dispatched_workers=3), ("party_role",), None),
        (dispatch(2, party_role="dispatch_agency", dispatched_workers=3), ("failed_to_correct",), None),
        (hebei(3), ("failed_to_correct",), None),
        (hebei(9), ("serious",), None),
        (hebei(7, other_law_prescribes=False), ("persons_introduced",), None),
    ],
)
def test_a_revocation_that_is_certain_already(
    engine: Engine, stated: dict[str, Any], missing: tuple[str, ...], revoke: str | None
) -> None:
    assessment = engine.assess(case(stated))
    finding = only(assessment)
    assert (finding.status, finding.missing_facts, finding.revoke) == ("needs-facts", missing, revoke)
    assert (finding.fines, finding.confiscate) == ((), None)
    answer = assessment.to_dict("en")
    assert answer["acts"][0]["findings"][0]["revoke"] == revoke
    procedure = assessment.procedure
    for duty in (procedure.hearing, procedure.collective_discussion):
        assert duty.required is (True if revoke else None)
        assert [reason.code for reason in duty.reasons] == (["licence-revocation"] if revoke else [])
    assert procedure.legal_review.required is (True if revoke else None)
    assert procedure.on_the_spot.permitted is (False if revoke else None)


def test_a_certain_revocation_falls_with_an_exemption(engine: Engine) -> None:
    assessment = engine.assess(case(hebei(6, "no-fault")))
    assert (only(assessment).status, only(assessment).revoke) == ("exempt", None)
    assert assessment.procedure.hearing.required is False


@pytest.mark.parametrize(
    ("orders", "found", "words"),
    [
        ("[cease]", ("cease",), {}),
        ("[{cease: 责令停止活动}]", ("cease",), {"cease": "责令停止活动"}),
        ("[{stop: 立即停业}, cease]", ("stop", "cease"), {"stop": "立即停业"}),
    ],
)
def test_orders_in_the_clauses_own_words(
    tmp_path: Path, orders: str, found: tuple[str, ...], words: dict[str, str]
) -> None:
    engine = engine_with(
        tmp_path,
        statute=("[cease]", orders),
        vocabulary=("orders:\n", "orders:\n  stop: {zh: 停业, en: stop}\n"),
    )
    assessment = engine.assess(case(act("sample-law/1", refused=False), authority="office", to="2020-06-01"))
    assert (only(assessment).orders, only(assessment).order_words) == (found, words)
    answer = assessment.to_dict("en")["acts"][0]["findings"][0]
    assert (answer["orders"], answer["order_words"]) == (list(found), words)


def test_the_orders_of_the_shipped_clauses(engine: Engine) -> None:
    for version in engine.clauses():
        assert set(version.order_words) == set(version.orders)
        quoted = "\n".join((version.text, *(item.text for item in version.refers_to)))
        for words in version.order_words.values():
            assert words in quoted  # as the provision says it
    found = only(engine.assess(case(hebei(4))))
    assert found.order_words == {"correct": "责令改正", "refund-fees": "退还收取的费用"}
