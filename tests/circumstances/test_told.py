"""How an explanation tells what the days decide, what was obeyed in time, and earlier penalties without a look-back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import pytest

from penalty_engine import Engine
from penalty_engine.reasons.explain import explain
from tests.engine.cases import act, case, dispatch


def _flat(sentences: Iterable[dict[str, Any]]) -> Iterator[str]:
    for item in sentences:
        yield item["text"]
        yield from _flat(item.get("sentences", ()))


def _texts(engine: Engine, stated: dict[str, Any], lang: str) -> str:
    return "\n".join(_flat(explain(engine, stated).to_dict(lang)["sentences"]))


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("zh", "逾期不改正（拒不改正）：虽填写为“是”，按日期认定为“否”（根据决定之日 2024-07-31"),
        ("en", "Order to correct not obeyed: stated as yes, but the days decide: no (from the decision"),
    ],
)
def test_the_days_decide(engine: Engine, lang: str, told: str) -> None:
    stated = dispatch(2, failed_to_correct=True, dispatched_workers=1, party_role="host_employer")
    days = {"to": "2024-07-01", "order_due_on": "2024-08-01", "decided_on": "2024-07-31"}
    assert told in _texts(engine, case(stated, **days), lang)


@pytest.mark.parametrize(
    ("lang", "told"), [("zh", "没有需要再责令的事项"), ("en", "nothing is left to order")]
)
def test_an_order_obeyed_in_time(engine: Engine, lang: str, told: str) -> None:
    stated = act(
        "labour-inspection-regulation/25", affected_workers=10, corrected=True, failed_to_correct=False
    )
    assert told in _texts(engine, case(stated, to="2024-06-01", decided_on="2024-07-10"), lang)


def test_earlier_penalties_at_any_time(engine: Engine) -> None:
    stated = case(dispatch(1, "first-violation", illegal_gain=100), to="2024-03-01")
    stated["prior_penalties"] = [{"violation": "unlicensed-labour-dispatch", "decided_on": "2010-05-01"}]
    assert "（不限时间）为1" in "".join(
        item["text"] for item in engine.assess(stated).to_dict("zh")["warnings"]
    )
    assert _texts(engine, stated, "zh")  # told without a length of time
