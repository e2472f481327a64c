"""The space of all cases a table can meet: every fact a whole number from a known set, money in fen, words by their place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from penalty_engine.money import MAX_YUAN
from penalty_engine.proof.spans import Spans, join, meet, nearest_to_zero
from penalty_engine.rulebook.circumstance_records import Circumstance
from penalty_engine.rulebook.condition_reader import MAX_COUNT, circumstance_fact, circumstance_of
from penalty_engine.rulebook.conditions import (
    AllOf,
    AnyOf,
    Condition,
    FactTest,
    FactValue,
    fact_names,
    negate,
)
from penalty_engine.rulebook.records import Rulebook
from penalty_engine.rulebook.shares import WHOLE
from penalty_engine.rulebook.words import PARTY_KINDS
from penalty_engine.stages.discretion import COUNTS

PARTY_KIND = "party_kind"


class Domain(NamedTuple):
    """The values of one fact. ``words``: those of a choice, in the order of the vocabulary."""

    type: str
    whole: Spans
    words: tuple[str, ...] = ()

    def code(self, value: FactValue) -> int:
        """The whole number that stands for a value."""
        return self.words.index(value) if isinstance(value, str) else int(value)

    def value(self, code: int) -> FactValue:
        """The value a whole number stands for."""
        if self.type == "choice":
            return self.words[code]
        return bool(code) if self.type == "boolean" else code

    def spans(self, test: FactTest) -> Spans:
        """The values for which a test of this fact holds."""
        code, (lowest, highest) = self.code(test.value), (self.whole[0][0], self.whole[-1][1])
        sides = {
            "eq": ((code, code),),
            "ne": ((lowest, code - 1), (code + 1, highest)),
            "ge": ((code, highest),),
            "le": ((lowest, code),),
            "gt": ((code + 1, highest),),
            "lt": ((lowest, code - 1),),
        }
        return meet(self.whole, join(sides[test.op]))

    def plainest(self, spans: Spans) -> int:
        """The most natural of some values: near to zero; a share in whole per cent, if there is one."""
        if self.type == "share":
            for low, high in spans:
                percent = -(-low // _PERCENT) * _PERCENT
                if percent <= high:
                    return percent
        return nearest_to_zero(spans)


_PERCENT = WHOLE // 100
_BOOLEAN = Domain("boolean", ((0, 1),))
_NUMBERS = {
    "money": Domain("money", ((0, MAX_YUAN * 100),)),
    "count": Domain("count", ((0, MAX_COUNT),)),
    "integer": Domain("integer", ((-MAX_COUNT, MAX_COUNT),)),
    "share": Domain("share", ((0, WHOLE),)),
    "boolean": _BOOLEAN,
}


class _Domains(dict[str, Domain]):
    """The domains by fact. What no vocabulary declares is a circumstance that nobody knows, or a count of the engine's."""

    def __missing__(self, name: str) -> Domain:
        if circumstance_of(name) is not None:
            return _BOOLEAN
        return _NUMBERS["integer" if name.startswith(COUNTS[3]) else "count"]


class Difference(NamedTuple):
    """``fact`` is always ``more`` less ``less``."""

    fact: str
    more: str
    less: str

    @property
    def facts(self) -> tuple[str, ...]:
        return self


class NotAbove(NamedTuple):
    """``fact`` is never more than ``limit``."""

    fact: str
    limit: str

    @property
    def facts(self) -> tuple[str, ...]:
        return self


Relation = Difference | NotAbove
"""What holds between facts in every case."""

EARLIER = "/before"
"""Behind the name of a count: as it was before circumstances were spent on a row (see `weight`)."""


def _counted(behind: str) -> tuple[Relation, ...]:
    lighter, heavier, gravest, over = (name + behind for name in COUNTS)
    return Difference(over, heavier, lighter), NotAbove(gravest, heavier)


COUNTED: tuple[Relation, ...] = (*_counted(""), *_counted(EARLIER))
"""How the engine counts circumstances (`stages.discretion`)."""


