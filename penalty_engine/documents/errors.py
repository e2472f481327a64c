"""What can go wrong while a document is drafted or written."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from penalty_engine.diagnostics import Lang, printable
from penalty_engine.errors import PenaltyEngineError
from penalty_engine.messages import Message


class _PaperError(PenaltyEngineError):
    def __init__(self, code: str, place: str = "", **params: Any) -> None:
        self.message = Message(code, params)
        self.place = place
        super().__init__(code)

    def render(self, lang: Lang = "en") -> str:
        text = self.message.text(lang)
        return printable(f"{self.place}: {text}" if self.place else text)


class DocumentError(_PaperError):
    """A document cannot be made; the message says why, where and what to do."""


class OutputError(_PaperError):
    """A file cannot be written; the message says why and what to do."""


@contextmanager
def no_deeper(place: str) -> Iterator[None]:
    """Refuse what is nested more deeply than can be read: a template is user data."""
    try:
        yield
    except RecursionError:
        raise DocumentError("template-too-deep", place) from None
