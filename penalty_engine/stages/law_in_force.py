"""Stage 1: which version of which clause was in force when the act ended."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from penalty_engine.assessment import Step
from penalty_engine.messages import Message
from penalty_engine.rulebook.records import Authority, Clause, Rulebook


class InForce(NamedTuple):
    """A candidate clause: the version in force, or why none was (with the version nearest in time)."""

    clause: Clause
    reason: Message | None
    warning: Message | None
    step: Step


def in_force(rulebook: Rulebook, authority: Authority, key: str, day: date) -> InForce:
    """The version of clause `key` in force on `day` where the authority acts."""
    versions = rulebook.clauses[key]
    for clause in versions:
        if clause.statute.jurisdiction not in authority.jurisdictions:
            elsewhere = Message(
                "not-in-jurisdiction", {"statute": clause.statute.title, "authority": authority.name}
            )
            warning = Message("not-in-force", {"reason": elsewhere, "followed": Message("nothing")})
            return InForce(clause, elsewhere, warning, _step(clause, day, None))
        if clause.statute.period.covers(day) and clause.not_obtained is not None:
            absent = Message(
                "text-not-obtained",
                {
                    "statute": clause.statute.title,
                    "version": clause.statute.version,
                    "reason": clause.not_obtained,
                },
            )
            warning = Message("not-in-force", {"reason": absent, "followed": Message("nothing")})
            return InForce(clause, absent, warning, _step(clause, day, None))
        if clause.statute.period.covers(day):
            return InForce(clause, None, None, _step(clause, day, clause.statute.version))
    clause = next(
        (item for item in versions if item.statute.period.first and item.statute.period.first > day),
        versions[-1],
    )
    reason = _why_not(clause, versions, day)
    followed = clause.statute.followed_by
    what_follows = (
        Message("followed-by", {"statute": followed}) if followed is not None else Message("nothing")
    )
    warning = Message("not-in-force", {"reason": reason, "followed": what_follows})
    return InForce(clause, reason, warning, _step(clause, day, None))


def _why_not(clause: Clause, versions: tuple[Clause, ...], day: date) -> Message:
    period, title = clause.statute.period, clause.statute.title
    if period.first is not None and day < period.first:
        code = "before-in-force" if clause is versions[0] else "between-versions"
        return Message(code, {"day": day, "statute": title, "first": period.first})
    return Message("after-in-force", {"day": day, "statute": title, "last": period.last})


def _step(clause: Clause, day: date, version: str | None) -> Step:
    period = clause.statute.period
    return Step(
        "law-in-force",
        clause.rule,
        clause.article,
        clause.statute.place,
        {"day": day, "first": period.first, "last": period.last},
        version,
    )
