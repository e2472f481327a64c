"""What somebody asks about by name: a clause, a tier, a circumstance, a duty, a licence, a measure, a payment, an exemption."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from penalty_engine.diagnostics import Diagnostic, nearest
from penalty_engine.engine import Engine
from penalty_engine.errors import CaseError
from penalty_engine.messages import Message, Names
from penalty_engine.reasons.wording import Text, named
from penalty_engine.rulebook.condition_reader import shown
from penalty_engine.rulebook.records import Rulebook
from penalty_engine.rulebook.words import DUTIES
from penalty_engine.search import CITED, LONGEST, natural_order

CLAUSE, TIER, CIRCUMSTANCE, DUTY = "clause", "tier", "circumstance", "duty"
LICENCE, MEASURE, PAYMENT, EXEMPTION, CONFISCATION = (
    "licence",
    "measure",
    "payment",
    "exemption",
    "confiscation",
)


class Subject(NamedTuple):
    """One thing asked about. ``kind``: one of the words above; ``name``: what it is called."""

    kind: str
    id: str
    name: Text


def subjects(engine: Engine, words: str, benchmarks: tuple[str, ...] = ()) -> tuple[Subject, ...]:
    """What `words` name: an id, a name in either language, or an article, which may be several clauses.

    ``benchmarks``: those in use, whose tiers are looked for first. Raises CaseError with the nearest name where they name
    nothing.
    """
    words = words.strip()
    known = tuple(_known(engine.rulebook, benchmarks))
    found = [item for item in known if item.id == words] or [
        item for item in known if words.casefold() in _names(item)
    ]
    if found:
        return _first_of_each_kind(found)
    clauses = _clauses(engine, words)
    if clauses:
        return clauses
    raise CaseError([_unknown(words, known)])


def _first_of_each_kind(found: list[Subject]) -> tuple[Subject, ...]:
    """One answer: the first kind that has the name, each id once (several tables may have a tier of the same id)."""
    kind = found[0].kind
    return tuple({item.id: item for item in reversed(found) if item.kind == kind}.values())[::-1]


def _known(book: Rulebook, benchmarks: tuple[str, ...]) -> Iterator[Subject]:
    for key, versions in book.clauses.items():
        yield Subject(CLAUSE, key, _cited(versions[-1].statute.title, versions[-1].article))
    for duty in DUTIES:
        yield Subject(DUTY, duty, named("reason-duty", duty))
    yield Subject(EXEMPTION, "exemption", Message("reason-subject-exemption"))
    yield Subject(CONFISCATION, "confiscation", Message("reason-subject-confiscation"))
    ordered = sorted(book.benchmarks.values(), key=lambda item: item.id not in benchmarks)
    for benchmark in ordered:
        for tier in benchmark.tiers:
            yield Subject(TIER, tier.id, tier.name)
        yield Subject(TIER, benchmark.mitigated_id, benchmark.mitigated_name)
    for circumstance in book.circumstances.values():
        yield Subject(CIRCUMSTANCE, circumstance.id, circumstance.name)
    for key, name in book.vocabulary.licences.items():
        yield Subject(LICENCE, key, name)
    for key, measure in book.vocabulary.measures.items():
        yield Subject(MEASURE, key, measure.name)
    for key, payment in book.vocabulary.payments.items():
        yield Subject(PAYMENT, key, payment.name)


def _cited(title: Names, article: str) -> Names:
    return Names(f"《{title.zh}》{article}", f"{title.en} {article}")


def _names(item: Subject) -> frozenset[str]:
    """The names of a subject, as somebody may type them; clauses are found by their article instead."""
    if item.kind == CLAUSE or isinstance(item.name, str):
        return frozenset()
    typed = {item.name.text("zh"), item.name.text("en")}
    return frozenset({name.casefold() for name in typed} | {name.strip("《》") for name in typed})


def _clauses(engine: Engine, words: str) -> tuple[Subject, ...]:
    """The clauses of an article, or of a number that only one statute has."""
    book = engine.rulebook
    local = [key for key in book.clauses if key.partition("/")[2] == words]
    if len(local) != 1:
        hits = engine.search(words) if len(words) <= LONGEST else ()
        local = sorted({key for hit in hits if hit.score == CITED for key in hit.clauses}, key=natural_order)
    newest = [book.clauses[key][-1] for key in local]
    return tuple(Subject(CLAUSE, item.key, _cited(item.statute.title, item.article)) for item in newest)


def _unknown(words: str, known: tuple[Subject, ...]) -> Diagnostic:
    ids = [item.id for item in known]
    names = {name: item.id for item in known for name in _names(item)}
    meant = nearest(words, ids) or names.get(nearest(words.casefold(), names) or "")
    return Diagnostic("why-unknown-name", params={"name": shown(words), "nearest": meant})
