"""Reasons: the trace as sentences, why something did not apply, and what would change the result."""
