"""Texts of procedure: duties, limitation, deadlines: code → (Chinese, English)."""

from __future__ import annotations

PROCEDURE: dict[str, tuple[str, str]] = {}
