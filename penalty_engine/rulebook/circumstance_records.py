"""What something rests on, and circumstances: findings that move or exclude a penalty. Named tuples, like all records (see `records`)."""

from __future__ import annotations

from typing import NamedTuple

from penalty_engine.diagnostics import Place
from penalty_engine.messages import Names
from penalty_engine.rulebook.catalogue_records import Period, Provenance
from penalty_engine.rulebook.conditions import Condition


class Basis(NamedTuple):
    """The statute, article and text something rests on, and where that was read."""

    statute: Names
    article: str
    text: str
    period: Period
    source: Provenance
    cite: Names


class Circumstance(NamedTuple):
    """A finding that moves (lighter, heavier) or excludes (exempt) the penalty; ``parties``: whom it can concern."""

    id: str
    name: Names
    effect: str
    force: str
    mitigates: bool
    gravest: bool
    election: str | None
    parties: tuple[str, ...]
    basis: Basis
    when: Condition | None
    rule: str
    contradicted_by: Condition | None
    contradiction_rule: str
    note: Names | None
    place: Place
