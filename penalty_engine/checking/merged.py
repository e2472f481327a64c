"""The case as the decision has it: with the days of its steps and its elections, every name it uses resolved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from penalty_engine.case import Act, Case, Elections
from penalty_engine.case_papers import Hearing
from penalty_engine.checking.file import Path_, ReadDecision
from penalty_engine.diagnostics import Diagnostic, nearest
from penalty_engine.errors import CaseError
from penalty_engine.messages import Message
from penalty_engine.rulebook.condition_reader import shown
from penalty_engine.rulebook.records import Rulebook

DAYS: Mapping[str, Path_] = {
    "filed_on": ("steps", "filed_on"),
    "notice_served_on": ("steps", "prior_notice", "served_on"),
    "hearing_requested_on": ("steps", "hearing", "requested_on"),
    "hearing_notice_served_on": ("steps", "hearing", "notice_served_on"),
    "hearing_on": ("steps", "hearing", "held_on"),
    "decided_on": ("steps", "decided_on"),
    "served_on": ("steps", "served_on"),
}
"""The days of a timeline that a decision states, and where."""
_BEFORE_THE_DECISION = (
    "notice_served_on",
    "hearing_requested_on",
    "hearing_notice_served_on",
    "hearing_on",
)


def stated_days(found: ReadDecision) -> dict[str, date]:
    """The days the decision itself states."""
    days = {}
    for day, path in DAYS.items():
        value: Any = found.decision
        for name in path:
            value = None if value is None else getattr(value, str(name))
        if value is not None:
            days[day] = value
    return days


def merged_case(found: ReadDecision, rulebook: Rulebook) -> Case:
    """The case with what the decision adds. Raises CaseError for names the rules do not know and for days that disagree."""
    days = stated_days(found)
    wrong = [*_unknown(found, rulebook), *_disagreeing(found, days)]
    if wrong:
        raise CaseError(wrong)
    decided = days.get("decided_on", found.case.timeline.decided_on)
    # a step that came too late is a finding about the decision; in a case it would be a contradiction
    late = {
        name for name in _BEFORE_THE_DECISION if decided is not None and days.get(name, decided) > decided
    }
    timeline = {name: day for name, day in days.items() if name not in late}
    return found.case.model_copy(
        update={
            "timeline": found.case.timeline.model_copy(update=timeline),
            "hearing": _hearing(found),
            "elections": _elections(found, rulebook),
            "acts": [_open_to_cited(found, rulebook, index) for index in range(len(found.case.acts))],
        }
    )


def _hearing(found: ReadDecision) -> Hearing | None:
    """The hearing of the case; one that the decision says was given up was not asked for."""
    if not found.decision.steps.hearing.waived:
        return found.case.hearing
    return (found.case.hearing or Hearing()).model_copy(update={"requested": False})


def _elections(found: ReadDecision, rulebook: Rulebook) -> Elections:
    """What the case or the decision elects; a decision not to punish on a ground that must be elected elects it."""
    both = (found.case.elections, found.decision.elections)
    names = {name: any(getattr(item, name) for item in both) for name in Elections.model_fields}
    for entry in found.decision.acts:
        ground = None if entry.no_penalty is None else rulebook.circumstances[entry.no_penalty]
        if ground is not None and ground.election is not None:
            names[ground.election] = True
    return Elections(**names)


def _open_to_cited(found: ReadDecision, rulebook: Rulebook, index: int) -> Act:
    """The act; where the decision cites another clause for it than the case, under any clause of its violation."""
    act = found.case.acts[index]
    cited = {entry.clause for entry in found.decision.acts if entry.act == index + 1} - {None}
    if act.clause is None or not cited or cited == {act.clause} or act.clause not in rulebook.clauses:
        return act
    violation = act.violation or rulebook.clauses[act.clause][-1].violation
    if cited - set(rulebook.by_violation.get(violation, ())):
        return act
    return act.model_copy(update={"violation": violation, "clause": None})


def _disagreeing(found: ReadDecision, days: Mapping[str, date]) -> Iterator[Diagnostic]:
    for name, day in days.items():
        stated: date | None = getattr(found.case.timeline, name)
        if stated is not None and stated != day:
            yield found.wrong(DAYS[name], "decision-day-differs", day=day, name=name, stated=stated)


def _unknown(found: ReadDecision, rulebook: Rulebook) -> Iterator[Diagnostic]:
    """Every name that the rules do not have, with the nearest one; acts that the case does not have."""
    words = rulebook.vocabulary
    tiers = [tier.id for item in rulebook.benchmarks.values() for tier in item.tiers]
    tiers += [item.mitigated_id for item in rulebook.benchmarks.values()]
    for index, entry in enumerate(found.decision.acts):
        path: Path_ = ("acts", index)
        if entry.act > len(found.case.acts):
            count = len(found.case.acts)
            yield found.wrong((*path, "act"), "decision-no-such-act", number=entry.act, count=count)
        one: tuple[tuple[str, str | None, Iterable[str]], ...] = (
            ("clause", entry.clause, rulebook.clauses),
            ("tier", entry.tier, tiers),
            ("revoke", entry.revoke, words.licences),
            ("no_penalty", entry.no_penalty, rulebook.circumstances),
        )
        for field, name, known in one:
            if name is not None and name not in set(known):
                yield _unknown_name(found, (*path, field), name, known)
        for field, names, known in (
            ("orders", entry.orders, words.orders),
            ("measures", entry.measures, words.measures),
        ):
            for position, name in enumerate(names):
                if name not in known:
                    yield _unknown_name(found, (*path, field, position), name, known)


def _unknown_name(found: ReadDecision, path: Path_, name: str, known: Iterable[str]) -> Diagnostic:
    kind = Message(f"check-kind-{path[2]}")
    return found.wrong(path, "decision-unknown", kind=kind, name=shown(name), nearest=nearest(name, known))
