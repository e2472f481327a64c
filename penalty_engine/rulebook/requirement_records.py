"""Requirements of a decision. Named tuples, like all records (see `records`)."""

from __future__ import annotations

from typing import Literal, NamedTuple

from penalty_engine.diagnostics import Place
from penalty_engine.rulebook.circumstance_records import Basis

RequirementName = Literal[
    "officers",
    "order-to-correct",
    "transfer-first",
    "no-fine-beside-a-criminal-fine",
    "prior-notice",
    "no-decision-unheard",
    "defence-considered",
    "not-heavier-for-defence",
    "heads-discuss",
    "review-before-decision",
    "review-after-hearing",
    "steps-in-order",
    "hearing-on-request",
    "decision-after-hearing",
    "states-party",
    "states-facts",
    "states-basis",
    "states-payment",
    "states-remedies",
    "states-authority",
    "sealed",
    "tells-surcharge",
    "reconsideration-first",
    "on-the-spot-reported",
]
"""What can be held against a decision; a requirement that the rules do not hold is not asked for."""


class Requirement(NamedTuple):
    """A provision that a decision is held against. ``at_least``: the figure it names."""

    id: str
    at_least: int | None
    basis: Basis
    place: Place
