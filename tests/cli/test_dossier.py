"""`penalty dossier`: what it writes, what it tells, and what it leaves alone."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from penalty_engine.cli.layout import cell_len
from tests.cli.running import ROOT, compare, run, run_alone

EXAMPLE = str(ROOT / "examples" / "unlicensed-dispatch.yaml")
TEMPLATES = ROOT / "templates"

FAULTY = """schema: 1
case_no: 隆人社监案〔2025〕9号
party: {kind: organization, name: 某公司}
timeline:
  conduct_from: 2025-05-01
  conduct_to: 2025-05-31
  filed_on: 2025-06-06
  notice_served_on: 2025-06-20
  decided_on: 2025-07-07
  served_on: 2025-07-10
acts:
  - {clause: labour-contract-law/92.1, facts: {illegal_gain: 120000}}
officers: [{name: 甲}]
discussion: {participants: [{name: 丙}]}
legal_review: {reviewer: 丁}
hearing: {chair: 甲}
documents: {decision_no: 隆人社监罚决字〔2025〕3号}
"""
MISSING = """schema: 1
party: {kind: organization}
timeline: {conduct_to: 2025-05-31, filed_on: 2025-06-06}
acts:
  - {clause: labour-contract-law/92.1}
  - {violation: labour-dispatch-rules-broken}
"""
ON_THE_SPOT = """schema: 1
party: {kind: individual, name: 某某}
timeline: {conduct_to: 2025-05-31}
acts:
  - {clause: labour-contract-law/92.1, facts: {illegal_gain: 120000}}
on_the_spot: true
"""
PAGES = {"faulty": (FAULTY, 0), "facts-missing": (MISSING, 3), "on-the-spot": (ON_THE_SPOT, 0)}
PAPER = """# {{ form.title }}

<- 当事人：{{ party.name }}

<- 案号：{{ case_no }}

<- 文号：{{ number }}

请于{{ none }}前到场。

