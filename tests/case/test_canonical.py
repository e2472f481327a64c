"""One case has one canonical form, however much of what is unknown it spells out."""

from __future__ import annotations

from typing import Any

from hypothesis import given

from penalty_engine import Case
from tests.cli.running import ROOT
from tests.invariants.generated import cases

MINIMAL: dict[str, Any] = {
    "schema": 1,
    "party": {"kind": "organization"},
    "timeline": {"conduct_to": "2016-05-31"},
    "acts": [{"violation": "unlicensed-labour-dispatch"}],
}


def _spelled_out(case: Case) -> Case:
    """Every field stated, those that were left out with their defaults."""
    return Case.parse(case.model_dump(mode="json", by_alias=True))


def test_defaults_say_nothing() -> None:
    case = Case.parse(MINIMAL)
    assert _spelled_out(case).canonical() == case.canonical()
    without = {key: value for key, value in MINIMAL.items() if key != "schema"}
    assert Case.parse(without).canonical() == case.canonical()
    assert Case(**_typed(case)).canonical() == case.canonical()


def _typed(case: Case) -> dict[str, Any]:
    return {name: getattr(case, name) for name in ("party", "timeline", "acts")}


def test_the_examples_say_the_same_spelled_out() -> None:
    for path in sorted((ROOT / "examples").glob("*.yaml")):
        case, _ = Case.read(path)
        assert _spelled_out(case).canonical() == case.canonical(), path.name


@given(cases(3))
def test_whatever_is_stated_is_told(stated: dict[str, Any]) -> None:
    case = Case.parse(stated)
    assert _spelled_out(case).canonical() == case.canonical()
