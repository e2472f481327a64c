"""What stands beside a fine and is none: payments and measures; fines on each of several persons; sums the law leaves out."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from penalty_engine import Assessment
from tests.engine.cases import case
from tests.engine.small_field import clause, engine


def _assess(
    folder: Path, body: str, party: str = "organization", circumstances: tuple[str, ...] = (), **facts: Any
) -> Assessment:
    stated = {"clause": "sample-law/1", "facts": facts, "circumstances": list(circumstances)}
    return engine(folder, body).assess(case(stated, authority="office", to="2021-03-31", party=party))


COMPENSATION = clause(
    1,
    "责令支付应付金额；拒不改正的，责令按应付金额百分之五十以上百分之一百以下加付赔偿金。",
    "{when: {refused: true}, payments: [{payment: due, times: debt, exactly: 1}, "
    "{payment: extra, times: debt, at_least: 0.5, at_most: 1}]}\n"
    "    - {when: {refused: false}, payments: [{payment: due, times: debt, exactly: 1}]}",
    "{facts: {refused: true, debt: 1000}, status: no-fine, payments: {due: [1000, 1000], extra: [500, 1000]}}\n"
    "    - {facts: {refused: false, debt: 1000}, status: no-fine, payments: {due: [1000, 1000]}}",
)


def test_additional_compensation_is_no_fine(tmp_path: Path) -> None:
    assessment = _assess(tmp_path, COMPENSATION, refused=True, debt="1000000.01")
    finding = assessment.acts[0].findings[0]
    assert (finding.status, finding.fines) == ("no-fine", ())
    extra = finding.payments[1]
    assert (extra.id, extra.minimum, extra.maximum) == ("extra", Decimal("500000.01"), Decimal("1000000.01"))
    assert extra.formula == "0.5–1 × 1000000.01"


def test_a_payment_is_in_no_total_and_reaches_no_threshold(tmp_path: Path) -> None:
    assessment = _assess(tmp_path, COMPENSATION, refused=True, debt=10**9)
    assert assessment.total == (0, 0, 0, None)
    steps = assessment.procedure
    assert [steps.hearing.required, steps.collective_discussion.required] == [False, False]
    assert steps.deadlines == ()


def test_parts_of_a_fen_go_inward_in_a_written_step(tmp_path: Path) -> None:
    assessment = _assess(tmp_path, COMPENSATION, refused=True, debt="4321.01")
    extra = assessment.acts[0].findings[0].payments[1]
    assert (extra.minimum, extra.maximum) == (Decimal("2160.51"), Decimal("4321.01"))  # half is 2,160.505
    steps = [item for item in assessment.to_dict()["trace"][0]["steps"] if item["step"] == "payment"]
    assert steps[1]["inputs"]["exact"] == ["2160.505", "4321.01"]


def test_a_payment_needs_its_facts(tmp_path: Path) -> None:
    assert _assess(tmp_path, COMPENSATION, refused=True).missing_facts == ("debt",)


IF_KNOWN = clause(
    1,
    "处一千元以上五千元以下罚款，并按日加收万分之五的滞纳金。",
    "{fine: {at_least: 1000, at_most: 5000}, "
    "payments: [{payment: surcharge, times: debt, per: months, exactly: 0.0005, if_known: true}]}",
    "{facts: {}, fine: [1000, 5000], payments: {}}",
)


def test_a_payment_that_is_only_worked_out_if_known_holds_nothing_up(tmp_path: Path) -> None:
    assessment = _assess(tmp_path / "without", IF_KNOWN, debt=10000)
    assert (assessment.acts[0].status, assessment.acts[0].findings[0].payments) == ("fined", ())
    known = _assess(tmp_path / "with", IF_KNOWN, debt=10000, months=10).acts[0].findings[0]
    assert [item.maximum for item in known.payments] == [50]


SURCHARGE = clause(
    1,
    "按日加收万分之五的滞纳金，不超过应付金额。",
    "payments: [{payment: surcharge, times: debt, per: months, exactly: 0.0005, not_above: debt}]",
    "{facts: {debt: 10000, months: 10}, status: no-fine, payments: {surcharge: [50, 50]}}",
)


@pytest.mark.parametrize(
    ("days", "sum_"), [(0, None), (1, "5"), (1999, "9995"), (2000, "10000"), (2001, "10000")]
)
def test_a_daily_surcharge_up_to_the_sum_itself(tmp_path: Path, days: int, sum_: str | None) -> None:
    found = _assess(tmp_path, SURCHARGE, debt=10000, months=days).acts[0].findings[0].payments
    assert [item.maximum for item in found] == ([] if sum_ is None else [Decimal(sum_)])


MEASURES = clause(
    1,
    "给予警告，可以约谈；拒不改正的，责令关闭。",
    "{when: {refused: false}, measures: [warning, {measure: talk, words: 可以约谈, optional: true}]}\n"
    "    - {when: {refused: true}, measures: [closure, {measure: warning, by: police, words: 给予警告}]}",
    "{facts: {refused: false}, status: no-fine, measures: [warning, talk]}\n"
    "    - {facts: {refused: true}, status: no-fine, measures: [closure, warning]}",
)


def test_a_warning_is_a_penalty_without_a_fine(tmp_path: Path) -> None:
    assessment = _assess(tmp_path, MEASURES, refused=False)
    finding = assessment.acts[0].findings[0]
    assert [(item.id, item.optional, item.penalty) for item in finding.measures] == [
        ("warning", False, True),
        ("talk", True, False),
    ]
    assert assessment.acts[0].status == "no-fine"


def test_an_exemption_takes_the_penalties_and_leaves_the_rest(tmp_path: Path) -> None:
    assessment = _assess(tmp_path, MEASURES, circumstances=("blameless",), refused=False)
    finding = assessment.acts[0].findings[0]
    assert (finding.status, [item.id for item in finding.measures]) == ("exempt", ["talk"])


EACH = clause(
    1,
    "对单位处一万元以上二万元以下罚款，对责任人员处一千元以上三千元以下罚款。",
    "fine: [{at_least: 10000, at_most: 20000}, "
    "{target: responsible_person, each: persons, at_least: 1000, at_most: 3000}]",
    "{facts: {persons: 2}, fine: [10000, 20000], person_fine: [1000, 3000]}",
)


def test_a_fine_on_each_of_several_persons(tmp_path: Path) -> None:
    assessment = _assess(tmp_path, EACH, persons=3)
    unit, person = assessment.acts[0].findings[0].fines
    assert (unit.persons, person.persons, person.maximum) == (1, 3, Decimal(3000))
    assert assessment.total.maximum == Decimal(20000 + 3 * 3000)
    assert assessment.to_dict()["acts"][0]["findings"][0]["fines"][1]["persons"] == 3


def test_no_responsible_person_is_not_the_same_as_unknown(tmp_path: Path) -> None:
    assert _assess(tmp_path / "unknown", EACH).missing_facts == ("persons",)
    fines = _assess(tmp_path / "none", EACH, persons=0).acts[0].findings[0].fines
    assert [fine.target for fine in fines] == ["unit"]


BASE = clause(
    1,
    "并处所得一倍以上五倍以下的罚款；所得不足一万元的，按一万元计算。",
    "fine: {times: gain, at_least: 1, at_most: 5, base_at_least: 10000}",
    "{facts: {gain: 0}, fine: [10000, 50000]}",
)


@pytest.mark.parametrize(
    ("gain", "low", "high"),
    [
        (0, 10000, 50000),
        ("9999.99", 10000, 50000),
        (10000, 10000, 50000),
        ("10000.01", "10000.01", "50000.05"),
    ],
)
def test_a_small_base_counts_as_the_smallest(tmp_path: Path, gain: Any, low: Any, high: Any) -> None:
    fine = _assess(tmp_path, BASE, gain=gain).acts[0].findings[0].fines[0]
    assert (fine.minimum, fine.maximum) == (Decimal(low), Decimal(high))
    assert fine.formula.startswith("1–5 × 10000")


UNSPECIFIED = clause(
    1,
    "给予警告，责令停止，可以处以罚款。",
    "{measures: [warning], fine: {unspecified: true, optional: true}}",
    "{facts: {}, status: not-available, measures: [warning], orders: [cease]}",
    "  orders: [{cease: 责令停止}]\n",
)


def test_a_fine_without_an_amount_is_never_a_sum(tmp_path: Path) -> None:
    assessment = _assess(tmp_path, UNSPECIFIED)
    finding = assessment.acts[0].findings[0]
    assert (finding.status, finding.fines, assessment.total.maximum) == ("not-available", (), 0)
    assert finding.reason is not None
    assert finding.reason.code == "fine-without-amount"
    assert [item.id for item in finding.measures] == ["warning"]
