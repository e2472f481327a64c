"""Before the pipeline: whether so much time passed before the act was found that no penalty may be imposed any more.

The provisions in force when the act ended decide. Where several do, none but all of them together bar the penalty: a
narrower or lower one takes nothing from another that still allows it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from penalty_engine.assessment import Finding, Step
from penalty_engine.case import Case
from penalty_engine.messages import Message
from penalty_engine.rulebook.circumstance_records import Circumstance
from penalty_engine.rulebook.conditions import Facts, evaluate, open_facts
from penalty_engine.rulebook.procedure_records import Limitation
from penalty_engine.rulebook.records import Rulebook
from penalty_engine.stages.periods import last_day
from penalty_engine.stages.unverified import unverified


class Limited(NamedTuple):
    """What time has done to one act: facts for the rules, those still needed to tell, what to say of it, and steps."""

    facts: Mapping[str, bool]
    awaited: tuple[str, ...]
    warnings: tuple[Message, ...]
    steps: tuple[Step, ...]


UNLIMITED = Limited({}, (), (), ())
_UNTOUCHED = ("referred", "set-aside")
_SHORTEST = timedelta(days=365)  # of a year


class _Running(NamedTuple):
    """One period in this case. ``longer``: its last day where it is extended; ``stopped``: the first known day that stops it;
    ``surely``: the first of those of which the provision itself speaks."""

    item: Limitation
    start: date
    last: date
    longer: date | None
    stopped: tuple[str, date] | None
    surely: date | None

    def state(self, facts: Facts) -> str:
        """``undated``: no day stops it; ``running``, ``lapsed``; ``open``: that hangs on facts not known."""
        if self.stopped is None:
            return "undated"
        if self.stopped[1] <= self.last:
            return "running"
        extended = self.item.extended
        if self.longer is None or extended is None or self.stopped[1] > self.longer:
            return "lapsed"
        truth = evaluate(extended.when, facts)
        return "open" if truth is None else "running" if truth else "lapsed"

    def open_facts(self, facts: Facts) -> tuple[str, ...]:
        return () if self.item.extended is None else open_facts(self.item.extended.when, facts)


class Limitations:
    """The periods of one case, the same for all its acts but for the facts that extend them."""

    def __init__(self, rulebook: Rulebook, case: Case) -> None:
        days = case.timeline
        self._same: Limited | None = UNLIMITED
        stopped = any(getattr(days, name) is not None for item in rulebook.limitations for name in item.until)
        years = min((item.years for item in rulebook.limitations), default=0)
        if days.decided_on is None and not stopped:
            return  # nothing in the case stops a period
        lapse = None if days.decided_on is None else days.decided_on - days.conduct_to
        if not stopped and lapse is not None and lapse < _SHORTEST * years:
            return  # decided before any of them can have run
        self._facts = [item.establishes for item in rulebook.limitations if item.establishes]
        self._periods = _periods(rulebook, case)
        self._undated = _undated(self._periods, case)
        self._doubted = tuple(_doubted(self._periods, days.decided_on))
        settled = all(item.state({}) != "open" for item in self._periods)
        self._same = self._limited({}) if settled else None

    def of_act(self, facts: Facts) -> Limited:
        """What they mean for one act."""
        return self._same or self._limited(facts)

    def _limited(self, facts: Facts) -> Limited:
        states = [(period, period.state(facts)) for period in self._periods]
        steps = tuple(_step(period, state) for period, state in states if period.stopped is not None)
        lapsed = [period.item for period, state in states if state == "lapsed"]
        reported = [item for item in lapsed if item.establishes is None]
        deciding = {state for period, state in states if period.item.establishes}
        if "running" in deciding:
            told = (*_told(reported), *_outranked(states), *self._undated, *self._doubted)
            return Limited(dict.fromkeys(self._facts, False), (), told, steps)
        if deciding == {"lapsed"}:
            barred = {item.establishes for item in lapsed}
            return Limited({name: name in barred for name in self._facts}, (), _told(lapsed), steps)
        awaited = [] if "undated" in deciding else _awaited(states, facts)
        return Limited({}, tuple(dict.fromkeys(awaited)), (*_told(reported), *self._undated), steps)


def _told(items: Sequence[Limitation]) -> tuple[Message, ...]:
    return tuple(Message("limitation", {"warning": item.warning, "basis": item.basis.cite}) for item in items)


def _awaited(states: Sequence[tuple[_Running, str]], facts: Facts) -> list[str]:
    return [name for period, state in states if state == "open" for name in period.open_facts(facts)]


def _outranked(states: Sequence[tuple[_Running, str]]) -> tuple[Message, ...]:
    """One period has run, but another provision still allows the penalty."""
    deciding = [(period.item.basis.cite, state) for period, state in states if period.item.establishes]
    run = [cite for cite, state in deciding if state == "lapsed"]
    still = [cite for cite, state in deciding if state == "running"]
    return (Message("limitation-still-open", {"run": run, "still": still}),) if run else ()


def _undated(periods: Sequence[_Running], case: Case) -> tuple[Message, ...]:
    """The decision comes so late that a period may have run, but no day says when the act was found."""
    decided = case.timeline.decided_on
    open_ones = [
        item for item in periods if item.stopped is None and decided is not None and decided > item.last
    ]
    if not open_ones:
        return ()
    first = open_ones[0]
    params = {
        "start": first.start,
        "decided": decided,
        "years": first.item.years,
        "basis": first.item.basis.cite,
        "days": list(first.item.until),
    }
    return (Message("limitation-day-unknown", params),)


def _doubted(periods: Sequence[_Running], decided: date | None) -> Iterator[Message]:
    """Periods stopped in time by nothing but a day of which the provision does not speak."""
    for period in periods:
        surely = decided if period.surely is None else period.surely
        if period.item.doubtful is None or period.stopped is None or surely is None:
            continue
        days, source = period.item.doubtful
        name, day = period.stopped
        if name in days and day <= period.last < surely and not source.verified:
            params = {"name": name, "day": day, "basis": period.item.basis.cite}
            yield unverified(Message("subject-found", params), source)


def _periods(rulebook: Rulebook, case: Case) -> list[_Running]:
    """The periods in force when the act ended; all of them where none was."""
    known, day = rulebook.limitations, case.timeline.conduct_to
    in_force: Sequence[Limitation] = [item for item in known if item.basis.period.covers(day)] or known
    return [_running(item, start, case) for item in in_force if (start := _day(case, item.start)) is not None]


def _day(case: Case, name: str) -> date | None:
    found: date | None = getattr(case.timeline, name)
    return found


def _running(item: Limitation, start: date, case: Case) -> _Running:
    stops = [(day, name) for name in item.until if (day := _day(case, name)) is not None]
    stopped = min(stops, default=None)
    doubtful = () if item.doubtful is None else item.doubtful[0]
    return _Running(
        item,
        start,
        last_day(start, item.years, "years"),
        None if item.extended is None else last_day(start, item.extended.years, "years"),
        None if stopped is None else (stopped[1], stopped[0]),
        min((day for day, name in stops if name not in doubtful), default=None),
    )


def _step(period: _Running, state: str) -> Step:
    item, stopped = period.item, period.stopped
    assert stopped is not None  # only such periods have a step
    inputs: dict[str, object] = {"basis": item.basis.cite, "years": item.years, item.start: period.start}
    inputs.update({"last_day": period.last, stopped[0]: stopped[1]})
    if item.extended is not None and period.longer is not None and stopped[1] > period.last:
        inputs.update({"extended_years": item.extended.years, "extended_last_day": period.longer})
    return Step("limitation", item.establishes, item.basis.article, item.place, inputs, state)


def no_longer_pursued(findings: list[Finding], exempting: Sequence[Circumstance]) -> list[Finding]:
    """Findings without orders and payments where nothing at all is pursued any more; another body's case stays its own."""
    if not any(item.ends_pursuit for item in exempting):
        return findings
    return [item if item.status in _UNTOUCHED else _left_alone(item) for item in findings]


def _left_alone(finding: Finding) -> Finding:
    status = "exempt" if finding.applies else finding.status
    return finding._replace(status=status, orders=(), measures=(), payments=())


def held_back(findings: list[Finding], limited: Limited) -> list[Finding]:
    """Findings without penalties as long as it cannot be told whether any may still be imposed."""
    if not limited.awaited:
        return findings
    return [_waiting(item, limited.awaited) for item in findings]


def _waiting(finding: Finding, awaited: tuple[str, ...]) -> Finding:
    if finding.status == "needs-facts":
        missing = dict.fromkeys((*finding.missing_facts, *awaited))
        return finding._replace(missing_facts=tuple(missing))
    penalties = finding.fines or finding.confiscate is not None or finding.revoke is not None
    if finding.applies and (penalties or any(item.penalty for item in finding.measures)):
        return finding._replace(
            applies=False,
            status="needs-facts",
            reason=None,
            fines=(),
            confiscate=None,
            revoke=None,
            measures=(),
            payments=(),
            alternative=(),
            missing_facts=awaited,
        )
    return finding
