"""Exit codes of the command line, as the contract has them."""

from __future__ import annotations

OK, FAULT, BAD_INPUT, NEEDS_FACTS = 0, 1, 2, 3


def for_status(status: str) -> int:
    """The code for an assessment's status."""
    return NEEDS_FACTS if status == "needs-facts" else OK
