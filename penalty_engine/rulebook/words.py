"""Closed sets of words that rules, cases and results share."""

from __future__ import annotations

from typing import Literal, get_args

TimelineDay = Literal[
    "conduct_from",
    "conduct_to",
    "complained_on",
    "filing_proposed_on",
    "filed_on",
    "discovered_on",
    "order_served_on",
    "order_due_on",
    "corrected_on",
    "paid_on",
    "extension_approved_on",
    "investigation_ended_on",
    "notice_served_on",
    "hearing_requested_on",
    "hearing_notice_served_on",
    "hearing_on",
    "decided_on",
    "served_on",
    "fine_paid_on",
    "performed_on",
    "reminder_served_on",
    "court_applied_on",
    "annulled_on",
    "publication_withdrawn_on",
]
TIMELINE_DAYS: tuple[str, ...] = get_args(TimelineDay)

FineTarget = Literal["unit", "responsible_person"]

BandName = Literal["maximum", "minimum", "no-fine", "mitigated"]
"""Where a tier of a benchmark lies, where that is one point of the range or none."""

Ties = Literal["lighter", "graver"]
"""Which of two tiers that hold at the same time is taken."""

PrincipleName = Literal["milder-law", "one-fine"]
"""Provisions the engine follows and cites, whatever the violation."""

PartyKind = Literal["organization", "sole_trader", "individual"]
PARTY_KINDS: tuple[str, ...] = get_args(PartyKind)

Rank = Literal[
    "law",
    "administrative_regulation",
    "local_regulation",
    "department_rule",
    "local_rule",
    "authority_rule",
]
RANKS: tuple[str, ...] = get_args(Rank)
"""From the highest to the lowest."""

DutyName = Literal[
    "collective_discussion", "hearing", "legal_review", "on_the_spot", "transfer", "publication"
]
DUTIES: tuple[str, ...] = get_args(DutyName)
FIRST_DUTIES = ("hearing", "collective_discussion")
"""The duties that are decided before the others, which may depend on them."""

ELECTION_FACTS = {
    "complicated": "complicated",
    "difficult": "difficult",
    "public_interest": "public_interest",
    "depart_from_benchmark": "departs_from_benchmark",
    "crime_indicated": "crime_indicated",
    "crime_transferred": "crime_transferred",
    "migrant_wages": "migrant_wages",
    "serious_arrears": "serious_arrears",
    "major_violation": "major_violation",
    "social_influence": "social_influence",
    "grave_social_influence": "grave_social_influence",
}
"""What an officer elects that procedure looks at → the fact of the vocabulary that says so."""

RunsWith = Literal["any-case", "decision", "hearing", "hearing-wanted", "fine", "money"]
"""What a time limit presupposes; none of them: a penalty. ``decision``: a penalty or a payment that is ordered;
``hearing-wanted``: a hearing that the party has not given up; ``money``: a fine, a confiscation or such a payment."""

LimitKind = Literal["act-by", "party-may", "happens-on"]
"""Whether somebody must act by the last day, the party may use a right up to it, or something merely happens on it."""
