"""YAML and JSON text to plain data, with the position of every key and value kept.

Files are read under stated limits, and whatever keeps one from being read is a finding with its place.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from decimal import Decimal
from pathlib import Path
from typing import Any

from penalty_engine.diagnostics import Diagnostic, Place
from penalty_engine.rulebook.source import MAX_BYTES, MAX_DEPTH, Source, SourceError

_JSON_DECIMAL = re.compile(r"-?[0-9]+\.[0-9]+")
_HANDED_OVER = re.compile(r"/dev/(?:stdin$|fd/)|/proc/self/fd/")  # pipes that this process was given to read
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def read_file(path: Path, name: str | None = None) -> Source:
    """Read a file under the stated limits. Raises SourceError for anything that keeps it from being read."""
    label = name or str(path)
    try:
        if path.is_dir():
            raise SourceError(Diagnostic("is-a-directory", Place(label)))
        if path.exists() and not path.is_file() and not _HANDED_OVER.match(str(path)):
            raise SourceError(Diagnostic("not-a-file", Place(label)))  # a pipe would be waited for
        with path.open("rb") as stream:
            raw = stream.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise SourceError(Diagnostic("no-such-file", Place(label))) from None
    except PermissionError:
        raise SourceError(Diagnostic("no-permission", Place(label))) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise SourceError(Diagnostic("cannot-read", Place(label), params={"reason": reason})) from None
    return read_bytes(raw, label)


def read_bytes(raw: bytes, name: str) -> Source:
    """Decode and parse bytes that are already in memory."""
    if len(raw) > MAX_BYTES:
        raise SourceError(Diagnostic("file-too-large", Place(name), params={"limit": MAX_BYTES}))
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        column = error.start - raw.rfind(b"\n", 0, error.start)
        raise SourceError(Diagnostic("not-utf8", Place(name, line, column))) from None
    control = _CONTROL.search(text)
    if control:
        line = text.count("\n", 0, control.start()) + 1
        column = control.start() - text.rfind("\n", 0, control.start())
        code = f"U+{ord(control.group()):04X}"
        raise SourceError(
            Diagnostic("control-character", Place(name, line, column), params={"character": code})
        )
    if text.lstrip()[:1] == "{":
        try:
            return _read_json(text, name)
        except SourceError as error:
            if error.diagnostic.code == "duplicate-key":
                raise _placed(error, text, name) from None
            if error.diagnostic.code != "json-syntax" or name.endswith(".json"):
                raise
    # the YAML parser is loaded only where it is needed
    from penalty_engine.rulebook.yaml_source import read_yaml

    return read_yaml(text, name)


def _read_json(text: str, name: str) -> Source:
    def unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        seen = dict(pairs)
        if len(seen) != len(pairs):
            repeated = next(key for key, count in Counter(key for key, _ in pairs).items() if count > 1)
            raise SourceError(Diagnostic("duplicate-key", Place(name), params={"key": repeated[:40]}))
        return seen

    try:
        data = json.loads(
            text,
            object_pairs_hook=unique,
            parse_float=_json_number,
            parse_int=_json_integer,
            parse_constant=str,
        )
    except json.JSONDecodeError as error:
        place = Place(name, error.lineno, error.colno)
        raise SourceError(Diagnostic("json-syntax", place, params={"problem": error.msg})) from None
    except (RecursionError, ValueError):
        raise SourceError(Diagnostic("too-deep", Place(name), params={"limit": MAX_DEPTH})) from None
    if _depth_exceeds(data, MAX_DEPTH):
        raise SourceError(Diagnostic("too-deep", Place(name), params={"limit": MAX_DEPTH}))
    return Source(name, data, None)


def _placed(error: SourceError, text: str, name: str) -> SourceError:
    """A repeated key with its place, which only the other parser tells; JSON is YAML, but for oddities."""
    from penalty_engine.rulebook.yaml_source import read_yaml

    try:
        read_yaml(text, name)
    except SourceError as placed:
        return placed if placed.diagnostic.code == "duplicate-key" else error
    return error


def _json_number(text: str) -> Any:
    return Decimal(text) if _JSON_DECIMAL.fullmatch(text) else text


def _json_integer(text: str) -> Any:
    return int(text) if len(text) < 30 else text


def _depth_exceeds(data: Any, limit: int) -> bool:
    level = [data]
    for _ in range(limit):
        level = [
            child
            for node in level
            if isinstance(node, (dict, list))
            for child in (node.values() if isinstance(node, dict) else node)
        ]
        if not level:
            return False
    return True
