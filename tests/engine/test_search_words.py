"""The shipped catalogue is found by what people call things."""

from __future__ import annotations

import pytest

from penalty_engine import Engine
from penalty_engine.search import ALIKE, CITED, EXACT


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("拖欠工资", {"wages-unpaid"}),
        ("欠薪", {"wages-unpaid"}),
        ("扣身份证", {"documents-withheld"}),
        ("押金", {"deposit-taken"}),
        ("黑中介", {"unlicensed-hr-service"}),
        ("童工", {"child-labour"}),
        ("不交社保", {"premium-unpaid", "not-registered-for-insurance"}),
        ("没签合同", {"no-written-contract"}),
        ("没签劳动合同", {"no-written-contract"}),
        ("加班", {"overtime-unpaid", "overtime-beyond-limits"}),
        ("最低工资", {"below-minimum-wage"}),
        ("产假", {"maternity-leave-short"}),
        ("骗保", {"benefit-fraud", "fund-expenditure-fraud"}),  # the bureau's own before the medical ones
        ("派遣", {"unlicensed-labour-dispatch"}),
        ("tqgz", {"wages-unpaid"}),
        ("拖欠工資", {"wages-unpaid"}),
        ("勞動合同法第九條", {"deposit-taken", "documents-withheld"}),
        ("老板拖欠工资三个月", {"wages-unpaid"}),
    ],
)
def test_everyday_words(native: Engine, words: str, first: set[str]) -> None:
    hits = native.search(words)
    assert {hit.violation for hit in hits[: len(first)]} == first
    assert hits[0].score > ALIKE


@pytest.mark.parametrize(
    ("words", "clauses"),
    [
        ("劳动合同法84条", {"84.1", "84.2", "84.3"}),
        ("劳动合同法第84条第2款", {"84.2"}),
        ("《劳动合同法》第八十四条第二款", {"84.2"}),
        ("中华人民共和国劳动合同法第92条第1款", {"92.1"}),
    ],
)
def test_articles(native: Engine, words: str, clauses: set[str]) -> None:
    hits = native.search(words)
    assert {hit.score for hit in hits} == {CITED}
    assert {key for hit in hits for key in hit.clauses} == {f"labour-contract-law/{name}" for name in clauses}


def test_every_name_finds_its_entry(native: Engine) -> None:
    for item in native.rulebook.violations.values():
        for name in (item.id, item.name.zh, item.name.en, *item.aliases):
            exact = [hit.violation for hit in native.search(name) if hit.score == EXACT]
            assert item.id in exact, name


def test_every_item_of_the_register_leads_to_its_entries(native: Engine) -> None:
    for item in native.rulebook.register:
        for name in (item.id, item.where):
            found = {hit.violation for hit in native.search(name) if hit.score == CITED}
            assert set(item.violations) <= found, name


def test_every_clause_is_found_by_its_article(native: Engine) -> None:
    for key, versions in native.rulebook.clauses.items():
        words = versions[-1].statute.short + versions[-1].article
        hits = native.search(words)
        assert key in {clause for hit in hits for clause in hit.clauses}, words


def test_every_forbidding_provision_leads_to_its_entry(native: Engine) -> None:
    for item in native.rulebook.violations.values():
        for quoted in item.forbidden_by:
            hits = native.search(quoted.statute + quoted.article)
            assert item.id in {hit.violation for hit in hits}, quoted
