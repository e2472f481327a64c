"""A template's faults are named with file and line, and a template reaches nothing but its context."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from penalty_engine.documents import DocumentError, text
from penalty_engine.documents.template_folder import check_folder
from tests.documents import samples
from tests.documents.reading import draft


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(samples.TEMPLATES, tmp_path / "templates"))


def refusal(folder: Path) -> str:
    case, assessment = samples.unlicensed_service()
    with pytest.raises(DocumentError) as caught:
        draft("decision", "md", case, assessment, templates=folder)
    return caught.value.render("zh")


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        ("{% if %}", "语法错误"),
        ("{{ party.nmae }}", "没有定义的名称"),
        ("{{ nothing }}", "没有定义的名称"),
        ("{{ party }}", "不是文字或者数字"),
        ("{{ ''.__class__.__mro__ }}", "模板"),
        ("{{ 1 // 0 }}", "执行出错"),
        ("{% macro m() %}{% endmacro %}", "macro"),
        ("{% set m %}x{% endset %}", "set 块"),
        ("{{ range(3) }}", "没有定义的名称"),
        ("{% include 'partials/absent.md.j2' %}", "找不到模板文件"),
        ("{{ party.name|figures }}", "金额"),
    ],
)
def test_faults_are_named_with_file_and_line(folder: Path, fault: str, words: str) -> None:
    partial = folder / "partials" / "payment.md.j2"
    partial.write_text(f"第一行\n\n{fault}\n", encoding="utf-8")
    message = refusal(folder)
    assert f"{partial}:3" in message
    assert words in message
    assert "\n" not in message


def test_a_template_cannot_read_outside_its_folder(folder: Path) -> None:
    (folder.parent / "secret").write_text("秘密", encoding="utf-8")
    (folder / "decision.md.j2").write_text("{% include '../secret' %}", encoding="utf-8")
    assert "找不到模板文件" in refusal(folder)


def test_absent_or_unreadable_templates_are_explained(folder: Path) -> None:
    (folder / "decision.md.j2").write_bytes(b"\xff\xfe")
    assert "UTF-8" in refusal(folder)
    (folder / "decision.md.j2").unlink()
    assert "找不到模板文件 decision.md.j2" in refusal(folder)
    assert "没有这个文件夹" in refusal(folder / "nowhere")


def test_texts_put_together_in_a_template_stay_inert(folder: Path) -> None:
    (folder / "decision.md.j2").write_text(
        "{{ party.name ~ '*x*' }}\n\n{{ '%s'|format(party.name) }}\n\n{{ [party.name, 1]|join('_') }}",
        encoding="utf-8",
    )
    case, assessment = samples.unlicensed_service()
    case["party"]["name"] = "<b>*甲*"
    lines = draft("decision", "md", case, assessment, templates=folder).decode().split("\n\n")
    name = "\\<b\\>\\*甲\\*"
    assert [line.strip() for line in lines] == [name + "\\*x\\*", name, name + "\\_1"]


def test_the_guide_names_every_filter() -> None:
    guide = (samples.TEMPLATES / "README.md").read_text(encoding="utf-8")
    assert sorted(name for name in text.FILTERS if f"\\|{name}" not in guide) == []


def test_what_is_nested_too_deeply_is_refused_with_its_place(folder: Path) -> None:
    deep = "{% if party.name %}" * 400 + "x" + "{% endif %}" * 400
    (folder / "decision.md.j2").write_text(deep, encoding="utf-8")
    assert "嵌套太深" in refusal(folder)
    with pytest.raises(DocumentError) as caught:
        check_folder(folder)
    assert "嵌套太深" in caught.value.render("zh")


def test_a_partial_that_includes_itself_twice_is_checked_in_no_time(folder: Path) -> None:
    circle = '{% include "partials/circle.md.j2" %}{% include "partials/circle.md.j2" %}'
    (folder / "partials" / "circle.md.j2").write_text(circle, encoding="utf-8")
    (folder / "decision.md.j2").write_text(circle, encoding="utf-8")
    assert check_folder(folder) > 0
    assert "嵌套太深" in refusal(folder)


def test_the_check_of_a_folder_reads_all_its_data(folder: Path) -> None:
    (folder / "blanks.yaml").write_text("[]", encoding="utf-8")
    with pytest.raises(DocumentError) as caught:
        check_folder(folder)
    assert "blanks.yaml" in caught.value.render("zh")
