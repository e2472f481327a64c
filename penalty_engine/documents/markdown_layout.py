"""The document as Markdown for other readers: without our own marks, form tables as tables of theirs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from penalty_engine.documents.blocks import alignment
from penalty_engine.documents.form_table import FormSource, PageMark, RowSource, passages
from penalty_engine.documents.text import LINE

_ITEM = re.compile(r"\s*(?:[-+*]|[0-9]{1,9}[.)])\s")
_HEADING = re.compile(r"#{1,6}\s+(?P<text>.*)", re.DOTALL)
_QUOTED = re.compile(r"^(?:[ \t]*>)+ ?", re.MULTILINE)
_RULE = "---"


def portable(markdown: str) -> str:
    """Return the Markdown for other readers: no marks of alignment, line breaks inside values in its own form."""
    parts: list[str] = []
    for passage in passages(markdown):
        if isinstance(passage, str):
            parts.append(_plain(passage))
        elif isinstance(passage, PageMark):
            parts.append(f"\n{_RULE}\n")
        elif passage.rows:
            parts.append("\n" + "\n".join(_table(passage)) + "\n")
    text = "\n".join(parts)
    # Blank lines of our own beside those of the template are one.
    return text if len(parts) == 1 else re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"


def _plain(markdown: str) -> str:
    lines: list[str] = []
    begins = True  # only the first line of a paragraph can carry the mark
    for line in markdown.split("\n"):
        plain = alignment(line)[1] if begins else line
        begins = not line.strip()
        # a table row or a heading is one line by its nature
        break_ = " " if line.startswith(("|", "#")) else "\\\n"
        lines.append(plain.replace(LINE, break_))
    return "\n".join(lines)


def _table(form: FormSource) -> Iterator[str]:
    """Return the lines of a table; its first row is the header, because such a table has to have one."""
    for index, row in enumerate(form.rows):
        yield "| " + " | ".join(_cells(row)) + " |"
        if not index:
            yield "|" + "---|" * len(form.widths)


def _cells(row: RowSource) -> Iterator[str]:
    for cell in row.cells:
        yield "<br>".join(_pieces(cell.source)).replace(LINE, "<br>")
        yield from [""] * (cell.span - 1)


def _pieces(source: str) -> Iterator[str]:
    """Return the paragraphs and items of a cell, each as one line."""
    for paragraph in re.split(r"\n\s*\n", _QUOTED.sub("", source)):
        lines: list[str] = []
        for line in paragraph.strip().split("\n"):
            if lines and _ITEM.match(line):
                yield _one_line(lines)
                lines = []
            lines.append(line.strip())
        yield _one_line(lines)


def _one_line(lines: list[str]) -> str:
    text = alignment(_joined(lines))[1]
    heading = _HEADING.fullmatch(text)
    return f"**{heading['text']}**" if heading else text


def _joined(lines: list[str]) -> str:
    text = ""
    for line in lines:
        words = text[-1:].isascii() and text[-1:].isalnum() and line[:1].isascii() and line[:1].isalnum()
        text += f" {line}" if words else line
    return text
