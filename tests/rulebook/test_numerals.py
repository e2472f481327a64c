from __future__ import annotations

from decimal import Decimal

import pytest

from penalty_engine.rulebook.numerals import figures, read_numeral


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("一", 1),
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("九十九", 99),
        ("一百", 100),
        ("二百", 200),
        ("一百零五", 105),
        ("一百一十", 110),
        ("一千", 1_000),
        ("五千", 5_000),
        ("一千零一", 1_001),
        ("二千五百", 2_500),
        ("一万", 10_000),
        ("两万", 20_000),
        ("一万五千", 15_000),
        ("十万", 100_000),
        ("十五万", 150_000),
        ("三十万", 300_000),
        ("一百万", 1_000_000),
        ("一千万", 10_000_000),
        ("一亿", 100_000_000),
        ("一亿二千万", 120_000_000),
        ("200", 200),
        ("500", 500),
        ("1.5", Decimal("1.5")),
        ("1万", 10_000),
        ("2.5万", 25_000),
        ("3千", 3_000),
        ("1亿", 100_000_000),
    ],
)
def test_numerals(text: str, number: Decimal | int) -> None:
    assert read_numeral(text) == number


def test_not_a_numeral() -> None:
    with pytest.raises(ValueError, match="not a numeral"):
        read_numeral("甲")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("处以一万元以上三万元以下罚款", {(10_000, "元"), (30_000, "元")}),
        ("每人200元以上500元以下", {(200, "元"), (500, "元")}),
        (
            "违法所得一倍以上五倍以下的罚款；没有违法所得的，可以处五万元以下的罚款",
            {(1, "倍"), (5, "倍"), (50_000, "元")},
        ),
        ("不满十六周岁的未成年人", set()),
        ("三日内改正", set()),
    ],
)
def test_figures(text: str, expected: set[tuple[int, str]]) -> None:
    assert set(figures(text)) == {(Decimal(number), unit) for number, unit in expected}
