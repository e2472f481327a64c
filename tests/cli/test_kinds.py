"""Exact output for every kind of result beside a plain fine, in both languages. Rewritten with `--regenerate`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from penalty_engine.cli.layout import cell_len
from tests.cli.kinds_rules import kinds_rules
from tests.cli.running import compare, run

DAY = ("--on", "2026-01-15")
CASES = {
    "kinds-payment": (0, "wages-late", "failed_to_correct=yes", "sum_due=10000"),
    "kinds-payment-possible": (3, "wages-late"),
    "kinds-measures": (0, "ledger-missing"),
    "kinds-persons": (0, "persons-fined", "responsible_persons=3"),
    "kinds-base": (0, "fund-defrauded", "sum_defrauded=3000"),
    "kinds-base-possible": (3, "fund-defrauded"),
    "kinds-elsewhere": (0, "food-unsafe"),
    "kinds-set-aside": (0, "two-laws"),
    "kinds-set-aside-alone": (0, "test-act/6"),
    "kinds-no-amount": (0, "no-amount"),
    "kinds-no-text": (0, "old-act"),
    "kinds-together-possible": (3, "children-employed"),
    "kinds-together": (
        0,
        "children-employed",
        "child_months_before_order=3",
        "child_months_after_order=2",
        "unregistered_unit=no",
    ),
    "kinds-surcharge": (0, "premium-late", "premium_unpaid=1000", "days_in_arrears=30"),
    "kinds-double-wages": (0, "cheap-work", "affected_workers=3", "sum_due=9000"),
    "kinds-long-article": (0, "long-article"),
}
SPELLS = """schema: 1
party: {kind: organization}
timeline: {conduct_to: 2026-01-15, order_served_on: 2025-12-01}
acts:
  - violation: children-employed
    facts:
      unregistered_unit: false
      child_months:
        - {who: 甲, from: 2025-10-05, to: 2026-01-15}
        - {from: 2025-12-20, to: 2026-01-02}
"""


@pytest.fixture(scope="module")
def rules(tmp_path_factory: pytest.TempPathFactory) -> str:
    return str(kinds_rules(tmp_path_factory.mktemp("kinds")))


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", CASES)
def test_fine(rules: str, name: str, lang: str, regenerate: bool) -> None:
    code, what, *facts = CASES[name]
    given = [part for fact in facts for part in ("--fact", str(fact))]
    found = run("fine", str(what), *given, *DAY, "--rules", rules, "--lang", lang)
    assert (found.code, found.err) == (code, "")
    assert len(found.out.splitlines()) <= 23, "the answer fits one screen"
    assert max(cell_len(line) for line in found.out.splitlines()) <= 80
    compare(f"{name}.{lang}", found.out, regenerate)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("clause", ["1", "2", "3", "4", "5", "9", "10", "12.2", "14", "15"])
def test_show(rules: str, clause: str, lang: str, regenerate: bool) -> None:
    found = run("show", f"test-act/{clause}", "--rules", rules, "--lang", lang)
    assert (found.code, found.err) == (0, "")
    compare(f"kinds-show-{clause}.{lang}", found.out.replace(rules, "rules"), regenerate)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_spells_of_a_case_file_are_told_with_their_count(rules: str, lang: str, regenerate: bool) -> None:
    found = run("assess", "-", "--rules", rules, "--network", "native", "--lang", lang, stdin=SPELLS)
    assert (found.code, found.err) == (0, "")
    compare(f"kinds-spells.{lang}", found.out, regenerate)


def test_spells_and_a_number_come_to_the_same(rules: str) -> None:
    number = SPELLS.partition("      child_months:")[0]
    number += "      child_months_before_order: 2\n      child_months_after_order: 3\n"
    totals = [
        json.loads(run("assess", "-", "--json", "--rules", rules, stdin=case).out)["total"]
        for case in (SPELLS, number)
    ]
    assert totals[0] == totals[1]
    assert totals[0]["recommended"] == "40000"


def test_a_payment_is_in_no_total_and_no_threshold(rules: str) -> None:
    facts = ("--fact", "failed_to_correct=yes", "--fact", "sum_due=9000000")
    found = run("fine", "wages-late", *facts, *DAY, "--json", "--rules", rules)
    assessment = json.loads(found.out)
    assert assessment["total"] == {"minimum": "0", "maximum": "0", "recommended": "0", "confiscate": None}
    assert assessment["acts"][0]["findings"][0]["payments"][0]["maximum"] == "9000000"
    assert not any(assessment["procedure"][duty]["required"] for duty in ("hearing", "collective_discussion"))


@pytest.mark.parametrize("name", ["kinds-payment", "kinds-surcharge"])
def test_a_payment_is_never_called_a_fine(rules: str, name: str) -> None:
    _, what, *facts = CASES[name]
    given = [part for fact in facts for part in ("--fact", str(fact))]
    shown = run("fine", str(what), *given, *DAY, "--rules", rules, "--lang", "zh").out
    paid = "".join(line.strip() for line in shown.partition("\n支付")[2].splitlines())
    assert "不是罚款" in paid
    assert "罚款" not in paid.replace("不是罚款", "")
    assert "罚款      不罚款" in shown


def test_several_clauses_ask_for_what_any_of_them_needs(rules: str) -> None:
    found = run(
        "ask", "children-employed", "--party", "organization", *DAY, "--rules", rules, "--lang", "zh",
        stdin="3\n2\n否\n\n\n\n",
    )  # fmt: skip
    assert found.code == 0
    for question in (
        "责令限期改正之日以前，使用童工合计",
        "自责令限期改正之日起，仍使用童工",
        "无营业执照、",
    ):
        assert question in found.err
    assert "合计" in found.out
    assert "35,000" in found.out


def test_nothing_is_asked_about_a_clause_that_is_not_applied(rules: str) -> None:
    found = run(
        "ask", "two-laws", "--party", "organization", *DAY, "--rules", rules, "--lang", "zh", stdin="\n" * 9
    )
    assert found.code == 0
    assert "test-act/7" in found.out


def test_saved_spells_are_kept(rules: str, tmp_path: Path) -> None:
    case = tmp_path / "case.yaml"
    case.write_text(SPELLS, encoding="utf-8")
    assert run("assess", str(case), "--rules", rules).code == 0
