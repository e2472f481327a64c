"""What a program hands over beside a case: whatever does not fit is said in words, never by a stack trace."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from penalty_engine import Case, CaseError, Engine, RulebookError, compare, every_effect, explain, why_not
from penalty_engine.reasons import change, what_if
from tests.case.samples import GOOD

READ = Case.parse(GOOD)
Call = Callable[[Engine], Any]

WRONG: dict[str, tuple[Call, str, str]] = {
    "name-none": (
        lambda engine: why_not(engine, GOOD, None),  # type: ignore[arg-type]
        "error[wrong-type]: name: wrong type: got 'null', expected text.",
        "error[wrong-type]: name: 类型不对：得到“null”，应为文字。",
    ),
    "name-bytes": (
        lambda engine: why_not(engine, GOOD, b"x"),  # type: ignore[arg-type]
        "error[wrong-type]: name: wrong type: got 'bytes', expected text.",
        "error[wrong-type]: name: 类型不对：得到“bytes”，应为文字。",
    ),
    "why-act": (
        lambda engine: why_not(engine, GOOD, "hearing", act=2),
        "error[too-large]: act: '2' is too large; the most is 1.",
        "error[too-large]: act: “2”太大，最大为 1。",
    ),
    "explain-act": (
        lambda engine: explain(engine, GOOD, act=-1),
        "error[too-small]: act: '-1' is too small; the least is 0.",
        "error[too-small]: act: “-1”太小，最小为 0。",
    ),
    "effects-act": (
        lambda engine: every_effect(engine, GOOD, act="1"),  # type: ignore[arg-type]
        "error[wrong-type]: act: wrong type: got '1', expected a whole number.",
        "error[wrong-type]: act: 类型不对：得到“1”，应为整数。",
    ),
    "effects-act-true": (
        lambda engine: every_effect(engine, GOOD, act=True),
        "error[wrong-type]: act: wrong type: got 'true', expected a whole number.",
        "error[wrong-type]: act: 类型不对：得到“true”，应为整数。",
    ),
    "benchmarks-none": (
        lambda engine: compare(engine, GOOD, None),  # type: ignore[arg-type]
        "error[wrong-type]: benchmarks: wrong type: got 'null', expected a list.",
        "error[wrong-type]: benchmarks: 类型不对：得到“null”，应为列表。",
    ),
    "benchmarks-text": (
        lambda engine: compare(engine, GOOD, "jinan-2018"),
        "error[wrong-type]: benchmarks: wrong type: got 'jinan-2018', expected a list.",
        "error[wrong-type]: benchmarks: 类型不对：得到“jinan-2018”，应为列表。",
    ),
    "benchmarks-number": (
        lambda engine: compare(engine, GOOD, ["jinan-2018", 1]),  # type: ignore[list-item]
        "error[wrong-type]: benchmarks[1]: wrong type: got '1', expected text.",
        "error[wrong-type]: benchmarks[1]: 类型不对：得到“1”，应为文字。",
    ),
    "changes-text": (
        lambda engine: what_if.compare(engine, GOOD, "x"),  # type: ignore[arg-type]
        "error[wrong-type]: changes: wrong type: got 'x', expected a list.",
        "error[wrong-type]: changes: 类型不对：得到“x”，应为列表。",
    ),
    "changes-number": (
        lambda engine: what_if.compare(engine, GOOD, [1]),  # type: ignore[list-item]
        "error[wrong-type]: changes[0]: wrong type: got '1', expected Change.",
        "error[wrong-type]: changes[0]: 类型不对：得到“1”，应为Change。",
    ),
    "fact-name": (
        lambda engine: change.fact_change(engine.rulebook, READ, 0, None, 1),  # type: ignore[arg-type]
        "error[wrong-type]: name: wrong type: got 'null', expected text.",
        "error[wrong-type]: name: 类型不对：得到“null”，应为文字。",
    ),
    "fact-act": (
        lambda engine: change.fact_change(engine.rulebook, READ, 9, "illegal_gain", 1),
        "error[too-large]: act: '9' is too large; the most is 1.",
        "error[too-large]: act: “9”太大，最大为 1。",
    ),
    "circumstance-act": (
        lambda engine: change.circumstance_change(engine.rulebook, READ, -1, "obstruction", True),
        "error[too-small]: act: '-1' is too small; the least is 0.",
        "error[too-small]: act: “-1”太小，最小为 0。",
    ),
    "party-kind": (
        lambda engine: change.party_change(engine.rulebook, READ, "person"),
        "error[not-one-of]: kind: 'person' is not one of: organization, sole_trader, individual. Use one of them.",
        "error[not-one-of]: kind: “person”不在可选值之内：organization、sole_trader、individual。请改用其中之一。",
    ),
    "day-text": (
        lambda engine: change.day_change(READ, "decided_on", "2016-10-01"),  # type: ignore[arg-type]
        "error[not-a-date]: decided_on: '2016-10-01' is not a date. Write it like 2016-03-01.",
        "error[not-a-date]: decided_on: “2016-10-01”不是日期。请写成 2016-03-01 的形式。",
    ),
    "no-end-of-the-act": (
        lambda engine: change.day_change(READ, "conduct_to", None),
        "error[missing-key]: timeline: 'conduct_to' is missing. Add it.",
        "error[missing-key]: timeline: 缺少“conduct_to”。请补上。",
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_does_not_fit_is_said(native: Engine, name: str) -> None:
    call, english, chinese = WRONG[name]
    with pytest.raises(CaseError) as refused:
        call(native)
    assert (refused.value.render("en"), refused.value.render("zh")) == (english, chinese)


def test_names_nothing_has(native: Engine) -> None:
    for call in (
        lambda: change.day_change(READ, "decided", None),
        lambda: change.election_change(READ, "mitigated", True),
    ):
        with pytest.raises(CaseError, match="not-one-of"):
            call()


@pytest.mark.parametrize("value", [1, b"rules"])
def test_rules_that_are_no_path(value: Any) -> None:
    with pytest.raises(RulebookError) as refused:
        Engine.load(rules=value)
    assert [item.code for item in refused.value.diagnostics] == ["wrong-type"]
