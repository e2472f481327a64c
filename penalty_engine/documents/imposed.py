"""One act as a template sees it: the clauses that are applied, what each imposes, and what is not in the paper."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from penalty_engine.documents.act_trace import confiscated_by, facts_of, kept_up_to, statutory
from penalty_engine.documents.plain import Data, items_of, name_of, picked, section_of, text_of, texts_of
from penalty_engine.documents.selection import applied_findings, own_measures, own_payments, reason
from penalty_engine.documents.text import amount, highest, iso_date, lowest

_WEIGHED = ("lighter", "heavier")
_SUM = re.compile(r"[0-9]+(\.[0-9]{1,2})?")


def act_view(
    act: Data,
    stated: Data,
    clauses: Data,
    names: Data,
    suggested: Data,
    steps: Sequence[Data] = (),
    sheet: Sequence[Data] = (),
) -> dict[str, Any]:
    """Return what the templates know of one act. ``stated``: the act as the case states it; ``suggested``: the provisions
    that forbid each violation, as a help for the officer; ``steps``: its trace; ``sheet``: the same told in sentences."""
    governing = act.get("governing_clause")
    applied = [
        _clause(finding, clauses, names, steps, finding.get("clause") == governing)
        for finding in applied_findings(act)
    ]
    imposed = [clause for clause in applied if clause["measures"]]
    findings = items_of(act, "findings")
    aside = [item for item in findings if item.get("set_aside_by") is not None]
    return {
        "name": text_of(act.get("violation_name")),
        "status": act.get("status"),
        "outcome": reason(act, names),
        "provisions": texts_of(stated, "provisions"),
        "suggested": [
            picked(item, ("statute", "article", "text"))
            for item in items_of(suggested, str(act.get("violation")))
        ],
        "orders": _orders(act, names),
        "owed": [_owed(item) for finding in applied_findings(act) for item in own_payments(finding)],
        "exemption": _exemption(act),
        "already_fined": _already_fined(section_of(stated, "already_fined")),
        "milder": _milder(act),
        **_law(next(iter(applied_findings(act)), {}), clauses),
        "clauses": imposed,
        "owing_clauses": [clause for clause in applied if clause["payments"]],
        "laws": [picked(_law(item, clauses), ("statute", "article", "text")) for item in findings],
        "facts": facts_of(steps, [str(item.get("clause")) for item in applied_findings(act)], sheet, names),
        "fines": [fine for clause in imposed for fine in clause["fines"]],
        "measures": [measure for clause in imposed for measure in clause["measures"]],
        "confiscated": [clause["confiscate"] for clause in imposed if clause["confiscate"]],
        "payments": list(dict.fromkeys(name for clause in applied for name in clause["payments"])),
        "elsewhere": [item for clause in applied for item in clause["elsewhere"]],
        "circumstances": [_circumstance(item) for item in items_of(act, "circumstances")],
        "weighed": any(item.get("effect") in _WEIGHED for item in items_of(act, "circumstances")),
        "other_clauses": [{**_law(item, clauses), **_would_be(item)} for item in aside if _gives_way(item)],
        "set_aside": [{**_law(item, clauses), "reason": _why_aside(item, clauses)} for item in aside],
    }


def _orders(act: Data, names: Data) -> list[str]:
    """Return what the party is ordered to do, in the statute's words, each once; also by a clause whose penalty waits for it."""
    waiting = act.get("status") in ("needs-facts", "not-available", "exempt")
    found = [
        _order(finding, str(order), names)
        for finding in items_of(act, "findings")
        if finding.get("applies") or waiting
        for order in items_of(finding, "orders")
    ]
    return list(dict.fromkeys(name for name in found if name))


def _order(finding: Data, order: str, names: Data) -> str | None:
    # the statute's own words are better than our name for the kind of order
    return text_of(section_of(finding, "order_words").get(order)) or name_of(order, names)


