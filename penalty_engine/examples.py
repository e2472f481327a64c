"""The examples written beside the clauses, run as cases: does each rule give what its author worked out by hand?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from penalty_engine.assessment import ActResult, Finding
from penalty_engine.diagnostics import Diagnostic, sort_key
from penalty_engine.engine import Engine
from penalty_engine.errors import CaseError, EngineError
from penalty_engine.messages import Message
from penalty_engine.rulebook.catalogue_records import Period
from penalty_engine.rulebook.records import Clause, Example

_ANY_DAY = date(2000, 1, 1)  # for a version of which neither the first nor the last day is known
_NOT_CASES = frozenset({"facts", "party", "violation", "timeline"})


def check_examples(engine: Engine) -> list[Diagnostic]:
    """A finding for every example that cannot be computed and for every value that comes out otherwise."""
    found = [
        finding
        for clause in engine.clauses()
        for example in clause.examples
        for finding in check_example(engine, clause, example)
    ]
    return sorted(found, key=sort_key)


def check_example(engine: Engine, clause: Clause, example: Example) -> Iterator[Diagnostic]:
    """The findings of one example."""
    try:
        assessment = engine.assess_as_any(example_case(clause, example))
    except CaseError as error:
        for item in error.diagnostics:
            yield Diagnostic(
                "example-refused",
                example.place,
                item.field.removeprefix("acts[0]."),
                {"problem": Message(item.code, item.params)},
            )
        return
    except EngineError as error:
        yield Diagnostic("example-refused", example.place, params={"problem": error.message})
        return
    act = assessment.acts[0]
    finding = act.governing or act.findings[0]
    for name, expected in example.data.items():
        if name not in _NOT_CASES:
            yield from _compared(name, _plain(expected), _plain(_found(name, act, finding)), example)
    if "fine" in example.data and "status" not in example.data:
        yield from _compared("status", "fined", act.status, example)


def example_case(clause: Clause, example: Example) -> dict[str, Any]:
    """The case an example stands for, on a day when its version of the clause was in force."""
    timeline = {"conduct_to": example_day(clause.statute.period), **(example.data.get("timeline") or {})}
    act = {
        "clause": clause.key,
        "violation": example.data.get("violation", clause.violation),
        "facts": dict(example.data["facts"]),
    }
    return {
        "schema": 1,
        "party": {"kind": example.data.get("party", "organization")},
        "timeline": timeline,
        "acts": [act],
    }


def example_day(period: Period) -> date:
    """The last day in force if there is one, else the first."""
    return period.last or period.first or _ANY_DAY


def _found(name: str, act: ActResult, finding: Finding) -> Any:
    if name in ("fine", "person_fine", "optional"):
        target = "responsible_person" if name == "person_fine" else "unit"
        fine = next((item for item in finding.fines if item.target == target), None)
        if fine is None and name == "optional":
            fine = next(iter(finding.fines), None)
        if fine is None:
            return None
        return fine.optional if name == "optional" else [fine.minimum, fine.maximum]
    direct = {
        "status": act.status,
        "confiscate": finding.confiscate,
        "revoke": finding.revoke,
        "orders": sorted(finding.orders),
        "refer": finding.referred_to,
        "missing_facts": sorted(act.missing_facts),
        "measures": sorted(item.id for item in finding.measures),
        "payments": {item.id: [item.minimum, item.maximum] for item in finding.payments},
    }
    return direct[name]


def _compared(name: str, expected: Any, found: Any, example: Example) -> Iterator[Diagnostic]:
    if _comparable(expected) != _comparable(found):
        params = {"name": name, "expected": _shown(expected), "found": _shown(found)}
        yield Diagnostic("example-fails", example.place, params=params)


def _plain(value: Any) -> Any:
    """Amounts as Decimal whatever they were written as; lists of names without order."""
    if isinstance(value, (list, tuple)):
        items = [_plain(item) for item in value]
        names = all(isinstance(item, str) and not _is_number(item) for item in items)
        return sorted(items) if names else items
    return value


def _is_number(text: str) -> bool:
    return bool(text) and all(char.isdecimal() or char == "." for char in text)


def _comparable(value: Any) -> Any:
    if isinstance(value, list):
        return [_comparable(item) for item in value]
    if isinstance(value, dict):
        return {key: _comparable(item) for key, item in value.items()}
    if isinstance(value, bool) or value is None:
        return value
    try:
        return Decimal(value)
    except (ArithmeticError, TypeError, ValueError):
        return value


def _shown(value: Any) -> str:
    if isinstance(value, list):
        return f"[{', '.join(_shown(item) for item in value)}]"
    if isinstance(value, dict):
        return f"{{{', '.join(f'{key}: {_shown(item)}' for key, item in sorted(value.items()))}}}"
    if value is None:
        return "null"
    return str(value).lower() if isinstance(value, bool) else str(value)
