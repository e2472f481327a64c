"""The papers of the penalty procedure: what each has to hold by law, and what it says of what is known and unknown."""

from __future__ import annotations

import re
from copy import deepcopy
from typing import Any

import pytest

from tests.documents import samples
from tests.documents.cases import drafted
from tests.documents.reading import FORMATS, draft, text_of

HEARING = ("hearing-right-notice", "hearing-notice", "hearing-record")
WITH_A_FINE = ("prior-notice", "decision", "defence-record", *HEARING)

UNIT: dict[str, Any] = {
    "case_no": "隆人社监案〔2026〕9号",
    "party": {"kind": "organization", "name": "隆尧县甲公司", "address": "康庄路1号"},
    "timeline": {
        "conduct_from": "2026-01-05",
        "conduct_to": "2026-05-31",
        "filed_on": "2026-06-02",
        "order_served_on": "2026-03-02",
        "order_due_on": "2026-03-20",
        "notice_served_on": "2026-07-20",
    },
    "acts": [
        {
            "clause": "labour-contract-law/92.2",
            "facts": {"failed_to_correct": True, "dispatched_workers": 8, "party_role": "dispatch_agency"},
        }
    ],
}

HEARD: dict[str, Any] = {
    "timeline": {
        **UNIT["timeline"],
        "hearing_requested_on": "2026-07-22",
        "hearing_notice_served_on": "2026-07-24",
        "hearing_on": "2026-08-10",
        "decided_on": "2026-08-20",
    },
    "hearing": {
        "requested": True,
        "time": "上午9时",
        "place": "三楼会议室",
        "public": True,
        "chair": "孙某",
        "assessors": ["周某", "吴某"],
        "clerk": "郑某",
        "outcome": "维持拟作出的处罚",
    },
    "discussion": {"held_on": "2026-08-16"},
    "legal_review": {"reviewed_on": "2026-08-14"},
    "officers": [{"name": "李某", "certificate_no": "001"}, {"name": "王某", "certificate_no": "002"}],
    "evidence": ["派遣协议三份", "询问笔录二份"],
    "documents": {
        "prior_notice_no": "隆人社监罚告字[2026]9号",
        "hearing_right_notice_no": "隆人社监听告字[2026]9号",
        "hearing_notice_no": "隆人社监听通字[2026]9号",
    },
}

PERSONS: dict[str, Any] = {
    "violation": "not-registered-for-insurance",
    "facts": {"failed_to_correct": True, "premium_due": "46850.40", "responsible_persons": 2},
}

SPOT: dict[str, Any] = {
    "on_the_spot": True,
    "party": {"kind": "organization", "name": "隆尧县甲公司", "address": "康庄路1号"},
    "timeline": {"conduct_to": "2016-05-31", "decided_on": "2016-06-06"},
    "acts": [
        {
            "violation": "failed-annual-inspection",
            "facts": {"failed_to_correct": False},
            "circumstances": ["harm-removed"],
        }
    ],
    "officers": [{"name": "李某", "certificate_no": "001"}, {"name": "王某", "certificate_no": "002"}],
}

INDIVIDUAL: dict[str, Any] = {
    "party": {"kind": "individual", "name": "赵某", "id_number": "130525198001010000"},
    "timeline": {"conduct_to": "2026-06-30", "decided_on": "2026-09-25"},
    "acts": [
        {
            "violation": "unlicensed-labour-dispatch",
            "provisions": ["《中华人民共和国劳动合同法》第五十七条第二款"],
            "facts": {"illegal_gain": "120000", "prior_same_violations": 0},
            "circumstances": ["harm-removed"],
        }
    ],
}

NOTHING_KNOWN: dict[str, Any] = {
    "party": {"kind": "sole_trader"},
    "timeline": {"conduct_to": "2026-05-31"},
    "acts": UNIT["acts"],
}


def case(*parts: dict[str, Any]) -> dict[str, Any]:
    """A case put together from parts, the later over the earlier."""
    return deepcopy({key: value for part in parts for key, value in part.items()})


def paper(document: str) -> str:
    """Without the notes for the drafter."""
    return document.split("起草提示")[0]


def notes(document: str) -> str:
    return document[document.index("起草提示") :]


