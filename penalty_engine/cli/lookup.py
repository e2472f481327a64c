"""From what an inspector types to one clause or violation, or to the lines that say why it is not one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from penalty_engine.cli.layout import wrap
from penalty_engine.cli.session import Session
from penalty_engine.cli.terminal import PLAIN_WIDTH
from penalty_engine.engine import Engine
from penalty_engine.rulebook.catalogue_records import RegisterItem
from penalty_engine.rulebook.records import Rulebook
from penalty_engine.search import ALIKE, CITED, EXACT, LONGEST, Hit, natural_order

_SHOWN = 12
_CLAUSES_SHOWN = 4
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
    """The clause or violation meant by `words`; else the lines to show. A mere likeness is shown, never taken."""
    rulebook = engine.rulebook
    words = words.strip()
    key = clause_named(rulebook, words)
    if key is not None:
        return _clause(rulebook, key)
    named = _entries_named(rulebook, words)
    if len(named) == 1:
        return _violation(rulebook, named[0])
    hits = engine.search(words)
    if not hits:
        return nothing_found(engine, session, words, command)
    best = [hit for hit in hits if hit.score == hits[0].score]
    if best[0].score > ALIKE:
        meant = _one_clause(best)
        if meant is not None:
            return _clause(rulebook, meant)
        if len(best) == 1:
            return _violation(rulebook, best[0].violation)
    guess = best[0].score <= ALIKE
    return _several(engine, session, words, [hit.violation for hit in best], command, guess)


def clause_named(rulebook: Rulebook, words: str) -> str | None:
    """The clause whose key this is, or whose number, where only one statute has it."""
    if words in rulebook.clauses:
        return words
    local = [key for key in rulebook.clauses if key.partition("/")[2] == words]
    return local[0] if len(local) == 1 else None


def _entries_named(rulebook: Rulebook, words: str) -> list[str]:
    """The entries with exactly this id, name or alias, which needs no index."""
    if words in rulebook.violations:
        return [words]
    return [item.id for item in rulebook.violations.values() if words in (*item.name, *item.aliases)]


def clauses_meant(engine: Engine, words: str) -> tuple[str, ...]:
    """The clauses of the article that `words` name; nothing where they name none, or no article."""
    from penalty_engine.search.references import cited

    key = clause_named(engine.rulebook, words.strip())
    if key is not None:
        return (key,)
    if cited(words) is None:
        return ()
    hits = engine.search(words)
    found = {key for hit in hits if hit.score == CITED for key in hit.clauses}
    return tuple(sorted(found, key=natural_order))


def items_meant(engine: Engine, words: str) -> tuple[RegisterItem, ...]:
    """The items of registers that `words` name, unless they name an entry of the catalogue or a clause."""
    from penalty_engine.search.matching import read
    from penalty_engine.search.registers import register_items

    rulebook = engine.rulebook
    if not rulebook.register or len(words) > LONGEST or clause_named(rulebook, words.strip()):
        return ()
    reading = read(rulebook, words)
    exact = reading.hits and reading.hits[0].score == EXACT
    return () if exact else register_items(rulebook, reading.words)


def _clause(rulebook: Rulebook, key: str) -> Found:
    return Found(key, rulebook.clauses[key][-1].violation, (key,))


def _violation(rulebook: Rulebook, name: str) -> Found:
    return Found(None, name, rulebook.by_violation.get(name, ()))


def _one_clause(hits: Sequence[Hit]) -> str | None:
    """The clause that all hits are about, where it is one and the same."""
    meant = {hit.clauses for hit in hits}
    clauses = meant.pop()
    return clauses[0] if not meant and len(clauses) == 1 else None


def _several(
    engine: Engine, session: Session, words: str, violations: Sequence[str], command: str, guess: bool
) -> list[str]:
    if guess and len(violations) == 1:
        nearest = session.say("find-nearest-one", words=words, named=_named(engine, session, violations[0]))
        return [*wrap(nearest, PLAIN_WIDTH), session.say("find-use", command=command, id=violations[0])]
    code = "find-guess" if guess else "cli-several"
    lines = [session.say(code, words=words, count=len(violations))]
    for name in violations[:_SHOWN]:
        lines.append(f"  {name}")
        lines.extend(f"    {line}" for line in wrap(_named(engine, session, name), PLAIN_WIDTH - 4))
    if len(violations) > _SHOWN:
        lines.append(session.say("cli-more", count=len(violations) - _SHOWN))
    return [*lines, session.say("cli-ask-for-one", command=command, id=violations[0])]


def _named(engine: Engine, session: Session, name: str) -> str:
    """A violation and the first of its clauses."""
    keys = sorted(engine.rulebook.by_violation.get(name, ()), key=natural_order)
    shown: list[str] = keys[:_CLAUSES_SHOWN] or [session.say("find-no-clause")]
    if len(keys) > _CLAUSES_SHOWN:
        shown[-1] += session.say("cli-and-others")
    return session.say("cli-named-violation", name=engine.rulebook.violations[name].name, clauses=shown)


def nothing_found(engine: Engine, session: Session, words: str, command: str) -> list[str]:
    """The lines that say so, with the nearest names; ``command`` is the one that was just tried."""
    near = near_names(engine, words)
    lines = [
        session.say("cli-error")
        + session.say("cli-nothing-found", words=words if len(words) <= LONGEST else words[:LONGEST] + "…")
    ]
    if near:
        lines.append(session.say("cli-nearest"))
        violations = engine.rulebook.violations
        for name in near:
            text = f"{name}  {violations[name].name.text(session.lang)}"
            lines.extend(f"  {line}" for line in wrap(text, PLAIN_WIDTH - 2, "  "))
    else:
        lines.append(session.say("find-not-held"))
    if not near and engine.rulebook.register:
        group = engine.rulebook.register[0].group.text(session.lang)
        lines += wrap(session.say("find-register-too", group=group), PLAIN_WIDTH)
    return [*lines, session.say("cli-try-another" if command == "search" else "cli-try-search")]


def near_names(engine: Engine, words: str, count: int = 3) -> list[str]:
    """The violations whose id, names, aliases or clauses look much like `words`."""
    if len(words) > LONGEST:
        return []
    from difflib import SequenceMatcher

    wanted = words.lower()

    def likeness(name: str) -> float:
        violation = engine.rulebook.violations[name]
        texts = [name, violation.name.zh, violation.name.en.lower(), *violation.aliases]
        texts += engine.rulebook.by_violation.get(name, ())
        return max(SequenceMatcher(None, wanted, text).ratio() for text in texts)

    scored = sorted(
        ((likeness(name), name) for name in engine.rulebook.violations),
        key=lambda item: (-item[0], item[1]),
    )
    best = scored[0][0] if scored else 0.0
    return [name for score, name in scored[:count] if score >= max(_NEAR, best - _MARGIN)]
