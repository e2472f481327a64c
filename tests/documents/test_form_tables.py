"""Form tables: the notation, its faults, and what each format makes of it."""

from __future__ import annotations

from io import BytesIO
from itertools import pairwise

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from penalty_engine.documents import DocumentError
from penalty_engine.documents.blocks import FormTable, PageBreak, Paragraph, Table, parse
from penalty_engine.documents.html_layout import to_html
from penalty_engine.documents.markdown_layout import portable
from penalty_engine.documents.text import inert
from penalty_engine.documents.word_layout import to_docx
from tests.documents.reading import html_tags, refused

FORM = """# 立案审批表

::: form 16 34 16 34
| 案号 | 某案〔2026〕1号 | 立案日期 | 2026年3月1日 |
| 当事人 | 某某公司 |||
| 违法事实 |:
经查，你单位
拖欠工资。

1. 工资表；
2. 笔录。

| 大队长意见 |: 5
同意。

-> 签名：　　　　年　　月　　日

|# 姓名 | 职务 | 意见 | 签名 |
|- 张三 | 大队长 | 同意 | |
|: 3
全宽的一格
:::

正文在后。
"""


def form_of(markdown: str) -> FormTable:
    return next(block for block in parse(markdown) if isinstance(block, FormTable))


def word_of(markdown: str) -> BaseOxmlElement:
    """Return the body of the Word document, read again from its bytes."""
    body: BaseOxmlElement = Document(BytesIO(to_docx(parse(markdown), "题", None))).element.body
    return body


def test_the_notation() -> None:
    form = form_of(FORM)
    assert form.widths == (16, 34, 16, 34)
    shapes = [
        [(" / ".join(block.text for block in cell.blocks), cell.span, cell.label) for cell in row.cells]
        for row in form.rows
    ]
    signature = "签名：　　　　年　　月　　日"
    assert shapes == [
        [
            ("案号", 1, True),
            ("某案〔2026〕1号", 1, False),
            ("立案日期", 1, True),
            ("2026年3月1日", 1, False),
        ],
        [("当事人", 1, True), ("某某公司", 3, False)],
        [("违法事实", 1, True), ("经查，你单位拖欠工资。 / 1. 工资表； / 2. 笔录。", 3, False)],
        [("大队长意见", 1, True), (f"同意。 / {signature}", 3, False)],
        [("姓名", 1, True), ("职务", 1, True), ("意见", 1, True), ("签名", 1, True)],
        [("张三", 1, False), ("大队长", 1, False), ("同意", 1, False), ("", 1, False)],
        [("全宽的一格", 4, False)],
    ]
    assert [(row.kind, row.big, row.least) for row in form.rows] == [
        ("plain", False, 0),
        ("plain", False, 0),
        ("plain", True, 0),
        ("plain", True, 5),
        ("head", False, 0),
        ("list", False, 0),
        ("plain", True, 3),
    ]
    assert form.rows[3].cells[1].blocks[1].align == "right"


@pytest.mark.parametrize(
    ("row", "spans"),
    [
        ("| 甲 | 乙 | 丙 | 丁 |", [1, 1, 1, 1]),
        ("| 甲 || 乙 || ", [2, 2]),
        ("| 甲 | 乙 |", [1, 3]),
        ("| 甲 ||||", [4]),
        ("| 甲 | | 乙 |", [1, 1, 2]),
        ("|# 甲 | 乙 ||", [1, 3]),
        ("|- | | | |", [1, 1, 1, 1]),
        ("|- 甲 |", [4]),
        ("| 甲 | 乙 | 丙 |:", [1, 1, 1, 1]),
        ("| 甲 || 丙 |: 9", [2, 1, 1]),
        ("|:", [4]),
    ],
)
def test_cells_fill_the_row(row: str, spans: list[int]) -> None:
    form = form_of(f"::: form 1 2 3 4\n  {row}\n:::\n")
    assert [cell.span for cell in form.rows[0].cells] == spans


def test_cells_may_stand_in_the_middle_or_at_the_right() -> None:
    cells = form_of("::: form 1 1 1\n|- -> 1 <- | -> 2.00 | **粗** |\n:::\n").rows[0].cells
    assert [cell.blocks[0].align for cell in cells] == ["center", "right", "body"]
    assert cells[2].blocks[0].spans[0].bold


def test_a_least_height_never_exceeds_a_page() -> None:
    assert form_of("::: form 1\n|: 99\n:::\n").rows[0].least == 30


