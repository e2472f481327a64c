"""`penalty rules prove`: exit codes, one line for each statute and benchmark, findings, and cases that can be run."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from penalty_engine.proof.solver import solver_available
from tests.cli.running import run
from tests.proof.planted_benchmarks import SOUND
from tests.proof.planted_benchmarks import Planted as PlantedTable
from tests.proof.planted_clauses import PLANTED
from tests.rulebook.folders import BENCHMARK, STATUTE, clause, clauses, make_folder

_TEXT = "涉及十人以下的，处一千元以上二千元以下罚款；超过二十人的，处二千元以上五千元以下罚款。"
_OUTCOMES = """- when: {workers: {at_most: 10}}
  fine: {at_least: 1000, at_most: 2000}
- when: {workers: {above: 20}}
  fine: {at_least: 2000, at_most: 5000}"""
_EXAMPLES = """examples:
  - {facts: {workers: 3}, fine: [1000, 2000]}
  - {facts: {workers: 30}, fine: [2000, 5000]}"""
_GAP = {STATUTE: clauses(clause(_OUTCOMES, _TEXT, extra=_EXAMPLES))}
"""Only the proof finds anything in it."""

_TOLD = (
    "rules/statutes/sample-law/2020-01-01.yaml:18:9: error[proof-gap]: sample-law/1：这样的案件不符合任何一个情形，引擎只能停下。"
    "请改宽相邻情形的条件，或者补一个情形。案件：{schema: 1, party: {kind: organization}, timeline: {conduct_to: 2021-12-31}, "
    "acts: [{clause: sample-law/1, facts: {workers: 11}}]}\n"
    "    另见 rules/statutes/sample-law/2020-01-01.yaml:20:9\n"
)


def _without_seconds(text: str) -> str:
    return re.sub(r"\d+\.\d( 秒| s)", r"N\1", text)


def test_sound_rules_end_with_nought(tmp_path: Path) -> None:
    folder = make_folder(tmp_path, {})
    told = run("rules", "prove", str(folder), "--strict", "--lang", "zh")
    assert (told.code, told.err) == (0, "")
    assert _without_seconds(told.out) == (
        "样本法 [sample-law]：1 条罚则，1 个情形；区间 1\n"
        "两档 [halves]：2 张表，4 行；区间 1、逐数 1\n"
        "\n"
        "共 3 张表：3 张已证明没有问题，0 张有问题，0 张未能证明；错误 0 处，警告 0 处；用时 N 秒。\n"
    )
    english = run("rules", "prove", "--rules", str(folder), "--lang", "en")
    assert english.code == 0
    assert _without_seconds(english.out).endswith(
        "3 tables: 3 proven sound, 0 with findings, 0 not proven; 0 errors, 0 warnings; N s.\n"
    )


def test_a_fault_ends_with_one_and_its_case_can_be_run(tmp_path: Path) -> None:
    folder = make_folder(tmp_path, _GAP)
    cases = tmp_path / "cases"
    told = run("rules", "prove", str(folder), "--lang", "en", "--cases", str(cases))
    assert told.code == 1
    assert "error[proof-gap]: sample-law/1: no outcome holds" in told.out
    assert told.out.endswith(f"1 case written to {cases}.\n")
    file = cases / "001-gap.yaml"
    assert [path.name for path in cases.iterdir()] == [file.name]
    text = file.read_text(encoding="utf-8")
    assert text.startswith("# rules/statutes/sample-law/2020-01-01.yaml:18:9: error[proof-gap]")
    shown = run("assess", str(file), "--rules", str(folder), "--lang", "en")
    assert shown.code == 1
    assert shown.err.startswith("Error: none of the outcomes of sample-law/1 ")


def test_case_files_are_not_overwritten_unasked(tmp_path: Path) -> None:
    folder = make_folder(tmp_path, _GAP)
    command = ("rules", "prove", str(folder), "--cases", str(tmp_path / "cases"))
    assert run(*command).code == 1
    again = run(*command, "--lang", "en")
    assert again.code == 2
    assert "001-gap.yaml" in again.err
    assert run(*command, "--force").code == 1


def test_check_tells_of_the_fault_too(tmp_path: Path) -> None:
    folder = make_folder(tmp_path, _GAP)
    told = run("rules", "check", str(folder), "--lang", "zh")
    assert told.code == 2
    assert told.out.startswith(_TOLD)
    assert run("rules", "prove", str(folder), "--lang", "zh").out.split("\n\n")[1].startswith(_TOLD)


def test_rules_that_cannot_be_built_are_bad_input(tmp_path: Path) -> None:
    folder = make_folder(tmp_path, {STATUTE: ("schema: 1", "schema: 2")})
    told = run("rules", "prove", str(folder), "--lang", "en")
    assert told.code == 2
    assert "not-schema-1" in told.out


def test_what_is_not_proven_fails_only_where_that_is_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    many = "{lighter_circumstances: {above: 20}}"
    row = SOUND["shares"].replace("{refused: false}", f"{{not: {{any: [{{refused: true}}, {many}]}}}}")
    row = row.replace("when: {refused: true}", f"when: {{any: [{{refused: true}}, {many}]}}")
    row += "      examples:\n        - {facts: {refused: false}, tier: light, band: [1000, 2600]}\n"
    row += "        - {facts: {refused: true}, tier: heavy, band: [2600, 5000]}\n"
    table = PlantedTable(row, "", "").changes()["benchmarks/table.yaml"]
    folder = make_folder(tmp_path, {"benchmarks/table.yaml": table})
    monkeypatch.setattr("penalty_engine.proof.prove.solver_available", lambda: False)
    command = ("rules", "prove", str(folder), "--lang", "en")
    loose, strict = run(*command), run(*command, "--strict")
    assert (loose.code, strict.code) == (0, 1)
    assert "warning[proof-not-proven]: sample table, rows for sample-law/1: " in loose.out
    assert "1 not proven" in loose.out
    monkeypatch.undo()
    if solver_available():
        proven = run(*command, "--strict")
        assert proven.code == 0
        assert "1 by the solver" in proven.out


@pytest.mark.parametrize(
    ("lang", "words"), [("zh", "把每处错误的案件写成"), ("en", "Write the case of every finding")]
)
def test_help(lang: str, words: str) -> None:
    told = run("rules", "prove", "--help", "--lang", lang)
    assert (told.code, told.err) == (0, "")
    assert words in told.out


def test_nothing_but_a_folder_is_taken_for_cases(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("", encoding="utf-8")
    told = run("rules", "prove", str(make_folder(tmp_path, {})), "--cases", str(file), "--lang", "en")
    assert told.code == 2


def test_the_planted_clauses_and_the_benchmark_of_the_base_are_told_apart(tmp_path: Path) -> None:
    changes = {**PLANTED["gap-of-a-count"].changes(), BENCHMARK: ("{at_most: 0}", "{below: 0}")}
    told = run("rules", "prove", str(make_folder(tmp_path, changes)), "--lang", "en")
    assert told.code == 1
    assert "error[proof-gap]: sample-law/1: no outcome holds" in told.out
    assert "error[tiers-gap]" in told.out  # refused at load already
    assert "two halves, selection of the tier: no selection row holds" in told.out


def test_a_circumstance_nobody_knows_stops_nothing(tmp_path: Path) -> None:
    outcomes = _OUTCOMES.replace("{workers: {above: 20}}", "{circumstance: lyed}")
    changes = {STATUTE: clauses(clause(outcomes, _TEXT, extra=_EXAMPLES))}
    told = run("rules", "prove", str(make_folder(tmp_path, changes)), "--lang", "en")
    assert told.code == 1
    assert "error[unknown-circumstance]" in told.out
