"""Checks of the finished rulebook, one per module. A lint is a function `Rulebook → diagnostics`; it never changes a rule."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from penalty_engine.diagnostics import Diagnostic
from penalty_engine.rulebook.lints.catalogue import check_catalogue
from penalty_engine.rulebook.lints.circles import check_circles
from penalty_engine.rulebook.lints.figures import check_figures
from penalty_engine.rulebook.lints.references import check_references
from penalty_engine.rulebook.lints.tiers import check_tiers
from penalty_engine.rulebook.lints.versions import check_versions
from penalty_engine.rulebook.records import Rulebook

LINTS: tuple[Callable[[Rulebook], Iterator[Diagnostic]], ...] = (
    check_figures,
    check_versions,
    check_references,
    check_circles,
    check_tiers,
    check_catalogue,
)
