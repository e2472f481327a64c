"""What is not verified and must be said in every assessment that rests on it: law, benchmark, thresholds."""

from __future__ import annotations

from collections.abc import Iterator

from penalty_engine.messages import Message, Names
from penalty_engine.rulebook.benchmark_records import Benchmark, Row
from penalty_engine.rulebook.catalogue_records import Period, Provenance
from penalty_engine.rulebook.circumstance_records import Basis
from penalty_engine.rulebook.procedure_records import Authority
from penalty_engine.rulebook.records import Clause


def clause_reservations(clause: Clause) -> Iterator[Message]:
    """Unverified text or days in force of a clause."""
    statute = clause.statute
    if not clause.source.verified:
        subject = Message(
            "subject-text", {"statute": statute.title, "article": clause.article, "cite": clause.source.cite}
        )
        yield unverified(subject, clause.source)
    yield from period_reservations(clause)


def period_reservations(clause: Clause) -> Iterator[Message]:
    """Unverified days in force of a clause's statute."""
    statute = clause.statute
    if not statute.period.verified:
        subject = Message("subject-period", {"statute": statute.title})
        reason = statute.period.reason or Names("", "")
        yield Message("unverified-law", {"subject": subject, "reason": reason})


def benchmark_reservations(benchmark: Benchmark, authority: Authority) -> Iterator[Message]:
    """The fall-back scheme says so; an unverified benchmark says why; another place's does not bind here."""
    if benchmark.jurisdiction is not None and benchmark.jurisdiction not in authority.jurisdictions:
        yield Message("benchmark-elsewhere", {"benchmark": benchmark.title, "authority": authority.name})
    if benchmark.fallback:
        yield Message("fallback-benchmark", {"benchmark": benchmark.title})
    subject = Message("subject-benchmark", {"name": benchmark.title, "cite": benchmark.source.cite})
    yield from _unverified_table(subject, benchmark.source, benchmark.period)


def row_reservations(benchmark: Benchmark, row: Row) -> Iterator[Message]:
    """What is unverified about a row that has a source, or days in force, of its own."""
    source = row.source or benchmark.source
    if row.source is None and (row.period is None or not source.verified):
        return  # nothing of its own, or said of the whole benchmark already
    subject = Message("subject-benchmark", {"name": benchmark.title, "cite": source.cite})
    yield from _unverified_table(subject, source, row.period or benchmark.period)


def _unverified_table(subject: Message, source: Provenance, period: Period) -> Iterator[Message]:
    if not source.verified:
        yield unverified(subject, source)
    elif not period.verified:
        yield Message("unverified-law", {"subject": subject, "reason": period.reason or Names("", "")})


def basis_reservations(basis: Basis) -> Iterator[Message]:
    """An unverified text or day in force behind a duty or time limit."""
    subject = Message("subject-procedure", {"basis": basis.cite, "cite": basis.source.cite})
    if not basis.source.verified:
        yield unverified(subject, basis.source)
    elif not basis.period.verified:
        yield Message("unverified-law", {"subject": subject, "reason": basis.period.reason or Names("", "")})


def threshold_reservations(authority: Authority) -> Iterator[Message]:
    """The figure of a larger amount, where it is not the verified one."""
    source = authority.larger_amount_source
    if not source.verified:
        yield unverified(Message("subject-threshold", {"cite": source.cite}), source)


def unverified(subject: Message, source: Provenance) -> Message:
    """The warning about one unverified subject."""
    return Message("unverified-law", {"subject": subject, "reason": source.reason or Names("", "")})
