"""Sums and clauses as the findings of a check state them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from fractions import Fraction

from penalty_engine.assessment import Duty, Finding, FineResult
from penalty_engine.messages import Message, Names
from penalty_engine.rendering import decimal_text

_FEN = Decimal("0.01")
_LONG_FIGURE = re.compile(r"(?<![0-9.])[0-9]{4,}")


def yuan_words(amount: Decimal) -> str:
    """``12,345.60``"""
    whole, point, cents = decimal_text(amount).partition(".")
    return f"{int(whole):,}{point}{cents}"


def band_words(low: Decimal, high: Decimal) -> str:
    """``10,000–20,000``: in whole fen, inside the band where an end falls on a part of one."""
    if low != high:
        low, high = low.quantize(_FEN, ROUND_CEILING), high.quantize(_FEN, ROUND_FLOOR)
    return yuan_words(low) if low == high else f"{yuan_words(low)}–{yuan_words(high)}"


def share_words(share: Fraction) -> str:
    """``3%``; as a fraction where a percentage would not be exact."""
    percent = share * 100
    return f"{percent}%" if percent.denominator == 1 else str(share)


def formula_words(fine: FineResult) -> Message:
    """How the range is counted, in brackets; nothing for a lump sum."""
    if "×" not in fine.formula:
        return Message("nothing")
    grouped = _LONG_FIGURE.sub(lambda found: f"{int(found.group()):,}", fine.formula)
    return Message("check-formula", {"formula": grouped})


def listed(texts: Sequence[Names]) -> Message:
    """Sentences one after the other."""
    told = Message("check-text", {"text": texts[-1]}) if texts else Message("nothing")
    for text in reversed(texts[:-1]):
        told = Message("check-and", {"text": text, "rest": told})
    return told


def reasons(duty: Duty) -> tuple[Names, ...]:
    """What a duty rests on, as people cite it."""
    return tuple(reason.basis for reason in duty.reasons)


def reason_texts(duty: Duty) -> Message:
    """Why a duty arises."""
    return listed([reason.text for reason in duty.reasons])


def cited(finding: Finding) -> Names:
    """The clause of a finding, as people cite it."""
    return in_words(finding.statute_title, finding.article)


def in_words(title: Names, article: str) -> Names:
    """An article of a statute: the short title in its marks, then the article."""
    return Names(f"《{title.zh.removeprefix('中华人民共和国')}》{article}", f"{title.en} {article}")
