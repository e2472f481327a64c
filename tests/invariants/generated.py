"""Cases over the whole shipped rulebook, drawn at random: parties, days, facts, circumstances, earlier penalties, benchmarks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from penalty_engine import Assessment, CaseError, Engine
from penalty_engine.assessment import ActResult, Finding, Step
from penalty_engine.rulebook.catalogue_records import Fact
from tests.conftest import RULES
from tests.engine.cases import facts_of

Json = dict[str, Any]

ENGINE = Engine.load(RULES, "native")
BOOK = ENGINE.rulebook
KINDS = ("organization", "sole_trader", "individual")

_CHANGES = sorted(
    {
        day
        for versions in BOOK.clauses.values()
        for clause in versions
        for day in (clause.statute.period.first, clause.statute.period.last)
        if day is not None
    }
)
_DAYS = sorted({day + timedelta(days=more) for day in _CHANGES for more in (-1, 0, 1)} | {date(2025, 5, 31)})
_LATER = (
    "discovered_on",
    "filed_on",
    "order_served_on",
    "order_due_on",
    "corrected_on",
    "paid_on",
    "notice_served_on",
    "decided_on",
    "served_on",
    "fine_paid_on",
)
_ALWAYS = ("illegal_gain", "prior_same_violations", "age_at_act")
_MONEY = st.sampled_from([0, "0.01", 1, 10000, "10000.01", 30000, 50000]) | st.integers(0, 10**9).map(
    lambda fen: f"{fen // 100}.{fen % 100:02d}"
)
_COUNT = st.sampled_from([0, 1, 2, 3, 7]) | st.integers(0, 400)


def value(fact: Fact) -> st.SearchStrategy[Any]:
    """What may be stated of a fact."""
    if fact.type == "money":
        return _MONEY
    if fact.type == "boolean":
        return st.booleans()
    if fact.type == "choice":
        return st.sampled_from(sorted(fact.choices))
    return st.integers(0, 90) if fact.id in ("age_at_act", "prior_same_violations") else _COUNT


def stated_facts(clauses: Sequence[str]) -> st.SearchStrategy[Json]:
    """The facts these clauses look at: most often all of them, else some."""
    known = BOOK.vocabulary.facts
    own = {name: value(known[name]) for name in facts_of(ENGINE, clauses)}
    more = {name: value(known[name]) for name in _ALWAYS if name not in own}
    every = st.fixed_dictionaries(own, optional=more)
    return st.one_of(every, every, every, st.fixed_dictionaries({}, optional={**own, **more}))


_NAMED: list[tuple[Json, tuple[str, ...]]] = [
    *(({"clause": key}, (key,)) for key in BOOK.clauses),
    *(({"violation": key}, clauses) for key, clauses in BOOK.by_violation.items()),
    *(({"violation": key}, clauses) for key, clauses in BOOK.by_violation.items()),  # the usual way
]


def acts(kind: str) -> st.SearchStrategy[Json]:
    """Acts under any violation or clause, with circumstances that may concern the party."""
    fitting = sorted(
        name for name, item in BOOK.circumstances.items() if kind in item.parties and not _computed(name)
    )
    circumstances = st.lists(st.sampled_from(fitting), max_size=4, unique=True)

    def stated(chosen: tuple[Json, tuple[str, ...]]) -> st.SearchStrategy[Json]:
        name, clauses = chosen
        return st.builds(
            lambda facts, found: {**name, "facts": facts, "circumstances": found},
            stated_facts(clauses),
            circumstances,
        )

    return st.sampled_from(_NAMED).flatmap(stated)


def _computed(circumstance: str) -> bool:
    """Whether only the engine establishes it, from facts nobody can state."""
    when = BOOK.circumstances[circumstance].when
    return when is not None and circumstance.endswith("limitation-lapsed")


def timelines(decided: bool | None = None) -> st.SearchStrategy[Json]:
    """Days in their order around the days on which statutes change."""

    def built(to: date, before: int | None, steps: list[int | None]) -> Json:
        found, day = {"conduct_to": to}, to
        if before is not None:
            found["conduct_from"] = to - timedelta(days=before)
        for name, step in zip(_LATER, steps, strict=True):
            if name == "decided_on" and decided is not None:
                step = (step or 200) if decided else None
            if step is not None:
                day += timedelta(days=step)
                found[name] = day
        return {name: item.isoformat() for name, item in found.items()}

    gaps = st.none() | st.sampled_from([0, 1, 5, 30, 400, 1500])
    return st.builds(
        built,
        st.sampled_from(_DAYS),
        st.none() | st.integers(0, 900),
        st.lists(gaps, min_size=10, max_size=10),
    )


_PRIOR = st.lists(
    st.builds(
        lambda violation, day: {"violation": violation, "decided_on": day.isoformat()},
        st.sampled_from(sorted(BOOK.violations)),
        st.sampled_from(_DAYS),
    ),
    max_size=3,
)
_ELECTIONS = st.fixed_dictionaries(
    {},
    optional={
        name: st.booleans()
        for name in ("mitigate", "first_violation_exemption", "complicated", "depart_from_benchmark")
    },
)
_FINED = st.fixed_dictionaries({"by": st.just("某局")}, optional={"amount": st.integers(0, 10**6)})


def cases(
    most: int = 3,
    *,
    decided: bool | None = None,
    benchmark: bool = True,
    already_fined: bool = True,
    elections: bool = True,
) -> st.SearchStrategy[Json]:
    """Whole cases that the engine accepts."""

    def of_kind(kind: str) -> st.SearchStrategy[Json]:
        party = st.fixed_dictionaries(
            {"kind": st.just(kind)},
            optional={}
            if kind == "organization"
            else {"born_on": st.sampled_from(["1980-02-29", "2004-06-01"])},
        )
        fined = st.none() | _FINED if already_fined else st.none()
        act = st.builds(
            lambda one, two: one if two is None else {**one, "already_fined": two}, acts(kind), fined
        )
        names = st.none() | st.sampled_from(sorted(BOOK.benchmarks)) if benchmark else st.none()
        return st.builds(
            _case,
            party,
            timelines(decided),
            st.lists(act if most > 1 or already_fined else acts(kind), min_size=1, max_size=most),
            names,
            _PRIOR,
            _ELECTIONS if elections else st.just({}),
        ).filter(accepted)

    return st.sampled_from(KINDS).flatmap(of_kind)


def _case(
    party: Json, timeline: Json, found: list[Json], benchmark: str | None, prior: list[Json], elections: Json
) -> Json:
    stated = {
        "schema": 1,
        "party": party,
        "timeline": timeline,
        "acts": found,
        "elections": elections,
        "prior_penalties": prior,
    }
    return stated if benchmark is None else {**stated, "benchmark": benchmark}


def accepted(case: Json) -> bool:
    """Whether the case does not contradict itself."""
    try:
        ENGINE.assess(case)
    except CaseError:
        return False
    return True


def with_acts(case: Json, change: Callable[[Json], Json]) -> Json:
    """The case with each act changed."""
    return {**case, "acts": [change(item) for item in case["acts"]]}


def outcome_of(assessment: Assessment, clause: str, number: int = 0) -> object:
    """Which outcome of a clause was chosen for an act under the law that is applied."""
    return next(
        (
            step.result
            for step in assessment.trace[number].steps
            if step.step == "clause" and step.rule is not None and step.rule.split("@")[0] == clause
        ),
        None,
    )


def decided_part(finding: Finding) -> tuple[Any, ...]:
    """What a finding imposes, without what is only said of it."""
    return (
        finding.applies,
        finding.status,
        finding.fines,
        finding.confiscate,
        finding.revoke,
        finding.orders,
        finding.measures,
        finding.referred_to,
    )


def imposed(act: ActResult) -> tuple[Any, ...]:
    """What an act comes to."""
    return (act.status, act.governing_clause, [decided_part(item) for item in act.findings])


def act_steps(assessment: Assessment) -> list[Step]:
    """The step of each act."""
    return [step for step in assessment.trace if step.step == "act"]
