"""Time: limits that were missed, terms and remedies as the decision states them, the limitation period."""

from __future__ import annotations

from collections.abc import Iterator

from penalty_engine.checking.decision import Remedy, Term
from penalty_engine.checking.file import Path_
from penalty_engine.checking.held import Held
from penalty_engine.checking.merged import DAYS
from penalty_engine.checking.records import CheckFinding
from penalty_engine.checking.told import share_words
from penalty_engine.messages import Message, Names
from penalty_engine.rulebook.procedure_records import TimeLimit

_OF_THE_PARTY = frozenset({"corrected_on", "paid_on", "hearing_requested_on", "fine_paid_on"})
"""Days on which the party does something: what it leaves undone is no fault of the decision."""

_BODIES = {"reconsideration": "reconsideration", "litigation": "court"}
"""The remedies, and where the authority's file names the body each goes to."""


def terms(held: Held, fines: bool) -> Iterator[CheckFinding]:
    """Time limits, the term for payment (``fines``: some fine is imposed), and the remedies."""
    yield from _deadlines(held)
    if fines:
        yield from _payment(held)
    yield from _remedies(held)


def _deadlines(held: Held) -> Iterator[CheckFinding]:
    for item in held.procedure.deadlines:
        if item.met is not False or item.fulfilled_by in _OF_THE_PARTY:
            continue
        path = DAYS.get(item.fulfilled_by or "", ("steps",))
        params = {"name": item.name, "due": item.due, "day": item.fulfilled_on}
        yield held.finding("deadline-missed", path, (item.basis,), **params)


def _payment(held: Held) -> Iterator[CheckFinding]:
    limit = _limit(held, "payment")
    if limit is None:
        return
    stated, required = held.decision.payment, held.requirement("states-payment")
    right = _length(limit.unit, limit.length)
    if stated is None or not _given(stated):
        if required is not None:
            basis = (required.basis.cite, limit.basis.cite)
            yield held.finding("payment-term-missing", ("payment",), basis, right=right)
    elif _stated(stated) != (limit.unit, limit.length):
        params = {"stated": _words(stated), "right": right}
        yield held.finding("payment-term-differs", ("payment",), (limit.basis.cite,), **params)
    yield from _surcharge(held)


def _surcharge(held: Held) -> Iterator[CheckFinding]:
    """The rate at which the fine grows when it is not paid in time, which the party must be told."""
    limit = next((item for item in held.rulebook.time_limits if item.surcharge is not None), None)
    required = held.basis("tells-surcharge")
    if limit is None or limit.surcharge is None or not required:
        return
    payment, right = held.decision.payment, limit.surcharge.daily
    stated = None if payment is None else payment.surcharge
    basis = (*required, limit.basis.cite)
    if stated is None:
        path: Path_ = ("payment",) if payment is None else ("payment", "surcharge")
        yield held.finding("surcharge-not-told", path, basis, right=share_words(right), id=str(right))
    elif stated != right:
        params = {"stated": share_words(stated), "right": share_words(right), "id": str(right)}
        yield held.finding("surcharge-differs", ("payment", "surcharge"), basis, **params)


def _remedies(held: Held) -> Iterator[CheckFinding]:
    remedies = held.decision.remedies
    first = held.requirement("reconsideration-first") if held.decision.on_the_spot else None
    if first is not None and held.is_law(first.basis):
        yield from _reconsideration_first(held, first.basis.cite)
        return
    stated: dict[str, Remedy | None] = {name: getattr(remedies, name) for name in _BODIES}
    for name, remedy in stated.items():
        limit = _limit(held, name)
        if limit is None:
            continue
        body = held.authority.profile.get(_BODIES[name])
        yield from _remedy(held, name, limit, remedy, body)


def _reconsideration_first(held: Held, basis: Names) -> Iterator[CheckFinding]:
    """A decision against which a suit may be brought only after a reconsideration, and the party must be told so."""
    remedies, limits = held.decision.remedies, {name: _limit(held, name) for name in _BODIES}
    before, suit = limits["reconsideration"], limits["litigation"]
    if before is not None:
        body = held.authority.profile.get("reconsideration")
        yield from _remedy(held, "reconsideration", before, remedies.reconsideration, body)
    told = remedies.litigation
    direct = suit is not None and told is not None and _stated(told) == (suit.unit, suit.length)
    if told is not None and (direct or not remedies.reconsideration_first):
        yield held.finding("remedy-direct-suit", ("remedies", "litigation"), (basis,), stated=_words(told))
    elif not remedies.reconsideration_first:
        path: Path_ = ("remedies", "reconsideration_first")
        yield held.finding("reconsideration-first-not-told", path, (basis,))


def _remedy(
    held: Held, name: str, limit: TimeLimit, stated: Remedy | None, body: str | None
) -> Iterator[CheckFinding]:
    path: Path_ = ("remedies", name)
    right = _length(limit.unit, limit.length)
    params: dict[str, object] = {"name": limit.name, "right": right, "body": body or Message("check-body")}
    if stated is None:
        required = held.requirement("states-remedies")
        if required is not None:
            basis = (required.basis.cite, limit.basis.cite)
            yield held.finding("remedy-missing", path, basis, **params)
        return
    if _stated(stated) != (limit.unit, limit.length):
        yield held.finding("remedy-term-differs", path, (limit.basis.cite,), stated=_words(stated), **params)
    # another body is wrong only where it is verified which one it is
    sure = held.authority.profile_sources.get(_BODIES[name], held.authority.source).verified
    named = (stated.body or "").strip()
    if body is not None and named != body and (sure or not named):
        given: object = named or Message("check-none-named")
        here = (*path, "body")
        yield held.finding("remedy-body-differs", here, (limit.basis.cite,), given=given, **params)


def _limit(held: Held, name: str) -> TimeLimit | None:
    """A time limit of the rules in force on the day of the decision; one that came later where none was yet."""
    every = (*held.authority.time_limits, *held.rulebook.time_limits)
    found = [item for item in every if item.id == name]
    day = held.decided_on
    now = [item for item in found if day is None or item.basis.period.covers(day)]
    return next(iter(now or found), None)


def _given(term: Term) -> list[tuple[str, int]]:
    """Every unit and length that is stated."""
    given = [(unit, getattr(term, unit)) for unit in ("days", "working_days", "months")]
    return [(unit, length) for unit, length in given if length is not None]


def _stated(term: Term) -> tuple[str, int] | None:
    """Unit and length, if exactly one is stated."""
    found = _given(term)
    return found[0] if len(found) == 1 else None


def _words(term: Term) -> list[Message]:
    return [_length(*one) for one in _given(term)] or [Message("check-none-named")]


def _length(unit: str, length: int) -> Message:
    return Message(f"check-length-{unit}", {"count": length})


def limitation(held: Held) -> Iterator[CheckFinding]:
    """A penalty although the limitation period has run, where the assessment only warns of it."""
    for item in held.law.warnings:
        if item.code == "limitation":
            basis = item.params.get("basis")
            cites = (basis,) if isinstance(basis, Names) else ()
            yield held.finding("limitation-run", ("acts",), cites, warning=item.params["warning"])
