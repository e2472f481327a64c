"""The console script. It imports almost nothing itself, so that even an early Ctrl-C ends in one line."""

from __future__ import annotations

import gc
import signal
import sys
from typing import NoReturn


def main() -> None:
    """Run the command line and exit with its code."""
    gc.set_threshold(
        200_000, 20, 20
    )  # a command builds much and drops little: collecting would cost a tenth of its time
    signal.signal(signal.SIGTERM, _end)
    try:
        from penalty_engine.cli.main import main as run

        sys.exit(run())
    except KeyboardInterrupt:
        sys.stderr.write("\n")
        sys.exit(1)


def _end(*_: object) -> NoReturn:
    """Ended from outside: as with Ctrl-C, what is half-written is removed on the way out."""
    raise KeyboardInterrupt
