"""Where the rules and templates are: a folder named by the caller, by the environment, or the one shipped with the package."""

from __future__ import annotations

import os
from pathlib import Path

from penalty_engine.errors import EngineError
from penalty_engine.messages import Message

RULES_VARIABLE = "PENALTY_ENGINE_RULES"


def rules_folder(named: str | Path | None = None) -> Path:
    """The rules to use. Raises EngineError if none are shipped and none are named."""
    chosen = named or os.environ.get(RULES_VARIABLE)
    return Path(chosen) if chosen else _shipped("rules")


def templates_folder() -> Path:
    """The templates of notices and forms."""
    return _shipped("templates")


def _shipped(name: str) -> Path:
    package = Path(__file__).resolve().parent
    for folder in (package / name, package.parent / name):  # an installed wheel, a checkout
        if folder.is_dir():
            return folder
    raise EngineError(Message("resources-missing", {"name": name}))
