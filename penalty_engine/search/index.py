"""What can be found: the terms of the catalogue, of statutes and of registers, and the entries they lead to."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

from penalty_engine.rulebook.records import Rulebook
from penalty_engine.search.folding import fold, fold_place
from penalty_engine.search.references import Reference, reference, statute_names


class Term(NamedTuple):
    """A name as it is written, folded, what it is a name of, and the entries it leads to by itself."""

    written: str
    folded: str
    kind: Literal["entry", "statute", "place", "clause"]
    violations: tuple[str, ...]
    clause: str | None = None


class Provision(NamedTuple):
    """A provision and the entry it concerns; ``clause`` where it is one that punishes."""

    statute: str
    reference: Reference
    violation: str
    clause: str | None


class Index(NamedTuple):
    """Everything that can be searched, folded once."""

    rulebook: Rulebook
    terms: tuple[Term, ...]
    statutes: dict[str, tuple[str, ...]]
    provisions: tuple[Provision, ...]
    relied_on: tuple[Provision, ...]
    texts: tuple[tuple[str, str, str | None], ...]
    """(text, entry, clause); folded only where the names tell nothing"""


def build(rulebook: Rulebook) -> Index:
    """The index of one rulebook."""
    versions = [clause for found in rulebook.clauses.values() for clause in found]
    provisions: dict[Provision, None] = {}
    relied_on: dict[Provision, None] = {}
    texts: dict[tuple[str, str, str | None], None] = {}
    for clause in versions:
        short = clause.statute.short
        for name in clause.violations:
            _provide(provisions, short, clause.article, name, clause.key)
            texts[clause.text, name, clause.key] = None
            for quoted in clause.refers_to:
                _provide(relied_on, quoted.statute or short, quoted.article, name, clause.key)
                texts[quoted.text, name, clause.key] = None
    for violation in rulebook.violations.values():
        for quoted in violation.forbidden_by:
            _provide(provisions, quoted.statute, quoted.article, violation.id, None)
            texts[quoted.text, violation.id, None] = None
    for item in rulebook.register:
        texts.update(dict.fromkeys((item.text, name, None) for name in item.violations))
    statutes = statute_names(clause.statute for clause in versions)
    for provision in (*provisions, *relied_on):
        statutes.setdefault(provision.statute, (fold(provision.statute),))
    titles = (Term(short, fold(short), "statute", ()) for short in statutes)
    terms = (*_names(rulebook), *titles, *_places(rulebook), *_keys(rulebook))
    return Index(rulebook, terms, statutes, tuple(provisions), tuple(relied_on), tuple(texts))


def _provide(
    into: dict[Provision, None], statute: str, article: str, violation: str, clause: str | None
) -> None:
    found = reference(article)
    if found is not None:
        into[Provision(statute, found, violation, clause)] = None


def _names(rulebook: Rulebook) -> Iterable[Term]:
    for item in rulebook.violations.values():
        for name in dict.fromkeys((item.id, item.name.zh, item.name.en, *item.aliases)):
            yield Term(name, fold(name), "entry", (item.id,))


def _places(rulebook: Rulebook) -> Iterable[Term]:
    groups: dict[str, dict[str, None]] = {}
    for item in rulebook.register:
        for name in dict.fromkeys((item.id, item.where)):
            yield Term(name, fold_place(name), "place", item.violations)
        for name in (item.group.zh, item.group.en):
            groups.setdefault(name, {}).update(dict.fromkeys(item.violations))
    for name, violations in groups.items():
        yield Term(name, fold_place(name), "place", tuple(violations))


def _keys(rulebook: Rulebook) -> Iterable[Term]:
    for key, versions in rulebook.clauses.items():
        entries = tuple(dict.fromkeys(name for clause in versions for name in clause.violations))
        for name in (key, key.partition("/")[2]):
            yield Term(name, fold(name), "clause", entries, key)
        newest = versions[-1]
        if reference(newest.article) is None:  # a place in a document that has no articles
            for name in (newest.article, newest.statute.short + newest.article):
                yield Term(name, fold_place(name), "place", entries, key)
