"""Other ways of writing the same Chinese: traditional characters, pinyin. The libraries are loaded when first needed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from penalty_engine.search.folding import half_width

if TYPE_CHECKING:
    from opencc import OpenCC

_LETTERS = re.compile("[a-z]{2,40}")
_CHINESE = re.compile("[㐀-鿿]")
_SHORTEST = 3  # letters that may stand for part of a name; two only for its beginning


def simplified(words: str) -> str:
    """`words` in simplified characters."""
    return _converter().convert(words) if _CHINESE.search(words) else words


def letters(words: str) -> str:
    """`words` as one run of letters, or nothing if they cannot be pinyin."""
    plain = re.sub("[ ']", "", half_width(words))
    return plain if _LETTERS.fullmatch(plain) else ""


def read_as_pinyin(wanted: str, names: Iterable[str]) -> Iterator[tuple[str, bool]]:
    """The Chinese names whose pinyin or initials `wanted` spells, whole (True) or in part."""
    for name in names:
        spelt = _pinyin(name)
        initials = "".join(part[:1] for part in spelt)
        if spelt and wanted in (initials, "".join(spelt)):
            yield name, True
        elif initials.startswith(wanted) or (
            len(wanted) >= _SHORTEST and (wanted in initials or _within(wanted, spelt))
        ):
            yield name, False


def nearly_pinyin(wanted: str, names: Iterable[str]) -> Iterator[str]:
    """The Chinese names with initials like `wanted` but for one letter that is neither the first nor the last."""
    size = len(wanted)
    if size <= _SHORTEST:
        return
    for name in names:
        initials = "".join(part[:1] for part in _pinyin(name))
        parts = (initials[start : start + size] for start in range(len(initials) - size + 1))
        if any(_one_letter_off(wanted, part) for part in parts):
            yield name


def _one_letter_off(first: str, second: str) -> bool:
    off = sum(one != other for one, other in zip(first, second, strict=True))
    return off == 1 and first[0] == second[0] and first[-1] == second[-1]


def _within(wanted: str, spelt: tuple[str, ...]) -> bool:
    """Whether `wanted` is spelt out from the beginning of a syllable on."""
    return any("".join(spelt[start:]).startswith(wanted) for start in range(len(spelt)))


@lru_cache(maxsize=8192)
def _pinyin(name: str) -> tuple[str, ...]:
    from pypinyin import lazy_pinyin

    return tuple(lazy_pinyin("".join(_CHINESE.findall(name))))


@lru_cache(maxsize=1)
def _converter() -> OpenCC:
    from opencc import OpenCC

    return OpenCC("t2s")
