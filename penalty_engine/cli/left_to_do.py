"""What is told about a paper just written: its blanks, what is not in it, and law that is not verified."""

from __future__ import annotations

from collections.abc import Iterator

from penalty_engine.assessment import ActResult, Assessment
from penalty_engine.cli.closing import grouped
from penalty_engine.cli.imposed import elsewhere
from penalty_engine.cli.session import Session
from penalty_engine.cli.words import Words, sentence
from penalty_engine.documents.drafting import Draft
from penalty_engine.documents.text import BLANK
from penalty_engine.engine import Engine


def left_to_do(session: Session, engine: Engine, paper: Draft, assessment: Assessment) -> Iterator[str]:
    """The lines."""
    # lines with > are notes for the drafter, not the paper
    blanks = sum(line.count(BLANK) for line in paper.markdown.split("\n") if not line.startswith(">"))
    if blanks:
        yield session.say("cli-written-blanks", count=blanks)
    for act in assessment.acts:
        if paper.form.acts == "penalized" and not _punished(act):
            reason = _why_not(session, engine, act)
            reason = sentence(reason, session.lang)
            yield session.say("cli-written-left-out", act=act.violation_name, reason=reason)
    if paper.context["number"] is None:
        return  # a draft says it itself, and what is not served has no number
    unverified = [item for item in grouped(assessment.warnings) if item.code == "unverified-law"]
    if unverified:
        yield session.say("cli-written-numbered")
        yield from dict.fromkeys(f"  {item.text(session.lang).strip()}" for item in unverified)


def _punished(act: ActResult) -> bool:
    """Whether the act carries a penalty of this authority; an order or a payment alone is none."""
    return any(
        item.fines
        or item.confiscate
        or item.revoke
        or any(one.penalty and not one.by for one in item.measures)
        for item in act.applied
    )


def _why_not(session: Session, engine: Engine, act: ActResult) -> str:
    if act.exemption is not None:
        return session.say(f"cli-exempt-{act.exemption.force}", basis=act.exemption.basis)
    finding = act.governing or act.findings[0]
    if elsewhere(finding):
        bodies = [engine.rulebook.vocabulary.bodies[body] for body in finding.power]
        return session.say("cli-power-elsewhere", bodies=bodies)
    if finding.referred_to is not None:
        return session.say("cli-refer", what=engine.rulebook.vocabulary.bodies[finding.referred_to])
    if finding.status == "not-available":
        return Words(engine.rulebook, session).not_available(finding.reason)
    if finding.reason is not None:
        return finding.reason.text(session.lang)
    return session.say("cli-only-orders")
