"""Discretion benchmarks. Named tuples, like all records (see `records`)."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any, NamedTuple

from penalty_engine.diagnostics import Place
from penalty_engine.messages import Names
from penalty_engine.rulebook.catalogue_records import Period, Provenance
from penalty_engine.rulebook.conditions import Condition

BELOW_RANGE = ("no-fine", "mitigated")
"""Kinds of bands, and effects of tiers, that lie below the statutory range."""


class BandRule(NamedTuple):
    """Where a tier lies. ``kind``: shares of the ``range`` or of the ``maximum``; ``rates`` in the clause's own form;
    ``sum``: another quantity × rates; ``no-fine``; ``mitigated``: anything below the minimum.

    Rates stand as written: numbers where they multiply a sum of money, else yuan.
    """

    kind: str
    low: Fraction
    high: Fraction
    low_open: bool
    high_open: bool
    times: str | None
    per: tuple[str, ...]
    place: Place

    @property
    def needs(self) -> tuple[str, ...]:
        """The facts the band is computed from, beside those of the fine."""
        return (self.times,) if self.times else self.per


class Tier(NamedTuple):
    """One tier; tiers stand in order from the mildest to the gravest. ``band``: where it lies in any range, None where only
    rows say so; ``maximum_only``: where the law states no minimum; ``effect``: no-fine, mitigated, or None."""

    id: str
    name: Names
    effect: str | None
    band: BandRule | None
    maximum_only: BandRule | None
    place: Place


class Selection(NamedTuple):
    """A row of the general selection: the condition that selects a tier."""

    tier: Tier
    when: Condition
    rule: str
    place: Place


class Shift(NamedTuple):
    """So many tiers up or down, where the condition holds."""

    by: int
    when: Condition
    rule: str
    place: Place


class TierMeasure(NamedTuple):
    """A measure that goes with a tier, in the table's own words if it has any."""

    measure: str
    words: str | None
    place: Place


class RowTier(NamedTuple):
    """One tier of a row. ``when`` None: selected by the general selection of the benchmark; ``bands``: by target."""

    tier: Tier
    when: Condition | None
    bands: Mapping[str, BandRule]
    measures: tuple[TierMeasure, ...]
    revoke: str | None
    note: Names | None
    rule: str
    place: Place


class RowExample(NamedTuple):
    """A case worked by hand beside a row."""

    data: Mapping[str, Any]
    place: Place


class Row(NamedTuple):
    """The tiers of one clause, or of the branch of it that ``where`` names. ``ties``: which tier is taken where two hold,
    and why.

    ``statutory``: the range as the table states it (rates as in the clause), for comparison with the clause.
    """

    rule: str
    clause: str
    where: Condition | None
    statutory: tuple[Fraction | None, Fraction | None] | None
    period: Period | None
    source: Provenance | None
    ties: str | None
    tiers: tuple[RowTier, ...]
    examples: tuple[RowExample, ...]
    facts: tuple[str, ...]
    place: Place
    ties_reason: Names | None = None

    @property
    def by_facts(self) -> bool:
        """Whether the row has conditions of its own; otherwise the general selection decides."""
        return self.tiers[0].when is not None


class Option(NamedTuple):
    """A percentage (as a share) of a factor, where the condition holds."""

    percent: Fraction
    when: Condition
    rule: str
    place: Place


class Factor(NamedTuple):
    """One factor of a percentage method; the first option that holds counts, none: 0. ``unless``: where it is switched off."""

    id: str
    name: Names
    options: tuple[Option, ...]
    unless: Condition | None
    unless_rule: str
    place: Place


class Percentages(NamedTuple):
    """A fine by percentages (as shares); see `model_benchmark.PercentagesModel`."""

    id: str
    name: Names
    base: str
    combine: str
    start: Fraction
    at_least: Fraction | None
    at_most: Fraction | None
    factors: tuple[Factor, ...]
    place: Place


class LeftOpen(NamedTuple):
    """A part of the range that the published text gives to no tier."""

    low: Fraction
    high: Fraction
    maximum_only: bool
    reason: Names
    place: Place


class Benchmark(NamedTuple):
    """A discretion benchmark. ``general``: whether it serves for any clause, not only for those it has rows for.

    ``facts``: what its general selection, shifts and factors look at; ``row_facts``: what its rows do.
    """

    id: str
    title: Names
    fallback: bool
    issued_by: Names | None
    jurisdiction: str | None
    period: Period
    source: Provenance
    tiers: tuple[Tier, ...]
    left_open: tuple[LeftOpen, ...]
    select: tuple[Selection, ...]
    shift: tuple[Shift, ...]
    rows: tuple[Row, ...]
    percentages: Percentages | None
    mitigated_id: str
    mitigated_name: Names
    recommend_at: Fraction
    round_down_to: int
    facts: tuple[str, ...]
    row_facts: tuple[str, ...]
    place: Place

    @property
    def general(self) -> bool:
        return self.percentages is not None or any(tier.band is not None for tier in self.tiers)

    @property
    def chosen_by_circumstances(self) -> bool:
        """Whether circumstances move the tier."""
        return bool(self.select or self.shift)
