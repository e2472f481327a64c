"""The rule files as pydantic models: the one definition of what may stand in them, and the source of the JSON Schemas.

These models live only while files are read. `rulebook.build` turns them into the lean records the engine runs on.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from penalty_engine.rulebook.model_base import ConditionModel, Model, NamesModel, PeriodModel, SourceModel
from penalty_engine.rulebook.model_procedure import AuthorityFile, ProcedureFile
from penalty_engine.rulebook.scalars import ID, FactName, Number, SchemaOne, Share, Text
from penalty_engine.rulebook.words import PartyKind, TimelineDay


class DateCheckModel(Model):
    """A warning where the fact has the value `is` although `day` is not after `not_after`."""

    value: Any = Field(alias="is")
    day: TimelineDay
    not_after: TimelineDay
    warning: NamesModel


class FactDecl(Model):
    """A fact: its type, unit, label, and the question put to an officer.

    ``when_unused``: what to say where the fact is stated but no rule of the act looks at it.
    """

    type: Literal["money", "count", "integer", "boolean", "choice"]
    label: NamesModel
    question: NamesModel | None = None
    unit: NamesModel | None = None
    choices: dict[FactName, NamesModel] | None = None
    computed: bool = False
    asked_when: dict[FactName, Any] | None = None
    when_unused: NamesModel | None = None
    date_checks: list[DateCheckModel] = []


class VocabularyFile(Model):
    """rules/vocabulary.yaml"""

    format: SchemaOne = Field(alias="schema")
    facts: Annotated[dict[FactName, FactDecl], Field(min_length=1)]
    orders: dict[ID, NamesModel]
    licences: dict[ID, NamesModel]
    bodies: dict[ID, NamesModel]


class ViolationModel(Model):
    """One entry of the catalogue."""

    id: ID
    name: NamesModel
    aliases: list[Text] = []
    register_place: Text | None = Field(default=None, alias="register")


class ViolationsFile(Model):
    """rules/violations.yaml"""

    format: SchemaOne = Field(alias="schema")
    violations: list[ViolationModel]


class TitleModel(Model):
    """Full title, the short title by which it is cited, and an English one."""

    zh: Text
    short: Text
    en: Text


Rank = Literal["law", "administrative_regulation", "local_regulation", "department_rule", "local_rule"]


class StatuteHead(Model):
    """Which statute, which version, since when, from where."""

    id: ID
    title: TitleModel
    rank: Rank
    jurisdiction: ID
    in_force: PeriodModel
    source: SourceModel
    followed_by: NamesModel | None = None


class FineModel(Model):
    """Quantity × rate. ``times``: a money fact, rates without unit; ``per``: counts, rates in yuan; neither: a sum in yuan."""

    target: Literal["unit", "responsible_person"] = "unit"
    optional: bool = False
    times: FactName | None = None
    per: FactName | list[FactName] | None = None
    at_least: Number | None = None
    at_most: Number | None = None
    exactly: Number | None = None
    cap: Number | None = None
    floor: Number | None = None
    double_when: ConditionModel | None = None


class RevokeModel(Model):
    """Licence revocation, possibly only where a further condition holds."""

    licence: ID
    when: ConditionModel | None = None


class OutcomeModel(Model):
    """What the clause imposes where ``when`` holds."""

    when: ConditionModel | None = None
    fine: FineModel | list[FineModel] | None = None
    confiscate: FactName | None = None
    revoke: ID | RevokeModel | None = None
    refer: ID | None = None
    note: NamesModel | None = None


class ExampleModel(Model):
    """A case worked by hand; runs as a test of the rule. ``fine`` is [minimum, maximum] of the unit's fine."""

    facts: dict[FactName, Any]
    party: PartyKind = "organization"
    status: Literal["fined", "no-fine", "not-available", "referred", "needs-facts"] | None = None
    fine: list[Any] | None = None
    person_fine: list[Any] | None = None
    optional: bool | None = None
    confiscate: Any = "unchecked"
    revoke: str | None = "unchecked"
    orders: list[ID] | None = None
    refer: ID | None = None
    missing_facts: list[FactName] | None = None


class ClauseModel(Model):
    """One penalty clause: its exact text and its structure. An order may carry the clause's own words for it."""

    id: Annotated[str, Field(pattern=r"^[0-9][0-9a-z.]*$")]
    article: Text
    violation: ID
    text: Text
    orders: list[ID | dict[ID, Text]] = []
    entry: ConditionModel | None = None
    hit_policy: Literal["unique", "first"] = "unique"
    outcomes: list[OutcomeModel] = Field(min_length=1)
    examples: list[ExampleModel] = []
    source: SourceModel | None = None


class StatuteFile(Model):
    """rules/statutes/<statute>/<first day in force>.yaml (``undated.yaml`` where the first day is unknown)"""

    format: SchemaOne = Field(alias="schema")
    statute: StatuteHead
    clauses: list[ClauseModel] = Field(min_length=1)


class CircumstanceModel(Model):
    """A finding that moves or excludes the penalty."""

    id: ID
    name: NamesModel
    effect: Literal["exempt", "lighter", "heavier"]
    force: Literal["mandatory", "discretionary"]
    mitigates: bool = False
    gravest: bool = False
    election: Literal["first_violation_exemption"] | None = None
    parties: Annotated[list[PartyKind], Field(min_length=1)] | None = None
    note: NamesModel | None = None
    contradicted_by: ConditionModel | None = None
    article: Text
    text: Text
    when: ConditionModel | None = None


class CircumstancesFile(Model):
    """rules/circumstances/*.yaml"""

    format: SchemaOne = Field(alias="schema")
    statute: NamesModel
    in_force: PeriodModel
    source: SourceModel
    circumstances: list[CircumstanceModel] = Field(min_length=1)


class TierModel(Model):
    """One tier: a share of the way from the statutory minimum to the maximum."""

    id: ID
    name: NamesModel
    low: Share = Field(alias="from")
    high: Share = Field(alias="to")


class SelectModel(Model):
    """Which tier, where its condition holds."""

    tier: ID
    when: ConditionModel


class MitigatedModel(Model):
    """What a fine below the statutory minimum is called."""

    id: ID
    name: NamesModel


class RecommendModel(Model):
    """The point proposed inside a band, and its one rounding step (yuan)."""

    at: Share
    round_down_to: Annotated[int, Field(ge=1)]


class BenchmarkModel(Model):
    """A discretion benchmark."""

    id: ID
    title: NamesModel
    fallback: bool = False
    in_force: PeriodModel
    source: SourceModel
    tiers: list[TierModel] = Field(min_length=1)
    select: list[SelectModel] = Field(min_length=1)
    mitigated: MitigatedModel
    recommend: RecommendModel


class BenchmarkFile(Model):
    """rules/benchmarks/*.yaml"""

    format: SchemaOne = Field(alias="schema")
    benchmark: BenchmarkModel


FILE_KINDS: dict[str, type[Model]] = {
    "vocabulary": VocabularyFile,
    "violations": ViolationsFile,
    "statute": StatuteFile,
    "circumstances": CircumstancesFile,
    "benchmark": BenchmarkFile,
    "procedure": ProcedureFile,
    "authority": AuthorityFile,
}
"""Kind of rule file → its model; also the name of its JSON Schema."""
