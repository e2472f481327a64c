"""Stage 6: the law at the act against the law at the decision, one clause in two versions."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from penalty_engine import Assessment
from penalty_engine.assessment import LawResult
from tests.engine.cases import codes
from tests.engine.law_changes import (
    AFTER,
    BEFORE,
    OLD,
    assess,
    compared,
    engine,
    first,
    two_versions,
    version,
)
from tests.engine.small_field import clause, ranged

POLICE = "  power: police\n"
ENTRY = "  entry: {refused: true}\n"


def _text(assessment: Assessment, code: str, lang: str = "en") -> str:
    return next(item["text"] for item in assessment.to_dict(lang)["warnings"] if item["code"] == code)


@pytest.mark.parametrize(
    ("low", "high", "applied", "yardstick", "maximum"),
    [
        (1000, 3000, "decision", "maximum", 3000),
        (1000, 9000, "act", "maximum", 5000),
        (500, 5000, "decision", "minimum", 5000),
        (2000, 5000, "act", "minimum", 5000),
        (500, 3000, "decision", "maximum", 3000),
        (1000, 5000, "act", None, 5000),
        (500, 9000, "undecided", None, 5000),
        (2000, 3000, "undecided", None, 5000),
    ],
)
def test_the_lighter_range_is_applied(
    tmp_path: Path, low: int, high: int, applied: str, yardstick: str | None, maximum: int
) -> None:
    assessment = assess(two_versions(tmp_path, ranged(1, 1000, 5000), ranged(1, low, high)))
    found = compared(assessment)
    assert (found.applied, found.yardstick) == (applied, yardstick)
    assert assessment.total.maximum == maximum
    assert first(assessment).findings[0].version == ("2022-01-01" if applied == "decision" else "2020-01-01")
    assert (found.at_act.minimum, found.at_act.maximum) == (1000, 5000)
    assert (found.at_decision.minimum, found.at_decision.maximum) == (low, high)
    assert ("milder-law-mixed" in codes(assessment)) is (applied == "undecided")
    assert found.basis is not None
    assert found.basis.en == "Sample Procedure Act 第八条"


@pytest.mark.parametrize(
    ("decided", "seen"),
    [("2021-12-31", False), ("2022-01-01", True), (None, False)],
)
def test_the_days_of_the_change(tmp_path: Path, decided: str | None, seen: bool) -> None:
    found = two_versions(tmp_path, ranged(1, 1000, 5000), ranged(1, 1000, 3000))
    assessment = assess(found, to="2021-12-31", decided=decided)
    assert (first(assessment).milder_law is not None) is seen
    assert assessment.total.maximum == (3000 if seen else 5000)
    # the day of the decision is open: there may be something to compare
    assert ("milder-law-not-compared" in codes(assessment)) is (decided is None)


def test_the_end_of_the_act_decides_not_its_beginning(tmp_path: Path) -> None:
    found = two_versions(tmp_path, ranged(1, 1000, 3000), ranged(1, 1000, 5000))
    assessment = assess(found, to="2022-01-01", timeline={"conduct_from": "2021-01-01"})
    assert first(assessment).milder_law is None
    assert assessment.total.maximum == 5000  # although the law was milder when it began


def test_only_the_ends_are_compared(tmp_path: Path) -> None:
    # 137 of no law between the two: the text of article 37 knows the law at the act and that at the decision
    found = engine(
        tmp_path,
        version(ranged(1, 1000, 5000), OLD),
        version(ranged(1, 10, 20), "from: 2022-01-01, to: 2022-12-31"),
        version(ranged(1, 1000, 4000), "from: 2023-01-01"),
    )
    assessment = assess(found, decided="2023-06-01")
    assert compared(assessment).applied == "decision"
    assert assessment.total.maximum == 4000


def test_what_is_lighter_in_one_and_heavier_in_another_is_left_to_the_officer(tmp_path: Path) -> None:
    new = clause(
        1,
        "处1000元以上3000元以下罚款，吊销许可证。",
        "{fine: {at_least: 1000, at_most: 3000}, revoke: permit}",
        "{facts: {}, fine: [1000, 3000], revoke: permit}",
    )
    assessment = assess(two_versions(tmp_path, ranged(1, 1000, 5000), new))
    found = compared(assessment)
    assert (found.applied, found.yardstick) == ("undecided", None)
    assert (found.at_act.revoke, found.at_decision.revoke) == (None, "permit")
    assert assessment.total.maximum == 5000
    assert first(assessment).findings[0].revoke is None
    assert "neither is milder in every respect" in _text(assessment, "milder-law-mixed")
    assert "由承办人员比较后决定" in _text(assessment, "milder-law-mixed", "zh")


def test_a_licence_kept_is_milder(tmp_path: Path) -> None:
    old = clause(
        1,
        "处1000元以上5000元以下罚款，吊销许可证。",
        "{fine: {at_least: 1000, at_most: 5000}, revoke: permit}",
        "{facts: {}, fine: [1000, 5000], revoke: permit}",
    )
    assessment = assess(two_versions(tmp_path, old, ranged(1, 1000, 5000)))
    found = compared(assessment)
    assert (found.applied, found.yardstick) == ("decision", "grave")
    assert first(assessment).findings[0].revoke is None
    assert assessment.procedure.hearing.required is False


def test_confiscation_weighs_too(tmp_path: Path) -> None:
    old = clause(
        1,
        "没收违法所得，处1000元以上5000元以下罚款。",
        "{confiscate: gain, fine: {at_least: 1000, at_most: 5000}}",
        "{facts: {gain: 7}, fine: [1000, 5000], confiscate: 7}",
    )
    assessment = assess(two_versions(tmp_path, old, ranged(1, 1000, 5000)), gain=700)
    found = compared(assessment)
    assert (found.applied, found.yardstick) == ("decision", "confiscation")
    assert (found.at_act.confiscate, found.at_decision.confiscate) == (700, 0)
    assert assessment.total.confiscate is None


def test_the_number_of_persons_counts(tmp_path: Path) -> None:
    text = "对单位处1000元以上5000元以下罚款，对责任人员处100元以上1000元以下罚款。"
    persons = "{target: responsible_person, each: persons, at_least: 100, at_most: 1000}"
    old = clause(
        1,
        text,
        f"{{fine: [{{at_least: 1000, at_most: 5000}}, {persons}]}}",
        "{facts: {persons: 1}, fine: [1000, 5000], person_fine: [100, 1000]}",
    )
    found = two_versions(tmp_path, old, ranged(1, 1000, 6000))
    one, two = assess(found, persons=1), assess(found, persons=2)
    assert (compared(one).at_act.maximum, compared(two).at_act.maximum) == (6000, 7000)
    # one person: the same maximum, a lower minimum; two: the new law is lower in both
    assert (compared(one).applied, compared(one).yardstick) == ("decision", "minimum")
    assert (compared(two).applied, compared(two).yardstick) == ("decision", "maximum")
    none = assess(found, persons=0)
    assert (compared(none).applied, compared(none).yardstick) == ("act", "maximum")


def test_an_order_to_correct_that_now_comes_first(tmp_path: Path) -> None:
    found = two_versions(
        tmp_path, ranged(1, 1000, 5000), ranged(1, 1000, 9000, "  orders: [cease]\n" + ENTRY)
    )
    obeyed = assess(found, refused=False)
    assert (compared(obeyed).applied, compared(obeyed).yardstick) == ("decision", "penalty")
    assert (first(obeyed).status, obeyed.total.maximum) == ("not-available", 0)
    assert first(obeyed).findings[0].orders == ("cease",)
    refused = assess(found, refused=True)
    assert (compared(refused).applied, refused.total.maximum) == ("act", 5000)


def test_facts_missing_under_the_newer_law_alone(tmp_path: Path) -> None:
    found = two_versions(tmp_path, ranged(1, 1000, 5000), ranged(1, 1000, 9000, ENTRY))
    assessment = assess(found)
    assert assessment.status == "assessed"  # what the older law gives is certain
    assert (compared(assessment).applied, assessment.total.maximum) == ("undecided", 5000)
    assert compared(assessment).at_decision.maximum is None
    assert "refused" in _text(assessment, "milder-law-needs-facts")  # which ones
    assert "拒不改正" in _text(assessment, "milder-law-needs-facts", "zh")


def test_facts_missing_under_the_older_law_alone(tmp_path: Path) -> None:
    found = two_versions(tmp_path, ranged(1, 1000, 9000, ENTRY), ranged(1, 1000, 5000))
    assessment = assess(found)
    assert assessment.status == "needs-facts"
    assert assessment.missing_facts == ("refused",)
    assert compared(assessment).applied == "undecided"
    assert compared(assessment).at_act.maximum is None
    assert compared(assess(found, refused=True)).applied == "decision"
    assert first(assess(found, refused=False)).milder_law is None  # nothing is milder than nothing


def test_nothing_is_asked_where_the_older_law_imposes_nothing(tmp_path: Path) -> None:
    old = clause(1, "责令停止。", "{}", "{facts: {}}", "  orders: [cease]\n")
    assessment = assess(two_versions(tmp_path, old, ranged(1, 1000, 5000, ENTRY)))
    assert first(assessment).status == "no-fine"
    assert not [code for code in codes(assessment) if code.startswith("milder-law")]


def test_exemption_holds_under_both(tmp_path: Path) -> None:
    found = two_versions(tmp_path, ranged(1, 1000, 5000), ranged(1, 1000, 9000))
    assessment = assess(found, "blameless")
    assert (first(assessment).status, assessment.total.maximum) == ("exempt", 0)


def test_circumstances_count_in_the_range_that_is_applied(tmp_path: Path) -> None:
    found = two_versions(tmp_path, ranged(1, 1000, 5000), ranged(1, 1000, 3000))
    assessment = assess(found, "lied")
    assert (compared(assessment).at_act.recommended, compared(assessment).at_decision.recommended) == (
        4000,
        2500,
    )
    assert assessment.total.recommended == 2500


# --- both results are what an act of that day would give --------------------------------------------------------------


def _as_law(assessment: Assessment) -> tuple[Any, ...]:
    act, total = assessment.acts[0], assessment.total
    return (
        act.status,
        act.governing_clause,
        total.minimum,
        total.maximum,
        total.recommended,
        total.confiscate or 0,
    )


def _law(found: LawResult) -> tuple[Any, ...]:
    return (
        found.status,
        found.clause,
        found.minimum,
        found.maximum,
        found.recommended,
        found.confiscate or 0,
    )


@pytest.mark.parametrize("facts", [{}, {"refused": True}, {"refused": False}])
@pytest.mark.parametrize("circumstances", [(), ("lied",), ("helped",), ("lied", "helped"), ("blameless",)])
def test_both_results_are_those_of_acts_of_either_day(
    tmp_path: Path, facts: dict[str, bool], circumstances: tuple[str, ...]
) -> None:
    multiple = clause(
        2,
        "处所得1倍以上2倍以下罚款。",
        "fine: {times: gain, at_least: 1, at_most: 2}",
        "{facts: {gain: 5}, fine: [5, 10]}",
    )
    found = two_versions(tmp_path, ranged(1, 1000, 5000) + multiple, ranged(1, 1000, 3000, ENTRY) + multiple)
    both = assess(found, *circumstances, gain=1234, **facts)
    if both.acts[0].milder_law is None:
        assert both.total == assess(found, *circumstances, decided=None, gain=1234, **facts).total
        return
    for law, day in ((compared(both).at_act, BEFORE), (compared(both).at_decision, AFTER)):
        alone = assess(found, *circumstances, to=day, decided=None, gain=1234, **facts)
        assert _law(law) == _as_law(alone)
