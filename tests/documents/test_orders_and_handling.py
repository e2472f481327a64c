"""Correction order, no-penalty decision, handling notice and decision, reminder: every element required is there."""

from __future__ import annotations

import re

import pytest

from penalty_engine.documents import DocumentError
from tests.documents.cases import drafted
from tests.documents.order_cases import FORMS, PERSON, UNIT, Data, body, exempt, fined, has, unknown, wages


def test_an_order_says_what_to_do_by_when_and_what_follows() -> None:
    case = wages(
        correction=["支付3名劳动者的工资", "补签劳动合同"], facts_found="拖欠工资", evidence=["工资表"]
    )
    case["acts"][0]["provisions"] = ["《某法》第三十条第一款"]
    document = drafted("correction-order", case)
    has(document, "限期改正指令书", "令字〔2026〕1号", "当事人：某某建筑劳务有限公司", "具体事实：拖欠工资。")
    has(document, "违反了《某法》第三十条第一款的规定", "在2026年4月20日以前（含当日）改正")
    has(document, "1. 支付3名劳动者的工资。\n2. 补签劳动合同。", "书面报告本机关，并附送能够证明")
    has(document, "《劳动保障监察条例》第三十条第一款第（三）项", "责令改正不是行政处罚", "（印章）")
    has(document, "2026年4月10日", "# 送达回证", "拒绝接收的情况", "送达地点", "送达方式")
    assert "可以核对的义务性规定" not in document


def test_an_order_knows_nothing_of_what_came_after_it() -> None:
    document = body(drafted("correction-order", wages()))
    assert "2026年4月30日" not in document
    assert "1. 支付劳动报酬、加班费或者经济补偿。\n2. 支付应付款项86420.50元" in document
    requirements = document.split("## 三")[1].split("## 四")[0]
    assert "加付赔偿金" not in requirements
    assert "具体的改正事项和标准：＿＿＿＿。" in requirements


def test_an_order_can_be_given_while_facts_are_missing() -> None:
    document = drafted("correction-order", unknown())
    has(document, "### （一）", "### （二）", "违反了＿＿＿＿的规定", "＿＿＿＿年＿＿月＿＿日以前（含当日）")
    has(document, "可以核对的义务性规定：《劳动合同法》第三十条第一款", "correction 中逐项写明")
    assert "可以核对" not in body(document)


def test_the_clause_that_punishes_non_correction_is_quoted() -> None:
    document = drafted("correction-order", fined())
    has(
        document,
        "第八十四条规定：“用人单位不办理社会保险登记的",
        "”逾期不改正或者拒不改正的，本机关依照该规定处理。",
    )
    assert "第九十二条第一款规定" not in document


def test_an_individual_is_told_whether_the_regulation_fits() -> None:
    case = exempt(documents={})
    has(drafted("correction-order", case), "责令你在", "侵犯本人合法权益", "当事人是公民")
    assert "当事人是公民" not in drafted("correction-order", wages(documents={}))


def test_no_penalty_names_ground_basis_and_education() -> None:
    document = drafted("no-penalty-decision", exempt(education="当面宣讲了法律"))
    has(
        document,
        "不罚字〔2026〕5号",
        "违反了《某法》第一条的规定",
        "“违法行为轻微并及时改正，没有造成危害后果”",
    )
    has(document, "根据《中华人民共和国行政处罚法》第三十三条第一款的规定，依法不予行政处罚。")
    has(document, "第五十七条第一款第（二）项的规定，本机关决定：对你的上述行为不予行政处罚，不处罚款。")
    has(document, "进行教育的情况：当面宣讲了法律。", "责令停止违法行为。你已于2026年4月12日改正")
    has(document, "六十日内", "六个月内", "隆尧县人民政府", "隆尧县人民法院", "2026年5月20日", "（印章）")


def test_first_violation_is_a_choice_and_other_acts_go_their_own_way() -> None:
    acts = [
        {
            "violation": "unlicensed-labour-dispatch",
            "facts": {"illegal_gain": 0},
            "circumstances": ["first-violation"],
        },
        {"violation": "inspection-obstructed"},
    ]
    case = {
        "party": UNIT,
        "timeline": {"conduct_to": "2026-03-20", "corrected_on": "2026-04-08"},
        "acts": acts,
        "elections": {"first_violation_exemption": True},
    }
    document = drafted("no-penalty-decision", case)
    has(
        document, "可以不予行政处罚。本机关综合考虑", "进行教育的情况：＿＿＿＿。", "写明作出该裁量的具体理由"
    )
    has(document, "本案的其他行为（“无理抗拒、阻挠劳动保障监察”），本机关另行依法处理")
    assert "。。" not in document


def test_a_child_has_a_guardian_and_no_minor_violation() -> None:
    case = exempt(party={**PERSON, "born_on": "2014-01-01"}, documents={})
    case["acts"][0]["circumstances"] = []
    document = drafted("no-penalty-decision", case)
    has(document, "当事人出生于2014年1月1日，实施该行为时不满十四周岁", "监护人（法定代理人）：＿＿＿＿")
    has(document, "第三十条的规定，责令当事人的监护人＿＿＿＿对当事人加以管教", "（监护人；当事人：赵某某）")
    has(document, "对当事人及其监护人进行教育的情况", "当事人及其监护人如不服本决定")
    assert "第五十七条第一款第（二）项" not in document
    assert "你" not in body(document)


