"""Every form from a case of every shape, in every format: it can be made, reads well, and shows values as typed."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import Any

import pytest

from penalty_engine.documents import render
from penalty_engine.documents.drafting import Draft, lay_out
from penalty_engine.documents.markdown_layout import portable
from penalty_engine.documents.text import capitals, chinese_dates, printable
from tests.documents.samples import TEMPLATES
from tests.pages import cases
from tests.pages.hostile import HOSTILE
from tests.pages.reading import body_text, edge_text, markdown_structure, opened, page_of, word_structure

UGLY = {
    "a value of Python": r"\b(?:None|True|False|Undefined)\b|Decimal\(|&lt;|&amp;",
    "template syntax": r"\{\{|\}\}|\{%|%\}|\{#|:::",
    "empty brackets": r"（\s*）|\(\s*\)|《\s*》|〔\s*〕|“\s*”|【\s*】",
    "doubled punctuation": (
        r"[。，、；：][。，、；：]|。[）”]?。|[！？]。|；[”）]；|\.。|。\.|,，|，,|（（）|））。?）|元元|的的|日日|号号|条条|第第|《《|》》"
    ),
    "punctuation in a bracket": r"（[。，；、：]|[，；、：]）|《[。，]|[，。]》",
    "punctuation that begins a line": r"(?m)^[ 　\t]*[。，、；：！？）》〕”]",
    "a sum without words": r"元（大写：\s*）|大写：人民币\s*）",
    "a date of the machine": r"[0-9]{4}-[0-9]{2}-[0-9]{2}",
}
SUM = re.compile(r"([0-9][0-9,]*(?:\.[0-9]+)?)元（大写：([^）]*)）")
HALF_BLANK = re.compile(r"＿元（大写：[^＿]|[0-9]元（大写：＿")

FULL, SPOT = "revoked", "on-the-spot"
ELEMENTS = {
    "filing-approval": (
        "案件来源", "投诉登记表", "涉嫌违法行为", "劳动监察大队审核人员意见", "监察大队大队长审批意见", "不得少于二人",
        "李某某", "陈某某", "填表人签名",
    ),
    "correction-order": (
        "违法事实", "《中华人民共和国劳动合同法》第五十八条第二款", "与被派遣劳动者订立二年以上", "2026年5月6日以前", "书面报告",
        "证明已经改正的材料", "第三十条第一款第（三）项", "责令改正不是行政处罚", "第二十八条第一款", "第十八条第一款第（二）项",
        "（印章）", "2026年4月20日", "送达回证", "受送达人",
    ),
    "disposal-approval": (
        "违法事实", "拟处理种类", "☑责令改正", "☑行政处理", "☑行政处罚", "理由和依据", "裁量计算表", "法定幅度", "适用阶次",
        "该阶次幅度", "建议数额", "情节", "监察大队大队长意见", "审批股法制审核意见", "局领导审批意见", "涉及劳动者名单", "工人30",
    ),
    "legal-review-opinion": (
        "钱某某", "已通过国家统一法律职业资格考试", "主体、管辖和人员资格", "违法事实", "证据", "适用法律", "裁量", "程序",
        "审核结论", "适用法律准确，同意处罚意见", "2026年7月6日",
    ),
    "collective-discussion-record": (
        "2026年7月8日", "局二楼会议室", "郑某某", "局长", "劳动监察大队大队长", "案件承办人员", "记录人", "周某某", "是否本机关负责人",
        "违法事实", "处罚、处理的理由和依据", "事实清楚，同意吊销", "建议按裁量基准处罚", "结论意见", "一致同意处罚意见", "签名",
    ),
    "prior-notice": (
        "拟", "206200元", "吊销劳务派遣", "违法事实和证据", "《中华人民共和国劳动合同法》第九十二条第二款", "陈述", "申辩", "听证",
        "五个工作日", "情节较轻", "主动消除或者减轻违法行为危害后果", "0319-6791510", "第四十四条",
    ),
    "handling-notice": ("149985元", "加付赔偿金", "第八十五条", "陈述", "申辩", "（印章）", "工人30"),
    "hearing-right-notice": (
        "要求听证", "五个工作日内", "不承担本机关组织听证的费用", "第六十三条", "206200元", "违法事实和证据", "听证权利回执",
    ),
    "hearing-notice": (
        "2026年7月2日上午九时", "局一楼会议室", "听证主持人：王某某", "听证员：褚某某、卫某某", "记录员：蒋某某", "委托一至二人",
        "授权委托书", "证据", "证人", "回避", "0319-6791510", "（印章）", "一式两份", "公开",
    ),
    "hearing-record": (
        "违法事实", "证据", "行政处罚建议", "当事人的申辩", "质证", "最后陈述", "核对", "签字或者盖章", "拒绝签字或者盖章", "王某某",
        "206200元",
    ),
    "defence-record": ("请求从轻处罚", "复核结论", "部分采纳", "不得因当事人陈述、申辩而给予更重的处罚", "对事实的复核", "签名"),
    "investigation-report": (
        "查明的违法事实", "证据", "告知、陈述申辩和听证", "请求从轻处罚", "处理建议", "违反的规定", "裁量", "206200元", "2026年6月12日",
    ),
    "decision": (
        "河北省邢台市隆尧县某某路12号", "违法事实和证据", "处罚依据", "206200元", "十五日内", "中国某某银行隆尧支行", "百分之三",
        "不得超出|不超出", "行政复议", "六十日", "行政诉讼", "六个月", "（印章）", "2026年7月10日", "部分采纳", "从轻", "吊销",
        "人民法院提起行政诉讼", "赵某某",
    ),
    "no-penalty-decision": (
        "未保存或者伪造录用登记材料", "第三十三条第一款", "教育", "已经对负责人进行法律法规教育", "行政复议", "行政诉讼",
        "（印章）", "2026年7月10日", "第五十七条第一款第（二）项",
    ),
    "filing-withdrawal-approval": ("第十八条第一款第（三）项", "2026年5月29日", "教育情况", "局领导审批意见", "监察大队大队长意见"),
    "handling-decision": (
        "149985元", "百分之五十以上百分之一百以下", "加付赔偿金", "不含罚款", "行政复议", "行政诉讼", "（印章）", "工人30", "4999.50",
    ),
    "reminder": (
        "264700", "加处", "第五十四条", "十日内", "中国某某银行隆尧支行", "陈述", "申辩", "第三十六条", "申请人民法院强制执行|申请强制执行",
        "（印章）", "2026年8月3日",
    ),
    "closing-approval": (
        "处理结果", "履行情况", "2026年8月12日", "劳动监察大队审核人员意见", "监察大队大队长意见", "局领导审批意见", "结案理由和依据",
    ),
}  # fmt: skip
"""What the law and the bureau's procedure ask of each form, as the full case says it; `|`: either."""
ELEMENTS_ON_THE_SPOT = (
    "违法行为", "处罚依据", "元（大写：人民币", "缴", "违法行为的地点", "当场处罚的时间", "行政复议", "行政诉讼", "执法人员", "冀0525001",
    "出示执法证件|出示", "备案", "（印章）", "文号|当罚字",
)  # fmt: skip


