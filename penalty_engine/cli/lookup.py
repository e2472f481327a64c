"""From what an inspector types to one clause or violation, or to the lines that say why it is not one."""

from __future__ import annotations

from typing import NamedTuple

from penalty_engine.cli.layout import wrap
from penalty_engine.cli.session import Session
from penalty_engine.cli.terminal import PLAIN_WIDTH
from penalty_engine.engine import Engine
from penalty_engine.search import natural_order

_SHOWN = 12
_NEAR, _MARGIN = (
    0.6,
    0.2,
)  # a likeness that a slip of the pen leaves, and how far behind the best one another may be


class Found(NamedTuple):
    """What was asked about: one clause, or a violation with all its clauses."""

    clause: str | None
    violation: str
    clauses: tuple[str, ...]


def find(engine: Engine, session: Session, words: str, command: str = "fine") -> Found | list[str]:
    """The clause or violation meant by `words`; else the lines to show."""
    rulebook = engine.rulebook
    words = words.strip()
    if words in rulebook.clauses:
        return Found(words, rulebook.clauses[words][-1].violation, (words,))
    if words in rulebook.violations and words in rulebook.by_violation:
        return Found(None, words, rulebook.by_violation[words])
    local = [
        key for key in rulebook.clauses if key.partition("/")[2] == words
    ]  # 92.1, where only one statute has it
    if len(local) == 1:
        return Found(local[0], rulebook.clauses[local[0]][-1].violation, (local[0],))
    hits = engine.search(words)
    best = [hit for hit in hits if hit.score == hits[0].score] if hits else []
    violations = tuple(dict.fromkeys(hit.violation for hit in best))
    if len(best) == 1:
        return Found(best[0].clause, violations[0], (best[0].clause,))
    if len(violations) == 1:
        return Found(None, violations[0], rulebook.by_violation[violations[0]])
    return (
        _several(engine, session, words, violations, command)
        if violations
        else nothing_found(engine, session, words, command)
    )


def _several(
    engine: Engine, session: Session, words: str, violations: tuple[str, ...], command: str
) -> list[str]:
    lines = [session.say("cli-several", words=words, count=len(violations))]
    for name in violations[:_SHOWN]:
        lines.append(f"  {name}")
        clauses = sorted(engine.rulebook.by_violation[name], key=natural_order)
        text = session.say("cli-named-violation", name=engine.rulebook.violations[name].name, clauses=clauses)
        lines.extend(f"    {line}" for line in wrap(text, PLAIN_WIDTH - 4))
    if len(violations) > _SHOWN:
        lines.append(session.say("cli-more", count=len(violations) - _SHOWN))
    return [*lines, session.say("cli-ask-for-one", command=command, id=violations[0])]


def nothing_found(engine: Engine, session: Session, words: str, command: str) -> list[str]:
    """The lines that say so, with the nearest names; ``command`` is the one that was just tried."""
    near = near_names(engine, words)
    lines = [session.say("cli-error") + session.say("cli-nothing-found", words=words)]
    if near:
        lines.append(session.say("cli-nearest"))
        violations = engine.rulebook.violations
        for name in near:
            text = f"{name}  {violations[name].name.text(session.lang)}"
            lines.extend(f"  {line}" for line in wrap(text, PLAIN_WIDTH - 2, "  "))
    return [*lines, session.say("cli-try-another" if command == "search" else "cli-try-search")]


def near_names(engine: Engine, words: str, count: int = 3) -> list[str]:
    """The violations whose id, names, aliases or clauses look much like `words`."""
    from difflib import SequenceMatcher

    def likeness(name: str) -> float:
        violation = engine.rulebook.violations[name]
        texts = (
            name,
            violation.name.zh,
            violation.name.en.lower(),
            *violation.aliases,
            *engine.rulebook.by_violation[name],
        )
        return max(SequenceMatcher(None, words.lower(), text).ratio() for text in texts)

    scored = sorted(
        ((likeness(name), name) for name in engine.rulebook.by_violation),
        key=lambda item: (-item[0], item[1]),
    )
    best = scored[0][0] if scored else 0.0
    return [name for score, name in scored[:count] if score >= max(_NEAR, best - _MARGIN)]
