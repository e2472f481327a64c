"""What moved, in words: each item of a result with its value before and after."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from penalty_engine.assessment import Assessment
from penalty_engine.messages import Message, Names
from penalty_engine.reasons import outcome
from penalty_engine.reasons.outcome import Item, Moved, Span
from penalty_engine.reasons.wording import NOTHING, Text, money_words, named, span_words
from penalty_engine.rulebook.records import Rulebook


class Line(NamedTuple):
    """One item that moved: what it is, and what it was and becomes."""

    label: Text
    act: int | None
    old: Text
    new: Text


def lines(book: Rulebook, found: Iterable[Moved], assessments: Iterable[Assessment] = ()) -> list[Line]:
    """Every item that moved. ``assessments``: where the time limits among them are named.

    Of a fine that is there on one side only its sum is told.
    """
    names = {item.id: item.name for one in assessments for item in one.procedure.deadlines}
    found = tuple(found)
    one_sided = {
        (item.act, item.name)
        for item, old, new in found
        if item.what == outcome.RECOMMENDED and (old is None or new is None)
    }
    told = []
    for item, old, new in found:
        if item.what in (outcome.RANGE, outcome.TIER) and (item.act, item.name) in one_sided:
            continue
        label = names.get(item.name, item.name) if item.what == outcome.DEADLINE else _label(book, item)
        told.append(Line(label, item.act, _value(book, item, old), _value(book, item, new)))
    return told


def _label(book: Rulebook, item: Item) -> Text:
    if item.what == outcome.DUTY:
        return named("reason-duty", item.name)
    if item.what == outcome.PAYMENTS:
        return book.vocabulary.payments[item.name].name
    label = named("reason-what", item.what)
    target, _, count = item.name.partition(":")
    if not target or (target == "unit" and not count):
        return label
    whom: Text = named("reason-target", target)
    if count:
        whom = Message("reason-numbered", {"name": whom, "number": count})
    return Message("reason-of", {"what": label, "whom": whom})


def _value(book: Rulebook, item: Item, value: Any) -> Text:
    if item.what == outcome.DUTY:
        return Message("reason-undecided") if value is None else Message("yes" if value else "no")
    if value is None:
        return NOTHING
    if isinstance(value, Span):
        return _span(value)
    if item.what in (outcome.RECOMMENDED, outcome.CONFISCATION):
        return money_words(value)
    if item.what == outcome.STATUS:
        return named("reason-status", value)
    if item.what == outcome.TIER:
        name: Text = value[1]
        return name
    if item.what == outcome.CLAUSE:
        return _name(book, item.what, value)
    if item.what == outcome.EXEMPTION:
        return book.circumstances[value].name if value in book.circumstances else str(value)
    if isinstance(value, date):
        return str(value)
    return Message("reason-all", {"parts": [_name(book, item.what, one) for one in value]})


def _span(value: Span) -> Text:
    words = span_words(value.minimum, value.maximum)
    if value.persons != 1:
        words = Message("reason-each", {"sums": words, "count": value.persons})
    return Message("reason-optional", {"sums": words}) if value.optional else words


def _name(book: Rulebook, what: str, name: str) -> Text:
    words = book.vocabulary
    if what in (outcome.CLAUSE, outcome.BESIDE) and name in book.clauses:
        newest = book.clauses[name][-1]
        title = Names(newest.statute.short, newest.statute.title.en)
        return Message("reason-clause", {"title": title, "article": newest.article, "clause": name})
    if what == outcome.REVOCATION:
        return words.licences.get(name, name)
    if what in (outcome.GRAVE, outcome.MEASURES):
        return words.measures[name].name if name in words.measures else name
    if what == outcome.ORDERS:
        return words.orders.get(name, name)
    if what == outcome.MISSING:
        return words.facts[name].label if name in words.facts else name
    return named("reason-open", name)
