"""The parts of a case that only its papers need: none of them changes a range, a tier or a sum."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from penalty_engine.rulebook.scalars import IsoDate, Yuan

Line = Annotated[str, Field(max_length=2_000)]
Paragraphs = Annotated[str, Field(max_length=50_000)]
_Lines = Annotated[list[Line], Field(max_length=200)]


class Part(BaseModel):
    """One section of a case: an unknown field is an error."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, defer_build=True)


class Documents(Part):
    """Document numbers; a paper that is served is a draft until it has its own."""

    correction_order_no: Line | None = None
    prior_notice_no: Line | None = None
    handling_notice_no: Line | None = None
    hearing_right_notice_no: Line | None = None
    hearing_notice_no: Line | None = None
    decision_no: Line | None = None
    on_the_spot_decision_no: Line | None = None
    no_penalty_decision_no: Line | None = None
    handling_decision_no: Line | None = None
    reminder_no: Line | None = None


class Defence(Part):
    """What the party stated in its defence, and the finding on it."""

    made: bool | None = None
    statement: Paragraphs | None = None
    finding: Paragraphs | None = None


class Bank(Part):
    """Where the fine is paid."""

    name: Line | None = None
    account: Line | None = None
    payee: Line | None = None


class Officer(Part):
    """One of the officers in charge (at least two)."""

    name: Line
    certificate_no: Line | None = None


class Filing(Part):
    """How the case came up. ``source``: complaint, report, inspection, referral …; ``materials``: what was handed in;
    ``summary``: what was known of the matter when it was filed."""

    source: Line | None = None
    materials: _Lines = []
    summary: Paragraphs | None = None


class LegalReview(Part):
    """The legal review (行政处罚法 58). ``qualification``: that of the reviewer; ``opinion``: as written."""

    reviewer: Line | None = None
    qualification: Line | None = None
    reviewed_on: IsoDate | None = None
    opinion: Paragraphs | None = None


class Participant(Part):
    """One who takes part in the collective discussion; ``head``: one of the heads of the authority."""

    name: Line
    post: Line | None = None
    head: bool = False
    view: Paragraphs | None = None


class Discussion(Part):
    """The collective discussion by the heads of the authority (行政处罚法 57(2))."""

    held_on: IsoDate | None = None
    place: Line | None = None
    chair: Line | None = None
    recorder: Line | None = None
    participants: Annotated[list[Participant], Field(max_length=50)] = []
    conclusion: Paragraphs | None = None


class Hearing(Part):
    """The hearing (行政处罚法 63, 64); its day is `timeline.hearing_on`. ``time``: of the day; ``public``: open to the public."""

    requested: bool | None = None
    time: Line | None = None
    place: Line | None = None
    public: bool | None = None
    chair: Line | None = None
    assessors: _Lines = []
    clerk: Line | None = None
    outcome: Paragraphs | None = None


class Person(Part):
    """A responsible person on whom a fine of the second target is imposed."""

    name: Line
    post: Line | None = None
    id_number: Line | None = None


class Worker(Part):
    """One of the workers concerned, for the annex. ``sum``: what is due to the worker, in yuan."""

    name: Line
    id_number: Line | None = None
    sum: Yuan | None = None
    note: Line | None = None
