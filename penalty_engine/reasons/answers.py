"""What is answered when somebody asks why something did not apply."""

from __future__ import annotations

from typing import Any, NamedTuple

from penalty_engine.messages import Names
from penalty_engine.reasons.remedies import Remedy
from penalty_engine.reasons.solving import unmet
from penalty_engine.reasons.subjects import Subject
from penalty_engine.reasons.wording import Text, fact_label, test_words, value_words
from penalty_engine.rendering import plain
from penalty_engine.rulebook.conditions import Condition, Facts
from penalty_engine.rulebook.records import Rulebook


class FailedTest(NamedTuple):
    """One test that does not hold. ``actual``: what the fact is in this case; ``known`` False: it was not stated.

    ``either``: it is one of several alternatives, of which one would do.
    """

    fact: str
    label: Text
    text: Text
    actual: Text
    known: bool
    either: bool = False

    def to_dict(self, lang: str = "zh") -> dict[str, Any]:
        """The test as plain data."""
        return {
            "fact": self.fact,
            "label": plain(self.label, lang),
            "text": plain(self.text, lang),
            "actual": plain(self.actual, lang),
            "known": self.known,
            "either": self.either,
        }


class Ground(NamedTuple):
    """One rule by which it could have applied: what it is, its article, where it is written, the tests that fail.

    ``met``: every test holds, and something else keeps it from applying.
    """

    text: Text
    basis: Names | str | None
    place: str
    failing: tuple[FailedTest, ...]

    @property
    def met(self) -> bool:
        return not self.failing

    def to_dict(self, lang: str = "zh") -> dict[str, Any]:
        """The rule as plain data."""
        return {
            "text": plain(self.text, lang),
            "basis": plain(self.basis, lang),
            "place": self.place,
            "failing": [item.to_dict(lang) for item in self.failing],
        }


class Answer(NamedTuple):
    """Why a subject did or did not apply in one act (``act`` None: in the case).

    ``holds`` None: facts are missing to tell. ``text``: the answer in one sentence; ``place``: where the rule is written;
    ``grounds``: the rules that could have brought it about; ``remedies``: what would, None where no fact could.
    """

    subject: Subject
    act: int | None
    holds: bool | None
    text: Text
    place: str | None = None
    grounds: tuple[Ground, ...] = ()
    remedies: tuple[Remedy, ...] | None = None

    def to_dict(self, lang: str = "zh") -> dict[str, Any]:
        """The answer as plain data; acts are counted from 1."""
        return {
            "kind": self.subject.kind,
            "id": self.subject.id,
            "name": plain(self.subject.name, lang),
            "act": None if self.act is None else self.act + 1,
            "applies": self.holds,
            "text": plain(self.text, lang),
            "place": self.place,
            "grounds": [item.to_dict(lang) for item in self.grounds],
            "remedies": None if self.remedies is None else [item.to_dict(lang) for item in self.remedies],
        }


def failing(book: Rulebook, condition: Condition, facts: Facts) -> tuple[FailedTest, ...]:
    """The tests of a condition that do not hold, in words."""
    return tuple(
        FailedTest(
            item.fact,
            fact_label(book, item.fact),
            test_words(book, item.tests),
            value_words(book, item.fact, item.actual),
            item.actual is not None,
            item.either,
        )
        for item in unmet(condition, facts)
    )
