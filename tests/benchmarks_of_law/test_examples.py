"""Examples beside the rows of a benchmark: what does not come out as written is told with its place; every finding is tried."""

from __future__ import annotations

from pathlib import Path

import pytest

from penalty_engine.examples import check_examples, count_examples
from penalty_engine.messages.discretion import _FINDINGS
from tests.benchmarks_of_law.made_up import BY_FACTS, engine, row, table
from tests.rulebook.bad_rules import BAD

OUTCOME = """\
- fine:
    - {at_least: 1000, at_most: 10000, optional: true}
    - {at_least: 100, at_most: 500, target: responsible_person}
  revoke: {licence: permit, when: {refused: true}}
  measures: [{measure: warning, optional: true}]
"""
TIERS = """\
- {tier: low, when: {workers: {at_most: 10}}, bands: {unit: no-fine, responsible_person: {exactly: 100}}}
- tier: high
  when: {workers: {at_least: 10}}
  bands: {unit: {at_least: 5000, at_most: 10000}, responsible_person: {at_least: 200, at_most: 500}}
  measures: [warning]
  revoke: permit
"""
_FACTS = "refused: false"
GOOD = [
    f"{{facts: {{workers: 3, {_FACTS}}}, tier: low, band: null, person_band: [100, 100], recommended: null}}",
    f"{{facts: {{workers: 10, {_FACTS}}}, tier: low, tied: [high], revoke: null}}",
    f"{{facts: {{workers: 11, {_FACTS}}}, tier: high, band: [5000, '10000'], person_band: [200, 500], recommended: 7500,"
    " measures: [warning], revoke: permit, tied: []}",
    f"{{facts: {{workers: 11, {_FACTS}}}, party: individual, circumstances: [lied], day: 2020-02-29, tier: high}}",
    f"{{facts: {{{_FACTS}}}, missing_facts: [workers]}}",
]


def _rows(*examples: str) -> str:
    listed = "ties: lighter\nexamples:\n" + "".join(f"  - {item}\n" for item in examples)
    return table(BY_FACTS + row(TIERS, listed))


def test_examples_that_hold(tmp_path: Path, network: str) -> None:
    rules = engine(tmp_path, network, OUTCOME, _rows(*GOOD))
    ours = [item for item in check_examples(rules) if item.place and "table" in item.place.file]
    assert [item.render() for item in ours] == []
    clauses = sum(len(item.examples) for item in rules.clauses())
    assert count_examples(rules.rulebook) == clauses + len(GOOD)


@pytest.mark.parametrize(
    ("example", "said"),
    [
        ("tier: low", "tier should be low, computed high"),
        ("band: [5000, 9999]", "band should be [5000, 9999], computed [5000, 10000]"),
        ("band: null", "band should be null, computed [5000, 10000]"),
        ("person_band: [100, 500]", "person_band should be [100, 500], computed [200, 500]"),
        ("recommended: 7499", "recommended should be 7499, computed 7500"),
        ("tied: [low]", "tied should be [low], computed []"),
        ("measures: []", "measures should be [], computed [warning]"),
        ("revoke: null", "revoke should be null, computed permit"),
        ("missing_facts: [workers]", "missing_facts should be [workers], computed []"),
    ],
)
def test_examples_that_do_not_hold(tmp_path: Path, example: str, said: str) -> None:
    rules = engine(tmp_path, "native", OUTCOME, _rows(f"{{facts: {{workers: 11, {_FACTS}}}, {example}}}"))
    ours = [item for item in check_examples(rules) if item.place and "table" in item.place.file]
    assert [item.code for item in ours] == ["example-fails"]
    assert said in ours[0].render()
    assert str(ours[0].place).startswith("rules/benchmarks/table.yaml:")


@pytest.mark.parametrize(
    ("example", "said"),
    [
        ("{facts: {wrokers: 3}}", "facts.wrokers"),
        ("{facts: {workers: 3}, circumstances: [leid]}", "leid"),
        (f"{{facts: {{workers: 3, {_FACTS}}}, violation: other}}", "other"),
    ],
)
def test_examples_that_cannot_be_computed(tmp_path: Path, example: str, said: str) -> None:
    rules = engine(tmp_path, "native", OUTCOME, _rows(example))
    ours = [item for item in check_examples(rules) if item.place and "table" in item.place.file]
    assert [item.code for item in ours] == ["example-refused"]
    assert said in ours[0].render()


def test_an_example_that_another_row_answers(tmp_path: Path) -> None:
    """On a day when the row is not in force the general scheme answers; the example says nothing of the row then."""
    body = _rows(f"{{facts: {{workers: 3, {_FACTS}}}, day: 2020-03-01, tier: low}}")
    body = body.replace("ties: lighter", "in_force: {from: 2020-06-01}\n      ties: lighter")
    rules = engine(tmp_path, "native", OUTCOME, body)
    ours = [item for item in check_examples(rules) if item.place and "table" in item.place.file]
    said = [item.render() for item in ours]
    assert len(said) == 2
    assert "row should be rules/benchmarks/table.yaml:" in said[0]
    assert "computed null" in said[0]
    assert "tier should be low, computed lower" in said[1]


def test_every_finding_about_a_benchmark_is_exercised() -> None:
    exercised = {code for bad in BAD.values() for code in bad.codes}
    elsewhere = {
        "unknown-case-benchmark",  # of a case: test_choosing
        "target-unit",  # part of row-lacks-target
        "target-responsible_person",
    }
    assert set(_FINDINGS) - exercised - elsewhere == set()
