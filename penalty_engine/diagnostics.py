"""One finding about a rule file or a case: code, place, what is wrong, what to do."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any, Literal, NamedTuple

from penalty_engine.messages import Message

Lang = Literal["zh", "en"]
Severity = Literal["error", "warning"]


class Place(NamedTuple):
    """A position in a source file; line and column count from 1."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


class Diagnostic(NamedTuple):
    """``code`` selects the message; ``field`` is the path inside a case or rule file; ``also`` are further places."""

    code: str
    place: Place | None = None
    field: str = ""
    params: Mapping[str, Any] = MappingProxyType({})
    severity: Severity = "error"
    also: tuple[Place, ...] = ()

    def render(self, lang: Lang = "en") -> str:
        """``file:line:col: severity[code]: field: text``; parts that are unknown are left out."""
        where = f"{self.place}: " if self.place else ""
        subject = f"{self.field}: " if self.field else ""
        text = f"{where}{self.severity}[{self.code}]: {subject}{Message(self.code, self.params).text(lang)}"
        seen_at = Message("see-also").text(lang)
        return "\n    ".join(
            printable(line) for line in (text, *(f"{seen_at} {place}" for place in self.also))
        )


def printable(text: str) -> str:
    """`text` with everything that could move, hide or break a line of output replaced by U+FFFD."""
    return "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in text)


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name that `name` was probably meant to be, or None."""
    import difflib

    matches = difflib.get_close_matches(name, list(known), n=1, cutoff=0.6)
    return matches[0] if matches else None


def sort_key(diagnostic: Diagnostic) -> tuple[str, int, int, str]:
    """Order for printing: by file, then by position."""
    place = diagnostic.place or Place("")
    return (place.file, place.line, place.column, diagnostic.code)