-> {{ timeline.decided_on|date }}
"""


@pytest.fixture
def templates(tmp_path: Path) -> str:
    """The shipped catalogue of forms over papers that say next to nothing, so that their wording decides nothing here."""
    folder = tmp_path / "templates"
    folder.mkdir()
    for name in ("forms.yaml", "blanks.yaml"):
        shutil.copy(TEMPLATES / name, folder / name)
    for form in TEMPLATES.glob("*.md.j2"):
        (folder / form.name).write_text(PAPER, "utf-8")
    return str(folder)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", PAGES)
def test_pages(
    name: str, lang: str, templates: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, regenerate: bool
) -> None:
    monkeypatch.chdir(tmp_path)
    case, code = PAGES[name]
    asked = ("--out", "out", "--format", "md", "--templates", templates, "--lang", lang)
    found = run("dossier", "-", *asked, stdin=case)
    assert (found.code, found.err) == (code, "")
    assert [line for line in found.out.splitlines() if cell_len(line) > 80] == []
    compare(f"dossier-{name}.{lang}", found.out, regenerate)
    written = {path.name for path in (tmp_path / "out").iterdir()}
    assert all(f"  {file}" in found.out for file in written)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_help(lang: str, regenerate: bool) -> None:
    found = run("dossier", "--help", "--lang", lang)
    compare(f"help-dossier.{lang}", found.out, regenerate)
    assert (found.code, found.err) == (0, "")


def test_word_files_are_written_with_the_shipped_templates(tmp_path: Path) -> None:
    found = run("dossier", EXAMPLE, "--out", str(tmp_path / "案卷"), "--lang", "zh")
    assert (found.code, found.err) == (0, "")
    names = sorted(path.name for path in (tmp_path / "案卷").iterdir())
    assert names[0] == "00 案卷清单.docx"
    assert "行政处罚决定书" in "".join(names)
    assert [name[:2] for name in names] == [f"{number:02d}" for number in range(len(names))]
    assert all((tmp_path / "案卷" / name).read_bytes()[:2] == b"PK" for name in names)


def test_json_lists_files_needs_and_blanks(templates: str, tmp_path: Path) -> None:
    out = str(tmp_path / "out")
    asked = ("--out", out, "--format", "html", "--json", "--templates", templates, "--lang", "en")
    found = run("dossier", "-", *asked, stdin=MISSING)
    assert (found.code, found.err) == (3, "")
    data = json.loads(found.out)
    assert (data["schema"], data["status"], data["folder"]) == (1, "needs-facts", out)
    files = {data["checklist"], *(paper["file"] for paper in data["papers"])}
    assert files == {path.name for path in (tmp_path / "out").iterdir()}
    filing = data["papers"][0]
    assert (filing["number"], filing["form"], filing["title"]) == (
        1,
        "filing-approval",
        "Case filing approval form",
    )
    assert filing["required"][0]["text"] == "a case to be investigated is filed with approval"
    assert {"words": "当事人", "field": "party.name"} in filing["blanks"]
    assert {"words": "请于＿＿前到场", "field": None} in filing["blanks"]
    assert [item["field"] for item in data["missing_facts"]] == [
        "acts[0].facts.illegal_gain",
        "acts[1].facts.failed_to_correct",
    ]
    decision = next(item for item in data["undecided"] if item["form"] == "decision")
    assert decision["depends_on"] == ["penalty"]
    assert {item["form"] for item in data["not_made"]} >= {"disposal-approval"}
    assert data["deadlines"]


def test_nothing_existing_is_overwritten(templates: str, tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    kept.mkdir()
    (kept / "01 立案审批表.docx").write_bytes(b"signed")
    asked = ("--templates", templates, "--lang", "zh")
    found = run("dossier", EXAMPLE, "--out", str(kept), *asked)
    assert (found.code, found.out) == (2, "")
    assert "已经存在而且有内容，没有改动" in found.err
    assert [path.read_bytes() for path in kept.iterdir()] == [b"signed"]
    found = run("dossier", EXAMPLE, "--out", str(tmp_path / "absent" / "new"), *asked)
    assert (found.code, "不存在，请先建立" in found.err) == (2, True)


@pytest.mark.parametrize("wrong", ["schema: 1", "party: [", ""])
def test_a_wrong_case_leaves_no_folder(wrong: str, tmp_path: Path) -> None:
    found = run("dossier", "-", "--out", str(tmp_path / "out"), stdin=wrong)
    assert (found.code, found.out) == (2, "")
    assert list(tmp_path.iterdir()) == []


def test_a_faulty_template_leaves_no_folder(templates: str, tmp_path: Path) -> None:
    (Path(templates) / "decision.md.j2").write_text("{{ nobody }}", "utf-8")
    found = run("dossier", EXAMPLE, "--out", str(tmp_path / "out"), "--templates", templates, "--lang", "zh")
    assert found.code == 2
    assert "decision.md.j2:1" in found.err
    assert not (tmp_path / "out").exists()


def test_an_interrupted_run_leaves_no_folder(templates: str, tmp_path: Path) -> None:
    code = (
        "import os, sys\n"
        "def stop(_): raise KeyboardInterrupt\n"
        "os.fsync = stop\n"
        "from penalty_engine.cli.main import main\n"
        "sys.exit(main())\n"
    )
    asked = ("--out", str(tmp_path / "out"), "--format", "md", "--templates", templates, "--lang", "zh")
    found = run_alone("dossier", EXAMPLE, *asked, code=code)
    assert (found.code, found.out) == (1, "")
    assert "已中止，没有写入任何文件。" in found.err
    assert [path.name for path in tmp_path.iterdir()] == ["templates"]


def test_the_folder_must_be_named() -> None:
    found = run("dossier", EXAMPLE, "--lang", "zh")
    assert found.code == 2
    assert "--out" in found.err
