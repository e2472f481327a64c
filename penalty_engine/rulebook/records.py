"""The rulebook the engine runs on: immutable records, indexed once. Every record knows its place in the rule files.

Named tuples, because a dataclass costs a millisecond of start-up each.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any, NamedTuple

from penalty_engine.diagnostics import Place
from penalty_engine.messages import Names
from penalty_engine.money import Fen
from penalty_engine.rulebook.benchmark_records import Benchmark
from penalty_engine.rulebook.catalogue_records import (
    Conflict,
    Covered,
    NotObtained,
    Period,
    Provenance,
    Quotation,
    RegisterItem,
    Violation,
    Vocabulary,
)
from penalty_engine.rulebook.circumstance_records import Always, Basis, Circumstance
from penalty_engine.rulebook.conditions import Condition
from penalty_engine.rulebook.procedure_records import Authority, Ground, LargerAmount, Limitation, TimeLimit
from penalty_engine.rulebook.requirement_records import Requirement


class Statute(NamedTuple):
    """One version of a statute. ``version`` is its first day in force, or ``undated``."""

    id: str
    title: Names
    short: str
    rank: str
    jurisdiction: str
    version: str
    power: tuple[str, ...]
    period: Period
    source: Provenance
    followed_by: Names | None
    place: Place


class Fine(NamedTuple):
    """Quantity × rate. With ``times`` the rates are plain numbers, otherwise fen. ``rule`` identifies it."""

    rule: str
    target: str
    optional: bool
    times: str | None
    per: tuple[str, ...]
    low: Fen
    high: Fen
    fixed: bool
    cap: Fen | None
    floor: Fen | None
    base_at_least: int | None
    each: str | None
    unspecified: bool
    double_when: Condition | None
    double_rule: str
    rate_text: str
    place: Place

    @property
    def quantities(self) -> tuple[str, ...]:
        """The facts the sum is computed from."""
        return (self.times,) if self.times else self.per

    @property
    def needs(self) -> tuple[str, ...]:
        """The facts without which the fine cannot be told."""
        return self.quantities if self.each is None else (*self.quantities, self.each)


class Revocation(NamedTuple):
    """The licence to be revoked, and the condition for it."""

    licence: str
    when: Condition | None
    rule: str
    place: Place


class Measure(NamedTuple):
    """A measure beside the fine; ``by``: the other body that decides it; ``optional``: 可以."""

    measure: str
    words: str | None
    by: str | None
    optional: bool
    when: Condition | None
    rule: str
    place: Place


class Payment(NamedTuple):
    """A sum that is not a fine: a sum of money × counts × rate, limited by the money fact ``not_above``; ``by``: who orders it."""

    payment: str
    optional: bool
    times: str
    per: tuple[str, ...]
    low: Fraction
    high: Fraction
    not_above: str | None
    if_known: bool
    place: Place
    by: str | None = None

    @property
    def needs(self) -> tuple[str, ...]:
        """The facts the sum is computed from."""
        return (self.times, *self.per, *((self.not_above,) if self.not_above else ()))


class Outcome(NamedTuple):
    """What a clause imposes where ``when`` holds. ``rule`` is its id in the network."""

    rule: str
    when: Condition
    fines: tuple[Fine, ...]
    confiscate: str | None
    revoke: Revocation | None
    measures: tuple[Measure, ...]
    payments: tuple[Payment, ...]
    refer: str | None
    note: Names | None
    place: Place


class Example(NamedTuple):
    """A case worked by hand beside the rule."""

    data: Mapping[str, Any]
    place: Place


class Clause(NamedTuple):
    """One penalty clause in one version of its statute. ``key`` is statute/id, ``rule`` names the version too.

    ``power``: the bodies that may impose it, empty for any; ``not_obtained``: why there is neither text nor outcome;
    ``elements``: circumstances that are already part of the violation and are not counted again.
    """

    key: str
    rule: str
    statute: Statute
    article: str
    violations: tuple[str, ...]
    text: str
    refers_to: tuple[Quotation, ...]
    power: tuple[str, ...]
    not_obtained: Names | None
    orders: tuple[str, ...]
    order_words: Mapping[str, str]
    entry: Condition | None
    hit_policy: str
    outcomes: tuple[Outcome, ...]
    examples: tuple[Example, ...]
    source: Provenance
    place: Place
    used_facts: tuple[str, ...] = ()
    elements: tuple[str, ...] = ()

    @property
    def violation(self) -> str:
        """The first entry of the catalogue it punishes."""
        return self.violations[0]


class Rulebook(NamedTuple):
    """All rules, frozen. ``clauses`` lists the versions of each clause from oldest to newest.

    ``circumstance_facts`` are the facts from which circumstances follow, ``named_circumstances`` those that conditions
    of clauses, of other circumstances and of benchmarks look at.
    """

    fingerprint: str
    vocabulary: Vocabulary
    violations: Mapping[str, Violation]
    clauses: Mapping[str, tuple[Clause, ...]]
    by_violation: Mapping[str, tuple[str, ...]]
    circumstances: Mapping[str, Circumstance]
    benchmarks: Mapping[str, Benchmark]
    grounds: tuple[Ground, ...]
    time_limits: tuple[TimeLimit, ...]
    limitations: tuple[Limitation, ...]
    authorities: Mapping[str, Authority]
    files: tuple[str, ...] = ()
    circumstance_facts: frozenset[str] = frozenset()
    named_circumstances: tuple[str, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    register: tuple[RegisterItem, ...] = ()
    covered: tuple[Covered, ...] = ()
    not_obtained: tuple[NotObtained, ...] = ()
    principles: Mapping[str, Basis] = {}
    larger_amounts: Mapping[str, LargerAmount] = {}
    requirements: Mapping[str, Requirement] = {}
    always: tuple[Always, ...] = ()

    @property
    def default_authority(self) -> Authority | None:
        """The authority meant where a case names none: the one marked so, or the only one."""
        known = self.authorities.values()
        chosen = [item for item in known if item.default or len(known) == 1]
        return chosen[0] if len(chosen) == 1 else None
