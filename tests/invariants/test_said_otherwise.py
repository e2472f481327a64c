"""The same case said in another way comes to the same."""

from __future__ import annotations

import random
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from penalty_engine import Assessment, Engine
from tests.conftest import need_durable
from tests.engine.cases import facts_of
from tests.invariants.generated import BOOK, ENGINE, NAMED, Json, cases, decided_part, imposed, value


def _duties(assessment: Assessment) -> dict[str, Any]:
    return {
        name: (duty.required, duty.permitted, {item.code for item in duty.reasons})
        for name, duty in assessment.procedure.duties.items()
    }


@given(cases(4), st.randoms(use_true_random=False))
@settings(max_examples=200)
def test_the_order_of_the_acts(stated: Json, chance: random.Random) -> None:
    order = list(range(len(stated["acts"])))
    chance.shuffle(order)
    first = ENGINE.assess(stated)
    mixed = ENGINE.assess({**stated, "acts": [stated["acts"][index] for index in order]})
    assert mixed.acts == tuple(first.acts[index] for index in order)
    assert (mixed.total, mixed.status) == (first.total, first.status)
    assert sorted(mixed.targets) == sorted(first.targets)
    assert _duties(mixed) == _duties(first)
    assert mixed.procedure.deadlines == first.procedure.deadlines
    by_number = "same-act-twice"  # names the acts by their place
    assert {repr(item) for item in mixed.warnings if item.code != by_number} == {
        repr(item) for item in first.warnings if item.code != by_number
    }
    repeated = [[item.code for item in found.warnings].count(by_number) for found in (mixed, first)]
    assert repeated[0] == repeated[1]


@given(cases(2), st.randoms(use_true_random=False))
@settings(max_examples=200)
def test_the_order_of_everything_else(stated: Json, chance: random.Random) -> None:
    def shuffled(items: list[Any]) -> list[Any]:
        found = list(items)
        chance.shuffle(found)
        return found

    mixed = {
        **dict(shuffled(list(stated.items()))),
        "timeline": dict(shuffled(list(stated["timeline"].items()))),
        "prior_penalties": shuffled(stated["prior_penalties"]),
        "acts": [
            {
                **act,
                "facts": dict(shuffled(list(act["facts"].items()))),
                "circumstances": shuffled(act["circumstances"]),
            }
            for act in stated["acts"]
        ],
    }
    one, other = ENGINE.assess(stated), ENGINE.assess(mixed)
    assert (one.acts, one.total, one.targets, one.warnings) == (
        other.acts,
        other.total,
        other.targets,
        other.warnings,
    )
    assert _duties(one) == _duties(other)


_BY_VIOLATION = [item for item in NAMED if "violation" in item[0]]
_BY_CLAUSE = [item for item in NAMED if "clause" in item[0]]


@given(cases(1, named=_BY_VIOLATION))
@settings(max_examples=300)
def test_by_its_violation_or_by_its_clause(stated: Json) -> None:
    act = stated["acts"][0]
    by_violation = ENGINE.assess(stated)
    result = by_violation.acts[0]
    assume(result.milder_law is None)
    lone = len(BOOK.by_violation[act["violation"]]) == 1
    for finding in result.findings:
        named = {**act, "clause": finding.clause}
        by_clause = ENGINE.assess({**stated, "acts": [named]})
        if lone:
            assert by_clause.acts == by_violation.acts
            assert by_clause.total == by_violation.total
        single = by_clause.acts[0]
        if single.milder_law is not None or finding.set_aside_by is not None:
            continue
        found = next(item for item in single.findings if item.clause == finding.clause)
        assert found.missing_facts == finding.missing_facts
        if not any(step.steps for step in by_violation.trace[0].steps if step.step == "concurrence"):
            assert found.fines == finding.fines
        assert (found.revoke, found.measures, found.payments) == (
            finding.revoke,
            finding.measures,
            finding.payments,
        )


@given(cases(1, named=_BY_CLAUSE))
@settings(max_examples=150)
def test_a_clause_that_punishes_one_violation_needs_no_second_name(stated: Json) -> None:
    act = stated["acts"][0]
    clause = BOOK.clauses[act["clause"]][-1]
    named = {**act, "violation": clause.violation}
    one, other = ENGINE.assess(stated), ENGINE.assess({**stated, "acts": [named]})
    assert (one.acts, one.total, one.trace) == (other.acts, other.total, other.trace)


@given(cases(2))
@settings(max_examples=200)
def test_a_defence_never_changes_a_sum(stated: Json) -> None:
    plain = ENGINE.assess(stated)
    for made in (True, False):
        defence = {"made": made, "statement": "没有违法。", "finding": "不予采纳。"}
        heard = ENGINE.assess({**stated, "defence": defence})
        assert (heard.acts, heard.total, heard.targets) == (plain.acts, plain.total, plain.targets)
        assert heard.trace == plain.trace
        assert _duties(heard) == _duties(plain)


# --- facts that are unknown, and facts that nothing asks for ----------------------------------------------------------

_LOOKED_AT_BY_BENCHMARKS = {
    name for item in BOOK.benchmarks.values() for name in (*item.facts, *item.row_facts)
}


