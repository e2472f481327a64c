"""Decisions with one fault each: a sound decision on one of a few cases, and what is changed in it.

The exact findings stand in ``found/<name>.txt``. A name begins with the code of its finding.
"""

from __future__ import annotations

from typing import Any

from tests.checking.changes import Fault, add, at, fine, imposed, nothing
from tests.checking.samples import case


def dispatch(*circumstances: str, gain: int = 120000, **more: Any) -> dict[str, Any]:
    """Labour dispatch without a licence."""
    act = {"facts": {"illegal_gain": gain, "prior_same_violations": 0}, "circumstances": list(circumstances)}
    return case({"violation": "unlicensed-labour-dispatch", **act}, **more)


_HOSTS = {"failed_to_correct": True, "dispatched_workers": 8, "party_role": "dispatch_agency"}
_INTRODUCED = {"persons_introduced": 1, "unregistered_unit": False, "is_employment_agency": False}
_LEDGER = {"failed_to_correct": True, "responsible_persons": 2}

CASES: dict[str, dict[str, Any]] = {
    "plain": dispatch(),
    "heavier": dispatch("obstruction"),
    "lighter": dispatch("harm-removed"),
    "emergency": dispatch("emergency-measures-broken"),
    "mitigated": dispatch("harm-removed", elections={"mitigate": True}),
    "minor": dispatch("minor-and-corrected", gain=0),
    "first": dispatch("first-violation", gain=0, elections={"first_violation_exemption": True}),
    "no-gain": dispatch(gain=0),
    "too-late": case(
        {"violation": "unlicensed-labour-dispatch", "facts": {"illegal_gain": 120000, "grave_harm": False}},
        timeline={"conduct_from": "2023-01-05", "conduct_to": "2023-08-01"},
    ),
    "crime": dispatch(elections={"crime_indicated": True}),
    "young": {
        **case(
            {"violation": "introducing-under-sixteen", "facts": _INTRODUCED}, elections={"mitigate": True}
        ),
        "party": {"kind": "individual", "name": "某某", "born_on": "2008-06-01"},
    },
    "fined-elsewhere": case(
        {
            "violation": "unlicensed-labour-dispatch",
            "facts": {"illegal_gain": 120000, "prior_same_violations": 0},
            "already_fined": {"by": "某某市场监督管理局", "amount": "30000"},
        }
    ),
    "hr-service": case({"violation": "unlicensed-hr-service", "facts": {"illegal_gain": 36000}}),
    "records": case({"violation": "medical-fund-records", "facts": {"failed_to_correct": True}}),
    "child-labour": case(
        {
            "violation": "child-labour",
            "facts": {
                "child_months": 3,
                "failed_to_correct": False,
                "toxic_workplace": False,
                "unregistered_unit": False,
                "serious": True,
                "illegal_gain": 0,
            },
        }
    ),
    "per-worker": case({"violation": "labour-dispatch-rules-broken", "facts": _HOSTS}),
    "obeyed": case(
        {"violation": "labour-dispatch-rules-broken", "facts": {**_HOSTS, "failed_to_correct": False}}
    ),
    "persons": case({"violation": "wage-ledger-missing", "facts": _LEDGER}),
    "overtime": case({"violation": "overtime-beyond-limits", "facts": {"affected_workers": 5}}),
    "small": dispatch("harm-removed", gain=0),
    "undecided": case({"violation": "unlicensed-labour-dispatch"}),
    "before-the-act": dispatch("obstruction", to="2016-05-31"),
    "two-acts": case(
        {"violation": "unlicensed-labour-dispatch", "facts": {"illegal_gain": 0, "prior_same_violations": 0}},
        {"violation": "overtime-beyond-limits", "facts": {"affected_workers": 5}},
    ),
}

_LATER = "2025-09-22"
_HEAD = {"name": "赵某某", "post": "局长", "head": True}
_HEARD = (
    at("steps", "hearing", "requested_on", value="2025-09-08"),
    at("steps", "hearing", "notice_served_on", value="2025-09-08"),
    at("steps", "hearing", "held_on", value="2025-09-18"),
    at("steps", "legal_review", "done_on", value="2025-09-19"),
    at("steps", "collective_discussion", "held_on", value="2025-09-19"),
)
_ON_THE_SPOT = (
    at("on_the_spot", value=True),
    at("steps", "reported_on", value="2025-09-22"),
    at("remedies", "reconsideration_first", value=True),
    at("remedies", "litigation"),
)
_DIRECT_SUIT = {"months": 6, "body": "隆尧县人民法院"}

