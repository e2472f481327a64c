"""Who must take part in a case, who does by what the case says, and what is wrong with that."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from penalty_engine.messages import Message, Names

if TYPE_CHECKING:
    from penalty_engine.assessment import Assessment
    from penalty_engine.case import Case
    from penalty_engine.engine import Engine
    from penalty_engine.rulebook.requirement_records import Requirement, RequirementName


class Participant(NamedTuple):
    """One part that people have in the case. ``names``: those the case states; ``fault``: what is wrong, ``open``: nobody is
    stated yet; ``field``: where they go in the case file."""

    role: Message
    names: tuple[str, ...]
    field: str
    fault: Message | None = None
    basis: Names | None = None

    @property
    def open(self) -> bool:
        return not self.names


def participants_of(
    engine: Engine, case: Case, assessment: Assessment, states: Mapping[str, bool | None]
) -> Iterator[Participant]:
    """The parts, in the order of the procedure."""
    authority = engine.rulebook.authorities[assessment.authority]

    def requirement(name: RequirementName) -> Requirement | None:
        return authority.requirements.get(name) or engine.rulebook.requirements.get(name)

    yield _officers(case, requirement("officers"))
    if states["legal_review"] or (states["order"] and states["on_the_spot"] is False):
        yield from _reviewer(case, requirement("review-after-hearing"))
    if states["collective_discussion"] and states["prosecution"] is False:
        yield from _discussion(case, requirement("heads-discuss"))
    chair = case.hearing is not None and case.hearing.chair is not None
    if states["hearing"] and not states["hearing_declined"] and (states["hearing_requested"] or chair):
        yield _hearing(case)
    fined = _persons_fined(assessment)
    if fined:
        yield _responsible(case, fined)


def _officers(case: Case, required: Requirement | None) -> Participant:
    names = tuple(dict.fromkeys(item.name for item in case.officers))
    fault, basis = None, required.basis.cite if required else None
    if required and required.at_least and names and len(names) < required.at_least:
        fault = Message("dossier-officers-few", {"count": len(names), "least": required.at_least})
    return Participant(Message("dossier-role-officers"), names, "officers", fault, basis)


def _reviewer(case: Case, required: Requirement | None) -> Iterator[Participant]:
    """The reviewer; a second time where the review lies before the hearing."""
    review, heard = case.legal_review, case.timeline.hearing_on
    role, name = Message("dossier-role-reviewer"), review.reviewer if review else None
    names = (name,) if name else ()
    early = review is not None and _earlier(review.reviewed_on, heard)
    if not names:
        yield Participant(role, (), "legal_review.reviewer")
    elif review is not None and review.qualification is None:
        fault = Message("dossier-reviewer-unqualified")
        yield Participant(role, names, "legal_review.qualification", fault)
    elif not early:
        yield Participant(role, names, "legal_review")
    if review is not None and early:
        fault = Message("dossier-review-before-hearing", {"day": review.reviewed_on, "hearing": heard})
        basis = required.basis.cite if required else None
        yield Participant(role, names, "legal_review.reviewed_on", fault, basis)


def _discussion(case: Case, required: Requirement | None) -> Iterator[Participant]:
    """Those who discuss; a second time where the discussion lies before the hearing."""
    held, heard = case.discussion.held_on if case.discussion else None, case.timeline.hearing_on
    people = case.discussion.participants if case.discussion else []
    role, names = Message("dossier-role-discussion"), tuple(person.name for person in people)
    basis = required.basis.cite if required else None
    early, fault = _earlier(held, heard), None
    if people and not any(person.head for person in people):
        fault = Message("dossier-no-head")
    elif len(set(names)) == 1:
        fault = Message("dossier-discussion-alone", {"name": names[0]})
    if fault is not None or not names or not early:
        yield Participant(role, names, "discussion.participants", fault, basis)
    if early:
        fault = Message("dossier-discussion-before-hearing", {"day": held, "hearing": heard})
        yield Participant(role, names, "discussion.held_on", fault, basis)


def _earlier(day: date | None, other: date | None) -> bool:
    return day is not None and other is not None and day < other


def _hearing(case: Case) -> Participant:
    chair = case.hearing.chair if case.hearing else None
    fault = None
    if chair is not None and chair in {item.name for item in case.officers}:
        fault = Message("dossier-chair-investigated", {"name": chair})
    return Participant(Message("dossier-role-chair"), (chair,) if chair else (), "hearing.chair", fault)


def _responsible(case: Case, fined: list[int]) -> Participant:
    names = tuple(person.name for person in case.responsible_persons)
    fault = None
    # several acts may concern the same persons or different ones
    if names and not max(fined) <= len(names) <= sum(fined):
        least, most = max(fined), sum(fined)
        code = "dossier-persons-differ" if least == most else "dossier-persons-between"
        fault = Message(code, {"count": len(names), "least": least, "most": most})
    return Participant(Message("dossier-role-persons"), names, "responsible_persons", fault)


def _persons_fined(assessment: Assessment) -> list[int]:
    """On how many persons beside the party each fine is imposed."""
    return [
        fine.persons
        for act in assessment.acts
        if act.status == "fined"
        for finding in act.applied
        for fine in finding.fines
        if fine.target != "unit"
    ]