def _owed(item: Data) -> dict[str, Any]:
    minimum, maximum = lowest(item.get("minimum")), highest(item.get("maximum"))
    fixed = minimum is not None and minimum == maximum
    chosen = amount(item.get("set_sum"))
    return {
        "id": item.get("id"),
        "name": text_of(item.get("name")),
        "to": text_of(item.get("to")),
        "optional": bool(item.get("optional")),
        "minimum": minimum,
        "maximum": maximum,
        "formula": text_of(item.get("formula")),
        "times": _times(text_of(item.get("formula"))),
        "sum": chosen if chosen is not None else maximum if fixed else None,
    }


def _times(formula: str | None) -> dict[str, Any] | None:
    """Return the sum a payment is a multiple of, and how many times; None where it is counted otherwise."""
    rate, product, base = (formula or "").partition(" × ")
    if not product or not _SUM.fullmatch(base):
        return None
    low, _, high = rate.partition("–")
    return {"base": amount(base), "low": low, "high": high or low}


def _already_fined(data: Data) -> dict[str, Any]:
    day = iso_date(data.get("decided_on"))
    return {**picked(data, ("by", "decision_no")), "decided_on": day, "amount": amount(data.get("amount"))}


def _exemption(act: Data) -> dict[str, Any] | None:
    found = section_of(act, "exemption")
    if not found:
        return None
    names = {item.get("id"): item.get("name") for item in items_of(act, "circumstances")}
    return {
        "name": text_of(names.get(found.get("circumstance"))),
        "force": found.get("force"),
        "basis": text_of(found.get("basis")),
    }


def _milder(act: Data) -> dict[str, Any] | None:
    """Return the law at the act beside that at the decision, where both were worked out."""
    found = section_of(act, "milder_law")
    if not found:
        return None
    laws = {}
    for name in ("at_act", "at_decision"):
        law = section_of(found, name)
        laws[name] = {
            "day": law.get("day"),
            "statute": text_of(law.get("statute_title")),
            "minimum": lowest(law.get("minimum")),
            "maximum": highest(law.get("maximum")),
            "sum": amount(law.get("recommended")),
            "confiscate": amount(law.get("confiscate")),
        }
    return {"applied": found.get("applied"), "basis": text_of(found.get("basis")), **laws}


def _gives_way(finding: Data) -> bool:
    """Whether the fine of a clause gives way to a higher one; a clause that another sets aside altogether has no part."""
    return bool(items_of(finding, "alternative")) and (
        bool(finding.get("applies")) or finding.get("set_aside_by") == ""
    )


def _would_be(finding: Data) -> dict[str, Any]:
    """Return the range of the fine on the party that gives way."""
    alternative = items_of(finding, "alternative")
    unit: Data = next((fine for fine in alternative if fine.get("target") == "unit"), {})
    return {"minimum": lowest(unit.get("minimum")), "maximum": highest(unit.get("maximum"))}


def _why_aside(finding: Data, clauses: Data) -> str | None:
    """Return why a clause is not applied, with the other clauses by article instead of by id."""
    reason = text_of(finding.get("reason"))
    for key in sorted(clauses, key=len, reverse=True) if reason else ():
        law = section_of(clauses, key)
        named = f"《{law.get('statute_title')}》{law.get('article')}"
        reason = (reason or "").replace(f"（{key}）", "").replace(key, named)
    return reason


