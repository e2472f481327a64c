"""What stands beside the fine: confiscation, revocation, measures, orders. Held against all clauses applied to an act together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from penalty_engine.assessment import ActResult, Finding
from penalty_engine.checking.file import Path_
from penalty_engine.checking.held import Held, applied_cites, steps_of
from penalty_engine.checking.imposed import Entry
from penalty_engine.checking.records import CheckFinding
from penalty_engine.checking.told import cited, yuan_words
from penalty_engine.messages import Names
from penalty_engine.money import total_yuan


def beside(held: Held, act: ActResult, entries: Sequence[Entry]) -> Iterator[CheckFinding]:
    """What else was imposed for one act, and what was left out."""
    yield from _confiscation(held, act, entries)
    yield from _revocation(held, act, entries)
    yield from _measures(held, act, entries)
    yield from _orders(held, act, entries)


def _confiscation(held: Held, act: ActResult, entries: Sequence[Entry]) -> Iterator[CheckFinding]:
    due = total_yuan(item.confiscate for item in act.applied if item.confiscate is not None)
    stated = [entry for entry in entries if entry.decided.confiscate]
    found = total_yuan(entry.decided.confiscate for entry in stated if entry.decided.confiscate is not None)
    if due == found:
        return
    path: Path_ = ("acts", (stated or entries)[0].position)
    basis = _confiscating(held, act) or applied_cites(act)
    params = {"due": yuan_words(due), "found": yuan_words(found), "clauses": list(basis)}
    if not stated:
        yield held.finding("confiscation-missing", path, basis, **params)
    elif not due:
        yield held.finding("confiscation-without-ground", (*path, "confiscate"), basis, **params)
    else:
        yield held.finding("confiscation-differs", (*path, "confiscate"), basis, **params)


def _confiscating(held: Held, act: ActResult) -> tuple[Names, ...]:
    """What the confiscation rests on: the clause, or what goes with every penalty where the clause is silent."""
    always = {
        step.inputs["clause"]: step.inputs["basis"]
        for step in steps_of(held.law.trace)
        if step.step == "always" and isinstance(step.result, Decimal)
    }
    return tuple(always.get(item.clause, cited(item)) for item in act.applied if item.confiscate is not None)


def _revocation(held: Held, act: ActResult, entries: Sequence[Entry]) -> Iterator[CheckFinding]:
    licences = held.rulebook.vocabulary.licences
    due = {item.revoke: item for item in act.applied if item.revoke is not None}
    stated = {entry.decided.revoke: entry for entry in entries if entry.decided.revoke is not None}
    for name, entry in stated.items():
        if name not in due:
            path: Path_ = ("acts", entry.position, "revoke")
            cites = applied_cites(act)
            params = {"licence": licences[str(name)], "clauses": list(cites)}
            yield held.finding("revocation-without-ground", path, cites, **params)
    for name, item in due.items():
        if name not in stated:
            path = ("acts", entries[0].position)
            params = {"licence": licences[str(name)], "clauses": [cited(item)]}
            yield held.finding("revocation-missing", path, (cited(item),), **params)


def _measures(held: Held, act: ActResult, entries: Sequence[Entry]) -> Iterator[CheckFinding]:
    kinds, bodies = held.rulebook.vocabulary.measures, held.rulebook.vocabulary.bodies
    allowed = {item.id: (item, finding) for finding in act.applied for item in finding.measures}
    stated: dict[str, Path_] = {}
    for entry in entries:
        for position, name in enumerate(entry.decided.measures):
            stated.setdefault(name, ("acts", entry.position, "measures", position))
    cites = applied_cites(act)
    for name, path in stated.items():
        if name not in allowed:
            if kinds[name].penalty:
                params: dict[str, object] = {"measure": kinds[name].name, "clauses": list(cites)}
                yield held.finding("measure-without-ground", path, cites, **params)
        elif (body := allowed[name][0].by) is not None:
            where = cited(allowed[name][1])
            params = {"measure": kinds[name].name, "body": bodies[body], "clause": where}
            yield held.finding("measure-of-another-body", path, (where,), **params)
    for name, (item, finding) in allowed.items():
        if item.penalty and not item.optional and item.by is None and name not in stated:
            where = cited(finding)
            params = {"measure": item.name, "clause": where}
            yield held.finding("measure-missing", ("acts", entries[0].position), (where,), **params)


def _orders(held: Held, act: ActResult, entries: Sequence[Entry]) -> Iterator[CheckFinding]:
    stated = {name for entry in entries for name in entry.decided.orders}
    missing: list[Names | str] = []
    basis: list[Names] = []
    for finding in act.applied:
        left_out = [name for name in finding.orders if name not in stated]
        missing += [_words(held, finding, name) for name in left_out]
        basis += [cited(finding)] if left_out else []
    if missing:
        required = held.requirement("order-to-correct")
        cites = basis if required is None else [*basis, required.basis.cite]
        path: Path_ = ("acts", entries[0].position, "orders")
        yield held.finding("order-missing", path, cites, orders=missing, clauses=basis)


def _words(held: Held, finding: Finding, name: str) -> Names:
    """The order in the clause's own words, where it has some."""
    general = held.rulebook.vocabulary.orders[name]
    return Names(finding.order_words.get(name, general.zh), general.en)
