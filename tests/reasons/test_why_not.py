"""Why something did not apply: the failing tests, and changes that were verified by assessing the changed case."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from penalty_engine import Case, CaseError, Engine
from penalty_engine.messages import Names
from penalty_engine.reasons.answers import Answer
from penalty_engine.reasons.change import changed
from penalty_engine.reasons.situation import Situation
from penalty_engine.reasons.subjects import Subject, subjects
from penalty_engine.reasons.verdicts import verdict
from penalty_engine.reasons.why_not import why_not
from tests.conftest import ROOT, RULES
from tests.engine.cases import case, cases
from tests.reasons import field
from tests.reasons.field import one

NATIVE = Engine.load(RULES, "native")
FEWER = {"refused": False, "workers": 4, "role": "host", "months": 2, "gain": 0}


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    return field.engine(tmp_path_factory.mktemp("field"))


def only(engine: Engine, data: dict[str, Any], name: str) -> Answer:
    """The one answer, after every remedy called verified was assessed once more."""
    found = why_not(engine, data, name)
    assert len(found) == 1
    check(engine, Case.parse(data), found[0])
    json.dumps([found[0].to_dict("zh"), found[0].to_dict("en")])
    return found[0]


def check(engine: Engine, given_case: Case, answer: Answer) -> None:
    situation = Situation(engine, given_case)
    number = answer.act or 0
    now = verdict(engine.rulebook, situation.assessment, answer.subject, number)
    assert now == answer.holds
    for remedy in answer.remedies or ():
        after = engine.assess(situation.change(remedy.changes))
        assert verdict(engine.rulebook, after, answer.subject, number) == remedy.holds
        assert remedy.verified == (remedy.holds is True)


def texts(answer: Answer) -> list[list[str]]:
    """The changes of each remedy, in English."""
    return [[item.text.text("en") for item in remedy.changes] for remedy in answer.remedies or ()]


def failing(answer: Answer) -> list[list[str]]:
    return [[item.fact for item in ground.failing] for ground in answer.grounds]


# --- clauses ----------------------------------------------------------------------------------------------------------


def test_every_failing_test_is_listed_and_the_smallest_set_is_offered(small: Engine) -> None:
    found = only(small, one("sample-violation", **FEWER), "sample-law/1")
    assert found.holds is False
    assert failing(found) == [["refused", "workers", "role", "months"]]
    assert [item.either for item in found.grounds[0].failing] == [False, True, True, True]
    assert found.place is not None
    assert found.place.endswith("2020-01-01.yaml:10:9")
    assert texts(found) == [["refused: no → yes", "workers: 4 → 10"]]
    assert found.remedies is not None
    assert found.remedies[0].verified


def test_one_fact_is_enough_where_the_others_hold(small: Engine) -> None:
    facts = {**FEWER, "refused": True, "role": "agency", "months": 3}
    found = only(small, one("sample-violation", **facts), "sample-law/1")
    assert texts(found) == [["months: 3 months → 4 months"], ["workers: 4 → 10"]]


def test_an_unknown_fact_is_told_and_offered(small: Engine) -> None:
    found = only(small, one("sample-violation", workers=20), "sample-law/1")
    assert found.holds is None
    assert found.text.text("en") == "Not decided yet; facts are missing: refused."
    assert [item.known for item in found.grounds[0].failing] == [False]
    assert found.remedies is not None
    assert [(remedy.holds, remedy.missing) for remedy in found.remedies] == [(None, ("gain",))]
    assert texts(found) == [["refused: unknown → yes"]]


def test_a_clause_that_applied_says_so_and_where(small: Engine) -> None:
    found = only(small, one("other-violation", gain=0), "sample-law/2")
    assert found.holds is True
    assert found.text.text("en") == (
        "It is applied: the party, 1,000–5,000 yuan by law, recommended 2,000 yuan."
    )
    assert found.place is not None
    assert found.place.endswith(".yaml:24:9")
    assert found.remedies is None


def test_a_clause_not_in_force_tells_its_days_and_the_nearest(small: Engine) -> None:
    found = only(small, one("other-violation", to="2022-03-01", gain=0), "2")
    assert "2020-01-01 to 2021-12-31" in found.text.text("en")
    assert texts(found) == [["last day of the act: 2022-03-01 → 2021-12-31"]]


def test_a_day_that_contradicts_the_case_is_not_offered(small: Engine) -> None:
    data = one("other-violation", to="2022-03-01", gain=0)
    data["timeline"]["conduct_from"] = "2022-02-01"
    assert texts(only(small, data, "2")) == [
        [
            "last day of the act: 2022-03-01 → 2021-12-31",
            "first day of the act: 2022-02-01 → 2021-12-31",
        ]
    ]
    data = one("other-violation", to="2019-03-01", gain=0)
    data["timeline"]["decided_on"] = "2019-04-01"
    assert only(small, data, "2").remedies is None


def test_a_clause_on_another_violation_names_what_it_punishes(small: Engine) -> None:
    found = only(small, one("other-violation", gain=0), "sample-law/1")
    assert found.text.text("en") == (
        "Not applied: the act is “other violation”; this clause punishes: sample violation."
    )
    assert found.remedies is None


def test_another_body_s_clause_says_whose_it_is(small: Engine) -> None:
    found = only(small, one("fixed-violation"), "sample-law/4")
    assert found.holds is False
    assert "lies with: police" in found.text.text("en")


def test_an_act_under_one_clause_is_not_held_against_the_others(native: Engine) -> None:
    act = {"clause": "child-labour-prohibition/6.1", "facts": {"child_months": 2, "failed_to_correct": False}}
    found = why_not(native, case(act, to="2025-06-30"), "minors-protection-law/125")[0]
    assert "names the clause child-labour-prohibition/6.1" in found.text.text("en")
    assert found.remedies is not None
    assert found.remedies[0].changes[0].kind == "violation"


def test_a_clause_set_aside_names_the_other_and_why(native: Engine) -> None:
    data = ROOT / "examples" / "child-labour.yaml"
    found = why_not(native, data, "劳动法94条")[0]
    assert found.subject.id == "labour-law/94"
    assert "child-labour-prohibition/6.1" in found.text.text("en")
    assert found.remedies is None


def test_an_article_may_be_several_clauses(native: Engine) -> None:
    found = why_not(native, ROOT / "examples" / "unlicensed-dispatch.yaml", "劳动合同法92条")
    assert [(item.subject.id, item.holds) for item in found] == [
        ("labour-contract-law/92.1", True),
        ("labour-contract-law/92.2", False),
    ]


# --- tiers and circumstances ------------------------------------------------------------------------------------------


def test_a_tier_names_the_row_it_needs(small: Engine) -> None:
    found = only(small, one("other-violation", gain=0), "upper")
    assert found.text.text("en") == "Not this tier; the case is in: lower."
    assert failing(found) == [["heavier_over_lighter"]]
    assert found.grounds[0].place.endswith("halves.yaml:12:7")
    assert ["the circumstance “lied” is found"] in texts(found)


def test_several_circumstances_where_one_is_not_enough(small: Engine) -> None:
    found = only(small, one("other-violation", "helped", gain=0), "upper")
    assert found.remedies
    assert {len(remedy.changes) for remedy in found.remedies} == {2}
    assert [
        "the circumstance “helped” is not found",
        "the circumstance “lied” is found",
    ] in texts(found)


def test_the_tier_of_the_case_is_confirmed(small: Engine) -> None:
    assert only(small, one("other-violation", gain=0), "低").holds is True


@pytest.mark.parametrize(
    ("circumstances", "text", "changes"),
    [
        (
            (),
            "no statutory ground was found",
            ["the circumstance “helped” is found", "mitigation elected: no → yes"],
        ),
        (("helped",), "the officer did not elect it", ["mitigation elected: no → yes"]),
    ],
)
def test_mitigation_needs_a_ground_and_an_election(
    small: Engine, circumstances: tuple[str, ...], text: str, changes: list[str]
) -> None:
    found = only(small, one("other-violation", *circumstances, gain=0), "mitigated")
    assert text in found.text.text("en")
    assert changes in texts(found)


def _under_jinan(gain: int) -> dict[str, Any]:
    act = {"violation": "unlicensed-labour-dispatch", "facts": {"illegal_gain": gain}}
    return {**case(act, to="2020-06-30"), "benchmark": "jinan-2018"}


@pytest.mark.parametrize(
    ("gain", "tier", "needed"),
    [(120000, "second", "30,000"), (120000, "first", "10,000"), (8000, "third", "30,000.01")],
)
def test_a_tier_by_facts_names_the_nearest_value(native: Engine, gain: int, tier: str, needed: str) -> None:
    """Where two rows meet, the table takes the lighter: the third begins a fen above the bound it shares."""
    found = only(native, _under_jinan(gain), tier)
    assert [f"illegal gain: {gain:,} yuan → {needed} yuan"] in texts(found)


def test_a_tier_of_another_table(native: Engine) -> None:
    found = only(native, _under_jinan(120000), "slight")
    assert "has no such tier, only: first tier, second tier" in found.text.text("en")
    assert found.remedies is None


def test_a_fixed_sum_has_no_tier(small: Engine) -> None:
    assert "fixed sum" in only(small, one("fixed-violation"), "upper").text.text("en")


def test_a_circumstance_that_was_found(small: Engine) -> None:
    assert "found and counted" in only(small, one("other-violation", "lied", gain=0), "lied").text.text("en")
    fixed = only(small, one("fixed-violation", "lied"), "lied")
    assert fixed.holds is True
    assert "moved nothing" in fixed.text.text("en")


def test_a_circumstance_contradicted_by_a_fact(small: Engine) -> None:
    found = only(small, one("other-violation", "blameless", gain=0, refused=True), "blameless")
    assert "contradicts other facts" in found.text.text("en")
    assert failing(found) == [["refused"]]
    assert texts(found) == [["refused: yes → no"]]


def test_a_circumstance_that_follows_from_facts(small: Engine) -> None:
    found = only(small, one("other-violation", gain=0, workers=3), "many")
    assert failing(found) == [["workers"]]
    assert texts(found) == [["the circumstance “many workers” is found"], ["workers: 3 → 50"]]


def test_a_circumstance_of_another_kind_of_party(small: Engine) -> None:
    found = only(small, one("other-violation", gain=0), "young")
    assert found.text.text("en") == "It cannot concern this party, only: individual."


def test_an_exemption_that_was_not_elected(small: Engine) -> None:
    data = one("other-violation", "first-time", gain=0)
    assert texts(only(small, data, "first-time")) == [["first-violation exemption elected: no → yes"]]
    found = only(small, data, "exemption")
    assert "applies only if the officer elects it" in found.text.text("en")
    assert ["first-violation exemption elected: no → yes"] in texts(found)
    assert ["the circumstance “blameless” is found"] in texts(found)


def test_a_circumstance_that_never_counts_for_the_violation(native: Engine) -> None:
    found = why_not(native, ROOT / "examples" / "child-labour.yaml", "first-violation")[0]
    assert found.text.code == "why-circumstance-never"  # type: ignore[union-attr]
    assert found.remedies is None


# --- duties and what accompanies a fine -------------------------------------------------------------------------------


def test_a_duty_tells_every_ground_and_the_exact_number_at_which_it_arises(small: Engine) -> None:
    facts = {"refused": True, "workers": 12, "gain": 0}
    found = only(small, one("sample-violation", **facts), "hearing")
    assert found.act is None
    assert failing(found) == [["fine_reaches_larger_amount"]]
    assert "larger amount begins at 10,000 yuan" in found.text.text("en")
    assert found.remedies is not None
    change = next(remedy.changes[0] for remedy in found.remedies if remedy.changes[0].name == "workers")
    # from 50 workers on the tier is the upper one, whose middle is 250 yuan each: 40 of them would be 10,000
    assert change.new == 50
    data = one("sample-violation", **{**facts, "workers": 49})
    assert small.assess(data).procedure.hearing.required is False


def test_a_duty_that_arose_gives_its_reasons(small: Engine) -> None:
    facts = {"refused": True, "workers": 80, "gain": 0}
    found = only(small, one("sample-violation", **facts), "听证")
    assert found.holds is True
    assert found.text.text("en").startswith("It is required: larger (")


def test_a_licence_needs_what_the_revocation_asks(small: Engine) -> None:
    facts = {"refused": True, "workers": 12, "gain": 50000}
    found = only(small, one("sample-violation", **facts), "permit")
    assert failing(found) == [["gain"]]
    assert texts(found) == [["gain: 50,000 yuan → 50,000.01 yuan"]]


def test_a_licence_no_clause_on_the_act_can_take(small: Engine) -> None:
    found = only(small, one("other-violation", gain=0), "permit")
    assert "sample-law/1" in found.text.text("en")
    assert found.remedies is None


def test_a_measure_and_a_confiscation(small: Engine) -> None:
    data = one("other-violation", gain=0)
    assert texts(only(small, data, "closure")) == [["gain: 0 yuan → 10,000.01 yuan"]]
    assert texts(only(small, data, "confiscation"))[0] == ["gain: 0 yuan → 0.01 yuan"]


# --- names, acts, networks --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "nearest"),
    [("sample-law/11", "sample-law/1"), ("blamelss", "blameless"), ("hearin", "hearing"), ("", None)],
)
def test_an_unknown_name_gives_the_nearest(small: Engine, name: str, nearest: str | None) -> None:
    with pytest.raises(CaseError) as raised:
        why_not(small, one("other-violation", gain=0), name)
    assert raised.value.diagnostics[0].code == "why-unknown-name"
    assert raised.value.diagnostics[0].params["nearest"] == nearest


def test_each_act_has_its_answer_and_one_may_be_chosen(small: Engine) -> None:
    acts = [{"violation": name, "facts": {"gain": 0}} for name in ("other-violation", "fixed-violation")]
    data = case(*acts, authority="office", to="2020-06-01")
    assert [item.holds for item in why_not(small, data, "sample-law/2")] == [True, False]
    assert [item.act for item in why_not(small, data, "sample-law/2", act=1)] == [1]


@pytest.mark.parametrize("name", ["hearing", "serious", "harm-removed", "child-labour-prohibition/6.2"])
def test_both_networks_answer_the_same(native: Engine, durable: Engine, name: str) -> None:
    data = ROOT / "examples" / "child-labour.yaml"
    answers = [[item.to_dict() for item in why_not(engine, data, name)] for engine in (native, durable)]
    assert answers[0] == answers[1]


def _all(engine: Engine) -> list[Subject]:
    """Some of everything one can ask about."""
    book = engine.rulebook
    names = [*book.clauses, *book.circumstances, *book.vocabulary.licences, *book.vocabulary.measures]
    return [subjects(engine, name)[0] for name in (*names, "hearing", "on_the_spot", "slight", "mitigated")]


def test_whatever_is_asked_of_whatever_case_is_answered_and_verified(native: Engine) -> None:
    asked = _all(native)

    @settings(max_examples=25)
    @given(cases(native, most=2), st.sampled_from(asked))
    def answered(data: dict[str, Any], subject: Subject) -> None:
        try:
            situation = Situation(native, data)
        except CaseError:
            return
        for answer in why_not(native, data, subject.id):
            check(native, situation.case, answer)
            json.dumps([answer.to_dict("zh"), answer.to_dict("en")])

    answered()


def test_a_change_leaves_the_case_itself_alone(small: Engine) -> None:
    given_case = Case.parse(one("sample-violation", **FEWER))
    before = given_case.canonical()
    remedies = why_not(small, given_case, "sample-law/1")[0].remedies
    assert remedies is not None
    assert changed(given_case, remedies[0].changes).canonical() != before == given_case.canonical()


LATE = {"conduct_to": "2022-03-01", "complained_on": "2024-02-20", "filed_on": "2024-03-05"}


def shipped(timeline: dict[str, str], **more: Any) -> dict[str, Any]:
    """An act under the rules shipped."""
    act = {"violation": "unlicensed-labour-dispatch", "facts": {"illegal_gain": 3000}, **more.pop("act", {})}
    return {"schema": 1, "party": {"kind": "organization"}, "timeline": timeline, "acts": [act], **more}


def test_a_period_worked_out_as_still_running_is_told_with_its_days() -> None:
    found = only(NATIVE, shipped({**LATE, "decided_on": "2024-05-01"}), "limitation-lapsed")
    assert found.text.text("zh") == "没有认定：按案件写明的日期计算，条件不具备。"
    assert found.remedies is None
    test = found.grounds[0].failing[0]
    assert test.known
    assert isinstance(test.actual, Names)
    assert test.actual.zh.endswith("起至 2024-03-01；投诉之日 2024-02-20，没有超过")


@pytest.mark.parametrize("name", ["exemption", "hearing", "no-fault"])
def test_no_day_is_moved_to_bring_something_about(name: str) -> None:
    days = {"conduct_to": "2024-06-01", "complained_on": "2024-06-05", "decided_on": "2024-07-10"}
    found = only(NATIVE, shipped(days), name)
    assert found.remedies
    assert all(remedy.of_facts for remedy in found.remedies)


def test_an_exemption_is_not_sought_where_there_is_no_penalty() -> None:
    days = {"conduct_to": "2024-06-01", "order_due_on": "2024-06-15", "corrected_on": "2024-06-12"}
    act = {
        "violation": "dispatch-outside-permitted-posts",
        "facts": {"dispatched_workers": 3, "party_role": "host_employer", "failed_to_correct": False},
        "circumstances": ["first-violation"],
    }
    found = only(NATIVE, shipped(days, act=act, elections={"first_violation_exemption": True}), "exemption")
    assert found.remedies is None
