"""Checks of the finished rulebook, one per module. A lint is a function `Rulebook → diagnostics`; it never changes a rule."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from penalty_engine.diagnostics import Diagnostic
from penalty_engine.proof.selection import check_selection
from penalty_engine.rulebook.lints.articles import check_articles
from penalty_engine.rulebook.lints.benchmarks import check_benchmarks
from penalty_engine.rulebook.lints.bounds import check_bounds
from penalty_engine.rulebook.lints.catalogue import check_catalogue
from penalty_engine.rulebook.lints.circles import check_circles
from penalty_engine.rulebook.lints.circumstances import check_circumstances
from penalty_engine.rulebook.lints.concurrence import check_concurrence
from penalty_engine.rulebook.lints.conflicts import check_conflicts
from penalty_engine.rulebook.lints.coverage import check_coverage
from penalty_engine.rulebook.lints.examples import check_examples, check_row_examples
from penalty_engine.rulebook.lints.fact_words import check_fact_words
from penalty_engine.rulebook.lints.figures import check_figures
from penalty_engine.rulebook.lints.measures import check_measures
from penalty_engine.rulebook.lints.optional import check_optional
from penalty_engine.rulebook.lints.penalties import check_penalties
from penalty_engine.rulebook.lints.provenance import check_provenance
from penalty_engine.rulebook.lints.quantities import check_quantities
from penalty_engine.rulebook.lints.references import check_references
from penalty_engine.rulebook.lints.time_limits import check_time_limits
from penalty_engine.rulebook.lints.versions import check_versions
from penalty_engine.rulebook.records import Rulebook

LINTS: tuple[Callable[[Rulebook], Iterator[Diagnostic]], ...] = (
    check_figures,
    check_versions,
    check_references,
    check_time_limits,
    check_benchmarks,
    check_circles,
    check_circumstances,
    check_conflicts,
    check_selection,
    check_catalogue,
    check_bounds,
    check_quantities,
    check_optional,
    check_fact_words,
    check_penalties,
    check_measures,
    check_articles,
    check_provenance,
    check_examples,
    check_row_examples,
    check_concurrence,
    check_coverage,
)
