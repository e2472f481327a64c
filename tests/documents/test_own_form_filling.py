"""A bureau's own Word form: what stands where its blanks were, whatever the values hold."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from docx import Document
from docx.shared import Pt

from penalty_engine.documents import DocumentError
from penalty_engine.documents.blocks import Paragraph, parse
from penalty_engine.documents.own_form import fill_own_form, text_of_own_form
from penalty_engine.documents.templating import fill
from penalty_engine.documents.text import BLANK, BLANK_DATE, LINE, printable
from tests.documents import own_forms
from tests.documents.own_forms import context, filled, form_of, rows, saved, texts
from tests.documents.samples import TEMPLATES
from tests.documents.test_inert import HOSTILE

MORE_HOSTILE = [
    "甲\a乙\f丙",
    "{_{ x }_} {_% x %_}",
    "{{r party.name }} {%p if x %} {%tr for x in y %}",
    "<w:p><w:r><w:t>x</w:t></w:r></w:p> & &lt; ]]>",
    "\ufdd0甲\ufdd1乙\ufdd2",
    "甲\r\n乙\u2028丙",
    "甲\t乙",
    "甲\u202e乙",
]


def test_every_part_is_filled(tmp_path: Path) -> None:
    document = Document()
    blank = "{{ party.name }}"
    document.add_paragraph(f"正文{blank}")
    own_forms.add_text_box(document.paragraphs[0], f"框{blank}")
    outer = document.add_table(1, 1).cell(0, 0)
    outer.text = f"格{blank}"
    outer.add_table(1, 1).cell(0, 0).text = f"内格{blank}"
    section = document.sections[0]
    section.different_first_page_header_footer = True
    section.header.paragraphs[0].text = f"眉{blank}"
    section.first_page_header.paragraphs[0].text = f"首{blank}"
    section.footer.paragraphs[0].text = f"脚{blank}"
    for kind in ("footnote", "endnote"):
        own_forms.add_notes(document, kind, f"注{blank}")
    found = filled(saved(tmp_path, document))
    name = context()["party"]["name"]
    assert texts(found)[0] == f"正文{name}"
    assert f"框{name}" in found.element.xml
    cell = found.tables[0].cell(0, 0)
    assert cell.text.startswith(f"格{name}")
    assert rows(cell.tables[0]) == [[f"内格{name}"]]
    for part, text in (("header", f"眉{name}"), ("first_page_header", f"首{name}"), ("footer", f"脚{name}")):
        assert getattr(found.sections[0], part).paragraphs[0].text == text
    for kind in ("footnotes", "endnotes"):
        assert f"注{name}" in own_forms.part_text(found, f"/word/{kind}.xml")


def test_blanks_split_by_word_are_joined_in_the_format_of_their_beginning(tmp_path: Path) -> None:
    document = Document()
    paragraph = document.add_paragraph("当事人：")
    for piece in ("{", "{ par", "ty.na", "me }", "}", "。"):
        paragraph.add_run(piece).bold = piece == "{ par"
    assert texts(filled(saved(tmp_path, document)))[0] == f"当事人：{context()['party']['name']}。"


@pytest.mark.parametrize("value", HOSTILE + MORE_HOSTILE)
def test_values_are_shown_as_typed(tmp_path: Path, value: str) -> None:
    values = context()
    values["party"]["name"] = value
    document = Document()
    document.add_paragraph("甲{{ party.name }}乙")
    document.sections[0].header.paragraphs[0].text = "{{ party.name }}"
    document.add_section()  # notes must not be filled once for each section
    own_forms.add_notes(document, "footnote", "{{ party.name }}")
    found = filled(saved(tmp_path, document), values)
    wanted = printable(value).replace(LINE, "\n")
    assert texts(found)[0] == f"甲{wanted}乙"
    assert found.sections[0].header.paragraphs[0].text == wanted
    assert len(found.paragraphs) == 2
    assert "7 * 7" not in value or "7 * 7" in own_forms.part_text(found, "/word/footnotes.xml")


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (None, BLANK),
        ("  ", BLANK),
        (True, "是"),
        (False, "否"),
        (date(2026, 1, 5), "2026年1月5日"),
        ("2026-01-05", "2026年1月5日"),
        (Decimal("17500.00"), "17500"),
        (Decimal("0.50"), "0.50"),
        (0, "0"),
    ],
)
def test_each_kind_of_value(tmp_path: Path, value: object, shown: str) -> None:
    values = context()
    values["case_no"] = value
    assert texts(filled(form_of(tmp_path, "{{ case_no }}"), values)) == [shown]


def test_what_the_case_does_not_have_is_a_blank(tmp_path: Path) -> None:
    values = context()
    values.update(surcharge=None, officers=[], workers=[])
    values["timeline"]["court_applied_on"] = None
    file = form_of(
        tmp_path,
        "{{ surcharge.daily }}{{ surcharge.begins|date }}",
        "{{ officers[1].name }}{{ (officers|first).name|default('无') }}{{ officers|map(attribute='name')|join('、') }}",
        "{{ timeline.court_applied_on|date }}{{ timeline.court_applied_on|default('未申请') }}",
        "{% if surcharge.daily is none %}无{% endif %}{% for w in workers %}{{ w.name }}{% else %}没有{% endfor %}{{ workers|length }}",
        "{{ none }}{{ party.phone|replace('-', '')|upper }}",
    )
    assert texts(filled(file, values)) == [
        BLANK + BLANK_DATE,
        BLANK + "无" + BLANK,
        BLANK_DATE + "未申请",
        "无没有0",
        BLANK + values["party"]["phone"].replace("-", ""),
    ]


def test_rows_paragraphs_and_conditions(tmp_path: Path) -> None:
    document = Document()
    for text in ("前", "{%p for item in evidence %}", "{{ loop.index }}.{{ item }}", "{%p endfor %}"):
        document.add_paragraph(text)
    for text in (
        "{%p if states.exempt and not states.penalty %}",
        "没有",
        "{%p else %}",
        "有",
        "{%p endif %}",
    ):
        document.add_paragraph(text)
    document.add_paragraph("甲{% if party.phone %}，电话{{ party.phone }}{% endif %}乙")
    table = document.add_table(4, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "姓名", "金额"
    table.cell(1, 0).text, table.cell(3, 0).text = "{%tr for w in workers %}", "{%tr endfor %}"
    table.cell(2, 0).text, table.cell(2, 1).text = "{{ w.name }}", "{{ w.sum|figures }}"
    file = saved(tmp_path, document)
    values = context()
    values["workers"] = [{"name": f"某{n}", "sum": n} for n in range(30)]
    found = filled(file, values)
    evidence = [f"{n}.{text}" for n, text in enumerate(values["evidence"], 1)]
    assert texts(found) == ["前", *evidence, "有", f"甲，电话{values['party']['phone']}乙"]
    assert rows(found.tables[0]) == [["姓名", "金额"], *([f"某{n}", str(n)] for n in range(30))]


def test_nothing_that_word_needs_is_left_out(tmp_path: Path) -> None:
    document = Document()
    cell = document.add_table(1, 1).cell(0, 0)
    cell.text = "{%p for w in workers %}"
    cell.add_paragraph("{{ w.name }}")
    cell.add_paragraph("{%p endfor %}")
    gone = document.add_table(3, 1)
    for row, text in enumerate(("{%tr for w in workers %}", "{{ w.name }}", "{%tr endfor %}")):
        gone.cell(row, 0).text = text
    found = filled(saved(tmp_path, document), {**context(), "workers": []})
    assert rows(found.tables[0]) == [[""]]
    assert len(found.tables[0].cell(0, 0).paragraphs) == 1
    assert len(found.tables) == 1


# --- ready-made sections


def test_a_section_is_worded_as_in_the_shipped_paper(tmp_path: Path) -> None:
    values = context()
    blocks = parse(fill(TEMPLATES, "decision", values))
    paper = [block.text for block in blocks if isinstance(block, Paragraph)]
    for name in ("party", "evidence", "law", "discretion", "measures", "payment", "rights_after"):
        found = texts(filled(form_of(tmp_path, "{{ sections." + name + " }}"), values))
        assert found
        assert "\n".join(found) in "\n".join(paper)


def test_the_paragraphs_of_a_section_look_like_the_one_it_stands_in(tmp_path: Path) -> None:
    document = Document()
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.first_line_indent = Pt(32)
    run = paragraph.add_run("{{ sections.rights_after }}")
    run.font.name, run.font.size = "仿宋", Pt(15)
    document.add_paragraph("后")
    found = filled(saved(tmp_path, document)).paragraphs
    assert len(found) > 3
    for item in found[:-1]:
        assert item.paragraph_format.first_line_indent == Pt(32)
        assert [(piece.font.name, piece.font.size) for piece in item.runs if piece.text] == [("仿宋", Pt(15))]
    assert found[-1].text == "后"


def test_within_a_line_a_section_breaks_lines_only(tmp_path: Path) -> None:
    document = Document()
    document.add_table(1, 1).cell(0, 0).text = "权利：{{ sections.rights_after }}（完）"
    cell = filled(saved(tmp_path, document)).tables[0].cell(0, 0)
    assert len(cell.paragraphs) == 1
    assert cell.text.startswith("权利：你单位如不服")
    assert cell.text.count("\n") >= 2
    assert cell.text.endswith("（完）")


def test_a_section_in_a_cell_becomes_paragraphs_of_the_cell(tmp_path: Path) -> None:
    document = Document()
    document.add_table(1, 1).cell(0, 0).text = "{{ sections.law }}"
    assert len(filled(saved(tmp_path, document)).tables[0].cell(0, 0).paragraphs) > 3


def test_an_empty_section_leaves_no_paragraph(tmp_path: Path) -> None:
    values = context()
    values.update(acts=[], draft=False)
    for key in ("unit_fines", "person_fines", "confiscations"):
        values["totals"][key] = 0
    file = form_of(tmp_path, "前", "{{ sections.payment }}", "行内{{ sections.payment }}。", "后")
    assert texts(filled(file, values)) == ["前", "行内。", "后"]


def test_values_in_a_section_are_inert_too(tmp_path: Path) -> None:
    values = context()
    hostile = "甲\a{{ x }}<w:p>\n乙 {% if %} **丙**"
    values["party"]["address"] = hostile
    found = texts(filled(form_of(tmp_path, "{{ sections.party }}"), values))
    assert "住所：甲□{{ x }}<w:p>\n乙 {% if %} **丙**" in found


def test_a_section_follows_the_form(tmp_path: Path) -> None:
    file = form_of(tmp_path, "{{ sections.measures }}")
    assert "本机关拟对" in "".join(texts(filled(file, context("prior-notice"))))
    assert "本机关决定对" in "".join(texts(filled(file)))


# --- the file


def test_same_case_same_bytes_and_the_bureaus_own_properties_stay(tmp_path: Path) -> None:
    document = Document()
    document.core_properties.title, document.core_properties.author = "本局{{ party.name }}", "办公室 & 法制"
    document.styles["Normal"].font.name = "华文中宋"
    document.add_paragraph("{{ party.name }}")
    file = saved(tmp_path, document)
    data = fill_own_form(file, context(), TEMPLATES)
    assert data == fill_own_form(file, context(), TEMPLATES)
    found = Document(BytesIO(data))
    assert (found.core_properties.title, found.core_properties.author) == (
        "本局{{ party.name }}",
        "办公室 & 法制",
    )
    assert found.styles["Normal"].font.name == "华文中宋"
    with ZipFile(BytesIO(data)) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_text_tells_what_is_still_blank(tmp_path: Path) -> None:
    values = context()
    values["case_no"] = None
    document = Document()
    document.add_paragraph("{{ case_no }}")
    document.sections[0].footer.paragraphs[0].text = "{{ case_no }}{{ party.name }}"
    data = fill_own_form(saved(tmp_path, document), values, TEMPLATES)
    assert text_of_own_form(data).count(BLANK) == 2


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{{ party.name|capitals }}", "不是以元为单位"),
        ("{% if timeline.court_applied_on < timeline.filed_on %}x{% endif %}", "模板执行出错"),
    ],
)
def test_what_only_filling_shows_is_told_with_its_text(tmp_path: Path, text: str, words: str) -> None:
    file = form_of(tmp_path, f"某处{text}")
    with pytest.raises(DocumentError) as caught:
        fill_own_form(file, context(), TEMPLATES)
    told = caught.value.render("zh")
    assert str(file) in told
    assert "某处" in told
    assert words in told


def test_nothing_but_the_context_is_reached(tmp_path: Path) -> None:
    for text in ("{{ party.__class__ }}", "{{ party['__class__'] }}", "{{ case_no.__init__.__globals__ }}"):
        with pytest.raises(DocumentError):
            fill_own_form(form_of(tmp_path, text), context(), TEMPLATES)


def test_field_codes_and_picture_descriptions_take_no_breaks(tmp_path: Path) -> None:
    values: dict[str, Any] = context()
    values["party"]["name"] = '甲"\n乙 > <b>'
    document = Document()
    own_forms.add_text_box(document.add_paragraph(), "x")
    xml = document.paragraphs[0]._p
    shape = next(element for element in xml.iter() if element.tag.endswith("}shape"))
    shape.set("alt", "{{ party.name }} {{ sections.party }}")
    document.add_paragraph("{{ case_no }}")
    found = filled(saved(tmp_path, document), values)
    shape = next(element for element in found.element.iter() if str(element.tag).endswith("}shape"))
    assert shape.get("alt").startswith('甲" 乙 > <b> 当事人：')
