"""Texts of the engine in Chinese and English, selected by code. No law stands here: names, articles and figures are parameters."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from threading import Lock
from typing import Any, NamedTuple

_SOURCES = (
    "results",
    "commands",
    "discretion",
    "circumstances",
    "procedure",
    "diagnostics",
    "documents",
    "own_forms",
    "dossier",
    "coverage",
    "comparing",
    "proof",
    "explanations",
    "reasons",
    "checking",
)
"""The modules with the texts, those needed most first: one is read only when a text is in none before it."""

_read: dict[str, tuple[str, str]] = {}
_unread = list(_SOURCES)
_reading = Lock()


def _texts(code: str) -> tuple[str, str]:
    """Both texts of a code. Raises KeyError if there is no such code."""
    found = _read.get(code)
    if found is None:
        with _reading:
            while code not in _read and _unread:
                name = _unread[0]
                _read.update(getattr(import_module(f"{__name__}.{name}"), name.upper()))
                del _unread[0]
        found = _read[code]
    return found


class _Number(int):
    """A number in a text. After an English noun ``{count:s}`` is the ending of its plural."""

    def __format__(self, spec: str) -> str:
        return ("" if self == 1 else "s") if spec == "s" else super().__format__(spec)


class Names(NamedTuple):
    """A name or sentence that comes from the rules in both languages."""

    zh: str
    en: str

    def text(self, lang: str) -> str:
        return self.zh if lang == "zh" else self.en


class Message(NamedTuple):
    """A text not yet in any language: its code and parameters. A parameter may itself be `Names` or a `Message`."""

    code: str
    params: Mapping[str, Any] = {}

    def text(self, lang: str = "zh") -> str:
        zh, en = _texts(self.code)
        template = zh if lang == "zh" else en
        params = {name: _localised(value, lang) for name, value in self.params.items()}
        suggestion = params.get("nearest")
        if "{maybe}" in template:
            params["maybe"] = _maybe(suggestion, lang)
        return template.format_map(params)


def _maybe(suggestion: object, lang: str) -> str:
    if not suggestion:
        return ""
    return f"是否指“{suggestion}”？" if lang == "zh" else f" Did you mean '{suggestion}'?"


def _localised(value: Any, lang: str) -> Any:
    if isinstance(value, (Names, Message)):
        return value.text(lang)
    if isinstance(value, (list, tuple)):
        return ("、" if lang == "zh" else ", ").join(str(_localised(item, lang)) for item in value)
    return _Number(value) if type(value) is int else value
