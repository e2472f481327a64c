"""The notation of form tables (审批表 and the like) and page breaks: from lines of Markdown to rows and cells.

`::: form 16 34 16 34` … `:::` holds the rows; the numbers are the relative widths of the columns.
`| label | text | label | text |` is a row; as many pipes as end a cell, so many columns it spans, and the last cell
always reaches the right edge. `| label |: 5` opens a big cell, at least five lines high, that holds all text down
to the next row; `|: 5` the same over the whole width. `|# … |` are heads of columns, `|- … |` a row of a list below
them. `::: page` alone on a line starts a new page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Literal, NoReturn, TypeAlias

from penalty_engine.documents.errors import DocumentError

RowKind = Literal["plain", "head", "list"]

_MARK = re.compile(r":::(?P<words>.*)", re.DOTALL)
_WIDTHS = re.compile(r"(?:[1-9][0-9]{0,3})(?:\s+[1-9][0-9]{0,3})*")
# A pipe typed in a value stands behind a backslash and divides nothing.
_PIECES = re.compile(r"\|+|(?:\\.|[^|\\])+|\\$", re.DOTALL)
_OPENING = re.compile(r":\s*(?P<least>[0-9]{0,2})")
_GFM_RULE = re.compile(r"\|?[\s|:-]*-[\s|:-]*")
_QUOTED_LENGTH = 40
_MOST_LINES = 30  # what a page holds


@dataclass(frozen=True)
class CellSource:
    """A cell as written: its Markdown, the columns it spans, whether it names what stands beside or below it."""

    source: str
    span: int
    label: bool


@dataclass(frozen=True)
class RowSource:
    """A row as written. `big`: its last cell holds whole paragraphs and is at least `least` lines high."""

    cells: tuple[CellSource, ...]
    kind: RowKind = "plain"
    big: bool = False
    least: int = 0


@dataclass(frozen=True)
class FormSource:
    """A form table as written."""

    widths: tuple[int, ...]
    rows: tuple[RowSource, ...]


@dataclass(frozen=True)
class PageMark:
    """What follows starts on a new page."""


Passage: TypeAlias = str | FormSource | PageMark


@dataclass
class _Open:
    """The form table being read; `text` gathers the big cell of its last row."""

    line: str
    widths: tuple[int, ...]
    rows: list[RowSource] = field(default_factory=list)
    text: list[str] | None = None


def passages(markdown: str) -> Iterator[Passage]:
    """Divide a document into ordinary Markdown, form tables and page breaks; raise DocumentError for a fault."""
    plain: list[str] = []
    form: _Open | None = None
    for line in markdown.split("\n"):  # not splitlines: a break inside a value ends no line
        mark = _MARK.fullmatch(line.strip())
        if mark is None:
            if form is None:
                plain.append(_outside(line))
            else:
                _read_line(form, line)
            continue
        words = mark["words"].strip()
        if form is not None:
            if words:
                refuse("form-nested", line)
            yield _closed(form)
            form = None
            continue
        if plain:
            yield "\n".join(plain)
            plain = []
        if words == "page":
            yield PageMark()
        else:
            form = _opened(line, words)
    if form is not None:
        refuse("form-not-closed", form.line)
    if plain:
        yield "\n".join(plain)


def refuse(code: str, line: str, **params: Any) -> NoReturn:
    """Raise the DocumentError `code` about a line of the template, quoted as it is after filling in."""
    text = line.strip()
    raise DocumentError(
        code, row=text if len(text) <= _QUOTED_LENGTH else text[:_QUOTED_LENGTH] + "…", **params
    )


def _outside(line: str) -> str:
    """Return a line of ordinary Markdown, unless it is a row that only a form table can hold."""
    text = line.strip()
    if not text.startswith("|") or _GFM_RULE.fullmatch(text):
        return line
    if text.startswith(("|#", "|-", "|:")) or _OPENING.fullmatch(_PIECES.findall(text)[-1]):
        refuse("form-row-outside", line)
    return line


def _opened(line: str, words: str) -> _Open:
    name, _, widths = words.partition(" ")
    if not words:
        refuse("form-not-open", line)
    if name != "form":
        refuse("form-mark-unknown", line)
    if not _WIDTHS.fullmatch(widths.strip()):
        refuse("form-bad-widths", line)
    return _Open(line, tuple(int(width) for width in widths.split()))


def _closed(form: _Open) -> FormSource:
    _fill_big_cell(form)
    return FormSource(form.widths, tuple(form.rows))


def _read_line(form: _Open, line: str) -> None:
    if line.lstrip().startswith("|"):
        _fill_big_cell(form)
        row = _row(line, len(form.widths))
        form.rows.append(row)
        form.text = [] if row.big else None
    elif form.text is not None:
        form.text.append(line)
    elif line.strip():
        refuse("form-text-outside-cell", line)


def _fill_big_cell(form: _Open) -> None:
    if form.text is None:
        return
    row = form.rows[-1]
    last = row.cells[-1]
    filled = CellSource("\n".join(form.text).strip("\n"), last.span, last.label)
    form.rows[-1] = RowSource((*row.cells[:-1], filled), row.kind, row.big, row.least)
    form.text = None


def _row(line: str, columns: int) -> RowSource:
    text = line.strip()
    kind: RowKind = "head" if text.startswith("|#") else "list" if text.startswith("|-") else "plain"
    if _GFM_RULE.fullmatch(text) and re.search(r"-\s*-|-\s*:|:\s*-", text):
        refuse("form-rule-line", line)
    pieces: list[str] = _PIECES.findall(text if kind == "plain" else "|" + text[2:])
    opening = _OPENING.fullmatch(pieces[-1].strip())
    if opening and kind == "plain":
        pieces.pop()
    elif not pieces[-1].startswith("|") or len(pieces) == 1:
        refuse("form-row-unreadable", line)
    if pieces[0] != "|":
        refuse("form-row-unreadable", line)
    # What is left alternates: a cell, the pipes that end it.
    written = list(zip(pieces[1::2], pieces[2::2], strict=False))
    cells = [
        CellSource(source.strip(), len(pipes), kind == "head" or (kind == "plain" and index % 2 == 0))
        for index, (source, pipes) in enumerate(written)
    ]
    if opening and kind == "plain":
        cells.append(CellSource("", 1, False))
        return RowSource(
            _to_the_edge(cells, columns, line), kind, True, min(int(opening["least"] or 0), _MOST_LINES)
        )
    return RowSource(_to_the_edge(cells, columns, line), kind)


def _to_the_edge(cells: list[CellSource], columns: int, line: str) -> tuple[CellSource, ...]:
    """Widen the last cell to the right edge of the table."""
    taken = sum(cell.span for cell in cells)
    if taken > columns:
        refuse("form-too-many-cells", line, cells=taken, columns=columns)
    last = cells[-1]
    return (*cells[:-1], CellSource(last.source, last.span + columns - taken, last.label))
