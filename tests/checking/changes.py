"""Changes to a sound decision, from which the decisions with a fault are made."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any, NamedTuple

Change = Callable[[dict[str, Any]], None]
REMOVED = object()


class Fault(NamedTuple):
    """A fault: the case, and the changes. ``also``: further findings that cannot be kept apart from it."""

    case: str
    changes: tuple[Change, ...]
    also: tuple[str, ...] = ()


def at(*path: str | int, value: Any = REMOVED) -> Change:
    """Sets, or without `value` removes, what stands at a path of the decision."""

    def change(decision: dict[str, Any]) -> None:
        node: Any = decision
        for step in path[:-1]:
            node = node.setdefault(step, {}) if isinstance(node, dict) else node[step]
        if value is REMOVED:
            del node[path[-1]]
        else:
            node[path[-1]] = value

    return change


def add(*path: str | int, value: Any) -> Change:
    """Adds to the list at a path."""

    def change(decision: dict[str, Any]) -> None:
        node: Any = decision
        for step in path:
            node = node[step]
        node.append(value)

    return change


def fine(amount: str, number: int = 0, position: int = 0) -> Change:
    """Another fine, with total and notice to match."""

    def change(decision: dict[str, Any]) -> None:
        from decimal import Decimal

        decision["acts"][number]["fines"][position]["amount"] = amount
        decision["acts"][number].pop("tier", None)
        fines = [item for entry in decision["acts"] for item in entry.get("fines", ())]
        total = str(sum(Decimal(item["amount"]) * item.get("persons", 1) for item in fines))
        decision["total"]["amount"] = decision["steps"]["prior_notice"]["fine"] = total

    return change


def imposed(clause: str, amount: str) -> Change:
    """A fine where the sound decision imposes none, with notice and hearing to match."""

    def change(decision: dict[str, Any]) -> None:
        entry = decision["acts"][0]
        entry.pop("no_penalty", None)
        entry.update({"clause": clause, "fines": [{"amount": amount}]})
        decision["total"]["amount"] = amount
        confiscate = entry.get("confiscate", "0")
        filed = date.fromisoformat(decision["case"]["timeline"]["filed_on"])
        day = str(filed + timedelta(days=5))
        notice = {"served_on": day, "fine": amount, "confiscate": confiscate}
        decision["steps"].update({"prior_notice": notice, "hearing": {"offered_on": day}})

    return change


def nothing(ground: str | None = None) -> Change:
    """No penalty, on the ground named."""

    def change(decision: dict[str, Any]) -> None:
        decision["acts"] = [{"no_penalty": ground}]
        decision["total"]["amount"] = "0"

    return change
