"""Correction order, no-penalty decision, handling notice and decision, reminder: every element required is there."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

import pytest

from penalty_engine import CaseError
from penalty_engine.documents import DocumentError
from tests.documents.cases import drafted, engine

Data = dict[str, Any]

UNIT: Data = {"kind": "organization", "name": "某某建筑劳务有限公司", "address": "某某路1号"}
PERSON: Data = {"kind": "individual", "name": "赵某某", "id_number": "13052519900101XXXX"}
FORMS = ("correction-order", "no-penalty-decision", "handling-notice", "handling-decision", "reminder")
SERVED: Data = {
    "conduct_from": "2026-01-01",
    "conduct_to": "2026-04-30",
    "filed_on": "2026-04-03",
    "order_served_on": "2026-04-10",
    "order_due_on": "2026-04-20",
    "notice_served_on": "2026-05-06",
    "decided_on": "2026-05-20",
    "served_on": "2026-05-22",
}
NUMBERS: Data = {
    "correction_order_no": "令字[2026]1号",
    "handling_notice_no": "理告字〔2026〕2号",
    "handling_decision_no": "理决字〔2026〕3号",
    "decision_no": "罚决字〔2026〕4号",
    "no_penalty_decision_no": "不罚字〔2026〕5号",
    "reminder_no": "催字〔2026〕6号",
}


def wages(**more: Any) -> Data:
    act = {"violation": "wages-unpaid", "facts": {"failed_to_correct": True, "sum_due": "86420.50"}}
    return {"party": UNIT, "timeline": SERVED, "acts": [act], "documents": NUMBERS, **more}


def exempt(**more: Any) -> Data:
    act = {
        "violation": "unlicensed-labour-dispatch",
        "facts": {"illegal_gain": 0},
        "circumstances": ["minor-and-corrected"],
        "provisions": ["《某法》第一条"],
    }
    days = {**SERVED, "corrected_on": "2026-04-12"}
    return {"party": PERSON, "timeline": days, "acts": [act], "documents": NUMBERS, **more}


def fined(**more: Any) -> Data:
    """A fine on the unit, one on two persons, a sum confiscated."""
    facts = {"failed_to_correct": True, "premium_due": "20000", "responsible_persons": 2}
    acts = [
        {"violation": "not-registered-for-insurance", "facts": facts},
        {"violation": "unlicensed-labour-dispatch", "facts": {"illegal_gain": "36000.50"}},
    ]
    return {"party": UNIT, "timeline": SERVED, "acts": acts, "documents": NUMBERS, **more}


def unknown() -> Data:
    acts = [{"violation": "labour-dispatch-rules-broken"}, {"violation": "wages-unpaid"}]
    return {"party": {"kind": "organization"}, "timeline": {"conduct_to": "2026-03-20"}, "acts": acts}


def has(document: str, *words: str) -> None:
    missing = [word for word in words if word not in document]
    assert not missing


def body(document: str) -> str:
    """The paper without drafting notes and proof of service."""
    return re.split("起草提示|# 送达回证", document)[0]


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


def test_a_handling_decision_orders_payment_and_holds_no_fine() -> None:
    document = drafted("handling-decision", wages(defence={"made": False}))
    has(
        document,
        "理决字〔2026〕3号",
        "《行政处理事先告知书》（文号：理告字〔2026〕2号）",
        "没有提出陈述、申辩",
    )
    has(document, "1. 支付应付款项86420.50元（大写：人民币捌万陆仟肆佰贰拾元伍角整），支付给劳动者。")
    has(document, "法定幅度为43210.25元以上86420.50元以下", "不是行政处罚，其中不含罚款", "第八十五条规定：“")
    has(
        document,
        "（文号：令字〔2026〕1号），责令你单位在2026年4月20日以前改正。期限届满，你单位没有按照要求支付",
    )
    has(document, "自收到本决定书之日起＿＿＿＿日内", "第三十条第一款第（三）项", "六十日内", "六个月内")
    has(document, "《中华人民共和国行政强制法》第五十三条、第五十四条", "经催告后申请人民法院强制执行")
    assert "处罚款" not in body(document)
    assert "罚款）" not in body(document)


def test_before_a_handling_decision_the_party_is_heard() -> None:
    document = drafted("handling-notice", wages(documents={}))
    has(
        document,
        "第十九条的规定，现将拟作出的",
        "本机关拟责令你单位",
        "陈述和申辩",
        "0319-",
        "□ 应当附劳动者名单",
    )
    assert "听证" not in body(document)


def test_additional_compensation_follows_where_nothing_is_overdue_yet() -> None:
    case = wages(acts=[{"violation": "wages-unpaid", "facts": {"failed_to_correct": False, "sum_due": 300}}])
    document = drafted("handling-decision", case)
    has(document, "支付应付款项300元", "逾期不支付的，本机关依照上述规定责令你单位向劳动者加付赔偿金")
    assert "没有按照要求支付" not in document


def test_thirty_workers_stand_in_an_annex() -> None:
    workers = [{"name": f"劳动者{n}", "sum": str(Decimal(1000 + n) + Decimal("0.5"))} for n in range(30)]
    document = drafted("handling-decision", wages(workers=workers, documents={}))
    has(
        document, "附件：劳动者名单及应付款项明细表", "支付给附件所列的劳动者", "| 30 | 劳动者29 |", "1029.50"
    )
    has(document, "| 合计 | 30人 |", "30450", "劳动者名单合计30450元", "86420.50元（不含加付赔偿金）不一致")
    workers[0]["sum"] = str(Decimal("86420.50") - Decimal("30450") + Decimal("1000.50"))
    assert "不一致" not in drafted("handling-decision", wages(workers=workers, documents={}))


SET = {"failed_to_correct": True, "sum_due": 30000}


def paid(sums: Data, **more: Any) -> Data:
    return wages(acts=[{"violation": "wages-unpaid", "facts": SET, "payments": sums}], **more)


def test_additional_compensation_is_the_sum_the_officer_has_set() -> None:
    workers = [{"name": "甲", "sum": 10000}, {"name": "乙", "sum": 20000}]
    case = paid({"additional-compensation": 18000}, workers=workers)
    document = drafted("handling-decision", case)
    operative = document.split("## 四")[1].split("## 五")[0]
    has(
        operative, "2. 加付赔偿金18000元（大写：人民币壹万捌仟元整），支付给附件所列的劳动者。", "合计48000元"
    )
    assert "法定幅度" not in operative
    assert "×" not in document
    law = document.split("## 三")[1].split("## 四")[0]
    has(
        law,
        "法定幅度为15000元以上30000元以下（按30000元的0.5倍以上1倍以下计算），本机关在该幅度内确定为18000元",
    )
    has(drafted("handling-notice", case), "本机关拟在该幅度内确定为18000元")
    has(drafted("reminder", case), "加付赔偿金18000元")
    has(document, "| 1 | 甲 | ＿＿＿＿ | 10000 | 6000 | 16000 |", "| 合计 | 2人 |  | 30000 | 18000 | 48000 |")
    order = drafted("correction-order", case)
    has(
        order,
        "支付应付款项30000元（大写：人民币叁万元整），支付给附件所列的劳动者",
        "| 1 | 甲 | ＿＿＿＿ | 10000 |",
    )
    assert "18000" not in order
    assert "附件" not in drafted("correction-order", exempt(workers=workers))


def test_shares_that_do_not_come_out_even_stay_blank() -> None:
    workers = [{"name": "甲", "sum": "10000.01"}, {"name": "乙", "sum": "19999.99"}]
    document = drafted("handling-decision", paid({"additional-compensation": 15000}, workers=workers))
    has(document, "| 10000.01 | ＿＿＿＿ | ＿＿＿＿ |", "| 30000 | 15000 | 45000 |")


def test_the_set_sum_is_checked_and_shown() -> None:
    found = engine().assess(paid_case({"additional-compensation": 18000})).to_dict("zh")
    payments = {item["id"]: item for item in found["acts"][0]["findings"][0]["payments"]}
    assert payments["additional-compensation"]["set_sum"] == "18000"
    assert payments["sum-due"]["set_sum"] is None
    with pytest.raises(CaseError, match=r"acts\[0\]\.payments\.additional-compensation.*15000 to 30000"):
        engine().assess(paid_case({"additional-compensation": 14999}))
    with pytest.raises(CaseError, match="Did you mean 'additional-compensation'"):
        engine().assess(paid_case({"additional-compensatio": 15000}))
    other = engine().assess(paid_case({"double-wages": 15000}))
    assert [item.params["field"] for item in other.warnings if item.code == "payment-not-owed"] == [
        "acts[0].payments.double-wages"
    ]


def paid_case(sums: Data) -> Data:
    return {"schema": 1, **paid(sums)}


def test_what_another_body_orders_is_pointed_out() -> None:
    facts = {"failed_to_correct": True, "premium_unpaid": 20000, "days_in_arrears": 30}
    case = wages(acts=[{"violation": "premium-unpaid", "facts": facts}], documents={})
    with pytest.raises(DocumentError, match="nothing is to be paid"):
        drafted("handling-decision", case)
    document = drafted("decision", case)
    for owed in ("补缴社会保险费", "滞纳金"):
        has(document, f"“{owed}”由税务机关（社会保险费征收机构）决定，没有写入本文书")


def test_a_reminder_holds_sums_time_way_and_the_right_to_answer() -> None:
    case = fined(bank={"name": "某银行", "payee": "某财政局", "account": "123"})
    case["timeline"] = {**SERVED, "reminder_served_on": "2026-12-20"}
    document = drafted("reminder", case)
    has(
        document,
        "《行政处罚决定书》（文号：罚决字〔2026〕4号），并于2026年5月22日送达",
        "没有在规定的期限内全部履行",
    )
    has(document, "没收的违法所得36000.50元", "自2026年6月7日起计算，每日", "截至本催告书作出之日为")
    has(
        document,
        "以上缴入国库的款项合计",
        "十日内（按工作日计算",
        "收款银行：某银行",
        "第三十六条",
        "第五十四条",
    )
    has(
        document,
        "人民法院申请强制执行",
        "# 送达回证",
    )
    sums = [Decimal(found) for found in re.findall(r"(?:缴纳罚款|违法所得|作出之日为)([0-9.]+)元", document)]
    assert len(sums) == 3
    assert sums[0] == sums[2]
    assert f"款项合计{sum(sums):.2f}元" in document


def test_a_reminder_for_wages_names_the_handling_decision_only() -> None:
    document = drafted("reminder", wages(documents={}))
    has(
        document,
        "《劳动保障监察行政处理决定书》",
        "支付应付款项86420.50元",
        "加付赔偿金＿＿＿＿元",
        "足额支付给劳动者本人",
    )
    assert "行政处罚决定书" not in document
    assert "收款银行" not in document


def test_a_reminder_names_only_what_is_owed() -> None:
    act = {
        "violation": "not-registered-for-insurance",
        "facts": {"failed_to_correct": True, "premium_due": 20000, "responsible_persons": 1},
    }
    document = drafted("reminder", fined(acts=[act]))
    has(document, "罚款和加处的罚款，缴至", "加处罚款的数额不得超出罚款的数额")
    assert "没收" not in document


def test_the_persons_are_reminded_each_for_himself() -> None:
    has(
        drafted("reminder", fined(documents={})),
        "对责任人员的罚款，须另向本人分别催告",
        "截至本催告书作出之日为＿＿＿＿元",
    )


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
