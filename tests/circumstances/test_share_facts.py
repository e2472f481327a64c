"""Facts that are a share of one count in another: thresholds, questions, and numbers that do not fit."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from penalty_engine import Case, CaseError, Engine
from penalty_engine.questions import open_questions
from tests.circumstances.made_up import fact, found, made_up, named, office, plain, steps
from tests.rulebook.folders import clauses

STAFF = fact("staff")
SHARE = fact("part_of_staff", "share", "{share: {of: workers, in: staff}}")


def _engine(folder: Path, condition: str, network: str = "native") -> Engine:
    return made_up(folder, STAFF + SHARE, found("many", "heavier", f"when: {condition}"), network=network)


@pytest.mark.parametrize(
    ("condition", "workers", "staff", "holds"),
    [
        ("{part_of_staff: {above: 10%}}", 10, 100, False),
        ("{part_of_staff: {above: 10%}}", 1_000_001, 10_000_000, True),
        ("{part_of_staff: {at_most: 10%}}", 1_000_001, 10_000_000, False),
        ("{part_of_staff: {at_least: 1/3}}", 1, 3, True),
        ("{part_of_staff: {at_least: 1/3}}", 3_333_333, 10_000_000, False),
        ("{part_of_staff: {below: 1/3}}", 3_333_333, 10_000_000, True),
        ("{part_of_staff: {below: 1/3}}", 1, 3, False),
        ("{part_of_staff: 1}", 7, 7, True),
        ("{part_of_staff: 0}", 0, 7, True),
        ("{part_of_staff: 50%}", 3, 7, False),
        ("{part_of_staff: {above: 0.3, at_most: 60%}}", 3, 5, True),
    ],
)
def test_thresholds_are_exact_on_each_network(
    tmp_path: Path, network: str, condition: str, workers: int, staff: int, holds: bool
) -> None:
    engine = _engine(tmp_path, condition, network)
    assessment = engine.assess(office(plain(workers=workers, staff=staff)))
    assert named(assessment) == (["many"] if holds else [])


@pytest.mark.parametrize(("share", "holds"), [("10%", False), ("11%", True), ("1/9", True), ("0.05", False)])
def test_a_share_may_be_stated(tmp_path: Path, share: str, holds: bool) -> None:
    engine = _engine(tmp_path, "{part_of_staff: {above: 10%}}")
    assert named(engine.assess(office(plain(part_of_staff=share)))) == (["many"] if holds else [])


def test_the_step_shows_the_counts(tmp_path: Path) -> None:
    engine = _engine(tmp_path, "{part_of_staff: {above: 10%}}")
    (step,) = steps(engine.assess(office(plain(workers=1, staff=3))), "derived")
    assert step["inputs"] == {"kind": "share", "workers": 1, "staff": 3}
    assert step["result"] == "1/3"


_CLAUSE = """
- id: "1"
  article: 第一条
  violation: sample-violation
  text: 人数众多的，处一千元以上五千元以下罚款；其他的，责令停止。
  orders: [cease]
  outcomes:
    - when: {part_of_staff: {above: 10%}}
      fine: {at_least: 1000, at_most: 5000}
    - when: {part_of_staff: {at_most: 10%}}
  examples:
    - {facts: {workers: 1, staff: 5}, fine: [1000, 5000]}
    - {facts: {workers: 1, staff: 10}, fine: null}
"""


@pytest.mark.parametrize(
    ("known", "asked"),
    [
        ({}, ["workers", "staff"]),
        ({"workers": 3}, ["staff"]),
        ({"staff": 30}, ["workers"]),
        ({"workers": 3, "staff": 30}, []),
        ({"part_of_staff": "20%"}, []),
    ],
)
def test_the_counts_are_asked_for(tmp_path: Path, known: dict[str, Any], asked: list[str]) -> None:
    engine = made_up(tmp_path, STAFF + SHARE, statute=clauses(_CLAUSE))
    stated = office({"clause": "sample-law/1", "facts": known})
    assessment = engine.assess(stated)
    assert list(assessment.missing_facts) == asked
    assert assessment.acts[0].status == (
        "needs-facts" if asked else "fined" if "part_of_staff" in known else "no-fine"
    )
    assert "fact-not-used" not in [item.code for item in assessment.warnings]


def test_the_counts_are_what_is_worth_asking(tmp_path: Path) -> None:
    engine = _engine(tmp_path, "{part_of_staff: {above: 10%}}")
    assert open_questions(engine, Case.parse(office(plain()))) == ("workers", "staff")
    assert open_questions(engine, Case.parse(office(plain(workers=2)))) == ("staff",)


@pytest.mark.parametrize(
    ("facts", "field", "told"),
    [
        (
            {"workers": 0, "staff": 0},
            "acts[0].facts.staff",
            "'fact staff' is 0, so no share of 'workers' in it can be worked out. Check the numbers.",
        ),
        (
            {"workers": 8, "staff": 7},
            "acts[0].facts.workers",
            "'workers' (8) is more than 'fact staff' (7). Check the numbers.",
        ),
        (
            {"part_of_staff": "120%"},
            "acts[0].facts.part_of_staff",
            "'120%' is not a share. Write a number or fraction from 0 to 1, such as 1/4.",
        ),
    ],
)
def test_numbers_that_do_not_fit(tmp_path: Path, facts: dict[str, Any], field: str, told: str) -> None:
    engine = _engine(tmp_path, "{part_of_staff: {above: 10%}}")
    with pytest.raises(CaseError) as caught:
        engine.assess(office(plain(**facts)))
    (wrong,) = caught.value.diagnostics
    assert wrong.field == field
    assert wrong.render("en").endswith(told)
