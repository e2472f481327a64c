"""Text for a terminal: the width of Chinese characters, line breaks they allow, and nothing that steers the terminal."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

NO_START = frozenset("，。、；：？！）》】”’…％%,.;:?!)]}·－")
NO_END = frozenset("（《【“‘([{")
_WORDS = re.compile(r" *[!-~\u00a0-\u024f\u2013\u2014×]+| +|.", re.DOTALL)
_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp", "Co", "Cn"})


@lru_cache(maxsize=4096)
def _cells(char: str) -> int:
    # rich.cells would do; importing it costs more than a command takes to answer
    if unicodedata.category(char) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def cell_len(text: str) -> int:
    """The columns `text` takes on a terminal: two for each Chinese character."""
    return len(text) if text.isascii() else sum(map(_cells, text))


def inert(text: str) -> str:
    """`text` with every character that is not shown as itself (controls, direction marks) spelt out: <U+202E>."""
    if text.isprintable():
        return text
    return "".join(
        f"<U+{ord(char):04X}>" if unicodedata.category(char) in _INVISIBLE else char for char in text
    )


def pad(text: str, width: int) -> str:
    """`text` filled with spaces to `width` cells."""
    return text + " " * max(0, width - cell_len(text))


def wrap(text: str, width: int, hanging: str = "") -> list[str]:
    """Lines of at most `width` cells; Chinese breaks between characters, but not before 。 nor after 《."""
    lines: list[str] = []
    line = ""
    for unit in _joined(_WORDS.findall(inert(text))):
        if line and cell_len(line + unit) > width:
            lines.append(line.rstrip())
            line, unit = hanging, unit.lstrip()
        while cell_len(line + unit) > width and cell_len(unit) > 1:  # one word longer than a line
            room = _fitting(unit, width - cell_len(line))
            lines.append(line + unit[:room])
            line, unit = hanging, unit[room:]
        line += unit
    return [*lines, line.rstrip()] if line.strip() or not lines else lines


def _joined(units: Iterable[str]) -> list[str]:
    """Units that must stay on one line together."""
    joined: list[str] = []
    for unit in units:
        if joined and (unit[0] in NO_START or joined[-1][-1] in NO_END):
            joined[-1] += unit
        else:
            joined.append(unit)
    return joined


def _fitting(text: str, width: int) -> int:
    used = 0
    for index, char in enumerate(text):
        used += cell_len(char)
        if used > width:
            return max(index, 1)
    return len(text)
