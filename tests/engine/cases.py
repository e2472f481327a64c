"""Cases over the shipped rules, built in a line, and generated."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from penalty_engine import Assessment, Engine
from penalty_engine.assessment import Finding, FineResult

LIGHTER = (
    "harm-removed",
    "coerced-or-tricked",
    "confessed-unknown",
    "meritorious-help",
    "other-lighter-by-law",
)
HEAVIER = (
    "obstruction",
    "evidence-destroyed",
    "false-evidence",
    "continued-after-order",
    "retaliation",
    "emergency-measures-broken",
)
GRAVEST = ("mass-incident",)
EXEMPTING = ("unaccountable", "minor-and-corrected", "first-violation", "no-fault")


def case(
    *acts: dict[str, Any],
    party: str = "organization",
    authority: str = "longyao-hrss",
    to: str = "2016-05-31",
    elections: dict[str, bool] | None = None,
    **timeline: str,
) -> dict[str, Any]:
    """A case of the contract; an act is what stands in `acts`."""
    return {
        "schema": 1,
        "authority": authority,
        "party": {"kind": party},
        "timeline": {"conduct_to": to, **timeline},
        "acts": list(acts),
        "elections": elections or {},
    }


def act(clause: str, *circumstances: str, **facts: Any) -> dict[str, Any]:
    """One act under a clause."""
    return {"clause": clause, "facts": facts, "circumstances": list(circumstances)}


def hebei(item: int, *circumstances: str, **facts: Any) -> dict[str, Any]:
    """An act under 河北省劳动力市场管理条例 25."""
    return act(f"hebei-labour-market-regulation/25.{item}", *circumstances, **facts)


def dispatch(paragraph: int, *circumstances: str, **facts: Any) -> dict[str, Any]:
    """An act under 劳动合同法 92."""
    return act(f"labour-contract-law/92.{paragraph}", *circumstances, **facts)


def only(assessment: Assessment) -> Finding:
    """The finding of a case with one act and one clause."""
    assert len(assessment.acts) == 1
    assert len(assessment.acts[0].findings) == 1
    return assessment.acts[0].findings[0]


def fine(assessment: Assessment) -> FineResult:
    """The one fine of a case."""
    found = only(assessment).fines
    assert len(found) == 1
    return found[0]


def codes(assessment: Assessment) -> list[str]:
    """The codes of the warnings."""
    return [message.code for message in assessment.warnings]


_YUAN = st.integers(min_value=0, max_value=10**14).map(lambda fen: f"{fen // 100}.{fen % 100:02d}")
_SMALL = st.sampled_from([0, 1, 2, 5, 10, 99, 10**7]) | st.integers(min_value=0, max_value=500)
_VALUES: dict[str, st.SearchStrategy[Any]] = {
    "illegal_gain": _YUAN | st.sampled_from([0, "0.01", "0.03", 1, 100, 36000]),
    "persons_introduced": _SMALL,
    "dispatched_workers": _SMALL,
    "failed_to_correct": st.booleans(),
    "serious": st.booleans(),
    "other_law_prescribes": st.booleans(),
    "party_role": st.sampled_from(["dispatch_agency", "host_employer"]),
    "age_at_act": st.integers(min_value=0, max_value=100),
    "prior_same_violations": st.integers(min_value=0, max_value=3),
}


def acts(engine: Engine) -> st.SearchStrategy[dict[str, Any]]:
    """Acts under any clause or violation, with any facts known or unknown and any circumstances."""
    named = st.sampled_from(
        [{"clause": key} for key in engine.rulebook.clauses]
        + [{"violation": key} for key in engine.rulebook.violations]
    )
    facts = st.fixed_dictionaries({}, optional=_VALUES)
    circumstances = st.sets(st.sampled_from(sorted(engine.rulebook.circumstances)), max_size=4).map(sorted)
    return st.builds(
        lambda name, known, found: {**name, "facts": known, "circumstances": found},
        named,
        facts,
        circumstances,
    )


def _fitting(engine: Engine, item: dict[str, Any], kind: str) -> dict[str, Any]:
    """The act without circumstances that cannot concern this kind of party."""
    known = engine.rulebook.circumstances
    return {**item, "circumstances": [name for name in item["circumstances"] if kind in known[name].parties]}


def cases(engine: Engine, most: int = 3) -> st.SearchStrategy[dict[str, Any]]:
    """Whole cases."""
    elections = st.fixed_dictionaries(
        {},
        optional={
            name: st.booleans()
            for name in ("mitigate", "first_violation_exemption", "complicated", "public_interest")
        },
    )
    kinds = st.sampled_from(["organization", "sole_trader", "individual"])
    days = st.sampled_from(["2013-06-30", "2013-07-01", "2016-05-31", "2022-11-30", "2022-12-01"])
    later = st.fixed_dictionaries(
        {},
        optional={
            "filed_on": st.just("2023-01-31"),
            "notice_served_on": st.just("2023-02-28"),
            "decided_on": st.just("2023-03-31"),
            "served_on": st.just("2023-08-31"),
        },
    )
    return st.builds(
        lambda found, kind, day, timeline, elected: case(
            *(_fitting(engine, item, kind) for item in found),
            party=kind,
            to=day,
            elections=elected,
            **timeline,
        ),
        st.lists(acts(engine), min_size=1, max_size=most),
        kinds,
        days,
        later,
        elections,
    )
