"""A small field of law that changes on 1 January 2022: statutes in several versions, for tests of the milder law."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from penalty_engine import Assessment, Engine
from penalty_engine.assessment import ActResult, MilderLaw
from tests.engine.cases import case
from tests.engine.small_field import AUTHORITY, CIRCUMSTANCES, VOCABULARY
from tests.rulebook.folders import BASE, STATUTE, clauses, engine_with

BEFORE, AFTER = "2021-06-01", "2022-06-01"
"""A day under the old law and one under the new."""

OLD = "from: 2020-01-01, to: 2021-12-31"
NEW = "from: 2022-01-01"

PRINCIPLES = (
    "duties:\n",
    "principles:\n  - {principle: one-fine, article: 第七条, text: 一事一罚。}\n"
    "  - {principle: milder-law, article: 第八条, text: 从旧兼从轻。}\nduties:\n",
)
VIOLATIONS = (
    "violations:\n",
    "violations:\n  - id: other-violation\n    name: {zh: 另一违法, en: other violation}\n",
)


def version(body: str, period: str = NEW, statute: str = "sample-law") -> dict[str, str]:
    """The file of one version of a statute with its clauses."""
    text = (BASE / STATUTE).read_text(encoding="utf-8")
    for old, new in [*clauses(body), (OLD, period)]:
        text = text.replace(old, new, 1)
    if statute != "sample-law":
        text = text.replace("id: sample-law", f"id: {statute}").replace("Sample Law", f"Law of {statute}")
    first = period.split("from: ")[1].split(",")[0]
    return {f"statutes/{statute}/{first}.yaml": text}


def lost(number: int) -> str:
    """A clause whose text was not obtained."""
    return (
        f'- id: "{number}"\n  article: 第{"一二三四五"[number - 1]}条\n  violation: sample-violation\n'
        "  not_obtained: {zh: 原文没有取得，请向某机关索取。, en: The text was not obtained; ask the office.}\n"
    )


def other(body: str) -> str:
    """The same clauses for another violation."""
    return body.replace("violation: sample-violation", "violation: other-violation")


def engine(folder: Path, *files: dict[str, str], conflicts: str = "", network: str = "native") -> Engine:
    """An engine over these versions of statutes."""
    changes: dict[str, Any] = {name: text for file in files for name, text in file.items()}
    if conflicts:
        changes["conflicts.yaml"] = f"schema: 1\nconflicts:\n{conflicts}"
    return engine_with(
        folder,
        network,
        circumstances=CIRCUMSTANCES,
        vocabulary=VOCABULARY,
        violations=VIOLATIONS,
        authority=AUTHORITY,
        procedure=PRINCIPLES,
        **changes,
    )


def two_versions(folder: Path, old: str, new: str, **more: Any) -> Engine:
    """One statute whose clauses change."""
    return engine(folder, version(old, OLD), version(new), **more)


def assess(
    found: Engine,
    *circumstances: str,
    to: str = BEFORE,
    decided: str | None = AFTER,
    timeline: dict[str, str] | None = None,
    act: dict[str, Any] | None = None,
    **facts: Any,
) -> Assessment:
    """One act of the violation (or as `act` says), decided on a day."""
    stated = {"facts": facts, "circumstances": list(circumstances)}
    stated |= act or {"violation": "sample-violation"}
    days = {**({} if decided is None else {"decided_on": decided}), **(timeline or {})}
    return found.assess(case(stated, authority="office", to=to, **days))


def first(assessment: Assessment) -> ActResult:
    """The first act."""
    return assessment.acts[0]


def compared(assessment: Assessment) -> MilderLaw:
    """The comparison of both laws for the first act."""
    found = assessment.acts[0].milder_law
    assert found is not None
    return found
