"""How facts follow from days, earlier penalties and counts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from penalty_engine.rulebook.build.context import FileContext
from penalty_engine.rulebook.catalogue_records import Derivation, Fact
from penalty_engine.rulebook.condition_reader import Path
from penalty_engine.rulebook.model_catalogue import FactDecl
from penalty_engine.rulebook.model_derived import (
    AgeModel,
    Days,
    OrderModel,
    PriorPenaltiesModel,
    ShareModel,
    SpanModel,
    WithinModel,
)

_TYPES = {"before": ("boolean",), "after": ("boolean",), "share": ("share",)}
_NUMBERS = ("count", "integer")
_UNITS = ("days", "months", "years")


def build_derivation(name: str, declared: FactDecl, context: FileContext) -> Derivation | None:
    """The one way in which a fact follows from the rest of a case."""
    model = declared.derived
    if model is None:
        return None
    path: Path = ("facts", name, "derived")
    given = {kind: value for kind, value in model if kind != "source" and value is not None}
    if len(given) != 1:
        context.finding("derived-one-way", path, key=True, name=name)
        return None
    kind, value = next(iter(given.items()))
    wanted = _TYPES.get(kind, _NUMBERS)
    if declared.type not in wanted:
        context.finding("derived-type", path, key=True, name=name, kind=kind, types=list(wanted))
    if declared.computed or declared.spells is not None:
        context.finding("derived-twice", path, key=True, name=name)
    source = None if model.source is None else context.provenance(model.source, (*path, "source"))
    return _derivation(kind, value, context, (*path, kind))._replace(source=source)


def _derivation(kind: str, value: Any, context: FileContext, path: Path) -> Derivation:
    if isinstance(value, AgeModel):
        return Derivation(kind, days=_days(value.at))
    if isinstance(value, SpanModel):
        return Derivation(kind, _days(value.start), _days(value.end), unit=kind, begun=value.begun)
    if isinstance(value, OrderModel):
        return Derivation(kind, _days(value.day), _days(value.limit))
    if isinstance(value, PriorPenaltiesModel):
        length, unit = (0, "") if value.within is None else _length(value.within, context, (*path, "within"))
        until = _days(value.until)
        before = until if value.before is None else _days(value.before)
        return Derivation(kind, before, until, length, unit, same=value.same is not None)
    assert isinstance(value, ShareModel)  # the model knows no other
    return Derivation(kind, counts=(value.of, value.whole))


def _days(value: Days) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)


def _length(model: WithinModel, context: FileContext, path: Path) -> tuple[int, str]:
    given = [(getattr(model, unit), unit) for unit in _UNITS if getattr(model, unit) is not None]
    if len(given) != 1:
        context.finding("derived-within", path)
        return 1, "days"
    return given[0]


def check_derivation(name: str, fact: Fact, facts: Mapping[str, Fact], context: FileContext) -> None:
    """A share is one of two counts that a case can state."""
    derivation, path = fact.derivation, ("facts", name, "derived", "share")
    if fact.type == "share" and (derivation is None or derivation.kind != "share"):
        context.finding("share-not-derived", ("facts", name), key=True, name=name)
    if derivation is None or derivation.kind != "share":
        return
    for count, key in zip(derivation.counts, ("of", "in"), strict=True):
        if context.known(count, facts, "unknown-fact", (*path, key)) and (
            facts[count].type != "count" or facts[count].computed
        ):
            context.finding("share-of-counts", (*path, key), name=count)


def in_order(facts: Mapping[str, Fact]) -> tuple[Fact, ...]:
    """The facts that follow from others, in the order in which they can be worked out."""
    derived = [fact for fact in facts.values() if fact.derivation is not None]
    return tuple(
        sorted(derived, key=lambda fact: fact.derivation is not None and fact.derivation.kind == "share")
    )
