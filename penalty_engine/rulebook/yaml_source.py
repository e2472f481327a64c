"""YAML text to plain data with marks, in one pass over the parser's events and without recursion.

Refused, with the place: duplicate keys, anchors and aliases, tags, several documents, nesting or size beyond the limits
of `source`. Numbers with a decimal point become Decimal from their own digits; yes/no/on/off and dates stay text.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

import yaml

from penalty_engine.diagnostics import Diagnostic, Place
from penalty_engine.messages import Message, Names
from penalty_engine.rulebook.source import MAX_DEPTH, MAX_NODES, Mark, Source, SourceError

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
_FULL_WIDTH = re.compile(r"(?<=[A-Za-z0-9_\]}])：|(?<=[A-Za-z0-9_\]}])，|[【】｛｝［］＂＃－]")
_PROBLEMS = {
    "could not find expected ':'": "缺少冒号“: ”",
    "did not find expected ',' or": "流式括号内缺少逗号或者右括号",
    "expected ',' or": "流式括号内缺少逗号或者右括号",
    "did not find expected key": "此处应为键，缩进可能不一致",
    "did not find expected '-' indicator": "列表项应以“- ”开头，缩进可能不一致",
    "did not find expected node content": "此处缺少内容",
    "mapping values are not allowed": "此处不能再出现“键: 值”，缩进或者引号可能有误",
    "found character that cannot start any token": "有不能出现在此处的字符（例如制表符或者 @、`）",
    "found a tab character": "缩进用了制表符，只能用空格",
    "found unexpected end of stream": "文件提前结束，引号可能没有配对",
    "found unknown escape character": "引号内有不认识的转义",
    "found undefined tag handle": "有未定义的标签",
}


def read_yaml(text: str, name: str) -> Source:
    """Parse one YAML document. Raises SourceError."""
    return _Builder(name).build(text)


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
        self.text = ""

    def build(self, text: str) -> Source:
        self.text = text
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
        told = Names(next((zh for words, zh in _PROBLEMS.items() if words in problem), problem), problem)
        return Diagnostic("yaml-syntax", place, params={"problem": told, "hint": self._hint(place.line)})

    def _hint(self, line: int) -> Message:
        """Full-width punctuation on the line or the one above is the usual cause in Chinese texts."""
        lines = self.text.splitlines()[max(0, line - 2) : line]
        marks = sorted(set(_FULL_WIDTH.findall("".join(lines))))
        return Message("yaml-full-width", {"marks": " ".join(marks)}) if marks else Message("yaml-no-hint")

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
                raise self._fail("duplicate-key", at, key=value[:40])
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
