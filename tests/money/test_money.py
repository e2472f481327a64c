from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from penalty_engine.money import (
    MAX_YUAN,
    AmountError,
    has_decimal_form,
    parse_yuan,
    round_down,
    round_up,
    whole,
    yuan,
    yuan_text,
)

FEN = st.integers(min_value=0, max_value=MAX_YUAN * 100)


@pytest.mark.parametrize(
    ("value", "fen"),
    [
        (0, 0),
        ("0", 0),
        ("0.00", 0),
        ("-0", 0),
        (120000, 12_000_000),
        ("120000", 12_000_000),
        ("1234.5", 123_450),
        ("1234.56", 123_456),
        ("+5", 500),
        ("007", 700),
        (" 12 ", 1_200),
        ("１２００００", 12_000_000),
        ("１２３４．５６", 123_456),
        (Decimal("1234.56"), 123_456),
        (Decimal("1E+3"), 100_000),
        (Decimal("1.500"), 150),
        ("0.01", 1),
        (MAX_YUAN, MAX_YUAN * 100),
        (str(MAX_YUAN), MAX_YUAN * 100),
        (Decimal(MAX_YUAN), MAX_YUAN * 100),
    ],
)
def test_amounts_read(value: object, fen: int) -> None:
    assert parse_yuan(value) == fen
    assert type(parse_yuan(value)) is int


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("", "not-an-amount"),
        ("abc", "not-an-amount"),
        ("1,000", "not-an-amount"),
        ("1 000", "not-an-amount"),
        ("1e3", "not-an-amount"),
        ("1e400", "not-an-amount"),
        ("NaN", "not-an-amount"),
        ("Infinity", "not-an-amount"),
        ("-inf", "not-an-amount"),
        ("0x10", "not-an-amount"),
        ("1_000", "not-an-amount"),
        ("1/2", "not-an-amount"),
        ("½", "not-an-amount"),
        (".5", "not-an-amount"),
        ("5.", "not-an-amount"),
        ("一万", "not-an-amount"),
        ("5元", "not-an-amount"),
        ("9" * 65, "not-an-amount"),
        (None, "not-an-amount"),
        ([], "not-an-amount"),
        (b"1", "not-an-amount"),
        (True, "not-an-amount"),
        (False, "not-an-amount"),
        (Decimal("NaN"), "not-an-amount"),
        (Decimal("sNaN"), "not-an-amount"),
        (Decimal("Infinity"), "not-an-amount"),
        (Decimal("-Infinity"), "not-an-amount"),
        (1.0, "float-amount"),
        (0.1, "float-amount"),
        (float("nan"), "float-amount"),
        (float("inf"), "float-amount"),
        (-1, "amount-negative"),
        ("-1", "amount-negative"),
        ("-0.01", "amount-negative"),
        (Decimal(-1), "amount-negative"),
        (-(10**30), "amount-negative"),
        ("0.001", "amount-too-fine"),
        ("1.005", "amount-too-fine"),
        (Decimal("0.001"), "amount-too-fine"),
        (MAX_YUAN + 1, "amount-too-large"),
        (f"{MAX_YUAN}.01", "amount-too-large"),
        ("9" * 40, "amount-too-large"),
        pytest.param(10**5000, "amount-too-large", id="five-thousand-digits"),
    ],
)
def test_amounts_refused(value: object, code: str) -> None:
    with pytest.raises(AmountError) as refused:
        parse_yuan(value)
    assert refused.value.code == code


@pytest.mark.parametrize("value", ["100²", "①②", "10₀", "⑩", "１００²"])
def test_digits_that_are_not_figures_are_refused(value: str) -> None:
    # compatibility folding would read 100² as 1002
    with pytest.raises(AmountError) as refused:
        parse_yuan(value)
    assert refused.value.code == "not-an-amount"


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("0.000000000000000000000001", "amount-too-fine"),
        (Decimal("1E-28"), "amount-too-fine"),
        ("-1000000000000000000000000", "amount-negative"),
        (Decimal("1E+31"), "amount-too-large"),
    ],
)
def test_extreme_figures_are_named_for_what_they_are(value: object, code: str) -> None:
    with pytest.raises(AmountError) as refused:
        parse_yuan(value)
    assert refused.value.code == code


@given(FEN)
def test_text_and_back(fen: int) -> None:
    assert parse_yuan(yuan_text(fen)) == fen
    assert yuan(fen) * 100 == fen


@given(st.text(max_size=80) | st.integers() | st.floats() | st.decimals() | st.booleans() | st.none())
def test_anything_else_is_an_amount_error(value: object) -> None:
    try:
        fen = parse_yuan(value)
    except AmountError:
        return
    assert type(fen) is int
    assert 0 <= fen <= MAX_YUAN * 100


@pytest.mark.parametrize(
    ("fen", "text"),
    [
        (0, "0"),
        (1, "0.01"),
        (10, "0.10"),
        (99, "0.99"),
        (100, "1"),
        (1_750_000, "17500"),
        (6_250_050, "62500.50"),
        (Fraction(1, 2), "0.005"),
        (Fraction(3_703_71, 2), "1851.855"),
        (Fraction(1, 8), "0.00125"),
        (Fraction(200, 1), "2"),
        (Fraction(5), "0.05"),
    ],
)
def test_text(fen: int | Fraction, text: str) -> None:
    assert yuan_text(fen) == text


def test_thirds_have_no_text() -> None:
    with pytest.raises(ValueError, match="no finite decimal form"):
        yuan_text(Fraction(1, 3))
    assert not has_decimal_form(Fraction(1, 3))
    assert has_decimal_form(Fraction(7, 40))
    assert has_decimal_form(12)


@given(st.integers(1, 10**12), st.integers(0, 120), st.integers(0, 60))
def test_whatever_has_a_decimal_form_has_a_text(number: int, twos: int, fives: int) -> None:
    amount = Fraction(number, 2**twos * 5**fives)
    if has_decimal_form(amount):
        assert Fraction(yuan_text(amount)) * 100 == amount
    else:
        with pytest.raises(ValueError, match="no finite decimal form"):
            yuan_text(amount)


@given(st.fractions(min_value=0, max_value=10**9), st.integers(min_value=1, max_value=20_000))
def test_rounding_stays_on_its_side(amount: Fraction, step: int) -> None:
    down, up = round_down(amount, step), round_up(amount, step)
    assert down % step == 0
    assert up % step == 0
    assert down <= amount <= up
    assert up - down in (0, step)
    assert type(down) is int


def test_whole() -> None:
    assert type(whole(Fraction(4, 2))) is int
    assert whole(Fraction(1, 2)) == Fraction(1, 2)
    assert whole(7) == 7
