"""The page: measures and fonts after GB/T 9704, the draft mark, reproducible bytes, a light import."""

from __future__ import annotations

import subprocess
import sys
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Pt

from penalty_engine.documents import FORMATS, FORMS
from penalty_engine.documents.blocks import Paragraph, Span, Table, parse
from penalty_engine.documents.html_layout import to_html
from penalty_engine.documents.word_layout import to_docx
from tests.documents import samples
from tests.documents.reading import draft, html_tags


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("fmt", FORMATS)
def test_same_input_same_bytes(form: str, fmt: str, monkeypatch: pytest.MonkeyPatch) -> None:
    case, assessment = samples.unlicensed_service()
    first = draft(form, fmt, case, assessment)
    monkeypatch.setattr("time.time", lambda: 2_000_000_000.0)
    assert draft(form, fmt, case, assessment) == first


def test_word_page_follows_the_standard() -> None:
    document = Document(BytesIO(draft("prior-notice", "docx", *samples.unlicensed_service())))
    section = document.sections[0]
    sides = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    assert [round(side.mm) for side in sides if side] == [37, 35, 28, 26]
    assert [round(side.mm) for side in (section.page_width, section.page_height) if side] == [210, 297]
    assert "草稿" in section.header.paragraphs[0].text
    assert "草稿" in section.even_page_header.paragraphs[0].text
    assert section.footer.paragraphs[0].text == "—  —"
    title = next(p for p in document.paragraphs if p.text == "行政处罚事先告知书")
    heading = next(p for p in document.paragraphs if p.text.startswith("一、"))
    body = next(p for p in document.paragraphs if p.text.startswith("经查"))
    looks = [
        (p.runs[0].font.size, p.runs[0]._r.rPr.rFonts.get(qn("w:eastAsia"))) for p in (title, heading, body)
    ]
    assert looks == [(Pt(22), "方正小标宋简体"), (Pt(16), "黑体"), (Pt(16), "仿宋_GB2312")]
    assert body.paragraph_format.line_spacing == Pt(28)
    assert body._p.pPr.ind.get(qn("w:firstLineChars")) == "200"


def test_a_numbered_document_has_no_draft_header() -> None:
    document = Document(BytesIO(draft("decision", "docx", *samples.dispatch_not_corrected())))
    assert document.sections[0].header.paragraphs[0].text == ""


def test_word_properties_tell_neither_time_nor_tool() -> None:
    data = draft("decision", "docx", *samples.dispatch_not_corrected())
    properties = Document(BytesIO(data)).core_properties
    assert (properties.title, properties.comments, properties.author) == ("行政处罚决定书", "", "")
    with ZipFile(BytesIO(data)) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert "docProps/thumbnail.jpeg" not in package.namelist()
        assert "altName" in package.read("word/fontTable.xml").decode()


def test_html_is_self_contained_chinese_and_prints_on_a4() -> None:
    data = draft("decision", "html", *samples.unlicensed_service())
    page = data.decode("utf-8")
    assert '<html lang="zh-CN">' in page
    assert "size: A4" in page
    assert "http" not in page
    assert not html_tags(data) & {"link", "script", "img"}


SUBSET = """# 题

## 一、甲

### （一）乙

正文**粗**体
接续

-> 居中 <-

-> 右

<- 左

1. 一
2. 二
   - 丙

| 甲 | 乙 |
|---|---|
| 1 | **2** |

> **注** 意
"""


def test_the_markdown_subset() -> None:
    blocks = parse(SUBSET)
    shapes = [(b.role, b.align, b.text, b.depth, b.note) for b in blocks if isinstance(b, Paragraph)]
    assert shapes == [
        ("title", "body", "题", 0, False),
        ("heading", "body", "一、甲", 0, False),
        ("subheading", "body", "（一）乙", 0, False),
        ("text", "body", "正文粗体接续", 0, False),
        ("text", "center", "居中", 0, False),
        ("text", "right", "右", 0, False),
        ("text", "left", "左", 0, False),
        ("item", "body", "1. 一", 0, False),
        ("item", "body", "2. 二", 0, False),
        ("item", "body", "· 丙", 1, False),
        ("text", "body", "注 意", 0, True),
    ]
    table = next(b for b in blocks if isinstance(b, Table))
    assert table.rows == (((Span("甲"),), (Span("乙"),)), ((Span("1"),), (Span("2", bold=True),)))
    document = Document(BytesIO(to_docx(blocks, "题", None)))
    assert [[cell.text for cell in row.cells] for row in document.tables[0].rows] == [
        ["甲", "乙"],
        ["1", "2"],
    ]
    assert "<th>甲</th><th>乙</th>" in to_html(blocks, "题", None).decode()


def test_importing_the_package_loads_no_library() -> None:
    script = (
        "import sys, penalty_engine.documents.output, penalty_engine.documents;"
        "print([m for m in ('docx', 'jinja2', 'markdown_it', 'cn2an', 'lxml') if m in sys.modules])"
    )
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, cwd=root, check=True
    )
    assert done.stdout.strip() == "[]"
