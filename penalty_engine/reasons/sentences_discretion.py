"""Discretion told in sentences: circumstances, benchmark, tier, percentages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from penalty_engine.assessment import ActResult, CircumstanceResult, Step
from penalty_engine.messages import Message, Names
from penalty_engine.reasons.sentences import (
    NOTHING,
    Sentence,
    Telling,
    Text,
    cited,
    joined,
)
from penalty_engine.rulebook.benchmark_records import Benchmark
from penalty_engine.rulebook.circumstance_records import Circumstance
from penalty_engine.rulebook.conditions import Condition

_COUNTS = ("lighter_circumstances", "heavier_circumstances", "gravest_circumstances")
_WEIGHED = (*_COUNTS, "heavier_over_lighter", "tied", "tier", "by")


def circumstance(telling: Telling, step: Step) -> Iterator[Sentence]:
    """An established circumstance: how it came in, its basis, and whether it counted."""
    found = _circumstance(telling, str(step.rule))
    if found is None:
        return
    result = _result_of(telling, found)
    effect = telling.phrases.both(lambda words: words.effect(found.effect, found.force, found.mitigates))
    params = {
        "effect": effect,
        "name": found.name,
        "how": Message("explain-derived" if step.inputs["derived"] else "explain-declared"),
        "counted": _counted(telling, found, result),
    }
    told = tuple(_followed_from(telling, found)) if step.inputs["derived"] else ()
    yield Sentence(
        "circumstance", Message("explain-circumstance", params), found.basis.cite, step.source, told
    )


def _circumstance(telling: Telling, rule: str) -> Circumstance | None:
    return next((item for item in telling.rulebook.circumstances.values() if item.rule == rule), None)


def _result_of(telling: Telling, found: Circumstance) -> CircumstanceResult | None:
    results = () if telling.act is None else telling.act.circumstances
    return next((item for item in results if item.id == found.id), None)


def _followed_from(telling: Telling, found: Circumstance) -> Iterator[Sentence]:
    if found.when is not None:
        params = {"condition": telling.phrases.condition(found.when)}
        yield Sentence("circumstance", Message("explain-follows-where", params), None, found.place)


def _counted(telling: Telling, found: Circumstance, result: CircumstanceResult | None) -> Text:
    """Whether it moved the sum, and why not where it did not."""
    if result is None:
        return NOTHING
    if result.why_not is not None and result.why_not.code == "circumstance-element":
        return Message("explain-is-element")  # the clause is named with the sum
    if result.why_not is not None:
        return Message("explain-not-counted-because", {"why": result.why_not})
    if found.effect != "exempt":
        counted = result.counted and not (telling.act is not None and unpunished(telling.act))
        return Message("explain-counted-in" if counted else "explain-nothing-to-move")
    if result.counted:
        return Message("explain-exempts")
    return Message(_exempts_nothing(telling, found))


def _exempts_nothing(telling: Telling, found: Circumstance) -> str:
    """Why a ground for no penalty changed nothing."""
    if telling.act is not None and telling.act.exemption is not None:
        return "explain-exempt-already"
    elected = found.election is not None and getattr(telling.case.elections, found.election)
    if found.force == "discretionary" and not elected:
        return "explain-not-elected"
    return "explain-nothing-to-leave-out"


def unpunished(act: ActResult) -> bool:
    """Whether no fine of the act is weighed in the end: no penalty is imposed, or the same act was fined before."""
    reasons = (item.reason for item in act.applied if not item.fines)
    before = any(reason is not None and reason.code == "already-fined" for reason in reasons)
    fined = any(item.fines for item in act.applied)
    return act.exemption is not None or (before and not fined)


def no_circumstances(telling: Telling) -> Iterator[Sentence]:
    """That nothing was found, where something is weighed."""
    applied = () if telling.act is None else telling.act.applied
    if any(fine.tier for finding in applied for fine in (*finding.fines, *finding.alternative)):
        yield Sentence("circumstance", Message("explain-none-found"))


def excluded(telling: Telling, step: Step) -> Iterator[Sentence]:
    """A circumstance that never counts for this violation, or that another one on the same ground has taken in."""
    inputs, known = step.inputs, telling.rulebook.circumstances
    found = known[str(inputs["circumstance"])]
    params: dict[str, Any] = {"name": found.name}
    basis: Names | None = found.basis.cite
    if "violation" in inputs:
        params["violation"] = telling.rulebook.violations[str(inputs["violation"])].name
    if "counted" in inputs:
        params["other"] = known[str(inputs["counted"])].name
    if step.result == "never":
        why = next(item for item in found.never_for if inputs["violation"] in item.violations)
        params["reason"] = why.reason
        basis = cited(why.source)
    yield Sentence("excluded", Message(f"explain-excluded-{step.result}", params), basis, step.source)


def element(telling: Telling, step: Step) -> Iterator[Sentence]:
    """A circumstance that is already part of the violation."""
    found = telling.rulebook.circumstances[str(step.inputs["circumstance"])]
    clause = telling.phrases.clause(step.inputs["clause"])
    cited = (
        telling.phrases.cite_key(str(step.inputs["clause"]))
        if clause is None
        else telling.phrases.cite(clause)
    )
    text = Message("explain-element", {"name": found.name, "clause": cited})
    yield Sentence("element", text, None, step.source)


def benchmark(telling: Telling, step: Step) -> Iterator[Sentence]:
    """Which benchmark and row were chosen, and why not one that comes before it."""
    found = benchmark_of(telling, step)
    if found is None:
        return
    known = telling.rulebook.benchmarks
    told = [
        Sentence(
            "benchmark",
            Message(f"explain-passed-{why}", {"name": known[name].title}),
            None,
            known[name].place,
        )
        for name, why in step.inputs["passed_over"].items()
    ]
    row = next((item for item in found.rows if item.rule == step.rule), None)
    if row is not None:
        params = {"clause": telling.phrases.cite_key(row.clause), "where": NOTHING}
        if row.where is not None:
            params["where"] = Message(
                "explain-row-where", {"condition": telling.phrases.condition(row.where)}
            )
        told.append(Sentence("benchmark", Message("explain-own-row", params), cited(row.source), row.place))
    code = "explain-benchmark-fallback" if found.fallback else "explain-benchmark"
    basis = cited(found.source)
    yield Sentence("benchmark", Message(code, {"name": found.title}), basis, step.source, tuple(told))


def benchmark_of(telling: Telling, step: Step) -> Benchmark | None:
    """The benchmark whose rule a step names."""
    name = str(step.rule).removeprefix("benchmark/").partition("/")[0]
    return telling.rulebook.benchmarks.get(name)


def tier_name(found: Benchmark, tier: str) -> Names:
    """What a tier, the mitigated one or a method of percentages is called."""
    if tier == found.mitigated_id:
        return found.mitigated_name
    if found.percentages is not None and tier == found.percentages.id:
        return found.percentages.name
    return next(item.name for item in found.tiers if item.id == tier)


def tier(telling: Telling, step: Step) -> Iterator[Sentence]:
    """How many circumstances stand on either side, which row they select, and the tier that follows."""
    found = benchmark_of(telling, step)
    if found is None or _mitigated(telling, found):
        return
    params: dict[str, Any] = {
        "tier": tier_name(found, str(step.result)),
        "counts": _count_words(step.inputs),
        "benchmark": found.title,
    }
    told = []
    condition = _selecting(found, str(step.rule))
    if condition is not None:
        words = {"condition": telling.phrases.condition(condition)}
        told.append(Sentence("tier", Message("explain-row", words), None, step.source))
    facts = [name for name in step.inputs if name not in _WEIGHED]
    if facts:
        stated = joined(telling.phrases.stated(name, step.inputs[name]) for name in facts)
        told.append(Sentence("tier", Message("explain-row-facts", {"facts": stated}), None, step.source))
    if step.inputs.get("tied"):
        others = joined(tier_name(found, str(item)) for item in step.inputs["tied"])
        told.append(Sentence("tier", Message("explain-tied", {"tiers": others}), None, step.source))
    yield Sentence("tier", Message("explain-tier", params), found.title, step.source, tuple(told))


def _mitigated(telling: Telling, found: Benchmark) -> bool:
    """Whether the clause told is punished below its range, so that no tier of it is taken."""
    finding = None if telling.clause is None else telling.finding(telling.clause)
    fines = () if finding is None else finding.fines
    return any(fine.tier is not None and fine.tier.id == found.mitigated_id for fine in fines)


def _count_words(inputs: Mapping[str, Any]) -> Text:
    """``从轻情节 1 个，从重情节 2 个``; nothing where the row looks at facts only."""
    if any(name not in inputs for name in _COUNTS):
        return NOTHING
    lighter, heavier, gravest = (inputs[name] for name in _COUNTS)
    if not lighter and not heavier:
        return Message("explain-no-circumstances")
    code = "explain-counts-gravest" if gravest else "explain-counts"
    return Message(code, {"lighter": lighter, "heavier": heavier, "gravest": gravest})


def _selecting(found: Benchmark, rule: str) -> Condition | None:
    """The condition of the row that was selected."""
    general = (item for item in found.select if item.rule == rule)
    chosen = next(general, None)
    if chosen is not None:
        return chosen.when
    rows = (item for row in found.rows for item in row.tiers if item.rule == rule)
    own = next(rows, None)
    return None if own is None else own.when


def shift(telling: Telling, step: Step) -> Iterator[Sentence]:
    """So many tiers up or down, as circumstances demand."""
    found = benchmark_of(telling, step)
    if found is None or _mitigated(telling, found):
        return
    by = int(step.inputs["by"])
    params = {
        "before": tier_name(found, str(step.inputs["tier"])),
        "by": abs(by),
        "tier": tier_name(found, str(step.result)),
        "counts": _count_words(step.inputs),
    }
    yield Sentence(
        "shift", Message(f"explain-shift-{'up' if by > 0 else 'down'}", params), found.title, step.source
    )


def percentages(telling: Telling, step: Step) -> Iterator[Sentence]:
    """The percentages, one after another, and what they come to."""
    found = benchmark_of(telling, step)
    if found is None:
        return
    params = {
        "base": Message(f"explain-base-{step.inputs['base']}"),
        "combine": Message(f"explain-combine-{step.inputs['combine']}"),
        "start": step.inputs["start"],
        "share": step.result,
    }
    yield Sentence("percentages", Message("explain-percentages", params), found.title, step.source)


def percentage(_: Telling, step: Step) -> Iterator[Sentence]:
    """One factor of a percentage method."""
    params = {
        "factor": step.inputs["factor"],
        "percent": step.inputs["percent"],
        "before": step.inputs["before"],
        "share": step.result,
    }
    yield Sentence("percentage", Message("explain-percentage", params), None, step.source)
