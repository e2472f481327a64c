"""What the models of all rule files share: strictness, names in two languages, sources, periods, conditions."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from penalty_engine.rulebook.scalars import FirstDay, IsoDate, Text


class Model(BaseModel):
    """Strict: unknown keys are errors, nothing is coerced."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, defer_build=True)


class NamesModel(Model):
    """A name or sentence in Chinese and English."""

    zh: Text
    en: Text


class SourceModel(Model):
    """Where a text or figure was read, and whether it was verified against an official source."""

    cite: Text
    verified: bool
    reason: NamesModel | None = None


class PeriodModel(Model):
    """In force from the first to the last day, both inclusive. ``unknown``: the first day was not found."""

    first: FirstDay = Field(alias="from")
    last: IsoDate | None = Field(default=None, alias="to")
    verified: bool = True
    reason: NamesModel | None = None


ConditionModel = dict[str, Any]
"""fact → test; ``all``, ``any``, ``not`` nest. Checked by `rulebook.condition_reader`, which knows the vocabulary."""
