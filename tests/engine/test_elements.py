"""A circumstance that is part of the violation itself is not counted again."""

from __future__ import annotations

from pathlib import Path

import pytest

from penalty_engine import Assessment, Engine, RulebookError
from penalty_engine.assessment import CircumstanceResult
from tests.conftest import NETWORKS, need_durable
from tests.engine.cases import act, case, fine
from tests.engine.law_changes import AFTER, OLD, engine, two_versions, version
from tests.engine.small_field import ranged
from tests.rulebook.folders import engine_with

ELEMENTS = "  elements: [lied]\n"
MIXED = (
    "duties:\n",
    "duties:\n  - duty: collective_discussion\n    grounds:\n"
    "      - {code: mixed-circumstances, when: {mixed_circumstances: true}, article: 第九条, text: {zh: 并存, en: mixed}}\n",
)


def _assess(
    found: Engine, *circumstances: str, violation: bool = True, decided: str | None = None
) -> Assessment:
    stated = act("sample-law/1", *circumstances)
    if violation:
        stated = {**stated, "violation": "sample-violation"}
        del stated["clause"]
    days = {} if decided is None else {"decided_on": decided}
    return found.assess(case(stated, authority="office", to="2021-03-31", **days))


def _circumstances(assessment: Assessment) -> dict[str, CircumstanceResult]:
    return {item.id: item for item in assessment.acts[0].circumstances}


@pytest.fixture(params=NETWORKS)
def field(request: pytest.FixtureRequest, tmp_path: Path) -> Engine:
    """Lying is what the clause punishes."""
    if request.param == "durable":
        need_durable()
    return engine(tmp_path, version(ranged(1, 1000, 5000, ELEMENTS), OLD), network=request.param)


def test_an_element_does_not_raise_the_fine(field: Engine) -> None:
    plain, lied = _assess(field), _assess(field, "lied")
    assert fine(plain) == fine(lied)
    found = _circumstances(lied)["lied"]
    assert found.counted is False
    assert found.why_not is not None
    assert found.why_not.text("en").startswith("already an element of the violation under Sample Law 第一条")
    assert found.why_not.text("zh") == "已是《样本法》第一条的构成要件，不重复评价"


def test_others_still_count(field: Engine) -> None:
    both = _assess(field, "lied", "helped")
    found = _circumstances(both)
    assert (found["lied"].counted, found["helped"].counted) == (False, True)
    assert found["helped"].why_not is None
    assert fine(both) == fine(_assess(field, "helped"))


def test_the_trace_says_so(field: Engine) -> None:
    steps = _assess(field, "lied").to_dict("en")["trace"][0]["steps"]
    step = next(item for item in steps if item["step"] == "element")
    assert step["inputs"] == {"circumstance": "lied", "clause": "sample-law/1"}
    assert (step["article"], step["result"]) == ("第一条", False)
    tier = next(item for item in steps if item["step"] == "tier")
    assert tier["inputs"]["heavier_circumstances"] == 0
    assert [item["step"] for item in steps].index("element") < [item["step"] for item in steps].index("tier")
    assert not [item for item in _assess(field, "helped").trace[0].steps if item.step == "element"]


def test_an_element_does_not_make_circumstances_mixed(tmp_path: Path) -> None:
    changes = version(ranged(1, 1000, 5000, ELEMENTS) + ranged(2, 10, 20), OLD)
    found = engine_with(tmp_path, **changes, procedure=MIXED)
    assert _assess(found, "lied", "helped", violation=False).procedure.collective_discussion.required is False
    # under the other clause, of which it is no element, they are
    stated = case(act("sample-law/2", "lied", "helped"), authority="office", to="2021-03-31")
    duty = found.assess(stated).procedure.collective_discussion
    assert [item.code for item in duty.reasons] == ["mixed-circumstances"]


def test_nor_where_the_sum_is_fixed_and_nothing_is_weighed(tmp_path: Path) -> None:
    changes = version(ranged(1, 5000, 5000, ELEMENTS), OLD)
    found = engine_with(tmp_path, **changes, procedure=MIXED)
    assert _assess(found, "lied", "helped", violation=False).procedure.collective_discussion.required is False


