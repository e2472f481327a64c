"""Every provision quoted in rules/ stands verbatim in the collected law, where that collection is at hand."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
import yaml

from penalty_engine.rulebook import load_rulebook
from tests.conftest import ROOT, RULES

LAW = ROOT.parent / "shared" / "law"
REGISTER = ROOT.parent / "shared" / "register" / "register.txt"
BOOK = load_rulebook(RULES)
# statute id → number of the file of the collection that holds its text
STATUTES = {
    "administrative-penalty-law": "13",
    "annual-leave-regulation": "17",
    "child-labour-prohibition": "05",
    "disabled-employment-regulation": "14e",
    "disabled-persons-protection-law": "14e",
    "employment-promotion-law": "07",
    "female-workers-protection": "06",
    "hebei-labour-market-regulation": "01",
    "hr-market-regulation": "08",
    "labour-contract-law": "02",
    "labour-contract-law-regulation": "02b",
    "labour-inspection-regulation": "03",
    "labour-law": "14b",
    "medical-insurance-fund-regulation": "11",
    "medical-security-law": "11b",
    "migrant-wage-regulation": "09",
    "minors-protection-law": "17",
    "private-education-law": "14c",
    "private-education-regulation": "14c",
    "social-insurance-collection-regulation": "10b",
    "social-insurance-handling-regulation": "10e",
    "social-insurance-law": "10",
    "toxic-workplace-regulation": "17",
    "unemployment-insurance-regulation": "10d",
    "vocational-education-law": "14d",
    "womens-rights-law": "17",
    "work-injury-insurance-regulation": "10c",
}
CLAUSES = [clause for versions in BOOK.clauses.values() for clause in versions]
TEXTS = [clause for clause in CLAUSES if clause.not_obtained is None]
PENALTY_LAW = RULES / "circumstances" / "administrative-penalty-law.yaml"
CIRCUMSTANCES = yaml.safe_load(PENALTY_LAW.read_text(encoding="utf-8"))["circumstances"]


def _joined(text: str) -> str:
    """Without line breaks and the marks of the collection, which set paragraphs and items on lines of their own."""
    return re.sub(r"\s+|\*\*第[^*]+条\*\*", "", text)


@cache
def _law(number: str) -> str:
    found = sorted(LAW.glob(f"{number}_*.md"))
    assert len(found) == 1, f"no single file {number}_*.md in the collection"
    return _joined(Path(found[0]).read_text(encoding="utf-8"))


@cache
def _all_law() -> str:
    return "\n".join(_joined(path.read_text(encoding="utf-8")) for path in sorted(LAW.glob("*.md")))


@cache
def _register() -> str:
    return _joined(REGISTER.read_text(encoding="utf-8"))


def _need_law() -> None:
    if not LAW.is_dir():
        pytest.skip("the collected law is not beside this checkout")


@pytest.mark.parametrize("clause", TEXTS, ids=[clause.rule for clause in TEXTS])
def test_clause_text(clause) -> None:  # type: ignore[no-untyped-def]
    _need_law()
    own = clause.statute.rank == "authority_rule"
    where = _register() if own else _law(STATUTES[clause.statute.id])
    assert _joined(clause.text) in where
    for quoted in clause.refers_to:
        assert _joined(quoted.text) in (where if own else _all_law()), quoted.article


@pytest.mark.parametrize("violation", BOOK.violations.values(), ids=list(BOOK.violations))
def test_what_forbids_a_violation(violation) -> None:  # type: ignore[no-untyped-def]
    _need_law()
    for quoted in violation.forbidden_by:
        assert _joined(quoted.text) in _all_law(), quoted.article


@pytest.mark.parametrize("item", BOOK.register, ids=[item.id for item in BOOK.register])
def test_register_item(item) -> None:  # type: ignore[no-untyped-def]
    _need_law()
    assert _joined(item.text) in _register()


@pytest.mark.parametrize("item", CIRCUMSTANCES, ids=[item["id"] for item in CIRCUMSTANCES])
def test_circumstance_text(item: dict[str, str]) -> None:
    _need_law()
    assert _joined(item["text"]) in _law("13")


@pytest.mark.parametrize("clause", TEXTS, ids=[clause.rule for clause in TEXTS])
def test_quotations_are_on_one_line(clause) -> None:  # type: ignore[no-untyped-def]
    assert "\n" not in clause.text
    assert clause.text == clause.text.strip()
