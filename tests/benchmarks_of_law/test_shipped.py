"""The benchmarks shipped: what was published of them, worked out by hand; and what each of them says of itself."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from penalty_engine import Assessment, Engine
from penalty_engine.assessment import FineResult
from penalty_engine.examples import check_row_example
from penalty_engine.rulebook.benchmark_records import Benchmark, Row, RowExample
from penalty_engine.rulebook.load import load_rulebook
from tests.benchmarks_of_law.made_up import told
from tests.conftest import RULES
from tests.engine.cases import act, case, fine

DISPATCH, CONCEALED = "labour-contract-law/92.1", "labour-inspection-regulation/27.1"
BENCHMARKS = load_rulebook(RULES).benchmarks
OTHERS = sorted(set(BENCHMARKS) - {"hebei-four-tier-fallback"})
EXAMPLES = [
    pytest.param(benchmark, row, example, id=f"{benchmark.id}:{example.place.line}")
    for benchmark in BENCHMARKS.values()
    for row in benchmark.rows
    for example in row.examples
]


def _assess(
    engine: Engine,
    benchmark: str,
    clause: str,
    *circumstances: str,
    to: str = "2020-05-31",
    facts: dict[str, Any],
    **timeline: str,
) -> Assessment:
    return engine.assess(
        {**case(act(clause, *circumstances, **facts), to=to, **timeline), "benchmark": benchmark}
    )


def _fine(engine: Engine, benchmark: str, clause: str, *circumstances: str, **facts: Any) -> FineResult:
    return fine(_assess(engine, benchmark, clause, *circumstances, facts=facts))


@pytest.mark.parametrize(("table", "row", "example"), EXAMPLES)
def test_the_examples_in_the_rules(engine: Engine, table: Benchmark, row: Row, example: RowExample) -> None:
    assert [item.render() for item in check_row_example(engine, table, row, example)] == []


def test_the_bureau_keeps_the_fall_back(native: Engine) -> None:
    authority = native.rulebook.authorities["longyao-hrss"]
    assert authority.benchmarks == ("hebei-four-tier-fallback",)
    found = native.assess(case(act(DISPATCH, illegal_gain=10000), to="2020-05-31"))
    assert told(fine(found)) == ("less-serious", "20000", "30000", "25000")
    assert fine(found).benchmark == "hebei-four-tier-fallback"


# --- Jinan ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("gain", "expected", "tied"),
    [
        ("0.01", ("first", "0.01", "0.02", "0.01"), ()),
        (9999, ("first", "9999", "19998", "14900"), ()),  # 1.5 × 9,999 = 14,998.50
        (10000, ("first", "10000", "20000", "15000"), ("second",)),
        (10001, ("second", "20002", "30003", "25000"), ()),
        (30000, ("second", "60000", "90000", "75000"), ("third",)),
        (30001, ("third", "90003", "120004", "105000"), ()),
        (50000, ("third", "150000", "200000", "175000"), ("fourth",)),
        (50001, ("fourth", "200004", "250005", "225000"), ()),
    ],
)
def test_jinan_with_gain(
    engine: Engine, gain: object, expected: tuple[str, ...], tied: tuple[str, ...]
) -> None:
    found = _assess(engine, "jinan-2018", DISPATCH, facts={"illegal_gain": gain})
    assert told(fine(found)) == expected
    assert fine(found).tied == tied
    assert ("benchmark-tie" in [item.code for item in found.warnings]) is bool(tied)


@pytest.mark.parametrize(
    ("corrected", "expected"),
    [
        ("2020-06-09", ("first", "0", "20000", "10000")),
        ("2020-06-10", ("first", "0", "20000", "10000")),  # on the last day of the time limit
        ("2020-06-11", ("second", "20000", "40000", "30000")),
        ("2020-06-17", ("second", "20000", "40000", "30000")),  # seven days late
        ("2020-06-18", ("third", "40000", "50000", "45000")),
    ],
)
def test_jinan_without_gain_from_the_days_of_the_case(
    engine: Engine, corrected: str, expected: tuple[str, ...]
) -> None:
    found = _assess(
        engine,
        "jinan-2018",
        DISPATCH,
        facts={"illegal_gain": 0},
        order_served_on="2020-06-01",
        order_due_on="2020-06-10",
        corrected_on=corrected,
    )
    assert told(fine(found)) == expected
    cut_off = [item for item in found.warnings if "cut off on the page" in item.text("en")]
    assert bool(cut_off) is (expected[0] == "third")


@pytest.mark.parametrize(
    ("day", "in_force"),
    [("2018-01-04", False), ("2018-01-05", True), ("2023-01-04", True), ("2023-01-05", False)],
)
def test_days_of_jinan(engine: Engine, day: str, in_force: bool) -> None:
    found = _assess(engine, "jinan-2018", DISPATCH, to=day, facts={"illegal_gain": 20000})
    assert told(fine(found)) == ("second", "40000", "60000", "50000")
    assert ("benchmark-not-in-force" not in [item.code for item in found.warnings]) is in_force


# --- Zhejiang, 40–60, 30/70 -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("circumstances", "expected"),
    [
        (("harm-removed",), ("light", "1234.56", "1851.84", "1500")),  # 1.25 × 1,234.56 = 1,543.20
        ((), ("general", "1851.84", "2469.12", "2100")),  # 1.75 × 1,234.56 = 2,160.48
        (("obstruction",), ("serious", "2469.12", "3703.68", "3000")),  # 2.5 × 1,234.56 = 3,086.40
    ],
)
def test_zhejiang(engine: Engine, circumstances: tuple[str, ...], expected: tuple[str, ...]) -> None:
    assert (
        told(_fine(engine, "zhejiang-2011", CONCEALED, *circumstances, wages_concealed="1234.56")) == expected
    )


@pytest.mark.parametrize(
    ("circumstances", "only_maximum", "with_minimum"),
    [
        # 50,000 at most; gain of 3,000: 3,000–15,000 in thirds of 4,000
        (("harm-removed",), ("lighter", "0", "10000", "5000"), ("lighter", "3000", "7000", "5000")),
        ((), ("general", "20000", "30000", "25000"), ("general", "7000", "11000", "9000")),
        (("obstruction",), ("heavier", "30000", "50000", "40000"), ("heavier", "11000", "15000", "13000")),
        (
            ("obstruction", "harm-removed"),
            ("general", "20000", "30000", "25000"),
            ("general", "7000", "11000", "9000"),
        ),
    ],
)
def test_forty_sixty(
    engine: Engine,
    circumstances: tuple[str, ...],
    only_maximum: tuple[str, ...],
    with_minimum: tuple[str, ...],
) -> None:
    assert told(_fine(engine, "forty-sixty", DISPATCH, *circumstances, illegal_gain=0)) == only_maximum
    assert told(_fine(engine, "forty-sixty", DISPATCH, *circumstances, illegal_gain=3000)) == with_minimum


@pytest.mark.parametrize(
    ("circumstances", "expected", "included"),
    [
        # 10,000–50,000: up to 22,000, between 22,000 and 38,000, from 38,000
        (("harm-removed",), ("lighter", "10000", "22000", "16000"), (True, True)),
        ((), ("general", "22000", "38000", "30000"), (False, False)),
        (("obstruction",), ("heavier", "38000", "50000", "44000"), (True, True)),
    ],
)
def test_thirty_seventy(
    engine: Engine, circumstances: tuple[str, ...], expected: tuple[str, ...], included: tuple[bool, bool]
) -> None:
    found = _fine(engine, "samr-30-70", DISPATCH, *circumstances, illegal_gain=10000)
    assert told(found) == expected
    assert found.tier is not None
    assert (found.tier.minimum_included, found.tier.maximum_included) == included


# --- what they say of themselves --------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", OTHERS)
def test_one_of_another_place_says_so(native: Engine, name: str) -> None:
    benchmark = native.rulebook.benchmarks[name]
    assert benchmark.jurisdiction is not None
    assert benchmark.issued_by is not None
    assert not benchmark.source.verified
    assert benchmark.source.reason is not None
    facts: dict[str, Any] = {"wages_concealed": 5000} if name == "zhejiang-2011" else {"illegal_gain": 5000}
    found = _assess(native, name, CONCEALED if "wages_concealed" in facts else DISPATCH, facts=facts)
    assert fine(found).benchmark == name
    codes = [item.code for item in found.warnings]
    assert "benchmark-elsewhere" in codes
    assert "fallback-benchmark" not in codes
    subjects = [warning.get("subject") for warning in found.to_dict()["warnings"]]
    assert "benchmark" in subjects


def test_no_table_of_hebei_is_invented(native: Engine) -> None:
    ours = set(native.rulebook.authorities["longyao-hrss"].jurisdictions)
    assert [
        item.id
        for item in native.rulebook.benchmarks.values()
        if not item.fallback and (item.jurisdiction is None or item.jurisdiction in ours)
    ] == []


@pytest.mark.parametrize("name", sorted(BENCHMARKS))
def test_both_networks_agree(native: Engine, durable: Engine, name: str) -> None:
    for circumstances in ((), ("harm-removed",), ("obstruction", "mass-incident")):
        for gain in (0, 10000, 30000, "49999.99"):
            facts = {"illegal_gain": gain, "failed_to_correct": True, "days_past_order": 7}
            ours, theirs = (
                _assess(one, name, DISPATCH, *circumstances, facts=facts) for one in (native, durable)
            )
            assert ours._replace(receipt=theirs.receipt) == theirs
            found = fine(ours)
            assert found.tier is not None
            assert (
                found.minimum
                <= found.tier.minimum
                <= found.recommended
                <= found.tier.maximum
                <= found.maximum
            )
            assert found.recommended % Decimal("0.01") == 0
