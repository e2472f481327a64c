"""Where rules were read: a citation that says nothing, or claims to be verified without a number or a date."""

from __future__ import annotations

import re
from collections.abc import Iterator

from penalty_engine.diagnostics import Diagnostic, Place
from penalty_engine.rulebook.catalogue_records import Fact, Provenance
from penalty_engine.rulebook.records import Rulebook

_NOTHING = frozenset({"unknown", "none", "n/a", "todo", "未知", "不详", "不明", "无", "待查", "待补"})
_NUMBERED = re.compile("[0-9０-９年号號令日]")
_OWN = "authority_rule"  # a bureau's own register
_MARKS = " .。?？-—…()（）"


def check_provenance(rulebook: Rulebook) -> Iterator[Diagnostic]:
    """Citations that are empty but for the word, and verified ones that name neither number nor date."""
    told: set[tuple[Place, str]] = set()
    for source, place, official in _sources(rulebook):
        if (place, source.cite) in told:
            continue
        told.add((place, source.cite))
        if source.cite.strip(_MARKS).lower() in _NOTHING | {""}:
            yield Diagnostic("cite-says-nothing", place, params={"cite": source.cite})
        elif official and source.verified and not _NUMBERED.search(source.cite):
            yield Diagnostic("cite-without-number", place, params={"cite": source.cite}, severity="warning")


def _sources(rulebook: Rulebook) -> Iterator[tuple[Provenance, Place, bool]]:
    """Every source, and whether it is of law: a bureau's own papers often bear neither number nor date."""
    for versions in rulebook.clauses.values():
        for clause in versions:
            official = clause.statute.rank != _OWN
            yield clause.statute.source, clause.statute.place, official
            if clause.source != clause.statute.source:
                yield clause.source, clause.place, official
    for circumstance in rulebook.circumstances.values():
        yield circumstance.basis.source, circumstance.place, True
        yield from ((one.source, one.place, True) for one in circumstance.never_for)
        yield from ((one.source, one.place, True) for one in circumstance.advice)
    for benchmark in rulebook.benchmarks.values():
        yield benchmark.source, benchmark.place, False
        yield from ((row.source, row.place, False) for row in benchmark.rows if row.source is not None)
    for authority in rulebook.authorities.values():
        yield authority.source, authority.place, False
        yield from ((source, authority.place, False) for source in authority.profile_sources.values())
        yield authority.larger_amount_source, authority.place, False
    for amount in rulebook.larger_amounts.values():
        yield amount.source, amount.place, False
    for fact in rulebook.vocabulary.facts.values():
        yield from ((source, fact.place, True) for source in _sources_of(fact))


def _sources_of(fact: Fact) -> Iterator[Provenance]:
    """Why a fact is counted from spells, or worked out, as it is."""
    if fact.spells is not None and fact.spells.source is not None:
        yield fact.spells.source
    if fact.derivation is not None and fact.derivation.source is not None:
        yield fact.derivation.source
