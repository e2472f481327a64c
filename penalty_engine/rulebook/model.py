"""The rule files as pydantic models: the one definition of what may stand in them, and the source of the JSON Schemas.

These models live only while files are read. `rulebook.build` turns them into the lean records the engine runs on.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from penalty_engine.rulebook.model_base import ConditionModel, Model, NamesModel, PeriodModel, SourceModel
from penalty_engine.rulebook.model_benchmark import BenchmarkFile
from penalty_engine.rulebook.model_catalogue import (
    ConflictsFile,
    CoverageFile,
    RegisterFile,
    ViolationsFile,
    VocabularyFile,
)
from penalty_engine.rulebook.model_discretion import CircumstancesFile
from penalty_engine.rulebook.model_procedure import AuthorityFile, ProcedureFile
from penalty_engine.rulebook.scalars import (
    ID,
    FactName,
    IsoDate,
    Number,
    SchemaOne,
    Text,
)
from penalty_engine.rulebook.words import FineTarget, PartyKind, Rank, TimelineDay


class TitleModel(Model):
    """Full title, the short title by which it is cited, and an English one."""

    zh: Text
    short: Text
    en: Text


Power = ID | list[ID]
"""The body that may impose a penalty; several: each within its own duties."""


class StatuteHead(Model):
    """Which statute, which version, since when, from where."""

    id: ID
    title: TitleModel
    rank: Rank
    jurisdiction: ID
    power: Power | None = None
    in_force: PeriodModel
    source: SourceModel
    followed_by: NamesModel | None = None


class FineModel(Model):
    """Quantity × rate. ``times``: a money fact, rates without unit; ``per``: counts, rates in yuan; neither: a sum in yuan.

    ``each``: imposed on each of so many persons. ``base_at_least``: a smaller sum of money counts as this.
    ``unspecified``: the provision names no amount.
    """

    target: FineTarget = "unit"
    optional: bool = False
    times: FactName | None = None
    per: FactName | list[FactName] | None = None
    at_least: Number | None = None
    at_most: Number | None = None
    exactly: Number | None = None
    cap: Number | None = None
    floor: Number | None = None
    base_at_least: Number | None = None
    each: FactName | None = None
    unspecified: bool = False
    double_when: ConditionModel | None = None


class MeasureModel(Model):
    """A measure in the clause's own words; ``by``: the body that decides it, where that is another one."""

    measure: ID
    words: Text | None = None
    by: ID | None = None
    optional: bool = False
    when: ConditionModel | None = None


class PaymentModel(Model):
    """A sum of money × counts × rate that is not a fine; ``not_above``: a money fact that limits it.

    ``by``: the body that orders it, where that is another one. ``if_known``: worked out only where its facts are known, and never asked for.
    """

    payment: ID
    times: FactName
    per: FactName | list[FactName] | None = None
    at_least: Number | None = None
    at_most: Number | None = None
    exactly: Number | None = None
    not_above: FactName | None = None
    by: ID | None = None
    optional: bool = False
    if_known: bool = False


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
    measures: list[ID | MeasureModel] = []
    payments: list[PaymentModel] = []
    refer: ID | None = None
    note: NamesModel | None = None


class ExampleModel(Model):
    """A case worked by hand; runs as a test of the rule. ``fine`` is [minimum, maximum] of the unit's fine,
    ``person_fine`` that of one responsible person."""

    facts: dict[FactName, Any]
    party: PartyKind = "organization"
    violation: ID | None = None
    timeline: dict[TimelineDay, IsoDate] | None = None
    status: Literal["fined", "no-fine", "not-available", "referred", "needs-facts"] | None = None
    fine: list[Any] | None = None
    person_fine: list[Any] | None = None
    optional: bool | None = None
    confiscate: Any = "unchecked"
    revoke: str | None = "unchecked"
    orders: list[ID] | None = None
    refer: ID | None = None
    missing_facts: list[FactName] | None = None
    measures: list[ID] | None = None
    payments: dict[ID, list[Any]] | None = None


class QuotedModel(Model):
    """A further provision a clause rests on."""

    article: Text
    text: Text


class ClauseModel(Model):
    """One penalty clause: its exact text and its structure. An order may carry the clause's own words for it.

    ``violation``: the entry of the catalogue it punishes, or several. ``not_obtained`` stands instead of text and outcomes
    where the clause was in force but its text could not be had. ``elements``: circumstances that are already part of the
    violation and are not counted again.
    """

    id: Annotated[str, Field(pattern=r"^[0-9][0-9a-z.]*$")]
    article: Text
    violation: ID | Annotated[list[ID], Field(min_length=1)]
    text: Text | None = None
    refers_to: list[QuotedModel] = []
    power: Power | None = None
    not_obtained: NamesModel | None = None
    orders: list[ID | dict[ID, Text]] = []
    elements: list[ID] = []
    entry: ConditionModel | None = None
    hit_policy: Literal["unique", "first"] = "unique"
    outcomes: list[OutcomeModel] = []
    examples: list[ExampleModel] = []
    source: SourceModel | None = None


class StatuteFile(Model):
    """rules/statutes/<statute>/<first day in force>.yaml (``undated.yaml`` where the first day is unknown)"""

    format: SchemaOne = Field(alias="schema")
    statute: StatuteHead
    clauses: list[ClauseModel] = Field(min_length=1)


FILE_KINDS: dict[str, type[Model]] = {
    "vocabulary": VocabularyFile,
    "violations": ViolationsFile,
    "statute": StatuteFile,
    "circumstances": CircumstancesFile,
    "benchmark": BenchmarkFile,
    "procedure": ProcedureFile,
    "authority": AuthorityFile,
    "conflicts": ConflictsFile,
    "register": RegisterFile,
    "coverage": CoverageFile,
}
"""Kind of rule file → its model, in the order in which they are read; also the name of its JSON Schema."""
