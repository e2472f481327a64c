"""What each form must say, and how it shows what is not known."""

from __future__ import annotations

import re
from copy import deepcopy

import pytest

from penalty_engine.documents import DocumentError
from tests.documents import samples
from tests.documents.reading import FORMATS, FORMS, draft, refused, text_of

EVERY = [(name, form) for name in samples.SAMPLES for form in FORMS]


def text(name: str, form: str, fmt: str = "docx") -> str:
    case, assessment = samples.SAMPLES[name]()
    return text_of(fmt, draft(form, fmt, case, assessment))


@pytest.mark.parametrize("fmt", FORMATS)
@pytest.mark.parametrize(
    ("name", "parts"),
    [
        (
            "unlicensed-service",
            [
                "某某人力资源服务有限公司",
                "2016年3月1日至2016年5月31日",
                "《河北省劳动力市场管理条例》第二十五条第一项",
                samples.CLAUSES["hebei-labour-market-regulation/25.1"]["text"].rstrip("；") + "”。",
                "责令停止违法行为",
                "10000元以上30000元以下",
                "15000元以上20000元以下",
                "情节较轻",
                "对你单位处以罚款17500元（大写：人民币壹万柒仟伍佰元整）",
            ],
        ),
        (
            "dispatch-not-corrected",
            [
                "91130525MA00000000",
                "河北省邢台市隆尧县康庄路1号",
                "8名劳动者的劳动合同复印件。",
                samples.CLAUSES["labour-contract-law/92.2"]["text"],
                "责令改正",
                "罚款55000元（大写：人民币伍万伍仟元整）",
                "吊销劳务派遣经营许可证",
            ],
        ),
        (
            "unlicensed-dispatch",
            [
                "公民身份号码：＿＿＿＿",
                "没收违法所得120000元（大写：人民币壹拾贰万元整）",
                "对你处以罚款300000元（大写：人民币叁拾万元整）",
                "主动消除或者减轻违法行为危害后果，应当从轻处罚（依据：《中华人民共和国行政处罚法》第三十二条第一项）",
                "阻碍检查，可以从重处罚。",
            ],
        ),
    ],
)
def test_both_forms_hold_party_law_discretion_and_content(name: str, parts: list[str], fmt: str) -> None:
    for form in FORMS:
        document = text(name, form, fmt)
        for part in parts:
            assert part in document
        for heading in (
            "法律的规定",
            "裁量基准的规定",
            "本机关的裁量意见",
            "隆尧县人力资源和社会保障局",
            "（印章）",
        ):
            assert heading in document


def test_prior_notice_tells_the_rights() -> None:
    notice = text("dispatch-not-corrected", "prior-notice")
    for part in (
        "陈述和申辩",
        "要求听证",
        "五个工作日内",
        "不承担本机关组织听证的费用",
        "0319-6660000",
        "劳动股",
    ):
        assert part in notice
    assert "张某，执法证号：03051234001" in notice
    assert "2026年9月1日" in notice


def test_a_hearing_is_offered_only_where_it_is_due() -> None:
    case, assessment = samples.dispatch_not_corrected()
    assessment["procedure"]["hearing"] = {"required": False, "reasons": []}
    notice = text_of("docx", draft("prior-notice", "docx", case, assessment))
    assert "五个工作日" not in notice
    del assessment["procedure"]["hearing"]
    assert "是否有权要求听证：＿＿＿＿" in text_of("docx", draft("prior-notice", "docx", case, assessment))


def test_decision_tells_payment_surcharge_review_and_suit() -> None:
    decision = text("dispatch-not-corrected", "decision")
    for part in (
        "十五日内",
        "中国某某银行隆尧支行",
        "隆尧县财政局",
        "0000 1111 2222 3333",
        "每日按罚款数额的百分之三加处罚款，加处罚款的数额不得超出罚款的数额",
        "六十日内，依法向隆尧县人民政府申请行政复议",
        "六个月内，依法直接向隆尧县人民法院提起行政诉讼",
        "行政处罚不停止执行",
        "申请人民法院强制执行",
        "请求减轻处罚。",
        "没有法定的减轻处罚情节，不予采纳。",
        "2026年10月12日",
    ):
        assert part in decision


@pytest.mark.parametrize(
    ("defence", "part"),
    [
        (None, "复核意见：＿＿＿＿"),
        ({"made": False}, "没有提出陈述、申辩"),
        ({"made": True}, "提出陈述、申辩：＿＿＿＿"),
    ],
)
def test_decision_says_whether_a_defence_was_made(defence: dict[str, object] | None, part: str) -> None:
    case, assessment = samples.dispatch_not_corrected()
    case.pop("defence")
    if defence:
        case["defence"] = defence
    assert part in text_of("md", draft("decision", "md", case, assessment))


