"""Stages 2, 3 and 5: outcomes, ranges, what else is imposed, and one act under several clauses. On small invented laws."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from penalty_engine import Assessment, Engine, EngineError
from tests.engine.cases import act, case, dispatch, fine, hebei, only
from tests.engine.recomputation import check
from tests.rulebook.folders import clause, clauses, engine_with


def _law(
    tmp_path: Path, outcomes: str, text: str = "处罚款。", network: str = "native", extra: str = ""
) -> Engine:
    return engine_with(tmp_path, network, statute=clauses(clause(outcomes, text, extra=extra)))


def _assess(engine: Engine, *circumstances: str, number: str = "1", **facts: Any) -> Assessment:
    return engine.assess(
        case(act(f"sample-law/{number}", *circumstances, **facts), authority="office", to="2020-06-01")
    )


def _bounds(assessment: Assessment) -> tuple[Decimal, Decimal]:
    return fine(assessment).minimum, fine(assessment).maximum


@pytest.mark.parametrize(
    ("gain", "refused", "bounds", "formula"),
    [
        ("1000", False, (2000, 3000), "1–3 × 1000"),
        ("5000", False, (5000, 15000), "1–3 × 5000"),
        ("20000", False, (20000, 30000), "1–3 × 20000"),
        ("50000", False, (30000, 30000), "1–3 × 50000"),
        ("5000", True, (10000, 30000), "1–3 × 5000 × 2"),
        ("500", True, (2000, 3000), "1–3 × 500 × 2"),
        ("0.01", False, (2000, 2000), "1–3 × 0.01"),
    ],
)
def test_doubled_capped_floored(
    tmp_path: Path, network: str, gain: str, refused: bool, bounds: tuple[int, int], formula: str
) -> None:
    engine = _law(
        tmp_path,
        "- fine: {times: gain, at_least: 1, at_most: 3, cap: 30000, floor: 2000, double_when: {refused: true}}",
        "处一倍以上三倍以下罚款，最低二千元，最高三万元；拒不改正的，加倍。",
        network,
    )
    assessment = _assess(engine, gain=gain, refused=refused)
    assert _bounds(assessment) == bounds
    assert fine(assessment).formula == f"{formula}, ≤ 30000, ≥ 2000"
    assert fine(assessment).minimum <= fine(assessment).recommended <= fine(assessment).maximum
    check(assessment.to_dict(), tmp_path / "rules")


def test_doubling_needs_its_fact(tmp_path: Path, network: str) -> None:
    engine = _law(
        tmp_path,
        "- fine: {at_least: 1000, at_most: 5000, double_when: {refused: true}}",
        "处一千元以上五千元以下罚款。",
        network,
    )
    assert only(_assess(engine)).missing_facts == ("refused",)
    assert _bounds(_assess(engine, refused=False)) == (1000, 5000)
    assert _bounds(_assess(engine, refused=True)) == (2000, 10000)


def test_several_counts_are_multiplied(tmp_path: Path, network: str) -> None:
    engine = _law(
        tmp_path,
        "- fine: {per: [workers, months], at_least: 500, at_most: 1000}",
        "每人每月五百元以上一千元以下罚款。",
        network,
    )
    assessment = _assess(engine, workers=3, months=4)
    assert _bounds(assessment) == (6000, 12000)
    assert fine(assessment).formula == "500–1000 × 3 × 4"
    assert only(_assess(engine, workers=3)).missing_facts == ("months",)
    assert only(_assess(engine)).missing_facts == ("workers", "months")
    check(assessment.to_dict(), tmp_path / "rules")


def test_the_largest_product_of_counts(tmp_path: Path, network: str) -> None:
    engine = _law(
        tmp_path,
        "- fine: {per: [workers, months], at_least: 5000, at_most: 10000}",
        "每人每月五千元以上一万元以下罚款。",
        network,
    )
    assessment = _assess(engine, workers=10**7, months=10**7)
    assert fine(assessment).maximum == 10**18
    assert assessment.procedure.hearing.required is True


def test_a_count_of_zero_is_no_fine(tmp_path: Path) -> None:
    engine = _law(
        tmp_path, "- fine: {per: workers, exactly: 5000}\n  revoke: permit", "每人五千元罚款，吊销许可证。"
    )
    finding = only(_assess(engine, workers=0))
    assert (finding.status, finding.fines, finding.revoke) == ("no-fine", (), None)  # nothing was done
    assert finding.reason is not None
    assert "the quantity the fine is counted from is zero" in finding.reason.text("en")


@pytest.mark.parametrize(
    ("rate", "words", "count", "total"),
    [
        ("5000", "五千元", 3, "15000"),
        ('"0.5"', "0.5元", 3, "1.50"),
        ('"33.33"', "33.33元", 3, "99.99"),
    ],
)
def test_exactly(tmp_path: Path, rate: str, words: str, count: int, total: str) -> None:
    engine = _law(tmp_path, f"- fine: {{per: workers, exactly: {rate}}}", f"每人{words}罚款。")
    found = _assess(engine, "lied", workers=count).to_dict()["acts"][0]["findings"][0]["fines"][0]
    assert (found["minimum"], found["maximum"], found["recommended"], found["tier"]) == (
        total,
        total,
        total,
        None,
    )


def test_fractions_of_multiples(tmp_path: Path) -> None:
    engine = _law(tmp_path, "- fine: {times: gain, at_least: 1, at_most: 1.5}", "处1倍以上1.5倍以下罚款。")
    found = fine(_assess(engine, gain="0.01"))
    assert (found.minimum, found.maximum) == (Decimal("0.01"), Decimal("0.015"))
    assert found.recommended == Decimal("0.01")


def test_two_targets_keep_step(tmp_path: Path, network: str) -> None:
    engine = _law(
        tmp_path,
        "- fine:\n    - {at_least: 10000, at_most: 50000}\n    - {target: responsible_person, at_least: 1000, at_most: 5000}",
        "对单位处一万元以上五万元以下罚款，对责任人员处一千元以上五千元以下罚款。",
        network,
    )
    for circumstances, tier, sums in (((), "lower", (20000, 2000)), (("lied",), "upper", (40000, 4000))):
        assessment = _assess(engine, *circumstances)
        assert [item.target for item in only(assessment).fines] == ["unit", "responsible_person"]
        assert [item.tier.id for item in only(assessment).fines if item.tier] == [tier, tier]
        assert tuple(item.recommended for item in only(assessment).fines) == sums
        assert assessment.total.recommended == sum(sums)
        check(assessment.to_dict(), tmp_path / "rules")


_FIRST = "- when: {refused: true}\n  fine: {at_most: 5000}\n- when: {workers: {above: 10}}\n  fine: {at_most: 3000}\n- fine: {at_most: 1000}"


@pytest.mark.parametrize(
    ("facts", "maximum"),
    [
        ({"refused": True}, 5000),
        ({"refused": True, "workers": 20}, 5000),
        ({"refused": False, "workers": 20}, 3000),
        ({"refused": False, "workers": 10}, 1000),
        ({}, None),
        ({"workers": 20}, None),
        ({"refused": False}, None),
    ],
)
def test_first_hit(tmp_path: Path, network: str, facts: dict[str, Any], maximum: int | None) -> None:
    engine = _law(tmp_path, _FIRST, "五千元、三千元、一千元。", network, extra="hit_policy: first")
    assessment = _assess(engine, **facts)
    if maximum is None:
        wanted = {"refused", "workers"} - set(facts)
        assert only(assessment).status == "needs-facts"
        assert set(only(assessment).missing_facts) <= wanted
        assert only(assessment).missing_facts[0] == sorted(wanted)[0]
    else:
        assert fine(assessment).maximum == maximum


def test_outcomes_that_contradict_each_other(tmp_path: Path, network: str) -> None:
    engine = _law(
        tmp_path,
        "- when: {workers: {at_least: 10}}\n  fine: {at_most: 5000}\n- when: {workers: {at_most: 10}}\n  fine: {at_most: 1000}",
        "五千元、一千元。",
        network,
    )
    assert fine(_assess(engine, workers=9)).maximum == 1000
    assert fine(_assess(engine, workers=11)).maximum == 5000
    with pytest.raises(EngineError) as refused:
        _assess(engine, workers=10)
    file = "rules/statutes/sample-law/2020-01-01.yaml"
    assert refused.value.render("en") == (
        f"two outcomes of sample-law/1 hold at once: {file}:15:9 and {file}:17:9. Correct the rule, "
        "or write hit_policy: first."
    )
    assert refused.value.render("zh") == (
        f"sample-law/1 有两种情形同时满足：{file}:15:9 和 {file}:17:9。请修改规则，或者写 hit_policy: first。"
    )


def test_outcomes_that_leave_a_gap(tmp_path: Path, network: str) -> None:
    engine = _law(
        tmp_path,
        "- when: {workers: {above: 10}}\n  fine: {at_most: 5000}\n- when: {workers: {below: 10}}\n  fine: {at_most: 1000}",
        "五千元、一千元。",
        network,
    )
    with pytest.raises(EngineError) as refused:
        _assess(engine, workers=10)
    assert refused.value.render("en") == (
        "none of the outcomes of sample-law/1 (rules/statutes/sample-law/2020-01-01.yaml:10:9) holds: "
        "the rule has a gap. Correct the rule."
    )
    assert only(_assess(engine)).missing_facts == ("workers",)


@pytest.mark.parametrize(
    ("entry", "facts", "text"),
    [
        ("{refused: true}", {"refused": False}, "第1条 presupposes: refused is yes; in this case: no"),
        ("{workers: {above: 3}}", {"workers": 3}, "第1条 presupposes: workers above 3; in this case: 3"),
        (
            "{workers: {at_least: 3}}",
            {"workers": 2},
            "第1条 presupposes: workers at least 3; in this case: 2",
        ),
        (
            "{gain: {above: 1000}}",
            {"gain": "999.99"},
            "第1条 presupposes: gain above 1000; in this case: 999.99",
        ),
        ("{role: agency}", {"role": "host"}, "第1条 presupposes: role is agency; in this case: host"),
        (
            "{not: {refused: true}}",
            {"refused": True},
            "第1条 presupposes: refused is not yes; in this case: yes",
        ),
    ],
)
def test_why_a_clause_is_not_available(
    tmp_path: Path, network: str, entry: str, facts: dict[str, Any], text: str
) -> None:
    quoted = "超过一千元的，处五千元。" if "gain" in entry else "处五千元。"
    engine = _law(
        tmp_path, "- fine: {at_most: 5000}", quoted, network, extra=f"orders: [cease]\nentry: {entry}"
    )
    assessment = _assess(engine, **facts)
    finding = only(assessment)
    assert (finding.status, finding.applies, finding.orders) == ("not-available", False, ("cease",))
    assert finding.reason is not None
    assert finding.reason.text("en") == text
    assert only(_assess(engine)).missing_facts == tuple(facts)


def test_choices_are_named_in_the_language(tmp_path: Path) -> None:
    engine = _law(tmp_path, "- fine: {at_most: 5000}", "五千元。", extra="entry: {role: agency}")
    reason = only(_assess(engine, role="host")).reason
    assert reason is not None
    assert reason.text("zh") == "第1条规定的处罚以此为前提，现不满足：身份为派遣单位（本案为用工单位）"


@pytest.mark.parametrize(
    ("value", "above", "at_least", "below", "at_most"),
    [
        ("999.99", False, False, True, True),
        ("1000", False, True, False, True),
        ("1000.01", True, True, False, False),
    ],
)
def test_the_statutes_own_words(
    tmp_path: Path, network: str, value: str, above: bool, at_least: bool, below: bool, at_most: bool
) -> None:
    for word, holds in (("above", above), ("at_least", at_least), ("below", below), ("at_most", at_most)):
        engine = _law(
            tmp_path / word,
            "- note: {zh: 警告, en: warning}",
            "一千元的，警告。",
            network,
            extra=f"entry: {{gain: {{{word}: 1000}}}}",
        )
        assert only(_assess(engine, gain=value)).applies is holds, word


def test_a_warning_is_a_penalty_without_a_fine(tmp_path: Path) -> None:
    engine = _law(tmp_path, "- note: {zh: 给予警告, en: a warning}", "给予警告。")
    assessment = _assess(engine)
    assert only(assessment).status == "no-fine"
    assert [item.text("en") for item in assessment.warnings if item.code == "rule-note"] == ["a warning"]


_TWO = (
    clause("- fine: {at_least: 1000, at_most: 5000}", "处一千元以上五千元以下罚款。", extra="orders: [cease]")
    + "\n"
    + clause(
        "- fine: {at_least: 2000, at_most: 8000}\n  revoke: permit",
        "处二千元以上八千元以下罚款。",
        number="2",
        extra="entry: {refused: true}",
    )
)


def _violation(engine: Engine, **facts: Any) -> Assessment:
    return engine.assess(
        case({"violation": "sample-violation", "facts": facts}, authority="office", to="2020-06-01")
    )


def test_of_several_fines_for_one_act_the_higher(tmp_path: Path, network: str) -> None:
    engine = engine_with(tmp_path, network, statute=clauses(_TWO))
    both = _violation(engine, refused=True)
    result = both.acts[0]
    assert result.governing_clause == "sample-law/2"
    assert result.governing is not None
    assert [(item.applies, len(item.fines)) for item in result.findings] == [(True, 0), (True, 1)]
    assert result.findings[0].reason is not None  # its order to cease stands, only the fine gives way
    assert (
        result.findings[0].reason.text("en")
        == "the same act is punished under Sample Law 第2条 (sample-law/2)"
    )
    assert (both.total.minimum, both.total.maximum) == (2000, 8000)
    check(both.to_dict(), tmp_path / "rules")
    one = _violation(engine, refused=False)
    assert one.acts[0].governing_clause == "sample-law/1"
    assert (one.total.minimum, one.total.maximum) == (1000, 5000)


def test_of_several_clauses_the_exemption_governs(tmp_path: Path, network: str) -> None:
    two = clause("- refer: police", "由公安机关处罚。")
    two += "\n" + clause("- fine: {at_most: 5000}", "处五千元以下罚款。", number="2")
    exempting = (
        "effect: lighter\n    force: mandatory\n    mitigates: true",
        "effect: exempt\n    force: mandatory",
    )
    engine = engine_with(tmp_path, network, statute=clauses(two), circumstances=exempting)
    stated = {"violation": "sample-violation", "circumstances": ["helped"]}
    result = engine.assess(case(stated, authority="office", to="2020-06-01")).acts[0]
    assert (result.status, result.governing_clause) == ("exempt", "sample-law/2")
    assert [finding.applies for finding in result.findings] == [False, True]


def test_while_facts_are_missing_nothing_is_set_aside(tmp_path: Path) -> None:
    engine = engine_with(tmp_path, statute=clauses(_TWO))
    waiting = _violation(engine)
    assert waiting.acts[0].status == "needs-facts"
    assert waiting.acts[0].missing_facts == ("refused",)
    assert waiting.total.minimum is None
    assert waiting.acts[0].findings[0].fines != ()


def test_a_clause_named_is_the_only_one_looked_at(tmp_path: Path) -> None:
    engine = engine_with(tmp_path, statute=clauses(_TWO))
    assert [finding.clause for finding in _assess(engine, refused=True).acts[0].findings] == ["sample-law/1"]


def test_none_available(tmp_path: Path) -> None:
    two = clause("- fine: {at_most: 5000}", "五千元。", extra="entry: {refused: true}")
    two += "\n" + clause(
        "- fine: {at_most: 1000}", "一千元。", number="2", extra="entry: {workers: {above: 3}}"
    )
    engine = engine_with(tmp_path, statute=clauses(two))
    assessment = _violation(engine, refused=False, workers=1)
    assert assessment.acts[0].status == "not-available"
    assert assessment.acts[0].governing_clause is None
    assert assessment.total == (0, 0, 0, None)


def test_confiscation_comes_with_the_fine(engine: Engine) -> None:
    assessment = engine.assess(case(dispatch(1, illegal_gain="36000.50")))
    assert only(assessment).confiscate == Decimal("36000.50")
    assert only(engine.assess(case(dispatch(1, illegal_gain=0)))).confiscate is None
    assert only(engine.assess(case(hebei(5, failed_to_correct=False, illegal_gain=3000)))).status == "no-fine"


def test_referral(engine: Engine) -> None:
    referred = engine.assess(case(hebei(10, serious=False)))
    assert (referred.acts[0].status, only(referred).referred_to) == ("referred", "finance-or-price-authority")
    assert referred.total == (0, 0, 0, None)
    ours = engine.assess(case(hebei(10, serious=True)))
    assert (ours.acts[0].status, only(ours).revoke) == ("no-fine", "hr-service-licence")
    assert only(engine.assess(case(hebei(10)))).missing_facts == ("serious",)


def test_a_note_of_the_rule_is_passed_on(engine: Engine) -> None:
    def notes(failed: bool) -> str:
        found = engine.assess(case(hebei(3, failed_to_correct=failed))).warnings
        return "".join(item.text("zh") for item in found if item.code == "rule-note")

    assert "不得再次罚款" in notes(failed=True)
    assert "不得再次罚款" not in notes(failed=False)
