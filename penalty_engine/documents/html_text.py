"""Runs of text in HTML: everything escaped."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from penalty_engine.documents.blocks import Span


def runs(spans: Sequence[Span]) -> str:
    """Return the runs of a paragraph; a line break within them stays one."""
    parts = []
    for span in spans:
        text = escape(span.text).replace("\n", "<br>\n")
        parts.append(f"<strong>{text}</strong>" if span.bold else text)
    return "".join(parts)
