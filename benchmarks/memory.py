"""Figure 4: 100,000 different assessments in one process, and how much memory they leave behind.

    python benchmarks/memory.py [native|durable ...] [--count N]

Each network runs in a process of its own. Exit code 1 if a case fails; the growth is printed, not judged by exit code.
"""

from __future__ import annotations

import gc
import os
import subprocess
import sys
from pathlib import Path
from time import perf_counter

import click

ROOT = Path(__file__).resolve().parent.parent
WARMUP = 5_000
LIMIT_MIB = 20.0
_PAGE = os.sysconf("SC_PAGE_SIZE")


def resident() -> int:
    """Bytes of this process in memory now."""
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * _PAGE


def grow(network: str, count: int) -> tuple[float, float, float]:
    """MiB before and grown while `count` different cases are assessed on `network` in this process; seconds taken."""
    from benchmarks.cases import RULES, varied
    from penalty_engine import Engine

    engine = Engine.load(RULES, network)
    cases = varied(WARMUP + count)
    for _ in range(WARMUP):
        engine.assess(next(cases))
    gc.collect()
    before, start = resident(), perf_counter()
    for case in cases:
        engine.assess(case)
    seconds = perf_counter() - start
    gc.collect()
    return before / 2**20, (resident() - before) / 2**20, seconds


def measure(network: str, count: int) -> str:
    """One line about a fresh process on `network`. Raises CalledProcessError if an assessment failed in it."""
    command = [sys.executable, str(Path(__file__).resolve()), "--inside", network, "--count", str(count)]
    before, grown, seconds = subprocess.run(
        command, check=True, capture_output=True, text=True
    ).stdout.split()
    verdict = "met" if float(grown) < LIMIT_MIB else "NOT met"
    return (
        f"{network}: {count:,} assessments in {float(seconds):.0f} s, resident memory {float(before):.1f} MiB, "
        f"grown by {float(grown):.1f} MiB (target < {LIMIT_MIB:g} MiB: {verdict})"
    )


@click.command(help=__doc__)
@click.argument("networks", nargs=-1)
@click.option("--count", default=100_000, show_default=True)
@click.option("--inside", is_flag=True, hidden=True)
def main(networks: tuple[str, ...], count: int, inside: bool) -> None:
    if inside:
        click.echo("{} {} {}".format(*grow(networks[0], count)))
        return
    for network in networks or ("native", "durable"):
        click.echo(measure(network, count))


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    main()
