"""The facts of an act told in sentences: those stated, those counted from dated spells."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from penalty_engine.assessment import Step
from penalty_engine.cli.words import Words, fact_value
from penalty_engine.messages import Message, Names
from penalty_engine.reasons.sentences import NOTHING, Sentence, Telling, Text, cited, day_words
from penalty_engine.rulebook.catalogue_records import Fact
from penalty_engine.rulebook.condition_reader import read_value
from penalty_engine.rulebook.conditions import FactValue, fact_names

_SPELLS_TOLD = 24


def given(telling: Telling) -> Iterator[Sentence]:
    """The facts as stated in the case; dated spells are told where they are counted."""
    for name, value in telling.case.acts[telling.number].facts.items():
        fact = telling.rulebook.vocabulary.facts[name]
        if isinstance(value, list):
            continue
        words = telling.phrases.both(_in_words(fact, read_value(fact, value)))
        yield Sentence("fact", Message("explain-fact-stated", {"fact": fact.label, "value": words}))


def _in_words(fact: Fact, value: FactValue) -> Callable[[Words], str]:
    return lambda words: fact_value(fact, value, words.session)


def counted(telling: Telling, step: Step) -> Iterator[Sentence]:
    """A fact counted from dated spells, each spell with its own count."""
    fact = telling.rulebook.vocabulary.facts[str(step.rule)]
    spells = step.inputs["spells"]
    told = [] if _told_already(telling, fact, spells) else _spells(spells, step.inputs["unit"])
    total = telling.phrases.value(fact.id, step.result)
    counts = " + ".join(str(item["count"]) for item in spells)
    added = Message("explain-added", {"counts": counts}) if 1 < len(spells) <= _SPELLS_TOLD else NOTHING
    text = Message(
        "explain-counted",
        {"fact": fact.label, "value": total, "part": _part_of(telling, fact), "added": added},
    )
    yield Sentence(
        "counted", text, cited(None if fact.spells is None else fact.spells.source), step.source, tuple(told)
    )


def _told_already(telling: Telling, fact: Fact, spells: list[dict[str, Any]]) -> bool:
    """Whether a part is the whole, whose spells were listed just before."""
    whole = None if fact.spells is None or fact.spells.of is None else fact.spells.of
    stated = telling.case.acts[telling.number].facts.get(whole or "")
    if not isinstance(stated, list):
        return False
    days = [(str(item["from"]), str(item["to"])) for item in stated]
    return days == [(str(item["from"]), str(item["to"])) for item in spells]


def _spells(spells: list[dict[str, Any]], unit: str) -> list[Sentence]:
    told = [_spell(item, unit) for item in spells[:_SPELLS_TOLD]]
    rest = len(spells) - len(told)
    if rest:
        told.append(Sentence("counted", Message("explain-spells-more", {"count": rest})))
    return told


def _part_of(telling: Telling, fact: Fact) -> Text:
    """Of which spells a fact is the part before or since a day of the case."""
    assert fact.spells is not None  # only such a fact is counted
    for code, name in (("before", fact.spells.before), ("since", fact.spells.since)):
        if name is not None:
            day = day_words(name, getattr(telling.case.timeline, name))
            return Message(f"explain-spells-{code}", {"day": day})
    return NOTHING


def _spell(spell: dict[str, Any], unit: str) -> Sentence:
    params = {
        "who": spell["who"],
        "first": spell["from"],
        "last": spell["to"],
        "count": Message(f"cli-spell-{unit}", {"count": spell["count"]}),
    }
    code = "explain-spell" if spell["who"] is None else "explain-spell-of"
    return Sentence("counted", Message(code, params))


def derived(telling: Telling, step: Step) -> Iterator[Sentence]:
    """A fact that follows from days, earlier penalties or counts of the case."""
    fact = telling.rulebook.vocabulary.facts[str(step.rule)]
    inputs = step.inputs
    known = telling.rulebook.vocabulary.facts
    grounds: list[Text] = [_day(name, value) for name, value in inputs.items() if isinstance(value, date)]
    grounds += [telling.phrases.stated(name, value) for name, value in inputs.items() if name in known]
    told = []
    if "penalties" in inputs:
        code = "explain-penalties" if inputs["penalties"] else "explain-no-penalties"
        lengths = [name for name in ("years", "months", "days") if name in inputs]
        length = Message("explain-length-any")
        if lengths:
            length = Message(f"explain-length-{lengths[0]}", {"count": inputs[lengths[0]]})
        told.append(Sentence("derived", Message(code, {"length": length, "count": len(inputs["penalties"])})))
        told += [_penalty(telling, item) for item in inputs["penalties"]]
    begun = Message("explain-begun") if inputs.get("begun") else NOTHING
    value = telling.phrases.value(fact.id, step.result)
    params = {"fact": fact.label, "value": value, "grounds": list(grounds), "begun": begun}
    code = "explain-worked-out"
    if "stated" in inputs:  # the days decide against what the act states
        code = "explain-days-decide"
        params["stated"] = telling.phrases.value(fact.id, inputs["stated"])
    yield Sentence("derived", Message(code, params), _read_in(fact), step.source, tuple(told))


def without_effect(telling: Telling, act: Step) -> frozenset[str]:
    """Facts worked out that nothing in the act looked at."""
    worked_out = {str(step.rule) for step in act.steps if step.step == "derived"}
    if not worked_out:
        return frozenset()
    looked_at = set(_inputs(act.steps))
    for item in telling.rulebook.circumstances.values():
        if item.when is not None and any(step.rule == item.rule for step in act.steps):
            looked_at.update(fact_names(item.when))
    return frozenset(worked_out - looked_at)


def _inputs(steps: Iterable[Step]) -> Iterator[str]:
    for step in steps:
        if step.step != "milder-law":
            yield from step.inputs
            yield from _inputs(step.steps)


def _day(name: str, day: date) -> Message:
    return Message("explain-born", {"day": day}) if name == "born_on" else day_words(name, day)


def _penalty(telling: Telling, item: Mapping[str, Any]) -> Sentence:
    """An earlier penalty that counts."""
    violation = telling.rulebook.violations.get(item["violation"])
    name = item["violation"] if violation is None else violation.name
    return Sentence("derived", Message("explain-penalty", {"day": item["decided_on"], "name": name}))


def _read_in(fact: Fact) -> Names | None:
    """Where the way it is worked out was read."""
    return cited(None if fact.derivation is None else fact.derivation.source)
