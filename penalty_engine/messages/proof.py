"""Texts of the checks with proof: code → (Chinese, English)."""

from __future__ import annotations

PROOF: dict[str, tuple[str, str]] = {}
