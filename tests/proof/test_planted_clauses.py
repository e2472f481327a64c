"""Every kind of fault in the outcomes of a clause is found, named with both rows, and shown by running its case."""

from __future__ import annotations

from pathlib import Path

import pytest

from penalty_engine.diagnostics import Diagnostic
from penalty_engine.proof.prove import prove
from tests.proof.planted_clauses import PLANTED, SOUND, Planted
from tests.proof.showing import engine_on, imposed, outcome, run
from tests.rulebook.folders import STATUTE, clause, clauses

_STOPS = {"gap": "no-outcome", "overlap": "two-outcomes", "touching": "two-outcomes"}


@pytest.mark.parametrize(("name", "planted"), PLANTED.items(), ids=list(PLANTED))
def test_the_case_shows_the_fault(name: str, planted: Planted, tmp_path: Path, network: str) -> None:
    engine = engine_on(tmp_path, planted.changes(), network)
    found = [item for item in prove(engine.rulebook).findings if item.code == f"proof-{planted.code}"]
    assert len(found) == 1, [item.render() for item in prove(engine.rulebook).findings]
    finding, rows = found[0], engine.clauses()[0].outcomes
    if planted.rows and planted.code != "side-never":
        places = [rows[number].place for number in planted.rows]
        assert [finding.place, *finding.also][: len(places)] == places
    assert finding.params["case"]["acts"][0].get("facts", {}) == planted.facts
    shown = run(engine, finding)
    if planted.code in _STOPS:
        assert shown == _STOPS[planted.code]
        return
    assert not isinstance(shown, str)
    if planted.code == "mergeable":
        assert imposed(shown.acts[0]) == imposed(shown.acts[1])
        assert outcome(shown, 0) != outcome(shown, 1)
    elif planted.code == "covered":
        assert outcome(shown) == rows[planted.rows[1]].rule
    elif planted.code == "never":
        assert outcome(shown) != rows[planted.rows[0]].rule
    elif planted.code == "side-never":
        assert outcome(shown) == rows[0].rule
        assert shown.acts[0].findings[0].revoke is None
    else:
        assert shown.acts[0].status == "not-available"


@pytest.mark.parametrize("outcomes", SOUND.values(), ids=list(SOUND))
def test_nothing_is_found_in_a_sound_clause(outcomes: str, tmp_path: Path) -> None:
    engine = engine_on(tmp_path, {STATUTE: clauses(clause(outcomes, "处罚款。"))})
    assert prove(engine.rulebook).findings == []


def test_the_same_without_a_solver(tmp_path: Path) -> None:
    for number, planted in enumerate(PLANTED.values()):
        engine = engine_on(tmp_path / str(number), planted.changes())
        with_it, without = prove(engine.rulebook), prove(engine.rulebook, solver=False)
        assert with_it == without


def test_a_finding_says_fact_place_and_way_out(tmp_path: Path) -> None:
    engine = engine_on(tmp_path, PLANTED["touching-money"].changes())
    finding = prove(engine.rulebook).findings[0]
    assert isinstance(finding, Diagnostic)
    assert finding.render("zh") == (
        "rules/statutes/sample-law/2020-01-01.yaml:15:9: error[proof-touching]: sample-law/1：“所得”恰好为 10000 时同时符合"
        "两个情形，因为“以上”“以下”都包括本数。请把其中一个改为 above（超过）或者 below（不满）。案件："
        "{schema: 1, party: {kind: organization}, timeline: {conduct_to: 2021-12-31}, "
        "acts: [{clause: sample-law/1, facts: {gain: 10000}}]}\n"
        "    另见 rules/statutes/sample-law/2020-01-01.yaml:17:9"
    )
