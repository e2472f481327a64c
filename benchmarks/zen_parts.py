"""The pieces of a JDM graph: nodes, tables, expressions, and constants as zen-engine writes them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

Row = dict[str, str]
"""One row of a decision table: column → cell."""


def quoted(text: str) -> str:
    """A text constant."""
    return f"'{text}'"


def list_of(words: Iterable[str]) -> str:
    """A constant list of texts."""
    return "[" + ", ".join(quoted(word) for word in words) + "]"


def number(value: int | Fraction) -> str:
    """A number as zen reads it; shares without a finite decimal form are as exact as its decimals."""
    exact = Fraction(value)
    text = format(Decimal(exact.numerator) / Decimal(exact.denominator), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def node(name: str, kind: str, content: dict[str, Any]) -> dict[str, Any]:
    """A node; where it would stand on a canvas does not matter."""
    return {"id": name, "name": name, "type": kind, "content": content, "position": {"x": 0, "y": 0}}


def expressions(cells: Mapping[str, str]) -> dict[str, Any]:
    """The content of an expression node."""
    return {
        "expressions": [
            {"id": f"e{number}", "key": key, "value": value}
            for number, (key, value) in enumerate(cells.items())
        ]
    }


def table(policy: str, inputs: list[str], outputs: list[str], rows: list[Row]) -> dict[str, Any]:
    """The content of a decision table node; a cell that a row leaves out always holds."""
    ids = {
        name: f"{kind}{number}"
        for kind, names in (("i", inputs), ("o", outputs))
        for number, name in enumerate(names)
    }
    return {
        "hitPolicy": policy,
        "inputs": [{"id": ids[name], "name": name, "field": name} for name in inputs],
        "outputs": [{"id": ids[name], "name": name, "field": name} for name in outputs],
        "rules": [
            {"_id": f"row{number}", **{ids[name]: cell for name, cell in row.items()}}
            for number, row in enumerate(rows)
        ],
    }
