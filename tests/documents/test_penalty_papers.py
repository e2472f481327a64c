"""The papers of the penalty procedure: what each has to hold by law, and what it says of what is known and unknown."""

from __future__ import annotations

import re
from typing import Any

import pytest

from tests.documents import samples
from tests.documents.cases import drafted
from tests.documents.penalty_cases import (
    HEARD,
    INDIVIDUAL,
    NOTHING_KNOWN,
    PERSONS,
    SPOT,
    UNIT,
    WITH_A_FINE,
    case,
    holds,
    notes,
    paper,
)
from tests.documents.reading import FORMATS, draft, text_of

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


@pytest.mark.parametrize("fmt", FORMATS)
@pytest.mark.parametrize("form", [*WITH_A_FINE, "on-the-spot-decision"])
def test_every_paper_is_laid_out_in_every_format(form: str, fmt: str) -> None:
    document = drafted(form, SPOT if form == "on-the-spot-decision" else EVERYONE["persons"], fmt)
    assert "隆尧县人力资源和社会保障局" in document
    assert not re.search(r"^:::", document, re.MULTILINE)
