"""Questions to the decision graph and answers from both sides in one form, so that they can be compared."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from benchmarks.zen_graph import TARGETS
from penalty_engine import Assessment
from penalty_engine.rulebook.records import Rulebook
from penalty_engine.rulebook.words import DUTIES, ELECTION_FACTS

_FIGURES = ("minimum", "maximum", "tier", "band_minimum", "band_maximum", "recommended", "optional")


def context(rulebook: Rulebook, case: Mapping[str, Any]) -> dict[str, Any]:
    """The flat input of the graph for a case with one act that names its clause."""
    act, elections = case["acts"][0], case.get("elections", {})
    return {
        "clause": act["clause"],
        "day": int(str(case["timeline"]["conduct_to"]).replace("-", "")),
        "decided": int(str(case["timeline"].get("decided_on", "9999-12-31")).replace("-", "")),
        "party_kind": case["party"]["kind"],
        "circumstances": list(act.get("circumstances", [])),
        **{name: bool(elections.get(name)) for name in ("mitigate", "first_violation_exemption")},
        **{fact: bool(elections.get(name)) for name, fact in ELECTION_FACTS.items()},
        "violation": rulebook.clauses[act["clause"]][-1].violation,
        **{
            name: _number(value) if rulebook.vocabulary.facts[name].type == "money" else value
            for name, value in act.get("facts", {}).items()
        },
    }


def _number(value: Any) -> int | float:
    amount = Decimal(str(value))
    return int(amount) if amount == amount.to_integral_value() else float(amount)


def peer_answer(result: Mapping[str, Any]) -> dict[str, Any]:
    """zen's result in the common form: exact amounts, reasons sorted."""
    fined = [target for target in TARGETS if result.get(f"{target}_fined") and result["status"] != "exempt"]
    return {
        "status": result["status"],
        "fines": {
            target: {name: _exact(result[f"{target}_{name}"]) for name in _FIGURES} for target in fined
        },
        "confiscate": _exact(result.get("confiscate")),
        "revoke": result.get("revoke"),
        "orders": sorted(result["orders"]),
        "referred_to": result.get("referred_to"),
        "duties": {
            name: (result.get(name), sorted(set(result.get(f"{name}_reasons") or ()))) for name in DUTIES
        },
    }


def _exact(value: Any) -> Any:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return value
    return Decimal(str(value)).normalize()


def engine_answer(found: Assessment) -> dict[str, Any]:
    """An assessment of one act under one clause in the same form."""
    finding = found.acts[0].findings[0]
    fines = {}
    for fine in finding.fines:
        tier = fine.tier
        band = (
            ("fixed", fine.minimum, fine.maximum) if tier is None else (tier.id, tier.minimum, tier.maximum)
        )
        figures = (fine.minimum, fine.maximum, *band, fine.recommended, fine.optional)
        fines[fine.target] = {
            name: value.normalize() if isinstance(value, Decimal) else value
            for name, value in zip(_FIGURES, figures, strict=True)
        }
    duties = {}
    for name in DUTIES:
        duty = getattr(found.procedure, name)
        decided = duty.permitted if name == "on_the_spot" else duty.required
        duties[name] = (decided, sorted(reason.code for reason in duty.reasons))
    confiscate = finding.confiscate
    return {
        "status": finding.status,
        "fines": fines,
        "confiscate": None if confiscate is None else confiscate.normalize(),
        "revoke": finding.revoke,
        "orders": sorted(finding.orders),
        "referred_to": finding.referred_to,
        "duties": duties,
    }
