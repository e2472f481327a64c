"""The steps before the decision: officers, notice, defence, hearing, legal review, collective discussion."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from penalty_engine.checking.consistency import before_case, waived_and_made
from penalty_engine.checking.held import Held
from penalty_engine.checking.imposed import altogether
from penalty_engine.checking.people import discussed_by, officers
from penalty_engine.checking.records import CheckFinding
from penalty_engine.checking.sequence import after_hearing, in_order
from penalty_engine.checking.told import reason_texts, reasons, yuan_words
from penalty_engine.messages import Message, Names
from penalty_engine.stages.deadlines import last_day


def steps(held: Held, punishes: bool) -> Iterator[CheckFinding]:
    """Every step that was due. ``punishes``: a penalty is imposed; a decision not to punish needs fewer."""
    yield from _on_the_spot(held)
    yield from officers(held)
    if punishes:
        yield from _notice(held)
    yield from _defence(held)
    yield from waived_and_made(held)
    yield from before_case(held)
    if held.decision.on_the_spot and held.procedure.on_the_spot.permitted is not False:
        return  # the summary procedure has neither hearing nor review nor discussion
    yield from _hearing(held)
    yield from _review(held)
    yield from _discussion(held)
    yield from after_hearing(held)
    yield from in_order(held)


def _on_the_spot(held: Held) -> Iterator[CheckFinding]:
    if not held.decision.on_the_spot:
        return
    reported = held.basis("on-the-spot-reported")
    if reported and held.decision.steps.reported_on is None:
        yield held.finding("not-reported", ("steps", "reported_on"), reported)
    if held.procedure.on_the_spot.permitted is False:
        grounds = (*held.rulebook.grounds, *held.authority.grounds)
        basis = [item.basis.cite for item in grounds if item.duty == "on_the_spot"]
        yield held.finding("on-the-spot-not-permitted", ("on_the_spot",), tuple(dict.fromkeys(basis)))


def _notice(held: Held) -> Iterator[CheckFinding]:
    served, notice = held.day("notice_served_on"), held.decision.steps.prior_notice
    basis = held.basis("prior-notice")
    if not basis:
        return
    barred, decided = (*basis, *held.basis("no-decision-unheard")), held.decided_on
    late = served is not None and decided is not None and served > decided
    if (served is None or late) and held.decision.steps.defence_waived:
        return  # the law allows the decision without it
    if served is None:
        yield held.finding("notice-missing", ("steps", "prior_notice"), barred)
        return
    if late:
        path = ("steps", "prior_notice", "served_on")
        yield held.finding("notice-late", path, barred, served=served, decided=decided)
        return
    if notice is None:
        return  # served, as the case says; what it announced is not known
    yield from _announced(held, basis)


def _announced(held: Held, basis: Sequence[Names]) -> Iterator[CheckFinding]:
    """The sums decided against the sums announced."""
    notice, imposed = held.decision.steps.prior_notice, altogether(held.decision)
    assert notice is not None
    path = ("steps", "prior_notice")
    if imposed.fine and notice.fine is None:
        yield held.finding("notice-without-sum", path, basis, sum=yuan_words(imposed.fine))
        return
    defence = held.decision.steps.defence or held.case.defence
    after = held.basis("not-heavier-for-defence")
    sums = (("fine", notice.fine, imposed.fine), ("confiscate", notice.confiscate, imposed.confiscate))
    for name, announced, decided in sums:
        announced = announced or Decimal(0)
        if decided <= announced:
            continue
        params = {
            "what": Message(f"check-what-{name}"),
            "announced": yuan_words(announced),
            "sum": yuan_words(decided),
        }
        if defence is not None and defence.made and after:
            yield held.finding("heavier-after-defence", (*path, name), after, **params)
        else:
            yield held.finding("above-notice", (*path, name), basis, **params)


def _defence(held: Held) -> Iterator[CheckFinding]:
    own = held.decision.steps.defence
    defence = own or held.case.defence
    basis = held.basis("defence-considered")
    if defence is not None and defence.made and not (defence.finding or "").strip() and basis:
        yield held.finding("defence-not-answered", ("steps", "defence"), basis)


def _hearing(held: Held) -> Iterator[CheckFinding]:
    duty, hearing, decided = held.procedure.hearing, held.decision.steps.hearing, held.decided_on
    path = ("steps", "hearing")
    if duty.required:
        if hearing.offered_on is None:
            yield held.finding("hearing-not-offered", path, reasons(duty), reasons=reason_texts(duty))
        elif decided is not None and hearing.offered_on > decided:
            days = {"offered": hearing.offered_on, "decided": decided}
            yield held.finding("hearing-offered-late", (*path, "offered_on"), reasons(duty), **days)
        else:
            yield from _early(held)
    requested, on = held.day("hearing_requested_on"), held.day("hearing_on")
    basis = held.basis("hearing-on-request")
    if requested is not None and on is None and not hearing.waived and basis and not _too_late(held):
        yield held.finding("hearing-not-held", path, basis, requested=requested)
    if on is not None and held.day("hearing_notice_served_on") is None:
        yield from _unannounced(held, on)
    after = held.basis("decision-after-hearing")
    if on is not None and decided is not None and on > decided and after:
        yield held.finding("hearing-late", (*path, "held_on"), after, held=on, decided=decided)


def _early(held: Held) -> Iterator[CheckFinding]:
    """A decision while the party could still ask for a hearing."""
    asked = held.day("hearing_requested_on") is not None or held.decision.steps.hearing.waived
    decided = held.decided_on
    if asked or decided is None:
        return
    for limit in _requests(held):
        if decided <= limit.due:
            params = {"name": limit.name, "due": limit.due, "decided": decided}
            yield held.finding("decided-too-early", ("steps", "decided_on"), (limit.basis,), **params)


class _Request(NamedTuple):
    """A time limit within which the party may ask for a hearing."""

    name: Names
    due: date
    basis: Names


def _requests(held: Held) -> Iterator[_Request]:
    """The limits for asking; where the right was told after the notice they run from, from that day."""
    offered = held.decision.steps.hearing.offered_on
    for item in held.procedure.deadlines:
        if item.fulfilled_by != "hearing_requested_on":
            continue
        later = offered is not None and (item.start_day is None or offered > item.start_day)
        due = last_day(item, offered) if offered is not None and later else item.due
        if due is not None:
            yield _Request(item.name, due, item.basis)


def _too_late(held: Held) -> bool:
    """Whether the party asked for the hearing after its time."""
    requested = held.day("hearing_requested_on")
    return requested is not None and any(requested > limit.due for limit in _requests(held))


def _unannounced(held: Held, on: date) -> Iterator[CheckFinding]:
    """A hearing of whose time and place the party was to be told, without a record of that."""
    limits = [item for item in held.procedure.deadlines if item.fulfilled_by == "hearing_notice_served_on"]
    if limits:
        path, basis = ("steps", "hearing"), [item.basis for item in limits]
        yield held.finding("hearing-notice-missing", path, basis, held=on)


def _review(held: Held) -> Iterator[CheckFinding]:
    duty, review = held.procedure.legal_review, held.decision.steps.legal_review
    path = ("steps", "legal_review")
    if duty.required and review is None:
        yield held.finding("review-missing", path, reasons(duty), reasons=reason_texts(duty))
    if review is None or not duty.required:
        return
    basis = held.basis("review-before-decision") or reasons(duty)
    yield from _in_time(held, "review-late", review.done_on, (*path, "done_on"), basis)
    if not review.passed:
        yield held.finding("review-failed", (*path, "passed"), basis)


def _discussion(held: Held) -> Iterator[CheckFinding]:
    duty, discussion = held.procedure.collective_discussion, held.decision.steps.collective_discussion
    path = ("steps", "collective_discussion")
    if not duty.required:
        return
    if discussion is None:
        yield held.finding("discussion-missing", path, reasons(duty), reasons=reason_texts(duty))
        return
    yield from _in_time(held, "discussion-late", discussion.held_on, (*path, "held_on"), reasons(duty))
    yield from discussed_by(held)


def _in_time(
    held: Held, code: str, done: date, path: tuple[str, ...], basis: Sequence[Names]
) -> Iterator[CheckFinding]:
    if held.decided_on is not None and done > held.decided_on:
        yield held.finding(code, path, basis, done=done, decided=held.decided_on)
