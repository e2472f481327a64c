"""What a network is given: groups of rules, each a condition with a name. Nothing here knows how conditions are matched."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple, Protocol

from penalty_engine.rulebook.benchmark_records import Benchmark
from penalty_engine.rulebook.condition_reader import circumstance_fact
from penalty_engine.rulebook.conditions import ALWAYS, Condition, Facts, fact_names
from penalty_engine.rulebook.duty_grounds import OCCASIONAL, grounds_before, is_occasional
from penalty_engine.rulebook.records import Clause, Rulebook
from penalty_engine.rulebook.words import FIRST_DUTIES

Firings = Mapping[str, bool]
"""Rule id → whether its condition is known to hold (True) or known to fail (False); absent: the facts do not decide."""

ACT_GROUP = "act"
PROCEDURE_GROUP = "procedure"
SCOPE_FACT = "violation"


class Rule(NamedTuple):
    """One named condition. ``scope``: the violation it belongs to, or the sort of case, None for all. ``gives``: a fact it
    establishes."""

    id: str
    scope: str | None
    when: Condition
    gives: str | None = None


class Group(NamedTuple):
    """Rules that are fired together. ``chains``: some rule, or a later group, reads a fact that another gives."""

    name: str
    rules: tuple[Rule, ...]
    chains: bool


class Network(Protocol):
    """Matches facts against the rules of a group. Implementations differ in speed, never in firings."""

    name: str

    def fire(self, group: str, facts: Facts) -> Firings:
        """The decided rules whose scope is none or the violation of `facts`."""
        ...


def entry_rule(clause: Clause) -> str:
    """The rule id of a clause's entry condition."""
    return f"{clause.rule}/entry"


def tier_group(benchmark: str) -> str:
    """The group of the general selection of a benchmark: tiers, shifts, percentages."""
    return f"tier:{benchmark}"


def row_group(benchmark: str) -> str:
    """The group of the rows of a benchmark, in the scope of the violations their clauses punish."""
    return f"row:{benchmark}"


def procedure_group(authority: str) -> str:
    """The group of the other procedural duties before an authority."""
    return f"{PROCEDURE_GROUP}:{authority}"


def first_duties_group(authority: str) -> str:
    """Hearing and collective discussion are decided first, because the other duties depend on them."""
    return f"first:{authority}"


def groups(rulebook: Rulebook) -> dict[str, Group]:
    """Every group of a rulebook: the act group, two groups per benchmark, two procedure groups per authority."""
    rules: dict[str, list[Rule]] = {ACT_GROUP: _act_rules(rulebook)}
    for benchmark in rulebook.benchmarks.values():
        rules[tier_group(benchmark.id)] = list(_general_rules(benchmark))
        rules[row_group(benchmark.id)] = list(_row_rules(benchmark, rulebook))
    for authority in rulebook.authorities.values():
        for ground in grounds_before(rulebook, authority):
            scope = OCCASIONAL if is_occasional(ground) else None
            name = (
                first_duties_group(authority.id)
                if ground.duty in FIRST_DUTIES
                else procedure_group(authority.id)
            )
            rules.setdefault(name, []).append(Rule(ground.rule, scope, ground.when))
        for name in (first_duties_group(authority.id), procedure_group(authority.id)):
            rules.setdefault(name, [])
    named = frozenset(circumstance_fact(name) for name in rulebook.named_circumstances)
    return {
        name: Group(name, tuple(found), _chains(found, named if name == ACT_GROUP else frozenset()))
        for name, found in rules.items()
    }


def _act_rules(rulebook: Rulebook) -> list[Rule]:
    found: list[Rule] = []
    for versions in rulebook.clauses.values():
        for clause in versions:
            found.extend(_clause_rules(clause))
    for item in rulebook.circumstances.values():
        if item.when is not None:
            found.append(Rule(item.rule, None, item.when, circumstance_fact(item.id)))
        if item.contradicted_by is not None:
            found.append(Rule(item.contradiction_rule, None, item.contradicted_by))
    return found


def _general_rules(benchmark: Benchmark) -> Iterator[Rule]:
    for selection in benchmark.select:
        yield Rule(selection.rule, None, selection.when)
    for shift in benchmark.shift:
        yield Rule(shift.rule, None, shift.when)
    for factor in benchmark.percentages.factors if benchmark.percentages is not None else ():
        if factor.unless is not None:
            yield Rule(factor.unless_rule, None, factor.unless)
        for option in factor.options:
            yield Rule(option.rule, None, option.when)


def _row_rules(benchmark: Benchmark, rulebook: Rulebook) -> Iterator[Rule]:
    for row in benchmark.rows:
        versions = rulebook.clauses.get(row.clause, ())
        violations = dict.fromkeys(name for clause in versions for name in clause.violations)
        conditions = [(row.rule, row.where)] + [(item.rule, item.when) for item in row.tiers]
        for violation in violations:
            for rule, condition in conditions:
                if condition is not None:
                    yield Rule(rule, violation, condition)


def _clause_rules(clause: Clause) -> Iterator[Rule]:
    """The conditions of a clause, in the scope of every entry of the catalogue it punishes."""
    if clause.not_obtained is not None:
        return
    for violation in clause.violations:
        for rule, condition in _conditions(clause):
            yield Rule(rule, violation, condition)


def _conditions(clause: Clause) -> Iterator[tuple[str, Condition]]:
    yield entry_rule(clause), clause.entry or ALWAYS
    for outcome in clause.outcomes:
        yield outcome.rule, outcome.when
        if outcome.revoke is not None:
            yield outcome.revoke.rule, outcome.revoke.when or ALWAYS
        for fine in outcome.fines:
            if fine.double_when is not None:
                yield fine.double_rule, fine.double_when
        for measure in outcome.measures:
            if measure.when is not None:
                yield measure.rule, measure.when


def _chains(rules: list[Rule], wanted: frozenset[str]) -> bool:
    """Whether what a rule gives is looked at by another, or ``wanted`` by a later group."""
    given = {rule.gives for rule in rules if rule.gives}
    return bool(given & wanted) or any(name in given for rule in rules for name in fact_names(rule.when))
