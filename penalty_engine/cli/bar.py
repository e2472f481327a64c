"""The statutory range as a bar: the band of the tier marked, the recommended sum as a point on it."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from penalty_engine.cli.terminal import Span


class Strokes(NamedTuple):
    """The characters a bar is made of."""

    outside: str
    band: str
    point: str
    left: str
    right: str


DRAWN = Strokes("─", "━", "◆", "├", "┤")
ASCII = Strokes("-", "=", "#", "|", "|")


def bar(
    minimum: Decimal,
    maximum: Decimal,
    band: tuple[Decimal, Decimal],
    point: Decimal,
    width: int,
    drawing: bool,
) -> tuple[Span, ...]:
    """`width` cells from the lowest to the highest of all sums given."""
    strokes = DRAWN if drawing else ASCII
    low, high = min(minimum, band[0]), max(maximum, band[1])
    first, at = (_cell(value, low, high, width) for value in (band[0], point))
    last = max(at, _cell(band[1], low, high, width) - (1 if band[1] < high else 0))
    cells = [strokes.band if first <= cell <= last else strokes.outside for cell in range(width)]
    cells[0] = strokes.left if first > 0 else cells[0]
    cells[-1] = strokes.right if last < width - 1 else cells[-1]
    return (
        Span("".join(cells[:first]), "dim"),
        Span("".join(cells[first:at]), "green"),
        Span(strokes.point, "bold green"),
        Span("".join(cells[at + 1 : last + 1]), "green"),
        Span("".join(cells[max(at, last) + 1 :]), "dim"),
    )


def _cell(value: Decimal, low: Decimal, high: Decimal, width: int) -> int:
    if high == low:
        return 0
    return min(int((value - low) * width / (high - low)), width - 1)
