"""Papers drafted from cases by the real engine, with the rules and templates as shipped."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from penalty_engine import Case, Engine
from penalty_engine.documents import material_of, render
from tests.documents.reading import text_of
from tests.documents.samples import TEMPLATES


@lru_cache(maxsize=1)
def engine() -> Engine:
    """The engine with the rules as shipped, loaded once."""
    return Engine.load()


def drafted(form: str, case_dict: dict[str, Any], fmt: str = "md") -> str:
    """Return the text of the form, drafted from the case."""
    case = Case.parse({"schema": 1, **case_dict})
    material = material_of(engine(), case, engine().assess(case))
    return text_of(fmt, render(form, fmt, material, TEMPLATES))
