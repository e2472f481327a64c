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
_DAYS = sorted({day + timedelta(days=more) for day in _CHANGES for more in (-1, 0, 1)})
_RECENT = [date(2016, 5, 31), date(2022, 11, 30), date(2023, 5, 31), date(2025, 5, 31), date(2025, 12, 31)]
_OLD = [date(2016, 5, 31), date(2018, 9, 30)]  # before most of what is held today
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
_MONEY = st.sampled_from([0, "0.01", 1, 10000, "10000.01", 30000, 50000]) | st.integers(1, 10**9).map(
    lambda fen: f"{fen // 100}.{fen % 100:02d}"
)
_COUNT = st.sampled_from([0, 1, 2, 3, 7]) | st.integers(1, 400)


def value(fact: Fact) -> st.SearchStrategy[Any]:
    """What may be stated of a fact."""
    if fact.type == "money":
        return _MONEY
    if fact.id == "failed_to_correct":
        return st.sampled_from([True, True, True, False])
    if fact.type == "boolean":
        return st.booleans()
    if fact.type == "choice":
        return st.sampled_from(sorted(fact.choices))
    if fact.id == "age_at_act":
        return st.sampled_from([13, 14, 17, 18, 40, 40, 40])
    return st.sampled_from([0, 0, 1, 2]) if fact.id == "prior_same_violations" else _COUNT


_ALWAYS = ("illegal_gain", "prior_same_violations", "age_at_act")


def stated_facts(clauses: Sequence[str]) -> st.SearchStrategy[Json]:
    """The facts these clauses look at: most often all of them, else some."""
    known = BOOK.vocabulary.facts
    own = {name: value(known[name]) for name in facts_of(ENGINE, clauses)}
    more = {name: value(known[name]) for name in _ALWAYS if name not in own}
    every = st.fixed_dictionaries(own, optional=more)
    return st.one_of(*[every] * 6, st.fixed_dictionaries({}, optional={**own, **more}))


Named = tuple[Json, tuple[str, ...]]
"""How an act is named, and the clauses it may fall under."""

NAMED: list[Named] = [
    *(({"violation": key}, clauses) for key, clauses in BOOK.by_violation.items()),
    *(({"clause": key}, (key,)) for key in BOOK.clauses),
]


def _fines(named: Named) -> bool:
    return any(
        outcome.fines and not outcome.fines[0].unspecified
        for key in named[1]
        for clause in BOOK.clauses[key]
        for outcome in clause.outcomes
    )


FINING = [item for item in NAMED if _fines(item)]
"""Those that fine, whose sums can be compared."""


def _days_held(named: Named) -> set[date | None]:
    """The first days in force of the texts under which an act may fall."""
    versions = [clause for key in named[1] for clause in BOOK.clauses[key]]
    return {clause.statute.period.first for clause in versions if clause.not_obtained is None}


CHANGED = [item for item in NAMED if len(_days_held(item)) > 1]
"""Those whose law changed on some day from one text to another."""

_USUAL = NAMED + FINING * 3


def _circumstances(kind: str) -> st.SearchStrategy[list[str]]:
    """Circumstances that may concern the party; seldom one that exempts."""
    fitting = {name: item for name, item in BOOK.circumstances.items() if kind in item.parties}
    weighed = sorted(name for name, item in fitting.items() if item.effect != "exempt")
    exempting = sorted(
        name for name, item in fitting.items() if item.effect == "exempt" and item.when is None
    )
    usual = st.lists(st.sampled_from(weighed), max_size=4, unique=True)
    return st.one_of(*[usual] * 5, st.lists(st.sampled_from(weighed + exempting), max_size=3, unique=True))


def acts(kind: str, named: Sequence[Named] = ()) -> st.SearchStrategy[Json]:
    """Acts under any violation or clause (or of those `named`)."""

    def stated(chosen: Named) -> st.SearchStrategy[Json]:
        name, clauses = chosen
        return st.builds(
            lambda facts, found: {**name, "facts": facts, "circumstances": found},
            stated_facts(clauses),
            _circumstances(kind),
        )

    return st.sampled_from(list(named) or _USUAL).flatmap(stated)


def timelines(decided: bool | None = None, changing: bool = False) -> st.SearchStrategy[Json]:
    """Days in their order, some around the days on which statutes change."""

    def built(to: date, before: int | None, steps: list[int | None], long: int) -> Json:
        found, day = {"conduct_to": to}, to
        if before is not None:
            found["conduct_from"] = to - timedelta(days=before)
        for name, step in zip(_LATER, steps, strict=True):
            if name == "decided_on" and decided is not None:
                step = (step or 90) + long if decided else None
            if step is not None:
                day += timedelta(days=step)
                found[name] = day
        return {name: item.isoformat() for name, item in found.items()}

    gaps = st.none() | st.sampled_from([0, 1, 5, 30, 30, 400])
    recent = st.sampled_from(_RECENT)
    any_day = st.sampled_from(_DAYS)
    days = st.one_of(st.sampled_from(_OLD), any_day) if changing else st.one_of(recent, recent, any_day)
    return st.builds(
        built,
        days,
        st.none() | st.integers(0, 900),
        st.lists(gaps, min_size=10, max_size=10),
        st.sampled_from([0, 1000, 3000]),
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
_BENCHMARKS = st.one_of(*[st.none()] * 3, st.sampled_from(sorted(BOOK.benchmarks)))


def cases(
    most: int = 3,
    *,
    decided: bool | None = None,
    benchmark: bool = True,
    already_fined: bool = True,
    changing: bool = False,
    named: Sequence[Named] = (),
) -> st.SearchStrategy[Json]:
    """Whole cases. `decided`: with the day of the decision, often years later, or without it; `changing`: of days around changes."""

    def of_kind(kind: str) -> st.SearchStrategy[Json]:
        party = st.fixed_dictionaries(
            {"kind": st.just(kind)},
            optional={}
            if kind == "organization"
            else {"born_on": st.sampled_from(["1980-02-29", "2004-06-01"])},
        )
        act = acts(kind, named)
        if already_fined:
            fined = st.builds(lambda one, two: {**one, "already_fined": two}, act, _FINED)
            act = st.one_of(*[act] * 5, fined)
        return st.builds(
            _case,
            party,
            timelines(decided, changing),
            st.lists(act, min_size=1, max_size=most),
            _BENCHMARKS if benchmark else st.none(),
            _PRIOR,
            _ELECTIONS,
        )

    return st.sampled_from(KINDS).flatmap(of_kind)


def _case(
    party: Json, timeline: Json, found: list[Json], benchmark: str | None, prior: list[Json], elections: Json
) -> Json:
    """The case, without a birth after the act and earlier penalties after the decision: those are refused."""
    last = timeline.get("decided_on", "9999")
    born_later = party.get("born_on", "") > timeline.get("conduct_from", timeline["conduct_to"])
    stated = {
        "schema": 1,
        "party": {"kind": party["kind"]} if born_later else party,
        "timeline": timeline,
        "acts": found,
        "elections": elections,
        "prior_penalties": [item for item in prior if item["decided_on"] <= last],
    }
    return stated if benchmark is None else {**stated, "benchmark": benchmark}


def accepted(case: Json) -> bool:
    """Whether a case that was changed does not contradict itself."""
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
