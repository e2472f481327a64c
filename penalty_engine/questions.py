"""What is still worth asking about a case: only what can change its result."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from penalty_engine.assessment import Assessment, Finding
from penalty_engine.case import Case
from penalty_engine.engine import Engine
from penalty_engine.rulebook.circumstance_records import Circumstance
from penalty_engine.rulebook.conditions import FactValue, evaluate, fact_names, open_facts
from penalty_engine.stages.admission import AdmittedAct, admit
from penalty_engine.stages.derived import asked_instead, concerns

_OPENED = frozenset({"mitigation-open", "exemption-open"})  # what a circumstance lays into the officer's hand


def open_questions(engine: Engine, case: Case) -> tuple[str, ...]:
    """The facts worth asking for, most needed first.

    While facts are missing without which no result can be given, those; afterwards the facts that may establish a
    circumstance, if that circumstance would change the result. Raises CaseError like `Engine.assess`.
    """
    assessment = engine.assess(case)
    if assessment.missing_facts:
        return assessment.missing_facts
    before = _result(assessment)
    found: dict[str, None] = {}
    for index, act in enumerate(admit(engine.rulebook, case).acts):
        for circumstance in _undecided(engine, act):
            if _result(engine.assess(with_circumstance(case, index, circumstance.id))) != before:
                found.update(dict.fromkeys(_askable(engine, circumstance, act.facts)))
    return tuple(found)


def open_circumstances(engine: Engine, case: Case, act: int = 0) -> tuple[str, ...]:
    """The circumstances an officer may still declare for one act and that would change the result.

    Those that follow from facts still to be asked for are left to the facts.
    """
    assessment = engine.assess(case)
    established = {item.id for item in assessment.acts[act].circumstances}
    before, facts = _result(assessment), admit(engine.rulebook, case).acts[act].facts
    return tuple(
        item.id
        for item in engine.rulebook.circumstances.values()
        if not _left_to_facts(engine, item, facts)
        and case.party.kind in item.parties
        and item.id not in established
        and _result(engine.assess(with_circumstance(case, act, item.id))) != before
    )


def with_fact(case: Case, act: int, name: str, value: Any) -> Case:
    """The case with one fact more."""
    return _with_act(case, act, {"facts": dict(sorted({**case.acts[act].facts, name: value}.items()))})


def with_circumstance(case: Case, act: int, name: str) -> Case:
    """The case with one declared circumstance more."""
    return _with_act(case, act, {"circumstances": sorted({*case.acts[act].circumstances, name})})


def _with_act(case: Case, act: int, changes: Mapping[str, Any]) -> Case:
    acts = list(case.acts)
    acts[act] = acts[act].model_copy(update=changes)
    return case.model_copy(update={"acts": acts})


def _undecided(engine: Engine, act: AdmittedAct) -> Iterator[Circumstance]:
    """Circumstances that follow from facts of which some are still unknown."""
    for circumstance in engine.rulebook.circumstances.values():
        if circumstance.when is not None and evaluate(circumstance.when, act.facts) is None:
            yield circumstance


def _left_to_facts(engine: Engine, circumstance: Circumstance, facts: Mapping[str, FactValue]) -> bool:
    """Whether a circumstance follows from what the engine works out itself, or from facts still to be asked for."""
    if circumstance.when is None:
        return False
    known = (engine.rulebook.vocabulary.facts.get(name) for name in fact_names(circumstance.when))
    if all(fact is not None and fact.computed for fact in known):
        return True
    return any(_askable(engine, circumstance, facts))


def _askable(engine: Engine, circumstance: Circumstance, facts: Mapping[str, FactValue]) -> Iterator[str]:
    assert circumstance.when is not None
    known = engine.rulebook.vocabulary.facts
    for name in asked_instead(engine.rulebook, open_facts(circumstance.when, facts), facts):
        fact = known.get(name)
        if fact is not None and not fact.computed and concerns(fact, facts):
            yield name


def _result(assessment: Assessment) -> tuple[object, ...]:
    """What an officer would notice: penalties, sums, duties, and what is open to decide; not texts and traces."""
    acts = tuple(
        (
            act.status,
            act.governing_clause,
            act.exemption is None,
            tuple(
                (
                    item.status,
                    item.fines,
                    item.confiscate,
                    item.revoke,
                    item.referred_to,
                    item.measures,
                    item.payments,
                )
                for item in act.findings
            ),
        )
        for act in assessment.acts
    )
    steps = assessment.procedure
    duties = tuple(
        (duty.required, duty.permitted, tuple(reason.code for reason in duty.reasons))
        for duty in (steps.collective_discussion, steps.hearing, steps.legal_review, steps.on_the_spot)
    )
    opened = frozenset(item.code for item in assessment.warnings) & _OPENED
    if not any(_punishes(finding) for act in assessment.acts for finding in act.findings):
        opened = frozenset()  # there is no penalty to leave out or to mitigate
    return acts, assessment.total, duties, opened


def _punishes(finding: Finding) -> bool:
    penalties = any(item.penalty for item in finding.measures)
    return bool(finding.fines or finding.confiscate or finding.revoke or penalties)
