"""Stage 5: several acts are each assessed and their sums added, for each target; one act is fined once."""

from __future__ import annotations

from decimal import Decimal
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from penalty_engine import Assessment, Engine
from tests.engine.cases import case, codes, dispatch, hebei
from tests.engine.law_changes import OLD, engine, other, version
from tests.engine.small_field import clause, ranged

PERSONS = clause(
    1,
    "对单位处1000元以上5000元以下罚款，对责任人员处100元以上900元以下罚款。",
    "{fine: [{at_least: 1000, at_most: 5000}, {target: responsible_person, each: persons, at_least: 100, at_most: 900}]}",
    "{facts: {persons: 1}, fine: [1000, 5000], person_fine: [100, 900]}",
)


def _act(violation: str = "sample-violation", *circumstances: str, **facts: Any) -> dict[str, Any]:
    return {"violation": violation, "facts": facts, "circumstances": list(circumstances)}


def _assess(found: Engine, *acts: dict[str, Any], **more: Any) -> Assessment:
    return found.assess(case(*acts, authority="office", to="2021-03-31", **more))


def _targets(assessment: Assessment) -> dict[str, tuple[Decimal, Decimal, Decimal]]:
    return {item.target: item[1:] for item in assessment.targets}


@pytest.fixture
def field(tmp_path: Path) -> Engine:
    """A violation with fines on the unit and on persons, and another with one fine."""
    return engine(tmp_path, version(PERSONS + other(ranged(2, 200, 600)), OLD))


def test_the_sums_of_each_target(field: Engine) -> None:
    assessment = _assess(field, _act(persons=3), _act("other-violation"), _act(persons=0))
    assert _targets(assessment) == {
        "unit": (1000 + 200 + 1000, 5000 + 600 + 5000, 2000 + 300 + 2000),
        "responsible_person": (3 * 100, 3 * 900, 3 * 300),
    }
    for index, name in enumerate(("minimum", "maximum", "recommended")):
        assert getattr(assessment.total, name) == sum(sums[index] for sums in _targets(assessment).values())


def test_only_the_targets_that_are_fined(field: Engine) -> None:
    assert set(_targets(_assess(field, _act(persons=0)))) == {"unit"}
    assert _targets(_assess(field, _act("sample-violation", "blameless", persons=2))) == {}


def test_nothing_is_added_up_while_facts_are_missing(field: Engine) -> None:
    assessment = _assess(field, _act("other-violation"), _act())
    assert [item.status for item in assessment.acts] == ["fined", "needs-facts"]
    assert (assessment.total, assessment.targets) == ((None, None, None, None), ())


def test_the_same_act_twice_is_two_acts(field: Engine) -> None:
    # whether two are one is for the officer, who is told; the sums say what was declared
    once, twice = _assess(field, _act(persons=1)), _assess(field, _act(persons=1), _act(persons=1))
    assert twice.acts == once.acts * 2
    assert twice.total.maximum == 2 * (once.total.maximum or 0)
    warning = next(item for item in twice.warnings if item.code == "same-act-twice")
    assert warning.text("en") == (
        "Act 2 says the same as act 1: the same violation, facts and circumstances. Each is counted on its own. Take "
        "one out if they are one act; leave them if they are two."
    )
    assert warning.text("zh") == (
        "第 2 项行为与第 1 项的案由、事实和情节完全相同，两项分别计算。如为同一行为，请删去一项；如确为两个行为，不必改动。"
    )
    assert "same-act-twice" not in codes(once)


def test_each_repeated_act_is_told_once(field: Engine) -> None:
    other = _act("other-violation")
    found = _assess(field, _act(persons=1), other, _act(persons=1), _act(persons=1), other, _act(persons=2))
    told = [item.params for item in found.warnings if item.code == "same-act-twice"]
    assert told == [{"number": 3, "first": 1}, {"number": 4, "first": 1}, {"number": 5, "first": 2}]


def test_acts_that_differ_in_anything_are_two(field: Engine) -> None:
    assert "same-act-twice" not in codes(_assess(field, _act(persons=1), _act(persons=2)))
    lied = _act("sample-violation", "lied", persons=1)
    assert "same-act-twice" not in codes(_assess(field, _act(persons=1), lied))


def test_the_same_months_of_other_children_are_other_acts(native: Engine) -> None:
    def child(who: str) -> dict[str, Any]:
        spell = {"who": who, "from": "2016-03-01", "to": "2016-04-30"}
        return {
            "violation": "child-labour",
            "facts": {"child_months": [spell], "failed_to_correct": False},
            "circumstances": [],
        }

    assert "same-act-twice" not in codes(native.assess(case(child("甲"), child("乙"))))
    assert "same-act-twice" in codes(native.assess(case(child("甲"), child("甲"))))


def test_one_act_under_its_violation_and_its_clause(native: Engine) -> None:
    named = dispatch(1, illegal_gain=36000)
    by_violation = {"violation": "unlicensed-labour-dispatch", "facts": named["facts"], "circumstances": []}
    assert "same-act-twice" in codes(native.assess(case(named, by_violation)))


