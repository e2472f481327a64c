"""The catalogue of texts: complete in both languages, and every text about a file or a case is exercised by some test."""

from __future__ import annotations

import string

import pytest

from penalty_engine.messages import Message, Names
from penalty_engine.messages.diagnostics import _LINTS, _READING, _RULES, _SHAPE, DIAGNOSTICS
from penalty_engine.messages.results import RESULTS
from tests.rulebook.bad_rules import BAD

CATALOGUE = {**DIAGNOSTICS, **RESULTS}

# codes that no change of one rule file can bring about, and where they are tested instead
ELSEWHERE = {
    "no-stdin": "no rule file is read from standard input; tests/cli/test_closed_input.py",
    "see-also": "the words before a second place; in versions-overlap",
    "type-text": "part of wrong-type",
    "type-integer": "part of wrong-type",
    "type-boolean": "part of wrong-type",
    "type-list": "part of wrong-type",
    "type-mapping": "part of wrong-type",
    "type-nothing": "part of wrong-type; no field takes only nothing",
    "type-other": "part of wrong-type; tests/case: text that is not Unicode",
    "no-such-file": "tests/rulebook/test_loading.py: a link that leads nowhere; tests/case",
    "is-a-directory": "tests/rulebook/test_loading.py; tests/case",
    "not-a-file": "tests/rulebook/test_loading.py: a pipe",
    "no-permission": "tests/rulebook/test_loading.py; tests/case",
    "cannot-read": "tests/rulebook/test_loading.py: a link to itself",
    "file-too-large": "tests/rulebook/test_loading.py; tests/case",
    "too-many-values": "tests/rulebook/test_loading.py, with a lower limit",
    "yaml-full-width": "part of yaml-syntax",
    "yaml-no-hint": "part of yaml-syntax",
    "json-syntax": "tests/case: rule files are YAML",
    "text-too-long": "tests/case: only cases limit the length of a text",
    "list-too-long": "tests/case: only cases limit the length of a list",
    "no-rules": "tests/rulebook/test_loading.py",
    "example-fails": "reported by the runner of the rules' examples, not by loading",
    "example-refused": "reported by the runner of the rules' examples, not by loading",
}


def _fields(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name is not None}


@pytest.mark.parametrize("code", CATALOGUE)
def test_both_languages_say_the_same(code: str) -> None:
    zh, en = CATALOGUE[code]
    assert _fields(zh) == _fields(en)
    assert (zh == "") == (en == "")
    # one register each: no double spaces, no half-width full stop after Chinese
    assert "  " not in zh + en
    assert not zh.endswith(".")


def test_no_code_stands_twice() -> None:
    assert not set(DIAGNOSTICS) & set(RESULTS)
    parts = [*_READING, *_SHAPE, *_RULES, *_LINTS]
    assert len(parts) == len(set(parts))


def test_every_code_about_rule_files_is_exercised() -> None:
    exercised = {code for bad in BAD.values() for code in bad.codes}
    wanted = set(_READING) | set(_SHAPE) | set(_RULES) | set(_LINTS)
    assert wanted - exercised - set(ELSEWHERE) == set()
    assert set(ELSEWHERE) - wanted == set()


def test_braces_in_values_are_left_alone() -> None:
    assert (
        Message("unknown-violation", {"name": "{name}", "nearest": None}).text("en")
        == "the catalogue has no violation '{name}'. Rename it, or add it to violations.yaml first."
    )


def test_parameters_are_put_into_the_language() -> None:
    message = Message("op-eq")
    outer = Message("facts-missing", {"facts": [Names("甲", "a"), message, 3]})
    assert outer.text("zh") == "尚缺事实：甲、为、3"
    assert outer.text("en") == "facts still missing: a, is, 3"


def test_suggestions() -> None:
    assert Message("unknown-violation", {"name": "x", "nearest": "y"}).text("zh") == (
        "违法行为目录没有“x”。是否指“y”？请改名，或者先写入 violations.yaml。"
    )
    assert Message("unknown-violation", {"name": "x", "nearest": "y"}).text("en") == (
        "the catalogue has no violation 'x'. Did you mean 'y'? Rename it, or add it to violations.yaml first."
    )
