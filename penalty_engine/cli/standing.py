"""Which version of a clause is in force on a day, and how that is said."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from penalty_engine.messages import Message, Names
from penalty_engine.rulebook.records import Clause, Rulebook, Statute
from penalty_engine.search import natural_order


class Standing(NamedTuple):
    """The version in force on a day, else the one nearest to it; ``remark``: what to say, nothing if it is in force."""

    clause: Clause
    in_force: bool
    remark: Message | None


def standing(versions: Sequence[Clause], day: date) -> Standing:
    """How a clause stands on `day`; ``versions`` are ordered from oldest to newest."""
    for clause in versions:
        if clause.statute.period.covers(day):
            remark = Message("find-not-obtained") if clause.not_obtained is not None else None
            return Standing(clause, remark is None, remark)
    for clause in versions:
        first = clause.statute.period.first
        if first is not None and first > day:
            return Standing(clause, False, Message("find-coming", {"first": first}))
    clause = versions[-1]
    return Standing(clause, False, Message("find-ended", {"last": clause.statute.period.last}))


def in_order_of_use(rulebook: Rulebook, keys: Sequence[str], day: date) -> list[str]:
    """Clauses in force on `day` first, each group by number."""
    found = {key: standing(rulebook.clauses[key], day) for key in keys}
    return sorted(keys, key=lambda key: (not found[key].in_force, natural_order(key)))


def short_title(statute: Statute) -> Names:
    """The title by which people call a statute."""
    return Names(statute.short, statute.title.en)
