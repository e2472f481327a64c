"""每人, 每月, 每日 in the provisions against the counts a sum is multiplied by, both ways."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from penalty_engine.diagnostics import Diagnostic
from penalty_engine.rulebook.catalogue_records import Fact
from penalty_engine.rulebook.lints.wording import Sum, passages, places_of, sums, with_text
from penalty_engine.rulebook.records import Rulebook

_EACH = "每(?!个?月|[日天年])(?:[^，。；0-9]{0,6}?[人名位件份次户台])?"


class _Kind(NamedTuple):
    """A kind of count: the words that demand it, the facts that serve, and which sums are looked at."""

    words: re.Pattern[str]
    serves: Callable[[Fact], bool]
    looks_at: Callable[[Sum], bool]


def _unit(unit: str, *characters: str) -> Callable[[Fact], bool]:
    def serves(fact: Fact) -> bool:
        if fact.spells is not None and fact.spells.unit == unit:
            return True
        return fact.unit is not None and any(character in fact.unit.zh for character in characters)

    return serves


_KINDS = (
    _Kind(re.compile(_EACH), lambda fact: True, lambda item: item.times is None),
    _Kind(re.compile("每个?月|按月"), _unit("months", "月"), lambda item: item.times is None),
    _Kind(re.compile("每[日天]|按[日天]|逾期一[日天]"), _unit("days", "日", "天"), lambda item: True),
)


def check_quantities(rulebook: Rulebook) -> Iterator[Diagnostic]:
    """A sum per person, month or day that the rule does not multiply, and one multiplied without such words."""
    facts = rulebook.vocabulary.facts
    for clause in with_text(rulebook):
        found = passages(clause)
        for item in sums(clause):
            segments = [
                passage.segment(amount.start, amount.end) for passage, amount in places_of(item, found)
            ]
            for kind in _KINDS:
                if segments and kind.looks_at(item):
                    yield from _compare(clause.key, kind, item, segments, facts)


def _compare(
    clause: str, kind: _Kind, item: Sum, segments: list[str], facts: Mapping[str, Fact]
) -> Iterator[Diagnostic]:
    said = [match.group() for segment in segments if (match := kind.words.search(segment))]
    serving = [name for name in item.per if kind.serves(facts[name])]
    each = kind is _KINDS[0] and item.fine is not None and item.fine.each is not None
    params = {"clause": clause, "words": segments[0]}
    if serving and not said:
        labels = [facts[name].label for name in serving]
        yield Diagnostic("count-not-in-text", item.place, params={**params, "facts": labels})
    if len(said) == len(segments) and not serving and not each:
        yield Diagnostic("count-not-encoded", item.place, params={**params, "word": said[0]})
