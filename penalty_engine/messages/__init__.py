"""Texts of the engine in Chinese and English, selected by code. No law stands here: names, articles and figures are parameters."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from penalty_engine.messages.checking import CHECKING
from penalty_engine.messages.circumstances import CIRCUMSTANCES
from penalty_engine.messages.commands import COMMANDS
from penalty_engine.messages.coverage import COVERAGE
from penalty_engine.messages.diagnostics import DIAGNOSTICS
from penalty_engine.messages.discretion import DISCRETION
from penalty_engine.messages.documents import DOCUMENTS
from penalty_engine.messages.explanations import EXPLANATIONS
from penalty_engine.messages.procedure import PROCEDURE
from penalty_engine.messages.proof import PROOF
from penalty_engine.messages.reasons import REASONS
from penalty_engine.messages.results import RESULTS

_CATALOGUE: dict[str, tuple[str, str]] = {
    **DIAGNOSTICS,
    **DOCUMENTS,
    **RESULTS,
    **COMMANDS,
    **COVERAGE,
    **PROOF,
    **PROCEDURE,
    **EXPLANATIONS,
    **REASONS,
    **CHECKING,
    **CIRCUMSTANCES,
    **DISCRETION,
}


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
        zh, en = _CATALOGUE[self.code]
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
    return value
