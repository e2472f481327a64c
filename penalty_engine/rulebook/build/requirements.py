"""Requirements of a decision."""

from __future__ import annotations

from penalty_engine.rulebook.build.context import FileContext, make_basis, names
from penalty_engine.rulebook.model_procedure import ProcedureFile
from penalty_engine.rulebook.requirement_records import Requirement


def build_requirements(model: ProcedureFile, context: FileContext) -> dict[str, Requirement]:
    """The requirements of one file of procedure."""
    if not model.requirements:
        return {}
    statute = names(model.statute)
    context = FileContext(
        context.source, context.facts, []
    )  # what is wrong with the head is told once, with the duties
    period = context.period(model.in_force, ("in_force",))
    source = context.provenance(model.source, ("source",))
    return {
        item.requirement: Requirement(
            item.requirement,
            item.at_least,
            make_basis(statute, item.article, item.text, period, source),
            context.source.place(("requirements", index)),
        )
        for index, item in enumerate(model.requirements)
    }