def holds(document: str, *parts: str) -> None:
    assert [part for part in parts if part not in document] == []


# --- every paper ------------------------------------------------------------------------------------------------------


EVERYONE = {
    "unit": case(UNIT, HEARD),
    "persons": case(UNIT, {"acts": [*UNIT["acts"], PERSONS]}),
    "individual": INDIVIDUAL,
    "unknown": NOTHING_KNOWN,
}


@pytest.mark.parametrize("fmt", FORMATS)
@pytest.mark.parametrize("name", EVERYONE)
@pytest.mark.parametrize("form", WITH_A_FINE)
def test_nothing_is_left_over_from_the_template(form: str, name: str, fmt: str) -> None:
    document = drafted(form, EVERYONE[name], fmt)
    bad = [
        "None",
        "{{",
        "{%",
        "{#",
        "（）",
        "《》",
        "“”",
        "。。",
        "；。",
        "，。",
        "、。",
        "：。",
        "，，",
        "的的",
    ]
    assert [mark for mark in bad if mark in document] == []


@pytest.mark.parametrize("form", ["prior-notice", "decision", "hearing-right-notice", "hearing-notice"])
def test_a_number_still_to_be_given_begins_as_it_will(form: str) -> None:
    letters = {
        "prior-notice": "隆人社监罚告字〔2026〕＿＿＿＿号",
        "decision": "隆人社监罚决字〔＿＿＿＿〕＿＿＿＿号",
        "hearing-right-notice": "隆人社监听告字〔2026〕＿＿＿＿号",
        "hearing-notice": "隆人社监听通字〔＿＿＿＿〕＿＿＿＿号",
    }
    holds(drafted(form, UNIT), letters[form], "草　稿")


def test_a_paper_of_an_authority_without_short_name_has_a_blank_for_its_number() -> None:
    authority = {**samples.AUTHORITY, "short": None}
    document = draft("decision", "md", *samples.unlicensed_service(), authority=authority).decode()
    assert "文号：＿＿＿＿" in document


@pytest.mark.parametrize("form", ["hearing-record", "defence-record"])
def test_a_record_has_neither_number_nor_draft_mark(form: str) -> None:
    document = drafted(form, NOTHING_KNOWN)
    for mark in ("草　稿", "起草提示", "文号：＿＿＿＿号"):
        assert mark not in document
    assert "〔＿＿＿＿〕" not in document


# --- prior notice and decision ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", ["prior-notice", "decision", "hearing-right-notice"])
def test_provisions_are_those_the_officer_cites(form: str) -> None:
    holds(drafted(form, INDIVIDUAL), "违反了《中华人民共和国劳动合同法》第五十七条第二款的规定")
    unknown = drafted(form, case(INDIVIDUAL, {"acts": [{**INDIVIDUAL["acts"][0], "provisions": []}]}))
    assert "违反了＿＿＿＿的规定" in unknown
    assert "第五十七条" not in paper(unknown)
    assert "由承办人查明填写；仅供核对的条文：《劳动合同法》第五十七条第二款" in notes(unknown)


def test_responsible_persons_are_named_once_all_are_known() -> None:
    base = case(UNIT, {"acts": [PERSONS]})
    people = [{"name": "王某", "post": "总经理", "id_number": "1305"}, {"name": "孙某"}]
    named = drafted("decision", {**base, "responsible_persons": people})
    holds(
        named,
        "共2人（姓名：总经理王某、孙某），每人处以罚款",
        "责任人员：王某，职务：总经理，公民身份号码：1305",
    )
    holds(named, "被处罚款的责任人员不服对其本人的处罚的")
    one = drafted("decision", {**base, "responsible_persons": people[:1]})
    holds(one, "共2人（姓名：＿＿＿＿），每人处以罚款", "案卷列明责任人员1人，这里按2人计算")


