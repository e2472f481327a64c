"""Rows of a benchmark: the tiers of one clause."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from penalty_engine.rulebook.benchmark_records import BandRule, Row, RowExample, RowTier, Tier, TierMeasure
from penalty_engine.rulebook.build.bands import band
from penalty_engine.rulebook.build.context import FileContext, names_or_none
from penalty_engine.rulebook.catalogue_records import Vocabulary
from penalty_engine.rulebook.condition_reader import Path
from penalty_engine.rulebook.conditions import fact_names
from penalty_engine.rulebook.model_benchmark import BoundsModel, RowModel, RowTierModel


class RowBuilder:
    """Builds one row. ``selects``: whether the benchmark has a general selection for tiers without condition."""

    def __init__(
        self,
        context: FileContext,
        vocabulary: Vocabulary,
        tiers: Mapping[str, Tier],
        selects: bool,
        rule: str,
    ) -> None:
        self.context, self.vocabulary, self.tiers = context, vocabulary, tiers
        self.selects, self.rule = selects, rule

    def build(self, model: RowModel, path: Path) -> Row:
        context = self.context
        tiers = tuple(
            found
            for index, item in enumerate(model.tiers)
            if (found := self._tier(item, f"{self.rule}/tier{index + 1}", (*path, "tiers", index)))
            is not None
        )
        self._conditions_agree(model, path)
        where = context.optional_condition(model.where, (*path, "where"))
        conditions = [item.when for item in tiers if item.when is not None]
        if where is not None:
            conditions.append(where)
        quantities = [name for item in tiers for rule in item.bands.values() for name in rule.needs]
        return Row(
            self.rule,
            model.clause,
            where,
            _statutory(model.statutory),
            None if model.in_force is None else context.period(model.in_force, (*path, "in_force")),
            None if model.source is None else context.provenance(model.source, (*path, "source")),
            model.ties,
            tiers,
            tuple(
                RowExample(
                    item.model_dump(exclude_unset=True), context.source.place((*path, "examples", index))
                )
                for index, item in enumerate(model.examples)
            ),
            tuple(dict.fromkeys([name for item in conditions for name in fact_names(item)] + quantities)),
            context.source.place((*path, "clause")),
            names_or_none(model.ties_reason),
        )

    def _conditions_agree(self, model: RowModel, path: Path) -> None:
        """Either every tier has a condition, or none and the general selection decides."""
        without = [index for index, item in enumerate(model.tiers) if item.when is None]
        if without and (len(without) < len(model.tiers) or not self.selects):
            self.context.finding("row-tier-without-condition", (*path, "tiers", without[0]))
        if without and len(without) == len(model.tiers):
            named = {item.tier for item in model.tiers}
            if len(named) < len(model.tiers):
                self.context.finding("row-tier-twice", (*path, "tiers"))

    def _tier(self, model: RowTierModel, rule: str, path: Path) -> RowTier | None:
        context = self.context
        if not context.known(model.tier, self.tiers, "unknown-tier", (*path, "tier")):
            return None
        tier = self.tiers[model.tier]
        measures = []
        for index, raw in enumerate(model.measures):
            here = (*path, "measures", index)
            name, words = (raw, None) if isinstance(raw, str) else (raw.measure, raw.words)
            context.known(name, self.vocabulary.measures, "unknown-measure", here)
            measures.append(TierMeasure(name, words, context.source.place(here)))
        if model.revoke is not None:
            context.known(model.revoke, self.vocabulary.licences, "unknown-licence", (*path, "revoke"))
        return RowTier(
            tier,
            context.optional_condition(model.when, (*path, "when")),
            self._bands(model, tier, path),
            tuple(measures),
            model.revoke,
            names_or_none(model.note),
            rule,
            context.source.place(path),
        )

    def _bands(self, model: RowTierModel, tier: Tier, path: Path) -> dict[str, BandRule]:
        """Bands by target; a tier of the benchmark that has shares, or an effect, needs none of its own."""
        if (model.band is None) is (model.bands is None):
            if model.band is None and (tier.band is not None or tier.effect is not None):
                return {}
            self.context.finding("row-tier-band", path, name=tier.id)
            return {}
        if model.band is not None:
            return {"unit": band(model.band, self.context, (*path, "band"))}
        return {
            target: band(item, self.context, (*path, "bands", target))
            for target, item in (model.bands or {}).items()
        }


def _statutory(model: BoundsModel | None) -> tuple[Fraction | None, Fraction | None] | None:
    if model is None:
        return None
    low, high = model.at_least, model.at_most
    return (None if low is None else Fraction(low), None if high is None else Fraction(high))
