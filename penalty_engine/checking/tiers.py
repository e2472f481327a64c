"""The tiers of a benchmark that a sum lies in, as far as the bands of the others can be told from the one chosen."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from penalty_engine.assessment import Finding, FineResult, TierBand
from penalty_engine.checking.held import Held, steps_of
from penalty_engine.money import fen
from penalty_engine.rulebook.benchmark_records import BandRule, Benchmark, Row, Tier


def inside(band: TierBand, amount: Decimal) -> bool:
    """Whether a sum lies in a band, whose ends may or may not belong to it."""
    above = amount > band.minimum or (band.minimum_included and amount == band.minimum)
    below = amount < band.maximum or (band.maximum_included and amount == band.maximum)
    return above and below


def tiers_of(
    held: Held, finding: Finding, law: FineResult, amount: Decimal
) -> tuple[tuple[str, object], ...]:
    """Id and name of the tiers in whose band a sum lies; touching bands share their ends. Empty where that cannot be told."""
    own = law.tier
    assert own is not None  # only weighed fines are asked about
    mine = ((own.id, own.name),) if inside(own, amount) else ()
    benchmark = held.rulebook.benchmarks.get(law.benchmark or "")
    if benchmark is None:
        return mine
    bands = {tier.id: (tier, rule) for tier, rule in _rules(held, benchmark, finding, law)}
    if own.id not in bands or not _agrees(bands[own.id][1], law, own):
        return mine  # the others cannot be told from shares of the range alone
    exact = Fraction(fen(amount))
    found = [
        (tier.id, tier.name)
        for tier, rule in bands.values()
        if tier.id != own.id and _holds(_ends(rule, law), rule, exact)
    ]
    return (*mine, *found)


def _rules(
    held: Held, benchmark: Benchmark, finding: Finding, law: FineResult
) -> Iterator[tuple[Tier, BandRule]]:
    """The rule that places each tier for this clause and target."""
    row = _row(held, benchmark, finding)
    own = {} if row is None else {item.tier.id: item.bands.get(law.target) for item in row.tiers}
    for tier in benchmark.tiers:
        rule = own.get(tier.id) or (tier.maximum_only if law.minimum == 0 else None) or tier.band
        if rule is not None and rule.kind in ("range", "maximum"):
            yield tier, rule


def _row(held: Held, benchmark: Benchmark, finding: Finding) -> Row | None:
    """The row that was used for the clause, as the trace says."""
    used = {
        step.rule
        for step in steps_of(held.law.trace)
        if step.step == "benchmark" and step.inputs.get("clause") == finding.clause
    }
    return next((row for row in benchmark.rows if row.rule in used), None)


def _ends(rule: BandRule, law: FineResult) -> tuple[Fraction, Fraction]:
    low, high = Fraction(fen(law.minimum)), Fraction(fen(law.maximum))
    if rule.kind == "maximum":
        return max(rule.low * high, low), max(rule.high * high, low)
    return low + rule.low * (high - low), low + rule.high * (high - low)


def _holds(ends: tuple[Fraction, Fraction], rule: BandRule, amount: Fraction) -> bool:
    above = amount > ends[0] or (not rule.low_open and amount == ends[0])
    below = amount < ends[1] or (not rule.high_open and amount == ends[1])
    return above and below


def _agrees(rule: BandRule, law: FineResult, own: TierBand) -> bool:
    """Whether the band chosen is where its shares put it, to the fen: no cap, floor or narrow band moved it."""
    low, high = _ends(rule, law)
    near = abs(low - fen(own.minimum)) < 1 and abs(high - fen(own.maximum)) < 1
    return near and not law.mitigated
