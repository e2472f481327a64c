"""Procedure and authorities: duties, limitation, time limits, who punishes. Named tuples, like all records (see `records`)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from penalty_engine.diagnostics import Place
from penalty_engine.messages import Names
from penalty_engine.rulebook.catalogue_records import Provenance
from penalty_engine.rulebook.circumstance_records import Basis
from penalty_engine.rulebook.conditions import Condition


class Ground(NamedTuple):
    """One ground that raises a procedural duty."""

    duty: str
    permits: bool
    code: str
    when: Condition
    basis: Basis
    text: Names
    rule: str
    place: Place


class Limitation(NamedTuple):
    """No penalty once ``years`` have passed from the day ``start`` to the earliest of ``until``."""

    years: int
    start: str
    until: tuple[str, ...]
    warning: Names
    basis: Basis
    place: Place


class TimeLimit(NamedTuple):
    """A time limit; ``unit`` is days, working_days or months, counted from the day ``start`` of the timeline."""

    id: str
    name: Names
    start: str
    length: int
    unit: str
    only_with: str | None
    basis: Basis
    place: Place


class Authority(NamedTuple):
    """Who punishes: thresholds (fen), benchmark, and the details that papers need (``profile``, as in the file)."""

    id: str
    default: bool
    name: Names
    jurisdictions: tuple[str, ...]
    powers: tuple[str, ...]
    benchmark: str
    larger_amount: Mapping[str, int]
    larger_amount_source: Provenance
    grounds: tuple[Ground, ...]
    profile: Mapping[str, Any]
    source: Provenance
    place: Place
