"""Rules in words: conditions, fines and outcomes as an inspector would say them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from fractions import Fraction

from penalty_engine.assessment import Step
from penalty_engine.cli.session import Session
from penalty_engine.messages import Message, Names
from penalty_engine.money import Fen, yuan_text
from penalty_engine.rulebook.catalogue_records import Fact
from penalty_engine.rulebook.condition_reader import CIRCUMSTANCE
from penalty_engine.rulebook.conditions import AllOf, AnyOf, Condition, FactTest, FactValue, Op
from penalty_engine.rulebook.records import Clause, Fine, Measure, Outcome, Payment, Rulebook
from penalty_engine.rulebook.shares import share_text

_LONG_FIGURE = re.compile(r"(?<![0-9.])[0-9]{4,}")
_DIGITS = re.compile(r"(?<=[\u4e00-\u9fff])(?=[0-9])")  # a space between Chinese and figures

_NO_LAW = frozenset({"before-in-force", "after-in-force", "between-versions", "not-in-jurisdiction"})
_AS_IT_STANDS = {"fine-without-amount": "cli-no-amount", "text-not-obtained": "cli-text-missing"}
_SPELLS_TOLD = 12
_EXISTENCE = {"gt": True, "ne": True, "eq": False, "le": False}  # a sum against nothing


def sum_words(amount: Decimal | str | int) -> str:
    """``12,345.60``: digits in groups of three."""
    whole, point, cents = str(amount).partition(".")
    return f"{int(whole):,}{point}{cents}"


def bound_words(low: Decimal, high: Decimal) -> tuple[str, str]:
    """The bounds of a band in whole fen, inside it where they fall on a part of one."""
    fen = Decimal("0.01")
    if low == high:
        return sum_words(low), sum_words(high)
    return sum_words(_short(low.quantize(fen, ROUND_CEILING))), sum_words(
        _short(high.quantize(fen, ROUND_FLOOR))
    )


def _short(amount: Decimal) -> Decimal:
    return amount.quantize(Decimal(1)) if amount == amount.to_integral_value() else amount


def formula_words(formula: str) -> str:
    """``5,000–10,000 × 8``: the figures of a formula like the sums beside it."""
    return _LONG_FIGURE.sub(lambda found: f"{int(found.group()):,}", formula)


def share_words(low: Fraction, high: Fraction) -> str:
    """``50%–100%``"""
    return _percent(low) if low == high else f"{_percent(low)}–{_percent(high)}"


def _percent(rate: Fraction) -> str:
    return f"{_plain(rate * 100)}%"


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
    if fact.type == "share":
        return share_text(value)
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
        return _DIGITS.sub(
            " ", self.say(f"cli-test-{test.op}", fact=label, value=self._before(value, test.op))
        )

    def _before(self, value: str, op: Op) -> str:
        """A bare figure keeps its distance from the 以上 or 以下 behind it."""
        return f"{value} " if self.lang == "zh" and op in ("ge", "le") and value[-1:].isdigit() else value

    def cases(self, clause: Clause, outcomes: Sequence[Outcome]) -> list[str]:
        """What each outcome brings and under which condition; those that bring the same are told together."""
        found: dict[str, list[Condition]] = {}
        for outcome in outcomes:
            found.setdefault(self.outcome(outcome), []).append(outcome.when)
        if len(found) == 1 < len(outcomes) == len(clause.outcomes):  # the same in every case
            return [self._case(clause.entry, None, text) for text in found]
        return [
            self._case(clause.entry, when, text) for text, whens in found.items() for when in merged(whens)
        ]

    def _case(self, entry: Condition | None, when: Condition | None, text: str) -> str:
        told = [item for item in (entry, when) if item is not None and getattr(item, "parts", True)]
        if not told:
            return text
        inner = len(told) > 1 and isinstance(told[-1], AnyOf)
        words = [*map(self.condition, told[:-1]), self.condition(told[-1], inner)]
        return self.say("cli-if", condition=self.say("cli-and").join(words), text=text)

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
        parts.extend(self.measure(item) for item in outcome.measures)
        parts.extend(self.payment(item) for item in outcome.payments)
        if outcome.refer is not None:
            parts.append(
                self.say("cli-refer", what=self.rulebook.vocabulary.bodies[outcome.refer].text(self.lang))
            )
        if not (outcome.fines or outcome.confiscate or outcome.revoke or outcome.refer):
            parts.insert(0, self.say("cli-no-fine"))  # a payment or a measure is none
        return self.say("cli-list").join(parts)

    def measure(self, measure: Measure) -> str:
        """A measure, in the clause's own words where it has some, with who decides it and when."""
        kind = self.rulebook.vocabulary.measures[measure.measure]
        text = self.measure_words(kind.name, measure.words, measure.by, measure.optional)
        if measure.when is None:
            return text
        return self.say("cli-if", condition=self.condition(measure.when), text=text)

    def measure_words(self, name: Names, words: str | None, by: str | None, optional: bool) -> str:
        """``给予警告``; ``吊销营业执照（由市场监督管理部门决定）``."""
        text = words if words and self.lang == "zh" else name.text(self.lang)
        if optional:
            text = self.say("cli-may-measure", text=text)
        if by is None:
            return text
        return self.say("cli-measure-by", text=text, body=self.rulebook.vocabulary.bodies[by])

    def payment(self, payment: Payment) -> str:
        """Money that is not a fine: what of, and to whom."""
        kind = self.rulebook.vocabulary.payments[payment.payment]
        amount = self._part(self._label(payment.times), payment.low, payment.high)
        for name in payment.per:
            amount = self.say("cli-per", amount=amount, what=self._label(name))
        if payment.not_above is not None:
            amount += self.say("cli-not-above", what=self._label(payment.not_above))
        code = "cli-may-payment" if payment.optional else "cli-payment"
        return self.say(code, name=kind.name, amount=_DIGITS.sub(" ", amount), to=kind.to)

    def _part(self, what: str, low: Fraction, high: Fraction) -> str:
        """A part of a sum, or a multiple of it; the sum itself where the rate is one."""
        if low == high == 1:
            return what
        if low.denominator == high.denominator == 1:
            text = _plain(high) if low == high else f"{_plain(low)}–{_plain(high)}"
            return self.say("cli-times", what=what, text=text)
        return self.say("cli-share", what=what, rate=share_words(low, high))

    def fine(self, fine: Fine) -> str:
        """Quantity × rate in words."""
        if fine.unspecified:
            text = self.say("cli-may-fine-unspecified" if fine.optional else "cli-fine-unspecified")
            return self._on(fine, text)
        code = "cli-may-fine" if fine.optional else "cli-fine"
        return self._on(fine, _DIGITS.sub(" ", self.say(code, amount=self._amount(fine))))

    def _on(self, fine: Fine, text: str) -> str:
        """Whom the fine is on: nothing is said where it is the party alone."""
        if fine.each is not None:
            return self.say("cli-on-each", text=text)
        return self.say("cli-on-person", text=text) if fine.target == "responsible_person" else text

    def _amount(self, fine: Fine) -> str:
        amount = (
            self.say("cli-rate", text=self.rate(fine))
            if not fine.times
            else self.say("cli-times", text=self.rate(fine), what=self._label(fine.times))
        )
        for name in fine.per:
            amount = self.say("cli-per", amount=amount, what=self._label(name))
        if fine.base_at_least is not None and fine.times:
            least = sum_words(yuan_text(fine.base_at_least))
            amount += self.say("cli-base-at-least", what=self._label(fine.times), amount=least)
        if fine.double_when is not None:
            amount += self.say("cli-doubled", condition=self.condition(fine.double_when))
        if fine.cap is not None:
            amount += self.say("cli-cap", amount=sum_words(yuan_text(fine.cap)))
        if fine.floor is not None:
            amount += self.say("cli-floor", amount=sum_words(yuan_text(fine.floor)))
        return amount

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
        if reason.code in _AS_IT_STANDS:
            return self.say(_AS_IT_STANDS[reason.code], **reason.params)
        return self.say("cli-not-available", reason=self.why(reason))

    def why(self, reason: Message) -> Message:
        """A reason as an officer would say it: a condition that is simply met or not."""
        wanted = reason.params.get("value")
        if reason.code == "entry-fails" and isinstance(wanted, Message):  # yes or no
            return Message(f"cli-entry-fails-{wanted.code}", reason.params)
        return reason

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


