"""What an assessment must say of this case: unverified circumstances, elections not followed, facts not used, older law."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from penalty_engine.case import Case
from penalty_engine.messages import Message
from penalty_engine.rulebook.records import Basis, Clause, Rulebook
from penalty_engine.stages.admission import AdmittedAct
from penalty_engine.stages.discretion import Weighing
from penalty_engine.stages.unverified import unverified


def weighing_reservations(case: Case, weighing: Weighing, mitigable: bool | None) -> Iterator[Message]:
    """Circumstances with an unverified basis, and what is open to the officer or was elected in vain.

    `mitigable`: whether some fine has a minimum to go below; None where there is no fine.
    """
    for item, _ in weighing.established:
        if not item.basis.source.verified:
            subject = Message("subject-circumstance", {"name": item.name, "cite": item.basis.source.cite})
            yield unverified(subject, item.basis.source)
    if case.elections.mitigate:
        if not weighing.mitigation_grounds:
            yield Message("mitigation-without-ground")
        elif mitigable is False:
            yield Message("mitigation-not-possible")
    elif weighing.mitigation_grounds and mitigable:
        grounds = [item.basis.cite for item in weighing.mitigation_grounds]
        yield Message("mitigation-open", {"grounds": grounds})
    elective = [item for item in weighing.exempting if item.election]
    if case.elections.first_violation_exemption and not elective:
        yield Message("exemption-without-ground")
    for item in elective:
        if item.election and not getattr(case.elections, item.election):
            yield Message("exemption-open", {"ground": item.basis.cite})


def unused_facts(rulebook: Rulebook, act: AdmittedAct, clauses: Sequence[Clause]) -> Iterator[Message]:
    """Facts stated that no rule of this act looks at."""
    stated = rulebook.vocabulary.facts
    used = set().union(*(clause.used_facts for clause in clauses)) if clauses else set()
    for name in sorted(act.facts):
        fact = stated.get(name)
        if (
            fact is not None
            and not fact.computed
            and name not in used
            and name not in rulebook.circumstance_facts
        ):
            yield Message("fact-not-used", {"fact": name, "name": fact.label})


def dated_bases(case: Case, bases: Sequence[Basis]) -> Iterator[Message]:
    """Statutes behind circumstances and duties that came into force only after the decision of the case."""
    day = case.timeline.decided_on
    seen: set[str] = set()
    for basis in bases if day is not None else ():
        first = basis.period.first
        if first is not None and day is not None and day < first and basis.statute.zh not in seen:
            seen.add(basis.statute.zh)
            yield Message("basis-not-in-force", {"statute": basis.statute, "first": first, "day": day})
