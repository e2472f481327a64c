"""Figures as Chinese statutes write them: 一万元, 1万元, 200元, 五倍. Exact, for holding rules against their own text."""

from __future__ import annotations

import re
from decimal import Decimal

_DIGITS = {
    "零": 0,
    "〇": 0,
    "一": 1,
    "二": 2,
    "两": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
}
_HALF_WIDTH = {code + 0xFEE0: code for code in (*range(ord("0"), ord("9") + 1), ord("."))}
_NUMERAL_CHARS = "0-9零〇一二两三四五六七八九十百千万亿"
_UNITS = {"十": 10, "百": 100, "千": 1000}
_MYRIADS = {"万": 10_000, "亿": 100_000_000}
_NUMERAL = "[零〇一二两三四五六七八九十百千万亿]+|[0-9]+(?:\\.[0-9]+)?[千万亿]*"
_FIGURE = re.compile(f"({_NUMERAL})(元|倍)")


def read_numeral(text: str) -> Decimal:
    """The number a numeral stands for. Raises ValueError for anything else."""
    arabic = re.match(r"[0-9]+(?:\.[0-9]+)?", text)
    if arabic:
        number = Decimal(arabic.group())
        for char in text[arabic.end() :]:
            number *= {**_UNITS, **_MYRIADS}[char]
        return number
    total, section, digit = 0, 0, 0
    for char in text:
        if char in _DIGITS:
            digit = _DIGITS[char]
        elif char in _UNITS:
            section += (digit or 1) * _UNITS[char]
            digit = 0
        elif char in _MYRIADS:
            total = (
                (total + section + digit) * _MYRIADS[char]
                if char == "亿"
                else total + (section + digit) * _MYRIADS[char]
            )
            section, digit = 0, 0
        else:
            raise ValueError(f"not a numeral: {text!r}")
    return Decimal(total + section + digit)


def figures(text: str) -> dict[tuple[Decimal, str], str]:
    """Every sum (元) and multiple (倍) in a provision: (number, unit) → the words that say it."""
    text = _plain(text)
    return {(read_numeral(match.group(1)), match.group(2)): match.group() for match in _FIGURE.finditer(text)}


def _plain(text: str) -> str:
    """Full-width digits as half-width, and no spaces or thousands separators inside figures."""
    half = text.translate(_HALF_WIDTH)
    half = re.sub(
        r"(?<![0-9])[0-9]{1,3}(?:[,，][0-9]{3})+(?![0-9])",
        lambda match: re.sub("[,，]", "", match.group()),
        half,
    )
    return re.sub(rf"(?<=[{_NUMERAL_CHARS}])\s+(?=[{_NUMERAL_CHARS}元倍])", "", half)
