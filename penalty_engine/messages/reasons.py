"""Texts of why-not and what-if: code → (Chinese, English)."""

from __future__ import annotations

REASONS: dict[str, tuple[str, str]] = {}
