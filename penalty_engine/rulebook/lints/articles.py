"""The id of a clause against its article: 第八十四条第二款 is "84.2", an item or part of it may add a letter."""

from __future__ import annotations

import re
from collections.abc import Iterator

from penalty_engine.diagnostics import Diagnostic
from penalty_engine.rulebook.numerals import plain, read_numeral
from penalty_engine.rulebook.records import Rulebook

_ONE = "[零〇一二两三四五六七八九十百]+|[0-9]+"
_ARTICLE = re.compile(rf"第(?:{_ONE})条")
_NUMBER = re.compile(_ONE)
_OTHER = re.compile("[、，,；和及至]")


def check_articles(rulebook: Rulebook) -> Iterator[Diagnostic]:
    """Clauses whose id names other numbers than their article."""
    for versions in rulebook.clauses.values():
        for clause in versions:
            name = clause.key.rpartition("/")[2]
            wanted = _numbers(clause.article)
            if wanted and not _fits(name, wanted):
                params = {"clause": clause.key, "article": clause.article, "id": _id(wanted)}
                yield Diagnostic("id-not-of-article", clause.place, params=params)


def _numbers(article: str) -> tuple[int, ...]:
    """The numbers of the first provision named: article, paragraph, item."""
    text = plain(article)
    match = _ARTICLE.search(text)
    start = match.start() if match else 0
    first = _OTHER.split(text[start:])[0]
    return tuple(int(read_numeral(number)) for number in _NUMBER.findall(first))


def _fits(name: str, wanted: tuple[int, ...]) -> bool:
    """Whether the id is those numbers. An item may be left out after a paragraph, and where a letter stands for it."""
    parts = re.findall("[0-9]+", name)
    found = tuple(int(part) for part in parts)
    if found == wanted:
        return True
    shorter = found == wanted[: len(found)]
    return shorter and bool(found) and (name[-1:].isalpha() or (len(wanted) == 3 and len(found) == 2))


def _id(wanted: tuple[int, ...]) -> str:
    return ".".join(str(number) for number in wanted[:2])
