"""Whatever a value holds, it is shown as typed and does nothing, in every format."""

from __future__ import annotations

import random
import re
import string
from io import BytesIO
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest

from penalty_engine.documents.blocks import FormTable, Paragraph, Table, parse
from penalty_engine.documents.markdown_layout import portable
from penalty_engine.documents.text import BLANK, inert, printable
from tests.documents import samples
from tests.documents.reading import FORMATS, draft, html_tags, text_of

HOSTILE = [
    "# 标题",
    "> 引用",
    "- 项目",
    "+ 项目",
    "1. 项目",
    "1) 项目",
    "---",
    "===",
    "-> 右 <-",
    "<- 左",
    "**粗** _斜_ ~~删~~ `码`",
    "``` 码",
    "[链接](http://example.org) ![图](x.png) <http://example.org> www.example.org a@example.org",
    "[a]: http://example.org",
    "| 甲 | 乙 |",
    "<script>alert(1)</script><img src=x onerror=alert(1)> &amp; &lt; &#65;",
    "{{ 7 * 7 }} {% for x in y %} {# 注 #}",
    "\\* \\ \\\\",
    "“引” ‘号’ \"q\" 'q'",
    "甲\u200f乙\u200e丙",
    "𠮷野家𪚥有限公司",
    "{ PAGE } =DDE(1)",
    "ا ب ج",
]


@pytest.mark.parametrize("value", HOSTILE)
@pytest.mark.parametrize("fmt", ["docx", "html"])
def test_values_are_shown_as_typed(value: str, fmt: str) -> None:
    case, assessment = samples.dispatch_not_corrected()
    case["party"].update(name=value, address=value)
    case["evidence"] = [value]
    assessment["acts"][0]["violation_name"] = f"甲{value}乙"
    data = draft("decision", fmt, case, assessment)
    document = text_of(fmt, data)
    for line in (f"当事人：{value}\n", f"住所：{value}\n", f"1. {value}", f"“甲{value}乙”"):
        assert line in document
    if fmt == "html":
        assert not html_tags(data) & {"script", "img", "a", "code", "em", "s"}


@pytest.mark.parametrize("value", HOSTILE)
def test_markdown_shows_values_as_typed_to_its_readers(value: str) -> None:
    case, assessment = samples.dispatch_not_corrected()
    case["party"]["address"] = value
    source = draft("decision", "md", case, assessment).decode()
    assert f"住所：{value}" in [block.text for block in parse(source) if isinstance(block, Paragraph)]


@pytest.mark.parametrize("fmt", FORMATS)
def test_line_breaks_stay_within_their_paragraph(fmt: str) -> None:
    case, assessment = samples.dispatch_not_corrected()
    case["party"]["name"] = "甲\n\n# 乙\r\n- 丙\u2028丁"
    data = draft("decision", fmt, case, assessment)
    if fmt == "docx":
        assert "当事人：甲\n\n# 乙\n- 丙\n丁\n" in text_of(fmt, data)
    elif fmt == "html":
        assert "甲<br>\n<br>\n# 乙<br>\n- 丙<br>\n丁</p>" in data.decode()
    else:
        assert "当事人：甲\n\n# 乙\n- 丙\n丁" in [
            b.text for b in parse(data.decode()) if isinstance(b, Paragraph)
        ]


@pytest.mark.parametrize("fmt", FORMATS)
def test_what_cannot_be_printed_is_a_box(fmt: str) -> None:
    case, assessment = samples.dispatch_not_corrected()
    case["party"]["name"] = "甲\x00乙\x1b丙\x7f丁\ufffe戊\ud800己\U0001ffff庚"
    data = draft("decision", fmt, case, assessment)
    assert "甲□乙□丙□丁□戊□己□庚" in text_of(fmt, data)


def test_writing_direction_ends_with_the_value() -> None:
    assert printable("甲\u202e乙") == "甲\u202e乙\u202c"
    assert printable("甲\u2067乙\u2069丙") == "甲\u2067乙\u2069丙"


def test_word_xml_is_well_formed_and_holds_no_field_but_the_page_number() -> None:
    case, assessment = samples.dispatch_not_corrected()
    case["party"]["name"] = "{ MACROBUTTON x } <w:fldSimple/>\x01"
    with ZipFile(BytesIO(draft("decision", "docx", case, assessment))) as package:
        assert package.testzip() is None
        for name in package.namelist():
            if name.endswith((".xml", ".rels")):
                ElementTree.fromstring(package.read(name))
        fields = [n for n in package.namelist() if n.endswith(".xml") and b"instrText" in package.read(n)]
        assert b"fldSimple " not in package.read("word/document.xml")
    assert fields
    assert all(name.startswith("word/footer") for name in fields)


def test_random_values_survive_wherever_a_template_prints_them() -> None:
    pieces = [*string.punctuation, *"ab1 \n\t甲。“”", "\u2028"]
    pieces += ["->", "<-", "1. ", "  ", "---", "```", "www.", "://"]
    pieces += [":::", "::: form 1", "::: page", "|#", "|-", "|:"]
    choose = random.Random(20261122)
    for _ in range(1500):
        value = "".join(choose.choices(pieces, k=choose.randint(1, 9))).strip()
        wanted = printable(value).replace("\u2028", "\n") if value else BLANK
        shown = inert(value)
        source = (
            f"{shown}\n\n1. {shown}\n\n**粗**{shown}\n\n-> {shown}\n\n"
            f"| 甲 |\n|---|\n| {shown} |\n\n> - □ {shown}尾\n"
            f"::: form 1 1\n| {shown} |{shown}|\n|-{shown}|\n|#{shown}|\n|:\n{shown}\n:::\n"
        )
        plain, item, bold, right, table, note, form = parse(source)
        assert isinstance(table, Table)
        assert isinstance(form, FormTable)
        cells = [cell for row in form.rows for cell in row.cells]
        assert [block.text for cell in cells for block in cell.blocks] == [wanted] * 5
        cell = "".join(span.text for span in table.rows[1][0])
        assert [b.text for b in (plain, item, bold, right, note) if isinstance(b, Paragraph)] == [
            wanted, f"1. {wanted}", f"粗{wanted}", wanted, f"· □ {wanted}尾"
        ]  # fmt: skip
        assert cell == wanted
        assert isinstance(plain, Paragraph)
        assert (plain.role, plain.align) == ("text", "body")


def test_portable_markdown_keeps_one_line_for_tables_and_headings() -> None:
    source = portable(f"# {inert('a' + chr(10) + 'b')}\n\n| {inert('c' + chr(10) + 'd')} |\n|---|\n")
    assert source.startswith("# a b\n\n| c d |")
    assert not re.search("\u2028", source)


def test_portable_markdown_shows_no_marks_of_alignment() -> None:
    source = "-> **草　稿** <-\n\n<- 当事人：甲\n\n-> 日期\n\n正文\n-> 正文的第二行\n"
    assert portable(source) == "**草　稿**\n\n当事人：甲\n\n日期\n\n正文\n-> 正文的第二行\n"
    assert portable(f"{inert('-> 甲 <-')}\n") == f"{inert('-> 甲 <-')}\n"
