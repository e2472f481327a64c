"""What a check finds: one immutable record. Texts stay codes with parameters until `to_dict` renders them."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Literal, NamedTuple

from penalty_engine.assessment import Assessment
from penalty_engine.diagnostics import Place
from penalty_engine.messages import Message, Names

SCHEMA = 1

Severity = Literal["unlawful", "procedural-fault", "paper-fault", "departure", "note"]
SEVERITIES: tuple[Severity, ...] = ("unlawful", "procedural-fault", "paper-fault", "departure", "note")
"""From the gravest: against the law in substance; against it in procedure; wrong or missing in the paper; off the benchmark;
to be looked at."""
FAULTS = frozenset({"unlawful", "procedural-fault", "paper-fault"})
"""The severities that make a decision faulty."""


class CheckFinding(NamedTuple):
    """One thing found. ``field``: where in the decision; ``basis``: the articles behind it; ``way_out``: what to do.

    ``remark``: why it weighs less than it would: its basis is not verified, or was not in force on the day of the decision.
    """

    code: str
    severity: Severity
    text: Message
    way_out: Message
    basis: tuple[Names, ...]
    field: str
    place: Place | None
    remark: Message | None = None


class Imposed(NamedTuple):
    """What the decision imposes altogether, in yuan; on all persons."""

    fine: Decimal
    confiscate: Decimal


class CheckResult(NamedTuple):
    """A decision held against the rulebook. ``status``: sound, faulty, or needs-facts.

    ``law``: what the rulebook gives for the case; its ``procedure`` is that of the sums recommended there, ``made`` holds
    that of what was decided. While facts are missing, what could be checked is in ``findings``.
    """

    status: str
    findings: tuple[CheckFinding, ...]
    imposed: Imposed
    law: Assessment
    made: Assessment

    @property
    def missing_facts(self) -> tuple[str, ...]:
        """The facts without which the decision cannot be checked to the end."""
        return self.law.missing_facts

    def count(self, severity: Severity) -> int:
        """How many findings of one severity there are."""
        return sum(1 for item in self.findings if item.severity == severity)

    def to_dict(self, lang: str = "zh") -> dict[str, Any]:
        """The result as JSON data. Texts are Chinese unless `lang` is "en"; nothing depends on the locale."""
        from penalty_engine.rendering import assessment_dict, plain

        law = assessment_dict(self.law, lang)
        made = assessment_dict(self.made, lang)
        return {
            "schema": SCHEMA,
            "status": self.status,
            "findings": [_finding(item, lang) for item in self.findings],
            "counts": {severity: self.count(severity) for severity in SEVERITIES},
            "imposed": plain(self.imposed._asdict(), lang),
            "missing_facts": list(self.missing_facts),
            "total": law["total"],
            "procedure": made["procedure"],
            "warnings": law["warnings"],
            "receipt": law["receipt"],
        }

    def to_json(self, lang: str = "zh", indent: int | None = None) -> str:
        """`to_dict` as JSON text: same decision, same rulebook, same bytes."""
        import json

        return json.dumps(self.to_dict(lang), ensure_ascii=False, indent=indent)


def status_of(law: Assessment, found: tuple[CheckFinding, ...]) -> str:
    """The status of a result."""
    if law.status == "needs-facts":
        return "needs-facts"
    return "faulty" if any(item.severity in FAULTS for item in found) else "sound"


def _finding(item: CheckFinding, lang: str) -> dict[str, Any]:
    return {
        "code": item.code,
        "severity": item.severity,
        "text": item.text.text(lang),
        "way_out": item.way_out.text(lang),
        "basis": [basis.text(lang) for basis in item.basis],
        "field": item.field,
        "source": None if item.place is None else str(item.place),
        "remark": None if item.remark is None else item.remark.text(lang),
    }
