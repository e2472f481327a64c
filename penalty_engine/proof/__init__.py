"""Proof that the tables of a rulebook have no gaps, no overlaps and no rows without effect, or a case that shows the fault."""

from __future__ import annotations
