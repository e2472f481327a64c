"""What every sentence of an explanation is made of: the record, and rules, facts and sums in words of both languages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, NamedTuple

from penalty_engine.assessment import ActResult, Assessment, Finding, Step
from penalty_engine.case import Case
from penalty_engine.cli.session import Session
from penalty_engine.cli.words import Words, sentence, sum_words
from penalty_engine.diagnostics import Place
from penalty_engine.messages import Message, Names
from penalty_engine.money import fen
from penalty_engine.rulebook.catalogue_records import Fact, Provenance
from penalty_engine.rulebook.conditions import AllOf, AnyOf, Condition, Facts, FactTest, evaluate, tests
from penalty_engine.rulebook.records import Clause, Fine, Rulebook
from penalty_engine.rulebook.shares import read_share
from penalty_engine.stages.told import label

Text = Message | Names

NOTHING = Message("nothing")


SECTION = "explain-section-"
"""What the code of a section's heading begins with."""


class Sentence(NamedTuple):
    """One sentence, the provision it rests on, the place of the rule, and what is told below it.

    ``kind``: the kind of step it tells, ``heading``, or ``law-text`` for a provision quoted.
    """

    kind: str
    text: Text
    basis: Text | None = None
    place: Place | None = None
    sentences: tuple[Sentence, ...] = ()

    @property
    def section(self) -> str | None:
        """The name of the section that the sentence heads."""
        code = self.text.code if self.kind == "heading" and isinstance(self.text, Message) else ""
        return code.removeprefix(SECTION) if code.startswith(SECTION) else None

    def told(self, lang: str, with_basis: bool = True) -> str:
        """The sentence, ended as one, with its basis, in one language."""
        text = sentence(self.text.text(lang), lang)
        if self.kind in ("heading", "law-text"):
            return text
        code = "explain-ended" if self.basis is None or not with_basis else "explain-with-basis"
        return Message(code, {"text": text.rstrip("。. "), "basis": self.basis}).text(lang)

    def to_dict(self, lang: str = "zh") -> dict[str, Any]:
        """Plain data; ``source`` is ``file:line:column``; ``section``: the name of the section it heads."""
        return {
            "kind": self.kind,
            "section": self.section,
            "text": self.told(lang, with_basis=False),
            "basis": None if self.basis is None else self.basis.text(lang),
            "source": None if self.place is None else str(self.place),
            "sentences": [item.to_dict(lang) for item in self.sentences],
        }


class Telling(NamedTuple):
    """What is at hand while a trace is told. ``act``: the result of the act told, None for one that was only compared, of
    which ``governing`` is the clause that would govern; ``clause``, ``range``: what the steps being told belong to."""

    phrases: Phrases
    case: Case
    assessment: Assessment
    number: int = 0
    act: ActResult | None = None
    governing: str | None = None
    clause: Clause | None = None
    range: Step | None = None

    @property
    def rulebook(self) -> Rulebook:
        return self.phrases.rulebook

    def finding(self, clause: Clause) -> Finding | None:
        """What the clause came to in the act told."""
        findings = () if self.act is None else self.act.findings
        return next((item for item in findings if item.clause == clause.key), None)

    def version(self, finding: Finding) -> Clause:
        """The version of the clause that a finding is about."""
        versions = self.rulebook.clauses[finding.clause]
        return next(item for item in versions if item.statute.version == finding.version)

    def principle(self, name: str) -> Names | None:
        """The provision behind what the engine does with any violation, where the rules quote it as it was at the decision."""
        basis, decided = self.rulebook.principles.get(name), self.case.timeline.decided_on
        if basis is None or (decided is not None and not basis.period.covers(decided)):
            return None
        return basis.cite

    def applied(self, clause: Clause) -> bool:
        """Whether the clause is imposed in the end."""
        if self.act is None:
            return clause.key == self.governing
        return any(item.clause == clause.key for item in self.act.applied)


Tell = Callable[[Telling, Step], Iterable[Sentence]]
"""Tells one step."""


