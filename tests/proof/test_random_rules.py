"""Made-up clauses and tables: what is proven never stops the engine, and what is found stops it with the case given."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from penalty_engine import Engine
from penalty_engine.errors import EngineError
from penalty_engine.proof.prove import prove
from penalty_engine.rulebook.conditions import AllOf, AnyOf, Condition, FactTest, fact_names
from penalty_engine.rulebook.records import Rulebook
from penalty_engine.stages.discretion import COUNTS
from tests.proof.planted_benchmarks import SOUND, Planted
from tests.proof.showing import engine_on
from tests.rulebook.folders import CIRCUMSTANCES, STATUTE, clause, clauses

_GAINS, _COUNTS = (0, 1, 999_999, 1_000_000, 1_000_001), (0, 1, 2, 3)  # fen, persons
_LINKED = """  - id: again
    name: {zh: 再犯, en: again}
    effect: heavier
    force: discretionary
    article: 第六条
    text: 再犯的，从重。
    when: {workers: {above: 1}}
    contradicted_by: {refused: false}
  - id: young
    name: {zh: 未成年, en: young}
    effect: lighter
    force: mandatory
    parties: [individual]
    article: 第七条
    text: 未成年的，从轻。
  - id: calm
    name: {zh: 配合, en: calm}
    effect: lighter
    force: discretionary
    article: 第八条
    text: 配合的，从轻。
    contradicted_by: {circumstance: again}
  - id: lied
"""
_OPS = st.sampled_from(["eq", "ne", "ge", "le", "gt", "lt"])
_tests = st.one_of(
    st.builds(FactTest, st.just("gain"), _OPS, st.sampled_from(_GAINS)),
    st.builds(FactTest, st.just("workers"), _OPS, st.sampled_from(_COUNTS)),
    st.builds(FactTest, st.just("refused"), st.just("eq"), st.booleans()),
    st.builds(FactTest, st.just("role"), st.just("eq"), st.sampled_from(["agency", "host"])),
    st.builds(
        FactTest, st.just("party_kind"), st.just("eq"), st.sampled_from(["organization", "individual"])
    ),
    st.builds(
        FactTest,
        st.sampled_from(["circumstance:lied", "circumstance:again", "circumstance:young"]),
        st.just("eq"),
        st.booleans(),
    ),
)
_counts = st.builds(FactTest, st.sampled_from(COUNTS), _OPS, st.integers(0, 1))


def _joined(leaves: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
    return st.recursive(
        leaves,
        lambda inner: (
            st.builds(AllOf, st.lists(inner, min_size=1, max_size=3).map(tuple))
            | st.builds(AnyOf, st.lists(inner, min_size=1, max_size=3).map(tuple))
        ),
        max_leaves=4,
    )


_conditions, _tier_conditions = _joined(_tests), _joined(_tests | _counts)
_STOPS = {"proof-gap": ("no-outcome", "no-tier"), "proof-overlap": ("two-outcomes", "two-tiers")}
_STOPS["proof-touching"] = _STOPS["proof-overlap"]


def _cases() -> Iterator[dict[str, Any]]:
    """Cases on every side of what the conditions ask."""
    kinds, words = ("organization", "individual"), ("agency", "host")
    for kind, refused, role, number in product(kinds, (True, False), words, range(10)):
        gain, workers = _GAINS[number % 5], _COUNTS[number % 4]
        act = {
            "clause": "sample-law/1",
            "facts": {
                "gain": f"{gain // 100}.{gain % 100:02d}",
                "workers": workers,
                "months": 1,
                "refused": refused,
                "role": role,
            },
            "circumstances": [name for name, bit in (("lied", 1), ("again", 2)) if number & bit]
            + (["young"] if kind == "individual" and number % 3 == 0 else []),
        }
        yield {
            "schema": 1,
            "benchmark": "table",
            "party": {"kind": kind},
            "timeline": {"conduct_to": "2021-01-01"},
            "acts": [act],
        }


_CASES = list(_cases())


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Rulebook:
    """A clause with a table for it, and circumstances that follow from facts or cannot stand with them."""
    changes = Planted(SOUND["shares"], "", "").changes()
    changes[CIRCUMSTANCES] = [("  - id: lied\n", _LINKED)]
    changes[STATUTE] = clauses(clause("- fine: {at_least: 1000, at_most: 5000}", "处罚款。"))
    folder: Path = tmp_path_factory.mktemp("rules")
    named = ("again", "lied", "young")  # as assembly would find them in the conditions
    return engine_on(folder, changes).rulebook._replace(named_circumstances=named)


@pytest.mark.parametrize("policy", ["unique", "first"])
@settings(max_examples=120)
@given(st.lists(_conditions, min_size=1, max_size=3), st.none() | _conditions)
def test_outcomes(base: Rulebook, policy: str, whens: list[Condition], entry: Condition | None) -> None:
    item = base.clauses["sample-law/1"][0]
    outcomes = tuple(
        item.outcomes[0]._replace(when=when, rule=f"{item.rule}#{number}", revoke=None)
        for number, when in enumerate(whens)
    )
    changed = item._replace(outcomes=outcomes, entry=entry, hit_policy=policy)
    _hold(base._replace(clauses={**base.clauses, item.key: (changed,)}), "statute")


@settings(max_examples=120)
@given(
    st.lists(_tier_conditions, min_size=1, max_size=3),
    st.none() | _tier_conditions,
    st.sampled_from([(), ("lied",), ("again", "young")]),
    st.sampled_from([(), ("workers", "refused")]),
)
def test_tiers(
    base: Rulebook,
    whens: list[Condition],
    where: Condition | None,
    elements: tuple[str, ...],
    more: tuple[str, ...],
) -> None:
    conditions = [*whens, *([] if where is None else [where])]
    facts = tuple(dict.fromkeys([name for item in conditions for name in fact_names(item)] + [*more]))
    table, item = base.benchmarks["table"], base.clauses["sample-law/1"][0]
    row = table.rows[0]
    tiers = tuple(
        row.tiers[0]._replace(when=when, tier=table.tiers[number], rule=f"{row.rule}/tier{number}")
        for number, when in enumerate(whens)
    )
    changed = table._replace(rows=(row._replace(tiers=tiers, where=where, facts=facts),))
    _hold(
        base._replace(
            benchmarks={**base.benchmarks, "table": changed},
            clauses={item.key: (item._replace(elements=elements),)},
        ),
        "benchmark",
    )


def _hold(rulebook: Rulebook, kind: str) -> None:
    """Proof and engine say the same of one table."""
    engine = Engine(rulebook, "native")
    found = [item for one in prove(rulebook).proven if one.kind == kind for item in one.findings]
    stopping = [item for item in found if item.code in _STOPS]
    for item in stopping:
        if item.params["case"] is None:  # more circumstances than the rules hold
            continue
        assert _stops(engine, item.params["case"]) in _STOPS[item.code], item.render()
    if not stopping and not any(item.code == "proof-not-proven" for item in found):
        assert not any(_stops(engine, case) for case in _CASES)


def _stops(engine: Engine, case: Any) -> str:
    """The error a case ends with, empty where it does not."""
    try:
        engine.assess(case)
    except EngineError as error:
        return error.message.code
    return ""
