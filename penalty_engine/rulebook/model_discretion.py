"""The models of discretion: circumstances and benchmarks."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from penalty_engine.rulebook.model_base import ConditionModel, Model, NamesModel, PeriodModel, SourceModel
from penalty_engine.rulebook.scalars import ID, SchemaOne, Share, Text
from penalty_engine.rulebook.words import PartyKind


class CircumstanceModel(Model):
    """A finding that moves or excludes the penalty."""

    id: ID
    name: NamesModel
    effect: Literal["exempt", "lighter", "heavier"]
    force: Literal["mandatory", "discretionary"]
    mitigates: bool = False
    gravest: bool = False
    election: Literal["first_violation_exemption"] | None = None
    parties: Annotated[list[PartyKind], Field(min_length=1)] | None = None
    note: NamesModel | None = None
    contradicted_by: ConditionModel | None = None
    article: Text
    text: Text
    when: ConditionModel | None = None


class CircumstancesFile(Model):
    """rules/circumstances/*.yaml"""

    format: SchemaOne = Field(alias="schema")
    statute: NamesModel
    in_force: PeriodModel
    source: SourceModel
    circumstances: list[CircumstanceModel] = Field(min_length=1)


class TierModel(Model):
    """One tier: a share of the way from the statutory minimum to the maximum."""

    id: ID
    name: NamesModel
    low: Share = Field(alias="from")
    high: Share = Field(alias="to")


class SelectModel(Model):
    """Which tier, where its condition holds."""

    tier: ID
    when: ConditionModel


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
    in_force: PeriodModel
    source: SourceModel
    tiers: list[TierModel] = Field(min_length=1)
    select: list[SelectModel] = Field(min_length=1)
    mitigated: MitigatedModel
    recommend: RecommendModel


class BenchmarkFile(Model):
    """rules/benchmarks/*.yaml"""

    format: SchemaOne = Field(alias="schema")
    benchmark: BenchmarkModel
