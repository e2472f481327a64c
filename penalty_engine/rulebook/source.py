"""A text once read: its plain data, the position of every key and value, and the limits it was read under."""

from __future__ import annotations

from typing import Any, NamedTuple

from penalty_engine.diagnostics import Diagnostic, Place

MAX_BYTES = 4_000_000  # ten times the longest statute written out as rules
MAX_DEPTH = 40  # conditions nest; no file people wrote goes past 15
MAX_NODES = 400_000  # what a file of MAX_BYTES can hold at ten bytes a node

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
