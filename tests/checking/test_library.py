"""The library: what a result holds, which rules it rests on, and what procedure asks of the penalty really decided."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from penalty_engine import Engine
from penalty_engine.checking import SEVERITIES, check, read_decision
from penalty_engine.rulebook.reading import read_file
from penalty_engine.schemas import decision_schema
from tests.checking.changes import at, fine, imposed, nothing
from tests.checking.faults import CASES
from tests.checking.samples import case, sound
from tests.conftest import ROOT
from tests.engine.law_changes import AFTER, BEFORE, two_versions
from tests.engine.small_field import ranged
from tests.rulebook.folders import engine_with

EXAMPLES = sorted((ROOT / "examples" / "decisions").glob("*.yaml"))


def _codes(engine: Engine, decision: dict[str, Any]) -> list[str]:
    return [item.code for item in check(engine, decision).findings]


# --- the result -------------------------------------------------------------------------------------------------------


def test_findings_come_in_order_of_severity(native: Engine) -> None:
    found = check(native, ROOT / "examples" / "decisions" / "many-faults.yaml").findings
    ranks = [SEVERITIES.index(item.severity) for item in found]
    assert ranks == sorted(ranks)
    assert len(set(ranks)) >= 3


def test_the_same_decision_gives_the_same_bytes(native: Engine) -> None:
    decision = sound(native, CASES["plain"])
    before = copy.deepcopy(decision)
    for lang in ("zh", "en"):
        assert check(native, decision).to_json(lang) == check(native, decision).to_json(lang)
    assert decision == before


def test_the_json_form(native: Engine) -> None:
    decision = sound(native, CASES["persons"])
    result = check(native, decision).to_dict("en")
    assert result["status"] == "sound"
    assert result["imposed"] == {"fine": "66200", "confiscate": "0"}
    assert result["total"]["recommended"] == "66200"
    assert result["counts"] == dict.fromkeys(SEVERITIES, 0)
    json.dumps(result)


def test_a_decision_may_be_read_first(native: Engine) -> None:
    read = read_decision(sound(native, CASES["plain"]))
    assert check(native, read).status == "sound"
    assert check(native, read).law.acts[0].status == "fined"


# --- the case ---------------------------------------------------------------------------------------------------------


def test_what_the_case_says_need_not_be_said_again(native: Engine) -> None:
    decision = sound(native, CASES["plain"])
    timeline, steps = decision["case"]["timeline"], decision["steps"]
    timeline["decided_on"], timeline["served_on"] = steps.pop("decided_on"), steps.pop("served_on")
    timeline["notice_served_on"] = steps.pop("prior_notice")["served_on"]
    decision["case"]["officers"] = decision.pop("officers")
    assert _codes(native, decision) == []
    decision["case"]["defence"] = {"made": True}
    assert _codes(native, decision) == ["defence-not-answered"]


def test_an_election_may_stand_in_the_decision(native: Engine) -> None:
    stated = copy.deepcopy(CASES["mitigated"])
    decision = sound(native, stated)
    del decision["case"]["elections"]
    assert _codes(native, decision) == ["mitigation-not-elected"]
    decision["elections"] = {"mitigate": True}
    assert _codes(native, decision) == []


def test_a_decision_not_to_punish_elects_its_ground(native: Engine) -> None:
    stated = copy.deepcopy(CASES["first"])
    del stated["elections"]
    decision = sound(native, stated)
    assert decision["acts"][0]["fines"]
    nothing("first-violation")(decision)
    assert _codes(native, decision) == []


def test_the_decision_may_cite_another_clause_than_the_case(native: Engine) -> None:
    facts = {"illegal_gain": 36000}
    stated = case({"clause": "employment-promotion-law/64", "facts": facts})
    decision = sound(native, stated)
    assert decision["acts"][0]["clause"] == "employment-promotion-law/64"
    assert _codes(native, decision) == []
    at("acts", 0, "clause", value="hr-market-regulation/42.1")(decision)
    at("acts", 0, "measures", value=[])(decision)
    at("acts", 0, "orders", value=["cease"])(decision)
    assert _codes(native, decision) == []  # among all clauses of the violation it is the one applied


def test_facts_missing(native: Engine) -> None:
    decision = sound(native, CASES["plain"])
    del decision["case"]["acts"][0]["facts"]["illegal_gain"]
    del decision["payment"]
    result = check(native, decision)
    assert (result.status, result.missing_facts) == ("needs-facts", ("illegal_gain",))
    codes = [item.code for item in result.findings]
    assert codes == ["payment-term-missing", "cannot-check", "surcharge-not-told"]


def test_facts_missing_for_one_act_of_two(native: Engine) -> None:
    stated = copy.deepcopy(CASES["two-acts"])
    decision = sound(native, stated)
    del decision["case"]["acts"][0]["facts"]["illegal_gain"]
    at("acts", 1, "fines", 0, "amount", value="9000")(decision)
    result = check(native, decision)
    assert result.status == "needs-facts"
    assert {"cannot-check", "fine-above-maximum"} <= {item.code for item in result.findings}


def test_what_the_paper_itself_shows_is_checked_without_the_facts(native: Engine) -> None:
    decision = sound(native, CASES["plain"])
    del decision["case"]["acts"][0]["facts"]["illegal_gain"]
    written = decision["acts"][0]["fines"][0]
    written.update({"capitals": "叁万元", "rate": 3, "quantity": 110000})
    at("acts", 0, "clause", value="hebei-labour-market-regulation/25.1")(decision)
    assert set(_codes(native, decision)) == {
        "clause-other-violation",
        "not-the-product",
        "capitals-disagree",
        "cannot-check",
    }


# --- law that changed, time that has run -------------------------------------------------------------------------------


def _of_sample(clause: str, amount: int, to: str = BEFORE, **timeline: str) -> dict[str, Any]:
    act = {"violation": "sample-violation", "facts": {}}
    stated = {"party": {"kind": "organization"}, "timeline": {"conduct_to": to, **timeline}, "acts": [act]}
    decided = {"clause": clause, "fines": [{"amount": amount}]}
    return {"case": stated, "acts": [decided], "steps": {"decided_on": AFTER}}


def test_the_clause_of_the_heavier_law(tmp_path: Path) -> None:
    engine = two_versions(tmp_path, ranged(1, 1000, 5000), ranged(2, 500, 3000))
    assert _codes(engine, _of_sample("sample-law/2", 1000)) == []
    found = check(engine, _of_sample("sample-law/1", 2000)).findings
    assert [item.code for item in found] == ["clause-of-heavier-law"]
    assert found[0].text.text("zh") == (
        "《样本法》第一条是行为时的规定；作出决定时的规定较轻，应当适用新的规定。"
    )
    assert found[0].way_out.text("en") == (
        "Apply the law of the day of the decision. What applies to this act: Sample Law 第二条."
    )
    assert [basis.en for basis in found[0].basis] == ["Sample Law 第一条", "Sample Procedure Act 第八条"]


def test_the_clause_of_a_newer_law_that_is_heavier(tmp_path: Path) -> None:
    engine = two_versions(tmp_path, ranged(1, 1000, 5000), ranged(2, 5000, 9000))
    assert _codes(engine, _of_sample("sample-law/2", 6000)) == ["clause-not-in-force"]
    assert _codes(engine, _of_sample("sample-law/1", 2000)) == []


def test_one_clause_in_two_versions(tmp_path: Path) -> None:
    engine = two_versions(tmp_path, ranged(1, 1000, 5000), ranged(1, 500, 3000))
    assert _codes(engine, _of_sample("sample-law/1", 1000)) == []
    assert _codes(engine, _of_sample("sample-law/1", 4000)) == ["fine-above-maximum"]


def test_rules_that_only_warn_of_the_limitation_period(tmp_path: Path) -> None:
    limitation = (
        "limitations:\n  - {years: 2, from: conduct_to, until: [filed_on], article: 第九条, "
        "warning: {zh: 已过二年。, en: Two years have passed.}}\nduties:\n"
    )
    engine = engine_with(tmp_path, procedure=("duties:\n", limitation))
    decision = _of_sample("sample-law/1", 2000, to="2020-03-01", filed_on="2022-04-01")
    decision["case"]["acts"][0]["facts"] = {"refused": False}
    decision["acts"][0]["orders"] = ["cease"]
    result = check(engine, decision)
    assert [(item.code, item.severity) for item in result.findings] == [("limitation-run", "note")]
    assert result.findings[0].text.text("en") == "Two years have passed."
    assert [basis.zh for basis in result.findings[0].basis] == ["样本程序法第九条"]


# --- what was decided, not what is recommended -------------------------------------------------------------------------


def test_duties_follow_from_the_sum_decided(native: Engine) -> None:
    decision = sound(native, CASES["no-gain"])
    assert check(native, decision).law.procedure.hearing.required
    fine("9999")(decision)
    del decision["steps"]["hearing"]
    result = check(native, decision)
    assert result.made.procedure.hearing.required is False
    assert [item.code for item in result.findings] == ["tier-departs"]
    fine("10000")(decision)
    assert "hearing-not-offered" in _codes(native, decision)


def test_a_penalty_that_may_be_imposed_on_the_spot_needs_fewer_steps(native: Engine) -> None:
    decision = sound(native, CASES["overtime"])
    for name in ("legal_review", "collective_discussion", "hearing"):
        del decision["steps"][name]
    assert _codes(native, decision) == ["review-missing"]
    decision["on_the_spot"] = True
    decision["steps"]["reported_on"] = "2025-09-22"
    assert _codes(native, decision) == ["remedy-direct-suit"]
    decision["remedies"]["reconsideration_first"] = True
    assert _codes(native, decision) == ["remedy-direct-suit"]  # six months run for a direct suit only
    decision["remedies"]["litigation"] = {"days": 15, "body": "隆尧县人民法院"}
    assert _codes(native, decision) == []


def test_before_the_law_of_today_a_suit_could_follow_at_once(native: Engine) -> None:
    decision = sound(native, case(*CASES["overtime"]["acts"], to="2022-08-29"))
    decision["on_the_spot"] = True
    decision["steps"]["reported_on"] = "2022-09-22"
    assert [code for code in _codes(native, decision) if code.startswith(("remedy", "reconsid"))] == []


def test_who_gave_up_the_right_to_be_heard_needs_no_notice(native: Engine) -> None:
    decision = sound(native, CASES["small"])
    del decision["steps"]["prior_notice"], decision["steps"]["hearing"]
    assert _codes(native, decision) == ["notice-missing"]
    decision["steps"]["defence_waived"] = True
    assert _codes(native, decision) == []


def test_after_a_hearing_review_and_discussion_are_done_again(native: Engine) -> None:
    decision = sound(native, CASES["plain"])
    heard = {"requested_on": "2025-09-08", "notice_served_on": "2025-09-08", "held_on": "2025-09-18"}
    decision["steps"]["hearing"].update(heard)
    assert _codes(native, decision) == ["review-before-hearing", "discussion-before-hearing"]
    decision["steps"]["legal_review"]["done_on"] = "2025-09-18"
    decision["steps"]["collective_discussion"]["held_on"] = "2025-09-19"
    assert _codes(native, decision) == []


def test_a_fixed_sum_may_be_mitigated_and_must_be_where_the_law_leaves_nothing_else(native: Engine) -> None:
    decision = sound(native, CASES["young"])
    assert (decision["acts"][0]["fines"][0]["amount"], _codes(native, decision)) == ("2500", [])
    decision["case"]["elections"]["mitigate"] = False
    fine("5000")(decision)
    assert _codes(native, decision) == ["mitigation-due"]


def test_a_fine_before_the_time_limit_of_the_order_has_ended(native: Engine) -> None:
    decision = sound(native, CASES["per-worker"])
    order = {"order_served_on": "2025-09-01", "order_due_on": "2025-10-20"}
    decision["case"]["timeline"].update(order)
    assert "clause-not-available" in _codes(native, decision)


def test_an_optional_fine_may_be_left_out(native: Engine) -> None:
    decision = sound(native, CASES["no-gain"])
    decision["acts"][0]["fines"] = []
    decision["total"]["amount"] = decision["steps"]["prior_notice"]["fine"] = "0"
    assert _codes(native, decision) == []
    decision["acts"][0]["fines"] = [{"amount": 0}]
    assert _codes(native, decision) == []


def test_responsible_persons_may_be_fined_in_different_sums(native: Engine) -> None:
    decision = sound(native, CASES["persons"])
    unit, each = decision["acts"][0]["fines"]
    decision["acts"][0]["fines"] = [unit, {**each, "persons": 1}, {**each, "persons": 1, "amount": "20000"}]
    decision["total"]["amount"] = decision["steps"]["prior_notice"]["fine"] = "68700"
    assert _codes(native, decision) == []


def test_a_sum_on_the_border_of_two_tiers_is_in_both(native: Engine) -> None:
    for tier in ("less-serious", "more-serious"):
        decision = sound(native, CASES["plain"])
        fine("360000")(decision)
        decision["acts"][0]["tier"] = tier
        assert _codes(native, decision) == []


def test_a_hearing_may_be_waived_or_asked_for_too_late(native: Engine) -> None:
    decision = sound(native, CASES["plain"])
    steps = decision["steps"]
    steps["hearing"]["requested_on"] = "2025-09-09"
    assert _codes(native, decision) == ["hearing-not-held"]
    steps["hearing"]["waived"] = True
    assert _codes(native, decision) == []
    steps["hearing"] = {"offered_on": "2025-09-05", "requested_on": "2025-09-15"}
    assert _codes(native, decision) == []  # after its time; what the party misses is no fault of the decision


@pytest.mark.parametrize(
    "capitals",
    [
        "人民币叁拾万元整",
        "人民币：叁拾万元整",
        "人民幣叄拾萬圓整",
        "叁拾万元整",
        "人民币叁拾万圆正",
        "（人民币 叁拾万元）",
        "叁拾万元",
    ],
)
def test_capitals_may_be_written_in_several_ways(capitals: str, native: Engine) -> None:
    decision = sound(native, CASES["plain"])
    decision["total"]["capitals"] = decision["acts"][0]["fines"][0]["capitals"] = capitals
    assert _codes(native, decision) == []


@pytest.mark.parametrize("share", ["3/100", "0.03", "3%", "3.0%"])
def test_the_surcharge_may_be_written_in_several_ways(share: str, native: Engine) -> None:
    decision = sound(native, CASES["plain"])
    decision["payment"]["surcharge"] = share
    assert _codes(native, decision) == []
    decision["payment"]["surcharge"] = "1"
    assert _codes(native, decision) == ["surcharge-differs"]


def test_capitals_of_fen(native: Engine) -> None:
    decision = sound(native, CASES["plain"])
    fine("300000.05")(decision)
    decision["total"]["capitals"] = "人民币叁拾万元零伍分"
    assert _codes(native, decision) == []


def test_the_calculation_may_be_stated(native: Engine) -> None:
    decision = sound(native, CASES["per-worker"])
    fine("56000")(decision)
    decision["acts"][0]["fines"][0].update({"rate": 7000, "quantity": 8})
    assert _codes(native, decision) == []
    decision = sound(native, CASES["plain"])
    decision["acts"][0]["fines"][0].update({"rate": "2.5", "quantity": 120000})
    assert _codes(native, decision) == []


def test_a_fine_for_an_act_that_another_body_fined_leaves_the_rest(native: Engine) -> None:
    decision = sound(native, CASES["fined-elsewhere"])
    assert decision["acts"][0]["confiscate"] == "120000"
    assert _codes(native, decision) == []
    imposed("labour-contract-law/92.1", "1")(decision)
    assert _codes(native, decision) == ["second-fine"]


# --- the rules --------------------------------------------------------------------------------------------------------


def test_what_the_rules_do_not_require_is_not_asked_for(tmp_path: Path) -> None:
    engine = engine_with(tmp_path)
    assert engine.rulebook.requirements == {}
    stated = {
        "party": {"kind": "organization"},
        "timeline": {"conduct_to": "2021-08-29"},
        "acts": [{"violation": "sample-violation", "facts": {"refused": False}}],
    }
    decided = {"clause": "sample-law/1", "fines": [{"amount": 2000}], "orders": ["cease"]}
    decision = {"case": stated, "acts": [decided], "steps": {"decided_on": "2021-09-21"}}
    assert _codes(engine, decision) == []
    decided["fines"] = [{"amount": 5001}]
    assert _codes(engine, decision) == ["fine-above-maximum"]


def test_requirements_are_quoted_from_the_law() -> None:
    import yaml

    law = ROOT.parent / "shared" / "law"
    if not law.is_dir():
        pytest.skip("the collected law is not beside this checkout")
    held = {"decision": "13_*", "remedies": "16a_*", "administrative-coercion-law": "16c_*"}
    for name, file in held.items():
        text = "".join(next(law.glob(f"{file}.md")).read_text(encoding="utf-8").split())
        rules = yaml.safe_load((ROOT / "rules" / "procedure" / f"{name}.yaml").read_text(encoding="utf-8"))
        for item in rules["requirements"]:
            assert "".join(item["text"].split()) in text.replace("**", ""), item["requirement"]


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_examples_fit_the_schema(path: Path, native: Engine) -> None:
    schema = decision_schema(native.rulebook)
    jsonschema.Draft202012Validator.check_schema(schema)
    problems = jsonschema.Draft202012Validator(schema).iter_errors(read_file(path).data)
    assert [f"{list(item.path)}: {item.message}" for item in problems] == []
    first = path.read_text(encoding="utf-8").splitlines()[0]
    assert first == "# yaml-language-server: $schema=../../schemas/decision.schema.json"
