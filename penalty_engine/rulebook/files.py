"""Which files of a rules folder are rules, and of what kind."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

from penalty_engine.rulebook.source import MAX_BYTES

_KINDS = {
    "statutes": "statute",
    "circumstances": "circumstances",
    "benchmarks": "benchmark",
    "procedure": "procedure",
    "authorities": "authority",
}
KINDS = ("vocabulary", "violations", *_KINDS.values())


def rule_files(folder: Path) -> dict[str, str]:
    """The rule files of a folder by kind: relative path → kind. Other files are left alone."""
    found = {}
    for path in sorted(folder.rglob("*.yaml")):
        relative = path.relative_to(folder)
        top = relative.parts[0]
        kind = _KINDS.get(top) if len(relative.parts) > 1 else path.stem
        if kind is not None and kind in KINDS:
            found[relative.as_posix()] = kind
    return found


def rule_bytes(folder: Path) -> dict[str, bytes]:
    """The content of every rule file that can be read."""
    found = {name: _content(folder / name) for name in rule_files(folder)}
    return {name: raw for name, raw in found.items() if raw is not None}


def _content(path: Path) -> bytes | None:
    try:
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
