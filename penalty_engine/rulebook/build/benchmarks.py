"""Discretion benchmarks: tiers, their general selection, shifts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from penalty_engine.rulebook.benchmark_records import (
    BandRule,
    Benchmark,
    LeftOpen,
    Row,
    Selection,
    Shift,
    Tier,
)
from penalty_engine.rulebook.build.bands import shares
from penalty_engine.rulebook.build.context import FileContext, names, names_or_none
from penalty_engine.rulebook.build.percentages import build_percentages, percentage_conditions
from penalty_engine.rulebook.build.rows import RowBuilder
from penalty_engine.rulebook.catalogue_records import Vocabulary
from penalty_engine.rulebook.condition_reader import Path
from penalty_engine.rulebook.conditions import Condition, fact_names
from penalty_engine.rulebook.model_benchmark import BenchmarkFile, BenchmarkModel, TierModel


def build_benchmark(model: BenchmarkFile, context: FileContext, vocabulary: Vocabulary) -> Benchmark:
    """One benchmark; shares of its tiers must cover the range without gap or overlap."""
    item, path = model.benchmark, ("benchmark",)
    tiers = _tiers(item, context)
    select, shift = _select(item, tiers, context), _shift(item, context)
    if select and not tiers:
        context.finding("missing-key", path, name="tiers")
    rule = f"benchmark/{item.id}"
    rows = tuple(
        RowBuilder(context, vocabulary, tiers, bool(select), f"{rule}/row{index + 1}").build(
            row, (*path, "rows", index)
        )
        for index, row in enumerate(item.rows)
    )
    percentages = (
        None
        if item.percentages is None
        else build_percentages(item.percentages, rule, context, (*path, "percentages"))
    )
    _selectable(item, context, tiers, rows)
    _told_apart(item, context, tiers)
    general = [row.when for row in select] + [row.when for row in shift]
    if percentages is not None:
        general.extend(percentage_conditions(percentages))
    return Benchmark(
        item.id,
        names(item.title),
        item.fallback,
        names_or_none(item.issued_by),
        item.jurisdiction,
        context.period(item.in_force, (*path, "in_force")),
        context.provenance(item.source, (*path, "source")),
        tuple(tiers.values()),
        _left_open(item, context),
        select,
        shift,
        rows,
        percentages,
        item.mitigated.id,
        names(item.mitigated.name),
        item.recommend.at,
        item.recommend.round_down_to,
        _named(general),
        tuple(dict.fromkeys(name for row in rows for name in row.facts)),
        context.source.place((*path, "id")),
    )


def _named(conditions: Iterable[Condition]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for condition in conditions for name in fact_names(condition)))


def _left_open(item: BenchmarkModel, context: FileContext) -> tuple[LeftOpen, ...]:
    return tuple(
        LeftOpen(
            part.low,
            part.high,
            part.maximum_only,
            names(part.reason),
            context.source.place(("benchmark", "left_open", index)),
        )
        for index, part in enumerate(item.left_open)
    )


def _tiers(item: BenchmarkModel, context: FileContext) -> dict[str, Tier]:
    tiers: dict[str, Tier] = {}
    before = len(context.diagnostics)
    for index, model in enumerate(item.tiers):
        here = ("benchmark", "tiers", index)
        if model.id in tiers:
            context.finding("duplicate-id", (*here, "id"), name=model.id)
        band = shares(model, context, here)
        only = (
            None
            if model.maximum_only is None
            else shares(model.maximum_only, context, (*here, "maximum_only"))
        )
        if model.effect is not None and band is not None:
            context.finding("effect-with-shares", (*here, "effect"), key=True)
        tiers[model.id] = Tier(
            model.id, names(model.name), model.effect, band, only, context.source.place(here)
        )
    if len(context.diagnostics) == before:  # else what follows would only be noise
        _covered(item, tiers, context, maximum_only=False)
        _covered(item, tiers, context, maximum_only=True)
    return tiers


def _covered(item: BenchmarkModel, tiers: dict[str, Tier], context: FileContext, maximum_only: bool) -> None:
    """The shares of the tiers follow one another from 0 to 1; what is left open is declared."""
    if maximum_only and not any(model.maximum_only for model in item.tiers):
        return
    open_parts = {part.low: part.high for part in item.left_open if part.maximum_only is maximum_only}
    before: BandRule | None = None
    last: Path = ()
    for index, model in enumerate(item.tiers):
        tier = tiers[model.id]
        own = maximum_only and tier.maximum_only is not None
        band = tier.maximum_only if own else tier.band
        if band is None:
            continue
        last = ("benchmark", "tiers", index, *(("maximum_only",) if own else ()))
        expected = Fraction(0) if before is None else before.high
        if band.low != expected and open_parts.get(expected) == band.low:
            expected = band.low
        if band.low != expected or band.high < band.low:
            key = "above" if band.low_open else "from"
            context.finding("tier-gap", (*last, key), name=model.id, expected=expected, found=band.low)
        elif before is not None and before.high_open and band.low_open and before.high == band.low:
            context.finding("tier-point-left-out", (*last, "above"), name=model.id, point=band.low)
        before = band
    if before is not None and before.high != 1 and open_parts.get(before.high) != 1:
        context.finding("tiers-end", (*last, "below" if before.high_open else "to"), found=before.high)


def _select(item: BenchmarkModel, tiers: dict[str, Tier], context: FileContext) -> tuple[Selection, ...]:
    found = []
    for index, row in enumerate(item.select):
        here = ("benchmark", "select", index)
        when = context.condition(row.when, (*here, "when"))
        if context.known(row.tier, tiers, "unknown-tier", (*here, "tier")):
            rule = f"benchmark/{item.id}/select{index + 1}"
            found.append(Selection(tiers[row.tier], when, rule, context.source.place(here)))
    return tuple(found)


def _shift(item: BenchmarkModel, context: FileContext) -> tuple[Shift, ...]:
    return tuple(
        Shift(
            model.by,
            context.condition(model.when, ("benchmark", "shift", index, "when")),
            f"benchmark/{item.id}/shift{index + 1}",
            context.source.place(("benchmark", "shift", index)),
        )
        for index, model in enumerate(item.shift)
    )


def _told_apart(item: BenchmarkModel, context: FileContext, tiers: dict[str, Tier]) -> None:
    """Percentages and mitigation stand where a tier would; a tier that mitigates itself may have the name of mitigation."""
    taken = {name for name, tier in tiers.items() if tier.effect != "mitigated"}
    if item.percentages is not None:
        if item.percentages.id in tiers:
            context.finding("duplicate-id", ("benchmark", "percentages", "id"), name=item.percentages.id)
        taken.add(item.percentages.id)
    if item.mitigated.id in taken:
        context.finding("duplicate-id", ("benchmark", "mitigated", "id"), name=item.mitigated.id)


def _says_where(model: TierModel) -> bool:
    return any(end is not None for end in (model.low, model.above, model.high, model.below))


def _selectable(
    item: BenchmarkModel, context: FileContext, tiers: dict[str, Tier], rows: Sequence[Row]
) -> None:
    """Tiers with shares need a general selection; a benchmark needs a method."""
    shared = any(tier.band is not None for tier in tiers.values())
    if shared and not item.select:
        context.finding("missing-key", ("benchmark",), name="select")
    bare = {model.id for model in item.tiers if model.effect is None and not _says_where(model)}
    for index, row in enumerate(item.select if shared else ()):
        if row.tier in bare:
            context.finding("tier-without-shares", ("benchmark", "select", index, "tier"), name=row.tier)
    if not (shared or rows or item.percentages):
        context.finding("benchmark-empty", ("benchmark", "id"))
    if shared and item.percentages is not None:
        context.finding("percentages-with-shares", ("benchmark", "percentages"), key=True)
