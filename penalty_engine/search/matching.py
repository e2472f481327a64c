"""From words to entries: stage by stage, and no further than something is found."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import NamedTuple

from penalty_engine.rulebook.records import Rulebook
from penalty_engine.search import ALIKE, CITED, EXACT, NAMED, TEXT, TOLD, Hit, natural_order
from penalty_engine.search.folding import fold, fold_place
from penalty_engine.search.index import Index, Term, build
from penalty_engine.search.matches import Match, Matches, add, all_of, best
from penalty_engine.search.references import cited, in_order, span, statutes_named
from penalty_engine.search.registers import begins
from penalty_engine.search.spellings import letters, nearly_pinyin, read_as_pinyin, simplified

_LONGEST = 200  # characters of a query that are looked at
_SPREAD = 4  # an abbreviation may take one of so many characters
_FILLERS = 4  # characters that a sentence may put between those of a name

_last: Index | None = None


class Reading(NamedTuple):
    """The spelling in which `words` were found, and what was found, best first."""

    words: str
    hits: tuple[Hit, ...]


def read(rulebook: Rulebook, words: str) -> Reading:
    """The entries that match `words` as they stand, else in simplified characters, else as pinyin."""
    words = words.strip()[:_LONGEST]
    if not fold(words):
        return Reading(words, ())
    index = _index(rulebook)
    matches = _plain(index, words)
    if not matches and (other := simplified(words)) != words:
        words, matches = other, _plain(index, other)
    if not matches and (spelt := letters(words)):
        matches = _by_pinyin(index, spelt)
    if not matches:
        matches = _by_pairs(index, words)
    return Reading(words, _ordered(rulebook, matches))


def _ordered(rulebook: Rulebook, matches: Matches) -> tuple[Hit, ...]:
    """By kind of match, closeness, number of the clause, and place in the catalogue."""
    place = {name: number for number, name in enumerate(rulebook.violations)}
    hits = [
        Hit(name, match.score, tuple(sorted(match.clauses, key=natural_order)))
        for name, match in matches.items()
    ]

    def order(hit: Hit) -> tuple[object, ...]:
        first = (0, natural_order(hit.clauses[0])) if hit.clauses else (1,)
        return -hit.score, matches[hit.violation].distance, first, place[hit.violation]

    return tuple(sorted(hits, key=order))


def _index(rulebook: Rulebook) -> Index:
    """The index of this rulebook; kept until another one is searched."""
    global _last
    found = _last
    if found is None or found.rulebook is not rulebook:
        found = _last = build(rulebook)
    return found


def _plain(index: Index, words: str) -> Matches:
    stages: tuple[Callable[[Index, str], Matches], ...] = (_by_names, _within, _alike, _by_texts)
    return next((matches for stage in stages if (matches := stage(index, words))), {})


# --- names, articles, places of registers -----------------------------------------------------------------------------


def _by_names(index: Index, words: str) -> Matches:
    """`words` as one name or article; or each of them a name or part of a title."""
    whole, parts = _one(index, words), words.split()
    if len(parts) < 2 or cited(words):  # an article belongs to the statute before it and to no other
        return whole
    each = (_one(index, part) or _of_titles(index, part) for part in parts)
    return best(whole, all_of(each, at_most=NAMED))


def _one(index: Index, words: str) -> Matches:
    wanted, place = fold(words), fold_place(words)
    matches: Matches = {}
    for term in index.terms:
        match = _place(term, place) if term.kind == "place" else _name(term, wanted)
        if match is not None:
            add(matches, term.violations, match)
    titles = [short for short, names in index.statutes.items() if wanted in names]
    return best(best(matches, _of_statutes(index, titles, CITED)), _by_article(index, words))


def _name(term: Term, wanted: str) -> Match | None:
    if term.kind == "statute" or not wanted or wanted not in term.folded:
        return None
    if wanted == term.folded:
        return Match(EXACT if term.kind == "entry" else CITED, 0, _clauses(term))
    return Match(NAMED, len(term.folded) - len(wanted)) if term.kind == "entry" else None


def _place(term: Term, wanted: str) -> Match | None:
    """A place of a register; its beginning will do."""
    if len(wanted) < 2 or not begins(term.folded, wanted):
        return None
    return Match(CITED, len(term.folded) - len(wanted), _clauses(term))


def _clauses(term: Term) -> tuple[str, ...]:
    return () if term.clause is None else (term.clause,)


def _by_article(index: Index, words: str) -> Matches:
    found = cited(words)
    if found is None:
        return {}
    statutes = statutes_named(found.before, index.statutes) if found.before else tuple(index.statutes)
    matches: Matches = {}
    for provisions in (index.provisions, index.relied_on):
        for item in provisions:
            if item.statute in statutes and found.reference.meets(item.reference):
                clauses = (item.clause,) if item.clause is not None else ()
                add(matches, (item.violation,), Match(CITED, 0, clauses))
        if matches:
            break
    return all_of((matches, _one(index, found.after)), at_most=NAMED) if found.after else matches


def _of_titles(index: Index, words: str) -> Matches:
    """By part of a title; a guess where it is part of several."""
    titles = statutes_named(words, index.statutes)
    return _of_statutes(index, titles, CITED if len(titles) == 1 else ALIKE)


def _of_statutes(index: Index, titles: Collection[str], score: int) -> Matches:
    matches: Matches = {}
    for item in index.provisions if titles else ():
        if item.statute in titles:
            add(
                matches, (item.violation,), Match(score, 0, (item.clause,) if item.clause is not None else ())
            )
    return matches


# --- what may be meant ------------------------------------------------------------------------------------------------


def _within(index: Index, words: str) -> Matches:
    """Names that a sentence contains, with a few characters between theirs at most."""
    wanted = fold(words)
    matches: Matches = {}
    for term in index.terms:
        name = term.folded
        if term.kind != "entry" or len(name) < (4 if name.isascii() else 2):
            continue
        loosely = len(name) > 2 and len(wanted) <= len(name) + _FILLERS and in_order(name, wanted)
        if name in wanted or (loosely and not name.isascii()):
            add(matches, term.violations, Match(TOLD, len(wanted) - len(name)))
    return matches


def _alike(index: Index, words: str) -> Matches:
    """Part of the title of a statute, or an abbreviation of a name: 骗保 for 骗取医疗保障基金."""
    wanted = fold(words)
    matches = (
        {} if cited(words) else _of_titles(index, words)
    )  # an article that is not there is not its statute
    if wanted.isascii() or len(wanted) < 2:
        return matches
    for term in index.terms:
        taken = span(wanted, term.folded) if term.kind == "entry" else None
        if taken is not None and taken <= _SPREAD * len(wanted):
            add(matches, term.violations, Match(ALIKE, taken - len(wanted)))
    return matches


def _by_texts(index: Index, words: str) -> Matches:
    """The words of provisions and registers."""
    parts = fold(words).split()
    matches: Matches = {}
    if max(map(len, parts), default=0) < 2:
        return matches
    folded = {text: fold(text) for text, _, _ in index.texts}
    for text, violation, clause in index.texts:
        if all(part in folded[text] for part in parts):
            add(matches, (violation,), Match(TEXT, 0, (clause,) if clause is not None else ()))
    return matches


def _by_pairs(index: Index, words: str) -> Matches:
    """Names that share most pairs of neighbouring characters with `words`: 工资不发 and 不发工资."""
    wanted = _pairs(fold(words))
    if len(wanted) < 2 or cited(words):
        return {}
    shared = {term.folded: len(wanted & _pairs(term.folded)) for term in index.terms if term.kind == "entry"}
    most = max(shared.values(), default=0)
    matches: Matches = {}
    for term in index.terms if 2 * most >= len(wanted) else ():
        if term.kind == "entry" and shared[term.folded] == most:
            add(matches, term.violations, Match(ALIKE, len(term.folded)))
    return matches


def _pairs(text: str) -> set[str]:
    """Pairs of neighbouring Chinese characters."""
    return {
        text[start : start + 2] for start in range(len(text) - 1) if not text[start : start + 2].isascii()
    }


def _by_pinyin(index: Index, spelt: str) -> Matches:
    terms: dict[str, list[Term]] = {}
    for term in index.terms:
        terms.setdefault(term.written, []).append(term)
    matches: Matches = {}
    for name, whole in read_as_pinyin(spelt, terms):
        if whole:
            matches = best(matches, _one(index, name))
        for term in terms[name]:
            if term.kind == "entry":
                add(matches, term.violations, Match(EXACT if whole else NAMED, 0 if whole else len(name)))
    if not matches:
        entries = [term for term in index.terms if term.kind == "entry"]
        near = set(nearly_pinyin(spelt, (term.written for term in entries)))
        for term in entries:
            if term.written in near:
                add(matches, term.violations, Match(ALIKE, len(term.written)))
    return matches
