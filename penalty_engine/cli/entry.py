"""The console script. It imports almost nothing itself, so that even an early Ctrl-C ends in one line."""

from __future__ import annotations

import gc
import sys


def main() -> None:
    """Run the command line and exit with its code."""
    gc.set_threshold(
        200_000, 20, 20
    )  # a command builds much and drops little: collecting would cost a tenth of its time
    try:
        from penalty_engine.cli.main import main as run

        sys.exit(run())
    except KeyboardInterrupt:
        sys.stderr.write("\n")
        sys.exit(1)
