"""What a template sees: the case and its assessment under fixed names, with None for whatever is not known.

Templates run with undefined names forbidden, so every name listed here is always there; a misspelt one is an
error, an unknown fact is a blank.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from penalty_engine.documents.errors import DocumentError
from penalty_engine.documents.text import amount, iso_date
from penalty_engine.messages import Message
from penalty_engine.rulebook.words import DUTIES, TIMELINE_DAYS

Data = Mapping[str, Any]

_PARTY = ("kind", "name", "address", "uscc", "legal_representative", "id_number", "phone")
_NUMBERS = {"prior-notice": "prior_notice_no", "decision": "decision_no"}


def build(
    form: str, title: str, *, case: Data, assessment: Data, authority: Data, clauses: Data, names: Data
) -> dict[str, Any]:
    """Return the names a template of `form` may use. Raise `DocumentError` where nothing can be notified."""
    _refuse_undecidable(title, assessment, names)
    acts = [_act(act, clauses, names) for act in _items(assessment, "acts") if _notified(act)]
    if not acts:
        raise DocumentError("paper-nothing-to-notify", title=title, reasons=_reasons(assessment, names))
    numbers = _section(case, "documents")
    number = _text(numbers.get(_NUMBERS[form]))
    unverified = _unverified(assessment)
    return {
        "form": {"id": form, "title": title},
        "number": number,
        "draft": number is None or unverified["clause_text"],
        "unverified": unverified,
        "prior_notice_no": _text(numbers.get(_NUMBERS["prior-notice"])),
        "case_no": _text(case.get("case_no")),
        "party": _picked(_section(case, "party"), _PARTY),
        "timeline": {key: iso_date(_section(case, "timeline").get(key)) for key in TIMELINE_DAYS},
        "facts_found": _text(case.get("facts_found")),
        "evidence": [item for item in _items(case, "evidence") if _text(item)],
        "defence": _picked(_section(case, "defence"), ("made", "statement", "finding")),
        "bank": _picked(_section(case, "bank"), ("name", "account", "payee")),
        "officers": [_picked(officer, ("name", "certificate_no")) for officer in _items(case, "officers")],
        "authority": _authority(authority, names),
        "acts": acts,
        "totals": _totals(acts),
        "benchmark": _benchmark(assessment, authority, names),
        "procedure": {duty: _duty(_section(_section(assessment, "procedure"), duty)) for duty in DUTIES},
        "deadlines": _deadlines(case, assessment, names),
        "warnings": _warnings(assessment),
        "without_basis": _without_basis(acts),
        "left_out": _left_out(assessment, names),
    }


def _refuse_undecidable(title: str, assessment: Data, names: Data) -> None:
    """A notice on incomplete facts would invent the rest."""
    waiting = [act for act in _items(assessment, "acts") if act.get("status") == "needs-facts"]
    if assessment.get("status") != "needs-facts" and not waiting:
        return
    facts = [_fact(fact, names) for act in waiting for fact in _items(act, "missing_facts")]
    missing = list(dict.fromkeys(facts)) or Message("paper-see-assessment")
    raise DocumentError("paper-facts-missing", title=title, facts=missing)


def _fact(fact: Any, names: Data) -> str:
    if isinstance(fact, Mapping):
        label = _text(fact.get("label")) or _text(fact.get("name")) or _text(fact.get("question"))
        return label or _name(fact.get("id") or fact.get("fact"), names) or str(fact.get("id"))
    return _name(fact, names) or str(fact)


def _notified(act: Data) -> bool:
    """Whether the act carries a penalty: a fine, a confiscation or a revocation. An order alone is none."""
    finding = _governing(act)
    if act.get("status") not in ("fined", "no-fine") or finding is None:
        return False
    return bool(_items(finding, "fines") or finding.get("confiscate") or finding.get("revoke"))


def _governing(act: Data) -> Data | None:
    """Return the finding the penalty rests on; where the act names none, its first applicable one."""
    applicable = [finding for finding in _items(act, "findings") if finding.get("applies")]
    chosen = [finding for finding in applicable if finding.get("clause") == act.get("governing_clause")]
    return next(iter(chosen or applicable), None)


def _act(act: Data, clauses: Data, names: Data) -> dict[str, Any]:
    finding = _governing(act) or {}
    law = _law(finding, clauses)
    fines = [_fine(fine) for fine in _items(finding, "fines")]
    words = _section(finding, "order_words")  # the statute's own, better than our name for the kind of order
    orders = [_text(words.get(str(order))) or _name(order, names) for order in _items(finding, "orders")]
    confiscate = finding.get("confiscate")
    revoke = finding.get("revoke")
    measures: list[dict[str, Any]] = [{"kind": "order", "name": order} for order in orders]
    if confiscate:
        measures.append({"kind": "confiscate", "sum": confiscate})
    measures += [{"kind": "fine", "fine": fine} for fine in fines]
    if revoke:
        measures.append({"kind": "revoke", "name": _name(revoke, names)})
    others = [f for f in _items(act, "findings") if f.get("applies") and f is not finding]
    return {
        "name": _text(act.get("violation_name")),
        **law,
        "fines": fines,
        "measures": measures,
        "confiscate": confiscate,
        "circumstances": [_circumstance(item) for item in _items(act, "circumstances")],
        "other_clauses": [_law(other, clauses) for other in others],
    }


def _law(finding: Data, clauses: Data) -> dict[str, Any]:
    clause = _section(clauses, str(finding.get("clause")))
    statute = _section(finding, "statute")
    return {
        "statute": _text(clause.get("statute_title")) or _text(statute.get("title")),
        "article": _text(clause.get("article")) or _text(finding.get("article")),
        "text": _text(clause.get("text")),
    }


def _fine(fine: Data) -> dict[str, Any]:
    minimum, maximum = amount(fine.get("minimum")), amount(fine.get("maximum"))
    tier = fine.get("tier")
    return {
        "target": fine.get("target"),
        "optional": bool(fine.get("optional")),
        "minimum": minimum,
        "maximum": maximum,
        "fixed": minimum is not None and minimum == maximum,
        "formula": _text(fine.get("formula")),
        "tier": _tier(tier) if isinstance(tier, Mapping) else None,
        "sum": amount(fine.get("recommended")),
    }


def _benchmark(assessment: Data, authority: Data, names: Data) -> dict[str, Any]:
    """Return the benchmark in use; the fall-back scheme must not pass for a published one."""
    fallback = any(warning.get("code") == "fallback-benchmark" for warning in _items(assessment, "warnings"))
    return {
        "name": _name(assessment.get("benchmark") or authority.get("benchmark"), names),
        "fallback": fallback,
    }


def _tier(tier: Data) -> dict[str, Any]:
    bounds = {"minimum": amount(tier.get("minimum")), "maximum": amount(tier.get("maximum"))}
    return {**_picked(tier, ("id", "name")), **bounds}


def _circumstance(item: Data) -> dict[str, Any]:
    verified = item.get("verified", True) is not False
    return {
        **_picked(item, ("name", "effect", "force")),
        "mitigates": item.get("mitigates") is True,
        "verified": verified,
        # An unverified basis may be another province's rule: no template may show it to the party.
        "basis": _text(item.get("basis")) if verified else None,
        "counted": item.get("counted", True) is not False,
    }


def _totals(acts: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Return the sums over all acts, per target; a sum that rests on an unknown one is unknown."""
    fines = [fine for act in acts for fine in act["fines"]]
    unit = [fine["sum"] for fine in fines if fine["target"] == "unit"]
    person = [fine["sum"] for fine in fines if fine["target"] != "unit"]
    confiscated = [amount(act["confiscate"]) for act in acts if act["confiscate"]]
    return {
        "unit_fine": _sum(unit),
        "unit_fines": len(unit),
        "person_fine": _sum(person),
        "person_fines": len(person),
        "confiscate": _sum(confiscated),
        "confiscations": len(confiscated),
        "acts": len(acts),
    }


