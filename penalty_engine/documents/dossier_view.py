"""The dossier as the template of the checklist sees it, under the one name `dossier`: plain data in Chinese."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import TYPE_CHECKING, Any

from penalty_engine.deadline_words import counted_from
from penalty_engine.diagnostics import Lang
from penalty_engine.documents.text import chinese_dates
from penalty_engine.messages import Message, Names

if TYPE_CHECKING:
    from penalty_engine.assessment import Assessment, Deadline
    from penalty_engine.documents.dossier import Dossier, Paper
    from penalty_engine.documents.forms import Form, Ground
    from penalty_engine.documents.participants import Participant

_LANG: Lang = "zh"
_SHORTEST_RUN = 2
_UNVERIFIED = ("unverified-law", "fallback-benchmark")


def dossier_view(found: Dossier, assessment: Assessment) -> dict[str, Any]:
    """Return what the checklist tells beside the names that every form has."""
    limits = assessment.procedure.deadlines
    names = {item.id: item.name for item in limits}
    running = sorted((item for item in limits if item.due is not None), key=lambda item: str(item.due))
    warnings = [(item.code, chinese_dates(item.text(_LANG).strip())) for item in assessment.warnings]
    return {
        "status": found.status,
        "papers": [_paper(item) for item in found.papers],
        "not_made": [
            {**_form(item.form), **_grounds(item.grounds), "problem": item.problem.render(_LANG)}
            for item in found.not_made
        ],
        "undecided": [
            {**_form(item.form), "depends": [state_words(name).text(_LANG) for name in item.open_states]}
            for item in found.undecided
        ],
        "not_needed": [_form(form) for form in found.not_needed],
        "gaps": [
            {"label": g.label.zh, "field": g.field, "papers": list(_runs(g.papers))} for g in found.gaps
        ],
        "missing_facts": [
            {"label": item.label.zh, "question": (item.question or item.label).zh, "field": item.field}
            for item in found.missing_facts
        ],
        "participants": [_participant(item) for item in found.participants],
        "running": [_running(item, names) for item in running],
        "waiting": [_waiting(item, names) for item in limits if item.due is None],
        "unverified": _each_once(text for code, text in warnings if code in _UNVERIFIED),
        "warnings": _each_once(text for code, text in warnings if code not in _UNVERIFIED),
    }


def state_words(state: str) -> Message:
    """Return what is asked of the case by a state of `states`."""
    return Message(f"dossier-state-{state.replace('_', '-')}")


def standing(item: Deadline) -> Message:
    """Return how a time limit stands by what the case says. No day of reading comes into it: papers stay the same."""
    if item.kind == "happens-on":
        return Message("dossier-limit-happens")
    if item.declined:
        return Message("dossier-limit-declined")
    if item.met:
        known = item.fulfilled_on is not None
        return Message("deadline-met", {"day": item.fulfilled_on}) if known else Message("deadline-met-shown")
    if item.met is False and item.fulfilled_on is not None and item.due is not None:
        late = (item.fulfilled_on - item.due).days
        return Message("deadline-missed", {"day": item.fulfilled_on, "days": late})
    if item.met is False:
        return Message("dossier-limit-missed")
    if item.fulfilled_by is None:
        return Message("dossier-limit-open")
    code = "dossier-limit-right" if item.kind == "party-may" else "dossier-limit-undone"
    return Message(code, {"field": f"timeline.{item.fulfilled_by}"})


def _paper(item: Paper) -> dict[str, Any]:
    return {
        **_form(item.form),
        **_grounds(item.grounds),
        "number": item.number,
        "document_no": item.document_no,
        "numbered": item.numbered,
        "blanks": len(item.blanks),
        "blank_words": _each_once(blank.words for blank in item.blanks),
    }


def _form(form: Form) -> dict[str, Any]:
    return {"id": form.id, "title": form.title, "otherwise": form.otherwise.zh}


def _grounds(grounds: tuple[Ground, ...]) -> dict[str, Any]:
    return {"reasons": [{"text": ground.because.zh, "basis": ground.basis} for ground in grounds]}


def _participant(item: Participant) -> dict[str, Any]:
    return {
        "role": item.role.text(_LANG),
        "names": list(item.names),
        "field": item.field,
        "fault": chinese_dates(item.fault.text(_LANG)) if item.fault else None,
        "basis": item.basis.zh if item.basis else None,
    }


def _running(item: Deadline, names: Mapping[str, Names]) -> dict[str, Any]:
    return {
        "name": item.name.zh,
        "due": str(item.due),
        "counted": chinese_dates(counted_from(item, names).text(_LANG)),
        "basis": item.basis.zh,
        "approximate": item.approximate,
        "standing": chinese_dates(standing(item).text(_LANG)),
    }


def _waiting(item: Deadline, names: Mapping[str, Names]) -> dict[str, Any]:
    return {
        "name": item.name.zh,
        "counted": chinese_dates(counted_from(item, names).text(_LANG)),
        "basis": item.basis.zh,
        "field": f"timeline.{item.start}" if item.start_day is None else None,
    }


def _runs(numbers: Iterable[int]) -> Iterator[str]:
    """Yield numbers that follow one another as 1至8, others as they are."""
    for _, group in groupby(enumerate(numbers), lambda pair: pair[1] - pair[0]):
        run = [number for _, number in group]
        if len(run) > _SHORTEST_RUN:
            yield f"{run[0]}至{run[-1]}"
        else:
            yield from map(str, run)


def _each_once(texts: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(text for text in texts if text))
