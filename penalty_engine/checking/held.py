"""A decision held against what the rulebook gives for its case: what every check looks at, and how a finding is made."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from penalty_engine.assessment import ActResult, Assessment, Finding, Procedure, Step
from penalty_engine.case import Case
from penalty_engine.checking.decision import Decision
from penalty_engine.checking.file import Path_, ReadDecision
from penalty_engine.checking.imposed import Entry, by_act
from penalty_engine.checking.records import CheckFinding, Severity
from penalty_engine.checking.told import cited
from penalty_engine.messages import Message, Names
from penalty_engine.rulebook.circumstance_records import Basis
from penalty_engine.rulebook.records import Rulebook
from penalty_engine.rulebook.requirement_records import Requirement, RequirementName
from penalty_engine.rulebook.validation import field_name

_NOTES = (
    "cannot-check",
    "not-divisible",
    "departure-stated",
    "limitation-run",
    "fined-after-transfer",
    "steps-out-of-order",
    "not-reported",
    "surcharge-not-told",
)
_DEPARTURES = ("tier-departs", "tier-misnamed")
_OF_THE_PAPER = (
    "not-the-product",
    "quantity-differs",
    "total-wrong",
    "capitals-disagree",
    "capitals-unreadable",
    "clause-not-cited",
    "mitigation-not-elected",
    "exemption-elected-punished",
    "order-missing",
    "paper-leaves-out",
    "payment-term-missing",
    "payment-term-differs",
    "surcharge-differs",
    "remedy-missing",
    "remedy-term-differs",
    "remedy-body-differs",
    "remedy-direct-suit",
    "reconsideration-first-not-told",
    "no-penalty-and-penalty",
    "defence-waived-and-made",
    "transfer-returned-first",
)
_OF_PROCEDURE = (
    "notice-missing",
    "notice-late",
    "notice-without-sum",
    "above-notice",
    "defence-not-answered",
    "hearing-not-offered",
    "hearing-offered-late",
    "hearing-not-held",
    "hearing-late",
    "hearing-notice-missing",
    "decided-too-early",
    "review-missing",
    "review-late",
    "review-before-hearing",
    "review-failed",
    "discussion-missing",
    "discussion-late",
    "discussion-before-hearing",
    "discussion-without-head",
    "discussion-by-one",
    "step-before-case",
    "officers-too-few",
    "on-the-spot-not-permitted",
    "deadline-missed",
)
SEVERITY: Mapping[str, Severity] = {
    **dict.fromkeys(_NOTES, "note"),
    **dict.fromkeys(_DEPARTURES, "departure"),
    **dict.fromkeys(_OF_THE_PAPER, "paper-fault"),
    **dict.fromkeys(_OF_PROCEDURE, "procedural-fault"),
}
"""How grave each finding is; what is not listed is unlawful."""


class Held:
    """The decision, its case and what the rulebook says of them. ``law``: of the case; ``procedure``: of what was decided.

    ``days``: every day known, from the decision or the case, a step that came too late included.
    """

    def __init__(
        self,
        rulebook: Rulebook,
        found: ReadDecision,
        case: Case,
        days: Mapping[str, date],
        law: Assessment,
        procedure: Procedure | None = None,
    ) -> None:
        self.rulebook, self.found, self.case, self.law = rulebook, found, case, law
        self.decision: Decision = found.decision
        self.entries: tuple[tuple[Entry, ...], ...] = by_act(found.decision, len(case.acts))
        self.authority = rulebook.authorities[law.authority]
        self.procedure = law.procedure if procedure is None else procedure
        self._days = days
        self._bases = _bases(self)

    def day(self, name: str) -> date | None:
        """A day of the timeline, from the decision or from the case."""
        return self._days.get(name) or getattr(self.case.timeline, name)

    @property
    def decided_on(self) -> date | None:
        """The day of the decision."""
        return self.day("decided_on")

    def requirement(self, name: RequirementName) -> Requirement | None:
        """What the rules require of every decision in this respect; None: nothing."""
        return self.authority.requirements.get(name) or self.rulebook.requirements.get(name)

    def basis(self, *names: RequirementName) -> tuple[Names, ...]:
        """What requires these of a decision, as people cite it; nothing where the rules do not hold it."""
        found = [self.requirement(name) for name in names]
        return tuple(item.basis.cite for item in found if item is not None)

    def is_law(self, basis: Basis) -> bool:
        """Whether a provision is in force on the day of the decision; where that day is not known, it is."""
        return self.decided_on is None or basis.period.covers(self.decided_on)

    def finding(self, code: str, path: Path_, basis: Sequence[Names] = (), **params: Any) -> CheckFinding:
        """A finding about the field at `path`. One that rests only on what is unverified, or was not yet law, is a note."""
        remark = self._remark(basis)
        return CheckFinding(
            code,
            SEVERITY.get(code, "unlawful") if remark is None else "note",
            Message(f"check-{code}", params),
            Message(f"check-{code}-way", params),
            tuple(dict.fromkeys(basis)),
            field_name(path),
            self.found.place(path),
            remark,
        )

    def _remark(self, basis: Sequence[Names]) -> Message | None:
        """Why a finding on this basis weighs less, if it does."""
        known = [self._bases[item] for item in basis if item in self._bases]
        if not known or len(known) < len(basis):
            return None
        day = self.decided_on
        first = known[0].period.first
        if day is not None and all(item.period.first and day < item.period.first for item in known):
            return Message("check-not-yet-law", {"statute": known[0].statute, "first": first, "day": day})
        if any(item.source.verified for item in known):
            return None
        return Message("check-not-verified", {"reason": known[0].source.reason or Names("", "")})


def _bases(held: Held) -> dict[Names, Basis]:
    """Every basis of procedure and circumstances, by the words in which it is cited."""
    book = held.rulebook
    every: list[Basis] = [item.basis for item in (*book.grounds, *held.authority.grounds)]
    every += [item.basis for item in (*book.time_limits, *held.authority.time_limits)]
    every += [item.basis for item in book.limitations]
    every += [item.basis for item in book.circumstances.values()]
    every += [*book.principles.values(), *(item.basis for item in book.requirements.values())]
    every += [item.basis for item in held.authority.requirements.values()]
    found: dict[Names, Basis] = {}
    for basis in every:
        found.setdefault(basis.cite, basis)
    return found


def steps_of(steps: Sequence[Step]) -> Iterator[Step]:
    """Every step of a trace, those within others included."""
    for step in steps:
        yield step
        yield from steps_of(step.steps)


def applied_clause(act: ActResult, key: str | None) -> Finding | None:
    """The finding of a clause that is applied to an act; of the governing one where none is named."""
    if key is None:
        return act.governing
    return next((item for item in act.applied if item.clause == key), None)


def applied_cites(act: ActResult) -> tuple[Names, ...]:
    """The clauses that are applied to an act, as people cite them."""
    return tuple(cited(item) for item in act.applied)
