"""The clause cited: whether it punishes this violation, was in force, applies to the facts, and is this authority's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from penalty_engine.assessment import ActResult, Finding
from penalty_engine.checking.file import Path_
from penalty_engine.checking.held import Held, applied_cites, applied_clause
from penalty_engine.checking.imposed import Entry
from penalty_engine.checking.records import CheckFinding
from penalty_engine.checking.told import cited, in_words
from penalty_engine.messages import Message
from penalty_engine.stages.law_in_force import in_force

_NOT_IN_FORCE = frozenset({"before-in-force", "after-in-force", "between-versions", "not-in-jurisdiction"})


def cited_clause(held: Held, act: ActResult, entry: Entry) -> Iterator[CheckFinding]:
    """What is wrong with the clause an entry cites."""
    key, path = entry.decided.clause, ("acts", entry.position, "clause")
    if key is None:
        if entry.punishes:
            required = held.requirement("states-basis")
            basis = () if required is None else (required.basis.cite,)
            yield held.finding("clause-not-cited", path[:2], basis, instead=_instead(act, key))
        return
    finding = next((item for item in act.findings if item.clause == key), None)
    if finding is None:
        yield _not_considered(held, act, key, path)
    elif _in_vain(act, entry, finding):
        yield _not_applied(held, act, finding, path)


def barred_clause(held: Held, act: ActResult, entry: Entry) -> Iterator[CheckFinding]:
    """A clause that cannot be applied, whatever the facts still missing are."""
    key, path = entry.decided.clause, ("acts", entry.position, "clause")
    if key is None or not entry.punishes:
        return
    finding = next((item for item in act.findings if item.clause == key), None)
    if finding is None:
        yield _not_considered(held, act, key, path)
    elif finding.status in ("not-available", "referred", "set-aside"):
        yield _not_applied(held, act, finding, path)


def _in_vain(act: ActResult, entry: Entry, finding: Finding) -> bool:
    """Whether something is imposed under a clause that does not carry it."""
    if applied_clause(act, finding.clause) is None:
        return entry.punishes or bool(entry.decided.measures)
    if finding.status == "referred":
        return entry.punishes
    return finding.gives_way_to is not None and bool(entry.decided.fines)  # only its fine gives way


def _not_considered(held: Held, act: ActResult, key: str, path: Path_) -> CheckFinding:
    """A clause that the assessment did not weigh: it was not in force, or punishes something else."""
    law = in_force(held.rulebook, held.authority, key, held.case.timeline.conduct_to)
    named = in_words(law.clause.statute.title, law.clause.article)
    params = {"clause": named, "instead": _instead(act, key)}
    if key in held.rulebook.by_violation.get(act.violation, ()):
        if law.reason is None:
            return _of_heavier_law(held, act, path, params)
        return held.finding("clause-not-in-force", path, (named,), reason=law.reason, **params)
    return held.finding(
        "clause-other-violation", path, applied_cites(act), violation=act.violation_name, **params
    )


def _of_heavier_law(held: Held, act: ActResult, path: Path_, params: Mapping[str, Any]) -> CheckFinding:
    """The clause was in force at the act; what came in its place is milder."""
    basis = [params["clause"]]
    if act.milder_law is not None and act.milder_law.basis is not None:
        basis.append(act.milder_law.basis)
    return held.finding("clause-of-heavier-law", path, basis, **params)


def _not_applied(held: Held, act: ActResult, finding: Finding, path: Path_) -> CheckFinding:
    """Why the clause is not applied: not in force, set aside, another body's, or its conditions fail."""
    reason, clause = finding.reason, cited(finding)
    instead = _instead(act, finding.clause)
    params = {"clause": clause, "reason": reason or Message("check-no-reason"), "instead": instead}
    if reason is not None and reason.code in _NOT_IN_FORCE:
        if act.milder_law is not None and act.milder_law.applied == "decision":
            return _of_heavier_law(held, act, path, params)
        return held.finding("clause-not-in-force", path, (clause,), **params)
    if finding.set_aside_by is not None:
        one_fine = held.rulebook.principles.get("one-fine")
        basis = (clause,) if one_fine is None else (clause, one_fine.cite)
        return held.finding("clause-set-aside", path, basis, **params)
    if finding.status == "referred":
        if reason is None and finding.referred_to is not None:
            body = held.rulebook.vocabulary.bodies[finding.referred_to]
            params["reason"] = Message("check-referred", {"body": body})
        return held.finding("clause-of-another-body", path, (clause,), **params)
    return held.finding("clause-not-available", path, (clause,), **params)


def _instead(act: ActResult, wrong: str | None) -> Message:
    """What this authority does apply."""
    named = [cited(item) for item in act.applied if item.clause != wrong and item.status != "referred"]
    if not named:
        return Message("check-instead-nothing")
    return Message("check-instead", {"clauses": named})
