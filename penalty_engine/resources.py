"""Where the rules and templates are: a folder named by the caller, by the environment, or the one shipped with the package."""

from __future__ import annotations

import os
from pathlib import Path

from penalty_engine.diagnostics import Diagnostic
from penalty_engine.errors import EngineError, RulebookError
from penalty_engine.messages import Message

RULES_VARIABLE = "PENALTY_ENGINE_RULES"
TEMPLATES_VARIABLE = "PENALTY_ENGINE_TEMPLATES"


def rules_folder(named: str | Path | None = None) -> Path:
    """The rules to use. Raises EngineError if none are shipped and none are named, RulebookError for what is no path."""
    if named is not None and not isinstance(named, (str, os.PathLike)):
        raise _no_path(named)
    chosen = named or os.environ.get(RULES_VARIABLE)
    return Path(chosen) if chosen else _shipped("rules")


def _no_path(named: object) -> RulebookError:
    from penalty_engine.rulebook.condition_reader import shown

    params = {"value": shown(named), "expected": Message("type-text")}
    return RulebookError([Diagnostic("wrong-type", field="rules", params=params)])


def templates_folder(named: str | Path | None = None) -> Path:
    """The templates of notices and forms. Raises EngineError if none are shipped and none are named."""
    chosen = named or os.environ.get(TEMPLATES_VARIABLE)
    return Path(chosen) if chosen else _shipped("templates")


def shipped_templates() -> Path:
    """The templates that come with the package, whatever the environment names."""
    return _shipped("templates")


def _shipped(name: str) -> Path:
    package = Path(__file__).resolve().parent
    for folder in (package / name, package.parent / name):  # an installed wheel, a checkout
        if folder.is_dir():
            return folder
    raise EngineError(Message("resources-missing", {"name": name}))
