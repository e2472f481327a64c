"""What would move a result: every effect is what assessing the changed case gives, exact where it turns, and in order."""

from __future__ import annotations

import json
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from penalty_engine import Case, CaseError, Engine
from penalty_engine.reasons.change import (
    Change,
    circumstance_change,
    day_change,
    election_change,
    fact_change,
    party_change,
)
from penalty_engine.reasons.outcome import items, moved
from penalty_engine.reasons.outcome_words import lines
from penalty_engine.reasons.situation import Situation
from penalty_engine.reasons.what_if import Effect, compare, every_effect
from tests.conftest import ROOT
from tests.engine.cases import case, cases
from tests.reasons import field
from tests.reasons.field import one

WORKERS = {"refused": True, "workers": 12, "gain": 0, "role": "host", "months": 1}


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    return field.engine(tmp_path_factory.mktemp("field"))


def effects(engine: Engine, data: dict[str, Any] | Path, act: int | None = None) -> dict[str, Effect]:
    """The effects by the change in English, each checked by assessing the changed case anew."""
    found = every_effect(engine, data, act=act)
    situation = Situation(engine, data)
    before = items(situation.assessment, deadlines=False)
    for effect in found:
        after = items(engine.assess(situation.change((effect.change,))), deadlines=False)
        assert effect.moved == moved(before, after) != ()
        json.dumps([effect.to_dict("zh"), effect.to_dict("en")])
        for line in lines(engine.rulebook, effect.moved):
            assert line.old != line.new
    by_text = {f"{effect.change.act}: {effect.change.text.text('en')}": effect for effect in found}
    assert len(by_text) == len(found)
    return by_text


def what(effect: Effect) -> list[tuple[str, Any, Any]]:
    return [(item.item.what, item.old, item.new) for item in effect.moved]


# --- the search -------------------------------------------------------------------------------------------------------


def test_the_whole_of_a_small_case(small: Engine) -> None:
    found = effects(small, one("sample-violation", **WORKERS))
    assert list(found) == [
        "0: refused: yes → no",
        "0: workers: 12 → 9",
        "None: last day of the act: 2020-06-01 → 2019-12-31",
        "0: gain: 0 yuan → 50,000.01 yuan",
        "0: workers: 12 → 50",
        "0: the circumstance “lied” is found",
        "0: the circumstance “many workers” is found",
        "0: workers: 12 → 13",
        "None: kind of party: organization → sole trader",
        "0: the circumstance “first time” is found",
        "0: the circumstance “helped” is found",
    ]


def test_a_threshold_is_found_to_the_unit(small: Engine) -> None:
    """The licence is lost above 50,000 yuan, the entry fails below 10 workers, the upper tier begins at 50."""
    found = effects(small, one("sample-violation", **WORKERS))
    assert ("revocation", None, ("permit",)) in what(found["0: gain: 0 yuan → 50,000.01 yuan"])
    assert ("status", "fined", "not-available") in what(found["0: workers: 12 → 9"])
    fifty = what(found["0: workers: 12 → 50"])
    assert [item[0] for item in fifty] == ["range", "tier", "recommended", "duty"]
    assert fifty[-1] == ("duty", False, True)


def test_a_duty_that_turns_on_a_sum_is_found_by_halving(small: Engine) -> None:
    """In the upper tier 250 yuan each: at 40 workers, and not at 39, the fine is 10,000 and a hearing is due."""
    data = one("sample-violation", "lied", **WORKERS)
    turned = effects(small, data)["0: workers: 12 → 40"]
    assert [item[0] for item in what(turned)] == ["range", "recommended", "duty"]
    assert what(turned)[-1] == ("duty", False, True)


def test_sums_that_move_in_proportion_are_told_once(small: Engine) -> None:
    found = effects(small, one("sample-violation", **WORKERS))
    by_degrees = [name for name, effect in found.items() if effect.by_degrees]
    assert by_degrees == ["0: workers: 12 → 13"]
    assert found["0: workers: 12 → 13"].consequence == 5


def test_the_most_consequential_come_first(native: Engine) -> None:
    found = every_effect(native, ROOT / "examples" / "child-labour.yaml")
    assert [effect.consequence for effect in found] == sorted(effect.consequence for effect in found)
    for first, second in pairwise(found):
        assert first.consequence != second.consequence or first.size >= second.size
    together = [effect.moved for effect in found]
    assert len({repr(item) for item in together}) == sum(
        1 for index, item in enumerate(together) if not index or item != together[index - 1]
    )


def test_a_contradiction_is_passed_over_in_silence(small: Engine) -> None:
    data = one("other-violation", gain=0)
    data["timeline"] |= {"conduct_from": "2020-05-01", "filed_on": "2020-07-01", "decided_on": "2020-08-01"}
    for effect in every_effect(small, data):
        if effect.change.kind == "day":
            small.assess(Situation(small, data).change((effect.change,)))


