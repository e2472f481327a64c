"""The examples written beside clauses and rows of benchmarks, run as cases: does each rule give what its author worked out
by hand?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from penalty_engine.assessment import ActResult, Assessment, Finding, Step
from penalty_engine.diagnostics import Diagnostic, Place, sort_key
from penalty_engine.engine import Engine
from penalty_engine.errors import CaseError, EngineError
from penalty_engine.messages import Message
from penalty_engine.proof.cases import day_within
from penalty_engine.rulebook.benchmark_records import Benchmark, Row, RowExample
from penalty_engine.rulebook.catalogue_records import Period
from penalty_engine.rulebook.records import Clause, Example, Rulebook

_ANY_DAY = date(2000, 1, 1)  # for a version of which neither the first nor the last day is known
_NOT_CASES = frozenset({"facts", "party", "violation", "timeline", "circumstances", "day"})
_PLACED = frozenset({"tier", "band", "person_band", "recommended", "tied"})


def check_examples(engine: Engine) -> list[Diagnostic]:
    """A finding for every example that cannot be computed and for every value that comes out otherwise."""
    found = [
        finding
        for clause in engine.clauses()
        for example in clause.examples
        for finding in check_example(engine, clause, example)
    ]
    found += [
        finding
        for benchmark in engine.rulebook.benchmarks.values()
        for row in benchmark.rows
        for example in row.examples
        for finding in check_row_example(engine, benchmark, row, example)
    ]
    return sorted(found, key=sort_key)


def count_examples(rulebook: Rulebook) -> int:
    """How many examples the rules have, beside clauses and beside rows."""
    clauses = sum(len(clause.examples) for versions in rulebook.clauses.values() for clause in versions)
    rows = (row for benchmark in rulebook.benchmarks.values() for row in benchmark.rows)
    return clauses + sum(len(row.examples) for row in rows)


def check_example(engine: Engine, clause: Clause, example: Example) -> Iterator[Diagnostic]:
    """The findings of one example."""
    assessment = _assessed(engine, example_case(clause, example), example.place)
    if isinstance(assessment, list):
        yield from assessment
        return
    act = assessment.acts[0]
    finding = act.governing or act.findings[0]
    for name, expected in example.data.items():
        if name not in _NOT_CASES:
            yield from _compared(name, expected, _found(name, act, finding), example.place)
    if "fine" in example.data and "status" not in example.data:
        yield from _compared("status", "fined", act.status, example.place)


def _assessed(engine: Engine, case: dict[str, Any], place: Place) -> Assessment | list[Diagnostic]:
    """The assessment of an example, or why it cannot be computed."""
    try:
        return engine.assess_as_any(case)
    except CaseError as error:
        return [
            Diagnostic(
                "example-refused",
                place,
                item.field.removeprefix("acts[0]."),
                {"problem": Message(item.code, item.params)},
            )
            for item in error.diagnostics
        ]
    except EngineError as error:
        return [Diagnostic("example-refused", place, params={"problem": error.message})]


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


# --- rows of benchmarks -----------------------------------------------------------------------------------------------


def check_row_example(
    engine: Engine, benchmark: Benchmark, row: Row, example: RowExample
) -> Iterator[Diagnostic]:
    """The findings of one example of a row."""
    case = row_example_case(engine.rulebook, benchmark, row, example)
    assessment = _assessed(engine, case, example.place)
    if isinstance(assessment, list):
        yield from assessment
        return
    act = assessment.acts[0]
    finding = next(item for item in act.findings if item.clause == row.clause)
    if not example.data.keys().isdisjoint(_PLACED):
        yield from _compared("row", str(row.place), _row_used(assessment.trace), example.place)
    for name, expected in example.data.items():
        if name not in _NOT_CASES:
            yield from _compared(name, expected, _placed(name, act, finding), example.place)


def row_example_case(
    rulebook: Rulebook, benchmark: Benchmark, row: Row, example: RowExample
) -> dict[str, Any]:
    """The case an example of a row stands for, on a day when row, benchmark and clause were in force."""
    data = example.data
    versions = rulebook.clauses[row.clause]
    act = {
        "clause": row.clause,
        "violation": data.get("violation", versions[-1].violation),
        "facts": dict(data["facts"]),
        "circumstances": list(data.get("circumstances", ())),
    }
    return {
        "schema": 1,
        "benchmark": benchmark.id,
        "party": {"kind": data.get("party", "organization")},
        "timeline": {"conduct_to": data.get("day") or _row_day(versions, benchmark.period, row.period)},
        "acts": [act],
    }


def _row_day(versions: Sequence[Clause], *others: Period | None) -> date:
    """The last day on which a row applies to the newest version of its clause that it meets, else the first."""
    days = (day_within(clause.statute.period, *others) for clause in reversed(versions))
    return next((day for day in days if day is not None), _ANY_DAY)


def _row_used(trace: Sequence[Step]) -> str | None:
    """Where the row stands by which the act was placed."""
    steps = (item for step in trace for item in step.steps)
    return next((str(item.source) for item in steps if item.step == "benchmark" and item.inputs["row"]), None)


def _placed(name: str, act: ActResult, finding: Finding) -> Any:
    """What came out, under a name of `RowExampleModel`; a fine that the tier leaves out has a tier but no band."""
    target = "responsible_person" if name == "person_band" else "unit"
    fine = next((item for item in finding.fines if item.target == target), None)
    every = (*finding.fines, *finding.alternative)
    if name in ("band", "person_band"):
        return None if fine is None or fine.tier is None else [fine.tier.minimum, fine.tier.maximum]
    direct = {
        "tier": next((item.tier.id for item in every if item.tier is not None), None),
        "recommended": None if fine is None else fine.recommended,
        "tied": next((list(item.tied) for item in every), []),
        "missing_facts": act.missing_facts,
        "measures": [item.id for item in finding.measures],
        "revoke": finding.revoke,
    }
    return direct[name]


# --- comparing --------------------------------------------------------------------------------------------------------


def _compared(name: str, expected: Any, found: Any, place: Place) -> Iterator[Diagnostic]:
    expected, found = _plain(expected), _plain(found)
    if _comparable(expected) != _comparable(found):
        params = {"name": name, "expected": _shown(expected), "found": _shown(found)}
        yield Diagnostic("example-fails", place, params=params)


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
