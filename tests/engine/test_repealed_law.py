"""Stage 6: law that was not in force, was repealed or succeeded; text that is missing; other bodies; several acts."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from penalty_engine import Assessment
from penalty_engine.assessment import Step
from tests.conftest import need_durable
from tests.engine.cases import case, codes
from tests.engine.law_changes import (
    AFTER,
    BEFORE,
    NEW,
    OLD,
    assess,
    compared,
    engine,
    first,
    lost,
    other,
    two_versions,
    version,
)
from tests.engine.small_field import ranged

POLICE = "  power: police\n"
ENTRY = "  entry: {refused: true}\n"


def _text(assessment: Assessment, code: str, lang: str = "en") -> str:
    return next(item["text"] for item in assessment.to_dict(lang)["warnings"] if item["code"] == code)


def _law_days(step: Step) -> set[Any]:
    return {item.inputs["day"] for item in step.steps if item.step == "law-in-force"}


# --- not in force, repealed, succeeded --------------------------------------------------------------------------------


def test_nobody_is_punished_under_a_law_that_came_after_the_act(tmp_path: Path) -> None:
    assessment = assess(
        engine(tmp_path, {"statutes/sample-law/2020-01-01.yaml": None}, version(ranged(1, 1, 9)))
    )  # type: ignore[dict-item]
    assert (first(assessment).status, assessment.total.maximum) == ("not-available", 0)
    assert first(assessment).milder_law is None
    assert "not-in-force" in codes(assessment)


def test_a_law_that_came_after_the_act_does_not_add_to_an_older_one(tmp_path: Path) -> None:
    found = engine(
        tmp_path,
        version(ranged(1, 100, 200), "from: 2020-01-01"),
        version(ranged(1, 1000, 9000), NEW, "late-law"),
    )
    assessment = assess(found)
    assert (compared(assessment).applied, assessment.total.maximum) == ("act", 200)
    assert compared(assessment).at_decision.clause == "late-law/1"
    assert first(assessment).governing_clause == "sample-law/1"


def test_repealed_without_a_successor(tmp_path: Path) -> None:
    assessment = assess(engine(tmp_path, version(ranged(1, 1000, 5000), OLD)))
    assert (compared(assessment).applied, assessment.total.maximum) == ("undecided", 5000)
    assert (compared(assessment).at_decision.clause, compared(assessment).at_decision.maximum) == (None, 0)
    assert "check whether the newer law still punishes" in _text(assessment, "milder-law-no-successor")


@pytest.mark.parametrize("stated", [{"violation": "sample-violation"}, {"clause": "sample-law/1"}])
@pytest.mark.parametrize(("high", "applied", "maximum"), [(3000, "decision", 3000), (9000, "act", 5000)])
def test_repealed_and_succeeded_by_another_statute(
    tmp_path: Path, stated: dict[str, str], high: int, applied: str, maximum: int
) -> None:
    found = engine(
        tmp_path, version(ranged(1, 1000, 5000), OLD), version(ranged(2, 1000, high), NEW, "next-law")
    )
    assessment = assess(found, act=stated)
    assert (compared(assessment).applied, assessment.total.maximum) == (applied, maximum)
    assert compared(assessment).at_decision.clause == "next-law/2"
    governing = "next-law/2" if applied == "decision" else "sample-law/1"
    assert first(assessment).governing_clause == governing


def test_the_number_of_the_clause_changed(tmp_path: Path) -> None:
    found = two_versions(tmp_path, ranged(1, 1000, 5000), ranged(2, 1000, 3000))
    assessment = assess(found, act={"clause": "sample-law/1"})
    assert (compared(assessment).applied, first(assessment).governing_clause) == ("decision", "sample-law/2")


def test_only_the_text_of_the_newer_law_is_missing(tmp_path: Path) -> None:
    assessment = assess(two_versions(tmp_path, ranged(1, 1000, 5000), lost(1)))
    assert (compared(assessment).applied, assessment.total.maximum) == ("undecided", 5000)
    assert "ask the office" in _text(assessment, "milder-law-not-held")
    assert "请向某机关索取" in _text(assessment, "milder-law-not-held", "zh")


def test_a_clause_whose_new_text_is_missing_may_be_the_heavier_one(tmp_path: Path) -> None:
    # what remains with its text is lower; but nobody knows what the other now says
    rest = ranged(2, 100, 200)
    assessment = assess(two_versions(tmp_path, ranged(1, 1000, 5000) + rest, lost(1) + rest))
    assert (compared(assessment).applied, assessment.total.maximum) == ("undecided", 5000)


def test_a_text_that_was_missing_all_along_is_no_change(tmp_path: Path) -> None:
    found = engine(
        tmp_path,
        version(ranged(1, 1000, 5000), OLD),
        version(ranged(1, 1000, 3000)),
        version(lost(2), "from: 2020-01-01", "lost-law"),
    )
    assessment = assess(found)
    assert (compared(assessment).applied, assessment.total.maximum) == ("decision", 3000)
    assert "text-not-obtained" in codes(assessment)


def test_a_missing_text_that_is_set_aside_does_not_matter(tmp_path: Path) -> None:
    conflict = (
        "  - id: later\n    prevails: sample-law/2\n    over: [sample-law/1]\n"
        "    reason: {zh: 后法优于前法。, en: The later law prevails.}\n"
    )
    found = two_versions(tmp_path, ranged(1, 100, 900), lost(1) + ranged(2, 100, 200), conflicts=conflict)
    assessment = assess(found)
    assert (compared(assessment).applied, assessment.total.maximum) == ("decision", 200)


def test_only_the_text_of_the_older_law_is_missing(tmp_path: Path) -> None:
    assessment = assess(two_versions(tmp_path, lost(1), ranged(1, 1000, 3000)))
    assert (first(assessment).status, assessment.total.maximum) == ("not-available", 0)
    assert (
        first(assessment).milder_law is None
    )  # nothing to compare, and nothing is computed by the later law


@pytest.mark.parametrize(("high", "applied"), [(9000, "undecided"), (3000, "decision")])
def test_what_was_not_read_of_the_older_law_can_only_have_made_it_heavier(
    tmp_path: Path, high: int, applied: str
) -> None:
    old, new = ranged(1, 1000, 5000), ranged(1, 1000, high)
    found = two_versions(tmp_path, old + lost(2), new + ranged(2, 1000, 2000))
    assessment = assess(found)
    assert (compared(assessment).applied, compared(assessment).at_act.maximum) == (applied, 5000)
    assert ("milder-law-older-not-held" in codes(assessment)) is (applied == "undecided")
    if applied == "undecided":
        assert assessment.total.maximum == 5000
        assert "cannot be called milder" in _text(assessment, "milder-law-older-not-held")
        assert "不能认定行为时的规定较轻" in _text(assessment, "milder-law-older-not-held", "zh")


@pytest.mark.parametrize("high", [3000, 9000])
def test_neither_is_milder_while_what_followed_a_law_is_not_held(tmp_path: Path, high: int) -> None:
    ended = version(ranged(1, 1000, 5000), OLD)
    followed = {
        name: text.replace("  rank: law\n", "  rank: law\n  followed_by: {zh: 后法, en: Next Law}\n")
        for name, text in ended.items()
    }
    for old, applied in ((ended, "decision" if high < 5000 else "act"), (followed, "undecided")):
        folder = tmp_path / applied
        assessment = assess(engine(folder, old, version(ranged(2, 1000, high), NEW, "general-law")))
        assert compared(assessment).applied == applied
        assert ("milder-law-successor" in codes(assessment)) is (old is followed)
        assert assessment.total.maximum == (3000 if applied == "decision" else 5000)


# --- other bodies, other clauses, several acts ------------------------------------------------------------------------


def test_the_power_has_gone_to_another_body(tmp_path: Path) -> None:
    assessment = assess(two_versions(tmp_path, ranged(1, 1000, 5000), ranged(1, 1000, 3000, POLICE)))
    assert (compared(assessment).applied, assessment.total.maximum) == ("undecided", 5000)
    assert compared(assessment).at_decision.status == "referred"
    assert "another body punishes the act" in _text(assessment, "milder-law-elsewhere")


def test_the_power_over_the_clause_has_gone_while_a_lower_one_is_left(tmp_path: Path) -> None:
    rest = ranged(2, 100, 200)
    assessment = assess(
        two_versions(tmp_path, ranged(1, 1000, 5000) + rest, ranged(1, 1000, 3000, POLICE) + rest)
    )
    assert (compared(assessment).applied, assessment.total.maximum) == ("undecided", 5000)
    assert "milder-law-elsewhere" in codes(assessment)


def test_the_power_came_from_another_body(tmp_path: Path) -> None:
    assessment = assess(two_versions(tmp_path, ranged(1, 1000, 5000, POLICE), ranged(1, 1000, 3000)))
    assert (first(assessment).status, assessment.total.maximum) == ("referred", 0)
    assert compared(assessment).applied == "undecided"
    assert "settle with that body" in _text(assessment, "milder-law-power-came")


def test_the_power_is_another_bodys_under_both(tmp_path: Path) -> None:
    assessment = assess(two_versions(tmp_path, ranged(1, 1000, 5000, POLICE), ranged(1, 1000, 3000, POLICE)))
    assert (first(assessment).status, assessment.total.maximum) == ("referred", 0)
    assert not [code for code in codes(assessment) if code.startswith("milder-law")]


def test_a_named_clause_is_compared_with_its_own_new_version(tmp_path: Path) -> None:
    # the other clause of the violation was there before and was not chosen; it does not make the new law heavier
    rest = ranged(2, 2000, 8000)
    found = two_versions(tmp_path, ranged(1, 1000, 5000) + rest, ranged(1, 1000, 3000) + rest)
    named = assess(found, act={"clause": "sample-law/1"})
    assert (compared(named).applied, named.total.maximum) == ("decision", 3000)
    by_violation = assess(found)
    assert (compared(by_violation).applied, compared(by_violation).yardstick) == (
        "act",
        None,
    )  # the higher fine governs
    assert by_violation.total.maximum == 8000


def test_a_named_clause_is_compared_with_what_came_to_prevail_over_it(tmp_path: Path) -> None:
    conflict = (
        "  - id: later\n    prevails: next-law/2\n    over: [sample-law/1]\n"
        "    reason: {zh: 后法优于前法。, en: The later law prevails.}\n"
    )
    found = engine(
        tmp_path,
        version(ranged(1, 1000, 5000), "from: 2020-01-01"),
        version(ranged(2, 1000, 3000), NEW, "next-law"),
        conflicts=conflict,
    )
    assessment = assess(found, act={"clause": "sample-law/1"})
    assert (compared(assessment).applied, first(assessment).governing_clause) == ("decision", "next-law/2")


def test_a_change_of_what_does_not_govern_changes_nothing(tmp_path: Path) -> None:
    found = engine(
        tmp_path,
        version(ranged(1, 100, 200), OLD),
        version(ranged(1, 100, 150)),
        version(ranged(2, 1000, 5000), "from: 2020-01-01", "other-law"),
    )
    assessment = assess(found)
    assert assessment.total.maximum == 5000
    assert first(assessment).milder_law is None
    assert not [code for code in codes(assessment) if code.startswith("milder-law")]


def test_of_several_acts_each_has_its_own_law(tmp_path: Path) -> None:
    found = engine(
        tmp_path,
        version(ranged(1, 1000, 5000), OLD),
        version(ranged(1, 1000, 3000)),
        version(other(ranged(1, 10, 50)), "from: 2020-01-01", "other-law"),
        version(other(ranged(1, 7, 8)), "from: 2020-01-01", "third-law"),
    )
    stated = [{"violation": "sample-violation"}, {"violation": "other-violation"}]
    days = {"to": BEFORE, "decided_on": AFTER}
    assessment = found.assess(case(*stated, authority="office", **days))
    changed, kept = assessment.acts
    assert changed.milder_law is not None
    assert changed.milder_law.applied == "decision"
    assert kept.milder_law is None
    assert assessment.total.maximum == 3000 + 50
    alone = found.assess(case(stated[1], authority="office", **days))
    assert alone.acts[0] == kept


def test_the_trace_holds_both(tmp_path: Path) -> None:
    found = two_versions(tmp_path, ranged(1, 1000, 5000), ranged(1, 1000, 3000))
    assessment = assess(found)
    act_step = assessment.trace[0]
    milder = next(item for item in act_step.steps if item.step == "milder-law")
    assert (milder.result, milder.inputs["yardstick"]) == ("decision", "maximum")
    assert {str(day) for day in _law_days(act_step)} == {AFTER}
    assert {str(day) for day in _law_days(milder.steps[0])} == {BEFORE}
    kept = assess(two_versions(tmp_path / "kept", ranged(1, 1000, 3000), ranged(1, 1000, 5000)))
    assert {str(day) for day in _law_days(kept.trace[0])} == {BEFORE}


def test_what_is_unverified_of_either_law_is_told(tmp_path: Path) -> None:
    reason = "verified: false, reason: {zh: 未核, en: not read}"
    unread = {
        name: text.replace("cite: 样本第1号, verified: true", f"cite: 样本第1号, {reason}")
        for name, text in version(ranged(1, 1000, 5000), OLD).items()
    }
    assessment = assess(engine(tmp_path, unread, version(ranged(1, 1000, 3000))))
    assert compared(assessment).applied == "decision"  # which rests on what the old law was
    assert "unverified-law" in codes(assessment)


def test_both_networks_agree(tmp_path: Path) -> None:
    need_durable()
    native, durable = (
        [
            assess(
                two_versions(
                    tmp_path / f"{network}{index}",
                    ranged(1, 1000, 5000),
                    ranged(1, 1000, 9000, ENTRY),
                    network=network,
                ),
                **facts,
            ).to_dict()
            for index, facts in enumerate(({}, {"refused": True}, {"refused": False}))
        ]
        for network in ("native", "durable")
    )
    for left, right in zip(native, durable, strict=True):
        assert (left["acts"], left["total"]) == (right["acts"], right["total"])
