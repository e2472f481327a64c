"""One act as a template sees it: the clauses that are applied, what each imposes, and what is not in the paper."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from penalty_engine.documents.plain import Data, items_of, name_of, picked, section_of, text_of
from penalty_engine.documents.text import amount, highest, lowest

_WEIGHED = ("lighter", "heavier")


def notified(act: Data) -> bool:
    """Whether the act carries a penalty of this authority. An order or a payment alone is none."""
    if act.get("status") in ("needs-facts", "exempt"):
        return False
    return any(_punishes(finding) for finding in applied_findings(act))


def _punishes(finding: Data) -> bool:
    penalties = [item for item in _own_measures(finding) if item.get("penalty")]
    sums = items_of(finding, "fines") or finding.get("confiscate")
    return bool(sums or finding.get("revoke") or penalties)


def _own_measures(finding: Data) -> list[Data]:
    """The measures that no other body decides."""
    return [item for item in items_of(finding, "measures") if not item.get("by")]


def applied_findings(act: Data) -> list[Data]:
    """Return the findings the penalty rests on, the governing one first; several are imposed together."""
    applicable = [finding for finding in items_of(act, "findings") if finding.get("applies")]
    governing = act.get("governing_clause")
    return sorted(applicable, key=lambda finding: finding.get("clause") != governing)


def act_view(act: Data, clauses: Data, names: Data) -> dict[str, Any]:
    """Return what the templates know of one act."""
    applied = [_clause(finding, clauses, names) for finding in applied_findings(act)]
    imposed = [clause for clause in applied if clause["measures"]]
    findings = items_of(act, "findings")
    aside = [item for item in findings if item.get("set_aside_by") is not None]
    return {
        "name": text_of(act.get("violation_name")),
        **_law(next(iter(applied_findings(act)), {}), clauses),
        "clauses": imposed,
        "fines": [fine for clause in imposed for fine in clause["fines"]],
        "measures": [measure for clause in imposed for measure in clause["measures"]],
        "confiscated": [clause["confiscate"] for clause in imposed if clause["confiscate"]],
        "payments": list(dict.fromkeys(name for clause in applied for name in clause["payments"])),
        "elsewhere": [item for clause in applied for item in clause["elsewhere"]],
        "circumstances": [_circumstance(item) for item in items_of(act, "circumstances")],
        "weighed": any(item.get("effect") in _WEIGHED for item in items_of(act, "circumstances")),
        "other_clauses": [_law(item, clauses) for item in aside if _gives_way(item)],
        "set_aside": [{**_law(item, clauses), "reason": _why_aside(item, clauses)} for item in aside],
    }


def _gives_way(finding: Data) -> bool:
    """Whether the fine of a clause gives way to a higher one; a clause that another sets aside altogether has no part."""
    return bool(items_of(finding, "alternative")) and (
        bool(finding.get("applies")) or finding.get("set_aside_by") == ""
    )


def _why_aside(finding: Data, clauses: Data) -> str | None:
    """Return why a clause is not applied, with the other clauses by article instead of by id."""
    reason = text_of(finding.get("reason"))
    for key in sorted(clauses, key=len, reverse=True) if reason else ():
        law = section_of(clauses, key)
        named = f"《{law.get('statute_title')}》{law.get('article')}"
        reason = (reason or "").replace(f"（{key}）", "").replace(key, named)
    return reason


def _clause(finding: Data, clauses: Data, names: Data) -> dict[str, Any]:
    """Return one clause that is applied, and what it imposes."""
    fines = [_fine(fine, names) for fine in items_of(finding, "fines")]
    words = section_of(
        finding, "order_words"
    )  # the statute's own, better than our name for the kind of order
    orders = [
        text_of(words.get(str(order))) or name_of(order, names) for order in items_of(finding, "orders")
    ]
    confiscate = finding.get("confiscate")
    measures: list[dict[str, Any]] = [{"kind": "order", "name": order} for order in orders]
    measures += [{"kind": "measure", **_measure(item)} for item in _own_measures(finding)]
    if confiscate:
        measures.append({"kind": "confiscate", "sum": confiscate})
    measures += [{"kind": "fine", "fine": fine} for fine in fines]
    if finding.get("revoke"):
        measures.append({"kind": "revoke", "name": name_of(finding.get("revoke"), names)})
    others = [item for item in items_of(finding, "measures") if item.get("by")]
    return {
        **_law(finding, clauses),
        "fines": fines,
        "measures": measures,
        "confiscate": confiscate,
        "payments": [text_of(item.get("name")) for item in items_of(finding, "payments")],
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


def _fine(fine: Data, names: Data) -> dict[str, Any]:
    minimum, maximum = lowest(fine.get("minimum")), highest(fine.get("maximum"))
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
        "tier": _tier(tier) if isinstance(tier, Mapping) else None,
        "sum": amount(fine.get("recommended")),
    }


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
