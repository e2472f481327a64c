"""`penalty templates`: lists, names with examples, checks, copies; and the page that explains own Word forms."""

from __future__ import annotations

import json
import re
import shlex
import shutil
from pathlib import Path

import pytest
from docx import Document

from tests.cli.running import ROOT, compare, run

TEMPLATES = ROOT / "templates"
SAMPLE = TEMPLATES / "sample.yaml"
PAGE = ROOT / "docs" / "own-word-forms.zh-CN.md"


def word(folder: Path, *paragraphs: str, name: str = "form.docx") -> str:
    document = Document()
    for text in paragraphs:
        document.add_paragraph(text)
    document.save(str(folder / name))
    return str(folder / name)


# --- list, context


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_forms_are_listed(lang: str, regenerate: bool) -> None:
    found = run("templates", "list", "--lang", lang)
    assert (found.code, found.err) == (0, "")
    compare(f"templates-list.{lang}", found.out, regenerate)


def test_forms_as_json() -> None:
    found = json.loads(run("templates", "list", "--json").out)
    assert {"decision", "prior-notice", "filing-approval"} <= {item["id"] for item in found}


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_names_are_listed_with_what_is_typed_and_an_example(lang: str) -> None:
    found = run("templates", "context", "decision", "--lang", lang)
    assert (found.code, found.err) == (0, "")
    for typed in (
        "{{ party.name }}",
        "{{ timeline.filed_on|date }}",
        "{{ totals.unit_fine|figures }}",
        "{%p for worker in workers %}",
        "{{ worker.sum|figures }}",
        "{{ fine.tier.name }}",
        "{{ sections.measures }}",
    ):
        assert typed in found.out
    assert "2026年4月3日" in found.out
    assert "None" not in found.out
    assert "dossier" not in found.out


def test_examples_come_from_the_case_named() -> None:
    found = run(
        "templates", "context", "decision", str(ROOT / "examples" / "order-refused.yaml"), "--lang", "zh"
    )
    assert "隆尧县午未申职业介绍所" in found.out
    assert "隆尧县甲乙丙" not in found.out


def test_names_as_json() -> None:
    found = json.loads(run("templates", "context", "prior-notice", "--json").out)
    assert found["form"]["id"] == "prior-notice"
    names = {name["path"]: name for group in found["groups"] for name in group["names"]}
    assert names["party.name"]["example"].startswith("隆尧县")
    assert names["timeline.decided_on"]["word"] == "{{ timeline.decided_on|date }}"
    assert names["party.name"]["title"]["en"] == "name"
    assert any("{%p for act in acts %}" in group["within"] for group in found["entries"])


def test_what_cannot_be_listed_is_told() -> None:
    found = run("templates", "context", "decison", "--lang", "zh")
    assert found.code == 2
    assert "没有“decison”这种文书种类，是否指“decision”？" in found.err
    assert run("templates", "context", "decision", "nix.yaml").code == 2


def test_every_name_listed_can_be_typed_and_every_example_is_what_a_form_prints(tmp_path: Path) -> None:
    data = json.loads(run("templates", "context", "decision", "--json").out)
    names = [name for group in data["groups"] for name in group["names"] if name["word"].startswith("{{")]
    names += data["sections"]
    form = word(tmp_path, *(name["word"] for name in names if name["shape"] != "list"))
    out = tmp_path / "out.docx"
    found = run(
        "notice", str(SAMPLE), "--form", "decision", "--template", form, "--out", str(out), "--lang", "zh"
    )
    assert found.code == 0, found.err
    printed = "\n".join(paragraph.text for paragraph in Document(str(out)).paragraphs)
    for name in names:
        assert name["example"] is None or name["example"] in printed, name
    assert "None" not in printed
    assert "{{" not in printed


# --- check, copy, notice


def test_a_sound_form_and_a_faulty_one(tmp_path: Path) -> None:
    sound = word(tmp_path, "{{ party.name }}{{ case_no }}")
    found = run("templates", "check", sound, "--form", "decision", "--lang", "zh")
    assert (found.code, found.err) == (0, "")
    assert "2 处" in found.out
    faulty = word(tmp_path, "{{ party.nme }}", "{{ casse_no }}", name="faulty.docx")
    found = run("templates", "check", faulty, "--lang", "en")
    assert found.code == 2
    assert "party.name" in found.err
    assert "case_no" in found.err
    assert "Traceback" not in found.err
    assert run("templates", "check", sound, "--form", "nix").code == 2
    assert run("templates", "check", str(tmp_path / "nix.docx")).code == 2


def test_a_faulty_form_writes_nothing(tmp_path: Path) -> None:
    out = tmp_path / "out.docx"
    form = word(tmp_path, "{{ party.nme }}")
    found = run(
        "notice", str(SAMPLE), "--form", "decision", "--template", form, "--out", str(out), "--lang", "zh"
    )
    assert found.code == 2
    assert "没有“party.nme”这个名称。是否指“party.name”？" in found.err
    assert not out.exists()


