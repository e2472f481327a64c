"""Both networks fire alike, on everything: generated rulebooks, the shipped rules, and what the library does wrong."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from penalty_engine import Engine, EngineError
from penalty_engine.inference import ForwardChaining, durable
from penalty_engine.inference.durable import DurableNetwork
from penalty_engine.inference.native import NativeNetwork
from penalty_engine.inference.rules import SCOPE_FACT, Group, Rule, groups
from penalty_engine.rulebook import load_rulebook
from penalty_engine.rulebook.conditions import ALWAYS, AllOf, AnyOf, Condition, Facts, FactTest, evaluate
from tests.conftest import RULES, need_durable
from tests.inference.trees import conditions, facts, vocabulary_facts

BOOK = load_rulebook(RULES)
GROUPS = groups(BOOK)
_SCOPES = (None, None, "v1", "v2")


def _reference(group: Group, known: Facts) -> dict[str, bool]:
    """The firings by definition."""
    applicable = [rule for rule in group.rules if rule.scope is None or rule.scope == known.get(SCOPE_FACT)]
    truths = {rule.id: evaluate(rule.when, known) for rule in applicable}
    return {name: truth for name, truth in truths.items() if truth is not None}


def _group(trees: list[Condition]) -> Group:
    return Group(
        "g",
        tuple(
            Rule(f"rule/{number}", _SCOPES[number % len(_SCOPES)], tree) for number, tree in enumerate(trees)
        ),
        False,
    )


_rulebooks = st.lists(conditions, min_size=1, max_size=10).map(_group)
_cases = st.lists(st.tuples(facts, st.sampled_from([None, "v1", "v2", "v3"])), min_size=1, max_size=12)


def _known(known: Facts, scope: str | None) -> dict[str, Any]:
    return dict(known) if scope is None else {**known, SCOPE_FACT: scope}


@given(_rulebooks, _cases)
@settings(max_examples=150)
def test_native_fires_by_definition(group: Group, cases: list[tuple[Facts, str | None]]) -> None:
    network = NativeNetwork({"g": group})
    for known, scope in cases:
        assert dict(network.fire("g", _known(known, scope))) == _reference(group, _known(known, scope))


@given(_rulebooks, _cases)
@settings(max_examples=200)
def test_durable_fires_by_definition(group: Group, cases: list[tuple[Facts, str | None]]) -> None:
    need_durable()
    network = DurableNetwork({"g": group})
    for known, scope in cases:
        assert dict(network.fire("g", _known(known, scope))) == _reference(group, _known(known, scope))


def _names(group: Group) -> list[str]:
    found = {test for rule in group.rules for test in _facts_of(rule.when)}
    return sorted(name for name in found if name in BOOK.vocabulary.facts)


def _facts_of(condition: Condition) -> set[str]:
    if isinstance(condition, FactTest):
        return {condition.fact}
    return {name for part in condition.parts for name in _facts_of(part)}


@pytest.fixture(scope="module")
def pair() -> tuple[NativeNetwork, DurableNetwork]:
    need_durable()
    return NativeNetwork(GROUPS), DurableNetwork(GROUPS)


@pytest.mark.parametrize("name", GROUPS)
def test_the_shipped_rules_over_the_vocabulary(name: str, pair: tuple[NativeNetwork, DurableNetwork]) -> None:
    native, other = pair
    group = GROUPS[name]
    scopes = st.none() | st.sampled_from(sorted(BOOK.violations))
    declared = st.sets(
        st.sampled_from(sorted(f"circumstance:{key}" for key in BOOK.circumstances)), max_size=3
    )

    @given(vocabulary_facts(BOOK.vocabulary.facts, _names(group)), scopes, declared)
    @settings(max_examples=400)
    def compare(known: Facts, scope: str | None, circumstances: set[str]) -> None:
        stated = {**_known(known, scope), **dict.fromkeys(circumstances, True)}
        expected = _reference(group, stated)
        assert dict(native.fire(name, stated)) == expected
        assert dict(other.fire(name, stated)) == expected

    compare()


def test_recycling_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    need_durable()
    monkeypatch.setattr(durable, "_CASES_PER_RULESET", 3)
    group = _group(
        [
            FactTest("n1", "gt", 2),
            AllOf((FactTest("b1", "eq", True), FactTest("n1", "ge", 0))),
            ALWAYS,
            AnyOf(()),
        ]
    )
    network = DurableNetwork({"g": group})
    for number in range(50):
        for known in ({"n1": number % 5}, {"n1": number % 5, "b1": number % 2 == 0}, {}):
            assert dict(network.fire("g", known)) == _reference(group, known)


def test_many_different_cases_in_one_ruleset() -> None:
    # the library confuses different facts after some tens of thousands; the limit keeps far below
    need_durable()
    group = _group([FactTest("n1", "ge", 1000), FactTest("w1", "eq", "x")])
    network = DurableNetwork({"g": group})
    for number in range(4_500):
        known = {"n1": number * 7919 % 100_003, "w1": "x" if number % 3 else "y"}
        assert dict(network.fire("g", known)) == _reference(group, known)


def test_an_exception_in_an_action_comes_out(monkeypatch: pytest.MonkeyPatch) -> None:
    need_durable()

    def breaking(fired: set[str], rule: str) -> Any:
        def run(context: Any) -> None:
            raise ValueError("broken action")

        return run

    network = DurableNetwork({"g": _group([ALWAYS])})
    with monkeypatch.context() as patched:
        patched.setattr(durable, "_action", breaking)
        with pytest.raises(EngineError, match=r"the inference network failed: .*broken action"):
            network.fire("g", {"n1": 1})
    assert dict(network.fire("g", {"n1": 1})) == {"rule/0": True}  # and the next case is not affected


def test_a_refused_fact_comes_out() -> None:
    need_durable()
    network = DurableNetwork({"g": _group([FactTest("n1", "gt", 0)])})
    with pytest.raises(EngineError, match="the inference network failed"):
        network.fire("g", {"n1": object()})  # type: ignore[dict-item]
    assert dict(network.fire("g", {"n1": 1})) == {"rule/0": True}


@pytest.mark.parametrize("value", [2**31, 2**53 + 1, 10**14, 10**17 + 1, 2**63 - 1, -(2**31) - 1])
def test_large_integers_are_compared_exactly(value: int) -> None:
    need_durable()
    group = _group(
        [
            FactTest("n1", op, bound)
            for bound in (value - 1, value, value - 2)  # type: ignore[arg-type]
            for op in ("eq", "ne", "ge", "le", "gt", "lt")
        ]
    )
    group = Group("g", tuple(rule._replace(scope=None) for rule in group.rules), False)
    assert dict(DurableNetwork({"g": group}).fire("g", {"n1": value})) == _reference(group, {"n1": value})


def _chain(length: int) -> Group:
    rules = [Rule("r0", None, FactTest("n1", "ge", 1), "given:0")]
    rules += [
        Rule(f"r{number}", None, FactTest(f"given:{number - 1}", "eq", True), f"given:{number}")
        for number in range(1, length)
    ]
    return Group("g", tuple(reversed(rules)), True)


@pytest.mark.parametrize("make", [NativeNetwork, DurableNetwork])
def test_chaining_reaches_a_fixed_point(make: Any) -> None:
    if make is DurableNetwork:
        need_durable()
    group = _chain(12)
    chaining = ForwardChaining(make({"g": group}), {"g": group})
    assert dict(chaining.fire("g", {"n1": 1})) == {rule.id: True for rule in group.rules}
    assert dict(chaining.fire("g", {"n1": 0})) == {rule.id: False for rule in group.rules}
    assert dict(chaining.fire("g", {})) == {}
    assert dict(chaining.fire("g", {"given:5": True})) == {f"r{number}": True for number in range(6, 12)}


@given(st.lists(conditions, min_size=1, max_size=5), facts)
@settings(max_examples=150)
def test_chaining_is_sound_on_anything(trees: list[Condition], known: Facts) -> None:
    # each rule gives one of the facts that the trees read, so that rules feed, deny and circle one another
    names = ["n1", "n2", "b1", "b2", "circumstance:n.3"]
    flags = {"b1", "b2"}
    rules = [
        Rule(f"r{number}", None, tree, name if name in flags else f"given:{number}")
        for number, (tree, name) in enumerate(zip(trees, names, strict=False))
    ]
    group = Group("g", tuple(rules), True)
    firings, settled = ForwardChaining(NativeNetwork({"g": group}), {"g": group}).chain("g", known)
    assert dict(firings) == _reference(group, settled)
    assert {name: settled[name] for name in known} == dict(known)
    for rule in rules:
        if rule.gives not in known and rule.gives in settled:
            assert settled[str(rule.gives)] is firings[rule.id]


def test_chaining_never_takes_back() -> None:
    # a rule that gives what its own condition denies fires once and ends
    group = Group(
        "g",
        (
            Rule("r", None, FactTest("n1", "ge", 1), "given"),
            Rule("s", None, FactTest("given", "ne", True), "more"),
        ),
        True,
    )
    chaining = ForwardChaining(NativeNetwork({"g": group}), {"g": group})
    assert dict(chaining.fire("g", {"n1": 1})) == {"r": True, "s": False}


def test_the_examples_and_engines_agree(native: Engine, durable: Engine) -> None:
    from penalty_engine.examples import example_case

    compared = 0
    for clause in native.clauses():
        for example in clause.examples:
            case = example_case(clause, example)
            left, right = native.assess(case).to_dict(), durable.assess(case).to_dict()
            assert left["receipt"].pop("network") != right["receipt"].pop("network")
            assert left == right
            compared += 1
    assert compared >= 20
