"""What an assessment must say of this case: unverified circumstances, elections not followed, facts not used, older law."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from penalty_engine.assessment import ActResult, FineResult
from penalty_engine.case import Case
from penalty_engine.messages import Message, Names
from penalty_engine.rulebook.circumstance_records import Basis, Circumstance
from penalty_engine.rulebook.conditions import fact_names
from penalty_engine.rulebook.records import Clause, Rulebook
from penalty_engine.stages.admission import AdmittedAct
from penalty_engine.stages.derived import speaks_against
from penalty_engine.stages.discretion import Weighing
from penalty_engine.stages.unverified import unverified


def weighing_reservations(
    case: Case, weighing: Weighing, fines: Sequence[FineResult], punishable: bool
) -> Iterator[Message]:
    """Circumstances with an unverified basis, and what is open to the officer or was elected in vain.

    `punishable`: whether there is, or may be, a penalty of this authority to exempt from.
    """
    for item, derived in weighing.established:
        if derived and item.when_source is not None and not item.when_source.verified:
            read = Message("subject-reading", {"name": item.name, "cite": item.when_source.cite})
            yield unverified(read, item.when_source)
        if not item.basis.source.verified:
            subject = Message("subject-circumstance", {"name": item.name, "cite": item.basis.source.cite})
            yield unverified(subject, item.basis.source)
    yield from _mitigation(case, weighing, fines)
    elective = [item for item in weighing.exempting if item.election]
    if case.elections.first_violation_exemption and not elective:
        yield Message("exemption-without-ground")
    for item in elective:
        if punishable and item.election and not getattr(case.elections, item.election):
            yield Message("exemption-open", {"ground": item.basis.cite})


def _mitigation(case: Case, weighing: Weighing, fines: Sequence[FineResult]) -> Iterator[Message]:
    """Mitigation elected in vain, open, or, where a fixed sum leaves nothing else of a mandatory ground, still to be decided."""
    mitigable = any(fine.minimum > 0 for fine in fines)
    if case.elections.mitigate:
        if not weighing.mitigation_grounds:
            yield Message("mitigation-without-ground")
        elif fines and not mitigable:
            yield Message("mitigation-not-possible")
        return
    if not weighing.mitigation_grounds or not mitigable:
        return
    due = [item.basis.cite for item in _binding(weighing)]
    fixed = [fine.minimum for fine in fines if 0 < fine.minimum == fine.maximum]
    if due and fixed:
        yield Message("mitigation-due", {"grounds": due, "sum": fixed[0]})
    else:
        grounds = [item.basis.cite for item in weighing.mitigation_grounds]
        yield Message("mitigation-open", {"grounds": grounds})


def _binding(weighing: Weighing) -> Iterator[Circumstance]:
    """The grounds that must be followed and do not rest on an unverified reading of the facts."""
    read = {
        item.id
        for item, derived in weighing.established
        if derived and item.when_source is not None and not item.when_source.verified
    }
    return (item for item in weighing.mitigation_grounds if item.force == "mandatory" and item.id not in read)


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
        note = (fact.when_unused if act.facts[name] else None) or Names("", "")  # nothing needs no remark
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
