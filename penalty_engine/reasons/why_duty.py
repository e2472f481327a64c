"""Why a procedural duty did not arise, or a power was not given."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from penalty_engine.assessment import Duty
from penalty_engine.messages import Message
from penalty_engine.reasons.answers import Answer, FailedTest, Ground, failing
from penalty_engine.reasons.outcome import duties
from penalty_engine.reasons.remedies import Seeker
from penalty_engine.reasons.situation import Situation, steps_of
from penalty_engine.reasons.subjects import Subject
from penalty_engine.reasons.verdicts import is_power
from penalty_engine.reasons.wording import Text, as_facts, money_words, named, one_of
from penalty_engine.rulebook.conditions import Facts
from penalty_engine.rulebook.procedure_records import Ground as DutyGround


def why_duty(situation: Situation, subject: Subject, acts: range | tuple[int, ...]) -> Answer:
    """Every ground of a duty with the test that fails, and what would raise it. Duties belong to the whole case."""
    book, found = situation.rulebook, situation.assessment
    duty: Duty | None = duties(found).get(subject.id)
    seeker = Seeker(situation, subject, acts[0], acts)
    holds = seeker.holds(found)
    power = is_power(book, found, subject.id)
    if holds and duty is not None:
        reasons = [
            Message("cli-with-basis", {"text": reason.text, "basis": reason.basis}) for reason in duty.reasons
        ]
        code = "why-power-holds" if power else "why-duty-holds"
        return Answer(subject, None, True, Message(code, {"reasons": reasons}))
    facts = _procedure_facts(situation)
    grounds = tuple(
        Ground(
            ground.text,
            ground.basis.cite,
            str(ground.place),
            (*_limits(situation, ground, acts), *failing(book, ground.when, facts)),
        )
        for ground in (*book.grounds, *situation.authority.grounds)
        if ground.duty == subject.id and _law_here(situation, ground)
    )
    code = "why-duty-open" if holds is None else "why-power-not" if power else "why-duty-not"
    text = Message(code, {"sums": _sums(situation, facts)})
    return Answer(subject, None, holds, text, None, grounds, seeker.searched())


def _law_here(situation: Situation, ground: DutyGround) -> bool:
    known = situation.authority.jurisdictions
    return ground.jurisdiction == "national" or ground.jurisdiction in known


def _limits(situation: Situation, ground: DutyGround, acts: Sequence[int]) -> Iterator[FailedTest]:
    """What limits a ground beside its condition: the violations it is for, the day since when it applies."""
    names = situation.rulebook.violations
    found = [situation.act(number) for number in acts]
    if ground.violations and not any(act.violation in ground.violations for act in found):
        wanted = one_of([names[name].name for name in ground.violations])
        text = Message("why-limit-violation", {"violations": wanted})
        actual = one_of([act.violation_name for act in found])
        yield FailedTest("violation", Message("reason-violation"), text, actual, True)
    decided = situation.case.timeline.decided_on
    if ground.since is not None and decided is not None and decided < ground.since:
        label = named("reason-day", "decided_on")
        text = Message("why-limit-since", {"day": label, "since": ground.since})
        yield FailedTest("decided_on", label, text, str(decided), True)


def _procedure_facts(situation: Situation) -> Facts:
    for top in situation.assessment.trace:
        for step in steps_of(top):
            if step.step == "procedure":
                return as_facts(situation.rulebook, step.inputs)
    return {}


def _sums(situation: Situation, facts: Mapping[str, Any]) -> Text:
    """The sums that thresholds are held against, and the threshold for this kind of party."""
    total = situation.assessment.total
    if total.recommended is None:
        return Message("nothing")
    limit: int | None = dict(situation.authority.larger_amount).get(situation.case.party.kind)
    params = {
        "fine": money_words(total.recommended),
        "confiscated": money_words(total.confiscate or Decimal(0)),
    }
    if limit is None:
        return Message("why-sums", params)
    code = "why-sums-limit" if situation.authority.larger_amount_source.verified else "why-sums-provisional"
    return Message(code, {**params, "limit": money_words(Decimal(limit) / 100)})
