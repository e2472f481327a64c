"""The shipped rules: every clause and every benchmark proven, without a solver."""

from __future__ import annotations

import time

import pytest

from penalty_engine import Engine
from penalty_engine.messages.proof import PROOF
from penalty_engine.proof.prove import prove
from penalty_engine.proof.solver import solver_available
from tests.proof import planted_benchmarks, planted_clauses
from tests.proof.showing import run
from tests.rulebook.test_messages import _fields


def test_nothing_is_found_and_nothing_left_open(native: Engine) -> None:
    started = time.perf_counter()
    proof = prove(native.rulebook, solver=False)
    assert [item.render() for item in proof.findings] == []
    assert {one.how for one in proof.proven} <= {"intervals", "counting"}
    assert time.perf_counter() - started < 5  # a tenth of a second; `rules check` runs it too


def test_every_clause_and_benchmark_is_looked_at(native: Engine) -> None:
    proof = prove(native.rulebook, solver=False)
    groups = {(one.kind, one.group) for one in proof.proven}
    held = [clause for clause in native.clauses() if clause.not_obtained is None]
    assert {("statute", clause.statute.id) for clause in held} <= groups
    assert {("benchmark", name) for name in native.rulebook.benchmarks} <= groups
    assert sum(1 for one in proof.proven if one.kind == "statute") == len(held)


def test_the_table_of_jinan_touches_at_its_ends_and_says_so(native: Engine, network: str) -> None:
    table = native.rulebook.benchmarks["jinan-2018"]
    rows = tuple(row._replace(ties=None) for row in table.rows)
    undeclared = {**native.rulebook.benchmarks, table.id: table._replace(rows=rows)}
    changed = Engine(native.rulebook._replace(benchmarks=undeclared), network)
    findings = prove(changed.rulebook, solver=False).findings
    assert {item.code for item in findings} == {"proof-touching"}
    gains = {item.params["case"]["acts"][0]["facts"]["illegal_gain"]: item for item in findings}
    assert sorted(gains) == [10_000, 30_000, 50_000]
    for finding in gains.values():
        assert run(changed, finding) == "two-tiers"
        fine = native.assess(finding.params["case"]).acts[0].findings[0].fines[0]
        assert fine.tied  # as declared in the shipped table, and told in the assessment


@pytest.mark.skipif(not solver_available(), reason="z3-solver is not installed")
def test_a_solver_changes_nothing_where_none_is_needed(native: Engine) -> None:
    assert prove(native.rulebook) == prove(native.rulebook, solver=False)


@pytest.mark.parametrize("code", PROOF)
def test_both_languages_say_the_same(code: str) -> None:
    zh, en = PROOF[code]
    assert _fields(zh) == _fields(en)
    assert "  " not in zh + en
    assert not zh.endswith(".")


def test_every_finding_is_planted_somewhere() -> None:
    planted = {item.code for item in planted_clauses.PLANTED.values()}
    planted |= {item.code for item in planted_benchmarks.PLANTED.values()}
    planted |= {"not-proven", "too-many"}  # test_command.py, test_long_tables.py
    told = {code.removeprefix("proof-") for code, (_, text) in PROOF.items() if "{table}:" in text}
    assert told == planted
