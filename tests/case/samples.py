"""Cases for tests: one that is right, and the ways to change it."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import yaml

GOOD: dict[str, Any] = {
    "schema": 1,
    "case_no": "测监案〔2016〕1号",
    "authority": "longyao-hrss",
    "party": {"kind": "organization", "name": "测试公司"},
    "timeline": {"conduct_from": "2016-03-01", "conduct_to": "2016-05-31", "decided_on": "2016-09-01"},
    "acts": [
        {
            "violation": "unlicensed-labour-dispatch",
            "facts": {"illegal_gain": 36000},
            "circumstances": ["obstruction"],
        },
        {
            "clause": "labour-contract-law/92.2",
            "facts": {"failed_to_correct": True, "dispatched_workers": 8, "party_role": "host_employer"},
        },
    ],
    "elections": {"mitigate": False},
}

REMOVED = object()


def changed(path: tuple[str | int, ...], value: Any) -> dict[str, Any]:
    """The good case with one value set (or removed); lists grow by one at their end."""
    case: Any = copy.deepcopy(GOOD)
    node = case
    for step in path[:-1]:
        node = node[step]
    last = path[-1]
    if value is REMOVED:
        del node[last]
    elif isinstance(node, list) and last == len(node):
        node.append(value)
    else:
        node[last] = value
    return case  # type: ignore[no-any-return]


def write_yaml(folder: Path, case: Any) -> Path:
    """The case as block YAML in ``case.yaml``, keys in their order."""
    path = folder / "case.yaml"
    path.write_text(yaml.safe_dump(case, allow_unicode=True, sort_keys=False, width=1000), encoding="utf-8")
    return path


def write_json(folder: Path, case: Any) -> Path:
    """The case in ``case.json``."""
    path = folder / "case.json"
    path.write_text(json.dumps(case, ensure_ascii=True, indent=1), encoding="utf-8")
    return path
