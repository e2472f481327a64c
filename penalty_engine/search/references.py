"""Articles as people write them: 劳动合同法84条, 第八十四条第2款, 364号令6条, Labour Law article 94."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from penalty_engine.rulebook.records import Statute
from penalty_engine.search.folding import NUMERAL, fold, half_width, number

_LISTED = rf"第?\(?(?:{NUMERAL})\)?{{unit}}(?:[至到、和或,]第?\(?(?:{NUMERAL})\)?{{unit}})*"
_ARTICLE = re.compile(
    rf"(?P<before>.*?)第?(?P<article>{NUMERAL})条(?P<paragraph>{_LISTED.format(unit='款')})?"
    rf"(?:第(?:{NUMERAL})句)?(?P<item>{_LISTED.format(unit='项')})?(?P<after>.*)"
)
_ENGLISH = re.compile(
    r"(?P<before>.*?)\b(?:article|art\.?) *(?P<article>[0-9]+)(?:[.(](?P<paragraph>[0-9]+)\)?)?(?P<after>.*)"
)
_BARE = re.compile(  # 劳动合同法84, 劳动合同法92(2)
    r"(?P<before>.*[法例定令])[》〉]?第?(?P<article>[0-9]+)(?:[.(](?P<paragraph>[0-9]+)\)?)?(?P<after>)"
)
_LONGEST_LIST = 100
_LONGEST_QUERY = 200
_ORDER_NUMBER = re.compile("([㐀-鿿]{2,6}令)?([0-9]+)号")


class Reference(NamedTuple):
    """An article, and the paragraphs and items of it that are named."""

    article: int
    paragraphs: frozenset[int] = frozenset()
    items: frozenset[int] = frozenset()

    def meets(self, other: Reference) -> bool:
        """Whether they can be the same provision: what one of them leaves open, the other may say."""
        return (
            self.article == other.article
            and _may_meet(self.paragraphs, other.paragraphs)
            and _may_meet(self.items, other.items)
        )


class Cited(NamedTuple):
    """A reference in a query, with the words before it (a statute, or nothing) and after it."""

    before: str
    reference: Reference
    after: str


def cited(words: str) -> Cited | None:
    """The article that `words` name."""
    plain = half_width(words[:_LONGEST_QUERY])
    together = plain.replace(" ", "")
    match = _ARTICLE.fullmatch(together) or _BARE.fullmatch(together) or _ENGLISH.fullmatch(plain)
    if match is None:
        return None
    groups = match.groupdict()
    parts = Reference(
        int(number(groups["article"])), _numbers(groups["paragraph"]), _numbers(groups.get("item"))
    )
    return Cited(groups["before"].strip(" ,"), parts, groups["after"].strip())


def _numbers(listed: str | None) -> frozenset[int]:
    """第1项至第4项, 第5项、第6项"""
    found = [int(number(numeral)) for numeral in re.findall(NUMERAL, listed or "")]
    if listed and re.search("[至到]", listed) and len(found) == 2 and found[1] - found[0] < _LONGEST_LIST:
        found = list(range(found[0], found[1] + 1))
    return frozenset(found)


def _may_meet(first: frozenset[int], second: frozenset[int]) -> bool:
    return not first or not second or not first.isdisjoint(second)


@lru_cache(maxsize=4096)
def reference(article: str) -> Reference | None:
    """An article as the rules write it."""
    found = cited(article)
    return None if found is None else found.reference


def statute_names(statutes: Iterable[Statute]) -> dict[str, tuple[str, ...]]:
    """Short title → every way to name the statute, folded: titles, id, the number of the order that issued it."""
    names: dict[str, dict[str, None]] = {}
    for statute in statutes:
        numbers = _ORDER_NUMBER.findall(fold(statute.source.cite))
        own = [statute.short, statute.title.zh, statute.title.en, statute.id]
        numbered = [
            name
            for order, figure in numbers
            for name in (f"{figure}号", f"{figure}号令", f"{order}{figure}号")
        ]
        names.setdefault(statute.short, {}).update(dict.fromkeys([*map(fold, own), *numbered]))
    return {short: tuple(found) for short, found in names.items()}


def statutes_named(words: str, names: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The short titles that `words` may mean: an exact name, else part of one, else an abbreviation, else the longest
    title within `words`."""
    wanted = fold(words)
    exact = [short for short, known in names.items() if wanted in known]
    if exact or len(wanted) < 2:
        return tuple(exact)
    part = [short for short, known in names.items() if any(wanted in name for name in known)]
    if part:
        return tuple(part)
    short_form = [short for short in names if len(wanted) > 2 and in_order(wanted, fold(short))]
    if short_form:
        return tuple(short_form)
    within = [short for short in names if fold(short) in wanted]
    return tuple(sorted(within, key=len)[-1:])


def in_order(short: str, long: str) -> bool:
    """Whether the characters of `short` occur in `long` in the same order."""
    rest = iter(long)
    return all(char in rest for char in short)


def span(short: str, long: str) -> int | None:
    """The least number of characters of `long` in which those of `short` occur in order, if they do."""
    spans = (_from(short, long, start) for start, char in enumerate(long) if char == short[0])
    return min((found for found in spans if found is not None), default=None)


def _from(short: str, long: str, start: int) -> int | None:
    position = start
    for char in short[1:]:
        position = long.find(char, position + 1)
        if position < 0:
            return None
    return position - start + 1
