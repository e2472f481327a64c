"""The acceptance cases, as the cases of the contract they stand for."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

import yaml

FILE = Path(__file__).with_name("seed-cases.yaml")


class SeedCase(NamedTuple):
    """A case of the contract and what must hold of its assessment."""

    name: str
    case: dict[str, Any]
    clause: str
    expect: dict[str, Any]


def seed_cases() -> list[SeedCase]:
    """Each entry overlaid on the defaults. Dates come as text, as they stand in a case."""
    data = yaml.load(
        FILE.read_text(encoding="utf-8"), Loader=yaml.BaseLoader
    )  # text only: "0" and 0 look alike below
    typed = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    found = []
    for texts, entry in zip(data["cases"], typed["cases"], strict=True):
        case = {"schema": 1, **data["defaults"]}
        if "timeline" in texts:
            case["timeline"] = texts["timeline"]
        for key in ("party", "elections", "authority"):
            if key in entry:
                case[key] = entry[key]
        case["acts"] = [entry["act"]]
        found.append(SeedCase(entry["name"], case, entry["act"]["clause"], entry["expect"]))
    return found


def check(assessment: dict[str, Any], seed: SeedCase) -> None:
    """Hold the JSON form of an assessment against the expectation, key by key; nothing unknown is passed over."""
    act = assessment["acts"][0]
    finding = next(item for item in act["findings"] if item["clause"] == seed.clause)
    procedure = assessment["procedure"]
    for key, wanted in seed.expect.items():
        if key in ("status", "missing_facts"):
            assert act[key] == wanted, key
        elif key == "fines":
            _check_fines(finding["fines"], wanted)
        elif key in ("confiscate", "revoke", "referred_to"):
            assert finding[key] == wanted, key
        elif key == "orders":
            assert sorted(finding["orders"]) == sorted(wanted)
        elif key in ("collective_discussion", "hearing"):
            assert procedure[key]["required"] is wanted, key
        elif key == "collective_reasons":
            assert set(wanted) <= {item["code"] for item in procedure["collective_discussion"]["reasons"]}
        elif key == "warnings":
            assert set(wanted) <= {item["code"] for item in assessment["warnings"]}
        else:
            raise AssertionError(f"the acceptance file expects something this test does not know: {key}")


def _check_fines(found: list[dict[str, Any]], wanted: list[dict[str, Any]]) -> None:
    assert sorted(item["target"] for item in found) == sorted(item["target"] for item in wanted)
    for want in wanted:
        have = next(item for item in found if item["target"] == want["target"])
        for key, value in want.items():
            if key == "tier" and value is not None:
                assert {name: have["tier"][name] for name in value} == value
            else:
                assert have[key] == value, key
