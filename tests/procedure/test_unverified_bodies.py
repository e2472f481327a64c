"""A body that no source names for certain: another one in a decision is not called wrong, none at all is."""

from __future__ import annotations

import pytest

from penalty_engine import Engine
from penalty_engine.checking import check, read_decision
from tests.checking.faults import CASES
from tests.checking.samples import sound


@pytest.mark.parametrize(
    ("remedy", "body", "codes"),
    [
        ("litigation", "某铁路运输法院", []),  # 行政诉讼法 18(2) may give the cases to another court
        ("litigation", None, ["remedy-body-differs"]),
        ("reconsideration", "某市人民政府", ["remedy-body-differs"]),  # 行政复议法 24(1)(1) names the body
    ],
)
def test_another_body(native: Engine, remedy: str, body: str | None, codes: list[str]) -> None:
    decision = sound(native, CASES["plain"])
    decision["remedies"][remedy].pop("body", None)
    if body is not None:
        decision["remedies"][remedy]["body"] = body
    assert [item.code for item in check(native, read_decision(decision)).findings] == codes
