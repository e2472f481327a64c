"""The words of the rulebook as immutable records: vocabulary, catalogue, provenance, conflicts, registers, coverage.

Named tuples, like all records (see `records`).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Literal, NamedTuple

from penalty_engine.diagnostics import Place
from penalty_engine.messages import Names

FactType = Literal["money", "count", "integer", "boolean", "choice", "share"]


class Provenance(NamedTuple):
    """Where something was read; ``reason`` says why it is not verified."""

    cite: str
    verified: bool
    reason: Names | None = None


class Period(NamedTuple):
    """First and last day in force, inclusive; None: no first day known, no last day."""

    first: date | None
    last: date | None
    verified: bool = True
    reason: Names | None = None

    def covers(self, day: date) -> bool:
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


class DateCheck(NamedTuple):
    """A warning where a fact has this value although ``day`` is not after ``not_after``, nor before ``not_before``.

    ``instead``: the value that the days prove, which then stands.
    """

    value: Any
    day: str
    not_after: str
    warning: Names
    not_before: str | None = None
    instead: Any = None


class Spells(NamedTuple):
    """How dated spells are counted into a fact; ``of``: the part of another fact's spells before or since a day."""

    unit: str
    of: str | None
    before: str | None
    since: str | None
    source: Provenance | None


class Derivation(NamedTuple):
    """How a fact follows from what the case says elsewhere, where the act does not state it.

    ``kind``: ``age`` on a day; ``days``, ``months``, ``years`` from one of ``days`` to one of ``until``; whether one of
    ``days`` lies ``before`` or ``after`` one of ``until``; ``prior_penalties`` before one of ``days``, and in the ``length``
    ``unit`` before one of ``until`` (0: ever); the ``share`` that the first of ``counts`` is of the second. Of several days the first known one is meant.
    ``begun``: a part of a unit counts whole; ``same``: only penalties for the same violation.
    """

    kind: str
    days: tuple[str, ...] = ()
    until: tuple[str, ...] = ()
    length: int = 0
    unit: str = ""
    begun: bool = False
    same: bool = False
    counts: tuple[str, ...] = ()
    source: Provenance | None = None


class Fact(NamedTuple):
    """One word of the vocabulary."""

    id: str
    type: FactType
    label: Names
    question: Names | None
    unit: Names | None
    choices: Mapping[str, Names]
    computed: bool
    asked_when: Mapping[str, Any]
    when_unused: Names | None
    date_checks: tuple[DateCheck, ...]
    spells: Spells | None
    place: Place
    words: tuple[str, ...] = ()
    except_words: tuple[str, ...] = ()
    derivation: Derivation | None = None


class MeasureKind(NamedTuple):
    """A measure by name. ``penalty``: an administrative penalty; ``grave``: of the kinds that open a hearing."""

    name: Names
    penalty: bool
    grave: bool
    words: tuple[str, ...] = ()
    except_words: tuple[str, ...] = ()


class PaymentKind(NamedTuple):
    """A sum that is not a fine, by name, and who receives it."""

    name: Names
    to: Names


class PenaltyWords(NamedTuple):
    """The words by which provisions impose a kind of penalty, and longer ones that contain them without doing so."""

    words: tuple[str, ...]
    except_words: tuple[str, ...] = ()


class Vocabulary(NamedTuple):
    """All facts, those of them that are sums of money or shares, and the names of orders, licences, bodies, measures, payments.

    ``order_words``, ``licence_words``: what provisions call them where the name itself does not stand there;
    ``penalty_words``: how they name fines, confiscation, revocation, orders and doubling; ``derived``: the facts that
    follow from the rest of a case, in the order in which they are worked out.
    """

    facts: Mapping[str, Fact]
    orders: Mapping[str, Names]
    licences: Mapping[str, Names]
    bodies: Mapping[str, Names]
    money: frozenset[str] = frozenset()
    measures: Mapping[str, MeasureKind] = {}
    payments: Mapping[str, PaymentKind] = {}
    order_words: Mapping[str, tuple[str, ...]] = {}
    licence_words: Mapping[str, tuple[str, ...]] = {}
    penalty_words: Mapping[str, PenaltyWords] = {}
    derived: tuple[Fact, ...] = ()
    shares: frozenset[str] = frozenset()


class Quotation(NamedTuple):
    """A provision quoted: the short title of its statute (empty: the same statute), article, text."""

    statute: str
    article: str
    text: str


class Violation(NamedTuple):
    """One entry of the catalogue. ``register``: the places of the registers that lead to it."""

    id: str
    name: Names
    aliases: tuple[str, ...]
    forbidden_by: tuple[Quotation, ...]
    register: tuple[str, ...]
    place: Place


class Conflict(NamedTuple):
    """Clauses that may meet in one act. ``kind``: prevails (the first sets the others aside), higher-fine, together.

    ``at_least_the_others``: the governing fine is not set below what a clause that gives way makes mandatory.
    """

    id: str
    kind: str
    clauses: tuple[str, ...]
    ground: str | None
    reason: Names
    confirm: bool
    at_least_the_others: bool
    place: Place


class RegisterItem(NamedTuple):
    """An item of a bureau's register and the entries of the catalogue it leads to."""

    id: str
    group: Names
    register: Names
    where: str
    text: str
    violations: tuple[str, ...]
    note: Names | None
    place: Place


class Covered(NamedTuple):
    """A provision of the field: the clauses that encode it, or why it is not encoded."""

    row: str
    group: Names
    provision: str
    clauses: tuple[str, ...]
    why: Names | None
    place: Place


class NotObtained(NamedTuple):
    """A text that could not be had."""

    title: str
    missing: Names
    supply: Names
    file: str
