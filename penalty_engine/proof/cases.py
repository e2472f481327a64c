"""A point of the space as a case that can be run: the plainest party, a day in force, the facts, enough circumstances."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import Any

import yaml

from penalty_engine.money import yuan_text
from penalty_engine.proof.space import party_of
from penalty_engine.proof.weight import declared_fact, numbers
from penalty_engine.rulebook.catalogue_records import Period
from penalty_engine.rulebook.circumstance_records import Circumstance
from penalty_engine.rulebook.condition_reader import circumstance_fact
from penalty_engine.rulebook.conditions import Facts, FactValue, evaluate
from penalty_engine.rulebook.records import Clause, Rulebook
from penalty_engine.rulebook.shares import WHOLE, is_exact, share_text

Case = dict[str, Any]
_KINDS = ("lighter", "heavier", "gravest")
_ANY_DAY = date(2000, 1, 1)  # where neither a first nor a last day is known


def case_of(
    rulebook: Rulebook,
    clause: Clause,
    points: Iterable[Facts],
    benchmark: str | None = None,
    day: date | None = None,
    spent: Collection[str] = (),
) -> Case | None:
    """A case with an act for each point, all under one clause; None where the rules hold too few circumstances for it.

    `spent`: circumstances that do not count where they only follow from facts.
    """
    acts, kinds = [], set()
    for point in points:
        named = _circumstances(rulebook, clause, point, spent)
        if named is None:
            return None
        act: dict[str, Any] = {"clause": clause.key}
        facts = dict(_stated(rulebook, point))
        if facts:
            act["facts"] = facts
        if named:
            act["circumstances"] = named
        acts.append(act)
        kinds.add(party_of(point))
    if len(kinds) != 1:
        return None
    authority = _authority(rulebook, clause)
    head: Case = {"schema": 1}
    if authority is not None:
        head["authority"] = authority
    if benchmark is not None:
        head["benchmark"] = benchmark
    timeline = {"conduct_to": day or day_within(clause.statute.period)}
    return {**head, "party": {"kind": kinds.pop()}, "timeline": timeline, "acts": acts}


def day_within(*periods: Period | None) -> date | None:
    """A day in all of these periods: the last there is, else the first; None where they do not meet."""
    known = [period for period in periods if period is not None]
    firsts = [period.first for period in known if period.first is not None]
    lasts = [period.last for period in known if period.last is not None]
    if firsts and lasts and max(firsts) > min(lasts):
        return None
    return min(lasts) if lasts else max(firsts, default=_ANY_DAY)


def one_line(case: Mapping[str, Any]) -> str:
    """The case as one line of YAML that can stand in a file by itself."""
    return yaml.safe_dump(
        case, default_flow_style=True, allow_unicode=True, sort_keys=False, width=10**9
    ).strip()


def _stated(rulebook: Rulebook, point: Facts) -> Iterator[tuple[str, int | str | bool]]:
    """The facts an officer states, as in a case file."""
    for name, value in point.items():
        fact = rulebook.vocabulary.facts.get(name)
        if fact is not None and not fact.computed:
            yield name, _written(fact.type, value)


def _written(type_: str, value: FactValue) -> int | str | bool:
    if type_ == "money":
        return yuan_text(int(value)) if int(value) % 100 else int(value) // 100
    if type_ == "share":
        return share_text(int(value)) if is_exact(int(value)) else str(Fraction(int(value), WHOLE))
    return value


def _authority(rulebook: Rulebook, clause: Clause) -> str | None:
    """An authority before which the statute applies, if the default one is not it."""
    fitting = [
        item for item in rulebook.authorities.values() if clause.statute.jurisdiction in item.jurisdictions
    ]
    default = rulebook.default_authority
    return None if default in fitting or not fitting else fitting[0].id


def _circumstances(
    rulebook: Rulebook, clause: Clause, point: Facts, spent: Collection[str]
) -> list[str] | None:
    """Circumstances to declare so that those of the point hold and the numbers counted are those of the point."""
    every = list(rulebook.circumstances.values())
    true = [item for item in every if point.get(circumstance_fact(item.id)) is True]
    declared = [item for item in true if point.get(declared_fact(item.id), not _follows(item, point)) is True]
    follow = [item for item in every if item not in declared and _follows(item, point)]
    free = [item for item in every if item.when is None and circumstance_fact(item.id) not in point]
    free = [item for item in free if _counts(item, clause, point) and party_of(point) in item.parties]
    there = [item for item in (*declared, *follow) if _counts(item, clause, point)]
    left = [item for item in there if item in declared or item.id not in spent]
    after, before = numbers(point, earlier=False), numbers(point, earlier=True)
    more = _added(left, free, after) if after is not None else _added(there, free, before)
    if more is None or (before is not None and _numbers([*there, *more]) != before):
        return None
    return [item.id for item in (*declared, *more)]


def _added(
    there: Sequence[Circumstance], free: Sequence[Circumstance], wanted: tuple[int, int, int] | None
) -> list[Circumstance] | None:
    """Of the free circumstances those that bring the ones there to the numbers wanted; None where that cannot be."""
    if wanted is None:
        return []
    missing = [number - known for number, known in zip(wanted, _numbers(there), strict=True)]
    grounds = {item.ground for item in there}
    found = []
    for item in free:
        kind = _KINDS.index(_kind(item))
        if missing[kind] > 0 and item.ground not in grounds:
            missing[kind] -= 1
            grounds.add(item.ground)
            found.append(item)
    return None if any(missing) or len(grounds) < len(there) + len(found) else found


def _numbers(found: Sequence[Circumstance]) -> tuple[int, int, int]:
    kinds = [_kind(item) for item in found]
    lighter, heavier, gravest = (kinds.count(kind) for kind in _KINDS)
    return lighter, heavier, gravest


def _kind(item: Circumstance) -> str:
    return "gravest" if item.gravest else item.effect


def _follows(item: Circumstance, point: Facts) -> bool:
    """Whether a circumstance follows from the facts of a point without being declared."""
    against = item.contradicted_by
    if item.when is None or (against is not None and evaluate(against, point)):
        return False
    return bool(evaluate(item.when, point))


def _counts(item: Circumstance, clause: Clause, point: Facts) -> bool:
    """Whether a circumstance counts on either side for a violation and facts."""
    against, violation = item.contradicted_by, clause.violation
    if item.effect == "exempt" or item.id in clause.elements:
        return False
    barred = any(violation in one.violations for one in item.never_for)
    if barred or (item.violations and violation not in item.violations):
        return False
    return against is None or not evaluate(against, point)