def test_each_clause_has_its_own_elements(tmp_path: Path) -> None:
    found = engine(tmp_path, version(ranged(1, 1000, 5000, ELEMENTS) + ranged(2, 1000, 5000), OLD))
    named = {
        key: found.assess(case(act(f"sample-law/{key}", "lied"), authority="office", to="2021-03-31"))
        for key in (1, 2)
    }
    assert [fine(item).recommended for item in named.values()] == [2000, 4000]
    assert [_circumstances(item)["lied"].counted for item in named.values()] == [False, True]
    # of both for one act the higher fine governs, where it counts
    both = _assess(found, "lied")
    assert (both.acts[0].governing_clause, both.total.recommended) == ("sample-law/2", 4000)
    assert _circumstances(both)["lied"].counted is True


def test_each_version_has_its_own_elements(tmp_path: Path) -> None:
    found = two_versions(tmp_path, ranged(1, 1000, 5000), ranged(1, 1000, 4000, ELEMENTS))
    milder = _assess(found, "lied", decided=AFTER)
    law = milder.acts[0].milder_law
    assert law is not None
    assert (law.at_act.recommended, law.at_decision.recommended) == (4000, 1700)
    assert (law.applied, milder.total.recommended) == ("decision", 1700)
    assert _circumstances(milder)["lied"].counted is False
    old = _assess(found, "lied")
    assert _circumstances(old)["lied"].counted is True
    assert _circumstances(old)["lied"].why_not is None


def test_the_reason_is_that_of_the_version_applied(tmp_path: Path) -> None:
    # not counted under the old version for another reason than the new version's elements
    found = two_versions(tmp_path, ranged(1, 1000, 5000, ELEMENTS), ranged(1, 1000, 9000))
    assessment = _assess(found, "lied", decided=AFTER)
    why = _circumstances(assessment)["lied"].why_not
    assert why is not None
    assert why.code == "circumstance-element"


def test_a_lighter_circumstance_may_be_an_element_too(tmp_path: Path) -> None:
    found = engine(tmp_path, version(ranged(1, 1000, 5000, "  elements: [helped]\n"), OLD))
    assert fine(_assess(found, "helped")) == fine(_assess(found))


def test_an_unknown_element_is_refused_with_its_place(tmp_path: Path) -> None:
    with pytest.raises(RulebookError) as refused:
        engine(tmp_path, version(ranged(1, 1000, 5000, "  elements: [lyed]\n"), OLD))
    text = refused.value.render("en")
    assert "lyed" in text
    assert "lied" in text
    assert "2020-01-01.yaml:" in text


# --- the shipped statutes ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("clause", "element", "facts"),
    [
        ("labour-inspection-regulation/30.1a", "obstruction", {}),
        ("labour-inspection-regulation/30.1b", "evidence-destroyed", {}),
        ("labour-inspection-regulation/30.1b", "false-evidence", {}),
        ("labour-inspection-regulation/30.1c", "continued-after-order", {"failed_to_correct": True}),
        ("work-injury-insurance-regulation/63", "obstruction", {}),
        ("hr-market-regulation/42.2", "continued-after-order", {"failed_to_correct": True}),
        (
            "labour-contract-law/92.2",
            "continued-after-order",
            {"failed_to_correct": True, "dispatched_workers": 3, "party_role": "host_employer"},
        ),
    ],
)
def test_what_the_shipped_clauses_punish_is_not_counted_again(
    native: Engine, clause: str, element: str, facts: dict[str, object]
) -> None:
    def assess(*circumstances: str) -> Assessment:
        return native.assess(case(act(clause, *circumstances, **facts), to="2025-05-31"))

    plain, once = assess(), assess(element)
    assert fine(once) == fine(plain)
    assert _circumstances(once)[element].counted is False
    both = assess(element, "mass-incident")
    assert fine(both) == fine(assess("mass-incident"))
    assert fine(both).recommended > fine(plain).recommended
    reasons = assess(element, "harm-removed").procedure.collective_discussion.reasons
    assert "mixed-circumstances" not in {item.code for item in reasons}


def test_every_shipped_element_is_a_heavier_circumstance_of_a_text_that_is_held(native: Engine) -> None:
    known = native.rulebook.circumstances
    for versions in native.rulebook.clauses.values():
        for clause in versions:
            assert all(known[name].effect == "heavier" for name in clause.elements), clause.rule
            assert not (clause.elements and clause.not_obtained), clause.rule
