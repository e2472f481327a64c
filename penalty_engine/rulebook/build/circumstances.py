"""Circumstances."""

from __future__ import annotations

from penalty_engine.messages import Names
from penalty_engine.rulebook.build.context import FileContext, make_basis, names, names_or_none
from penalty_engine.rulebook.catalogue_records import Period, Provenance
from penalty_engine.rulebook.circumstance_records import Circumstance
from penalty_engine.rulebook.model_discretion import CircumstanceModel, CircumstancesFile
from penalty_engine.rulebook.words import PARTY_KINDS


def build_circumstances(model: CircumstancesFile, context: FileContext) -> list[Circumstance]:
    """The circumstances of one file."""
    statute = names(model.statute)
    period = context.period(model.in_force, ("in_force",))
    source = context.provenance(model.source, ("source",))
    return [
        _circumstance(item, ("circumstances", index), context, statute, period, source)
        for index, item in enumerate(model.circumstances)
    ]


def _circumstance(
    item: CircumstanceModel,
    path: tuple[str | int, ...],
    context: FileContext,
    statute: Names,
    period: Period,
    source: Provenance,
) -> Circumstance:
    if item.mitigates and item.effect != "lighter":
        context.finding("mitigates-needs-lighter", (*path, "mitigates"), key=True)
    if item.gravest and item.effect != "heavier":
        context.finding("gravest-needs-heavier", (*path, "gravest"), key=True)
    return Circumstance(
        item.id,
        names(item.name),
        item.effect,
        item.force,
        item.mitigates,
        item.gravest,
        item.election,
        tuple(item.parties or PARTY_KINDS),
        make_basis(statute, item.article, item.text, period, source),
        context.optional_condition(item.when, (*path, "when")),
        f"circumstance/{item.id}",
        context.optional_condition(item.contradicted_by, (*path, "contradicted_by")),
        f"contradiction/{item.id}",
        names_or_none(item.note),
        context.source.place((*path, "id")),
    )
