"""Finding a clause by what an inspector would type: an id, a name or alias in Chinese or English, an article."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from penalty_engine.rulebook.numerals import read_numeral
from penalty_engine.rulebook.records import Clause, Rulebook, Violation

_ARTICLE = re.compile(r"第?([零〇一二两三四五六七八九十百千]+|\d+)条")
_EXACT, _WHOLE, _PART = 3, 2, 1


class Hit(NamedTuple):
    """A clause found, the violation it punishes, and how well it matches (3 exact id or name, 2 whole words, 1 part)."""

    clause: str
    violation: str
    score: int


def search(rulebook: Rulebook, words: str) -> tuple[Hit, ...]:
    """The clauses that match all of `words`, best first; empty words match nothing."""
    wanted = normalised(words)
    if not wanted:
        return ()
    hits = []
    for key, versions in rulebook.clauses.items():
        clause = versions[-1]
        violation = rulebook.violations[clause.violation]
        score = _score(wanted, clause, violation)
        if score:
            hits.append(Hit(key, clause.violation, score))
    return tuple(sorted(hits, key=lambda hit: (-hit.score, natural_order(hit.clause))))


def natural_order(text: str) -> tuple[str | int, ...]:
    """A key that sorts figures by their value: 25.2 before 25.10."""
    return tuple(int(part) if odd % 2 else part for odd, part in enumerate(re.split(r"([0-9]+)", text)))


def normalised(text: str) -> str:
    """Full-width to half-width, lower case, articles as digits, without brackets and spaces at the ends."""
    folded = unicodedata.normalize("NFKC", text).casefold().strip()
    folded = _ARTICLE.sub(lambda match: f"{_number(match.group(1))}条", folded)
    return re.sub(r"[《》“”\"()（）]", "", folded)


def _number(numeral: str) -> str:
    return numeral if numeral.isdigit() else str(read_numeral(numeral))


def _score(wanted: str, clause: Clause, violation: Violation) -> int:
    names = [clause.key, violation.id, violation.name.zh, violation.name.en, *violation.aliases]
    folded = [normalised(name) for name in names]
    if wanted in folded:
        return _EXACT
    title = clause.statute
    references = [normalised(f"{short}{clause.article}") for short in (title.short, title.title.zh)]
    texts = [*folded, *references, normalised(title.title.en), normalised(clause.text)]
    if any(reference.startswith(wanted) for reference in references):
        return _WHOLE
    if any(wanted in text for text in folded):
        return _WHOLE
    together = " ".join(texts)
    return _PART if all(word in together for word in wanted.split()) else 0
