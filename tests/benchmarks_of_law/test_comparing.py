"""One case under several benchmarks: what is compared, what differs, and the reasons given."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from penalty_engine import CaseError, Engine
from penalty_engine.case import Case
from penalty_engine.comparing import PlacedAct, compare
from tests.benchmarks_of_law.made_up import BY_FACTS, engine, row, table
from tests.benchmarks_of_law.test_percentages import HELPED, WORKERS, method
from tests.engine.cases import act, case

DISPATCH = "labour-contract-law/92.1"
OURS = "hebei-four-tier-fallback"


def _why(item: PlacedAct, lang: str = "en") -> list[str]:
    return [one.text(lang) for one in item.why]


def test_without_names_the_authoritys_and_every_general_scheme(native: Engine) -> None:
    found = compare(native, case(act(DISPATCH, illegal_gain=10000), to="2020-05-31"))
    assert [item.id for item in found.benchmarks] == [OURS, "forty-sixty", "samr-30-70"]
    assert [(item.own, item.fallback, item.binding) for item in found.benchmarks] == [
        (True, True, True),
        (False, False, False),
        (False, False, False),
    ]
    assert [str(item.placed[number].fines[0].recommended) for item in found.acts for number in range(3)] == [
        "25000",
        "30000",
        "30000",
    ]


def test_the_case_may_name_its_own(native: Engine) -> None:
    stated = {
        **case(act(DISPATCH, illegal_gain=10000), to="2020-05-31"),
        "benchmark": "jinan-2018",
    }
    assert compare(native, stated).benchmarks[0].id == "jinan-2018"
    assert compare(native, Case.parse(stated)) == compare(native, stated)


def test_each_is_what_assess_gives(native: Engine) -> None:
    stated = case(
        act(DISPATCH, "obstruction", illegal_gain=30000), act(DISPATCH, illegal_gain=5), to="2020-05-31"
    )
    names = (OURS, "jinan-2018", "samr-30-70")
    found = compare(native, stated, names)
    for name, assessment, total in zip(names, found.assessments, found.totals, strict=True):
        alone = native.assess({**stated, "benchmark": name})
        assert assessment.acts == alone.acts
        assert total == alone.total
    assert [item.violation for item in found.acts] == ["unlicensed-labour-dispatch"] * 2


def test_what_differs(native: Engine) -> None:
    """A gain of 4,200: 2.5 times under the fall-back, 1.5 times in Jinan; only one reaches 10,000."""
    stated = case(act(DISPATCH, illegal_gain=4200), to="2020-05-31")
    found = compare(native, stated, (OURS, "jinan-2018"))
    assert found.acts[0].differs == ("tier", "band", "recommended")
    assert {item.name for item in found.duties} >= {"hearing"}
    hearing = next(item for item in found.duties if item.name == "hearing")
    assert hearing.states == (True, False)
    assert [len(reasons) for reasons in hearing.reasons] == [1, 0]
    same = compare(native, stated, ("forty-sixty", "samr-30-70"))
    assert same.acts[0].differs == ("band",)  # both propose three times the gain
    assert same.duties == ()


def test_why(native: Engine) -> None:
    stated = case(act(DISPATCH, "obstruction", illegal_gain=10000), to="2020-05-31")
    found = compare(native, stated, (OURS, "jinan-2018", "zhejiang-2011"))
    ours, jinan, zhejiang = found.acts[0].placed
    assert _why(ours) == ["heavier: obstruction of the inspection"]
    assert _why(jinan) == ["illegal gain: 10,000 yuan", "the conditions of second tier hold as well"]
    assert _why(zhejiang) == [
        "no row for this clause",
        'placed by "Hebei four-tier scheme, equal quarters (fall-back)"',
        "heavier: obstruction of the inspection",
    ]
    assert (jinan.placed_by, zhejiang.placed_by) == (("jinan-2018",), (OURS,))


def test_facts_that_only_one_table_needs(native: Engine) -> None:
    stated = case(act(DISPATCH, illegal_gain=0), to="2020-05-31")
    found = compare(native, stated, ("jinan-2018", OURS))
    lacking, other = found.acts[0].placed
    assert (lacking.status, lacking.missing_facts) == (
        "needs-facts",
        ("failed_to_correct", "days_past_order"),
    )
    assert (other.status, other.missing_facts) == ("fined", ())
    assert set(found.acts[0].differs) >= {"status", "missing_facts"}
    assert [item.recommended is None for item in found.totals] == [True, False]


def test_shifts_percentages_tiers_without_a_fine_and_measures(tmp_path: Path, network: str) -> None:
    tiers = """\
        - {tier: low, when: {workers: {at_most: 10}}, band: no-fine, measures: [talk]}
        - {tier: middle, when: {workers: {above: 10, at_most: 30}}, band: {at_least: 10000, at_most: 50000}}
        - {tier: high, when: {workers: {above: 30}}, band: maximum}
        """
    shift = "shift:\n  - {by: 1, when: {heavier_circumstances: {at_least: 1}}}\n"
    tables = {
        "table": table(BY_FACTS + shift + row(tiers)),
        "sum": method(WORKERS, HELPED, start="20").replace("id: table", "id: sum"),
    }
    rules = engine(
        tmp_path, network, "- fine: {at_least: 10000, at_most: 100000, optional: true}", tables, order="[sum]"
    )

    def under(*circumstances: str, workers: int) -> tuple[PlacedAct, PlacedAct]:
        stated = case(
            act("sample-law/1", *circumstances, workers=workers), authority="office", to="2020-06-01"
        )
        first, second = compare(rules, stated, ("table", "sum")).acts[0].placed
        return first, second

    left_out, by_share = under(workers=3)
    assert (left_out.status, left_out.fines) == ("no-fine", ())
    assert [item.tier.id for item in left_out.left_out if item.tier] == ["low"]
    assert [item.text("en") for item in left_out.measures] == ["talk"]
    assert _why(left_out) == ["workers: 3", "the tier imposes no fine"]
    assert _why(by_share) == ["the percentages come to 20%"]
    moved, _ = under("lied", workers=20)
    assert _why(moved) == ["workers: 20", "heavier: lied", "moved by circumstances from middle to high"]
    _, lower = under("helped", workers=20)
    assert _why(lower) == ["the percentages come to 17.5%"]


def test_as_data(native: Engine) -> None:
    stated = case(act(DISPATCH, illegal_gain=10000), to="2020-05-31")
    found = compare(native, stated, ("samr-30-70", "jinan-2018"))
    for lang in ("zh", "en"):
        data: dict[str, Any] = json.loads(json.dumps(found.to_dict(lang)))
        assert [item["id"] for item in data["benchmarks"]] == ["samr-30-70", "jinan-2018"]
        under = data["acts"][0]["under"]
        assert under["samr-30-70"]["fines"][0]["tier"]["minimum_included"] is False
        assert under["jinan-2018"]["fines"][0]["tied"] == ["second"]
        assert data["totals"]["jinan-2018"]["recommended"] == "15000"
    assert found.to_dict("zh")["acts"][0]["under"]["jinan-2018"]["why"][0] == "违法所得：10,000 元"


def test_an_unknown_name(native: Engine) -> None:
    with pytest.raises(CaseError) as refused:
        compare(native, case(act(DISPATCH, illegal_gain=1)), ("jinan-2018", "jinan-2017"))
    assert [item.code for item in refused.value.diagnostics] == ["unknown-case-benchmark"]
