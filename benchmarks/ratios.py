"""Measuring one thing against another in the same run, and the table of all ratios."""

from __future__ import annotations

import gc
from collections.abc import Callable, Sequence
from statistics import median
from time import perf_counter
from typing import Any, NamedTuple

WARMUP = 2


class Ratio(NamedTuple):
    """What was measured against which floor: seconds per call, one entry per round, both sides in turn.

    ``limit`` is the target: a ratio, or with ``absolute`` a number of seconds; None where nothing was promised.
    """

    figure: str
    contender: str
    floor: str
    contender_seconds: Sequence[float]
    floor_seconds: Sequence[float]
    limit: float | None
    absolute: bool = False

    @property
    def of_medians(self) -> float:
        return median(self.contender_seconds) / median(self.floor_seconds)

    @property
    def of_minima(self) -> float:
        return min(self.contender_seconds) / min(self.floor_seconds)

    @property
    def verdict(self) -> str:
        if self.limit is None:
            return ""
        reached = median(self.contender_seconds) if self.absolute else self.of_medians
        return "met" if reached <= self.limit else "NOT met"

    @property
    def target(self) -> str:
        if self.limit is None:
            return "—"
        return f"≤ {self.limit:g} s" if self.absolute else f"≤ {self.limit:g}"


measured: list[Ratio] = []
"""Everything measured in this run."""

remarks: list[str] = []
"""Measurements that are no ratio, one line each."""


def in_turn(
    benchmark: Any, contender: Callable[[], object], floor: Callable[[], object], rounds: int, calls: int = 1
) -> tuple[list[float], list[float]] | None:
    """Seconds per call of both sides, measured alternately so that a noisy machine disturbs both.

    `calls` says how many calls one run of either side makes. None where benchmarks are switched off.
    """
    floor_seconds: list[float] = []
    gc.collect()
    gc.freeze()  # what pytest itself keeps alive is not the collector's work in either side

    def before_each_round() -> None:
        start = perf_counter()
        floor()
        floor_seconds.append((perf_counter() - start) / calls)

    benchmark.pedantic(contender, setup=before_each_round, rounds=rounds, warmup_rounds=WARMUP)
    gc.unfreeze()
    if benchmark.stats is None:
        return None
    seconds = [value / calls for value in benchmark.stats.stats.data]
    return seconds, floor_seconds[-len(seconds) :]


def record(
    figure: str,
    contender: str,
    floor: str,
    times: tuple[list[float], list[float]] | None,
    limit: float | None,
    absolute: bool = False,
) -> None:
    """Keep a measurement for the table."""
    if times is not None:
        measured.append(Ratio(figure, contender, floor, *times, limit, absolute))


_HEADINGS = ("figure", "measured", "median (min)", "floor", "median (min)", "ratio (of minima)", "target", "")


def rows(ratios: Sequence[Ratio]) -> list[tuple[str, ...]]:
    return [
        (
            item.figure,
            item.contender,
            _times(item.contender_seconds),
            item.floor,
            _times(item.floor_seconds),
            f"{item.of_medians:.2f} ({item.of_minima:.2f})",
            item.target,
            item.verdict,
        )
        for item in ratios
    ]


def plain_table(ratios: Sequence[Ratio]) -> str:
    """For the terminal."""
    lines = [_HEADINGS, *rows(ratios)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(_HEADINGS))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in lines
    )


def markdown_table(ratios: Sequence[Ratio]) -> str:
    """For the README."""
    lines = [_HEADINGS, tuple("---" for _ in _HEADINGS), *rows(ratios)]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def _times(seconds: Sequence[float]) -> str:
    return f"{_time(median(seconds))} ({_time(min(seconds))})"


def _time(seconds: float) -> str:
    for scale, unit in ((1, "s"), (1e3, "ms")):
        if seconds * scale >= 1:
            return f"{seconds * scale:.2f} {unit}"
    return f"{seconds * 1e6:.1f} µs"
