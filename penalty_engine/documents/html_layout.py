"""Blocks laid out as one self-contained HTML page that prints on A4."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from penalty_engine.documents import page_shape, table_shape
from penalty_engine.documents.blocks import Block, FormTable, Paragraph, Table
from penalty_engine.documents.html_style import style_sheet
from penalty_engine.documents.html_tables import form_table
from penalty_engine.documents.html_text import runs

_TAGS = {"title": "h1", "heading": "h2", "subheading": "h3", "text": "p", "item": "p"}


def to_html(blocks: Sequence[Block], title: str, draft_mark: str | None) -> bytes:
    """Return the page; `draft_mark` is shown above everything while the document is a draft."""
    body: list[str] = []
    if draft_mark:
        body.append(f'<div class="draft" role="note">{escape(draft_mark)}</div>')
    noted = False
    for placed in page_shape.place(blocks):
        block = placed.block
        note = isinstance(block, Paragraph) and block.note
        if placed.new_page:
            body.append('<hr class="page">')
        if note != noted:
            body.append("<aside>" if note else "</aside>")
            noted = note
        if isinstance(block, Paragraph):
            body.append(_paragraph(placed, block))
        else:
            body.append(_table(placed, block))
    if noted:
        body.append("</aside>")
    page = (
        '<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{style_sheet(draft_mark)}</style>\n</head>\n<body>\n"
    )
    return (page + "\n".join(body) + "\n</body>\n</html>\n").encode("utf-8")


def _paragraph(placed: page_shape.Placed, block: Paragraph) -> str:
    tag = _TAGS[block.role]
    classes: list[str] = [block.align] if block.align != "body" and not placed.signature else []
    style: list[str] = []
    if block.depth:
        style.append(f"padding-left: {2 * block.depth}em")
    if placed.space and not block.note:
        style.append(f"margin-top: {placed.space}pt")
    if placed.with_next:
        classes.append("kept")
    if placed.signature:
        classes.append("signed")
        left, right = placed.signature
        shares = [100 * side / page_shape.LINE_WIDTH for side in (left, right)]
        style.append(f"margin-left: {shares[0]:.2f}%; margin-right: {shares[1]:.2f}%")
    return f"{_open(tag, classes, style)}{escape(block.marker)}{runs(block.spans)}</{tag}>"


def _table(placed: page_shape.Placed, block: FormTable | Table) -> str:
    form = table_shape.from_table(block) if isinstance(block, Table) else block
    style = [f"margin-top: {placed.space}pt"] if placed.space else []
    classes = ["form", "kept"] if placed.with_next else ["form"]
    return f"{_open('div', classes, style)}\n{form_table(form)}\n</div>"


def _open(tag: str, classes: Sequence[str], style: Sequence[str]) -> str:
    attributes = f' class="{" ".join(classes)}"' if classes else ""
    attributes += f' style="{"; ".join(style)}"' if style else ""
    return f"<{tag}{attributes}>"
