"""Faults of a table as findings: both rows by their places, what is wrong, the way out, and a case that shows it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from penalty_engine.diagnostics import Diagnostic, Place, Severity, sort_key
from penalty_engine.messages import Message, Names
from penalty_engine.proof.cases import Case, one_line
from penalty_engine.proof.prover import How
from penalty_engine.proof.tables import Fault, Table
from penalty_engine.rulebook.condition_reader import circumstance_of
from penalty_engine.rulebook.conditions import Facts
from penalty_engine.rulebook.records import Rulebook
from penalty_engine.stages.told import label, word

MakeCase = Callable[[Sequence[Facts]], Case | None]
_WARNINGS = frozenset({"mergeable", "not-proven", "too-many", "uncovered"})


class Proven(NamedTuple):
    """One thing looked at: ``group``: the statute or benchmark it belongs to; ``rows``: how many it has."""

    kind: str
    group: str
    title: Names
    rows: int
    how: How
    findings: tuple[Diagnostic, ...]


class Proof(NamedTuple):
    """Everything looked at."""

    proven: tuple[Proven, ...]

    @property
    def findings(self) -> list[Diagnostic]:
        """Every finding in order of place."""
        return sorted((item for one in self.proven for item in one.findings), key=sort_key)


class Subject(NamedTuple):
    """What a table stands for, in words: its name, what a row of it is called, and how a case under it is made.

    ``ties``: what else can be done where two rows touch.
    """

    table: str | Names | Message
    row: Message
    case: MakeCase
    ties: Message = Message("nothing")


def told(faults: Sequence[Fault], table: Table, subject: Subject, rulebook: Rulebook) -> Iterator[Diagnostic]:
    """A finding for each fault."""
    for fault in faults:
        places = [*(table.rows[number].place for number in fault.rows), table.place]
        places = places[: max(2, len(fault.rows))]
        points = [point for point in (fault.point, fault.other) if point]
        params: dict[str, Any] = {"table": subject.table, "row": subject.row, "ties": subject.ties}
        if fault.fact:
            params["fact"] = _called(rulebook, fault.fact)
        if fault.value is not None:
            params["value"] = word(rulebook, fault.fact, fault.value)
        made = subject.case(points) if fault.kind not in ("not-proven", "too-many") else None
        yield finding(fault.kind, places, params, made)


def _called(rulebook: Rulebook, fact: str) -> str | Names:
    """What a fact is called; its own name where it is a circumstance nobody knows, which is a finding of its own."""
    name = circumstance_of(fact)
    return fact if name is not None and name not in rulebook.circumstances else label(rulebook, fact)


def finding(
    kind: str, places: Sequence[Place], params: Mapping[str, Any], case: Case | None, warning: bool = False
) -> Diagnostic:
    """One finding: the first place is its own, the rest are those it is to be read together with."""
    severity: Severity = "warning" if warning or kind in _WARNINGS else "error"
    shown: Any = Message("proof-no-case") if case is None else one_line(case)
    also = tuple(dict.fromkeys(place for place in places[1:] if place != places[0]))
    return Diagnostic(
        f"proof-{kind}",
        places[0],
        params={**params, "case": case, "shown": shown},
        severity=severity,
        also=also,
    )