def test_the_days_on_which_the_law_changes(small: Engine) -> None:
    found = effects(small, one("other-violation", to="2021-06-01", gain=0))
    ended = found["None: last day of the act: 2021-06-01 → 2022-01-01"]
    assert what(ended)[0] == ("status", "fined", "not-available")
    # the day before the law came into force has the same result and lies farther away
    assert not any("2019-12-31" in name for name in found)


def test_unknown_facts_are_tried_too(small: Engine) -> None:
    found = effects(small, one("sample-violation", workers=12, gain=0))
    assert what(found["0: refused: unknown → yes"])[0] == ("status", "needs-facts", "fined")
    assert what(found["0: refused: unknown → no"])[0] == ("status", "needs-facts", "not-available")


def test_what_missing_facts_leave_open_is_no_difference(small: Engine) -> None:
    situation = Situation(small, one("sample-violation", **WORKERS))
    unknown = fact_change(small.rulebook, situation.case, 0, "gain", None)
    found = compare(small, situation.case, [unknown])
    acts = [item.item.what for item in found.moved if item.item.act is not None]
    assert acts == ["status", "missing_facts"]


def test_one_act_of_several(small: Engine) -> None:
    acts = [{"violation": "other-violation", "facts": {"gain": 0}} for _ in range(2)]
    found = every_effect(small, case(*acts, authority="office", to="2020-06-01"), act=1)
    assert {effect.change.act for effect in found} == {1, None}


def test_spells_are_replaced_with_what_was_counted_from_the_same(native: Engine) -> None:
    found = effects(native, ROOT / "examples" / "child-labour.yaml")
    more = next(effect for name, effect in found.items() if "child-months" in name and effect.by_degrees)
    assert (more.change.old, more.change.new) == (3, 4)


@pytest.mark.parametrize("name", ["child-labour", "unlicensed-dispatch", "dispatch-rules-broken"])
def test_both_networks_and_every_run_say_the_same(native: Engine, durable: Engine, name: str) -> None:
    data = ROOT / "examples" / f"{name}.yaml"
    told = [
        json.dumps([effect.to_dict() for effect in every_effect(engine, data)])
        for engine in (native, durable, native)
    ]
    assert told[0] == told[1] == told[2]


def test_every_effect_of_generated_cases_is_what_the_engine_gives(native: Engine) -> None:
    @settings(max_examples=8)
    @given(cases(native, most=2))
    def checked(data: dict[str, Any]) -> None:
        try:
            native.assess(data)
        except CaseError:
            return
        effects(native, data)

    checked()


# --- two cases side by side -------------------------------------------------------------------------------------------


def changes(engine: Engine, data: Case) -> list[Change]:
    """One of every kind."""
    book = engine.rulebook
    return [
        fact_change(book, data, 0, "gain", "20000.50"),
        circumstance_change(book, data, 0, "lied", True),
        election_change(data, "complicated", True),
        party_change(book, data, "individual"),
        day_change(data, "served_on", date(2020, 8, 1)),
    ]


def test_a_case_beside_the_same_changed(small: Engine) -> None:
    data = Case.parse(one("other-violation", gain=0))
    found = compare(small, data, changes(small, data))
    told = {str(item.item.what): (item.old, item.new) for item in found.moved}
    assert set(told) == {"range", "tier", "recommended", "confiscation", "grave_measures", "duty", "deadline"}
    assert told["deadline"] == (None, date(2020, 8, 16))
    assert found.before == small.assess(data)
    json.dumps([found.to_dict("zh"), found.to_dict("en")])


def test_a_change_that_moves_nothing(small: Engine) -> None:
    data = Case.parse(one("fixed-violation"))
    assert compare(small, data, [fact_change(small.rulebook, data, 0, "workers", 3)]).moved == ()


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [
        ("gains", "1", "unknown-case-fact"),
        ("gain", "much", "not-an-amount"),
        ("workers", -1, "count-negative"),
        ("role", "guest", "not-a-choice"),
        ("unit_fine", "1", "computed-fact"),
    ],
)
def test_a_fact_that_does_not_fit_is_the_error_of_a_case_file(
    small: Engine, name: str, value: Any, code: str
) -> None:
    data = Case.parse(one("other-violation", gain=0))
    with pytest.raises(CaseError) as raised:
        compare(small, data, [fact_change(small.rulebook, data, 0, name, value)])
    assert [item.code for item in raised.value.diagnostics] == [code]


def test_days_out_of_order_are_refused(small: Engine) -> None:
    data = Case.parse(one("other-violation", gain=0))
    with pytest.raises(CaseError) as raised:
        compare(small, data, [day_change(data, "decided_on", date(2019, 1, 1))])
    assert [item.code for item in raised.value.diagnostics] == ["dates-reversed"]
