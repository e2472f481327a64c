"""The dossier of a case: every paper its procedure requires, numbered in order, with a checklist.

`make` gives the finished files in memory; the same case gives the same bytes. Writing them is `output_folder`'s part.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from jinja2 import BytecodeCache, Template
from jinja2.bccache import Bucket

from penalty_engine.documents import templating, view
from penalty_engine.documents.blanks import Blank, Load, blanks_of, read_hints
from penalty_engine.documents.context_names import read_catalogue
from penalty_engine.documents.drafting import Draft, lay_out, mark_of
from penalty_engine.documents.errors import DocumentError
from penalty_engine.documents.forms import Catalogue, Form, Ground, read_forms
from penalty_engine.documents.layouts import known_format
from penalty_engine.documents.material import Material, material_of
from penalty_engine.documents.participants import Participant, participants_of
from penalty_engine.documents.states import need, states_of
from penalty_engine.messages import Names

if TYPE_CHECKING:
    from penalty_engine.assessment import Assessment, Duty
    from penalty_engine.case import Case
    from penalty_engine.engine import Engine

CHECKLIST = Form(
    "checklist", Names("案卷清单", "Checklist"), "every", False, False, None, None, None, (), Names("", "")
)
"""The list that goes before the papers. It is about the dossier, not one of the papers a case may need."""

# What a paper cannot say on this case; every other fault is the template's and stops the dossier.
_UNSAYABLE = ("paper-facts-missing", "paper-nothing-")
_RESERVED = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
_LONGEST_NAME = 60


class Paper(NamedTuple):
    """A paper that was made. ``file``: its name in the folder; ``document_no``: its number, None until it is given;
    ``numbered``: it gets one."""

    number: int
    form: Form
    file: str
    grounds: tuple[Ground, ...]
    document_no: str | None
    numbered: bool
    blanks: tuple[Blank, ...]
    data: bytes


class NotMade(NamedTuple):
    """A paper that is required and cannot be made yet, and why."""

    form: Form
    grounds: tuple[Ground, ...]
    problem: DocumentError


class Undecided(NamedTuple):
    """A paper of which it is not known yet whether the case needs it. ``open_states``: what that depends on."""

    form: Form
    grounds: tuple[Ground, ...]
    open_states: tuple[str, ...]


class Gap(NamedTuple):
    """What is still blank, once for the whole dossier. ``label``: what the field is called, the words around the blank where
    it has no name; ``papers``: the numbers of the papers in which it is."""

    label: Names
    field: str | None
    papers: tuple[int, ...]


class MissingFact(NamedTuple):
    """A fact without which the result is open. ``field``: where it goes in the case file."""

    act: int
    fact: str
    label: Names
    question: Names | None

    @property
    def field(self) -> str:
        return f"acts[{self.act}].facts.{self.fact}"


class Dossier(NamedTuple):
    """A dossier. ``checklist``: its name and content; ``not_needed``: forms this case does not need."""

    status: str
    checklist: tuple[str, bytes]
    papers: tuple[Paper, ...]
    not_made: tuple[NotMade, ...]
    undecided: tuple[Undecided, ...]
    not_needed: tuple[Form, ...]
    gaps: tuple[Gap, ...]
    missing_facts: tuple[MissingFact, ...]
    participants: tuple[Participant, ...]

    @property
    def files(self) -> tuple[tuple[str, bytes], ...]:
        """Everything that is to be written: name and content, the checklist first."""
        return (self.checklist, *((paper.file, paper.data) for paper in self.papers))


def make(engine: Engine, case: Case, assessment: Assessment, fmt: str, templates: Path) -> Dossier:
    """Make the papers of a case and their checklist. Raise DocumentError for a fault in a template."""
    known_format(fmt)
    material = material_of(engine, case, assessment)
    facts = tuple(_missing(engine, assessment))
    drafter = _Drafter(material, templates, fmt, facts, assessment.procedure.duties)
    states = states_of(material.case, material.assessment, drafter.forms)
    for form in drafter.forms.values():
        drafter.decide(form, states)
    people = tuple(participants_of(engine, case, assessment, states))
    found = Dossier(
        assessment.status,
        ("", b""),
        tuple(drafter.papers),
        tuple(drafter.not_made),
        tuple(drafter.undecided),
        tuple(drafter.not_needed),
        _gaps(drafter.papers, _field_names(templates, drafter.forms)),
        facts,
        people,
    )
    return found._replace(checklist=_checklist(found, assessment, drafter))


class _Drafter:
    """Makes one paper after the other."""

    def __init__(
        self,
        material: Material,
        templates: Path,
        fmt: str,
        missing: tuple[MissingFact, ...],
        duties: Mapping[str, Duty],
    ) -> None:
        self.material, self.templates, self.fmt, self.missing = material, templates, fmt, missing
        self.duties = duties
        self.forms, self.hints = read_forms(templates), read_hints(templates)
        self.compiled = _Compiled()
        self.papers: list[Paper] = []
        self.not_made: list[NotMade] = []
        self.undecided: list[Undecided] = []
        self.not_needed: list[Form] = []

    def decide(self, form: Form, states: Mapping[str, bool | None]) -> None:
        """Make the form if the case needs it, else note why not."""
        required, grounds = need(form, states)
        if required is None:
            asked = [name for ground in grounds for name in ground.when if states[name] is None]
            self.undecided.append(Undecided(form, grounds, tuple(dict.fromkeys(asked))))
        elif not required:
            self.not_needed.append(form)
        else:
            try:
                self.papers.append(self._made(form, tuple(self._reasons(grounds))))
            except DocumentError as problem:
                if not problem.message.code.startswith(_UNSAYABLE):
                    raise
                self.not_made.append(NotMade(form, grounds, self._with_labels(problem)))

    def _reasons(self, grounds: Iterable[Ground]) -> Iterator[Ground]:
        """Yield the grounds, those of a duty with the reasons for which it arose in this case."""
        for ground in grounds:
            arose = self.duties[ground.duty].reasons if ground.duty else ()
            yield from (ground._replace(because=item.text, basis=item.basis.zh) for item in arose)
            if not arose:
                yield ground

    def _with_labels(self, problem: DocumentError) -> DocumentError:
        """Return the problem with the missing facts called as in the vocabulary, in both languages."""
        params = dict(problem.message.params)
        if "facts" in params and self.missing:
            params["facts"] = list(dict.fromkeys(fact.label for fact in self.missing))
        return DocumentError(problem.message.code, problem.place, **params)

    def _made(self, form: Form, grounds: tuple[Ground, ...]) -> Paper:
        paper = self.draft(form)
        blanks = blanks_of(paper, self.templates, self.hints, self._loading(form))
        number = len(self.papers) + 1
        return Paper(
            number,
            form,
            file_name(number, form.title, self.fmt),
            grounds,
            paper.context["number"],
            form.number_field is not None,
            blanks,
            lay_out(paper, self.fmt),
        )

    def draft(self, form: Form, **more: Any) -> Draft:
        """Fill a form; ``more``: names that its template sees beside those of every form."""
        context = {**view.build(form, self.forms, self.material), **more}
        markdown = templating.filled(self.templates, form.id, context, self._loading(form))
        return Draft(form, context, markdown, mark_of(context))

    def _loading(self, form: Form) -> Load:
        def load(environment: Any) -> Template:
            environment.bytecode_cache = self.compiled
            loaded: Template = environment.get_template(form.id + templating.SUFFIX)
            return loaded

        return load


class _Compiled(BytecodeCache):
    """Templates as compiled for the papers before: most of the time goes into that, and papers share their parts."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in self.kept:
            bucket.bytecode_from_string(self.kept[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.kept[bucket.key] = bucket.bytecode_to_string()


def file_name(number: int, title: str, fmt: str) -> str:
    """The name of a file that every system takes: ``01 立案审批表.docx``."""
    plain = _RESERVED.sub("－", title).strip(" .")[:_LONGEST_NAME]
    return f"{number:02d} {plain}.{fmt}"


def _missing(engine: Engine, assessment: Assessment) -> Iterator[MissingFact]:
    vocabulary = engine.rulebook.vocabulary.facts
    for index, act in enumerate(assessment.acts):
        for name in act.missing_facts:
            fact = vocabulary[name]
            yield MissingFact(index, name, fact.label, fact.question)


def _gaps(papers: Iterable[Paper], names: Mapping[str, Names]) -> tuple[Gap, ...]:
    """Each field that is blank somewhere, once; without a field, each wording. Those with a field go first."""
    found: dict[str, Gap] = {}
    for paper in papers:
        for blank in paper.blanks:
            key = blank.field or f" {blank.words}"
            name = names.get(re.sub(r"\[\d*\]", "[]", key)) or Names(blank.words, blank.words)
            before = found.get(key) or Gap(name, blank.field, ())
            found[key] = before._replace(papers=tuple(dict.fromkeys((*before.papers, paper.number))))
    return tuple(sorted(found.values(), key=lambda gap: gap.field is None))


def _field_names(templates: Path, forms: Catalogue) -> dict[str, Names]:
    """What the fields of a case are called, by their paths; but for the numbers, papers call them by the same paths."""
    found = {item.path: Names(item.zh, item.en) for item in read_catalogue(templates).root.walk() if item.zh}
    for form in forms.values():
        if form.number_field:
            name = Names(f"{form.title}的文号", f"number of the {form.name.en[:1].lower()}{form.name.en[1:]}")
            found[f"documents.{form.number_field}"] = name
    return found


def _checklist(found: Dossier, assessment: Assessment, drafter: _Drafter) -> tuple[str, bytes]:
    from penalty_engine.documents.dossier_view import dossier_view

    paper = drafter.draft(CHECKLIST, dossier=dossier_view(found, assessment))
    return file_name(0, CHECKLIST.title, drafter.fmt), lay_out(paper, drafter.fmt)
