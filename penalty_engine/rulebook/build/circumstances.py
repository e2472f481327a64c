"""Circumstances, and what goes with every penalty."""

from __future__ import annotations

from typing import NamedTuple

from penalty_engine.messages import Names
from penalty_engine.rulebook.build.context import FileContext, make_basis, names, names_or_none
from penalty_engine.rulebook.catalogue_records import Period, Provenance, Vocabulary
from penalty_engine.rulebook.circumstance_records import Advice, Always, Basis, Circumstance, Exclusion
from penalty_engine.rulebook.condition_reader import Path
from penalty_engine.rulebook.conditions import AllOf, AnyOf, Condition, negate
from penalty_engine.rulebook.model_discretion import AlwaysModel, CircumstanceModel, CircumstancesFile
from penalty_engine.rulebook.words import PARTY_KINDS


class _Statute(NamedTuple):
    """What all circumstances of one file rest on."""

    name: Names
    period: Period
    source: Provenance

    def basis(self, article: str, text: str) -> Basis:
        return make_basis(self.name, article, text, self.period, self.source)


class CircumstanceRules(NamedTuple):
    """What one file of circumstances holds."""

    circumstances: list[Circumstance]
    always: list[Always]


def build_circumstances(
    model: CircumstancesFile, context: FileContext, vocabulary: Vocabulary
) -> CircumstanceRules:
    """The circumstances of one file, and what goes with every penalty."""
    period = context.period(model.in_force, ("in_force",))
    statute = _Statute(names(model.statute), period, context.provenance(model.source, ("source",)))
    return CircumstanceRules(
        [
            _circumstance(item, ("circumstances", index), context, statute)
            for index, item in enumerate(model.circumstances)
        ],
        [
            _always(item, ("always", index), context, statute, vocabulary)
            for index, item in enumerate(model.always)
        ],
    )


def _circumstance(
    item: CircumstanceModel, path: Path, context: FileContext, statute: _Statute
) -> Circumstance:
    if item.mitigates and item.effect != "lighter":
        context.finding("mitigates-needs-lighter", (*path, "mitigates"), key=True)
    if item.gravest and item.effect != "heavier":
        context.finding("gravest-needs-heavier", (*path, "gravest"), key=True)
    basis = statute.basis(item.article, item.text)
    requires = context.optional_condition(item.requires, (*path, "requires"))
    return Circumstance(
        item.id,
        names(item.name),
        item.effect,
        item.force,
        item.mitigates,
        item.gravest,
        item.election,
        tuple(item.parties or PARTY_KINDS),
        basis,
        _both(context.optional_condition(item.when, (*path, "when")), requires),
        f"circumstance/{item.id}",
        _either(context.optional_condition(item.contradicted_by, (*path, "contradicted_by")), requires),
        f"contradiction/{item.id}",
        names_or_none(item.note),
        context.source.place((*path, "id")),
        item.ground or f"{basis.cite.zh} {basis.text}",
        requires,
        frozenset(item.violations or ()),
        _never_for(item, path, context),
        _advice(item, path, context),
        None if item.when_source is None else context.provenance(item.when_source, (*path, "when_source")),
        item.ends_pursuit,
    )


def _both(when: Condition | None, requires: Condition | None) -> Condition | None:
    """A circumstance follows from facts only where what it requires is known to hold too."""
    return when if when is None or requires is None else AllOf((when, requires))


def _either(contradicted: Condition | None, requires: Condition | None) -> Condition | None:
    """What is known to lack a requirement is not counted, like what other facts contradict."""
    if requires is None:
        return contradicted
    lacking = negate(requires)
    return lacking if contradicted is None else AnyOf((contradicted, lacking))


def _never_for(item: CircumstanceModel, path: Path, context: FileContext) -> tuple[Exclusion, ...]:
    return tuple(
        Exclusion(
            frozenset(one.violations),
            names(one.reason),
            context.provenance(one.source, (*path, "never_for", index, "source")),
            context.source.place((*path, "never_for", index)),
        )
        for index, one in enumerate(item.never_for)
    )


def _advice(item: CircumstanceModel, path: Path, context: FileContext) -> tuple[Advice, ...]:
    return tuple(
        Advice(
            context.condition(one.when, (*path, "warn_when", index, "when")),
            names(one.text),
            context.provenance(one.source, (*path, "warn_when", index, "source")),
            context.source.place((*path, "warn_when", index)),
        )
        for index, one in enumerate(item.warn_when)
    )


def _always(
    item: AlwaysModel, path: Path, context: FileContext, statute: _Statute, vocabulary: Vocabulary
) -> Always:
    if (item.order is None) == (item.confiscate is None):
        context.finding("always-one-of", path)
    if item.order is not None:
        context.known(item.order, vocabulary.orders, "unknown-order", (*path, "order"))
    for index, name in enumerate(item.not_beside):
        context.known(name, vocabulary.orders, "unknown-order", (*path, "not_beside", index))
    if (
        item.confiscate is not None
        and context.known(item.confiscate, vocabulary.facts, "unknown-fact", (*path, "confiscate"))
        and item.confiscate not in vocabulary.money
    ):
        found = vocabulary.facts[item.confiscate].type
        here = (*path, "confiscate")
        context.finding("fact-type", here, name=item.confiscate, found=found, expected=("money",))
    return Always(
        f"always/{item.order or item.confiscate}",
        item.order,
        item.confiscate,
        context.optional_condition(item.unless, (*path, "unless")),
        tuple(item.not_beside),
        statute.basis(item.article, item.text),
        context.source.place(path),
        context.optional_condition(item.lifted_when, (*path, "lifted_when")),
    )
