"""Clauses that the rules prefer to others: which are set aside before anything is weighed, and which are imposed together."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from penalty_engine.messages import Message, Names
from penalty_engine.rulebook.catalogue_records import Conflict


class SetAside(NamedTuple):
    """Why a clause is set aside, and by which clause in the end."""

    conflict: Conflict
    winner: str


def overtaken(conflicts: Sequence[Conflict], in_force: Collection[str]) -> Mapping[str, SetAside]:
    """Clause → what sets it aside, where the clause that prevails over it was in force too."""
    found: dict[str, Conflict] = {}
    for conflict in conflicts:
        if conflict.kind == "prevails" and conflict.clauses[0] in in_force:
            for key in conflict.clauses[1:]:
                if key in in_force:
                    found.setdefault(key, conflict)
    return {key: SetAside(conflict, _last(conflict.clauses[0], found)) for key, conflict in found.items()}


def _last(clause: str, found: Mapping[str, Conflict]) -> str:
    """The clause at the end of a chain of clauses that prevail over one another."""
    seen = {clause}
    while clause in found and found[clause].clauses[0] not in seen:
        clause = found[clause].clauses[0]
        seen.add(clause)
    return clause


def together(conflicts: Sequence[Conflict], clauses: Sequence[str]) -> list[tuple[str, ...]]:
    """The clauses in groups that are imposed together; most groups have one member."""
    groups = {key: {key} for key in clauses}
    for conflict in conflicts:
        named = [key for key in conflict.clauses if key in groups] if conflict.kind == "together" else []
        if len(named) > 1:
            joined = set().union(*(groups[key] for key in named))
            groups.update(dict.fromkeys(joined, joined))
    unique = {id(group): group for group in groups.values()}
    return [tuple(key for key in clauses if key in group) for group in unique.values()]


def higher_fine(conflicts: Sequence[Conflict], first: str, second: str) -> Conflict | None:
    """The conflict that says the higher of two fines is imposed, if there is one."""
    return next(
        (
            item
            for item in conflicts
            if item.kind == "higher-fine" and first in item.clauses and second in item.clauses
        ),
        None,
    )


def cite(title: Names, article: str, key: str) -> Names:
    """A clause as people cite it, with its id."""
    return Names(
        f"{title.zh.removeprefix('中华人民共和国')}{article}（{key}）", f"{title.en} {article} ({key})"
    )


def reason(conflict: Conflict, governing: Names) -> Message:
    """Why a clause is set aside, and that this is still to be confirmed where it is."""
    confirm = Message("to-be-confirmed") if conflict.confirm else Message("nothing")
    return Message("set-aside", {"clause": governing, "reason": conflict.reason, "confirm": confirm})
