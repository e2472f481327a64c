"""Which files of a rules folder are rules, and of what kind."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from pathlib import Path

from penalty_engine.rulebook.source import MAX_BYTES

_KINDS = {
    "registers": "register",
    "statutes": "statute",
    "circumstances": "circumstances",
    "benchmarks": "benchmark",
    "procedure": "procedure",
    "authorities": "authority",
}
KINDS = ("vocabulary", "violations", "conflicts", "coverage", *_KINDS.values())


def rule_files(folder: Path) -> dict[str, str]:
    """The rule files of a folder by kind: relative path → kind. Other files are left alone."""
    found = {}
    for name in yaml_files(folder):
        first, slash, _ = name.partition("/")
        kind = _KINDS.get(first) if slash else name.rpartition(".")[0]
        if name.endswith(".yaml") and kind is not None and kind in KINDS:
            found[name] = kind
    return found


def yaml_files(folder: Path) -> list[str]:
    """Everything named like YAML below a folder, as relative paths, through linked folders too, each real folder once.

    On plain strings: this runs at the start of every command.
    """
    root = str(folder)
    found: list[str] = []
    seen: set[str] = set()
    for here, folders, files in os.walk(root, followlinks=True):
        real = os.path.realpath(here)
        if real in seen:
            folders.clear()
            continue
        seen.add(real)
        inside = here[len(root) :].replace(os.sep, "/").strip("/")
        names = [name for name in (*files, *folders) if name.endswith((".yaml", ".yml"))]
        found.extend(f"{inside}/{name}" if inside else name for name in names)
    return sorted(found, key=lambda name: name.split("/"))


def rule_bytes(folder: Path) -> dict[str, bytes] | None:
    """The content of every rule file, or None where one cannot be read."""
    found = {name: content(folder / name) for name in rule_files(folder)}
    whole = {name: raw for name, raw in found.items() if raw is not None}
    return whole if len(whole) == len(found) else None


def content(path: Path) -> bytes | None:
    """The bytes of an ordinary file, up to one more than may be read; None where it cannot be read."""
    try:
        if not path.is_file():  # a pipe would be waited for
            return None
        with path.open("rb") as stream:
            return stream.read(MAX_BYTES + 1)
    except OSError:
        return None


def fingerprint(files: Mapping[str, bytes]) -> str:
    """A digest of names and contents: the rulebook's identity in receipts."""
    digest = hashlib.sha256()
    for name, raw in sorted(files.items()):
        digest.update(f"{name}\0{len(raw)}\0".encode())
        digest.update(raw)
    return digest.hexdigest()
