"""The document between Markdown and its layouts: titles, headings, paragraphs, list items, notes, tables.

The Markdown subset: `#` title, `##` and `###` headings, paragraphs, lists, tables, `**bold**`, `>` a boxed
note; a paragraph `-> text` stands at the right, `-> text <-` in the middle, `<- text` starts at the margin.
Form tables and page breaks are written as form_table.py says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from markdown_it import MarkdownIt
from markdown_it.token import Token

from penalty_engine.documents.form_table import CellSource, FormSource, PageMark, RowKind, passages, refuse
from penalty_engine.documents.text import LINE

Align = Literal["body", "left", "center", "right"]
Role = Literal["title", "heading", "subheading", "text", "item"]


@dataclass(frozen=True)
class Span:
    """A run of text in one weight; `\\n` is a line break."""

    text: str
    bold: bool = False


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of any kind; `note` puts it in the drafter's box."""

    spans: tuple[Span, ...]
    role: Role = "text"
    align: Align = "body"
    marker: str = ""
    depth: int = 0
    note: bool = False

    @property
    def text(self) -> str:
        """The paragraph's text without its weights."""
        return self.marker + "".join(span.text for span in self.spans)


@dataclass(frozen=True)
class Table:
    """Rows of cells; the first row is the header."""

    rows: tuple[tuple[tuple[Span, ...], ...], ...]


@dataclass(frozen=True)
class Cell:
    """A cell of a form table; a label names what stands beside or below it."""

    blocks: tuple[Paragraph, ...]
    span: int = 1
    label: bool = False


@dataclass(frozen=True)
class Row:
    """A row of a form table. The last cell of a `big` one holds whole paragraphs, at least `least` lines high."""

    cells: tuple[Cell, ...]
    kind: RowKind = "plain"
    big: bool = False
    least: int = 0


