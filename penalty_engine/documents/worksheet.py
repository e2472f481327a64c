"""The computation sheet: the sentences that explain an assessment, so that paper and computation cannot differ."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from penalty_engine.documents.plain import Data, items_of, text_of


def worksheet(explanation: Data, acts: int) -> tuple[list[list[dict[str, Any]]], list[dict[str, Any]]]:
    """Return the sections of each act, and those of the whole case. A section has a title and lines; a line has a text, a
    basis, its depth below the section, and whether it quotes a provision. ``acts``: how many acts there are."""
    parts = items_of(explanation, "sentences")
    of_acts = [_sections(part) for part in parts[1 : 1 + acts]]
    whole = [_section(part) for part in parts[1 + acts :]]
    return of_acts, whole


def _sections(part: Data) -> list[dict[str, Any]]:
    return [_section(item) for item in items_of(part, "sentences")]


def _section(part: Data) -> dict[str, Any]:
    lines = _lines(items_of(part, "sentences"), 0)
    return {"id": part.get("section"), "title": text_of(part.get("text")), "lines": lines}


def _lines(sentences: Sequence[Data], depth: int) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for item in sentences:
        text = text_of(item.get("text"))
        if text:
            quoted = item.get("kind") == "law-text"
            found.append(
                {"text": text, "basis": text_of(item.get("basis")), "depth": depth, "quoted": quoted}
            )
        found += _lines(items_of(item, "sentences"), depth + 1)
    return found
