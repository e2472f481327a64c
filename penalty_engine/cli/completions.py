"""What the shell offers after TAB. The rules are loaded only then, and a fault in them offers nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

import click

from penalty_engine.cli.session import Session

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
            if name.startswith(incomplete)
        ]

    return complete


clauses = _offering(
    lambda book, lang: (
        (key, book.violations[versions[-1].violation].name.text(lang))
        for key, versions in book.clauses.items()
    )
)
violations = _offering(
    lambda book, lang: ((item.id, item.name.text(lang)) for item in book.violations.values())
)
clauses_and_violations = _offering(
    lambda book, lang: (
        *(
            (key, book.violations[versions[-1].violation].name.text(lang))
            for key, versions in book.clauses.items()
        ),
        *((item.id, item.name.text(lang)) for item in book.violations.values()),
    )
)
facts = _offering(
    lambda book, lang: (
        (f"{fact.id}=", fact.label.text(lang)) for fact in book.vocabulary.facts.values() if not fact.computed
    )
)
circumstances = _offering(
    lambda book, lang: ((item.id, item.name.text(lang)) for item in book.circumstances.values())
)
authorities = _offering(
    lambda book, lang: ((item.id, item.name.text(lang)) for item in book.authorities.values())
)
