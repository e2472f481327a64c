"""Clauses with one fault each: the rows of a clause, what has to be found, and at which of its outcomes."""

from __future__ import annotations

from typing import NamedTuple

from tests.rulebook.folders import STATUTE, Change, clause, clauses


class Planted(NamedTuple):
    """``code``: the finding; ``facts``: those of the plainest case; ``rows``: the outcomes it names, by number."""

    outcomes: str
    code: str
    facts: dict[str, object]
    rows: tuple[int, ...]
    extra: str = ""

    def changes(self) -> dict[str, Change]:
        """The base folder with this clause."""
        return {STATUTE: clauses(clause(self.outcomes, "处罚款。", extra=self.extra))}


_FIRST = "hit_policy: first"
_LOW, _HIGH = "fine: {at_least: 1000, at_most: 2000}", "fine: {at_least: 2000, at_most: 5000}"


def _two(first: str, second: str, **more: str) -> str:
    return f"- when: {first}\n  {more.get('one', _LOW)}\n- when: {second}\n  {more.get('other', _HIGH)}"


PLANTED = {
    "gap-of-money": Planted(
        _two("{gain: {at_most: 10000}}", "{gain: {at_least: 30000}}"), "gap", {"gain": "10000.01"}, (0, 1)
    ),
    "gap-of-a-count": Planted(
        _two("{workers: {below: 10}}", "{workers: {above: 10}}"), "gap", {"workers": 10}, (0, 1)
    ),
    "gap-of-a-word": Planted(
        _two("{role: agency, refused: true}", "{role: host}"),
        "gap",
        {"role": "agency", "refused": False},
        (0, 1),
    ),
    "gap-of-a-party": Planted(
        _two("{party_kind: organization}", "{party_kind: individual}"), "gap", {}, (0, 1)
    ),
    "gap-within-the-entry": Planted(
        _two("{gain: {at_least: 1, at_most: 100}}", "{gain: {above: 200}}"),
        "gap",
        {"gain": "100.01"},
        (0, 1),
        "entry: {gain: {at_least: 50}}",
    ),
    "gap-of-a-circumstance": Planted(
        _two("{circumstance: lied, refused: true}", "{not: {circumstance: lied}}"),
        "gap",
        {"refused": False},
        (0, 1),
    ),
    "overlap": Planted(
        _two("{gain: {at_most: 20000}}", "{gain: {at_least: 10000}}"), "overlap", {"gain": 10000}, (0, 1)
    ),
    "overlap-of-different-facts": Planted(
        _two("{any: [{refused: false}, {workers: {at_most: 5}}]}", "{refused: true}"),
        "overlap",
        {"refused": True, "workers": 0},
        (0, 1),
    ),
    "touching-money": Planted(
        _two("{gain: {at_most: 10000}}", "{gain: {at_least: 10000}}"), "touching", {"gain": 10000}, (0, 1)
    ),
    "touching-counts": Planted(
        _two("{workers: {at_least: 10}}", "{workers: {at_most: 10}}"), "touching", {"workers": 10}, (0, 1)
    ),
    "never": Planted(
        "- when: {gain: {above: 100, below: 50}}\n  fine: {exactly: 500}\n"
        + _two("{gain: {at_most: 60}}", "{gain: {above: 60}}"),
        "never",
        {"gain": 0},
        (0,),
    ),
    "never-within-the-entry": Planted(
        _two("{refused: true}", "{refused: false}"),
        "never",
        {"refused": True},
        (1,),
        "entry: {refused: true}",
    ),
    "covered": Planted(
        _two("{gain: {at_most: 20000}}", "{gain: {at_least: 10, at_most: 10000}}")
        + "\n- when: {gain: {above: 0}}\n  fine: {exactly: 500}",
        "covered",
        {"gain": 10},
        (1, 0),
        _FIRST,
    ),
    "mergeable": Planted(
        _two("{refused: true, workers: {above: 3}}", "{refused: true, workers: {at_most: 3}}", other=_LOW)
        + "\n- when: {refused: false}\n  fine: {exactly: 500}",
        "mergeable",
        {"refused": True, "workers": 4},
        (0, 1),
    ),
    "side-never": Planted(
        _two(
            "{refused: false}",
            "{refused: true}",
            one=f"{_LOW}\n  revoke: {{licence: permit, when: {{refused: true}}}}",
        ),
        "side-never",
        {"refused": False},
        (0, 0),
    ),
    "entry-never": Planted(
        f"- {_LOW}", "entry-never", {"gain": 0}, (), "entry: {gain: {above: 100, below: 50}}"
    ),
}

SOUND = {
    "unique": _two("{gain: {at_most: 10000}}", "{gain: {above: 10000}}"),
    "three-facts": _two(
        "{any: [{refused: true}, {workers: {above: 2}}]}", "{refused: false, workers: {at_most: 2}}"
    ),
    "words": _two("{role: [agency]}", "{not: {role: agency}}"),
    "circumstances": _two("{circumstance: lied}", "{not: {circumstance: lied}}"),
    "parties": _two("{party_kind: [organization, sole_trader]}", "{party_kind: individual}"),
}
