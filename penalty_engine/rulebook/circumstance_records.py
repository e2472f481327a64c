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


class Exclusion(NamedTuple):
    """Violations for which a circumstance never counts, and why."""

    violations: frozenset[str]
    reason: Names
    source: Provenance
    place: Place


class Advice(NamedTuple):
    """What to say where a circumstance is established and the condition holds, of facts and of the result."""

    when: Condition
    text: Names
    source: Provenance
    place: Place


class Always(NamedTuple):
    """What goes with every penalty that does not carry it already: an order, or the confiscation of a sum.

    ``unless``: where there is nothing left to order; ``lifted_when``: where that order of a clause falls away as well;
    ``not_beside``: orders that leave nothing to confiscate where their clause looks at the sum itself.
    """

    rule: str
    order: str | None
    confiscate: str | None
    unless: Condition | None
    not_beside: tuple[str, ...]
    basis: Basis
    place: Place
    lifted_when: Condition | None = None


class Circumstance(NamedTuple):
    """A finding that moves (lighter, heavier) or excludes (exempt) the penalty; ``parties``: whom it can concern.

    ``ground``: what it rests on; of several that rest on the same one counts. ``requires``: what must not be known to
    fail (and, where it follows from facts, must be known to hold); ``violations``: for which alone it is provided, empty
    for all. ``when_source``: where it was read that it follows from ``when``, if not in the provision; ``ends_pursuit``:
    where it exempts, nothing is ordered either.
    """

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
    ground: str = ""
    requires: Condition | None = None
    violations: frozenset[str] = frozenset()
    never_for: tuple[Exclusion, ...] = ()
    advice: tuple[Advice, ...] = ()
    when_source: Provenance | None = None
    ends_pursuit: bool = False
