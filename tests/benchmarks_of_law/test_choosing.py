"""Which benchmark and row are used: the order of the authority, days in force, branches of a clause, one asked for by name."""

from __future__ import annotations

from pathlib import Path

import pytest

from penalty_engine import Assessment, CaseError, RulebookError
from tests.benchmarks_of_law.made_up import BY_FACTS, assess, engine, fine, row, steps, table, told

SUM = "- fine: {at_least: 1000, at_most: 9000}"
EVER = "- {tier: low, when: {any: [{refused: true}, {refused: false}]}, band: {exactly: 1500}}\n"
HALF = ("lower", "1000", "5000", "3000")  # the general scheme: two halves
OWN = ("low", "1500", "1500", "1500")


def _codes(found: Assessment) -> list[str]:
    return [item.code for item in found.warnings]


def _chosen(found: Assessment) -> tuple[str, dict[str, str]]:
    step = steps(found, "benchmark")[0]
    return str(step.result), dict(step.inputs["passed_over"])


def test_the_row_comes_before_the_general_scheme(tmp_path: Path, network: str) -> None:
    rules = engine(tmp_path, network, SUM, table(BY_FACTS + row(EVER)))
    found = assess(rules, refused=False)
    assert told(found.acts[0].findings[0].fines[0]) == OWN
    assert found.acts[0].findings[0].fines[0].benchmark == "table"
    assert _chosen(found) == ("table", {})


@pytest.mark.parametrize(
    ("day", "expected", "passed"),
    [
        ("2020-06-30", HALF, {"table": "not-in-force"}),
        ("2020-07-01", OWN, {}),
        ("2020-12-31", OWN, {}),
        ("2021-01-01", HALF, {"table": "not-in-force"}),
    ],
)
def test_days_of_a_benchmark(
    tmp_path: Path, network: str, day: str, expected: tuple[str, ...], passed: dict[str, str]
) -> None:
    days = "in_force: {from: 2020-07-01, to: 2020-12-31}"
    rules = engine(tmp_path, network, SUM, table(BY_FACTS + row(EVER), days))
    found = assess(rules, refused=False, to=day)
    assert told(found.acts[0].findings[0].fines[0]) == expected
    assert _chosen(found) == ("halves" if passed else "table", passed)
    assert "benchmark-not-in-force" not in _codes(found)


@pytest.mark.parametrize(
    ("day", "tier", "amount"),
    [("2020-06-30", "low", "1500"), ("2020-07-01", "middle", "2500"), ("2021-07-01", "lower", "3000")],
)
def test_days_of_a_row(tmp_path: Path, network: str, day: str, tier: str, amount: str) -> None:
    """One row until the end of June, another for a year, then none: the next benchmark."""
    newer = EVER.replace("low", "middle").replace("1500", "2500")
    both = (
        row(EVER, "in_force: {from: unknown, to: 2020-06-30}")
        + row(newer, "in_force: {from: 2020-07-01, to: 2021-06-30}").split("\n", 1)[1]
    )
    rules = engine(tmp_path, network, SUM, table(BY_FACTS + both))
    found = fine(rules, refused=False, to=day)
    assert found.tier is not None
    assert (found.tier.id, str(found.recommended)) == (tier, amount)


def test_the_order_of_the_authority(tmp_path: Path, network: str) -> None:
    tables = {
        "first": table(BY_FACTS + row(EVER), name="first"),
        "second": table(BY_FACTS + row(EVER.replace("1500", "2500")), name="second"),
    }
    for order, amount in (("[first, second, halves]", 1500), ("[second, first, halves]", 2500)):
        rules = engine(tmp_path / str(amount), network, SUM, tables, order=order)
        assert fine(rules, refused=True).recommended == amount


def test_one_asked_for_by_name_comes_first(tmp_path: Path, network: str) -> None:
    rules = engine(tmp_path, network, SUM, table(BY_FACTS + row(EVER)), order="halves")
    assert told(fine(rules, refused=False)) == HALF
    asked = assess(rules, refused=False, benchmark="table")
    assert told(asked.acts[0].findings[0].fines[0]) == OWN
    assert asked.benchmark == "table"
    assert [code for code in _codes(asked) if code.startswith("benchmark")] == []


def test_one_asked_for_that_was_not_in_force(tmp_path: Path, network: str) -> None:
    """It is used all the same, and that is said."""
    days = "in_force: {from: 2021-01-01}"
    rules = engine(tmp_path, network, SUM, table(BY_FACTS + row(EVER), days), order="halves")
    found = assess(rules, refused=False, benchmark="table")
    assert told(found.acts[0].findings[0].fines[0]) == OWN
    warning = next(item for item in found.warnings if item.code == "benchmark-not-in-force")
    assert "2020-06-01" in warning.text("en")
    assert "样本基准table" in warning.text("zh")


