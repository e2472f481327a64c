"""Texts about circumstances and facts derived from dates: code → (Chinese, English)."""

from __future__ import annotations

CIRCUMSTANCES: dict[str, tuple[str, str]] = {}