def test_the_order_of_the_acts_does_not_matter(field: Engine) -> None:
    acts = [
        _act(persons=2),
        _act("other-violation", "lied"),
        _act("sample-violation", "blameless", persons=1),
    ]
    first = _assess(field, *acts)
    for order in permutations(range(3)):
        mixed = _assess(field, *(acts[index] for index in order))
        assert mixed.acts == tuple(first.acts[index] for index in order)
        assert mixed.total == first.total
        assert _targets(mixed) == _targets(first)


def test_circumstances_stay_with_their_act(field: Engine) -> None:
    assessment = _assess(field, _act("other-violation", "lied"), _act("other-violation", "helped"))
    upper, lower = (item.findings[0].fines[0].recommended for item in assessment.acts)
    assert (upper, lower) == (500, 300)
    # each has circumstances of one kind only
    assert assessment.procedure.collective_discussion.required is False


def test_an_exempt_act_beside_a_fined_one(field: Engine) -> None:
    assessment = _assess(field, _act("other-violation", "blameless"), _act("other-violation"))
    assert [item.status for item in assessment.acts] == ["exempt", "fined"]
    assert assessment.total.maximum == 600


def test_an_act_of_another_body_beside_ones_own(tmp_path: Path) -> None:
    police = other(ranged(2, 200, 600, "  power: police\n"))
    found = engine(tmp_path, version(ranged(1, 1000, 5000) + police, OLD))
    assessment = _assess(found, _act(), _act("other-violation"))
    assert [item.status for item in assessment.acts] == ["fined", "referred"]
    assert assessment.total.maximum == 5000


@pytest.mark.parametrize(("number", "required"), [(1, False), (2, True)])
def test_the_hearing_looks_at_all_acts_together(tmp_path: Path, number: int, required: bool) -> None:
    found = engine(tmp_path, version(ranged(1, 2000, 16000), OLD))  # 5,500 recommended
    assessment = _assess(found, *[_act() for _ in range(number)])
    assert assessment.procedure.hearing.required is required


def test_one_act_under_two_clauses_is_fined_once_and_two_acts_twice(tmp_path: Path) -> None:
    found = engine(tmp_path, version(ranged(1, 1000, 5000) + ranged(2, 2000, 8000), OLD))
    assert _assess(found, _act()).total.maximum == 8000
    named = [{"clause": "sample-law/1"}, {"clause": "sample-law/2"}]
    assert _assess(found, *named).total.maximum == 13000


def test_the_trace_has_each_act_in_order_and_the_targets(field: Engine) -> None:
    trace = _assess(field, _act(persons=2), _act("other-violation")).to_dict()["trace"]
    assert [item["step"] for item in trace] == ["act", "act", "total", "procedure"]
    assert [item["rule"] for item in trace[:2]] == ["sample-violation", "other-violation"]
    assert trace[2]["inputs"]["targets"] == [
        {"target": "unit", "minimum": "1200", "maximum": "5600", "recommended": "2300"},
        {"target": "responsible_person", "minimum": "200", "maximum": "1800", "recommended": "600"},
    ]


# --- the shipped statutes ---------------------------------------------------------------------------------------------


def test_six_acts_of_an_agency(native: Engine) -> None:
    acts = [
        hebei(1, "harm-removed", "obstruction"),
        hebei(2, "harm-removed"),
        hebei(4, "obstruction", "evidence-destroyed"),
        hebei(6, persons_introduced=2),
        hebei(9, serious=False),
        dispatch(1, illegal_gain=0),
    ]
    together, alone = native.assess(case(*acts)), [native.assess(case(item)) for item in acts]
    assert together.acts == tuple(item.acts[0] for item in alone)
    for name in ("minimum", "maximum", "recommended"):
        assert getattr(together.total, name) == sum(getattr(item.total, name) for item in alone)
    tiers = [item.findings[0].fines[0].tier for item in together.acts]
    assert [None if item is None else item.id for item in tiers] == [
        "less-serious",
        "slight",
        "serious",
        None,
        "less-serious",
        "less-serious",
    ]
    reasons = {item.code for item in together.procedure.collective_discussion.reasons}
    assert {"mixed-circumstances", "larger-fine", "licence-revocation"} <= reasons
    assert len(codes(together)) == len(set(map(repr, together.warnings)))  # each warning once


def test_unit_and_persons_of_a_shipped_clause(native: Engine) -> None:
    facts = {"failed_to_correct": True, "premium_due": 30000, "responsible_persons": 2}
    stated = {"violation": "not-registered-for-insurance", "facts": facts}
    assessment = native.assess(case(stated, stated, to="2023-05-31"))
    assert _targets(assessment) == {
        "unit": (60000, 180000, 2 * 52500),
        "responsible_person": (2000, 12000, 4 * 1400),
    }
