"""What is heavier never costs less: circumstances, workers, gain."""

from __future__ import annotations

from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from penalty_engine import Assessment
from penalty_engine.assessment import Finding, FineResult
from tests.invariants.generated import BOOK, ENGINE, FINING, NAMED, accepted, cases, outcome_of

_BY_CIRCUMSTANCES = {
    name
    for name, item in BOOK.benchmarks.items()
    if item.select and item.percentages is None and not item.shift
}
_HEAVIER = sorted(name for name, item in BOOK.circumstances.items() if item.effect == "heavier")
_LIGHTER = sorted(name for name, item in BOOK.circumstances.items() if item.effect == "lighter")
_SINGLE = cases(1, already_fined=False, named=FINING)


def _fines(finding: Finding) -> list[FineResult]:
    return [*finding.fines, *finding.alternative]


def _comparable(before: Assessment, after: Assessment) -> list[tuple[FineResult, FineResult]]:
    """The fines of the act in both cases, clause by clause, where circumstances place them."""
    one, other = before.acts[0], after.acts[0]
    assume(one.status == other.status and one.governing_clause == other.governing_clause)
    pairs = []
    for left, right in zip(one.findings, other.findings, strict=True):
        if (left.clause, left.version, left.status) != (right.clause, right.version, right.status):
            continue
        pairs += list(zip(_fines(left), _fines(right), strict=True))
    return [pair for pair in pairs if pair[0].benchmark == pair[1].benchmark]


def _with_circumstance(stated: dict[str, Any], name: str) -> dict[str, Any]:
    act = stated["acts"][0]
    kind = stated["party"]["kind"]
    assume(name not in act["circumstances"] and kind in BOOK.circumstances[name].parties)
    changed = {**stated, "acts": [{**act, "circumstances": [*act["circumstances"], name]}]}
    assume(accepted(changed))
    return changed


@given(_SINGLE, st.sampled_from(_HEAVIER))
@settings(max_examples=300)
def test_a_heavier_circumstance_never_lowers(stated: dict[str, Any], name: str) -> None:
    before, after = ENGINE.assess(stated), ENGINE.assess(_with_circumstance(stated, name))
    for less, more in _comparable(before, after):
        assert (less.minimum, less.maximum) == (more.minimum, more.maximum)
        if less.benchmark in _BY_CIRCUMSTANCES:
            assert less.recommended <= more.recommended
    if before.benchmark in _BY_CIRCUMSTANCES and before.total.recommended is not None:
        assert after.total.recommended is not None
        assert before.total.recommended <= after.total.recommended


@given(_SINGLE, st.sampled_from(_LIGHTER))
@settings(max_examples=300)
def test_a_lighter_circumstance_never_raises(stated: dict[str, Any], name: str) -> None:
    before, after = ENGINE.assess(stated), ENGINE.assess(_with_circumstance(stated, name))
    for more, less in _comparable(before, after):
        assert (less.minimum, less.maximum) == (more.minimum, more.maximum)
        if less.benchmark in _BY_CIRCUMSTANCES:
            assert less.recommended <= more.recommended
    if before.benchmark in _BY_CIRCUMSTANCES and before.total.recommended is not None:
        assert after.total.recommended is not None
        assert before.total.recommended >= after.total.recommended


_QUANTITIES = {
    key: sorted(
        {
            name
            for clause in versions
            for outcome in clause.outcomes
            for fine in outcome.fines
            for name in fine.needs
        }
    )
    for key, versions in BOOK.clauses.items()
}
_SCALED = [item for item in NAMED if any(_QUANTITIES[key] for key in item[1])]


def _quantities(stated: dict[str, Any]) -> list[str]:
    act = stated["acts"][0]
    keys = (act["clause"],) if "clause" in act else BOOK.by_violation[act["violation"]]
    return sorted({name for key in keys for name in _QUANTITIES[key] if name in act["facts"]})


@given(cases(1, already_fined=False, benchmark=False, named=_SCALED), st.data())
@settings(max_examples=300)
def test_more_workers_or_more_gain_never_cost_less(stated: dict[str, Any], data: st.DataObject) -> None:
    act = stated["acts"][0]
    assume(_quantities(stated))
    name = data.draw(st.sampled_from(_quantities(stated)))
    more = data.draw(st.integers(1, 10**6 if BOOK.vocabulary.facts[name].type == "money" else 50))
    value = act["facts"][name]
    raised = f"{float(value) + more:.2f}" if isinstance(value, str) else value + more
    changed = {**stated, "acts": [{**act, "facts": {**act["facts"], name: raised}}]}
    assume(accepted(changed))
    before, after = ENGINE.assess(stated), ENGINE.assess(changed)
    one, other = before.acts[0], after.acts[0]
    for left, right in zip(one.findings, other.findings, strict=True):
        if (left.clause, left.version, left.status) != (right.clause, right.version, right.status):
            continue
        if outcome_of(before, left.clause) != outcome_of(after, right.clause):
            continue  # the law itself draws a line between them
        assume(len(_fines(left)) == len(_fines(right)))
        for less, greater in zip(_fines(left), _fines(right), strict=True):
            assert less.minimum * less.persons <= greater.minimum * greater.persons
            assert less.maximum * less.persons <= greater.maximum * greater.persons
            if less.benchmark is None or less.benchmark in _BY_CIRCUMSTANCES:
                assert less.recommended * less.persons <= greater.recommended * greater.persons
        assert (left.confiscate or 0) <= (right.confiscate or 0)
