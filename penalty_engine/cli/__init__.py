"""The command line: one module per command, each loaded only when it runs."""

from __future__ import annotations
