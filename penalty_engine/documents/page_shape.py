"""How blocks stand on the page in every format: spaces between them, new pages, signatures, marks of annexes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from penalty_engine.documents.blocks import Block, FormTable, PageBreak, Paragraph, Table
from penalty_engine.documents.measure import characters

SIZE = 16
"""Size of the text in points (三号)."""

LINE_WIDTH = 156 * 72 / 25.4
"""Width of a line in points."""

_LINE, _HALF = 28, 14
_DATE_INDENT = 4 * SIZE
_DATE = re.compile(r"[0-9０-９＿_ 　]+年[0-9０-９＿_ 　]+月[0-9０-９＿_ 　]+日")
_ANNEX = re.compile(r"附件[0-9０-９一二三四五六七八九十]*")
_ANNEX_LIST = "附件："
_SEAL_LINES = 3  # a seal of 42 mm covers three lines of 28 points; fewer leave the rest free above them


@dataclass(frozen=True)
class Placed:
    """A block and its place: space before it in points, whether it begins a page or stays with the next.

    `signature` gives the indents, in points from both margins, between which the line is centred.
    """

    block: Paragraph | Table | FormTable
    space: int = 0
    new_page: bool = False
    with_next: bool = False
    signature: tuple[float, float] | None = None


def place(blocks: Sequence[Block]) -> list[Placed]:
    """Return the blocks with their places; page breaks become the mark of the block that follows."""
    placed = _signed(list(_spaced(blocks)))
    for index, (item, following) in enumerate(pairwise(placed)):
        if _belong_together(item.block, following.block):
            placed[index] = replace(item, with_next=True)
    return placed


def _belong_together(block: Block, following: Block) -> bool:
    """Authority, seal and date stay on one page, with the list of annexes and the end of the text: a seal alone on a page
    is no document. A line all in bold stays with what it is the head of, and the head of the drafter's box with its first note.
    """
    if not isinstance(following, Paragraph):
        return False
    if following.note:
        return isinstance(block, Paragraph) and not block.marker and block.note
    return following.align == "right" or _lists_annexes(following) or _is_bold(block)


def _is_bold(block: Block) -> bool:
    return isinstance(block, Paragraph) and bool(block.spans) and all(span.bold for span in block.spans)


def _lists_annexes(block: Paragraph) -> bool:
    return block.role == "text" and block.text.startswith(_ANNEX_LIST)


def _spaced(blocks: Sequence[Block]) -> Iterator[Placed]:
    previous: Paragraph | Table | FormTable | None = None
    new_page = False
    for block in blocks:
        if isinstance(block, PageBreak):
            new_page = previous is not None
            continue
        if (
            new_page
            and isinstance(block, Paragraph)
            and block.align == "left"
            and _ANNEX.fullmatch(block.text)
        ):
            block = replace(block, role="heading")  # "附件1" above an annex is set in 黑体
        space = 0 if new_page or previous is None else _space_between(previous, block)
        yield Placed(block, space, new_page)
        previous, new_page = block, False


def _space_between(previous: Paragraph | Table | FormTable, block: Paragraph | Table | FormTable) -> int:
    """Return the space that parts title, address lines, tables, signature and drafter's box from the rest."""
    if not isinstance(previous, Paragraph):
        apart = isinstance(block, Paragraph) and (block.align == "right" or block.note)
        return _LINE if apart else _HALF
    if not isinstance(block, Paragraph):
        return _HALF
    if (block.align == "right" or block.note) and (previous.align, previous.note) != (
        block.align,
        block.note,
    ):
        return _LINE
    if previous.align == "right" and block.align != "right":
        return _LINE
    if _lists_annexes(block):
        return _LINE
    if block.role == "title" and previous.role != "title" and previous.align == "left":
        return _LINE
    after_title = previous.role == "title" and block.role != "title"
    after_lines = previous.align in ("left", "center") and block.align == "body" and block.role == "text"
    after_lines = after_lines or (previous.align, block.align) == ("center", "left")
    return _HALF if after_title or after_lines else 0


def _signed(placed: list[Placed]) -> list[Placed]:
    """Centre the lines above a date over it; the date ends four characters from the right margin."""
    start = 0
    while start < len(placed):
        end = start
        while end < len(placed) and _signs(placed[end]):
            end += 1
        group = placed[start:end]
        if len(group) > 1 and _DATE.fullmatch(_text(group[-1]).strip()):
            indents = _between(group)
            missing = max(_SEAL_LINES - len(group), 0) * _LINE
            for index in range(start, end):
                more = missing if index == start else 0
                placed[index] = replace(placed[index], signature=indents, space=placed[index].space + more)
        start = max(end, start + 1)
    return placed


def _signs(placed: Placed) -> bool:
    block = placed.block
    return isinstance(block, Paragraph) and block.align == "right" and not block.note


def _text(placed: Placed) -> str:
    return placed.block.text if isinstance(placed.block, Paragraph) else ""


def _between(group: Sequence[Placed]) -> tuple[float, float]:
    widths = [SIZE * max(map(characters, _text(item).split("\n"))) for item in group]
    centre = _DATE_INDENT + widths[-1] / 2  # from the right margin
    # A name too long to stand centred there moves the date with it, and the longest fills the line.
    half = min(max(centre, max(widths) / 2 + 1), LINE_WIDTH / 2)
    return LINE_WIDTH - 2 * half, 0.0
