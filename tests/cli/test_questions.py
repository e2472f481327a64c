"""Which questions are still open, as other programs ask it."""

from __future__ import annotations

import pytest

from penalty_engine import Case, Engine
from penalty_engine.questions import open_circumstances, open_questions, with_circumstance, with_fact


def _case(kind: str = "organization", **act: object) -> Case:
    return Case.parse({"party": {"kind": kind}, "timeline": {"conduct_to": "2021-12-01"}, "acts": [act]})


def test_missing_facts_come_first(engine: Engine) -> None:
    case = _case(clause="labour-contract-law/92.2", facts={"failed_to_correct": True})
    assert set(open_questions(engine, case)) == {"dispatched_workers", "party_role"}


def test_then_facts_that_move_the_penalty(engine: Engine) -> None:
    assert open_questions(engine, _case(violation="unlicensed-hr-service")) == ("prior_same_violations",)
    assert set(open_questions(engine, _case("individual", violation="unlicensed-hr-service"))) == {
        "age_at_act",
        "prior_same_violations",
    }


@pytest.mark.parametrize("name", ["hebei-labour-market-regulation/25.6"])
def test_fixed_sums_ask_only_for_what_excludes_them(engine: Engine, name: str) -> None:
    case = _case("organization", clause=name, facts={"persons_introduced": 2})
    assert open_questions(engine, case) == ()


def test_answers_close_questions(engine: Engine) -> None:
    case = with_fact(_case(violation="unlicensed-hr-service"), 0, "prior_same_violations", 0)
    assert open_questions(engine, case) == ()
    offered = open_circumstances(engine, case)
    assert "obstruction" in offered
    assert "first-violation" in offered, "it opens a choice of the officer"
    assert "repeat-violation" not in offered, "it follows from a fact"
    assert "obstruction" not in open_circumstances(engine, with_circumstance(case, 0, "obstruction"))


def test_nothing_is_open_where_no_law_was_in_force(engine: Engine) -> None:
    case = Case.parse(
        {
            "party": {"kind": "organization"},
            "timeline": {"conduct_to": "2024-12-01"},
            "acts": [{"violation": "unlicensed-hr-service"}],
        }
    )
    assert open_questions(engine, case) == ()
    assert open_circumstances(engine, case) == ()
