"""可以 in the provision, `optional: true` in the rule, for each fine: only the words that govern the fine count."""

from __future__ import annotations

import re
from collections.abc import Iterator

from penalty_engine.diagnostics import Diagnostic
from penalty_engine.rulebook.catalogue_records import PenaltyWords
from penalty_engine.rulebook.lints.wording import Passage, Sum, passages, places_of, sums, with_text
from penalty_engine.rulebook.records import Rulebook

_MAY = re.compile("可以|可(?=并?处|给予)")
_ALSO = re.compile("^并")
_COMMA = re.compile("[，,]")


def check_optional(rulebook: Rulebook) -> Iterator[Diagnostic]:
    """Fines that the provision leaves open and the rule does not, or the other way round."""
    words = rulebook.vocabulary.penalty_words.get("fine")
    if words is None:
        return
    for clause in with_text(rulebook):
        found = passages(clause)
        for item in sums(clause):
            if item.fine is None:
                continue
            spans = _spans(item, found, words)
            open_to = {truth for passage, start, end in spans for truth in _left_open(passage, start, end)}
            if open_to == {not item.optional}:
                passage, start, end = spans[0]
                params = {"clause": clause.key, "words": passage.segment(start, end)}
                code = "optional-not-in-text" if item.optional else "optional-not-encoded"
                yield Diagnostic(code, item.place, params=params)


def _spans(item: Sum, found: tuple[Passage, ...], fine: PenaltyWords) -> list[tuple[Passage, int, int]]:
    """From the figures of a fine to the word 罚款 after them; of a fine without figures, the word alone."""
    if item.bounds:
        return [
            (passage, amount.start, _word_after(passage.text, amount.end, fine))
            for passage, amount in places_of(item, found)
        ]
    own = found[0]
    starts = [own.text.find(word) for word in fine.words if word in own.text]
    return [(own, start, start) for start in starts]


def _word_after(text: str, position: int, fine: PenaltyWords) -> int:
    stop = re.compile("[。；;]").search(text, position)
    end = stop.start() if stop else len(text)
    hits = [hit for word in fine.words if (hit := text.find(word, position, end)) >= 0]
    return min(hits, default=position)


def _left_open(passage: Passage, start: int, end: int) -> set[bool]:
    """Whether 可以 governs the fine; both where it stands before an addition (可以…，并处…) and may or may not."""
    segment = passage.segment(start, end)
    if _MAY.search(segment):
        return {True}
    before = passage.sentence(start, end).partition(segment)[0]
    parts = [part for part in _COMMA.split(before) if part]
    if _ALSO.match(segment) and parts and _MAY.search(parts[-1]):
        return {True, False}
    return {False}
