"""Examples beside clauses and rows of benchmarks: each has one, and every outcome and every tier is reached by one.

Whether an outcome is reached is told from the facts of the example. What they cannot tell (a circumstance, a count given
as dated spells) is taken as it suits the outcome.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from penalty_engine.diagnostics import Diagnostic
from penalty_engine.rulebook.benchmark_records import Row, RowExample, RowTier
from penalty_engine.rulebook.catalogue_records import Fact
from penalty_engine.rulebook.condition_reader import FactError, circumstance_of, read_value
from penalty_engine.rulebook.conditions import (
    ALWAYS,
    AllOf,
    AnyOf,
    Condition,
    FactTest,
    FactValue,
    evaluate,
)
from penalty_engine.rulebook.lints.wording import with_text
from penalty_engine.rulebook.records import Clause, Example, Outcome, Rulebook


def check_examples(rulebook: Rulebook) -> Iterator[Diagnostic]:
    """Clauses without an example, and outcomes that none of their examples reaches."""
    facts = rulebook.vocabulary.facts
    for clause in with_text(rulebook):
        if not clause.examples:
            yield Diagnostic("clause-without-example", clause.place, params={"clause": clause.key})
            continue
        reached = {
            outcome.rule for example in clause.examples for outcome in _reached(clause, example, facts)
        }
        for number, outcome in enumerate(clause.outcomes, start=1):
            if outcome.rule not in reached:
                params = {"clause": clause.key, "number": number}
                yield Diagnostic("outcome-without-example", outcome.place, params=params)


def check_row_examples(rulebook: Rulebook) -> Iterator[Diagnostic]:
    """Rows of benchmarks without an example, and tiers that none of their examples reaches."""
    facts = rulebook.vocabulary.facts
    for row in (row for benchmark in rulebook.benchmarks.values() for row in benchmark.rows):
        if not row.examples:
            yield Diagnostic("row-without-example", row.place, params={"clause": row.clause})
            continue
        reached = {item.rule for example in row.examples for item in _tiers_reached(row, example, facts)}
        for item in row.tiers:
            if item.rule not in reached:
                params = {"clause": row.clause, "name": item.tier.id}
                yield Diagnostic("tier-without-example", item.place, params=params)


def _tiers_reached(row: Row, example: RowExample, facts: Mapping[str, Fact]) -> Iterator[RowTier]:
    """The tier an example names, where its facts satisfy the condition; one it does not name, where they do."""
    known, undecided = _known(example, facts)
    undecided |= {
        name for name, fact in facts.items() if fact.computed or fact.type == "share"
    } - known.keys()
    named = example.data.get("tier")
    for item in row.tiers:
        holds = item.when is None or evaluate(_without(item.when, undecided), known) is True
        if holds and (named == item.tier.id or (named is None and item.when is not None)):
            yield item


def _reached(clause: Clause, example: Example, facts: Mapping[str, Fact]) -> Iterator[Outcome]:
    known, undecided = _known(example, facts)

    def holds(condition: Condition) -> bool:
        return evaluate(_without(condition, undecided), known) is True

    if clause.entry is not None and not holds(clause.entry):
        return
    for outcome in clause.outcomes:
        if holds(outcome.when):
            yield outcome
            if clause.hit_policy == "first" and evaluate(outcome.when, known) is True:
                return


def _known(example: Example | RowExample, facts: Mapping[str, Fact]) -> tuple[dict[str, FactValue], set[str]]:
    """The facts of an example as conditions see them, and those that only the engine could work out."""
    stated: Mapping[str, Any] = {
        "party_kind": example.data.get("party", "organization"),
        **example.data["facts"],
    }
    known: dict[str, FactValue] = {}
    spelled: set[str] = set()
    for name, value in stated.items():
        if isinstance(value, list):
            spelled.add(name)
        elif name in facts:
            try:
                known[name] = read_value(facts[name], value)
            except FactError:
                continue  # running the example says what is wrong with it
    parts = {name for name, fact in facts.items() if fact.spells is not None and fact.spells.of in spelled}
    return known, spelled | parts


def _without(condition: Condition, undecided: Collection[str]) -> Condition:
    """The condition, with what is undecided taken as it suits."""
    if isinstance(condition, FactTest):
        open_ = condition.fact in undecided or circumstance_of(condition.fact) is not None
        return ALWAYS if open_ else condition
    parts = tuple(_without(part, undecided) for part in condition.parts)
    return AllOf(parts) if isinstance(condition, AllOf) else AnyOf(parts)
