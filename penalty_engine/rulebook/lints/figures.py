"""Figures of a clause against the Chinese numerals in its own quoted text, both ways."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from decimal import Decimal
from fractions import Fraction

from penalty_engine.diagnostics import Diagnostic, Place
from penalty_engine.money import Fen
from penalty_engine.rulebook.conditions import tests
from penalty_engine.rulebook.numerals import figures
from penalty_engine.rulebook.records import Clause, Fine, Rulebook
from penalty_engine.rulebook.rule_conditions import clause_conditions

Figure = tuple[Decimal, str]


def check_figures(rulebook: Rulebook) -> Iterator[Diagnostic]:
    """A figure of a rule that the text does not state, and a sum or multiple of the text that no rule states."""
    money = rulebook.vocabulary.money
    for versions in rulebook.clauses.values():
        for clause in versions:
            yield from _check_clause(clause, money)


def _check_clause(clause: Clause, money: Collection[str]) -> Iterator[Diagnostic]:
    stated = figures(clause.text)
    used: set[Figure] = set()
    for figure, place in (*_fines(clause), *_thresholds(clause, money)):
        used.add(figure)
        if figure not in stated:
            params = {
                "clause": clause.key,
                "figure": f"{_shown(figure[0])}{figure[1]}",
                "stated": list(stated.values()) or ["—"],
            }
            yield Diagnostic("figure-not-in-text", place, params=params)
    for figure, words in stated.items():
        if figure not in used:
            yield Diagnostic(
                "figure-not-encoded", clause.place, params={"clause": clause.key, "words": words}
            )


def _fines(clause: Clause) -> Iterator[tuple[Figure, Place]]:
    for outcome in clause.outcomes:
        for fine in outcome.fines:
            yield from ((figure, fine.place) for figure in _rates(fine))


def _thresholds(clause: Clause, money: Collection[str]) -> Iterator[tuple[Figure, Place]]:
    """Sums that a condition compares with; nothing at all (zero) is no figure."""
    for condition, place in clause_conditions(clause):
        for test in tests(condition):
            if test.fact in money and test.value:
                yield (_decimal(int(test.value), 100), "元"), place


def _rates(fine: Fine) -> list[Figure]:
    unit = "倍" if fine.times else "元"
    scale = 1 if fine.times else 100
    bounds = [bound for bound in dict.fromkeys((fine.low, fine.high)) if bound != 0]
    sums = [bound for bound in (fine.cap, fine.floor) if bound is not None]
    return [(_decimal(bound, scale), unit) for bound in bounds] + [
        (_decimal(bound, 100), "元") for bound in sums
    ]


def _decimal(amount: Fen, scale: int) -> Decimal:
    exact = Fraction(amount) / scale
    return Decimal(exact.numerator) / Decimal(exact.denominator)


def _shown(number: Decimal) -> str:
    return format(number.normalize(), "f")
