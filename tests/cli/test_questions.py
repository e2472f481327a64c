"""Which questions are still open, as other programs ask it."""

from __future__ import annotations

import pytest

from penalty_engine import Case, Engine
from penalty_engine.questions import open_circumstances, open_questions, with_circumstance, with_fact
from tests.cli.kinds_rules import kinds_rules

HEBEI = "hebei-labour-market-regulation/25.1"


def _case(kind: str = "organization", **act: object) -> Case:
    return Case.parse({"party": {"kind": kind}, "timeline": {"conduct_to": "2021-12-01"}, "acts": [act]})


def test_missing_facts_come_first(engine: Engine) -> None:
    case = _case(clause="labour-contract-law/92.2", facts={"failed_to_correct": True})
    assert set(open_questions(engine, case)) == {"dispatched_workers", "party_role"}


def test_then_facts_that_move_the_penalty(engine: Engine) -> None:
    assert open_questions(engine, _case(clause=HEBEI)) == ("prior_same_violations",)
    assert set(open_questions(engine, _case("individual", clause=HEBEI))) == {
        "age_at_act",
        "prior_same_violations",
    }


@pytest.mark.parametrize("name", ["hebei-labour-market-regulation/25.6"])
def test_fixed_sums_ask_only_for_what_excludes_them(engine: Engine, name: str) -> None:
    case = _case("organization", clause=name, facts={"persons_introduced": 2})
    assert open_questions(engine, case) == ()


def test_answers_close_questions(engine: Engine) -> None:
    case = with_fact(_case(clause=HEBEI), 0, "prior_same_violations", 0)
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
            "acts": [{"clause": HEBEI}],
        }
    )
    assert open_questions(engine, case) == ()
    assert open_circumstances(engine, case) == ()


# --- several clauses for one violation --------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def kinds(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    return Engine.load(kinds_rules(tmp_path_factory.mktemp("kinds")), "native")


def test_every_clause_that_may_apply_asks_for_its_facts(kinds: Engine) -> None:
    assert set(open_questions(kinds, _case(violation="children-employed"))) == {
        "child_months_before_order",
        "child_months_after_order",
        "unregistered_unit",
    }


def test_spells_answer_for_the_parts_of_them(kinds: Engine) -> None:
    spells = [{"from": "2021-01-01", "to": "2021-03-31"}]
    case = Case.parse(
        {
            "party": {"kind": "organization"},
            "timeline": {"conduct_to": "2021-12-01", "order_served_on": "2021-02-01"},
            "acts": [
                {
                    "violation": "children-employed",
                    "facts": {"child_months": spells, "unregistered_unit": False},
                }
            ],
        }
    )
    assert not {"child_months_before_order", "child_months_after_order"} & set(open_questions(kinds, case))


def test_a_circumstance_is_offered_for_what_is_applied_not_for_what_is_set_aside(kinds: Engine) -> None:
    assert "obstruction" in open_circumstances(kinds, _case(violation="two-laws"))
    assert open_circumstances(kinds, _case(violation="food-unsafe")) == ()
    facts = {"failed_to_correct": True, "sum_due": 100}
    assert open_circumstances(kinds, _case(violation="wages-late", facts=facts)) == ()
