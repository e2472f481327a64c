"""What spans statutes: conflicts between clauses, registers, and the coverage of the field."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from penalty_engine.rulebook.build.context import FileContext, names, names_or_none
from penalty_engine.rulebook.catalogue_records import Conflict, Covered, NotObtained, RegisterItem
from penalty_engine.rulebook.condition_reader import Path
from penalty_engine.rulebook.model_catalogue import (
    ConflictModel,
    ConflictsFile,
    CoverageFile,
    RegisterFile,
)


def build_conflicts(
    model: ConflictsFile, context: FileContext, clauses: Collection[str]
) -> Iterator[Conflict]:
    """The conflicts of one file; every clause they name must exist."""
    seen: set[str] = set()
    for index, item in enumerate(model.conflicts):
        path: Path = ("conflicts", index)
        if item.id in seen:
            context.finding("duplicate-id", (*path, "id"), name=item.id)
        seen.add(item.id)
        kind, named = _named(item)
        if kind is None:
            context.finding("conflict-shape", path)
            continue
        if item.at_least_the_others and kind != "higher-fine":
            context.finding("floor-without-higher-fine", (*path, "at_least_the_others"), key=True)
        for key, place in named:
            context.known(key, clauses, "unknown-rule-clause", (*path, *place))
        yield Conflict(
            item.id,
            kind,
            tuple(key for key, _ in named),
            item.ground,
            names(item.reason),
            item.confirm,
            item.at_least_the_others,
            context.source.place(path),
        )


def _named(item: ConflictModel) -> tuple[str | None, list[tuple[str, Path]]]:
    """Which of the three forms a conflict has, and the clauses it names with their places."""
    over, higher, together = (
        _with_places(getattr(item, form) or (), form) for form in ("over", "higher_fine", "together")
    )
    forms: list[tuple[str, list[tuple[str, Path]]]] = []
    if item.prevails is not None and over:
        forms.append(("prevails", [(item.prevails, ("prevails",)), *over]))
    elif item.prevails is not None or over:
        return None, []
    forms += [(kind, found) for kind, found in (("higher-fine", higher), ("together", together)) if found]
    return forms[0] if len(forms) == 1 else (None, [])


def _with_places(keys: Sequence[str], form: str) -> list[tuple[str, Path]]:
    return [(key, (form, number)) for number, key in enumerate(keys)]


def build_register(
    model: RegisterFile, context: FileContext, violations: Collection[str]
) -> Iterator[RegisterItem]:
    """The items of one register; every entry they lead to must exist."""
    context.provenance(model.source, ("source",))
    seen: set[str] = set()
    for number, group in enumerate(model.groups):
        for index, item in enumerate(group.items):
            path = ("groups", number, "items", index)
            if item.id in seen:
                context.finding("duplicate-id", (*path, "id"), name=item.id)
            seen.add(item.id)
            for position, name in enumerate(item.violations):
                context.known(name, violations, "unknown-violation", (*path, "violations", position))
            if not item.violations and item.note is None:
                context.finding("nowhere-to-go", path, name=item.id)
            yield RegisterItem(
                item.id,
                names(group.name),
                names(model.title),
                item.place,
                item.text,
                tuple(item.violations),
                names_or_none(item.note),
                context.source.place(path),
            )


def build_coverage(
    model: CoverageFile, context: FileContext, clauses: Collection[str]
) -> tuple[list[Covered], list[NotObtained]]:
    """The provisions of the field; every clause they name must exist, every other needs a reason."""
    covered: list[Covered] = []
    for number, group in enumerate(model.groups):
        for index, item in enumerate(group.provisions):
            path = ("groups", number, "provisions", index)
            for position, key in enumerate(item.clauses):
                context.known(key, clauses, "unknown-rule-clause", (*path, "clauses", position))
            if not item.clauses and item.why is None:
                context.finding("nowhere-to-go", path, name=item.row)
            covered.append(
                Covered(
                    item.row,
                    names(group.name),
                    item.provision,
                    tuple(item.clauses),
                    names_or_none(item.why),
                    context.source.place(path),
                )
            )
    missing = [
        NotObtained(item.title, names(item.missing), names(item.supply), item.file)
        for item in model.not_obtained
    ]
    return covered, missing
