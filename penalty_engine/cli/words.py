"""Rules in words: conditions, fines and outcomes as an inspector would say them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from penalty_engine.cli.session import Session
from penalty_engine.messages import Message
from penalty_engine.money import Fen, yuan_text
from penalty_engine.rulebook.condition_reader import CIRCUMSTANCE
from penalty_engine.rulebook.conditions import AllOf, Condition, FactTest, FactValue
from penalty_engine.rulebook.records import Fact, Fine, Outcome, Rulebook

_LONG_FIGURE = re.compile(r"(?<![0-9.])[0-9]{4,}")
_DIGITS = re.compile(r"(?<=[\u4e00-\u9fff])(?=[0-9])")  # a space between Chinese and figures

_NO_LAW = frozenset({"before-in-force", "after-in-force", "between-versions", "not-in-jurisdiction"})
_EXISTENCE = {"gt": True, "ne": True, "eq": False, "le": False}  # a sum against nothing


def sum_words(amount: Decimal | str | int) -> str:
    """``12,345.60``: digits in groups of three."""
    whole, point, cents = str(amount).partition(".")
    return f"{int(whole):,}{point}{cents}"


def formula_words(formula: str) -> str:
    """``5,000–10,000 × 8``: the figures of a formula like the sums beside it."""
    return _LONG_FIGURE.sub(lambda found: f"{int(found.group()):,}", formula)


def sentence(text: str, lang: str) -> str:
    """A sentence of English begins with a capital letter; nothing else is changed."""
    return text[0].upper() + text[1:] if lang == "en" and text else text


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
            return self.say("cli-is" if test.value == (test.op == "eq") else "cli-is-not", what=label)
        there_is = (
            _EXISTENCE.get(test.op) if test.value == 0 and choices and choices.type == "money" else None
        )
        if there_is is not None:
            return self.say("cli-there-is" if there_is else "cli-there-is-no", what=label)
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

    def not_available(self, reason: Message | None) -> str:
        """No more than is known: this clause does not punish; another law may."""
        if reason is None:
            return self.say("cli-not-available-bare")
        if reason.code in _NO_LAW:
            return self.say("cli-no-law", reason=reason)
        wanted = reason.params.get("value")
        if reason.code == "entry-fails" and isinstance(wanted, Message):  # yes or no
            reason = Message(f"cli-entry-fails-{wanted.code}", reason.params)
        return self.say("cli-not-available", reason=reason)

    def _label(self, name: str) -> str:
        return self.rulebook.vocabulary.facts[name].label.text(self.lang)

    def orders(self, ids: tuple[str, ...], words: Mapping[str, str]) -> list[str]:
        """The orders by name; in Chinese in the clause's own ``words``, where it has some."""
        known = self.rulebook.vocabulary.orders
        own = words if self.lang == "zh" else {}
        return [own.get(name) or known[name].text(self.lang) for name in ids]

    def effect(self, effect: str, force: str, mitigates: bool) -> str:
        """What a circumstance leads to: lighter, lighter or mitigated, heavier, no penalty."""
        if effect == "lighter" and mitigates:
            return self.say("cli-effect-mitigates")
        if effect == "exempt" and force == "discretionary":
            return self.say("cli-effect-exempt-may")
        return self.say(f"cli-effect-{effect}")


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
