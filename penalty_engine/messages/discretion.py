"""Texts of benchmarks, their comparison, and the milder law: code → (Chinese, English)."""

from __future__ import annotations

DISCRETION: dict[str, tuple[str, str]] = {}
