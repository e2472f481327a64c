"""Pieces of rule files that several mistakes share."""

from __future__ import annotations

from tests.rulebook.folders import Change


def limitation(body: str) -> Change:
    """A period of limitation in the procedure file."""
    text = f"limitations:\n  - {{{body}, article: 第六条, warning: {{zh: 过期, en: lapsed}}}}\n"
    return ("time_limits:", f"{text}time_limits:")


def contradicted(condition: str) -> Change:
    """The heavier circumstance, contradicted by a condition."""
    return ("effect: heavier", f"effect: heavier\n    contradicted_by: {condition}")


def date_check(day: str) -> Change:
    """A check of one day on the fact `refused`."""
    label = "    label: {zh: 拒不改正, en: refused}\n"
    check = f"{{is: true, day: {day}, not_after: order_due_on, warning: {{zh: 甲, en: a}}}}"
    return (label, f"{label}    date_checks: [{check}]\n")


def ground(duty: str, fact: str) -> Change:
    """A duty that rests on one computed fact."""
    body = f"{{code: other, when: {{{fact}: true}}, article: 第七条, text: {{zh: 甲, en: a}}}}"
    return ("duties:\n", f"duties:\n  - duty: {duty}\n    grounds:\n      - {body}\n")


STOP = ("orders:\n", "orders:\n  stop: {zh: 停业, en: stop}\n")
RICH = "{all: [" + ", ".join(f"{{workers: [{n}, {n + 1}]}}" for n in range(12)) + "]}"
UPPER = "    - {tier: upper, when: {heavier_over_lighter: {above: 0}}}\n"
