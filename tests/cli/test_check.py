"""Exact output of `penalty check`, its exit codes, and how a decision reaches it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from penalty_engine.cli.layout import cell_len
from tests.cli.running import ROOT, compare, run

DECISIONS = ROOT / "examples" / "decisions"
EXAMPLES = {"unlicensed-dispatch": 0, "many-faults": 1, "no-penalty": 0}
UNDECIDED = """schema: 1
case:
  party: {kind: organization}
  timeline: {conduct_to: 2025-08-29, filed_on: 2025-09-01}
  acts: [{violation: unlicensed-labour-dispatch}]
acts:
  - {clause: labour-contract-law/92.1, fines: [{amount: 300000, capitals: 叁万元}]}
officers: [{name: 李某某}]
"""


def _shown(name: str, found: str, regenerate: bool) -> None:
    for line in found.splitlines():
        assert cell_len(line) <= 80, line
    compare(name, found.replace(f"{ROOT}/", ""), regenerate)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", EXAMPLES)
def test_examples(name: str, lang: str, regenerate: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)  # so that no path of this machine is shown
    file = f"examples/decisions/{name}.yaml"
    found = run("check", file, "--network", "native", "--lang", lang)
    _shown(f"check-{name}.{lang}", found.out, regenerate)
    assert (found.code, found.err) == (EXAMPLES[name], "")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_what_can_be_checked_while_facts_are_missing(lang: str, regenerate: bool) -> None:
    found = run("check", "-", "--network", "native", "--lang", lang, stdin=UNDECIDED)
    _shown(f"check-needs-facts.{lang}", found.out, regenerate)
    assert found.code == 3


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_help(lang: str, regenerate: bool) -> None:
    _shown(f"help-check.{lang}", run("check", "--help", "--lang", lang).out, regenerate)


def test_the_command_that_checks_rules_has_its_own_help() -> None:
    assert "rules folder" in run("rules", "check", "--help", "--lang", "en").out
    assert "penalty decision" not in run("rules", "check", "--help", "--lang", "en").out


def test_json() -> None:
    found = run("check", str(DECISIONS / "many-faults.yaml"), "--json")
    result = json.loads(found.out)
    assert (found.code, found.err) == (1, "")
    assert set(result) >= {"schema", "status", "findings", "counts", "imposed", "procedure", "receipt"}
    assert result["counts"]["unlawful"] == sum(item["severity"] == "unlawful" for item in result["findings"])
    first = result["findings"][0]
    assert (first["code"], first["field"]) == ("fine-above-maximum", "acts[0].fines[0].amount")
    assert first["source"].endswith("many-faults.yaml:10:18")
    assert json.loads(run("check", str(DECISIONS / "no-penalty.yaml"), "--json").out)["findings"] == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "empty-file"),
        ("- 1\n", "not-a-mapping"),
        ("schema: 1\nacts: [{}]\n", "missing-key"),
        (UNDECIDED.replace("clause: labour", "clause: labor"), "decision-unknown"),
        (UNDECIDED.replace("fines", "fine"), "unknown-key"),
    ],
)
def test_a_decision_that_cannot_be_read_is_wrong_input(text: str, code: str) -> None:
    found = run("check", "-", "--lang", "en", stdin=text)
    assert (found.code, found.out) == (2, "")
    assert found.err.startswith("Error: <stdin>")
    assert f"error[{code}]" in found.err


def test_no_such_file(tmp_path: Path) -> None:
    found = run("check", str(tmp_path / "nowhere.yaml"), "--lang", "zh")
    assert (found.code, found.out) == (2, "")
    assert "文件不存在" in found.err


def test_the_schema_of_a_decision_can_be_printed() -> None:
    schema = json.loads(run("schema", "decision").out)
    assert schema["title"] == "penalty-engine decision"
    assert set(json.loads(run("schema", "all").out)) >= {"case", "decision", "statute"}
