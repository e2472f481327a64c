"""What a template sees: the case and its assessment under fixed names, with None for whatever is not known.

Templates run with undefined names forbidden, so every name listed here is always there; a misspelt one is an
error, an unknown fact is a blank.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from penalty_engine.documents.act_trace import steps_of_acts
from penalty_engine.documents.authority_view import authority_view, number_letters, number_of
from penalty_engine.documents.errors import DocumentError
from penalty_engine.documents.forms import Catalogue, Form
from penalty_engine.documents.imposed import act_view
from penalty_engine.documents.material import Material
from penalty_engine.documents.plain import Data, items_of, name_of, section_of, text_of
from penalty_engine.documents.procedure_view import procedure_view
from penalty_engine.documents.record_view import record_view
from penalty_engine.documents.selection import is_about, left_out, reasons
from penalty_engine.documents.states import states_of
from penalty_engine.documents.text import amount, iso_date
from penalty_engine.documents.worksheet import worksheet
from penalty_engine.messages import Message
from penalty_engine.rulebook.words import TIMELINE_DAYS


def build(form: Form, forms: Catalogue, material: Material) -> dict[str, Any]:
    """Return the names a template of `form` may use. Raise `DocumentError` where the form has nothing to say."""
    case, assessment, authority, clauses, names, explanation, suggested = material
    if form.facts:
        _refuse_undecidable(form, assessment, names)
    judged = items_of(assessment, "acts")
    stated = [*items_of(case, "acts"), *[{}] * len(judged)]
    sheets, whole = worksheet(explanation, len(judged))
    nothing: list[list[Any]] = [[]] * len(judged)
    parts = zip(judged, stated, [*steps_of_acts(assessment), *nothing], [*sheets, *nothing], strict=False)
    every = [
        {**act_view(act, told, clauses, names, suggested, steps, sheet), "worksheet": sheet}
        for act, told, steps, sheet in parts
    ]
    about = _about(form, case, judged)
    acts = [view for act, view in zip(judged, every, strict=True) if is_about(about, act)]
    if not acts:
        raise _nothing_to_say(form, assessment, names)
    kind = section_of(case, "party").get("kind")
    return {
        "form": {"id": form.id, "title": form.title, "served": form.served},
        "you": "你单位" if kind == "organization" else "你",
        **_numbers(form, forms, case, authority),
        **record_view(case, names),
        **(procedure := procedure_view(case, assessment, names)),
        "draft": form.served
        and (
            procedure["unverified"]["clause_text"] or number_of(form, section_of(case, "documents")) is None
        ),
        "timeline": {key: iso_date(section_of(case, "timeline").get(key)) for key in TIMELINE_DAYS},
        "on_the_spot": case.get("on_the_spot") is True,
        "migrant_wages": section_of(case, "elections").get("migrant_wages") is True,
        "authority": authority_view(authority, names),
        "acts": acts,
        "every_act": every,
        "states": states_of(case, assessment, forms),
        "worksheet": whole,
        "totals": _totals(acts),
        "benchmark": _benchmark(assessment, authority, names),
        "without_basis": _without_basis(acts),
        "left_out": left_out(about, assessment, names),
    }


def _about(form: Form, case: Data, judged: Sequence[Data]) -> str:
    """Return which acts the form is about; an order that was given is one, even where no clause asks for it."""
    given = section_of(case, "timeline").get("order_served_on")
    if form.acts == "ordered" and given and not any(is_about(form.acts, act) for act in judged):
        return "every"
    return form.acts


def _numbers(form: Form, forms: Catalogue, case: Data, authority: Data) -> dict[str, Any]:
    """Return the number of this paper and those of the others, each None until it is given."""
    documents, timeline = section_of(case, "documents"), section_of(case, "timeline")
    numbered = [item for item in forms.values() if item.number_field]
    return {
        "number": number_of(form, documents),
        "number_letters": number_letters(form, authority, timeline),
        **{str(item.number_field): number_of(item, documents) for item in numbered},
    }


def _refuse_undecidable(form: Form, assessment: Data, names: Data) -> None:
    """A notice on incomplete facts would invent the rest."""
    waiting = [act for act in items_of(assessment, "acts") if act.get("status") == "needs-facts"]
    if assessment.get("status") != "needs-facts" and not waiting:
        return
    facts = [_fact(fact, names) for act in waiting for fact in items_of(act, "missing_facts")]
    missing = list(dict.fromkeys(facts)) or Message("paper-see-assessment")
    raise DocumentError("paper-facts-missing", title=form.name, facts=missing)


def _fact(fact: Any, names: Data) -> str:
    if isinstance(fact, Mapping):
        label = text_of(fact.get("label")) or text_of(fact.get("name")) or text_of(fact.get("question"))
        return label or name_of(fact.get("id") or fact.get("fact"), names) or str(fact.get("id"))
    return name_of(fact, names) or str(fact)


def _nothing_to_say(form: Form, assessment: Data, names: Data) -> DocumentError:
    code = "paper-nothing-to-notify" if form.acts == "penalized" else f"paper-nothing-{form.acts}"
    return DocumentError(code, title=form.name, reasons=reasons(form.acts, assessment, names))


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
    """Return the sums over the acts of the paper, per target; a sum that rests on an unknown one is unknown."""
    fines = [fine for act in acts for fine in act["fines"]]
    unit = [_on_all(fine) for fine in fines if fine["target"] == "unit"]
    person = [_on_all(fine) for fine in fines if fine["target"] != "unit"]
    confiscated = [amount(value) for act in acts for value in act["confiscated"]]
    owed = [item["sum"] for act in acts for item in act["owed"]]
    return {
        "unit_fine": _sum(unit),
        "unit_fines": len(unit),
        "person_fine": _sum(person),
        "person_fines": len(person),
        "persons": max((fine["persons"] for fine in fines if fine["target"] != "unit"), default=0),
        "confiscate": _sum(confiscated),
        "confiscations": len(confiscated),
        "owed": _sum(owed),
        "owed_items": len(owed),
        "acts": len(acts),
        "clauses": sum(len(act["clauses"]) for act in acts),
    }


def _on_all(fine: Mapping[str, Any]) -> Decimal | None:
    """Return a fine on each of several persons, taken together."""
    return None if fine["sum"] is None else fine["sum"] * fine["persons"]


def _sum(amounts: Sequence[Decimal | None]) -> Decimal | None:
    known = [value for value in amounts if value is not None]
    return sum(known, Decimal(0)) if len(known) == len(amounts) else None


def _without_basis(acts: Sequence[Mapping[str, Any]]) -> list[str | None]:
    """Return the circumstances whose basis the authority must supply, each once."""
    items = [item for act in acts for item in act["circumstances"]]
    return list(dict.fromkeys(text_of(item["name"]) for item in items if not item["verified"]))
