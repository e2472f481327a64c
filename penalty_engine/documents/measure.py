"""How wide a line of text is, in characters: every font an official document uses is that regular."""

from __future__ import annotations

import unicodedata


def characters(line: str) -> float:
    """Return the width of a line in Chinese characters; a Latin letter or a figure takes half of one."""
    return sum(1.0 if unicodedata.east_asian_width(char) in "WFA" else 0.5 for char in line)
