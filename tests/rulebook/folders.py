"""Small rule folders for tests: the base folder beside this file, with some text in it changed."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from itertools import islice, product
from pathlib import Path
from typing import Any

import yaml

from penalty_engine import Engine, RulebookError
from penalty_engine.messages.lint_findings import LINT_FINDINGS
from penalty_engine.rulebook import check_rulebook

BASE = Path(__file__).with_name("base")
STATUTE = "statutes/sample-law/2020-01-01.yaml"
BENCHMARK = "benchmarks/halves.yaml"
CIRCUMSTANCES = "circumstances/sample.yaml"
PROCEDURE = "procedure/sample.yaml"
AUTHORITY = "authorities/office.yaml"

Change = str | bytes | tuple[str, str] | list[tuple[str, str]] | None
"""New content of a file; None removes it; a pair (or several) replaces the first text, which must be there, by the second."""


def make_folder(parent: Path, changes: Mapping[str, Change]) -> Path:
    """``parent/rules``: the base folder with `changes` made."""
    folder = parent / "rules"
    shutil.copytree(BASE, folder)
    for name, change in changes.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if change is None:
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        elif isinstance(change, bytes):
            path.write_bytes(change)
        elif isinstance(change, str):
            path.write_text(change, encoding="utf-8")
        else:
            text = path.read_text(encoding="utf-8")
            for old, new in [change] if isinstance(change, tuple) else change:
                assert text.count(old) >= 1, f"{name} of the base folder no longer holds {old!r}"
                text = text.replace(old, new, 1)
            path.write_text(text, encoding="utf-8")
    return folder


def engine_with(parent: Path, network: str = "native", **changes: Change) -> Engine:
    """An engine on the base folder changed; the files are named by the words below.

    The texts of such clauses are abridged, so what the lints say of them is passed over.
    """
    names = {
        "statute": STATUTE,
        "benchmark": BENCHMARK,
        "circumstances": CIRCUMSTANCES,
        "procedure": PROCEDURE,
        "authority": AUTHORITY,
        "vocabulary": "vocabulary.yaml",
        "violations": "violations.yaml",
    }
    return unlinted(
        make_folder(parent, {names.get(key, key): change for key, change in changes.items()}), network
    )


def unlinted(folder: Path, network: str = "native") -> Engine:
    """An engine on rules whose quoted texts are abridged: everything is checked but their faithfulness."""
    rulebook, findings = check_rulebook(folder)
    errors = [finding for finding in findings if finding.severity == "error"]
    refused = [finding for finding in errors if finding.code not in LINT_FINDINGS]
    if rulebook is None or refused:
        raise RulebookError(refused)
    return Engine(rulebook, network)


def clauses(body: str) -> list[tuple[str, str]]:
    """A change of the statute file: its clauses replaced by `body` (YAML at the left margin)."""
    text = (BASE / STATUTE).read_text(encoding="utf-8")
    old = text[text.index("clauses:\n") + len("clauses:\n") :]
    new = "".join(f"  {line}\n" if line else "\n" for line in body.strip("\n").split("\n"))
    return [(old, new)]


def clause(outcomes: str, text: str, *, number: str = "1", extra: str = "") -> str:
    """One clause in YAML: its quoted text, its outcomes (a flow or block list), further keys."""
    lines = [
        f'- id: "{number}"',
        f"  article: 第{number}条",
        "  violation: sample-violation",
        f"  text: {text}",
    ]
    lines += [f"  {line}" for line in extra.strip("\n").split("\n") if line]
    lines += ["  outcomes:", *(f"    {line}" for line in outcomes.strip("\n").split("\n"))]
    if "examples:" not in extra:
        lines += ["  examples:", *(f"    - facts: {facts}" for facts in _situations(outcomes, extra))]
    return "\n".join(lines)


_ROLES = ("agency", "host")


def _situations(outcomes: str, extra: str) -> list[str]:
    """Facts on every side of what the conditions ask, so that some example reaches each outcome."""
    try:
        parsed = [yaml.safe_load(outcomes), yaml.safe_load(extra)]
    except yaml.YAMLError:
        return ["{}"]
    asked: dict[str, set[Any]] = {}
    _collect(parsed, asked, False)
    found = product(*(sorted(values, key=str) for values in asked.values()))
    combined = [dict(zip(asked, values, strict=True)) for values in islice(found, 300)]
    return [yaml.safe_dump(facts, default_flow_style=True, width=1000).strip() for facts in combined]


def _collect(node: Any, asked: dict[str, set[Any]], inside: bool) -> None:
    if isinstance(node, list):
        for item in node:
            _collect(item, asked, inside)
    if not isinstance(node, dict):
        return
    for key, value in node.items():
        if key in ("when", "entry", "all", "any", "not"):
            _collect(value, asked, inside or key in ("when", "entry"))
        elif inside and key not in ("circumstance", "party_kind"):
            asked.setdefault(str(key), set()).update(_around(value))
        elif not inside:
            _collect(value, asked, inside)


def _around(value: Any) -> set[Any]:
    """Values that meet a test, and values that do not."""
    found: set[Any] = set()
    for item in value if isinstance(value, list) else value.values() if isinstance(value, dict) else [value]:
        if isinstance(item, bool):
            found |= {True, False}
        elif isinstance(item, int):
            found |= {item, item + 1, max(item - 1, 0)}
        else:
            found |= {str(item), *_ROLES}
    return found