@cache
def word(form: str, name: str) -> Any:
    """The Word document, made once and opened again."""
    paper = cases.paper(form, name)
    assert paper is not None
    return opened(lay_out(paper, "docx"))


def texts(paper: Draft, name: str) -> dict[str, str]:
    """The text of the paper in each format."""
    document = word(paper.form.id, name)
    return {
        "md": portable(paper.markdown),
        "html": page_of(lay_out(paper, "html"))[0],
        "docx": f"{body_text(document)}\n{edge_text(document)}",
    }


def faults(text: str) -> dict[str, list[str]]:
    """What is ugly in a text, each with the words around it."""
    found = {}
    for kind, pattern in UGLY.items():
        places = [text[max(m.start() - 12, 0) : m.end() + 12] for m in re.finditer(pattern, text)]
        if places:
            found[kind] = places
    return found


def test_the_forms_that_facts_decide_wait_for_them() -> None:
    made = set(cases.papers("facts-missing"))
    assert made == {"filing-approval", "correction-order"}
    assert set(cases.papers(FULL)) == set(cases.FORMS)


@pytest.mark.parametrize("name", cases.CASES)
def test_every_paper_reads_well(name: str) -> None:
    found = {
        (form, fmt): ugly
        for form, paper in cases.papers(name).items()
        for fmt, text in texts(paper, name).items()
        if (ugly := faults(text))
    }
    assert found == {}


