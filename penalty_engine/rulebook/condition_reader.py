"""Conditions and facts as written in the rule files, read against the vocabulary."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from penalty_engine.diagnostics import Diagnostic, nearest, printable
from penalty_engine.money import AmountError, parse_yuan
from penalty_engine.rulebook.catalogue_records import Fact
from penalty_engine.rulebook.conditions import (
    AllOf,
    AnyOf,
    Condition,
    FactTest,
    FactValue,
    Op,
    breadth,
    negate,
)
from penalty_engine.rulebook.shares import UNITS, is_exact, read_share
from penalty_engine.rulebook.source import Source, Step

CIRCUMSTANCE = "circumstance"
MAX_BREADTH = 100  # alternatives of one condition written out; a provision has a handful
RESERVED = frozenset({"all", "any", "not", CIRCUMSTANCE, "violation", "kind", "id", "sid"})
"""Names no fact may have: words of conditions, the scope of a rule, and what the networks add to the facts."""
_OPS: dict[str, Op] = {"at_least": "ge", "at_most": "le", "above": "gt", "below": "lt"}

Path = tuple[Step, ...]
Report = Callable[[Diagnostic], None]


def circumstance_fact(circumstance: str) -> str:
    """The name under which an established circumstance is a fact for further rules."""
    return f"{CIRCUMSTANCE}:{circumstance}"


def circumstance_of(fact: str) -> str | None:
    """The circumstance a fact stands for, or None for a fact of the vocabulary."""
    prefix, colon, circumstance = fact.partition(":")
    return circumstance if colon and prefix == CIRCUMSTANCE else None


class ConditionReader:
    """Reads one file's conditions; findings go to `report`, and a faulty part is left out of the tree."""

    def __init__(self, source: Source, facts: Mapping[str, Fact], report: Report) -> None:
        self._source = source
        self._facts = facts
        self._report = report

    def read(self, raw: Mapping[str, Any], path: Path) -> Condition:
        """A mapping of fact → test; all entries must hold."""
        if not raw:
            self._finding("condition-empty", path)
        parts = [self._entry(key, value, (*path, key)) for key, value in raw.items()]
        known = tuple(part for part in parts if part is not None)
        found = known[0] if len(known) == 1 else AllOf(known)
        if max(breadth(found), breadth(negate(found))) > MAX_BREADTH:
            self._finding("condition-too-rich", path, limit=MAX_BREADTH)
            return AllOf(())
        return found

    def _entry(self, key: str, value: Any, path: Path) -> Condition | None:
        if key in ("all", "any"):
            return self._join(key, value, path)
        if key == "not":
            if not isinstance(value, dict):
                self._finding("condition-shape", path)
                return None
            return negate(self.read(value, path))
        if key == CIRCUMSTANCE:
            return FactTest(circumstance_fact(str(value)), "eq", True)
        fact = self._facts.get(key)
        if fact is None:
            self._finding("unknown-fact", path, key=True, name=key, nearest=nearest(key, self._facts))
            return None
        return self._tests(fact, value, path)

    def _join(self, key: str, value: Any, path: Path) -> Condition | None:
        if not isinstance(value, list) or not value or not all(isinstance(item, dict) for item in value):
            self._finding("condition-shape", path)
            return None
        parts = tuple(self.read(item, (*path, index)) for index, item in enumerate(value))
        return AllOf(parts) if key == "all" else AnyOf(parts)

    def _tests(self, fact: Fact, value: Any, path: Path) -> Condition | None:
        if value in ({}, []):
            self._finding("condition-empty", path)
            return None
        if isinstance(value, list):
            options = [self._constant(fact, item, (*path, index)) for index, item in enumerate(value)]
            return AnyOf(tuple(FactTest(fact.id, "eq", option) for option in options if option is not None))
        if not isinstance(value, dict):
            constant = self._constant(fact, value, path)
            return None if constant is None else FactTest(fact.id, "eq", constant)
        if fact.type in ("boolean", "choice"):
            self._finding("test-needs-number", path, name=fact.id)
            return None
        parts: list[Condition] = []
        for word, bound in value.items():
            if word not in _OPS:
                self._finding(
                    "unknown-test",
                    (*path, word),
                    key=True,
                    name=word,
                    nearest=nearest(word, _OPS),
                    known=list(_OPS),
                )
                continue
            constant = self._constant(fact, bound, (*path, word))
            if constant is not None:
                parts.append(FactTest(fact.id, _OPS[word], constant))
        return parts[0] if len(parts) == 1 else AllOf(tuple(parts))

    def _constant(self, fact: Fact, value: Any, path: Path) -> FactValue | None:
        try:
            found = read_value(fact, value)
        except FactError as error:
            params = {"name": fact.id, "nearest": None, **error.params}
            self._report(Diagnostic(error.code, self._source.place(path), params=params))
            return None
        if fact.type == "share" and not is_exact(int(found)):
            self._finding("share-too-fine", path, value=shown(value), units=UNITS)
            return None
        return found

    def _finding(self, code: str, path: Path, key: bool = False, **params: Any) -> None:
        place = self._source.key_place(path) if key else self._source.place(path)
        self._report(Diagnostic(code, place, params=params))


