"""Where along one number or one day of a case something about the result turns: found by halving, assessing each time."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from penalty_engine.assessment import Assessment
from penalty_engine.reasons.candidates import days_read, limits_of, numeric_facts, state, unit_of
from penalty_engine.reasons.change import Change, day_change
from penalty_engine.reasons.situation import Situation
from penalty_engine.reasons.tests_in_play import tests_in_play
from penalty_engine.rulebook.catalogue_records import Fact
from penalty_engine.rulebook.conditions import FactTest

View = Callable[[Assessment], Mapping[Hashable, Hashable]]
"""What about an assessment is watched: named values."""

_DAYS_LOOKED_AT = 366 * 25  # no period of this field is longer
_CHECKS = 4  # points between which a turn is looked for again, in case it turns more than once


class Scale(NamedTuple):
    """A number of the case that can be moved: ``change(n)`` for n steps away from where it is, up to so many each way.

    ``marks``: steps at which some rule draws a line.
    """

    change: Callable[[int], Change | None]
    down: int
    up: int
    marks: frozenset[int] = frozenset()


def turning_points(
    situation: Situation, acts: Sequence[int], view: View, days: bool = True
) -> Iterator[Change]:
    """The nearest value on either side, of each number and (``days``) each day, at which something watched turns."""
    for scale in (*_facts(situation, acts), *(_days(situation) if days else ())):
        for sign, most in ((1, scale.up), (-1, scale.down)):
            yield from _Search(situation, scale, sign, most, view).found()


def _facts(situation: Situation, acts: Sequence[int]) -> Iterator[Scale]:
    known = situation.rulebook.vocabulary.facts
    for number in acts:
        tested = tests_in_play(situation, number)
        for name, value in numeric_facts(situation, number).items():
            yield _fact_scale(situation, number, known[name], value, tested.get(name, ()))


def _fact_scale(
    situation: Situation, number: int, fact: Fact, value: int, tested: Iterable[FactTest]
) -> Scale:
    """In whole units: whole yuan for money, whatever part of one it has now."""
    unit = unit_of(fact)
    least, most = limits_of(fact)
    floor, ceiling = value // unit, -(-value // unit)

    def change(steps: int) -> Change | None:
        target = ((floor if steps > 0 else ceiling) + steps) * unit
        return state(situation, number, fact, target) if least <= target <= most else None

    lines = {int(test.value) // unit for test in tested if not isinstance(test.value, (bool, str))}
    marks = {
        line + near - (floor if line + near > floor else ceiling) for line in lines for near in (-1, 0, 1)
    }
    return Scale(change, ceiling - least // unit, most // unit - floor, frozenset(marks))


def _days(situation: Situation) -> Iterator[Scale]:
    for name in days_read(situation):
        day = getattr(situation.case.timeline, name)
        if day is not None:
            yield _day_scale(situation, name, day)


def _day_scale(situation: Situation, name: str, day: date) -> Scale:
    def change(steps: int) -> Change | None:
        target = date.fromordinal(day.toordinal() + steps)
        return day_change(situation.case, name, target) if 1900 <= target.year < 2200 else None

    return Scale(change, _DAYS_LOOKED_AT, _DAYS_LOOKED_AT)


class _Search:
    """One scale in one direction."""

    def __init__(self, situation: Situation, scale: Scale, sign: int, most: int, view: View) -> None:
        self.situation, self.scale, self.sign, self.most = situation, scale, sign, most
        self.view = view
        self.base = view(situation.assessment)

    def found(self) -> Iterator[Change]:
        """A change for each thing watched that turns, at the first step found where it has."""
        points: dict[int, None] = {}
        for key, low, high in self._brackets():
            points[self._first(key, low, high)] = None
        for steps in points:
            change = self.scale.change(self.sign * steps)
            if change is not None:
                yield change

    def _brackets(self) -> Iterator[tuple[Hashable, int, int]]:
        """For each thing watched: a step before it has turned, and one after. Steps grow by doubling."""
        turned: set[Hashable] = set()
        low = 0
        for point in self._points():
            high, seen = point, self._at(point)
            if seen is None:
                high = self._last_possible(low, point)
                seen = self._at(high) or {}
            for key in (*self.base, *seen):
                if key not in turned and self.base.get(key) != seen.get(key):
                    turned.add(key)
                    yield key, low, high
            if high < point:
                return
            low = high

    def _points(self) -> list[int]:
        """Where it is looked first: at steps that double, and where rules draw lines."""
        doubled = {2**power for power in range(self.most.bit_length())} | {self.most}
        marked = {self.sign * step for step in self.scale.marks}
        return sorted(step for step in doubled | marked if 0 < step <= self.most)

    def _last_possible(self, low: int, high: int) -> int:
        """The last step between the two at which the case does not contradict itself."""
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (low, middle) if self._at(middle) is None else (middle, high)
        return low

    def _first(self, key: Hashable, low: int, high: int) -> int:
        """The smallest step between the two at which it has turned, as far as it turns only once before ``high``."""
        for part in range(1, _CHECKS):
            middle = low * part // _CHECKS
            if middle and self._turned(key, middle):  # it had turned before and back again
                return self._first(key, 0, middle)
        while high - low > 1:
            middle = (low + high) // 2
            if self._turned(key, middle):
                high = middle
            else:
                low = middle
        return high

    def _turned(self, key: Hashable, steps: int) -> bool:
        seen = self._at(steps)
        return seen is not None and self.base.get(key) != seen.get(key)

    def _at(self, steps: int) -> Mapping[Hashable, Hashable] | None:
        change = self.scale.change(self.sign * steps)
        if change is None:
            return None
        assessment = self.situation.try_out((change,))
        return None if assessment is None else self.view(assessment)
