"""The vocabulary and the catalogue of violations."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from penalty_engine.rulebook.build.context import FileContext, names, names_or_none
from penalty_engine.rulebook.build.derived import build_derivation, check_derivation, in_order
from penalty_engine.rulebook.catalogue_records import (
    DateCheck,
    Fact,
    MeasureKind,
    PaymentKind,
    PenaltyWords,
    Quotation,
    Spells,
    Violation,
    Vocabulary,
)
from penalty_engine.rulebook.condition_reader import RESERVED, FactError, Path, read_value
from penalty_engine.rulebook.conditions import FactValue
from penalty_engine.rulebook.model_catalogue import FactDecl, ViolationsFile, VocabularyFile


def build_vocabulary(model: VocabularyFile, context: FileContext) -> Vocabulary:
    """All facts and names."""
    facts = {name: _fact(name, declared, context) for name, declared in model.facts.items()}
    for name, fact in facts.items():
        _check_spells(name, fact, facts, context)
        check_derivation(name, fact, facts, context)
    return Vocabulary(
        facts,
        {key: names(value) for key, value in model.orders.items()},
        {key: names(value) for key, value in model.licences.items()},
        {key: names(value) for key, value in model.bodies.items()},
        frozenset(name for name, fact in facts.items() if fact.type == "money"),
        {
            key: MeasureKind(
                names(item), item.penalty, item.grave, tuple(item.words), tuple(item.except_words)
            )
            for key, item in model.measures.items()
        },
        {key: PaymentKind(names(item), names(item.to)) for key, item in model.payments.items()},
        {key: tuple(item.words) for key, item in model.orders.items() if item.words},
        {key: tuple(item.words) for key, item in model.licences.items() if item.words},
        _penalty_words(model),
        in_order(facts),
        frozenset(name for name, fact in facts.items() if fact.type == "share"),
    )


def _penalty_words(model: VocabularyFile) -> dict[str, PenaltyWords]:
    table = model.penalty_words
    kinds = {} if table is None else {name: getattr(table, name) for name in type(table).model_fields}
    return {
        name: PenaltyWords(tuple(item.words), tuple(item.except_words))
        for name, item in kinds.items()
        if item is not None
    }


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
        _spells(declared, context, (*path, "spells")),
        context.source.key_place(path),
        tuple(declared.words),
        tuple(declared.except_words),
        build_derivation(name, declared, context),
    )
    return fact._replace(date_checks=tuple(_date_checks(fact, declared, context)))


def _spells(declared: FactDecl, context: FileContext, path: Path) -> Spells | None:
    model = declared.spells
    if model is None:
        return None
    source = None if model.source is None else context.provenance(model.source, (*path, "source"))
    return Spells(model.unit, model.of, model.before, model.since, source)


def _check_spells(name: str, fact: Fact, facts: Mapping[str, Fact], context: FileContext) -> None:
    """Spells are counts; a part names the whole it is a part of, and one day."""
    spells, path = fact.spells, ("facts", name, "spells")
    if spells is None:
        return
    if fact.type != "count":
        context.finding("spells-for-count", path, key=True, name=name)
    days = [day for day in (spells.before, spells.since) if day is not None]
    if len(days) != (0 if spells.of is None else 1):
        context.finding("spells-part", path, key=True, name=name)
    if spells.of is not None and context.known(spells.of, facts, "unknown-fact", (*path, "of")):
        whole = facts[spells.of].spells
        if whole is None or whole.of is not None or whole.unit != spells.unit:
            context.finding("spells-of", (*path, "of"), name=name, whole=spells.of)


def _date_checks(fact: Fact, declared: FactDecl, context: FileContext) -> Iterator[DateCheck]:
    for index, item in enumerate(declared.date_checks):
        path = ("facts", fact.id, "date_checks", index)
        value = _value(fact, item.value, context, (*path, "is"))
        instead = None if item.instead is None else _value(fact, item.instead, context, (*path, "instead"))
        if value is not None:
            yield DateCheck(value, item.day, item.not_after, names(item.warning), item.not_before, instead)


def _value(fact: Fact, stated: Any, context: FileContext, path: Path) -> FactValue | None:
    try:
        return read_value(fact, stated)
    except FactError as error:
        context.finding(error.code, path, **{"name": fact.id, "nearest": None, **error.params})
        return None


def build_violations(model: ViolationsFile, context: FileContext) -> dict[str, Violation]:
    """The catalogue, in the order of the file."""
    found: dict[str, Violation] = {}
    for index, item in enumerate(model.violations):
        path = ("violations", index)
        if item.id in found:
            context.finding("duplicate-id", (*path, "id"), name=item.id)
        found[item.id] = Violation(
            item.id,
            names(item.name),
            tuple(item.aliases),
            tuple(Quotation(quoted.statute, quoted.article, quoted.text) for quoted in item.forbidden_by),
            (),
            context.source.place(path),
        )
    return found