def _sum(amounts: Sequence[Decimal | None]) -> Decimal | None:
    known = [value for value in amounts if value is not None]
    return sum(known, Decimal(0)) if len(known) == len(amounts) else None


def _authority(authority: Data, names: Data) -> dict[str, Any]:
    bodies = ("enforcement_body", "legal_review", "reconsideration", "court")
    office = _office(authority)
    return {
        **{key: _text(authority.get(key)) for key in ("name", "short", "address")},
        **{body: _name(authority.get(body), names) for body in bodies},
        "office": {
            "name": _text(office.get("name")),
            "address": _text(office.get("address")),
            "telephone": _telephone(office, authority),
        },
    }


def _office(authority: Data) -> Data:
    """Return the office the party answers to: named for it, the enforcement body's, or with a telephone."""
    offices = [office for office in _items(authority, "offices") if isinstance(office, Mapping)]
    for wanted in ("contact_office", "enforcement_body"):
        named = [office for office in offices if office.get("name") == authority.get(wanted)]
        if named:
            return named[0]
    reachable = [office for office in offices if office.get("telephone")]
    return next(iter(reachable or offices), {})


def _telephone(office: Data, authority: Data) -> str | None:
    number = office.get("telephone")
    area = _text(authority.get("area_code"))
    return f"{area}-{number}" if number and area and "-" not in str(number) else number


