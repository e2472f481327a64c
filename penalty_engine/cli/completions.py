"""What the shell offers after TAB. The rules are loaded only then, and a fault in them offers nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

import click

from penalty_engine.cli.session import Session
from penalty_engine.search import natural_order

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from penalty_engine.rulebook.records import Rulebook

Completer = Callable[[click.Context, click.Parameter, str], "list[CompletionItem]"]


def _offering(names: Callable[[Rulebook, str], Iterable[tuple[str, str]]]) -> Completer:
    def complete(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        from click.shell_completion import CompletionItem

        from penalty_engine.errors import PenaltyEngineError
        from penalty_engine.resources import rules_folder
        from penalty_engine.rulebook import load_rulebook

        session: Session = ctx.find_root().obj
        try:
            rulebook = load_rulebook(rules_folder(ctx.params.get("rules")))
        except PenaltyEngineError:
            return []
        return [
            CompletionItem(name, help=text)
            for name, text in names(rulebook, session.lang)
            if name.startswith(incomplete) and (incomplete or name.isascii())
        ]

    return complete


def _violation_words(book: Rulebook, lang: str) -> Iterator[tuple[str, str]]:
    """Ids, and for who begins to type them the Chinese names; no words with spaces, which a shell would take apart."""
    for item in book.violations.values():
        name = item.name.text(lang)
        yield item.id, name
        yield from ((word, name) for word in (item.name.zh, *item.aliases) if " " not in word)


def _clauses(book: Rulebook, lang: str) -> Iterator[tuple[str, str]]:
    for key in sorted(book.clauses, key=natural_order):
        yield key, book.violations[book.clauses[key][-1].violation].name.text(lang)


def _places(book: Rulebook, _: str) -> Iterator[tuple[str, str]]:
    yield from ((item.where, item.text) for item in book.register if " " not in item.where)


clauses_and_violations = _offering(lambda *given: (*_clauses(*given), *_violation_words(*given)))
violations_and_places = _offering(lambda *given: (*_violation_words(*given), *_places(*given)))
everything = _offering(lambda *given: (*_clauses(*given), *_violation_words(*given), *_places(*given)))
facts = _offering(
    lambda book, lang: (
        (f"{word}=", fact.label.text(lang))
        for fact in book.vocabulary.facts.values()
        if not fact.computed
        for word in (fact.id, fact.label.zh)
    )
)
circumstances = _offering(
    lambda book, lang: (
        (word, item.name.text(lang))
        for item in book.circumstances.values()
        for word in (item.id, item.name.zh)
    )
)
benchmarks = _offering(
    lambda book, lang: ((item.id, item.title.text(lang)) for item in book.benchmarks.values())
)
authorities = _offering(
    lambda book, lang: ((item.id, item.name.text(lang)) for item in book.authorities.values())
)
