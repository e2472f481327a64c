"""The parts of a case that are only written into papers, as a template sees them: nothing is worked out here but sums."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from penalty_engine.documents.plain import Data, items_of, name_of, picked, section_of, text_of, texts_of
from penalty_engine.documents.text import amount, iso_date

_PARTY = ("kind", "name", "address", "uscc", "legal_representative", "id_number", "phone")


def record_view(case: Data, names: Data) -> dict[str, Any]:
    """Return the names that come from the case as it was typed."""
    workers = [_worker(item) for item in items_of(case, "workers")]
    return {
        "case_no": text_of(case.get("case_no")),
        "party": {
            **picked(section_of(case, "party"), _PARTY),
            "born_on": iso_date(section_of(case, "party").get("born_on")),
        },
        "filing": {
            "source": text_of(section_of(case, "filing").get("source")),
            "materials": texts_of(section_of(case, "filing"), "materials"),
            "summary": text_of(section_of(case, "filing").get("summary")),
        },
        "facts_found": text_of(case.get("facts_found")),
        "evidence": texts_of(case, "evidence"),
        "correction": texts_of(case, "correction"),
        "defence": picked(section_of(case, "defence"), ("made", "statement", "finding")),
        "legal_review": _dated(
            section_of(case, "legal_review"), ("reviewer", "qualification", "opinion"), "reviewed_on"
        ),
        "discussion": _discussion(section_of(case, "discussion")),
        "hearing": _hearing(section_of(case, "hearing")),
        "education": text_of(case.get("education")),
        "performance": text_of(case.get("performance")),
        "bank": picked(section_of(case, "bank"), ("name", "account", "payee")),
        "officers": [picked(officer, ("name", "certificate_no")) for officer in items_of(case, "officers")],
        "responsible_persons": [
            picked(person, ("name", "post", "id_number")) for person in items_of(case, "responsible_persons")
        ],
        "workers": workers,
        "workers_total": total([worker["sum"] for worker in workers]),
        "prior_penalties": [
            {
                "violation": name_of(item.get("violation"), names) or item.get("violation"),
                "decision_no": text_of(item.get("decision_no")),
                "decided_on": iso_date(item.get("decided_on")),
            }
            for item in items_of(case, "prior_penalties")
        ],
    }


def total(amounts: Sequence[Decimal | None]) -> Decimal | None:
    """Return the sum; one that rests on an unknown sum is unknown."""
    known = [value for value in amounts if value is not None]
    return sum(known, Decimal(0)) if known and len(known) == len(amounts) else None


def _dated(data: Data, keys: tuple[str, ...], day: str) -> dict[str, Any]:
    return {**picked(data, keys), day: iso_date(data.get(day))}


def _worker(item: Data) -> dict[str, Any]:
    return {**picked(item, ("name", "id_number", "note")), "sum": amount(item.get("sum"))}


def _discussion(data: Data) -> dict[str, Any]:
    people = [
        {**picked(person, ("name", "post", "view")), "head": person.get("head") is True}
        for person in items_of(data, "participants")
    ]
    return {**_dated(data, ("place", "chair", "recorder", "conclusion"), "held_on"), "participants": people}


def _hearing(data: Data) -> dict[str, Any]:
    parts = picked(data, ("requested", "time", "place", "public", "chair", "clerk", "outcome"))
    return {**parts, "assessors": texts_of(data, "assessors")}
