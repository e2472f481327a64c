"""Bounds that no decimal expresses, brought to the fen towards the inside of the band."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from tests.engine.cases import act, case, fine
from tests.rulebook.folders import clause, clauses, engine_with

_THIRDS = [("from: 0, to: 1/2", "from: 0, to: 1/3"), ("from: 1/2, to: 1}", "from: 1/3, to: 1}")]


@pytest.mark.parametrize(
    ("fine_text", "words", "facts", "lower", "upper"),
    [
        (
            "{at_most: 10000}",
            "一万元",
            {},
            (Decimal(0), Decimal("3333.33")),
            (Decimal("3333.34"), Decimal(10000)),
        ),
        (
            "{at_least: 1000, at_most: 2000}",
            "一千元二千元",
            {},
            (Decimal(1000), Decimal("1333.33")),
            (Decimal("1333.34"), Decimal(2000)),
        ),
        (
            "{per: workers, at_least: 500, at_most: 1000}",
            "五百元一千元",
            {"workers": 3},
            (Decimal(1500), Decimal(2000)),
            (Decimal(2000), Decimal(3000)),
        ),
        (
            "{times: gain, at_least: 1, at_most: 3}",
            "一倍三倍",
            {"gain": "0.01"},
            (Decimal("0.01"), Decimal("0.01")),
            (Decimal("0.02"), Decimal("0.03")),
        ),
    ],
)
def test_thirds_are_brought_to_the_fen_inward(
    tmp_path: Path,
    fine_text: str,
    words: str,
    facts: dict[str, object],
    lower: tuple[Decimal, Decimal],
    upper: tuple[Decimal, Decimal],
) -> None:
    engine = engine_with(
        tmp_path, statute=clauses(clause(f"- fine: {fine_text}", f"处{words}罚款。")), benchmark=_THIRDS
    )
    for circumstances, band in (((), lower), (("lied",), upper)):
        found = fine(
            engine.assess(
                case(act("sample-law/1", *circumstances, **facts), authority="office", to="2020-06-01")
            )
        )
        assert found.tier is not None
        assert (found.tier.minimum, found.tier.maximum) == band
        assert found.tier.minimum <= found.recommended <= found.tier.maximum
        assert found.recommended * 100 % 1 == 0
