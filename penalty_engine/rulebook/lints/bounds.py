"""以上, 以下, 超过, 不满 of the provisions against the bounds of the rule: the right figure with the wrong word is wrong."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from penalty_engine.diagnostics import Diagnostic
from penalty_engine.rulebook.conditions import FactTest
from penalty_engine.rulebook.lints.figures import figures_agree
from penalty_engine.rulebook.lints.wording import (
    Passage,
    as_written,
    decimal,
    groups,
    passages,
    places_of,
    shown,
    sums,
    thresholds,
)
from penalty_engine.rulebook.numerals import Amount
from penalty_engine.rulebook.records import Clause, Rulebook

_SIDES = {"ge": "whole", "lt": "whole", "gt": "above", "le": "above"}
"""A figure divides numbers either from itself upwards (以上, 不满) or above itself (超过, 以下)."""

_WORDS = {"whole": "以上、不满", "above": "超过、以下"}


def check_bounds(rulebook: Rulebook) -> Iterator[Diagnostic]:
    """Sums whose bounds are written otherwise in the provision, and thresholds on the wrong side of their figure."""
    facts = rulebook.vocabulary.facts
    numbers = {name for name, fact in facts.items() if fact.type in ("money", "count", "integer")}
    for group in groups(rulebook):
        if not figures_agree(group, rulebook.vocabulary.money):
            continue
        for clause in group.clauses:
            found = passages(clause)
            yield from _sums(clause, found)
            for test, place in thresholds(clause, numbers):
                scale = 100 if test.fact in rulebook.vocabulary.money else 1
                words = _wrong_side(test, scale, found)
                if words:
                    params = {
                        "clause": clause.key,
                        "fact": facts[test.fact].label,
                        "figure": shown(decimal(int(test.value), scale)),
                        "words": words,
                        "used": _WORDS[_SIDES[test.op]],
                    }
                    yield Diagnostic("threshold-side", place, params=params)


def _sums(clause: Clause, found: Collection[Passage]) -> Iterator[Diagnostic]:
    for item in sums(clause):
        if not item.bounds or places_of(item, found):
            continue
        figures = {bound.figure for bound in item.bounds}
        words = [
            amount.words
            for passage in found
            for amount in passage.amounts
            if figures & {bound.figure for bound in amount.bounds}
        ]
        params = {
            "clause": clause.key,
            "rule": as_written(item.bounds),
            "words": list(dict.fromkeys(words)),
        }
        yield Diagnostic("bounds-not-as-written", item.place, params=params)


def _wrong_side(test: FactTest, scale: int, found: Collection[Passage]) -> list[str]:
    """The words that put this figure on the other side; none where some put it on this one, or none say."""
    if test.op not in _SIDES:
        return []
    number = decimal(int(test.value), scale)
    said = [
        (bound.op, amount)
        for passage in found
        for amount in passage.amounts
        for bound in amount.bounds
        if bound.number == number and bound.op in _SIDES and (bound.unit == "元") == (scale == 100)
    ]
    if any(_SIDES[op] == _SIDES[test.op] for op, _ in said):
        return []
    words: list[Amount] = [amount for _, amount in said]
    return list(dict.fromkeys(amount.words for amount in words))
