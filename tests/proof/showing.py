"""Engines on made-up rules; runs the case of a finding and says what it shows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from penalty_engine import Engine
from penalty_engine.assessment import ActResult, Assessment, Step
from penalty_engine.case import Case
from penalty_engine.diagnostics import Diagnostic
from penalty_engine.errors import EngineError
from penalty_engine.rulebook import check_rulebook
from tests.rulebook.folders import Change, make_folder


def engine_on(parent: Path, changes: Mapping[str, Change], network: str = "native") -> Engine:
    """An engine on the base folder changed, whatever the other checks say of it: texts and examples are made up."""
    rulebook, findings = check_rulebook(make_folder(parent, changes))
    assert rulebook is not None, [finding.render() for finding in findings]
    return Engine(rulebook, network)


def run(engine: Engine, finding: Diagnostic) -> Assessment | str:
    """The assessment of the case a finding prints, or the code of the error it stops with."""
    case = finding.params["case"]
    printed = finding.render("zh").split("\n")[0]
    pasted = printed[printed.index("{schema: 1") :]
    assert yaml.safe_load(pasted) == case
    read, source = Case.read_bytes(pasted.encode(), "pasted.yaml")
    try:
        return engine.assess(read, source)
    except EngineError as error:
        return error.message.code


def steps(found: Any) -> Iterator[Step]:
    """Every step of a trace."""
    for step in found.trace if isinstance(found, Assessment) else found:
        yield step
        yield from steps(step.steps)


def outcome(assessment: Assessment, act: int = 0) -> Any:
    """The outcome, or reason, that the clause step of an act gives."""
    found = [step for step in steps([assessment.trace[act]]) if step.step == "clause"]
    return found[0].result


def imposed(act: ActResult) -> tuple[object, ...]:
    """What an act comes to."""
    finding = act.findings[0]
    return finding.fines, finding.confiscate, finding.revoke, finding.measures, finding.status
