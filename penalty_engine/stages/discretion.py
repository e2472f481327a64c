"""Stage 4, before the benchmark: which circumstances are established, and how many count on either side."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from penalty_engine.assessment import Step
from penalty_engine.inference.rules import Firings
from penalty_engine.rulebook.circumstance_records import Circumstance
from penalty_engine.rulebook.conditions import FactValue, fact_names
from penalty_engine.rulebook.records import Rulebook
from penalty_engine.stages.admission import AdmittedAct
from penalty_engine.stages.contradictions import Contradiction


class Weighing(NamedTuple):
    """The circumstances of an act. ``mitigation_grounds``: those that open a fine below the range."""

    established: tuple[tuple[Circumstance, bool], ...]
    lighter: tuple[Circumstance, ...]
    heavier: tuple[Circumstance, ...]
    exempting: tuple[Circumstance, ...]
    mitigation_grounds: tuple[Circumstance, ...]
    contradicted: tuple[Contradiction, ...]
    steps: tuple[Step, ...]

    @property
    def mixed(self) -> bool:
        """Whether circumstances count on both sides."""
        return bool(self.lighter and self.heavier)

    def without(self, excluded: Iterable[str]) -> Weighing:
        """The same with some that do not count on either side."""
        left_out = set(excluded)
        if not left_out:
            return self
        return self._replace(
            lighter=tuple(item for item in self.lighter if item.id not in left_out),
            heavier=tuple(item for item in self.heavier if item.id not in left_out),
        )

    def following_from(self, facts: Iterable[str]) -> tuple[str, ...]:
        """Derived circumstances that rest on nothing but these facts."""
        given = set(facts)
        return tuple(
            item.id
            for item, derived in self.established
            if derived and item.when is not None and given and set(fact_names(item.when)) <= given
        )


COUNTS = ("lighter_circumstances", "heavier_circumstances", "gravest_circumstances", "heavier_over_lighter")
"""The computed facts by which a benchmark looks at circumstances."""


class Counts(NamedTuple):
    """How many circumstances count on either side. ``excluded``: those established that do not."""

    lighter: int
    heavier: int
    gravest: int
    excluded: tuple[str, ...] = ()

    def facts(self) -> dict[str, FactValue]:
        """As a benchmark's selection sees them."""
        return _count_facts(self.lighter, self.heavier, self.gravest)


@lru_cache(maxsize=1_000)
def _count_facts(lighter: int, heavier: int, gravest: int) -> dict[str, FactValue]:
    return dict(zip(COUNTS, (lighter, heavier, gravest, heavier - lighter), strict=True))


def weigh(
    rulebook: Rulebook, act: AdmittedAct, firings: Firings, contradicted: tuple[Contradiction, ...]
) -> Weighing:
    """Collect declared and derived circumstances."""
    found = _established(rulebook, act, firings)
    out = {item.circumstance.id for item in contradicted}
    established = tuple((item, derived) for item, derived in found if item.id not in out)
    by_effect: dict[str, list[Circumstance]] = {"lighter": [], "heavier": [], "exempt": []}
    for circumstance, _ in established:
        by_effect[circumstance.effect].append(circumstance)
    steps = tuple(
        Step(
            "circumstance",
            item.rule,
            item.basis.article,
            item.place,
            {"derived": derived},
            {"effect": item.effect, "force": item.force},
        )
        for item, derived in established
    )
    return Weighing(
        established,
        tuple(by_effect["lighter"]),
        tuple(by_effect["heavier"]),
        tuple(by_effect["exempt"]),
        tuple(item for item in by_effect["lighter"] if item.mitigates),
        contradicted,
        steps,
    )


def counted(weighing: Weighing, excluded: Iterable[str] = ()) -> Counts:
    """The circumstances that count, without those excluded."""
    named = set(excluded)
    left_out = tuple(item.id for item, _ in weighing.established if item.id in named) if named else ()
    heavier = [item for item in weighing.heavier if item.id not in left_out]
    lighter = [item for item in weighing.lighter if item.id not in left_out]
    return Counts(len(lighter), len(heavier), sum(1 for item in heavier if item.gravest), left_out)


def _established(
    rulebook: Rulebook, act: AdmittedAct, firings: Firings
) -> tuple[tuple[Circumstance, bool], ...]:
    """Each established circumstance once, declared before derived, in the order of the rulebook."""
    declared = {circumstance.id for circumstance in act.declared}
    derived = {rule for rule, holds in firings.items() if holds and rule.startswith("circumstance/")}
    if not declared and not derived:
        return ()
    return tuple(
        (item, item.id not in declared)
        for item in rulebook.circumstances.values()
        if item.id in declared or item.rule in derived
    )
