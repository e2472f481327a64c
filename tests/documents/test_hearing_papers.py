"""The papers of hearing and defence, and the decision on the spot: their elements by content."""

from __future__ import annotations

from typing import Any

import pytest

from tests.documents.cases import drafted
from tests.documents.penalty_cases import (
    HEARD,
    INDIVIDUAL,
    SPOT,
    UNIT,
    case,
    holds,
    notes,
)

# --- the hearing ------------------------------------------------------------------------------------------------------


def test_the_notice_of_the_right_to_a_hearing_holds_content_reasons_and_the_right() -> None:
    holds(
        drafted("hearing-right-notice", case(UNIT, HEARD)),
        "隆人社监听告字〔2026〕9号",
        "属于应当告知听证权利的情形：",
        "拟吊销许可证件（《中华人民共和国行政处罚法》第六十三条第一款第（三）项）",
        "1. 派遣协议三份。",
        "《中华人民共和国劳动合同法》第九十二条第二款",
        "对你单位处以罚款55000元（大写：人民币伍万伍仟元整）",
        "吊销劳务派遣",
        "收到本告知书之日起五个工作日内",
        "不承担本机关组织听证的费用",
        "委托一至二人代理",
        "有权申请回避",
        "李某，执法证号：001",
        "附件：听证权利回执",
        "□ 要求听证<br>□ 不要求听证",
    )


def test_the_notice_of_the_hearing_holds_all_that_the_law_asks() -> None:
    holds(
        drafted("hearing-notice", case(UNIT, HEARD)),
        "你单位于2026年7月22日就本机关拟对你单位“劳务派遣单位、用工单位违反有关劳务派遣规定”的行为作出行政处罚一案",
        "时间：2026年8月10日上午9时\n",
        "地点：三楼会议室",
        "方式：公开举行",
        "听证主持人：孙某",
        "听证员：周某、吴某",
        "记录员：郑某",
        "非本案调查人员",
        "有权申请回避",
        "由法定代表人（主要负责人）参加听证，也可以委托一至二人代理",
        "授权委托书",
        "需要证人到场作证的",
        "第六十四条第（六）项",
        "视为放弃听证权利，本机关终止听证",
        "联系电话：0319-6791510",
        "（印章）",
        "2026年7月24日",
        "一式两份",
    )


def test_a_hearing_behind_closed_doors_needs_its_reason() -> None:
    closed = case(UNIT, {"hearing": {"requested": True, "public": False}})
    assert "方式：不公开举行，原因：＿＿＿＿" in drafted("hearing-notice", closed)
    assert "方式：＿＿＿＿（公开举行或者不公开举行）" in drafted("hearing-notice", UNIT)
    assert "你可以亲自参加听证" in drafted("hearing-notice", INDIVIDUAL)


def test_the_hearing_record_has_the_proposal_and_room_for_the_rest() -> None:
    document = drafted("hearing-record", case(UNIT, HEARD))
    holds(
        document,
        "| 听证主持人 | 孙某 |",
        "周某、吴某",
        "李某（执法证号：001）、王某（执法证号：002）",
        "经查，当事人自2026年1月5日至2026年5月31日",
        "案件调查人员建议对当事人作出如下处理：",
        "对当事人处以罚款55000元",
        "当事人的申辩",
        "| 1 | 派遣协议三份 |",
        "当事人的质证意见",
        "当事人的最后陈述",
        "以上笔录交当事人或者其代理人核对",
        "拒绝签字或者盖章的，由听证主持人注明",
    )
    assert "你单位" not in document
    assert "维持拟作出的处罚" not in document


# --- statement and defence --------------------------------------------------------------------------------------------


def test_the_defence_is_recorded_and_verified() -> None:
    made = {"made": True, "statement": "请求从轻", "finding": "事实成立，予以采纳"}
    holds(
        drafted("defence-record", case(UNIT, HEARD, {"defence": made})),
        "《行政处罚事先告知书》（文号：隆人社监罚告字〔2026〕9号）",
        "| 请求从轻。 |",
        "| 事实成立，予以采纳。 |",
        "对事实的复核",
        "对理由和依据的复核",
        "对证据的复核",
        "第四十五条第二款的规定，不得因当事人陈述、申辩而给予更重的处罚",
        "陈述申辩人（签字或者盖章）",
        "拒绝签字或者盖章的，注明情况",
        "劳动监察大队负责人意见",
    )


