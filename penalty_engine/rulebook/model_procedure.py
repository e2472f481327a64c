"""The models of procedure and of authorities: duties, limitation periods, time limits, thresholds, offices."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from penalty_engine.rulebook.model_base import ConditionModel, Model, NamesModel, PeriodModel, SourceModel
from penalty_engine.rulebook.scalars import ID, SchemaOne, Text
from penalty_engine.rulebook.words import DutyName, TimelineDay


class GroundModel(Model):
    """One ground that raises a duty."""

    code: ID
    when: ConditionModel
    article: Text
    text: NamesModel


class DutyModel(Model):
    """A procedural duty (or, with ``permits``, a power) and the grounds that raise it."""

    duty: DutyName
    permits: bool = False
    grounds: list[GroundModel] = Field(min_length=1)


class LengthModel(Model):
    """The length of a time limit, in exactly one unit."""

    days: Annotated[int, Field(ge=1, le=3_660)] | None = None
    working_days: Annotated[int, Field(ge=1, le=3_660)] | None = None
    months: Annotated[int, Field(ge=1, le=3_660)] | None = None


class LimitationModel(Model):
    """A period after which no penalty may be imposed: years from one day to the earliest of others that is known."""

    years: Annotated[int, Field(ge=1, le=100)]
    start: TimelineDay = Field(alias="from")
    until: list[TimelineDay] = Field(min_length=1)
    article: Text
    warning: NamesModel


class TimeLimitModel(Model):
    """A time limit of procedure and the day it runs from."""

    id: ID
    article: Text
    name: NamesModel
    start: TimelineDay = Field(alias="from")
    length: LengthModel
    only_with: Literal["hearing", "fine"] | None = None


class ProcedureFile(Model):
    """rules/procedure/*.yaml"""

    format: SchemaOne = Field(alias="schema")
    statute: NamesModel
    in_force: PeriodModel
    source: SourceModel
    duties: list[DutyModel] = []
    limitations: list[LimitationModel] = []
    time_limits: list[TimeLimitModel] = []


class OfficeModel(Model):
    """An office that a party can turn to."""

    name: Text
    telephone: Text
    duty: Text | None = None


class LargerAmountModel(Model):
    """较大数额, in yuan, by kind of party."""

    individual: Annotated[int, Field(ge=0)]
    sole_trader: Annotated[int, Field(ge=0)]
    organization: Annotated[int, Field(ge=0)]
    source: SourceModel


class AuthorityModel(Model):
    """Who punishes. What is left out shows as a blank in the papers."""

    id: ID
    default: bool = False
    name: NamesModel
    short: Text | None = None
    jurisdictions: list[ID]
    powers: list[ID] = []
    address: Text | None = None
    area_code: Text | None = None
    offices: list[OfficeModel] = []
    contact_office: Text | None = None
    enforcement_body: Text | None = None
    legal_review: Text | None = None
    reconsideration: Text | None = None
    court: Text | None = None
    approval_chain: list[Text] = []
    collective_discussion: list[Text] = []
    benchmark: ID
    larger_amount: LargerAmountModel
    duties: list[DutyModel] = []
    source: SourceModel


class AuthorityFile(Model):
    """rules/authorities/*.yaml"""

    format: SchemaOne = Field(alias="schema")
    authority: AuthorityModel
