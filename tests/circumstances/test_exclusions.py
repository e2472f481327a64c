"""Circumstances that do not count: for this violation, for want of what they require, beside another on the same ground."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from penalty_engine import Engine
from tests.circumstances.made_up import fact, found, made_up, named, office, plain, steps, texts
from tests.engine.cases import act, case, codes, fine

VIOLATIONS = (
    "violations:\n",
    "violations:\n  - {id: another-violation, name: {zh: 另一违法, en: another violation}}\n",
)
ELECTED = {"first_violation_exemption": True}


# --- provided for, excluded from --------------------------------------------------------------------------------------


@pytest.mark.parametrize("when", ["", "\nwhen: {workers: {at_least: 1}}"])
def test_provided_for_some_violations_only(tmp_path: Path, network: str, when: str) -> None:
    keys = "violations: [another-violation]" + when
    engine = made_up(tmp_path, "", found("narrow", "heavier", keys), violations=VIOLATIONS, network=network)
    declared = engine.assess(office(plain("narrow", workers=3)))
    assert named(declared) == []
    assert texts(declared, "circumstance-not-provided") == [
        'The circumstance "circumstance narrow" (Sample Discretion Act 第九条) is provided for certain violations, "sample '
        'violation" not among them, and was not counted. Remove it, or declare another.'
    ]
    (step,) = steps(declared, "excluded")
    assert step["inputs"] == {"circumstance": "narrow", "violation": "sample-violation"}
    assert step["result"] == "not-provided"
    # nobody declared it: there is nothing to say
    silent = engine.assess(office(plain(workers=3)))
    assert (named(silent), codes(silent).count("circumstance-not-provided"), steps(silent, "excluded")) == (
        [],
        0,
        [],
    )


def test_provided_for_this_violation(tmp_path: Path) -> None:
    engine = made_up(tmp_path, "", found("narrow", "heavier", "violations: [sample-violation]"))
    assert named(engine.assess(office(plain("narrow")))) == ["narrow"]


NEVER = (
    "never_for:\n  - violations: [sample-violation]\n    reason: {zh: 从不适用, en: never applied}\n"
    "    source: {cite: 样本清单第2号, verified: false, reason: {zh: 转述, en: retold}}"
)


@pytest.mark.parametrize("declared", [True, False])
def test_never_for_a_violation(tmp_path: Path, network: str, declared: bool) -> None:
    when = "" if declared else "\nwhen: {workers: {at_least: 1}}"
    engine = made_up(tmp_path, "", found("barred", "lighter", NEVER + when), network=network)
    assessment = engine.assess(office(plain(*(["barred"] if declared else []), workers=2)))
    assert named(assessment) == []
    assert texts(assessment, "circumstance-shut-out", "zh") == [
        "情节“情节barred”暂不用于“样本违法”，没有计入：从不适用（样本清单第2号）。法律本身没有这一限制，是否适用请法制人员确认；"
        "确认可以适用的，请修改情节规则中的 never_for。"
    ]
    assert "样本清单第2号" in " ".join(texts(assessment, "unverified-law", "zh"))
    (step,) = steps(assessment, "excluded")
    assert (step["article"], step["result"]) == ("样本清单第2号", "never")


def test_an_excluded_circumstance_is_established_for_no_other_rule(tmp_path: Path, network: str) -> None:
    circumstances = found("barred", "lighter", NEVER) + found(
        "next", "heavier", "when: {circumstance: barred}"
    )
    engine = made_up(tmp_path, "", circumstances, network=network)
    assert named(engine.assess(office(plain("barred")))) == []


@pytest.mark.parametrize(
    ("clause", "facts"),
    [
        (
            "child-labour-prohibition/6.1",
            {
                "child_months": 1,
                "failed_to_correct": False,
                "toxic_workplace": False,
                "unregistered_unit": False,
            },
        ),
    ],
)
def test_first_violation_never_for_child_labour(engine: Engine, clause: str, facts: dict[str, Any]) -> None:
    stated = act(clause, "first-violation", is_employment_agency=False, **facts)
    assessment = engine.assess(case(stated, to="2024-07-01", elections=ELECTED))
    assert assessment.acts[0].status == "fined"
    assert {"circumstance-shut-out", "exemption-without-ground"} <= set(codes(assessment))
    # the list names the use of children alone
    introduced = act(
        "child-labour-prohibition/7",
        "first-violation",
        persons_introduced=1,
        unregistered_unit=False,
        is_employment_agency=False,
    )
    assessment = engine.assess(case(introduced, to="2024-07-01", elections=ELECTED))
    assert assessment.acts[0].status == "exempt"
    other = engine.assess(
        case(
            act("labour-contract-law/92.1", "first-violation", illegal_gain=1),
            to="2024-07-01",
            elections=ELECTED,
        )
    )
    assert other.acts[0].status == "exempt"


# --- what a circumstance requires -------------------------------------------------------------------------------------

REQUIRES = "requires: {refused: false, workers: {at_most: 10}}"


@pytest.mark.parametrize(
    ("facts", "counted", "warnings"),
    [
        ({"refused": False, "workers": 10}, True, []),
        ({"refused": False, "workers": 11}, False, ["circumstance-contradicted"]),
        ({"refused": True, "workers": 1}, False, ["circumstance-contradicted"]),
        ({"refused": False}, True, ["requirement-unknown"]),
        ({}, True, ["requirement-unknown"]),
    ],
)
def test_what_a_declared_circumstance_requires(
    tmp_path: Path, network: str, facts: dict[str, Any], counted: bool, warnings: list[str]
) -> None:
    engine = made_up(tmp_path, "", found("small", "lighter", REQUIRES), network=network)
    assessment = engine.assess(office(act("sample-law/1", "small", **facts)))
    assert named(assessment) == (["small"] if counted else [])
    told = ("circumstance-contradicted", "requirement-unknown")
    assert [code for code in codes(assessment) if code in told] == warnings


def test_the_warnings_about_requirements(tmp_path: Path) -> None:
    engine = made_up(tmp_path, "", found("small", "lighter", REQUIRES))
    unknown = engine.assess(office(act("sample-law/1", "small", refused=False)))
    assert texts(unknown, "requirement-unknown") == [
        'The circumstance "circumstance small" also requires what the case does not state: workers. It was counted; '
        "verify it and state it."
    ]
    lacking = engine.assess(office(plain("small", workers=11)))
    assert texts(lacking, "circumstance-contradicted", "zh") == [
        "情节“情节small”与案件其他事实矛盾，没有计入：人数为11"
    ]


@pytest.mark.parametrize(
    ("facts", "established"),
    [
        ({"months": 4, "workers": 10}, True),
        ({"months": 4}, False),  # what follows from facts needs all of them
        ({"months": 4, "workers": 11}, False),
        ({"months": 3, "workers": 1}, False),
    ],
)
def test_what_a_derived_circumstance_requires(
    tmp_path: Path, network: str, facts: dict[str, Any], established: bool
) -> None:
    keys = "when: {months: {above: 3}}\nrequires: {workers: {at_most: 10}}"
    engine = made_up(tmp_path, "", found("long", "heavier", keys), network=network)
    assessment = engine.assess(office(plain(**facts)))
    assert named(assessment) == (["long"] if established else [])
    assert not {"circumstance-contradicted", "requirement-unknown"} & set(codes(assessment))


# --- a list of exemptions with conditions that must all hold ----------------------------------------------------------

LIST = (
    "election: first_violation_exemption\nviolations: [sample-violation]\n"
    "requires: {prior: 0, workers: {at_most: 5}, corrected_now: true, harm: false}"
)
LIST_FACTS = (
    fact("prior", derived="{prior_penalties: {within: {years: 2}, until: conduct_to, same: violation}}")
    + fact("corrected_now", "boolean", "{before: {day: corrected_on, limit: decided_on}}")
    + fact("harm", "boolean")
)
WHOLE = {"workers": 5, "harm": False, "prior": 0}
IN_TIME = {"corrected_on": "2020-07-01", "decided_on": "2020-09-01"}


@pytest.mark.parametrize(
    ("facts", "days", "prior", "status"),
    [
        (WHOLE, IN_TIME, None, "exempt"),
        ({**WHOLE, "workers": 6}, IN_TIME, None, "fined"),
        ({**WHOLE, "harm": True}, IN_TIME, None, "fined"),
        ({**WHOLE, "prior": 1}, IN_TIME, None, "fined"),
        (WHOLE, {**IN_TIME, "corrected_on": "2020-09-02"}, None, "fined"),
        ({"workers": 5, "harm": False}, IN_TIME, "2018-06-01", "fined"),  # the last day of two years
        ({"workers": 5, "harm": False}, IN_TIME, "2018-05-31", "exempt"),
        ({"workers": 5}, IN_TIME, "2018-05-31", "exempt"),  # counted, with a warning
    ],
)
def test_a_first_violation_list(
    tmp_path: Path, facts: dict[str, Any], days: dict[str, str], prior: str | None, status: str
) -> None:
    body = found("listed", "exempt", LIST).replace("force: mandatory", "force: discretionary")
    engine = made_up(tmp_path, LIST_FACTS, body)
    earlier = [] if prior is None else [{"violation": "sample-violation", "decided_on": prior}]
    extra: dict[str, Any] = {"prior_penalties": earlier} if earlier else {}
    stated = office(plain("listed", **facts), elections=ELECTED, extra=extra, **days)
    assessment = engine.assess(stated)
    assert assessment.acts[0].status == status
    assert ("requirement-unknown" in codes(assessment)) is ("harm" not in facts)
    # what may be left unpunished is only left so where the officer elects it
    stated["elections"] = {}
    kept = engine.assess(stated)
    assert kept.acts[0].status == "fined"
    assert ("exemption-open" in codes(kept)) is (status == "exempt")


# --- one ground -------------------------------------------------------------------------------------------------------

SAME = "主动消除危害后果的，从轻。"


@pytest.mark.parametrize(
    ("circumstances", "declared", "counted"),
    [
        # the same provision quoted
        (found("one", "lighter", text=SAME) + found("two", "lighter", text=SAME), ["one", "two"], ["one"]),
        # a declared one before one that follows from facts
        (
            found("one", "lighter", "when: {workers: 3}", SAME) + found("two", "lighter", text=SAME),
            ["two"],
            ["two"],
        ),
        # named as one ground although the words differ
        (
            found("one", "heavier", "ground: stubborn") + found("two", "heavier", "ground: stubborn"),
            ["one", "two"],
            ["one"],
        ),
        (found("one", "heavier") + found("two", "heavier"), ["one", "two"], ["one", "two"]),
    ],
)
def test_one_ground_counts_once(
    tmp_path: Path, network: str, circumstances: str, declared: list[str], counted: list[str]
) -> None:
    engine = made_up(tmp_path, "", circumstances, network=network)
    assessment = engine.assess(office(plain(*declared, workers=3)))
    assert named(assessment) == counted
    assert codes(assessment).count("circumstance-same-ground") == (1 if len(counted) == 1 else 0)
    assert [step["result"] for step in steps(assessment, "excluded")] == (
        ["same-ground"] if len(counted) == 1 else []
    )


def test_what_is_said_of_one_ground(tmp_path: Path) -> None:
    circumstances = found("one", "lighter", text=SAME) + found("two", "lighter", text=SAME)
    engine = made_up(tmp_path, "", circumstances)
    assessment = engine.assess(office(plain("one", "two")))
    assert texts(assessment, "circumstance-same-ground", "zh") == [
        "情节“情节two”与“情节one”依据同一项规定（样本裁量法第九条），只计一次。"
    ]
    assert fine(assessment) == fine(engine.assess(office(plain("one"))))


def test_one_of_the_two_is_out_for_another_reason(tmp_path: Path) -> None:
    circumstances = found("one", "lighter", "contradicted_by: {workers: 3}", SAME) + found(
        "two", "lighter", text=SAME
    )
    engine = made_up(tmp_path, "", circumstances)
    assert named(engine.assess(office(plain("one", "two", workers=3)))) == ["two"]
    assert named(engine.assess(office(plain("one", "two", workers=4)))) == ["one"]


# --- ages declared against the facts ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("circumstance", "age", "counted"),
    [
        ("under-fourteen", 13, True),
        ("under-fourteen", 14, False),
        ("fourteen-to-eighteen", 13, False),
        ("fourteen-to-eighteen", 14, True),
        ("fourteen-to-eighteen", 17, True),
        ("fourteen-to-eighteen", 18, False),
    ],
)
def test_an_age_declared_against_the_facts(
    engine: Engine, circumstance: str, age: int, counted: bool
) -> None:
    stated = act("labour-contract-law/92.1", circumstance, illegal_gain=100, age_at_act=age)
    assessment = engine.assess(case(stated, party="individual", to="2022-06-01"))
    assert (circumstance in named(assessment)) is counted
    assert ("circumstance-contradicted" in codes(assessment)) is not counted


# --- paid late, but before the decision -------------------------------------------------------------------------------

_ADVICE = (
    "when: {workers: 3}\nwarn_when:\n  - when: {workers: 3, top_of_range: true}\n"
    "    text: {zh: 请重新衡量。, en: Weigh it again.}\n"
    "    source: {cite: 样本案例第3号, verified: false, reason: {zh: 转述, en: retold}}"
)
_TOP = "  top_of_range: {type: boolean, computed: true, label: {zh: 最高一档, en: top of the range}}\n"


def test_advice_where_the_fine_is_at_the_top_of_the_range(tmp_path: Path) -> None:
    engine = made_up(tmp_path, _TOP, found("paid", "lighter", _ADVICE) + found("bad", "heavier"))
    mild = engine.assess(office(plain(workers=3)))
    assert texts(mild, "rule-note") == []
    grave = engine.assess(office(plain("bad", "lied", workers=3)))
    tier = fine(grave).tier
    assert tier is not None
    assert tier.maximum == fine(grave).maximum  # two heavier against one lighter: the upper half
    assert texts(grave, "rule-note") == ["Weigh it again."]
    assert any("样本案例第3号" in text for text in texts(grave, "unverified-law", "zh"))
