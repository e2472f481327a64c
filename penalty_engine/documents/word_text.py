"""The text of a paragraph in Word: fonts, weights, indents and the drafter's box."""

from __future__ import annotations

from collections.abc import Sequence

from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Length, Pt
from docx.text.paragraph import Paragraph as WordParagraph
from docx.text.run import Run

from penalty_engine.documents.blocks import Paragraph

BODY_FONT, HEAD_FONT, NOTE_FONT = "仿宋_GB2312", "黑体", "楷体_GB2312"
FONTS = {
    "title": "方正小标宋简体",
    "heading": HEAD_FONT,
    "subheading": "楷体_GB2312",
    "text": BODY_FONT,
    "item": BODY_FONT,
}
ALIGNMENTS = {
    "body": WD_ALIGN_PARAGRAPH.JUSTIFY,
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
}

# The schema fixes the order of a paragraph's properties.
_AFTER_GAPS = ("w:bidi", "w:snapToGrid", "w:spacing", "w:ind", "w:jc", "w:outlineLvl", "w:rPr")


def set_pitch(paragraph: WordParagraph, pitch: Length) -> None:
    """Set lines of exactly `pitch`, without space before or after, and as many on each page as fit."""
    layout = paragraph.paragraph_format
    layout.line_spacing_rule, layout.line_spacing = WD_LINE_SPACING.EXACTLY, pitch
    layout.space_before = layout.space_after = Pt(0)
    layout.widow_control = False


def write(paragraph: WordParagraph, block: Paragraph, font: str, size: Length) -> None:
    """Add the marker and the runs of a block."""
    if block.marker:
        style(paragraph.add_run(block.marker), font, size)
    for span in block.spans:
        style(paragraph.add_run(span.text), font, size, bold=span.bold)


def style(run: Run, font: str, size: Length, *, bold: bool = False) -> None:
    """Set font, size and weight of a run, for Chinese and for Latin text alike."""
    run.font.size = size
    run.font.bold = bold or None
    run.font.name = font
    fonts = run._r.get_or_add_rPr().get_or_add_rFonts()
    for script in ("eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), font)
    fonts.set(qn("w:hint"), "eastAsia")


def indent(paragraph: WordParagraph, size: Length, **characters: int) -> None:
    """Set indents (`firstLine`, `left`, `right`) in characters, and in points for readers that know only those."""
    element = paragraph._p.get_or_add_pPr().get_or_add_ind()
    for name, count in characters.items():
        element.set(qn(f"w:{name}Chars"), str(100 * count))
        element.set(qn(f"w:{name}"), str(round(size.pt * 20 * count)))


def indent_points(paragraph: WordParagraph, **points: float) -> None:
    """Set indents (`left`, `right`) in points."""
    element = paragraph._p.get_or_add_pPr().get_or_add_ind()
    for name, value in points.items():
        element.set(qn(f"w:{name}"), str(round(20 * value)))


def without_gaps(paragraph: WordParagraph) -> None:
    """Keep Word from setting figures apart from Chinese text: what is centred has to have the width it was given."""
    properties = paragraph._p.get_or_add_pPr()
    for name in ("w:autoSpaceDE", "w:autoSpaceDN"):
        element = OxmlElement(name)
        element.set(qn("w:val"), "0")
        properties.insert_element_before(element, *_AFTER_GAPS)


def box(paragraph: WordParagraph, sides: Sequence[str], *, size: str, color: str, space: str = "0") -> None:
    """Draw lines at the sides of a paragraph (in the order top, left, bottom, right); neighbours share one box."""
    borders = OxmlElement("w:pBdr")
    for side in sides:
        border = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", size), ("space", space), ("color", color)):
            border.set(qn(f"w:{name}"), value)
        borders.append(border)
    properties = paragraph._p.get_or_add_pPr()
    properties.insert_element_before(borders, "w:shd", "w:tabs", "w:autoSpaceDE", *_AFTER_GAPS)
