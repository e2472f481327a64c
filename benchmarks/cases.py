"""The cases that are measured: the acceptance cases, and as many different ones as wanted made from them."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parent.parent
RULES = ROOT / "rules"
ACCEPTANCE = ROOT / "tests" / "acceptance" / "seed-cases.yaml"


def acceptance() -> list[dict[str, Any]]:
    """Every acceptance case in the form of the contract, dates as ISO text."""
    written = yaml.load(ACCEPTANCE.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)
    typed = yaml.load(ACCEPTANCE.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    found = []
    for plain, entry in zip(written["cases"], typed["cases"], strict=True):
        case: dict[str, Any] = {"schema": 1, **deepcopy(typed["defaults"]), "acts": [deepcopy(entry["act"])]}
        for part in ("party", "elections"):
            case[part] = {**case.get(part, {}), **entry.get(part, {})}
        case["timeline"] = {**written["defaults"]["timeline"], **plain.get("timeline", {})}
        found.append(case)
    return found


def varied(count: int) -> Iterator[dict[str, Any]]:
    """`count` cases, no two alike: the acceptance cases with other sums, numbers of persons, days and names."""
    models = acceptance()
    first = date(2016, 1, 1)
    for number in range(count):
        case = deepcopy(models[number % len(models)])
        case["case_no"] = f"示例〔2016〕{number}号"
        case["party"]["name"] = f"示例单位{number}"
        if case["timeline"]["conduct_to"].startswith("2016"):
            end = first + timedelta(days=number % 240)
            case["timeline"] = {
                "conduct_to": end.isoformat(),
                "decided_on": (end + timedelta(days=90)).isoformat(),
            }
        facts = case["acts"][0].get("facts", {})
        for name, value in facts.items():
            if isinstance(value, bool) or value == 0:
                continue
            if isinstance(value, int):
                facts[name] = value + number
        yield case
