"""What stays together on a page, and what of a line's end every office program shows."""

from __future__ import annotations

import re
from io import BytesIO
from zipfile import ZipFile

from penalty_engine.documents.blocks import parse
from penalty_engine.documents.page_shape import place
from penalty_engine.documents.table_shape import may_break
from penalty_engine.documents.word_layout import to_docx


def _kept(markdown: str) -> list[bool]:
    return [placed.with_next for placed in place(parse(markdown))]


def test_a_signature_keeps_the_list_of_annexes_and_the_text_before_it() -> None:
    signed = "-> 某局\n\n-> （印章）\n\n-> 2026年1月2日"
    assert _kept(f"甲\n\n特此告知。\n\n{signed}") == [False, True, True, True, False]
    assert _kept(f"甲\n\n特此告知。\n\n附件：名单\n\n{signed}") == [False, True, True, True, True, False]


def test_the_head_of_the_drafters_box_stays_with_its_first_note() -> None:
    assert _kept("甲\n\n> **起草提示**\n>\n> - □ 一\n> - □ 二\n") == [False, True, False, False]


def test_a_line_all_in_bold_stays_with_what_follows() -> None:
    assert _kept("甲\n\n**（一）乙**\n\n丙\n\n**丁**戊\n\n己") == [False, True, False, False, False]


def test_a_line_that_ends_with_a_typed_break_is_not_stretched() -> None:
    with ZipFile(BytesIO(to_docx(parse("甲\\\n乙"), "题", None))) as package:
        assert b"<w:compat><w:doNotExpandShiftReturn/>" in package.read("word/settings.xml")


def test_a_row_that_may_be_higher_than_a_page_can_break() -> None:
    form = parse(f"::: form 10 30 60\n|# 序号 | 文号 | 理由 |\n|- 1 | {'Wort' * 120} | 甲 |\n:::\n")[0]
    assert may_break(form, form.rows[1])


def test_a_table_is_closed_where_a_page_ends_before_a_list() -> None:
    def lower_line(text: str) -> str:
        rows = "|- 甲 | 乙 |\n" * 6
        with ZipFile(
            BytesIO(to_docx(parse(f"::: form 1 3\n| 名称 |:\n{text}\n|# 一 | 二 |\n{rows}:::\n"), "题", None))
        ) as package:
            found = re.search(rb'<w:bottom w:val="(\w+)"', package.read("word/document.xml"))
        assert found is not None
        return found[1].decode()

    assert lower_line("甲") == "nil"
    assert lower_line("甲\n\n" * 30) == "single"
