"""Three cases with their assessments, written by hand, and the law they rest on."""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path
from typing import Any

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"

AUTHORITY: dict[str, Any] = {
    "id": "longyao-hrss",
    "name": "隆尧县人力资源和社会保障局",
    "short": "隆尧县人社局",
    "area_code": "0319",
    "offices": [
        {"name": "办公室", "telephone": "6790000"},
        {"name": "劳动股", "telephone": "6660000", "duty": "劳动保障监察"},
    ],
    "contact_office": "劳动股",
    "enforcement_body": "劳动监察大队",
    "legal_review": "审批股",
    "reconsideration": "隆尧县人民政府",
    "court": "隆尧县人民法院",
}

CLAUSES: dict[str, Any] = {
    "hebei-labour-market-regulation/25.1": {
        "statute_title": "河北省劳动力市场管理条例",
        "article": "第二十五条第一项",
        "text": (
            "未取得或者伪造《人力资源服务许可证》从事人力资源服务活动的，责令停止活动，"
            "处以一万元以上三万元以下罚款；"
        ),
    },
    "labour-contract-law/92.1": {
        "statute_title": "中华人民共和国劳动合同法",
        "article": "第九十二条第一款",
        "text": (
            "违反本法规定，未经许可，擅自经营劳务派遣业务的，由劳动行政部门责令停止违法行为，没收违法所得，"
            "并处违法所得一倍以上五倍以下的罚款；没有违法所得的，可以处五万元以下的罚款。"
        ),
    },
    "labour-contract-law/92.2": {
        "statute_title": "中华人民共和国劳动合同法",
        "article": "第九十二条第二款",
        "text": (
            "劳务派遣单位、用工单位违反本法有关劳务派遣规定的，由劳动行政部门责令限期改正；逾期不改正的，"
            "以每人五千元以上一万元以下的标准处以罚款，对劳务派遣单位，吊销其劳务派遣业务经营许可证。"
            "用工单位给被派遣劳动者造成损害的，劳务派遣单位与用工单位承担连带赔偿责任。"
        ),
    },
}

NAMES: dict[str, str] = {
    "cease": "责令停止违法行为",
    "correct": "改正",
    "labour-dispatch-licence": "劳务派遣经营许可证",
    "fallback-four-tier": "四档等分裁量方案（缺省）",
    "illegal_gain": "违法所得",
    "limitation": "追究时效届满",
}

_NOT_REQUIRED: dict[str, Any] = {"required": False, "reasons": []}
_WARNINGS = [{"code": "fallback-benchmark", "text": "没有载入本机关的裁量基准，使用通用裁量规则"}]


def _duty(code: str, text: str, basis: str) -> dict[str, Any]:
    return {"required": True, "reasons": [{"code": code, "text": text, "basis": basis}]}


def _procedure(reason: tuple[str, str]) -> dict[str, Any]:
    return {
        "collective_discussion": _duty(*reason, "行政处罚法第五十七条第二款"),
        "hearing": _duty(*reason, "行政处罚法第六十三条"),
        "legal_review": _duty("hearing", "应当告知听证权利", "行政处罚法第五十八条"),
        "on_the_spot": _NOT_REQUIRED,
        "deadlines": [
            {"id": "limitation", "due": "2018-05-31", "basis": "行政处罚法第三十六条"},
            {"id": "payment", "name": "缴纳罚款", "due": None, "basis": "行政处罚法第六十七条"},
            {"id": "service", "name": "送达", "due": None, "basis": None},
        ],
    }


def _assessment(
    act: dict[str, Any], total: dict[str, Any], reason: tuple[str, str], **more: Any
) -> dict[str, Any]:
    base = {
        "schema": 1,
        "status": "assessed",
        "benchmark": "fallback-four-tier",
        "acts": [act],
        "total": total,
    }
    return {
        **base,
        "procedure": _procedure(reason),
        "warnings": deepcopy(_WARNINGS),
        "trace": [],
        "receipt": {},
        **more,
    }


def _act(
    name: str, clause: str, finding: dict[str, Any], circumstances: list[dict[str, Any]]
) -> dict[str, Any]:
    law = CLAUSES[clause]
    statute = {"id": clause.split("/", maxsplit=1)[0], "title": law["statute_title"], "version": "2013-07-01"}
    base = {"clause": clause, "applies": True, "reason": None, "statute": statute, "article": law["article"]}
    empty = {
        "status": "applies",
        "fines": [],
        "confiscate": None,
        "revoke": None,
        "orders": [],
        "referred_to": None,
    }
    return {
        "violation": name,
        "violation_name": name,
        "status": "fined",
        "governing_clause": clause,
        "findings": [{**base, **empty, **finding}],
        "circumstances": circumstances,
        "missing_facts": [],
        "exemption": None,
    }


def fine(
    low: str, high: str, formula: str, band: tuple[str, str], amount: str, **more: Any
) -> dict[str, Any]:
    """Return a fine on the unit in the second tier of the fall-back scheme."""
    tier = {"id": "less-serious", "name": "情节较轻", "minimum": band[0], "maximum": band[1]}
    base = {"target": "unit", "optional": False, "minimum": low, "maximum": high, "formula": formula}
    return {**base, "tier": tier, "recommended": amount, **more}


