"""What an assessment must say of this case: unverified circumstances, elections not followed, facts not used, older law."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from penalty_engine.assessment import ActResult
from penalty_engine.case import Case
from penalty_engine.messages import Message, Names
from penalty_engine.rulebook.circumstance_records import Basis
from penalty_engine.rulebook.conditions import fact_names
from penalty_engine.rulebook.records import Clause, Rulebook
from penalty_engine.stages.admission import AdmittedAct
from penalty_engine.stages.derived import speaks_against
from penalty_engine.stages.discretion import Weighing
from penalty_engine.stages.unverified import unverified


def weighing_reservations(
    case: Case, weighing: Weighing, mitigable: bool | None, punishable: bool
) -> Iterator[Message]:
    """Circumstances with an unverified basis, and what is open to the officer or was elected in vain.

    `mitigable`: whether some fine has a minimum to go below; None where there is no fine. `punishable`: whether there is,
    or may be, a penalty of this authority to exempt from.
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
        if punishable and item.election and not getattr(case.elections, item.election):
            yield Message("exemption-open", {"ground": item.basis.cite})


def date_contradictions(rulebook: Rulebook, case: Case, act: AdmittedAct) -> Iterator[Message]:
    """Facts that the days of the case speak against, or from which something else would follow."""
    told = set()
    for name in sorted(act.facts):
        fact = rulebook.vocabulary.facts.get(name)
        for check in fact.date_checks if fact is not None else ():
            if act.facts[name] == check.value and speaks_against(check, case):
                assert fact is not None
                told.add(name)
                yield Message("date-contradiction", {"fact": fact.label, "warning": check.warning})
    yield from (message for name, message in act.derived.differing.items() if name not in told)


def _used_otherwise(rulebook: Rulebook, result: ActResult) -> Iterator[str]:
    """Facts that count although no clause names them: sums always confiscated, periods extended, counts of shares."""
    if any(finding.confiscate is not None for finding in result.applied):
        yield from (item.confiscate for item in rulebook.always if item.confiscate is not None)
    for item in rulebook.limitations:
        yield from fact_names(item.extended.when) if item.extended is not None else ()
    for fact in rulebook.vocabulary.derived:
        yield from fact.derivation.counts if fact.derivation is not None else ()


def unused_facts(
    rulebook: Rulebook,
    act: AdmittedAct,
    clauses: Sequence[Clause],
    result: ActResult,
    benchmarks: Iterable[str] = (),
) -> Iterator[Message]:
    """Facts stated that no rule of this act looks at; ``benchmarks``: those that benchmarks looked at."""
    known = rulebook.vocabulary.facts
    used = set().union(*(clause.used_facts for clause in clauses)) if clauses else set()
    if all(name in used or name not in known or known[name].computed for name in act.facts):
        return
    wholes = {spells.of for name in used if name in known and (spells := known[name].spells) is not None}
    parts = {name for name, fact in known.items() if fact.spells is not None and fact.spells.of in act.facts}
    used |= {name for name in wholes if name is not None} | parts | act.derived.names
    used |= {*_used_otherwise(rulebook, result), *benchmarks}
    for name in sorted(act.facts):
        fact = known.get(name)
        if fact is None or fact.computed or name in used or name in rulebook.circumstance_facts:
            continue
        note = fact.when_unused or Names("", "")
        yield Message("fact-not-used", {"fact": name, "name": fact.label, "note": note})


def dated_bases(case: Case, bases: Sequence[Basis]) -> Iterator[Message]:
    """Statutes behind circumstances and duties that came into force only after the decision of the case."""
    day = case.timeline.decided_on
    seen: set[str] = set()
    for basis in bases if day is not None else ():
        first = basis.period.first
        if first is not None and day is not None and day < first and basis.statute.zh not in seen:
            seen.add(basis.statute.zh)
            yield Message("basis-not-in-force", {"statute": basis.statute, "first": first, "day": day})
