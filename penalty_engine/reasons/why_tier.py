"""Why a tier was not reached."""

from __future__ import annotations

from penalty_engine.assessment import FineResult, Step
from penalty_engine.messages import Message
from penalty_engine.reasons.answers import Answer, Ground, failing
from penalty_engine.reasons.remedies import Remedy, Seeker
from penalty_engine.reasons.situation import Situation
from penalty_engine.reasons.solving import smallest_changes
from penalty_engine.reasons.subjects import Subject
from penalty_engine.reasons.tests_in_play import benchmark_rows, benchmarks_in_play
from penalty_engine.reasons.wording import Text, as_facts, money_words, named, span_words
from penalty_engine.rulebook.conditions import Facts


def why_tier(situation: Situation, subject: Subject, number: int) -> Answer:
    """Which rows lead to a tier, and what keeps them from holding; ``mitigated`` has its own grounds."""
    act = situation.act(number)
    seeker = Seeker(situation, subject, number, (number,))
    holds = seeker.holds(situation.assessment)
    fines = [fine for item in act.applied for fine in item.fines]
    if holds:
        return Answer(subject, number, True, _placed(fines, subject), _tier_place(situation, number))
    if not fines:
        status = named("reason-status", act.status)
        return Answer(subject, number, holds, Message("why-tier-no-fine", {"status": status}))
    if subject.id in {item.mitigated_id for item in benchmarks_in_play(situation)}:
        return Answer(
            subject, number, holds, _why_not_mitigated(situation, number), remedies=seeker.searched()
        )
    if all(fine.tier is None for fine in fines):
        return Answer(subject, number, holds, Message("why-tier-fixed"))
    elsewhere = _of_another_table(situation, fines, subject)
    if elsewhere is not None:
        return Answer(subject, number, holds, elsewhere, _tier_place(situation, number))
    tiers = [fine.tier.name for fine in fines if fine.tier is not None]
    text = Message("why-tier-other", {"tiers": list(dict.fromkeys(tiers))})
    grounds, remedies = _rows(situation, subject, number, seeker)
    return Answer(subject, number, holds, text, _tier_place(situation, number), grounds, remedies)


def _placed(fines: list[FineResult], subject: Subject) -> Text:
    fine = next(fine for fine in fines if fine.tier is not None and fine.tier.id == subject.id)
    assert fine.tier is not None  # as just looked for
    params = {
        "tier": fine.tier.name,
        "band": span_words(fine.tier.minimum, fine.tier.maximum),
        "sum": money_words(fine.recommended),
    }
    return Message("why-tier-holds", params)


def _of_another_table(situation: Situation, fines: list[FineResult], subject: Subject) -> Text | None:
    """Where the benchmark in use has no such tier: which it has."""
    known = situation.rulebook.benchmarks
    used = [known[name] for name in dict.fromkeys(fine.benchmark for fine in fines) if name is not None]
    if not used or any(tier.id == subject.id for item in used for tier in item.tiers):
        return None
    params = {
        "benchmarks": [item.title for item in used],
        "tiers": [tier.name for item in used for tier in item.tiers],
    }
    return Message("why-tier-unknown", params)


def _tier_step(situation: Situation, number: int) -> Step | None:
    return next((step for step in situation.steps(number) if step.step == "tier"), None)


def _tier_place(situation: Situation, number: int) -> str | None:
    step = _tier_step(situation, number)
    return str(step.source) if step is not None and step.source is not None else None


def _rows(
    situation: Situation, subject: Subject, number: int, seeker: Seeker
) -> tuple[tuple[Ground, ...], tuple[Remedy, ...]]:
    """The rows of the benchmark in use that lead to the tier, and changes of facts that make one hold."""
    book = situation.rulebook
    keys = frozenset(item.clause for item in situation.act(number).applied)
    rows = [
        row
        for benchmark in benchmarks_in_play(situation)
        for row in benchmark_rows(benchmark, keys)
        if row.tier == subject.id
    ]
    facts = _weighed_facts(situation, number)
    grounds = tuple(
        Ground(Message("why-ground-row"), None, str(row.place), failing(book, row.when, facts))
        for row in rows
    )
    sets = sorted(
        (set_ for row in rows for set_ in smallest_changes(situation, number, row.when, facts)), key=len
    )
    return grounds, seeker.tried_or_searched(sets)


def _weighed_facts(situation: Situation, number: int) -> Facts:
    """The facts of an act with what the tier was selected by."""
    found = dict(situation.facts[number])
    for step in situation.steps(number):
        if step.step == "tier":
            found.update(as_facts(situation.rulebook, step.inputs))
    return found


def _why_not_mitigated(situation: Situation, number: int) -> Text:
    """No ground, not elected, or no minimum to go below."""
    act = situation.act(number)
    grounds = [item.name for item in act.circumstances if item.mitigates and item.effect == "lighter"]
    minimum = any(fine.minimum > 0 for item in act.applied for fine in item.fines)
    if not minimum:
        return Message("why-not-mitigated-no-minimum")
    if not grounds:
        return Message("why-not-mitigated-no-ground")
    if not situation.case.elections.mitigate:
        return Message("why-not-mitigated-not-elected", {"grounds": grounds})
    return Message("why-not-mitigated", {"grounds": grounds})
