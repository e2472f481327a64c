"""What a program hands to the library beside a case. Whatever does not fit is a CaseError that names the argument."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from penalty_engine.case import Case
from penalty_engine.diagnostics import Diagnostic, nearest
from penalty_engine.errors import CaseError
from penalty_engine.messages import Message
from penalty_engine.rulebook.condition_reader import shown

T = TypeVar("T")


def text(name: str, value: str) -> str:
    """The value, if it is text."""
    if not isinstance(value, str):
        raise _wrong("wrong-type", name, value, expected=Message("type-text"))
    return value


def path(name: str, value: str | Path | None) -> Path | None:
    """The value as a path, if it is one or nothing."""
    if value is None or isinstance(value, Path):
        return value
    return Path(text(name, value))


def one_of(name: str, value: str, known: Iterable[str]) -> str:
    """The value, if it is among those known."""
    options = list(known)
    if text(name, value) not in options:
        raise _wrong("not-one-of", name, value, known=options, nearest=nearest(value, options))
    return value


def act_number(case: Case, act: int) -> int:
    """The number of an act of the case, from 0."""
    if type(act) is not int:
        raise _wrong("wrong-type", "act", act, expected=Message("type-integer"))
    if not 0 <= act < len(case.acts):
        code, limit = ("too-small", 0) if act < 0 else ("too-large", len(case.acts) - 1)
        raise _wrong(code, "act", act, limit=limit)
    return act


def acts_asked(case: Case, act: int | None) -> tuple[int, ...]:
    """The numbers of the acts asked about: one, or all of them."""
    return tuple(range(len(case.acts))) if act is None else (act_number(case, act),)


def day(name: str, value: date | None) -> date | None:
    """The value, if it is a day (and not a moment) or nothing."""
    if value is not None and type(value) is not date:
        raise _wrong("not-a-date", name, value)
    return value


def items(name: str, values: Sequence[T], kind: type[T]) -> tuple[T, ...]:
    """The values, if they are a list of one kind; text is not a list of letters."""
    if isinstance(values, (str, bytes)) or not isinstance(values, Iterable):
        raise _wrong("wrong-type", name, values, expected=Message("type-list"))
    found = tuple(values)
    for index, value in enumerate(found):
        if not isinstance(value, kind):
            expected = Message("type-text") if kind is str else kind.__name__
            raise _wrong("wrong-type", f"{name}[{index}]", value, expected=expected)
    return found


def _wrong(code: str, name: str, value: Any, **params: Any) -> CaseError:
    return CaseError([Diagnostic(code, field=name, params={"value": shown(value), **params})])
