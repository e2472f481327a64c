"""A checked rulebook kept on disk, so that a command need not read and check the rules again.

The key covers every byte of the rule files and of this package's code, so a stale entry cannot be found, only not found.
What is read back may consist of the records of this package and plain values, nothing else. A cache that cannot be
read or written changes nothing but the time it takes.
"""

from __future__ import annotations

import hashlib
import io
import os
import pickle
import re
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from penalty_engine.rulebook.records import Rulebook

CACHE_VARIABLE = "PENALTY_ENGINE_CACHE"
_KEPT = 8  # entries; one is about 100 kB
_ALLOWED = {
    ("datetime", "date"),
    ("decimal", "Decimal"),
    ("fractions", "Fraction"),
    ("penalty_engine.diagnostics", "Place"),
    ("penalty_engine.messages", "Names"),
}
_RECORDS = re.compile(r"penalty_engine\.rulebook\.((\w+_)?records|conditions)")


def cache_folder() -> Path | None:
    """Where entries are kept: PENALTY_ENGINE_CACHE (``off``: nowhere), else the user's cache folder."""
    named = os.environ.get(CACHE_VARIABLE)
    if named == "off":
        return None
    if named:
        return Path(named)
    from platformdirs import user_cache_path

    return user_cache_path("penalty-engine", appauthor=False)


def cache_key(folder: Path, files: Mapping[str, bytes]) -> str:
    """A digest of where the rules are, what they say, and the code that reads them."""
    digest = hashlib.sha256(f"{sys.version}\0{folder.name}\0".encode())
    package = Path(__file__).resolve().parent.parent
    sources = {name: (package / name).read_bytes() for name in _code(package)}
    for name, raw in (*sorted(sources.items()), *sorted(files.items())):
        digest.update(f"{name}\0{len(raw)}\0".encode())
        digest.update(raw)
    return digest.hexdigest()


def _code(package: Path) -> list[str]:
    """The modules that read rules, relative to the package."""
    found = ["money.py", "diagnostics.py", "messages/__init__.py"]
    for here, _, files in os.walk(package / "rulebook"):
        inside = os.path.relpath(here, package)
        found.extend(f"{inside}/{name}" for name in files if name.endswith(".py"))
    return found


def read_cached(key: str) -> Rulebook | None:
    """The rulebook kept under `key`, or None; an entry that is not whole is thrown away."""
    folder = cache_folder()
    if folder is None or not _is_ours(folder):
        return None
    entry = folder / f"{key}.rulebook"
    try:
        raw = entry.read_bytes() if entry.is_file() else b""
        seal, payload = raw[:32], raw[32:]
        if seal != _seal(key, payload):
            raise pickle.UnpicklingError("not what was written")
        found = _Reader(io.BytesIO(payload)).load()
    except Exception:  # absent, unreadable, damaged or foreign: read the rules instead
        with suppress(OSError):
            entry.unlink()
        return None
    return found if isinstance(found, Rulebook) else None


def write_cached(key: str, rulebook: Rulebook) -> None:
    """Keep a rulebook under `key`; failing to is not an error."""
    folder = cache_folder()
    if folder is None:
        return
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        if not _is_ours(folder):
            return
        payload = pickle.dumps(rulebook, protocol=5)
        _put(folder / f"{key}.rulebook", _seal(key, payload) + payload)
        entries = sorted(folder.glob("*.rulebook"), key=lambda path: path.stat().st_mtime)
        for old in entries[:-_KEPT]:
            old.unlink()


def _put(entry: Path, content: bytes) -> None:
    import tempfile  # needed only once for a rulebook

    descriptor, name = tempfile.mkstemp(dir=entry.parent, suffix=".tmp")
    unfinished = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(content)
        unfinished.replace(entry)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise


def _seal(key: str, payload: bytes) -> bytes:
    """Ties an entry to its key and shows damage; a guard against accident, not against the owner of the folder."""
    return hashlib.sha256(key.encode() + payload).digest()


def _is_ours(folder: Path) -> bool:
    """Whether nobody else can have written there, as far as the system tells owners apart."""
    if not hasattr(os, "geteuid"):
        return True
    try:
        found = folder.stat()
    except OSError:
        return False
    return found.st_uid == os.geteuid() and not found.st_mode & 0o022


class _Reader(pickle.Unpickler):
    """Refuses every name that is not a record of the rulebook or a plain value."""

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) in _ALLOWED or (
            _RECORDS.fullmatch(module) and "." not in name and name[:1].isupper()
        ):
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"{module}.{name} does not belong in a rulebook")
