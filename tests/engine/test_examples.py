"""The examples beside the clauses, each a test of its own, on both networks; and the runner that reports them."""

from __future__ import annotations

from pathlib import Path

import pytest

from penalty_engine import Engine
from penalty_engine.examples import check_example, check_examples
from penalty_engine.rulebook import load_rulebook
from penalty_engine.rulebook.records import Clause, Example
from tests.conftest import RULES
from tests.rulebook.folders import STATUTE, make_folder

BOOK = load_rulebook(RULES)
EXAMPLES = [
    (clause, example)
    for versions in BOOK.clauses.values()
    for clause in versions
    for example in clause.examples
]


def _id(example: Example) -> str:
    return f"{example.place.file}:{example.place.line}"


@pytest.mark.parametrize(("clause", "example"), EXAMPLES, ids=[_id(example) for _, example in EXAMPLES])
def test_example(engine: Engine, clause: Clause, example: Example) -> None:
    assert [finding.render() for finding in check_example(engine, clause, example)] == []


def test_every_clause_has_an_example() -> None:
    assert [
        clause.rule
        for versions in BOOK.clauses.values()
        for clause in versions
        if not clause.examples and clause.not_obtained is None
    ] == []


def test_every_outcome_has_an_example(native: Engine) -> None:
    # an outcome that no example reaches is a rule nobody has tried
    from penalty_engine.examples import example_case
    from tests.engine.recomputation import steps

    reached = {
        str(step["result"])
        for clause, example in EXAMPLES
        for step in steps(native.assess(example_case(clause, example)).to_dict()["trace"], "clause")
    }
    outcomes = {
        outcome.rule
        for versions in BOOK.clauses.values()
        for clause in versions
        for outcome in clause.outcomes
    }
    assert outcomes - reached == set()


def test_the_runner_finds_nothing(engine: Engine) -> None:
    assert check_examples(engine) == []


@pytest.mark.parametrize(
    ("example", "message"),
    [
        (
            "{facts: {refused: false}, fine: [1000, 6000]}",
            "fine should be [1000, 6000], computed [1000, 5000]",
        ),
        ("{facts: {refused: false}, fine: null}", "fine should be null, computed [1000, 5000]"),
        ("{facts: {refused: true}, revoke: null}", "revoke should be null, computed permit"),
        ("{facts: {}, status: fined}", "status should be fined, computed needs-facts"),
        (
            "{facts: {}, status: needs-facts, missing_facts: [gain]}",
            "missing_facts should be [gain], computed [refused]",
        ),
        ("{facts: {refused: false}, optional: true}", "optional should be true, computed false"),
        ("{facts: {refused: false}, orders: []}", "orders should be [], computed [cease]"),
        ("{facts: {refused: false}, confiscate: 5}", "confiscate should be 5, computed null"),
    ],
)
def test_an_example_that_does_not_hold(tmp_path: Path, example: str, message: str) -> None:
    folder = make_folder(
        tmp_path,
        {
            STATUTE: ("{facts: {refused: false}, fine: [1000, 5000], revoke: null}", example),
            "authorities/office.yaml": ("id: office", "id: longyao-hrss"),
        },
    )
    found = check_examples(Engine.load(folder, "native"))
    assert [finding.code for finding in found] == ["example-fails"] * len(found)
    assert found[0].render("en") == (
        f"rules/{STATUTE}:19:9: error[example-fails]: the example does not hold: {message}. "
        "Check the example or the rule."
    )


def test_an_example_that_cannot_be_computed(tmp_path: Path) -> None:
    folder = make_folder(
        tmp_path,
        {
            STATUTE: ("{facts: {refused: false}, fine", "{facts: {refused: 5, zzz: 1}, fine"),
            "authorities/office.yaml": ("id: office", "id: longyao-hrss"),
        },
    )
    found = check_examples(Engine.load(folder, "native"))
    assert [finding.code for finding in found] == ["example-refused", "example-refused"]
    assert all(str(finding.place) == f"rules/{STATUTE}:19:9" for finding in found)


def test_a_bureau_of_its_own_name(tmp_path: Path) -> None:
    # a folder with one authority needs no other to try its examples
    assert [
        finding.render() for finding in check_examples(Engine.load(make_folder(tmp_path, {}), "native"))
    ] == []
