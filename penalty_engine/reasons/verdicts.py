"""Whether something applied in an assessment: True, False, or None where facts are missing to tell."""

from __future__ import annotations

from penalty_engine.assessment import ActResult, Assessment
from penalty_engine.reasons import subjects as kinds
from penalty_engine.reasons.outcome import duties
from penalty_engine.reasons.subjects import Subject
from penalty_engine.rulebook.records import Rulebook

Verdict = bool | None


def verdict(book: Rulebook, found: Assessment, subject: Subject, number: int) -> Verdict:
    """Whether the subject applied in one act; of a duty, whether it arose in the case."""
    if subject.kind == kinds.DUTY:
        return _duty(book, found, subject.id)
    act = found.acts[number]
    if subject.kind == kinds.CLAUSE:
        return _clause(act, subject.id)
    if subject.kind == kinds.CIRCUMSTANCE:
        return _circumstance(book, act, subject.id)
    if subject.kind == kinds.EXEMPTION:
        holds = act.exemption is not None
    elif subject.kind == kinds.TIER:
        holds = any(
            fine.tier is not None and fine.tier.id == subject.id
            for item in act.applied
            for fine in item.fines
        )
    else:
        holds = _imposed(act, subject)
    return True if holds else None if act.status == "needs-facts" else False


def _clause(act: ActResult, key: str) -> Verdict:
    finding = next((item for item in act.findings if item.clause == key), None)
    if finding is None:
        return False
    if finding.applies:
        return True
    return None if finding.status == "needs-facts" else False


def _circumstance(book: Rulebook, act: ActResult, name: str) -> Verdict:
    """An exempting one applies where it exempts; any other where it is established."""
    if book.circumstances[name].effect == "exempt":
        return act.exemption is not None and act.exemption.circumstance == name
    return any(item.id == name for item in act.circumstances)


def _imposed(act: ActResult, subject: Subject) -> bool:
    for item in act.applied:
        if subject.kind == kinds.LICENCE and item.revoke == subject.id:
            return True
        if subject.kind == kinds.MEASURE and any(one.id == subject.id for one in item.measures):
            return True
        if subject.kind == kinds.PAYMENT and any(one.id == subject.id for one in item.payments):
            return True
        if subject.kind == kinds.CONFISCATION and item.confiscate is not None:
            return True
    return False


def is_power(book: Rulebook, found: Assessment, name: str) -> bool:
    """Whether a duty is a power rather than an obligation."""
    grounds = (*book.grounds, *book.authorities[found.authority].grounds)
    return any(ground.permits for ground in grounds if ground.duty == name)


def _duty(book: Rulebook, found: Assessment, name: str) -> Verdict:
    duty = duties(found).get(name)
    if duty is None:
        return False
    return duty.permitted if is_power(book, found, name) else duty.required
