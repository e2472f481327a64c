"""How an act ends and what follows: concurrence, what is imposed, totals, duties."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from decimal import Decimal
from typing import Any

from penalty_engine.assessment import ActResult, Finding, FineResult, MeasureResult, Step
from penalty_engine.cli.words import Words
from penalty_engine.messages import Message, Names
from penalty_engine.money import times
from penalty_engine.reasons.sentences import NOTHING, Sentence, Telling, Text, figure, joined, span
from penalty_engine.rulebook.catalogue_records import Conflict

_UNFINED = ("no-fine", "exempt", "not-available", "referred")


def concurrence(telling: Telling, step: Step) -> Iterator[Sentence]:
    """Several fines for one act: the sums compared, and which of them governs."""
    told = tuple(
        Sentence(
            "concurrence",
            Message("explain-highest", {"clause": telling.phrases.cite_key(key), "sum": figure(amount)}),
        )
        for key, amount in step.inputs.items()
    )
    governing = telling.phrases.cite_key(str(step.result))
    text = Message("explain-concurrence", {"count": len(step.inputs), "clause": governing})
    yield Sentence("concurrence", text, telling.principle("one-fine"), step.source, told)


def not_below(telling: Telling, step: Step) -> Iterator[Sentence]:
    """A fine raised to what a clause that gives way makes mandatory."""
    clauses = [name for name in step.inputs if name != "at_least"]
    params = {
        "least": figure(step.inputs["at_least"]),
        "clauses": joined(telling.phrases.cite_key(key) for key in clauses),
        "minimum": figure(step.result["minimum"]),
        "sum": figure(step.result["recommended"]),
    }
    conflict = _conflict_of(telling, clauses)
    place = None if conflict is None else conflict.place
    yield Sentence("not-below", Message("explain-not-below", params), None, place)


def _conflict_of(telling: Telling, clauses: list[str]) -> Conflict | None:
    return next(
        (
            item
            for item in telling.rulebook.conflicts
            if item.at_least_the_others and set(clauses) <= set(item.clauses)
        ),
        None,
    )


def already_fined(telling: Telling, step: Step) -> Iterator[Sentence]:
    """The same act was fined before: there is no second fine."""
    on, amount = step.inputs.get("on"), step.inputs.get("amount")
    params = {
        "by": step.inputs["by"],
        "on": NOTHING if on is None else Message("explain-fined-on", {"day": on}),
        "amount": NOTHING if amount is None else Message("explain-fined-sum", {"sum": figure(amount)}),
    }
    yield Sentence("already-fined", Message("explain-already-fined", params), telling.principle("one-fine"))


def set_aside(telling: Telling, act: ActResult) -> Iterator[Sentence]:
    """Clauses whose conditions may be met but that another clause, or another body, takes out of this authority's hands."""
    for finding in act.findings:
        cited = telling.phrases.cite(telling.version(finding))
        sums = _alternative(finding)
        if finding.set_aside_by is not None and finding.gives_way_to is not None:
            kept = "explain-fine-aside" if finding.applies else "explain-clause-set-aside"
            params = {
                "clause": cited,
                "preferred": telling.phrases.cite_key(finding.gives_way_to),
                "sums": sums,
                "confirm": _confirm(finding),
            }
            yield Sentence("concurrence", Message(kept, params), None, None, _because(telling, finding))
        elif _elsewhere(finding):
            bodies = joined(telling.rulebook.vocabulary.bodies[body] for body in finding.power)
            told: dict[str, Any] = {"clause": cited, "bodies": bodies, "sums": sums}
            yield Sentence("concurrence", Message("explain-elsewhere", told))


def _elsewhere(finding: Finding) -> bool:
    """Whether another body would punish; of a clause that nobody could hold against the facts that is not known."""
    told = finding.reason is not None and finding.reason.code == "other-authority"
    return finding.status == "referred" and not finding.applies and told


