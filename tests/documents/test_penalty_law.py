"""What would make a paper of the penalty procedure unlawful: each fault is asserted to be gone."""

from __future__ import annotations

import re
from typing import Any

import pytest

from tests.documents import samples
from tests.documents.cases import drafted
from tests.documents.penalty_cases import (
    HEARD,
    INDIVIDUAL,
    PERSONS,
    SPOT,
    UNIT,
    case,
    holds,
    notes,
    paper,
)
from tests.documents.reading import draft

# --- the course of the procedure --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "fault"),
    [
        ("2026-08-09", "早于2026年8月10日的听证"),
        ("2026-08-10", None),
        ("2026-08-20", None),
        ("2026-08-21", "晚于作出决定之日"),
    ],
)
def test_review_and_discussion_lie_between_the_hearing_and_the_decision(day: str, fault: str | None) -> None:
    days = {"legal_review": {"reviewed_on": day}, "discussion": {"held_on": day}}
    document = drafted("decision", case(UNIT, HEARD, days))
    assert ("经法制审核。" in paper(document)) is (fault is None)
    assert ("经本机关负责人集体讨论。" in paper(document)) is (fault is None)
    if fault:
        holds(paper(document), "作出决定前进行法制审核的日期：＿＿＿＿年", "集体讨论的日期：＿＿＿＿年")
        assert notes(document).count(fault) == 2


def test_the_papers_of_a_hearing_are_named_with_a_blank_for_their_numbers() -> None:
    document = drafted("decision", case(UNIT, HEARD, {"documents": {}}))
    holds(
        document,
        "和《行政处罚听证告知书》（文号：＿＿＿＿）",
        "送达了《行政处罚听证通知书》（文号：＿＿＿＿）",
    )


def test_a_decision_after_a_defence_is_compared_with_the_notice_served() -> None:
    made = {"defence": {"made": True, "statement": "请求从轻", "finding": "予以采纳，罚款减为200元"}}
    assert "请与已经送达的告知书逐项核对" in notes(drafted("decision", case(UNIT, made)))
    assert "以送达的为准，不得替换案卷中的原件" in notes(drafted("prior-notice", case(UNIT, made)))
    assert "逐项核对；数额" not in notes(drafted("decision", UNIT))


# --- the persons fined beside the unit --------------------------------------------------------------------------------


TWO_FINED = case(UNIT, {"acts": [PERSONS]})


def test_each_person_fined_has_all_rights_of_a_party() -> None:
    holds(
        drafted("prior-notice", TWO_FINED),
        "责任人员（另有2人，逐人写明）：＿＿＿＿，职务：＿＿＿＿，公民身份号码：＿＿＿＿",
        "拟对你单位和上列责任人员作出行政处罚",
        "自其本人收到本告知书之日起，分别享有同样的权利",
        "自其本人收到本告知书之日起五个工作日内，可以分别要求听证",
        "本告知书分别送达你单位和拟被处罚款的责任人员本人",
    )
    holds(
        drafted("hearing-right-notice", TWO_FINED),
        "可以分别要求听证，分别享有下列权利",
        "责任人员就对其本人拟作出的处罚，分别享有同样的权利",
        "拟被处罚款的责任人员分别填写本回执",
    )
    holds(drafted("hearing-notice", TWO_FINED), "本通知书同时送达其本人")
    assert "责任人员" not in paper(drafted("prior-notice", case(UNIT, HEARD)))


def test_a_decision_tells_of_each_person_whether_it_was_heard() -> None:
    people = [{"name": "王某", "post": "总经理"}]
    document = drafted("decision", {**TWO_FINED, "responsible_persons": people, "defence": {"made": False}})
    holds(
        document,
        "1. 王某：告知书送达其本人的日期：＿＿＿＿年＿＿月＿＿日；陈述、申辩和要求听证的情况及复核意见：＿＿＿＿。",
        "2. ＿＿＿＿（姓名）：告知书送达其本人的日期：",
        "责任人员：王某，职务：总经理",
        "责任人员：＿＿＿＿，职务：＿＿＿＿",
        "由其本人自收到本决定书之日起",
        "自其本人收到本决定书之日起，在同样的期限内",
    )


def test_every_paper_served_has_its_proof_for_each_who_receives_it() -> None:
    people = [{"name": "王某"}, {"name": "孙某"}]
    for form in ("prior-notice", "hearing-right-notice", "hearing-notice", "decision"):
        assert drafted(form, case(UNIT, HEARD)).count("# 送达回证") == 1
        document = drafted(form, {**TWO_FINED, "responsible_persons": people})
        receivers = re.findall(r"\| 受送达人 \| (\S+) \|", document)
        assert receivers == ["隆尧县甲公司", "王某", "孙某"]
    assert "送达回证" not in drafted("on-the-spot-decision", SPOT)


# --- facts, law and sums ----------------------------------------------------------------------------------------------


CHILDREN: dict[str, Any] = {
    "party": {"kind": "organization", "name": "甲厂"},
    "timeline": {
        "conduct_from": "2025-07-01",
        "conduct_to": "2025-08-20",
        "discovered_on": "2025-08-20",
        "order_served_on": "2025-08-21",
        "order_due_on": "2025-08-28",
    },
    "acts": [
        {
            "violation": "child-labour",
            "facts": {
                "failed_to_correct": False,
                "toxic_workplace": False,
                "unregistered_unit": False,
                "serious": False,
                "illegal_gain": "0",
                "child_months": [{"from": "2025-07-01", "to": "2025-08-20", "who": "童工甲"}],
            },
        }
    ],
}


