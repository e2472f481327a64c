"""Figures of a clause against the Chinese numerals in the provisions it quotes, both ways.

A figure of a rule may stand in the clause's own text or in a provision it refers to; a figure of the text must be encoded.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from penalty_engine.diagnostics import Diagnostic, Place
from penalty_engine.rulebook.catalogue_records import PenaltyWords
from penalty_engine.rulebook.lints.wording import (
    Group,
    decimal,
    figures_of,
    groups,
    passages,
    quoted,
    shown,
    sums,
    thresholds,
)
from penalty_engine.rulebook.numerals import Figure, figures
from penalty_engine.rulebook.records import Clause, Fine, Rulebook


def check_figures(rulebook: Rulebook) -> Iterator[Diagnostic]:
    """A figure of a rule that no quoted provision states, a sum or multiple of the text that no rule states, and
    doubling on one side only."""
    money = rulebook.vocabulary.money
    doubling = rulebook.vocabulary.penalty_words.get("doubling")
    for group in groups(rulebook):
        for clause in group.clauses:
            yield from _unfounded(clause, money)
        for finding in _left_out(group, money):
            if not _recounted(group, finding.params["words"], rulebook):
                yield finding
        if doubling is not None:
            yield from _doubling(group, doubling)


def _recounted(group: Group, words: str, rulebook: Rulebook) -> bool:
    """Whether a clause without sums of its own only recounts a payment of another for the same act."""
    if any(sums(clause) for clause in group.clauses):
        return False
    violations = {name for clause in group.clauses for name in clause.violations}
    others = {key for name in violations for key in rulebook.by_violation.get(name, ())}
    recounted = set(figures(words))
    return any(
        bound.figure in recounted
        for key in others
        for clause in rulebook.clauses[key]
        for item in sums(clause)
        if item.fine is None
        for bound in item.bounds
    )


def figures_agree(group: Group, money: Collection[str]) -> bool:
    """Whether every figure stands on both sides, so that a finer comparison has something to compare."""
    if any(True for clause in group.clauses for _ in _unfounded(clause, money)):
        return False
    return not any(True for _ in _left_out(group, money))


def _unfounded(clause: Clause, money: Collection[str]) -> Iterator[Diagnostic]:
    stated = figures_of(passages(clause))
    for figure, place in _used(clause, money):
        if figure not in stated:
            said = [word for text in _texts(clause) for word in figures(text).values()]
            params = {
                "clause": clause.key,
                "figure": f"{shown(figure[0])}{figure[1]}",
                "stated": said or ["—"],
            }
            yield Diagnostic("figure-not-in-text", place, params=params)


def _left_out(group: Group, money: Collection[str]) -> Iterator[Diagnostic]:
    used = {figure for clause in group.clauses for figure, _ in _used(clause, money)}
    used |= {figure for words in _own_words(group) for figure in figures(words)}
    if not used:  # a clause without a sum of its own may name that of a provision it refers to
        used = {
            figure for clause in group.clauses for item in clause.refers_to for figure in figures(item.text)
        }
    first = group.clauses[0]
    for figure, words in figures(group.text).items():
        if figure not in used:
            yield Diagnostic("figure-not-encoded", first.place, params={"clause": first.key, "words": words})


def _used(clause: Clause, money: Collection[str]) -> Iterator[tuple[Figure, Place]]:
    for item in sums(clause):
        yield from ((bound.figure, item.place) for bound in item.bounds if bound.number)
        if item.fine is not None:
            yield from ((figure, item.place) for figure in _limits(item.fine))
    for test, place in thresholds(clause, money):
        yield (decimal(int(test.value), 100), "元"), place


def _own_words(group: Group) -> Iterator[str]:
    """Orders and measures in the words of the provision; a figure in them needs no other place."""
    for clause in group.clauses:
        yield from clause.order_words.values()
        measures = (item for outcome in clause.outcomes for item in outcome.measures)
        yield from (item.words for item in measures if item.words)


def _limits(fine: Fine) -> list[Figure]:
    limits = (fine.cap, fine.floor, fine.base_at_least)
    return [(decimal(limit, 100), "元") for limit in limits if limit is not None]


def _doubling(group: Group, doubling: PenaltyWords) -> Iterator[Diagnostic]:
    """加一倍 in the provisions, `double_when` in the rule."""
    for clause in group.clauses:
        doubled = [fine for fine in _fines(clause) if fine.double_when]
        said = any(word in quoted(clause) for word in doubling.words)
        params = {"clause": clause.key, "words": list(doubling.words)}
        if doubled and not said:
            yield Diagnostic("double-not-in-text", doubled[0].place, params=params)
        if said and not any(fine.double_when for other in group.clauses for fine in _fines(other)):
            yield Diagnostic("double-not-encoded", clause.place, params=params)
        rates = {(fine.low, fine.high) for fine in doubled}
        for fine in _fines(clause):
            if (
                fine.double_when is None and (fine.low, fine.high) in rates
            ):  # the same standard, doubled elsewhere
                yield Diagnostic("double-not-encoded", fine.place, params=params)


def _fines(clause: Clause) -> list[Fine]:
    return [fine for outcome in clause.outcomes for fine in outcome.fines]


def _texts(clause: Clause) -> list[str]:
    return [clause.text, *(item.text for item in clause.refers_to)]
