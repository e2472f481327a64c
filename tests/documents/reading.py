"""Reading a finished document back: its text as a person sees it, whatever the format."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from html.parser import HTMLParser
from io import BytesIO
from typing import Any

import pytest
from docx import Document

from penalty_engine import PenaltyEngineError
from penalty_engine.documents import Material, render
from tests.documents import samples

FORMATS = ("docx", "html", "md")
FORMS = {"prior-notice": "行政处罚事先告知书", "decision": "行政处罚决定书"}
"""The two papers of a penalty itself."""


def draft(form: str, fmt: str, case: dict[str, Any], assessment: dict[str, Any], **more: Any) -> bytes:
    """Make a document with the sample authority, law and templates unless `more` says otherwise."""
    templates = more.pop("templates", samples.TEMPLATES)
    parts = {"authority": samples.AUTHORITY, "clauses": samples.CLAUSES, "names": samples.NAMES, **more}
    return render(form, fmt, Material(case, assessment, **parts), templates)


@contextmanager
def refused(kind: type[PenaltyEngineError], words: str) -> Iterator[pytest.ExceptionInfo[PenaltyEngineError]]:
    """Expect `kind`, with `words` in its Chinese text and an English text that has no Chinese of ours."""
    with pytest.raises(kind) as caught:
        yield caught
    assert words in caught.value.render("zh")
    assert caught.value.render("en") != caught.value.render("zh")


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.text: list[str] = []
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def html_tags(data: bytes) -> set[str]:
    """Return the tags an HTML document uses."""
    page = _Page()
    page.feed(data.decode("utf-8"))
    return page.tags


def text_of(fmt: str, data: bytes) -> str:
    """Return the text of a document; Markdown as its source."""
    if fmt == "docx":
        return "\n".join(paragraph.text for paragraph in Document(BytesIO(data)).paragraphs)
    if fmt == "html":
        page = _Page()
        page.feed(data.decode("utf-8"))
        return "".join(page.text)
    return data.decode("utf-8")