def _looked_at(act: Json) -> set[str]:
    """What anything about an act may look at."""
    keys = (act["clause"],) if "clause" in act else BOOK.by_violation[act["violation"]]
    violation = act.get("violation") or BOOK.clauses[act["clause"]][-1].violation
    every = {*keys, *BOOK.by_violation.get(violation, ())}  # the later law may bring in the others
    return {*facts_of(ENGINE, sorted(every)), *_LOOKED_AT_BY_BENCHMARKS, *BOOK.circumstance_facts}


@given(cases(1), st.data())
@settings(max_examples=250)
def test_a_fact_that_nothing_looks_at_changes_nothing(stated: Json, data: st.DataObject) -> None:
    act = stated["acts"][0]
    known = BOOK.vocabulary.facts
    parts = {fact.id for fact in known.values() if fact.spells is not None and fact.spells.of}
    counts = {name for fact in known.values() if fact.derivation for name in fact.derivation.counts}
    limits = {name for item in BOOK.always if item.confiscate for name in (item.confiscate,)}
    idle = sorted(
        name
        for name, fact in known.items()
        if not fact.computed and name not in {*_looked_at(act), *act["facts"], *parts, *counts, *limits}
        if name not in _EXTENDING
    )
    name = data.draw(st.sampled_from(idle))
    more = {**act, "facts": {**act["facts"], name: data.draw(value(known[name]))}}
    one, other = ENGINE.assess(stated), ENGINE.assess({**stated, "acts": [more]})
    assert (one.acts, one.total, one.targets) == (other.acts, other.total, other.targets)
    assert _duties(one) == _duties(other)


_EXTENDING = {
    name
    for item in BOOK.limitations
    if item.extended is not None
    for name in BOOK.vocabulary.facts
    if f"'{name}'" in repr(item.extended.when)
}


@given(cases(1))
@settings(max_examples=300)
def test_what_was_decided_without_a_fact_is_not_changed_by_it(stated: Json) -> None:
    """But circumstances follow only from facts that are known, and so does confiscation beside the clause."""
    act = stated["acts"][0]
    full = ENGINE.assess(stated).acts[0]
    for name in act["facts"]:
        if any(item.confiscate == name for item in BOOK.always):
            continue
        less = {**act, "facts": {key: one for key, one in act["facts"].items() if key != name}}
        partial = ENGINE.assess({**stated, "acts": [less]})
        result = partial.acts[0]
        if result.status == "needs-facts" or (result.milder_law and result.milder_law.applied == "undecided"):
            continue
        if result.circumstances != full.circumstances or any(
            step.step == "derived" and step.rule == name for step in partial.trace[0].steps
        ):
            continue
        by_clause = {item.clause: item for item in full.findings}
        if result.status == "exempt":  # whatever the fact is, there is no penalty
            assert not any(item.fines or item.confiscate or item.revoke for item in full.applied), name
            continue
        if result.status == "referred":  # another body's clause, about which nothing is asked here
            continue
        assert (result.status, result.governing_clause) == (full.status, full.governing_clause), name
        for finding in result.findings:
            if finding.status not in ("needs-facts", "set-aside", "exempt", "referred"):
                assert decided_part(finding) == decided_part(by_clause[finding.clause]), name


_DATED = [
    item for item in NAMED if any(BOOK.vocabulary.facts[name].spells for name in facts_of(ENGINE, item[1]))
]


@given(cases(1, named=_DATED))
@settings(max_examples=150)
def test_dated_spells_or_the_counts_they_come_to(stated: Json) -> None:
    act = stated["acts"][0]
    known = BOOK.vocabulary.facts
    dated = [name for name in act["facts"] if known[name].spells is not None]
    assume(dated)
    spells = [
        {"who": "甲", "from": "2016-01-31", "to": "2016-02-29"},
        {"who": "乙", "from": "2016-05-15", "to": "2016-05-15"},
    ]
    parts = {fact.id for fact in known.values() if fact.spells is not None and fact.spells.of}
    kept = {key: one for key, one in act["facts"].items() if key not in dated and key not in parts}
    by_days = {**act, "facts": {**kept, **{name: spells for name in dated if name not in parts}}}
    first = ENGINE.assess({**stated, "acts": [by_days]})
    counted = {
        step.rule: step.result
        for step in first.trace[0].steps
        if step.step == "counted" and step.rule is not None
    }
    by_count = {**act, "facts": {**kept, **counted}}
    second = ENGINE.assess({**stated, "acts": [by_count]})
    assert (first.total, first.status) == (second.total, second.status)
    assert [imposed(item) for item in first.acts] == [imposed(item) for item in second.acts]


@pytest.fixture(scope="module")
def other_network() -> Engine:
    """The same rulebook on durable-rules."""
    need_durable()
    return Engine(BOOK, "durable")


@given(cases(2))
@settings(max_examples=200)
def test_both_networks_agree(other_network: Engine, stated: Json) -> None:
    left, right = ENGINE.assess(stated), other_network.assess(stated)
    assert right.receipt.network == "durable"
    assert left == right._replace(receipt=left.receipt)
