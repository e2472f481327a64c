"""Requirements of a decision."""

from __future__ import annotations

from collections.abc import Sequence

from penalty_engine.messages import Names
from penalty_engine.rulebook.build.context import FileContext, make_basis, names
from penalty_engine.rulebook.catalogue_records import Period, Provenance
from penalty_engine.rulebook.condition_reader import Path
from penalty_engine.rulebook.model_procedure import ProcedureFile
from penalty_engine.rulebook.model_requirements import RequirementModel
from penalty_engine.rulebook.requirement_records import Requirement


def build_requirements(model: ProcedureFile, context: FileContext) -> dict[str, Requirement]:
    """The requirements of one file of procedure."""
    if not model.requirements:
        return {}
    title = names(model.statute)
    context = FileContext(
        context.source, context.facts, []
    )  # what is wrong with the head is told once, with the duties
    period = context.period(model.in_force, ("in_force",))
    source = context.provenance(model.source, ("source",))
    return requirements_of(model.requirements, ("requirements",), context, title, period, source)


def requirements_of(
    items: Sequence[RequirementModel],
    path: Path,
    context: FileContext,
    title: Names,
    period: Period,
    source: Provenance,
) -> dict[str, Requirement]:
    """The requirements in the list at `path`."""
    return {
        item.requirement: Requirement(
            item.requirement,
            item.at_least,
            make_basis(title, item.article, item.text, period, source),
            context.source.place((*path, index)),
        )
        for index, item in enumerate(items)
    }
