"""Circumstances that other facts of the case contradict: not counted, nowhere established, and told."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from penalty_engine import Assessment, Engine
from tests.engine.cases import act, case, codes, fine, hebei
from tests.rulebook.folders import engine_with

EXEMPTION = {"first_violation_exemption": True}


def _texts(assessment: Assessment, code: str, lang: str = "en") -> list[str]:
    return [item["text"] for item in assessment.to_dict(lang)["warnings"] if item["code"] == code]


def _named(assessment: Assessment) -> list[str]:
    return [item.id for item in assessment.acts[0].circumstances]


def _office(*acts: dict[str, Any], to: str = "2020-06-01", **more: Any) -> dict[str, Any]:
    return case(*acts, authority="office", to=to, **more)


_MINOR = "minor, corrected in time and without harm"
_FIRST = "first violation, slight harm, corrected in time"
_REPEAT = "same kind of violation again within one year"


@pytest.mark.parametrize(
    ("stated", "name", "why"),
    [
        (
            hebei(3, "minor-and-corrected", failed_to_correct=True),
            _MINOR,
            "order to correct not obeyed is yes",
        ),
        (hebei(3, "first-violation", failed_to_correct=True), _FIRST, "order to correct not obeyed is yes"),
        (
            hebei(1, "first-violation", prior_same_violations=1),
            _FIRST,
            "penalties for the same kind of violation within one year is 1",
        ),
        (hebei(1, "first-violation", "repeat-violation"), _FIRST, f"{_REPEAT} is yes"),
        (
            hebei(1, "repeat-violation", prior_same_violations=0),
            _REPEAT,
            "penalties for the same kind of violation within one year is 0",
        ),
    ],
)
def test_a_contradicted_circumstance_is_not_counted(
    engine: Engine, stated: dict[str, Any], name: str, why: str
) -> None:
    assessment = engine.assess(case(stated, elections=EXEMPTION))
    assert _texts(assessment, "circumstance-contradicted") == [
        f'The circumstance "{name}" contradicts other facts of the case and was not counted: {why}'
    ]
    assert assessment.acts[0].status == "fined"  # neither exempts any more
    assert name not in [item.name.en for item in assessment.acts[0].circumstances]
    named = {
        step["rule"] for step in _steps(assessment.to_dict("en")["trace"]) if step["step"] == "circumstance"
    }
    assert named == {f"circumstance/{item}" for item in _named(assessment)}


def _steps(trace: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [found for step in trace for found in (step, *_steps(step["steps"]))]


@pytest.mark.parametrize(
    "stated",
    [
        hebei(3, "minor-and-corrected", failed_to_correct=False),
        hebei(1, "minor-and-corrected"),
        hebei(3, "first-violation", failed_to_correct=False),
        hebei(1, "first-violation", prior_same_violations=0),
        hebei(1, "first-violation"),
        hebei(1, "repeat-violation", prior_same_violations=1),
        hebei(1, "repeat-violation"),
    ],
)
def test_nothing_contradicts(engine: Engine, stated: dict[str, Any]) -> None:
    # what is not known contradicts nothing
    assessment = engine.assess(case(stated, elections=EXEMPTION))
    assert "circumstance-contradicted" not in codes(assessment)
    assert _named(assessment) == stated["circumstances"]


def test_the_tier_without_what_is_contradicted(engine: Engine) -> None:
    counted = engine.assess(case(hebei(1, "repeat-violation", prior_same_violations=2)))
    vain = engine.assess(case(hebei(1, "repeat-violation", prior_same_violations=0)))
    assert fine(counted).tier.id == "more-serious"  # type: ignore[union-attr]
    assert fine(vain).tier.id == "less-serious"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("condition", "facts", "why"),
    [
        ("{not: {refused: true}}", {"refused": False}, "refused is no"),
        ("{workers: {at_least: 2}, refused: false}", {"workers": 3, "refused": False}, "workers is 3"),
        ("{workers: {at_least: 2}, refused: false}", {"workers": 3, "refused": True}, None),
        ("{workers: {at_least: 2}, refused: false}", {"refused": False}, None),
        ("{any: [{workers: 0}, {gain: {above: 10}}]}", {"gain": "10.01", "refused": False}, "gain is 10.01"),
        ("{any: [{workers: 0}, {gain: {above: 10}}]}", {"gain": 10, "refused": False}, None),
        ("{role: host}", {"role": "host", "refused": False}, "role is host"),
        ("{circumstance: helped}", {"refused": False}, None),
    ],
)
def test_every_kind_of_condition(
    tmp_path: Path, network: str, condition: str, facts: dict[str, Any], why: str | None
) -> None:
    change = ("effect: heavier", f"effect: heavier\n    contradicted_by: {condition}")
    engine = engine_with(tmp_path, network, circumstances=change)
    assessment = engine.assess(_office(act("sample-law/1", "lied", **{"refused": False, **facts})))
    assert _named(assessment) == (["lied"] if why is None else [])
    told = _texts(assessment, "circumstance-contradicted")
    prefix = 'The circumstance "lied" contradicts other facts of the case and was not counted: '
    assert told == ([] if why is None else [prefix + why])


def test_a_derived_circumstance_may_be_contradicted(tmp_path: Path, network: str) -> None:
    change = (
        "effect: heavier",
        "effect: heavier\n    when: {workers: {above: 3}}\n    contradicted_by: {circumstance: helped}",
    )
    engine = engine_with(tmp_path, network, circumstances=change)
    counted = engine.assess(_office(act("sample-law/1", refused=False, workers=4)))
    assert _named(counted) == ["lied"]
    vain = engine.assess(_office(act("sample-law/1", "helped", refused=False, workers=4)))
    assert _named(vain) == ["helped"]
    assert _texts(vain, "circumstance-contradicted", "zh") == [
        "情节“说谎”与案件其他事实矛盾，没有计入：协助为是"
    ]


def test_circumstances_that_contradict_each_other(tmp_path: Path, network: str) -> None:
    # nothing tells which of the two is right: neither counts, and both are told
    change = [
        ("effect: lighter", "effect: lighter\n    contradicted_by: {circumstance: lied}"),
        ("effect: heavier", "effect: heavier\n    contradicted_by: {circumstance: helped}"),
    ]
    engine = engine_with(tmp_path, network, circumstances=change)
    both = engine.assess(_office(act("sample-law/1", "lied", "helped", refused=False)))
    assert (_named(both), codes(both).count("circumstance-contradicted")) == ([], 2)
    for name in ("lied", "helped"):
        assert _named(engine.assess(_office(act("sample-law/1", name, refused=False)))) == [name]