def merged(whens: Sequence[Condition]) -> list[Condition]:
    """Conditions of one outcome in fewer words: single tests joined by or, and A and B or A and not B as A."""
    if len(whens) < 2:
        return list(whens)
    if all(isinstance(item, FactTest) for item in whens):
        return [AnyOf(tuple(whens))]
    kept: list[Condition] = []
    for when in whens:
        common = next((one for other in kept if (one := _common(other, when)) is not None), None)
        if common is None:
            kept.append(when)
        else:
            kept = [common if _common(other, when) is not None else other for other in kept]
    return kept


def _common(first: Condition, second: Condition) -> Condition | None:
    """What two conditions share, where they differ in one yes or no only."""
    if not (isinstance(first, AllOf) and isinstance(second, AllOf)):
        return None
    # by repr: as tuples, "all of" and "any of" the same parts would be equal
    ours, theirs = ({repr(part): part for part in item.parts} for item in (first, second))
    mine = [part for key, part in ours.items() if key not in theirs]
    other = [part for key, part in theirs.items() if key not in ours]
    if len(mine) != 1 or len(other) != 1 or not _opposite(mine[0], other[0]):
        return None
    return AllOf(tuple(part for key, part in ours.items() if key in theirs))


def _opposite(first: Condition, second: Condition) -> bool:
    return (
        isinstance(first, FactTest)
        and isinstance(second, FactTest)
        and (first.fact, first.op) == (second.fact, second.op)
        and isinstance(first.value, bool)
        and second.value is (not first.value)
    )


