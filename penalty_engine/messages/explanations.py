"""Sentences that explain the steps of a trace: code → (Chinese, English)."""

from __future__ import annotations

EXPLANATIONS: dict[str, tuple[str, str]] = {}
