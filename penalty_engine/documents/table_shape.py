"""What tables look like in every format: their parts, widths by content, how many lines a cell takes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from penalty_engine.documents.blocks import Cell, FormTable, Paragraph, Row, Span, Table
from penalty_engine.documents.measure import characters

TEXT_WIDTH = 156.0
"""Width of the text area in millimetres: A4 less margins of 28 and 26."""

CELL_SIZE, CELL_PITCH = 12, 20
"""Size and line pitch of the text in cells, in points."""

CELL_PADDING = 1.6
"""Millimetres between a cell's side and its text."""

_POINTS_PER_MM = 72 / 25.4
# Lines: a row with more may break across pages; one of whole paragraphs earlier, and one left free for them. A page holds
# thirty, but lines are estimated, and a row higher than the page would be cut off.
_TALL, _TALL_TEXT, _TALL_LEAST = 20, 6, 10
_SHORT_LIST = 5  # rows that stay on one page with their heads, so the heads need not be repeated
_WIDEST, _NARROWEST, _SHORT = 40.0, 4.0, 12.0  # characters


@dataclass(frozen=True)
class Part:
    """Rows laid out as one table; the first `heads` of them are repeated on each page."""

    rows: tuple[Row, ...]
    heads: int = 0


def parts(form: FormTable) -> list[Part]:
    """Divide a table so that the heads of each long list stand first in a part, where they can be repeated."""
    found: list[Part] = []
    rows: list[Row] = []
    position = 0
    while position < len(form.rows):
        heads, end = _list_at(form.rows, position)
        if end - position - heads > _SHORT_LIST or (heads and not position):
            if rows:
                found.append(Part(tuple(rows)))
            found.append(Part(form.rows[position:end], heads))
            rows = []
        else:
            rows.extend(form.rows[position:end])
        position = end
    return [*found, Part(tuple(rows))] if rows else found


def _list_at(rows: Sequence[Row], start: int) -> tuple[int, int]:
    """Return how many rows of heads stand at `start`, and where the list below them ends."""
    end = start
    while end < len(rows) and rows[end].kind == "head":
        end += 1
    heads = end - start
    if not heads:
        return 0, start + 1
    while end < len(rows) and rows[end].kind == "list":
        end += 1
    return heads, end


def kept_with_next(part: Part, index: int) -> bool:
    """Tell whether a row stays on one page with the next: heads with their list, a short list as a whole."""
    rows = part.rows
    if index < part.heads:
        return True
    if part.heads or index + 1 >= len(rows):
        return False
    return rows[index].kind in ("head", "list") and rows[index + 1].kind == "list"


def from_table(table: Table) -> FormTable:
    """Return an ordinary table with column widths by content, its first row as heads."""
    columns = max(len(row) for row in table.rows)
    natural = [0.0] * columns
    for row in table.rows:
        for index, spans in enumerate(row):
            natural[index] = max(natural[index], *(characters(line) for line in _text(spans).split("\n")))
    # The square root evens out: a column of long text gets more, but does not starve the short ones.
    wanted = [min(max(width, _NARROWEST), _WIDEST) for width in natural]
    room = _line_length(TEXT_WIDTH) - 0.4 * columns
    if sum(wanted) > room:
        wanted = [min(width, 5) + max(width - 5, 0) ** 0.75 for width in wanted]
    rows = [
        Row(
            tuple(Cell((Paragraph(cell),), label=not index) for cell in _filled(row, columns)),
            "list" if index else "head",
        )
        for index, row in enumerate(table.rows)
    ]
    return FormTable(tuple(round(width * 10) for width in wanted), tuple(rows))


def _filled(row: tuple[tuple[Span, ...], ...], columns: int) -> tuple[tuple[Span, ...], ...]:
    return (*row, *((),) * (columns - len(row)))


def _text(spans: Sequence[Span]) -> str:
    return "".join(span.text for span in spans)


def cell_widths(form: FormTable, row: Row) -> list[float]:
    """Return the widths of a row's cells in millimetres."""
    whole, column, widths = sum(form.widths), 0, []
    for cell in row.cells:
        share = sum(form.widths[column : column + cell.span])
        widths.append(TEXT_WIDTH * share / whole)
        column += cell.span
    return widths


def lines_of(cell: Cell, width: float) -> int:
    """Return about how many lines a cell of `width` millimetres takes."""
    length = max(_line_length(width), 1.0)
    total = 0
    for block in cell.blocks:
        first = 2.0 if block.align == "body" and len(cell.blocks) > 1 else 0.0
        for line in block.text.split("\n"):
            total += max(ceil((characters(line) + first) / length), 1)
    return total


def may_break(form: FormTable, row: Row) -> bool:
    """Tell whether a row is too high to be moved to the next page as a whole."""
    widths = cell_widths(form, row)
    lines = max(lines_of(cell, width) for cell, width in zip(row.cells, widths, strict=True))
    return lines > _TALL or (row.big and (lines > _TALL_TEXT or row.least > _TALL_LEAST))


def only_signed(cell: Cell) -> bool:
    """Tell whether a cell holds nothing but lines to sign; they stand at its foot."""
    return bool(cell.blocks) and all(block.align == "right" for block in cell.blocks)


def lines_before_signature(row: Row, width: float) -> tuple[int, int]:
    """Return which paragraph of the big cell begins its signature, and the lines to leave free before it."""
    cell = row.cells[-1]
    start = len(cell.blocks)
    while start and cell.blocks[start - 1].align == "right":
        start -= 1
    if start in (0, len(cell.blocks)):
        return start, 0
    return start, max(row.least - lines_of(cell, width), 0)


def centred_columns(part: Part, form: FormTable) -> set[int]:
    """Return the columns of a list whose cells are all short; they look best in the middle."""
    fits: dict[int, bool] = {}
    for row in part.rows:
        if row.kind != "list":
            continue
        column = 0
        for cell, width in zip(row.cells, cell_widths(form, row), strict=True):
            # as much as the line holds, or a few characters on two lines
            most = max(_line_length(width) - 0.5, _SHORT)
            short = characters(cell.blocks[0].text) <= most
            fits[column] = fits.get(column, True) and short
            column += cell.span
    return {column for column, short in fits.items() if short}


def _line_length(width: float) -> float:
    return (width - 2 * CELL_PADDING) * _POINTS_PER_MM / CELL_SIZE
