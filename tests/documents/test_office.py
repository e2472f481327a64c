"""The Word file in an office program: everything is shown, within the margins, and long lists keep their heads."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from penalty_engine.documents.blocks import Block, parse
from penalty_engine.documents.word_layout import to_docx
from tests.documents.test_form_tables import workers


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_an_office_program_shows_everything(tmp_path: Path) -> None:
    name, number = "某某" * 100, "9" * 200
    markdown = f"::: form 1 3\n| 名称 | {name} |\n| 号码 | {number} |\n:::\n\n{workers(30)}"
    text = _converted(parse(markdown), tmp_path)
    joined = re.sub(r"\s", "", text)
    assert joined.count("某") == 202
    assert joined.count("9" * 10) >= 10
    assert text.count("序号") == 2  # the list goes over two pages
    assert all(f"工人{n}" in joined for n in range(1, 31))


def _converted(blocks: list[Block], folder: Path) -> str:
    """Return the text of the document, as an office program sets it, page by page."""
    source = folder / "a.docx"
    source.write_bytes(to_docx(blocks, "题", None))
    profile = (folder / "profile").as_uri()
    command = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf"]
    subprocess.run([*command, "--outdir", folder, source], check=True, capture_output=True, timeout=120)
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is not installed")
    done = subprocess.run(
        ["pdftotext", "-layout", folder / "a.pdf", "-"], check=True, capture_output=True, timeout=60
    )
    return done.stdout.decode("utf-8")
