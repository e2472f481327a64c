"""Stage 4: circumstances → tier → band → recommended sum."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from penalty_engine.assessment import FineResult, Step, TierBand
from penalty_engine.errors import EngineError
from penalty_engine.inference import ForwardChaining
from penalty_engine.inference.rules import Firings
from penalty_engine.messages import Message
from penalty_engine.money import Fen, has_decimal_form, round_down, round_up, whole, yuan
from penalty_engine.rulebook.benchmark_records import Benchmark, Tier
from penalty_engine.rulebook.circumstance_records import Circumstance
from penalty_engine.rulebook.records import Rulebook
from penalty_engine.stages.admission import AdmittedAct
from penalty_engine.stages.contradictions import Contradiction
from penalty_engine.stages.prepared import Prepared
from penalty_engine.stages.statutory_range import Range


class Weighing(NamedTuple):
    """The circumstances of an act and the tier they lead to. ``mitigation_grounds``: those that open a fine below the range."""

    established: tuple[tuple[Circumstance, bool], ...]
    lighter: tuple[Circumstance, ...]
    heavier: tuple[Circumstance, ...]
    exempting: tuple[Circumstance, ...]
    tier: Tier
    mitigation_grounds: tuple[Circumstance, ...]
    contradicted: tuple[Contradiction, ...]
    steps: tuple[Step, ...]

    @property
    def mixed(self) -> bool:
        return bool(self.lighter and self.heavier)


def weigh(
    prepared: Prepared,
    network: ForwardChaining,
    act: AdmittedAct,
    firings: Firings,
    contradicted: tuple[Contradiction, ...],
) -> Weighing:
    """Collect declared and derived circumstances and select the tier. Raises EngineError if the benchmark is faulty."""
    found = _established(prepared.rulebook, act, firings)
    out = {item.circumstance.id for item in contradicted}
    established = tuple((item, derived) for item, derived in found if item.id not in out)
    by_effect: dict[str, list[Circumstance]] = {"lighter": [], "heavier": [], "exempt": []}
    for circumstance, _ in established:
        by_effect[circumstance.effect].append(circumstance)
    lighter, heavier = by_effect["lighter"], by_effect["heavier"]
    counts = {
        "lighter_circumstances": len(lighter),
        "heavier_circumstances": len(heavier),
        "gravest_circumstances": sum(1 for item in heavier if item.gravest),
        "heavier_over_lighter": len(heavier) - len(lighter),
    }
    tier, step = _select(prepared.benchmark, network.fire(prepared.tier_group, counts), counts)
    steps = [
        Step(
            "circumstance",
            item.rule,
            item.basis.article,
            item.place,
            {"derived": derived},
            {"effect": item.effect, "force": item.force},
        )
        for item, derived in established
    ]
    grounds = tuple(item for item in lighter if item.mitigates)
    return Weighing(
        established,
        tuple(lighter),
        tuple(heavier),
        tuple(by_effect["exempt"]),
        tier,
        grounds,
        contradicted,
        (*steps, step),
    )


def _established(
    rulebook: Rulebook, act: AdmittedAct, firings: Firings
) -> tuple[tuple[Circumstance, bool], ...]:
    """Each established circumstance once, declared before derived, in the order of the rulebook."""
    declared = {circumstance.id for circumstance in act.declared}
    derived = {rule for rule, holds in firings.items() if holds and rule.startswith("circumstance/")}
    if not declared and not derived:
        return ()
    return tuple(
        (item, item.id not in declared)
        for item in rulebook.circumstances.values()
        if item.id in declared or item.rule in derived
    )


def _select(benchmark: Benchmark, firings: Firings, counts: dict[str, int]) -> tuple[Tier, Step]:
    rows = [row for row in benchmark.select if firings.get(row.rule)]
    if len(rows) != 1:
        params = {"benchmark": benchmark.id, "place": str(benchmark.place)}
        if not rows:
            raise EngineError(Message("no-tier", params))
        raise EngineError(
            Message("two-tiers", {**params, "first": str(rows[0].place), "second": str(rows[1].place)})
        )
    row = rows[0]
    return row.tier, Step("tier", row.rule, None, row.place, counts, row.tier.id)


def place_in_range(found: Range, prepared: Prepared, tier: Tier, mitigated: bool) -> tuple[FineResult, Step]:
    """The fine of one target: its band and the recommended sum."""
    fine, benchmark = found.fine, prepared.benchmark
    low: Fen = 0
    if mitigated and found.minimum > 0:
        high, middle = found.minimum, whole(found.minimum * benchmark.recommend_at)
        band = TierBand(benchmark.mitigated_id, benchmark.mitigated_name, yuan(0), yuan(high))
    elif found.minimum == found.maximum:
        return _fixed(found)
    else:
        rates = prepared.band(fine, tier)
        low, high = _inward(found, found.at(rates.low), found.at(rates.high))
        middle = found.at(rates.point)
        band = TierBand(tier.id, tier.name, yuan(low), yuan(high))
    recommended = _rounded(middle, low, high, benchmark.round_down_to)
    result = FineResult(
        fine.target,
        fine.optional,
        yuan(found.minimum),
        yuan(found.maximum),
        found.formula,
        band,
        yuan(recommended),
        found.persons,
    )
    return result, _steps(found, benchmark, band, middle, result)


def _fixed(found: Range) -> tuple[FineResult, Step]:
    """Counted, not weighed."""
    amount = yuan(found.minimum)
    fine = found.fine
    result = FineResult(
        fine.target, fine.optional, amount, amount, found.formula, None, amount, found.persons
    )
    return result, Step("recommended", None, None, found.fine.place, {"fixed": True}, amount)


def _inward(found: Range, low: Fen, high: Fen) -> tuple[Fen, Fen]:
    """Bounds that no decimal expresses (thirds) are brought to the fen, towards the inside of the band.

    A band too narrow to hold a whole fen becomes the one nearest to it inside the statutory range.
    """
    inner_low = low if has_decimal_form(low) else round_up(low, 1)
    inner_high = high if has_decimal_form(high) else round_down(high, 1)
    if inner_low <= inner_high:
        return inner_low, inner_high
    only: Fen = max(round_down(high, 1), round_up(found.minimum, 1))
    only = min(only, found.maximum)
    return only, only


def _rounded(middle: Fen, low: Fen, high: Fen, step: int) -> Fen:
    """The one rounding: down to whole steps of yuan, but never out of the band, and to whole fen where the band has one."""
    rounded: Fen = round_down(middle, step * 100)
    if rounded >= low:
        return rounded
    to_fen = round_up(low, 1)
    return to_fen if to_fen <= high else low


def _steps(found: Range, benchmark: Benchmark, band: TierBand, middle: Fen, result: FineResult) -> Step:
    exact = yuan(middle) if has_decimal_form(middle) else str(Fraction(middle, 100))
    shares = Step(
        "band",
        f"benchmark/{benchmark.id}",
        None,
        benchmark.place,
        {"minimum": result.minimum, "maximum": result.maximum, "tier": band.id},
        {"minimum": band.minimum, "maximum": band.maximum},
    )
    return Step(
        "recommended",
        f"benchmark/{benchmark.id}",
        None,
        benchmark.place,
        {"middle": exact, "round_down_to": benchmark.round_down_to},
        result.recommended,
        (shares,),
    )
