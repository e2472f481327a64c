"""Texts of the check of a decision: code → (Chinese, English)."""

from __future__ import annotations

CHECKING: dict[str, tuple[str, str]] = {}
