"""Questions put one at a time; a bad answer is explained and asked again."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping, Sequence
from typing import Any

from penalty_engine.case import Case
from penalty_engine.cli.case_from_options import Day, fact_from, yes_or_no
from penalty_engine.cli.options import DayError, read_day
from penalty_engine.cli.session import Session, today
from penalty_engine.cli.terminal import complain
from penalty_engine.cli.words import Words
from penalty_engine.engine import Engine
from penalty_engine.messages import Message, Names
from penalty_engine.questions import open_circumstances, open_questions, with_circumstance, with_fact
from penalty_engine.rulebook.catalogue_records import Fact
from penalty_engine.rulebook.condition_reader import FactError, read_value

_UNKNOWN = frozenset({"", "?", "？", "不知道", "不清楚", "不详", "未知", "unknown"})
_ELECTIONS = {"mitigation-open": "mitigate", "exemption-open": "first_violation_exemption"}


class Interview:
    """Asks on the terminal: questions go to standard error, so that the answer alone is on standard output."""

    def __init__(self, session: Session, engine: Engine) -> None:
        self.session = session
        self.engine = engine
        self.say = session.say
        self.unknown: set[str] = set()
        reconfigure = getattr(sys.stdin, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")

    def party(self) -> str:
        """The kind of party; this one must be answered."""
        choices = self.engine.rulebook.vocabulary.facts["party_kind"].choices
        while True:
            self._options(self.say("ask-party"), choices)
            answer = self._read(self.say("ask-number"))
            chosen = _chosen(answer, choices)
            if chosen is not None:
                return chosen
            problem = "ask-party-needed" if answer.lower() in _UNKNOWN else "ask-bad-number"
            complain([self.say(problem, count=len(choices))])

    def day(self, usual: Day | None) -> Day:
        """The day the act ended. ``usual`` is taken where nothing is answered; without it this must be answered."""
        hint = self.say("ask-day-hint") if usual is None else self.say("ask-day-hint-usual", day=usual.day)
        while True:
            complain(["", self.say("ask-day")])
            answer = self._read(hint)
            if usual is not None and answer.lower() in _UNKNOWN:
                return usual
            try:
                given = read_day(answer)
            except DayError as error:
                problem = "ask-day-needed" if answer.lower() in _UNKNOWN else error.code
                complain([self.say(problem, value=answer)])
                continue
            if given <= today():
                return Day(given, None)
            complain([self.say("ask-day-future", day=given)])

    def complete(self, case: Case) -> Case:
        """The case with every answer that could be had."""
        while names := [name for name in open_questions(self.engine, case) if name not in self.unknown]:
            value = self._fact(self.engine.rulebook.vocabulary.facts[names[0]])
            if value is None:
                self.unknown.add(names[0])
            else:
                case = with_fact(case, 0, names[0], value)
        if self.engine.assess(case).missing_facts:
            return case  # no sum yet that a circumstance could move
        for name in self._circumstances(open_circumstances(self.engine, case)):
            case = with_circumstance(case, 0, name)
        return self._elections(case)

    def _fact(self, fact: Fact) -> Any:
        """The value, or None where it is not known."""
        question = (fact.question or fact.label).text(self.session.lang)
        hint = self.say(f"ask-hint-{fact.type}")
        while True:
            if fact.choices:
                self._options(question, fact.choices)
            else:
                complain(["", question])
            answer = self._read(hint)
            if answer.lower() in _UNKNOWN:
                return None
            value = self._value(fact, answer)
            if value is not None:
                return value

    def _value(self, fact: Fact, answer: str) -> Any:
        """What was answered, or None after saying what is wrong with it."""
        if fact.choices:
            chosen = _chosen(answer, fact.choices)
            if chosen is None:
                complain([self.say("ask-bad-number", count=len(fact.choices))])
            return chosen
        value = _number(fact_from(fact, answer))
        try:
            read_value(fact, value)
        except FactError as error:
            params = {"name": fact.id, "nearest": None, **error.params}
            complain([Message(error.code, params).text(self.session.lang)])
            return None
        return value

    def _circumstances(self, names: Sequence[str]) -> list[str]:
        """Those found, of the ones that would change the result."""
        if not names:
            return []
        known = self.engine.rulebook.circumstances
        options = {name: known[name].name for name in names}
        words = Words(self.engine.rulebook, self.session)
        effects = {
            name: words.effect(known[name].effect, known[name].force, known[name].mitigates) for name in names
        }
        while True:
            self._options(self.say("ask-circumstances"), options, effects)
            answers = re.split(r"[\s,，、;；]+", self._read(self.say("ask-numbers")))
            chosen = [_chosen(answer, options) for answer in answers if answer.lower() not in _UNKNOWN]
            if None not in chosen:
                return list(dict.fromkeys(name for name in chosen if name is not None))
            complain([self.say("ask-bad-number", count=len(options))])

    def _elections(self, case: Case) -> Case:
        """What only the officer may decide, where it is open."""
        for warning in self.engine.assess(case).warnings:
            election = _ELECTIONS.get(warning.code)
            if election is not None and self._yes(self.say(f"ask-{warning.code}", **warning.params)):
                case = case.model_copy(
                    update={"elections": case.elections.model_copy(update={election: True})}
                )
        return case

    def _yes(self, question: str) -> bool:
        while True:
            complain(["", question])
            answer = yes_or_no(self._read(self.say("ask-elect")))
            if isinstance(answer, bool) or answer.lower() in _UNKNOWN:
                return answer is True
            complain([Message("not-a-boolean", {"value": answer}).text(self.session.lang)])

    def _options(
        self, question: str, choices: Mapping[str, Names], remarks: Mapping[str, str] | None = None
    ) -> None:
        lines = ["", question]
        for number, (key, name) in enumerate(choices.items(), 1):
            remark = f"[{remarks[key]}] " if remarks is not None else ""
            lines.append(f"  {number:>2}  {remark}{name.text(self.session.lang)}")
        complain(lines)

    def _read(self, prompt: str) -> str:
        sys.stderr.write(f"{prompt} ")
        sys.stderr.flush()
        return input().strip()


def _chosen(answer: str, choices: Mapping[str, Names]) -> str | None:
    """The choice meant by a number, an id or a name."""
    if answer.isdecimal():
        index = int(answer) - 1
        return list(choices)[index] if 0 <= index < len(choices) else None
    if answer in choices:
        return answer
    return next((key for key, name in choices.items() if answer.lower() in (name.zh, name.en.lower())), None)


def _number(value: Any) -> Any:
    """A whole number as such, so that a saved case reads like one written by hand."""
    return int(value) if isinstance(value, str) and re.fullmatch(r"[0-9]{1,12}", value) else value
