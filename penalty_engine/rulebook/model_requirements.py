"""The model of requirements: what a penalty decision and the steps before it must hold, whatever the violation."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from penalty_engine.rulebook.model_base import Model
from penalty_engine.rulebook.requirement_records import RequirementName
from penalty_engine.rulebook.scalars import Text


class RequirementModel(Model):
    """A provision that a decision is held against. ``at_least``: the figure it names."""

    requirement: RequirementName
    article: Text
    text: Text
    at_least: Annotated[int, Field(ge=1, le=1_000)] | None = None
