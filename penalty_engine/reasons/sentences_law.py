"""Which law was in force, which clause applies and why: steps told in sentences."""

from __future__ import annotations

from collections.abc import Iterator

from penalty_engine.assessment import Step
from penalty_engine.messages import Message, Names
from penalty_engine.reasons.sentences import NOTHING, Sentence, Telling, Text, always, day_words, joined
from penalty_engine.rulebook.conditions import Condition
from penalty_engine.rulebook.records import Clause, Outcome


def which_day(telling: Telling) -> Iterator[Sentence]:
    """The day whose law counts, and why."""
    line, act = telling.case.timeline, telling.act
    basis = telling.principle("milder-law")
    params = {"first": line.conduct_from, "last": line.conduct_to, "decided": line.decided_on}
    if act is not None and act.milder_law is not None and act.milder_law.applied == "decision":
        code = "explain-day-decision"
    elif line.conduct_from not in (None, line.conduct_to):
        code = "explain-day-lasting"
        basis = None  # the provision does not say which day of a lasting act counts
    else:
        code = "explain-day-act"
    yield Sentence("law-in-force", Message(code, params), basis)


def law_in_force(telling: Telling, step: Step) -> Iterator[Sentence]:
    """Whether a clause was in force on the day that counts."""
    clause = telling.phrases.clause(step.rule)
    if clause is None:
        return
    first, last, day = (step.inputs[name] for name in ("first", "last", "day"))
    params = {"clause": telling.phrases.cite(clause), "first": first, "last": last, "day": day}
    if step.result is not None:
        verified = NOTHING if clause.statute.period.verified else Message("explain-period-open")
        kind = "unknown" if first is None else "since" if last is None else "between"
        code = f"explain-law-{kind}" if (first, last) != (None, None) else "explain-law-undated"
        yield Sentence("law-in-force", Message(code, {**params, "verified": verified}), None, step.source)
        return
    params["reason"] = _why_not_in_force(telling, clause, step)
    yield Sentence(
        "law-in-force", Message("explain-law-none", params), None, step.source, _followed_by(clause, step)
    )


def _followed_by(clause: Clause, step: Step) -> tuple[Sentence, ...]:
    """What took the place of a statute that ended."""
    statute, last = clause.statute, step.inputs["last"]
    if statute.followed_by is None or last is None or step.inputs["day"] <= last:
        return ()
    return (Sentence("law-in-force", Message("followed-by", {"statute": statute.followed_by})),)


def _why_not_in_force(telling: Telling, clause: Clause, step: Step) -> Text:
    """As the finding says it; of an act that was only compared, what the days show."""
    finding = telling.finding(clause)
    if finding is not None and finding.reason is not None and finding.set_aside_by is None:
        return finding.reason
    day, first, last = (step.inputs[name] for name in ("day", "first", "last"))
    title = clause.statute.title
    if first is not None and day < first:
        return Message("explain-law-later", {"statute": title, "first": first})
    if last is not None and day > last:
        return Message("explain-law-ended", {"statute": title, "last": last})
    if clause.not_obtained is not None:
        return clause.not_obtained
    return Message("explain-law-elsewhere", {"statute": title})


def limitation(_: Telling, step: Step) -> Iterator[Sentence]:
    """A period after which no penalty may be imposed: from when, until when, and what stopped it."""
    yield Sentence("limitation", limitation_words(step), step.inputs["basis"], step.source)


def limitation_words(step: Step) -> Message:
    """A period as it was worked out, in a sentence."""
    inputs = dict(step.inputs)
    known = ("basis", "years", "last_day", "extended_years", "extended_last_day")
    days = [day_words(name, day) for name, day in inputs.items() if name not in known]
    params = {
        "years": inputs["years"],
        "start": days[0],
        "stopped": days[-1],
        "last": inputs["last_day"],
        "longer": inputs.get("extended_years"),
        "longer_last": inputs.get("extended_last_day"),
    }
    extended = "-extended" if "extended_last_day" in inputs else ""
    return Message(f"explain-limitation-{step.result}{extended}", params)