def _yuan(amount: Fen) -> str:
    return sum_words(yuan_text(amount))


def _plain(amount: Fen | Fraction) -> str:
    exact = Fraction(amount)
    if exact.denominator == 1:
        return str(exact.numerator)
    return format(Decimal(exact.numerator) / Decimal(exact.denominator), "f")


def given_facts(
    facts: Mapping[str, object], counted: Sequence[Step], rulebook: Rulebook, session: Session
) -> list[str]:
    """The facts of an act as ``label: value`` lines; ``counted``: how dated spells were counted into facts."""
    from penalty_engine.rulebook.condition_reader import read_value

    lines = []
    for name, value in facts.items():
        fact = rulebook.vocabulary.facts[name]
        if not isinstance(value, list):  # a list is dated spells, told below
            shown = fact_value(fact, read_value(fact, value), session)
            lines.append(session.say("cli-fact-line", label=fact.label, value=shown))
    for step in counted:
        fact = rulebook.vocabulary.facts[str(step.rule)]
        shown = fact_value(fact, step.result, session) + _spells(step, session)
        lines.append(session.say("cli-fact-line", label=fact.label, value=shown))
    return lines


def _spells(step: Step, session: Session) -> str:
    """Each spell with its own count; past a dozen only how many there are."""
    told = []
    for spell in step.inputs["spells"][:_SPELLS_TOLD]:
        count = session.say(f"cli-spell-{step.inputs['unit']}", count=spell["count"])
        days = {"first": spell["from"], "last": spell["to"], "count": count}
        told.append(
            session.say("cli-spell" if spell["who"] is None else "cli-spell-of", who=spell["who"], **days)
        )
    rest = len(step.inputs["spells"]) - len(told)
    if rest:
        told.append(session.say("cli-spells-more", count=rest))
    return session.say("cli-spells", spells=session.say("cli-list").join(told)) if told else ""
