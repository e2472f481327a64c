"""One act under several clauses: the rules prefer one, the higher fine governs, or several are imposed together."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

from penalty_engine import Assessment, Engine
from tests.engine.cases import case, codes
from tests.engine.small_field import clause, engine, ranged

THREE = ranged(1, 1000, 5000) + ranged(2, 2000, 8000) + ranged(3, 100, 200)
POLICE = "  power: police\n"
REASON = "    reason: {zh: 后法优于前法。, en: The later law prevails.}\n"


def _assess(found: Engine, *, party: str = "organization", **act: Any) -> Assessment:
    stated = {"violation": "sample-violation", "facts": {}, **act}
    return found.assess(case(stated, authority="office", to="2021-03-31", party=party))


def _applied(assessment: Assessment) -> list[str]:
    return [finding.clause for finding in assessment.acts[0].findings if finding.applies]


def test_the_higher_fine_governs_where_nothing_else_is_said(tmp_path: Path) -> None:
    assessment = _assess(engine(tmp_path, THREE))
    act = assessment.acts[0]
    assert (act.governing_clause, _applied(assessment)) == ("sample-law/2", ["sample-law/2"])
    aside = act.findings[0]
    assert (aside.status, aside.fines, aside.alternative[0].maximum) == ("set-aside", (), Decimal(5000))
    assert aside.reason is not None
    assert aside.reason.text("en") == "the same act is punished under Sample Law 第二条 (sample-law/2)"
    assert assessment.total.maximum == Decimal(8000)


def test_a_clause_that_prevails_sets_aside_even_a_higher_fine(tmp_path: Path) -> None:
    conflict = f"  - id: later\n    prevails: sample-law/3\n    over: [sample-law/1, sample-law/2]\n{REASON}"
    assessment = _assess(engine(tmp_path, THREE, conflict))
    assert _applied(assessment) == ["sample-law/3"]
    assert {item.set_aside_by for item in assessment.acts[0].findings} == {None, "later"}
    assert {item.gives_way_to for item in assessment.acts[0].findings} == {None, "sample-law/3"}
    assert "conflict-to-confirm" not in codes(assessment)


def test_our_reading_is_said_to_be_so(tmp_path: Path) -> None:
    conflict = (
        f"  - id: later\n    prevails: sample-law/3\n    over: [sample-law/1, sample-law/2]\n{REASON}"
        "    confirm: true\n"
    )
    assessment = _assess(engine(tmp_path, THREE, conflict))
    assert "conflict-to-confirm" in codes(assessment)
    reason = assessment.acts[0].findings[0].reason
    assert reason is not None
    assert "to be confirmed" in reason.text("en")


def test_the_alternative_is_seen_by_naming_the_clause(tmp_path: Path) -> None:
    conflict = f"  - id: later\n    prevails: sample-law/3\n    over: [sample-law/1, sample-law/2]\n{REASON}"
    found = engine(tmp_path, THREE, conflict)
    stated = {"clause": "sample-law/2", "facts": {}}
    assessment = found.assess(case(stated, authority="office", to="2021-03-31"))
    assert assessment.acts[0].findings[0].fines[0].maximum == Decimal(8000)


def test_clauses_imposed_together_add_up(tmp_path: Path) -> None:
    conflict = f"  - id: both\n    together: [sample-law/1, sample-law/3]\n{REASON}"
    low = ranged(1, 1000, 5000) + ranged(2, 2000, 5100) + ranged(3, 100, 200)
    assessment = _assess(engine(tmp_path, low, conflict))
    assert _applied(assessment) == ["sample-law/1", "sample-law/3"]  # 5,200 together, more than 5,100
    assert assessment.total.maximum == Decimal(5200)
    assert assessment.acts[0].governing_clause == "sample-law/1"


def test_a_declared_higher_fine_gives_its_reason(tmp_path: Path) -> None:
    conflict = f"  - id: higher\n    higher_fine: [sample-law/1, sample-law/2]\n{REASON}    confirm: true\n"
    assessment = _assess(engine(tmp_path, THREE, conflict))
    assert assessment.acts[0].findings[0].set_aside_by == "higher"
    assert assessment.acts[0].findings[2].set_aside_by == ""
    assert "conflict-to-confirm" in codes(assessment)


def test_the_higher_fine_is_not_set_below_what_the_other_makes_mandatory(tmp_path: Path) -> None:
    conflict = (
        "  - id: higher\n    higher_fine: [sample-law/1, sample-law/2]\n    at_least_the_others: true\n"
        + REASON
    )
    optional = clause(
        2,
        "可以处80000元以下罚款。",
        "fine: {at_most: 80000, optional: true}",
        "{facts: {}, fine: [0, 80000], optional: true}",
    )
    assessment = _assess(engine(tmp_path, ranged(1, 60000, 70000) + optional, conflict))
    fine = assessment.acts[0].findings[1].fines[0]
    assert (fine.optional, fine.minimum, fine.maximum) == (False, Decimal(60000), Decimal(80000))
    assert fine.recommended == Decimal(60000)  # the middle of the band lies below it
    assert fine.tier is not None
    assert fine.tier.minimum <= fine.recommended <= fine.tier.maximum
    concurrence = [
        item for item in assessment.to_dict()["trace"][0]["steps"] if item["step"] == "concurrence"
    ]
    assert [item["step"] for item in concurrence[0]["steps"]] == ["not-below"]
    plain = _assess(engine(tmp_path / "plain", ranged(1, 60000, 70000) + optional))
    assert plain.acts[0].findings[1].fines[0].optional is True


def test_a_clause_of_another_body_whose_condition_fails_is_not_referred(tmp_path: Path) -> None:
    entry = POLICE + "  entry: {refused: true}\n"
    assessment = _assess(engine(tmp_path, ranged(1, 1000, 5000, entry)), facts={"refused": False})
    finding = assessment.acts[0].findings[0]
    assert (finding.status, finding.referred_to) == ("not-available", None)


def test_what_is_set_aside_need_not_be_asked_about(tmp_path: Path) -> None:
    body = ranged(1, 1000, 5000) + clause(
        2,
        "每人处一百元罚款。",
        "fine: {per: workers, exactly: 100}",
        "{facts: {workers: 1}, fine: [100, 100]}",
    )
    conflict = f"  - id: later\n    prevails: sample-law/1\n    over: [sample-law/2]\n{REASON}"
    assert _assess(engine(tmp_path, body, conflict)).missing_facts == ()


def test_the_order_of_the_conflicts_does_not_matter(tmp_path: Path) -> None:
    first = f"  - id: a\n    prevails: sample-law/1\n    over: [sample-law/2]\n{REASON}"
    second = f"  - id: b\n    prevails: sample-law/2\n    over: [sample-law/3]\n{REASON}"
    one = _assess(engine(tmp_path / "one", THREE, first + second))
    other = _assess(engine(tmp_path / "other", THREE, second + first))
    assert _applied(one) == _applied(other) == ["sample-law/1"]


# --- another body's power ---------------------------------------------------------------------------------------------


def test_another_bodys_clause_is_referred_with_its_range(tmp_path: Path) -> None:
    assessment = _assess(engine(tmp_path, ranged(1, 1000, 5000, POLICE)))
    finding = assessment.acts[0].findings[0]
    assert (assessment.acts[0].status, finding.status, finding.referred_to) == (
        "referred",
        "referred",
        "police",
    )
    assert (finding.fines, finding.alternative[0].maximum) == ((), Decimal(5000))
    assert assessment.total.maximum == 0
    assert assessment.procedure.hearing.required is False


def test_ones_own_clause_goes_before_another_bodys_higher_one(tmp_path: Path) -> None:
    assessment = _assess(engine(tmp_path, ranged(1, 100, 200) + ranged(2, 1000, 5000, POLICE)))
    assert _applied(assessment) == ["sample-law/1"]
    assert assessment.acts[0].findings[1].status == "referred"


def test_a_shared_power_is_ones_own(tmp_path: Path) -> None:
    shared = "  power: [police, office-body]\n"
    assert _assess(engine(tmp_path, ranged(1, 100, 200, shared))).acts[0].status == "fined"


def test_nothing_is_asked_about_a_clause_of_another_body(tmp_path: Path) -> None:
    body = clause(
        1,
        "每人处一百元罚款。",
        "fine: {per: workers, exactly: 100}",
        "{facts: {workers: 1}, fine: [100, 100]}",
        POLICE,
    )
    assessment = _assess(engine(tmp_path, body))
    assert (assessment.acts[0].status, assessment.missing_facts) == ("referred", ())


def test_both_networks_agree(tmp_path: Path) -> None:
    from tests.conftest import need_durable

    need_durable()
    conflict = f"  - id: later\n    prevails: sample-law/3\n    over: [sample-law/1]\n{REASON}"
    one = _assess(engine(tmp_path / "native", THREE, conflict, "native")).to_dict()
    other = _assess(engine(tmp_path / "durable", THREE, conflict, "durable")).to_dict()
    assert one["acts"] == other["acts"]


def test_another_bodys_clause_that_fails_does_not_hide_one_that_is_referred(engine: Engine) -> None:
    stated = {"women_work_list": "appendix_1", "affected_women": 3, "affected_workers": 3}
    found = engine.assess(
        {
            "schema": 1,
            "party": {"kind": "organization"},
            "timeline": {"conduct_to": "2013-05-01"},
            "acts": [{"violation": "women-forbidden-work", "facts": stated}],
        }
    ).acts[0]
    statuses = {item.clause: item.status for item in found.findings}
    assert statuses["female-workers-protection/13.2b"] == "not-available"  # its list is another one
    assert (found.status, found.governing_clause) == ("referred", "female-workers-protection/13.2a")