def test_a_clause_is_said_to_require_only_what_it_requires() -> None:
    document = drafted("decision", CHILDREN)
    holds(
        document,
        "《中华人民共和国未成年人保护法》第一百二十五条对你单位规定的罚款，在本案中为100000元以下。该项罚款为法律规定“可以”处的罚款；"
        "《禁止使用童工规定》第六条第一款规定对该行为应当处以罚款，在本案中为10000元，因此本案应当处以罚款，数额不低于10000元。",
        "《禁止使用童工规定》第六条第一款的规定（在本案中的罚款为10000元）",
        "按照罚款数额高的规定，即《中华人民共和国未成年人保护法》第一百二十五条（在本案中的罚款为100000元以下）处罚。",
    )
    assert "10000元以上100000元以下" not in document
    assert "以上各项合并执行" not in document, "one fine is nothing to add up"


def test_the_facts_a_fine_rests_on_are_found_in_the_paper() -> None:
    for form in ("prior-notice", "decision", "hearing-right-notice"):
        holds(
            drafted(form, TWO_FINED),
            "事实：逾期不改正（拒不改正）；应缴社会保险费数额：46850.40元；应受处罚的责任人员人数：2人。",
            "期限届满，你单位没有改正。",
            "（46850.40元的1倍以上3倍以下）",
        )
    children = drafted("decision", CHILDREN)
    assert "（童工甲，2025年7月1日至2025年8月20日：2个月）" in children
    for words in ("未核实）", "情节严重：否", "没有改正"):
        assert words not in paper(children)


def test_an_order_given_before_gets_no_new_day() -> None:
    refused = drafted("decision", UNIT)
    again = "责令限期改正：本机关已于2026年3月2日送达《劳动保障监察限期改正指令书》，改正期限至2026年3月20日届满，不再另定期限；尚未履行的"
    assert again in refused
    assert "前履行完毕" not in refused
    children = drafted("decision", CHILDREN)
    assert "期限内已经履行的，不再重复履行" in paper(children)
    assert "没有逾期不改正，责令改正的内容已经履行的，请删去该项责令" in notes(children)
    corrected = case(UNIT, {"timeline": {**UNIT["timeline"], "corrected_on": "2026-04-02"}})
    assert "责令限期改正：你单位已于2026年4月2日改正，不再另定期限。" in drafted("decision", corrected)
    assert "应当自收到本决定书之日起立即停止" in drafted("decision", INDIVIDUAL), "no time to go on"


def test_a_sum_by_the_fall_back_rule_needs_reasons_of_the_authority() -> None:
    document = drafted("decision", UNIT)
    holds(
        paper(document),
        "该规则不是本机关公布的裁量基准，不作为处罚的依据",
        "第五条第二款",
        "阶次的名称出自该规则，不是对本案情节的认定",
        "决定在法定幅度内处罚款",
        "本机关认定该数额的具体理由：＿＿＿＿。",
    )
    assert "按一般处罚掌握" not in document
    assert "由本机关在法定幅度内自行决定数额，写明本机关的具体理由" in notes(document)
    sample, assessment = samples.unlicensed_service()
    assessment["warnings"] = []
    published = draft("decision", "md", sample, assessment).decode()
    assert "决定在上述幅度内处罚款" in published
    assert "具体理由：＿＿＿＿" not in published


def test_on_the_spot_no_notice_was_served() -> None:
    document = drafted("defence-record", SPOT)
    assert "当场口头告知" in document
    assert "事先告知书" not in document
    assert "《行政处罚事先告知书》" in drafted("defence-record", UNIT)


def test_a_served_paper_cites_laws_by_their_full_titles() -> None:
    holds(
        drafted("hearing-right-notice", INDIVIDUAL),
        "（依据：《中华人民共和国行政处罚法》第三十二条",
        "（《中华人民共和国行政处罚法》第六十三条第一款第（一）项）",
        "请自收到本告知书之日起＿＿＿＿日内",
    )


def test_a_unit_takes_part_by_its_representative_and_assessors_are_no_must() -> None:
    assert "你单位可以由法定代表人（主要负责人）参加听证" in drafted("prior-notice", UNIT)
    assert "听证员" not in drafted("hearing-notice", UNIT)


@pytest.mark.parametrize("form", ["prior-notice", "hearing-right-notice", "decision", "disposal-approval"])
def test_a_confiscation_that_the_clause_does_not_order_has_its_own_basis(form: str) -> None:
    forged = {"violation": "hr-licence-forged", "facts": {"agency_act_listed": True, "illegal_gain": 36000}}
    days = {"conduct_from": "2022-03-01", "conduct_to": "2022-11-29", "filed_on": "2022-11-30"}
    document = drafted(
        form, {"schema": 1, "party": {"kind": "organization"}, "timeline": days, "acts": [forged]}
    )
    sum_ = "没收违法所得36000元（大写：人民币叁万陆仟元整）"
    assert f"{sum_}（依据：《中华人民共和国行政处罚法》第二十八条第二款）" in document
    assert sum_ + "（依据" not in drafted(form, UNIT)