@dataclass(frozen=True)
class FormTable:
    """A table whose columns have the relative `widths`; the cells of each row fill them all."""

    widths: tuple[int, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class PageBreak:
    """What follows starts on a new page."""


Block: TypeAlias = Paragraph | Table | FormTable | PageBreak

_RIGHT = re.compile(r"^-> ?(?P<text>.*)$", re.DOTALL)
_CENTRE = re.compile(r"^-> ?(?P<text>.*?) ?(?<!\\)<-$", re.DOTALL)
_LEFT = re.compile(r"^<- ?(?P<text>.*)$", re.DOTALL)
_ROW = re.compile(r"^\|.*", re.MULTILINE)
_HEADINGS: dict[str, Role] = {"h1": "title", "h2": "heading"}


@dataclass
class _Where:
    """What surrounds the paragraph being read."""

    lists: list[int | None] = field(default_factory=list)
    marker: str = ""
    role: Role = "text"
    quoted: int = 0


def parse(markdown: str) -> list[Block]:
    """Return the blocks of a document written in the Markdown subset; raise DocumentError for a faulty form table."""
    reader = MarkdownIt("commonmark", {"html": False, "linkify": False, "typographer": False}).enable("table")
    # Raw HTML, code by indentation and reference definitions are not part of the subset.
    reader.disable(["html_block", "html_inline", "code", "reference"])
    blocks: list[Block] = []
    for passage in passages(markdown):
        if isinstance(passage, str):
            blocks.extend(_flow(passage, reader))
        elif isinstance(passage, PageMark):
            blocks.append(PageBreak())
        elif passage.rows:
            blocks.append(_form(passage, reader))
    return blocks


def _flow(markdown: str, reader: MarkdownIt) -> Iterator[Paragraph | Table]:
    tokens = reader.parse(markdown)
    where = _Where()
    position = 0
    while position < len(tokens):
        token = tokens[position]
        if token.type == "table_open":
            position, table = _table(tokens, position)
            yield table
        elif token.type == "inline":
            yield _paragraph(token, where, reader)
        elif token.type in ("fence", "code_block"):
            yield Paragraph((Span(token.content.rstrip("\n")),), align="left")
        else:
            _enter(token, where)
        position += 1


def _form(form: FormSource, reader: MarkdownIt) -> FormTable:
    return FormTable(
        form.widths,
        tuple(
            Row(
                tuple(
                    _big_cell(cell, reader) if row.big and cell is row.cells[-1] else _cell(cell, reader)
                    for cell in row.cells
                ),
                row.kind,
                row.big,
                row.least,
            )
            for row in form.rows
        ),
    )


def _cell(cell: CellSource, reader: MarkdownIt) -> Cell:
    align, source = alignment(cell.source)
    children = reader.parseInline(source)[0].children or []
    return Cell((Paragraph(_spans(children), align=align),), cell.span, cell.label)


def _big_cell(cell: CellSource, reader: MarkdownIt) -> Cell:
    paragraphs: list[Paragraph] = []
    for block in _flow(cell.source, reader):
        if isinstance(block, Table):  # only in a quotation: everywhere else a pipe begins a row
            refuse("form-nested", next(line for line in cell.source.split("\n") if "|" in line))
        paragraphs.append(block)
    return Cell(tuple(paragraphs), cell.span, cell.label)


def _enter(token: Token, where: _Where) -> None:
    if token.type == "heading_open":
        where.role = _HEADINGS.get(token.tag, "subheading")
    elif token.type == "heading_close":
        where.role = "text"
    elif token.type in ("blockquote_open", "blockquote_close"):
        where.quoted += token.nesting
    elif token.type == "ordered_list_open":
        where.lists.append(int(token.attrs.get("start", 1)) - 1)
    elif token.type == "bullet_list_open":
        where.lists.append(None)
    elif token.type in ("ordered_list_close", "bullet_list_close"):
        where.lists.pop()
    elif token.type == "list_item_open":
        where.marker = _next_marker(where.lists)


def _next_marker(lists: list[int | None]) -> str:
    count = lists[-1]
    if count is None:
        return "· "
    lists[-1] = count + 1
    return f"{count + 1}. "


def _paragraph(token: Token, where: _Where, reader: MarkdownIt) -> Paragraph:
    # The alignment mark is looked for in the source, where a value's own "->" stands as "\-\>".
    align, source = alignment(token.content) if where.role == "text" else ("body", token.content)
    if where.role == "text" and (row := _ROW.search(token.content)):
        refuse("form-row-outside", row[0])
    children = token.children or []
    if align != "body":
        children = reader.parseInline(source)[0].children or []
    role: Role = "item" if where.lists and where.role == "text" else where.role
    marker, where.marker = where.marker, ""
    return Paragraph(_spans(children), role, align, marker, max(len(where.lists) - 1, 0), where.quoted > 0)


def alignment(source: str) -> tuple[Align, str]:
    """Return where a paragraph stands, and its source without the mark that says so."""
    if found := _CENTRE.match(source):
        return "center", found["text"]
    if found := _RIGHT.match(source):
        return "right", found["text"]
    if found := _LEFT.match(source):
        return "left", found["text"]
    return "body", source


def _table(tokens: Sequence[Token], start: int) -> tuple[int, Table]:
    rows: list[tuple[tuple[Span, ...], ...]] = []
    cells: list[tuple[Span, ...]] = []
    position = start
    while tokens[position].type != "table_close":
        token = tokens[position]
        if token.type == "tr_open":
            cells = []
        elif token.type == "inline":
            cells.append(_spans(token.children or []))
        elif token.type == "tr_close":
            rows.append(tuple(cells))
        position += 1
    return position, Table(tuple(rows))


def _spans(children: Sequence[Token]) -> tuple[Span, ...]:
    """Return the runs of a line; links and images keep only their words."""
    spans: list[Span] = []
    bold = 0
    for index, token in enumerate(children):
        if token.type in ("strong_open", "strong_close"):
            bold += token.nesting
            continue
        if token.type == "softbreak":
            text = _joint(children, index)
        else:
            text = "\n" if token.type == "hardbreak" else token.content.replace(LINE, "\n")
        if text and spans and spans[-1].bold == bool(bold):
            spans[-1] = Span(spans[-1].text + text, bool(bold))
        elif text:
            spans.append(Span(text, bool(bold)))
    return tuple(spans)


def _joint(children: Sequence[Token], index: int) -> str:
    """Return what joins two source lines: nothing in Chinese, a space between words of Latin letters."""
    before = children[index - 1].content[-1:] if index else ""
    after = children[index + 1].content[:1] if index + 1 < len(children) else ""
    return " " if before.isascii() and after.isascii() and before.isalnum() and after.isalnum() else ""
