"""Every fault of a bureau's own Word form is told at once, with its place and the way out, and nothing is written."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document

from penalty_engine.documents import DocumentError
from penalty_engine.documents.context_names import read_catalogue
from penalty_engine.documents.own_form import check_own_form, fill_own_form
from penalty_engine.documents.sections import section_names
from penalty_engine.documents.template_folder import TemplateFolder
from tests.documents import own_forms
from tests.documents.own_forms import context, form_of, saved
from tests.documents.samples import TEMPLATES


def told(file: Path, form: str | None = "decision") -> list[str]:
    """What is wrong with a form, a line each; the English text says as much."""
    with pytest.raises(DocumentError) as caught:
        check_own_form(file, form, TEMPLATES)
    chinese, english = caught.value.render("zh").split("\n"), caught.value.render("en").split("\n")
    assert len(chinese) == len(english)
    for line in (*chinese, *english):
        assert line.startswith(str(file))
        assert "\ufffd" not in line
    return [line.removeprefix(f"{file}: ") for line in chinese]


def fault(folder: Path, *texts: str) -> str:
    """The one thing that is wrong."""
    found = told(form_of(folder, *texts))
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "name", "nearest"),
    [
        ("{{ party.nme }}", "party.nme", "party.name"),
        ("{{ partie.name }}", "partie", "party"),
        ("{{ legal_representative }}", "legal_representative", "party.legal_representative"),
        ("{{ 当事人名称 }}", "当事人名称", None),
        ("{{ 案号 }}", "案号", "case_no"),
        ("{{ timeline.filed|date }}", "timeline.filed", "timeline.filed_on"),
        ("{{ party['nme'] }}", "party.nme", "party.name"),
        ("{{ acts[0].nme }}", "acts[0].nme", "acts[0].name"),
        ("{{ acts[0].clauses[0].tex }}", "acts[0].clauses[0].tex", "acts[0].clauses[0].text"),
        ("{% for act in acts %}{{ act.nme }}{% endfor %}", "act.nme", "act.name"),
        ("{% for worker in workers %}{{ wroker.name }}{% endfor %}", "wroker", "worker"),
        ("{% for w in workrs %}{{ w.name }}{% endfor %}", "workrs", "workers"),
        (
            "{% for a in acts %}{% for c in a.clauses %}{{ c.articel }}{% endfor %}{% endfor %}",
            "c.articel",
            "c.article",
        ),
        ("{% set p = party %}{{ p.nme }}", "p.nme", "p.name"),
        ("{% if party.phon %}x{% endif %}", "party.phon", "party.phone"),
        ("{{ case_no if party.knd == 'individual' else number }}", "party.knd", "party.kind"),
        ("{{ (officers|first).nme }}", "officers|first.nme", "officers|first.name"),
        ("{{ officers|map(attribute='nme')|join('、') }}", "nme", "name"),
        ("{% for w in workers %}{{ loop.indx }}{% endfor %}", "loop.indx", "loop.index"),
        ("{{ sections.laws }}", "sections.laws", "sections.law"),
        ("{{ surcharge.dayly }}", "surcharge.dayly", "surcharge.daily"),
        ("{{ acts[0].exemption.bases }}", "acts[0].exemption.bases", "acts[0].exemption.basis"),
    ],
)
def test_unknown_names(tmp_path: Path, text: str, name: str, nearest: str | None) -> None:
    line = fault(tmp_path, text)
    assert f"没有“{name}”这个名称" in line
    if nearest:
        assert f"是否指“{nearest}”？" in line


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{{ case_no|dat }}", "没有“dat”这种加工方式（竖线后面的词）。是否指“date”？"),
        ("{{ case_no is nonee }}", "没有“nonee”这种判断（is 后面的词）。是否指“none”？"),
        ("{{ party }}", "“party”是一组名称，不能直接填入。请写其中一项，例如：party.name"),
        ("{{ acts }}", "“acts”是一个清单，不能直接填入。请逐项写出：{% for act in acts %}"),
        ("{{ acts[0] }}", "“acts[0]”是一组名称"),
        ("{{ acts|join('、') }}", "是一组名称"),
        ("{{ acts.name }}", "“acts”有若干项，不能直接写“acts.name”"),
        ("{{ case_no.name }}", "“case_no”只是一项内容，没有“case_no.name”"),
        ("{% for x in party.name %}{% endfor %}", "“party.name”不是清单"),
        ("{{ party.name ~ case_no }}", "不能用 +、-、*、/、~ 拼接或者计算"),
        ("{{ totals.unit_fine * 2 }}", "不能用 +、-、*、/、~ 拼接或者计算"),
        ("{{ party.name.upper() }}", "不能在“party.name.upper”后面写括号"),
        ("{{ party name }}", "“{{ party name }}”的写法有误"),
        ("{{ party．name }}", "的写法有误"),
        ("{{ }}", "的写法有误"),
        ("{% for act on acts %}{% endfor %}", "的写法有误"),
        ("{% include 'x' %}", "“{% include 'x' %}”不能使用"),
        ("{% macro x() %}{% endmacro %}", "不能使用"),
        ("{% p if case_no %}", "p、tr 紧接 {%"),
        ("{% raw %}", "不能使用"),
        ("{% autoescape false %}", "不能使用"),
        ("{{ party.name", "有“{{”而同一段中没有“}}”"),
        ("{% if case_no", "有“{%”而同一段中没有“%}”"),
        ("party.name }}", "有“}}”而前面没有“{{”"),
        ("｛｛ party.name ｝｝", "“｛｛”是全角括号"),
        ("{｛ party.name ｝}", "是全角括号"),
        ("{{r party.name }}", "“{{r party.name }}”不能使用"),
        ("{{p sections.law }}", "不能使用"),
        ("{% if case_no %}x", "“{% if case_no %}”没有结束。请在后面补上 {% endif %}"),
        ("{%p for w in workers %}", "没有结束。请在后面补上 {% endfor %}"),
        ("x{% endif %}", "“{% endif %}”前面没有与它对应的"),
        ("{% else %}", "前面没有与它对应的"),
        ("前{%p if case_no %}", "必须自成一段"),
        ("{%tr if case_no %}", "不在表格之中"),
        ("没有填空的地方", "没有可以填写的内容"),
    ],
)
def test_other_faults(tmp_path: Path, text: str, words: str) -> None:
    assert any(words in line for line in told(form_of(tmp_path, text))), told(form_of(tmp_path, text))


def test_all_are_told_at_once_each_with_its_place(tmp_path: Path) -> None:
    document = Document()
    document.add_paragraph("")
    document.add_paragraph("甲{{ a1 }}乙{{ party.name }}{{ a2 }}")
    table = document.add_table(2, 2)
    table.cell(1, 1).text = "{{ b1 }}"
    table.cell(1, 1).add_paragraph("{{ b2 }}")
    table.cell(0, 1).add_table(1, 1).cell(0, 0).text = "{{ c1 }}"
    document.add_paragraph("{{ d1 }}" + "长" * 60)
    own_forms.add_text_box(document.add_paragraph(), "{{ e1 }}")
    document.sections[0].header.paragraphs[0].text = "{{ f1 }}"
    document.sections[0].footer.paragraphs[0].text = "{{ g1 }}"
    own_forms.add_notes(document, "footnote", "{{ h1 }}")
    own_forms.add_notes(document, "endnote", "{{ i1 }}")
    found = told(saved(tmp_path, document))
    assert [line.partition("“")[0] for line in found] == [
        "正文、第 2 段",
        "正文、第 2 段",
        "正文、第 1 个表格第 1 行第 2 格、第 1 个表格第 1 行第 1 格、第 1 段",
        "正文、第 1 个表格第 2 行第 2 格、第 1 段",
        "正文、第 1 个表格第 2 行第 2 格、第 2 段",
        "正文、第 3 段",
        "正文、文本框、第 1 段",
        "尾注、第 1 段",
        "页脚、第 1 段",
        "脚注、第 1 段",
        "页眉、第 1 段",
    ]
    assert "“甲{{ a1 }}乙{{ party.name }}{{ a2 }}”" in found[0]
    assert "…”" in found[5]
    assert all(
        name in " ".join(found) for name in ("a1", "a2", "b1", "b2", "c1", "d1", "e1", "f1", "g1", "h1", "i1")
    )


def test_names_are_told_beside_other_faults(tmp_path: Path) -> None:
    found = told(
        form_of(tmp_path, "{{ nix }}", "{%p for w in workers %}", "{{ w.nme }}", "{{ a b }}", "{{ offen")
    )
    assert len(found) == 5
    assert "没有“w.nme”" in found[2]


def test_loops_and_conditions_must_stand_so_that_nothing_is_left_over(tmp_path: Path) -> None:
    document = Document()
    table = document.add_table(2, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "{% for w in workers %}{{ w.name }}", "{% endfor %}"
    table.cell(1, 0).text, table.cell(1, 1).text = "{%tr for w in workers %}", "x{{ w.name }}"
    document.add_paragraph("{%tr endfor %}")
    document.add_paragraph("{% if case_no %}")
    document.add_paragraph("{% endif %}")
    found = "\n".join(told(saved(tmp_path, document)))
    assert "“{% for w in workers %}”和“{% endfor %}”不在一处" in found
    assert "“{%tr for w in workers %}”必须自成一行" in found
    assert "“{%tr endfor %}”不在表格之中" in found
    assert "“{% if case_no %}”和“{% endif %}”不在一处" in found


def test_marks_that_nobody_sees_are_checked_too(tmp_path: Path) -> None:
    document = Document()
    document.add_paragraph("{{ case_no }}")
    own_forms.add_text_box(document.add_paragraph(), "x")
    shape = next(item for item in document.element.iter() if str(item.tag).endswith("}shape"))
    shape.set("alt", "{{ nix }}")
    assert "看不见的地方" in told(saved(tmp_path, document))[0]
    shape.set("alt", "{{ nix")
    assert "看不见的地方" in told(saved(tmp_path, document))[0]


def test_an_entry_of_an_empty_list_is_checked_against_the_catalogue(tmp_path: Path) -> None:
    values = {**context(), "officers": [], "workers": [], "acts": []}
    sound = form_of(
        tmp_path,
        "{{ officers[0].certificate_no }}{% for w in workers %}{{ w.note }}{% endfor %}{{ acts[0].name }}",
    )
    assert fill_own_form(sound, values, TEMPLATES)
    for text in ("{{ officers[0].nme }}", "{% for w in workers %}{{ w.nte }}{% endfor %}"):
        with pytest.raises(DocumentError):
            fill_own_form(form_of(tmp_path, text), values, TEMPLATES)


def test_names_of_one_form_only_are_unknown_elsewhere(tmp_path: Path) -> None:
    file = form_of(tmp_path, "{{ dossier.status }}")
    assert "没有“dossier”" in told(file)[0]
    assert check_own_form(file, "checklist", TEMPLATES) == 1
    assert check_own_form(file, None, TEMPLATES) == 1


def test_blanks_are_counted(tmp_path: Path) -> None:
    assert (
        check_own_form(form_of(tmp_path, "{{ case_no }}{{ number }}", "{# 注 #}{{ you }}"), None, TEMPLATES)
        == 3
    )


def test_a_form_about_something_else_offers_no_section_of_a_penalty() -> None:
    folder, catalogue = TemplateFolder(TEMPLATES), read_catalogue(TEMPLATES)
    penalty = set(section_names(folder, "decision", catalogue))
    handling = set(section_names(folder, "handling-decision", catalogue))
    assert {"measures", "law", "defence", "rights_after"} <= penalty
    assert not {"measures", "law", "defence", "rights_after"} & handling
    assert {"handling_measures", "handling_law", "handling_defence"} <= handling


def test_a_form_nested_too_deeply_is_refused(tmp_path: Path) -> None:
    text = "{% if party.name %}" * 400 + "x" + "{% endif %}" * 400
    with pytest.raises(DocumentError) as caught:
        check_own_form(form_of(tmp_path, text), "decision", TEMPLATES)
    assert "嵌套太深" in caught.value.render("zh")
