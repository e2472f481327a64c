"""Rate × quantity as the decision states it, the quantity found, and sums written in capitals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from penalty_engine.assessment import Finding, FineResult
from penalty_engine.checking.decision import DecidedFine
from penalty_engine.checking.file import Path_
from penalty_engine.checking.held import Held, steps_of
from penalty_engine.checking.records import CheckFinding
from penalty_engine.checking.told import cited, yuan_words
from penalty_engine.messages import Message, Names
from penalty_engine.money import fen
from penalty_engine.rulebook.records import Fine


class Counted(NamedTuple):
    """The quantity a fine is counted from: a count, or a sum in yuan; ``doubled``: twice, where the clause says so."""

    fine: Fine
    quantity: Fraction
    doubled: Fraction


def arithmetic(
    held: Held, finding: Finding, law: FineResult, stated: DecidedFine, path: Path_
) -> Iterator[CheckFinding]:
    """What the decision says of how the fine was counted."""
    clause = (cited(finding),)
    params: dict[str, object] = {"sum": yuan_words(stated.amount), "clause": cited(finding)}
    yield from as_written(held, stated, path, clause)
    counted = _counted(held, finding, law)
    if counted is None:
        return
    found = counted.quantity
    if stated.quantity is not None and Fraction(stated.quantity) not in (found, counted.doubled):
        given = yuan_words(stated.quantity)
        yield held.finding(
            "quantity-differs", (*path, "quantity"), clause, given=given, found=_exact(found), **params
        )
    elif _not_one_rate(counted, law, stated):
        yield held.finding("not-divisible", (*path, "amount"), clause, quantity=_exact(found), **params)


def as_written(
    held: Held, stated: DecidedFine, path: Path_, clause: tuple[Names, ...] = ()
) -> Iterator[CheckFinding]:
    """What can be told of a fine from the decision alone: rate × quantity, and the capitals."""
    if stated.rate is not None and stated.quantity is not None:
        product = Fraction(stated.rate) * Fraction(stated.quantity)
        if product != Fraction(stated.amount):
            params = {
                "rate": yuan_words(stated.rate),
                "quantity": yuan_words(stated.quantity),
                "product": _exact(product),
                "sum": yuan_words(stated.amount),
            }
            yield held.finding("not-the-product", (*path, "amount"), clause, **params)
    yield from capitals_agree(held, stated.amount, stated.capitals, (*path, "capitals"))


def _not_one_rate(counted: Counted, law: FineResult, stated: DecidedFine) -> bool:
    """Whether no rate in whole fen gives the sum. The sum recommended is rounded to hundreds and need not be such a product."""
    if not counted.fine.per or stated.rate is not None or stated.amount == law.recommended:
        return False
    inside = law.minimum < stated.amount < law.maximum
    return inside and bool(Fraction(fen(stated.amount)) % counted.quantity)


def _counted(held: Held, finding: Finding, law: FineResult) -> Counted | None:
    """The quantity found, read from the step of the trace that worked out the range."""
    versions = held.rulebook.clauses.get(finding.clause, ())
    clause = next((item for item in versions if item.statute.version == finding.version), None)
    if clause is None:
        return None
    fines = {fine.place: fine for outcome in clause.outcomes for fine in outcome.fines}
    for step in steps_of(held.law.trace):
        fine = fines.get(step.source) if step.source is not None else None
        if step.step != "statutory-range" or step.rule != clause.rule or fine is None:
            continue
        if fine.target == law.target and fine.quantities and step.result.get("minimum") == law.minimum:
            quantity = Fraction(1)
            for name in fine.quantities:
                quantity *= Fraction(step.inputs[name])
            quantity = Fraction(step.inputs.get("counted_as", quantity))
            return Counted(fine, quantity, quantity * step.inputs.get("factor", 1))
    return None


def capitals_agree(held: Held, amount: Decimal, capitals: str | None, path: Path_) -> Iterator[CheckFinding]:
    """Whether the sum in capitals is the sum in figures. 圆 and 元, 正 and 整, a 零 more or less are the same, as are the full
    forms of characters, which banks take too."""
    if capitals is None:
        return
    from penalty_engine.documents.text import BLANK
    from penalty_engine.documents.text import capitals as in_capitals

    right = in_capitals(amount)
    stated = _folded(capitals)
    strange = "".join(dict.fromkeys(stated.translate(_NUMERALS)))
    if right == BLANK or stated == _folded(right):
        return
    if strange:
        yield held.finding("capitals-unreadable", path, stated=capitals, strange=strange, capitals=right)
    else:
        yield held.finding("capitals-disagree", path, stated=capitals, sum=yuan_words(amount), capitals=right)


_FULL_FORMS = str.maketrans("圆圓貳陸參叄萬億幣", "元元贰陆叁叁万亿币")
_NUMERALS = str.maketrans("", "", "零壹贰叁肆伍陆柒捌玖拾佰仟万亿元角分")


def _folded(capitals: str) -> str:
    plain = re.sub(r"[\s（()）:：]|人民币|[整正零]", "", capitals.translate(_FULL_FORMS))
    return plain or "零"


def _exact(number: Fraction) -> str | Message:
    """A number in words; one that no decimal expresses, as a fraction."""
    if number.denominator == 1:
        return f"{number.numerator:,}"
    scaled = number * 100
    if scaled.denominator == 1:
        return yuan_words(Decimal(scaled.numerator) / 100)
    return f"{number.numerator}/{number.denominator}"
