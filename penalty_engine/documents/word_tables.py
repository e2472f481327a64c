"""Tables in Word: fixed columns over the whole text width, merged cells, heads that return on each page."""

from __future__ import annotations

from itertools import pairwise

from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Pt
from docx.text.paragraph import Paragraph as WordParagraph

from penalty_engine.documents import table_shape as shape
from penalty_engine.documents.blocks import Cell, FormTable, Paragraph, Row
from penalty_engine.documents.word_text import (
    ALIGNMENTS,
    BODY_FONT,
    FONTS,
    HEAD_FONT,
    NOTE_FONT,
    box,
    indent,
    set_pitch,
    write,
)

_SIZE, _PITCH = Pt(shape.CELL_SIZE), Pt(shape.CELL_PITCH)
_TWIPS_PER_MM = 1440 / 25.4
_TOTAL = round(shape.TEXT_WIDTH * _TWIPS_PER_MM)
_ROW_LEAST = 28  # points: a row of one line with air above and below
_OUTER, _INNER, _THINNEST = "8", "4", "2"  # eighths of a point
_SIDES = ("top", "left", "bottom", "right")


def add_form(document: WordDocument, form: FormTable, *, keep_with_next: bool = False) -> None:
    """Add a form table at the end of the document; the caller adds the paragraph that has to follow it."""
    pieces = shape.parts(form)
    for index, part in enumerate(pieces):
        joined = index + 1 < len(pieces)
        _add_part(document, form, part, joined, keep_last=joined or keep_with_next)
        if joined:
            # Its borders carry on the outer lines of the table.
            box(thin_line(document, keep_with_next=True), ("left", "right"), size=_OUTER, color="000000")


def thin_line(document: WordDocument, *, keep_with_next: bool = False) -> WordParagraph:
    """Add a paragraph without height to speak of: Word needs one after a table and between two of them."""
    paragraph = document.add_paragraph()
    set_pitch(paragraph, Pt(0.7))  # the least there is
    paragraph.paragraph_format.keep_with_next = keep_with_next or None
    properties = paragraph._p.get_or_add_pPr()
    mark = _element("w:rPr")
    mark.append(_element("w:sz", val="2"))
    properties.append(mark)
    return paragraph


def _add_part(
    document: WordDocument, form: FormTable, part: shape.Part, joined: bool, *, keep_last: bool
) -> None:
    table = _element("w:tbl")
    table.append(_properties(joined, breaking=shape.may_break(form, part.rows[-1])))
    grid = _element("w:tblGrid")
    edges = _edges(form.widths)
    for left, right in pairwise(edges):
        grid.append(_element("w:gridCol", w=str(right - left)))
    table.append(grid)
    document.sections[0]._sectPr.addprevious(table)
    centred = shape.centred_columns(part, form)
    for index, row in enumerate(part.rows):
        keep = shape.kept_with_next(part, index) or (keep_last and index + 1 == len(part.rows))
        _add_row(document, table, form, row, edges, centred, heads=index < part.heads, keep=keep)


def _edges(widths: tuple[int, ...]) -> list[int]:
    """Return where the columns begin and end, in twentieths of a point, without gaps by rounding."""
    whole, taken, edges = sum(widths), 0, [0]
    for width in widths:
        taken += width
        edges.append(round(_TOTAL * taken / whole))
    return edges


def _properties(joined: bool, breaking: bool) -> BaseOxmlElement:
    properties = _element("w:tblPr")
    properties.append(_element("w:tblW", w=str(_TOTAL), type="dxa"))
    # Centred over the exact text width: the borders stand on the margins in every version of Word.
    properties.append(_element("w:jc", val="center"))
    borders = _element("w:tblBorders")
    for side in (*_SIDES, "insideH", "insideV"):
        size = _INNER if side.startswith("inside") else _OUTER
        line = "single"
        if joined and side == "bottom":
            # The next part begins right below; its own upper line closes this one, and only where a page ends within the
            # last row a line is needed too: as thin as it can be.
            line, size = ("single", _THINNEST) if breaking else ("nil", size)
        borders.append(_element(f"w:{side}", val=line, sz=size, space="0", color="000000"))
    properties.append(borders)
    properties.append(_element("w:tblLayout", type="fixed"))
    margins = _element("w:tblCellMar")
    padding = str(round(shape.CELL_PADDING * _TWIPS_PER_MM))
    for side in _SIDES:
        margins.append(_element(f"w:{side}", w=padding if side in ("left", "right") else "40", type="dxa"))
    properties.append(margins)
    return properties


