"""A case from a file or from standard input."""

from __future__ import annotations

import sys
from pathlib import Path

from penalty_engine.assessment import Assessment
from penalty_engine.case import Case
from penalty_engine.cli.case_from_options import with_benchmark
from penalty_engine.diagnostics import Diagnostic, Place
from penalty_engine.engine import Engine
from penalty_engine.errors import CaseError
from penalty_engine.rulebook.source import MAX_BYTES, Source


def read_case(file: str) -> tuple[Case, Source]:
    """The case of a file, of standard input for ``-``. Raises CaseError."""
    if file != "-":
        return Case.read(file)
    if sys.stdin is None:  # closed by the caller
        raise CaseError([Diagnostic("no-stdin", Place("<stdin>"))])
    return Case.read_bytes(sys.stdin.buffer.read(MAX_BYTES + 1), "<stdin>")


def is_same_file(out: str, file: str) -> bool:
    """Whether what is to be written would replace the case it is made from, under whatever name."""
    if "-" in (out, file):
        return False
    try:
        return Path(out).samefile(file)
    except (OSError, ValueError):  # no such file yet, or none that could be
        return False


def case_under(engine: Engine, file: str, benchmark: str | None) -> tuple[Case, Source]:
    """The case of a file, under the benchmark named if one is. Raises CaseError."""
    case, source = read_case(file)
    return with_benchmark(engine.rulebook, case, benchmark), source


def assessed(engine: Engine, file: str, benchmark: str | None = None) -> tuple[Case, Assessment]:
    """The case and its assessment; findings name line and column. Raises CaseError."""
    case, source = case_under(engine, file, benchmark)
    return case, engine.assess(case, source)
