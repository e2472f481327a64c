"""What can go wrong while a document is drafted."""

from __future__ import annotations


class DocumentError(Exception):
    """A document cannot be made; the message says why, where and what to do."""