def test_templates_are_copied_whole_and_never_over_anything(tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    assert run("templates", "copy", str(copy)).code == 0
    for file in TEMPLATES.rglob("*.j2"):
        assert (copy / file.relative_to(TEMPLATES)).read_bytes() == file.read_bytes()
    assert (copy / "forms.yaml").is_file()
    (copy / "decision.md.j2").write_text("x", encoding="utf-8")
    assert run("templates", "copy", str(copy)).code == 2
    assert (copy / "decision.md.j2").read_text(encoding="utf-8") == "x"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["copy"]
    assert run("templates", "copy", str(tmp_path / "nix" / "copy")).code == 2


def test_a_changed_copy_is_used(tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(TEMPLATES, copy)
    path = copy / "decision.md.j2"
    path.write_text(path.read_text(encoding="utf-8") + "\n\n本局另行说明。\n", encoding="utf-8")
    assert run("templates", "check", str(copy)).code == 0
    args = ("notice", str(SAMPLE), "--form", "decision")
    assert "本局另行说明。" in run(*args, "--templates", str(copy)).out
    assert "本局另行说明。" in run(*args, env={"PENALTY_ENGINE_TEMPLATES": str(copy)}).out
    assert "本局另行说明。" not in run(*args).out
    path.write_text("{{ party.nme }}", encoding="utf-8")
    found = run("templates", "check", str(copy), "--lang", "zh")
    assert found.code == 2
    assert f"{path}:1: " in found.err


# --- the page for officers


def shown() -> str:
    return PAGE.read_text(encoding="utf-8").replace("\\|", "|")


def commands() -> list[str]:
    indented = re.findall(r"^ {4,}(penalty .*)$", shown(), re.MULTILINE)
    return [*indented, "penalty templates list"]


@pytest.mark.parametrize("command", commands())
def test_every_command_of_the_page_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copy(SAMPLE, "案件.yaml")
    word(tmp_path, "{{ party.name }}", name="决定书.docx")
    if "copy" not in command:
        shutil.copytree(TEMPLATES, "我的模板")
    found = run(*shlex.split(command)[1:], "--lang", "zh")
    assert found.code == 0, found.err


def test_every_blank_of_the_page_is_known(tmp_path: Path) -> None:
    found = re.findall(r"\{\{ [^}]* \}\}", shown())
    blanks = [text for text in dict.fromkeys(found) if "nme" not in text and "…" not in text]
    assert len(blanks) > 30
    loops = {"worker": "workers", "item": "evidence"}
    lines = []
    for text in blanks:
        variable = re.match(r"\{\{ (worker|item|loop)\b", text)
        name = {"loop": "worker"}.get(variable[1], variable[1]) if variable else ""
        lines.append(f"{{% for {name} in {loops[name]} %}}{text}{{% endfor %}}" if name else text)
    checked = run("templates", "check", word(tmp_path, *lines), "--form", "decision", "--lang", "zh")
    assert checked.code == 0, checked.err


def test_the_examples_of_the_page_do_what_it_says(tmp_path: Path) -> None:
    document = Document()
    blocks = re.findall(r"(?:^ {4}\{%p .*\n(?: {4}.*\n)+)", shown(), re.MULTILINE)
    assert len(blocks) == 2
    for line in "".join(blocks).splitlines():
        document.add_paragraph(line.strip())
    rows = [
        re.findall(r"`([^`]*)`", line)
        for line in shown().splitlines()
        if line.startswith("| `{%tr") or "loop.index }}` |" in line
    ]
    table = document.add_table(len(rows), 3)
    for number, row in enumerate(rows):
        for cell, text in enumerate(row):
            table.cell(number, cell).text = text
    document.add_paragraph(re.findall(r"`(\{% if .*?endif %\})`", shown())[0])
    document.save(str(tmp_path / "form.docx"))
    out = str(tmp_path / "out.docx")
    found = run(
        "notice", str(SAMPLE), "--form", "decision", "--template", str(tmp_path / "form.docx"), "--out", out
    )
    assert found.code == 0, found.err
    made = Document(out)
    texts = [paragraph.text for paragraph in made.paragraphs]
    assert texts == [
        "1. 劳务派遣协议一份",
        "2. 银行流水一份",
        "3. 询问笔录三份",
        "没收违法所得36000元。",
        "，电话：0319-0000000",
    ]
    assert [cell.text for cell in made.tables[0].rows[0].cells] == ["1", "褚某某", "5200.50"]


def test_the_messages_of_the_page_are_those_of_the_program(tmp_path: Path) -> None:
    quoted = re.findall(r"^ {4}决定书.docx: (正文.*)$", shown(), re.MULTILINE)[0]
    document = Document()
    document.add_table(2, 1).cell(1, 0).text = "{{ party.nme }}"
    document.save(str(tmp_path / "决定书.docx"))
    found = run("templates", "check", str(tmp_path / "决定书.docx"), "--lang", "zh")
    assert quoted in found.err
