"""How lints read a clause: the provisions it quotes, and where in them its sums stand."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from penalty_engine.diagnostics import Place
from penalty_engine.money import Fen
from penalty_engine.rulebook.catalogue_records import Vocabulary
from penalty_engine.rulebook.conditions import FactTest, tests
from penalty_engine.rulebook.numerals import Amount, Bound, Figure, amounts, plain
from penalty_engine.rulebook.records import Clause, Fine, Payment, Rulebook
from penalty_engine.rulebook.rule_conditions import clause_conditions

_SEGMENT = re.compile("[，。；：:;,]")
_SENTENCE = re.compile("[。；：:;]")


class Passage(NamedTuple):
    """A quoted provision without full-width digits and gaps, and its figures."""

    text: str
    amounts: tuple[Amount, ...]

    def segment(self, start: int, end: int) -> str:
        """The words between punctuation marks around a place."""
        return self.text[_begin(_SEGMENT, self.text, start) : _finish(_SEGMENT, self.text, end)]

    def sentence(self, start: int, end: int) -> str:
        """The words between full stops, semicolons and colons around a place."""
        return self.text[_begin(_SENTENCE, self.text, start) : _finish(_SENTENCE, self.text, end)]


class Sum(NamedTuple):
    """A fine or payment as the lints see it: its bounds, its counts, and whether the provision leaves it open."""

    bounds: tuple[Bound, ...]
    per: tuple[str, ...]
    times: str | None
    optional: bool
    fine: Fine | None
    place: Place


class Group(NamedTuple):
    """Clauses of one version that quote the same text: the items of a paragraph, each a clause of its own."""

    clauses: tuple[Clause, ...]

    @property
    def text(self) -> str:
        return self.clauses[0].text

    @property
    def used_facts(self) -> frozenset[str]:
        return frozenset(name for clause in self.clauses for name in clause.used_facts)

    @property
    def referred_to(self) -> frozenset[str]:
        """The bodies that punish instead."""
        outcomes = (outcome for clause in self.clauses for outcome in clause.outcomes)
        return frozenset(outcome.refer for outcome in outcomes if outcome.refer)


def groups(rulebook: Rulebook) -> Iterator[Group]:
    """All clauses with a text, those that quote the same text together."""
    found: dict[tuple[str, str], list[Clause]] = {}
    for versions in rulebook.clauses.values():
        for clause in versions:
            if clause.not_obtained is None:
                found.setdefault((str(clause.statute.place), clause.text), []).append(clause)
    for clauses in found.values():
        yield Group(tuple(clauses))


def with_text(rulebook: Rulebook) -> Iterator[Clause]:
    """Every clause whose text was obtained."""
    for versions in rulebook.clauses.values():
        yield from (clause for clause in versions if clause.not_obtained is None)


def passages(clause: Clause) -> tuple[Passage, ...]:
    """The clause's own text first, then the provisions it rests on."""
    texts = (plain(text) for text in (clause.text, *(quoted.text for quoted in clause.refers_to)))
    return tuple(Passage(text, amounts(text)) for text in texts)


def quoted(clause: Clause) -> str:
    """All that the clause quotes; a line end between two provisions."""
    return "\n".join((clause.text, *(item.text for item in clause.refers_to)))


def sums(clause: Clause) -> list[Sum]:
    """Fines and payments in the order written."""
    found: list[Sum] = []
    for outcome in clause.outcomes:
        found += (_fine(fine) for fine in outcome.fines)
        found += (_payment(payment) for payment in outcome.payments)
    return found


def _fine(fine: Fine) -> Sum:
    unit, scale = ("倍", 1) if fine.times else ("元", 100)
    bounds = () if fine.unspecified else _bounds(fine.low, fine.high, fine.fixed, unit, scale)
    return Sum(bounds, fine.per, fine.times, fine.optional, fine, fine.place)


def _payment(payment: Payment) -> Sum:
    fixed = payment.low == payment.high
    bounds = _bounds(payment.low, payment.high, fixed, "倍", 1)
    if fixed and payment.low == 1:  # the sum itself: no figure says so
        bounds = ()
    return Sum(bounds, payment.per, payment.times, payment.optional, None, payment.place)


def _bounds(low: Fen, high: Fen, fixed: bool, unit: str, scale: int) -> tuple[Bound, ...]:
    if fixed:
        return (Bound("eq", decimal(high, scale), unit),)
    pair = (Bound("ge", decimal(low, scale), unit), Bound("le", decimal(high, scale), unit))
    return pair if low else pair[1:]


def thresholds(clause: Clause, kinds: Collection[str]) -> Iterator[tuple[FactTest, Place]]:
    """Tests of facts among `kinds` against something; nothing at all (zero) is no figure."""
    for condition, place in clause_conditions(clause):
        for test in tests(condition):
            if test.fact in kinds and test.value:
                yield test, place


def places_of(item: Sum, found: Collection[Passage]) -> list[tuple[Passage, Amount]]:
    """Where exactly these bounds stand together."""
    return [
        (passage, amount) for passage in found for amount in passage.amounts if amount.bounds == item.bounds
    ]


def figures_of(found: Collection[Passage]) -> dict[Figure, str]:
    """Sums and multiples stated: figure → the words of the provision around it."""
    return {
        bound.figure: amount.words
        for passage in found
        for amount in passage.amounts
        for bound in amount.bounds
        if bound.unit in ("元", "倍")
    }


def decimal(amount: Fen | int, scale: int) -> Decimal:
    """An amount in fen, or a rate, as the number a provision writes."""
    exact = Fraction(amount) / scale
    return Decimal(exact.numerator) / Decimal(exact.denominator)


def shown(number: Decimal) -> str:
    """A number without an exponent or trailing zeros."""
    return format(number.normalize(), "f")


def as_written(bounds: Collection[Bound]) -> str:
    """Bounds in the words of a statute, with Arabic figures."""
    after = {"ge": "以上", "le": "以下"}
    return "".join(f"{shown(item.number)}{item.unit}{after.get(item.op, '')}" for item in bounds)


def demanded(
    group: Group, words: Collection[str], exceptions: Collection[str], vocabulary: Vocabulary
) -> list[tuple[int, int]]:
    """Where words stand in the text of a group, outside what it leaves to other bodies."""
    bodies = [vocabulary.bodies[name].zh for name in group.referred_to]
    passage = Passage(group.text, ())
    return [
        (start, end)
        for start, end in occurrences(group.text, words, exceptions)
        if not any(body in passage.sentence(start, end) for body in bodies)
    ]


def occurrences(text: str, words: Collection[str], exceptions: Collection[str] = ()) -> list[tuple[int, int]]:
    """Where words stand, longer ones first, outside the exceptions and without overlaps."""
    masked = text
    for exception in exceptions:
        masked = masked.replace(exception, "\0" * len(exception))
    found: list[tuple[int, int]] = []
    for word in sorted(words, key=len, reverse=True):
        start = masked.find(word)
        while start >= 0:
            span = start, start + len(word)
            if not any(span[0] < end and begin < span[1] for begin, end in found):
                found.append(span)
            start = masked.find(word, start + 1)
    return sorted(found)


def _begin(marks: re.Pattern[str], text: str, position: int) -> int:
    return max((match.end() for match in marks.finditer(text, 0, position)), default=0)


def _finish(marks: re.Pattern[str], text: str, position: int) -> int:
    match = marks.search(text, position)
    return match.start() if match else len(text)
