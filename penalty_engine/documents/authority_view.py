"""The authority as a template sees it, and the numbers of its papers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from penalty_engine.documents.forms import Form
from penalty_engine.documents.plain import Data, items_of, name_of, section_of, text_of, texts_of
from penalty_engine.documents.text import iso_date

# The year in a document number stands in 〔〕 (GB/T 9704); other brackets are typed because they are on the keyboard.
_YEAR = re.compile(r"[\[［【（({〔〖][ 　]*([0-9]{4})[ 　]*[\]］】）)}〕〗]")


def authority_view(authority: Data, names: Data) -> dict[str, Any]:
    """Return the names about the authority. ``unverified``: which of them no source confirms."""
    bodies = ("enforcement_body", "legal_review", "reconsideration", "court")
    office = _office(authority)
    sources = section_of(authority, "sources")
    return {
        **{key: text_of(authority.get(key)) for key in ("name", "short", "address")},
        **{body: name_of(authority.get(body), names) for body in bodies},
        "approval_chain": texts_of(authority, "approval_chain"),
        "discussion_members": texts_of(authority, "collective_discussion"),
        "unverified": [key for key, source in sources.items() if _open(source)],
        "office": {
            "name": text_of(office.get("name")),
            "address": text_of(office.get("address")),
            "telephone": _telephone(office, authority),
        },
    }


def number_of(form: Form, documents: Data) -> str | None:
    """Return the number of the form's paper, the year in its brackets; None where it has none yet."""
    text = text_of(documents.get(form.number_field)) if form.number_field else None
    return None if text is None else _YEAR.sub(r"〔\1〕", text)


def number_letters(form: Form, authority: Data, timeline: Data) -> str | None:
    """Return the beginning of a number still to be given: 隆人社监罚决字〔2026〕; None where the short name is not known."""
    short = text_of(authority.get("short"))
    if form.number_word is None or short is None:
        return None
    day = iso_date(timeline.get(form.signed_on)) if form.signed_on else None
    year = day[:4] if day and re.match(r"[0-9]{4}-", day) else "＿＿＿＿"
    return f"{short}{form.number_word}〔{year}〕"


def _open(source: Any) -> bool:
    return isinstance(source, Mapping) and source.get("verified") is False


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
