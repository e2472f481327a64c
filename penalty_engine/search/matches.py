"""Entries and how well each of them matches."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Match(NamedTuple):
    """The kind of match, how many characters of the name the query leaves out, and the clauses it names."""

    score: int
    distance: int = 0
    clauses: tuple[str, ...] = ()

    def joined(self, other: Match) -> Match:
        """The better of two, with the clauses of both."""
        better = min(self, other, key=lambda match: (-match.score, match.distance))
        return better._replace(clauses=tuple(dict.fromkeys((*self.clauses, *other.clauses))))


Matches = dict[str, Match]


def add(matches: Matches, violations: Iterable[str], match: Match) -> None:
    """`match` for each of some entries, beside what is there."""
    for name in violations:
        matches[name] = matches[name].joined(match) if name in matches else match


def best(first: Matches, second: Matches) -> Matches:
    """What either of two finds."""
    found = dict(first)
    for name, match in second.items():
        add(found, (name,), match)
    return found


def all_of(parts: Iterable[Matches], at_most: int) -> Matches:
    """The entries that every part finds, as well as the worst of them does and no better than `at_most`."""
    found: Matches | None = None
    for part in parts:
        kept = part if found is None else {name: found[name] for name in found if name in part}
        found = {
            name: Match(
                min(match.score, part[name].score, at_most),
                match.distance + (part[name].distance if found is not None else 0),
                tuple(dict.fromkeys((*match.clauses, *part[name].clauses))),
            )
            for name, match in kept.items()
        }
    return found or {}