FAULTS: dict[str, Fault] = {
    # the clause
    "clause-not-cited": Fault("plain", (at("acts", 0, "clause"),)),
    "clause-other-violation": Fault("plain", (at("acts", 0, "clause", value="labour-law/91"),)),
    "clause-not-in-force": Fault(
        "hr-service", (at("acts", 0, "clause", value="hebei-labour-market-regulation/25.1"),)
    ),
    "clause-not-available": Fault("obeyed", (imposed("labour-contract-law/92.2", "55000"),)),
    "clause-set-aside": Fault("hr-service", (at("acts", 0, "clause", value="employment-promotion-law/64"),)),
    "clause-of-another-body": Fault("records", (imposed("medical-insurance-fund-regulation/39", "20000"),)),
    # the sum
    "fine-above-maximum": Fault("plain", (fine("600000.01"),)),
    "fine-below-minimum": Fault("plain", (fine("119999.99"),)),
    "mitigated-without-ground": Fault("plain", (fine("60000"), at("elections", "mitigate", value=True))),
    "mitigation-not-elected": Fault("lighter", (fine("60000"),)),
    "fine-missing": Fault("persons", (at("acts", 0, "fines", 1), fine("27500"))),
    "fine-without-ground": Fault(
        "plain",
        (add("acts", 0, "fines", value={"target": "responsible_person", "amount": "0"}), fine("500", 0, 1)),
    ),
    "fined-twice": Fault("plain", (add("acts", 0, "fines", value={"amount": "0"}), fine("500", 0, 1))),
    "fined-twice-in-two-entries": Fault(
        "plain",
        (
            add("acts", value={"clause": "labour-contract-law/92.1", "fines": [{"amount": "0"}]}),
            fine("500", 1),
        ),
    ),
    "persons-differ": Fault("persons", (at("acts", 0, "fines", 1, "persons", value=3), fine("27500"))),
    "mitigation-due": Fault("young", (fine("5000"), at("case", "elections", "mitigate", value=False))),
    "not-the-product": Fault(
        "per-worker",
        (at("acts", 0, "fines", 0, "rate", value=6800), at("acts", 0, "fines", 0, "quantity", value=8)),
    ),
    "quantity-differs": Fault("per-worker", (at("acts", 0, "fines", 0, "quantity", value=11),)),
    "not-divisible": Fault("per-worker", (fine("55000.01"),)),
    "total-wrong": Fault("plain", (at("total", "amount", value="420000"),)),
    "total-wrong-of-two": Fault("two-acts", (at("total", "amount", value="1"),)),
    "capitals-disagree": Fault(
        "plain", (at("acts", 0, "fines", 0, "capitals", value="人民币叁拾万零伍元整"),)
    ),
    "capitals-unreadable": Fault("plain", (at("total", "capitals", value="人民币三十万元整"),)),
    "capitals-disagree-in-total": Fault("plain", (at("total", "capitals", value="叁万元"),)),
    # discretion
    "tier-departs": Fault("plain", (fine("500000"),)),
    "tier-departs-downwards": Fault("heavier", (fine("130000"),)),
    "departure-stated": Fault(
        "plain", (fine("500000"), at("elections", "depart_from_benchmark", value=True))
    ),
    "tier-misnamed": Fault("plain", (at("acts", 0, "tier", value="serious"),)),
    "mandatory-ignored": Fault("lighter", (fine("300000"),)),
    "mandatory-ignored-heavier": Fault("emergency", (fine("130000"),)),
    "exempt-punished": Fault("minor", (imposed("labour-contract-law/92.1", "20000"),)),
    "exempt-punished-after-the-limitation-period": Fault(
        "too-late", (imposed("labour-contract-law/92.1", "300000"),)
    ),
    "exemption-elected-punished": Fault("first", (imposed("labour-contract-law/92.1", "20000"),)),
    "no-penalty-without-ground": Fault("no-gain", (nothing("minor-and-corrected"),)),
    "no-penalty-without-ground-of-election": Fault("no-gain", (nothing("first-violation"),)),
    "no-penalty-and-penalty": Fault("plain", (at("acts", 0, "no_penalty", value="minor-and-corrected"),)),
    "no-penalty-and-penalty-in-two-entries": Fault(
        "plain", (add("acts", value={"no_penalty": "minor-and-corrected"}),)
    ),
    "not-punished": Fault("plain", (nothing(),)),
    "second-fine": Fault("fined-elsewhere", (imposed("labour-contract-law/92.1", "300000"),)),
    # beside the fine
    "confiscation-missing": Fault("plain", (at("acts", 0, "confiscate"),)),
    "confiscation-differs": Fault("plain", (at("acts", 0, "confiscate", value="110000"),)),
    "confiscation-without-ground": Fault(
        "no-gain",
        (at("acts", 0, "confiscate", value="10"), at("steps", "prior_notice", "confiscate", value="10")),
    ),
    "revocation-missing": Fault("per-worker", (at("acts", 0, "revoke", value=None),)),
    "revocation-without-ground": Fault("plain", (at("acts", 0, "revoke", value="labour-dispatch-licence"),)),
    "measure-missing": Fault("overtime", (at("acts", 0, "measures", value=[]),)),
    "measure-without-ground": Fault("plain", (add("acts", 0, "measures", value="warning"),)),
    "measure-of-another-body": Fault(
        "child-labour", (add("acts", 0, "measures", value="revoke-business-licence"),)
    ),
    "order-missing": Fault("plain", (at("acts", 0, "orders", value=[]),)),
    # the transfer
    "not-transferred": Fault("crime", (at("steps", "transfer"),)),
    "transfer-late": Fault(
        "crime", (at("steps", "transfer", value={"transferred_on": _LATER, "returned_on": "2025-10-15"}),)
    ),
    "transfer-returned-first": Fault("crime", (at("steps", "transfer", "returned_on", value="2025-08-01"),)),
    "fined-after-transfer": Fault("crime", (at("steps", "transfer", "returned_on"),)),
    "fined-after-transfer-as-the-case-says": Fault(
        "crime", (at("steps", "transfer"), at("case", "elections", "crime_transferred", value=True))
    ),
    # steps
    "notice-missing": Fault("plain", (at("steps", "prior_notice"),)),
    "notice-late": Fault("plain", (at("steps", "prior_notice", "served_on", value=_LATER),)),
    "notice-without-sum": Fault("plain", (at("steps", "prior_notice", "fine"),)),
    "above-notice": Fault("plain", (at("steps", "prior_notice", "fine", value="200000"),)),
    "heavier-after-defence": Fault(
        "plain",
        (
            at("steps", "prior_notice", "fine", value="200000"),
            at("steps", "defence", value={"made": True, "finding": "不予采纳。"}),
        ),
    ),
    "defence-not-answered": Fault("plain", (at("steps", "defence", value={"made": True}),)),
    "hearing-not-offered": Fault("plain", (at("steps", "hearing"),)),
    "hearing-not-offered-for-what-was-announced": Fault(
        "small", (at("steps", "prior_notice", "fine", value="20000"), at("steps", "hearing"))
    ),
    "hearing-offered-late": Fault("plain", (at("steps", "hearing", "offered_on", value=_LATER),)),
    "hearing-not-held": Fault("plain", (at("steps", "hearing", "requested_on", value="2025-09-08"),)),
    "hearing-late": Fault(
        "plain",
        (
            at("steps", "hearing", "requested_on", value="2025-09-08"),
            at("steps", "hearing", "notice_served_on", value="2025-09-09"),
            at("steps", "hearing", "held_on", value="2025-09-24"),
        ),
    ),
    "deadline-missed-hearing-notice": Fault(
        "plain",
        (
            *_HEARD,
            at("steps", "hearing", "notice_served_on", value="2025-09-10"),
        ),
    ),
    "decided-too-early": Fault(
        "plain",
        tuple(at("steps", *path, value="2025-09-12") for path in (("decided_on",), ("served_on",))),
    ),
    "decided-too-early-after-the-right-was-told": Fault(
        "plain", (at("steps", "hearing", "offered_on", value="2025-09-21"),)
    ),
    "decided-too-early-for-a-right-told-without-notice": Fault(
        "plain",
        (
            at("steps", "hearing", "offered_on", value="2025-09-18"),
            at("steps", "defence_waived", value=True),
            at("steps", "prior_notice"),
        ),
    ),
    "hearing-notice-missing": Fault("plain", (*_HEARD, at("steps", "hearing", "notice_served_on"))),
    "review-missing": Fault("plain", (at("steps", "legal_review"),)),
    "review-late": Fault("plain", (at("steps", "legal_review", "done_on", value=_LATER),)),
    "review-before-hearing": Fault(
        "plain", (*_HEARD, at("steps", "legal_review", "done_on", value="2025-09-04"))
    ),
    "review-failed": Fault("plain", (at("steps", "legal_review", "passed", value=False),)),
    "discussion-missing": Fault("plain", (at("steps", "collective_discussion"),)),
    "discussion-missing-when-mitigated": Fault("mitigated", (at("steps", "collective_discussion"),)),
    "discussion-missing-on-departure": Fault(
        "no-gain", (fine("2000"), at("steps", "collective_discussion")), ("tier-departs",)
    ),
    "discussion-late": Fault("plain", (at("steps", "collective_discussion", "held_on", value=_LATER),)),
    "discussion-before-hearing": Fault(
        "plain",
        (
            *_HEARD,
            at("steps", "legal_review", "done_on", value="2025-09-18"),
            at("steps", "collective_discussion", "held_on", value="2025-09-17"),
        ),
        ("steps-out-of-order",),
    ),
    "discussion-without-head": Fault(
        "plain", (at("steps", "collective_discussion", "participants", 0, "head", value=False),)
    ),
    "discussion-without-head-named": Fault(
        "plain", (at("steps", "collective_discussion", "participants", 0, "name", value=" "),)
    ),
    "discussion-by-one": Fault(
        "plain", (at("steps", "collective_discussion", "participants", value=[_HEAD, _HEAD, _HEAD]),)
    ),
    "step-before-case": Fault("plain", (at("steps", "legal_review", "done_on", value="1900-01-01"),)),
    "step-before-case-discussion": Fault(
        "plain", (at("steps", "collective_discussion", "held_on", value="1900-01-01"),)
    ),
    "step-before-case-offer": Fault("plain", (at("steps", "hearing", "offered_on", value="2025-08-30"),)),
    "step-before-case-not-filed": Fault(
        "plain",
        (
            at("case", "timeline", "filed_on"),
            at("case", "timeline", "discovered_on"),
            at("steps", "legal_review", "done_on", value="2025-08-28"),
        ),
    ),
    "defence-waived-and-made": Fault(
        "plain",
        (
            at("steps", "defence_waived", value=True),
            at("steps", "defence", value={"made": True, "finding": "不予采纳。"}),
        ),
    ),
    "officers-too-few": Fault("plain", (at("officers", 1),)),
    "officers-too-few-one-twice": Fault(
        "plain", (at("officers", 1, value={"name": "李某某", "certificate_no": "示例-001"}),)
    ),
    "officers-too-few-without-names": Fault("plain", (at("officers", value=[{"name": " "}, {"name": ""}]),)),
    "officers-too-few-one-certificate": Fault(
        "plain", (at("officers", 1, "certificate_no", value="示例-001"),)
    ),
    "steps-out-of-order": Fault(
        "plain", (at("steps", "collective_discussion", "held_on", value="2025-09-10"),)
    ),
    "steps-out-of-order-review-after-discussion": Fault(
        "plain", (at("steps", "collective_discussion", "held_on", value="2025-09-03"),)
    ),
    "on-the-spot-not-permitted": Fault("plain", _ON_THE_SPOT),
    "not-reported": Fault("overtime", (*_ON_THE_SPOT, at("steps", "reported_on"))),
    # terms
    "deadline-missed": Fault("plain", (at("steps", "served_on", value="2025-10-20"),)),
    "payment-term-missing": Fault("plain", (at("payment"),), ("surcharge-not-told",)),
    "payment-term-differs": Fault("plain", (at("payment", "days", value=30),)),
    "payment-term-differs-twice-stated": Fault("plain", (at("payment", "months", value=1),)),
    "remedy-term-differs-twice-stated": Fault("plain", (at("remedies", "litigation", "days", value=15),)),
    "surcharge-not-told": Fault("plain", (at("payment", "surcharge"),)),
    "surcharge-differs": Fault("plain", (at("payment", "surcharge", value="5/100"),)),
    "remedy-direct-suit": Fault(
        "overtime", (*_ON_THE_SPOT, at("remedies", "litigation", value=_DIRECT_SUIT))
    ),
    "reconsideration-first-not-told": Fault(
        "overtime", (*_ON_THE_SPOT, at("remedies", "reconsideration_first"))
    ),
    "paper-leaves-out": Fault("plain", (at("states", "party", value=False),)),
    "paper-leaves-out-facts": Fault("plain", (at("states", "facts", value=False),)),
    "paper-leaves-out-authority": Fault("plain", (at("states", "authority", value=False),)),
    "paper-leaves-out-seal": Fault("plain", (at("states", "seal", value=False),)),
    "remedy-missing": Fault("plain", (at("remedies", "reconsideration"),)),
    "remedy-term-differs": Fault(
        "plain", (at("remedies", "litigation", value={"months": 3, "body": "隆尧县人民法院"}),)
    ),
    "remedy-term-differs-unstated": Fault("plain", (at("remedies", "litigation", "months"),)),
    "remedy-body-differs": Fault(
        "plain", (at("remedies", "reconsideration", "body", value="邢台市人力资源和社会保障局"),)
    ),
    "remedy-body-differs-blank": Fault("plain", (at("remedies", "litigation", "body", value=" "),)),
    "remedy-body-differs-unstated": Fault("plain", (at("remedies", "litigation", "body"),)),
    # what keeps a check from being finished, and what weighs less
    "officers-too-few-before-the-law": Fault("before-the-act", (at("officers", 1),)),
}
