"""The blanks of a paper as Markdown, each with the words a person would find it by."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest
from typing import NamedTuple

from penalty_engine.documents.text import BLANK, LINE

_MARK = "[\U000f0000-\U000ffffd]"
_BLANK = re.compile(f"(?P<mark>{_MARK})?(?:{BLANK}年＿＿月＿＿日|{BLANK})")
_PIECES = re.compile(r"(?:\\.|[^|\\])+", re.DOTALL)
_STARTS = re.compile(r"^(?:[#>]+ ?|<- ?|-> ?|[-*] |\d+\. |\|[-#]?)+")
_ENDS = re.compile(r" ?<-$")
_OPENS = re.compile(r"\|:\s*\d*$")
_STOPS = re.compile("[，。；！？、（）《》“”—\u3000]")
_OPENERS = "（《“、 \u3000"
_LABEL_ENDS = ("：", ":")
_LABELLED = "：: "
_LONGEST = 14
_FILLED = "＿ "
_SIGNED = "落款日期"


class Opening(NamedTuple):
    """A blank. ``around``: the text on both sides, to look words up in; ``line``: all of its line; ``mark``: see `blanks`."""

    words: str
    around: str
    line: str
    mark: str


class _Cell(NamedTuple):
    """A piece of text and what names it where its own words do not. ``alone``: it stands in no table."""

    text: str
    name: str
    alone: bool = False


def openings(markdown: str) -> Iterator[Opening]:
    """The blanks in order; notes for the drafter are not the paper."""
    for cell in _cells(markdown):
        text = _plain(cell.text)
        for found in _BLANK.finditer(text):
            before, after = (
                _BLANK.sub("＿＿", part) for part in (text[: found.start()], text[found.end() :])
            )
            signed = "年" in found[0] and cell.alone and not before and not after
            words = _SIGNED if signed else _words(before, after, cell.name)
            around = f"{cell.name} {before[-2 * _LONGEST :]}＿＿{after[:_LONGEST]}"
            yield Opening(words, around, text, found["mark"] or "")


def _cells(markdown: str) -> Iterator[_Cell]:
    """The paragraphs and table cells that hold a blank."""
    in_form, name, heads = False, "", list[str]()
    for line in markdown.split("\n"):
        text = line.strip()
        if text.startswith(":::"):
            in_form, name, heads = text.startswith("::: form"), "", []
        elif text.startswith("|"):
            row = _row(text)
            if in_form and _OPENS.search(text):
                name = _named(row[0]) if len(row) > 1 else ""
            yield from _of_row(row, heads if text.startswith("|-") or not in_form else ["", *row])
            if text.startswith("|#") or not (in_form or heads):
                heads = row
        elif not text and not in_form:
            heads = []
        elif text and not text.startswith(">"):
            name = _named(text) if text.startswith("#") else name
            if BLANK in text:
                yield _Cell(text, name, True)


def _row(text: str) -> list[str]:
    cells = [piece.strip() for piece in _PIECES.findall(text)]
    return [cells[0][1:].strip(), *cells[1:]] if text.startswith(("|#", "|-")) else cells


def _of_row(row: list[str], names: list[str]) -> Iterator[_Cell]:
    for text, name in zip_longest(row, names[: len(row)], fillvalue=""):
        if BLANK in text:
            yield _Cell(text, "" if BLANK in name else _named(name))


def _plain(text: str) -> str:
    """The text of a line without the marks of its Markdown."""
    bare = _ENDS.sub("", _STARTS.sub("", text.strip()))
    return re.sub(r"\\(.)", r"\1", bare.replace("**", "")).replace(LINE, " ").strip()


def _named(text: str) -> str:
    return _BLANK.sub("＿＿", _plain(text)).strip(_LABELLED)


def _words(before: str, after: str, name: str) -> str:
    """Return what stands before the blank and behind it; where nothing does, the name of its cell."""
    near, beyond = (_STOPS.split(before)[-1], _STOPS.split(after)[0])
    near = near.lstrip(_LABELLED).strip(_FILLED)
    if near.endswith(_LABEL_ENDS):
        return _short(near.rstrip(_LABELLED))
    near = near.rsplit("：")[-1].strip(_FILLED)
    if near:
        return f"{_short(near)}＿＿{beyond.strip(_FILLED)[:_LONGEST]}".removesuffix("＿＿")
    label = _STOPS.split(before.rstrip(_OPENERS))[-1].strip(_LABELLED + _FILLED)
    return _short(label or name) or f"＿＿{beyond.strip(_FILLED)[:_LONGEST]}"


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else "…" + text[-_LONGEST:]
