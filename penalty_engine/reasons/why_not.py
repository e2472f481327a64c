"""Why not: for any clause, tier, circumstance, duty, licence, measure, payment or exemption, the condition that failed and
what would change it."""

from __future__ import annotations

from collections.abc import Iterator

from penalty_engine import arguments
from penalty_engine.engine import AnyCase, Engine
from penalty_engine.reasons import subjects as kinds
from penalty_engine.reasons.answers import Answer, FailedTest, Ground
from penalty_engine.reasons.remedies import Remedy
from penalty_engine.reasons.situation import Situation
from penalty_engine.reasons.subjects import Subject, subjects
from penalty_engine.reasons.why_circumstance import why_circumstance, why_exemption
from penalty_engine.reasons.why_clause import WhyClause, why_imposed
from penalty_engine.reasons.why_duty import why_duty
from penalty_engine.reasons.why_tier import why_tier
from penalty_engine.rulebook.source import Source

__all__ = ["Answer", "FailedTest", "Ground", "Remedy", "Subject", "why_not", "why_not_in"]


def why_not(
    engine: Engine, case: AnyCase, name: str, source: Source | None = None, act: int | None = None
) -> tuple[Answer, ...]:
    """Why what `name` stands for did not apply, for each act (of a duty: for the case), or that it did.

    `name` is an id, a name in either language, or an article such as 劳动合同法92条; ``act`` limits the answer to one act, from
    0. Changes offered were tried by assessing the changed case; those that were not enough are marked so. Raises CaseError for
    a name that nothing has, and like `Engine.assess`.
    """
    return why_not_in(Situation(engine, case, source), name, act)


def why_not_in(situation: Situation, name: str, act: int | None = None) -> tuple[Answer, ...]:
    """`why_not` for a case already assessed."""
    named = str(situation.assessment.benchmark)
    found = subjects(situation.engine, arguments.text("name", name), (named,))
    numbers = arguments.acts_asked(situation.case, act)
    return tuple(answer for subject in found for answer in _answers(situation, subject, numbers))


def _answers(situation: Situation, subject: Subject, numbers: tuple[int, ...]) -> Iterator[Answer]:
    if subject.kind == kinds.DUTY:
        yield why_duty(situation, subject, numbers)
        return
    for number in numbers:
        if subject.kind == kinds.CLAUSE:
            yield WhyClause(situation, subject, number).answer()
        elif subject.kind == kinds.TIER:
            yield why_tier(situation, subject, number)
        elif subject.kind == kinds.CIRCUMSTANCE:
            yield why_circumstance(situation, subject, number)
        elif subject.kind == kinds.EXEMPTION:
            yield why_exemption(situation, subject, number)
        else:
            yield why_imposed(situation, subject, number)
