"""All proofs over one rulebook."""

from __future__ import annotations

from penalty_engine.proof.benchmarks import prove_benchmarks
from penalty_engine.proof.clauses import prove_clauses
from penalty_engine.proof.findings import Proof
from penalty_engine.proof.prover import Prover
from penalty_engine.proof.solver import Solver, solver_available
from penalty_engine.proof.space import space_of
from penalty_engine.rulebook.records import Rulebook


def prove(rulebook: Rulebook, solver: bool = True) -> Proof:
    """Check every clause and benchmark. `solver`: ask z3, where it is installed, what intervals cannot decide."""
    prover = Prover(space_of(rulebook), Solver() if solver and solver_available() else None)
    return Proof((*prove_clauses(rulebook, prover), *prove_benchmarks(rulebook, prover)))
