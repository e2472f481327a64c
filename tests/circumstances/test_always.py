"""What goes with every penalty: the order to correct, and the confiscation of illegal gain, under the law of the day."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from penalty_engine import Assessment, Engine
from tests.circumstances.made_up import made_up, office, plain, steps, texts
from tests.engine.cases import act, case, codes, hebei
from tests.rulebook.folders import clauses

FROM_2021 = "2021-07-15"


def _imposed(assessment: Assessment) -> tuple[tuple[str, ...], str | None]:
    finding = assessment.acts[0].governing
    assert finding is not None
    return finding.orders, None if finding.confiscate is None else str(finding.confiscate)


def _introduced(day: str, **facts: Any) -> dict[str, Any]:
    """Punished by a provision that says nothing of an order or of the gain."""
    stated = {"persons_introduced": 1, "unregistered_unit": False, "is_employment_agency": False, **facts}
    return case(act("child-labour-prohibition/7", **stated), party="individual", to=day)


@pytest.mark.parametrize(
    ("day", "facts", "orders", "confiscated"),
    [
        ("2021-07-14", {"illegal_gain": 500}, (), None),  # before the Act of 2021
        (FROM_2021, {"illegal_gain": 500}, ("correct",), "500"),
        (FROM_2021, {"illegal_gain": "0.01"}, ("correct",), "0.01"),
        (FROM_2021, {"illegal_gain": 0}, ("correct",), None),
        (FROM_2021, {}, ("correct",), None),  # unknown is not zero, but nothing can be taken
        (FROM_2021, {"illegal_gain": 500, "corrected": True}, (), "500"),
        (FROM_2021, {"corrected": False}, ("correct",), None),
    ],
)
def test_under_the_law_of_the_day(
    engine: Engine, day: str, facts: dict[str, Any], orders: tuple[str, ...], confiscated: str | None
) -> None:
    assessment = engine.assess(_introduced(day, **facts))
    assert assessment.acts[0].status == "fined"
    assert _imposed(assessment) == (orders, confiscated)
    total = assessment.total.confiscate
    assert (None if total is None else str(total)) == confiscated


def test_before_that_day_the_officer_is_told_of_the_gain(engine: Engine) -> None:
    before = engine.assess(_introduced("2021-07-14", illegal_gain=500))
    assert any("illegal_gain" in text for text in texts(before, "fact-not-used"))
    after = engine.assess(_introduced(FROM_2021, illegal_gain=500))
    assert not any("illegal_gain" in text for text in texts(after, "fact-not-used"))


def test_the_steps(engine: Engine) -> None:
    order, gain = steps(engine.assess(_introduced(FROM_2021, illegal_gain=500)), "always")
    assert (order["rule"], order["article"], order["result"]) == (
        "always/correct",
        "第二十八条第一款",
        "correct",
    )
    assert (gain["rule"], gain["article"], gain["result"]) == (
        "always/illegal_gain",
        "第二十八条第二款",
        "500",
    )
    assert gain["inputs"] == {
        "clause": "child-labour-prohibition/7",
        "basis": "Administrative Penalty Law 第二十八条第二款",
    }
    assert gain["source"].startswith("rules/circumstances/administrative-penalty-law.yaml:")


@pytest.mark.parametrize(
    ("stated", "orders", "confiscated"),
    [
        # its own order stands, of whatever kind
        (
            act("labour-contract-law/92.1", illegal_gain=700),
            ("cease",),
            "700",
        ),
        (
            act("labour-contract-law/84.2", persons_charged=2, illegal_gain=700),
            ("return-to-worker",),
            "700",  # what goes back to the workers is no part of the gain stated
        ),
        (
            act("private-education-regulation/65", private_school_run=True, illegal_gain=700),
            ("cease", "refund-fees"),
            None,  # the fine is counted from the fees, all of which are to be refunded
        ),
    ],
)
def test_no_order_is_added_to_that_of_the_clause(
    engine: Engine, stated: dict[str, Any], orders: tuple[str, ...], confiscated: str | None
) -> None:
    assessment = engine.assess(case(stated, to="2024-07-01"))
    assert _imposed(assessment) == (orders, confiscated)
    assert all(step["rule"] == "always/illegal_gain" for step in steps(assessment, "always"))


@pytest.mark.parametrize(
    ("facts", "orders"),
    [
        ({"corrected": True, "failed_to_correct": False}, ()),
        ({"corrected": True, "failed_to_correct": True}, ("correct",)),  # late: the officer sees what is left
        ({"corrected": False, "failed_to_correct": False}, ("correct",)),
        ({"failed_to_correct": False}, ("correct",)),
    ],
)
def test_what_was_corrected_in_time_is_not_ordered_again(
    engine: Engine, facts: dict[str, Any], orders: tuple[str, ...]
) -> None:
    stated = act("labour-inspection-regulation/25", affected_workers=10, **facts)
    assessment = engine.assess(case(stated, to="2024-06-01", decided_on="2024-07-10"))
    assert _imposed(assessment)[0] == orders
    assert bool(steps(assessment, "order-obeyed")) is (orders == ())


def test_nothing_is_added_where_nothing_is_imposed(engine: Engine) -> None:
    exempt = _introduced(FROM_2021, illegal_gain=500)
    exempt["acts"][0]["circumstances"] = ["no-fault"]
    assessment = engine.assess(exempt)
    assert assessment.acts[0].status == "exempt"
    assert steps(assessment, "always") == []
    assert assessment.acts[0].findings[0].confiscate is None
    for stated in (
        act("labour-contract-law/92.2", failed_to_correct=False, illegal_gain=5),
        act("labour-contract-law/92.1"),
    ):
        assert steps(engine.assess(case(stated, to="2024-07-01")), "always") == []


def test_a_larger_confiscation_raises_its_duties(engine: Engine) -> None:
    assessment = engine.assess(_introduced(FROM_2021, illegal_gain=50_000))
    assert "larger-confiscation" in [item.code for item in assessment.procedure.hearing.reasons]


def test_the_old_regulation_in_its_last_year(engine: Engine) -> None:
    # in force until 2022-11-30; item (9) says nothing of the gain
    for day, taken in (("2021-07-14", None), ("2022-06-30", "300")):
        assessment = engine.assess(case(hebei(9, serious=False, illegal_gain=300), to=day))
        assert _imposed(assessment)[1] == taken, day


_ALWAYS = (
    "always:\n  - {order: cease, unless: {workers: 0}, article: 第七条, text: 应当责令停止。}\n"
    "  - {confiscate: gain, not_beside: [cease], article: 第八条, text: 应当没收。}\n"
)
_CLAUSE = """
- id: "1"
  article: 第一条
  violation: sample-violation
  text: 处一千元以上五千元以下罚款。
  outcomes:
    - fine: {at_least: 1000, at_most: 5000}
  examples:
    - {facts: {}, fine: [1000, 5000]}