def clause_held(telling: Telling, step: Step) -> Iterator[Sentence]:
    """A clause held against the facts: which it is, its text where it is applied, what satisfied it or what failed."""
    clause = telling.phrases.clause(step.rule)
    if clause is None:
        return
    cited = telling.phrases.cite(clause)
    if isinstance(step.result, Message):
        reason = telling.phrases.both(lambda words: words.why(step.result).text(words.lang))
        text = Message("explain-clause-fails", {"clause": cited, "reason": reason})
        yield Sentence("clause", text, None, step.source)
    elif isinstance(step.result, (list, tuple)):
        if _decided(telling, clause):
            yield Sentence(
                "clause", Message("explain-clause-overtaken", {"clause": cited}), None, step.source
            )
            return
        facts = joined(telling.phrases.fact(name) for name in step.result)
        text = Message("explain-clause-open", {"clause": cited, "facts": facts})
        yield Sentence("clause", text, None, step.source, (_quoted(clause),))
    else:
        yield _clause_applies(telling, clause, step, cited)


def _decided(telling: Telling, clause: Clause) -> bool:
    """Whether the clause is out whatever the missing facts are."""
    finding = telling.finding(clause)
    return telling.act is None or (
        finding is not None and (finding.set_aside_by is not None or finding.status in ("referred", "exempt"))
    )


def _clause_applies(telling: Telling, clause: Clause, step: Step, cited: Names) -> Sentence:
    outcome = next(item for item in clause.outcomes if item.rule == step.result)
    if not telling.applied(clause):
        return Sentence(
            "clause", Message(_not_imposed(telling, clause), {"clause": cited}), None, step.source
        )
    met = tuple(_conditions(telling, clause, outcome, step))
    open_text = NOTHING if clause.source.verified else Message("explain-text-open")
    code = "explain-clause-applies" if telling.act is not None else "explain-clause-would-apply"
    text = Message(code, {"clause": cited, "verified": open_text})
    return Sentence("clause", text, None, step.source, (_quoted(clause), *met, *_without_sum(outcome)))


def _quoted(clause: Clause) -> Sentence:
    return Sentence("law-text", Names(clause.text, clause.text), None, clause.place)


def _not_imposed(telling: Telling, clause: Clause) -> str:
    """Why a clause whose conditions are met is not imposed, in a word; the reasons follow further down."""
    finding = telling.finding(clause)
    if finding is not None and finding.status == "referred":
        return "explain-clause-elsewhere"
    return "explain-clause-aside" if telling.act is not None else "explain-clause-other"


def _conditions(telling: Telling, clause: Clause, outcome: Outcome, step: Step) -> Iterator[Sentence]:
    for condition in (clause.entry, outcome.when):
        if condition is not None and not always(condition):
            yield Sentence("clause", _met(telling, condition, step), None, outcome.place)
    if always(clause.entry) and always(outcome.when):
        yield Sentence("clause", Message("explain-no-condition"), None, outcome.place)


def _without_sum(outcome: Outcome) -> Iterator[Sentence]:
    """That the provision sets no fine for this case, or one without an amount."""
    if not outcome.fines:
        yield Sentence("clause", Message("explain-no-fine-set"), None, outcome.place)
    for fine in outcome.fines:
        if fine.unspecified:
            whom = Message(f"explain-target-{fine.target}")
            yield Sentence("clause", Message("explain-fine-unspecified", {"whom": whom}), None, fine.place)


def _met(telling: Telling, condition: Condition, step: Step) -> Message:
    """The condition, and the facts that satisfy it where it does not say them itself."""
    params: dict[str, object] = {"condition": telling.phrases.condition(condition)}
    facts = telling.phrases.holding(condition, step.inputs)
    if not facts:
        return Message("explain-condition-holds", params)
    return Message("explain-condition-met", {**params, "facts": joined(facts)})
