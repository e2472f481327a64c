"""The models of procedure and of authorities: duties, limitation periods, time limits, thresholds, offices."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from penalty_engine.rulebook.model_base import ConditionModel, Model, NamesModel, PeriodModel, SourceModel
from penalty_engine.rulebook.model_requirements import RequirementModel
from penalty_engine.rulebook.scalars import ID, FactName, IsoDate, SchemaOne, Share, Text
from penalty_engine.rulebook.words import DutyName, LimitKind, PrincipleName, RunsWith, TimelineDay


class GroundModel(Model):
    """One ground that raises a duty; with ``violations`` only where an act of the case is dealt with as one of these.

    ``quote``: the words of the provision. ``fine_warning``: what to warn of where it holds and a fine is recommended too.
    """

    code: ID
    when: ConditionModel
    violations: Annotated[list[ID], Field(min_length=1)] | None = None
    article: Text
    text: NamesModel
    quote: Text | None = None
    fine_warning: NamesModel | None = None


class DutyModel(Model):
    """A procedural duty (or, with ``permits``, a power) and the grounds that raise it.

    ``since``: other law, which the rules do not hold, governs decisions before that day, so none of the grounds tells
    anything certain about them.
    """

    duty: DutyName
    permits: bool = False
    since: IsoDate | None = None
    grounds: list[GroundModel] = Field(min_length=1)


class LengthModel(Model):
    """The length of a time limit, in exactly one unit."""

    days: Annotated[int, Field(ge=1, le=3_660)] | None = None
    working_days: Annotated[int, Field(ge=1, le=3_660)] | None = None
    months: Annotated[int, Field(ge=1, le=3_660)] | None = None


class LongerModel(Model):
    """So many years instead, where the condition holds."""

    years: Annotated[int, Field(ge=1, le=100)]
    when: ConditionModel


class DoubtModel(Model):
    """Days of which the provision does not say that they stop the period, and where it was read that they do."""

    days: list[TimelineDay] = Field(min_length=1)
    source: SourceModel


class LimitationModel(Model):
    """A period after which no penalty may be imposed: years from one day to the earliest of others that is known.

    ``establishes``: the computed fact that says it has run, on which a circumstance may rest; without it there is only
    the warning. ``text``: the provision, quoted.
    """

    years: Annotated[int, Field(ge=1, le=100)]
    start: TimelineDay = Field(alias="from")
    until: list[TimelineDay] = Field(min_length=1)
    doubtful: DoubtModel | None = None
    extended: LongerModel | None = None
    establishes: FactName | None = None
    article: Text
    text: Text | None = None
    warning: NamesModel


class ExtensionModel(Model):
    """By how much a time limit is extended where it was approved on the day ``approved``, within the time limit."""

    approved: TimelineDay
    length: LengthModel


class UnlessModel(Model):
    """A sort of case in which a time limit does not run; with ``since`` only for decisions from that day on."""

    case: Literal["on-the-spot"]
    since: IsoDate | None = None


class SurchargeModel(Model):
    """A share of the fine for each day after the time limit, in all at most so many shares of it, until it is paid."""

    daily: Share
    at_most: Share
    until: TimelineDay


class TimeLimitModel(Model):
    """A time limit of procedure and what it runs from: a day (``from``) or the last day of another limit (``after``).

    ``backwards``: it lies before that day. ``for``: limits for the same step, of which the earliest counts.
    ``fulfilled_by``: the day it was done; ``shown_by``: later steps that cannot come before it. ``if_missed``: it runs
    only where the limit it comes after was not kept. ``ended_by``: it no longer runs once that day has come in time.
    ``surcharge`` stands instead of a length: until its maximum. ``and_after``: from the later of both, where that one runs
    too. ``else_after``: after that one, where the limit in ``after`` does not run in the case. ``unless``: the sort of
    case in which it does not run. ``settles``: keeping it stands for that day, where nothing else is owed besides.
    ``when_known``: told of only once the day it runs from is known.
    """

    id: ID
    article: Text
    name: NamesModel
    start: TimelineDay | None = Field(default=None, alias="from")
    after: ID | None = None
    and_after: ID | None = None
    else_after: ID | None = None
    length: LengthModel | None = None
    surcharge: SurchargeModel | None = None
    backwards: bool = False
    kind: LimitKind = "act-by"
    only_with: RunsWith | None = None
    unless: UnlessModel | None = None
    if_missed: bool = False
    group: ID | None = Field(default=None, alias="for")
    fulfilled_by: TimelineDay | None = None
    shown_by: list[TimelineDay] = []
    ended_by: TimelineDay | None = None
    settles: TimelineDay | None = None
    when_known: bool = False
    extension: ExtensionModel | None = None
    quote: Text | None = None
    note: NamesModel | None = None


class PrincipleModel(Model):
    """A provision the engine follows and cites, whatever the violation."""

    principle: PrincipleName
    article: Text
    text: Text


class LargerAmountModel(Model):
    """较大数额, in yuan, by kind of party; a sole trader as an individual unless said otherwise."""

    individual: Annotated[int, Field(ge=0)]
    sole_trader: Annotated[int, Field(ge=0)] | None = None
    organization: Annotated[int, Field(ge=0)]
    source: SourceModel


class LargerAmountEntryModel(LargerAmountModel):
    """A figure that some place has set, for authorities to name. ``serves``: the duty it was set for."""

    id: ID
    name: NamesModel
    serves: DutyName


class ProcedureFile(Model):
    """rules/procedure/*.yaml

    ``first_of_its_kind``: nothing of the sort was law before, so it does not apply to decisions before its first day.
    """

    format: SchemaOne = Field(alias="schema")
    statute: NamesModel
    jurisdiction: ID = "national"
    in_force: PeriodModel
    first_of_its_kind: bool = False
    source: SourceModel
    larger_amounts: list[LargerAmountEntryModel] = []
    principles: list[PrincipleModel] = []
    duties: list[DutyModel] = []
    limitations: list[LimitationModel] = []
    time_limits: list[TimeLimitModel] = []
    requirements: list[RequirementModel] = []


class OfficeModel(Model):
    """An office that a party can turn to."""

    name: Text
    telephone: Text
    duty: Text | None = None


class AuthorityModel(Model):
    """Who punishes. What is left out shows as a blank in the papers.

    ``sources``: where the fields named come from, if not from ``source``.
    """

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
    benchmark: ID | Annotated[list[ID], Field(min_length=1)]
    larger_amount: ID | LargerAmountModel
    duties: list[DutyModel] = []
    time_limits: list[TimeLimitModel] = []
    requirements: list[RequirementModel] = []
    source: SourceModel
    sources: dict[Text, SourceModel] = {}


class AuthorityFile(Model):
    """rules/authorities/*.yaml"""

    format: SchemaOne = Field(alias="schema")
    authority: AuthorityModel
