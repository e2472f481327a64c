"""The rows of a benchmark for one clause: which cases they cover, which tier each case falls into, where its bands lie."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from penalty_engine.diagnostics import Diagnostic
from penalty_engine.messages import Message
from penalty_engine.proof.cases import case_of, day_within
from penalty_engine.proof.clauses import consequence
from penalty_engine.proof.findings import Proven, Subject, finding, told
from penalty_engine.proof.prover import Prover
from penalty_engine.proof.reaching import Move, Reaching
from penalty_engine.proof.row_bands import RowBands
from penalty_engine.proof.scenes import Scene, Stage, anywhere, scenes
from penalty_engine.proof.staging import Staging
from penalty_engine.proof.tables import Table, TableCheck, TableRow
from penalty_engine.proof.weight import (
    declared_links,
    facts_behind,
    of_branch,
    of_tier,
    sees_before,
    spendable,
)
from penalty_engine.rulebook.benchmark_records import Benchmark, Row, RowTier
from penalty_engine.rulebook.catalogue_records import Period
from penalty_engine.rulebook.conditions import ALWAYS, AnyOf, Condition, negate
from penalty_engine.rulebook.records import Clause, Rulebook


class Setting(NamedTuple):
    """A version of a clause on a day, and the rows for it that are in force on that day, in the order of the table."""

    clause: Clause
    day: date
    rows: tuple[Row, ...]
    scenes: tuple[Scene, ...]


class RowView(NamedTuple):
    """A row under one version of its clause, as it sees circumstances: when it is used, and when each of its tiers is."""

    row: Row
    within: tuple[Condition, ...]
    whens: tuple[Condition, ...]
    moves: tuple[Move, ...]
    spent: frozenset[str]
    prover: Prover


class RowsCheck:
    """All rows of one benchmark for one clause."""

    def __init__(self, rulebook: Rulebook, benchmark: Benchmark, rows: Sequence[Row], prover: Prover) -> None:
        self.rulebook, self.benchmark, self.rows, self.prover = rulebook, benchmark, rows, prover
        self.stage = Stage(rulebook, prover)
        versions = rulebook.clauses.get(rows[0].clause, ())
        self.settings = [item for clause in versions for item in _settings(clause, benchmark, rows)]
        self.title = Message("proof-row-of", {"title": benchmark.title, "clause": rows[0].clause})

    def run(self) -> Iterator[Proven]:
        """Each row as a table; before them, where rows divide the clause into branches, what they cover together."""
        if any(row.where is not None for row in self.rows):
            branches = [item for setting in self.settings for item in self._branches(setting)]
            yield self._proven(len(self.rows), branches)
        for row in self.rows:
            used = [setting for setting in self.settings if row in setting.rows]
            found = [item for setting in used for item in self._tiers(setting, row)]
            found += [] if used else [self._idle(row)]
            yield self._proven(len(row.tiers), found)

    def _branches(self, setting: Setting) -> Iterator[Diagnostic]:
        wheres = [of_branch(row.where or ALWAYS, setting.clause, {}) for row in setting.rows]
        rows = [
            TableRow(row.rule, where, row.rule, row.place)
            for row, where in zip(setting.rows, wheres, strict=True)
        ]
        within = (anywhere(setting.scenes, wheres),)
        table = Table(within, tuple(rows), "first", setting.rows[0].place, complete=False)
        staging = self._staging(setting)
        yield from self._faults(table, Message("proof-row"), staging)
        for scene in setting.scenes:
            answer = self.prover.find([anywhere([scene], wheres)], wheres)
            self.stage.weaken(answer.how)
            places = [setting.rows[0].place, scene.outcome.place, *(row.place for row in setting.rows[1:])]
            params = {"table": self.title, "row": Message("proof-row")}
            if answer.holds is None:
                yield finding("not-proven", places, params, None)
            elif answer.holds:
                yield finding("uncovered", places, params, staging.case([answer.point]))

    def _view(self, setting: Setting, row: Row) -> RowView:
        """The conditions of a row: its own branch, outside the branches of the rows before it."""
        spent, clause = spendable(self.rulebook, row), setting.clause
        earlier = setting.rows[: setting.rows.index(row)]
        wheres = [row.where or ALWAYS, *(negate(item.where or ALWAYS) for item in earlier)]
        return RowView(
            row,
            tuple(of_branch(where, clause, spent) for where in wheres),
            tuple(of_tier(self._chosen(item), clause, spent) for item in row.tiers),
            tuple(Move(item.by, of_tier(item.when, clause, spent)) for item in self.benchmark.shift),
            frozenset(spent),
            self.prover.linked_by(dict(declared_links(spent))),
        )

    def _chosen(self, tier: RowTier) -> Condition:
        """When a tier is taken: on its own condition, else on that of the general selection."""
        if tier.when is not None:
            return tier.when
        return AnyOf(tuple(item.when for item in self.benchmark.select if item.tier.id == tier.tier.id))

    def _tiers(self, setting: Setting, row: Row) -> Iterator[Diagnostic]:
        view = self._view(setting, row)
        within = (anywhere(setting.scenes, view.within), *view.within)
        if view.prover.find(within).holds is False:
            return  # said of the row
        if row.by_facts:
            yield from self._table(setting, view)
        staging = self._staging(setting, view)
        whens = {item.rule: when for item, when in zip(row.tiers, view.whens, strict=True)}
        reaching = Reaching(self.benchmark, row, whens, view.moves)
        yield from RowBands(staging, row, view.within, reaching, self.title).findings()
        self.stage.weaken(staging.stage.how)

    def _table(self, setting: Setting, view: RowView) -> Iterator[Diagnostic]:
        """Exactly one tier for every case of the row."""
        row = view.row
        rows = [
            TableRow(item.rule, when, consequence(item), item.place)
            for item, when in zip(row.tiers, view.whens, strict=True)
        ]
        policy = "unique" if row.ties is None else "ties"
        within = (anywhere(setting.scenes, (*view.within, *view.whens)), *view.within)
        table = Table(within, tuple(rows), policy, row.place)
        for found in self._faults(table, Message("proof-tier"), self._staging(setting, view)):
            if found.params["case"] is None and sees_before(view.within):
                # the branch depends on numbers that change before its tiers are looked at; what no case shows is open
                self.stage.weaken("not-proven")
                yield finding(
                    "not-proven", [row.place, found.place or row.place], {"table": self.title}, None
                )
            else:
                yield found

    def _faults(self, table: Table, name: Message, staging: Staging) -> Iterator[Diagnostic]:
        checked = TableCheck(table, staging.stage.prover).run()
        self.stage.weaken(checked.how)
        subject = Subject(self.title, name, staging.case, Message("proof-or-ties"))
        return told(checked.faults, table, subject, self.rulebook)

    def _staging(self, setting: Setting, view: RowView | None = None) -> Staging:
        facts = facts_behind(self.rulebook, (name for item in setting.rows for name in item.facts))
        if view is None:
            return Staging(self.stage, self.benchmark, setting.scenes, setting.day, facts)
        stage = Stage(self.rulebook, view.prover)
        return Staging(stage, self.benchmark, setting.scenes, setting.day, facts, view.spent)

    def _idle(self, row: Row) -> Diagnostic:
        """A row that meets no fine to weigh on any day it is in force."""
        versions = self.rulebook.clauses.get(row.clause, ())
        plain = [self.prover.plain(clause.used_facts) for clause in versions[-1:]]
        case = case_of(self.rulebook, versions[-1], plain, self.benchmark.id) if versions else None
        return finding("idle", [row.place], {"table": self.title}, case)

    def _proven(self, rows: int, found: Sequence[Diagnostic]) -> Proven:
        how, self.stage.how = self.stage.how, "intervals"
        once = {(item.code, item.place, item.also): item for item in reversed(found)}
        findings = tuple(reversed(once.values()))
        return Proven("benchmark", self.benchmark.id, self.benchmark.title, rows, how, findings)


def _settings(clause: Clause, benchmark: Benchmark, rows: Sequence[Row]) -> Iterator[Setting]:
    """The days on which something else applies to a clause: one for each set of rows in force together."""
    found = tuple(scenes(clause)) if clause.not_obtained is None else ()
    seen: set[tuple[str, ...]] = set()
    for day in _days(clause, benchmark, rows) if found else ():
        active = tuple(row for row in rows if row.period is None or row.period.covers(day))
        key = tuple(row.rule for row in active)
        if active and key not in seen:
            seen.add(key)
            yield Setting(clause, day, active, found)


def _days(clause: Clause, benchmark: Benchmark, rows: Sequence[Row]) -> list[date]:
    """Every day on which a row comes or goes while clause and benchmark are in force, and one day between."""
    periods = (clause.statute.period, benchmark.period)
    usual = day_within(*periods)
    days = [] if usual is None else [usual]
    for row in rows:
        days += _ends(row.period)
    days += [day for period in periods for day in _ends(period)]
    return [day for day in dict.fromkeys(days) if all(period.covers(day) for period in periods)]


def _ends(period: Period | None) -> Iterator[date]:
    """The first and last day, and the days beside them."""
    for day, beside in () if period is None else ((period.first, -1), (period.last, 1)):
        if day is not None:
            yield from (day, day + timedelta(days=beside))
