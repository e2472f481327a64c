"""A closed standard input, and outputs that cannot be written, are found out before any work is lost."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

CASE = ROOT / "examples" / "unlicensed-hr-service.yaml"


def _penalty(*arguments: str, folder: Path, closed: bool = False, given: str = "") -> tuple[int, str, str]:
    command = [sys.executable, "-m", "penalty_engine", *arguments, "--lang", "en"]
    if closed:
        script = "import os, sys; os.close(0); os.execv(sys.argv[1], sys.argv[1:])"
        command = [sys.executable, "-c", script, *command]
    found = subprocess.run(command, cwd=folder, input=given, capture_output=True, text=True, check=False)
    return found.returncode, found.stdout, found.stderr


def test_assess_with_standard_input_closed(tmp_path: Path) -> None:
    code, out, err = _penalty("assess", "-", folder=tmp_path, closed=True)
    assert (code, out) == (2, "")
    assert "standard input is closed" in err


def test_ask_with_standard_input_closed(tmp_path: Path) -> None:
    code, _, err = _penalty("ask", "25.1", folder=tmp_path, closed=True)
    assert code == 1
    assert "nothing was written" in err
    assert "The program itself failed" not in err


@pytest.mark.parametrize("place", ["nowhere/case.yaml", "."])
def test_ask_says_before_the_first_question_that_it_cannot_save(tmp_path: Path, place: str) -> None:
    code, out, err = _penalty("ask", "25.1", "--save", place, folder=tmp_path, given="1\n")
    assert (code, out) == (2, "")
    assert "folder" in err
    assert "What kind of party" not in err


def test_a_folder_is_not_taken_for_a_file_name(tmp_path: Path) -> None:
    code, _, err = _penalty(
        "notice", str(CASE), "--form", "decision", "--format", "docx", "--out", "new/", folder=tmp_path
    )
    assert code == 2
    assert "new/ is a folder" in err
    assert list(tmp_path.iterdir()) == []