def test_the_reasons_for_lighter_heavier_or_neither_are_given() -> None:
    first = "鉴于具有上述从轻情节，按从轻处罚掌握，决定在法定幅度内处罚款"
    holds(drafted("decision", INDIVIDUAL), first)
    holds(drafted("decision", UNIT), "鉴于没有从轻、从重情节，决定在法定幅度内处罚款")
    sample, assessment = samples.unlicensed_dispatch()
    both = text_of("md", draft("decision", "md", sample, assessment))
    assert (
        "鉴于同时具有从轻情节（主动消除或者减轻违法行为危害后果）和从重情节（阻碍检查），权衡后决定" in both
    )
    assessment["acts"][0]["circumstances"] = [{**assessment["acts"][0]["circumstances"][1], "counted": False}]
    uncounted = text_of("md", draft("decision", "md", sample, assessment))
    assert "鉴于" not in uncounted


def test_a_tier_that_the_facts_decide_is_not_called_ordinary() -> None:
    sample, assessment = samples.unlicensed_service()
    assessment["acts"][0]["findings"][0]["fines"][0]["selected_by"] = "facts"
    document = draft("decision", "md", sample, assessment).decode()
    assert "按本案查明的事实，属于“情节较轻”阶次" in document
    assert "一般处罚" not in document


def test_benchmarks_that_differ_are_named_with_each_fine() -> None:
    sample, assessment = samples.unlicensed_service()
    other = {**assessment["acts"][0]["findings"][0]["fines"][0], "benchmark": "table"}
    assessment["acts"][0]["findings"][0]["fines"].append(other)
    names = {**samples.NAMES, "table": "某市裁量基准"}
    document = draft("decision", "md", sample, assessment, names=names).decode()
    holds(document, "裁量规则按各项罚款分别写明", "按照某市裁量基准，", "按照四档等分裁量方案（缺省），")
    assert "上述暂用的裁量规则" not in document


MILDER = {
    "basis": "行政处罚法第三十七条",
    "at_act": {
        "day": "2016-05-31",
        "statute_title": "甲条例",
        "minimum": "10000",
        "maximum": "30000",
        "recommended": "17500",
        "confiscate": "500",
    },
    "at_decision": {
        "day": "2016-09-01",
        "statute_title": "乙条例",
        "minimum": "0",
        "maximum": "5000",
        "recommended": "1000",
        "confiscate": None,
    },
}


@pytest.mark.parametrize(
    ("applied", "words"),
    [
        ("act", "新的规定处罚并不较轻，适用违法行为发生时的规定。"),
        ("decision", "新的规定处罚较轻，适用新的规定。"),
    ],
)
def test_both_laws_are_compared_and_the_choice_is_told(applied: str, words: str) -> None:
    sample, assessment = samples.unlicensed_service()
    assessment["acts"][0]["milder_law"] = {**MILDER, "applied": applied}
    holds(
        draft("decision", "md", sample, assessment).decode(),
        "根据行政处罚法第三十七条的规定，本机关对新旧规定作了比较：",
        "违法行为终了之日（2016年5月31日）施行的《甲条例》，在本案中的罚款为10000元以上30000元以下，没收违法所得500元；",
        f"作出决定之日（2016年9月1日）施行的《乙条例》，在本案中的罚款为5000元以下。{words}",
    )


def test_an_undecided_choice_of_law_is_left_to_the_officer() -> None:
    sample, assessment = samples.unlicensed_service()
    assessment["acts"][0]["milder_law"] = {**MILDER, "applied": "undecided"}
    document = draft("decision", "md", sample, assessment).decode()
    assert "新旧规定的比较和适用：＿＿＿＿。" in paper(document)
    assert "较轻，适用" not in document
    holds(notes(document), "新旧规定何者较轻不能认定（行政处罚法第三十七条）", "《甲条例》", "《乙条例》")
    assessment["acts"][0]["milder_law"]["at_decision"] = {"day": "2016-09-01"}
    assert (
        "（2016年9月1日）没有对该行为给予处罚的规定" in draft("decision", "md", sample, assessment).decode()
    )


def test_a_fine_already_imposed_is_told_where_something_else_is_imposed() -> None:
    sample, assessment = samples.unlicensed_dispatch()
    assessment["acts"][0]["findings"][0]["fines"] = []
    sample["acts"][0]["already_fined"] = {"by": "某局", "decided_on": "2026-05-01", "amount": "52000"}
    document = draft("decision", "md", sample, assessment).decode()
    told = "某局已于2026年5月1日就你的同一违法行为处以罚款52000元。根据《中华人民共和国行政处罚法》第二十九条"
    assert document.count(told) == 2
    assert "不适用罚款的裁量基准" not in document


