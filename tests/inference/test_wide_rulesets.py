"""durable-rules refuses a fact that 65 rules match, and never finishes making a ruleset of some 1,400: not seen from outside."""

from __future__ import annotations

import pytest

from penalty_engine.inference.native import NativeNetwork
from penalty_engine.inference.rules import Group, Rule
from penalty_engine.rulebook.conditions import FactTest

pytest.importorskip("durable.engine", exc_type=ImportError)


def _group(scoped: int, general: int) -> dict[str, Group]:
    rules = [Rule(f"scoped{n}", f"violation-{n}", FactTest("gain", "ge", n)) for n in range(scoped)]
    rules += [Rule(f"general{n}", None, FactTest("gain", "lt", n)) for n in range(general)]
    return {"act": Group("act", tuple(rules), False)}


@pytest.mark.parametrize(("scoped", "general"), [(2_000, 3), (3, 2_000)])
def test_any_number_of_rules(scoped: int, general: int) -> None:
    from penalty_engine.inference.durable import DurableNetwork

    groups = _group(scoped, general)
    durable, native = DurableNetwork(groups), NativeNetwork(groups)
    for number in (0, 1, 2, 500, 1_999):
        for facts in ({"gain": 700}, {}):
            stated = {"violation": f"violation-{number}", **facts}
            assert durable.fire("act", stated) == native.fire("act", stated)


def test_more_violations_than_rulesets_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    from penalty_engine.inference import durable

    monkeypatch.setattr(durable, "_SCOPES_KEPT", 3)
    groups = _group(10, 2)
    network, native = durable.DurableNetwork(groups), NativeNetwork(groups)
    for round_ in range(3):
        for number in range(10):
            stated = {"violation": f"violation-{number}", "gain": number + round_}
            assert network.fire("act", stated) == native.fire("act", stated)
    assert len(network._pairs) == 3


def test_many_facts() -> None:
    from penalty_engine.inference.durable import DurableNetwork

    groups = _group(2, 2)
    facts = {f"fact_{number}": number for number in range(400)}
    stated = {"violation": "violation-1", "gain": 1, **facts}
    assert DurableNetwork(groups).fire("act", stated) == NativeNetwork(groups).fire("act", stated)
