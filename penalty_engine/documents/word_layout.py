"""Blocks laid out as a Word document after GB/T 9704 (layout of official documents)."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph as WordParagraph

from penalty_engine.documents import page_shape as shape
from penalty_engine.documents.blocks import Block, FormTable, Paragraph, Table
from penalty_engine.documents.table_shape import from_table
from penalty_engine.documents.word_package import finish, set_defaults
from penalty_engine.documents.word_tables import add_form, thin_line
from penalty_engine.documents.word_text import (
    ALIGNMENTS,
    BODY_FONT,
    FONTS,
    NOTE_FONT,
    box,
    indent,
    indent_points,
    set_pitch,
    style,
    without_gaps,
    write,
)

_SIZE, _TITLE_SIZE, _NOTE_SIZE, _PAGE_NUMBER_SIZE = Pt(shape.SIZE), Pt(22), Pt(12), Pt(14)
_PITCH, _TITLE_PITCH, _NOTE_PITCH = Pt(28), Pt(36), Pt(19)
# Twentieths of a point: brings 28 characters of 16 points into a line of 156 mm. With −5 the line is so full that
# LibreOffice does not print a comma that hangs over its end.
_CLOSER = -6


def to_docx(blocks: Sequence[Block], title: str, draft_mark: str | None) -> bytes:
    """Return the Word document; the same blocks always give the same bytes."""
    document = Document()
    set_defaults(document, BODY_FONT, _SIZE, _CLOSER)
    _lay_out_page(document, draft_mark)
    for placed in shape.place(blocks):
        if isinstance(placed.block, Paragraph):
            _add_paragraph(document, placed, placed.block)
        else:
            _add_table(document, placed, placed.block)
    if blocks and isinstance(blocks[-1], (Table, FormTable)):
        thin_line(document)  # the file format asks for a paragraph after a table
    buffer = BytesIO()
    document.save(buffer)
    return finish(buffer.getvalue(), title)


def _add_paragraph(document: WordDocument, placed: shape.Placed, block: Paragraph) -> None:
    paragraph = document.add_paragraph()
    _fill(paragraph, block)
    if placed.signature:
        # Authority and seal are centred over the date, which ends four characters from the margin.
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        left, right = placed.signature
        indent_points(paragraph, left=left, right=right)
        without_gaps(paragraph)
    elif block.align == "right":
        indent(paragraph, _SIZE, right=2)
    layout = paragraph.paragraph_format
    layout.space_before = Pt(placed.space)
    layout.page_break_before = placed.new_page or None
    if placed.with_next:
        layout.keep_with_next = True
    if block.align == "right":
        layout.keep_together = True


def _add_table(document: WordDocument, placed: shape.Placed, block: FormTable | Table) -> None:
    if placed.new_page or placed.space:
        line = thin_line(document, keep_with_next=True)
        line.paragraph_format.page_break_before = placed.new_page or None
        line.paragraph_format.space_before = Pt(placed.space)
    form = from_table(block) if isinstance(block, Table) else block
    add_form(document, form, keep_with_next=placed.with_next)


def _lay_out_page(document: WordDocument, draft_mark: str | None) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    section.header_distance, section.footer_distance = Mm(15), Mm(25)
    # Page numbers stand at the outer edge, so odd and even pages differ.
    document.settings.odd_and_even_pages_header_footer = True
    for footer, alignment in (
        (section.footer, WD_ALIGN_PARAGRAPH.RIGHT),
        (section.even_page_footer, WD_ALIGN_PARAGRAPH.LEFT),
    ):
        _add_page_number(footer.paragraphs[0], alignment)
    for header in (section.header, section.even_page_header):
        _compact(header.paragraphs[0])
        if draft_mark:
            header.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
            style(header.paragraphs[0].add_run(draft_mark), "黑体", _PAGE_NUMBER_SIZE)


def _compact(paragraph: WordParagraph) -> None:
    layout = paragraph.paragraph_format
    layout.line_spacing_rule = WD_LINE_SPACING.SINGLE
    layout.space_before = layout.space_after = Pt(0)
    paragraph.style = "Normal"  # without the tab stops of Word's own header and footer styles


def _add_page_number(paragraph: WordParagraph, alignment: WD_ALIGN_PARAGRAPH) -> None:
    _compact(paragraph)
    paragraph.alignment = alignment
    indent(paragraph, _PAGE_NUMBER_SIZE, **{"right" if alignment == WD_ALIGN_PARAGRAPH.RIGHT else "left": 1})
    style(paragraph.add_run("— "), "宋体", _PAGE_NUMBER_SIZE)
    for kind in ("begin", None, "end"):
        run = paragraph.add_run()
        style(run, "宋体", _PAGE_NUMBER_SIZE)
        if kind is None:
            instruction = OxmlElement("w:instrText")
            instruction.text = "PAGE"
            run._r.append(instruction)
        else:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
            run._r.append(mark)
    style(paragraph.add_run(" —"), "宋体", _PAGE_NUMBER_SIZE)


def _fill(paragraph: WordParagraph, block: Paragraph) -> None:
    title = block.role == "title"
    size = _NOTE_SIZE if block.note else _TITLE_SIZE if title else _SIZE
    set_pitch(paragraph, _NOTE_PITCH if block.note else _TITLE_PITCH if title else _PITCH)
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER if title else ALIGNMENTS[block.align]
    if block.role in ("title", "heading", "subheading"):
        paragraph.paragraph_format.keep_with_next = True
        level = {"title": "0", "heading": "0", "subheading": "1"}[block.role]
        _outline(paragraph, level)
    if block.align == "body" and not title and not block.note:
        indent(paragraph, size, firstLine=2, **({"left": 2 * block.depth} if block.depth else {}))
    if block.note:
        box(paragraph, ("top", "left", "bottom", "right"), size="6", color="BB0000", space="4")
    write(paragraph, block, NOTE_FONT if block.note else FONTS[block.role], size)


def _outline(paragraph: WordParagraph, level: str) -> None:
    """Give headings their place in Word's navigation pane without borrowing Word's heading looks."""
    properties = paragraph._p.get_or_add_pPr()
    outline = OxmlElement("w:outlineLvl")
    outline.set(qn("w:val"), level)
    properties.append(outline)
