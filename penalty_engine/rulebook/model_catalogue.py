"""The files about words rather than sums, as pydantic models: vocabulary, catalogue, conflicts, registers, coverage."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from penalty_engine.rulebook.model_base import Model, NamesModel, SourceModel
from penalty_engine.rulebook.model_derived import DerivedModel
from penalty_engine.rulebook.scalars import ID, ClauseKey, FactName, SchemaOne, Text
from penalty_engine.rulebook.words import TimelineDay


class DateCheckModel(Model):
    """A warning where the fact has the value `is` although `day` is not after `not_after`, nor before ``not_before``.

    ``instead``: the value that the days prove, which then stands; without it what is stated stands.
    """

    value: Any = Field(alias="is")
    day: TimelineDay
    not_after: TimelineDay
    not_before: TimelineDay | None = None
    instead: Any = None
    warning: NamesModel


class SpellsModel(Model):
    """A count that may be given as dated spells, each counted by itself: days, or months of which a part counts whole.

    ``of``: the part of another fact's spells that lies ``before`` a day of the timeline, or ``since`` it.
    """

    unit: Literal["days", "months"]
    of: FactName | None = None
    before: TimelineDay | None = None
    since: TimelineDay | None = None
    source: SourceModel | None = None


class FactDecl(Model):
    """A fact: its type, unit, label, and the question put to an officer.

    ``asked_when``: other facts it depends on; elsewhere it is neither asked nor derived. ``derived``: how it follows from
    days, earlier penalties or counts where it is not stated. ``when_unused``: what to say where the fact is stated but no
    rule of the act looks at it. ``words``: the words of a provision that demand this fact; ``except_words``: longer words
    that contain them and do not.
    """

    type: Literal["money", "count", "integer", "boolean", "choice", "share"]
    label: NamesModel
    question: NamesModel | None = None
    unit: NamesModel | None = None
    choices: dict[FactName, NamesModel] | None = None
    computed: bool = False
    asked_when: dict[FactName, Any] | None = None
    when_unused: NamesModel | None = None
    date_checks: list[DateCheckModel] = []
    spells: SpellsModel | None = None
    derived: DerivedModel | None = None
    words: list[Text] = []
    except_words: list[Text] = []


class WordedModel(NamesModel):
    """An order or licence; ``words``: what provisions call it where the name itself does not stand there."""

    words: list[Text] = []


class PenaltyWordModel(Model):
    """The words that impose a kind of penalty; ``except_words``: longer ones that only mention it."""

    words: Annotated[list[Text], Field(min_length=1)]
    except_words: list[Text] = []


class PenaltyWordsModel(Model):
    """How provisions name each kind of penalty. A kind left out is not looked for."""

    fine: PenaltyWordModel | None = None
    confiscation: PenaltyWordModel | None = None
    revocation: PenaltyWordModel | None = None
    order: PenaltyWordModel | None = None
    doubling: PenaltyWordModel | None = None


class MeasureDecl(NamesModel):
    """A measure beside fine, confiscation and revocation. ``penalty``: it is an administrative penalty;
    ``grave``: of the kinds that open a hearing whatever the fine; ``words``: the words of a provision that demand it;
    ``except_words``: longer words that contain them and do not."""

    penalty: bool = False
    grave: bool = False
    words: list[Text] = []
    except_words: list[Text] = []


class PaymentDecl(NamesModel):
    """A sum that is not a fine, and who receives it."""

    to: NamesModel


class VocabularyFile(Model):
    """rules/vocabulary.yaml"""

    format: SchemaOne = Field(alias="schema")
    facts: Annotated[dict[FactName, FactDecl], Field(min_length=1)]
    orders: dict[ID, WordedModel]
    licences: dict[ID, WordedModel]
    bodies: dict[ID, NamesModel]
    measures: dict[ID, MeasureDecl] = {}
    payments: dict[ID, PaymentDecl] = {}
    penalty_words: PenaltyWordsModel | None = None


class ForbidModel(Model):
    """The provision that forbids or commands, quoted."""

    statute: Text
    article: Text
    text: Text


class ViolationModel(Model):
    """One entry of the catalogue."""

    id: ID
    name: NamesModel
    aliases: list[Text] = []
    forbidden_by: list[ForbidModel] = []


class ViolationsFile(Model):
    """rules/violations.yaml"""

    format: SchemaOne = Field(alias="schema")
    violations: list[ViolationModel]


class ConflictModel(Model):
    """Several clauses for one act: which of them is applied, and why. Exactly one of ``prevails`` with ``over``,
    ``higher_fine``, ``together``. ``at_least_the_others``: the higher fine is not set below what the others make mandatory.
    ``confirm``: our reading, to be confirmed."""

    id: ID
    prevails: ClauseKey | None = None
    over: Annotated[list[ClauseKey], Field(min_length=1)] | None = None
    higher_fine: Annotated[list[ClauseKey], Field(min_length=2)] | None = None
    together: Annotated[list[ClauseKey], Field(min_length=2)] | None = None
    at_least_the_others: bool = False
    ground: ID | None = None
    reason: NamesModel
    confirm: bool = False


class ConflictsFile(Model):
    """rules/conflicts.yaml"""

    format: SchemaOne = Field(alias="schema")
    conflicts: list[ConflictModel]


class RegisterItemModel(Model):
    """One item of a bureau's register, quoted, and the entries of the catalogue it leads to."""

    id: ID
    place: Text
    text: Text
    violations: list[ID] = []
    note: NamesModel | None = None


class RegisterGroupModel(Model):
    """Items that belong together: filing categories, inspection items of one kind of body."""

    id: ID
    name: NamesModel
    items: list[RegisterItemModel] = Field(min_length=1)


class RegisterFile(Model):
    """rules/registers/*.yaml"""

    format: SchemaOne = Field(alias="schema")
    title: NamesModel
    source: SourceModel
    groups: list[RegisterGroupModel] = Field(min_length=1)


class CoveredModel(Model):
    """One provision of the field: the clauses that encode it, or why it is not encoded."""

    row: Text
    provision: Text
    clauses: list[ClauseKey] = []
    why: NamesModel | None = None


class CoverageGroupModel(Model):
    """Provisions listed under one heading."""

    name: NamesModel
    provisions: list[CoveredModel] = Field(min_length=1)


class NotObtainedModel(Model):
    """A text that could not be had: what is missing, what to supply, and the file to put it in."""

    title: Text
    missing: NamesModel
    supply: NamesModel
    file: Text


class CoverageFile(Model):
    """rules/coverage.yaml"""

    format: SchemaOne = Field(alias="schema")
    groups: list[CoverageGroupModel] = Field(min_length=1)
    not_obtained: list[NotObtainedModel] = []
