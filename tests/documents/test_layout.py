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

from penalty_engine.documents.blocks import Paragraph, Span, Table, parse
from penalty_engine.documents.html_layout import to_html
from penalty_engine.documents.word_layout import to_docx
from tests.documents import samples
from tests.documents.reading import FORMATS, FORMS, draft, html_tags


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
    assert '<th scope="col">甲</th><th scope="col">乙</th>' in to_html(blocks, "题", None).decode()


def test_a_line_holds_28_characters() -> None:
    styles = Document(BytesIO(to_docx([], "题", None))).styles.element
    spacing = next(styles.iter(qn("w:spacing"))).getparent()
    assert spacing is not None
    closer = int(next(s for s in styles.iter(qn("w:spacing")) if s.get(qn("w:val"))).get(qn("w:val"))) / 20
    assert 28 * (16 + closer) <= 156 * 72 / 25.4 < 29 * (16 + closer)


SIGNED = "正文。\n\n-> 隆尧县人力资源和社会保障局\n\n{seal}-> 2026年10月12日\n"


def signature(markdown: str) -> list[tuple[float, float, float, float]]:
    """Return the middle of each signature line from the right margin, its indents and the space before it."""
    lines = [
        p for p in Document(BytesIO(to_docx(parse(markdown), "题", None))).paragraphs if p.alignment == 1
    ]
    found = []
    for line in lines:
        layout = line.paragraph_format
        left, right = (side.pt if side else 0.0 for side in (layout.left_indent, layout.right_indent))
        space = layout.space_before.pt if layout.space_before else 0.0
        assert line._p.pPr.ind.get(qn("w:rightChars")) is None
        found.append(((156 * 72 / 25.4 - left + right) / 2, left, right, space))
    return found


def test_the_authority_stands_over_the_date_and_the_date_four_characters_from_the_margin() -> None:
    lines = signature(SIGNED.format(seal="-> （印章）\n\n"))
    date_width = (3 + 8 / 2) * 16
    assert [round(middle) for middle, *_ in lines] == [4 * 16 + date_width / 2] * 3
    assert [space for *_, space in lines] == [28, 0, 0]


def test_the_seal_has_room_where_no_line_is_kept_for_it() -> None:
    assert [space for *_, space in signature(SIGNED.format(seal=""))] == [56, 0]


def test_a_long_name_moves_the_date_and_stays_within_the_margins() -> None:
    for count, middle in ((20, 161), (40, 221)):
        lines = signature(f"-> {'名' * count}\n\n-> 2026年10月12日\n")
        assert [round(line[0]) for line in lines] == [middle, middle]
        assert all(left >= 0 and right >= 0 for _, left, right, _ in lines)


def test_lines_at_the_right_without_a_date_stay_there() -> None:
    assert signature("-> 甲\n\n-> 乙\n") == []
    assert signature("-> 2026年10月12日\n") == []


def test_an_annex_is_named_after_the_text() -> None:
    document = Document(BytesIO(to_docx(parse("正文。\n\n附件：1. 明细表\n"), "题", None)))
    assert document.paragraphs[1].paragraph_format.space_before == Pt(28)


def test_html_pages_are_numbered_and_carry_the_mark_of_a_draft() -> None:
    mark = '草稿"; } </style>\\'
    page = to_html(parse("正文\n"), "题", mark).decode()
    assert 'content: "— " counter(page) " —"' in page
    assert "@top-center" in page
    assert page.count("</style>") == 1
    assert "@top-center" not in to_html(parse("正文\n"), "题", None).decode()


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