class Space(NamedTuple):
    """Facts with their values, what links circumstances to other facts, and relations between counts.

    ``at_hand``: how many circumstances of each kind the rules let an officer declare (lighter, other heavier, gravest).
    """

    domains: Mapping[str, Domain]
    links: Mapping[str, Condition] = {}
    relations: tuple[Relation, ...] = COUNTED
    at_hand: tuple[int, int, int] = (0, 0, 0)

    def related(self, facts: Iterable[str]) -> tuple[Relation, ...]:
        """The relations that bear on some of these facts, directly or through others."""
        reached, found = set(facts), list[Relation]()
        open_ones = list(self.relations)
        while True:
            near = [item for item in open_ones if reached & set(item.facts)]
            if not near:
                return tuple(found)
            found += near
            open_ones = [item for item in open_ones if item not in near]
            reached.update(name for item in near for name in item.facts)

    def can_be_declared(self, point: Mapping[str, FactValue]) -> bool:
        """Whether there are enough circumstances for the numbers of a point."""
        lighter, heavier, gravest = (int(point.get(name, 0)) for name in COUNTS[:3])
        wanted = (lighter, heavier - gravest, gravest)
        return all(number <= there for number, there in zip(wanted, self.at_hand, strict=True))

    def linked(self, conditions: Iterable[Condition]) -> Iterator[Condition]:
        """What links the circumstances that conditions name, directly or through others, to the rest of a case."""
        waiting, seen = list(conditions), set[str]()
        while waiting:
            for name in fact_names(waiting.pop()):
                if name in self.links and name not in seen:
                    seen.add(name)
                    waiting.append(self.links[name])
                    yield self.links[name]


def space_of(rulebook: Rulebook) -> Space:
    """The space of a rulebook's vocabulary and circumstances."""
    domains = _Domains()
    for fact in rulebook.vocabulary.facts.values():
        words = tuple(fact.choices)
        chosen = Domain("choice", ((0, len(words) - 1),), words)
        domains[fact.id] = chosen if fact.type == "choice" else _NUMBERS[fact.type]
    elements = {
        name for versions in rulebook.clauses.values() for clause in versions for name in clause.elements
    }
    links = {
        circumstance_fact(item.id): _link(item, item.id in elements)
        for item in rulebook.circumstances.values()
    }
    free = [item for item in rulebook.circumstances.values() if item.when is None]
    lighter = sum(1 for item in free if item.effect == "lighter")
    gravest = sum(1 for item in free if item.gravest)
    heavier = sum(1 for item in free if item.effect == "heavier") - gravest
    known = {name: link for name, link in links.items() if link.parts}
    return Space(domains, known, COUNTED, (lighter, heavier, gravest))


def _link(item: Circumstance, element: bool) -> AllOf:
    """A circumstance holds where it follows from facts, or an officer declares it of whom it can concern; never against
    what contradicts it.

    One that is not for every violation, or part of one (`element`), may also be missing where it would follow.
    """
    name = circumstance_fact(item.id)
    held, out = FactTest(name, "eq", True), FactTest(name, "eq", False)
    against = item.contradicted_by
    parts: list[Condition] = []
    if len(item.parties) < len(PARTY_KINDS):
        concerned = tuple(FactTest(PARTY_KIND, "eq", kind) for kind in item.parties)
        parts.append(AnyOf((out, *concerned, *((item.when,) if item.when is not None else ()))))
    if against is not None:
        parts.append(AnyOf((out, negate(against))))
    if item.when is not None and not (item.violations or item.never_for or element):
        free = (against,) if against is not None else ()
        parts.append(AnyOf((held, negate(item.when), *free)))
    return AllOf(tuple(parts))


def party_of(point: Mapping[str, FactValue]) -> str:
    """The kind of party at a point; the first one where it does not matter."""
    return str(point.get(PARTY_KIND, PARTY_KINDS[0]))
