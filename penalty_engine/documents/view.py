"""What a template sees: the case and its assessment under fixed names, with None for whatever is not known.

Templates run with undefined names forbidden, so every name listed here is always there; a misspelt one is an
error, an unknown fact is a blank.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from penalty_engine.documents.errors import DocumentError
from penalty_engine.documents.imposed import act_view, applied_findings, notified
from penalty_engine.documents.plain import Data, items_of, name_of, picked, section_of, text_of
from penalty_engine.documents.text import amount, iso_date
from penalty_engine.messages import Message
from penalty_engine.rulebook.words import DUTIES, TIMELINE_DAYS

_PARTY = ("kind", "name", "address", "uscc", "legal_representative", "id_number", "phone")
_NUMBERS = {"prior-notice": "prior_notice_no", "decision": "decision_no"}


def build(
    form: str, title: str, *, case: Data, assessment: Data, authority: Data, clauses: Data, names: Data
) -> dict[str, Any]:
    """Return the names a template of `form` may use. Raise `DocumentError` where nothing can be notified."""
    _refuse_undecidable(title, assessment, names)
    acts = [act_view(act, clauses, names) for act in items_of(assessment, "acts") if notified(act)]
    if not acts:
        raise DocumentError("paper-nothing-to-notify", title=title, reasons=_reasons(assessment, names))
    numbers = section_of(case, "documents")
    number = text_of(numbers.get(_NUMBERS[form]))
    unverified = _unverified(assessment)
    return {
        "form": {"id": form, "title": title},
        "number": number,
        "draft": number is None or unverified["clause_text"],
        "unverified": unverified,
        "prior_notice_no": text_of(numbers.get(_NUMBERS["prior-notice"])),
        "case_no": text_of(case.get("case_no")),
        "party": picked(section_of(case, "party"), _PARTY),
        "timeline": {key: iso_date(section_of(case, "timeline").get(key)) for key in TIMELINE_DAYS},
        "facts_found": text_of(case.get("facts_found")),
        "evidence": [item for item in items_of(case, "evidence") if text_of(item)],
        "defence": picked(section_of(case, "defence"), ("made", "statement", "finding")),
        "bank": picked(section_of(case, "bank"), ("name", "account", "payee")),
        "officers": [picked(officer, ("name", "certificate_no")) for officer in items_of(case, "officers")],
        "authority": _authority(authority, names),
        "acts": acts,
        "totals": _totals(acts),
        "benchmark": _benchmark(assessment, authority, names),
        "procedure": {duty: _duty(section_of(section_of(assessment, "procedure"), duty)) for duty in DUTIES},
        "deadlines": _deadlines(case, assessment, names),
        "warnings": _warnings(assessment),
        "without_basis": _without_basis(acts),
        "left_out": _left_out(assessment, names),
    }


def _refuse_undecidable(title: str, assessment: Data, names: Data) -> None:
    """A notice on incomplete facts would invent the rest."""
    waiting = [act for act in items_of(assessment, "acts") if act.get("status") == "needs-facts"]
    if assessment.get("status") != "needs-facts" and not waiting:
        return
    facts = [_fact(fact, names) for act in waiting for fact in items_of(act, "missing_facts")]
    missing = list(dict.fromkeys(facts)) or Message("paper-see-assessment")
    raise DocumentError("paper-facts-missing", title=title, facts=missing)


def _fact(fact: Any, names: Data) -> str:
    if isinstance(fact, Mapping):
        label = text_of(fact.get("label")) or text_of(fact.get("name")) or text_of(fact.get("question"))
        return label or name_of(fact.get("id") or fact.get("fact"), names) or str(fact.get("id"))
    return name_of(fact, names) or str(fact)


def _benchmark(assessment: Data, authority: Data, names: Data) -> dict[str, Any]:
    """Return the benchmark in use; the fall-back scheme must not pass for a published one."""
    fallback = any(
        warning.get("code") == "fallback-benchmark" for warning in items_of(assessment, "warnings")
    )
    return {
        "name": name_of(assessment.get("benchmark") or authority.get("benchmark"), names),
        "fallback": fallback,
    }


def _totals(acts: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Return the sums over all acts, per target; a sum that rests on an unknown one is unknown."""
    fines = [fine for act in acts for fine in act["fines"]]
    unit = [_on_all(fine) for fine in fines if fine["target"] == "unit"]
    person = [_on_all(fine) for fine in fines if fine["target"] != "unit"]
    confiscated = [amount(value) for act in acts for value in act["confiscated"]]
    return {
        "unit_fine": _sum(unit),
        "unit_fines": len(unit),
        "person_fine": _sum(person),
        "person_fines": len(person),
        "confiscate": _sum(confiscated),
        "confiscations": len(confiscated),
        "acts": len(acts),
        "clauses": sum(len(act["clauses"]) for act in acts),
    }


