"""Facts as people state them: sums in yuan, choices and yes/no in words. The networks see fen and ids instead."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from penalty_engine.messages import Message, Names
from penalty_engine.money import yuan
from penalty_engine.rulebook.condition_reader import circumstance_of
from penalty_engine.rulebook.conditions import Facts, FactValue
from penalty_engine.rulebook.records import Rulebook
from penalty_engine.rulebook.shares import share_text


def stated(rulebook: Rulebook, facts: Facts, names: Iterable[str]) -> dict[str, FactValue | Decimal]:
    """The named facts that are known, for a trace: money in yuan, shares in per cent, all else as it is."""
    money, shares = rulebook.vocabulary.money, rulebook.vocabulary.shares
    found: dict[str, FactValue | Decimal] = {
        name: yuan(int(facts[name])) if name in money else facts[name] for name in names if name in facts
    }
    if shares:
        found.update({name: share_text(int(facts[name])) for name in shares if name in found})
    return found


def label(rulebook: Rulebook, name: str) -> Names:
    """What a fact, or an established circumstance, is called."""
    circumstance = circumstance_of(name)
    if circumstance is not None:
        return rulebook.circumstances[circumstance].name
    return rulebook.vocabulary.facts[name].label


def word(rulebook: Rulebook, name: str, value: FactValue) -> object:
    """A value of a fact, in words."""
    fact = rulebook.vocabulary.facts.get(name)
    if isinstance(value, bool):
        return Message("yes" if value else "no")
    if fact is not None and fact.type == "money":
        return yuan(int(value))
    if fact is not None and fact.type == "choice":
        return fact.choices[str(value)]
    if fact is not None and fact.type == "share":
        return share_text(int(value))
    return value
