"""Stage 3: the statutory range, quantity × rate, exact."""

from __future__ import annotations

from typing import NamedTuple

from penalty_engine.assessment import Step
from penalty_engine.money import Fen, Rate, whole, yuan, yuan_text
from penalty_engine.rulebook.conditions import Facts
from penalty_engine.rulebook.records import Clause, Fine


class Range(NamedTuple):
    """Lowest and highest fine in fen. ``quantity`` × rate, doubled if ``factor`` is 2, then kept within cap and floor.

    ``persons``: on how many it is imposed, on each of them.
    """

    fine: Fine
    quantity: int
    factor: int
    persons: int
    minimum: Fen
    maximum: Fen
    formula: str
    step: Step

    def at(self, rate: Rate) -> Fen:
        """The sum for a rate within the fine's own, kept inside the range."""
        return min(max(rate.times(self.quantity * self.factor), self.minimum), self.maximum)


def statutory_range(clause: Clause, fine: Fine, facts: Facts, doubled: bool) -> Range:
    """The range of one fine; every quantity it needs is in `facts`."""
    quantity, factor = 1, 2 if doubled else 1
    for name in fine.quantities:
        quantity *= int(facts[name])
    raised = fine.base_at_least is not None and quantity < fine.base_at_least
    if raised and fine.base_at_least is not None:
        quantity = fine.base_at_least
    minimum = _within(fine, whole(fine.low * quantity * factor))
    maximum = _within(fine, whole(fine.high * quantity * factor))
    formula = _formula(fine, facts, factor, quantity if raised else None)
    inputs: dict[str, object] = {
        name: yuan(int(facts[name])) if fine.times else facts[name] for name in fine.quantities
    }
    inputs["rate"] = fine.rate_text
    persons = 1 if fine.each is None else int(facts[fine.each])
    if fine.each is not None:
        inputs["persons"] = persons
    if raised:
        inputs["counted_as"] = yuan(quantity)
    if doubled:
        inputs["factor"] = factor
    inputs.update(
        {name: yuan(limit) for name, limit in (("cap", fine.cap), ("floor", fine.floor)) if limit is not None}
    )
    step = Step(
        "statutory-range",
        clause.rule,
        clause.article,
        fine.place,
        inputs,
        {"minimum": yuan(minimum), "maximum": yuan(maximum)},
    )
    return Range(fine, quantity, factor, persons, minimum, maximum, formula, step)


def _within(fine: Fine, amount: Fen) -> Fen:
    if fine.cap is not None and amount > fine.cap:
        return fine.cap
    if fine.floor is not None and amount < fine.floor:
        return fine.floor
    return amount


def _formula(fine: Fine, facts: Facts, factor: int, counted_as: int | None) -> str:
    """``5000–10000 × 8``"""
    text = fine.rate_text
    if counted_as is not None:
        text += f" × {yuan_text(counted_as)}"
    for name in fine.quantities if counted_as is None else ():
        text += f" × {yuan_text(int(facts[name])) if fine.times else facts[name]}"
    if factor != 1:
        text += f" × {factor}"
    if fine.cap is not None:
        text += f", ≤ {yuan_text(fine.cap)}"
    return text if fine.floor is None else f"{text}, ≥ {yuan_text(fine.floor)}"
