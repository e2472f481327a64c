"""What is still blank in a paper: the words around each blank, and the field of the case file that fills it.

A paper is filled a second time with its unknown values marked, so that a blank names the value it stands for,
whatever the template says around it. Where a template leaves a blank of its own (`{{ none }}`), the catalogue
`blanks.yaml` of the templates folder tells the field by the words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple, get_args

from jinja2 import Template
from pydantic import BaseModel, Field

from penalty_engine.case import Case
from penalty_engine.documents import templating
from penalty_engine.documents.blank_words import Opening, openings
from penalty_engine.documents.data_file import in_folder_or_shipped, read_data_file
from penalty_engine.documents.drafting import Draft
from penalty_engine.documents.errors import DocumentError
from penalty_engine.documents.forms import Form
from penalty_engine.documents.text import BLANK, FILTERS, inert
from penalty_engine.rulebook.model_base import Model
from penalty_engine.rulebook.scalars import SchemaOne, Text

FILE = "blanks.yaml"
AUTHORITY = "authority."
"""How the field of a blank begins that the rules fill, not the case: what they hold about the authority."""
_FIRST_MARK, _LAST_MARK = 0xF0000, 0xFFFFD
_MARKS = re.compile(f"[{chr(_FIRST_MARK)}-{chr(_LAST_MARK)}]")


class Blank(NamedTuple):
    """One blank. ``words``: those around it; ``field``: the field of the case file that fills it, or one of the
    authority's own data, None where it is filled in by hand."""

    words: str
    field: str | None


class HintModel(Model):
    """Blanks with these words around them are filled from this field of the case file."""

    words: Text
    field: Text


class HintsModel(Model):
    """The file."""

    format: SchemaOne = Field(alias="schema")
    blanks: list[HintModel]


Hints = tuple[tuple[str, str], ...]
Load = Callable[[Any], Template]


def read_hints(templates: Path) -> Hints:
    """The catalogue of a templates folder, the shipped one where the folder has none. Raises DocumentError."""
    model, source = read_data_file(in_folder_or_shipped(templates, FILE), HintsModel, "blanks-unreadable")
    for index, item in enumerate(model.blanks):
        if not in_case(item.field):
            place = str(source.place(("blanks", index, "field")))
            raise DocumentError("blanks-unknown-field", place, field=item.field)
    return tuple((item.words, item.field) for item in model.blanks)


def blanks_of(paper: Draft, templates: Path, hints: Hints, load: Load) -> tuple[Blank, ...]:
    """The blanks of a paper, in order. ``load``: how its template is taken from an environment."""
    form, context, markdown = paper.form, paper.context, paper.markdown
    if BLANK not in markdown:
        return ()
    fields: list[str] = []
    marked = templating.filled(templates, form.id, _marked(context, "", fields), _marking(load))
    # A template that looks at a value in a way the marks cannot bear says nothing about fields; the words stay.
    trusted = _same(marked, markdown)
    return tuple(
        Blank(item.words, _field_of(item, form, fields, hints))
        for item in openings(marked if trusted else markdown)
    )


def _same(marked: str, markdown: str) -> bool:
    return _MARKS.sub("", marked) == markdown


class _Unknown(str):
    """An unknown value that knows its name: to a template it is as good as None."""

    __slots__ = ("mark",)
    mark: str

    def __eq__(self, other: object) -> bool:
        return other is None or isinstance(other, _Unknown)

    __hash__ = str.__hash__


def _marked(value: Any, path: str, fields: list[str]) -> Any:
    """Return a context with every None replaced by a value that knows its path."""
    if isinstance(value, Mapping):
        below = f"{path}." if path else ""
        return {key: _marked(item, f"{below}{key}", fields) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        # acts are selected for a paper, so their position says nothing about that in the case
        each = path.endswith("acts")
        return [_marked(item, f"{path}[{'' if each else index}]", fields) for index, item in enumerate(value)]
    if value is not None or _FIRST_MARK + len(fields) > _LAST_MARK:
        return value
    unknown = _Unknown()
    unknown.mark = chr(_FIRST_MARK + len(fields))
    fields.append(path)
    return unknown


def _marking(load: Load) -> Load:
    """Return what loads a template into an environment that prints the marks."""

    def loaded(environment: Any) -> Template:
        environment.finalize = _printed
        environment.filters.update({name: _noting(apply) for name, apply in FILTERS.items()})
        environment.tests["none"] = lambda value: value is None or isinstance(value, _Unknown)
        return load(environment)

    return loaded


def _printed(value: object) -> str:
    return value.mark + BLANK if isinstance(value, _Unknown) else inert(value)


def _noting(apply: Callable[..., Any]) -> Callable[..., Any]:
    def noted(value: Any, *args: Any) -> Any:
        if not isinstance(value, _Unknown):
            return apply(value, *args)
        found = apply(None, *args)
        return found.replace(BLANK, value.mark + BLANK, 1) if isinstance(found, str) else found

    return noted


def _field_of(item: Opening, form: Form, fields: list[str], hints: Hints) -> str | None:
    path = (
        fields[ord(item.mark) - _FIRST_MARK]
        if item.mark and ord(item.mark) - _FIRST_MARK < len(fields)
        else None
    )
    if path == "number" or (path is None and form.number_word and form.number_word in item.line):
        path = f"documents.{form.number_field}"
    elif path is not None and path.endswith("_no") and in_case(f"documents.{path}"):
        path = f"documents.{path}"
    if path is not None and (path.startswith(AUTHORITY) or in_case(path)):
        return path
    return next((field for words, field in hints if words in item.around), None)


def in_case(path: str) -> bool:
    """Whether the case file has a field of this path, such as `party.uscc` or `officers[0].name`."""
    model: type[BaseModel] | None = Case
    for step in re.sub(r"\[\d*\]", "", path).split("."):
        if model is None or step not in model.model_fields:
            return False
        model = next(_models(model.model_fields[step].annotation), None)
    return True


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _models(part)
