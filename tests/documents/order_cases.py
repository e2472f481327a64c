"""Cases for orders, handling decisions and reminders, and what is looked for in their papers."""

from __future__ import annotations

import re
from typing import Any

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