@pytest.mark.parametrize(("name", "form"), EVERY)
@pytest.mark.parametrize("fmt", FORMATS)
def test_nothing_unfinished_is_printed(name: str, form: str, fmt: str) -> None:
    document = text(name, form, fmt)
    bad = [
        "None",
        "{{",
        "{%",
        "（）",
        "《》",
        "。。",
        "；。",
        "，。",
        "、。",
        "：。",
        "()",
        "“”",
        "undefined",
        "\\-",
    ]
    assert [mark for mark in bad if mark in document] == []
    assert not re.search(r"[a-z]+-[a-z]+", document.split("</style>")[-1]) or fmt == "html"


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("fmt", FORMATS)
def test_a_bare_case_gives_blanks_and_no_guesses(form: str, fmt: str) -> None:
    _, assessment = samples.unlicensed_service()
    bare = {"schema": 1, "party": {"kind": "organization", "name": "甲公司"}, "acts": []}
    assessment["acts"][0]["findings"][0]["fines"][0].update(recommended=None, tier=None, formula=None)
    document = text_of(
        fmt, draft(form, fmt, bare, assessment, authority={"name": "某局"}, clauses={}, names={})
    )
    for part in (
        "统一社会信用代码：＿＿＿＿",
        "罚款＿＿＿＿元（大写：＿＿＿＿）",
        "责令＿＿＿＿",
        "＿＿＿＿年＿＿月＿＿日",
    ):
        assert part in document
    for bad in ("None", "（）", "。。", "隆尧", "2016"):
        assert bad not in document


@pytest.mark.parametrize("fmt", FORMATS)
def test_a_draft_says_so_until_it_has_its_number(fmt: str) -> None:
    case, assessment = samples.unlicensed_service()
    document = text_of(fmt, draft("prior-notice", fmt, case, assessment))
    assert "草　稿" in document
    assert "起草提示" in document
    assert "其他未核实事项和提示2项，见案卷清单" in document
    case["documents"] = {"prior_notice_no": "隆人社监罚告字〔2026〕2号"}
    final = text_of(fmt, draft("prior-notice", fmt, case, assessment))
    assert "隆人社监罚告字〔2026〕2号" in final
    assert "草　稿" not in final
    assert "起草提示" not in final
    assert "草　稿" in text_of(fmt, draft("decision", fmt, case, assessment))


def test_the_drafting_notes_are_a_checklist() -> None:
    notice = text("unlicensed-service", "prior-notice")
    notes = notice[notice.index("起草提示") :]
    for part in (
        "听证：应当告知",
        "集体讨论：应当",
        "法制审核：决定作出前",
        "追究时效届满，2018年5月31日",
        "起算日尚不明确的期限：缴纳罚款（行政处罚法第六十七条）、送达。\n",
        "程序条款引自",
    ):
        assert part in notes


def test_the_fallback_scheme_is_named_as_such() -> None:
    case, assessment = samples.unlicensed_service()
    document = text_of("md", draft("decision", "md", case, assessment))
    assert (
        "暂按“四档等分裁量方案（缺省）”测算；该规则不是本机关公布的裁量基准，不作为处罚的依据，" in document
    )
    assert "通用的裁量规则" in text_of("md", draft("decision", "md", case, assessment, names={}))
    assessment["warnings"] = []
    assessment["benchmark"] = "table"
    names = {**samples.NAMES, "table": "邢台市人力资源社会保障行政处罚裁量标准表"}
    document = text_of("md", draft("decision", "md", case, assessment, names=names))
    assert "按照邢台市人力资源社会保障行政处罚裁量标准表，" in document
    assert "不是本机关公布" not in document


def test_an_order_keeps_its_own_verb() -> None:
    case, assessment = samples.unlicensed_service()
    assessment["acts"][0]["findings"][0]["orders"] = ["cease", "surrender-licence", "correct"]
    names = {**samples.NAMES, "surrender-licence": "收回证件"}
    document = text_of("docx", draft("prior-notice", "docx", case, assessment, names=names))
    for part in ("1. 责令停止违法行为。", "2. 收回证件。", "3. 责令改正。"):
        assert part in document


def test_optional_fixed_and_mitigated_fines_are_worded_as_what_they_are() -> None:
    case, assessment = samples.unlicensed_dispatch()
    finding = assessment["acts"][0]["findings"][0]
    tier = {"id": "mitigated", "name": "减轻", "minimum": "0", "maximum": "10000"}
    finding["fines"] = [
        samples.fine("0", "50000", "", ("12500", "25000"), "18700", optional=True),
        samples.fine("15000", "15000", "3人 × 5000元", ("0", "0"), "15000", tier=None),
        {**samples.fine("10000", "30000", "", ("0", "0"), "5000", tier=tier), "mitigated": True},
    ]
    document = text_of("docx", draft("prior-notice", "docx", case, assessment))
    assert "50000元以下" in document
    assert "是否罚款由本机关根据情节裁量决定" in document
    assert "对你处以罚款18700元（大写：人民币壹万捌仟柒佰元整）。" in document
    assert "该项罚款为法律规定" not in document, "a remark for the drafter is no decision"
    assert "数额由法律直接规定，没有裁量幅度" in document
    assert "拟减轻处罚，处罚款5000元" in document


