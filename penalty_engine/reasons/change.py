"""One thing about a case stated otherwise, and the case so changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, NamedTuple

from penalty_engine import arguments
from penalty_engine.case import Case, Elections
from penalty_engine.diagnostics import Diagnostic
from penalty_engine.errors import CaseError
from penalty_engine.messages import Message, Names
from penalty_engine.money import AmountError, parse_yuan, yuan_text
from penalty_engine.reasons.wording import UNKNOWN, named, stated_words
from penalty_engine.rendering import plain
from penalty_engine.rulebook.catalogue_records import Fact
from penalty_engine.rulebook.conditions import FactValue
from penalty_engine.rulebook.records import Rulebook
from penalty_engine.rulebook.words import TIMELINE_DAYS

FACT, CIRCUMSTANCE, ELECTION, PARTY, DAY, VIOLATION = (
    "fact",
    "circumstance",
    "election",
    "party-kind",
    "day",
    "violation",
)
KINDS = (FACT, CIRCUMSTANCE, ELECTION, PARTY, DAY, VIOLATION)
"""In the order in which changes are told."""


class Change(NamedTuple):
    """One thing stated otherwise.

    ``kind``: fact, circumstance, election, party-kind, day, or violation (an act named by its violation instead of by a
    clause). ``act``: which act, counted from 0; None for what concerns the whole case. ``old`` and ``new`` are as a case file
    holds them; None is unknown, or not stated.
    """

    kind: str
    name: str
    new: Any
    act: int | None
    old: Any
    text: Message

    def to_dict(self, lang: str = "zh") -> dict[str, Any]:
        """The change as plain data; acts are counted from 1."""
        act = None if self.act is None else self.act + 1
        values = {"old": plain(self.old, lang), "new": plain(self.new, lang)}
        return {
            "kind": self.kind,
            "act": act,
            "name": self.name,
            **values,
            "text": self.text.text(lang),
        }


def fact_change(
    rulebook: Rulebook, case: Case, act: int, name: str, new: Any, seen: Mapping[str, FactValue] = {}
) -> Change:
    """A fact of an act with another value; None leaves it out. ``seen``: facts counted or derived where none is stated."""
    old = case.acts[arguments.act_number(case, act)].facts.get(arguments.text("name", name))
    fact = rulebook.vocabulary.facts.get(name)
    if fact is not None and name in seen and (old is None or isinstance(old, list)):
        old = stated_form(fact, seen[name])
    params = {
        "name": fact.label if fact is not None else name,
        "old": stated_words(rulebook, name, old),
        "new": stated_words(rulebook, name, new),
    }
    return Change(FACT, name, new, act, old, Message("change-value", params))


def circumstance_change(rulebook: Rulebook, case: Case, act: int, name: str, declared: bool) -> Change:
    """A circumstance declared, or no longer declared."""
    known = rulebook.circumstances.get(arguments.text("name", name))
    number = arguments.act_number(case, act)
    code = "change-circumstance" if declared else "change-no-circumstance"
    text = Message(code, {"name": known.name if known is not None else name})
    return Change(CIRCUMSTANCE, name, declared, number, name in case.acts[number].circumstances, text)


def election_change(case: Case, name: str, elected: Any) -> Change:
    """What only the officer decides, decided otherwise."""
    arguments.one_of("name", name, Elections.model_fields)
    code = "change-elected" if elected is True else "change-not-elected"
    text = Message(code, {"name": named("reason-election", name)})
    return Change(ELECTION, name, elected, None, getattr(case.elections, name), text)


def party_change(rulebook: Rulebook, case: Case, kind: str) -> Change:
    """Another kind of party."""
    kinds: Mapping[str, Names] = rulebook.vocabulary.facts["party_kind"].choices
    arguments.one_of("kind", kind, kinds)
    params = {
        "name": rulebook.vocabulary.facts["party_kind"].label,
        "old": kinds.get(case.party.kind, case.party.kind),
        "new": kinds.get(kind, kind),
    }
    return Change(PARTY, "party_kind", kind, None, case.party.kind, Message("change-value", params))


def day_change(case: Case, name: str, day: date | None) -> Change:
    """A day of the timeline moved; None leaves it out."""
    old: date | None = getattr(case.timeline, arguments.one_of("name", name, TIMELINE_DAYS))
    arguments.day(name, day)
    if day is None and name == "conduct_to":
        raise CaseError([Diagnostic("missing-key", field="timeline", params={"name": name})])
    words = {key: UNKNOWN if value is None else str(value) for key, value in {"old": old, "new": day}.items()}
    text = Message("change-value", {"name": named("reason-day", name), **words})
    return Change(DAY, name, day, None, old, text)


def violation_change(rulebook: Rulebook, case: Case, act: int, violation: str) -> Change:
    """An act named by its violation, so that every clause on it is looked at."""
    params = {"name": rulebook.violations[violation].name, "clause": case.acts[act].clause}
    text = Message("change-violation", params)
    return Change(VIOLATION, violation, violation, act, case.acts[act].clause, text)


def stated_form(fact: Fact, value: FactValue) -> Any:
    """A value as the networks see it, written as a case file would: sums of money in yuan."""
    if fact.type == "money" and not isinstance(value, (bool, str)):
        return yuan_text(value)
    return value


def changed(case: Case, changes: Iterable[Change], counted: Mapping[int, Mapping[str, int]] = {}) -> Case:
    """The case with the changes made. ``counted``: by act, the facts counted from dated spells.

    Where such a fact is stated otherwise the others counted from the same spells keep their value.
    """
    acts, timeline, elections, party = list(case.acts), case.timeline, case.elections, case.party
    for change in changes:
        if change.kind == DAY:
            timeline = timeline.model_copy(update={change.name: change.new})
        elif change.kind == ELECTION:
            elections = elections.model_copy(update={change.name: change.new})
        elif change.kind == PARTY:
            party = party.model_copy(update={"kind": change.new})
        elif change.act is not None:
            act = acts[change.act]
            if change.kind == FACT:
                facts = _with_fact(act.facts, change, counted.get(change.act, {}))
                acts[change.act] = act.model_copy(update={"facts": facts})
            elif change.kind == CIRCUMSTANCE:
                names = [name for name in act.circumstances if name != change.name]
                names += [change.name] if change.new else []
                acts[change.act] = act.model_copy(update={"circumstances": names})
            else:
                acts[change.act] = act.model_copy(update={"clause": None, "violation": change.new})
    return case.model_copy(
        update={"acts": acts, "timeline": timeline, "elections": elections, "party": party}
    )


def _with_fact(facts: Mapping[str, Any], change: Change, counted: Mapping[str, int]) -> dict[str, Any]:
    found = dict(facts)
    if isinstance(facts.get(change.name), list):
        for name, count in counted.items():
            found.setdefault(name, count)
    if change.new is None:
        found.pop(change.name, None)
    else:
        found[change.name] = change.new
    return found


def distance(change: Change) -> tuple[int, bool]:
    """How far a value lies from the present one; of two as far the greater one comes first."""
    old, new = _number(change, change.old), _number(change, change.new)
    if new is None:
        return 0, False
    return abs(new - (old or 0)), old is not None and new < old


def _number(change: Change, value: Any) -> int | None:
    """A value on a scale: hundredths of a yuan or of one person, or the number of a day; None where it has none."""
    if change.kind == DAY and isinstance(value, date):
        return value.toordinal()
    if change.kind != FACT or isinstance(value, bool) or value is None:
        return None
    try:
        return parse_yuan(value) if isinstance(value, str) else int(value) * 100
    except (AmountError, TypeError):  # a choice, dated spells
        return None
