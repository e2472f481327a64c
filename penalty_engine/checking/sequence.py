"""The order of the steps: what must come after a hearing, and the bureau's own order of review, discussion and notice."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from penalty_engine.checking.consistency import Dated, discussion_of, in_case, review_of
from penalty_engine.checking.held import Held
from penalty_engine.checking.records import CheckFinding
from penalty_engine.messages import Message


def after_hearing(held: Held) -> Iterator[CheckFinding]:
    """Review and discussion look at the record of the hearing, so neither may lie before it."""
    hearing, decided = held.day("hearing_on"), held.decided_on
    if hearing is None or (
        decided is not None and hearing > decided
    ):  # that it came too late is told as such
        return
    review, discussion = review_of(held), discussion_of(held)
    if review is not None and held.procedure.legal_review.required and review.day < hearing:
        basis = held.basis("review-after-hearing", "decision-after-hearing")
        if basis:
            yield held.finding("review-before-hearing", review.path, basis, done=review.day, hearing=hearing)
    if discussion is None or not held.procedure.collective_discussion.required:
        return
    basis = held.basis("decision-after-hearing", "heads-discuss")
    if basis and discussion.day < hearing:
        params = {"done": discussion.day, "hearing": hearing}
        yield held.finding("discussion-before-hearing", discussion.path, basis, **params)


def in_order(held: Held) -> Iterator[CheckFinding]:
    """The order the bureau itself has set. After a hearing review and discussion are done again, so the notice is left out."""
    basis = held.basis("steps-in-order")
    taken = [review_of(held), discussion_of(held)]
    if held.day("hearing_on") is None:
        taken.append(_notice(held))
    known = [item for item in taken if item is not None and in_case(held, item)]
    for first, then in combinations(known, 2):
        late = held.decided_on is not None and first.day > held.decided_on  # told as such
        if basis and first.day > then.day and not late:
            params = {
                "first": Message(f"check-step-{first.name}"),
                "then": Message(f"check-step-{then.name}"),
                "day": first.day,
                "other": then.day,
            }
            yield held.finding("steps-out-of-order", first.path, basis, **params)


def _notice(held: Held) -> Dated | None:
    day = held.day("notice_served_on")
    return None if day is None else Dated("notice", ("steps", "prior_notice", "served_on"), day)
