"""What is blank in a paper: the words around it and the field that fills it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from penalty_engine import Case
from penalty_engine.documents import DocumentError, blanks, material_of, templating
from penalty_engine.documents.blank_words import openings
from penalty_engine.documents.blanks import in_case, read_hints
from penalty_engine.documents.drafting import Draft, draft
from penalty_engine.documents.forms import read_forms
from penalty_engine.documents.text import BLANK, BLANK_DATE
from tests.documents.cases import engine
from tests.documents.reading import refused
from tests.documents.samples import TEMPLATES
from tests.documents.test_dossier import _case, copied_templates, dossier


def _words(markdown: str) -> list[str]:
    return [item.words for item in openings(markdown)]


@pytest.mark.parametrize(
    ("markdown", "words"),
    [
        (f"<- 统一社会信用代码：{BLANK}", "统一社会信用代码"),
        (f"你单位违反了{BLANK}的规定。", "你单位违反了＿＿的规定"),
        (f"本机关于{BLANK_DATE}向你单位送达", "本机关于＿＿向你单位送达"),
        (f"-> {BLANK_DATE}", "落款日期"),
        (f"# 标题\n\n{BLANK}。", "标题"),
        (f"-> 文号：隆人社监罚决字〔{BLANK}〕{BLANK}号 <-", "隆人社监罚决字〔＿＿〕＿＿号"),
        (f"::: form 1 1 1 1\n| 案号 | {BLANK} | 立案日期 | {BLANK_DATE} |\n:::", "案号"),
        (f"::: form 1 1 1 1\n| 案号 | 1号 | 立案日期 | {BLANK_DATE} |\n:::", "立案日期"),
        (f"::: form 1 1\n| 违法事实 |:\n{BLANK}\n:::", "违法事实"),
        (f"::: form 1 1\n|# 姓名 | 意见 |\n|- 张三 | {BLANK} |\n:::", "意见"),
        (f"| 姓名 | 金额 |\n|---|---|\n| 张三 | {BLANK} |", "金额"),
        (f"自{BLANK}起", "自＿＿起"),
        (f"{BLANK}起", "＿＿起"),
        (f"结论是：**{BLANK}**。", "结论是"),
        (f"当事人\\*：{BLANK}", "当事人*"),
    ],
)
def test_the_words_around_a_blank(markdown: str, words: str) -> None:
    assert _words(markdown)[0] == words


def test_notes_for_the_drafter_are_not_the_paper() -> None:
    assert _words(f"> 文中“{BLANK}”是尚未掌握的事项") == []


def test_long_words_are_shortened() -> None:
    assert _words("长" * 40 + BLANK) == ["…" + "长" * 14]


def test_fields_are_those_of_the_values() -> None:
    found = dossier(_case())
    decision = next(paper for paper in found.papers if paper.form.id == "decision")
    fields = {blank.field for blank in decision.blanks}
    assert {
        "party.name",
        "party.uscc",
        "documents.decision_no",
        "bank.account",
        "timeline.decided_on",
    } <= fields
    assert all(field is None or field.startswith(blanks.AUTHORITY) or in_case(field) for field in fields)
    by_field = {gap.field: gap for gap in found.gaps}
    assert by_field["documents.decision_no"].label == (
        "行政处罚决定书的文号",
        "number of the penalty decision",
    )
    assert len(by_field["party.name"].papers) > 5


def test_each_gap_is_told_once() -> None:
    gaps = dossier(_case()).gaps
    assert len({gap.field for gap in gaps if gap.field}) == len([gap for gap in gaps if gap.field])
    assert [gap.field is None for gap in gaps] == sorted(gap.field is None for gap in gaps)


def _drafts(plain: dict[str, Any]) -> Iterator[Draft]:
    """Every paper that can be made of a case, needed or not."""
    case = Case.parse(plain)
    material = material_of(engine(), case, engine().assess(case))
    for form in read_forms(TEMPLATES):
        with suppress(DocumentError):  # nothing to say in this form
            yield draft(form, material, TEMPLATES)


@pytest.mark.parametrize(("gain", "papers"), [(120000, 15), (None, 2)])
def test_marks_leave_a_paper_as_it_is(gain: int | None, papers: int) -> None:
    """Else its blanks would lose their fields without a word."""
    made = list(_drafts(_case(gain)))
    assert len(made) >= papers
    for paper in made:
        fields: list[str] = []

        def load(environment: Any, name: str = paper.form.id + templating.SUFFIX) -> Any:
            return environment.get_template(name)

        context = blanks._marked(paper.context, "", fields)
        marked = templating.filled(TEMPLATES, paper.form.id, context, blanks._marking(load))
        assert blanks._MARKS.sub("", marked) == paper.markdown, paper.form.id


def test_a_template_the_marks_cannot_bear_still_tells_words(tmp_path: Path) -> None:
    copied = copied_templates(tmp_path)
    odd = "# {{ form.title }}\n\n名称{{ 1 if party.uscc is string else 2 }}：{{ party.uscc }}\n"
    (copied / "filing-approval.md.j2").write_text(odd, "utf-8")
    [blank] = dossier(_case(), templates=copied).papers[0].blanks
    assert blank == ("名称2", None)


def test_a_value_cannot_pass_for_a_mark() -> None:
    case = {**_case(), "party": {"kind": "organization", "name": "甲\U000ffffc＿＿＿＿\U000f0001＿＿＿＿"}}
    assert dossier(case).papers


def test_hints_name_fields_that_exist(tmp_path: Path) -> None:
    assert all(in_case(field) for _, field in read_hints(TEMPLATES))
    copied = copied_templates(tmp_path)
    (copied / "blanks.yaml").write_text("schema: 1\nblanks:\n  - {words: 证据, field: evidnce}\n", "utf-8")
    with refused(DocumentError, "没有 evidnce 这一项"):
        dossier(_case(), templates=copied)
    (copied / "blanks.yaml").write_text("schema: 1\nblanks: 5\n", "utf-8")
    with refused(DocumentError, "空白目录 blanks.yaml 有误"):
        dossier(_case(), templates=copied)
    (copied / "blanks.yaml").unlink()
    assert dossier(_case(), templates=copied).papers, "the shipped catalogue is used"


def test_every_hint_still_fits_a_blank() -> None:
    """A template reworded leaves a dead line behind."""
    hints = read_hints(TEMPLATES)
    seen: set[str] = set()
    corrected = {"corrected_on": "2025-06-09"}
    cases = [_case(), _case(None), _case(1000, circumstances=["minor-and-corrected"], timeline=corrected)]
    fined = {
        "clause": "migrant-wage-regulation/54",
        "facts": {"failed_to_correct": True, "responsible_persons": 2},
    }
    for plain in [*cases, {**_case(), "acts": [fined]}]:
        for paper in _drafts(plain):
            around = [item.around for item in openings(paper.markdown)]
            seen |= {words for words, _ in hints if any(words in text for text in around)}
    assert {words for words, _ in hints} == seen


def test_paths_of_the_case() -> None:
    assert in_case("officers[0].certificate_no")
    assert in_case("acts[].provisions")
    assert not in_case("acts[].fines[].sum")
    assert not in_case("party.name.zh")
    assert not in_case("authority.address")
