"""After stage 6: the sums that the officer has set for payments that are no penalty, within what the law leaves open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from penalty_engine.assessment import ActResult, Finding, PaymentResult
from penalty_engine.case import located
from penalty_engine.diagnostics import Diagnostic
from penalty_engine.errors import CaseError
from penalty_engine.messages import Message
from penalty_engine.rendering import decimal_text
from penalty_engine.stages.admission import AdmittedCase


class SetPayments(NamedTuple):
    """The acts with the sums set, and what to warn of about those that nothing is owed for."""

    acts: tuple[ActResult, ...]
    warnings: tuple[Message, ...] = ()


def with_set_payments(admitted: AdmittedCase, acts: tuple[ActResult, ...]) -> SetPayments:
    """The acts with the sums that the case sets. Raises CaseError for a sum outside the range of its payment."""
    if not any(act.payments for act in admitted.case.acts):
        return SetPayments(acts)
    wrong = [*_outside(admitted, acts)]
    if wrong:
        raise CaseError(wrong)
    stated = [act.payments for act in admitted.case.acts]
    found = tuple(_with(act, sums) if sums else act for act, sums in zip(acts, stated, strict=True))
    return SetPayments(found, tuple(_not_owed(admitted, acts)))


def _owed(act: ActResult, name: str) -> list[PaymentResult]:
    """The payments of that name that this authority orders."""
    return [
        item for finding in act.applied for item in finding.payments if item.id == name and item.by is None
    ]


def _outside(admitted: AdmittedCase, acts: Sequence[ActResult]) -> Iterator[Diagnostic]:
    for index, act in enumerate(acts):
        for name, amount in admitted.case.acts[index].payments.items():
            for item in _owed(act, name)[:1]:
                if not item.minimum <= amount <= item.maximum:
                    low, high = decimal_text(item.minimum), decimal_text(item.maximum)
                    params = {"name": item.name, "sum": decimal_text(amount), "low": low, "high": high}
                    path = ("acts", index, "payments", name)
                    yield located(path, "payment-outside", params, admitted.source)


def _not_owed(admitted: AdmittedCase, acts: Sequence[ActResult]) -> Iterator[Message]:
    for index, act in enumerate(acts):
        for name in admitted.case.acts[index].payments:
            if act.status != "needs-facts" and not _owed(act, name):
                params = {"act": act.violation_name, "name": name, "field": f"acts[{index}].payments.{name}"}
                yield Message("payment-not-owed", params)


def _with(act: ActResult, sums: dict[str, Decimal]) -> ActResult:
    """The act with each sum at the first payment of its name."""
    left = dict(sums)
    applied = {item.clause for item in act.applied}

    def filled(finding: Finding) -> Finding:
        if finding.clause not in applied:
            return finding
        payments = [
            item._replace(set_sum=left.pop(item.id)) if item.by is None and item.id in left else item
            for item in finding.payments
        ]
        return finding._replace(payments=tuple(payments))

    return act._replace(findings=tuple(filled(item) for item in act.findings))
