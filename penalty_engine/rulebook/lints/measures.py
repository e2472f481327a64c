"""Orders and measures: their words stand in the provision, and 责令 or a measure's words there lead to one of them."""

from __future__ import annotations

from collections.abc import Iterator

from penalty_engine.diagnostics import Diagnostic
from penalty_engine.rulebook.catalogue_records import MeasureKind, Vocabulary
from penalty_engine.rulebook.lints.penalties import licence_words, measure_words
from penalty_engine.rulebook.lints.wording import Group, Passage, demanded, groups, occurrences, quoted
from penalty_engine.rulebook.numerals import figures
from penalty_engine.rulebook.records import Clause, Rulebook

_TELLING = 4
"""A name of fewer characters (处分, 关闭) may stand in a provision in another sense; it demands a measure only as `words`."""


def check_measures(rulebook: Rulebook) -> Iterator[Diagnostic]:
    """Orders and measures without their words, and words without an order or measure."""
    vocabulary = rulebook.vocabulary
    for group in groups(rulebook):
        for clause in group.clauses:
            yield from _unfounded(clause, vocabulary)
        yield from _orders_left_out(group, vocabulary)
        yield from _measures_left_out(group, vocabulary)


def _order_words(clause: Clause, order: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    own = clause.order_words.get(order)
    return (own,) if own else (vocabulary.orders[order].zh, *vocabulary.order_words.get(order, ()))


def _unfounded(clause: Clause, vocabulary: Vocabulary) -> Iterator[Diagnostic]:
    text = quoted(clause)
    for order in clause.orders:
        words = _order_words(clause, order, vocabulary)
        if not any(word in text for word in words):
            params = {"clause": clause.key, "name": order, "words": list(words)}
            yield Diagnostic("order-words-not-in-text", clause.place, params=params)
    for measure in (item for outcome in clause.outcomes for item in outcome.measures):
        kind = vocabulary.measures[measure.measure]
        words = (measure.words,) if measure.words else (kind.name.zh, *kind.words)
        if not any(word in text for word in words):
            params = {"clause": clause.key, "name": measure.measure, "words": list(words)}
            yield Diagnostic("measure-words-not-in-text", measure.place, params=params)


def _orders_left_out(group: Group, vocabulary: Vocabulary) -> Iterator[Diagnostic]:
    """责令, or the words of an order, that is neither an order nor a measure, and does not order a payment."""
    table = vocabulary.penalty_words.get("order")
    if table is None:
        return
    first, text = group.clauses[0], group.text
    words = {
        word
        for clause in group.clauses
        for order in clause.orders
        for word in (*_order_words(clause, order, vocabulary), vocabulary.orders[order].zh)
    }
    covering = occurrences(text, (*words, *measure_words(vocabulary, group)))
    paid = any(outcome.payments for clause in group.clauses for outcome in clause.outcomes)
    passage = Passage(text, ())
    wanted = (*table.words, *(word for known in vocabulary.order_words.values() for word in known))
    for start, end in demanded(group, wanted, table.except_words, vocabulary):
        if any(begin <= end and start < finish for begin, finish in covering):
            continue
        segment = passage.segment(start, end)
        if not (paid and figures(segment)):  # 责令用人单位按应付金额50%以上……加付赔偿金: a payment
            phrase = segment[segment.find(text[start:end]) :]
            yield Diagnostic("order-not-encoded", first.place, params={"clause": first.key, "words": phrase})


def _measures_left_out(group: Group, vocabulary: Vocabulary) -> Iterator[Diagnostic]:
    """Words that the vocabulary says are those of a measure, and no measure, order or revocation holds."""
    first, text = group.clauses[0], group.text
    own = [word for clause in group.clauses for word in clause.order_words.values()]
    used = {
        item.measure for clause in group.clauses for outcome in clause.outcomes for item in outcome.measures
    }
    revoked = [
        word
        for clause in group.clauses
        for outcome in clause.outcomes
        if outcome.revoke is not None
        for word in licence_words(vocabulary, outcome.revoke.licence)
    ]
    covering = occurrences(text, (*own, *revoked, *measure_words(vocabulary, group)))
    for name, kind in vocabulary.measures.items():
        for start, end in demanded(group, _telling(kind, vocabulary), kind.except_words, vocabulary):
            if name in used or any(begin < end and start < finish for begin, finish in covering):
                continue
            params = {"clause": first.key, "words": text[start:end], "name": name}
            yield Diagnostic("measure-not-encoded", first.place, params=params)
            break


def _telling(kind: MeasureKind, vocabulary: Vocabulary) -> tuple[str, ...]:
    """The words that demand a measure: those it is given, else its name, unless that is an order (told as one)."""
    name, order = kind.name.zh, vocabulary.penalty_words.get("order")
    if kind.words or len(name) < _TELLING or (order and any(word in name for word in order.words)):
        return kind.words
    return (name,)