def _duty(duty: Data) -> dict[str, Any]:
    reasons = [_picked(reason, ("text", "basis")) for reason in _items(duty, "reasons")]
    required = duty.get("required")
    return {"required": required if isinstance(required, bool) else None, "reasons": reasons}


def _deadlines(case: Data, assessment: Data, names: Data) -> list[dict[str, Any]]:
    items = _items(_section(assessment, "procedure"), "deadlines")
    timeline = _section(case, "timeline")
    return [
        {
            "name": _text(item.get("name")) or _name(item.get("id"), names),
            "due": iso_date(item.get("due")),
            "start": iso_date(timeline.get(str(item.get("from")))),
            "length": item.get("length"),
            "unit": item.get("unit"),
            "basis": _text(item.get("basis")),
        }
        for item in items
    ]


def _warnings(assessment: Data) -> list[str]:
    texts = [_text(warning.get("text")) for warning in _items(assessment, "warnings")]
    return list(dict.fromkeys(text for text in texts if text))


def _unverified(assessment: Data) -> dict[str, bool]:
    """Tell what the assessment warns is not verified, as far as a document must show it."""
    warnings = _items(assessment, "warnings")
    found = [(item.get("code"), item.get("subject")) for item in warnings]
    return {
        "clause_text": ("unverified-law", "clause-text") in found,
        "threshold": any(subject == "threshold" for _, subject in found),
    }


def _without_basis(acts: Sequence[Mapping[str, Any]]) -> list[str | None]:
    """Return the circumstances whose basis the authority must supply, each once."""
    items = [item for act in acts for item in act["circumstances"]]
    return list(dict.fromkeys(_text(item["name"]) for item in items if not item["verified"]))


def _left_out(assessment: Data, names: Data) -> list[dict[str, Any]]:
    """Return the acts that this document does not punish, each with its reason."""
    return [
        {"name": _text(act.get("violation_name")), "reason": _reason(act, names)}
        for act in _items(assessment, "acts")
        if not _notified(act)
    ]


def _reasons(assessment: Data, names: Data) -> str:
    acts = _left_out(assessment, names)
    return (
        "；".join(f"{act['name'] or '该行为'}：{act['reason']}" for act in acts) or "评估结果中没有违法行为"
    )


def _reason(act: Data, names: Data) -> str:
    findings = _items(act, "findings")
    if act.get("status") == "exempt":
        basis = _text(_section(act, "exemption").get("basis"))
        return f"依法不予处罚，依据：{basis}" if basis else "依法不予处罚"
    if act.get("status") == "referred":
        body = next((_name(f.get("referred_to"), names) for f in findings if f.get("referred_to")), None)
        return f"由{body}处理" if body else "由其他机关或者依其他规定处理"
    given = next(
        (_text(f.get("reason")) for f in findings if not f.get("applies") and _text(f.get("reason"))), None
    )
    if act.get("status") == "not-available":
        return given or "处罚条件尚不具备"
    return given or "只责令改正，不处罚"


def _name(key: Any, names: Data) -> str | None:
    """Return the Chinese name of an id; what is not an id but already a name stays."""
    if isinstance(key, Mapping):
        return _text(key) or _text(key.get("name"))
    if key in names:
        return _text(names[key])
    text = _text(key)
    return None if text is None or text.isascii() else text


def _picked(data: Any, keys: Sequence[str]) -> dict[str, Any]:
    source = data if isinstance(data, Mapping) else {}
    return {key: source.get(key) for key in keys}


def _section(data: Data, key: str) -> Data:
    value = data.get(key)
    return value if isinstance(value, Mapping) else {}


def _items(data: Data, key: str) -> list[Any]:
    value = data.get(key)
    return list(value) if isinstance(value, (list, tuple)) else []


def _text(value: Any) -> str | None:
    """Return text that says something, else None; of a name in two languages the Chinese one."""
    if isinstance(value, Mapping):
        value = value.get("zh")
    return value.strip() or None if isinstance(value, str) else None
