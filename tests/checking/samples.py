"""Decisions for tests: made from the engine's own recommendation, with every duty done and every time limit kept."""

from __future__ import annotations

import copy
from datetime import date, timedelta
from typing import Any

from penalty_engine import Engine
from penalty_engine.assessment import ActResult, Finding
from penalty_engine.rendering import decimal_text

HEADS = [{"name": "赵某某", "post": "局长", "head": True}, {"name": "钱某某"}]
OFFICERS = [
    {"name": "李某某", "certificate_no": "示例-001"},
    {"name": "王某某", "certificate_no": "示例-002"},
]
REMEDIES = {
    "reconsideration": {"days": 60, "body": "隆尧县人民政府"},
    "litigation": {"months": 6, "body": "隆尧县人民法院"},
}


def case(
    *acts: dict[str, Any], to: str = "2025-08-29", party: str = "organization", **more: Any
) -> dict[str, Any]:
    """A case of the contract whose days fit a decision four weeks after the act."""
    ended = date.fromisoformat(to)
    timeline = {
        "conduct_from": to,
        "conduct_to": to,
        "discovered_on": _day(ended, 1),
        "filed_on": _day(ended, 2),
    }
    return {
        "party": {"kind": party, "name": "某某公司"},
        "timeline": {**timeline, **more.pop("timeline", {})},
        "acts": list(acts),
        **more,
    }


def _day(start: date, days: int) -> str:
    return (start + timedelta(days=days)).isoformat()


def sound(engine: Engine, stated: dict[str, Any]) -> dict[str, Any]:
    """The decision that imposes what is recommended, once the party can no longer ask for a hearing."""
    filed = date.fromisoformat(stated["timeline"]["filed_on"])
    served = filed + timedelta(days=5)
    decided = served + timedelta(days=16)  # five working days and the longest holiday lie in between
    dated = {**stated, "timeline": {**stated["timeline"], "decided_on": str(decided)}}
    found = engine.assess(dated)  # the law of the decision may be milder
    entries = [entry for number, act in enumerate(found.acts) for entry in _entries(engine, number + 1, act)]
    fine, confiscate = _sums(entries)
    punishes = bool(fine or confiscate or any(entry.get("revoke") or entry["measures"] for entry in entries))
    ready = str(served - timedelta(days=1))
    steps: dict[str, Any] = {
        "legal_review": {"done_on": ready, "by": "审批股"},
        "collective_discussion": {"held_on": ready, "participants": copy.deepcopy(HEADS)},
        "decided_on": str(decided),
        "served_on": str(decided),
    }
    if punishes:
        steps["prior_notice"] = {"served_on": str(served), "fine": fine, "confiscate": confiscate}
        steps["hearing"] = {"offered_on": str(served)}
    if found.procedure.transfer.required:
        steps["transfer"] = {"transferred_on": str(filed), "returned_on": str(decided)}
    return {
        "case": copy.deepcopy(stated),
        "acts": entries or [{}],
        "total": {"amount": fine},
        "steps": steps,
        "payment": {"days": 15, "surcharge": "3/100"},
        "remedies": copy.deepcopy(REMEDIES),
        "officers": copy.deepcopy(OFFICERS),
    }


def _entries(engine: Engine, number: int, act: ActResult) -> list[dict[str, Any]]:
    if act.exemption is not None:
        return [{"act": number, "measures": [], "no_penalty": act.exemption.circumstance}]
    return [_entry(number, finding) for finding in act.applied]


def _entry(number: int, finding: Finding) -> dict[str, Any]:
    tier = next((fine.tier.id for fine in finding.fines if fine.tier is not None), None)
    entry: dict[str, Any] = {
        "act": number,
        "clause": finding.clause,
        "fines": [
            {"target": fine.target, "amount": decimal_text(fine.recommended), "persons": fine.persons}
            for fine in finding.fines
        ],
        "orders": list(finding.orders),
        "measures": [item.id for item in finding.measures if item.by is None and not item.optional],
    }
    if finding.confiscate is not None:
        entry["confiscate"] = decimal_text(finding.confiscate)
    return {**entry, "tier": tier, "revoke": finding.revoke}


def _sums(entries: list[dict[str, Any]]) -> tuple[str, str]:
    from decimal import Decimal

    fines = [Decimal(fine["amount"]) * fine["persons"] for item in entries for fine in item.get("fines", ())]
    confiscated = [Decimal(item["confiscate"]) for item in entries if "confiscate" in item]
    return decimal_text(sum(fines, Decimal(0))), decimal_text(sum(confiscated, Decimal(0)))


_ANSWERS: dict[str, Any] = {"boolean": True, "count": 3, "integer": 3, "money": 36000, "share": "10%"}


def answered(engine: Engine, stated: dict[str, Any]) -> dict[str, Any]:
    """The case with an answer to every fact that is asked for."""
    stated = copy.deepcopy(stated)
    for _ in range(10):
        found = engine.assess(stated)
        if found.status != "needs-facts":
            return stated
        for act, result in zip(stated["acts"], found.acts, strict=True):
            for name in result.missing_facts:
                fact = engine.rulebook.vocabulary.facts[name]
                value = next(iter(fact.choices)) if fact.choices else _ANSWERS[fact.type]
                act["facts"] = {**act.get("facts", {}), name: value}
    raise AssertionError("facts are still asked for")
