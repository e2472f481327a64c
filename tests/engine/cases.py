"""Cases over the shipped rules, built in a line, and generated."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from penalty_engine import Assessment, Engine
from penalty_engine.assessment import Finding, FineResult
from penalty_engine.rulebook.catalogue_records import Fact

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
_SPELLS = st.lists(
    st.tuples(st.dates(date(2012, 1, 1), date(2022, 1, 1)), st.integers(min_value=0, max_value=900)).map(
        lambda found: {
            "from": found[0].isoformat(),
            "to": (found[0] + timedelta(days=found[1])).isoformat(),
        }
    ),
    min_size=1,
    max_size=4,
)


def _value(fact: Fact) -> st.SearchStrategy[Any]:
    """What may be stated of a fact."""
    if fact.type == "money":
        return _YUAN | st.sampled_from([0, "0.01", "0.03", 1, 100, 36000])
    if fact.type == "boolean":
        return st.booleans()
    if fact.type == "choice":
        return st.sampled_from(sorted(fact.choices))
    if fact.id in ("age_at_act", "prior_same_violations"):
        return st.integers(min_value=0, max_value=100)
    return _SMALL if fact.spells is None else _SMALL | _SPELLS


def acts(engine: Engine) -> st.SearchStrategy[dict[str, Any]]:
    """Acts under any clause or violation, with any facts known or unknown and any circumstances."""
    book = engine.rulebook
    named = [({"clause": key}, facts_of(engine, (key,))) for key in book.clauses]
    named += [
        ({"violation": key}, facts_of(engine, book.by_violation.get(key, ()))) for key in book.violations
    ]
    circumstances = st.sets(st.sampled_from(sorted(book.circumstances)), max_size=4).map(sorted)

    def stated(chosen: tuple[dict[str, str], tuple[str, ...]]) -> st.SearchStrategy[dict[str, Any]]:
        name, used = chosen
        optional = {fact: _value(book.vocabulary.facts[fact]) for fact in (*used, *_ALWAYS)}
        return st.builds(
            lambda known, found: {**name, "facts": known, "circumstances": found},
            st.fixed_dictionaries({}, optional=optional),
            circumstances,
        )

    return st.sampled_from(named).flatmap(stated)


_ALWAYS = ("age_at_act", "prior_same_violations", "illegal_gain")


def facts_of(engine: Engine, clauses: Iterable[str]) -> tuple[str, ...]:
    """The facts of the vocabulary that these clauses look at."""
    book = engine.rulebook
    used = {name for key in clauses for clause in book.clauses[key] for name in clause.used_facts}
    stated = {
        name for name in used if name in book.vocabulary.facts and not book.vocabulary.facts[name].computed
    }
    wholes = {spells.of for name in stated if (spells := book.vocabulary.facts[name].spells) is not None}
    return tuple(sorted(stated | {name for name in wholes if name is not None}))


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
    days = st.sampled_from(
        ["2003-01-01", "2013-06-30", "2013-07-01", "2016-05-31", "2022-11-30", "2022-12-01", "2023-01-20"]
    )
    later = st.fixed_dictionaries(
        {},
        optional={
            "order_served_on": st.just("2023-01-20"),
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
