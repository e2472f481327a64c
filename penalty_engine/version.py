"""The version of the engine, named in every receipt."""

from __future__ import annotations

__version__ = "0.1.0"
