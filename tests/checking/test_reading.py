"""Decisions that cannot be checked as written: the field, what is wrong, the way out; in a file also the place.

``pytest tests/checking --regenerate`` writes the expected texts anew; review them with git diff.
"""

from __future__ import annotations

import copy
import json
import os
from pathlib import Path
from typing import Any

import pytest
import yaml

from penalty_engine import CaseError, Engine
from penalty_engine.checking import check, read_decision, read_decision_bytes
from tests.checking.changes import REMOVED, at
from tests.checking.faults import CASES
from tests.checking.samples import sound

BAD = Path(__file__).with_name("bad")

WRONG: dict[str, tuple[tuple[str | int, ...], Any]] = {
    "unknown-clause": (("acts", 0, "clause"), "labour-contract-law/92.3"),
    "unknown-clause-far": (("acts", 0, "clause"), "x"),
    "unknown-tier": (("acts", 0, "tier"), "more-seriuos"),
    "unknown-licence": (("acts", 0, "revoke"), "labour-dispatch-license"),
    "unknown-order": (("acts", 0, "orders"), ["cease", "corect"]),
    "unknown-measure": (("acts", 0, "measures"), ["waning"]),
    "unknown-ground": (("acts", 0, "no_penalty"), "minor-corrected"),
    "no-such-act": (("acts", 0, "act"), 2),
    "unknown-field": (("acts", 0, "fine"), 300000),
    "unknown-field-top": (("step",), {}),
    "unknown-field-of-steps": (("steps", "notice"), {}),
    "unknown-election": (("elections",), {"mitigated": True}),
    "no-acts": (("acts",), []),
    "no-case": (("case",), REMOVED),
    "case-number": (("case",), 17),
    "case-file-missing": (("case",), "nowhere.yaml"),
    "case-field": (("case", "acts", 0, "facts", "ilegal_gain"), 1),
    "case-value": (("case", "timeline", "conduct_to"), "2025-13-01"),
    "amount-negative": (("acts", 0, "fines", 0, "amount"), -1),
    "amount-words": (("acts", 0, "fines", 0, "amount"), "三万元"),
    "amount-missing": (("acts", 0, "fines", 0, "amount"), REMOVED),
    "target-unknown": (("acts", 0, "fines", 0, "target"), "person"),
    "persons-none": (("acts", 0, "fines", 0, "persons"), 0),
    "day-impossible": (("steps", "decided_on"), "2025-02-30"),
    "day-differs": (("steps", "filed_on"), "2025-09-01"),
    "days-reversed": (("steps", "served_on"), "2025-09-20"),
    "decided-before-the-act": (("steps", "decided_on"), "2025-08-01"),
    "surcharge-above-one": (("payment", "surcharge"), "101%"),
    "surcharge-in-words": (("payment", "surcharge"), "百分之三"),
    "payment-zero": (("payment", "days"), 0),
    "schema-2": (("schema",), 2),
}


def _wrong(engine: Engine, name: str) -> dict[str, Any]:
    path, value = WRONG[name]
    decision = copy.deepcopy(sound(engine, CASES["plain"]))
    at(*path, value=value)(decision)
    return decision


def _answer(engine: Engine, decision: Any, lang: str, folder: Path) -> str:
    try:
        check(engine, decision)
    except CaseError as error:
        return error.render(lang).replace(f"{folder}{os.sep}", "")
    return "(accepted)"


@pytest.mark.parametrize("name", WRONG)
def test_answers(name: str, native: Engine, tmp_path: Path, regenerate: bool) -> None:
    decision = _wrong(native, name)
    file = tmp_path / "decision.yaml"
    file.write_text(yaml.safe_dump(decision, allow_unicode=True, sort_keys=False), encoding="utf-8")
    parts = []
    for form, given in (("dict", decision), ("YAML", file)):
        parts += [f"# {form}", *(_answer(native, given, lang, tmp_path) for lang in ("en", "zh"))]
    shown = "\n".join(parts) + "\n"
    golden = BAD / f"{name}.txt"
    if regenerate:
        golden.write_text(shown, encoding="utf-8")
    assert "(accepted)" not in shown
    assert shown == golden.read_text(encoding="utf-8")


def test_every_expected_text_belongs_to_a_decision() -> None:
    assert {path.stem for path in BAD.glob("*.txt")} == set(WRONG)


def test_several_mistakes_are_told_at_once(native: Engine) -> None:
    decision = sound(native, CASES["plain"])
    at("acts", 0, "clause", value="x")(decision)
    at("acts", 0, "act", value=5)(decision)
    at("steps", "filed_on", value="2025-09-01")(decision)
    with pytest.raises(CaseError) as refused:
        check(native, decision)
    assert [item.code for item in refused.value.diagnostics] == [
        "decision-no-such-act",
        "decision-unknown",
        "decision-day-differs",
    ]


def test_the_case_is_found_from_the_folder_of_the_decision(native: Engine, tmp_path: Path) -> None:
    decision = sound(native, CASES["plain"])
    (tmp_path / "cases").mkdir()
    (tmp_path / "decisions").mkdir()
    inner = yaml.safe_dump(decision["case"], allow_unicode=True)
    (tmp_path / "cases" / "one.yaml").write_text(inner, encoding="utf-8")
    decision["case"] = "../cases/one.yaml"
    for suffix, text in (("yaml", yaml.safe_dump(decision)), ("json", json.dumps(decision))):
        file = tmp_path / "decisions" / f"one.{suffix}"
        file.write_text(text, encoding="utf-8")
        assert check(native, file).findings == ()
        assert check(native, str(file)).status == "sound"


def test_a_fault_of_the_case_is_told_in_its_own_file(native: Engine, tmp_path: Path) -> None:
    stated = copy.deepcopy(CASES["plain"])
    stated["acts"][0]["circumstances"] = ["obstructoin"]
    (tmp_path / "case.yaml").write_text(yaml.safe_dump(stated, allow_unicode=True), encoding="utf-8")
    decision = sound(native, CASES["plain"])
    decision["case"] = "case.yaml"
    file = tmp_path / "decision.yaml"
    file.write_text(yaml.safe_dump(decision, allow_unicode=True), encoding="utf-8")
    with pytest.raises(CaseError) as refused:
        check(native, file)
    found = refused.value.diagnostics[0]
    assert (found.code, found.field) == ("unknown-circumstance", "acts[0].circumstances[0]")
    assert found.place is not None
    assert found.place.file == str(tmp_path / "case.yaml")


def test_findings_name_line_and_column(native: Engine) -> None:
    text = json.dumps(sound(native, CASES["plain"]), indent=1)
    lines = yaml.safe_dump(
        {**json.loads(text), "payment": {"days": 30, "surcharge": "3/100"}}, sort_keys=False
    )
    found = check(native, read_decision_bytes(lines.encode(), "decision.yaml")).findings
    line = next(number for number, item in enumerate(lines.splitlines(), 1) if item.startswith("payment"))
    assert [str(item.place) for item in found] == [f"decision.yaml:{line + 1}:3"]
    assert check(native, read_decision_bytes(text.encode(), "decision.json")).findings == ()


@pytest.mark.parametrize("raw", [b"", b"- 1\n", b"a: [", b"\xff\xfe", b"x: &a 1\n"])
def test_what_is_no_decision_is_refused(raw: bytes) -> None:
    with pytest.raises(CaseError) as refused:
        read_decision_bytes(raw, "x.yaml")
    assert "x.yaml" in refused.value.render("zh")


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    for given in (tmp_path / "nowhere.yaml", tmp_path, 5):
        with pytest.raises(CaseError):
            read_decision(given)  # type: ignore[arg-type]
