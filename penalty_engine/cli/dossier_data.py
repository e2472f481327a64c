"""A dossier as plain data, for programs: what was made, and what is open."""

from __future__ import annotations

from typing import Any

from penalty_engine.diagnostics import Lang
from penalty_engine.documents.dossier import Dossier, NotMade, Paper
from penalty_engine.documents.forms import Form, Ground
from penalty_engine.documents.participants import Participant


def dossier_data(made: Dossier, lang: Lang) -> dict[str, Any]:
    """The dossier without its files."""
    return {
        "checklist": made.checklist[0],
        "papers": [_paper(item, lang) for item in made.papers],
        "not_made": [_not_made(item, lang) for item in made.not_made],
        "undecided": [
            {**_form(item.form, lang), "depends_on": list(item.open_states)} for item in made.undecided
        ],
        "not_needed": [
            {**_form(item, lang), "otherwise": item.otherwise.text(lang)} for item in made.not_needed
        ],
        "blank": [
            {"label": item.label.text(lang), "field": item.field, "papers": list(item.papers)}
            for item in made.gaps
        ],
        "missing_facts": [
            {"act": item.act, "fact": item.fact, "label": item.label.text(lang), "field": item.field}
            for item in made.missing_facts
        ],
        "participants": [_participant(item, lang) for item in made.participants],
    }


def _form(form: Form, lang: Lang) -> dict[str, Any]:
    return {"form": form.id, "title": form.name.text(lang)}


def _grounds(grounds: tuple[Ground, ...], lang: Lang) -> list[dict[str, str]]:
    return [{"text": item.because.text(lang), "basis": item.basis} for item in grounds]


def _paper(item: Paper, lang: Lang) -> dict[str, Any]:
    return {
        "number": item.number,
        **_form(item.form, lang),
        "file": item.file,
        "required": _grounds(item.grounds, lang),
        "document_no": item.document_no,
        "blanks": [{"words": blank.words, "field": blank.field} for blank in item.blanks],
    }


def _not_made(item: NotMade, lang: Lang) -> dict[str, Any]:
    return {
        **_form(item.form, lang),
        "required": _grounds(item.grounds, lang),
        "problem": item.problem.render(lang),
    }


def _participant(item: Participant, lang: Lang) -> dict[str, Any]:
    return {
        "role": item.role.text(lang),
        "names": list(item.names),
        "field": item.field,
        "fault": item.fault.text(lang) if item.fault else None,
        "basis": item.basis.text(lang) if item.basis else None,
    }
