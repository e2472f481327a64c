"""Spellings that mean the same, made one: widths, brackets, numerals of articles, words of negation."""

from __future__ import annotations

import re
import unicodedata

from penalty_engine.rulebook.numerals import read_numeral

NUMERAL = "[零〇一二两三四五六七八九十百千]+|[0-9]+"
_COUNTED = re.compile(f"第?({NUMERAL})([条款项号])")
_NUMBERS = re.compile(NUMERAL)
_BRACKETS = re.compile(r"[《》〈〉“”‘’\"'()\[\]【】「」『』]")
_NOT = re.compile("没有|[没未无不]")  # 没签合同, 未签合同, 不签合同
_APART = re.compile(r"[\s,.;:、，。；：·／/_-]+")


def half_width(text: str) -> str:
    """Full-width characters as half-width, lower case, no spaces at the ends and only single ones inside."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def fold(text: str) -> str:
    """The form in which words are compared."""
    folded = _COUNTED.sub(lambda match: number(match.group(1)) + match.group(2), half_width(text))
    return _NOT.sub("不", _BRACKETS.sub("", folded)).strip()


def fold_place(text: str) -> str:
    """A place in a register, however its numbers are written: 立案标准（五）, 立案标准5 and 立案标准第五项 are one."""
    parts: list[str] = []
    last = 0
    plain = half_width(text)
    for match in _NUMBERS.finditer(plain):
        parts += [_words(plain[last : match.start()]), f".{number(match.group())}."]
        last = match.end()
    together = "".join([*parts, _words(plain[last:])])
    return re.sub(r"\.+", ".", together).strip(".")


def number(numeral: str) -> str:
    """A numeral in figures."""
    return str(int(numeral)) if numeral.isdecimal() else str(read_numeral(numeral))


def _words(text: str) -> str:
    return re.sub("[第项类条款]", "", _APART.sub("", _BRACKETS.sub("", text)))
