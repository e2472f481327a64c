"""Discretion benchmarks."""

from __future__ import annotations

from penalty_engine.rulebook.benchmark_records import Benchmark, Selection, Tier
from penalty_engine.rulebook.build.context import FileContext, names
from penalty_engine.rulebook.model_discretion import BenchmarkFile


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
