"""The papers that stay in the file: approval forms, legal review, discussion record, investigation report."""

from __future__ import annotations

import re
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from penalty_engine.documents import DocumentError
from penalty_engine.rulebook.reading import read_file
from tests.documents.cases import drafted
from tests.documents.samples import TEMPLATES

FORMS = (
    "filing-approval",
    "disposal-approval",
    "legal-review-opinion",
    "collective-discussion-record",
    "investigation-report",
    "filing-withdrawal-approval",
    "closing-approval",
)
BLANK = "＿＿＿＿"
OFFICERS = [
    {"name": "李某某", "certificate_no": "示例-001"},
    {"name": "王某某", "certificate_no": "示例-002"},
]

FINED: dict[str, Any] = {
    "case_no": "隆人社监案〔2026〕3号",
    "party": {
        "kind": "organization",
        "name": "河北某某劳务派遣有限公司",
        "address": "隆尧县某某路1号",
        "uscc": "91130525MA00000000",
        "legal_representative": "王某某",
        "phone": "0319-0000000",
    },
    "timeline": {"conduct_from": "2025-01-06", "conduct_to": "2025-08-29", "filed_on": "2025-09-03"},
    "acts": [
        {
            "violation": "unlicensed-labour-dispatch",
            "provisions": ["《中华人民共和国劳动合同法》第五十七条第二款"],
            "facts": {"illegal_gain": "120000.00", "prior_same_violations": 0},
            "circumstances": ["obstruction"],
        }
    ],
    "filing": {
        "source": "投诉",
        "materials": ["投诉登记表", "劳务派遣协议复印件"],
        "summary": "投诉人称当事人没有许可而派遣劳动者",
    },
    "facts_found": "当事人未取得许可，派遣劳动者十二名。",
    "evidence": ["劳务派遣协议四份", "银行流水一份"],
    "officers": OFFICERS,
}

PERSON: dict[str, Any] = {
    **FINED,
    "party": {"kind": "individual", "name": "赵某某", "id_number": "130525000000000000", "address": "某某村"},
    "timeline": {
        **FINED["timeline"],
        "corrected_on": "2025-09-10",
        "investigation_ended_on": "2025-10-20",
        "notice_served_on": "2025-10-22",
        "decided_on": "2025-11-14",
        "served_on": "2025-11-17",
        "fine_paid_on": "2025-12-20",
        "performed_on": "2025-12-21",
    },
    "acts": [{**FINED["acts"][0], "circumstances": ["harm-removed"]}],
    "elections": {"mitigate": True},
    "defence": {"made": True, "statement": "请求减轻处罚", "finding": "经查属实，予以采纳"},
    "hearing": {"requested": False},
    "legal_review": {
        "reviewer": "钱某某",
        "qualification": "取得法律职业资格",
        "reviewed_on": "2025-11-10",
        "opinion": "同意处罚意见",
    },
    "performance": "罚款及加处的罚款已经缴清",
    "documents": {"decision_no": "隆人社监罚决字〔2025〕3号"},
}

REVOKED: dict[str, Any] = {
    **FINED,
    "timeline": {**FINED["timeline"], "order_served_on": "2025-07-01", "order_due_on": "2025-07-15"},
    "acts": [
        {
            "violation": "labour-dispatch-rules-broken",
            "facts": {"failed_to_correct": True, "dispatched_workers": 8, "party_role": "dispatch_agency"},
        }
    ],
    "discussion": {
        "held_on": "2025-11-12",
        "place": "局二楼会议室",
        "chair": "孙某某",
        "recorder": "周某某",
        "participants": [
            {"name": "孙某某", "post": "局长", "head": True, "view": "事实清楚，同意"},
            {"name": "吴某某", "post": "劳动监察大队大队长", "view": "同意吊销"},
        ],
        "conclusion": "一致同意处罚意见",
    },
}

WITHDRAWN: dict[str, Any] = {
    **FINED,
    "party": {"kind": "sole_trader", "name": "某某早餐店", "legal_representative": "孙某某"},
    "timeline": {
        "conduct_from": "2026-03-01",
        "conduct_to": "2026-03-20",
        "filed_on": "2026-03-19",
        "corrected_on": "2026-03-22",
    },
    "acts": [
        {
            "violation": "hiring-records-missing",
            "facts": {"failed_to_correct": False},
            "circumstances": ["minor-and-corrected"],
        }
    ],
    "education": "已对经营者进行教育",
}

