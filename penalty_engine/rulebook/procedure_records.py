"""Procedure and authorities: duties, limitation, time limits, who punishes. Named tuples, like all records (see `records`)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Any, NamedTuple

from penalty_engine.diagnostics import Place
from penalty_engine.messages import Names
from penalty_engine.rulebook.catalogue_records import Provenance
from penalty_engine.rulebook.circumstance_records import Basis
from penalty_engine.rulebook.conditions import Condition
from penalty_engine.rulebook.requirement_records import Requirement


class Ground(NamedTuple):
    """One ground that raises a procedural duty; ``violations``: only where an act is dealt with as one of these.

    ``since``: it does not apply to decisions before that day; ``undecided_before``: of decisions before that one it tells
    nothing certain. ``fine_warning``: see `GroundModel`.
    """

    duty: str
    permits: bool
    code: str
    when: Condition
    basis: Basis
    text: Names
    rule: str
    place: Place
    violations: tuple[str, ...] = ()
    jurisdiction: str = "national"
    since: date | None = None
    fine_warning: Names | None = None
    undecided_before: date | None = None


class Longer(NamedTuple):
    """So many years instead, where the condition holds."""

    years: int
    when: Condition


class Limitation(NamedTuple):
    """No penalty once ``years`` have passed from the day ``start`` to the earliest of ``until``.

    ``establishes``: the fact by which rules learn that; without it the engine only warns. ``doubtful``: the days among
    ``until`` of which the provision itself does not speak, by the source that does.
    """

    years: int
    start: str
    until: tuple[str, ...]
    warning: Names
    basis: Basis
    place: Place
    extended: Longer | None = None
    establishes: str | None = None
    doubtful: tuple[tuple[str, ...], Provenance] | None = None


class Extension(NamedTuple):
    """By how much a time limit is extended (in its own unit) where that was approved on the day ``approved``."""

    approved: str
    length: int


class Surcharge(NamedTuple):
    """``daily``: the share of the fine added for each day; ``at_most``: the share of it where that ends; ``until``: the
    day it was paid."""

    daily: Fraction
    at_most: Fraction
    until: str


class Unless(NamedTuple):
    """See `UnlessModel`."""

    case: str
    since: date | None = None


class TimeLimit(NamedTuple):
    """A time limit; ``unit`` is days, working_days or months, counted from the day ``start`` of the timeline, or from the
    last day of the limit ``after`` (then ``start`` is empty). What the other fields mean: see `TimeLimitModel`."""

    id: str
    name: Names
    start: str
    length: int
    unit: str
    only_with: str | None
    basis: Basis
    place: Place
    after: str | None = None
    backwards: bool = False
    kind: str = "act-by"
    if_missed: bool = False
    group: str | None = None
    fulfilled_by: str | None = None
    shown_by: tuple[str, ...] = ()
    ended_by: str | None = None
    extension: Extension | None = None
    surcharge: Surcharge | None = None
    note: Names | None = None
    jurisdiction: str = "national"
    since: date | None = None
    and_after: str | None = None
    settles: str | None = None
    when_known: bool = False
    else_after: str | None = None
    unless: Unless | None = None


class LargerAmount(NamedTuple):
    """较大数额 as some place has set it, in fen by kind of party. ``serves``: the duty it was set for."""

    id: str
    name: Names
    serves: str
    amounts: Mapping[str, int]
    source: Provenance
    place: Place


class Authority(NamedTuple):
    """Who punishes: thresholds (fen), benchmarks in order of preference, and the details that papers need (``profile``, as in the file).

    ``profile_sources``: where single fields of the profile come from, if not from ``source``.
    """

    id: str
    default: bool
    name: Names
    jurisdictions: tuple[str, ...]
    powers: tuple[str, ...]
    benchmarks: tuple[str, ...]
    larger_amount: Mapping[str, int]
    larger_amount_source: Provenance
    grounds: tuple[Ground, ...]
    profile: Mapping[str, Any]
    source: Provenance
    place: Place
    time_limits: tuple[TimeLimit, ...] = ()
    requirements: Mapping[str, Requirement] = {}
    profile_sources: Mapping[str, Provenance] = {}