class FactError(ValueError):
    """A value does not fit its fact: message code and parameters."""

    def __init__(self, code: str, **params: Any) -> None:
        super().__init__(code)
        self.code = code
        self.params = params


MAX_COUNT = 10_000_000  # more people than any employer has; keeps every product inside a machine integer


def read_value(fact: Fact, value: object) -> FactValue:
    """The value of a fact as the networks see it (money in fen). Raises FactError."""
    if fact.type == "money":
        try:
            return parse_yuan(value)
        except AmountError as error:
            raise FactError(error.code, value=shown(value), limit=None) from None
    if fact.type == "boolean":
        if not isinstance(value, bool):
            quoted = value in ("true", "false")
            raise FactError("quoted-boolean" if quoted else "not-a-boolean", value=shown(value))
        return value
    if fact.type == "choice":
        if not isinstance(value, str) or value not in fact.choices:
            raise FactError(
                "not-a-choice",
                value=shown(value),
                known=list(fact.choices),
                nearest=nearest(shown(value), fact.choices),
            )
        return value
    if fact.type == "share":
        try:
            return read_share(value)
        except ValueError:
            raise FactError("not-a-share", value=shown(value)) from None
    return _read_count(value, negative=fact.type == "integer")


_AS_COUNTS = {"amount-negative": "count-negative", "amount-too-large": "count-too-large"}


def _read_count(value: object, negative: bool) -> int:
    if isinstance(value, str):
        try:
            fen = parse_yuan(value)
        except AmountError as error:
            code = _AS_COUNTS.get(error.code, "not-a-count")
            raise FactError(code, value=shown(value), limit=MAX_COUNT) from None
        if fen % 100:
            raise FactError("not-a-count", value=shown(value))
        value = fen // 100
    if isinstance(value, bool) or not isinstance(value, int):
        raise FactError("not-a-count", value=shown(value))
    if value < 0 and not negative:
        raise FactError("count-negative", value=shown(value))
    if abs(value) > MAX_COUNT:
        raise FactError("count-too-large", value=shown(value), limit=MAX_COUNT)
    return value


def shown(value: object, limit: int = 40) -> str:
    """A value as it may be quoted in a message: short and printable, in the words of YAML rather than of Python."""
    text = _spelled(value)
    text = printable(text[: limit + 1])
    return text if len(text) <= limit else text[:limit] + "…"


def _spelled(value: object) -> str:
    if isinstance(value, str):
        return value
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, int):
        return str(value) if value.bit_length() < 200 else "…"
    if isinstance(value, Decimal):
        return format(value, "f") if value.is_finite() and abs(value.adjusted()) < 40 else str(value)
    if isinstance(value, float):
        return str(value)
    if isinstance(value, (list, dict)):
        return "[…]" if isinstance(value, list) else "{…}"
    return type(value).__name__
