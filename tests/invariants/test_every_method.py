"""The same of benchmarks that go by facts, shift tiers, add percentages, or take their sums from other quantities."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from penalty_engine import Engine
from penalty_engine.assessment import FineResult
from tests.conftest import need_durable
from tests.engine.cases import act, case
from tests.engine.recomputation import check
from tests.invariants.made_up import NAMES, made_up

_FACTS = st.fixed_dictionaries(
    {
        "gain": st.sampled_from([0, "0.01", 333, 1800, 5000]) | st.integers(1, 10**6),
        "workers": st.sampled_from([0, 1, 9, 10, 11, 29, 30, 31]) | st.integers(0, 400),
        "months": st.integers(0, 12),
        "role": st.sampled_from(["agency", "host"]),
        "persons": st.integers(0, 3),
    }
)
_STATED = st.builds(
    lambda number, found, facts, benchmark, mitigate: (
        case(
            act(f"sample-law/{number}", *found, **facts),
            authority="office",
            to="2021-03-31",
            elections={"mitigate": mitigate},
        )
        | {"benchmark": benchmark}
    ),
    st.integers(1, 5),
    st.lists(st.sampled_from(["lied", "helped"]), max_size=2, unique=True),
    _FACTS,
    st.sampled_from(NAMES),
    st.booleans(),
)


@pytest.fixture(scope="module")
def field(tmp_path_factory: pytest.TempPathFactory) -> tuple[Engine, Path]:
    """The engine and the folder of its rules."""
    folder = tmp_path_factory.mktemp("made-up")
    return made_up(folder), folder / "rules"


def _fines(engine: Engine, stated: dict[str, Any]) -> list[FineResult]:
    finding = engine.assess(stated).acts[0].findings[0]
    return [*finding.fines, *finding.alternative]


@given(stated=_STATED)
@settings(max_examples=400)
def test_every_band_lies_in_its_range(field: tuple[Engine, Path], stated: dict[str, Any]) -> None:
    for found in _fines(field[0], stated):
        if found.tier is None:
            assert found.minimum == found.recommended == found.maximum
            continue
        assert found.tier.minimum <= found.recommended <= found.tier.maximum
        if not found.mitigated:
            assert found.minimum <= found.tier.minimum <= found.tier.maximum <= found.maximum
        if not found.tier.minimum_included and found.tier.minimum < found.tier.maximum:
            assert found.recommended > found.tier.minimum
        if not found.tier.maximum_included and found.tier.minimum < found.tier.maximum:
            assert found.recommended < found.tier.maximum


@given(stated=_STATED)
@settings(max_examples=400)
def test_every_trace_recomputes(field: tuple[Engine, Path], stated: dict[str, Any]) -> None:
    check(field[0].assess(stated).to_dict(), field[1])


@given(stated=_STATED, name=st.sampled_from(["lied", "helped"]))
@settings(max_examples=300)
def test_a_circumstance_never_moves_a_sum_the_other_way(
    field: tuple[Engine, Path], stated: dict[str, Any], name: str
) -> None:
    found = stated["acts"][0]
    without = {**found, "circumstances": [item for item in found["circumstances"] if item != name]}
    added = {**found, "circumstances": [*without["circumstances"], name]}
    plain = {**stated, "elections": {}}  # mitigation hangs on a circumstance
    before, after = (_fines(field[0], {**plain, "acts": [item]}) for item in (without, added))
    for one, other in zip(before, after, strict=True):
        assert (one.minimum, one.maximum) == (other.minimum, other.maximum)
        less, more = (one, other) if name == "lied" else (other, one)
        assert less.recommended <= more.recommended


@given(stated=_STATED)
@settings(max_examples=150)
def test_both_networks_agree(
    field: tuple[Engine, Path], other_network: Engine, stated: dict[str, Any]
) -> None:
    left, right = field[0].assess(stated), other_network.assess(stated)
    assert left == right._replace(receipt=left.receipt)


@pytest.fixture(scope="module")
def other_network(field: tuple[Engine, Path]) -> Engine:
    """The same rulebook on durable-rules."""
    need_durable()
    return Engine(field[0].rulebook, "durable")