def test_the_decision_tells_the_course_of_the_procedure() -> None:
    holds(
        drafted("decision", case(UNIT, HEARD)),
        "《行政处罚事先告知书》（文号：隆人社监罚告字〔2026〕9号）和《行政处罚听证告知书》（文号：隆人社监听告字〔2026〕9号）",
        "你单位于2026年7月22日要求听证。本机关于2026年7月24日送达了《行政处罚听证通知书》（文号：隆人社监听通字〔2026〕9号）。",
        "本机关于2026年8月10日在三楼会议室公开举行听证，由孙某主持。",
        "根据听证笔录形成的意见：维持拟作出的处罚。",
        "本案已于2026年8月14日经法制审核。",
        "本案已于2026年8月16日经本机关负责人集体讨论。",
        "送达了《劳动保障监察限期改正指令书》（文号：＿＿＿＿），改正期限至2026年3月20日届满。期限届满，你单位没有改正。",
    )


@pytest.mark.parametrize(
    ("hearing", "words"),
    [
        ({"requested": False}, "你单位没有要求听证。"),
        ({}, "你单位要求听证和听证举行的情况：＿＿＿＿。"),
        ({"requested": True}, "根据听证笔录形成的意见：＿＿＿＿。"),
    ],
)
def test_the_decision_does_not_guess_about_the_hearing(hearing: dict[str, Any], words: str) -> None:
    document = drafted("decision", case(UNIT, {"hearing": hearing}))
    assert words in document
    assert "法制审核。" not in paper(document)


def test_the_default_surcharge_is_told_in_figures_and_with_its_cap() -> None:
    known = {"timeline": {**UNIT["timeline"], "decided_on": "2026-08-20", "served_on": "2026-08-24"}}
    document = drafted("decision", case(UNIT, known))
    holds(document, "第七十二条第一款第（一）项", "每日加处罚款1650元，加处罚款合计不得超出55000元。")
    assert "每日加处罚款" not in drafted("decision", UNIT)
    both = drafted("decision", case(UNIT, {"acts": [*UNIT["acts"], PERSONS]}))
    holds(
        both,
        "到期不缴纳的，分别按其本人的罚款数额加处罚款",
        "对“劳务派遣单位、用工单位违反有关劳务派遣规定”责令限期改正：本机关已于2026年3月2日送达",
    )


def test_the_notes_say_what_is_unverified_and_which_time_limits_have_passed() -> None:
    authority = {**samples.AUTHORITY, "sources": {"court": {"verified": False}, "short": {"verified": False}}}
    sample, assessment = samples.unlicensed_service()
    assessment["procedure"]["deadlines"] = [
        {"id": "a", "name": "甲", "due": "2016-08-01", "met": False, "fulfilled_on": "2016-08-02"},
        {"id": "b", "name": "乙", "due": "2016-08-03", "met": True},
        {"id": "c", "name": "丙", "due": "2027-08-03", "approximate": True},
    ]
    found = notes(draft("decision", "md", sample, assessment, authority=authority).decode())
    holds(
        found,
        "以下内容没有来源证实，请核对：受理行政诉讼的人民法院（隆尧县人民法院",
        "文号中的机关简称（隆尧县人社局）",
        "甲，2016年8月1日，**已经超过**（2016年8月2日办理）。",
        "丙，约2027年8月3日（节假日安排未收录，请核对）。",
    )
    assert "乙" not in found, "what was done in time needs no look"
    assert found.count("□ 期限：") == 2


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


@pytest.mark.parametrize("fmt", FORMATS)
@pytest.mark.parametrize("form", [*WITH_A_FINE, "on-the-spot-decision"])
def test_every_paper_is_laid_out_in_every_format(form: str, fmt: str) -> None:
    document = drafted(form, SPOT if form == "on-the-spot-decision" else EVERYONE["persons"], fmt)
    assert "隆尧县人力资源和社会保障局" in document
    assert not re.search(r"^:::", document, re.MULTILINE)
