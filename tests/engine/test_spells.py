"""Dated spells, counted to the day: a part of a month is a whole one, each spell by itself."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from penalty_engine import Engine
from penalty_engine.errors import CaseError
from penalty_engine.stages.spells import Spell, days, months, part
from tests.engine.cases import act, case
from tests.rulebook.folders import engine_with

DAY = timedelta(days=1)
DAYS = st.dates(date(2000, 1, 1), date(2040, 12, 31))
SPELLS = st.tuples(DAYS, st.integers(min_value=0, max_value=2_000)).map(
    lambda found: Spell(None, found[0], found[0] + found[1] * DAY)
)


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("2021-01-15", "2021-01-15", 1),  # a single day
        ("2021-01-15", "2021-02-14", 1),  # a month to the day
        ("2021-01-15", "2021-02-15", 2),  # and a day more
        ("2021-01-01", "2021-01-31", 1),
        ("2021-01-01", "2021-02-01", 2),
        ("2021-01-31", "2021-02-28", 1),  # February has no 31st: the month ends with it
        ("2021-01-31", "2021-03-01", 2),
        ("2021-01-29", "2021-02-28", 1),
        ("2024-01-30", "2024-02-29", 1),  # leap year
        ("2024-01-29", "2024-02-28", 1),
        ("2024-01-29", "2024-02-29", 2),
        ("2020-12-15", "2021-12-14", 12),
        ("2020-12-15", "2021-12-15", 13),
    ],
)
def test_months(first: str, last: str, expected: int) -> None:
    assert months(Spell(None, date.fromisoformat(first), date.fromisoformat(last))) == expected


def _walked(spell: Spell) -> int:
    """Months counted by walking from day to day."""
    number, today = 1, spell.first
    while today < spell.last:
        today += DAY
        wanted = min(spell.first.day, 32)
        if today.day == wanted or (today.day == 1 and monthrange(*_before(today))[1] < wanted):
            number += 1
    return number


def _before(day: date) -> tuple[int, int]:
    yesterday = day - DAY
    return yesterday.year, yesterday.month


@given(SPELLS)
def test_months_as_walked_day_by_day(spell: Spell) -> None:
    assert months(spell) == _walked(spell)


@given(SPELLS, DAYS)
def test_a_day_divides_a_spell_without_losing_a_day(spell: Spell, day: date) -> None:
    pieces = (*part([spell], day, None), *part([spell], None, day))
    assert sum(map(days, pieces)) == days(spell)
    assert sum(map(months, pieces)) - months(spell) in (0, 1)


@given(SPELLS, st.integers(min_value=1, max_value=400))
def test_a_longer_spell_never_counts_less(spell: Spell, more: int) -> None:
    assert months(spell) <= months(spell._replace(last=spell.last + more * DAY))


STATED = [
    {"who": "甲", "from": "2021-01-15", "to": "2021-03-20"},
    {"who": "乙", "from": "2021-02-01", "to": "2021-02-10"},
]


def _engine(folder: Path) -> Engine:
    months_fact = "  months:\n    type: count\n"
    vocabulary = [
        (
            months_fact,
            "  late:\n    type: count\n    label: {zh: 其后月数, en: months since}\n"
            "    question: {zh: 其后几月？, en: How many since?}\n"
            "    spells: {unit: months, of: months, since: order_served_on}\n"
            f"{months_fact}    spells: {{unit: months}}\n",
        )
    ]
    text = "违法的，每人每月处一千元罚款；其后每人每月处二千元罚款。"
    body = f"""
- id: "1"
  article: 第一条
  violation: sample-violation
  text: {text}
  outcomes:
    - when: {{refused: false}}
      fine: {{per: months, exactly: 1000}}
    - when: {{refused: true}}
      fine: {{per: late, exactly: 2000}}
  examples:
    - {{facts: {{refused: false, months: 1}}, fine: [1000, 1000]}}
    - {{facts: {{refused: true, late: 1}}, fine: [2000, 2000]}}
