"""What if: a case with something changed beside the case as it is, and every single change that would move its result."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from penalty_engine import arguments
from penalty_engine.assessment import Assessment
from penalty_engine.case import Case
from penalty_engine.engine import AnyCase, Engine
from penalty_engine.reasons import outcome
from penalty_engine.reasons.candidates import single_changes
from penalty_engine.reasons.change import KINDS, Change, distance
from penalty_engine.reasons.outcome import Moved, Span, items, moved
from penalty_engine.reasons.situation import Situation, steps_of
from penalty_engine.reasons.turning_points import turning_points
from penalty_engine.rulebook.source import Source

_CONSEQUENCE = {
    outcome.STATUS: 0,
    outcome.EXEMPTION: 0,
    outcome.REVOCATION: 1,
    outcome.GRAVE: 1,
    outcome.CLAUSE: 2,
    outcome.BESIDE: 2,
    outcome.RANGE: 3,
    outcome.CONFISCATION: 3,
    outcome.TIER: 4,
    outcome.RECOMMENDED: 5,
    outcome.MEASURES: 6,
    outcome.DUTY: 7,
    outcome.OPEN: 8,
    outcome.PAYMENTS: 9,
    outcome.ORDERS: 10,
    outcome.MISSING: 10,
    outcome.DEADLINE: 11,
}
"""From the most consequential to the least."""
_SUMS = frozenset({outcome.RANGE, outcome.RECOMMENDED, outcome.CONFISCATION, outcome.PAYMENTS})


class Comparison(NamedTuple):
    """A case as it is and as changed, with what moved."""

    changes: tuple[Change, ...]
    before: Assessment
    after: Assessment
    moved: tuple[Moved, ...]

    def to_dict(self, lang: str = "zh") -> dict[str, Any]:
        """The comparison as plain data, the two assessments left out."""
        return {
            "changes": [item.to_dict(lang) for item in self.changes],
            "status": {"old": self.before.status, "new": self.after.status},
            "moved": [item.to_dict(lang) for item in self.moved],
        }


class Effect(NamedTuple):
    """One change and what it moves. ``by_degrees``: it moves sums in proportion only, as any like change would.

    ``consequence``: 0 for a change of status or exemption, then revocation and the like, clause, range, tier, recommended
    sum, other measures, duties …; ``size``: by how many yuan the recommended total moves.
    """

    change: Change
    moved: tuple[Moved, ...]
    consequence: int
    size: Decimal
    by_degrees: bool

    def to_dict(self, lang: str = "zh") -> dict[str, Any]:
        """The effect as plain data."""
        return {
            "change": self.change.to_dict(lang),
            "moved": [item.to_dict(lang) for item in self.moved],
            "consequence": self.consequence,
            "by_degrees": self.by_degrees,
        }


def compare(
    engine: Engine,
    case: AnyCase,
    changes: Sequence[Change],
    source: Source | None = None,
) -> Comparison:
    """The case beside the same with `changes` made.

    Raises CaseError where a change names what the rules do not know, does not fit, or contradicts the case.
    """
    situation = Situation(engine, case, source)
    return compare_in(situation, changes)


def compare_in(situation: Situation, changes: Sequence[Change]) -> Comparison:
    """`compare` for a case already assessed."""
    changes = arguments.items("changes", changes, Change)
    changed: Case = situation.change(changes)
    after = situation.engine.assess(changed)
    before = situation.assessment
    return Comparison(changes, before, after, moved(items(before), items(after)))


def every_effect(
    engine: Engine, case: AnyCase, source: Source | None = None, act: int | None = None
) -> tuple[Effect, ...]:
    """Every single change that would move the result, the most consequential first.

    ``act``: only changes of this act (from 0) and of the whole case. Time limits are no part of the result here. Changes that
    contradict the case are passed over. Each effect was found by assessing the changed case. Raises like `Engine.assess`.
    """
    return effects_in(Situation(engine, case, source), act)


def effects_in(situation: Situation, act: int | None = None) -> tuple[Effect, ...]:
    """`every_effect` for a case already assessed."""
    acts = arguments.acts_asked(situation.case, act)
    found: dict[tuple[Hashable, ...], tuple[tuple[int, bool], Effect]] = {}
    for change in _changes(situation, acts):
        assessment = situation.try_out((change,))
        effect = None if assessment is None else _effect(situation, change, assessment)
        if assessment is None or effect is None:
            continue
        result = frozenset(_signature(assessment).items())
        key = (change.kind, change.act, change.name, effect.by_degrees or result)
        candidate = (distance(change), effect)
        if key not in found or candidate[0] < found[key][0]:  # the same result: the nearest value
            found[key] = candidate
    return _in_order([effect for _, effect in found.values()])


def _changes(situation: Situation, acts: Sequence[int]) -> Iterator[Change]:
    yield from single_changes(situation, acts)
    yield from turning_points(situation, acts, _signature)


def _effect(situation: Situation, change: Change, assessment: Assessment) -> Effect | None:
    before, after = situation.assessment, assessment
    found = moved(items(before, deadlines=False), items(after, deadlines=False))
    if not found:
        return None
    by_degrees = _signature(before) == _signature(after)
    weight = min(_CONSEQUENCE[item.item.what] for item in found)
    if by_degrees:
        weight = max(weight, _CONSEQUENCE[outcome.RECOMMENDED])
    size = abs((after.total.recommended or Decimal(0)) - (before.total.recommended or Decimal(0)))
    return Effect(change, found, weight, size, by_degrees)


def _signature(assessment: Assessment) -> Mapping[Hashable, Hashable]:
    """What a result is, sums left out: two results with the same signature differ by degrees only."""
    found: dict[Hashable, Hashable] = {}
    for item, value in items(assessment, deadlines=False).items():
        if item.what not in _SUMS:
            found[item] = value
        else:
            found[item] = (value.optional, value.persons > 1) if isinstance(value, Span) else True
    for number, act in enumerate(assessment.acts):
        applied = {f"{finding.clause}@{finding.version}" for finding in act.applied}
        found["outcomes", number] = tuple(
            step.result
            for step in steps_of(assessment.trace[number])
            if step.step == "clause" and step.rule in applied and isinstance(step.result, str)
        )
    return found


def _in_order(found: list[Effect]) -> tuple[Effect, ...]:
    """The most consequential first, then the greatest; those that move the same stand together, facts before days."""
    first: dict[tuple[Moved, ...], int] = {}
    for effect in found:
        kind = KINDS.index(effect.change.kind)
        first[effect.moved] = min(kind, first.get(effect.moved, kind))

    def key(effect: Effect) -> tuple[object, ...]:
        change, moved = effect.change, effect.moved
        act = -1 if change.act is None else change.act
        place = (KINDS.index(change.kind), act, change.name, distance(change))
        return effect.consequence, -effect.size, first[moved], repr(moved), *place

    return tuple(sorted(found, key=key))
