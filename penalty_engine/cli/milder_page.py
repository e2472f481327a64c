"""The law at the act beside the law at the decision, as lines for a page."""

from __future__ import annotations

from collections.abc import Iterator

from penalty_engine.assessment import LawResult, MilderLaw
from penalty_engine.cli.session import Session
from penalty_engine.cli.words import bound_words, sum_words
from penalty_engine.messages import Message
from penalty_engine.rulebook.records import Rulebook


def milder_lines(session: Session, rulebook: Rulebook, found: MilderLaw) -> Iterator[str]:
    """Both results, then which is applied and by which yardstick."""
    yield session.say("cli-law-at-act", day=found.at_act.day, result=_result(session, rulebook, found.at_act))
    later = found.at_decision
    yield session.say("cli-law-at-decision", day=later.day, result=_result(session, rulebook, later))
    basis = "" if found.basis is None else Message("cli-in-brackets", {"basis": found.basis})
    if found.applied == "undecided":
        yield session.say("cli-law-undecided", basis=basis)
    elif found.yardstick is None:
        yield session.say("cli-law-same", basis=basis)
    else:
        by = session.say(f"yardstick-{found.yardstick}")
        yield session.say(f"cli-law-{found.applied}-milder", by=by, basis=basis)


def _result(session: Session, rulebook: Rulebook, law: LawResult) -> str:
    if law.clause is None or law.statute_title is None:
        return session.say("cli-law-none")
    clause = next(item for item in rulebook.clauses[law.clause] if item.statute.version == law.version)
    parts = []
    if law.status == "needs-facts" or law.maximum is None or law.minimum is None:
        parts.append(session.say("cli-facts-missing"))
    elif law.maximum:
        low, high = bound_words(law.minimum, law.maximum)
        assert law.recommended is not None  # known with the range
        parts.append(session.say("cli-law-range", low=low, high=high, sum=sum_words(law.recommended)))
    else:
        parts.append(session.say("cli-no-fine"))
    if law.confiscate:
        parts.append(session.say("cli-confiscate-sum", amount=sum_words(law.confiscate)))
    if law.revoke is not None:
        parts.append(session.say("cli-revoke", what=rulebook.vocabulary.licences[law.revoke]))
    parts.extend(name.text(session.lang) for name in law.measures)
    statute = (
        law.statute_title.zh.removeprefix("中华人民共和国") if session.lang == "zh" else law.statute_title.en
    )
    return session.say(
        "cli-law-result", statute=statute, article=clause.article, what=session.say("cli-list").join(parts)
    )