class Phrases:
    """Rules, facts and sums of one rulebook in words of both languages."""

    def __init__(self, rulebook: Rulebook) -> None:
        self.rulebook = rulebook
        self._words = (Words(rulebook, Session("zh")), Words(rulebook, Session("en")))
        self._clauses = {clause.rule: clause for versions in rulebook.clauses.values() for clause in versions}

    def both(self, make: Callable[[Words], str]) -> Names:
        """What `make` gives in each language."""
        return Names(*(make(words) for words in self._words))

    def clause(self, rule: str | None) -> Clause | None:
        """The clause version a step names."""
        return None if rule is None else self._clauses.get(rule)

    def cite(self, clause: Clause) -> Names:
        """``《劳动合同法》第九十二条第一款``"""
        statute = clause.statute
        return Names(
            Message("entry-cited", {"title": statute.short, "article": clause.article}).text("zh"),
            Message("entry-cited", {"title": statute.title.en, "article": clause.article}).text("en"),
        )

    def cite_key(self, key: str) -> Names:
        """A clause named without its version, as the newest one is cited."""
        return self.cite(self.rulebook.clauses[key][-1])

    def condition(self, condition: Condition) -> Names:
        """A whole condition."""
        return self.both(lambda words: words.condition(condition))

    def fact(self, name: str) -> Names:
        """What a fact or an established circumstance is called."""
        return label(self.rulebook, name)

    def value(self, name: str, value: Any) -> Text:
        """A value as a trace holds it: sums in yuan, all else as it is."""
        fact = self.rulebook.vocabulary.facts.get(name)
        if isinstance(value, bool):
            return Message("yes" if value else "no")
        if isinstance(value, Decimal):
            return yuan_words(value)
        if fact is not None and isinstance(value, str) and value in fact.choices:
            return fact.choices[value]
        return value if isinstance(value, (Message, Names)) else _counted(fact, value)

    def stated(self, name: str, value: Any) -> Message:
        """``被派遣劳动者人数 8 人``"""
        code = "explain-fact" if isinstance(value, (bool, str)) else "explain-fact-number"
        return Message(code, {"fact": self.fact(name), "value": self.value(name, value)})

    def seen(self, stated: Mapping[str, Any]) -> Facts:
        """Facts of a trace as conditions see them."""
        return {name: self._seen(name, value) for name, value in stated.items()}

    def _seen(self, name: str, value: Any) -> Any:
        if isinstance(value, Decimal):
            return int(fen(value))
        fact = self.rulebook.vocabulary.facts.get(name)
        if fact is not None and fact.type == "share" and isinstance(value, str):
            return read_share(value.removeprefix("≈"))
        return value

    def holding(self, condition: Condition, stated: Mapping[str, Any]) -> tuple[Message, ...]:
        """The facts that satisfy a condition, each once; without those that the condition itself already says."""
        facts = self.seen(stated)
        found = [test for test in tests(condition) if evaluate(test, facts)]
        alternatives = _has_alternatives(condition)
        said = {test.fact for test in found if isinstance(test.value, bool) or test.op == "eq"}
        names = dict.fromkeys(test.fact for test in found)
        return tuple(self.stated(name, stated[name]) for name in names if alternatives or name not in said)


def _has_alternatives(condition: Condition) -> bool:
    if isinstance(condition, FactTest):
        return False
    return isinstance(condition, AnyOf) or any(_has_alternatives(part) for part in condition.parts)


def _counted(fact: Fact | None, value: Any) -> Names:
    number = f"{value:,}" if isinstance(value, int) else str(value)
    if fact is None or fact.unit is None:
        return Names(number, number)
    return Names(f"{number} {fact.unit.zh}", f"{number} {fact.unit.en}")


def yuan_words(amount: Decimal | str | int) -> Message:
    """``36,000 元``"""
    return Message("cli-yuan", {"amount": figure(amount)})


def figure(amount: Decimal | Fraction | str | int) -> str:
    """A sum with its digits in groups of three; what no decimal expresses stays a fraction."""
    if isinstance(amount, Fraction):
        if amount.denominator == 1:
            return f"{amount.numerator:,}"
        digits = _decimal(amount)
        return f"{amount.numerator:,}/{amount.denominator:,}" if digits is None else sum_words(digits)
    return sum_words(format(amount, "f") if isinstance(amount, Decimal) else amount)


def _decimal(amount: Fraction) -> str | None:
    """The exact decimal, None where there is none."""
    denominator = amount.denominator
    for prime in (2, 5):
        while denominator % prime == 0:
            denominator //= prime
    if denominator != 1:
        return None
    text = format(Decimal(amount.numerator) / Decimal(amount.denominator), "f")
    whole, _, decimals = text.partition(".")
    return f"{whole}.{decimals.ljust(2, '0')}" if decimals else whole


def number(value: Fraction) -> str:
    """A rate without unit, as people write it: ``1.5``."""
    text = figure(value)
    return text.rstrip("0").rstrip(".") if "." in text else text


def span(low: Any, high: Any) -> str:
    """``5,000–10,000``; one figure where both are the same."""
    return figure(low) if low == high else f"{figure(low)}–{figure(high)}"


_NO_QUANTITY = frozenset({"rate", "persons", "counted_as", "factor", "cap", "floor"})


def quantities(step: Step) -> tuple[str, ...]:
    """The facts that the rate of a statutory range is multiplied with."""
    return tuple(name for name in step.inputs if name not in _NO_QUANTITY)


def multiplier(step: Step) -> Fraction:
    """What the rate of a statutory range is multiplied with, in all."""
    product = Fraction(1)
    for name in quantities(step):
        product *= Fraction(step.inputs[name])
    if "counted_as" in step.inputs:
        product = Fraction(step.inputs["counted_as"])
    return product * Fraction(step.inputs.get("factor", 1))


def rates(step: Step) -> tuple[Fraction, Fraction]:
    """Lowest and highest rate of a statutory range."""
    found = [Fraction(part) for part in str(step.inputs["rate"]).split("–")]
    return found[0], found[-1]


def always(condition: Condition | None) -> bool:
    """Whether nothing is demanded."""
    return condition is None or (isinstance(condition, AllOf) and not condition.parts)


def fine_at(clause: Clause, place: Place | None) -> Fine | None:
    """The fine of a clause that is written at a place."""
    return next((fine for outcome in clause.outcomes for fine in outcome.fines if fine.place == place), None)


def cited(source: Provenance | None) -> Names | None:
    """Where something was read, and whether that is verified."""
    if source is None:
        return None
    told = Message("explain-cite" if source.verified else "explain-cite-open", {"cite": source.cite})
    return Names(told.text("zh"), told.text("en"))


def joined(items: Iterable[Any]) -> list[Any]:
    """A list that a message writes out with the commas of its language."""
    return list(items)


def day_words(name: str, day: date | None) -> Message:
    """``立案之日 2025-08-21``"""
    return Message("explain-day", {"name": Message(f"cli-day-{name}"), "day": day})