WAGES: dict[str, Any] = {
    **FINED,
    "timeline": {
        "conduct_to": "2026-03-10",
        "filed_on": "2026-01-14",
        "order_served_on": "2026-02-20",
        "order_due_on": "2026-03-06",
    },
    "acts": [{"violation": "wages-unpaid", "facts": {"failed_to_correct": True, "sum_due": "86420.50"}}],
    "workers": [{"name": f"工人{index:02d}", "sum": "1000.50"} for index in range(1, 31)],
}

UNKNOWN: dict[str, Any] = {
    "party": {"kind": "organization"},
    "timeline": {"conduct_to": "2025-05-31"},
    "acts": [
        {
            "violation": "unlicensed-labour-dispatch",
            "facts": {"illegal_gain": 0, "prior_same_violations": 0},
        }
    ],
}


def _read(path: Path) -> dict[str, Any]:
    data: dict[str, Any] = read_file(path).data
    return data


SIX = _read(TEMPLATES.parent / "examples" / "six-acts.yaml")
FILLED = _read(TEMPLATES / "sample.yaml")
CASES = {
    "fined": FINED,
    "person": PERSON,
    "revoked": REVOKED,
    "withdrawn": WITHDRAWN,
    "wages": WAGES,
    "unknown": UNKNOWN,
    "six": SIX,
    "filled": FILLED,
}


def rows(text: str) -> dict[str, str]:
    """The cells of a form table by their label; of labels that come twice the first."""
    found: dict[str, str] = {}
    for line in text.split("\n"):
        cells = [cell.strip() for cell in line.strip("|").split(" | ")]
        for label, value in zip(cells[::2], cells[1::2], strict=False):
            found.setdefault(label, value)
    return found


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("case", CASES)
def test_every_case_reads_well(form: str, case: str) -> None:
    text = drafted(form, CASES[case])
    assert not re.search(r"None|\{\{|\{%|undefined|:::", text)
    assert not re.search(r"（\s*）|“”|《》|[。，；、：][。，；、]|（[，。；]|[，；、]）", text)
    assert "草稿" not in text
    assert "你单位" not in text.replace("你单位未取得", "")  # the sample case's own words
    assert "隆尧县人力资源和社会保障局" in text


@pytest.mark.parametrize("form", FORMS)
def test_every_format_can_be_made(form: str) -> None:
    for fmt in ("docx", "html"):
        assert drafted(form, FILLED, fmt)


def test_filing_approval_has_its_elements() -> None:
    cells = rows(drafted("filing-approval", FINED))
    assert cells["案件来源"] == "投诉"
    assert cells["案号"] == "隆人社监案〔2026〕3号"
    assert cells["立案日期"] == "2025年9月3日"
    assert cells["当事人"] == "河北某某劳务派遣有限公司"
    assert cells["统一社会信用代码"] == "91130525MA00000000"
    assert cells["法定代表人（主要负责人）"] == "王某某"
    assert cells["联系电话"] == "0319-0000000"
    assert "未经许可擅自经营劳务派遣业务" in cells["涉嫌违法行为"]
    assert "《中华人民共和国劳动合同法》第九十二条第一款" in cells["可能适用的规定"]
    assert "投诉登记表" in cells["相关材料"]
    assert "投诉人称当事人没有许可而派遣劳动者。" in cells["案情摘要"]
    assert "派遣劳动者十二名" not in cells["案情摘要"], "found later"
    assert "行政处罚法》第五十四条第二款" in cells["立案依据"]
    assert "劳动监察大队审核人员意见" in cells
    assert "示例-001" in cells["监察大队大队长审批意见"]
    assert "示例-002" in cells["监察大队大队长审批意见"]
    assert "不得少于二人" in cells["监察大队大队长审批意见"]


def test_filing_approval_can_be_made_while_facts_are_missing() -> None:
    case = {**UNKNOWN, "acts": [{"violation": "unlicensed-labour-dispatch"}]}
    assert "涉嫌" in drafted("filing-approval", case)
    for form in FORMS[1:]:
        with pytest.raises(DocumentError):
            drafted(form, case)


def test_at_least_two_officers_are_asked_for() -> None:
    case = {**FINED, "officers": OFFICERS[:1]}
    named = rows(drafted("disposal-approval", case))["承办人员"]
    assert named == f"李某某（执法证号：示例-001）、{BLANK}（执法证号：{BLANK}）"


