"""Figure 3: one question on the command line as a whole process, against importing three of its libraries."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from benchmarks import ratios

PENALTY = Path(sys.executable).parent / "penalty"
FLOOR = [sys.executable, "-c", "import pydantic, yaml, click"]
QUESTION = [str(PENALTY), "fine", "hebei-labour-market-regulation/25.1"]
ROUNDS = 15


@pytest.mark.parametrize("cache", ["kept", "off"])
def test_fine_on_the_command_line(benchmark: Any, cache: str, tmp_path: Path) -> None:
    if not PENALTY.exists():
        pytest.skip(f"no console script beside {sys.executable}")
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith("PENALTY_ENGINE_")
    }
    environment |= {
        "PENALTY_ENGINE_CACHE": str(tmp_path) if cache == "kept" else "off",
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    asked = subprocess.run(QUESTION, env=environment, capture_output=True, text=True, check=False)
    assert asked.returncode == 0, asked.stderr

    times = ratios.in_turn(benchmark, _process(QUESTION, environment), _process(FLOOR, environment), ROUNDS)
    limit = 2.5 if cache == "kept" else None
    label = "penalty fine …" if cache == "kept" else "penalty fine …, no rule cache"
    ratios.record("3 command line", label, "import pydantic, yaml, click", times, limit)


def _process(command: list[str], environment: dict[str, str]) -> Callable[[], None]:
    def run() -> None:
        subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL)

    return run
