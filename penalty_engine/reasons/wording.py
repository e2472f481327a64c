"""Values, tests and names of a case as people say them. Everything stays a text in two languages until it is rendered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from penalty_engine.messages import Message, Names
from penalty_engine.messages.reasons import REASONS
from penalty_engine.money import yuan
from penalty_engine.rulebook.condition_reader import FactError, circumstance_of, read_value
from penalty_engine.rulebook.conditions import FactTest, FactValue, Op
from penalty_engine.rulebook.records import Rulebook
from penalty_engine.rulebook.shares import share_text

Text = Names | Message | str

NOTHING = Message("reason-nothing")
UNKNOWN = Message("unknown")


def sum_text(amount: Decimal | int) -> str:
    """``12,345.60``: digits in groups of three."""
    whole, point, rest = format(Decimal(amount), "f").partition(".")
    rest = rest.rstrip("0")
    return f"{int(whole):,}" + (f"{point}{rest.ljust(2, '0')}" if rest else "")


def money_words(amount: Decimal | int) -> Message:
    """A sum in yuan."""
    return Message("cli-yuan", {"amount": sum_text(amount)})


def span_words(low: Decimal, high: Decimal) -> Message:
    """A range of sums; one sum where both ends are the same."""
    if low == high:
        return money_words(low)
    return Message("reason-span", {"low": sum_text(low), "high": sum_text(high)})


def named(prefix: str, name: str) -> Text:
    """What the texts call one of a closed set of words; the word itself where they do not know it."""
    code = f"{prefix}-{name}"
    return Message(code) if code in REASONS else name


def fact_label(rulebook: Rulebook, name: str) -> Text:
    """What a fact, or an established circumstance, is called."""
    circumstance = circumstance_of(name)
    if circumstance is not None:
        known = rulebook.circumstances.get(circumstance)
        return Message("reason-circumstance", {"name": known.name}) if known else circumstance
    fact = rulebook.vocabulary.facts.get(name)
    return fact.label if fact is not None else name


def value_words(rulebook: Rulebook, name: str, value: FactValue | Decimal | None) -> Text:
    """A value of a fact as the networks see it (money in fen), in words."""
    if value is None:
        return UNKNOWN
    if isinstance(value, bool):
        return Message("yes" if value else "no")
    fact = rulebook.vocabulary.facts.get(name)
    if fact is not None and fact.type == "money":
        return money_words(yuan(int(value)))
    if isinstance(value, str):
        return fact.choices.get(value, value) if fact is not None else value
    if fact is not None and fact.type == "share":
        return share_text(int(value))
    if fact is not None and fact.unit is not None:
        return Message("reason-count", {"count": f"{int(value):,}", "unit": fact.unit})
    return f"{int(value):,}"


def stated_words(rulebook: Rulebook, name: str, value: Any) -> Text:
    """A value of a fact as a case states it, in words; None is unknown."""
    fact = rulebook.vocabulary.facts.get(name)
    if value is None:
        return UNKNOWN
    if isinstance(value, list):
        return Message("reason-spells", {"count": len(value)})
    try:
        return value_words(rulebook, name, read_value(fact, value)) if fact is not None else str(value)
    except FactError:
        return str(value)


def test_words(rulebook: Rulebook, tests: Sequence[FactTest]) -> Message:
    """What a condition asks of a fact: one test, or a list of values of which one would do."""
    first = tests[0]
    label = fact_label(rulebook, first.fact)
    if isinstance(first.value, bool):
        wanted = first.value == (first.op == "eq")
        return Message("reason-wants-yes" if wanted else "reason-wants-no", {"fact": label})
    values = [value_words(rulebook, test.fact, test.value) for test in tests]
    return Message(f"reason-wants-{first.op}", {"fact": label, "value": _spaced(one_of(values), first.op)})


def _spaced(value: Text, op: Op) -> Text:
    """Chinese text keeps a space between its characters and figures; after them only where 以上, 以下 follow."""
    if isinstance(value, str):
        value = Names(value, value)
    zh = value.text("zh")
    behind = op in ("ge", "le") and zh[-1:].isdigit()
    return Names(" " * zh[:1].isdigit() + zh + " " * behind, value.text("en"))


def within(sentence: Message) -> Names:
    """A sentence told inside another, without its full stop."""
    return Names(*(sentence.text(lang).rstrip("。. ") for lang in ("zh", "en")))


def one_of(values: Sequence[Text]) -> Text:
    """Several values of which one is meant."""
    found = values[-1]
    for value in reversed(values[:-1]):
        found = Message("reason-or", {"first": value, "second": found})
    return found


def as_facts(rulebook: Rulebook, inputs: Mapping[str, Any]) -> dict[str, FactValue]:
    """What a step of the trace says of facts, as conditions see them: sums in fen; shares are told in words only."""
    money, known, shares = rulebook.vocabulary.money, rulebook.vocabulary.facts, rulebook.vocabulary.shares
    found: dict[str, FactValue] = {}
    for name, value in inputs.items():
        if name in shares or (name not in known and circumstance_of(name) is None):
            continue
        if isinstance(value, Decimal):
            if name in money:
                found[name] = int(value * 100)
        elif isinstance(value, (bool, int, str)):
            found[name] = value
    return found
