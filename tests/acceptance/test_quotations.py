"""Every provision quoted in rules/ stands verbatim in the collected law, where that collection is at hand."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from penalty_engine.rulebook import load_rulebook
from tests.conftest import ROOT, RULES

LAW = ROOT.parent / "shared" / "law"
BOOK = load_rulebook(RULES)
# statute id → number of the file of the collection that holds its text
STATUTES = {"hebei-labour-market-regulation": "01", "labour-contract-law": "02"}
CLAUSES = [clause for versions in BOOK.clauses.values() for clause in versions]
PENALTY_LAW = RULES / "circumstances" / "administrative-penalty-law.yaml"
CIRCUMSTANCES = yaml.safe_load(PENALTY_LAW.read_text(encoding="utf-8"))["circumstances"]


def _law(number: str) -> str:
    if not LAW.is_dir():
        pytest.skip("the collected law is not beside this checkout")
    found = sorted(LAW.glob(f"{number}_*.md"))
    assert len(found) == 1, f"no single file {number}_*.md in the collection"
    return Path(found[0]).read_text(encoding="utf-8")


@pytest.mark.parametrize("clause", CLAUSES, ids=[clause.rule for clause in CLAUSES])
def test_clause_text(clause) -> None:  # type: ignore[no-untyped-def]
    if not LAW.is_dir():
        pytest.skip("the collected law is not beside this checkout")
    if clause.statute.id not in STATUTES:
        pytest.skip(f"no file of the collection is named here for {clause.statute.id}")
    assert clause.text in _law(STATUTES[clause.statute.id])


@pytest.mark.parametrize("item", CIRCUMSTANCES, ids=[item["id"] for item in CIRCUMSTANCES])
def test_circumstance_text(item: dict[str, str]) -> None:
    assert item["text"] in _law("13")


@pytest.mark.parametrize("clause", CLAUSES, ids=[clause.rule for clause in CLAUSES])
def test_quotations_are_on_one_line(clause) -> None:  # type: ignore[no-untyped-def]
    assert "\n" not in clause.text
    assert clause.text == clause.text.strip()
