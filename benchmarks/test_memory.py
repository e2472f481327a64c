"""Figure 4, on demand (``--memory``): takes a minute or two for each network."""

from __future__ import annotations

import pytest

from benchmarks import ratios
from benchmarks.memory import measure
from penalty_engine.inference.durable import why_unavailable


@pytest.mark.parametrize("network", ["native", "durable"])
def test_memory_of_many_assessments(network: str, request: pytest.FixtureRequest) -> None:
    if not request.config.getoption("--memory"):
        pytest.skip("asked for with --memory")
    if network == "durable" and why_unavailable() is not None:
        pytest.skip("durable-rules cannot be used here")
    ratios.remarks.append(f"4 {measure(network, 100_000)}")