def test_a_party_that_says_nothing_leaves_nothing_to_verify() -> None:
    document = drafted("defence-record", case(UNIT, {"defence": {"made": False}}))
    holds(document, "当事人没有提出陈述、申辩。", "没有需要复核的事实、理由和证据")
    unknown = drafted("defence-record", UNIT)
    holds(unknown, "□ 没有提出陈述、申辩　　□ 放弃陈述、申辩", "□ 采纳　　□ 部分采纳　　□ 不采纳")


def test_a_defence_against_a_payment_is_no_matter_of_the_penalty_law() -> None:
    wages = {
        "party": {"kind": "organization", "name": "甲公司"},
        "timeline": {
            "conduct_to": "2026-03-10",
            "order_served_on": "2026-02-20",
            "order_due_on": "2026-03-06",
        },
        "acts": [{"violation": "wages-unpaid", "facts": {"failed_to_correct": True, "sum_due": "86420.50"}}],
    }
    document = drafted("defence-record", wages)
    holds(document, "《行政处理事先告知书》（文号：＿＿＿＿）", "维持拟作出的行政处理")
    for words in ("行政处罚事先告知书", "行政处罚法", "更重的处罚"):
        assert words not in document


# --- on the spot ------------------------------------------------------------------------------------------------------


def test_the_decision_on_the_spot_holds_all_that_the_law_asks() -> None:
    document = drafted("on-the-spot-decision", SPOT)
    holds(
        document,
        "隆人社监当罚字〔2016〕＿＿＿＿号",
        "| 违法行为的地点 | ＿＿＿＿ |",
        "2016年6月6日　　时　　分",
        "第四十四条、第四十五条的规定，当场口头告知",
        "已出示执法证件",
        "第二十五条第（三）项",
        "对你单位处以罚款1200元（大写：人民币壹仟贰佰元整）",
        "十五日内",
        "第六十八条第（一）项",
        "第六十九条",
        "有权拒绝缴纳（《中华人民共和国行政处罚法》第七十条）",
        "李某（执法证号：001）、王某（执法证号：002）",
        "当场交付你单位",
        "□ 拒绝签收",
        "报本机关备案",
    )
    assert "可以当场处罚的情形，请改用" not in document
    assert "法制审核：" not in document


def test_a_decision_on_the_spot_is_reviewed_before_it_is_sued_against() -> None:
    document = drafted("on-the-spot-decision", SPOT)
    holds(
        document,
        "《中华人民共和国行政复议法》第二十三条第一款第（一）项的规定，应当先自收到本决定书之日起六十日内，依法向隆尧县人民政府申请行政复议",
        "自收到行政复议决定书之日起十五日内，依法向隆尧县人民法院提起行政诉讼",
    )
    assert "六个月内" not in document


@pytest.mark.parametrize(
    ("defence", "words"),
    [
        (
            {"made": True, "statement": "不知情", "finding": "不予采纳"},
            "提出陈述、申辩：不知情。经复核，不予采纳。",
        ),
        ({"made": False}, "你单位没有提出陈述、申辩。"),
        ({}, "□ 你单位提出陈述、申辩，内容和复核意见：＿＿＿＿。"),
    ],
)
def test_what_was_said_on_the_spot_is_noted(defence: dict[str, Any], words: str) -> None:
    assert words in drafted("on-the-spot-decision", case(SPOT, {"defence": defence}))


def test_a_penalty_too_high_for_the_spot_is_said_to_be() -> None:
    document = drafted("on-the-spot-decision", UNIT)
    assert "不属于《中华人民共和国行政处罚法》第五十一条规定的可以当场处罚的情形，请改用普通程序" in notes(
        document
    )
