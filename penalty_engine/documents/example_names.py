"""Every name of a form with what it means, how it is written in Word, and what stands there in a case."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from penalty_engine.documents.context_names import (
    SECTIONS,
    Catalogue,
    Name,
    flatten,
    in_loop,
    in_word,
    read_catalogue,
)
from penalty_engine.documents.drafting import context_of
from penalty_engine.documents.forms import Form
from penalty_engine.documents.material import material_of
from penalty_engine.documents.sections import sections
from penalty_engine.documents.text import chinese_date, figures
from penalty_engine.messages import Names

if TYPE_CHECKING:
    from penalty_engine.assessment import Assessment
    from penalty_engine.case import Case
    from penalty_engine.engine import Engine

SAMPLE = "sample.yaml"


class ExampleName(NamedTuple):
    """One name. `word`: how it is written in Word; `example`: what the case has there, None if nothing."""

    path: str
    title: Names
    shape: str
    word: str
    example: str | None


class ExampleGroup(NamedTuple):
    """Names that belong together. `loop`: the lists whose entries have them, none for the names of the paper itself."""

    title: Names
    loop: tuple[str, ...]
    names: tuple[ExampleName, ...]


class Examples(NamedTuple):
    """All names of a form."""

    form: Form
    groups: tuple[ExampleGroup, ...]
    kinds: tuple[ExampleGroup, ...]
    sections: tuple[ExampleName, ...]


def example_names(engine: Engine, form: str, templates: Path, case: Case, assessment: Assessment) -> Examples:
    """The names of a form, with examples from a case. Raises DocumentError."""
    chosen, context = context_of(form, material_of(engine, case, assessment), templates)
    catalogue = read_catalogue(templates, form)
    values = flatten(context)
    groups = tuple(
        ExampleGroup(Names(group.zh, group.en), (), tuple(_example(name, values) for name in group.names))
        for group in catalogue.groups
    )
    return Examples(
        chosen, groups, tuple(_kinds(catalogue, values)), _sections(context, templates, catalogue)
    )


def sample_case(templates: Path) -> Path:
    """The file of the case that examples are taken from: that of the folder, or the shipped one."""
    file = templates / SAMPLE
    if file.is_file():
        return file
    from penalty_engine.resources import shipped_templates

    return shipped_templates() / SAMPLE


def _kinds(catalogue: Catalogue, values: dict[str, Any]) -> Iterator[ExampleGroup]:
    """The entries of lists and the groups within them, each kind once, with where it is found."""
    uses: dict[str, list[tuple[Name, str]]] = {}
    for name, plain in _uses(catalogue.root, ""):
        if name.kind is not None:
            uses.setdefault(name.kind, []).append((name, plain))
    for kind, found in uses.items():
        where = [in_loop(name, plain) if name.shape == "list" else plain + "." for name, plain in found]
        # a list shows its loop, so it explains more than the same names in a group; a short name more than a long one
        listed = sorted(found, key=lambda use: (use[0].shape != "list", len(use[1])))
        name, plain = next((use for use in listed if _filled(use[0], values)), listed[0])
        prefix = f"{name.loop_name}." if name.shape == "list" else plain + "."
        told = tuple(_example(part, values, prefix) for part in name.below.values())
        group = catalogue.kinds[kind]
        yield ExampleGroup(Names(group.zh, group.en), tuple(dict.fromkeys(where)), told)


def _uses(above: Name, prefix: str) -> Iterator[tuple[Name, str]]:
    """Every name below another, as it is written without braces."""
    for key, name in above.parts.items():
        yield name, prefix + key
        if name.entry is not None:
            yield from _uses(name.entry, f"{name.loop_name}.")
        else:
            yield from _uses(name, f"{prefix}{key}.")


def _filled(name: Name, values: dict[str, Any]) -> bool:
    return any(values.get(part.path) is not None for part in name.below.values())


def _example(name: Name, values: dict[str, Any], prefix: str = "") -> ExampleName:
    shown = None if name.shape == "group" else _shown(values.get(name.path), name.shape)
    return ExampleName(name.path, Names(name.zh, name.en), name.shape, in_word(name, prefix), shown)


def _shown(value: Any, shape: str) -> str | None:
    if value is None:
        return None
    if isinstance(value, bool):
        return "是" if value else "否"
    if shape == "date":
        return chinese_date(value)
    return figures(value) if shape == "sum" else str(value)


def _sections(context: dict[str, Any], templates: Path, catalogue: Catalogue) -> tuple[ExampleName, ...]:
    made = sections(context, templates)
    return tuple(
        ExampleName(
            f"{SECTIONS}.{key}",
            Names(catalogue.sections[key].zh, catalogue.sections[key].en),
            "text",
            f"{{{{ {SECTIONS}.{key} }}}}",
            made[key] or None,
        )
        for key in made
    )