def test_disposal_approval_proposes_with_sums_in_figures_and_capitals() -> None:
    text = drafted("disposal-approval", FINED)
    cells = rows(text)
    assert "☑责令改正" in cells["拟处理种类"]
    assert "☑行政处罚" in cells["拟处理种类"]
    assert "□行政处理" in cells["拟处理种类"]
    assert "没收违法所得120000元（大写：人民币壹拾贰万元整）" in cells["拟处理内容"]
    assert "处罚款420000元（大写：人民币肆拾贰万元整）" in cells["拟处理内容"]
    assert "第五十七条第二款的规定" in cells["理由和依据"]
    assert "并处违法所得一倍以上五倍以下的罚款" in cells["理由和依据"]
    assert "应当告知当事人有要求听证的权利" in cells["程序要求"]
    assert "应当由本机关负责人集体讨论决定" in cells["程序要求"]
    assert "作出行政处罚决定：2025年12月2日前" in cells["办理期限"]
    order = ["承办人员意见", "监察大队大队长意见", "审批股法制审核意见", "局领导审批意见"]
    assert [label for label in cells if label in order] == order


def test_the_computation_sheet_shows_range_tier_band_and_steps() -> None:
    sheet = drafted("disposal-approval", FINED).split("# 裁量计算表")[1]
    cells = rows(sheet)
    assert cells["法定幅度"] == "120000元以上600000元以下"
    assert cells["计算"] == "1–5 × 120000"
    assert "不是本机关公布的裁量基准" in cells["裁量基准"]
    assert cells["适用阶次"] == "情节较重"
    assert cells["该阶次幅度"] == "360000元以上480000元以下"
    assert cells["建议数额"].startswith("420000元")
    assert "拒绝、阻挠执法" in cells["情节"]
    assert "中间值" in cells["裁量：档次、幅度和数额"]
    assert "依据：" in cells["追究时效"]
    assert "420,000 元" in cells["全案合计"]
    assert "不是本机关公布的裁量基准" in cells["尚未核实的依据"]
    assert "penalty " not in sheet
    assert "elections" not in sheet


def test_fixed_mitigated_and_optional_fines_say_so() -> None:
    assert "（定额）" in drafted("disposal-approval", SIX)
    mitigated = drafted("disposal-approval", PERSON)
    assert "减轻处罚，处罚款" in rows(mitigated)["拟处理内容"]
    assert "不适用裁量基准的阶次" in mitigated
    assert "是否罚款请予审定" in rows(drafted("disposal-approval", UNKNOWN))["拟处理内容"]
    assert "请予审定" not in drafted("closing-approval", UNKNOWN)


def test_several_acts_and_targets_are_kept_apart() -> None:
    text = drafted("disposal-approval", SIX)
    content = rows(text)["拟处理内容"]
    for number in "一二三四五六":
        assert f"**（{number}）" in content
        assert f"违法行为（{number}）" in text
    assert f"责任人员2人（姓名：{BLANK}）每人处罚款1400元" in content
    assert "合计：对当事人罚款428100元" in content
    assert "合计：对直接负责的主管人员和其他直接责任人员罚款2800元" in content
    assert "同一违法行为已经罚款，不再给予罚款" in content
    named = {**SIX, "responsible_persons": [{"name": "陈某某"}, {"name": "郑某某"}]}
    assert "2人（陈某某、郑某某）每人处罚款1400元" in drafted("disposal-approval", named)


def test_payments_are_no_penalty_and_workers_stand_in_an_annex() -> None:
    text = drafted("disposal-approval", WAGES)
    cells = rows(text)
    assert "☑行政处理" in cells["拟处理种类"]
    assert "□行政处罚" in cells["拟处理种类"]
    assert "不是行政处罚" in cells["拟处理内容"]
    assert "43210.25元以上86420.50元以下" in cells["拟处理内容"]
    annex = text.split("附件2")[1]
    assert "工人30" in annex
    assert "30015元" in annex


def test_legal_review_covers_what_has_to_be_reviewed() -> None:
    text = drafted("legal-review-opinion", PERSON)
    cells = rows(text)
    assert cells["审核人员"] == "钱某某"
    assert cells["审核人员资格"] == "取得法律职业资格"
    assert "行政处罚法第五十八条" in cells["应当审核的理由"]
    subjects = (
        "主体、管辖和人员资格",
        "追究时效",
        "当事人基本情况",
        "违法事实",
        "证据",
        "适用法律",
        "裁量",
        "程序",
        "文书",
        "移送",
    )
    for subject in subjects:
        assert subject in cells
    assert "没有超过" in cells["追究时效"]
    assert "法定120000元以上600000元以下，减轻处罚，建议60000元" in cells["裁量"]
    for outcome in ("同意", "纠正", "补充调查", "退回", "移送"):
        assert outcome in cells["审核结论"]
    assert "同意处罚意见。" in cells["审核结论"]
    assert "2025年11月10日" in cells["审核结论"]
    assert "法律职业资格" in text.split("说明：")[1]


