"""Each finding once, on a decision that is otherwise sound, with its exact text in both languages.

``pytest tests/checking --regenerate`` writes the expected texts anew; review them with git diff.
"""

from __future__ import annotations

import copy
import string
from pathlib import Path
from typing import Any

import pytest

from penalty_engine import Engine
from penalty_engine.checking import CheckFinding, CheckResult, check
from penalty_engine.checking.held import SEVERITY
from penalty_engine.messages.checking import CHECKING
from tests.checking.faults import CASES, FAULTS
from tests.checking.samples import sound

FOUND = Path(__file__).with_name("found")
# in test_library.py: a case that cannot be assessed to the end, rules that only warn of the limitation period, law that changed
ELSEWHERE = {"cannot-check", "limitation-run", "clause-of-heavier-law"}


def decided(engine: Engine, name: str) -> dict[str, Any]:
    """The sound decision on a case, with the fault put in."""
    fault = FAULTS[name]
    decision = copy.deepcopy(sound(engine, CASES[fault.case]))
    for change in fault.changes:
        change(decision)
    return decision


def told(item: CheckFinding) -> str:
    """A finding as text, in both languages."""
    lines = [f"{item.severity}[{item.code}] {item.field}"]
    for lang in ("zh", "en"):
        lines += [
            item.text.text(lang),
            f"  {' | '.join(basis.text(lang) for basis in item.basis)}",
            f"  -> {item.way_out.text(lang)}",
        ]
        if item.remark is not None:
            lines.append(f"  ({item.remark.text(lang)})")
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("name", [name for name in CASES if name != "undecided"])
def test_without_the_fault_nothing_is_found(name: str, native: Engine) -> None:
    assert check(native, sound(native, CASES[name])).findings == ()


@pytest.mark.parametrize("name", FAULTS)
def test_the_fault_is_found_and_nothing_else(name: str, native: Engine, regenerate: bool) -> None:
    result = check(native, decided(native, name))
    shown = "".join(told(item) for item in result.findings)
    golden = FOUND / f"{name}.txt"
    if regenerate:
        golden.write_text(shown, encoding="utf-8")
    codes = sorted(item.code for item in result.findings)
    own = [code for code in codes if name.startswith(code)]
    assert len(own) == 1
    assert sorted([*own, *FAULTS[name].also]) == codes
    assert shown == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", FAULTS)
def test_the_status_follows_from_the_gravest_finding(name: str, native: Engine) -> None:
    result: CheckResult = check(native, decided(native, name))
    at_fault = any(
        item.severity in ("unlawful", "procedural-fault", "paper-fault") for item in result.findings
    )
    assert result.status == ("faulty" if at_fault else "sound")


@pytest.mark.parametrize("name", FAULTS)
def test_a_finding_is_fit_to_print(name: str, native: Engine) -> None:
    for item in check(native, decided(native, name)).findings:
        for lang in ("zh", "en"):
            for text in (item.text.text(lang), item.way_out.text(lang)):
                assert text.strip() == text
                assert text.endswith(("。", "）") if lang == "zh" else (".", ")"))
                assert "  " not in text
                for leak in ("Decimal(", "None", "True", "Fraction", "Message(", "Names(", "{", "}"):
                    assert leak not in text


def test_every_expected_text_belongs_to_a_fault() -> None:
    assert {path.stem for path in FOUND.glob("*.txt")} == set(FAULTS)


def test_every_finding_has_a_text_a_way_out_and_a_test() -> None:
    ways = {code[6:-4] for code in CHECKING if code.startswith("check-") and code.endswith("-way")}
    shown = {name: max((code for code in ways if name.startswith(code)), key=len) for name in FAULTS}
    assert set(shown.values()) == ways - ELSEWHERE
    assert set(SEVERITY) <= ways
    assert all(f"check-{code}" in CHECKING for code in ways)


@pytest.mark.parametrize("code", CHECKING)
def test_both_languages_say_the_same(code: str) -> None:
    zh, en = CHECKING[code]
    fields = [
        {name for _, name, _, _ in string.Formatter().parse(text) if name is not None} for text in (zh, en)
    ]
    assert fields[0] == fields[1]
    assert (zh == "") == (en == "")
    assert "  " not in zh + en
    assert not zh.endswith(".")