"""
    from tests.rulebook.folders import clauses

    return engine_with(folder, vocabulary=vocabulary, statute=clauses(body))


def _assess(folder: Path, spells: Any, refused: bool, **timeline: str) -> Any:
    stated = case(
        act("sample-law/1", refused=refused, months=spells), authority="office", to="2021-03-31", **timeline
    )
    return _engine(folder).assess(stated)


def test_each_spell_is_rounded_up_by_itself(tmp_path: Path) -> None:
    found = _assess(tmp_path, STATED, refused=False).acts[0].findings[0]
    assert [fine.recommended for fine in found.fines] == [4000]  # 3 + 1 months


def test_the_count_is_shown_spell_by_spell(tmp_path: Path) -> None:
    trace = _assess(tmp_path, STATED, refused=False).to_dict("en")["trace"][0]["steps"]
    step = next(item for item in trace if item["step"] == "counted")
    assert step["result"] == 4
    assert [item["count"] for item in step["inputs"]["spells"]] == [3, 1]


def test_what_lies_since_a_day_of_the_case(tmp_path: Path) -> None:
    found = _assess(tmp_path, STATED, refused=True, order_served_on="2021-02-05").acts[0].findings[0]
    assert [fine.recommended for fine in found.fines] == [6000]  # 2021-02-05 to 03-20: 2; to 02-10: 1


def test_without_that_day_the_part_is_unknown_not_zero(tmp_path: Path) -> None:
    assessment = _assess(tmp_path, STATED, refused=True)
    assert assessment.missing_facts == ("late",)


def test_nothing_since_that_day_is_zero(tmp_path: Path) -> None:
    found = _assess(tmp_path, STATED[1:], refused=True, order_served_on="2021-03-01").acts[0].findings[0]
    assert (found.status, found.fines) == ("no-fine", ())


@pytest.mark.parametrize(
    ("spells", "field", "code"),
    [
        ([], "acts[0].facts.months", "spells-empty"),
        (["2021"], "acts[0].facts.months[0]", "spell-shape"),
        ([{"from": "2021-01-01"}], "acts[0].facts.months[0]", "missing-key"),
        ([{"from": "2021-01-01", "till": "2021-01-02"}], "acts[0].facts.months[0].till", "unknown-key"),
        ([{"from": "2021-01-02", "to": "2021-01-01"}], "acts[0].facts.months[0].to", "spell-reversed"),
        ([{"from": "2021-02-30", "to": "2021-03-01"}], "acts[0].facts.months[0].from", "impossible-date"),
        ([{"from": 20210101, "to": "2021-03-01"}], "acts[0].facts.months[0].from", "not-a-date"),
        ([{**STATED[0], "who": "a\ud800"}], "acts[0].facts.months[0].who", "not-unicode"),
        ([{**STATED[0], "who": "a" * 101}], "acts[0].facts.months[0].who", "text-too-long"),
        ([STATED[0], {**STATED[0], "who": "甲 "}], "acts[0].facts.months[1]", "spells-overlap"),
        ([{"who": 1, "from": "2021-01-01", "to": "2021-01-01"}], "acts[0].facts.months[0].who", "wrong-type"),
        ([STATED[0], {**STATED[0], "from": "2021-03-20"}], "acts[0].facts.months[1]", "spells-overlap"),
        ([{"from": "1900-01-01", "to": "2199-12-31"}] * 2_001, "acts[0].facts.months", "spells-too-many"),
    ],
)
def test_a_bad_spell_is_named(tmp_path: Path, spells: Any, field: str, code: str) -> None:
    with pytest.raises(CaseError) as refused:
        _assess(tmp_path, spells, refused=False)
    assert [(item.field, item.code) for item in refused.value.diagnostics] == [(field, code)]
    assert all(str(item) for item in refused.value.diagnostics)
