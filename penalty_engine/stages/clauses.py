"""Stage 2: which clauses apply, by inference over the facts, and which facts are still needed to tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from penalty_engine.assessment import Step
from penalty_engine.errors import EngineError
from penalty_engine.inference.rules import Firings, entry_rule
from penalty_engine.messages import Message
from penalty_engine.rulebook.condition_reader import circumstance_of
from penalty_engine.rulebook.conditions import Condition, Facts, FactTest, first_failure, open_facts
from penalty_engine.rulebook.records import Clause, Measure, Outcome, Rulebook
from penalty_engine.stages.told import label, stated, word


class Match(NamedTuple):
    """A clause against the facts. Exactly one of: an outcome; a reason why not; missing facts."""

    clause: Clause
    outcome: Outcome | None
    revoke: str | None
    doubled: frozenset[str]
    measures: tuple[Measure, ...]
    reason: Message | None
    missing: tuple[str, ...]
    step: Step


def match(clause: Clause, firings: Firings, facts: Facts, rulebook: Rulebook) -> Match:
    """Hold one clause against the firings. Raises EngineError where its outcomes contradict each other or leave a gap."""
    entry = firings.get(entry_rule(clause))
    if entry is False and clause.entry is not None:
        failure = first_failure(clause.entry, facts)
        return _result(rulebook, clause, facts, reason=_why(clause, failure, facts, rulebook))
    if entry is None and clause.entry is not None:
        return _result(rulebook, clause, facts, missing=open_facts(clause.entry, facts))
    outcome, undecided = _choose(clause, firings)
    if outcome is None:
        return _result(rulebook, clause, facts, missing=_needed_for_any(undecided, facts))
    missing = _needed(outcome, firings, facts)
    if missing:
        return _result(rulebook, clause, facts, missing=missing)._replace(revoke=_revoked(outcome, firings))
    doubled = frozenset(fine.double_rule for fine in outcome.fines if firings.get(fine.double_rule))
    applied = _result(rulebook, clause, facts, outcome=outcome)
    measures = tuple(item for item in outcome.measures if item.when is None or firings.get(item.rule) is True)
    return applied._replace(revoke=_revoked(outcome, firings), doubled=doubled, measures=measures)


def _revoked(outcome: Outcome, firings: Firings) -> str | None:
    """The licence that is lost, as far as that is certain."""
    revocation = outcome.revoke
    return revocation.licence if revocation is not None and firings.get(revocation.rule) else None


def _choose(clause: Clause, firings: Firings) -> tuple[Outcome | None, list[Outcome]]:
    """The outcome that holds, or those the facts leave undecided."""
    holding: list[Outcome] = []
    undecided: list[Outcome] = []
    for outcome in clause.outcomes:
        truth = firings.get(outcome.rule)
        if truth:
            holding.append(outcome)
            if clause.hit_policy == "first":
                break
        elif truth is None:
            undecided.append(outcome)
    if len(holding) > 1:
        places = {"clause": clause.key, "first": str(holding[0].place), "second": str(holding[1].place)}
        raise EngineError(Message("two-outcomes", places))
    if holding and not (undecided and clause.hit_policy == "first"):
        return holding[0], []
    if not holding and not undecided:
        raise EngineError(Message("no-outcome", {"clause": clause.key, "place": str(clause.place)}))
    return None, undecided


def _needed_for_any(outcomes: list[Outcome], facts: Facts) -> tuple[str, ...]:
    """What decides between the outcomes still possible, and the quantities that every one of them needs."""
    conditions = [name for outcome in outcomes for name in open_facts(outcome.when, facts)]
    quantities = [_quantities(outcome) for outcome in outcomes]
    common = [
        name for name in quantities[0] if name not in facts and all(name in others for others in quantities)
    ]
    return tuple(dict.fromkeys([*conditions, *common]))


def _needed(outcome: Outcome, firings: Firings, facts: Facts) -> tuple[str, ...]:
    names = [name for name in _quantities(outcome) if name not in facts]
    for condition, rule in _side_conditions(outcome):
        if rule not in firings:
            names.extend(open_facts(condition, facts))
    return tuple(dict.fromkeys(names))


def _quantities(outcome: Outcome) -> list[str]:
    names = [outcome.confiscate] if outcome.confiscate else []
    names += [name for fine in outcome.fines for name in fine.needs]
    return names + [name for payment in outcome.payments if not payment.if_known for name in payment.needs]


def _side_conditions(outcome: Outcome) -> list[tuple[Condition, str]]:
    found = [(fine.double_when, fine.double_rule) for fine in outcome.fines if fine.double_when is not None]
    if outcome.revoke is not None and outcome.revoke.when is not None:
        found.append((outcome.revoke.when, outcome.revoke.rule))
    found += [(item.when, item.rule) for item in outcome.measures if item.when is not None]
    return found


def _result(
    rulebook: Rulebook,
    clause: Clause,
    facts: Facts,
    outcome: Outcome | None = None,
    reason: Message | None = None,
    missing: tuple[str, ...] = (),
) -> Match:
    used = stated(rulebook, facts, clause.used_facts)
    missing = tuple(dict.fromkeys(askable(rulebook, missing, facts)))
    result = outcome.rule if outcome is not None else reason if reason is not None else list(missing)
    step = Step(
        "clause",
        clause.rule,
        clause.article,
        outcome.place if outcome is not None else clause.place,
        used,
        result,
    )
    return Match(clause, outcome, None, frozenset(), (), reason, missing, step)


def askable(
    rulebook: Rulebook, names: Iterable[str], facts: Facts, within: tuple[str, ...] = ()
) -> Iterator[str]:
    """`names` with each circumstance replaced by the facts from which it would follow."""
    for name in names:
        circumstance = circumstance_of(name)
        if circumstance is None:
            yield name
            continue
        when = rulebook.circumstances[circumstance].when
        if when is not None and name not in within:
            yield from askable(rulebook, open_facts(when, facts), facts, (*within, name))


def _why(clause: Clause, failure: FactTest | None, facts: Facts, rulebook: Rulebook) -> Message:
    assert failure is not None  # a failing tree has a failing test
    name = failure.fact
    params = {
        "article": clause.article,
        "fact": label(rulebook, name),
        "op": Message(f"op-{failure.op}"),
        "value": word(rulebook, name, failure.value),
        "actual": word(rulebook, name, facts[name]),
    }
    return Message("entry-fails", params)
