"""Circumstances that rest on each other: nothing could ever establish the first of them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from penalty_engine.diagnostics import Diagnostic
from penalty_engine.rulebook.condition_reader import circumstance_fact, circumstance_of
from penalty_engine.rulebook.conditions import fact_names
from penalty_engine.rulebook.records import Rulebook


def check_circles(rulebook: Rulebook) -> Iterator[Diagnostic]:
    """Each circumstance from which a chain of conditions leads back to itself."""
    rests_on = {
        item.id: [found for name in fact_names(item.when) if (found := circumstance_of(name)) is not None]
        for item in rulebook.circumstances.values()
        if item.when is not None
    }
    for item in rulebook.circumstances.values():
        if item.contradicted_by is not None and circumstance_fact(item.id) in fact_names(
            item.contradicted_by
        ):
            yield Diagnostic("contradicts-itself", item.place, params={"name": item.id})
    for name in rests_on:
        if name in reached(name, rests_on):
            yield Diagnostic("circumstance-circle", rulebook.circumstances[name].place, params={"name": name})


def reached(start: str, leads_to: Mapping[str, Collection[str]]) -> set[str]:
    """Everything that steps from `start` lead to; `start` itself only where they come back."""
    found: set[str] = set()
    waiting = list(leads_to.get(start, ()))
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting.extend(leads_to.get(name, ()))
    return found
