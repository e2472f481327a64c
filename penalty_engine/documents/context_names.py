"""The names a paper can use: the catalogue in `names.yaml`, and the same names read off a context."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from pydantic import Field

from penalty_engine.diagnostics import nearest
from penalty_engine.documents.data_file import in_folder_or_shipped, read_data_file
from penalty_engine.documents.errors import DocumentError
from penalty_engine.rulebook.model_base import Model, NamesModel
from penalty_engine.rulebook.scalars import FactName, SchemaOne, Text
from penalty_engine.rulebook.source import Source, Step

FILE = "names.yaml"
SECTIONS = "sections"

Shape = Literal["text", "date", "sum", "number", "flag", "list", "group"]
_PATH = re.compile(r"[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*")
_DEEPEST = 8  # kinds within kinds; more is a circle


class NameModel(Model):
    """One name. ``shape`` is written `as`; ``loop_name``, what one entry of a list is called, `item`; ``kind`` `of`."""

    zh: Text
    en: Text
    shape: Shape = Field(default="text", alias="as")
    loop_name: FactName = Field(default="item", alias="item")
    kind: FactName | None = Field(default=None, alias="of")


class GroupModel(Model):
    """Names that belong together; ``forms``: the only forms that have them, all if empty."""

    zh: Text
    en: Text
    forms: list[Text] = Field(default_factory=list)
    names: dict[str, NameModel]


class NamesFileModel(Model):
    """The file."""

    format: SchemaOne = Field(alias="schema")
    groups: list[GroupModel]
    kinds: dict[FactName, GroupModel] = Field(default_factory=dict)
    sections: dict[str, NamesModel] = Field(default_factory=dict)


@dataclass
class Name:
    """One name: what it means, and the names below it. `entry`: what each entry of a list is."""

    path: str
    zh: str = ""
    en: str = ""
    shape: Shape = "text"
    loop_name: str = "item"
    kind: str | None = None
    parts: dict[str, Name] = field(default_factory=dict)
    entry: Name | None = None

    @property
    def prints(self) -> bool:
        """Whether the name stands for one thing that can be printed."""
        return self.shape not in ("list", "group")

    @property
    def below(self) -> Mapping[str, Name]:
        """The names of its parts, or of those of each entry."""
        return self.parts if self.entry is None else self.entry.parts

    def walk(self) -> Iterator[Name]:
        """This name and all below it, in the order of the catalogue."""
        if self.path and not self.path.endswith("[]"):
            yield self
        for part in self.parts.values():
            yield from part.walk()
        if self.entry is not None:
            yield from self.entry.walk()


@dataclass
class Group:
    """Names that belong together on the page."""

    zh: str
    en: str
    names: list[Name]


@dataclass
class Catalogue:
    """All names, as a tree and in groups; `kinds`: what the entries of lists are; `sections`: what is told of them."""

    root: Name
    groups: list[Group]
    kinds: dict[str, Group]
    sections: dict[str, Name]


def read_catalogue(templates: Path, form: str | None = None) -> Catalogue:
    """The catalogue of a templates folder, of the shipped one where the folder has none: what a form has, or all that
    there is. Raises DocumentError."""
    file = in_folder_or_shipped(templates, FILE)
    model, source = read_data_file(file, NamesFileModel, "names-unreadable")
    return _Builder(model, source).catalogue(form)


class _Builder:
    """Makes the tree of names: kinds are written once and put wherever they are used."""

    def __init__(self, model: NamesFileModel, source: Source) -> None:
        self._model, self._source = model, source
        self._kinds: dict[str, Group] = {}

    def catalogue(self, form: str | None) -> Catalogue:
        root = Name("", shape="group")
        groups = []
        for index, group in enumerate(self._model.groups):
            if form and group.forms and form not in group.forms:
                continue
            where: tuple[Step, ...] = ("groups", index, "names")
            names = [self._add(root, path, told, (*where, path), 0) for path, told in group.names.items()]
            groups.append(Group(group.zh, group.en, names))
        sections = {
            key: Name(f"{SECTIONS}.{key}", item.zh, item.en) for key, item in self._model.sections.items()
        }
        return Catalogue(root, groups, self._kinds, sections)

    def _add(self, above: Name, path: str, told: NameModel, where: tuple[Step, ...], depth: int) -> Name:
        if not _PATH.fullmatch(path) or depth > _DEEPEST:
            raise DocumentError("names-bad-path", str(self._source.place(where)), path=path)
        *groups, last = path.split(".")
        for key in groups:
            above = above.parts.setdefault(key, Name(_below(above, key), shape="group"))
        name = Name(_below(above, last), told.zh, told.en, told.shape, told.loop_name, told.kind)
        above.parts[last] = name
        if told.shape == "list":
            name.entry = Name(f"{name.path}[]", shape="group" if told.kind else "text")
        if told.kind:
            self._fill(name.entry or name, told.kind, where, depth)
        return name

    def _fill(self, name: Name, kind: str, where: tuple[Step, ...], depth: int) -> None:
        group = self._model.kinds.get(kind)
        if group is None:
            near = nearest(kind, self._model.kinds)
            place = str(self._source.place((*where, "of")))
            raise DocumentError("names-no-kind", place, kind=kind, nearest=near)
        names = [
            self._add(name, path, told, ("kinds", kind, "names", path), depth + 1)
            for path, told in group.names.items()
        ]
        self._kinds.setdefault(kind, Group(group.zh, group.en, names))


def _below(above: Name, key: str) -> str:
    return f"{above.path}.{key}" if above.path else key


def flatten(context: Mapping[str, Any]) -> dict[str, Any]:
    """Every path of a context with the first value found there that says something, else None."""
    found: dict[str, Any] = {}
    _collect(context, "", found)
    return found


def _collect(value: Any, path: str, found: dict[str, Any]) -> None:
    if isinstance(value, Mapping):
        for key, item in value.items():
            below = f"{path}.{key}" if path else str(key)
            _note(below, item, found)
            _collect(item, below, found)
    elif isinstance(value, (list, tuple)):
        for item in value:
            _note(path, item, found)
            _collect(item, f"{path}[]", found)


def _note(path: str, value: Any, found: dict[str, Any]) -> None:
    plain = not isinstance(value, (Mapping, list, tuple))
    if found.get(path) is None:
        found[path] = value if plain else None


_PRINTED: Mapping[str, str] = {"date": "|date", "sum": "|figures"}


def in_word(name: Name, prefix: str = "") -> str:
    """How a name is written in Word; `prefix`: what the entry it belongs to is called."""
    plain = prefix + (name.path.rsplit(".", 1)[-1] if prefix else name.path)
    if name.shape == "list":
        return in_loop(name, plain)
    if name.shape == "group":
        return plain + "."
    return "{{ " + plain + _PRINTED.get(name.shape, "") + " }}"


def in_loop(name: Name, plain: str) -> str:
    """How the entries of a list are gone through, each in paragraphs of its own; `plain`: the list as it is written."""
    return f"{{%p for {name.loop_name} in {plain} %}}"