@pytest.mark.parametrize("name", cases.CASES)
def test_every_checklist_reads_well(name: str) -> None:
    assert faults(cases.dossier(name, "md").checklist[1].decode("utf-8")) == {}


@pytest.mark.parametrize("name", cases.CASES)
def test_sums_in_figures_and_capitals_agree(name: str) -> None:
    for form in cases.papers(name):
        text = body_text(word(form, name))
        for figures, words in SUM.findall(text):
            assert words == capitals(Decimal(figures.replace(",", ""))), (form, figures)
        assert not HALF_BLANK.search(text), form


@pytest.mark.parametrize("name", cases.CASES)
def test_every_paper_names_authority_title_and_party(name: str) -> None:
    party = cases.CASES[name]["party"].get("name") or "＿＿＿＿"
    for form, paper in cases.papers(name).items():
        text = body_text(word(form, name))
        assert "隆尧县人力资源和社会保障局" in text, form
        assert paper.form.title in text, form
        assert party in text, form
        assert ("草稿" in edge_text(word(form, name))) == bool(paper.context["draft"]), form
        assert paper.form.served or not paper.context["draft"], form


@pytest.mark.parametrize("form", cases.FORMS)
def test_each_form_holds_what_is_required_of_it(form: str) -> None:
    spot = form == "on-the-spot-decision"
    text = re.sub(r"\s", "", body_text(word(form, SPOT if spot else FULL)))
    wanted = ELEMENTS_ON_THE_SPOT if spot else ELEMENTS[form]
    assert [element for element in wanted if not any(part in text for part in element.split("|"))] == []


def test_a_handling_decision_holds_no_fine() -> None:
    text = body_text(word("handling-decision", FULL))
    assert "206200" not in text
    assert "264700" not in text


def test_the_same_case_gives_the_same_bytes() -> None:
    paper = cases.paper("disposal-approval", FULL)
    assert paper is not None
    material = cases.made(FULL).material
    for fmt in ("docx", "html"):
        assert lay_out(paper, fmt) == render("disposal-approval", fmt, material, TEMPLATES)


def test_dates_in_the_sentences_of_a_computation_are_written_as_papers_write_them() -> None:
    assert chinese_dates("自 2021-04-01 持续到 2021-06-30；") == "自2021年4月1日持续到2021年6月30日；"
    for text in ("2026-05-01", "电话 0319-2020-01-02", "A2020-01-02", "2020-01-021"):
        assert chinese_dates(text) == text


# --- hostile values ---------------------------------------------------------------------------------------------------


def _shown(name: str) -> str:
    return printable(HOSTILE[name.removeprefix("hostile-")]).replace("\u2028", "\n")


@cache
def _plain(form: str) -> tuple[Any, list[str]]:
    """The tags and blocks of the form from the same case with harmless values."""
    paper = cases.paper(form, "plain")
    assert paper is not None
    return page_of(lay_out(paper, "html"))[1], markdown_structure(portable(paper.markdown))


@pytest.mark.parametrize("name", cases.HOSTILE_CASES)
def test_hostile_values_change_nothing_but_words(name: str) -> None:
    shown = re.sub(r"\s", "", _shown(name))
    for form, paper in cases.papers(name).items():
        page, tags = page_of(lay_out(paper, "html"))
        assert shown in re.sub(r"\s", "", page), form
        assert (tags, markdown_structure(portable(paper.markdown))) == _plain(form), form


@pytest.mark.parametrize("name", ["hostile-rows", "hostile-control"])
def test_hostile_values_are_words_in_word(name: str) -> None:
    for form in cases.papers(name):
        document = word(form, name)
        assert word_structure(document) == word_structure(word(form, "plain")), form
        assert _shown(name) in body_text(document), form