def test_one_asked_for_without_a_row_for_the_clause(tmp_path: Path, network: str) -> None:
    other = row(EVER, "in_force: {from: unknown, to: 2019-12-31}")
    rules = engine(tmp_path, network, SUM, table(BY_FACTS + other), order="halves")
    found = assess(rules, refused=False, benchmark="table")
    assert told(found.acts[0].findings[0].fines[0]) == HALF
    warning = next(item for item in found.warnings if item.code == "benchmark-without-row")
    assert "sample table" in warning.text("en")
    assert _chosen(found) == ("halves", {"table": "no-row"})


def test_one_of_another_place(tmp_path: Path, network: str) -> None:
    days = "in_force: {from: 2020-01-01}\njurisdiction: elsewhere"
    rules = engine(tmp_path, network, SUM, table(BY_FACTS + row(EVER), days), order="halves")
    assert "benchmark-elsewhere" in _codes(assess(rules, refused=False, benchmark="table"))
    assert "benchmark-elsewhere" not in _codes(assess(rules, refused=False))


def test_an_unknown_one_is_refused_with_the_nearest_name(tmp_path: Path) -> None:
    rules = engine(tmp_path, "native", SUM, table(BY_FACTS + row(EVER)))
    with pytest.raises(CaseError) as refused:
        assess(rules, refused=False, benchmark="tabel")
    assert [item.render() for item in refused.value.diagnostics] == [
        "error[unknown-case-benchmark]: benchmark: there is no benchmark 'tabel'. Did you mean 'table'? "
        "Use one of: halves, table."
    ]


def test_branches_of_a_clause(tmp_path: Path, network: str) -> None:
    """With gain: multiples; without: sums; the row for a branch is used there only."""
    outcomes = (
        "- when: {gain: {above: 0}}\n  fine: {times: gain, at_least: 1, at_most: 5}\n"
        "- when: {gain: 0}\n  fine: {at_most: 50000, optional: true}\n"
    )
    with_gain = (
        "- {tier: low, when: {gain: {at_most: 10000}}, band: {at_least: 1, at_most: 2}}\n"
        "- {tier: high, when: {gain: {above: 10000}}, band: {at_least: 2, at_most: 5}}\n"
    )
    rules = engine(tmp_path, network, outcomes, table(BY_FACTS + row(with_gain, "where: {gain: {above: 0}}")))
    assert told(fine(rules, gain=10000)) == ("low", "10000", "20000", "15000")
    assert told(fine(rules, gain=10001)) == ("high", "20002", "50005", "35000")  # middle 35,003.5
    assert told(fine(rules, gain=0)) == ("lower", "0", "25000", "12500")


def test_the_last_benchmark_serves_for_any_clause(tmp_path: Path) -> None:
    with pytest.raises(RulebookError) as refused:
        engine(tmp_path, "native", SUM, table(BY_FACTS + row(EVER)), order="[halves, table]")
    assert [item.code for item in refused.value.diagnostics] == ["no-general-benchmark"]


@pytest.mark.parametrize(
    ("head", "extra", "told"),
    [
        ("in_force: {from: 2020-01-01}", "", []),
        (
            "in_force: {from: unknown, verified: false, reason: {zh: 没有读到, en: days not read}}",
            "",
            ["days not read"],
        ),
        (
            "in_force: {from: 2020-01-01}",
            "source: {cite: 样本第5号, verified: false, reason: {zh: 转述, en: row retold}}",
            ["row retold"],
        ),
        (
            "in_force: {from: 2020-01-01}",
            "in_force: {from: 2020-01-01, verified: false, reason: {zh: 没有读到, en: row days not read}}",
            ["row days not read"],
        ),
        (
            "in_force: {from: 2020-01-01}",
            "in_force: {from: 2020-01-02}",
            [],
        ),
    ],
)
def test_what_is_not_verified_of_a_table_or_its_row(
    tmp_path: Path, network: str, head: str, extra: str, told: list[str]
) -> None:
    rules = engine(tmp_path, network, SUM, table(BY_FACTS + row(EVER, extra), head))
    found = assess(rules, refused=False)
    texts = [item.text("en") for item in found.warnings if item.code == "unverified-law"]
    assert [any(part in text for text in texts) for part in told] == [True] * len(told)
    assert len([text for text in texts if "table" in text]) == len(told)


def test_what_is_not_verified_is_told_once(tmp_path: Path, network: str) -> None:
    body = table(BY_FACTS + row(EVER, "in_force: {from: 2020-01-02}"))
    body = body.replace("verified: true}", "verified: false, reason: {zh: 转述, en: retold}}", 1)
    rules = engine(tmp_path, network, SUM, body)
    texts = [item.text("en") for item in assess(rules, refused=False).warnings]
    assert sum("retold" in text for text in texts) == 1