def _add_row(
    document: WordDocument,
    table: BaseOxmlElement,
    form: FormTable,
    row: Row,
    edges: list[int],
    centred: set[int],
    *,
    heads: bool,
    keep: bool,
) -> None:
    element = _element("w:tr")
    table.append(element)
    properties = _element("w:trPr")
    if not shape.may_break(form, row):
        properties.append(_element("w:cantSplit"))
    height = max(row.least * shape.CELL_PITCH, _ROW_LEAST)
    properties.append(_element("w:trHeight", val=str(20 * height), hRule="atLeast"))
    if heads:
        properties.append(_element("w:tblHeader"))
    element.append(properties)
    column = 0
    for index, (cell, width) in enumerate(zip(row.cells, shape.cell_widths(form, row), strict=True)):
        big = row.big and index + 1 == len(row.cells)
        room = edges[column + cell.span] - edges[column]
        holder = _cell_element(cell, room, big)
        element.append(holder)
        if big:
            _fill_big(document, holder, row, width, keep)
        else:
            middle = cell.label or (row.kind == "list" and column in centred)
            _fill_small(document, holder, cell, row, middle, keep)
        column += cell.span


def _cell_element(cell: Cell, width: int, big: bool) -> BaseOxmlElement:
    element = _element("w:tc")
    properties = _element("w:tcPr")
    properties.append(_element("w:tcW", w=str(width), type="dxa"))
    if cell.span > 1:
        properties.append(_element("w:gridSpan", val=str(cell.span)))
    place = "bottom" if shape.only_signed(cell) else "top" if big and cell.blocks else "center"
    properties.append(_element("w:vAlign", val=place))
    element.append(properties)
    return element


def _fill_small(
    document: WordDocument, holder: BaseOxmlElement, cell: Cell, row: Row, middle: bool, keep: bool
) -> None:
    font = HEAD_FONT if row.kind == "head" else BODY_FONT
    for block in cell.blocks:
        paragraph = _paragraph(document, holder, keep)
        align = block.align if block.align != "body" else "center" if middle else "left"
        paragraph.alignment = ALIGNMENTS[align]
        write(paragraph, block, font, _SIZE)


def _fill_big(document: WordDocument, holder: BaseOxmlElement, row: Row, width: float, keep: bool) -> None:
    signature, free = shape.lines_before_signature(row, width)
    blocks = row.cells[-1].blocks or (Paragraph(()),)  # a cell has to end with a paragraph
    for index, block in enumerate(blocks):
        paragraph = _paragraph(document, holder, keep)
        paragraph.alignment = ALIGNMENTS["center" if block.role == "title" else block.align]
        if block.align == "body" and block.role != "title" and not block.note:
            indent(paragraph, _SIZE, firstLine=2, **({"left": 2 * block.depth} if block.depth else {}))
        elif block.align == "right":
            indent(paragraph, _SIZE, right=1)
            paragraph.paragraph_format.keep_together = True
        if index == signature and free:
            paragraph.paragraph_format.space_before = Pt(free * shape.CELL_PITCH)
        write(paragraph, block, NOTE_FONT if block.note else FONTS[block.role], _SIZE)


def _paragraph(document: WordDocument, holder: BaseOxmlElement, keep: bool) -> WordParagraph:
    element = OxmlElement("w:p")
    holder.append(element)
    paragraph = WordParagraph(element, document._body)
    set_pitch(paragraph, _PITCH)
    paragraph.paragraph_format.keep_with_next = keep or None
    return paragraph


def _element(name: str, **attributes: str) -> BaseOxmlElement:
    element: BaseOxmlElement = OxmlElement(name)
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), value)
    return element
