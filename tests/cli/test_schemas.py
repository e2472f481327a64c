"""The committed schemas against the models, the rules and the examples."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from penalty_engine.engine import Engine
from penalty_engine.rulebook.files import rule_files
from penalty_engine.rulebook.reading import read_file
from penalty_engine.schemas import case_schema, decision_schema, rule_schemas
from tests.cli.running import ROOT

SCHEMAS = ROOT / "schemas"
RULE_FILES = rule_files(ROOT / "rules")
EXAMPLES = sorted((ROOT / "examples").glob("*.yaml"))


def _committed(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((SCHEMAS / f"{name}.schema.json").read_text(encoding="utf-8"))
    return loaded


def _data(path: Path) -> Any:
    def plain(value: Any) -> Any:
        if isinstance(value, Decimal):
            return float(value)
        if isinstance(value, dict):
            return {key: plain(item) for key, item in value.items()}
        return [plain(item) for item in value] if isinstance(value, list) else value

    return plain(read_file(path).data)


def _problems(name: str, data: Any) -> list[str]:
    return [
        f"{list(item.path)}: {item.message}"
        for item in jsonschema.Draft202012Validator(_committed(name)).iter_errors(data)
    ]


def test_committed_schemas_are_current(native: Engine) -> None:
    current = {
        "case": case_schema(native.rulebook),
        "decision": decision_schema(native.rulebook),
        **rule_schemas(),
    }
    assert {path.name.removesuffix(".schema.json") for path in SCHEMAS.glob("*.json")} == set(current)
    for name, schema in current.items():
        assert _committed(name) == schema, f"{name}: run penalty schema all --out schemas"


@pytest.mark.parametrize("name", ["case", "decision", *rule_schemas()])
def test_schemas_are_sound_and_closed(name: str) -> None:
    schema = _committed(name)
    jsonschema.Draft202012Validator.check_schema(schema)
    for part in (schema, *schema.get("$defs", {}).values()):
        if "properties" in part:
            assert part["additionalProperties"] is False


@pytest.mark.parametrize("file", RULE_FILES)
def test_rule_files_fit_their_schema(file: str) -> None:
    assert _problems(RULE_FILES[file], _data(ROOT / "rules" / file)) == []


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_examples_fit_the_schema(path: Path) -> None:
    assert _problems("case", _data(path)) == []


@pytest.mark.parametrize(
    "path", [*(ROOT / "rules" / file for file in RULE_FILES), *EXAMPLES], ids=lambda path: path.name
)
def test_editors_are_told_which_schema(path: Path) -> None:
    first = path.read_text(encoding="utf-8").splitlines()[0]
    assert first.startswith("# yaml-language-server: $schema=")
    target = (path.parent / first.partition("$schema=")[2]).resolve()
    assert target.is_file()
    kind = (
        RULE_FILES.get(path.relative_to(ROOT / "rules").as_posix())
        if path.is_relative_to(ROOT / "rules")
        else "case"
    )
    assert target.name == f"{kind}.schema.json"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("case", {"party": {"kind": "organization"}, "timeline": {"conduct_to": "2016-05-31"}, "acts": []}),
        (
            "case",
            {
                "party": {"kind": "x"},
                "timeline": {"conduct_to": "2016-05-31"},
                "acts": [{"violation": "unlicensed-hr-service"}],
            },
        ),
        (
            "case",
            {
                "party": {"kind": "individual"},
                "timeline": {"conduct_to": "2016-05-31"},
                "acts": [{"facts": {"x": 1}}],
            },
        ),
        ("benchmark", {"schema": 1}),
    ],
)
def test_wrong_data_is_refused(name: str, data: Any) -> None:
    assert _problems(name, data)


@pytest.mark.parametrize(
    "condition", [{}, {"serious": {"atleast": 1}}, {"all": []}, {"not": [{"serious": True}]}, {"X": 1}]
)
def test_wrong_conditions_are_refused(condition: Any) -> None:
    data = _data(ROOT / "rules" / "circumstances" / "usual-heavier.yaml")
    data["circumstances"][0]["when"] = condition
    assert _problems("circumstances", data)


@pytest.mark.parametrize(
    ("value", "fits"),
    [
        (5, True),
        ("5", True),
        (
            [
                {"who": "甲", "from": "2025-10-05", "to": "2026-01-15"},
                {"from": "2025-12-20", "to": "2026-01-02"},
            ],
            True,
        ),
        ([], False),
        ([{"from": "2025-10-05"}], False),
        ([{"from": "2025-10-05", "to": "2026-01-15", "name": "甲"}], False),
    ],
)
def test_a_count_may_be_a_number_or_dated_spells(value: Any, fits: bool) -> None:
    case = {
        "party": {"kind": "organization"},
        "timeline": {"conduct_to": "2026-01-15"},
        "acts": [{"violation": "unlicensed-hr-service", "facts": {"child_months": value}}],
    }
    assert (_problems("case", case) == []) is fits
    case["acts"] = [{"violation": "unlicensed-hr-service", "facts": {"illegal_gain": value}}]
    assert isinstance(value, (int, str)) or _problems("case", case), "no spells for a sum of money"
