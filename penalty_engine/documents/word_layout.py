"""Blocks laid out as a Word document after GB/T 9704 (layout of official documents)."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from itertools import pairwise

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Length, Mm, Pt
from docx.text.paragraph import Paragraph as WordParagraph
from docx.text.run import Run

from penalty_engine.documents.blocks import Block, Paragraph, Span, Table
from penalty_engine.documents.word_package import finish, set_defaults

BODY_FONT = "仿宋_GB2312"
_FONTS = {
    "title": "方正小标宋简体",
    "heading": "黑体",
    "subheading": "楷体_GB2312",
    "text": BODY_FONT,
    "item": BODY_FONT,
}
_NOTE_FONT = "楷体_GB2312"
_SIZE, _TITLE_SIZE, _NOTE_SIZE, _PAGE_NUMBER_SIZE = Pt(16), Pt(22), Pt(12), Pt(14)
_PITCH, _TITLE_PITCH, _NOTE_PITCH = Pt(28), Pt(36), Pt(19)
_ALIGNMENTS = {
    "body": WD_ALIGN_PARAGRAPH.JUSTIFY,
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
}


def to_docx(blocks: Sequence[Block], title: str, draft_mark: str | None) -> bytes:
    """Return the Word document; the same blocks always give the same bytes."""
    document = Document()
    set_defaults(document, BODY_FONT, _SIZE)
    _lay_out_page(document, draft_mark)
    previous: Paragraph | None = None
    for block in blocks:
        if isinstance(block, Table):
            _add_table(document, block)
            previous = None
            continue
        paragraph = document.add_paragraph()
        _fill(paragraph, block)
        paragraph.paragraph_format.space_before = _space_before(previous, block)
        previous = block
    _keep_signature(document)
    buffer = BytesIO()
    document.save(buffer)
    return finish(buffer.getvalue(), title)


def _space_before(previous: Paragraph | None, block: Paragraph) -> Length:
    """Return the space that parts title, address lines, signature and drafter's box from the rest."""
    if previous is None:
        return Pt(0)
    if (block.align == "right" or block.note) and (previous.align, previous.note) != (
        block.align,
        block.note,
    ):
        return Pt(28)
    after_title = previous.role == "title" and block.role != "title"
    after_lines = previous.align in ("left", "center") and block.align == "body" and block.role == "text"
    after_lines = after_lines or (previous.align, block.align) == ("center", "left")
    return Pt(14) if after_title or after_lines else Pt(0)


def _keep_signature(document: WordDocument) -> None:
    """Keep authority, seal and date on one page, with the end of the text: a seal alone on a page is no document."""
    for paragraph, following in pairwise(document.paragraphs):
        if following.alignment == WD_ALIGN_PARAGRAPH.RIGHT:
            paragraph.paragraph_format.keep_with_next = True


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
            _style(header.paragraphs[0].add_run(draft_mark), "黑体", _PAGE_NUMBER_SIZE)


def _compact(paragraph: WordParagraph) -> None:
    paragraph.paragraph_format.line_spacing_rule = WD_LINE_SPACING.SINGLE
    paragraph.style = "Normal"  # without the tab stops of Word's own header and footer styles


def _add_page_number(paragraph: WordParagraph, alignment: WD_ALIGN_PARAGRAPH) -> None:
    _compact(paragraph)
    paragraph.alignment = alignment
    indent = paragraph._p.get_or_add_pPr().get_or_add_ind()
    side = "right" if alignment == WD_ALIGN_PARAGRAPH.RIGHT else "left"
    indent.set(qn(f"w:{side}Chars"), "100")
    indent.set(qn(f"w:{side}"), "280")
    _style(paragraph.add_run("— "), "宋体", _PAGE_NUMBER_SIZE)
    for kind in ("begin", None, "end"):
        run = paragraph.add_run()
        _style(run, "宋体", _PAGE_NUMBER_SIZE)
        if kind is None:
            instruction = OxmlElement("w:instrText")
            instruction.text = "PAGE"
            run._r.append(instruction)
        else:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
            run._r.append(mark)
    _style(paragraph.add_run(" —"), "宋体", _PAGE_NUMBER_SIZE)


