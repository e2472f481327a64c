"""Finding entries of the catalogue by what an inspector would type: a name, an everyday word, an article, a register item.

Importing this costs nothing: the index is built when something is looked for, and the libraries that know traditional
characters and pinyin are loaded only where the plain search found nothing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from penalty_engine.rulebook.records import Rulebook

LONGEST = 200
"""More characters than anybody types are not looked for: likeness takes time for each."""

EXACT = 6
"""An id or a name, as it stands."""
CITED = 5
"""An article, a statute or an item of a register that leads to the entry."""
NAMED = 4
"""Part of a name, or words that all occur in names."""
TOLD = 3
"""A sentence that contains a name."""
ALIKE = 2
"""A guess: an abbreviation, or part of the title of a statute."""
TEXT = 1
"""Words of a provision or of the register."""


class Hit(NamedTuple):
    """An entry of the catalogue that was found, how (EXACT … TEXT), and the clauses that were meant, if any were."""

    violation: str
    score: int
    clauses: tuple[str, ...] = ()


def search(rulebook: Rulebook, words: str) -> tuple[Hit, ...]:
    """The entries that match `words`, best first; empty words match nothing, nor do more than `LONGEST`."""
    if len(words) > LONGEST:
        return ()
    from penalty_engine.search.matching import read

    return read(rulebook, words).hits


def natural_order(text: str) -> tuple[str | int, ...]:
    """A key that sorts figures by their value: 25.2 before 25.10."""
    return tuple(int(part) if odd % 2 else part for odd, part in enumerate(re.split(r"([0-9]+)", text)))
