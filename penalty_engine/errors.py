"""What the package raises. Every error renders in Chinese or English and never needs a traceback to be understood."""

from __future__ import annotations

from collections.abc import Iterable

from penalty_engine.diagnostics import Diagnostic, Lang
from penalty_engine.messages import Message


class PenaltyEngineError(Exception):
    """Base of all errors meant for the caller. ``render(lang)`` gives the text for a person; ``str()`` is English."""

    def render(self, lang: Lang = "en") -> str:
        raise NotImplementedError

    def __str__(self) -> str:
        return self.render("en")


class _DiagnosticsError(PenaltyEngineError):
    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics: tuple[Diagnostic, ...] = tuple(diagnostics)
        super().__init__(self.diagnostics)

    def render(self, lang: Lang = "en") -> str:
        return "\n".join(diagnostic.render(lang) for diagnostic in self.diagnostics)


class RulebookError(_DiagnosticsError):
    """The rules cannot be used: nothing was loaded. ``diagnostics`` lists every finding with ``file:line:col``."""


class CaseError(_DiagnosticsError):
    """The case cannot be assessed as written. ``diagnostics`` names each field, what is wrong and the way out."""


class EngineError(PenaltyEngineError):
    """The engine cannot start or a rule contradicts itself on a case. ``message`` holds code and parameters."""

    def __init__(self, message: Message) -> None:
        self.message = message
        super().__init__(message)

    def render(self, lang: Lang = "en") -> str:
        return self.message.text(lang)
