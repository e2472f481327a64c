"""The catalogue of forms: `forms.yaml` of the templates folder, read and checked."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Literal, NamedTuple, get_args

from pydantic import Field

from penalty_engine.case_papers import Documents
from penalty_engine.diagnostics import nearest
from penalty_engine.documents.data_file import read_data_file
from penalty_engine.documents.errors import DocumentError
from penalty_engine.messages import Names
from penalty_engine.rulebook.model_base import Model, NamesModel
from penalty_engine.rulebook.scalars import SchemaOne, Text
from penalty_engine.rulebook.source import Source, Step
from penalty_engine.rulebook.words import TIMELINE_DAYS, DutyName

FILE = "forms.yaml"

Acts = Literal["every", "penalized", "exempted", "ordered", "owing"]
State = Literal[
    "penalty",
    "money",
    "order",
    "payment",
    "exempt",
    "corrected",
    "minor",
    "withdrawn",
    "hearing",
    "hearing_declined",
    "hearing_requested",
    "prosecution",
    "collective_discussion",
    "legal_review",
    "on_the_spot",
    "unperformed",
]
STATES: tuple[str, ...] = get_args(State)
"""What may be asked of a case to tell whether it needs a form; see `states`."""


class NumberModel(Model):
    """Where the case keeps the document number, and the letters of the authority's numbers for this form."""

    field: Text
    word: Text


class GroundModel(Model):
    """One ground on which a case needs a form: all states must be as given. ``duty``: where the assessment gives reasons for
    that duty of procedure, they are told instead of what stands here."""

    when: dict[str, bool]
    because: NamesModel
    basis: Text
    duty: DutyName | None = None


class FormModel(Model):
    """One form."""

    id: Text
    name: NamesModel
    acts: Acts
    facts: bool = False
    served: bool = False
    number: NumberModel | None = None
    signed_on: Text | None = None
    required: list[GroundModel]
    otherwise: NamesModel


class FormsModel(Model):
    """The file."""

    format: SchemaOne = Field(alias="schema")
    minor: list[Text] = Field(default_factory=list)
    overdue: Text | None = None
    forms: list[FormModel]


class Ground(NamedTuple):
    """See GroundModel."""

    when: Mapping[str, bool]
    because: Names
    basis: str
    duty: str | None = None


class Form(NamedTuple):
    """One form. ``acts``: which acts it is about; ``facts``: it cannot be made while facts are missing; ``served``: it goes
    to the party; ``number_field``, ``number_word``: where its number is kept, and the letters of such numbers."""

    id: str
    name: Names
    acts: str
    facts: bool
    served: bool
    number_field: str | None
    number_word: str | None
    signed_on: str | None
    required: tuple[Ground, ...]
    otherwise: Names

    @property
    def title(self) -> str:
        """The Chinese name, which is the paper's title."""
        return self.name.zh


class Catalogue(dict[str, Form]):
    """The forms by their ids, in the order a case needs them. ``minor``: the circumstances (their ids) that leave a case
    without penalty because it is minor. ``overdue``: the fact that the party let the time for correction pass."""

    minor: frozenset[str] = frozenset()
    overdue: str | None = None


def read_forms(folder: Path) -> Catalogue:
    """The forms of a templates folder. Raises DocumentError with file:line for what is wrong there."""
    if not folder.is_dir():
        raise DocumentError("templates-no-folder", str(folder))
    model, source = read_data_file(folder / FILE, FormsModel, "forms-unreadable")
    forms = Catalogue()
    forms.minor, forms.overdue = frozenset(model.minor), model.overdue
    for index, item in enumerate(model.forms):
        _check(source, ("forms", index), item, forms)
        forms[item.id] = _form(item)
    return forms


def _check(source: Source, path: tuple[Step, ...], item: FormModel, before: Mapping[str, Form]) -> None:
    """What a model cannot tell: an id used twice, a name that is none of those there are."""

    def among(given: str, known: tuple[str, ...], where: tuple[Step, ...]) -> None:
        if given not in known:
            place = str((source.key_place if where[-1] == given else source.place)((*path, *where)))
            raise DocumentError(
                "forms-unknown-name", place, given=given, known=list(known), nearest=nearest(given, known)
            )

    if item.id in before:
        raise DocumentError("forms-id-twice", str(source.place((*path, "id"))), id=item.id)
    if item.number is not None:
        among(item.number.field, tuple(Documents.model_fields), ("number", "field"))
    if item.signed_on is not None:
        among(item.signed_on, TIMELINE_DAYS, ("signed_on",))
    for index, ground in enumerate(item.required):
        for name in ground.when:
            among(name, STATES, ("required", index, "when", name))


def _form(item: FormModel) -> Form:
    grounds = tuple(
        Ground(dict(one.when), Names(one.because.zh, one.because.en), one.basis, one.duty)
        for one in item.required
    )
    return Form(
        item.id,
        Names(item.name.zh, item.name.en),
        item.acts,
        item.facts,
        item.served,
        item.number.field if item.number else None,
        item.number.word if item.number else None,
        item.signed_on,
        grounds,
        Names(item.otherwise.zh, item.otherwise.en),
    )


def form_named(forms: Mapping[str, Form], given: str) -> Form:
    """The form of that id or title. Raises DocumentError with the nearest known one."""
    titled = next((form for form in forms.values() if given in (form.name.zh, form.name.en)), None)
    if titled is not None:
        return titled
    if given not in forms:
        raise DocumentError(
            "paper-unknown-form", given=given, known=list(forms), nearest=nearest(given, forms)
        )
    return forms[given]
