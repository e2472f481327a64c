"""Dated spells counted into a fact: days, or months of which a part counts whole. Each spell is counted by itself."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from itertools import pairwise
from typing import Any, NamedTuple

from penalty_engine.assessment import Step
from penalty_engine.diagnostics import nearest
from penalty_engine.rulebook.catalogue_records import Fact
from penalty_engine.rulebook.condition_reader import MAX_COUNT, FactError, shown
from penalty_engine.rulebook.scalars import iso_date

_KEYS = ("who", "from", "to")
_MOST = 2_000
_LONGEST_NAME = 100


class Spell(NamedTuple):
    """One unbroken stretch of days, both inclusive; ``who``: whose it is, if that was said."""

    who: str | None
    first: date
    last: date


class SpellError(FactError):
    """What is wrong with one spell; ``path`` leads to it inside the value."""

    def __init__(self, code: str, path: tuple[str | int, ...], **params: Any) -> None:
        super().__init__(code, **params)
        self.path = path


def read_spells(value: list[Any]) -> tuple[Spell, ...]:
    """The spells as stated. Raises SpellError for the first that is wrong."""
    if not value:
        raise SpellError("spells-empty", ())
    if len(value) > _MOST:
        raise SpellError("spells-too-many", (), limit=_MOST)
    found = tuple(_read(item, index) for index, item in enumerate(value))
    _refuse_overlaps(found)
    return found


def _refuse_overlaps(found: tuple[Spell, ...]) -> None:
    """Two spells of one person must not share a day."""
    order = sorted(range(len(found)), key=lambda index: (found[index].who or "", found[index].first))
    for one, other in pairwise(order):
        earlier, later = found[one], found[other]
        if later.who is not None and earlier.who == later.who and later.first <= earlier.last:
            raise SpellError(
                "spells-overlap", (other,), who=shown(later.who), first=earlier.first, last=earlier.last
            )


def _read(item: Any, index: int) -> Spell:
    if not isinstance(item, Mapping):
        raise SpellError("spell-shape", (index,))
    for key in item:
        if key not in _KEYS:
            raise SpellError("unknown-key", (index, key), name=shown(key), nearest=nearest(str(key), _KEYS))
    for key in ("from", "to"):
        if key not in item:
            raise SpellError("missing-key", (index,), name=key)
    who = item.get("who")
    if who is not None:
        who = _name(who, index)
    first, last = (_day(item[key], index, key) for key in ("from", "to"))
    if last < first:
        raise SpellError("spell-reversed", (index, "to"), first=first, last=last)
    return Spell(who, first, last)


def _name(value: Any, index: int) -> str:
    if not isinstance(value, str):
        raise SpellError("wrong-type", (index, "who"), value=shown(value), expected="text")
    if len(value) > _LONGEST_NAME:
        raise SpellError("text-too-long", (index, "who"), value=shown(value), limit=_LONGEST_NAME)
    name = unicodedata.normalize("NFKC", value).strip()
    if not name.isprintable():
        raise SpellError("not-unicode", (index, "who"), value=shown(value))
    return name


def _day(value: Any, index: int, key: str) -> date:
    try:
        day: date = iso_date(value)
    except ValueError as error:
        code = {"not a date": "not-a-date", "date out of range": "date-out-of-range"}.get(
            str(error), "impossible-date"
        )
        raise SpellError(code, (index, key), value=shown(value)) from None
    return day


def part(spells: Iterable[Spell], before: date | None, since: date | None) -> tuple[Spell, ...]:
    """What lies before a day, or on and after it."""
    found = []
    for spell in spells:
        first = spell.first if since is None else max(spell.first, since)
        last = spell.last if before is None else min(spell.last, before - timedelta(days=1))
        if first <= last:
            found.append(Spell(spell.who, first, last))
    return tuple(found)


def counted(fact: Fact, spells: tuple[Spell, ...]) -> tuple[int, Step]:
    """The count the spells come to, and the step that shows each of them."""
    assert fact.spells is not None
    count = months if fact.spells.unit == "months" else days
    counts = [count(spell) for spell in spells]
    total = sum(counts)
    if total > MAX_COUNT:
        raise FactError("count-too-large", value=str(total), limit=MAX_COUNT)
    shown_spells = [
        {"who": spell.who, "from": spell.first, "to": spell.last, "count": number}
        for spell, number in zip(spells, counts, strict=True)
    ]
    cite = fact.spells.source.cite if fact.spells.source is not None else None
    return total, Step(
        "counted", fact.id, cite, fact.place, {"unit": fact.spells.unit, "spells": shown_spells}, total
    )


def days(spell: Spell) -> int:
    """Days, both ends included."""
    return (spell.last - spell.first).days + 1


def months(spell: Spell) -> int:
    """Months from the first day on; a part of a month counts as a whole one.

    A month ends the day before the same day of the next month, or with the month where that has no such day.
    """
    after = spell.last + timedelta(days=1)
    number = max(1, (after.year - spell.first.year) * 12 + after.month - spell.first.month - 1)
    while _month_later(spell.first, number) < after:
        number += 1
    return number


def _month_later(first: date, number: int) -> date:
    """The day after `number` months that begin on `first`."""
    year, month = divmod(first.year * 12 + first.month - 1 + number, 12)
    try:
        return date(year, month + 1, first.day)
    except ValueError:  # the month has no such day, and ends with its last
        year, month = divmod(year * 12 + month + 1, 12)
        return date(year, month + 1, 1)
