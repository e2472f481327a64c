"""The vocabulary and the catalogue of violations."""

from __future__ import annotations

from collections.abc import Iterator

from penalty_engine.rulebook.build.context import FileContext, names, names_or_none
from penalty_engine.rulebook.condition_reader import RESERVED, FactError, read_value
from penalty_engine.rulebook.model import FactDecl, ViolationsFile, VocabularyFile
from penalty_engine.rulebook.records import DateCheck, Fact, Violation, Vocabulary


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
    fact = Fact(
        name,
        declared.type,
        names(declared.label),
        names_or_none(declared.question),
        names_or_none(declared.unit),
        choices,
        declared.computed,
        declared.asked_when or {},
        names_or_none(declared.when_unused),
        (),
        context.source.key_place(path),
    )
    return fact._replace(date_checks=tuple(_date_checks(fact, declared, context)))


def _date_checks(fact: Fact, declared: FactDecl, context: FileContext) -> Iterator[DateCheck]:
    for index, item in enumerate(declared.date_checks):
        try:
            value = read_value(fact, item.value)
        except FactError as error:
            params = {"name": fact.id, "nearest": None, **error.params}
            context.finding(error.code, ("facts", fact.id, "date_checks", index, "is"), **params)
            continue
        yield DateCheck(value, item.day, item.not_after, names(item.warning))


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
