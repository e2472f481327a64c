"""The document between Markdown and its layouts: titles, headings, paragraphs, list items, notes, tables.

The Markdown subset: `#` title, `##` and `###` headings, paragraphs, lists, tables, `**bold**`, `>` a boxed
note; a paragraph `-> text` stands at the right, `-> text <-` in the middle, `<- text` starts at the margin.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from markdown_it import MarkdownIt
from markdown_it.token import Token

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


Block: TypeAlias = Paragraph | Table

_RIGHT = re.compile(r"^-> ?(?P<text>.*)$", re.DOTALL)
_CENTRE = re.compile(r"^-> ?(?P<text>.*?) ?(?<!\\)<-$", re.DOTALL)
_LEFT = re.compile(r"^<- ?(?P<text>.*)$", re.DOTALL)
_HEADINGS: dict[str, Role] = {"h1": "title", "h2": "heading"}


@dataclass
class _Where:
    """What surrounds the paragraph being read."""

    lists: list[int | None] = field(default_factory=list)
    marker: str = ""
    role: Role = "text"
    quoted: int = 0


def parse(markdown: str) -> list[Block]:
    """Return the blocks of a document written in the Markdown subset."""
    reader = MarkdownIt("commonmark", {"html": False, "linkify": False, "typographer": False}).enable("table")
    # Raw HTML, code by indentation and reference definitions are not part of the subset.
    reader.disable(["html_block", "html_inline", "code", "reference"])
    blocks: list[Block] = []
    tokens = reader.parse(markdown)
    where = _Where()
    position = 0
    while position < len(tokens):
        token = tokens[position]
        if token.type == "table_open":
            position, table = _table(tokens, position)
            blocks.append(table)
        elif token.type == "inline":
            blocks.append(_paragraph(token, where, reader))
        elif token.type in ("fence", "code_block"):
            blocks.append(Paragraph((Span(token.content.rstrip("\n")),), align="left"))
        else:
            _enter(token, where)
        position += 1
    return blocks


def portable(markdown: str) -> str:
    """Return the Markdown for other readers: no marks of alignment, and line breaks inside values in its own form."""
    lines: list[str] = []
    begins = True  # only the first line of a paragraph can carry the mark
    for line in markdown.split("\n"):
        plain = _alignment(line)[1] if begins else line
        begins = not line.strip()
        # a table row or a heading is one line by its nature
        break_ = " " if line.startswith(("|", "#")) else "\\\n"
        lines.append(plain.replace(LINE, break_))
    return "\n".join(lines)


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
    align, source = _alignment(token.content) if where.role == "text" else ("body", token.content)
    children = token.children or []
    if align != "body":
        children = reader.parseInline(source)[0].children or []
    role: Role = "item" if where.lists and where.role == "text" else where.role
    marker, where.marker = where.marker, ""
    return Paragraph(_spans(children), role, align, marker, max(len(where.lists) - 1, 0), where.quoted > 0)


def _alignment(source: str) -> tuple[Align, str]:
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