"""


@pytest.mark.parametrize(
    ("facts", "orders", "confiscated"),
    [
        (
            {"workers": 1, "gain": 9},
            ("cease",),
            "9",
        ),  # the clause does not look at the gain: what is stated is left over
        ({"workers": 0, "gain": 9}, (), "9"),
        ({"gain": 0}, ("cease",), None),
    ],
)
def test_made_up_additions(
    tmp_path: Path, network: str, facts: dict[str, Any], orders: tuple[str, ...], confiscated: str | None
) -> None:
    engine = made_up(tmp_path, head=_ALWAYS, statute=clauses(_CLAUSE), network=network)
    stated = {"clause": "sample-law/1", "facts": facts}
    assert _imposed(engine.assess(office(stated))) == (orders, confiscated)


@pytest.mark.parametrize(("order", "confiscated"), [("  orders: [cease]\n", None), ("", "9")])
def test_what_the_fine_is_counted_from_and_all_of_which_goes_back_is_not_confiscated(
    tmp_path: Path, order: str, confiscated: str | None
) -> None:
    multiple = _CLAUSE.replace("一千元以上五千元", "责令停止，所得一倍以上二倍").replace(
        "{at_least: 1000, at_most: 5000}", "{times: gain, at_least: 1, at_most: 2}"
    )
    multiple = multiple.replace("  outcomes", f"{order}  outcomes").replace(
        "{facts: {}, fine: [1000, 5000]}", "{facts: {gain: 5}, fine: [5, 10]}"
    )
    engine = made_up(tmp_path, head=_ALWAYS, statute=clauses(multiple))
    stated = {"clause": "sample-law/1", "facts": {"gain": 9, "workers": 0}}
    assert _imposed(engine.assess(office(stated)))[1] == confiscated


def test_acts_of_2016_stay_as_they_were(engine: Engine) -> None:
    assessment = engine.assess(case(hebei(1, illegal_gain=500)))
    assert steps(assessment, "always") == []
    assert "fact-not-used" in codes(assessment)
    assert plain()["facts"] == {"refused": False}
