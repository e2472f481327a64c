"""Every name in a bureau's own Word form checked before anything is written: all faults at once, each with its place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from jinja2 import Environment, TemplateSyntaxError

from penalty_engine.diagnostics import Lang, printable
from penalty_engine.documents.context_names import Name
from penalty_engine.documents.errors import DocumentError
from penalty_engine.documents.name_check import NameCheck
from penalty_engine.documents.own_form_file import Part, open_form, parts, read_form
from penalty_engine.documents.own_form_tags import Fault, Mark, Marks, marks_of, shortened, template_of
from penalty_engine.messages import Message

_ALLOWED = {"if", "elif", "else", "endif", "for", "endfor", "set"}
_AROUND = {
    "for": ("", "{% endfor %}"),
    "if": ("", "{% endif %}"),
    "elif": ("{% if true %}", "{% endif %}"),
    "set": ("", ""),
}


class FormFault(NamedTuple):
    """One thing wrong in a file, with its place there."""

    file: str
    place: Message | str
    message: Message

    def render(self, lang: Lang) -> str:
        """File, place and what is wrong, on one line."""
        place = self.place.text(lang) if isinstance(self.place, Message) else self.place
        where = f"{self.file}: {place}: " if place else f"{self.file}: "
        return printable((where + self.message.text(lang)).replace("\n", " "))


class FormError(DocumentError):
    """A template cannot be used; `diagnostics` holds everything that is wrong with it."""

    def __init__(self, faults: Sequence[FormFault]) -> None:
        first = faults[0]
        super().__init__(first.message.code, **first.message.params)
        self.diagnostics = tuple(faults)

    def render(self, lang: Lang = "en") -> str:
        return "\n".join(fault.render(lang) for fault in self.diagnostics)


class ReadForm(NamedTuple):
    """A sound Word file and the marks in it, part by part; `sources`: what docxtpl will really read of each part."""

    file: Path
    data: bytes
    parts: tuple[tuple[Part, Marks], ...]
    sources: tuple[str, ...]

    @property
    def marks(self) -> list[Mark]:
        """All marks."""
        return [mark for _, marks in self.parts for mark in marks.marks]

    @property
    def blanks(self) -> int:
        """How many blanks the form has."""
        return sum(mark.source.startswith("{{") for mark in self.marks)


def read_marks(file: Path) -> ReadForm:
    """Read a form. Raises DocumentError for what is no Word file, or has nothing to fill."""
    from docxtpl import DocxTemplate

    data = read_form(file)
    found = tuple((part, marks_of(part)) for part in parts(file, open_form(file, data)))
    library = DocxTemplate("")
    sources = tuple(library.patch_xml(library.xml_to_string(part.root)) for part, _ in found)
    form = ReadForm(file, data, found, sources)
    if not form.marks and not any(marks.faults for _, marks in form.parts):
        raise DocumentError("own-form-no-blanks", str(file))
    return form


def check_form(form: ReadForm, root: Name, environment: Environment) -> None:
    """Check every name in a form. Raises DocumentError with all that is wrong."""
    faults = [
        _told(form.file, fault) for _, marks in form.parts for fault in _faults(marks, root, environment)
    ]
    faults = list({fault.render("zh"): fault for fault in faults}.values())
    if faults:
        raise FormError(faults)
    for (part, _), source in zip(form.parts, form.sources, strict=True):
        _check_hidden(form.file, part.kind, source, root, environment)


def _told(file: Path, fault: Fault) -> FormFault:
    return FormFault(str(file), fault.place.message(), Message(fault.code, fault.params))


def _faults(found: Marks, root: Name, environment: Environment) -> list[Fault]:
    """All faults of one part in its order; names are not followed where a loop itself cannot be read."""
    wrong = [mark for mark in found.marks if not _sound(mark, environment)]
    faults = [Fault(found.paragraphs[mark.paragraph].place, *_syntax(mark, environment)) for mark in wrong]
    faults += found.faults
    if all(mark.source.startswith("{{") for mark in wrong):
        faults += _names(found, wrong, root, environment)
    order = {paragraph.place: index for index, paragraph in enumerate(found.paragraphs)}
    return sorted(faults, key=lambda fault: order[fault.place])


def _sound(mark: Mark, environment: Environment) -> bool:
    if mark.source.startswith("{%") and mark.word not in _ALLOWED:
        return False
    before, after = _AROUND.get(mark.word, ("", "")) if mark.source.startswith("{%") else ("", "")
    if mark.word in ("else", "endif", "endfor"):
        return True
    try:
        environment.parse(before + mark.plain + after)
    except TemplateSyntaxError:
        return False
    return True


def _syntax(mark: Mark, environment: Environment) -> tuple[str, dict[str, Any]]:
    if mark.source.startswith("{%") and mark.word not in _ALLOWED:
        return "own-form-statement", {"mark": shortened(mark.source), "word": mark.word}
    before, after = _AROUND.get(mark.word, ("", ""))
    problem = ""
    try:
        environment.parse(before + mark.plain + after)
    except TemplateSyntaxError as error:
        problem = error.message or ""
    return "own-form-syntax", {"mark": shortened(mark.source), "problem": problem}


def _names(found: Marks, wrong: Sequence[Mark], root: Name, environment: Environment) -> Iterable[Fault]:
    tree = environment.parse(template_of(found, wrong))
    check = NameCheck(root, environment.filters, environment.tests, plain=True)
    check.check(tree, lambda line: found.paragraphs[line - 1].place)
    for fault in check.faults:
        yield Fault(fault.place, fault.code, fault.params)


def _check_hidden(file: Path, kind: str, source: str, root: Name, environment: Environment) -> None:
    """Check once more what docxtpl will really read: also field codes, picture descriptions and tracked changes."""
    place = Message("own-form-place-hidden", {"where": Message(f"own-form-in-{kind}", {"number": ""})})
    told = partial(FormFault, str(file), place)
    try:
        tree = environment.parse(source)
    except TemplateSyntaxError as error:
        message = Message("own-form-hidden-syntax", {"problem": error.message})
        raise FormError([told(message)]) from None
    check = NameCheck(root, environment.filters, environment.tests, plain=True)
    check.check(tree, lambda line: line)
    faults = {(fault.code, str(fault.params)): fault for fault in check.faults}
    if faults:
        raise FormError([told(Message(fault.code, fault.params)) for fault in faults.values()])
