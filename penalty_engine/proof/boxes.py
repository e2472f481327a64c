"""Conditions as boxes: for each fact the values it may have. A region is a union of boxes; emptiness and differences are exact."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from penalty_engine.proof.space import Domain
from penalty_engine.proof.spans import Spans, meet, minus
from penalty_engine.rulebook.conditions import AllOf, Condition, FactTest

Box = Mapping[str, Spans]
"""A fact that is not named may have any value. No set of values is empty."""

Region = tuple[Box, ...]
Domains = Mapping[str, Domain]
EVERYTHING: Region = ({},)
MOST_BOXES = 3_000  # beyond, a solver is quicker and a reader is lost
_MOST_PAIRS = 300_000  # boxes held against each other in one step: a second or so


class TooRichError(Exception):
    """A region would take more boxes, or more time, than intervals are good for."""


def region(condition: Condition, domains: Domains) -> Region:
    """The cases in which a condition holds. Raises TooRichError."""
    if isinstance(condition, FactTest):
        spans = domains[condition.fact].spans(condition)
        return ({condition.fact: spans},) if spans else ()
    parts = [region(part, domains) for part in condition.parts]
    if not isinstance(condition, AllOf):
        return _limited(box for part in parts for box in part)
    found = EVERYTHING
    for part in parts:
        found = both(found, part)
    return found


def both(first: Region, second: Region) -> Region:
    """The cases in both regions. Raises TooRichError."""
    if len(first) * len(second) > _MOST_PAIRS:
        raise TooRichError
    pairs = (_met(one, other) for one in first for other in second)
    return _limited(box for box in pairs if box is not None)


def without(first: Region, second: Region, domains: Domains) -> Region:
    """The cases in the first region but not in the second. Raises TooRichError."""
    rest, pairs = first, 0
    for taken in second:
        pairs += len(rest)
        if pairs > _MOST_PAIRS:
            raise TooRichError
        rest = _limited(piece for box in rest for piece in _pieces(box, taken, domains))
    return rest


def plainest(found: Region, domains: Domains) -> dict[str, int]:
    """The plainest case of a region that is not empty: as many zeros (no, the first word) as can be, then small numbers."""
    points = ({fact: domains[fact].plainest(spans) for fact, spans in box.items()} for box in found)
    return min(points, key=lambda point: (sum(map(bool, point.values())), sum(map(abs, point.values()))))


def _met(one: Box, other: Box) -> Box | None:
    found = dict(one)
    for fact, spans in other.items():
        shared = meet(found[fact], spans) if fact in found else spans
        if not shared:
            return None
        found[fact] = shared
    return found


def _pieces(box: Box, taken: Box, domains: Domains) -> Iterator[Box]:
    """What is left of a box, in pieces apart from each other: one for each fact that `taken` limits."""
    if _met(box, taken) is None:
        yield box
        return
    inside = dict(box)
    for fact, spans in taken.items():
        here = inside.get(fact, domains[fact].whole)
        outside = minus(here, spans)
        if outside:
            yield {**inside, fact: outside}
        inside[fact] = meet(here, spans)


def _limited(boxes: Iterable[Box]) -> Region:
    found: list[Box] = []
    for box in boxes:
        if len(found) == MOST_BOXES:
            raise TooRichError
        found.append(box)
    return tuple(found)