def test_several_acts_and_targets_are_listed_and_added_up() -> None:
    case, assessment = samples.unlicensed_dispatch()
    _, other = samples.unlicensed_service()
    person = samples.fine("1000", "10000", "", ("3250", "5500"), "4300.50", target="responsible_person")
    other["acts"][0]["findings"][0]["fines"].append(person)
    left = {
        "violation_name": "收取押金",
        "status": "not-available",
        "findings": [{"applies": False, "reason": "没有逾期"}],
    }
    assessment["acts"] += [*other["acts"], left]
    document = text_of("docx", draft("decision", "docx", case, assessment))
    assert "（一）“未经许可经营劳务派遣”" in document
    assert "（二）“无证从事人力资源服务”" in document
    assert (
        "直接负责的主管人员和其他直接责任人员＿＿＿＿处以罚款4300.50元（大写：人民币肆仟叁佰元伍角整）"
        in document
    )
    assert "罚款合计317500元（大写：人民币叁拾壹万柒仟伍佰元整）" in document
    assert "没收违法所得合计120000元" in document
    assert "由其本人自收到本决定书之日起，按照上述期限和方式缴纳" in document
    assert "本文书没有写入“收取押金”：没有逾期。" in document


def test_only_the_governing_clause_fines() -> None:
    case, assessment = samples.unlicensed_service()
    second = deepcopy(assessment["acts"][0]["findings"][0])
    second["clause"] = "labour-contract-law/92.1"
    second["fines"][0]["recommended"] = "9999"
    second.update(applies=False, status="set-aside", set_aside_by="", alternative=second["fines"], fines=[])
    assessment["acts"][0]["findings"].insert(0, second)
    document = text_of("md", draft("prior-notice", "md", case, assessment))
    assert "9999" not in document
    assert "同时适用《中华人民共和国劳动合同法》第九十二条第一款的规定" in document


def test_a_confiscation_without_fine_is_notified() -> None:
    case, assessment = samples.unlicensed_dispatch()
    assessment["acts"][0]["status"] = "no-fine"
    assessment["acts"][0]["findings"][0]["fines"] = []
    document = text_of("md", draft("decision", "md", case, assessment))
    assert "没收违法所得120000元" in document
    assert "百分之三" not in document


def test_missing_facts_are_named() -> None:
    case, assessment = samples.unlicensed_dispatch()
    assessment["status"] = "needs-facts"
    labelled = {"id": "headcount", "label": "介绍人数"}
    assessment["acts"][0].update(status="needs-facts", missing_facts=["illegal_gain", labelled, "other"])
    assessment["total"] = {"minimum": None, "maximum": None, "recommended": None, "confiscate": None}
    with refused(DocumentError, "尚缺：违法所得、介绍人数、other"):
        draft("prior-notice", "md", case, assessment)


@pytest.mark.parametrize(
    ("status", "finding", "more", "words"),
    [
        ("no-fine", {"fines": []}, {}, "只责令改正"),
        ("not-available", {"applies": False, "reason": "没有逾期不改正"}, {}, "没有逾期不改正"),
        ("referred", {"fines": [], "referred_to": "finance"}, {}, "由财政部门处理"),
        (
            "exempt",
            {"fines": []},
            {"exemption": {"force": "must", "basis": "第三十三条"}},
            "依据：第三十三条",
        ),
    ],
)
def test_where_nothing_is_punished_there_is_nothing_to_notify(
    status: str, finding: dict[str, object], more: dict[str, object], words: str
) -> None:
    case, assessment = samples.unlicensed_service()
    assessment["acts"][0].update(status=status, **more)
    assessment["acts"][0]["findings"][0].update(finding)
    with refused(DocumentError, "没有可以告知的") as caught:
        draft("decision", "docx", case, assessment, names={**samples.NAMES, "finance": "财政部门"})
    assert words in caught.value.render("zh")


def test_unknown_form_or_format_is_answered_with_the_known_ones() -> None:
    case, assessment = samples.unlicensed_service()
    with refused(DocumentError, "是否指“decision”？"):
        draft("decison", "md", case, assessment)
    with refused(DocumentError, "可以使用：docx、html、md、pdf"):
        draft("decision", "odt", case, assessment)
