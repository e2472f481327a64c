"""Transfer, publication, collective discussion, legal review: which grounds raise them, and on what basis."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from penalty_engine import Assessment, Engine
from penalty_engine.assessment import Duty
from penalty_engine.inference.rules import first_duties_group, groups, procedure_group
from penalty_engine.rulebook.duty_grounds import OCCASIONAL, grounds_before, is_occasional
from tests.conftest import RULES
from tests.engine.cases import act, case, dispatch, hebei
from tests.rulebook.folders import PROCEDURE, clause, clauses, engine_with

PENALTY_LAW = (RULES / "procedure" / "administrative-penalty-law.yaml").read_text(encoding="utf-8")


def _codes(duty: Duty) -> list[str]:
    return [reason.code for reason in duty.reasons]


def _bases(duty: Duty) -> dict[str, str]:
    return {reason.code: reason.basis.zh for reason in duty.reasons}


def _elected(engine: Engine, stated: dict[str, Any], to: str = "2024-05-31", **elections: bool) -> Assessment:
    return engine.assess(case(stated, to=to, elections=elections))


WAGES = {"violation": "wages-unpaid", "facts": {"failed_to_correct": False}}
CHILD = {
    "violation": "child-labour",
    "facts": {
        "child_months": 2,
        "failed_to_correct": False,
        "toxic_workplace": False,
        "unregistered_unit": False,
        "serious": False,
        "illegal_gain": 0,
    },
}


# --- transfer ---------------------------------------------------------------------------------------------------------


def test_a_crime_that_is_indicated_goes_to_the_judicial_authorities(engine: Engine) -> None:
    found = _elected(engine, dispatch(1, illegal_gain=36000), crime_indicated=True).procedure
    assert found.transfer.required is True
    assert _bases(found.transfer) == {
        "crime-indicated": "行政处罚法第二十七条第一款、第五十七条第一款第（四）项"
    }
    assert found.on_the_spot.permitted is False
    plain = _elected(engine, dispatch(1, illegal_gain=36000)).procedure
    assert (plain.transfer.required, plain.transfer.reasons) == (False, ())


def test_never_on_the_spot_where_a_crime_is_indicated(engine: Engine) -> None:
    small = hebei(3, failed_to_correct=False)  # 1,700 yuan
    assert _elected(engine, small, to="2016-05-31").procedure.on_the_spot.permitted is True
    indicated = _elected(engine, small, to="2016-05-31", crime_indicated=True).procedure
    assert indicated.on_the_spot.permitted is False


def test_unpaid_wages_with_a_crime_go_to_the_police(engine: Engine) -> None:
    found = _elected(engine, WAGES, crime_indicated=True, migrant_wages=True).procedure
    assert _bases(found.transfer) == {
        "crime-indicated": "行政处罚法第二十七条第一款、第五十七条第一款第（四）项",
        "wages-crime-indicated": "保障农民工工资支付条例第四十一条第二款",
    }
    assert _codes(found.publication) == []  # suspected is neither transferred nor serious


def test_wages_are_not_those_of_migrant_workers_unless_found_so(engine: Engine) -> None:
    everything = {"crime_indicated": True, "social_influence": True, "serious_arrears": True}
    found = _elected(engine, WAGES, **everything).procedure
    assert _codes(found.transfer) == ["crime-indicated"]
    assert "serious-unpaid-wages" not in _codes(found.publication)
    project = {"violation": "underfunded-project-wages-unpaid", "facts": {"failed_to_correct": False}}
    found = _elected(engine, project, **everything).procedure
    assert "wages-crime-indicated" in _codes(found.transfer)
    assert "serious-unpaid-wages" in _codes(found.publication)


@pytest.mark.parametrize(
    ("elections", "bases"),
    [
        ({"social_influence": True}, {}),
        ({"migrant_wages": True}, {}),
        (
            {"migrant_wages": True, "serious_arrears": True},
            {"serious-unpaid-wages": "保障农民工工资支付条例第四十七条第二款"},
        ),
        (
            {"crime_indicated": True, "crime_transferred": True},
            {
                "wages-crime": "重大劳动保障违法行为社会公布办法（拒不支付劳动报酬，依法移送司法机关追究刑事责任）"
            },
        ),
        ({"major_violation": True}, {"major-violation": "劳动保障监察条例第二十二条"}),
    ],
)
def test_unpaid_wages_are_made_public_on_what_was_found(
    engine: Engine, elections: dict[str, bool], bases: dict[str, str]
) -> None:
    assert _bases(_elected(engine, WAGES, **elections).procedure.publication) == bases


def test_before_its_first_day_a_provision_of_a_new_kind_raises_nothing(engine: Engine) -> None:
    stated = case(WAGES, to="2016-05-31", decided_on="2016-09-01", elections={"crime_indicated": True})
    found = engine.assess(stated)
    assert _codes(found.procedure.transfer) == ["crime-indicated"]
    assert _codes(found.procedure.publication) == []
    early = {"保障农民工工资支付条例", "重大劳动保障违法行为社会公布办法"}
    told = [item.text() for item in found.warnings if item.code == "basis-not-in-force"]
    assert not any(name in text for name in early for text in told)


# --- publication ------------------------------------------------------------------------------------------------------


def test_a_decision_of_social_influence_is_made_public(engine: Engine) -> None:
    found = _elected(engine, dispatch(1, illegal_gain=36000), social_influence=True).procedure
    assert found.publication.required is True
    assert _bases(found.publication) == {"social-influence": "行政处罚法第四十八条第一款"}
    graver = _elected(engine, dispatch(1, illegal_gain=36000), grave_social_influence=True).procedure
    assert _codes(graver.publication) == ["grave-social-influence"]
    nothing = _elected(engine, dispatch(1, "no-fault", illegal_gain=36000), social_influence=True).procedure
    assert nothing.publication.required is False  # there is no penalty decision


def test_child_labour_is_made_public(engine: Engine) -> None:
    assessment = _elected(engine, CHILD)
    assert assessment.acts[0].status == "fined"
    assert _codes(assessment.procedure.publication) == ["child-labour"]
    told = [item.text("en") for item in assessment.warnings if item.code == "unverified-law"]
    assert any("Measures on the Publication of Major Labour Security Violations" in text for text in told)
    assert _codes(_elected(engine, dispatch(1, illegal_gain=36000)).procedure.publication) == []


def test_a_ground_limited_to_violations_needs_one_that_is_dealt_with(engine: Engine) -> None:
    exempt = {**CHILD, "circumstances": ["no-fault"]}
    other = dispatch(1, illegal_gain=36000)
    found = engine.assess(case(exempt, other, to="2024-05-31"))
    assert [item.status for item in found.acts] == ["exempt", "fined"]
    assert found.procedure.publication.required is False
    both = engine.assess(case(CHILD, other, to="2024-05-31"))
    assert _codes(both.procedure.publication) == ["child-labour"]


# --- collective discussion --------------------------------------------------------------------------------------------


def test_departure_from_the_benchmark_is_discussed(engine: Engine) -> None:
    small = hebei(3, failed_to_correct=False)
    found = _elected(engine, small, to="2016-05-31", depart_from_benchmark=True)
    assert _bases(found.procedure.collective_discussion) == {
        "departure-from-benchmark": "本系统声明的缺省规则（偏离裁量基准）"
    }
    assert any("（偏离裁量基准）" in item.text() for item in found.warnings if item.code == "unverified-law")


def test_what_opens_a_hearing_is_discussed_on_the_bureaus_own_rule(engine: Engine) -> None:
    own = "隆尧县人力资源和社会保障局《行政处罚裁量权规范》三（二）"
    found = _elected(engine, dispatch(1, illegal_gain=36000)).procedure
    assert _bases(found.collective_discussion) == {"larger-fine": own, "larger-confiscation": own}


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (clause("- fine: {exactly: 20000}", "处二万元罚款。"), "larger-fine"),
        (clause("- confiscate: gain", "没收违法所得。"), "larger-confiscation"),
        (
            clause("- fine: {exactly: 100}\n  revoke: permit", "处一百元罚款，吊销许可证。"),
            "licence-revocation",
        ),
    ],
)
def test_without_a_rule_of_the_bureau_the_declared_default_holds(
    tmp_path: Path, body: str, code: str
) -> None:
    defaults = (RULES / "procedure" / "declared-defaults.yaml").read_text(encoding="utf-8")
    engine = engine_with(tmp_path, statute=clauses(body), **{"procedure/declared-defaults.yaml": defaults})
    stated = case(act("sample-law/1", gain=20000), authority="office", to="2020-06-01")
    found = engine.assess(stated).procedure.collective_discussion
    assert _bases(found) == {code: "本系统声明的缺省规则（应当告知听证权利的处罚）"}


# --- legal review and on the spot -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("stated", "elections", "bases"),
    [
        (
            hebei(3, failed_to_correct=False),
            {"public_interest": True},
            ["行政处罚法第五十八条第一款第（一）项"],
        ),
        (hebei(1), {}, ["行政处罚法第五十八条第一款第（二）项"]),
        (hebei(3, failed_to_correct=False), {"difficult": True}, ["行政处罚法第五十八条第一款第（三）项"]),
        (hebei(3, failed_to_correct=False), {"complicated": True}, []),  # 57(2), not 58
    ],
    ids=["public-interest", "hearing", "difficult", "complicated"],
)
def test_legal_review(
    engine: Engine, stated: dict[str, Any], elections: dict[str, bool], bases: list[str]
) -> None:
    found = _elected(engine, stated, to="2016-05-31", **elections).procedure.legal_review
    own = "隆尧县人力资源和社会保障局《规范劳动保障监察案件查处制度》二（三）3"
    assert list(_bases(found).values()) == [*bases, own]


def test_a_review_is_due_if_a_hearing_is_held(native: Engine) -> None:
    found = _elected(native, hebei(1), to="2016-05-31").procedure.legal_review
    told = {reason.code: reason.text.zh for reason in found.reasons}
    assert told["hearing-case"].startswith("直接关系当事人重大权益，如举行听证")


def test_for_a_sole_trader_the_narrower_power_is_said_to_be_a_reading(native: Engine) -> None:
    stated = case(hebei(3, failed_to_correct=False), to="2016-05-31", party="sole_trader")
    assert native.assess(stated).procedure.on_the_spot.permitted is False  # 1,700 yuan are more than 200
    grounds = {item.code: item for item in native.rulebook.grounds if item.duty == "on_the_spot"}
    assert "从严按公民掌握" in grounds["small-fine-sole-trader"].text.zh


def test_other_grave_penalties_open_a_hearing_too(native: Engine) -> None:
    found = next(item for item in native.rulebook.grounds if item.code == "grave-measure" and item.basis.text)
    assert found.basis.cite.zh == "行政处罚法第六十三条第一款第（三）至（五）项"


# --- which grounds the network is given -------------------------------------------------------------------------------


def test_grounds_of_occasional_cases_stand_apart(native: Engine) -> None:
    authority = native.rulebook.authorities["longyao-hrss"]
    found = {
        (item.duty, item.code): is_occasional(item) for item in grounds_before(native.rulebook, authority)
    }
    assert found[("transfer", "crime-indicated")] is True
    assert found[("publication", "child-labour")] is True
    assert found[("collective_discussion", "complicated")] is True
    assert found[("hearing", "larger-fine")] is False
    assert found[("on_the_spot", "small-fine-citizen")] is False
    made = groups(native.rulebook)
    for name in (first_duties_group(authority.id), procedure_group(authority.id)):
        assert {rule.scope for rule in made[name].rules} == {None, OCCASIONAL}


def test_an_unverified_ground_yields_to_the_same_one_verified(native: Engine) -> None:
    authority = native.rulebook.authorities["longyao-hrss"]
    found = [item for item in grounds_before(native.rulebook, authority) if item.code == "licence-revocation"]
    assert [(item.duty, item.basis.source.verified) for item in found] == [
        ("hearing", True),
        ("collective_discussion", True),
    ]


def test_an_officer_who_elects_nothing_sees_the_same_on_both_paths(native: Engine, durable: Engine) -> None:
    for stated in (dispatch(1, illegal_gain=36000), hebei(3, failed_to_correct=False), CHILD, WAGES):
        for elections in ({}, {"crime_indicated": True}, {"social_influence": True}, {"complicated": True}):
            given = case(stated, to="2016-05-31", elections=elections)
            assert native.assess(given).procedure == durable.assess(given).procedure


def test_a_ground_may_be_limited_to_violations_in_any_file(tmp_path: Path) -> None:
    ground = (
        "      - {code: named, when: {penalty_imposed: true}, violations: [sample-violation], article: 第六条, "
        "text: {zh: 甲, en: a}}\n"
    )
    engine = engine_with(tmp_path, **{PROCEDURE: ("time_limits:", f"{ground}time_limits:")})
    found = engine.assess(case(act("sample-law/1", refused=False), authority="office", to="2020-06-01"))
    assert _codes(found.procedure.hearing) == ["named"]


def test_the_duties_by_name(native: Engine) -> None:
    duties = native.assess(case(hebei(1))).procedure.duties
    assert list(duties) == [
        "collective_discussion",
        "hearing",
        "legal_review",
        "on_the_spot",
        "transfer",
        "publication",
    ]
    assert PENALTY_LAW.count("- duty:") == len(duties)
