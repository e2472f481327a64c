"""Circumstances and discretion benchmarks."""

from __future__ import annotations

from penalty_engine.messages import Names
from penalty_engine.rulebook.build.context import FileContext, make_basis, names, names_or_none
from penalty_engine.rulebook.catalogue_records import Period, Provenance
from penalty_engine.rulebook.model import BenchmarkFile, CircumstanceModel, CircumstancesFile
from penalty_engine.rulebook.records import Benchmark, Circumstance, Selection, Tier
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


def build_benchmark(model: BenchmarkFile, context: FileContext) -> Benchmark:
    """One benchmark; its tiers must cover the range without gap or overlap."""
    item, path = model.benchmark, ("benchmark",)
    tiers: dict[str, Tier] = {}
    reached = None
    for index, tier in enumerate(item.tiers):
        here = (*path, "tiers", index)
        if tier.id in tiers:
            context.finding("duplicate-id", (*here, "id"), name=tier.id)
        expected = 0 if reached is None else reached
        if tier.low != expected or tier.high < tier.low:
            context.finding("tier-gap", (*here, "from"), name=tier.id, expected=expected, found=tier.low)
        reached = tier.high
        tiers[tier.id] = Tier(tier.id, names(tier.name), tier.low, tier.high, context.source.place(here))
    if reached != 1:
        context.finding("tiers-end", (*path, "tiers", len(item.tiers) - 1, "to"), found=reached)
    select = []
    for index, row in enumerate(item.select):
        here = (*path, "select", index)
        when = context.condition(row.when, (*here, "when"))
        if context.known(row.tier, tiers, "unknown-tier", (*here, "tier")):
            select.append(
                Selection(
                    tiers[row.tier],
                    when,
                    f"benchmark/{item.id}/select{index + 1}",
                    context.source.place(here),
                )
            )
    return Benchmark(
        item.id,
        names(item.title),
        item.fallback,
        context.period(item.in_force, (*path, "in_force")),
        context.provenance(item.source, (*path, "source")),
        tuple(tiers.values()),
        tuple(select),
        item.mitigated.id,
        names(item.mitigated.name),
        item.recommend.at,
        item.recommend.round_down_to,
        context.source.place((*path, "id")),
    )
