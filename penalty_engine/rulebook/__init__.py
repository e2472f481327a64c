"""Law as checked data: reading rule files, holding them against their own texts, freezing them into a Rulebook."""

from __future__ import annotations

from penalty_engine.rulebook.load import check_rulebook, load_rulebook
from penalty_engine.rulebook.records import Rulebook

__all__ = ["Rulebook", "check_rulebook", "load_rulebook"]
