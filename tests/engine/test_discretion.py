"""Stage 4: circumstances, tiers, exemption and mitigation."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest

from penalty_engine import Assessment, Engine, EngineError, RulebookError
from penalty_engine.rulebook.benchmark_records import Selection
from tests.engine.cases import GRAVEST, HEAVIER, LIGHTER, act, case, codes, dispatch, fine, hebei, only
from tests.rulebook.folders import clause, clauses, engine_with


@pytest.mark.parametrize(
    ("lighter", "heavier", "gravest", "tier"),
    [
        (0, 0, 0, "less-serious"),
        (1, 0, 0, "slight"),
        (3, 0, 0, "slight"),
        (0, 1, 0, "more-serious"),
        (0, 2, 0, "serious"),
        (0, 5, 0, "serious"),
        (0, 0, 1, "serious"),
        (0, 1, 1, "serious"),
        (1, 1, 0, "less-serious"),
        (2, 2, 0, "less-serious"),
        (2, 1, 0, "slight"),
        (1, 2, 0, "more-serious"),
        (1, 5, 0, "more-serious"),
        (1, 0, 1, "less-serious"),
        (1, 1, 1, "more-serious"),
        (2, 0, 1, "slight"),
    ],
)
def test_the_tier_by_the_circumstances(
    engine: Engine, lighter: int, heavier: int, gravest: int, tier: str
) -> None:
    found = (*LIGHTER[:lighter], *HEAVIER[:heavier], *GRAVEST[:gravest])
    assessment = engine.assess(case(hebei(1, *found)))
    chosen = fine(assessment).tier
    assert chosen is not None
    assert chosen.id == tier
    mixed = lighter > 0 and heavier + gravest > 0
    reasons = [reason.code for reason in assessment.procedure.collective_discussion.reasons]
    assert ("mixed-circumstances" in reasons) is mixed
    assert all(item.counted for item in assessment.acts[0].circumstances)


@pytest.mark.parametrize(
    ("party", "age", "status", "established"),
    [
        ("individual", 13, "exempt", ["under-fourteen"]),
        ("individual", 14, "fined", ["fourteen-to-eighteen"]),
        ("individual", 17, "fined", ["fourteen-to-eighteen"]),
        ("individual", 18, "fined", []),
        ("organization", 13, "fined", []),
        ("organization", 14, "fined", []),
        ("sole_trader", 13, "exempt", ["under-fourteen"]),
        ("sole_trader", 14, "fined", ["fourteen-to-eighteen"]),
        ("sole_trader", 17, "fined", ["fourteen-to-eighteen"]),
        ("sole_trader", 18, "fined", []),
    ],
)
def test_age(engine: Engine, party: str, age: int, status: str, established: list[str]) -> None:
    result = engine.assess(case(hebei(1, age_at_act=age), party=party)).acts[0]
    assert result.status == status
    assert [item.id for item in result.circumstances] == established
    assert all(item.derived for item in result.circumstances)


@pytest.mark.parametrize(("number", "tier"), [(0, "less-serious"), (1, "more-serious"), (3, "more-serious")])
def test_a_circumstance_that_follows_from_a_fact(engine: Engine, number: int, tier: str) -> None:
    assessment = engine.assess(case(hebei(1, prior_same_violations=number)))
    assert fine(assessment).tier is not None
    assert fine(assessment).tier.id == tier  # type: ignore[union-attr]


def test_declared_and_derived_counts_once(engine: Engine) -> None:
    assessment = engine.assess(case(hebei(1, "repeat-violation", prior_same_violations=1)))
    assert [(item.id, item.derived) for item in assessment.acts[0].circumstances] == [
        ("repeat-violation", False)
    ]
    assert fine(assessment).tier.id == "more-serious"  # type: ignore[union-attr]


@pytest.mark.parametrize("ground", ["unaccountable", "minor-and-corrected", "no-fault"])
def test_must_not_be_punished(engine: Engine, ground: str) -> None:
    party = "individual" if ground == "unaccountable" else "organization"
    assessment = engine.assess(case(dispatch(1, ground, illegal_gain=1000), party=party))
    result = assessment.acts[0]
    assert result.status == "exempt"
    assert result.exemption is not None
    assert (result.exemption.circumstance, result.exemption.force) == (ground, "must")
    assert (only(assessment).fines, only(assessment).confiscate, only(assessment).revoke) == ((), None, None)
    assert only(assessment).orders == ("cease",)  # an order to correct is not a penalty
    assert assessment.total == (0, 0, 0, None)
    assert assessment.procedure.hearing.required is False
    # the case was filed and looked into all the same
    assert [item.id for item in assessment.procedure.deadlines] == ["filing", "investigation"]


def test_may_be_left_unpunished_only_as_elected(engine: Engine) -> None:
    open_ = engine.assess(case(hebei(1, "first-violation")))
    assert open_.acts[0].status == "fined"
    assert "exemption-open" in codes(open_)
    assert fine(open_).tier.id == "less-serious"  # type: ignore[union-attr]
    assert [item.counted for item in open_.acts[0].circumstances] == [False]
    elected = engine.assess(case(hebei(1, "first-violation"), elections={"first_violation_exemption": True}))
    assert elected.acts[0].status == "exempt"
    assert elected.acts[0].exemption.force == "may"  # type: ignore[union-attr]
    assert "exemption-open" not in codes(elected)
    vain = engine.assess(case(hebei(1), elections={"first_violation_exemption": True}))
    assert vain.acts[0].status == "fined"
    assert "exemption-without-ground" in codes(vain)


def test_revocation_and_confiscation_fall_with_the_exemption(engine: Engine) -> None:
    result = engine.assess(case(hebei(6, "no-fault", persons_introduced=1)))
    assert only(result).revoke is None
    assert result.procedure.collective_discussion.required is False


def test_mitigation_is_offered_not_taken(engine: Engine) -> None:
    assessment = engine.assess(case(hebei(1, "harm-removed")))
    assert fine(assessment).recommended == 12500
    assert "mitigation-open" in codes(assessment)


_INTRODUCED = {"persons_introduced": 1, "unregistered_unit": False, "is_employment_agency": False}


@pytest.mark.parametrize(
    ("age", "circumstances", "code"),
    [
        (16, (), "mitigation-due"),  # 应当从轻或者减轻
        (20, ("coerced-or-tricked",), "mitigation-due"),
        (20, ("partly-accountable",), "mitigation-open"),  # 可以
        (20, (), None),
    ],
)
def test_a_fixed_sum_leaves_only_mitigation(
    engine: Engine, age: int, circumstances: tuple[str, ...], code: str | None
) -> None:
    stated = act("child-labour-prohibition/7", *circumstances, age_at_act=age, **_INTRODUCED)
    days = {"party": "individual", "to": "2025-07-10"}
    assessment = engine.assess(case(stated, **days))
    assert fine(assessment).recommended == 5000  # never mitigated on its own
    assert [item for item in codes(assessment) if item.startswith("mitigation")] == ([code] if code else [])
    elected = engine.assess(case(stated, **days, elections={"mitigate": True}))
    assert fine(elected).recommended == (5000 if code is None else 2500)
    assert not {"mitigation-due", "mitigation-open"} & set(codes(elected))


def test_mitigation_elected(engine: Engine) -> None:
    assessment = engine.assess(case(hebei(1, "harm-removed"), elections={"mitigate": True}))
    found = fine(assessment)
    assert (found.minimum, found.maximum, found.recommended) == (10000, 30000, 5000)
    assert found.tier is not None
    assert (found.tier.id, found.tier.minimum, found.tier.maximum) == ("mitigated", 0, 10000)
    assert not {"mitigation-open", "mitigation-without-ground", "mitigation-not-possible"} & set(
        codes(assessment)
    )
    assert "mitigated" in [reason.code for reason in assessment.procedure.collective_discussion.reasons]


def test_mitigation_without_a_ground(engine: Engine) -> None:
    for circumstances in ((), ("obstruction",)):
        assessment = engine.assess(case(hebei(1, *circumstances), elections={"mitigate": True}))
        assert "mitigation-without-ground" in codes(assessment)
        assert fine(assessment).recommended >= 10000
        assert "mitigated" not in [
            reason.code for reason in assessment.procedure.collective_discussion.reasons
        ]


def test_mitigation_where_the_law_has_no_minimum(engine: Engine) -> None:
    assessment = engine.assess(
        case(dispatch(1, "harm-removed", illegal_gain=0), elections={"mitigate": True})
    )
    assert "mitigation-not-possible" in codes(assessment)
    assert fine(assessment).tier.id == "slight"  # type: ignore[union-attr]
    assert "mitigation-open" not in codes(engine.assess(case(dispatch(1, "harm-removed", illegal_gain=0))))


@pytest.mark.parametrize(
    "stated",
    [
        case(hebei(1, "harm-removed", "no-fault"), elections={"mitigate": True}),
        case(hebei(10, "harm-removed", serious=False), elections={"mitigate": True}),
        case(dispatch(1, "harm-removed"), elections={"mitigate": True}),
    ],
    ids=["exempt", "referred", "needs-facts"],
)
def test_nothing_is_said_of_a_minimum_where_there_is_no_fine(
    engine: Engine, stated: dict[str, object]
) -> None:
    # "the law sets no minimum" would be untrue here
    assert "mitigation-not-possible" not in codes(engine.assess(stated))


def test_fixed_sums_are_counted_not_weighed(engine: Engine) -> None:
    for circumstances in ((), HEAVIER[:3], LIGHTER[:1]):
        assessment = engine.assess(case(hebei(6, *circumstances, persons_introduced=3)))
        assert (fine(assessment).minimum, fine(assessment).recommended, fine(assessment).tier) == (
            15000,
            15000,
            None,
        )
        assert not any(item.counted for item in assessment.acts[0].circumstances)


def test_a_fact_without_use_is_told(engine: Engine) -> None:
    assessment = engine.assess(case(hebei(1, illegal_gain=5)))
    text = next(
        item["text"] for item in assessment.to_dict("en")["warnings"] if item["code"] == "fact-not-used"
    )
    assert text == (
        'The fact "illegal_gain" (illegal gain) was not used in the computation. The clause does not order confiscation; '
        "under the Administrative Penalty Law art. 28(2) (from 2021-07-15) illegal gain is confiscated except what must be "
        "refunded. Decide separately what is done with it."
    )
    plain = engine.assess(case(hebei(1, persons_introduced=5))).to_dict("en")["warnings"]
    assert [item["text"] for item in plain if item["code"] == "fact-not-used"] == [
        'The fact "persons_introduced" (persons introduced) was not used in the computation.'
    ]
    assert "fact-not-used" not in codes(engine.assess(case(dispatch(1, illegal_gain=5))))
    assert "fact-not-used" not in codes(engine.assess(case(hebei(1, prior_same_violations=0))))


def test_one_circumstance_establishes_another(tmp_path: Path, network: str) -> None:
    change = (
        "    text: 说谎的，从重。\n",
        "    text: 说谎的，从重。\n    when: {refused: true}\n"
        "  - {id: second, name: {zh: 乙, en: b}, effect: heavier, force: discretionary, article: 一, text: 乙, when: {circumstance: lied}}\n"
        "  - {id: third, name: {zh: 丙, en: c}, effect: heavier, force: discretionary, article: 一, text: 丙, when: {circumstance: second}}\n",
    )
    engine = engine_with(tmp_path, network, circumstances=change)
    for stated in (act("sample-law/1", refused=True), act("sample-law/1", "lied", refused=False)):
        assessment = engine.assess(case(stated, authority="office", to="2020-06-01"))
        assert [item.id for item in assessment.acts[0].circumstances] == ["lied", "second", "third"]
    assessment = engine.assess(case(act("sample-law/1", refused=False), authority="office", to="2020-06-01"))
    assert assessment.acts[0].circumstances == ()


@pytest.mark.parametrize(
    "stated", [act("sample-law/1", "lied"), act("sample-law/1", refused=True)], ids=["declared", "derived"]
)
def test_an_entry_condition_may_name_a_circumstance(
    tmp_path: Path, network: str, stated: dict[str, object]
) -> None:
    body = clause("- fine: {at_most: 5000}", "处五千元以下罚款。", extra="entry: {not: {circumstance: lied}}")
    engine = engine_with(
        tmp_path,
        network,
        statute=clauses(body),
        circumstances=("    text: 说谎的，从重。\n", "    text: 说谎的，从重。\n    when: {refused: true}\n"),
    )
    result = only(engine.assess(case(stated, authority="office", to="2020-06-01")))
    assert result.status == "not-available"
    assert result.reason is not None
    assert "lied" in result.reason.text("en")


def test_a_circumstance_is_never_asked_for_as_a_fact(tmp_path: Path, network: str) -> None:
    # what the officer has not declared, and no fact establishes, is not established
    body = clause(
        "- when: {circumstance: lied}\n  fine: {at_most: 5000}\n- when: {not: {circumstance: lied}}\n  fine: {at_most: 1000}",
        "说谎的，处五千元以下罚款；其他处一千元以下罚款。",
    )
    engine = engine_with(tmp_path, network, statute=clauses(body))
    assert (
        fine(engine.assess(case(act("sample-law/1", "lied"), authority="office", to="2020-06-01"))).maximum
        == 5000
    )
    assert fine(engine.assess(case(act("sample-law/1"), authority="office", to="2020-06-01"))).maximum == 1000


def test_what_the_officer_declares_stands(tmp_path: Path, network: str) -> None:
    change = ("    text: 说谎的，从重。\n", "    text: 说谎的，从重。\n    when: {refused: true}\n")
    engine = engine_with(tmp_path, network, circumstances=change)
    stated = case(act("sample-law/1", "lied", refused=False), authority="office", to="2020-06-01")
    assert [item.id for item in engine.assess(stated).acts[0].circumstances] == ["lied"]


def test_a_contradicted_circumstance_is_not_established(tmp_path: Path, network: str) -> None:
    body = clause(
        "- when: {circumstance: lied}\n  fine: {at_most: 5000}\n- when: {not: {circumstance: lied}}\n  fine: {at_most: 1000}",
        "说谎的，处五千元以下罚款；其他处一千元以下罚款。",
    )
    change = ("effect: heavier", "effect: heavier\n    contradicted_by: {refused: false}")
    engine = engine_with(tmp_path, network, statute=clauses(body), circumstances=change)
    for refused, maximum in ((True, 5000), (False, 1000)):
        stated = act("sample-law/1", "lied", refused=refused)
        assert fine(engine.assess(case(stated, authority="office", to="2020-06-01"))).maximum == maximum


def test_a_contradicted_circumstance_contradicts_nothing(engine: Engine) -> None:
    # declared against the facts, the repetition cannot take the first violation away
    stated = hebei(1, "first-violation", "repeat-violation", prior_same_violations=0)
    assessment = engine.assess(case(stated))
    assert [item.id for item in assessment.acts[0].circumstances] == ["first-violation"]
    assert codes(assessment).count("circumstance-contradicted") == 1


def test_circumstances_that_rest_on_each_other(tmp_path: Path, network: str) -> None:
    # nothing else establishes them: refused when loaded, or simply not established, but never an answer without a reason
    body = clause(
        "- when: {circumstance: lied}\n  fine: {at_most: 5000}\n- when: {not: {circumstance: lied}}\n  fine: {at_most: 1000}",
        "说谎的，处五千元以下罚款；其他处一千元以下罚款。",
    )
    circle = (
        "    text: 说谎的，从重。\n",
        "    text: 说谎的，从重。\n    when: {circumstance: second}\n  - {id: second, name: {zh: 乙, en: b}, effect: heavier, "
        "force: discretionary, article: 一, text: 乙, when: {circumstance: lied}}\n",
    )
    with suppress(RulebookError):
        engine = engine_with(tmp_path, network, statute=clauses(body), circumstances=circle)
        stated = case(act("sample-law/1"), authority="office", to="2020-06-01")
        assert fine(engine.assess(stated)).maximum == 1000


def test_a_derivable_circumstance_asks_for_its_own_facts(tmp_path: Path, network: str) -> None:
    body = clause(
        "- when: {circumstance: lied}\n  fine: {at_most: 5000}\n- when: {not: {circumstance: lied}}\n  fine: {at_most: 1000}",
        "说谎的，处五千元以下罚款；其他处一千元以下罚款。",
    )
    change = (
        "    text: 说谎的，从重。\n",
        "    text: 说谎的，从重。\n    when: {refused: true, workers: {above: 3}}\n",
    )
    engine = engine_with(tmp_path, network, statute=clauses(body), circumstances=change)

    def result(**facts: object) -> Assessment:
        return engine.assess(case(act("sample-law/1", **facts), authority="office", to="2020-06-01"))

    assert only(result()).missing_facts == ("refused", "workers")
    assert only(result(workers=4)).missing_facts == ("refused",)
    assert fine(result(workers=3)).maximum == 1000
    assert fine(result(workers=4, refused=True)).maximum == 5000
    assert fine(result(refused=False)).maximum == 1000


def test_a_faulty_benchmark_is_named(tmp_path: Path, network: str) -> None:
    # a rules folder with such a benchmark is refused; a rulebook put together by hand is not looked at again
    stated = case(act("sample-law/1", refused=False), authority="office", to="2020-06-01")
    sound = engine_with(tmp_path, "native").rulebook
    benchmark = sound.benchmarks["halves"]
    lower, upper = benchmark.select

    def engine(*select: Selection) -> Engine:
        return Engine(
            sound._replace(benchmarks={"halves": benchmark._replace(select=select)}),
            network,
        )

    with pytest.raises(EngineError) as refused:
        engine(upper).assess(stated)
    assert refused.value.render("en") == (
        "no tier of the benchmark halves (rules/benchmarks/halves.yaml:3:7) is selected. "
        "Correct the benchmark."
    )
    with pytest.raises(EngineError) as refused:
        engine(lower, upper._replace(when=lower.when)).assess(stated)
    assert refused.value.render("en") == (
        "two tiers of the benchmark halves are selected at once: rules/benchmarks/halves.yaml:11:7 and "
        "rules/benchmarks/halves.yaml:12:7. Correct the benchmark."
    )
