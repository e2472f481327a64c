"""What benchmarks and authorities name must exist, and every authority needs a scheme that serves for any clause."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from penalty_engine.diagnostics import Diagnostic, nearest
from penalty_engine.messages import Message
from penalty_engine.proof.cases import day_within
from penalty_engine.rulebook.benchmark_records import Benchmark, Row, RowTier
from penalty_engine.rulebook.catalogue_records import MeasureKind
from penalty_engine.rulebook.conditions import Condition
from penalty_engine.rulebook.procedure_records import Authority
from penalty_engine.rulebook.records import Clause, Outcome, Rulebook


def check_benchmarks(rulebook: Rulebook) -> Iterator[Diagnostic]:
    """Unknown benchmarks and clauses, rows that do not fit their clause, consequences the clause does not have."""
    for authority in rulebook.authorities.values():
        yield from _chain(rulebook, authority)
    for benchmark in rulebook.benchmarks.values():
        for row in benchmark.rows:
            yield from _row(rulebook, benchmark, row)
    for versions in rulebook.clauses.values():
        for clause in versions:
            yield from _elements(rulebook, clause)


def _chain(rulebook: Rulebook, authority: Authority) -> Iterator[Diagnostic]:
    known = rulebook.benchmarks
    for name in authority.benchmarks:
        if name not in known:
            params = {"name": name, "nearest": nearest(name, known)}
            yield Diagnostic("unknown-benchmark", authority.place, params=params)
    last = known.get(authority.benchmarks[-1])
    if last is not None and not last.general:
        general = sorted(item.id for item in known.values() if item.general)
        yield Diagnostic(
            "no-general-benchmark", authority.place, params={"name": last.id, "schemes": general}
        )


def _row(rulebook: Rulebook, benchmark: Benchmark, row: Row) -> Iterator[Diagnostic]:
    versions = rulebook.clauses.get(row.clause)
    if versions is None:
        params = {"name": row.clause, "nearest": nearest(row.clause, rulebook.clauses)}
        yield Diagnostic("unknown-clause", row.place, params=params)
        return
    yield from _statutory(row, versions)
    yield from _targets(rulebook, benchmark, row, versions)
    for tier in row.tiers:
        yield from _consequences(tier, row, versions, rulebook.vocabulary.measures)
    if not row.by_facts:
        named = {item.tier.id for item in row.tiers}
        for selection in benchmark.select:
            if selection.tier.id not in named:
                params = {"name": selection.tier.id, "clause": row.clause}
                yield Diagnostic("row-lacks-tier", row.place, params=params, also=(selection.place,))


def _statutory(row: Row, versions: tuple[Clause, ...]) -> Iterator[Diagnostic]:
    """The range that the table states is one the clause has."""
    if row.statutory is None:
        return
    low, high = row.statutory
    fines = [fine for clause in versions for outcome in clause.outcomes for fine in outcome.fines]
    for fine in fines:
        scale = 1 if fine.times else 100
        if (low or 0) * scale == fine.low and high is not None and high * scale == fine.high:
            return
    found = sorted({fine.rate_text for fine in fines})
    told = f"{low or 0}–{high}"
    params = {"clause": row.clause, "stated": told, "found": found}
    yield Diagnostic("row-statutory", row.place, params=params, also=tuple(fine.place for fine in fines[:1]))


def _targets(
    rulebook: Rulebook, benchmark: Benchmark, row: Row, versions: tuple[Clause, ...]
) -> Iterator[Diagnostic]:
    """Each tier says where the fine of every target lies that the clause leaves to be weighed, and of no other."""
    used = [item for item in versions if day_within(item.statute.period, benchmark.period, row.period)]
    outcomes = [outcome for clause in used for outcome in clause.outcomes if _weighed(outcome)]
    fined = {target for outcome in outcomes for target in _weighed(outcome)}
    if row.where is not None and any(_weighed(outcome) != fined for outcome in outcomes):
        outcomes = [outcome for outcome in outcomes if _meet(rulebook, row.where, outcome.when)]
    for tier in row.tiers if outcomes else ():
        params = {"name": tier.tier.id, "clause": row.clause}
        bare = tier.tier.effect is None and tier.tier.band is None
        lacking = [item for item in outcomes if bare and _weighed(item) - tier.bands.keys()]
        if lacking:
            also = (lacking[0].place,)
            targets = _named(_weighed(lacking[0]) - tier.bands.keys())
            yield Diagnostic("row-lacks-target", tier.place, params={**params, "targets": targets}, also=also)
        elif tier.bands.keys() - fined:
            targets = _named(tier.bands.keys() - fined)
            yield Diagnostic("row-target-not-fined", tier.place, params={**params, "targets": targets})


def _weighed(outcome: Outcome) -> set[str]:
    """The targets whose fine has a range."""
    return {fine.target for fine in outcome.fines if not fine.unspecified and fine.low != fine.high}


def _named(targets: Iterable[str]) -> list[Message]:
    return [Message(f"target-{target}") for target in sorted(targets)]


def _meet(rulebook: Rulebook, first: Condition, second: Condition) -> bool:
    """Whether two conditions can hold together, as far as intervals tell."""
    from penalty_engine.proof.prover import Prover
    from penalty_engine.proof.space import space_of

    return Prover(space_of(rulebook), None).find([first, second]).holds is not False


def _elements(rulebook: Rulebook, clause: Clause) -> Iterator[Diagnostic]:
    for name in clause.elements:
        if name not in rulebook.circumstances:
            params = {"name": name, "nearest": nearest(name, rulebook.circumstances)}
            yield Diagnostic("unknown-circumstance", clause.place, params=params)


def _consequences(
    tier: RowTier, row: Row, versions: tuple[Clause, ...], kinds: Mapping[str, MeasureKind]
) -> Iterator[Diagnostic]:
    """A table cannot impose a penalty the clause does not provide; measures that are no penalties it can."""
    outcomes = [outcome for clause in versions for outcome in clause.outcomes]
    own = {item.measure for outcome in outcomes for item in outcome.measures}
    for measure in tier.measures:
        if measure.measure not in own and kinds[measure.measure].penalty:
            params = {"name": measure.measure, "clause": row.clause}
            yield Diagnostic("tier-consequence", measure.place, params=params)
    licences = {outcome.revoke.licence for outcome in outcomes if outcome.revoke is not None}
    if tier.revoke is not None and tier.revoke not in licences:
        params = {"name": tier.revoke, "clause": row.clause}
        yield Diagnostic("tier-consequence", tier.place, params=params)
