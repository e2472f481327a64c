"""Cases of every shape a county sees, as an officer writes them, and what their papers are made from."""

from __future__ import annotations

from copy import deepcopy
from functools import cache
from typing import Any, NamedTuple

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from penalty_engine import Case
from penalty_engine.documents import DocumentError, Material, material_of, templating
from penalty_engine.documents.dossier import Dossier, make
from penalty_engine.documents.drafting import Draft, context_of, mark_of
from penalty_engine.documents.forms import read_forms
from penalty_engine.rulebook.reading import read_file
from tests.documents.cases import engine
from tests.documents.samples import TEMPLATES
from tests.pages.hostile import HOSTILE, hostile

Data = dict[str, Any]
FORMS = tuple(read_forms(TEMPLATES))
EXAMPLES = TEMPLATES.parent / "examples"

# What a paper cannot say on a case, as far as that is meant.
UNSAYABLE = ("paper-facts-missing", "paper-nothing-")

OFFICERS = [
    {"name": "李某某", "certificate_no": "冀0525001"},
    {"name": "陈某某", "certificate_no": "冀0525002"},
]
UNIT: Data = {
    "kind": "organization",
    "name": "隆尧县甲乙丙劳务派遣有限公司",
    "address": "河北省邢台市隆尧县某某路12号",
    "uscc": "91130525MA00000000",
    "legal_representative": "赵某某",
    "phone": "0319-0000000",
}
BANK = {"name": "中国某某银行隆尧支行", "account": "0000 1111 2222 3333", "payee": "隆尧县财政局"}

FINED: Data = {
    "case_no": "隆人社监案〔2026〕3号",
    "party": UNIT,
    "timeline": {"conduct_from": "2025-01-06", "conduct_to": "2025-08-29", "filed_on": "2025-09-03"},
    "acts": [
        {
            "violation": "unlicensed-labour-dispatch",
            "provisions": ["《中华人民共和国劳动合同法》第五十七条第二款"],
            "facts": {"illegal_gain": "120000.50", "prior_same_violations": 0},
            "circumstances": ["obstruction"],
        }
    ],
    "facts_found": "你单位没有取得许可，派遣劳动者十二名，收取管理费120000.50元。",
    "evidence": ["劳务派遣协议四份", "银行流水一份"],
    "officers": OFFICERS,
}

INDIVIDUAL: Data = {
    **FINED,
    "party": {
        "kind": "individual",
        "name": "赵某某",
        "id_number": "130525198001010000",
        "address": "隆尧县某某村",
    },
    "timeline": {**FINED["timeline"], "notice_served_on": "2025-10-22", "decided_on": "2025-11-14"},
    "acts": [{**FINED["acts"][0], "circumstances": ["harm-removed"]}],
    "elections": {"mitigate": True},
    "facts_found": "你没有取得许可，派遣劳动者十二名，收取管理费120000.50元。",
    "defence": {"made": True, "statement": "请求减轻处罚", "finding": "经查属实，予以采纳"},
    "hearing": {"requested": False},
}

SOLE_TRADER: Data = {
    "party": {
        "kind": "sole_trader",
        "name": "隆尧县午未申职业介绍所",
        "legal_representative": "孙某某",
        "id_number": "130525198001010001",
    },
    "timeline": {
        "conduct_from": "2021-04-01",
        "conduct_to": "2021-06-30",
        "filed_on": "2021-06-15",
        "order_served_on": "2021-06-18",
        "order_due_on": "2021-06-25",
    },
    "acts": [
        {
            "violation": "service-without-papers",
            "facts": {
                "failed_to_correct": True,
                "illegal_gain": 3000,
                "persons_introduced": 10,
                "agency_act_listed": False,
            },
            "circumstances": ["harm-removed"],
        }
    ],
}

NO_PENALTY: Data = {
    "case_no": "隆人社监案〔2026〕12号",
    "party": {"kind": "sole_trader", "name": "某某早餐店", "legal_representative": "孙某某"},
    "timeline": {
        "conduct_from": "2026-03-01",
        "conduct_to": "2026-03-20",
        "filed_on": "2026-03-19",
        "corrected_on": "2026-03-22",
        "decided_on": "2026-04-10",
    },
    "acts": [
        {
            "violation": "hiring-records-missing",
            "provisions": ["《禁止使用童工规定》第四条"],
            "facts": {"failed_to_correct": False},
            "circumstances": ["minor-and-corrected"],
        }
    ],
    "filing": {"source": "日常检查", "materials": ["现场检查笔录"]},
    "officers": OFFICERS,
    "education": "已对经营者进行法律法规教育",
}

WAGES: Data = {
    "case_no": "隆人社监案〔2026〕2号",
    "party": UNIT,
    "timeline": {
        "conduct_from": "2025-11-01",
        "conduct_to": "2026-03-10",
        "complained_on": "2026-01-12",
        "filed_on": "2026-01-14",
        "order_served_on": "2026-02-20",
        "order_due_on": "2026-03-06",
    },
    "acts": [{"violation": "wages-unpaid", "facts": {"failed_to_correct": True, "sum_due": "86420.50"}}],
    "workers": [
        {"name": f"工人{number:02d}", "id_number": f"1305251980010100{number:02d}", "sum": "2880.68"}
        for number in range(1, 31)
    ],
}

