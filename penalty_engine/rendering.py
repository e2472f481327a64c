"""The assessment as plain JSON data: the names that other programs rely on."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from penalty_engine.assessment import (
    ActResult,
    Assessment,
    Deadline,
    DefaultSurcharge,
    Duty,
    Finding,
    FineResult,
    MeasureResult,
    MilderLaw,
    PaymentResult,
    Step,
)
from penalty_engine.messages import Message, Names

SCHEMA = 1


def assessment_dict(assessment: Assessment, lang: str) -> dict[str, Any]:
    """See `Assessment.to_dict`."""
    procedure = assessment.procedure
    return {
        "schema": SCHEMA,
        "status": assessment.status,
        "authority": assessment.authority,
        "benchmark": assessment.benchmark,
        "acts": [_act(act, lang) for act in assessment.acts],
        "total": {name: plain(value, lang) for name, value in assessment.total._asdict().items()},
        "targets": [
            {name: plain(value, lang) for name, value in item._asdict().items()}
            for item in assessment.targets
        ],
        "procedure": {
            "collective_discussion": _duty(procedure.collective_discussion, lang),
            "hearing": _duty(procedure.hearing, lang),
            "legal_review": _duty(procedure.legal_review, lang),
            "on_the_spot": _power(procedure.on_the_spot, lang),
            "transfer": _duty(procedure.transfer, lang),
            "publication": _duty(procedure.publication, lang),
            "deadlines": [_deadline(item, lang) for item in procedure.deadlines],
            "surcharge": None if procedure.surcharge is None else _surcharge(procedure.surcharge, lang),
        },
        "warnings": [_warning(item, lang) for item in assessment.warnings],
        "trace": [_step(step, lang) for step in assessment.trace],
        "receipt": dict(assessment.receipt._asdict()),
    }


_SUBJECTS = {"subject-text": "clause-text", "subject-period": "clause-period"}


def _warning(warning: Message, lang: str) -> dict[str, Any]:
    """``subject`` says what is unverified: clause-text, clause-period, benchmark, circumstance, threshold or procedure."""
    found: dict[str, Any] = {"code": warning.code, "text": warning.text(lang).strip()}
    subject = warning.params.get("subject")
    if isinstance(subject, Message):
        found["subject"] = _SUBJECTS.get(subject.code, subject.code.removeprefix("subject-"))
    return found


def decimal_text(amount: Decimal) -> str:
    """Whole yuan without decimals, else at least two."""
    text = format(amount, "f")
    whole, _, decimals = text.partition(".")
    decimals = decimals.rstrip("0")
    return f"{whole}.{decimals.ljust(2, '0')}" if decimals else whole


def plain(value: Any, lang: str) -> Any:
    """A value as JSON holds it: amounts and dates as text, names in one language."""
    if value is None or isinstance(value, (str, bool, int)):
        return value
    if isinstance(value, Decimal):
        return decimal_text(value)
    if isinstance(value, (Names, Message)):
        return value.text(lang)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): plain(item, lang) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(item, lang) for item in value]
    return str(value)


def _act(act: ActResult, lang: str) -> dict[str, Any]:
    return {
        "violation": act.violation,
        "violation_name": act.violation_name.text(lang),
        "status": act.status,
        "governing_clause": act.governing_clause,
        "findings": [_finding(finding, lang) for finding in act.findings],
        "circumstances": [
            {
                "id": item.id,
                "name": item.name.text(lang),
                "effect": item.effect,
                "force": item.force,
                "mitigates": item.mitigates,
                "verified": item.verified,
                "basis": item.basis.text(lang),
                "derived": item.derived,
                "counted": item.counted,
                "why_not": plain(item.why_not, lang),
            }
            for item in act.circumstances
        ],
        "missing_facts": list(act.missing_facts),
        "exemption": None
        if act.exemption is None
        else {
            "circumstance": act.exemption.circumstance,
            "force": act.exemption.force,
            "basis": act.exemption.basis.text(lang),
        },
        "milder_law": None if act.milder_law is None else _milder_law(act.milder_law, lang),
    }


def _milder_law(found: MilderLaw, lang: str) -> dict[str, Any]:
    return {
        "applied": found.applied,
        "yardstick": found.yardstick,
        "at_act": {name: plain(value, lang) for name, value in found.at_act._asdict().items()},
        "at_decision": {name: plain(value, lang) for name, value in found.at_decision._asdict().items()},
        "basis": plain(found.basis, lang),
    }


def _finding(finding: Finding, lang: str) -> dict[str, Any]:
    return {
        "clause": finding.clause,
        "statute": {
            "id": finding.statute,
            "title": finding.statute_title.text(lang),
            "version": finding.version,
        },
        "article": finding.article,
        "source": finding.place,
        "applies": finding.applies,
        "status": finding.status,
        "reason": plain(finding.reason, lang),
        "fines": [_fine(fine, lang) for fine in finding.fines],
        "confiscate": plain(finding.confiscate, lang),
        "revoke": finding.revoke,
        "orders": list(finding.orders),
        "order_words": dict(finding.order_words),
        "referred_to": finding.referred_to,
        "missing_facts": list(finding.missing_facts),
        "measures": [_measure(item, lang) for item in finding.measures],
        "payments": [_payment(item, lang) for item in finding.payments],
        "power": list(finding.power),
        "set_aside_by": finding.set_aside_by,
        "gives_way_to": finding.gives_way_to,
        "alternative": [_fine(fine, lang) for fine in finding.alternative],
    }


def _measure(item: MeasureResult, lang: str) -> dict[str, Any]:
    return {
        "id": item.id,
        "name": item.name.text(lang),
        "words": item.words,
        "by": item.by,
        "optional": item.optional,
        "penalty": item.penalty,
    }


def _payment(item: PaymentResult, lang: str) -> dict[str, Any]:
    """Money that is not a fine."""
    return {
        "id": item.id,
        "name": item.name.text(lang),
        "to": item.to.text(lang),
        "optional": item.optional,
        "minimum": plain(item.minimum, lang),
        "maximum": plain(item.maximum, lang),
        "formula": item.formula,
        "by": item.by,
        "set_sum": plain(item.set_sum, lang),
    }


def _fine(fine: FineResult, lang: str) -> dict[str, Any]:
    tier = (
        None
        if fine.tier is None
        else {
            "id": fine.tier.id,
            "name": fine.tier.name.text(lang),
            "minimum": plain(fine.tier.minimum, lang),
            "maximum": plain(fine.tier.maximum, lang),
            "minimum_included": fine.tier.minimum_included,
            "maximum_included": fine.tier.maximum_included,
        }
    )
    return {
        "target": fine.target,
        "optional": fine.optional,
        "minimum": plain(fine.minimum, lang),
        "maximum": plain(fine.maximum, lang),
        "formula": fine.formula,
        "tier": tier,
        "recommended": plain(fine.recommended, lang),
        "persons": fine.persons,
        "benchmark": fine.benchmark,
        "tied": list(fine.tied),
        "mitigated": fine.mitigated,
        "selected_by": fine.selected_by,
    }


def _duty(duty: Duty, lang: str) -> dict[str, Any]:
    reasons = [
        {"code": reason.code, "text": reason.text.text(lang), "basis": reason.basis.text(lang)}
        for reason in duty.reasons
    ]
    return {"required": duty.required, "reasons": reasons}


def _power(power: Duty, lang: str) -> dict[str, Any]:
    return {"required": False, "permitted": power.permitted, "reasons": _duty(power, lang)["reasons"]}


def _deadline(item: Deadline, lang: str) -> dict[str, Any]:
    return {
        "id": item.id,
        "name": item.name.text(lang),
        "due": plain(item.due, lang),
        "from": item.start,
        "length": item.length,
        "unit": item.unit,
        "basis": item.basis.text(lang),
        "start_day": plain(item.start_day, lang),
        "after": item.after,
        "backwards": item.backwards,
        "kind": item.kind,
        "extended_by": item.extended_by,
        "approximate": item.approximate,
        "fulfilled_by": item.fulfilled_by,
        "fulfilled_on": plain(item.fulfilled_on, lang),
        "met": item.met,
        "declined": item.declined,
        "conflicts_with": list(item.conflicts_with),
        "note": plain(item.note, lang),
    }


def _surcharge(item: DefaultSurcharge, lang: str) -> dict[str, Any]:
    return {name: plain(value, lang) for name, value in item._asdict().items()}


def _step(step: Step, lang: str) -> dict[str, Any]:
    return {
        "step": step.step,
        "rule": step.rule,
        "article": step.article,
        "source": None if step.source is None else str(step.source),
        "inputs": plain(step.inputs, lang),
        "result": plain(step.result, lang),
        "steps": [_step(child, lang) for child in step.steps],
    }
