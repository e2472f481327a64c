"""Penalty clauses: within its entry, exactly one outcome of a clause for every case, each of them reachable."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from penalty_engine.diagnostics import Diagnostic, Place
from penalty_engine.messages import Message
from penalty_engine.proof.cases import Case, case_of
from penalty_engine.proof.findings import Proven, Subject, finding, told
from penalty_engine.proof.prover import HOWS, How, Prover
from penalty_engine.proof.tables import Table, TableCheck, TableRow
from penalty_engine.rulebook.conditions import ALWAYS, Condition
from penalty_engine.rulebook.records import Clause, Outcome, Rulebook

_OF_THE_FILE = frozenset(
    {"rule", "double_rule", "place", "when"}
)  # fields that say where something stands, not what it is


def prove_clauses(rulebook: Rulebook, prover: Prover) -> Iterator[Proven]:
    """Every version of every clause whose text was obtained."""
    for versions in rulebook.clauses.values():
        for clause in versions:
            if clause.not_obtained is None:
                yield _ClauseCheck(rulebook, clause, prover).run()


def consequence(value: Any) -> Any:
    """A record without what tells where it stands in the file, to compare what follows from two rows."""
    if isinstance(value, tuple) and hasattr(value, "_asdict"):
        fields = value._asdict()
        return tuple(consequence(item) for name, item in fields.items() if name not in _OF_THE_FILE)
    if isinstance(value, tuple):
        return tuple(consequence(item) for item in value)
    return (
        tuple(sorted((key, consequence(item)) for key, item in value.items()))
        if isinstance(value, dict)
        else value
    )


class _ClauseCheck:
    """One version of one clause."""

    def __init__(self, rulebook: Rulebook, clause: Clause, prover: Prover) -> None:
        self.rulebook, self.clause, self.prover = rulebook, clause, prover
        self.how: How = "intervals"
        self.subject = Subject(
            clause.key, Message("proof-outcome"), lambda points: case_of(rulebook, clause, points)
        )

    def run(self) -> Proven:
        """What is found."""
        clause = self.clause
        findings = tuple(self._findings())
        return Proven(
            "statute", clause.statute.id, clause.statute.title, len(clause.outcomes), self.how, findings
        )

    def _findings(self) -> Iterator[Diagnostic]:
        clause = self.clause
        entry = () if clause.entry is None else (clause.entry,)
        entered = self.prover.find(entry)
        if entered.holds is False:
            yield finding("entry-never", [clause.place], {"table": clause.key}, self._outside_entry())
            return
        rows = tuple(
            TableRow(item.rule, item.when, consequence(item), item.place) for item in clause.outcomes
        )
        table = Table(entry, rows, clause.hit_policy, clause.place)
        checked = TableCheck(table, self.prover).run()
        self._weaken(checked.how)
        yield from told(checked.faults, table, self.subject, self.rulebook)
        dead = {fault.rows[0] for fault in checked.faults if fault.kind in ("never", "covered")}
        for number, outcome in enumerate(clause.outcomes):
            if number not in dead:
                earlier = (
                    [item.when for item in clause.outcomes[:number]] if clause.hit_policy == "first" else []
                )
                yield from self._sides(outcome, [*entry, outcome.when], earlier)

    def _outside_entry(self) -> Case | None:
        """A case as near as can be to an entry that cannot hold."""
        nothing = Table(
            (),
            (TableRow("", self.clause.entry or ALWAYS, None, self.clause.place),),
            "first",
            self.clause.place,
            False,
        )
        faults = TableCheck(nothing, self.prover).run().faults
        return self.subject.case([faults[0].point]) if faults else None

    def _sides(
        self, outcome: Outcome, holds: list[Condition], fails: list[Condition]
    ) -> Iterator[Diagnostic]:
        """What an outcome adds on a condition of its own: one that never holds there adds nothing."""
        for condition, place in _side_conditions(outcome):
            answer = self.prover.find([*holds, condition], fails)
            self._weaken(answer.how)
            params = {"table": self.clause.key, "row": self.subject.row}
            if answer.holds is None:
                yield finding("not-proven", [place, outcome.place], params, None)
            elif not answer.holds:
                nearest = self.prover.find(holds, fails)
                self._weaken(nearest.how)
                yield finding(
                    "side-never", [place, outcome.place], params, self.subject.case([nearest.point])
                )

    def _weaken(self, how: How) -> None:
        self.how = max(self.how, how, key=HOWS.index)


def _side_conditions(outcome: Outcome) -> Iterator[tuple[Condition, Place]]:
    if outcome.revoke is not None and outcome.revoke.when is not None:
        yield outcome.revoke.when, outcome.revoke.place
    for measure in outcome.measures:
        if measure.when is not None:
            yield measure.when, measure.place
    for fine in outcome.fines:
        if fine.double_when is not None:
            yield fine.double_when, fine.place
