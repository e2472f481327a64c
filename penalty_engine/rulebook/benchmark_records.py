"""Discretion benchmarks. Named tuples, like all records (see `records`)."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from penalty_engine.diagnostics import Place
from penalty_engine.messages import Names
from penalty_engine.rulebook.catalogue_records import Period, Provenance
from penalty_engine.rulebook.conditions import Condition


class Tier(NamedTuple):
    """One tier, as a share of the range."""

    id: str
    name: Names
    low: Fraction
    high: Fraction
    place: Place


class Selection(NamedTuple):
    """A row of a benchmark: the condition that selects a tier."""

    tier: Tier
    when: Condition
    rule: str
    place: Place


class Benchmark(NamedTuple):
    """A discretion benchmark: tiers as shares of the range, their selection, and the point proposed in a band."""

    id: str
    title: Names
    fallback: bool
    period: Period
    source: Provenance
    tiers: tuple[Tier, ...]
    select: tuple[Selection, ...]
    mitigated_id: str
    mitigated_name: Names
    recommend_at: Fraction
    round_down_to: int
    place: Place
