"""How a fact may follow from days, earlier penalties or counts, as pydantic models."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from penalty_engine.rulebook.model_base import Model, SourceModel
from penalty_engine.rulebook.scalars import FactName
from penalty_engine.rulebook.words import TimelineDay

Days = TimelineDay | Annotated[list[TimelineDay], Field(min_length=1)]
"""A day of the timeline, or several: the first of them that is known."""

Count = Annotated[int, Field(ge=1, le=3_660)]


class AgeModel(Model):
    """Full years of the party's life on a day; a year is full the day after the birthday."""

    at: Days


class SpanModel(Model):
    """Whole units from one day to another; the first day is not counted. ``begun``: a part of a unit counts whole."""

    start: Days = Field(alias="from")
    end: Days = Field(alias="to")
    begun: bool = False


class OrderModel(Model):
    """Whether one day lies before, or after, another."""

    day: Days
    limit: Days


class WithinModel(Model):
    """The length of a look-back, in exactly one unit."""

    days: Count | None = None
    months: Count | None = None
    years: Count | None = None


class PriorPenaltiesModel(Model):
    """How many earlier penalties of the case were imposed within a time before a day, or ever; ``same``: for the same violation.

    ``before``: the day before which they were imposed, if not that from which the time is counted back.
    """

    within: WithinModel | None = None
    until: Days
    before: Days | None = None
    same: Literal["violation"] | None = None


class ShareModel(Model):
    """What share one count is of another."""

    of: FactName
    whole: FactName = Field(alias="in")


class DerivedModel(Model):
    """Exactly one way in which the fact follows from what the case says elsewhere. ``source``: why it is counted so."""

    age: AgeModel | None = None
    days: SpanModel | None = None
    months: SpanModel | None = None
    years: SpanModel | None = None
    before: OrderModel | None = None
    after: OrderModel | None = None
    prior_penalties: PriorPenaltiesModel | None = None
    share: ShareModel | None = None
    source: SourceModel | None = None