ON_THE_SPOT: Data = {
    "on_the_spot": True,
    "party": UNIT,
    "timeline": {"conduct_to": "2016-05-31", "decided_on": "2016-06-06"},
    "acts": [
        {
            "violation": "failed-annual-inspection",
            "facts": {"failed_to_correct": False},
            "circumstances": ["harm-removed"],
        }
    ],
    "officers": OFFICERS,
    "defence": {"made": False},
}

UNPERFORMED: Data = {
    **FINED,
    "timeline": {
        **FINED["timeline"],
        "notice_served_on": "2025-10-22",
        "decided_on": "2025-11-14",
        "served_on": "2025-11-17",
        "reminder_served_on": "2026-06-01",
    },
    "hearing": {"requested": False},
    "bank": BANK,
}

UNKNOWN: Data = {
    "party": {"kind": "organization"},
    "timeline": {"conduct_to": "2025-05-31"},
    "acts": [{"violation": "unlicensed-labour-dispatch", "facts": {"illegal_gain": 0}}],
}

FACTS_MISSING: Data = {
    "party": UNIT,
    "timeline": {"conduct_to": "2025-05-31", "filed_on": "2025-06-03"},
    "acts": [{"violation": "unlicensed-labour-dispatch"}, {"violation": "child-labour"}],
}

FULL_DAYS: Data = {
    "conduct_from": "2026-01-05",
    "conduct_to": "2026-05-29",
    "complained_on": "2026-04-01",
    "discovered_on": "2026-04-01",
    "filing_proposed_on": "2026-04-02",
    "filed_on": "2026-04-03",
    "order_served_on": "2026-04-20",
    "order_due_on": "2026-05-06",
    "corrected_on": "2026-05-29",
    "paid_on": "2026-05-29",
    "extension_approved_on": "2026-06-01",
    "investigation_ended_on": "2026-06-12",
    "notice_served_on": "2026-06-15",
    "hearing_requested_on": "2026-06-17",
    "hearing_notice_served_on": "2026-06-22",
    "hearing_on": "2026-07-02",
    "decided_on": "2026-07-10",
    "served_on": "2026-07-13",
    "reminder_served_on": "2026-08-03",
    "fine_paid_on": "2026-08-10",
    "performed_on": "2026-08-12",
}

DISPATCH: Data = {
    "violation": "labour-dispatch-rules-broken",
    "provisions": ["《中华人民共和国劳动合同法》第五十八条第二款"],
    "facts": {"failed_to_correct": True, "dispatched_workers": 30, "party_role": "dispatch_agency"},
    "circumstances": ["harm-removed", "obstruction"],
}

