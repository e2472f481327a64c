"""Stage 1: which version of which clause was in force when the act ended."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from penalty_engine.assessment import Step
from penalty_engine.messages import Message
from penalty_engine.rulebook.procedure_records import Authority
from penalty_engine.rulebook.records import Clause, Rulebook


class InForce(NamedTuple):
    """A candidate clause: the version in force, or why none can be applied (with the version nearest in time).

    ``held`` False: a version was in force, but its text was not obtained.
    """

    clause: Clause
    reason: Message | None
    warning: Message | None
    step: Step
    held: bool = True


def in_force(rulebook: Rulebook, authority: Authority, key: str, day: date) -> InForce:
    """The version of clause `key` in force on `day` where the authority acts."""
    versions = rulebook.clauses[key]
    for clause in versions:
        if clause.statute.jurisdiction not in authority.jurisdictions:
            elsewhere = Message(
                "not-in-jurisdiction", {"statute": clause.statute.title, "authority": authority.name}
            )
            return _not_applicable(clause, elsewhere, Message("nothing"), day)
        if clause.statute.period.covers(day):
            if clause.not_obtained is None:
                return InForce(clause, None, None, _step(clause, day, clause.statute.version))
            params = {
                "statute": clause.statute.title,
                "version": clause.statute.version,
                "reason": clause.not_obtained,
            }
            absent = Message("text-not-obtained", params)
            return _not_applicable(clause, absent, Message("nothing"), day)._replace(held=False)
    clause = next(
        (item for item in versions if item.statute.period.first and item.statute.period.first > day),
        versions[-1],
    )
    reason = _why_not(clause, versions, day)
    followed = clause.statute.followed_by
    what_follows = (
        Message("followed-by", {"statute": followed}) if followed is not None else Message("nothing")
    )
    return _not_applicable(clause, reason, what_follows, day)


def _not_applicable(clause: Clause, reason: Message, what_follows: Message, day: date) -> InForce:
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
