"""Discretion benchmarks: the general part, then the rows clause by clause."""

from __future__ import annotations

from collections.abc import Iterator

from penalty_engine.proof.findings import Proven
from penalty_engine.proof.general import GeneralCheck
from penalty_engine.proof.prover import Prover
from penalty_engine.proof.rows import RowsCheck
from penalty_engine.rulebook.records import Rulebook


def prove_benchmarks(rulebook: Rulebook, prover: Prover) -> Iterator[Proven]:
    """Every benchmark of the rulebook."""
    for benchmark in rulebook.benchmarks.values():
        yield from GeneralCheck(rulebook, benchmark, prover).run()
        for clause in dict.fromkeys(row.clause for row in benchmark.rows):
            rows = [row for row in benchmark.rows if row.clause == clause]
            yield from RowsCheck(rulebook, benchmark, rows, prover).run()