def test_a_form_without_rows_is_nothing() -> None:
    assert parse("甲\n\n::: form 1 1\n\n:::\n\n乙\n") == parse("甲\n\n乙\n")
    assert portable("甲\n\n::: form 1 1\n:::\n\n乙\n") == "甲\n\n乙\n"


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ("::: form 1 2\n| 甲 | 乙 |\n", "form-not-closed"),
        ("::: form 1 2\n| 甲 | 乙 | 丙 |\n:::", "form-too-many-cells"),
        ("::: form 1 2\n| 甲 |||\n:::", "form-too-many-cells"),
        ("::: form 1 2\n| 甲 | 乙 |:\n:::", "form-too-many-cells"),
        ("::: form 1 2\n::: form 1 2\n:::\n:::", "form-nested"),
        ("::: form 1 2\n::: page\n:::", "form-nested"),
        ("::: form 1 2\n|:\n> | 甲 |\n> |---|\n:::", "form-nested"),
        ("正文\n:::\n", "form-not-open"),
        ("::: box\n", "form-mark-unknown"),
        ("::: pages\n", "form-mark-unknown"),
        ("::: form\n:::", "form-bad-widths"),
        ("::: form 1 x\n:::", "form-bad-widths"),
        ("::: form 1 0\n:::", "form-bad-widths"),
        ("::: form 1 2\n| 甲 | 乙\n:::", "form-row-unreadable"),
        ("::: form 1 2\n|| 甲 |\n:::", "form-row-unreadable"),
        ("::: form 1 2\n|\n:::", "form-row-unreadable"),
        ("::: form 1 2\n|---|---|\n:::", "form-rule-line"),
        ("::: form 1 2\n| :--- | ---: |\n:::", "form-rule-line"),
        ("::: form 1 2\n| 甲 | 乙 |\n正文\n:::", "form-text-outside-cell"),
        ("| 甲 |:\n", "form-row-outside"),
        ("| 甲 |: 5\n", "form-row-outside"),
        ("|# 甲 | 乙 |\n", "form-row-outside"),
        ("|- 甲 | 乙 |\n", "form-row-outside"),
        ("|- | |\n", "form-row-outside"),
        ("| 甲 | 乙 |\n", "form-row-outside"),
        ("正文\n| 甲 | 乙 |\n", "form-row-outside"),
    ],
)
def test_a_fault_is_named_with_its_row(source: str, code: str) -> None:
    with refused(DocumentError, "模板") as caught:
        parse(source)
    error = caught.value
    assert isinstance(error, DocumentError)
    assert error.message.code == code
    assert str(error.message.params["row"]) in source
    assert str(error.message.params["row"]) in error.render("en")


def test_a_long_row_is_quoted_in_part() -> None:
    with refused(DocumentError, "…") as caught:
        parse("::: form 1\n| " + "甲" * 500 + "\n:::")
    assert len(caught.value.render("zh")) < 200


def test_ordinary_tables_stay() -> None:
    blocks = parse("| 甲 | 乙 |\n|:---|---:|\n| 1 | 2 |\n\n| 甲 |\n| - |\n")
    assert [type(block) for block in blocks] == [Table, Table]


TYPED = [
    "| 甲 | 乙 |",
    ":::",
    "::: form 1 2",
    "::: page",
    "|# 甲 |",
    "|- 甲 |",
    "|: 5",
    "-> 甲 <-",
    "甲 |:",
    "\\",
    "a\\|",
    "1. 甲",
]


@pytest.mark.parametrize("value", [*TYPED, "\n".join(TYPED)])
def test_what_is_typed_makes_no_rows(value: str) -> None:
    shown = inert(value)
    source = (
        f"{shown}\n\n::: form 1 1 1\n| {shown} | {shown} | {shown} |\n|# {shown} |\n|- {shown} | {shown} |\n"
        f"|-{shown}|\n| {shown} |:\n{shown}\n\n-> {shown}\n\n|:\n{shown}\n:::\n\n{shown}\n"
    )
    first, form, last = parse(source)
    assert isinstance(first, Paragraph)
    assert isinstance(last, Paragraph)
    assert isinstance(form, FormTable)
    assert first.text == last.text == value
    assert [len(row.cells) for row in form.rows] == [3, 1, 2, 1, 2, 1]
    assert {block.text for row in form.rows for cell in row.cells for block in cell.blocks} == {value}
    word = Document(BytesIO(to_docx([first, form, last], "题", None)))
    assert {cell.text for row in word.tables[0].rows for cell in row.cells} <= {value, f"{value}\n{value}"}
    assert to_html([form], "题", None).decode().count("<tr") == 6
    table = next(block for block in parse(portable(source)) if isinstance(block, Table))
    assert {len(row) for row in table.rows} == {3}
    assert len(table.rows) == 6


