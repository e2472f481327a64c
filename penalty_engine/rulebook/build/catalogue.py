"""The vocabulary and the catalogue of violations."""

from __future__ import annotations

from penalty_engine.rulebook.build.context import FileContext, names, names_or_none
from penalty_engine.rulebook.condition_reader import RESERVED
from penalty_engine.rulebook.model import FactDecl, ViolationsFile, VocabularyFile
from penalty_engine.rulebook.records import Fact, Violation, Vocabulary


def build_vocabulary(model: VocabularyFile, context: FileContext) -> Vocabulary:
    """All facts and names."""
    facts = {name: _fact(name, declared, context) for name, declared in model.facts.items()}
    return Vocabulary(
        facts,
        {key: names(value) for key, value in model.orders.items()},
        {key: names(value) for key, value in model.licences.items()},
        {key: names(value) for key, value in model.bodies.items()},
        frozenset(name for name, fact in facts.items() if fact.type == "money"),
    )


def _fact(name: str, declared: FactDecl, context: FileContext) -> Fact:
    path = ("facts", name)
    if name in RESERVED:
        context.finding("reserved-name", path, key=True, name=name)
    if (declared.type == "choice") != bool(declared.choices):
        context.finding("choices-for-choice", path, name=name)
    if not declared.computed and declared.question is None:
        context.finding("question-missing", path, name=name)
    choices = {key: names(value) for key, value in (declared.choices or {}).items()}
    return Fact(
        name,
        declared.type,
        names(declared.label),
        names_or_none(declared.question),
        names_or_none(declared.unit),
        choices,
        declared.computed,
        declared.asked_when or {},
        context.source.key_place(path),
    )


def build_violations(model: ViolationsFile, context: FileContext) -> dict[str, Violation]:
    """The catalogue, in the order of the file."""
    found: dict[str, Violation] = {}
    for index, item in enumerate(model.violations):
        path = ("violations", index)
        if item.id in found:
            context.finding("duplicate-id", (*path, "id"), name=item.id)
        found[item.id] = Violation(
            item.id, names(item.name), tuple(item.aliases), item.register_place, context.source.place(path)
        )
    return found
