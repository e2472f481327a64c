"""A decision on a case, drafted or made: what was imposed, which steps were taken, and what its paper says.

Contract as for a case: unknown fields are errors, amounts are strings or integers in yuan, dates ISO.
"""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

from penalty_engine.case import Elections
from penalty_engine.case_papers import Defence, Line, Officer, Paragraphs
from penalty_engine.rulebook.condition_reader import MAX_COUNT
from penalty_engine.rulebook.scalars import IsoDate, Number, SchemaOne, Share, Yuan
from penalty_engine.rulebook.words import FineTarget

Count = Annotated[int, Field(ge=1, le=MAX_COUNT)]
Length = Annotated[int, Field(ge=1, le=3_660)]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, defer_build=True)


class DecidedFine(_Part):
    """A fine. ``amount`` is on one person where it is on several; ``rate`` × ``quantity``: how the decision says it was counted."""

    target: FineTarget = "unit"
    amount: Yuan
    capitals: Line | None = None
    persons: Count = 1
    rate: Number | None = None
    quantity: Number | None = None


class Decided(_Part):
    """What was decided under one clause for one act of the case (``act``, counted from one).

    ``confiscate`` in yuan, ``revoke`` a licence, ``orders`` and ``measures`` by their ids in the rules. ``no_penalty``: the
    circumstance on which nothing is imposed. ``basis``: the basis in the decision's own words.
    """

    act: Count = 1
    clause: Line | None = None
    basis: Paragraphs | None = None
    tier: Line | None = None
    fines: Annotated[list[DecidedFine], Field(max_length=200)] = []
    confiscate: Yuan | None = None
    revoke: Line | None = None
    orders: Annotated[list[Line], Field(max_length=50)] = []
    measures: Annotated[list[Line], Field(max_length=50)] = []
    no_penalty: Line | None = None


class Sum(_Part):
    """All fines together, in figures and in capitals."""

    amount: Yuan
    capitals: Line | None = None


class PriorNotice(_Part):
    """The prior notice of the penalty, and the sums it announced."""

    served_on: IsoDate
    fine: Yuan | None = None
    confiscate: Yuan | None = None


class Hearing(_Part):
    """The right to a hearing. ``waived``: the party gave it up, or withdrew its request."""

    offered_on: IsoDate | None = None
    waived: bool = False
    requested_on: IsoDate | None = None
    notice_served_on: IsoDate | None = None
    held_on: IsoDate | None = None


class LegalReview(_Part):
    """The legal review. ``passed`` false: the reviewer did not agree."""

    done_on: IsoDate
    by: Line | None = None
    passed: bool = True


class Participant(_Part):
    """Who took part in the collective discussion. ``head``: one of the heads of the authority."""

    name: Line
    post: Line | None = None
    head: bool = False


class CollectiveDiscussion(_Part):
    """The collective discussion."""

    held_on: IsoDate
    participants: Annotated[list[Participant], Field(max_length=50)] = []


class Transfer(_Part):
    """The transfer to the judicial authorities. ``returned_on``: the day they sent the case back."""

    transferred_on: IsoDate
    to: Line | None = None
    returned_on: IsoDate | None = None


class Steps(_Part):
    """The steps taken. A day may stand here or in the timeline of the case; where in both, they must agree.

    ``defence_waived``: the party expressly gave up statement and defence. ``reported_on``: the day a penalty imposed on the spot
    was reported to the authority.
    """

    filed_on: IsoDate | None = None
    transfer: Transfer | None = None
    prior_notice: PriorNotice | None = None
    defence_waived: bool = False
    defence: Defence | None = None
    hearing: Hearing = Field(default_factory=Hearing)
    legal_review: LegalReview | None = None
    collective_discussion: CollectiveDiscussion | None = None
    decided_on: IsoDate | None = None
    served_on: IsoDate | None = None
    reported_on: IsoDate | None = None


class Term(_Part):
    """A term as the decision states it."""

    days: Length | None = None
    working_days: Length | None = None
    months: Length | None = None


class Payment(Term):
    """The term for payment. ``surcharge``: the share of the fine that is added for each day of delay, as told to the party."""

    surcharge: Share | None = None


class Remedy(Term):
    """A remedy as the decision states it: its term, and the body it goes to."""

    body: Line | None = None


class Remedies(_Part):
    """The remedies the decision states. ``reconsideration_first``: it says that reconsideration must come before a suit."""

    reconsideration_first: bool = False
    reconsideration: Remedy | None = None
    litigation: Remedy | None = None


class States(_Part):
    """What the paper of the decision holds; false: it is left out."""

    party: bool = True
    facts: bool = True
    authority: bool = True
    seal: bool = True


class Decision(_Part):
    """A decision. ``case`` is the case itself, or the path of its file from the folder of this one."""

    format: SchemaOne = Field(default=1, alias="schema")
    case: Any
    decision_no: Line | None = None
    acts: Annotated[list[Decided], Field(min_length=1, max_length=400)]
    total: Sum | None = None
    elections: Elections = Field(default_factory=Elections)
    on_the_spot: bool = False
    steps: Steps = Field(default_factory=Steps)
    payment: Payment | None = None
    remedies: Remedies = Field(default_factory=Remedies)
    states: States = Field(default_factory=States)
    officers: Annotated[list[Officer], Field(max_length=50)] = []
