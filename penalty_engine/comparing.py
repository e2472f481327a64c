"""The same case under several benchmarks, side by side: what differs, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from penalty_engine import arguments
from penalty_engine.assessment import ActResult, Assessment, Finding, FineResult, Reason, Step, Total
from penalty_engine.case import Case
from penalty_engine.engine import AnyCase, Engine
from penalty_engine.messages import Message, Names
from penalty_engine.reasons.outcome import duties, duty_state
from penalty_engine.reasons.wording import as_facts, fact_label, value_words
from penalty_engine.rendering import plain
from penalty_engine.rulebook.benchmark_records import Benchmark
from penalty_engine.rulebook.condition_reader import circumstance_of
from penalty_engine.rulebook.records import Rulebook
from penalty_engine.stages.discretion import COUNTS

Why = tuple[Message, ...]


class ComparedBenchmark(NamedTuple):
    """One of the benchmarks compared. ``own``: the authority's; ``binding``: made for a place the authority belongs to."""

    id: str
    title: Names
    own: bool
    fallback: bool
    binding: bool
    verified: bool
    in_force: bool


class PlacedAct(NamedTuple):
    """What one act comes to under one benchmark. ``left_out``: fines that its tier leaves out; ``placed_by``: the benchmarks
    that placed the fines, which are others where this one says nothing of the clause; ``why``: what led to the tier."""

    status: str
    clause: str | None
    fines: tuple[FineResult, ...]
    left_out: tuple[FineResult, ...]
    measures: tuple[Names, ...]
    revoke: str | None
    missing_facts: tuple[str, ...]
    placed_by: tuple[str, ...]
    why: Why


class ComparedAct(NamedTuple):
    """One act under every benchmark, in their order. ``differs``: in what: status, tier, band, recommended, measures, revoke,
    missing_facts."""

    violation: str
    violation_name: Names
    placed: tuple[PlacedAct, ...]
    differs: tuple[str, ...]


class ComparedDuty(NamedTuple):
    """A duty that is not the same under every benchmark; a state is None where facts are missing to tell."""

    name: str
    states: tuple[bool | None, ...]
    reasons: tuple[tuple[Reason, ...], ...]


class Comparison(NamedTuple):
    """The case under each of the benchmarks. ``duties``: only those that differ; ``assessments``: in full."""

    authority: str
    benchmarks: tuple[ComparedBenchmark, ...]
    acts: tuple[ComparedAct, ...]
    totals: tuple[Total, ...]
    duties: tuple[ComparedDuty, ...]
    assessments: tuple[Assessment, ...]

    def to_dict(self, lang: str = "zh") -> dict[str, Any]:
        """The comparison as plain data; each list under a benchmark's id."""
        ids = [item.id for item in self.benchmarks]
        return {
            "schema": 1,
            "authority": self.authority,
            "benchmarks": [plain(item._asdict(), lang) for item in self.benchmarks],
            "acts": [
                {
                    "violation": act.violation,
                    "violation_name": act.violation_name.text(lang),
                    "differs": list(act.differs),
                    "under": dict(zip(ids, (_placed_dict(item, lang) for item in act.placed), strict=True)),
                }
                for act in self.acts
            ],
            "totals": dict(zip(ids, (plain(item._asdict(), lang) for item in self.totals), strict=True)),
            "duties": [
                {
                    "duty": duty.name,
                    "required": dict(zip(ids, duty.states, strict=True)),
                    "reasons": {
                        name: [plain(reason._asdict(), lang) for reason in reasons]
                        for name, reasons in zip(ids, duty.reasons, strict=True)
                    },
                }
                for duty in self.duties
            ],
        }


def compare(engine: Engine, case: AnyCase, benchmarks: Sequence[str] = ()) -> Comparison:
    """The case under each of the benchmarks; without any: its own or the authority's, and every general scheme.

    Raises CaseError and EngineError like `Engine.assess`.
    """
    read, _ = engine.read(case)
    own = engine.assess(read)
    wanted = arguments.items("benchmarks", benchmarks, str)
    names = tuple(dict.fromkeys(wanted)) or usual_benchmarks(engine.rulebook, own)
    assessments = tuple(_under(engine, read, own, name) for name in names)
    compared = tuple(_benchmark(engine.rulebook, own, read, name) for name in names)
    acts = tuple(
        _act([assessment.acts[number] for assessment in assessments], assessments, number, engine.rulebook)
        for number in range(len(read.acts))
    )
    return Comparison(
        own.authority,
        compared,
        acts,
        tuple(item.total for item in assessments),
        tuple(_duties(assessments)),
        assessments,
    )


