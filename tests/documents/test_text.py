"""Sums, dates and titles as they are written in Chinese documents."""

from __future__ import annotations

from datetime import date, datetime, timezone
from decimal import Decimal

import pytest

from penalty_engine.documents import DocumentError, text
from tests.documents.reading import refused


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        ("0", "零元整"),
        ("0.05", "伍分"),
        ("0.50", "伍角整"),
        ("1.01", "壹元零壹分"),
        ("10", "壹拾元整"),
        ("17500", "壹万柒仟伍佰元整"),
        ("10000.05", "壹万元零伍分"),
        ("1234.56", "壹仟贰佰叁拾肆元伍角陆分"),
        ("62500.50", "陆万贰仟伍佰元伍角整"),
        ("100200.00", "壹拾万零贰佰元整"),
        ("1002003", "壹佰万零贰仟零叁元整"),
        ("107000.53", "壹拾万零柒仟元伍角叁分"),
        ("10000010", "壹仟万零壹拾元整"),
        ("100000000", "壹亿元整"),
        ("100001000", "壹亿零壹仟元整"),
        ("100100000", "壹亿零壹拾万元整"),
        ("110000000", "壹亿壹仟万元整"),
        ("1000000001", "壹拾亿零壹元整"),
        ("9999999999.99", "玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分"),
    ],
)
def test_sums_in_capitals(amount: str, words: str) -> None:
    assert text.capitals(amount) == "人民币" + words
    assert text.capitals(Decimal(amount)) == "人民币" + words


def _value(words: str) -> Decimal:
    """Read capitals back, by the places alone."""
    digits = {char: number for number, char in enumerate("零壹贰叁肆伍陆柒捌玖")}
    places = {"拾": 10, "佰": 100, "仟": 1000}
    whole = Decimal(0)
    group = digit = 0
    fen = 0
    for char in words.removeprefix("人民币"):
        if char in digits:
            digit = digits[char]
        elif char in places:
            group, digit = group + digit * places[char], 0
        elif char in "万亿元":
            factor = {"万": 10**4, "亿": 10**8, "元": 1}[char]
            whole = (whole + group + digit) * factor if char == "亿" else whole + (group + digit) * factor
            group = digit = 0
        elif char in "角分":
            fen, digit = fen + digit * (10 if char == "角" else 1), 0
    return whole + Decimal(fen) / 100


def test_capitals_read_back_as_the_sum() -> None:
    sums = [Decimal(n * 7919 % 10**k) + Decimal(n % 100) / 100 for n in range(1, 900) for k in (3, 5, 7)]
    sums += [Decimal(10) ** a + Decimal(10) ** b for a in range(12) for b in range(12)]
    for amount in sums:
        assert _value(text.capitals(str(amount))) == amount


def test_figures_show_the_fen_only_where_there_are_some() -> None:
    assert text.figures("17500") == "17500"
    assert text.figures(17500) == "17500"
    assert text.figures("62500.50") == "62500.50"
    assert text.figures(None) == text.BLANK
    assert text.capitals("") == text.BLANK


@pytest.mark.parametrize("bad", ["一万", "1.001", "-1", 1.5, True, "NaN", "Infinity", "1e400"])
def test_what_is_no_sum_is_refused(bad: object) -> None:
    with refused(DocumentError, "金额"):
        text.amount(bad)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("2026-11-22", "2026年11月22日"),
        (date(2026, 1, 5), "2026年1月5日"),
        (datetime(2026, 1, 5, 8, 30, tzinfo=timezone.utc), "2026年1月5日"),
        (None, text.BLANK_DATE),
        ("二〇二六年", "二〇二六年"),
    ],
)
def test_dates(value: object, shown: str) -> None:
    assert text.chinese_date(value) == shown


def test_titles_and_sentences() -> None:
    assert text.law_title("劳动合同法") == "《劳动合同法》"
    assert text.law_title("《劳动合同法》") == "《劳动合同法》"
    assert text.law_title("实施《劳动法》办法") == "《实施〈劳动法〉办法》"
    assert text.sentence("甲。") == text.sentence("甲") == text.sentence("甲；，") == "甲。"
    assert text.sentence("甲！") == "甲！"
    assert text.sentence(None) == "＿＿＿＿。"
    assert text.chinese_number(11) == "十一"
    assert text.inert(False) == "否"
