"""Shares of one count in another, as whole numbers that compare exactly with every threshold a table can write.

The networks know only whole numbers. A share of so many units is twice that number; one that lies between two units is
the odd number between. Thresholds are always even, so above, below and equal come out as they would with fractions.
"""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction

UNITS = 2_520_000
"""Units in the whole: every part up to a tenth, and hundredths of a per cent, are whole numbers of them."""

WHOLE = 2 * UNITS
_PERCENT = re.compile(r"([0-9]{1,3}(?:\.[0-9]{1,6})?)[%％]")
_FRACTION = re.compile(r"[0-9]{1,8}/[1-9][0-9]{0,7}")
_DECIMAL = re.compile(r"[01](?:\.[0-9]{1,8})?")


def share_of(part: int, whole: int) -> int:
    """The number that stands for a share of counts; `whole` is above zero."""
    units, rest = divmod(part * UNITS, whole)
    return 2 * units + (1 if rest else 0)


def read_share(value: object) -> int:
    """The number that stands for a share written 10%, 1/3 or 0.1. Raises ValueError."""
    if isinstance(value, bool) or not isinstance(value, (str, int, Decimal)):
        raise ValueError("not a share")
    text = str(value).strip()
    percent = _PERCENT.fullmatch(text)
    if percent is not None:
        share = Fraction(percent[1]) / 100
    elif _FRACTION.fullmatch(text) or _DECIMAL.fullmatch(text):
        share = Fraction(text)
    else:
        raise ValueError("not a share")
    if share > 1:
        raise ValueError("not a share")
    return share_of(share.numerator, share.denominator)


def is_exact(number: int) -> bool:
    """Whether the number stands for a share itself, not for one between two units."""
    return number % 2 == 0


def share_text(number: int) -> str:
    """``10%``, ``1/3``, or ``≈33.37%`` for a share between two units."""
    share = Fraction(number, WHOLE)
    hundredths = share * 10_000
    if is_exact(number) and hundredths.denominator != 1:
        return f"{share.numerator}/{share.denominator}"
    nearest = round(hundredths)
    text = f"{nearest // 100}.{nearest % 100:02d}".rstrip("0").rstrip(".")
    return f"{text}%" if is_exact(number) else f"≈{text}%"
