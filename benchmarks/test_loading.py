"""Figure 5: reading and checking 1,000 clauses, against the bare YAML loader on the same bytes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from benchmarks import cases, ratios, synthetic
from penalty_engine.rulebook.load import check_rulebook

CLAUSES = 1_000


def test_load_thousand_clauses(benchmark: Any, tmp_path: Path) -> None:
    folder = tmp_path / "rules"
    synthetic.write_rules(folder, cases.RULES, CLAUSES)
    rulebook, findings = check_rulebook(folder)
    assert rulebook is not None
    assert len(rulebook.clauses) > CLAUSES
    assert [finding for finding in findings if finding.severity == "error"] == []
    raw = [path.read_bytes() for path in sorted(folder.rglob("*.yaml"))]

    def floor() -> None:
        for content in raw:
            yaml.load(content, Loader=yaml.CSafeLoader)

    times = ratios.in_turn(benchmark, lambda: check_rulebook(folder), floor, rounds=7)
    ratios.record(
        "5 load 1,000 clauses",
        "read and check",
        f"CSafeLoader, {sum(map(len, raw)) // 1000} kB",
        times,
        2.0,
        absolute=True,
    )
