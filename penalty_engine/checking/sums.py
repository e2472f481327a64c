"""The fines: inside the statutory range, on whom, counted rightly, and written alike in figures and capitals."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from penalty_engine.assessment import ActResult, Finding, FineResult
from penalty_engine.checking.arithmetic import arithmetic, capitals_agree
from penalty_engine.checking.decision import DecidedFine
from penalty_engine.checking.discretion import in_band, named_tier
from penalty_engine.checking.file import Path_
from penalty_engine.checking.held import Held
from penalty_engine.checking.imposed import Entry
from penalty_engine.checking.records import CheckFinding
from penalty_engine.checking.told import band_words, cited, formula_words, yuan_words
from penalty_engine.messages import Message
from penalty_engine.money import times, total_yuan


class _Stated(NamedTuple):
    """A fine and where it stands in the decision."""

    path: Path_
    fine: DecidedFine


def fines(held: Held, act: ActResult, entries: Sequence[Entry], finding: Finding) -> Iterator[CheckFinding]:
    """The fines of the entries that cite one clause for an act, held against that clause."""
    given = [
        _Stated(("acts", entry.position, "fines", number), item)
        for entry in entries
        for number, item in enumerate(entry.decided.fines)
    ]
    targets = [*(fine.target for fine in finding.fines), *(item.fine.target for item in given)]
    for target in dict.fromkeys(targets):
        allowed = [fine for fine in finding.fines if fine.target == target]
        stated = [item for item in given if item.fine.target == target]
        if not allowed:
            yield from _without_ground(held, finding, stated)
        elif not stated:
            yield from _missing(held, finding, allowed[0], entries)
        else:
            yield from _persons(held, finding, target, allowed[0], stated)
            yield from _one_by_one(held, act, finding, allowed, stated)
    for entry in entries:
        yield from named_tier(held, entry, finding)


def without_entry(held: Held, act: ActResult, entries: Sequence[Entry]) -> Iterator[CheckFinding]:
    """Fines that the clauses applied to the act make mandatory, where no entry cites the clause."""
    cited_here = {entry.decided.clause or act.governing_clause for entry in entries}
    for finding in act.applied:
        if finding.clause not in cited_here:
            for law in finding.fines:
                yield from _missing(held, finding, law, entries)


def _missing(
    held: Held, finding: Finding, law: FineResult, entries: Sequence[Entry]
) -> Iterator[CheckFinding]:
    """A fine that was not imposed; where it is left to discretion, that is lawful."""
    if not law.optional:
        on, clause = Message(f"check-on-{law.target}"), cited(finding)
        path: Path_ = ("acts", entries[0].position)
        yield held.finding("fine-missing", path, (clause,), on=on, clause=clause, **_range(law))


def _without_ground(held: Held, finding: Finding, stated: Sequence[_Stated]) -> Iterator[CheckFinding]:
    clause = cited(finding)
    for path, fine in stated:
        if fine.amount:
            params = {
                "on": Message(f"check-on-{fine.target}"),
                "sum": yuan_words(fine.amount),
                "clause": clause,
            }
            yield held.finding("fine-without-ground", (*path, "amount"), (clause,), **params)


def _one_by_one(
    held: Held, act: ActResult, finding: Finding, allowed: Sequence[FineResult], stated: Sequence[_Stated]
) -> Iterator[CheckFinding]:
    """Each fine; the party is fined no oftener than the clause says, responsible persons one after the other."""
    clause = cited(finding)
    for number, (path, fine) in enumerate(stated):
        if fine.target == "unit" and number >= len(allowed):
            principle = held.rulebook.principles.get("one-fine")
            basis = (clause,) if principle is None else (principle.cite,)
            params = {
                "on": Message("check-on-unit"),
                "clause": clause,
                "sum": yuan_words(fine.amount),
            }
            yield held.finding("fined-twice", path, basis, **params)
        else:
            law = allowed[min(number, len(allowed) - 1)]
            yield from _amount(held, act, finding, law, fine, path)


def _persons(
    held: Held, finding: Finding, target: str, law: FineResult, stated: Sequence[_Stated]
) -> Iterator[CheckFinding]:
    """Whether as many persons are fined as were found responsible, where the clause counts them."""
    if target == "unit" or not _counts_persons(held, finding, target):
        return
    fined = sum(item.fine.persons for item in stated)
    if fined != law.persons:
        here = (*stated[-1].path, "persons")
        clause = cited(finding)
        yield held.finding("persons-differ", here, (clause,), fined=fined, found=law.persons, clause=clause)


def _counts_persons(held: Held, finding: Finding, target: str) -> bool:
    versions = held.rulebook.clauses.get(finding.clause, ())
    return any(
        fine.each is not None and fine.target == target
        for clause in versions
        if clause.statute.version == finding.version
        for outcome in clause.outcomes
        for fine in outcome.fines
    )


def _amount(
    held: Held,
    act: ActResult,
    finding: Finding,
    law: FineResult,
    stated: DecidedFine,
    path: Path_,
) -> Iterator[CheckFinding]:
    clause = cited(finding)
    params = {
        "on": Message(f"check-on-{stated.target}"),
        "sum": yuan_words(stated.amount),
        "clause": clause,
        **_range(law),
    }
    here = (*path, "amount")
    if stated.amount > law.maximum:
        yield held.finding("fine-above-maximum", here, (clause,), **params)
    elif stated.amount < law.minimum and not (law.optional and not stated.amount):
        yield from _below(held, act, finding, law, stated, here, params)
    else:
        yield from in_band(held, act, finding, law, stated, here)
    yield from arithmetic(held, finding, law, stated, path)


def _below(
    held: Held,
    act: ActResult,
    finding: Finding,
    law: FineResult,
    stated: DecidedFine,
    path: Path_,
    params: Mapping[str, object],
) -> Iterator[CheckFinding]:
    """Below the minimum: only on a ground for mitigation, and only where the decision says that it mitigates."""
    grounds = [item.basis for item in act.circumstances if item.effect == "lighter" and item.mitigates]
    if not grounds:
        code = "mitigated-without-ground" if held.case.elections.mitigate else "fine-below-minimum"
        yield held.finding(code, path, (cited(finding),), **params)
    elif not held.case.elections.mitigate:
        yield held.finding("mitigation-not-elected", path, grounds, grounds=grounds, **params)
    else:
        yield from in_band(held, act, finding, law, stated, path)


def _range(law: FineResult) -> dict[str, object]:
    return {
        "minimum": yuan_words(law.minimum),
        "maximum": yuan_words(law.maximum),
        "formula": formula_words(law),
        "recommended": yuan_words(law.recommended),
        "range": band_words(law.minimum, law.maximum),
    }


def totals(held: Held) -> Iterator[CheckFinding]:
    """The sum of all fines as the decision states it."""
    stated = held.decision.total
    if stated is None:
        return
    fines = [times(fine.amount, fine.persons) for item in held.decision.acts for fine in item.fines]
    total: Decimal = total_yuan(fines)
    if stated.amount != total:
        added = " + ".join(yuan_words(amount) for amount in fines)
        parts = Message("check-formula", {"formula": added}) if len(fines) > 1 else Message("nothing")
        yield held.finding(
            "total-wrong",
            ("total", "amount"),
            stated=yuan_words(stated.amount),
            parts=parts,
            total=yuan_words(total),
        )
    yield from capitals_agree(held, stated.amount, stated.capitals, ("total", "capitals"))
