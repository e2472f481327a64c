from __future__ import annotations

import json
import re
import runpy
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
READMES = ("README.md", "README.zh-CN.md")
EXAMPLE = "examples/unlicensed-hr-service.yaml"

_commands = runpy.run_path(str(ROOT / ".ci" / "readme_commands.py"))
read_blocks, runnable, BlockError = _commands["read_blocks"], _commands["runnable"], _commands["BlockError"]


def _text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def _blocks(name: str) -> list[Any]:
    return read_blocks(_text(name), name)


def _bodies(name: str, language: str) -> list[str]:
    return [block.body for block in _blocks(name) if block.language == language]


@pytest.mark.parametrize("name", READMES)
def test_blocks_parse(name: str) -> None:
    for block in _blocks(name):
        place = f"{name}:{block.line}"
        assert block.language in {"sh", "python", "json", "yaml"}, f"{place}: {block.language!r}"
        if block.language == "python":
            compile(block.body, place, "exec")
        elif block.language == "json":
            json.loads(block.body)
        elif block.language == "yaml":
            yaml.safe_load(block.body)
        elif shutil.which("sh"):  # Windows has none
            subprocess.run(["sh", "-n", "-c", block.body], check=True)


@pytest.mark.parametrize("name", READMES)
def test_first_block_uses_it_and_second_runs_the_tests(name: str) -> None:
    first, second = _bodies(name, "sh")[:2]
    for block in (first, second):
        assert block.startswith("python3 -m venv "), "each must work on its own, in a fresh clone"
    assert "penalty assess" in first
    assert "penalty dossier" in first
    assert second.endswith("pytest\n")


def test_both_readmes_show_the_same_blocks() -> None:
    english, chinese = ([(b.language, b.body) for b in _blocks(name)] for name in READMES)
    assert english == chinese


def test_both_readmes_describe_the_same_commands() -> None:
    english, chinese = ({*re.findall(r"`(penalty [a-z][a-z ]*)`", _text(name))} for name in READMES)
    assert english == chinese


@pytest.mark.parametrize("name", READMES)
def test_links_lead_somewhere(name: str) -> None:
    for target in re.findall(r"\]\(([^)#:]+)\)", _text(name)):
        assert (ROOT / target).exists(), f"{name} links to {target}"
    headings = {
        re.sub(r"[^\w\- ]", "", line.lstrip("# ")).replace(" ", "-").lower()
        for line in _text(name).splitlines()
        if line.startswith("#")
    }
    for anchor in re.findall(r"\]\(#([^)]+)\)", _text(name)):
        assert anchor in headings, f"{name} links to the heading {anchor}"


def test_answer_shown_is_the_answer_given() -> None:
    (shown,) = _bodies("README.md", "json")
    given = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys; from penalty_engine.cli.main import main; sys.exit(main())",
            "assess",
            EXAMPLE,
            "--json",
        ],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        check=True,
    ).stdout
    _assert_part_of(json.loads(shown), json.loads(given), "answer")


def _assert_part_of(shown: Any, given: Any, place: str) -> None:
    """What is shown may leave fields out, but must not differ."""
    if isinstance(shown, dict) and isinstance(given, dict):
        for key, value in shown.items():
            assert key in given, f"{place}.{key} is not in the engine's answer"
            _assert_part_of(value, given[key], f"{place}.{key}")
    elif isinstance(shown, list) and isinstance(given, list):
        assert len(shown) == len(given), f"{place}: {len(shown)} shown, {len(given)} given"
        for index, (one, other) in enumerate(zip(shown, given, strict=True)):
            _assert_part_of(one, other, f"{place}[{index}]")
    else:
        assert shown == given, f"{place}: shown {shown!r}, given {given!r}"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a\n```sh\nls\n", "R.md:2: this block is never closed"),
        ("```bash\nls\n```\n", "R.md:1: a `bash` block would not be run; write `sh`"),
    ],
)
def test_block_that_would_be_missed_is_refused(text: str, message: str) -> None:
    with pytest.raises(BlockError, match=re.escape(message)):
        read_blocks(text, "R.md")


def test_blocks_keep_their_line_and_order() -> None:
    blocks = read_blocks("x\n```sh\na\n```\n\n~~~python\n```\n~~~\n```yaml\nb: 1\n```\n", "R.md")
    assert [(b.language, b.line, b.body) for b in blocks] == [
        ("sh", 2, "a\n"),
        ("python", 6, "```\n"),
        ("yaml", 9, "b: 1\n"),
    ]
    assert [b.line for b in runnable(blocks)] == [2, 6]
