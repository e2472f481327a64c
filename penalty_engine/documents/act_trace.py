"""What the trace of an act adds for its papers: the law's own range of a raised fine, and the facts a penalty rests on."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any

from penalty_engine.documents.plain import Data, items_of, section_of, text_of
from penalty_engine.documents.text import amount, bare, highest, lowest

# On a screen figures are grouped and stand apart from Chinese words; in a paper they do neither.
_GROUPING = re.compile(r"(?<=[0-9]),(?=[0-9]{3})")
_APART = re.compile(r"(?<=[0-9]) (?=[\u4e00-\u9fff])")
_BEYOND_TIMES = frozenset({"counted_as", "factor", "cap", "floor", "persons"})


def steps_of_acts(assessment: Data) -> list[list[Data]]:
    """Return the steps of each act, in the order of the acts."""
    return [items_of(step, "steps") for step in items_of(assessment, "trace") if step.get("step") == "act"]


def statutory(finding: Data, steps: Sequence[Data], clauses: Data) -> dict[str, dict[str, Any]]:
    """Return what the clause itself allows, by the target of the fine: ``minimum``, ``maximum``, ``optional``, ``times``."""
    written = section_of(section_of(clauses, str(finding.get("clause"))), "fines")
    found: dict[str, dict[str, Any]] = {}
    for step in steps:
        place = section_of(written, str(step.get("source")))
        if step.get("step") != "statutory-range" or not place:
            continue
        result = section_of(step, "result")
        found[str(place.get("target"))] = {
            "minimum": lowest(result.get("minimum")),
            "maximum": highest(result.get("maximum")),
            "optional": place.get("optional") is True,
            "times": _times(section_of(step, "inputs")),
        }
    return found


def _times(inputs: Data) -> dict[str, Any] | None:
    """Return the sum a fine is a multiple of, and how many times; None where it is counted otherwise."""
    bases = [value for key, value in inputs.items() if key != "rate" and isinstance(value, str)]
    rate = text_of(inputs.get("rate"))
    if rate is None or len(inputs) != 2 or len(bases) != 1 or _BEYOND_TIMES & set(inputs):
        return None
    low, _, high = rate.partition("–")
    return {"base": amount(bases[0]), "low": low, "high": high or low}


def confiscated_by(finding: Data, steps: Sequence[Data]) -> str | None:
    """Return the basis of a confiscation that the clause itself does not order."""
    for step in steps:
        inputs = section_of(step, "inputs")
        if step.get("step") == "always" and inputs.get("clause") == finding.get("clause"):
            return text_of(inputs.get("basis"))
    return None


def kept_up_to(steps: Sequence[Data]) -> tuple[Decimal, list[str]] | None:
    """Return the sum a fine was not set below, and the clauses that make that sum mandatory."""
    within = [inner for step in steps for inner in items_of(step, "steps")]
    for step in within:
        inputs = section_of(step, "inputs")
        least = amount(inputs.get("at_least"))
        if step.get("step") == "not-below" and least is not None:
            return least, [key for key in inputs if key != "at_least"]
    return None


def facts_of(
    steps: Sequence[Data], applied: Collection[str], sheet: Sequence[Data], names: Data
) -> list[dict[str, Any]]:
    """Return the facts that the clauses ``applied`` looked at, as ``sheet`` tells them; ``holds``: not 否 and not nothing."""
    looked_at: dict[str, Any] = {}
    for step in steps:
        rule = str(step.get("rule")).split("@")[0]
        if (step.get("step") == "clause" and rule in applied) or step.get("step") == "tier":
            looked_at.update(section_of(step, "inputs"))
    found: list[dict[str, Any]] = []
    lines = next((items_of(part, "lines") for part in sheet if part.get("id") == "facts"), [])
    current: dict[str, Any] | None = None
    for line in lines:
        text = _plain(str(line.get("text")))
        if not line.get("depth"):
            current = _fact(text, looked_at, names)
            found += [current] if current else []
        elif current:
            current["details"].append(text)
    return found


def _fact(text: str, looked_at: Mapping[str, Any], names: Data) -> dict[str, Any] | None:
    for fact, value in looked_at.items():
        label = text_of(names.get(fact))
        if label and text.startswith((f"{label}：", f"{label}（")):
            told = label if value is True else text
            return {"id": fact, "text": told, "holds": _says_something(value), "details": []}
    return None


def _says_something(value: object) -> bool:
    if value is None or isinstance(value, bool):
        return value is True
    try:
        return Decimal(str(value)) != 0
    except InvalidOperation:
        return True


def _plain(text: str) -> str:
    return bare(_APART.sub("", _GROUPING.sub("", text)))
