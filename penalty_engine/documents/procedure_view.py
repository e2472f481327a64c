"""Duties, time limits and warnings of an assessment as a template sees them."""

from __future__ import annotations

from typing import Any

from penalty_engine.documents.plain import Data, items_of, name_of, picked, section_of, text_of
from penalty_engine.documents.text import amount, iso_date
from penalty_engine.rulebook.words import DUTIES


def procedure_view(case: Data, assessment: Data, names: Data) -> dict[str, Any]:
    """Return the names about procedure."""
    procedure = section_of(assessment, "procedure")
    return {
        "procedure": {duty: _duty(section_of(procedure, duty)) for duty in DUTIES},
        "deadlines": _deadlines(case, procedure, names),
        "surcharge": _surcharge(procedure),
        "warnings": _warnings(assessment),
        "unverified": _unverified(assessment),
    }


def _duty(duty: Data) -> dict[str, Any]:
    required, permitted = duty.get("required"), duty.get("permitted")
    return {
        "required": required if isinstance(required, bool) else None,
        "permitted": permitted if isinstance(permitted, bool) else None,
        "reasons": [picked(reason, ("text", "basis")) for reason in items_of(duty, "reasons")],
    }


def _deadlines(case: Data, procedure: Data, names: Data) -> list[dict[str, Any]]:
    timeline = section_of(case, "timeline")
    return [
        {
            "id": item.get("id"),
            "name": text_of(item.get("name")) or name_of(item.get("id"), names),
            "due": iso_date(item.get("due")),
            "start": iso_date(item.get("start_day")) or iso_date(timeline.get(str(item.get("from")))),
            "length": item.get("length"),
            "unit": item.get("unit"),
            "basis": text_of(item.get("basis")),
            "approximate": item.get("approximate") is True,
            "met": item.get("met"),
            "done_on": iso_date(item.get("fulfilled_on")),
            "note": text_of(item.get("note")),
        }
        for item in items_of(procedure, "deadlines")
    ]


def _surcharge(procedure: Data) -> dict[str, Any] | None:
    """Return what late payment adds to the fine, or None where no fine is due."""
    found = section_of(procedure, "surcharge")
    if not found:
        return None
    sums = {name: amount(found.get(name)) for name in ("fine", "daily", "maximum", "amount")}
    days = {name: iso_date(found.get(name)) for name in ("begins", "reaches_maximum")}
    return {**sums, **days, "days": found.get("days"), "basis": text_of(found.get("basis"))}


def _warnings(assessment: Data) -> list[str]:
    texts = [text_of(warning.get("text")) for warning in items_of(assessment, "warnings")]
    return list(dict.fromkeys(text for text in texts if text))


def _unverified(assessment: Data) -> dict[str, Any]:
    """Tell what the assessment warns is not verified, as far as a document must show it; ``texts``: of the clauses quoted."""
    warnings = items_of(assessment, "warnings")
    found = [(item.get("code"), item.get("subject")) for item in warnings]
    return {
        "clause_text": ("unverified-law", "clause-text") in found,
        "texts": [
            text
            for item in warnings
            if (item.get("code"), item.get("subject")) == ("unverified-law", "clause-text")
            and (text := text_of(item.get("text")))
        ],
        "threshold": any(subject == "threshold" for _, subject in found),
    }