def unlicensed_service() -> tuple[dict[str, Any], dict[str, Any]]:
    """河北省劳动力市场管理条例 25(1): a fine of 17 500, hearing required."""
    case = {
        "schema": 1,
        "case_no": "隆人社监案〔2016〕17号",
        "authority": "longyao-hrss",
        "party": {"kind": "organization", "name": "某某人力资源服务有限公司"},
        "timeline": {"conduct_from": "2016-03-01", "conduct_to": "2016-05-31", "decided_on": "2016-09-01"},
        "acts": [{"violation": "unlicensed-hr-service", "facts": {"illegal_gain": 36000}}],
    }
    finding = {
        "fines": [fine("10000", "30000", "10000–30000", ("15000", "20000"), "17500")],
        "orders": ["cease"],
    }
    act = _act("无证从事人力资源服务", "hebei-labour-market-regulation/25.1", finding, [])
    total = {"minimum": "10000", "maximum": "30000", "recommended": "17500", "confiscate": None}
    unverified = {"code": "unverified-law", "text": "《河北省劳动力市场管理条例》的条文没有与公布文本核对"}
    result = _assessment(act, total, ("larger-fine", "罚款达到较大数额"))
    result["warnings"].append(unverified)
    return case, result


_DISPATCH_CASE: dict[str, Any] = {
    "schema": 1,
    "case_no": "隆人社监案〔2026〕3号",
    "authority": "longyao-hrss",
    "party": {
        "kind": "organization",
        "name": "河北某某劳务派遣有限公司",
        "address": "河北省邢台市隆尧县康庄路1号",
        "uscc": "91130525MA00000000",
        "legal_representative": "王某某",
        "phone": "0319-0000000",
    },
    "timeline": {
        "conduct_from": "2026-02-01",
        "conduct_to": "2026-06-30",
        "filed_on": "2026-07-06",
        "notice_served_on": "2026-09-01",
        "decided_on": "2026-10-12",
    },
    "documents": {
        "prior_notice_no": "隆人社监罚告字〔2026〕1号",
        "decision_no": "隆人社监罚决字〔2026〕1号",
    },
    "facts_found": (
        "你单位与8名被派遣劳动者订立的劳动合同期限均为一年，不符合劳动合同期限不得少于二年的要求。"
        "2026年7月8日本机关责令限期改正，至2026年7月31日你单位仍没有改正。"
    ),
    "evidence": [
        "8名劳动者的劳动合同复印件",
        "劳动保障监察限期改正指令书及送达回证",
        "调查询问笔录2份。",
    ],
    "defence": {"made": True, "statement": "请求减轻处罚", "finding": "没有法定的减轻处罚情节，不予采纳"},
    "bank": {"name": "中国某某银行隆尧支行", "account": "0000 1111 2222 3333", "payee": "隆尧县财政局"},
    "officers": [
        {"name": "张某", "certificate_no": "03051234001"},
        {"name": "李某", "certificate_no": "03051234002"},
    ],
    "acts": [{"violation": "dispatch-rules", "facts": {"failed_to_correct": True, "dispatched_workers": 8}}],
}


def dispatch_not_corrected() -> tuple[dict[str, Any], dict[str, Any]]:
    """劳动合同法 92(2): 55 000 for eight workers, the licence revoked; nothing left open."""
    finding = {
        "fines": [fine("40000", "80000", "8人 × 5000–10000元", ("50000", "60000"), "55000")],
        "revoke": "labour-dispatch-licence",
        "orders": ["correct"],
    }
    act = _act("违反劳务派遣规定逾期不改正", "labour-contract-law/92.2", finding, [])
    total = {"minimum": "40000", "maximum": "80000", "recommended": "55000", "confiscate": None}
    return deepcopy(_DISPATCH_CASE), _assessment(act, total, ("licence-revocation", "吊销许可证件"))


def unlicensed_dispatch() -> tuple[dict[str, Any], dict[str, Any]]:
    """劳动合同法 92(1): 120 000 confiscated, a fine of 300 000, one circumstance of each kind."""
    case = {
        "schema": 1,
        "authority": "longyao-hrss",
        "party": {"kind": "individual", "name": "赵某", "address": "河北省隆尧县某某村"},
        "timeline": {"conduct_from": "2026-01-05", "decided_on": "2026-11-22"},
        "acts": [{"violation": "unlicensed-labour-dispatch", "facts": {"illegal_gain": 120000}}],
    }
    finding = {
        "fines": [fine("120000", "600000", "120000元 × 1–5倍", ("240000", "360000"), "300000")],
        "confiscate": "120000",
        "orders": ["cease"],
    }
    circumstances = [
        {
            "id": "harm-removed",
            "name": "主动消除或者减轻违法行为危害后果",
            "effect": "lighter",
            "force": "mandatory",
            "basis": "《中华人民共和国行政处罚法》第三十二条第一项",
            "counted": True,
        },
        {
            "id": "obstruction",
            "name": "阻碍检查",
            "effect": "heavier",
            "force": "discretionary",
            "basis": None,
            "counted": True,
        },
    ]
    act = _act("未经许可经营劳务派遣", "labour-contract-law/92.1", finding, circumstances)
    total = {"minimum": "120000", "maximum": "600000", "recommended": "300000", "confiscate": "120000"}
    return case, _assessment(act, total, ("larger-fine", "罚款达到较大数额"))


SAMPLES = {
    "unlicensed-service": unlicensed_service,
    "dispatch-not-corrected": dispatch_not_corrected,
    "unlicensed-dispatch": unlicensed_dispatch,
}
