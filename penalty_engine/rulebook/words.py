"""Closed sets of words that rules, cases and results share."""

from __future__ import annotations

from typing import Literal, get_args

TimelineDay = Literal[
    "conduct_from",
    "conduct_to",
    "complained_on",
    "filed_on",
    "discovered_on",
    "order_served_on",
    "order_due_on",
    "corrected_on",
    "paid_on",
    "extension_approved_on",
    "notice_served_on",
    "hearing_requested_on",
    "hearing_notice_served_on",
    "hearing_on",
    "decided_on",
    "served_on",
    "fine_paid_on",
    "reminder_served_on",
]
TIMELINE_DAYS: tuple[str, ...] = get_args(TimelineDay)

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

DutyName = Literal["collective_discussion", "hearing", "legal_review", "on_the_spot"]
DUTIES: tuple[str, ...] = get_args(DutyName)
FIRST_DUTIES = ("hearing", "collective_discussion")
"""The duties that are decided before the others, which may depend on them."""
