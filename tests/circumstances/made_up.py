"""Made-up rules for tests of circumstances: facts that follow from days, lists with conditions, limitation, what is always added."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from penalty_engine import Assessment, Engine
from tests.engine.cases import act, case
from tests.rulebook.folders import engine_with

DAY = "2020-06-01"
"""When the made-up law was in force."""


def fact(name: str, kind: str = "count", derived: str = "", more: str = "") -> str:
    """One fact of the vocabulary in YAML."""
    follows = f"    derived: {derived}\n" if derived else ""
    return (
        f"  {name}:\n    type: {kind}\n    label: {{zh: 事实{name}, en: fact {name}}}\n"
        f"    question: {{zh: 多少？, en: How many?}}\n{follows}{more}"
    )


def found(name: str, effect: str, keys: str = "", text: str = "") -> str:
    """One circumstance in YAML; `keys` are further lines."""
    lines = "".join(f"    {line}\n" for line in keys.split("\n") if line)
    return (
        f"  - id: {name}\n    name: {{zh: 情节{name}, en: circumstance {name}}}\n    effect: {effect}\n"
        f"    force: mandatory\n{lines}    article: 第九条\n    text: {text or f'关于{name}的规定。'}\n"
    )


def made_up(
    folder: Path,
    facts: str = "",
    circumstances: str = "",
    head: str = "",
    limitations: str = "",
    network: str = "native",
    **changes: Any,
) -> Engine:
    """An engine on the base folder with some facts, circumstances, keys of the circumstances file and limitations more."""
    files: dict[str, Any] = {}
    if facts:
        files["vocabulary"] = ("  months:\n    type: count\n", f"{facts}  months:\n    type: count\n")
    if circumstances or head:
        files["circumstances"] = ("circumstances:\n", f"{head}circumstances:\n{circumstances}")
    if limitations:
        files["procedure"] = ("duties:\n", f"limitations:\n{limitations}duties:\n")
    return engine_with(folder, network, **{**files, **changes})


def office(*acts: dict[str, Any], party: str = "organization", to: str = DAY, **more: Any) -> dict[str, Any]:
    """A case before the office of the base folder; days of the timeline by name, `extra` for the rest of the case."""
    extra = more.pop("extra", {})
    found = case(*acts, party=party, authority="office", to=to, **more)
    found["party"].update(extra.pop("party", {}))
    return {**found, **extra}


def plain(*circumstances: str, **facts: Any) -> dict[str, Any]:
    """An act under the one clause of the base folder, not refused."""
    return act("sample-law/1", *circumstances, **{"refused": False, **facts})


def texts(assessment: Assessment, code: str, lang: str = "en") -> list[str]:
    """The warnings of one code."""
    return [item["text"] for item in assessment.to_dict(lang)["warnings"] if item["code"] == code]


def named(assessment: Assessment, number: int = 0) -> list[str]:
    """The circumstances of an act that are established."""
    return [item.id for item in assessment.acts[number].circumstances]


def steps(assessment: Assessment, kind: str) -> list[dict[str, Any]]:
    """The steps of one kind, wherever they stand in the trace."""
    waiting, found = list(assessment.to_dict("en")["trace"]), []
    while waiting:
        step = waiting.pop(0)
        waiting = [*step["steps"], *waiting]
        if step["step"] == kind:
            found.append(step)
    return found
