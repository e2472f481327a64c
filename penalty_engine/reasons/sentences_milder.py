"""The law at the act against the law at the decision, told in sentences."""

from __future__ import annotations

from collections.abc import Iterator

from penalty_engine.assessment import LawResult, MilderLaw
from penalty_engine.messages import Message
from penalty_engine.reasons.sentences import NOTHING, Sentence, Telling, Text, figure, joined, span


def compared(telling: Telling, law: MilderLaw, other: tuple[Sentence, ...]) -> Iterator[Sentence]:
    """Both results, how the one not applied came about, and which is the milder."""
    days = {"act": law.at_act.day, "decision": law.at_decision.day}
    basis = telling.principle("milder-law")
    yield Sentence("milder-law", Message("explain-both-laws", days), basis)
    for name, found in (("act", law.at_act), ("decision", law.at_decision)):
        applied = "decision" if law.applied == "decision" else "act"
        below = () if name == applied else other
        params = {"day": found.day, "result": _result(telling, found)}
        yield Sentence("milder-law", Message(f"explain-law-at-{name}", params), None, None, below)
    if law.applied == "undecided":
        yield Sentence("milder-law", Message("explain-milder-undecided"), basis)
    elif law.yardstick is None:
        yield Sentence("milder-law", Message("explain-milder-equal"), basis)
    else:
        yardstick = {"yardstick": Message(f"explain-yardstick-{law.yardstick}")}
        yield Sentence("milder-law", Message(f"explain-milder-{law.applied}", yardstick), basis)


def _result(telling: Telling, found: LawResult) -> Text:
    """The clause that governs and all it brings."""
    if found.status == "needs-facts":
        return Message("explain-result-open")
    parts: list[Text] = []
    if found.maximum:
        sums = {"range": span(found.minimum, found.maximum), "sum": figure(found.recommended or 0)}
        parts.append(Message("explain-result-fine", sums))
    elif found.status not in ("referred",):
        parts.append(Message("cli-no-fine"))
    if found.confiscate:
        parts.append(Message("cli-confiscate-sum", {"amount": figure(found.confiscate)}))
    if found.revoke is not None:
        parts.append(Message("cli-revoke", {"what": telling.rulebook.vocabulary.licences[found.revoke]}))
    parts.extend(found.measures)
    if found.status == "referred":
        parts.append(Message("explain-result-referred"))
    clause = NOTHING if found.clause is None else telling.phrases.cite_key(found.clause)
    code = "explain-result-none" if found.clause is None else "explain-result"
    return Message(code, {"clause": clause, "result": joined(parts)})
