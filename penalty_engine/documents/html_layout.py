"""Blocks laid out as one self-contained HTML page that prints on A4."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from penalty_engine.documents.blocks import Block, Paragraph, Span, Table

_TAGS = {"title": "h1", "heading": "h2", "subheading": "h3", "text": "p", "item": "p"}

_STYLE = """
@page { size: A4; margin: 37mm 26mm 35mm 28mm; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 156mm; padding: 12mm 0; color: #000; background: #fff;
  font: 16pt/28pt "仿宋_GB2312", "FangSong_GB2312", "仿宋", FangSong, STFangsong,
  "Noto Serif CJK SC", serif; }
h1 { margin: 0; font: 22pt/36pt "方正小标宋简体", "FZXiaoBiaoSong-B05S", "宋体", SimSun,
  "Noto Serif CJK SC", serif; text-align: center; }
h1 + :not(h1) { margin-top: 14pt; }
h2, h3, p { margin: 0; text-indent: 2em; overflow-wrap: anywhere; text-align: justify; break-inside: auto; }
h2 { font: 16pt/28pt "黑体", SimHei, "Noto Sans CJK SC", sans-serif; break-after: avoid; }
h3 { font: 16pt/28pt "楷体_GB2312", "楷体", KaiTi, STKaiti, "Noto Serif CJK SC", serif; break-after: avoid; }
.left { text-indent: 0; }
.center { text-align: center; text-indent: 0; }
.right { text-align: right; text-indent: 0; padding-right: 2em; }
:not(.right) + .right { margin-top: 28pt; }
.left + p:not(.left) { margin-top: 14pt; }
.deeper { padding-left: 2em; }
.draft { position: sticky; top: 0; background: #fff; border-bottom: 1px solid #b00; color: #b00;
  text-align: center; font: 12pt/20pt "黑体", SimHei, "Noto Sans CJK SC", sans-serif; }
table { border-collapse: collapse; width: 100%; margin: 6pt 0; font-size: 12pt; line-height: 18pt; }
th, td { border: 1px solid #000; padding: 3pt 6pt; text-align: left; overflow-wrap: anywhere; }
th { font-weight: normal; font-family: "黑体", SimHei, "Noto Sans CJK SC", sans-serif; }
aside { margin-top: 28pt; border: 1px solid #b00; padding: 6pt 10pt; font-size: 12pt; line-height: 19pt; }
aside p { font-size: 12pt; line-height: 19pt; }
@media print { body { max-width: none; padding: 0; } .draft { position: static; } }
"""


def to_html(blocks: Sequence[Block], title: str, draft_mark: str | None) -> bytes:
    """Return the page; `draft_mark` is shown above everything while the document is a draft."""
    body: list[str] = []
    if draft_mark:
        body.append(f'<div class="draft" role="note">{escape(draft_mark)}</div>')
    noted = False
    for block in blocks:
        note = isinstance(block, Paragraph) and block.note
        if note != noted:
            body.append("<aside>" if note else "</aside>")
            noted = note
        body.append(_table(block) if isinstance(block, Table) else _paragraph(block))
    if noted:
        body.append("</aside>")
    page = (
        '<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
    )
    return (page + "\n".join(body) + "\n</body>\n</html>\n").encode("utf-8")


def _paragraph(block: Paragraph) -> str:
    tag = _TAGS[block.role]
    classes: list[str] = [block.align] if block.align != "body" else []
    if block.depth:
        classes.append("deeper")
    attribute = f' class="{" ".join(classes)}"' if classes else ""
    return f"<{tag}{attribute}>{escape(block.marker)}{_runs(block.spans)}</{tag}>"


def _table(table: Table) -> str:
    rows = []
    for index, row in enumerate(table.rows):
        tag = "td" if index else "th"
        rows.append("<tr>" + "".join(f"<{tag}>{_runs(cell)}</{tag}>" for cell in row) + "</tr>")
    return "<table>\n" + "\n".join(rows) + "\n</table>"


def _runs(spans: Sequence[Span]) -> str:
    parts = []
    for span in spans:
        text = escape(span.text).replace("\n", "<br>\n")
        parts.append(f"<strong>{text}</strong>" if span.bold else text)
    return "".join(parts)
