"""What an assessment must say about the benchmark it used: another than asked for, out of date, ties, tiers below the law."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from penalty_engine.assessment import ActResult, Finding
from penalty_engine.messages import Message
from penalty_engine.rulebook.records import Rulebook
from penalty_engine.stages.conflicts import cite
from penalty_engine.stages.prepared import Prepared
from penalty_engine.stages.tiers import Placement, TierChoice
from penalty_engine.stages.unverified import row_reservations


def benchmark_warnings(
    prepared: Prepared,
    result: ActResult,
    placements: Mapping[str, Placement],
    choice: TierChoice,
) -> Iterator[Message]:
    """The warnings of one act, for the clauses that are applied to it."""
    for finding in result.applied:
        placed = placements.get(finding.clause)
        if placed is None or not any(item.tier for item in (*finding.fines, *finding.alternative)):
            continue
        benchmark = placed.benchmark
        if prepared.chosen is not None and benchmark.id != prepared.chosen:
            chosen = prepared.chain[0]
            params = {"chosen": chosen.title, "benchmark": benchmark.title, "clause": _cite(finding)}
            yield Message("benchmark-without-row", params)
        period = placed.row.period if placed.row is not None and placed.row.period else benchmark.period
        if not period.covers(choice.day):
            params = {"benchmark": benchmark.title, "day": choice.day}
            yield Message("benchmark-not-in-force", params)
        if placed.tied and placed.tier is not None:
            tied = [item.name for item in placed.tied]
            reason = None if placed.row is None else placed.row.ties_reason
            why = Message("nothing") if reason is None else Message("tie-reason", {"reason": reason})
            params = {"tier": placed.tier.name, "tied": tied, "benchmark": benchmark.title, "why": why}
            yield Message("benchmark-tie", params)
        yield from _below_the_law(placed, finding)
        graver = choice.outweighed(placed)
        if graver is not None and not any(fine.mitigated for fine in finding.fines):
            start, must = graver
            assert placed.tier is not None  # only a tier is graver than another
            grounds = [item.basis.cite for item in must]
            params = {"grounds": grounds, "tier": placed.tier.name, "start": start.name}
            yield Message("mandatory-lighter-outweighed", params)
        if placed.row is not None:
            yield from row_reservations(benchmark, placed.row)
        if placed.row_tier is not None and placed.row_tier.note is not None:
            yield Message("rule-note", {"note": placed.row_tier.note})


def _below_the_law(placed: Placement, finding: Finding) -> Iterator[Message]:
    """A tier that names no fine, or one below the minimum, where nothing in the law opens that."""
    tier = placed.tier
    below = [placed.below(fine.target) for fine in finding.fines if not fine.mitigated]
    for effect in dict.fromkeys(item for item in below if item is not None):
        assert tier is not None  # only a tier goes below the range
        params = {"tier": tier.name, "benchmark": placed.benchmark.title, "clause": _cite(finding)}
        yield Message(f"tier-{effect}-not-open", params)


def not_weighed(rulebook: Rulebook, placed: Placement, finding: Finding, circumstance: str) -> Message | None:
    """Why an established circumstance does not move the tier; None where it does."""
    if placed.weighs(circumstance):
        return None
    if circumstance not in placed.counts.excluded:
        return Message("circumstance-not-in-table", {"benchmark": placed.benchmark.title})
    versions = rulebook.clauses[finding.clause]
    if any(circumstance in item.elements for item in versions if item.statute.version == finding.version):
        cited = Message("entry-cited", {"title": finding.statute_title, "article": finding.article})
        return Message("circumstance-element", {"clause": cited})
    return Message("circumstance-in-tier", {"benchmark": placed.benchmark.title})


def _cite(finding: Finding) -> object:
    return cite(finding.statute_title, finding.article, finding.clause)