def _because(telling: Telling, finding: Finding) -> tuple[Sentence, ...]:
    """The reason the rules give for preferring the other clause."""
    reason = finding.reason
    if reason is None or reason.code != "set-aside":
        return ()
    conflict = next((item for item in telling.rulebook.conflicts if item.id == finding.set_aside_by), None)
    place = None if conflict is None else conflict.place
    return (Sentence("concurrence", reason.params["reason"], None, place),)


def _confirm(finding: Finding) -> Text:
    reason = finding.reason
    if reason is None or reason.code != "set-aside":
        return NOTHING
    found: Text = reason.params["confirm"]
    return found


def _alternative(finding: Finding) -> Text:
    """What the fines of a clause that is not imposed would have been."""
    if not finding.alternative:
        return NOTHING
    fines = joined(
        Message(
            "explain-alternative-fine",
            {"whom": Message(f"explain-target-{fine.target}"), "range": span(fine.minimum, fine.maximum)},
        )
        for fine in finding.alternative
    )
    return Message("explain-alternative", {"fines": fines})


def together(telling: Telling, act: ActResult) -> Iterator[Sentence]:
    """Why several clauses are imposed for one act."""
    keys = {item.clause for item in act.applied if item.set_aside_by is None}
    for conflict in telling.rulebook.conflicts:
        if conflict.kind == "together" and len(keys.intersection(conflict.clauses)) > 1:
            confirm = Message("to-be-confirmed") if conflict.confirm else NOTHING
            text = Message("explain-together", {"reason": conflict.reason, "confirm": confirm})
            yield Sentence("concurrence", text, None, conflict.place)


def always(telling: Telling, step: Step) -> Iterator[Sentence]:
    """What goes with every penalty although the clause does not say it: an order, or the confiscation of the gain."""
    if isinstance(step.result, Decimal):
        text = Message("explain-always-confiscate", {"amount": figure(step.result)})
    else:
        text = Message(
            "explain-always-order", {"order": telling.rulebook.vocabulary.orders[str(step.result)]}
        )
    yield Sentence("always", text, step.inputs["basis"], step.source)


def order_obeyed(telling: Telling, step: Step) -> Iterator[Sentence]:
    """An order of a clause that falls away because it was obeyed in time."""
    order = telling.rulebook.vocabulary.orders[str(step.inputs["order"])]
    yield Sentence("always", Message("explain-order-obeyed", {"order": order}), None, step.source)


def accompanying(telling: Telling, act: ActResult, added: Collection[tuple[str, bool]]) -> Iterator[Sentence]:
    """Confiscation, revocation, orders and measures of every clause applied; payments have steps of their own.

    ``added``: what was added to a clause and is told by its own step, by clause and whether it is a sum.
    """
    vocabulary, phrases = telling.rulebook.vocabulary, telling.phrases
    for finding in act.applied:
        clause = telling.version(finding)
        cited, place = phrases.cite(clause), clause.place
        if finding.confiscate is not None and (finding.clause, True) not in added:
            params = {"amount": figure(finding.confiscate)}
            yield Sentence("confiscation", Message("explain-confiscate", params), cited, place)
        if finding.revoke is not None:
            yield _revocation(telling, finding, cited)
        if finding.orders and (finding.clause, False) not in added:
            orders = phrases.both(_orders(finding))
            yield Sentence("order", Message("explain-orders", {"orders": orders}), cited, place)
        for item in finding.measures:
            text = phrases.both(_measure(item))
            code = "explain-measure" if item.penalty else "explain-measure-no-penalty"
            yield Sentence("measure", Message(code, {"measure": text}), cited, place)
        if finding.referred_to is not None:
            params_ = {"body": vocabulary.bodies[finding.referred_to]}
            yield Sentence("referral", Message("explain-referred", params_), cited, place)


def _orders(finding: Finding) -> Callable[[Words], str]:
    return lambda words: words.say("cli-comma").join(words.orders(finding.orders, finding.order_words))


