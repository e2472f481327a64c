"""What a decision says that cannot all be true."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from penalty_engine.checking.file import Path_
from penalty_engine.checking.held import Held
from penalty_engine.checking.records import CheckFinding
from penalty_engine.messages import Message


class Dated(NamedTuple):
    """A step that was taken, where it stands, and when."""

    name: str
    path: Path_
    day: date


def before_case(held: Held) -> Iterator[CheckFinding]:
    """Steps dated before there was a case for them to be taken in."""
    begun = _begun(held)
    offered = held.decision.steps.hearing.offered_on
    offer = None if offered is None else Dated("offer", ("steps", "hearing", "offered_on"), offered)
    for step in (offer, review_of(held), discussion_of(held)):
        if step is not None and begun is not None and step.day < begun[1]:
            name, first = Message(f"check-step-{step.name}"), begun[1]
            since = Message(f"check-since-{begun[0]}")
            yield held.finding(
                "step-before-case", step.path, step=name, day=step.day, since=since, first=first
            )


def in_case(held: Held, step: Dated) -> bool:
    """Whether a step was taken in the case, not before it; the latter is told as such."""
    begun = _begun(held)
    return begun is None or step.day >= begun[1]


def _begun(held: Held) -> tuple[str, date] | None:
    """The day from which on steps can be taken, and what happened on it."""
    known = [(name, held.day(name)) for name in ("filed_on", "discovered_on", "conduct_from")]
    return next(((name, day) for name, day in known if day is not None), None)


def waived_and_made(held: Held) -> Iterator[CheckFinding]:
    """A defence that was given up and made all the same."""
    defence = held.decision.steps.defence or held.case.defence
    if held.decision.steps.defence_waived and defence is not None and defence.made:
        yield held.finding("defence-waived-and-made", ("steps", "defence_waived"))


def review_of(held: Held) -> Dated | None:
    """The legal review."""
    found = held.decision.steps.legal_review
    path = ("steps", "legal_review", "done_on")
    return None if found is None else Dated("review", path, found.done_on)


def discussion_of(held: Held) -> Dated | None:
    """The collective discussion."""
    found = held.decision.steps.collective_discussion
    path = ("steps", "collective_discussion", "held_on")
    return None if found is None else Dated("discussion", path, found.held_on)
