"""The texts of why-not and what-if: complete in both languages, each code theirs alone, every word of a result named."""

from __future__ import annotations

import string
from importlib import import_module

import pytest

from penalty_engine.case import Elections
from penalty_engine.messages import _SOURCES
from penalty_engine.messages.reasons import REASONS
from penalty_engine.reasons import outcome
from penalty_engine.rulebook.words import DUTIES, TIMELINE_DAYS


def _fields(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name is not None}


@pytest.mark.parametrize("code", REASONS)
def test_both_languages_say_the_same(code: str) -> None:
    zh, en = REASONS[code]
    assert _fields(zh) == _fields(en)
    assert zh
    assert en
    assert "  " not in zh + en


def test_no_other_module_has_the_same_code() -> None:
    for name in _SOURCES:
        if name != "reasons":
            texts = getattr(import_module(f"penalty_engine.messages.{name}"), name.upper())
            assert not set(texts) & set(REASONS), name


def test_every_day_election_duty_and_item_has_its_words() -> None:
    wanted = [f"reason-day-{name}" for name in TIMELINE_DAYS]
    wanted += [f"reason-election-{name}" for name in Elections.model_fields]
    wanted += [f"reason-duty-{name}" for name in DUTIES]
    own_words = {outcome.DUTY, outcome.DEADLINE, outcome.PAYMENTS}
    wanted += [f"reason-what-{name}" for name in outcome.ORDER if name not in own_words]
    assert [code for code in wanted if code not in REASONS] == []
