"""The models of discretion benchmarks: tiers, how one is chosen, rows for single clauses, percentages."""

from __future__ import annotations

from fractions import Fraction
from typing import Annotated, Any, Literal

from pydantic import Field

from penalty_engine.rulebook.model_base import ConditionModel, Model, NamesModel, PeriodModel, SourceModel
from penalty_engine.rulebook.scalars import (
    ID,
    ClauseKey,
    FactName,
    IsoDate,
    Number,
    Percent,
    SchemaOne,
    Share,
    Text,
)
from penalty_engine.rulebook.words import BandName, FineTarget, PartyKind, Ties


class SharesModel(Model):
    """A part of the range (or, ``of: maximum``, of the statutory maximum). ``above``, ``below``: that end is not included."""

    of: Literal["range", "maximum"] = "range"
    low: Share | None = Field(default=None, alias="from")
    above: Share | None = None
    high: Share | None = Field(default=None, alias="to")
    below: Share | None = None


class TierModel(SharesModel):
    """One tier, from the mildest to the gravest: where it lies in any range. Without shares the rows say so.

    ``maximum_only``: other shares where the law states no minimum. ``effect``: a tier that is no part of the range.
    """

    id: ID
    name: NamesModel
    effect: Literal["no-fine", "mitigated"] | None = None
    maximum_only: SharesModel | None = None


class LeftOpenModel(Model):
    """A part of the range that the published text gives to no tier."""

    low: Share = Field(alias="from")
    high: Share = Field(alias="to")
    maximum_only: bool = False
    reason: NamesModel


class SelectModel(Model):
    """Which tier, where its condition holds."""

    tier: ID
    when: ConditionModel


class ShiftModel(Model):
    """So many tiers up (or, negative, down) from the one that facts select, where the condition holds."""

    by: Annotated[int, Field(ge=-10, le=10)]
    when: ConditionModel


class BandModel(Model):
    """Where a tier lies for one clause. Amounts in the clause's own form; ``times``/``per``: in another quantity;
    ``from``/``to``: shares of the range or of the maximum."""

    at_least: Number | None = None
    above: Number | None = None
    at_most: Number | None = None
    below: Number | None = None
    exactly: Number | None = None
    times: FactName | None = None
    per: FactName | list[FactName] | None = None
    of: Literal["range", "maximum"] | None = None
    low: Share | None = Field(default=None, alias="from")
    high: Share | None = Field(default=None, alias="to")


AnyBand = BandName | BandModel
"""``maximum``, ``minimum``, ``no-fine``, ``mitigated``, or amounts."""


class TierMeasureModel(Model):
    """A measure that goes with a tier, in the table's own words."""

    measure: ID
    words: Text | None = None


class RowTierModel(Model):
    """One tier of a row: when it applies, where the fine lies, and what else it means.

    ``bands``: one for each target, where several move together.
    """

    tier: ID
    when: ConditionModel | None = None
    band: AnyBand | None = None
    bands: dict[FineTarget, AnyBand] | None = None
    measures: list[ID | TierMeasureModel] = []
    revoke: ID | None = None
    note: NamesModel | None = None


class BoundsModel(Model):
    """The statutory range as the table states it."""

    at_least: Number | None = None
    at_most: Number | None = None


class RowExampleModel(Model):
    """A case worked by hand; runs as a test of the row. ``band`` and ``recommended`` are those of the unit's fine in yuan."""

    facts: dict[FactName, Any]
    circumstances: list[ID] = []
    party: PartyKind = "organization"
    violation: ID | None = None
    day: IsoDate | None = None
    tier: ID | None = None
    band: list[Any] | None = None
    person_band: list[Any] | None = None
    recommended: Any = None
    tied: list[ID] | None = None
    missing_facts: list[FactName] | None = None
    measures: list[ID] | None = None
    revoke: str | None = None


class RowModel(Model):
    """The tiers of one clause (``where``: of one branch of it), with days and source of its own where they differ.

    ``ties``: which tier is taken where the ends of two touch (``ties_reason``: why).
    """

    clause: ClauseKey
    where: ConditionModel | None = None
    statutory: BoundsModel | None = None
    in_force: PeriodModel | None = None
    source: SourceModel | None = None
    ties: Ties | None = None
    ties_reason: NamesModel | None = None
    tiers: list[RowTierModel] = Field(min_length=1)
    examples: list[RowExampleModel] = []


class OptionModel(Model):
    """So many per cent, where the condition holds."""

    percent: Percent
    when: ConditionModel


class FactorModel(Model):
    """One factor: the first of its options that holds gives its percentage. ``unless``: where it is switched off."""

    id: ID
    name: NamesModel
    options: list[OptionModel] = Field(min_length=1)
    unless: ConditionModel | None = None


class PercentagesModel(Model):
    """A fine by percentages, taken in the order written. ``base``: of the maximum, or of the span of the range above its minimum.

    additive: the percentages are added to ``start``; bounded: the same, kept between ``at_least`` and ``at_most`` after each;
    serial: each raises or lowers what was reached before.
    """

    id: ID
    name: NamesModel
    base: Literal["maximum", "range"]
    combine: Literal["additive", "serial", "bounded"]
    start: Percent = Fraction(0)
    at_least: Percent | None = None
    at_most: Percent | None = None
    factors: list[FactorModel] = Field(min_length=1)


class MitigatedModel(Model):
    """What a fine below the statutory minimum is called."""

    id: ID
    name: NamesModel


class RecommendModel(Model):
    """The point proposed inside a band, and its one rounding step (yuan)."""

    at: Share
    round_down_to: Annotated[int, Field(ge=1)]


class BenchmarkModel(Model):
    """A discretion benchmark."""

    id: ID
    title: NamesModel
    fallback: bool = False
    issued_by: NamesModel | None = None
    jurisdiction: ID | None = None
    in_force: PeriodModel
    source: SourceModel
    tiers: list[TierModel] = []
    left_open: list[LeftOpenModel] = []
    select: list[SelectModel] = []
    shift: list[ShiftModel] = []
    rows: list[RowModel] = []
    percentages: PercentagesModel | None = None
    mitigated: MitigatedModel
    recommend: RecommendModel


class BenchmarkFile(Model):
    """rules/benchmarks/*.yaml"""

    format: SchemaOne = Field(alias="schema")
    benchmark: BenchmarkModel
