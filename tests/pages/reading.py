"""Reading a finished paper back whole: body, tables, headers and footers, and its structure apart from its words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser
from io import BytesIO
from typing import Any

from docx import Document
from docx.oxml.ns import qn
from markdown_it import MarkdownIt

_WORDS = {"text", "softbreak", "hardbreak", "text_special"}
_BREAKS = {qn("w:br"): "\n", qn("w:tab"): "\t"}


def opened(data: bytes) -> Any:
    """The Word document, opened again."""
    return Document(BytesIO(data))


def _paragraphs(element: Any) -> Iterator[str]:
    for paragraph in element.iter(qn("w:p")):
        parts = (_BREAKS.get(item.tag) or item.text or "" for item in paragraph.iter(qn("w:t"), *_BREAKS))
        yield "".join(parts)


def body_text(document: Any) -> str:
    """The text of the body and of its tables, a paragraph a line."""
    return "\n".join(_paragraphs(document.element.body))


def edge_text(document: Any) -> str:
    """The text of headers and footers."""
    section = document.sections[0]
    parts = (section.header, section.even_page_header, section.footer, section.even_page_footer)
    return "\n".join(text for part in parts for text in _paragraphs(part._element))


def word_structure(document: Any) -> list[Any]:
    """What stands in the body one below the other: paragraphs, and tables with their rows, cells and paragraphs."""
    found: list[Any] = []
    for element in document.element.body:
        if element.tag == qn("w:p"):
            found.append("paragraph")
        elif element.tag == qn("w:tbl"):
            rows = element.iter(qn("w:tr"))
            found.append([[len(cell.findall(qn("w:p"))) for cell in row.iter(qn("w:tc"))] for row in rows])
    return found


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: Counter[str] = Counter()
        self.text: list[str] = []
        self.style = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += tag != "br"  # a line break typed in a value
        self.style = tag == "style"
        if tag in ("p", "tr", "h1", "h2", "h3", "td", "th", "br"):
            self.text.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self.style = False

    def handle_data(self, data: str) -> None:
        if not self.style:
            self.text.append(data)


def page_of(data: bytes) -> tuple[str, Counter[str]]:
    """The text of an HTML document and how often it uses each tag."""
    page = _Page()
    page.feed(data.decode("utf-8"))
    return re.sub(r"\n+", "\n", "".join(page.text)), page.tags


def markdown_structure(text: str) -> list[str]:
    """The blocks and links a common Markdown reader sees, and raw HTML but for the line breaks in a table."""
    tokens = MarkdownIt("commonmark", {"html": True}).enable("table").parse(text)
    inline = [child for token in tokens for child in token.children or [] if child.type not in _WORDS]
    return [token.type for token in tokens] + [child.type for child in inline if child.content != "<br>"]