@pytest.mark.parametrize(
    ("circumstance", "article", "duty"),
    [("under-fourteen", "第三十条", "加以管教"), ("unaccountable", "第三十一条", "严加看管和治疗")],
)
def test_an_order_to_a_ward_goes_to_the_guardian_and_threatens_no_penalty(
    circumstance: str, article: str, duty: str
) -> None:
    case = exempt()
    case["acts"][0]["circumstances"] = [circumstance]
    document = drafted("correction-order", case)
    has(
        document,
        "监护人（法定代理人）：＿＿＿＿",
        "由监护人督促和协助当事人改正",
        "（监护人；当事人：赵某某）",
    )
    has(document, f"依照《中华人民共和国行政处罚法》{article}的规定，不予行政处罚，由监护人{duty}")
    text = body(document)
    for threat in ("第三十条第一款第（三）项", "的规定处罚", "逾期不改正", "给予行政处罚或者", "你", "。。"):
        assert threat not in text
    assert "监护人" not in drafted("correction-order", exempt())


def test_the_reasons_for_no_penalty_are_facts() -> None:
    document = drafted("no-penalty-decision", exempt())
    has(document, "没有造成危害后果”，你已于2026年4月12日改正。")
    case = exempt()
    case["timeline"].pop("corrected_on")
    has(drafted("no-penalty-decision", case), "改正的时间和情况是：＿＿＿＿。")
    case["acts"][0]["circumstances"] = ["no-fault"]
    has(drafted("no-penalty-decision", case), "有证据足以证明没有主观过错，该证据是：＿＿＿＿。")
    case["acts"][0]["circumstances"] = ["unaccountable"]
    has(drafted("no-penalty-decision", case), "认定的依据是：＿＿＿＿。", "严加看管和治疗")


def test_what_an_order_stops_is_stopped_at_once() -> None:
    case = exempt()
    order = drafted("correction-order", case)
    has(order, "1. 立即停止违法行为。", "责令停止的，应当自收到本指令书之日起立即停止，不适用上述期限。")
    assert "不适用上述期限" not in drafted("correction-order", wages())
    for day in ("corrected_on", "order_served_on", "order_due_on"):
        case["timeline"].pop(day)
    text = body(drafted("no-penalty-decision", case))
    assert "你应当自收到本决定书之日起立即停止违法行为" in text
    assert "以前（含当日）改正完毕" not in text


def test_no_second_term_where_an_order_was_given() -> None:
    case = exempt()
    case["timeline"].pop("corrected_on")
    text = body(drafted("no-penalty-decision", case))
    assert "本机关已责令你在2026年4月20日以前（含当日）改正，不再另定期限；尚未改正的，你应当立即改正" in text


def test_an_order_that_was_given_can_be_drafted_whatever_the_clause_says() -> None:
    case = exempt(party=UNIT)
    case["acts"] = [
        {
            "violation": "hiring-records-missing",
            "facts": {"failed_to_correct": False},
            "circumstances": ["minor-and-corrected"],
        }
    ]
    document = drafted("correction-order", case)
    has(document, "“未保存或者伪造录用登记材料”", "具体的改正事项和标准：＿＿＿＿。")
    assert "本文书没有写入" not in document
    case["timeline"].pop("order_served_on")
    with pytest.raises(DocumentError):
        drafted("correction-order", case)


def test_what_is_no_longer_pursued_is_not_ordered_either() -> None:
    days = {"conduct_to": "2019-03-20", "discovered_on": "2022-01-01", "decided_on": "2022-03-01"}
    case = exempt(party=UNIT, timeline=days)
    case["acts"][0]["circumstances"] = []
    document = drafted("no-penalty-decision", case)
    has(document, "《劳动保障监察条例》第二十条第一款的规定，本机关不再查处，依法不予行政处罚")
    assert "责令停止" not in document
    case["acts"][0]["facts"]["grave_harm"] = False
    case["timeline"] = {"conduct_to": "2022-03-01", "discovered_on": "2026-03-02", "decided_on": "2026-05-10"}
    document = drafted("no-penalty-decision", case)
    period = "期限2年，自行为终了之日2022年3月1日起至2024年3月1日；发现之日2026年3月2日，已经超过"
    has(document, f"该行为已经超过追究时效：{period}")
    both = "《中华人民共和国行政处罚法》第三十六条、《劳动保障监察条例》第二十条第一款"
    has(document, f"根据{both}的规定，本机关不再查处，依法不予行政处罚")
    assert "《《" not in document
    assert "具有“" not in document


@pytest.mark.parametrize(
    ("form", "case"),
    [("handling-decision", fined()), ("no-penalty-decision", wages()), ("handling-notice", exempt())],
)
def test_a_paper_with_nothing_to_say_is_refused(form: str, case: Data) -> None:
    with pytest.raises(DocumentError):
        drafted(form, case)


@pytest.mark.parametrize("fmt", ["md", "html", "docx"])
@pytest.mark.parametrize(
    ("form", "case"),
    [
        *[(form, wages()) for form in FORMS if form != "no-penalty-decision"],
        *[(form, exempt()) for form in ("correction-order", "no-penalty-decision", "reminder")],
        *[(form, fined(documents={})) for form in ("correction-order", "reminder")],
        ("correction-order", unknown()),
    ],
)
def test_every_paper_reads_well(form: str, case: Data, fmt: str) -> None:
    document = drafted(form, case, fmt)
    wrong = re.findall(r"None|\{\{|\{%|（）|“”|《》|[。，；、：]{2}|、。|责令责令", document)
    assert not wrong
    assert fmt != "md" or "\n\n\n" not in document
    assert ("起草提示" in document) is not bool(case.get("documents"))
