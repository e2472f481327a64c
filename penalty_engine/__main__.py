"""`python -m penalty_engine`: the command line, where the script `penalty` is not on the path."""

from __future__ import annotations

from penalty_engine.cli.entry import main

main()
