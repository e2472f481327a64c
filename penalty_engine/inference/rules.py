"""What a network is given: groups of rules, each a condition with a name. Nothing here knows how conditions are matched."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple, Protocol

from penalty_engine.rulebook.condition_reader import circumstance_fact
from penalty_engine.rulebook.conditions import ALWAYS, Condition, Facts, fact_names
from penalty_engine.rulebook.records import Clause, Rulebook
from penalty_engine.rulebook.words import FIRST_DUTIES

Firings = Mapping[str, bool]
"""Rule id → whether its condition is known to hold (True) or known to fail (False); absent: the facts do not decide."""

ACT_GROUP = "act"
PROCEDURE_GROUP = "procedure"
SCOPE_FACT = "violation"


class Rule(NamedTuple):
    """One named condition. ``scope``: the violation it belongs to, None for all. ``gives``: a fact it establishes."""

    id: str
    scope: str | None
    when: Condition
    gives: str | None = None


class Group(NamedTuple):
    """Rules that are fired together. ``chains``: some rule reads a fact that another gives."""

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
    """The group that selects a tier of a benchmark."""
    return f"tier:{benchmark}"


def procedure_group(authority: str) -> str:
    """The group of the other procedural duties before an authority."""
    return f"{PROCEDURE_GROUP}:{authority}"


def first_duties_group(authority: str) -> str:
    """Hearing and collective discussion are decided first, because the other duties depend on them."""
    return f"first:{authority}"


def groups(rulebook: Rulebook) -> dict[str, Group]:
    """Every group of a rulebook: the act group, one tier group per benchmark, two procedure groups per authority."""
    rules: dict[str, list[Rule]] = {ACT_GROUP: _act_rules(rulebook)}
    for benchmark in rulebook.benchmarks.values():
        rules[tier_group(benchmark.id)] = [Rule(row.rule, None, row.when) for row in benchmark.select]
    for authority in rulebook.authorities.values():
        grounds = (*rulebook.grounds, *authority.grounds)
        for ground in grounds:
            name = (
                first_duties_group(authority.id)
                if ground.duty in FIRST_DUTIES
                else procedure_group(authority.id)
            )
            rules.setdefault(name, []).append(Rule(ground.rule, None, ground.when))
        for name in (first_duties_group(authority.id), procedure_group(authority.id)):
            rules.setdefault(name, [])
    return {name: Group(name, tuple(found), _chains(found)) for name, found in rules.items()}


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


def _chains(rules: list[Rule]) -> bool:
    given = {rule.gives for rule in rules if rule.gives}
    return any(name in given for rule in rules for name in fact_names(rule.when))
