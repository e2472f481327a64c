"""Stage 1 and 6: which version of which law, on which day, and what is said where there is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from penalty_engine import Engine
from tests.engine.cases import act, case, codes, dispatch, fine, hebei, only
from tests.rulebook.folders import BASE, STATUTE, clause, clauses, engine_with, make_folder


def _sample(to: str, **timeline: str) -> dict[str, object]:
    return case(act("sample-law/1", refused=False), authority="office", to=to, **timeline)


@pytest.fixture
def versions(tmp_path: Path) -> Engine:
    """Two versions of one law: 2020-01-01 to 2021-12-31 up to 5,000 yuan, 2022-01-01 to 2023-06-30 up to 8,000."""
    newer = (
        (BASE / STATUTE)
        .read_text(encoding="utf-8")
        .replace("from: 2020-01-01, to: 2021-12-31", "from: 2022-01-01, to: 2023-06-30")
    )
    newer = newer.replace("五千元", "八千元").replace("5000", "8000")
    return Engine.load(make_folder(tmp_path, {"statutes/sample-law/2022-01-01.yaml": newer}), "native")


@pytest.mark.parametrize(
    ("day", "maximum"),
    [
        ("2019-12-31", None),
        ("2020-01-01", 5000),
        ("2020-01-02", 5000),
        ("2021-12-31", 5000),
        ("2022-01-01", 8000),
        ("2023-06-30", 8000),
        ("2023-07-01", None),
    ],
)
def test_first_and_last_day_are_inside(versions: Engine, day: str, maximum: int | None) -> None:
    assessment = versions.assess(_sample(day))
    if maximum is None:
        assert only(assessment).status == assessment.acts[0].status == "not-available"
        assert not only(assessment).applies
        assert only(assessment).orders == ()
        assert codes(assessment) == ["not-in-force"]
        assert assessment.total == (0, 0, 0, None)
    else:
        assert fine(assessment).maximum == maximum
        assert "not-in-force" not in codes(assessment)


def test_why_there_is_none(versions: Engine) -> None:
    before, after = (versions.assess(_sample(day)).to_dict("en") for day in ("2019-12-31", "2023-07-01"))
    assert (
        before["acts"][0]["findings"][0]["reason"]
        == "the act ended on 2019-12-31, before the Sample Law as held here came into force on 2020-01-01"
    )
    assert (
        after["acts"][0]["findings"][0]["reason"]
        == "the act ended on 2023-07-01, after the last day of the Sample Law, 2023-06-30"
    )


def test_the_day_the_act_ended_decides(versions: Engine) -> None:
    assessment = versions.assess(_sample("2022-01-01", conduct_from="2020-05-01"))
    assert fine(assessment).maximum == 8000
    assert only(assessment).version == "2022-01-01"


def test_a_change_is_told_while_the_day_of_the_decision_is_open(versions: Engine) -> None:
    def told(day: str) -> list[str]:
        warnings = versions.assess(_sample(day)).to_dict("en")["warnings"]
        return [item["text"] for item in warnings if item["code"] == "milder-law-not-compared"]

    assert ["there is a version of 2022-01-01" in text for text in told("2021-12-31")] == [True]
    assert ["it ended on 2023-06-30" in text for text in told("2022-01-01")] == [True]


def test_a_law_without_an_end_has_not_changed(engine: Engine) -> None:
    assert "milder-law-not-compared" not in codes(engine.assess(case(dispatch(1, illegal_gain=1))))
    assert "milder-law-not-compared" in codes(engine.assess(case(hebei(1))))
    assert "milder-law-not-compared" not in codes(engine.assess(case(hebei(1), decided_on="2022-11-30")))
    compared = codes(engine.assess(case(hebei(1), decided_on="2022-12-01")))
    assert "milder-law-needs-facts" in compared  # the law of that day asks for the gain
    assert "milder-law-not-compared" not in compared


@pytest.mark.parametrize(
    ("day", "change"),
    [
        ("2020-06-01", "there is a version of 2022-01-01"),
        ("2022-06-01", "there is a version of 2023-07-01"),
        ("2023-07-01", None),
    ],
)
def test_the_next_version_is_named(tmp_path: Path, day: str, change: str | None) -> None:
    text = (BASE / STATUTE).read_text(encoding="utf-8")

    def version(period: str) -> str:
        return text.replace("from: 2020-01-01, to: 2021-12-31", period)

    newer = {
        "statutes/sample-law/2022-01-01.yaml": version("from: 2022-01-01, to: 2023-06-30"),
        "statutes/sample-law/2023-07-01.yaml": version("from: 2023-07-01"),
    }
    warnings = (
        Engine.load(make_folder(tmp_path, newer), "native").assess(_sample(day)).to_dict("en")["warnings"]
    )
    texts = [item["text"] for item in warnings if item["code"] == "milder-law-not-compared"]
    assert len(texts) == (change is not None)
    assert all(change is not None and change in item for item in texts)


@pytest.mark.parametrize("day", ["2020-06-01", "2023-01-01"], ids=["in force", "ended"])
def test_each_warning_once(tmp_path: Path, day: str) -> None:
    # two clauses of one unverified statute for one act
    two = [clause("- fine: {at_most: 5000}", "处五千元。", number=number) for number in ("1", "2")]
    reason = "verified: false, reason: {zh: 未核, en: not read}"
    statute = [
        *clauses("\n".join(two)),
        ("to: 2021-12-31", f"to: 2021-12-31, {reason}"),
        ("source: {cite: 样本第1号, verified: true}", f"source: {{cite: 样本第1号, {reason}}}"),
    ]
    engine = engine_with(tmp_path, statute=statute)
    stated = case({"violation": "sample-violation"}, authority="office", to=day)
    texts = [item["text"] for item in engine.assess(stated).to_dict("en")["warnings"]]
    assert len(texts) == len(set(texts))


@pytest.mark.parametrize(
    ("stated", "status"),
    [
        (case(dispatch(1, illegal_gain=1), to="2013-06-30"), "not-available"),
        (case(dispatch(1, illegal_gain=1), to="2013-07-01"), "fined"),
        (case(hebei(1), to="2022-11-30"), "fined"),
        (case(hebei(1), to="2022-12-01"), "not-available"),
        (case(hebei(1), to="1990-01-01"), "fined"),
    ],
)
def test_the_shipped_laws_by_the_day(engine: Engine, stated: dict[str, object], status: str) -> None:
    assert engine.assess(stated).acts[0].status == status


def test_what_follows_is_named(engine: Engine) -> None:
    warnings = engine.assess(case(hebei(1), to="2022-12-01")).to_dict("en")["warnings"]
    assert warnings[0]["code"] == "not-in-force"
    assert "What follows it: Hebei HR Market Regulation" in warnings[0]["text"]


def test_unverified_law_is_always_told(engine: Engine) -> None:
    texts = [
        item["text"]
        for item in engine.assess(case(hebei(1), served_on="2016-09-05")).to_dict("en")["warnings"]
        if item["code"] == "unverified-law"
    ]
    subjects = [
        "the text of Hebei Labour Market Regulation 第二十五条第（一）项",
        "the days in force of the Hebei Labour Market Regulation",
        "the benchmark",
        "the figure of a larger amount",
        "Administrative Litigation Law 第四十六条第一款",
    ]
    assert all(any(subject in text for text in texts) for subject in subjects)
    heavier = engine.assess(case(hebei(1, "obstruction"))).to_dict("en")["warnings"]
    assert any(
        'the basis of the circumstance "obstruction of the inspection"' in item["text"] for item in heavier
    )
    lighter = engine.assess(case(hebei(1, "harm-removed"))).to_dict("en")["warnings"]
    assert not any("the basis of the circumstance" in item["text"] for item in lighter)


def test_the_fall_back_benchmark_is_told_only_where_it_was_used(engine: Engine) -> None:
    assert "fallback-benchmark" in codes(engine.assess(case(hebei(1))))
    assert "fallback-benchmark" not in codes(engine.assess(case(hebei(6, persons_introduced=3))))
    assert "fallback-benchmark" not in codes(engine.assess(case(hebei(10, serious=False))))


def test_verified_rules_warn_of_nothing(tmp_path: Path) -> None:
    engine = Engine.load(make_folder(tmp_path, {}), "native")
    assert codes(engine.assess(_sample("2020-06-01", decided_on="2020-07-01"))) == []


def test_law_that_came_after_the_decision_is_told(engine: Engine) -> None:
    assert "basis-not-in-force" in codes(engine.assess(case(hebei(1), decided_on="2016-09-01")))
    late = engine.assess(case(hebei(1), decided_on="2024-09-01"))
    assert "basis-not-in-force" not in codes(late)
