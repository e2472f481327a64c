"""Tables in HTML: fixed columns over the whole text width, merged cells, heads that return on each printed page."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from penalty_engine.documents import table_shape as shape
from penalty_engine.documents.blocks import Cell, FormTable, Paragraph, Row
from penalty_engine.documents.html_text import runs


def form_table(form: FormTable) -> str:
    """Return a form table; a long list within it is a table of its own, joined to the rest."""
    whole = sum(form.widths)
    columns = "".join(f'<col style="width: {100 * width / whole:.3f}%">' for width in form.widths)
    parts = shape.parts(form)
    tables = []
    for part in parts:
        joined = "" if part is parts[-1] else ' class="joined"'
        columns_and_rows = f"<colgroup>{columns}</colgroup>\n{_part(form, part)}"
        tables.append(f"<table{joined}>\n{columns_and_rows}\n</table>")
    return "\n".join(tables)


def _part(form: FormTable, part: shape.Part) -> str:
    centred = shape.centred_columns(part, form)
    heads = [_row(form, row, centred) for row in part.rows[: part.heads]]
    lines = ["<thead>", *heads, "</thead>"] if heads else []
    for rows in _groups(part):
        kept = ' class="whole"' if len(rows) > 1 else ""
        lines += [f"<tbody{kept}>", *(_row(form, row, centred) for row in rows), "</tbody>"]
    return "\n".join(lines)


def _groups(part: shape.Part) -> Iterator[list[Row]]:
    """Return the rows below the heads, those together that stay on one page."""
    group: list[Row] = []
    for index, row in enumerate(part.rows[part.heads :], part.heads):
        group.append(row)
        if not shape.kept_with_next(part, index):
            yield group
            group = []
    if group:
        yield group


def _row(form: FormTable, row: Row, centred: set[int]) -> str:
    cells, column = [], 0
    for index, (cell, width) in enumerate(zip(row.cells, shape.cell_widths(form, row), strict=True)):
        big = row.big and index + 1 == len(row.cells)
        middle = cell.label or (row.kind == "list" and column in centred)
        cells.append(_big(cell, row, width) if big else _small(cell, row, middle))
        column += cell.span
    tall = ' class="tall"' if shape.may_break(form, row) else ""
    return f"<tr{tall}>{''.join(cells)}</tr>"


def _small(cell: Cell, row: Row, middle: bool) -> str:
    align = next(
        (block.align for block in cell.blocks if block.align != "body"), "center" if middle else "body"
    )
    # Heads of columns are headers to a reading aid as well; so are labels, of their row.
    tag, scope = ("th", "col") if row.kind == "head" else ("th", "row") if cell.label else ("td", "")
    attributes = _span(cell) + (f' scope="{scope}"' if scope else "")
    if align == "right" or (align == "center" and tag == "td"):  # headers stand in the middle anyway
        attributes += f' class="{align}"'
    return f"<{tag}{attributes}>{''.join(runs(block.spans) for block in cell.blocks)}</{tag}>"


def _big(cell: Cell, row: Row, width: float) -> str:
    signature, free = shape.lines_before_signature(row, width)
    paragraphs = [
        _paragraph(block, free if index == signature else 0) for index, block in enumerate(cell.blocks)
    ]
    place = "big signed" if shape.only_signed(cell) else "big"
    height = f' style="height: {row.least * shape.CELL_PITCH}pt"' if row.least else ""
    return f'<td{_span(cell)} class="{place}"{height}>{"".join(paragraphs)}</td>'


def _paragraph(block: Paragraph, free: int) -> str:
    classes: list[str] = [] if block.align == "body" else [block.align]
    classes += ["left"] if block.note else []
    classes += [block.role] if block.role in ("title", "heading", "subheading") else []
    attributes = f' class="{" ".join(classes)}"' if classes else ""
    style = [f"padding-left: {2 * block.depth}em"] if block.depth else []
    style += [f"margin-top: {free * shape.CELL_PITCH}pt"] if free else []
    attributes += f' style="{"; ".join(style)}"' if style else ""
    return f"<p{attributes}>{escape(block.marker)}{runs(block.spans)}</p>"


def _span(cell: Cell) -> str:
    return f' colspan="{cell.span}"' if cell.span > 1 else ""