def test_word_makes_a_real_table() -> None:
    body = word_of(FORM)
    (table,) = body.findall(qn("w:tbl"))
    columns = [int(column.get(qn("w:w"))) for column in table.iter(qn("w:gridCol"))]
    assert sum(columns) == 8844  # 156 mm
    assert [round(100 * width / 8844) for width in columns] == [16, 34, 16, 34]
    assert table.find(qn("w:tblPr")).find(qn("w:tblLayout")).get(qn("w:type")) == "fixed"
    rows = table.findall(qn("w:tr"))
    spans = [[int(span.get(qn("w:val"))) for span in row.iter(qn("w:gridSpan"))] for row in rows]
    assert spans == [[], [3], [3], [3], [], [], [4]]
    for row in rows:
        assert sum(int(cell.get(qn("w:w"))) for cell in row.iter(qn("w:tcW"))) == 8844
    heights = [next(row.iter(qn("w:trHeight"))) for row in rows]
    assert {height.get(qn("w:hRule")) for height in heights} == {"atLeast"}
    assert heights[3].get(qn("w:val")) == str(5 * 20 * 20)
    words = Document(BytesIO(to_docx(parse(FORM), "题", None))).tables[0]
    assert words.cell(2, 1).text == "经查，你单位拖欠工资。\n1. 工资表；\n2. 笔录。"


def test_labels_stand_in_the_middle_and_signatures_at_the_foot() -> None:
    body = word_of("::: form 1 3\n| 意见 |: 5\n-> 签名\n\n| 意见 |: 5\n同意。\n\n-> 签名\n:::\n")
    first, second = body.iter(qn("w:tr"))
    places = [[place.get(qn("w:val")) for place in row.iter(qn("w:vAlign"))] for row in (first, second)]
    assert places == [["center", "bottom"], ["center", "top"]]
    spaces = [int(space.get(qn("w:before"))) for space in second.iter(qn("w:spacing"))]
    assert spaces == [0, 0, 3 * 20 * 20]  # the label, one line of text, three free ones, the signature
    page = to_html(parse("::: form 1 3\n| 意见 |: 5\n-> 签名\n:::\n"), "题", None).decode()
    assert '<td class="big signed" style="height: 100pt"><p class="right">签名</p></td>' in page


WORKERS = (
    "::: form 8 20 30 42\n| 单位 | 某某公司 |\n|# 序号 | 姓名 | 数额 | 备注 |\n{rows}\n| 合计 | 30人 |\n:::\n"
)


def workers(count: int) -> str:
    return WORKERS.format(rows="\n".join(f"|- {n} | 工人{n} | {n}00.00 | |" for n in range(1, count + 1)))


def test_heads_of_a_long_list_return_on_each_page() -> None:
    tables = word_of(workers(30)).findall(qn("w:tbl"))
    assert [len(table.findall(qn("w:tr"))) for table in tables] == [1, 31, 1]
    assert [len(list(table.iter(qn("w:tblHeader")))) for table in tables] == [0, 1, 0]
    assert len(list(tables[1].iter(qn("w:cantSplit")))) == 31
    page = to_html(parse(workers(30)), "题", None).decode()
    assert page.count("<table") == 3
    assert page.count("<thead>") == 1
    assert page.count('<th scope="col"') == 4


def test_a_short_list_stays_in_the_table_and_on_one_page() -> None:
    (table,) = word_of(workers(3)).findall(qn("w:tbl"))
    kept = [any(True for _ in row.iter(qn("w:keepNext"))) for row in table.findall(qn("w:tr"))]
    assert kept == [False, True, True, True, False, False]
    assert to_html(parse(workers(3)), "题", None).decode().count('<tbody class="whole">') == 1


def test_long_text_may_go_on_overleaf_and_a_short_row_may_not() -> None:
    long = "::: form 1 4\n| 甲 | 乙 |\n| 事实 |:\n" + "文字" * 400 + "\n:::\n"
    rows = list(word_of(long).iter(qn("w:tr")))
    assert [any(True for _ in row.iter(qn("w:cantSplit"))) for row in rows] == [True, False]
    assert to_html(parse(long), "题", None).decode().count('<tr class="tall">') == 1


def test_an_ordinary_table_has_columns_by_content() -> None:
    body = word_of("| 序号 | 说明 |\n|---|---|\n| 1 | " + "很长的说明" * 20 + " |\n")
    narrow, wide = (int(column.get(qn("w:w"))) for column in body.iter(qn("w:gridCol")))
    assert narrow + wide == 8844
    assert 800 < narrow < wide / 2
    assert len(list(body.iter(qn("w:tblHeader")))) == 1