def usual_benchmarks(rulebook: Rulebook, own: Assessment) -> tuple[str, ...]:
    """That of the case or authority, and every scheme that serves for any clause."""
    general = [item.id for item in rulebook.benchmarks.values() if item.general]
    return tuple(dict.fromkeys((own.benchmark, *general)))


def _under(engine: Engine, case: Case, own: Assessment, name: str) -> Assessment:
    """The case under one benchmark; as it stands where that is the one it is under anyway."""
    if name == own.benchmark:
        return own
    return engine.assess(case.model_copy(update={"benchmark": name}))


def _benchmark(rulebook: Rulebook, own: Assessment, case: Case, name: str) -> ComparedBenchmark:
    benchmark = rulebook.benchmarks[name]
    authority = rulebook.authorities[own.authority]
    return ComparedBenchmark(
        name,
        benchmark.title,
        name in authority.benchmarks,
        benchmark.fallback,
        benchmark.jurisdiction is None or benchmark.jurisdiction in authority.jurisdictions,
        benchmark.source.verified,
        benchmark.period.covers(case.timeline.conduct_to),
    )


def _act(
    results: Sequence[ActResult], assessments: Sequence[Assessment], number: int, rulebook: Rulebook
) -> ComparedAct:
    placed = tuple(
        _placed(result, assessment.trace[number], rulebook, assessment.benchmark)
        for result, assessment in zip(results, assessments, strict=True)
    )
    seen: dict[str, set[object]] = {}
    for item in placed:
        for name, value in _looked_at(item).items():
            seen.setdefault(name, set()).add(value)
    differs = tuple(name for name, values in seen.items() if len(values) > 1)
    return ComparedAct(results[0].violation, results[0].violation_name, placed, differs)


def _looked_at(item: PlacedAct) -> dict[str, object]:
    """What is compared between benchmarks, by name."""
    tiers = [(fine.target, fine.tier) for fine in item.fines]
    return {
        "status": item.status,
        "tier": tuple((target, None if tier is None else tier.id) for target, tier in tiers),
        "band": tuple((target, None if tier is None else tier[2:]) for target, tier in tiers),
        "recommended": tuple((fine.target, fine.recommended) for fine in item.fines),
        "measures": item.measures,
        "revoke": item.revoke,
        "missing_facts": item.missing_facts,
    }


# --- one act under one benchmark --------------------------------------------------------------------------------------


def _placed(act: ActResult, trace: Step, rulebook: Rulebook, asked: str) -> PlacedAct:
    applied = act.applied
    fines = tuple(fine for finding in applied for fine in finding.fines)
    left_out = tuple(
        fine for finding in applied if finding.set_aside_by is None for fine in finding.alternative
    )
    placed_by = tuple(
        dict.fromkeys(fine.benchmark for fine in (*fines, *left_out) if fine.benchmark is not None)
    )
    return PlacedAct(
        act.status,
        act.governing_clause,
        fines,
        left_out,
        tuple(item.name for finding in applied for item in finding.measures),
        next((finding.revoke for finding in applied if finding.revoke is not None), None),
        act.missing_facts,
        placed_by,
        tuple(_why(act, trace, rulebook, asked)),
    )


def _why(act: ActResult, trace: Step, rulebook: Rulebook, asked: str) -> Iterator[Message]:
    """What led to the tier of the clause that governs, or why there is none."""
    if act.exemption is not None:
        yield Message("compare-exempt", {"basis": act.exemption.basis})
        return
    if act.missing_facts:
        labels = [fact_label(rulebook, name) for name in act.missing_facts]
        yield Message("compare-missing", {"facts": labels})
        return
    finding = act.governing
    if finding is None:
        return
    if finding.fines and all(fine.tier is None for fine in finding.fines):
        yield Message("compare-fixed")
        return
    for step in _steps_of(finding, trace, rulebook):
        yield from _step_words(step, rulebook, act, asked)
    if finding.alternative and not finding.fines and finding.set_aside_by is None:
        yield Message("compare-left-out")


