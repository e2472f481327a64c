"""Every single thing about a case that could be otherwise and might matter, found from the rules themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from penalty_engine.case import Elections
from penalty_engine.money import MAX_YUAN
from penalty_engine.reasons.change import (
    Change,
    circumstance_change,
    day_change,
    election_change,
    fact_change,
    party_change,
    stated_form,
)
from penalty_engine.reasons.situation import Situation
from penalty_engine.reasons.tests_in_play import tests_in_play
from penalty_engine.rulebook.catalogue_records import Fact
from penalty_engine.rulebook.condition_reader import MAX_COUNT
from penalty_engine.rulebook.conditions import Facts, FactTest, FactValue
from penalty_engine.rulebook.words import PARTY_KINDS, TIMELINE_DAYS

_NUMBERS = frozenset({"money", "count", "integer"})
_STATED = frozenset({*_NUMBERS, "boolean", "choice"})
_FEN = 100  # in a yuan
_DAY = timedelta(days=1)
_LAW_DAYS = ("conduct_from", "conduct_to", "decided_on")


def unit_of(fact: Fact) -> int:
    """One more of it, in what the networks count: a yuan, a person, a month."""
    return _FEN if fact.type == "money" else 1


def limits_of(fact: Fact) -> tuple[int, int]:
    """The least and the most a case may state."""
    if fact.type == "money":
        return 0, MAX_YUAN * _FEN
    return (-MAX_COUNT if fact.type == "integer" else 0), MAX_COUNT


def may_be_stated(situation: Situation, name: str, facts: Facts) -> Fact | None:
    """The fact, where an officer may state it in this case."""
    fact = situation.rulebook.vocabulary.facts.get(name)
    if fact is None or fact.computed or fact.type not in _STATED:
        return None
    for other, wanted in (fact.asked_when or {}).items():
        if other in facts and facts[other] not in (wanted if isinstance(wanted, list) else [wanted]):
            return None
    return fact


def single_changes(situation: Situation, acts: Sequence[int], days: bool = True) -> Iterator[Change]:
    """The changes of one thing, in a fixed order: of each act its facts and circumstances, then those of the whole case.

    ``days``: with the days of the case moved as well.
    """
    for number in acts:
        yield from fact_changes(situation, number)
        yield from circumstance_changes(situation, number)
    yield from case_changes(situation)
    if days:
        yield from day_changes(situation, acts)


def fact_changes(situation: Situation, number: int) -> Iterator[Change]:
    """Every fact that a rule in play tests or counts with: the values at which a test turns, and one unit more or less."""
    facts = situation.facts[number]
    tested = tests_in_play(situation, number)
    names = dict.fromkeys([*facts, *tested, *_quantities(situation, number)])
    for name in names:
        fact = may_be_stated(situation, name, facts)
        if fact is None:
            continue
        for value in _values(fact, tested.get(name, ()), facts.get(name)):
            yield state(situation, number, fact, value)


def state(situation: Situation, number: int, fact: Fact, value: FactValue) -> Change:
    """The fact stated with a value as the networks see it."""
    book, case = situation.rulebook, situation.case
    return fact_change(book, case, number, fact.id, stated_form(fact, value), situation.facts[number])


def _quantities(situation: Situation, number: int) -> Iterator[str]:
    """The facts that sums are computed from."""
    for clause in situation.clauses(number):
        yield from sorted(clause.used_facts)


def _values(fact: Fact, tested: Iterable[FactTest], current: FactValue | None) -> Sequence[FactValue]:
    """The values worth trying, the nearest to the present one first."""
    if fact.type == "boolean":
        return [value for value in (True, False) if value is not current]
    if fact.type == "choice":
        return [value for value in fact.choices if value != current]
    least, most = limits_of(fact)
    bounds = [int(test.value) for test in tested if not isinstance(test.value, (bool, str))]
    found = {bound + step for bound in bounds for step in (-1, 0, 1)}
    if isinstance(current, int) and not isinstance(current, bool):
        found |= {current + unit_of(fact), current - unit_of(fact), 0}
    near = current if isinstance(current, int) else 0
    usable = [value for value in found if least <= value <= most and value != current]
    return sorted(usable, key=lambda value: (abs(value - near), value < near))


def circumstance_changes(situation: Situation, number: int) -> Iterator[Change]:
    """Every declared circumstance left out, every other one declared."""
    book, case = situation.rulebook, situation.case
    declared = case.acts[number].circumstances
    for name in declared:
        yield circumstance_change(book, case, number, name, False)
    established = {item.id for item in situation.act(number).circumstances}
    for item in book.circumstances.values():
        if item.id not in declared and item.id not in established and case.party.kind in item.parties:
            yield circumstance_change(book, case, number, item.id, True)


def case_changes(situation: Situation) -> Iterator[Change]:
    """What concerns the whole case: what the officer decides, the kind of party."""
    case = situation.case
    for name, field in Elections.model_fields.items():
        if field.annotation is bool:
            yield election_change(case, name, not getattr(case.elections, name))
    for kind in PARTY_KINDS:
        if kind != case.party.kind:
            yield party_change(situation.rulebook, case, kind)


def day_changes(situation: Situation, acts: Sequence[int]) -> Iterator[Change]:
    """Days of the case moved to where a version of the law begins or ends, or next to another day that rules look at.

    A day stated is not left out: what is known is not found to be unknown.
    """
    case = situation.case
    names = days_read(situation)
    stated: dict[str, date] = {
        name: day for name in names if (day := getattr(case.timeline, name)) is not None
    }
    borders = _borders(situation, acts)
    for name in names:
        others = [day for other, day in stated.items() if other != name]
        days = {near for day in others for near in (day - _DAY, day, day + _DAY)}
        if name == "conduct_to":
            days |= borders
        old = stated.get(name)
        for day in sorted(days - {old}, key=lambda day: (abs((day - (old or day)).days), day)):
            yield day_change(case, name, day)


def days_read(situation: Situation) -> tuple[str, ...]:
    """The days that can move a result: those of the law in force, and those that facts and limitation follow from.

    Days that only time limits are counted from are left out.
    """
    book = situation.rulebook
    facts = [(item.derivation, item.spells, item.date_checks) for item in book.vocabulary.facts.values()]
    read = {*_LAW_DAYS, *_words((facts, book.limitations))}
    return tuple(name for name in TIMELINE_DAYS if name in read)


def _words(record: object) -> Iterator[str]:
    """Every text in a record and in all it holds."""
    if isinstance(record, str):
        yield record
    elif isinstance(record, (tuple, list)):
        for item in record:
            yield from _words(item)


def _borders(situation: Situation, acts: Sequence[int]) -> set[date]:
    """The days on both sides of every change of the law on these acts."""
    found: set[date] = set()
    for number in acts:
        act, case_act = situation.act(number), situation.case.acts[number]
        keys = (
            (case_act.clause,) if case_act.clause else situation.rulebook.by_violation.get(act.violation, ())
        )
        for key in keys:
            for clause in situation.rulebook.clauses[key]:
                period = clause.statute.period
                if period.first is not None:
                    found |= {period.first, period.first - _DAY}
                if period.last is not None:
                    found |= {period.last, period.last + _DAY}
    return found


def numeric_facts(situation: Situation, number: int) -> Mapping[str, int]:
    """The numbers known of one act that a case may state, by fact."""
    facts = situation.facts[number]
    return {
        name: value
        for name, value in facts.items()
        if isinstance(value, int)
        and not isinstance(value, bool)
        and (fact := may_be_stated(situation, name, facts)) is not None
        and fact.type in _NUMBERS
    }