REVOKED: Data = {
    "case_no": "隆人社监案〔2026〕8号",
    "party": {**UNIT, "id_number": "130525198001010002"},
    "timeline": FULL_DAYS,
    "acts": [
        DISPATCH,
        {
            "violation": "not-registered-for-insurance",
            "provisions": ["《中华人民共和国社会保险法》第五十七条第一款"],
            "facts": {"failed_to_correct": True, "premium_due": "46850.40", "responsible_persons": 3},
        },
        {
            "violation": "wages-unpaid",
            "provisions": ["《中华人民共和国劳动法》第五十条"],
            "facts": {"failed_to_correct": True, "sum_due": "149985.00"},
        },
        {
            "violation": "hiring-records-missing",
            "provisions": ["《禁止使用童工规定》第四条"],
            "facts": {"failed_to_correct": False},
            "circumstances": ["minor-and-corrected"],
        },
    ],
    "filing": {"source": "投诉", "materials": ["投诉登记表", "投诉人身份证复印件", "劳动合同复印件"]},
    "facts_found": "你单位与30名被派遣劳动者订立的劳动合同期限均为一年。限期改正期满，仍没有改正。",
    "evidence": ["劳务派遣协议一份", "银行流水一份", "询问笔录三份"],
    "correction": ["与被派遣劳动者订立二年以上的固定期限劳动合同", "于2026年5月6日前办理社会保险登记"],
    "legal_review": {
        "reviewer": "钱某某",
        "qualification": "已通过国家统一法律职业资格考试",
        "reviewed_on": "2026-07-06",
        "opinion": "事实清楚，证据充分，程序合法，适用法律准确，同意处罚意见。",
    },
    "discussion": {
        "held_on": "2026-07-08",
        "place": "局二楼会议室",
        "chair": "郑某某",
        "recorder": "周某某",
        "participants": [
            {"name": "郑某某", "post": "局长", "head": True, "view": "事实清楚，同意吊销。"},
            {"name": "吴某某", "post": "副局长", "head": True, "view": "同意"},
            {"name": "冯某某", "post": "劳动监察大队大队长", "view": "同意承办人员的意见"},
            {"name": "李某某", "post": "案件承办人员", "view": "建议按裁量基准处罚"},
        ],
        "conclusion": "一致同意处罚意见。",
    },
    "defence": {"made": True, "statement": "请求从轻处罚", "finding": "已经考虑其主动改正的情节，部分采纳"},
    "hearing": {
        "requested": True,
        "time": "上午九时",
        "place": "局一楼会议室",
        "public": True,
        "chair": "王某某",
        "assessors": ["褚某某", "卫某某"],
        "clerk": "蒋某某",
        "outcome": "事实、理由和证据不能改变原处理意见",
    },
    "education": "已经对负责人进行法律法规教育",
    "performance": "罚款已经缴清，劳动者工资已经付清",
    "officers": OFFICERS,
    "responsible_persons": [
        {"name": "赵某某", "post": "经理", "id_number": "130525198001010002"},
        {"name": "沈某某", "post": "人事主管", "id_number": "130525198001010003"},
        {"name": "韩某某", "post": "财务主管", "id_number": "130525198001010004"},
    ],
    "workers": [
        {"name": f"工人{n:02d}", "id_number": f"1305251980010101{n:02d}", "sum": "4999.50", "note": "4月工资"}
        for n in range(1, 31)
    ],
    "prior_penalties": [
        {"violation": "wages-unpaid", "decided_on": "2024-08-01", "decision_no": "隆人社监罚决字〔2024〕3号"}
    ],
    "bank": BANK,
    "documents": {
        "correction_order_no": "隆人社监令字〔2026〕4号",
        "prior_notice_no": "隆人社监罚告字〔2026〕3号",
        "handling_notice_no": "隆人社监理告字〔2026〕1号",
        "hearing_right_notice_no": "隆人社监听告字〔2026〕1号",
        "hearing_notice_no": "隆人社监听通字〔2026〕1号",
        "decision_no": "隆人社监罚决字〔2026〕3号",
        "no_penalty_decision_no": "隆人社监不罚字〔2026〕1号",
        "handling_decision_no": "隆人社监理决字〔2026〕1号",
        "reminder_no": "隆人社监催字〔2026〕1号",
    },
}


def _read(name: str) -> Data:
    data: Data = read_file(EXAMPLES / name).data
    return data


CASES: dict[str, Data] = {
    "fined": FINED,
    "individual": INDIVIDUAL,
    "sole-trader": SOLE_TRADER,
    "six-acts": _read("six-acts.yaml"),
    "no-penalty": NO_PENALTY,
    "revoked": REVOKED,
    "unknown": UNKNOWN,
    "payment-only": WAGES,
    "on-the-spot": ON_THE_SPOT,
    "unperformed": UNPERFORMED,
    "facts-missing": FACTS_MISSING,
    "child-labour": _read("child-labour.yaml"),
    "sample": read_file(TEMPLATES / "sample.yaml").data,
}
HOSTILE_CASES = {f"hostile-{name}": hostile(REVOKED, value) for name, value in HOSTILE.items()}
"""The full case with each hostile value as every text of it."""
HOSTILE_CASES["hostile-long"]["party"]["name"] = "某" * 2_000  # as long as a name may be
PLAIN = hostile(REVOKED, "某")
"""The same with a harmless one."""


class _Compiled(BytecodeCache):
    """Compiled templates: most of the time of a paper goes into that."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in self.kept:
            bucket.bytecode_from_string(self.kept[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.kept[bucket.key] = bucket.bytecode_to_string()


_COMPILED = _Compiled()


class Made(NamedTuple):
    """A case and what its papers are made from."""

    case: Case
    material: Material


@cache
def made(name: str) -> Made:
    """The case of that name, assessed by the shipped rules."""
    data = {**CASES, **HOSTILE_CASES, "plain": PLAIN}[name]
    case = Case.parse({"schema": 1, **deepcopy(data)})
    return Made(case, material_of(engine(), case, engine().assess(case)))


@cache
def paper(form: str, name: str) -> Draft | None:
    """The form filled from the case, None where the case says that there is nothing it could say."""

    def load(environment: Any) -> Any:
        environment.bytecode_cache = _COMPILED
        return environment.get_template(form + templating.SUFFIX)

    try:
        chosen, context = context_of(form, made(name).material, TEMPLATES)
        return Draft(chosen, context, templating.filled(TEMPLATES, form, context, load), mark_of(context))
    except DocumentError as problem:
        if problem.message.code.startswith(UNSAYABLE):
            return None
        raise


def papers(name: str) -> dict[str, Draft]:
    """Every form that can be made from the case, by its id."""
    return {form: found for form in FORMS if (found := paper(form, name)) is not None}


@cache
def dossier(name: str, fmt: str = "docx") -> Dossier:
    """The dossier of the case."""
    case = made(name).case
    return make(engine(), case, engine().assess(case), fmt, TEMPLATES)