def _steps_of(finding: Finding, trace: Step, rulebook: Rulebook) -> Iterator[Step]:
    """The steps by which the fines of one clause were placed."""
    rules = {clause.rule for clause in rulebook.clauses[finding.clause]}
    current = False
    for step in trace.steps:
        if step.step == "clause":
            current = step.rule in rules
        elif current:
            yield step


def _step_words(step: Step, rulebook: Rulebook, act: ActResult, asked: str) -> Iterator[Message]:
    benchmark = rulebook.benchmarks.get(str(step.rule).removeprefix("benchmark/").partition("/")[0])
    if benchmark is None:
        return
    if step.step == "benchmark" and step.inputs["passed_over"]:
        for name, code in step.inputs["passed_over"].items():
            prefix = "compare" if name == asked else "compare-other"
            yield Message(f"{prefix}-{code}", {"benchmark": rulebook.benchmarks[name].title})
        yield Message("compare-used", {"benchmark": benchmark.title})
    elif step.step == "tier":
        if not {*COUNTS}.isdisjoint(_tests_of(benchmark, str(step.rule))):
            yield from _circumstances(act)
        yield from _tier_words(step, benchmark, rulebook)
    elif step.step == "shift":
        yield from _circumstances(act)
        before, after = (_tier_name(benchmark, str(name)) for name in (step.inputs["tier"], step.result))
        yield Message("compare-shifted", {"before": before, "after": after})
    elif step.step == "percentages":
        yield Message("compare-percentages", {"share": step.result})


def _circumstances(act: ActResult) -> Iterator[Message]:
    """The circumstances that moved the tier."""
    counted = [item for item in act.circumstances if item.counted]
    for effect in ("lighter", "heavier"):
        names = [item.name for item in counted if item.effect == effect]
        if names:
            yield Message(f"compare-{effect}", {"names": names})
    if not counted:
        yield Message("compare-no-circumstances")


def _tier_words(step: Step, benchmark: Benchmark, rulebook: Rulebook) -> Iterator[Message]:
    inputs = step.inputs
    facts = as_facts(rulebook, {name: value for name, value in inputs.items() if name not in COUNTS})
    told: list[Message] = []
    for name, value in inputs.items():
        if name in rulebook.vocabulary.shares:
            told.append(Message("compare-fact", {"fact": fact_label(rulebook, name), "value": value}))
        elif name in facts and circumstance_of(name) is None:
            words = value_words(rulebook, name, facts[name])
            told.append(Message("compare-fact", {"fact": fact_label(rulebook, name), "value": words}))
    if told:
        yield Message("compare-by-facts", {"facts": told})
    if inputs.get("tied"):
        yield Message("compare-tied", {"tiers": [_tier_name(benchmark, name) for name in inputs["tied"]]})


def _tests_of(benchmark: Benchmark, rule: str) -> tuple[str, ...]:
    """The facts that the table holding a rule looks at."""
    if any(item.rule == rule for item in benchmark.select):
        return benchmark.facts
    return next((row.facts for row in benchmark.rows if any(one.rule == rule for one in row.tiers)), ())


def _tier_name(benchmark: Benchmark, name: str) -> Names:
    return next(item.name for item in benchmark.tiers if item.id == name)


# --- duties, data -----------------------------------------------------------------------------------------------------


def _duties(assessments: Sequence[Assessment]) -> Iterator[ComparedDuty]:
    """The duties that are not the same everywhere."""
    found = [duties(item) for item in assessments]
    for name in found[0]:
        states = tuple(duty_state(item[name]) for item in found)
        if len(set(states)) > 1:
            yield ComparedDuty(name, states, tuple(item[name].reasons for item in found))


def _placed_dict(item: PlacedAct, lang: str) -> dict[str, Any]:
    return {
        "status": item.status,
        "clause": item.clause,
        "fines": [_fine_dict(fine, lang) for fine in item.fines],
        "left_out": [_fine_dict(fine, lang) for fine in item.left_out],
        "measures": _texts(item.measures, lang),
        "revoke": item.revoke,
        "missing_facts": list(item.missing_facts),
        "placed_by": list(item.placed_by),
        "why": _texts(item.why, lang),
    }


def _fine_dict(fine: FineResult, lang: str) -> dict[str, Any]:
    tier = None if fine.tier is None else plain(fine.tier._asdict(), lang)
    return {**{name: plain(value, lang) for name, value in fine._asdict().items()}, "tier": tier}


def _texts(items: Iterable[Names | Message], lang: str) -> list[str]:
    return [item.text(lang) for item in items]
