"""Duties, time limits and reservations told in sentences."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from penalty_engine.assessment import Deadline, Duty, Step
from penalty_engine.cli.closing import grouped
from penalty_engine.deadline_words import counted_from
from penalty_engine.messages import Message
from penalty_engine.money import yuan
from penalty_engine.reasons.sentences import NOTHING, Sentence, Telling, figure
from penalty_engine.rulebook.conditions import tests

_SUMS = ("unit_fine", "person_fine")
_POWERS = frozenset({"on_the_spot"})  # what the authority may do, not what it must
_ON_A_FINDING = frozenset({"transfer", "publication"})  # due only where somebody found what calls for it
_LARGER = frozenset({"fine_reaches_larger_amount", "confiscation_reaches_larger_amount"})
_UNVERIFIED = frozenset({"unverified-law", "fallback-benchmark", "basis-not-in-force", "conflict-to-confirm"})


def procedure(telling: Telling, step: Step) -> Iterator[Sentence]:
    """The sums that the duties rest on, held against the figure of a larger amount."""
    authority = telling.rulebook.authorities[telling.assessment.authority]
    kinds = {"unit_fine": telling.case.party.kind, "person_fine": "individual"}
    for name in _SUMS:
        amount = step.inputs.get(name)
        if not isinstance(amount, Decimal) or not amount:
            continue
        limit = yuan(authority.larger_amount[kinds[name]])
        params = {
            "what": telling.phrases.fact(name),
            "sum": figure(amount),
            "limit": figure(limit),
            "authority": authority.name,
        }
        code = "explain-larger" if amount >= limit else "explain-not-larger"
        if amount < limit and not authority.larger_amount_source.verified:
            code = "explain-not-larger-provisional"
        yield Sentence("procedure", Message(code, params), None, authority.place)


def duty(telling: Telling, step: Step) -> Iterator[Sentence]:
    """A duty with each of its reasons, or that it does not arise."""
    found: Duty | None = getattr(telling.assessment.procedure, str(step.rule), None)
    if found is None:
        return
    told = tuple(
        Sentence("duty", Message("explain-reason", {"reason": reason.text}), reason.basis)
        for reason in found.reasons
    )
    if step.rule in _POWERS:
        state = {True: "may", False: "may-not", None: "open"}[found.permitted]
    else:
        state = {True: "required", False: "not-required", None: "open"}[found.required]
    name = Message(f"explain-duty-{step.rule}")
    text = Message(_without_it(telling, step, state), {"duty": name})
    yield Sentence("duty", text, None, step.source, told)


def _without_it(telling: Telling, step: Step, state: str) -> str:
    """How a state of a duty is told: what was not found is no finding that nothing is due."""
    if state == "may-not" or (state == "not-required" and step.rule in _ON_A_FINDING):
        return f"explain-duty-{state}-{step.rule}"
    if state == "not-required" and _nearly_due(telling, str(step.rule)):
        return "explain-duty-provisional"
    return f"explain-duty-{state}"


def _nearly_due(telling: Telling, duty: str) -> bool:
    """Whether it would be due with a larger amount, there is an amount, and the figure that it lies under is not verified."""
    book, total = telling.rulebook, telling.assessment.total
    authority = book.authorities[telling.assessment.authority]
    grounds = (item for item in (*book.grounds, *authority.grounds) if item.duty == duty)
    on_amount = any(test.fact in _LARGER for ground in grounds for test in tests(ground.when))
    return (
        on_amount
        and not authority.larger_amount_source.verified
        and bool(total.recommended or total.confiscate)
    )


def deadline(telling: Telling, step: Step) -> Iterator[Sentence]:
    """A time limit that runs: from which day, how long, until when, and whether it was kept."""
    known = {item.id: item for item in telling.assessment.procedure.deadlines}
    found = known.get(str(step.rule))
    if found is None or found.due is None:
        return
    names = {item.id: item.name for item in known.values()}
    params = {
        "name": found.name,
        "counted": counted_from(found, names),
        "due": found.due,
        "kept": _kept(found),
        "rough": Message("explain-due-rough") if found.approximate else NOTHING,
    }
    code = "explain-happens" if found.kind == "happens-on" else "explain-due"
    yield Sentence("deadline", Message(code, params), found.basis, step.source)


def _kept(found: Deadline) -> Message:
    if found.met and found.fulfilled_on is not None:
        return Message("explain-due-kept", {"day": found.fulfilled_on})
    if found.met is False and found.fulfilled_on is not None:
        return Message("explain-due-missed", {"day": found.fulfilled_on})
    return Message("explain-due-shown") if found.met else NOTHING


def open_deadlines(telling: Telling) -> Iterator[Sentence]:
    """Time limits whose first day is not known, and what late payment of the fine costs."""
    procedure = telling.assessment.procedure
    waiting = [
        Message("explain-named", {"name": item.name}) for item in procedure.deadlines if item.due is None
    ]
    if waiting:
        yield Sentence("deadline", Message("explain-not-running", {"names": waiting}))
    found = procedure.surcharge
    if found is not None:
        params = {
            "begins": found.begins,
            "reaches": found.reaches_maximum,
            **{name: figure(getattr(found, name)) for name in ("fine", "daily", "maximum")},
        }
        yield Sentence("deadline", Message("explain-surcharge", params), found.basis)


def unverified(telling: Telling) -> Iterator[Sentence]:
    """What the result rests on without verification."""
    for item in grouped(telling.assessment.warnings):
        if item.code in _UNVERIFIED:
            yield Sentence("warning", item)


def warnings(telling: Telling) -> Iterator[Sentence]:
    """Every other reservation."""
    for item in grouped(telling.assessment.warnings):
        if item.code not in _UNVERIFIED:
            yield Sentence("warning", item)
