"""A tier that means more than a sum: measures, a licence, a note; and what the law leaves open becomes certain."""

from __future__ import annotations

from pathlib import Path

from tests.benchmarks_of_law.made_up import BY_FACTS, assess, engine, finding, row, table

OUTCOME = """\
- fine: {at_least: 1000, at_most: 10000, optional: true}
  revoke: {licence: permit, when: {refused: true}}
  measures:
    - {measure: warning, optional: true}
    - {measure: closure, when: {refused: true}}
"""
TIERS = """\
- tier: low
  when: {workers: {at_most: 10}}
  band: no-fine
  measures: [warning, {measure: talk, words: 约谈负责人}]
- tier: high
  when: {workers: {above: 10}}
  band: {at_least: 5000, at_most: 10000}
  measures: [closure]
  revoke: permit
  note: {zh: 本档须报上级, en: report this tier}
"""


def test_a_measure_left_open_becomes_certain_and_one_that_is_no_penalty_is_added(
    tmp_path: Path, network: str
) -> None:
    rules = engine(tmp_path, network, OUTCOME, table(BY_FACTS + row(TIERS)))
    found = finding(rules, workers=3, refused=False)
    assert [(item.id, item.optional, item.penalty, item.words) for item in found.measures] == [
        ("warning", False, True, None),
        ("talk", False, False, "约谈负责人"),
    ]
    assert (found.fines, found.revoke) == ((), None)


def test_a_tier_brings_what_the_clause_has_for_another_condition(tmp_path: Path, network: str) -> None:
    rules = engine(tmp_path, network, OUTCOME, table(BY_FACTS + row(TIERS)))
    found = assess(rules, workers=11, refused=False)
    one = found.acts[0].findings[0]
    assert one.revoke == "permit"
    assert [(item.id, item.optional, item.grave) for item in one.measures] == [
        ("warning", True, False),
        ("closure", False, True),
    ]
    assert "report this tier" in [item.text("en") for item in found.warnings]
    assert found.procedure.hearing.required is not None


def test_the_general_scheme_brings_nothing_of_that(tmp_path: Path, network: str) -> None:
    rules = engine(tmp_path, network, OUTCOME, table(BY_FACTS + row(TIERS)), order="halves")
    one = finding(rules, workers=11, refused=False)
    assert (one.revoke, [(item.id, item.optional) for item in one.measures]) == (None, [("warning", True)])


def test_nothing_is_lost_twice(tmp_path: Path, network: str) -> None:
    rules = engine(tmp_path, network, OUTCOME, table(BY_FACTS + row(TIERS)))
    one = finding(rules, workers=11, refused=True)
    assert (one.revoke, [item.id for item in one.measures]) == ("permit", ["warning", "closure"])
