"""YAML and JSON text to plain data, with the position of every key and value kept.

One pass over the parser's events, without recursion. Refused, with the place: duplicate keys, anchors and aliases, tags,
several documents, nesting or size beyond the stated limits. Numbers with a decimal point become Decimal from their own
digits; yes/no/on/off stay text; dates stay text until a model asks for them.
"""

from __future__ import annotations

import json
import re
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from penalty_engine.diagnostics import Diagnostic, Place

MAX_BYTES = 4_000_000  # ten times the longest statute written out as rules
MAX_DEPTH = 40  # conditions nest; no file people wrote goes past 15
MAX_NODES = 400_000  # what a file of MAX_BYTES can hold at ten bytes a node

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_INT = re.compile(r"[-+]?(?:0|[1-9][0-9]*)")
_DECIMAL = re.compile(r"[-+]?(?:0|[1-9][0-9]*)\.[0-9]+")
_CONSTANTS = {
    "": None,
    "~": None,
    "null": None,
    "Null": None,
    "NULL": None,
    "true": True,
    "True": True,
    "TRUE": True,
    "false": False,
    "False": False,
    "FALSE": False,
}
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")

Step = str | int


class Mark(NamedTuple):
    """Where a value begins, where the keys of a mapping stand, and the marks below it."""

    line: int
    column: int
    keys: dict[str, tuple[int, int]] | None = None
    children: Any = None


class Source(NamedTuple):
    """A file read: its data and its marks. ``place(path)`` finds the position of a value, ``key_place`` of its key."""

    file: str
    data: Any
    mark: Mark | None

    def place(self, path: tuple[Step, ...] = ()) -> Place:
        return self._find(path, key=False)

    def key_place(self, path: tuple[Step, ...]) -> Place:
        return self._find(path, key=True)

    def _find(self, path: tuple[Step, ...], key: bool) -> Place:
        mark = self.mark
        if mark is None:
            return Place(self.file)
        for position, step in enumerate(path):
            last = position == len(path) - 1
            if last and key and mark.keys is not None and step in mark.keys:
                return Place(self.file, *mark.keys[str(step)])
            try:
                mark = mark.children[step]
            except (KeyError, IndexError, TypeError):
                break
        return Place(self.file, mark.line, mark.column)


class SourceError(Exception):
    """The text is not usable YAML or JSON; carries one diagnostic."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.code)
        self.diagnostic = diagnostic


def read_file(path: Path, name: str | None = None) -> Source:
    """Read a file under the stated limits. Raises SourceError for anything that keeps it from being read."""
    label = name or str(path)
    try:
        if path.is_dir():
            raise SourceError(Diagnostic("is-a-directory", Place(label)))
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
    if text.lstrip()[:1] == "{" and name.endswith(".json"):
        return _read_json(text, name)
    if text.lstrip()[:1] == "{":
        try:
            return _read_json(text, name)
        except SourceError as error:
            if error.diagnostic.code != "json-syntax":
                raise
    return _Builder(name).build(text)


def _read_json(text: str, name: str) -> Source:
    def unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        seen = dict(pairs)
        if len(seen) != len(pairs):
            names = [key for key, _ in pairs]
            repeated = next(key for key in names if names.count(key) > 1)
            raise SourceError(Diagnostic("duplicate-key", Place(name), params={"key": repeated}))
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


def _json_number(text: str) -> Any:
    return Decimal(text) if _DECIMAL.fullmatch(text) else text


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


class _Frame:
    """A collection under construction."""

    __slots__ = ("children", "data", "key", "key_at", "keys", "mark")

    def __init__(self, mapping: bool, mark: tuple[int, int]) -> None:
        self.mark = mark
        self.data: Any = {} if mapping else []
        self.children: Any = {} if mapping else []
        self.keys: dict[str, tuple[int, int]] | None = {} if mapping else None
        self.key: str | None = None
        self.key_at = mark


class _Builder:
    """Builds data and marks from parser events with an explicit stack."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.stack: list[_Frame] = []
        self.root: tuple[Any, Mark] | None = None
        self.nodes = 0
        self.documents = 0

    def build(self, text: str) -> Source:
        loader = _Loader(text)
        try:
            while loader.check_event():
                self._event(loader.get_event())
        except yaml.YAMLError as error:
            raise SourceError(self._syntax(error)) from None
        finally:
            loader.dispose()
        data, mark = self.root or (None, Mark(1, 1))
        return Source(self.name, data, mark)

    def _syntax(self, error: yaml.YAMLError) -> Diagnostic:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        place = Place(self.name, mark.line + 1, mark.column + 1) if mark else Place(self.name)
        problem = getattr(error, "problem", None) or str(error).split("\n")[0]
        return Diagnostic("yaml-syntax", place, params={"problem": problem})

    def _fail(self, code: str, at: tuple[int, int], **params: Any) -> SourceError:
        return SourceError(Diagnostic(code, Place(self.name, *at), params=params))

    def _event(self, event: Any) -> None:
        kind = type(event)
        if kind is yaml.ScalarEvent:
            self._scalar(event)
        elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            self._open(event, kind is yaml.MappingStartEvent)
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            frame = self.stack.pop()
            self._add(frame.data, Mark(*frame.mark, frame.keys, frame.children))
        elif kind is yaml.AliasEvent:
            raise self._fail("alias", _at(event))
        elif kind is yaml.DocumentStartEvent:
            self.documents += 1
            if self.documents > 1:
                raise self._fail("several-documents", _at(event))

    def _open(self, event: Any, mapping: bool) -> None:
        at = _at(event)
        self._refuse_extras(event, at)
        if self.stack and self.stack[-1].keys is not None and self.stack[-1].key is None:
            raise self._fail("key-not-text", at)
        if len(self.stack) >= MAX_DEPTH:
            raise self._fail("too-deep", at, limit=MAX_DEPTH)
        self.stack.append(_Frame(mapping, at))

    def _refuse_extras(self, event: Any, at: tuple[int, int]) -> None:
        if event.anchor:
            raise self._fail("alias", at)
        if event.tag:
            raise self._fail("tag", at, tag=event.tag)
        self.nodes += 1
        if self.nodes > MAX_NODES:
            raise self._fail("too-many-values", at, limit=MAX_NODES)

    def _scalar(self, event: Any) -> None:
        at = _at(event)
        self._refuse_extras(event, at)
        value = event.value
        frame = self.stack[-1] if self.stack else None
        if frame is not None and frame.keys is not None and frame.key is None:
            if value in frame.data:
                raise self._fail("duplicate-key", at, key=value)
            frame.key, frame.key_at = value, at
            return
        if event.implicit[0]:
            value = _plain(value)
        self._add(value, Mark(*at))

    def _add(self, value: Any, mark: Mark) -> None:
        if not self.stack:
            self.root = (value, mark)
            return
        frame = self.stack[-1]
        if frame.keys is None:
            frame.data.append(value)
            frame.children.append(mark)
            return
        key = frame.key
        assert key is not None
        frame.data[key] = value
        frame.children[key] = mark
        frame.keys[key] = frame.key_at
        frame.key = None


def _at(event: Any) -> tuple[int, int]:
    mark = event.start_mark
    return mark.line + 1, mark.column + 1


def _plain(text: str) -> Any:
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    if len(text) < 30:
        if _INT.fullmatch(text):
            return int(text)
        if _DECIMAL.fullmatch(text):
            return Decimal(text)
    return text
