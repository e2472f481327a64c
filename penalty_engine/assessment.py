"""The assessment: one immutable record of what the law allows, what is recommended, and why.

Amounts are exact Decimal yuan. Texts stay codes with parameters until `to_dict` renders them in one language.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from penalty_engine.diagnostics import Place
from penalty_engine.messages import Message, Names
from penalty_engine.rulebook.words import DUTIES


class Step(NamedTuple):
    """One step of the trace: what rule, which article, where it is written, what went in, what came out."""

    step: str
    rule: str | None
    article: str | None
    source: Place | None
    inputs: Mapping[str, Any]
    result: Any
    steps: tuple[Step, ...] = ()


class TierBand(NamedTuple):
    """The tier and its band in yuan. ``…_included``: whether the end itself belongs to it."""

    id: str
    name: Names
    minimum: Decimal
    maximum: Decimal
    minimum_included: bool = True
    maximum_included: bool = True


class FineResult(NamedTuple):
    """One fine: the statutory range, the band, and the recommended sum, in yuan. ``tier`` is None for a fixed sum.

    ``persons``: on how many persons it is imposed, on each of them in this amount. ``benchmark``: which one placed it, by
    circumstances, facts, both, or percentages (``selected_by``); ``tied``: other tiers whose conditions hold as well; ``mitigated``: below the range, on the officer's election.
    """

    target: str
    optional: bool
    minimum: Decimal
    maximum: Decimal
    formula: str
    tier: TierBand | None
    recommended: Decimal
    persons: int = 1
    benchmark: str | None = None
    tied: tuple[str, ...] = ()
    mitigated: bool = False
    selected_by: str | None = None


class MeasureResult(NamedTuple):
    """A measure beside fine, confiscation and revocation. ``by``: the other body that decides it; ``penalty``, ``grave``:
    whether it is an administrative penalty, and of a kind that opens a hearing."""

    id: str
    name: Names
    words: str | None
    by: str | None
    optional: bool
    penalty: bool
    grave: bool


class PaymentResult(NamedTuple):
    """A sum that is not a fine, in yuan, and who receives it. ``by``: the other body that orders it; ``set_sum``: what the
    officer has set between the two ends, as the case says."""

    id: str
    name: Names
    to: Names
    optional: bool
    minimum: Decimal
    maximum: Decimal
    formula: str
    by: str | None = None
    set_sum: Decimal | None = None


class CircumstanceResult(NamedTuple):
    """An established circumstance; ``counted`` tells whether it moved the tier (``why_not``: why it did not although it could),
    ``force`` is mandatory or discretionary, ``verified`` whether its basis is."""

    id: str
    name: Names
    effect: str
    force: str
    mitigates: bool
    basis: Names
    verified: bool
    derived: bool
    counted: bool
    why_not: Message | None = None


class Exemption(NamedTuple):
    """Why no penalty is imposed; ``force``: must or may."""

    circumstance: str
    force: str
    basis: Names


class Finding(NamedTuple):
    """One clause held against one act. ``applies`` False: ``reason`` is the first failing condition.

    ``alternative``: the fines of a clause that is set aside or that another body applies; they are not imposed here.
    ``set_aside_by``: the conflict or rule that prefers another clause, ``gives_way_to``: that clause; ``power``: the bodies that may apply the clause.
    """

    clause: str
    statute: str
    statute_title: Names
    version: str
    article: str
    place: str
    applies: bool
    status: str
    reason: Message | None
    fines: tuple[FineResult, ...]
    confiscate: Decimal | None
    revoke: str | None
    orders: tuple[str, ...]
    order_words: Mapping[str, str]
    referred_to: str | None
    missing_facts: tuple[str, ...]
    measures: tuple[MeasureResult, ...] = ()
    payments: tuple[PaymentResult, ...] = ()
    alternative: tuple[FineResult, ...] = ()
    set_aside_by: str | None = None
    gives_way_to: str | None = None
    power: tuple[str, ...] = ()


class LawResult(NamedTuple):
    """What an act comes to under the law of one day; sums in yuan over all targets, None while facts are missing."""

    day: date
    status: str
    clause: str | None
    statute_title: Names | None
    version: str | None
    minimum: Decimal | None
    maximum: Decimal | None
    recommended: Decimal | None
    confiscate: Decimal | None
    revoke: str | None
    measures: tuple[Names, ...]


class MilderLaw(NamedTuple):
    """The law at the act against the law at the decision. ``applied``: act, decision, or undecided (then that at the act);
    ``yardstick``: the first in which they differ: penalty, grave, maximum, minimum, mandatory (or
    left open), confiscation; None if in nothing."""

    applied: str
    yardstick: str | None
    at_act: LawResult
    at_decision: LawResult
    basis: Names | None


class ActResult(NamedTuple):
    """One act of the case."""

    violation: str
    violation_name: Names
    status: str
    governing_clause: str | None
    findings: tuple[Finding, ...]
    circumstances: tuple[CircumstanceResult, ...]
    missing_facts: tuple[str, ...]
    exemption: Exemption | None
    milder_law: MilderLaw | None = None

    @property
    def governing(self) -> Finding | None:
        """The finding that is applied, the first where several are."""
        return next((finding for finding in self.findings if finding.clause == self.governing_clause), None)

    @property
    def applied(self) -> tuple[Finding, ...]:
        """Every finding that is applied: one, or several clauses that are imposed together."""
        governing = self.governing
        if governing is None or self.status == "needs-facts":
            return () if governing is None else (governing,)
        return (governing, *(item for item in self.findings if item.applies and item is not governing))


class TargetTotal(NamedTuple):
    """Sums over all acts for one target (for each responsible person's fine: all of them), in yuan."""

    target: str
    minimum: Decimal
    maximum: Decimal
    recommended: Decimal


class Total(NamedTuple):
    """Sums over all acts and targets, in yuan; None where facts are missing (or nothing is confiscated)."""

    minimum: Decimal | None
    maximum: Decimal | None
    recommended: Decimal | None
    confiscate: Decimal | None


class Reason(NamedTuple):
    """Why a duty arises."""

    code: str
    text: Names
    basis: Names


class Duty(NamedTuple):
    """A procedural duty: required, not required, or (None) not decided by the facts given."""

    required: bool | None
    reasons: tuple[Reason, ...]
    permitted: bool | None = None


class Deadline(NamedTuple):
    """A time limit; ``due``, its last day, is None until the day it runs from is known.

    ``start``: the day of the timeline that is needed for it, ``start_day``: the day it is counted from (with ``after``: the
    last day of that limit); ``approximate``: working days of a year whose holidays are not known; ``met``: whether it was
    done in time, None while that is open; ``conflicts_with``: other limits for the same step that end on other days;
    ``declined``: a right (``kind`` party-may) that the party does not use, as the case says.
    """

    id: str
    name: Names
    due: date | None
    start: str
    length: int
    unit: str
    basis: Names
    start_day: date | None = None
    approximate: bool = False
    met: bool | None = None
    fulfilled_by: str | None = None
    fulfilled_on: date | None = None
    conflicts_with: tuple[str, ...] = ()
    after: str | None = None
    backwards: bool = False
    kind: str = "act-by"
    extended_by: int = 0
    note: Names | None = None
    declined: bool = False


class DefaultSurcharge(NamedTuple):
    """What is added to a fine for each day it is paid late, in yuan; ``amount`` is None until it is known when it was paid.

    ``deadline``: the time limit that ends when the maximum is reached; ``fine``: the recommended fine it is counted from.
    """

    deadline: str
    basis: Names
    fine: Decimal
    daily: Decimal
    maximum: Decimal
    begins: date
    reaches_maximum: date
    days: int | None
    amount: Decimal | None


class Procedure(NamedTuple):
    """What procedure requires or permits, and the time limits that run. ``remarks``: what there is to warn of about them."""

    collective_discussion: Duty
    hearing: Duty
    legal_review: Duty
    on_the_spot: Duty
    deadlines: tuple[Deadline, ...]
    transfer: Duty = Duty(False, ())
    publication: Duty = Duty(False, ())
    surcharge: DefaultSurcharge | None = None
    remarks: tuple[Message, ...] = ()

    @property
    def duties(self) -> dict[str, Duty]:
        """Every duty by its name."""
        return {name: getattr(self, name) for name in DUTIES}


class Receipt(NamedTuple):
    """What produced the result. Of all fields only ``network`` may differ between two runs of the same case."""

    engine: str
    rulebook: str
    network: str
    case_sha256: str


class Assessment(NamedTuple):
    """The whole answer."""

    status: str
    authority: str
    benchmark: str
    acts: tuple[ActResult, ...]
    total: Total
    procedure: Procedure
    warnings: tuple[Message, ...]
    trace: tuple[Step, ...]
    receipt: Receipt
    targets: tuple[TargetTotal, ...] = ()

    @property
    def missing_facts(self) -> tuple[str, ...]:
        """Every fact still missing, each once."""
        return tuple(dict.fromkeys(name for act in self.acts for name in act.missing_facts))

    def to_dict(self, lang: str = "zh") -> dict[str, Any]:
        """The contract's JSON form. Texts are Chinese unless `lang` is "en"; nothing depends on the locale."""
        from penalty_engine.rendering import assessment_dict

        return assessment_dict(self, lang)

    def to_json(self, lang: str = "zh", indent: int | None = None) -> str:
        """`to_dict` as JSON text: same case, same rulebook, same bytes."""
        import json

        return json.dumps(self.to_dict(lang), ensure_ascii=False, indent=indent)
