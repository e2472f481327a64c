"""Handling decisions, what is owed beside a penalty, and reminders: their elements by content."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

import pytest

from penalty_engine import CaseError
from penalty_engine.documents import DocumentError
from tests.documents.cases import drafted, engine
from tests.documents.order_cases import SERVED, Data, body, exempt, fined, has, wages


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
