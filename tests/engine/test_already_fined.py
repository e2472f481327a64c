"""Stage 5: an act that was fined already brings no second fine; all else stands."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from penalty_engine import Assessment, CaseError, Engine
from tests.engine.cases import case, codes, dispatch
from tests.engine.law_changes import AFTER, OLD, engine, version
from tests.engine.small_field import clause, ranged

FINED: dict[str, Any] = {"by": "某市场监督管理局", "decided_on": "2021-04-01", "amount": 2000}
WITH_ALL = clause(
    1,
    "没收违法所得，吊销许可证，给予警告，责令停止，处10000元以上50000元以下罚款；加付赔偿金。",
    "{confiscate: gain, revoke: permit, measures: [warning], fine: {at_least: 10000, at_most: 50000},"
    " payments: [{payment: extra, times: debt, exactly: 1}]}",
    "{facts: {gain: 5, debt: 7}, fine: [10000, 50000], confiscate: 5, revoke: permit, measures: [warning]}",
    "  orders: [cease]\n",
)
KNOWN = {"gain": 300, "debt": 70}


def _act(fined: dict[str, Any] | None = FINED, *circumstances: str, **facts: Any) -> dict[str, Any]:
    found = {"violation": "sample-violation", "facts": facts, "circumstances": list(circumstances)}
    return found if fined is None else {**found, "already_fined": fined}


def _assess(found: Engine, *acts: dict[str, Any], **more: Any) -> Assessment:
    return found.assess(case(*acts, authority="office", to="2021-03-31", **more))


@pytest.fixture
def field(tmp_path: Path) -> Engine:
    """One clause that imposes everything there is."""
    return engine(tmp_path, version(WITH_ALL, OLD))


def test_the_fine_falls_and_all_else_stands(field: Engine) -> None:
    once, again = _assess(field, _act(None, **KNOWN)), _assess(field, _act(**KNOWN))
    act = again.acts[0]
    assert (act.status, act.governing_clause) == ("no-fine", "sample-law/1")
    before, after = once.acts[0].findings[0], act.findings[0]
    assert (after.applies, after.fines, after.alternative) == (True, (), before.fines)
    same = ("confiscate", "revoke", "measures", "payments", "orders")
    assert all(getattr(before, name) == getattr(after, name) for name in same)
    assert (once.total.maximum, again.total) == (50000, (0, 0, 0, 300))
    assert again.targets == ()


@pytest.mark.parametrize(
    ("fined", "english", "chinese"),
    [
        (
            FINED,
            "某市场监督管理局 has already fined the same act on 2021-04-01; there is no second fine "
            "(Sample Procedure Act 第七条); other penalties and orders stand",
            "某市场监督管理局于 2021-04-01 已就同一违法行为处以罚款，不得给予两次以上罚款（样本程序法第七条）；"
            "其他处罚和责令改正不受影响",
        ),
        (
            {"by": "某局"},
            "某局 has already fined the same act; there is no second fine (Sample Procedure Act 第七条); "
            "other penalties and orders stand",
            "某局已就同一违法行为处以罚款，不得给予两次以上罚款（样本程序法第七条）；其他处罚和责令改正不受影响",
        ),
    ],
)
def test_the_reason_says_who_when_and_why(
    field: Engine, fined: dict[str, Any], english: str, chinese: str
) -> None:
    reason = _assess(field, _act(fined, **KNOWN)).acts[0].findings[0].reason
    assert reason is not None
    assert (reason.text("en"), reason.text("zh")) == (english, chinese)


def test_the_trace_says_so(field: Engine) -> None:
    trace = _assess(field, _act(**KNOWN)).to_dict("en")["trace"][0]
    step = next(item for item in trace["steps"] if item["step"] == "already-fined")
    assert (trace["result"], step["article"], step["result"]) == ("no-fine", "第七条", {"not_imposed": 1})
    assert step["inputs"] == {"by": "某市场监督管理局", "on": "2021-04-01", "amount": "2000"}
    assert [item["step"] for item in trace["steps"]].count("recommended") == 1  # what it would have been


def test_procedure_looks_at_what_is_imposed(tmp_path: Path) -> None:
    found = engine(tmp_path, version(ranged(1, 10000, 50000), OLD))
    once, again = _assess(found, _act(None)), _assess(found, _act())
    assert (once.procedure.hearing.required, again.procedure.hearing.required) == (True, False)
    assert [item.id for item in once.procedure.deadlines] == ["payment"]
    assert again.procedure.deadlines == ()  # there is no fine to pay


def test_confiscation_alone_may_still_open_a_hearing(native: Engine) -> None:
    stated = {**dispatch(1, illegal_gain=20000), "already_fined": FINED | {"decided_on": "2016-06-30"}}
    assessment = native.assess(case(stated))
    assert (assessment.total.maximum, assessment.total.confiscate) == (0, 20000)
    assert [item.code for item in assessment.procedure.hearing.reasons] == ["larger-confiscation"]
    small = native.assess(case({**stated, "facts": {"illegal_gain": 100}}))
    assert small.procedure.hearing.required is False


def test_only_the_act_it_names(field: Engine) -> None:
    assessment = _assess(field, _act(None, **KNOWN), _act(**KNOWN), _act(None, **KNOWN))
    assert [item.status for item in assessment.acts] == ["fined", "no-fine", "fined"]
    assert (assessment.total.maximum, assessment.total.confiscate) == (100000, 900)
    assert [item._asdict() for item in assessment.targets] == [
        {"target": "unit", "minimum": 20000, "maximum": 100000, "recommended": 40000}
    ]


def test_no_clause_of_the_act_fines_in_its_place(tmp_path: Path) -> None:
    found = engine(tmp_path, version(ranged(1, 1000, 5000) + ranged(2, 2000, 8000), OLD))
    assessment = _assess(found, _act())
    assert assessment.total == (0, 0, 0, None)
    lower, higher = assessment.acts[0].findings
    assert (lower.status, lower.alternative[0].maximum) == ("set-aside", 5000)
    assert (higher.status, higher.alternative[0].maximum) == ("no-fine", 8000)
    assert assessment.acts[0].governing_clause == "sample-law/2"


def test_every_fine_of_clauses_imposed_together_falls(tmp_path: Path) -> None:
    conflict = (
        "  - id: both\n    together: [sample-law/1, sample-law/2]\n"
        "    reason: {zh: 一并处罚。, en: Both are imposed.}\n"
    )
    found = engine(tmp_path, version(ranged(1, 1000, 5000) + ranged(2, 2000, 8000), OLD), conflicts=conflict)
    assessment = _assess(found, _act())
    assert assessment.total == (0, 0, 0, None)
    assert [item.status for item in assessment.acts[0].findings] == ["no-fine", "no-fine"]


def test_the_fines_on_persons_fall_with_that_on_the_unit(native: Engine) -> None:
    # one decision has dealt with the act; it is for the officer to say so of each act
    facts = {"failed_to_correct": True, "premium_due": 30000, "responsible_persons": 2}
    stated = {"violation": "not-registered-for-insurance", "facts": facts, "already_fined": {"by": "某局"}}
    assessment = native.assess(case(stated, to="2023-05-31"))
    assert assessment.total == (0, 0, 0, None)
    assert [item.target for item in assessment.acts[0].findings[0].alternative] == [
        "unit",
        "responsible_person",
    ]


def test_a_clause_that_still_needs_facts_does_not_keep_the_others_fine(tmp_path: Path) -> None:
    body = ranged(1, 1000, 5000) + ranged(2, 2000, 8000, "  entry: {refused: true}\n")
    assessment = _assess(engine(tmp_path, version(body, OLD)), _act())
    assert assessment.acts[0].status == "needs-facts"
    assert [item.fines for item in assessment.acts[0].findings] == [(), ()]
    assert assessment.acts[0].findings[0].alternative[0].maximum == 5000


def test_a_fine_that_a_tier_leaves_open_stays_in_sight(tmp_path: Path) -> None:
    text = "对单位处1000元以上5000元以下罚款，对责任人员可以处900元以下罚款。"
    persons = "{target: responsible_person, each: persons, at_most: 900, optional: true}"
    body = clause(
        1,
        text,
        f"{{fine: [{{at_least: 1000, at_most: 5000}}, {persons}]}}",
        "{facts: {persons: 1}, fine: [1000, 5000], person_fine: [0, 900]}",
    )
    table = (
        "schema: 1\nbenchmark:\n  id: lenient\n  title: {zh: 表, en: table}\n  in_force: {from: 2020-01-01}\n"
        "  source: {cite: 样本第1号, verified: true}\n"
        "  tiers:\n    - {id: none, name: {zh: 不罚, en: none}, effect: no-fine}\n"
        "    - {id: all, name: {zh: 罚, en: all}, from: 0, to: 1}\n"
        "  select:\n    - {tier: none, when: {lighter_circumstances: {at_least: 1}}}\n"
        "    - {tier: all, when: {lighter_circumstances: 0}}\n"
        "  mitigated: {id: mitigated, name: {zh: 减轻, en: mitigated}}\n  recommend: {at: 1/2, round_down_to: 100}\n"
    )
    found = engine(tmp_path, version(body, OLD), {"benchmarks/lenient.yaml": table})
    for fined, targets in ((None, ["responsible_person"]), (FINED, ["unit", "responsible_person"])):
        act = _act(fined, "helped", persons=1)
        finding = (
            found.assess(case(act, authority="office", to="2021-03-31") | {"benchmark": "lenient"})
            .acts[0]
            .findings[0]
        )
        assert [item.target for item in finding.alternative] == targets


def test_nothing_changes_where_there_is_no_fine(tmp_path: Path) -> None:
    found = engine(tmp_path, version(ranged(1, 1000, 5000, "  entry: {refused: true}\n"), OLD))
    for facts, circumstances in (({"refused": False}, ()), ({}, ()), ({"refused": True}, ("blameless",))):
        plain = _assess(found, _act(None, *circumstances, **facts))
        stated = _assess(found, _act(FINED, *circumstances, **facts))
        assert plain.acts == stated.acts


def test_under_both_laws(tmp_path: Path) -> None:
    # the fine would be lighter under the newer law, which no longer matters
    found = engine(tmp_path, version(ranged(1, 1000, 5000), OLD), version(ranged(1, 1000, 3000)))
    assessment = _assess(found, _act(), decided_on=AFTER)
    assert (assessment.acts[0].status, assessment.total) == ("no-fine", (0, 0, 0, None))
    assert not [code for code in codes(assessment) if code.startswith("milder-law")]


def test_a_licence_that_the_newer_law_leaves_is_still_milder(tmp_path: Path) -> None:
    old = clause(
        1,
        "处1000元以上5000元以下罚款，吊销许可证。",
        "{fine: {at_least: 1000, at_most: 5000}, revoke: permit}",
        "{facts: {}, fine: [1000, 5000], revoke: permit}",
    )
    found = engine(tmp_path, version(old, OLD), version(ranged(1, 1000, 5000)))
    assessment = _assess(found, _act(), decided_on=AFTER)
    milder = assessment.acts[0].milder_law
    assert milder is not None
    assert (milder.applied, milder.yardstick, milder.at_act.revoke) == ("decision", "penalty", "permit")
    assert (assessment.acts[0].findings[0].revoke, assessment.total.maximum) == (None, 0)


@pytest.mark.parametrize(
    "wrong",
    [{}, {"by": "某局", "amount": -1}, {"by": "某局", "decided_on": "yesterday"}, {"by": "某局", "sum": 1}],
)
def test_what_is_said_of_the_earlier_fine_is_checked(field: Engine, wrong: dict[str, Any]) -> None:
    with pytest.raises(CaseError):
        _assess(field, _act(wrong, **KNOWN))