def test_discussion_record_has_heads_views_and_conclusion() -> None:
    text = drafted("collective-discussion-record", REVOKED)
    cells = rows(text)
    assert cells["讨论时间"].startswith("2025年11月12日")
    assert cells["讨论地点"] == "局二楼会议室"
    assert (cells["主持人"], cells["记录人"]) == ("孙某某", "周某某")
    assert "| 孙某某 | 局长 | 是 |" in text
    assert "请注意" not in text
    assert "吊销劳务派遣业务经营许可证" in cells["承办人员拟处理意见"]
    assert "55000元（大写：人民币伍万伍仟元整）" in cells["承办人员拟处理意见"]
    assert "拟吊销许可证" in cells["提交讨论的理由"]
    assert cells["孙某某（局长）"] == "事实清楚，同意。"
    assert cells["结论意见"] == "一致同意处罚意见。"
    assert "主持人签名" in cells


def test_discussion_without_a_head_of_the_authority_says_so() -> None:
    case = deepcopy(REVOKED)
    del case["discussion"]["participants"][0]
    assert "尚没有注明本机关负责人" in drafted("collective-discussion-record", case)
    blank = drafted("collective-discussion-record", UNKNOWN)
    assert "尚没有注明本机关负责人" in blank
    for post in ("局领导", "监察大队负责人", "案件承办人员", "记录员"):
        assert f"| {BLANK} | {post} |" in blank
        assert (post in rows(blank)) == (post != "记录员"), "who keeps the record gives no opinion"


def test_investigation_report_goes_from_party_to_proposal() -> None:
    text = drafted("investigation-report", PERSON)
    heads = re.findall(r"^## (.)、", text, re.MULTILINE)
    assert "".join(heads) == "一二三四五六七八"
    assert "公民身份号码：130525000000000000" in text
    assert "案件来源：投诉。" in text
    assert "请求减轻处罚" in text
    assert "经查属实，予以采纳。" in text
    assert "当事人没有要求听证" in text
    assert "处罚款60000元（大写：人民币陆万元整）" in text
    assert "2025年10月20日，调查终结" in text
    [signed] = [line for line in text.split("\n") if "承办人员签名" in line]
    assert not re.search(r"\d", signed), "signed by hand after the notice, not when the investigation ended"


def test_withdrawal_needs_a_minor_and_corrected_case() -> None:
    cells = rows(drafted("filing-withdrawal-approval", WITHDRAWN))
    assert "第三十三条第一款" in cells["撤销立案的理由和依据"]
    assert "情节轻微且已改正，依据" in cells["撤销立案的理由和依据"]
    assert cells["改正日期"] == "2026年3月22日"
    assert cells["教育情况"] == "已对经营者进行教育。"
    assert cells["经营者"] == "孙某某"
    other = rows(drafted("filing-withdrawal-approval", FINED))["撤销立案的理由和依据"]
    assert "尚不能认定" in other
    assert "建议撤销立案" not in other


def test_closing_states_result_performance_and_default_surcharge() -> None:
    cells = rows(drafted("closing-approval", PERSON))
    assert "隆人社监罚决字〔2025〕3号" in cells["处理结果"]
    assert "逾期18日，加处罚款32400元" in cells["罚款缴纳情况"]
    assert "罚款缴清日期：2025年12月20日" in cells["罚款缴纳情况"]
    assert "履行完毕日期：2025年12月21日" in cells["履行情况"]
    assert "当事人于2025年9月10日改正" in cells["改正情况"]
    assert (cells["决定日期"], cells["送达日期"]) == ("2025年11月14日", "2025年11月17日")
    assert "行政处罚决定书（隆人社监罚决字〔2025〕3号）" in cells["附卷文书"]
    order = ["承办人员意见", "劳动监察大队审核人员意见", "监察大队大队长意见", "局领导审批意见"]
    assert [label for label in cells if label in order] == order


def test_closing_without_penalty_asks_for_no_performance() -> None:
    cells = rows(drafted("closing-approval", WITHDRAWN))
    assert "☑不予行政处罚" in cells["处理种类"]
    assert "没有需要履行" in cells["履行情况"]
    assert "罚款缴纳情况" not in cells
