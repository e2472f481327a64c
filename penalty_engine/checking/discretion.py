"""Discretion: the tier the sum implies, mandatory circumstances, grounds on which nothing may be imposed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from penalty_engine.assessment import ActResult, Finding, FineResult, TierBand
from penalty_engine.checking.decision import DecidedFine
from penalty_engine.checking.file import Path_
from penalty_engine.checking.held import Held, applied_cites
from penalty_engine.checking.imposed import Entry
from penalty_engine.checking.records import CheckFinding
from penalty_engine.checking.tiers import inside, tiers_of
from penalty_engine.checking.told import band_words, cited, yuan_words
from penalty_engine.messages import Message, Names

DEPARTURES = frozenset({"tier-departs", "departure-stated", "mandatory-ignored"})
"""The findings that say a sum is off the benchmark."""


def in_band(
    held: Held, act: ActResult, finding: Finding, law: FineResult, stated: DecidedFine, path: Path_
) -> Iterator[CheckFinding]:
    """A sum inside the statutory range held against the tier that follows from the circumstances."""
    tier = law.tier
    if tier is None:
        yield from _fixed(held, act, finding, law, stated, path)
        return
    if (law.optional and not stated.amount) or inside(tier, stated.amount):
        return
    params = {
        "on": Message(f"check-on-{stated.target}"),
        "sum": yuan_words(stated.amount),
        "tier": tier.name,
        "band": band_words(tier.minimum, tier.maximum),
        "implied": _implied(tiers_of(held, finding, law, stated.amount)),
        "recommended": yuan_words(law.recommended),
    }
    yield _off_band(held, act, law, tier, stated, path, params)


def _fixed(
    held: Held, act: ActResult, finding: Finding, law: FineResult, stated: DecidedFine, path: Path_
) -> Iterator[CheckFinding]:
    """A fixed sum leaves nothing lighter within it: where the penalty must be made lighter, only mitigation is left."""
    grounds = [
        item
        for item in act.circumstances
        if item.effect == "lighter" and item.force == "mandatory" and item.mitigates and item.why_not is None
    ]
    if grounds and law.minimum == law.maximum <= stated.amount and not law.mitigated:
        yield held.finding(
            "mitigation-due",
            path,
            [item.basis for item in grounds],
            circumstances=[item.name for item in grounds],
            on=Message(f"check-on-{stated.target}"),
            sum=yuan_words(stated.amount),
            clause=cited(finding),
        )


def named_tier(held: Held, entry: Entry, finding: Finding) -> Iterator[CheckFinding]:
    """The tier the decision names, where the sum of none of its fines lies in it."""
    named, weighed = (
        entry.decided.tier,
        {fine.target: fine for fine in finding.fines if fine.tier is not None},
    )
    if named is None:
        return
    implied: dict[str, object] = {}
    sums = []
    for stated in entry.decided.fines:
        law = weighed.get(stated.target)
        if law is not None and (law.mitigated or law.minimum <= stated.amount <= law.maximum):
            sums.append(yuan_words(stated.amount))
            implied.update(tiers_of(held, finding, law, stated.amount))
    if implied and named not in implied:
        params = {"named": _tier_name(held, named), "tiers": list(implied.values()), "sum": sums}
        yield held.finding("tier-misnamed", ("acts", entry.position, "tier"), (cited(finding),), **params)


def _off_band(
    held: Held,
    act: ActResult,
    law: FineResult,
    tier: TierBand,
    stated: DecidedFine,
    path: Path_,
    params: Mapping[str, object],
) -> CheckFinding:
    wanted = "lighter" if stated.amount > tier.maximum else "heavier"
    ignored = [
        item
        for item in act.circumstances
        if item.effect == wanted and item.force == "mandatory" and item.counted
    ]
    if ignored:
        return held.finding(
            "mandatory-ignored",
            path,
            [item.basis for item in ignored],
            circumstances=[item.name for item in ignored],
            effect=Message(f"check-effect-{wanted}"),
            **params,
        )
    benchmark = held.rulebook.benchmarks[law.benchmark or held.law.benchmark]
    code = "departure-stated" if held.case.elections.depart_from_benchmark else "tier-departs"
    return held.finding(code, path, (benchmark.title,), benchmark=benchmark.title, **params)


def _implied(tiers: Sequence[tuple[str, object]]) -> Message:
    if not tiers:
        return Message("nothing")
    return Message("check-implied", {"tiers": [name for _, name in tiers]})


def _tier_name(held: Held, name: str) -> Names | str:
    for benchmark in held.rulebook.benchmarks.values():
        if name == benchmark.mitigated_id:
            return benchmark.mitigated_name
        for tier in benchmark.tiers:
            if tier.id == name:
                return tier.name
    return name


# --- nothing to be imposed, or nothing imposed ------------------------------------------------------------------------


def exempt(held: Held, act: ActResult, entries: Sequence[Entry]) -> Iterator[CheckFinding]:
    """A penalty for an act that must not, or by election is not to, be punished."""
    if act.exemption is None:
        return
    ground = held.rulebook.circumstances.get(act.exemption.circumstance)
    name = ground.name if ground is not None else Message("check-ground")
    for entry in entries:
        if entry.punishes:
            code = "exempt-punished" if act.exemption.force == "must" else "exemption-elected-punished"
            yield held.finding(
                code,
                ("acts", entry.position),
                (act.exemption.basis,),
                violation=act.violation_name,
                ground=name,
                basis_cited=act.exemption.basis,
            )


def second_fine(held: Held, number: int, act: ActResult, entries: Sequence[Entry]) -> Iterator[CheckFinding]:
    """A fine for an act for which another body has already imposed one."""
    earlier = held.case.acts[number].already_fined
    if earlier is None:
        return
    principle = held.rulebook.principles.get("one-fine")
    basis = () if principle is None else (principle.cite,)
    for entry in entries:
        for position, fine in enumerate(entry.decided.fines):
            if fine.amount:
                here = ("acts", entry.position, "fines", position, "amount")
                yield held.finding(
                    "second-fine",
                    here,
                    basis,
                    violation=act.violation_name,
                    by=earlier.by,
                    sum=yuan_words(fine.amount),
                )


def spared(held: Held, act: ActResult, entries: Sequence[Entry]) -> Iterator[CheckFinding]:
    """A ground for imposing nothing, stated for an act for which something is imposed."""
    for entry in entries:
        if entry.decided.no_penalty is not None:
            ground = held.rulebook.circumstances[entry.decided.no_penalty]
            path: Path_ = ("acts", entry.position, "no_penalty")
            params = {"violation": act.violation_name, "ground": ground.name}
            yield held.finding("no-penalty-and-penalty", path, (ground.basis.cite,), **params)


def unpunished(held: Held, number: int, act: ActResult, entries: Sequence[Entry]) -> Iterator[CheckFinding]:
    """Nothing is imposed: whether there is a ground for that."""
    stated = [(entry, entry.decided.no_penalty) for entry in entries if entry.decided.no_penalty is not None]
    established = {item.id for item in act.circumstances if item.effect == "exempt"}
    for entry, name in stated:
        if name not in established:
            ground = held.rulebook.circumstances[str(name)]
            yield held.finding(
                "no-penalty-without-ground",
                ("acts", entry.position, "no_penalty"),
                (ground.basis.cite,),
                ground=ground.name,
                id=ground.id,
                number=number + 1,
            )
    if stated or act.status not in ("fined", "no-fine") or not _mandatory(act):
        return
    path: Path_ = ("acts", entries[0].position) if entries else ("acts",)
    yield held.finding(
        "not-punished",
        path,
        applied_cites(act),
        violation=act.violation_name,
        clauses=list(applied_cites(act)),
    )


def _mandatory(act: ActResult) -> bool:
    """Whether the law leaves no choice but to impose some penalty."""
    return any(
        any(not fine.optional for fine in finding.fines)
        or finding.confiscate is not None
        or finding.revoke is not None
        or any(item.penalty and not item.optional and item.by is None for item in finding.measures)
        for finding in act.applied
    )
