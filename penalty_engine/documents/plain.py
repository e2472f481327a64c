"""Reading plain data of which any part may be missing: a case, an assessment, an authority."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

Data = Mapping[str, Any]


def name_of(key: Any, names: Data) -> str | None:
    """Return the Chinese name of an id; what is not an id but already a name stays."""
    if isinstance(key, Mapping):
        return text_of(key) or text_of(key.get("name"))
    if key in names:
        return text_of(names[key])
    text = text_of(key)
    return None if text is None or text.isascii() else text


def picked(data: Any, keys: Sequence[str]) -> dict[str, Any]:
    """Return the values of `keys`, None for those that are not there."""
    source = data if isinstance(data, Mapping) else {}
    return {key: source.get(key) for key in keys}


def section_of(data: Data, key: str) -> Data:
    """Return the mapping under `key`, an empty one where there is none."""
    value = data.get(key)
    return value if isinstance(value, Mapping) else {}


def items_of(data: Data, key: str) -> list[Any]:
    """Return the list under `key`, an empty one where there is none."""
    value = data.get(key)
    return list(value) if isinstance(value, (list, tuple)) else []


def text_of(value: Any) -> str | None:
    """Return text that says something, else None; of a name in two languages the Chinese one."""
    if isinstance(value, Mapping):
        value = value.get("zh")
    return value.strip() or None if isinstance(value, str) else None


def texts_of(data: Data, key: str) -> list[str]:
    """Return the texts of the list under `key` that say something."""
    return [text for item in items_of(data, key) if (text := text_of(item))]
