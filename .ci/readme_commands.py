"""Run every sh and python block of the READMEs in a fresh clone of HEAD; READMEs with the same blocks are run once.

Standard library only: it runs before anything is installed, as a newcomer's commands do.
"""

from __future__ import annotations

import argparse
import os
import re
import shlex
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
READMES = ("README.md", "README.zh-CN.md")

# What a newcomer's machine has too: the search path, how to reach a package index, which compiler. Nothing
# else of the caller's environment gets through: a setting that only this machine has makes no block pass.
KEPT = ("PATH", "TMPDIR", "SSL_CERT_FILE", "SSL_CERT_DIR", "REQUESTS_CA_BUNDLE", "CC", "SYSTEMROOT")
KEPT_PREFIXES = ("PIP_", "PYENV_ROOT")
KEPT_SUFFIXES = ("_proxy", "_PROXY")

FENCE = re.compile(r"^ {0,3}(?P<fence>`{3,}|~{3,}) *(?P<info>[^`]*)$")
ALMOST = {"bash": "sh", "shell": "sh", "console": "sh", "zsh": "sh", "py": "python", "python3": "python"}


class BlockError(Exception):
    """A README that cannot be run as it stands; the message begins with file:line."""


class Block(NamedTuple):
    """A fenced block: its language, the line of its opening fence, its text."""

    language: str
    line: int
    body: str


def read_blocks(text: str, name: str) -> list[Block]:
    """All fenced blocks of a README, in order."""
    blocks: list[Block] = []
    opened: tuple[str, str, int] | None = None
    body: list[str] = []
    for number, line in enumerate(text.splitlines(), start=1):
        match = FENCE.match(line)
        if opened is None:
            if match:
                opened, body = (match["fence"], _language(match["info"], f"{name}:{number}"), number), []
        elif match and not match["info"].strip() and match["fence"].startswith(opened[0]):
            blocks.append(Block(opened[1], opened[2], "".join(f"{part}\n" for part in body)))
            opened = None
        else:
            body.append(line)
    if opened is not None:
        raise BlockError(f"{name}:{opened[2]}: this block is never closed; end it with {opened[0]}")
    return blocks


def _language(info: str, place: str) -> str:
    language = (info.split() or [""])[0]
    if language in ALMOST:
        raise BlockError(f"{place}: a `{language}` block would not be run; write `{ALMOST[language]}`")
    return language


def runnable(blocks: list[Block]) -> list[Block]:
    """The blocks that a reader is meant to run."""
    return [block for block in blocks if block.language in {"sh", "python"}]


def clean_environment(home: Path, python: str) -> dict[str, str]:
    """An environment that owes nothing to the caller's settings and whose `python3` is the given one."""
    env = {
        key: value
        for key, value in os.environ.items()
        if key in KEPT or key.startswith(KEPT_PREFIXES) or key.endswith(KEPT_SUFFIXES)
    }
    shims = home / "bin"
    shims.mkdir(parents=True)
    for name in ("python3", "python"):
        # a script, not a link: a venv made through a link would look for its library beside the link
        shim = shims / name
        shim.write_text(f'#!/bin/sh\nexec {shlex.quote(python)} "$@"\n', encoding="utf-8")
        shim.chmod(0o755)
    env["PATH"] = f"{shims}{os.pathsep}{_own_path(env)}"
    return env | {"HOME": str(home), "LANG": "C.UTF-8", "CI": "true", "PIP_QUIET": "1"}


def _own_path(env: dict[str, str]) -> str:
    """The search path without the bin folder of a virtual environment that the caller has activated."""
    active = os.environ.get("VIRTUAL_ENV")
    parts = env.get("PATH", os.defpath).split(os.pathsep)
    return os.pathsep.join(part for part in parts if not active or Path(part) != Path(active, "bin"))


def run_block(block: Block, place: str, clone: Path, env: dict[str, str], timeout: float) -> None:
    """Run one block in the clone; raise BlockError when it fails."""
    print(f"\n--- {place} ({block.language})\n{block.body}---", flush=True)
    if block.language == "sh":
        command = ["sh", "-e", "-c", block.body]
    else:
        command = [str(clone / ".venv" / "bin" / "python"), "-c", block.body]
    started = time.monotonic()
    try:
        code = subprocess.run(
            command, cwd=clone, env=env, stdin=subprocess.DEVNULL, timeout=timeout, check=False
        ).returncode
    except subprocess.TimeoutExpired:
        raise BlockError(f"{place}: this block was still running after {timeout:.0f} s") from None
    except FileNotFoundError as error:
        raise BlockError(f"{place}: {error.filename} is not there; no block before made it") from None
    print(f"--- {place}: exit code {code}, {time.monotonic() - started:.0f} s", flush=True)
    if code:
        raise BlockError(f"{place}: this {block.language} block failed with exit code {code}")


def run_readme(name: str, python: str, timeout: float) -> None:
    """Run one README's blocks in order, as it is committed, in a clone of its own."""
    with tempfile.TemporaryDirectory(prefix="readme-", ignore_cleanup_errors=True) as folder:
        clone = Path(folder, "clone")
        subprocess.run(["git", "clone", "--quiet", "--no-hardlinks", str(ROOT), str(clone)], check=True)
        blocks = runnable(read_blocks((clone / name).read_text(encoding="utf-8"), name))
        if not blocks:
            raise BlockError(f"{name}:1: no sh or python block found; a README without commands helps nobody")
        env = clean_environment(Path(folder, "home"), python)
        for block in blocks:
            run_block(block, f"{name}:{block.line}", clone, env, timeout)


def differing(names: list[str]) -> list[str]:
    """The READMEs whose blocks are not those of one named before: running the same commands again shows nothing."""
    kept: dict[tuple[tuple[str, str], ...], str] = {}
    for name in names:
        blocks = runnable(read_blocks((ROOT / name).read_text(encoding="utf-8"), name))
        same = kept.setdefault(tuple((block.language, block.body) for block in blocks), name)
        if same != name:
            print(f"{name}: the same {len(blocks)} blocks as {same}, which is run for both", flush=True)
    return list(kept.values())


def main() -> int:
    """Run the READMEs named on the command line, or both."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("readmes", nargs="*", default=READMES, metavar="README")
    parser.add_argument("--python", default=sys.executable, help="what `python3` means in the blocks")
    parser.add_argument("--timeout", type=float, default=900, help="seconds for one block")
    options = parser.parse_args()
    changed = subprocess.run(
        ["git", "-C", str(ROOT), "status", "--porcelain"], capture_output=True, text=True, check=True
    ).stdout
    if changed:
        print("Note: the commands run in a clone of HEAD; what is not committed is not in it:")
        print(changed, end="", flush=True)
    try:
        for name in differing(list(options.readmes)):
            run_readme(name, options.python, options.timeout)
    except BlockError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
