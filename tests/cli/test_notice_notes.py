"""What `penalty notice` tells after writing a paper."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import ROOT, run

CASE = """schema: 1
party: {kind: organization}
timeline: {conduct_to: 2016-05-31}
acts:
  - {clause: hebei-labour-market-regulation/25.1}
  - {clause: labour-contract-law/92.2, facts: {failed_to_correct: false}}
"""
NUMBERED = f"{CASE}documents: {{prior_notice_no: 〔2016〕1号}}\n"


@pytest.mark.parametrize("suffix", ["docx", "html", "md"])
def test_blanks_are_counted_whatever_the_format(tmp_path: Path, suffix: str) -> None:
    file = str(tmp_path / f"notice.{suffix}")
    found = run("notice", "-", "--form", "prior-notice", "--out", file, "--lang", "zh", stdin=CASE)
    paper = run("notice", "-", "--form", "prior-notice", stdin=CASE).out
    blanks = sum(line.count("＿＿＿＿") for line in paper.splitlines() if not line.startswith(">"))
    assert blanks > 0
    assert found.err.startswith(f"文书中还有 {blanks} 处空白")
    assert found.code == 0


def test_acts_left_out_are_named_with_the_reason() -> None:
    found = run("notice", "-", "--form", "prior-notice", "--lang", "zh", stdin=CASE).err
    assert "没有写入文书的违法行为：劳务派遣单位、用工单位违反有关劳务派遣规定。不能依据本条处罚" in found
    assert "人力资源服务活动" not in found
    english = run("notice", "-", "--form", "prior-notice", "--lang", "en", stdin=CASE).err
    assert "Not in the paper: dispatch agency or host employer" in english


def test_a_numbered_paper_names_its_unverified_law() -> None:
    assert "未经核实" not in run("notice", "-", "--form", "prior-notice", "--lang", "zh", stdin=CASE).err
    found = run("notice", "-", "--form", "prior-notice", "--lang", "zh", stdin=NUMBERED).err
    assert "案件已有文号，但以下依据未经核实：" in found
    assert "第二十五条第（一）项的条文" in found
    other = run("notice", "-", "--form", "decision", "--lang", "zh", stdin=NUMBERED).err
    assert "案件已有文号" not in other, "the number is that of the other form"


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_fields_of_the_numbers_are_named(lang: str) -> None:
    pages = [
        run("notice", "--help", "--lang", lang).out,
        (ROOT / "examples" / "README.md").read_text("utf-8"),
    ]
    for page in pages:
        assert "documents.prior_notice_no" in page
        assert "documents.decision_no" in page


def test_a_paper_never_replaces_its_case(tmp_path: Path) -> None:
    case = tmp_path / "case.md"
    content = (ROOT / "examples" / "unlicensed-hr-service.yaml").read_bytes()
    case.write_bytes(content)
    found = run("notice", str(case), "--form", "decision", "--out", str(case), "--force", "--lang", "en")
    assert found.code == 2
    assert "is the case file itself" in found.err
    assert case.read_bytes() == content


def test_an_own_form_without_a_number_is_said_to_be_a_draft(tmp_path: Path) -> None:
    from docx import Document

    own, case, out = tmp_path / "own.docx", tmp_path / "case.yaml", tmp_path / "out.docx"
    document = Document()
    document.add_paragraph("当事人：{{ party.name }}")
    document.save(str(own))
    case.write_text(CASE, encoding="utf-8")
    asked = (
        "notice",
        str(case),
        "--form",
        "decision",
        "--template",
        str(own),
        "--out",
        str(out),
        "--lang",
        "en",
    )
    assert "a draft, not to be served" in run(*asked).err