def test_html_spans_columns_and_names_its_labels() -> None:
    data = to_html(parse(FORM), "题", None)
    page = data.decode()
    assert '<th scope="row">当事人</th><td colspan="3">某某公司</td>' in page
    assert '<th scope="col">姓名</th>' in page
    assert '<td colspan="4" class="big" style="height: 60pt"><p>全宽的一格</p></td>' in page
    assert not html_tags(data) & {"link", "script", "img"}


def test_other_readers_get_a_table_of_theirs() -> None:
    assert portable(FORM) == (
        "# 立案审批表\n\n"
        "| 案号 | 某案〔2026〕1号 | 立案日期 | 2026年3月1日 |\n|---|---|---|---|\n"
        "| 当事人 | 某某公司 |  |  |\n"
        "| 违法事实 | 经查，你单位拖欠工资。<br>1. 工资表；<br>2. 笔录。 |  |  |\n"
        "| 大队长意见 | 同意。<br>签名：　　　　年　　月　　日 |  |  |\n"
        "| 姓名 | 职务 | 意见 | 签名 |\n| 张三 | 大队长 | 同意 |  |\n"
        "| 全宽的一格 |  |  |  |\n\n正文在后。\n"
    )


def test_other_readers_see_headings_notes_and_breaks_in_a_cell() -> None:
    value = inert("甲\n乙")
    source = f"::: form 1\n|:\n### 小标题\n\n> **注** {value}\n\nend\nof line\n:::\n\n::: page\n\n正文\n"
    assert portable(source) == "| **小标题**<br>**注** 甲<br>乙<br>end of line |\n|---|\n\n---\n\n正文\n"


def test_new_pages() -> None:
    blocks = parse(
        "::: page\n\n甲\n\n::: page\n::: page\n\n<- 附件1\n\n# 题\n\n::: page\n\n| 甲 |\n|---|\n\n::: page\n"
    )
    assert sum(isinstance(block, PageBreak) for block in blocks) == 5
    document = Document(BytesIO(to_docx(blocks, "题", None)))
    breaks = [p.text for p in document.paragraphs if p.paragraph_format.page_break_before]
    assert breaks == ["附件1", ""]  # the second belongs to the table
    annex = next(p for p in document.paragraphs if p.text == "附件1")
    assert annex.runs[0]._r.rPr.rFonts.get(qn("w:eastAsia")) == "黑体"
    assert to_html(blocks, "题", None).decode().count('<hr class="page">') == 2


_ORDER = {
    "tblPr": ("tblW", "jc", "tblBorders", "tblLayout", "tblCellMar"),
    "tcPr": ("tcW", "gridSpan", "vAlign"),
    "rPr": ("rFonts", "b", "spacing", "sz", "lang"),
    "pPr": (
        "pStyle", "keepNext", "keepLines", "pageBreakBefore", "widowControl", "pBdr", "autoSpaceDE", "autoSpaceDN",
        "spacing", "ind", "jc", "outlineLvl", "rPr",
    ),
    "tbl": ("tblPr", "tblGrid", "tr"),
    "tr": ("trPr", "tc"),
}  # fmt: skip


@pytest.mark.parametrize(
    "markdown",
    [
        FORM,
        workers(30),
        "::: form 1\n|:\n:::\n",
        "::: form 1\n| 甲 |\n:::\n\n| 乙 |\n|---|\n\n::: form 1\n| 丙 |\n:::\n",
        "# 题\n\n- 甲\n\n> 注\n\n::: page\n\n-> 机关\n\n-> 2026年1月1日\n\n::: form 1\n| 甲 |\n:::\n",
    ],
)
def test_the_word_file_keeps_the_order_of_its_format(markdown: str) -> None:
    body = word_of(markdown)
    for element in body.iter():
        name = str(element.tag).rpartition("}")[2]
        if name in _ORDER:
            children = [str(child.tag).rpartition("}")[2] for child in element]
            places = [_ORDER[name].index(child) for child in children]
            assert places == sorted(places), f"{name}: {children}"
            assert name in ("tr", "tbl") or len(set(children)) == len(children)
    for cell in body.iter(qn("w:tc")):
        assert cell[-1].tag == qn("w:p")
    blocks = [child.tag for child in body]
    assert blocks[-1] == qn("w:sectPr")
    assert blocks[-2] == qn("w:p")
    # Word would join two tables without a paragraph between them.
    assert (qn("w:tbl"), qn("w:tbl")) not in list(pairwise(blocks))