def _measure(item: MeasureResult) -> Callable[[Words], str]:
    return lambda words: words.measure_words(item.name, item.words, item.by, item.optional)


def _revocation(telling: Telling, finding: Finding, cited: Names) -> Sentence:
    """The licence that is lost, and the condition for it."""
    clause = telling.version(finding)
    revocations = [item.revoke for item in clause.outcomes if item.revoke is not None]
    found = next((item for item in revocations if item.licence == finding.revoke), None)
    told: tuple[Sentence, ...] = ()
    if found is not None and found.when is not None:
        condition = telling.phrases.condition(found.when)
        told = (
            Sentence(
                "revocation", Message("explain-revoked-because", {"condition": condition}), None, found.place
            ),
        )
    licence = telling.rulebook.vocabulary.licences[str(finding.revoke)]
    place = clause.place if found is None else found.place
    return Sentence("revocation", Message("explain-revoke", {"licence": licence}), cited, place, told)


def conclusion(telling: Telling, act: ActResult) -> Iterator[Sentence]:
    """What the act comes to."""
    if act.exemption is not None:
        text = Message(f"explain-exempt-{act.exemption.force}")
        yield Sentence("act", text, act.exemption.basis)
    elif act.status == "needs-facts":
        facts = joined(telling.phrases.fact(name) for name in act.missing_facts)
        yield Sentence("act", Message("explain-act-open", {"facts": facts}))
        return
    fines = [(finding, fine) for finding in act.applied for fine in finding.fines]
    for finding, fine in fines:
        yield Sentence("act", _imposed(fine), telling.phrases.cite(telling.version(finding)))
    if fines:
        yield from _also(telling, act)
    elif act.exemption is None:
        yield from _nothing_fined(telling, act)


def _also(telling: Telling, act: ActResult) -> Iterator[Sentence]:
    """The graver things that go with a fine."""
    licences = telling.rulebook.vocabulary.licences
    parts: list[Text] = [
        Message("cli-confiscate-sum", {"amount": figure(item.confiscate)})
        for item in act.applied
        if item.confiscate is not None
    ]
    parts += [
        Message("cli-revoke", {"what": licences[item.revoke]})
        for item in act.applied
        if item.revoke is not None
    ]
    if parts:
        yield Sentence("act", Message("explain-also", {"parts": parts}))


def _nothing_fined(telling: Telling, act: ActResult) -> Iterator[Sentence]:
    """No fine: what is imposed instead, who punishes, or that nothing is available."""
    chosen, reason = act.governing, NOTHING
    if chosen is not None and chosen.reason is not None and chosen.set_aside_by is None:
        reason = Message("explain-because", {"reason": _reason_words(telling, chosen.reason)})
    kept = any(
        item.orders or item.confiscate or item.revoke or item.measures or item.payments
        for item in act.applied
    )
    said = chosen is not None and chosen.reason is not None and chosen.reason.code == "already-fined"
    params = {"reason": reason, "kept": Message("explain-kept") if kept and not said else NOTHING}
    status = act.status if act.status in _UNFINED else "not-available"
    yield Sentence("act", Message(f"explain-act-{status}", params))


def _reason_words(telling: Telling, reason: Message) -> Names:
    """A reason with facts called by their labels."""
    if reason.code == "quantity-zero":
        facts = joined(telling.phrases.fact(name) for name in reason.params["facts"])
        reason = Message(reason.code, {"facts": facts})
    return telling.phrases.both(lambda words: words.why(reason).text(words.lang))


def _imposed(fine: FineResult) -> Message:
    """The fine proposed on one target."""
    whom = Message(f"explain-target-{fine.target}")
    params = {
        "whom": whom,
        "sum": figure(fine.recommended),
        "optional": Message("explain-optional") if fine.optional else NOTHING,
    }
    if fine.persons == 1:
        return Message("explain-imposed", params)
    together = figure(times(fine.recommended, fine.persons))
    return Message("explain-imposed-each", {**params, "persons": fine.persons, "together": together})
