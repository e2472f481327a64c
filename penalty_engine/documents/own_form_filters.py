"""What an own form may do with a value: the filters of the shipped templates, and some of Jinja's, safe over blanks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from jinja2 import ChainableUndefined
from jinja2.filters import FILTERS as SHIPPED

from penalty_engine.documents import text
from penalty_engine.documents.text import BLANK, figures


class Missing(ChainableUndefined):
    """An entry that a list of this case does not have: a blank wherever it is printed."""


def _known(value: Any) -> Any:
    return None if isinstance(value, Missing) else value


def _over_blanks(made: Callable[..., Any]) -> Callable[..., Any]:
    """The filter, with a missing entry treated as an unknown value."""

    def call(value: Any, *args: Any, **more: Any) -> Any:
        return made(_known(value), *args, **more)

    return call


def _of_text(made: Callable[[str], str]) -> Callable[[Any], Any]:
    """A filter of text that leaves unknown values unknown."""

    def call(value: Any) -> Any:
        return None if text.unknown(_known(value)) else made(str(value))

    return call


def _replace(value: Any, old: str, new: str) -> Any:
    return None if text.unknown(_known(value)) else str(value).replace(str(old), str(new))


def _default(value: Any, instead: Any = "", _: bool = True) -> Any:
    return instead if text.unknown(_known(value)) else value


def _join(value: Any, between: str = "", attribute: str | None = None) -> str:
    return between.join(_word(_member(item, attribute)) for item in _entries(value))


def _word(value: Any) -> str:
    if text.unknown(_known(value)):
        return BLANK
    if isinstance(value, bool):
        return "是" if value else "否"
    return str(value) if isinstance(value, (str, int)) else figures(value)


def _map(value: Any, *_: Any, attribute: str | None = None) -> list[Any]:
    return [_member(item, attribute) for item in _entries(value)]


def _member(item: Any, attribute: str | None) -> Any:
    for key in attribute.split(".") if attribute else ():
        item = item.get(key) if isinstance(item, Mapping) else None
    return item


def _entries(value: Any) -> Sequence[Any]:
    value = _known(value)
    if isinstance(value, str):
        return [value]
    return list(value) if isinstance(value, Iterable) else []


def _first(value: Any) -> Any:
    return next(iter(_entries(value)), Missing())


def _last(value: Any) -> Any:
    return next(iter(reversed(_entries(value))), Missing())


def _length(value: Any) -> int:
    value = _known(value)
    return len(value) if isinstance(value, (str, Sequence)) else 0


_JINJA = ("select", "reject", "selectattr", "rejectattr", "list", "sort", "unique", "reverse")

FILTERS: Mapping[str, Callable[..., Any]] = MappingProxyType(
    {
        **{name: SHIPPED[name] for name in _JINJA},
        **{name: _over_blanks(made) for name, made in text.FILTERS.items()},
        "default": _default,
        "d": _default,
        "replace": _replace,
        "trim": _of_text(str.strip),
        "upper": _of_text(str.upper),
        "lower": _of_text(str.lower),
        "join": _join,
        "map": _map,
        "first": _first,
        "last": _last,
        "length": _length,
        "count": _length,
    }
)

# Names of Jinja's tests; a form asks little more than whether something is known.
TESTS = ("defined", "undefined", "true", "false", "eq", "ne", "lt", "le", "gt", "ge", "in", "odd", "even")


def is_blank(value: Any) -> bool:
    """Whether a value is not known."""
    return _known(value) is None
