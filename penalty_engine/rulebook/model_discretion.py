"""The models of circumstances."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from penalty_engine.rulebook.model_base import ConditionModel, Model, NamesModel, PeriodModel, SourceModel
from penalty_engine.rulebook.scalars import ID, FactName, SchemaOne, Text
from penalty_engine.rulebook.words import PartyKind


class NeverForModel(Model):
    """Violations for which a circumstance never counts, and why."""

    violations: Annotated[list[ID], Field(min_length=1)]
    reason: NamesModel
    source: SourceModel


class WarnWhenModel(Model):
    """What to say where the circumstance is established and the condition holds."""

    when: ConditionModel
    text: NamesModel
    source: SourceModel


class AlwaysModel(Model):
    """What goes with every penalty that does not carry it already: exactly one of ``order`` and ``confiscate``.

    ``unless``: where there is nothing left to order; ``lifted_when``: where that order of a clause falls away as well;
    ``not_beside``: orders that leave nothing to confiscate where their clause looks at the sum itself.
    """

    order: ID | None = None
    confiscate: FactName | None = None
    unless: ConditionModel | None = None
    lifted_when: ConditionModel | None = None
    not_beside: list[ID] = []
    article: Text
    text: Text


class CircumstanceModel(Model):
    """A finding that moves or excludes the penalty.

    ``ground``: of circumstances with the same ground one counts; without it, of those that quote the same provision.
    ``requires``: what must hold besides; ``violations``: for which alone it is provided; ``never_for``: for which not.
    ``when_source``: where it was read that it follows from ``when``, if not in the provision; ``ends_pursuit``: where it
    exempts, nothing is ordered either.
    """

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
    requires: ConditionModel | None = None
    violations: Annotated[list[ID], Field(min_length=1)] | None = None
    never_for: list[NeverForModel] = []
    ground: ID | None = None
    warn_when: list[WarnWhenModel] = []
    ends_pursuit: bool = False
    article: Text
    text: Text
    when: ConditionModel | None = None
    when_source: SourceModel | None = None


class CircumstancesFile(Model):
    """rules/circumstances/*.yaml"""

    format: SchemaOne = Field(alias="schema")
    statute: NamesModel
    in_force: PeriodModel
    source: SourceModel
    always: list[AlwaysModel] = []
    circumstances: list[CircumstanceModel] = Field(min_length=1)
