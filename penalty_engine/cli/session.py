"""What every command knows: the language of its texts, and how to load the engine it was asked for."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timezone
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from penalty_engine.messages import Message

if TYPE_CHECKING:
    from penalty_engine.engine import Engine

Lang = Literal["zh", "en"]
LANGUAGE_VARIABLE = "PENALTY_ENGINE_LANG"
DEBUG_VARIABLE = "PENALTY_ENGINE_DEBUG"


class Session(NamedTuple):
    """One run of the command line. ``named``: the language was asked for with --lang, not taken from the machine. ``drawing``:
    the output can hold line-drawing characters.
    """

    lang: Lang
    named: bool = False
    drawing: bool = True

    def say(self, code: str, **params: Any) -> str:
        """A text of the command line."""
        return Message(code, params).text(self.lang)

    @property
    def data_lang(self) -> Lang:
        """The language of texts inside JSON: it never depends on the machine."""
        return self.lang if self.named else "zh"

    def engine(self, rules: Path | None = None, network: str | None = None) -> Engine:
        """The engine over the rules named. Raises RulebookError or EngineError."""
        from penalty_engine.engine import Engine

        return Engine.load(rules, network, cache=True)


def new_session(args: Sequence[str], environ: Mapping[str, str] | None = None) -> Session:
    """The language: --lang wherever it stands, else PENALTY_ENGINE_LANG, else the locale; English if nothing says Chinese.

    It is read before the arguments are parsed, because the help texts themselves depend on it.
    """
    named = _named(args)
    if named is not None:
        return Session(named, True)
    return Session(_of_machine(os.environ if environ is None else environ))


def _named(args: Sequence[str]) -> Lang | None:
    found: Lang | None = None
    for index, argument in enumerate(args):
        if argument == "--":
            break
        following = args[index + 1] if index + 1 < len(args) else ""
        value = following if argument == "--lang" else argument.removeprefix("--lang=")
        if value == "zh" and value != argument:
            found = "zh"
        elif value == "en" and value != argument:
            found = "en"
    return found


def _of_machine(environ: Mapping[str, str]) -> Lang:
    for name in (LANGUAGE_VARIABLE, "LC_ALL", "LC_MESSAGES", "LANG"):
        value = environ.get(name)
        if value:
            return "zh" if value.lower().startswith("zh") else "en"
    return "en"


def today() -> date:
    """The day at the place of this machine."""
    return datetime.now(timezone.utc).astimezone().date()
