"""Runs the command line in this process or in one of its own, and compares with golden files."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

from click.testing import CliRunner

from penalty_engine.cli.main import main

ROOT = Path(__file__).resolve().parents[2]
GOLDEN = Path(__file__).with_name("golden")
_NEUTRAL = {"LC_ALL": None, "LC_MESSAGES": None, "LANG": "C.UTF-8", "NO_COLOR": None, "TERM": "dumb"}


class Run(NamedTuple):
    """What a command did."""

    code: int
    out: str
    err: str


def run(*args: str, stdin: str | bytes | None = None, env: dict[str, str] | None = None) -> Run:
    """One command in this process."""
    try:
        runner: Any = CliRunner(mix_stderr=False)  # click before 8.2
    except TypeError:
        runner = CliRunner()
    result = runner.invoke(main, list(args), input=stdin, env={**_NEUTRAL, **(env or {})})
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return Run(result.exit_code, result.stdout, result.stderr)


def run_alone(
    *args: str, stdin: bytes = b"", env: dict[str, str] | None = None, code: str | None = None
) -> Run:
    """One command in a process of its own."""
    started = code or "import sys; from penalty_engine.cli.main import main; sys.exit(main())"
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "PYTHONIO"))
    }
    done = subprocess.run(
        [sys.executable, "-c", started, *args],
        input=stdin,
        capture_output=True,
        cwd=ROOT,
        env={**kept, "PYTHONPATH": str(ROOT), **(env or {})},
        check=False,
    )
    return Run(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))


def compare(name: str, found: str, regenerate: bool) -> None:
    """`found` against golden/NAME.txt; `pytest tests/cli --regenerate` writes the files anew."""
    path = GOLDEN / f"{name}.txt"
    steady = re.sub(r"(引擎 |engine )\S+?(\s+)(规则 |rules )[0-9a-f]{12}", r"\1VERSION\2\3DIGEST", found)
    if regenerate:
        path.write_text(steady, encoding="utf-8")
    assert path.is_file(), f"{path} is missing; run pytest tests/cli --regenerate and review it"
    assert steady == path.read_text(encoding="utf-8")
