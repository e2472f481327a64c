"""Rules in words: conditions, fines and outcomes as an inspector would say them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from penalty_engine.cli.session import Session
from penalty_engine.money import Fen, yuan_text
from penalty_engine.rulebook.condition_reader import CIRCUMSTANCE
from penalty_engine.rulebook.conditions import AllOf, Condition, FactTest, FactValue
from penalty_engine.rulebook.records import Fact, Fine, Outcome, Rulebook

_DIGITS = re.compile(r"(?<=[\u4e00-\u9fff])(?=[0-9])")  # a space between Chinese and figures


def sum_words(amount: Decimal | str | int) -> str:
    """``12,345.60``: digits in groups of three."""
    whole, point, cents = str(amount).partition(".")
    return f"{int(whole):,}{point}{cents}"


def fact_value(fact: Fact, value: FactValue, session: Session) -> str:
    """A value as the networks see it, in words."""
    if isinstance(value, bool):
        return session.say("yes" if value else "no")
    if isinstance(value, str):
        return fact.choices[value].text(session.lang) if value in fact.choices else value
    if fact.type == "money":
        return session.say("cli-yuan", amount=sum_words(yuan_text(value)))
    unit = f" {fact.unit.text(session.lang)}" if fact.unit is not None else ""
    return f"{value}{unit}"


class Words:
    """Puts the rules of one rulebook into words."""

    def __init__(self, rulebook: Rulebook, session: Session) -> None:
        self.rulebook = rulebook
        self.session = session
        self.say = session.say
        self.lang = session.lang

    def condition(self, condition: Condition, inner: bool = False) -> str:
        """The whole tree in one sentence."""
        if isinstance(condition, FactTest):
            return self._test(condition)
        if not condition.parts:
            return self.say("cli-always")
        if len(condition.parts) == 1:
            return self.condition(condition.parts[0], inner)
        joined = self.say("cli-and" if isinstance(condition, AllOf) else "cli-or").join(
            self.condition(part, True) for part in condition.parts
        )
        return self.say("cli-group", text=joined) if inner else joined

    def _test(self, test: FactTest) -> str:
        if test.fact.startswith(f"{CIRCUMSTANCE}:"):
            known = self.rulebook.circumstances.get(test.fact.partition(":")[2])
            label, choices = known.name.text(self.lang) if known else test.fact, None
        else:
            fact = self.rulebook.vocabulary.facts[test.fact]
            label, choices = fact.label.text(self.lang), fact
        if isinstance(test.value, bool):
            return label if test.value == (test.op == "eq") else self.say("cli-not", what=label)
        value = fact_value(choices, test.value, self.session) if choices else str(test.value)
        return _DIGITS.sub(" ", self.say(f"cli-test-{test.op}", fact=label, value=value))

    def outcome(self, outcome: Outcome) -> str:
        """What is imposed."""
        parts = []
        if outcome.confiscate is not None:
            parts.append(self.say("cli-confiscate", what=self._label(outcome.confiscate)))
        parts.extend(self.fine(fine) for fine in outcome.fines)
        if outcome.revoke is not None:
            licence = self.rulebook.vocabulary.licences[outcome.revoke.licence].text(self.lang)
            text = self.say("cli-revoke", what=licence)
            if outcome.revoke.when is not None:
                text = self.say("cli-if", condition=self.condition(outcome.revoke.when), text=text)
            parts.append(text)
        if outcome.refer is not None:
            parts.append(
                self.say("cli-refer", what=self.rulebook.vocabulary.bodies[outcome.refer].text(self.lang))
            )
        return self.say("cli-list").join(parts) if parts else self.say("cli-no-fine")

    def fine(self, fine: Fine) -> str:
        """Quantity × rate in words."""
        amount = (
            self.say("cli-rate", text=self.rate(fine))
            if not fine.times
            else self.say("cli-times", text=self.rate(fine), what=self._label(fine.times))
        )
        for name in fine.per:
            amount = self.say("cli-per", amount=amount, what=self._label(name))
        if fine.double_when is not None:
            amount += self.say("cli-doubled", condition=self.condition(fine.double_when))
        if fine.cap is not None:
            amount += self.say("cli-cap", amount=sum_words(yuan_text(fine.cap)))
        if fine.floor is not None:
            amount += self.say("cli-floor", amount=sum_words(yuan_text(fine.floor)))
        code = "cli-may-fine" if fine.optional else "cli-fine"
        text = _DIGITS.sub(" ", self.say(code, amount=amount))
        return self.say("cli-on-person", text=text) if fine.target == "responsible_person" else text

    def rate(self, fine: Fine) -> str:
        """``5,000–10,000``"""
        number = _plain if fine.times else _yuan
        low, high = number(fine.low), number(fine.high)
        if fine.fixed or low == high:
            return high
        return self.say("cli-up-to", amount=high) if fine.low == 0 else f"{low}–{high}"

    def _label(self, name: str) -> str:
        return self.rulebook.vocabulary.facts[name].label.text(self.lang)

    def orders(self, ids: tuple[str, ...]) -> list[str]:
        return [self.rulebook.vocabulary.orders[name].text(self.lang) for name in ids]


def _yuan(amount: Fen) -> str:
    return sum_words(yuan_text(amount))


def _plain(amount: Fen) -> str:
    exact = Fraction(amount)
    if exact.denominator == 1:
        return str(exact.numerator)
    return format(Decimal(exact.numerator) / Decimal(exact.denominator), "f")


def given_facts(facts: Mapping[str, object], rulebook: Rulebook, session: Session) -> list[str]:
    """The facts of an act as ``label: value`` lines."""
    from penalty_engine.rulebook.condition_reader import read_value

    lines = []
    for name, value in facts.items():
        fact = rulebook.vocabulary.facts[name]
        shown = fact_value(fact, read_value(fact, value), session)
        lines.append(session.say("cli-fact-line", label=fact.label, value=shown))
    return lines