def _on_all(fine: Mapping[str, Any]) -> Decimal | None:
    """Return a fine on each of several persons, taken together."""
    return None if fine["sum"] is None else fine["sum"] * fine["persons"]


def _sum(amounts: Sequence[Decimal | None]) -> Decimal | None:
    known = [value for value in amounts if value is not None]
    return sum(known, Decimal(0)) if len(known) == len(amounts) else None


def _authority(authority: Data, names: Data) -> dict[str, Any]:
    bodies = ("enforcement_body", "legal_review", "reconsideration", "court")
    office = _office(authority)
    return {
        **{key: text_of(authority.get(key)) for key in ("name", "short", "address")},
        **{body: name_of(authority.get(body), names) for body in bodies},
        "office": {
            "name": text_of(office.get("name")),
            "address": text_of(office.get("address")),
            "telephone": _telephone(office, authority),
        },
    }


def _office(authority: Data) -> Data:
    """Return the office the party answers to: named for it, the enforcement body's, or with a telephone."""
    offices = [office for office in items_of(authority, "offices") if isinstance(office, Mapping)]
    for wanted in ("contact_office", "enforcement_body"):
        named = [office for office in offices if office.get("name") == authority.get(wanted)]
        if named:
            return named[0]
    reachable = [office for office in offices if office.get("telephone")]
    return next(iter(reachable or offices), {})


def _telephone(office: Data, authority: Data) -> str | None:
    number = office.get("telephone")
    area = text_of(authority.get("area_code"))
    return f"{area}-{number}" if number and area and "-" not in str(number) else number


def _duty(duty: Data) -> dict[str, Any]:
    reasons = [picked(reason, ("text", "basis")) for reason in items_of(duty, "reasons")]
    required = duty.get("required")
    return {"required": required if isinstance(required, bool) else None, "reasons": reasons}


def _deadlines(case: Data, assessment: Data, names: Data) -> list[dict[str, Any]]:
    items = items_of(section_of(assessment, "procedure"), "deadlines")
    timeline = section_of(case, "timeline")
    return [
        {
            "name": text_of(item.get("name")) or name_of(item.get("id"), names),
            "due": iso_date(item.get("due")),
            "start": iso_date(timeline.get(str(item.get("from")))),
            "length": item.get("length"),
            "unit": item.get("unit"),
            "basis": text_of(item.get("basis")),
        }
        for item in items
    ]


def _warnings(assessment: Data) -> list[str]:
    texts = [text_of(warning.get("text")) for warning in items_of(assessment, "warnings")]
    return list(dict.fromkeys(text for text in texts if text))


def _unverified(assessment: Data) -> dict[str, bool]:
    """Tell what the assessment warns is not verified, as far as a document must show it."""
    warnings = items_of(assessment, "warnings")
    found = [(item.get("code"), item.get("subject")) for item in warnings]
    return {
        "clause_text": ("unverified-law", "clause-text") in found,
        "threshold": any(subject == "threshold" for _, subject in found),
    }


def _without_basis(acts: Sequence[Mapping[str, Any]]) -> list[str | None]:
    """Return the circumstances whose basis the authority must supply, each once."""
    items = [item for act in acts for item in act["circumstances"]]
    return list(dict.fromkeys(text_of(item["name"]) for item in items if not item["verified"]))


def _left_out(assessment: Data, names: Data) -> list[dict[str, Any]]:
    """Return the acts that this document does not punish, each with its reason."""
    return [
        {"name": text_of(act.get("violation_name")), "reason": _reason(act, names)}
        for act in items_of(assessment, "acts")
        if not notified(act)
    ]


def _reasons(assessment: Data, names: Data) -> str:
    acts = _left_out(assessment, names)
    return (
        "；".join(f"{act['name'] or '该行为'}：{act['reason']}" for act in acts) or "评估结果中没有违法行为"
    )


def _reason(act: Data, names: Data) -> str:
    findings = items_of(act, "findings")
    if act.get("status") == "exempt":
        basis = text_of(section_of(act, "exemption").get("basis"))
        return f"依法不予处罚，依据：{basis}" if basis else "依法不予处罚"
    applied = applied_findings(act)
    if act.get("status") == "referred":
        why = next((text_of(f.get("reason")) for f in applied if text_of(f.get("reason"))), None)
        if why:
            return why
        body = next((name_of(f.get("referred_to"), names) for f in findings if f.get("referred_to")), None)
        return f"由{body}处理" if body else "由其他机关或者依其他规定处理"
    given = next(
        (text_of(f.get("reason")) for f in findings if not f.get("applies") and text_of(f.get("reason"))),
        None,
    )
    if act.get("status") == "not-available":
        return given or "处罚条件尚不具备"
    payments = [text_of(item.get("name")) or "" for f in applied for item in items_of(f, "payments")]
    if payments:
        return f"不处罚；{'、'.join(dict.fromkeys(payments))}不是行政处罚，另行作出处理决定"
    return given or "只责令改正，不处罚"
