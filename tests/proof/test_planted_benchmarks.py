"""Every kind of fault in a benchmark is found, and shown by running its case."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from penalty_engine.assessment import Assessment, FineResult
from penalty_engine.diagnostics import Diagnostic
from penalty_engine.proof.prove import prove
from tests.proof.planted_benchmarks import PLANTED, SOUND, TIED, Planted
from tests.proof.showing import engine_on, outcome, run, steps


@pytest.mark.parametrize(("name", "planted"), PLANTED.items(), ids=list(PLANTED))
def test_the_case_shows_the_fault(name: str, planted: Planted, tmp_path: Path, network: str) -> None:
    engine = engine_on(tmp_path, planted.changes(), network)
    findings = prove(engine.rulebook).findings
    codes = {item.code for item in findings}
    assert codes == {f"proof-{planted.code}"}, [item.render() for item in findings]
    for finding in findings:
        assert finding.also or planted.code == "idle", finding.render()
        shown = run(engine, finding)
        if isinstance(shown, str):
            assert shown == planted.shows
        else:
            assert _shows(shown, planted.shows, finding), shown


def _shows(found: Assessment, what: str, finding: Diagnostic) -> bool:
    fines = [fine for act in found.acts for fine in act.findings[0].fines]
    kinds = {step.step: step for step in steps(found)}
    place = finding.place
    return {
        "tied": any(fine.tied for fine in fines),
        "another-tier": all(step.source != place for step in steps(found) if step.step == "tier"),
        "same-tier": _ids(fines) == ["light", "light"] and _places(found)[0] != _places(found)[1],
        "another-benchmark": _benchmarks(fines) == {"halves"},
        "cut": "kept-within-range" in kinds,
        "one-tier-two-outcomes": len(set(_ids(fines))) == 1
        and len(found.acts) == 2
        and outcome(found, 0) != outcome(found, 1),
        "falling": _falls(found),
        "no-shift": "shift" not in kinds,
        "another-percentage": all(step.source != place for step in steps(found) if step.step == "percentage"),
    }[what]


def _ids(fines: list[FineResult]) -> list[str]:
    return [fine.tier.id for fine in fines if fine.tier is not None]


def _benchmarks(fines: list[FineResult]) -> set[str | None]:
    return {fine.benchmark for fine in fines}


def _places(found: Assessment) -> list[object]:
    return [step.source for step in steps(found) if step.step == "tier"]


def _falls(found: Assessment) -> bool:
    """For one of the targets the second act, in the graver tier, gets a lower band."""
    for fines in zip(*(act.findings[0].fines for act in found.acts), strict=True):
        tiers = [fine.tier for fine in fines]
        for milder, graver in pairwise(tiers):
            assert milder is not None
            assert graver is not None
            if graver.minimum < milder.minimum or graver.maximum < milder.maximum:
                return milder.id != graver.id
    return False


@pytest.mark.parametrize("body", SOUND.values(), ids=list(SOUND))
def test_nothing_is_found_in_a_sound_table(body: str, tmp_path: Path) -> None:
    engine = engine_on(tmp_path, Planted(body, "", "").changes())
    assert [item.render() for item in prove(engine.rulebook).findings] == []


def test_a_declared_tie_is_sound_and_reported_in_the_assessment(tmp_path: Path, network: str) -> None:
    engine = engine_on(tmp_path, Planted(TIED, "", "").changes(), network)
    case = {
        "schema": 1,
        "benchmark": "table",
        "party": {"kind": "organization"},
        "timeline": {"conduct_to": "2021-01-01"},
        "acts": [{"clause": "sample-law/1", "facts": {"gain": 10000, "refused": False}}],
    }
    fine = engine.assess(case).acts[0].findings[0].fines[0]
    assert fine.tier is not None
    assert (fine.tier.id, fine.tied) == ("light", ("heavy",))
