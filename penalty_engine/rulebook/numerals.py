"""Figures as Chinese statutes write them: 一万元, 1万元, 200元, 五倍, 50%, 万分之五, with 以上, 以下, 超过, 不满.

Exact, for holding rules against their own text. A share of a sum (50%, 5‰) is a multiple below one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Literal, NamedTuple

Op = Literal["ge", "le", "gt", "lt", "eq"]
Figure = tuple[Decimal, str]

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
_HALF_WIDTH = {code + 0xFEE0: code for code in (*range(ord("0"), ord("9") + 1), ord("."), ord("%"))}
_NUMERAL_CHARS = "0-9零〇一二两三四五六七八九十百千万亿"
_UNITS = {"十": 10, "百": 100, "千": 1000}
_MYRIADS = {"万": 10_000, "亿": 100_000_000}
_SHARES = {"%": 100, "‰": 1000}
_NUMERAL = "[零〇一二两三四五六七八九十百千万亿]+|[0-9]+(?:\\.[0-9]+)?[千万亿]*"
_COUNTED = "个月|周岁|名|人|位|件|份|次|起|户|日|天|年|岁"
_TO = "至|到|[-—–－~～]+"
_TOKEN = re.compile(
    rf"(?P<parts>[十百千万])分之(?P<share>{_NUMERAL})"
    rf"|(?P<number>{_NUMERAL})(?P<unit>元|倍|[%‰]|{_COUNTED}|(?=(?:以上|{_TO})(?:{_NUMERAL})(?:元|倍|[%‰])))"
)
_BETWEEN = re.compile(rf"以上[，,]?\s*(?P<short>不满|不足|未满)?\s*|\s*(?P<to>{_TO})\s*")
_BEFORE: tuple[tuple[Op, re.Pattern[str]], ...] = (
    ("le", re.compile("(?:不超过|不得超过|不高于|不得高于|至多|最多|最高)$")),
    ("ge", re.compile("(?:不低于|不少于|不得低于|不得少于|最低|至少|达到|(?<![不未])满)$")),
    ("lt", re.compile("(?:不满|不足|未满|不到|低于|少于|未达到)$")),
    ("gt", re.compile("(?:超过|高于|多于|大于)$")),
)
_AFTER: dict[str, Op] = {"以上": "ge", "以下": "le", "以内": "le"}


class Bound(NamedTuple):
    """One figure and what it bounds: ``ge`` 以上, ``le`` 以下, ``gt`` 超过, ``lt`` 不满, ``eq`` the figure itself."""

    op: Op
    number: Decimal
    unit: str

    @property
    def figure(self) -> Figure:
        return self.number, self.unit


class Amount(NamedTuple):
    """A figure, or a pair such as 一万元以上三万元以下, with its place in the plain text."""

    bounds: tuple[Bound, ...]
    start: int
    end: int
    words: str


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


def figures(text: str) -> dict[Figure, str]:
    """Every sum (元) and multiple or share (倍) in a provision: (number, unit) → the words that say it."""
    return {
        (number, unit): match.group() + unit if not match["parts"] and not match["unit"] else match.group()
        for match, number, unit in _tokens(plain(text))
        if unit in ("元", "倍")
    }


def amounts(text: str) -> tuple[Amount, ...]:
    """Every figure of a plain text, pairs of bounds together, in the order written."""
    found: list[Amount] = []
    tokens = list(_tokens(text))
    index = 0
    while index < len(tokens):
        first, number, unit = tokens[index]
        joined = None if index + 1 == len(tokens) else _joined(text, first, tokens[index + 1][0])
        if joined is None:
            op, start, end = _bound(text, first)
            bounds: tuple[Bound, ...] = (Bound(op, number, unit),)
        else:
            index += 1
            second, other, other_unit = tokens[index]
            bounds = (Bound("ge", number, unit), Bound(joined, other, other_unit))
            start, end = first.start(), _bound(text, second)[2]
        found.append(Amount(bounds, start, end, text[start:end]))
        index += 1
    return tuple(found)


def _tokens(text: str) -> Iterator[tuple[re.Match[str], Decimal, str]]:
    """Numerals with a unit; one without takes that of the bound that follows it (五百以上二千元以下)."""
    waiting: tuple[re.Match[str], Decimal] | None = None
    for match in _TOKEN.finditer(text):
        if text[: match.start()].endswith("加") and match["unit"] == "倍":
            continue  # 加一倍 doubles, and says so elsewhere
        if match["parts"]:
            number, unit = read_numeral(match["share"]) / _UNITS_AND_MYRIADS[match["parts"]], "倍"
        elif match["unit"] in _SHARES:
            number, unit = read_numeral(match["number"]) / _SHARES[match["unit"]], "倍"
        else:
            number, unit = read_numeral(match["number"]), match["unit"]
        if not unit:
            waiting = match, number
            continue
        if waiting is not None:
            yield waiting[0], _carried(waiting[1], match, number), unit
            waiting = None
        if number:  # 万元 without a numeral, as in 数万元
            yield match, number, unit


def _carried(bare: Decimal, second: re.Match[str], other: Decimal) -> Decimal:
    """A figure whose unit, and perhaps its 万 or 千, stands with the second one only (1—5万元)."""
    bare /= _SHARES.get(second["unit"] or "", 1)
    scaled = bare * _UNITS_AND_MYRIADS.get((second["number"] or "")[-1:], 1)
    return scaled if scaled <= other else bare


_UNITS_AND_MYRIADS = {**_UNITS, **_MYRIADS}


def _joined(text: str, first: re.Match[str], second: re.Match[str]) -> Op | None:
    """What the second of two figures bounds where they are a pair."""
    between = _BETWEEN.fullmatch(text[first.end() : second.start()])
    if between is None:
        return None
    if between["to"]:
        return "le"
    return "lt" if between["short"] else "le" if _bound(text, second)[0] == "le" else None


def _bound(text: str, match: re.Match[str]) -> tuple[Op, int, int]:
    """What one figure bounds, and where its words begin and end."""
    after = text[match.end() : match.end() + 2]
    if after in _AFTER:
        return _AFTER[after], match.start(), match.end() + 2
    for op, words in _BEFORE:
        before = words.search(text, 0, match.start())
        if before is not None:
            return op, before.start(), match.end()
    return "eq", match.start(), match.end()


def plain(text: str) -> str:
    """Full-width digits as half-width, and no spaces or thousands separators inside figures."""
    half = text.translate(_HALF_WIDTH)
    half = re.sub(
        r"(?<![0-9])[0-9]{1,3}(?:[,，][0-9]{3})+(?![0-9])",
        lambda match: re.sub("[,，]", "", match.group()),
        half,
    )
    return re.sub(rf"(?<=[{_NUMERAL_CHARS}])\s+(?=[{_NUMERAL_CHARS}元倍])", "", half)