def _fill(paragraph: WordParagraph, block: Paragraph) -> None:
    title = block.role == "title"
    size = _NOTE_SIZE if block.note else _TITLE_SIZE if title else _SIZE
    pitch = _NOTE_PITCH if block.note else _TITLE_PITCH if title else _PITCH
    font = _NOTE_FONT if block.note else _FONTS[block.role]
    layout = paragraph.paragraph_format
    layout.line_spacing_rule, layout.line_spacing = WD_LINE_SPACING.EXACTLY, pitch
    layout.space_before = layout.space_after = Pt(0)
    layout.widow_control = False  # a fixed number of lines on each page
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER if title else _ALIGNMENTS[block.align]
    if block.role in ("title", "heading", "subheading"):
        layout.keep_with_next = True
        level = {"title": "0", "heading": "0", "subheading": "1"}[block.role]
        _outline(paragraph, level)
    if block.align == "body" and not title and not block.note:
        _indent(paragraph, block.depth)
    elif block.align == "right":
        indent = paragraph._p.get_or_add_pPr().get_or_add_ind()
        indent.set(qn("w:rightChars"), "200")
        indent.set(qn("w:right"), "640")
        layout.keep_together = True
    if block.note:
        _box(paragraph)
    for span in _marked(block):
        _style(paragraph.add_run(span.text), font, size, bold=span.bold)


def _marked(block: Paragraph) -> tuple[Span, ...]:
    return (Span(block.marker), *block.spans) if block.marker else block.spans


def _indent(paragraph: WordParagraph, depth: int) -> None:
    """Set the first line in by two characters, deeper lists by two more."""
    indent = paragraph._p.get_or_add_pPr().get_or_add_ind()
    indent.set(qn("w:firstLineChars"), "200")
    indent.set(qn("w:firstLine"), "640")
    if depth:
        indent.set(qn("w:leftChars"), str(200 * depth))
        indent.set(qn("w:left"), str(640 * depth))


def _outline(paragraph: WordParagraph, level: str) -> None:
    """Give headings their place in Word's navigation pane without borrowing Word's heading looks."""
    properties = paragraph._p.get_or_add_pPr()
    outline = OxmlElement("w:outlineLvl")
    outline.set(qn("w:val"), level)
    properties.append(outline)


def _box(paragraph: WordParagraph) -> None:
    borders = OxmlElement("w:pBdr")
    for side in ("top", "left", "bottom", "right"):
        border = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "6"), ("space", "4"), ("color", "BB0000")):
            border.set(qn(f"w:{name}"), value)
        borders.append(border)
    properties = paragraph._p.get_or_add_pPr()
    # The schema fixes the order of a paragraph's properties: borders come before these.
    properties.insert_element_before(borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:outlineLvl")


def _style(run: Run, font: str, size: Length, *, bold: bool = False) -> None:
    run.font.size = size
    run.font.bold = bold or None
    run.font.name = font
    fonts = run._r.get_or_add_rPr().get_or_add_rFonts()
    for script in ("eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), font)
    fonts.set(qn("w:hint"), "eastAsia")


def _add_table(document: WordDocument, table: Table) -> None:
    columns = max(len(row) for row in table.rows)
    grid = document.add_table(rows=0, cols=columns, style="Table Grid")
    for index, row in enumerate(table.rows):
        cells = grid.add_row().cells
        for cell, spans in zip(cells, row, strict=False):
            paragraph = cell.paragraphs[0]
            paragraph.paragraph_format.line_spacing = Pt(20)
            for span in spans:
                font = BODY_FONT if index else "黑体"
                _style(paragraph.add_run(span.text), font, _NOTE_SIZE, bold=span.bold)