def _clause(
    finding: Data, clauses: Data, names: Data, steps: Sequence[Data], governs: bool
) -> dict[str, Any]:
    """Return one clause that is applied, and what it imposes."""
    own = statutory(finding, steps, clauses)
    raised = _raised(steps, clauses) if governs else None
    fines = [_fine(fine, names, own, raised) for fine in items_of(finding, "fines")]
    orders = [_order(finding, str(order), names) for order in items_of(finding, "orders")]
    confiscate = finding.get("confiscate")
    measures: list[dict[str, Any]] = [{"kind": "order", "name": order} for order in orders]
    measures += [{"kind": "measure", **_measure(item)} for item in own_measures(finding)]
    if confiscate:
        basis = confiscated_by(finding, steps)
        measures.append({"kind": "confiscate", "sum": confiscate, "basis": basis})
    measures += [{"kind": "fine", "fine": fine} for fine in fines]
    if finding.get("revoke"):
        measures.append({"kind": "revoke", "name": name_of(finding.get("revoke"), names)})
    others = [item for key in ("measures", "payments") for item in items_of(finding, key) if item.get("by")]
    return {
        **_law(finding, clauses),
        "fines": fines,
        "measures": measures,
        "confiscate": confiscate,
        "payments": [text_of(item.get("name")) for item in own_payments(finding)],
        "elsewhere": [{**_measure(item), "body": name_of(item.get("by"), names)} for item in others],
    }


def _measure(item: Data) -> dict[str, Any]:
    name = text_of(item.get("words")) or text_of(item.get("name"))
    return {"name": name, "optional": bool(item.get("optional"))}


def _law(finding: Data, clauses: Data) -> dict[str, Any]:
    clause = section_of(clauses, str(finding.get("clause")))
    statute = section_of(finding, "statute")
    return {
        "statute": text_of(clause.get("statute_title")) or text_of(statute.get("title")),
        "article": text_of(clause.get("article")) or text_of(finding.get("article")),
        "text": text_of(clause.get("text")),
        "rests_on": [picked(item, ("article", "text")) for item in items_of(clause, "refers_to")],
    }


def _fine(fine: Data, names: Data, own: Data, raised: Data | None) -> dict[str, Any]:
    """Return a fine with the range of the law. ``raised``: what it was not set below; no clause may be said to require
    what only another one does, so the lowest sum stays that of the clause itself."""
    law = section_of(own, str(fine.get("target")))
    kept_up = raised if law and fine.get("target") == "unit" else None
    minimum = law.get("minimum") if kept_up else lowest(fine.get("minimum"))
    maximum = highest(fine.get("maximum"))
    tier = fine.get("tier")
    return {
        "target": fine.get("target"),
        "persons": _persons(fine),
        "benchmark": name_of(fine.get("benchmark"), names),
        "mitigated": bool(fine.get("mitigated")),
        "selected_by": fine.get("selected_by") or "circumstances",
        "optional": bool(fine.get("optional")),
        "minimum": minimum,
        "maximum": maximum,
        "fixed": minimum is not None and minimum == maximum,
        "formula": text_of(fine.get("formula")),
        "times": law.get("times"),
        "not_below": {**kept_up, "optional": law.get("optional")} if kept_up else None,
        "tier": _tier(tier) if isinstance(tier, Mapping) else None,
        "sum": amount(fine.get("recommended")),
    }


def _raised(steps: Sequence[Data], clauses: Data) -> dict[str, Any] | None:
    """Return what clauses that give way make mandatory, where the fine was kept up to it."""
    found = kept_up_to(steps)
    if found is None:
        return None
    laws = [picked(_law({"clause": key}, clauses), ("statute", "article", "text")) for key in found[1]]
    return {"sum": found[0], "clauses": laws}


def _persons(fine: Data) -> int:
    """Return on how many persons a fine is imposed, on each in its amount."""
    persons = fine.get("persons")
    return persons if isinstance(persons, int) and persons > 0 else 1


def _tier(tier: Data) -> dict[str, Any]:
    bounds = {"minimum": lowest(tier.get("minimum")), "maximum": highest(tier.get("maximum"))}
    return {**picked(tier, ("id", "name")), **bounds}


def _circumstance(item: Data) -> dict[str, Any]:
    verified = item.get("verified", True) is not False
    return {
        **picked(item, ("name", "effect", "force")),
        "mitigates": item.get("mitigates") is True,
        "verified": verified,
        # An unverified basis may be another province's rule: no template may show it to the party.
        "basis": text_of(item.get("basis")) if verified else None,
        "counted": item.get("counted", True) is not False,
    }
