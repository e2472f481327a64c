"""Cases for the papers of the penalty procedure, and what is looked for in them."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

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
