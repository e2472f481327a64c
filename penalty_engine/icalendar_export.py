"""Deadlines as a calendar (RFC 5545): all-day events, each with an alarm while it is open.

The same case gives the same bytes. An event keeps its identity when days are added to the case, so that importing the
calendar again moves what is there instead of adding to it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import date, datetime, timedelta, timezone

from icalendar import Alarm, Calendar, Event, vText

from penalty_engine.assessment import Assessment, Deadline
from penalty_engine.case import Case
from penalty_engine.deadline_words import basis_words
from penalty_engine.diagnostics import printable
from penalty_engine.messages import Message, Names

_PRODUCT = "-//penalty-engine//deadlines//ZH"
_ALARM_BEFORE = timedelta(days=3)


def deadlines_calendar(case: Case, assessment: Assessment, lang: str = "zh") -> bytes:
    """The deadlines that have a date. Texts are Chinese unless `lang` is "en"."""
    items = assessment.procedure.deadlines
    names = {item.id: item.name for item in items}
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    name = _of_case(Message("calendar-name").text(lang), case, lang)
    calendar.add("x-wr-calname", vText(name))  # a name the library does not know would not be escaped
    identity = _identity(case, assessment)
    for item in items:
        if item.due is not None:
            calendar.add_component(_event(item, item.due, case, names, identity, lang))
    return bytes(calendar.to_ical())


def _event(item: Deadline, due: date, case: Case, names: dict[str, Names], identity: str, lang: str) -> Event:
    summary = _of_case(item.name.text(lang), case, lang)
    event = Event()
    event.add("uid", f"{identity}-{item.id}@penalty-engine")
    event.add("dtstamp", _stamp(item.start_day or due))
    event.add("dtstart", due)
    event.add("dtend", due + timedelta(days=1))
    event.add("summary", summary)
    event.add("description", "\n".join(_description(item, names, lang)))
    event.add("transp", "TRANSPARENT")
    if item.met is None and not item.declined:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", summary)
        alarm.add("trigger", -_ALARM_BEFORE)
        event.add_component(alarm)
    return event


def _description(item: Deadline, names: dict[str, Names], lang: str) -> Iterable[str]:
    yield basis_words(item, names, lang)
    if item.approximate:
        yield Message("deadline-approximate").text(lang)
    if item.conflicts_with:
        others = [names[name] for name in item.conflicts_with]
        yield Message("calendar-conflict", {"others": others}).text(lang)
    if item.note is not None:
        yield item.note.text(lang)


def _of_case(text: str, case: Case, lang: str) -> str:
    name = case.case_no or case.party.name
    if name is None:
        return text
    return Message("calendar-of", {"name": text, "case": printable(name)}).text(lang)  # no line of its own


def _stamp(day: date) -> datetime:
    """The standard asks for a time; the machine's own would change with every export."""
    return datetime(day.year, day.month, day.day, tzinfo=timezone.utc)


def _identity(case: Case, assessment: Assessment) -> str:
    """What stays the same while a case goes on: its number, else who did what until when."""
    parts = [assessment.authority, case.case_no or ""]
    if case.case_no is None:
        parts += [case.party.name or "", str(case.timeline.conduct_to)]
        parts += [act.violation for act in assessment.acts]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:32]
