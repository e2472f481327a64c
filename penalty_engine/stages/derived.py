"""Before the pipeline: facts that follow from days, earlier penalties and counts, where the act does not state them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from functools import cache
from typing import Any, NamedTuple

from penalty_engine.assessment import Step
from penalty_engine.case import DAY_ORDER, Case
from penalty_engine.messages import Message
from penalty_engine.rulebook.catalogue_records import DateCheck, Derivation, Fact
from penalty_engine.rulebook.condition_reader import FactError
from penalty_engine.rulebook.conditions import Facts, FactValue
from penalty_engine.rulebook.records import Rulebook
from penalty_engine.rulebook.shares import share_of
from penalty_engine.stages.periods import begun, completed, last_day
from penalty_engine.stages.told import word

Inputs = Mapping[str, Any]


class Found(NamedTuple):
    """A value worked out, and what it was worked out from."""

    value: FactValue
    inputs: Inputs


class Derived(NamedTuple):
    """Facts that were worked out: which, how, and where the act states something else."""

    names: frozenset[str]
    steps: tuple[Step, ...]
    differing: Mapping[str, Message]


NOT_DERIVED = Derived(frozenset(), (), {})


class ShareError(FactError):
    """Two counts that have no share; ``fact``: the one that is wrong."""

    def __init__(self, code: str, fact: str, **params: Any) -> None:
        super().__init__(code, **params)
        self.fact = fact


class Derivations:
    """What follows from the days and earlier penalties of one case, worked out once for all its acts."""

    def __init__(self, rulebook: Rulebook, case: Case) -> None:
        self._rulebook, self._case = rulebook, case
        self._facts = [fact for fact in rulebook.vocabulary.derived if _possible(fact, case)]
        self._by_days: dict[str, Found | None] = {}

    def add_to(self, facts: dict[str, FactValue]) -> Derived:
        """Add what follows to the facts of one act; what it states itself stands. Raises ShareError."""
        names: list[str] = []
        steps: list[Step] = []
        differing: dict[str, Message] = {}
        for fact in self._facts:
            found = self._found(fact, facts)
            if found is None or not concerns(fact, facts):
                continue
            if fact.id not in facts:
                facts[fact.id] = found.value
                names.append(fact.id)
                steps.append(_step(self._rulebook, fact, found))
            elif facts[fact.id] != found.value:
                differing[fact.id] = _differs(self._rulebook, fact, facts[fact.id], found.value)
        for fact, check in list(self._ruled_out(facts)):
            step, differing[fact.id] = _decided(self._rulebook, self._case, fact, check)
            facts[fact.id] = check.instead
            steps.append(step)
        if not (names or steps or differing):
            return NOT_DERIVED
        return Derived(frozenset(names), tuple(steps), differing)

    def _ruled_out(self, facts: Facts) -> Iterator[tuple[Fact, DateCheck]]:
        """The facts that the days of the case disprove, where the rules let the days decide."""
        for name, value in facts.items():
            fact = self._rulebook.vocabulary.facts.get(name)
            for check in () if fact is None else fact.date_checks:
                decides = check.instead is not None and value == check.value
                if fact is not None and decides and speaks_against(check, self._case):
                    yield fact, check
                    break

    def _found(self, fact: Fact, facts: Facts) -> Found | None:
        derivation = fact.derivation
        assert derivation is not None  # only such facts are listed
        if derivation.kind == "share":
            return _share(self._rulebook, derivation, facts)
        if derivation.kind == "prior_penalties":
            return _prior_penalties(derivation, self._case, str(facts["violation"]))
        if fact.id not in self._by_days:
            self._by_days[fact.id] = _BY_DAYS[derivation.kind](derivation, self._case)
        return self._by_days[fact.id]


def speaks_against(check: DateCheck, case: Case) -> bool:
    """Whether the days of the case do not fit what the check is about."""
    day, limit = getattr(case.timeline, check.day), getattr(case.timeline, check.not_after)
    if day is None or limit is None or day > limit:
        return False
    if check.not_before is None:
        return True
    first = getattr(case.timeline, check.not_before)
    return first is not None and first <= day


def _possible(fact: Fact, case: Case) -> bool:
    """Whether the case states what the fact could follow from; most cases state none of it."""
    derivation = fact.derivation
    assert derivation is not None  # only such facts are listed
    if derivation.kind == "share":
        return True
    if derivation.kind == "prior_penalties":
        return bool(case.prior_penalties)
    if derivation.kind == "age":
        return case.party.born_on is not None
    return _first_known(case, derivation.days) is not None


def concerns(fact: Fact, facts: Facts) -> bool:
    """Whether a fact is to be looked at here; ``asked_when`` names the facts it depends on."""
    for name, wanted in fact.asked_when.items():
        if name in facts and facts[name] not in (wanted if isinstance(wanted, list) else [wanted]):
            return False
    return True


def asked_instead(rulebook: Rulebook, names: tuple[str, ...], facts: Facts) -> tuple[str, ...]:
    """Facts to ask for, with each share replaced by the counts it is worked out from."""
    if not rulebook.vocabulary.shares:
        return names
    known = rulebook.vocabulary.facts
    found: dict[str, None] = {}
    for name in names:
        derivation = known[name].derivation if name in rulebook.vocabulary.shares else None
        counts = () if derivation is None else derivation.counts
        found.update(dict.fromkeys([count for count in counts if count not in facts] or [name]))
    return tuple(found)


def _step(rulebook: Rulebook, fact: Fact, found: Found) -> Step:
    assert fact.derivation is not None
    source = fact.derivation.source
    result = word(rulebook, fact.id, found.value) if fact.type == "share" else found.value
    cite = None if source is None else source.cite
    return Step("derived", fact.id, cite, fact.place, {"kind": fact.derivation.kind, **found.inputs}, result)


def _differs(rulebook: Rulebook, fact: Fact, stated: FactValue, found: FactValue) -> Message:
    return Message(
        "derived-differs",
        {
            "fact": fact.label,
            "name": fact.id,
            "stated": word(rulebook, fact.id, stated),
            "derived": word(rulebook, fact.id, found),
        },
    )


def _decided(rulebook: Rulebook, case: Case, fact: Fact, check: DateCheck) -> tuple[Step, Message]:
    """The step and the warning where a day of the case decides against what the act states."""
    days = {name: getattr(case.timeline, name) for name in (check.day, check.not_after)}
    told = {
        "fact": fact.label,
        "stated": word(rulebook, fact.id, check.value),
        "warning": check.warning,
        "decided": word(rulebook, fact.id, check.instead),
        "day": check.day,
        "on": days[check.day],
        "limit": check.not_after,
        "last": days[check.not_after],
    }
    inputs = {"kind": "date_check", "stated": check.value, **days}
    return Step("derived", fact.id, None, fact.place, inputs, check.instead), Message("date-decides", told)


def _first_known(case: Case, days: tuple[str, ...]) -> tuple[str, date] | None:
    for name in days:
        day: date | None = getattr(case.timeline, name)
        if day is not None:
            return name, day
    return None


def _age(derivation: Derivation, case: Case) -> Found | None:
    """Full years on a day: a year is full only the day after the birthday."""
    born, at = case.party.born_on, _first_known(case, derivation.days)
    if born is None or at is None or at[1] < born:
        return None
    years = completed(born, at[1] - timedelta(days=1), "years")
    return Found(years, {"born_on": born, at[0]: at[1]})


def _span(derivation: Derivation, case: Case) -> Found | None:
    start, end = _first_known(case, derivation.days), _first_known(case, derivation.until)
    if start is None or end is None:
        return None
    count = begun if derivation.begun else completed
    inputs = {start[0]: start[1], end[0]: end[1], "begun": derivation.begun}
    return Found(count(start[1], end[1], derivation.unit), inputs)


def _before(derivation: Derivation, case: Case) -> Found | None:
    """Whether a day lies before the limit. On the very day of the limit the days alone do not tell."""
    return _compared(derivation, case, before=True, same_day=None)


def _after(derivation: Derivation, case: Case) -> Found | None:
    """Whether a day lies after the limit, which itself is still in time."""
    return _compared(derivation, case, before=False, same_day=False)


def _compared(derivation: Derivation, case: Case, before: bool, same_day: bool | None) -> Found | None:
    """Against the limit, or, where that is not known, against days that surely lie on one side of it."""
    named, limit = _first_known(case, derivation.days), _first_known(case, derivation.until)
    if named is None:
        return None
    day = named[1]
    if limit is not None:
        truth = same_day if day == limit[1] else (day < limit[1]) is before
        return None if truth is None else Found(truth, dict((named, limit)))
    earliest = _bound(case, derivation.until[0], later=False)
    if earliest is not None and day < earliest[1]:
        return Found(before, dict((named, earliest)))
    latest = _bound(case, derivation.until[0], later=True)
    if latest is not None and day > latest[1]:
        return Found(not before, dict((named, latest)))
    return None


def _bound(case: Case, limit: str, later: bool) -> tuple[str, date] | None:
    """The nearest known day on one side of a limit that is not known itself."""
    known = [
        (day, name) for name in _beside(limit, later) if (day := getattr(case.timeline, name)) is not None
    ]
    if not known:
        return None
    day, name = min(known) if later else max(known)
    return name, day


def _prior_penalties(derivation: Derivation, case: Case, violation: str) -> Found | None:
    """Earlier penalties within the look-back; none listed is not none imposed."""
    before, until = _first_known(case, derivation.days), _first_known(case, derivation.until)
    if not case.prior_penalties or before is None or until is None:
        return None
    length, unit = derivation.length, derivation.unit
    counted = [
        item
        for item in case.prior_penalties
        if (item.violation == violation or not derivation.same)
        and item.decided_on < before[1]
        and (not length or until[1] <= last_day(item.decided_on, length, unit))
    ]
    inputs = {
        **dict((until, before)),
        **({unit: length} if length else {}),
        "penalties": [{"violation": item.violation, "decided_on": item.decided_on} for item in counted],
    }
    return Found(len(counted), inputs)


def _share(rulebook: Rulebook, derivation: Derivation, facts: Facts) -> Found | None:
    part, whole = derivation.counts
    if part not in facts or whole not in facts:
        return None
    known = rulebook.vocabulary.facts
    params = {"part": known[part].label, "whole": known[whole].label}
    some, all_of_them = int(facts[part]), int(facts[whole])
    if all_of_them == 0:
        raise ShareError("share-of-nothing", whole, **params)
    if some > all_of_them:
        raise ShareError("share-above-whole", part, **params, number=some, total=all_of_them)
    return Found(share_of(some, all_of_them), {part: some, whole: all_of_them})


@cache
def _beside(limit: str, later: bool) -> tuple[str, ...]:
    """The days that never lie before a limit, or never after it, directly or through others."""
    pairs = DAY_ORDER if later else tuple((second, first) for first, second in DAY_ORDER)
    found: dict[str, None] = {}
    waiting = [limit]
    while waiting:
        name = waiting.pop()
        fresh = [second for first, second in pairs if first == name and second not in found]
        found.update(dict.fromkeys(fresh))
        waiting += fresh
    return tuple(found)


_BY_DAYS: Mapping[str, Callable[[Derivation, Case], Found | None]] = {
    "age": _age,
    "days": _span,
    "months": _span,
    "years": _span,
    "before": _before,
    "after": _after,
}
