"""Figures of a clause against the Chinese numerals in its own quoted text, both ways."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from penalty_engine.diagnostics import Diagnostic
from penalty_engine.money import Fen
from penalty_engine.rulebook.numerals import figures
from penalty_engine.rulebook.records import Clause, Fine, Rulebook


def check_figures(rulebook: Rulebook) -> Iterator[Diagnostic]:
    """A rate that the text does not state, and a sum or multiple of the text that no rate states."""
    for versions in rulebook.clauses.values():
        for clause in versions:
            yield from _check_clause(clause)


def _check_clause(clause: Clause) -> Iterator[Diagnostic]:
    stated = figures(clause.text)
    used: set[tuple[Decimal, str]] = set()
    for outcome in clause.outcomes:
        for fine in outcome.fines:
            for figure in _rates(fine):
                used.add(figure)
                if figure not in stated:
                    params = {
                        "clause": clause.key,
                        "figure": f"{_shown(figure[0])}{figure[1]}",
                        "stated": list(stated.values()) or ["—"],
                    }
                    yield Diagnostic("figure-not-in-text", fine.place, params=params)
    for figure, words in stated.items():
        if figure not in used:
            yield Diagnostic(
                "figure-not-encoded", clause.place, params={"clause": clause.key, "words": words}
            )


def _rates(fine: Fine) -> list[tuple[Decimal, str]]:
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
