"""The made-up rules that speed is measured with are good rules: no findings, and numerals that read back."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import synthetic
from penalty_engine import Engine
from penalty_engine.resources import rules_folder
from penalty_engine.rulebook.load import check_rulebook
from penalty_engine.rulebook.numerals import read_numeral


@pytest.mark.parametrize("number", [7, 10, 205, 1_200, 10_000, 10_050, 12_500, 200_000, 1_250_000])
def test_numerals_read_back(number: int) -> None:
    assert read_numeral(synthetic.numeral(number)) == number


def test_every_shape_is_accepted_and_answered(tmp_path: Path) -> None:
    folder = tmp_path / "rules"
    synthetic.write_rules(folder, rules_folder(), clauses=14, statutes=2)
    rulebook, findings = check_rulebook(folder)
    assert rulebook is not None
    assert [
        finding for finding in findings if finding.place is None or "synthetic" in finding.place.file
    ] == []
    engine = Engine(rulebook, "native")
    statuses = {engine.assess(case).acts[0].status for case in synthetic.cases(28, clauses=14, statutes=2)}
    assert statuses == {"fined", "not-available", "referred"}
