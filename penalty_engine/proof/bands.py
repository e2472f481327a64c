"""The bands of a row's tiers: inside the statutory range of every branch they are used for, and rising with severity."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from penalty_engine.money import has_decimal_form
from penalty_engine.proof.boxes import Box
from penalty_engine.proof.space import Space
from penalty_engine.rulebook.benchmark_records import BandRule, RowTier
from penalty_engine.rulebook.conditions import Condition, FactTest, Op
from penalty_engine.rulebook.records import Fine

_BELOW = (
    "no-fine",
    "mitigated",
)  # by nature outside the range; what that takes is checked where it is imposed


class Rates(NamedTuple):
    """The ends of a band as factors of a quantity; ``of``: the facts it is multiplied with, None for the fine's own."""

    low: Fraction
    high: Fraction
    of: tuple[str, ...] | None


def band_for(tier: RowTier, fine: Fine) -> BandRule | None:
    """The band of a tier for one fine: the row's own, else that of the tier in any range."""
    own = tier.bands.get(fine.target)
    if own is not None:
        return own
    only = tier.tier.maximum_only
    return only if only is not None and fine.low == 0 else tier.tier.band


def rates(rule: BandRule | None, fine: Fine) -> Rates | None:
    """The band in the terms of the fine; None where it lies below the range by nature."""
    if rule is None or rule.kind in _BELOW:
        return None
    if rule.kind == "sum":
        scale = 1 if rule.times else 100
        return Rates(rule.low * scale, rule.high * scale, rule.needs)
    if rule.kind == "rates":
        scale = 1 if fine.times else 100
        return Rates(rule.low * scale, rule.high * scale, None)
    start = Fraction(0 if rule.kind == "maximum" else fine.low)
    span = fine.high - start
    return Rates(start + rule.low * span, start + rule.high * span, None)


def leaves(band: Rates, fine: Fine) -> bool:
    """Whether a band in the fine's own terms leaves its range."""
    return band.low < fine.low or band.high > fine.high


def quantities_that_leave(band: Rates, fine: Fine, box: Box, space: Space) -> tuple[Condition, ...] | None:
    """Amounts inside a box for which a band in another quantity leaves the range; None where there are none.

    A quantity on both sides cancels out. Raises ValueError where more than one is left on a side.
    """
    own = tuple(name for name in fine.quantities if name not in (band.of or ()))
    other = tuple(name for name in band.of or () if name not in fine.quantities)
    if len(own) > 1 or len(other) > 1:
        raise ValueError("several quantities")
    few, many = _ends(own, box, space), _ends(other, box, space)
    if band.high * many[1] > fine.high * few[0]:
        enough = math.floor(Fraction(fine.high) * few[0] / band.high) + 1
        return (*_tests(own, "eq", few[0]), *_tests(other, "ge", max(enough, many[0])))
    if band.low * many[0] < fine.low * few[1]:
        enough = math.floor(band.low * many[0] / Fraction(fine.low)) + 1
        return (*_tests(other, "eq", many[0]), *_tests(own, "ge", max(enough, few[0])))
    return None


def _ends(names: Sequence[str], box: Box, space: Space) -> tuple[int, int]:
    """The least and the most of a quantity in a box, nothing at all aside; 1 where there is none."""
    if not names:
        return 1, 1
    spans = box.get(names[0], space.domains[names[0]].whole)
    return max(spans[0][0], 1), spans[-1][1]


def _tests(names: Sequence[str], op: Op, value: int) -> Iterator[Condition]:
    for name in names:
        yield FactTest(name, op, value)


def falls(milder: Rates | None, graver: Rates | None) -> bool:
    """Whether the band of the graver tier lies lower than that of the milder one, at either end."""
    if milder is None or graver is None or milder.of != graver.of:
        return False
    return graver.low < milder.low or graver.high < milder.high


def band_text(rule: BandRule) -> str:
    """The band as the table writes it: ``1–2``, ``20000–40000``, ``40%–60%``."""
    if rule.kind in ("range", "maximum"):
        low, high = (_number(end * 100) + "%" for end in (rule.low, rule.high))
    else:
        low, high = _number(rule.low), _number(rule.high)
    text = low if low == high else f"{low}–{high}"
    return " × ".join((text, *rule.needs))


def _number(number: Fraction) -> str:
    if not has_decimal_form(number):
        return str(number)
    return format(Decimal(number.numerator) / Decimal(number.denominator), "f")
