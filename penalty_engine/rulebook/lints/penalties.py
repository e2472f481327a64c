"""Fines, confiscation and revocation: the word of the provision, and the rule that imposes it, both ways."""

from __future__ import annotations

from collections.abc import Iterator

from penalty_engine.diagnostics import Diagnostic, Place
from penalty_engine.rulebook.catalogue_records import Vocabulary
from penalty_engine.rulebook.lints.wording import Group, demanded, groups, occurrences, quoted
from penalty_engine.rulebook.records import Clause, Rulebook


def check_penalties(rulebook: Rulebook) -> Iterator[Diagnostic]:
    """Penalties without their word, and words without their penalty."""
    vocabulary = rulebook.vocabulary
    for group in groups(rulebook):
        for clause in group.clauses:
            yield from _unfounded(clause, vocabulary)
        yield from _left_out(group, vocabulary)


def licence_words(vocabulary: Vocabulary, licence: str) -> tuple[str, ...]:
    """What provisions call a licence: its name without title marks, and its words."""
    name = vocabulary.licences[licence].zh.strip("《》")
    return (name, *vocabulary.licence_words.get(licence, ()))


def measure_words(vocabulary: Vocabulary, group: Group) -> tuple[str, ...]:
    """The words in which the group's measures stand."""
    found: list[str] = []
    for measure in (
        item for clause in group.clauses for outcome in clause.outcomes for item in outcome.measures
    ):
        kind = vocabulary.measures[measure.measure]
        found += (measure.words,) if measure.words else (kind.name.zh, *kind.words)
    return tuple(dict.fromkeys(found))


def _imposed(clause: Clause) -> Iterator[tuple[str, Place]]:
    for outcome in clause.outcomes:
        if outcome.fines:
            yield "fine", outcome.fines[0].place
        if outcome.confiscate:
            yield "confiscation", outcome.place
        if outcome.revoke:
            yield "revocation", outcome.revoke.place


def _unfounded(clause: Clause, vocabulary: Vocabulary) -> Iterator[Diagnostic]:
    text = quoted(clause)
    told: set[str] = set()
    for kind, place in _imposed(clause):
        table = vocabulary.penalty_words.get(kind)
        if table is None or kind in told or any(word in text for word in table.words):
            continue
        told.add(kind)
        params = {"clause": clause.key, "words": list(table.words)}
        yield Diagnostic(f"{kind}-not-in-text", place, params=params)
    for outcome in clause.outcomes:
        if outcome.revoke is None or "revocation" in told:
            continue
        words = licence_words(vocabulary, outcome.revoke.licence)
        if not any(word in text for word in words):
            params = {"clause": clause.key, "words": list(words), "name": outcome.revoke.licence}
            yield Diagnostic("licence-not-in-text", outcome.revoke.place, params=params)


def _left_out(group: Group, vocabulary: Vocabulary) -> Iterator[Diagnostic]:
    first, imposed = group.clauses[0], {kind for clause in group.clauses for kind, _ in _imposed(clause)}
    measures = occurrences(group.text, measure_words(vocabulary, group))
    for kind in ("fine", "confiscation", "revocation"):
        table = vocabulary.penalty_words.get(kind)
        if table is None:
            continue
        for start, end in demanded(group, table.words, table.except_words, vocabulary):
            covered = any(begin < end and start < finish for begin, finish in measures)
            if covered or (kind in imposed and (kind != "revocation" or _revoked(group, vocabulary, end))):
                continue
            params = {"clause": first.key, "words": _phrase(group.text, start)}
            yield Diagnostic(f"{kind}-not-encoded", first.place, params=params)
            break


def _revoked(group: Group, vocabulary: Vocabulary, position: int) -> bool:
    """Whether a licence that the rules revoke is named in the words that follow."""
    following = _phrase(group.text, position)
    return any(
        word in following
        for clause in group.clauses
        for outcome in clause.outcomes
        if outcome.revoke is not None
        for word in licence_words(vocabulary, outcome.revoke.licence)
    )


def _phrase(text: str, start: int) -> str:
    """The words from a place to the next punctuation mark."""
    end = min((at for mark in "，。；：、:;," if (at := text.find(mark, start)) >= 0), default=len(text))
    return text[start:end]
