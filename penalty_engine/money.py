"""Exact money. Inside the engine an amount is a number of fen: an int, or a Fraction where a share leaves part of a fen.

Amounts enter as yuan (int, str or Decimal with at most two decimals) and leave as Decimal yuan or exact decimal strings.
Nothing here rounds, except the two functions whose names say so.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from decimal import Context, Decimal
from fractions import Fraction
from functools import reduce
from typing import NamedTuple

Fen = int | Fraction
"""An exact number of fen (1/100 yuan)."""

MAX_YUAN = 10**12
"""Larger sums are refused: no fine of this field comes near, and every network must hold the figure in a machine integer."""

_DECIMAL = re.compile(r"([+-]?)([0-9]+)(?:\.([0-9]+))?")


_FULL_WIDTH = {code + 0xFEE0: code for code in (*range(ord("0"), ord("9") + 1), *map(ord, "+-."))}
_EXACT = Context(prec=80)  # never the caller's context, which may round
_PLACES = 30  # of yuan; an amount that needs more counts as one that no decimal expresses
_SHORT_ENOUGH: int = 10 ** (_PLACES - 2)  # in fen


class AmountError(ValueError):
    """``code`` is the message code of what is wrong with an amount."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def parse_yuan(value: object) -> int:
    """Fen from a sum in yuan. Full-width digits count as digits.

    Raises AmountError: ``not-an-amount`` (also for booleans, floats, NaN and exponents), ``amount-negative``,
    ``amount-too-fine`` (more than two decimals), ``amount-too-large``.
    """
    if type(value) is int and 0 <= value <= MAX_YUAN:
        return value * 100
    text = _plain_text(value)
    found = _DECIMAL.fullmatch(text)
    if found is None:
        raise AmountError("not-an-amount")
    sign, yuan_digits, decimals = found.group(1), found.group(2), (found.group(3) or "").rstrip("0")
    if sign == "-" and (int(yuan_digits) or decimals):
        raise AmountError("amount-negative")
    if len(decimals) > 2:
        raise AmountError("amount-too-fine")
    total = int(yuan_digits) * 100 + int(decimals.ljust(2, "0"))
    if total > MAX_YUAN * 100:
        raise AmountError("amount-too-large")
    return total


def _plain_text(value: object) -> str:
    if isinstance(value, bool) or not isinstance(value, (int, str, Decimal)):
        raise AmountError("float-amount" if isinstance(value, float) else "not-an-amount")
    if isinstance(value, Decimal):
        return _decimal_digits(value)
    if isinstance(value, int):
        if value < 0 or value > MAX_YUAN:
            raise AmountError("amount-negative" if value < 0 else "amount-too-large")
        return str(value)
    if len(value) > 64:
        raise AmountError("not-an-amount")
    return value.translate(_FULL_WIDTH).strip()


def _decimal_digits(value: Decimal) -> str:
    if not value.is_finite():
        raise AmountError("not-an-amount")
    if value < 0:
        raise AmountError("amount-negative")
    if value and not -30 < value.adjusted() < 30:
        raise AmountError("amount-too-large" if value.adjusted() > 0 else "amount-too-fine")
    return format(value, "f")


class Rate(NamedTuple):
    """An exact factor, numerator over denominator, cheap to apply to whole quantities."""

    numerator: int
    denominator: int

    @classmethod
    def of(cls, number: Fen) -> Rate:
        return cls(number.numerator, number.denominator)

    def times(self, quantity: int) -> Fen:
        """The exact product."""
        product = self.numerator * quantity
        if self.denominator == 1:
            return product
        amount, rest = divmod(product, self.denominator)
        return Fraction(product, self.denominator) if rest else amount


def whole(amount: Fen) -> Fen:
    """The same amount, as an int where it is a whole number of fen."""
    if type(amount) is Fraction and amount.denominator == 1:
        return amount.numerator
    return amount


def yuan_text(amount: Fen) -> str:
    """Exact yuan: no decimals for whole yuan, else at least two ("17500", "62500.50", "1851.855").

    Raises ValueError for an amount that no decimal can express; such bounds are rounded to fen, as a traced step, first.
    """
    if type(amount) is int:
        whole_yuan, rest = divmod(amount, 100)
        return f"{whole_yuan}.{rest:02d}" if rest else str(whole_yuan)
    exact = Fraction(amount, 100)
    if exact.denominator == 1:
        return str(exact.numerator)
    places = 2
    while (exact * 10**places).denominator != 1:
        places += 1
        if places > _PLACES:
            raise ValueError("amount has no finite decimal form")
    digits = str((exact * 10**places).numerator).rjust(places + 1, "0")
    return f"{digits[:-places]}.{digits[-places:]}"


def yuan(amount: Fen) -> Decimal:
    """Exact Decimal yuan."""
    if type(amount) is int:
        whole_yuan, rest = divmod(amount, 100)
        if not rest:
            return Decimal(whole_yuan)
    return Decimal(yuan_text(amount))


def fen(amount: Decimal) -> Fen:
    """Fen from exact yuan."""
    scaled = amount.scaleb(2, _EXACT)
    found = int(scaled)
    return found if found == scaled else Fraction(amount) * 100


def total_yuan(amounts: Iterable[Decimal]) -> Decimal:
    """The exact sum of amounts in yuan."""
    return reduce(_EXACT.add, amounts, Decimal(0))


def times(amount: Decimal, count: int) -> Decimal:
    """The exact sum of `count` equal amounts in yuan."""
    return _EXACT.multiply(amount, count)


def has_decimal_form(amount: Fen) -> bool:
    """Whether `yuan_text` can express the amount."""
    return _SHORT_ENOUGH % amount.denominator == 0


def round_down(amount: Fen, step: int) -> int:
    """The largest multiple of `step` fen not above `amount`."""
    return (
        math.floor(Fraction(amount) / step) * step if type(amount) is Fraction else int(amount) // step * step
    )


def round_up(amount: Fen, step: int) -> int:
    """The smallest multiple of `step` fen not below `amount`."""
    return -round_down(-amount, step)
