"""Changes to a case as typed on the command line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from penalty_engine.case import Case, Elections
from penalty_engine.cli.case_from_options import circumstance_id, fact_from, yes_or_no
from penalty_engine.cli.options import DayError, read_day
from penalty_engine.diagnostics import Diagnostic, nearest
from penalty_engine.errors import CaseError
from penalty_engine.reasons.change import (
    Change,
    circumstance_change,
    day_change,
    election_change,
    fact_change,
    party_change,
)
from penalty_engine.reasons.situation import Situation
from penalty_engine.rulebook.condition_reader import shown
from penalty_engine.rulebook.words import TIMELINE_DAYS

_UNKNOWN = "?"
_FACT = re.compile(r"acts\[[0-9]+\]\.facts\.([^.\[]+)")


class Asked(NamedTuple):
    """The options as given."""

    changes: tuple[str, ...]
    circumstances: tuple[str, ...]
    without: tuple[str, ...]
    party_kind: str | None
    days: tuple[str, ...]


def act_chosen(case: Case, act: int | None) -> int | None:
    """--act as counted from 0. Raises CaseError where the case has no such act."""
    if act is not None and not 1 <= act <= len(case.acts):
        raise CaseError(
            [Diagnostic("no-such-act", field="--act", params={"number": act, "count": len(case.acts)})]
        )
    return None if act is None else act - 1


def changes_asked(situation: Situation, asked: Asked, acts: Sequence[int]) -> tuple[Change, ...]:
    """The changes; facts and circumstances in every act chosen. Raises CaseError for what cannot be read."""
    book, case = situation.rulebook, situation.case
    found = [*_values(situation, asked.changes, acts)]
    seen: set[str] = set()
    for text in asked.circumstances:
        name = circumstance_id(book, text)
        _once(name, text, "--circumstance", seen)
        found += [
            circumstance_change(book, case, number, name, True)
            for number in acts
            if name not in case.acts[number].circumstances
        ]
    for text in asked.without:
        name = circumstance_id(book, text)
        _once(name, text, "--no-circumstance", seen)
        found += _left_out(situation, name, acts)
    if asked.party_kind is not None:
        found.append(party_change(book, case, asked.party_kind))
    found += _days(case, asked.days)
    return tuple(found)


def _pairs(texts: Sequence[str], option: str) -> Iterator[tuple[str, str]]:
    seen: set[str] = set()
    for text in texts:
        name, sign, value = (part.strip() for part in text.partition("="))
        if not sign or not name or not value:
            raise CaseError([Diagnostic("bad-change", field=option, params={"value": shown(text)})])
        _once(name, name, option, seen)
        yield name, value


def _once(name: str, typed: str, option: str, seen: set[str]) -> None:
    """Raise CaseError for what was changed before, under this name or another."""
    if name in seen:
        told = shown(typed) if typed == name else f"{shown(typed)} ({name})"
        raise CaseError([Diagnostic("change-twice", field=option, params={"name": told})])
    seen.add(name)


def _values(situation: Situation, texts: Sequence[str], acts: Sequence[int]) -> Iterator[Change]:
    """Facts, and what the officer elects; a fact may be named by its label, and ``?`` makes it unknown."""
    book, case = situation.rulebook, situation.case
    known = book.vocabulary.facts
    labels = {label.lower(): name for name, fact in known.items() for label in fact.label}
    seen: set[str] = set()
    for typed, value in _pairs(texts, "--change"):
        if typed in Elections.model_fields:
            yield election_change(case, typed, _elected(typed, value))
            continue
        name = typed if typed in known else labels.get(typed.lower(), typed)
        _once(name, typed, "--change", seen)
        new: Any = None if value == _UNKNOWN else fact_from(known[name], value) if name in known else value
        for number in acts:
            yield fact_change(book, case, number, name, new, situation.facts[number])


def _elected(name: str, value: str) -> bool:
    elected = yes_or_no(value)
    if isinstance(elected, bool):
        return elected
    raise CaseError([Diagnostic("not-a-boolean", field=f"--change {name}", params={"value": shown(value)})])


def _left_out(situation: Situation, name: str, acts: Sequence[int]) -> list[Change]:
    """A declared circumstance left out; one that no act chosen declares is refused, and said why."""
    book, case = situation.rulebook, situation.case
    declaring = [number for number in acts if name in case.acts[number].circumstances]
    if declaring:
        return [circumstance_change(book, case, number, name, False) for number in declaring]
    declared = [item for number in acts for item in case.acts[number].circumstances]
    if name not in book.circumstances:
        params: dict[str, Any] = {"name": shown(name), "nearest": nearest(name, book.circumstances)}
        raise CaseError([Diagnostic("unknown-circumstance", field="--no-circumstance", params=params)])
    follows = any(item.id == name for number in acts for item in situation.act(number).circumstances)
    code = "circumstance-follows" if follows else "circumstance-not-declared"
    params = {"name": book.circumstances[name].name, "declared": list(dict.fromkeys(declared)) or ["—"]}
    raise CaseError([Diagnostic(code, field="--no-circumstance", params=params)])


def _days(case: Case, texts: Sequence[str]) -> Iterator[Change]:
    for name, value in _pairs(texts, "--day"):
        if name not in TIMELINE_DAYS:
            params = {
                "name": shown(name),
                "nearest": nearest(name, TIMELINE_DAYS),
                "known": list(TIMELINE_DAYS),
            }
            raise CaseError([Diagnostic("unknown-day", field="--day", params=params)])
        yield day_change(case, name, _day(name, value))


def _day(name: str, value: str) -> date | None:
    if value == _UNKNOWN and name != "conduct_to":
        return None
    try:
        return read_day(value)
    except DayError as error:
        raise CaseError(
            [Diagnostic(error.code, field=f"--day {name}", params={"value": shown(value)})]
        ) from None


def as_options(error: CaseError) -> CaseError:
    """Findings about the changed case, which no file holds, in the terms of the options that changed it; each once."""
    found = [item._replace(field=_option(item.field), place=None) for item in error.diagnostics]
    return CaseError({(item.code, item.field): item for item in found}.values())


def _option(field: str) -> str:
    fact = _FACT.match(field)
    if fact is not None:
        return f"--change {fact.group(1)}"
    if ".circumstances" in field:
        return "--circumstance"
    if field.startswith("timeline."):
        return f"--day {field.removeprefix('timeline.')}"
    return "--party-kind" if field == "party.kind" else field
