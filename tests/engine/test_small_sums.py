"""Sums below one step of the rounding: a fine of nothing would be none."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from tests.engine.cases import act, case, fine
from tests.rulebook.folders import clause, clauses, engine_with


@pytest.mark.parametrize(
    ("least", "most", "mitigate", "recommended"),
    [
        (0, 400, False, "100"),  # lower half 0 to 200, middle 100: whole hundreds
        (0, 300, False, "75"),  # lower half 0 to 150, middle 75
        (0, 5, False, "1.25"),  # lower half 0 to 2.50
        (100, 500, True, "50"),  # 0 to the minimum of 100
        (100, 500, False, "200"),  # lower half 100 to 300, middle 200
    ],
)
def test_small_sums(tmp_path: Path, least: int, most: int, mitigate: bool, recommended: str) -> None:
    text = f"处{least}元以上{most}元以下罚款。" if least else f"处{most}元以下罚款。"
    bounds = f"{{at_least: {least}, at_most: {most}}}" if least else f"{{at_most: {most}}}"
    engine = engine_with(tmp_path, statute=clauses(clause(f"- fine: {bounds}", text)))
    stated = case(
        act("sample-law/1", "helped"), authority="office", to="2020-06-01", elections={"mitigate": mitigate}
    )
    found = fine(engine.assess(stated))
    assert found.recommended == Decimal(recommended)
    assert found.mitigated is mitigate
