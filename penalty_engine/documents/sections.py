"""Ready-made sections for own Word forms: the wording of a partial, as it would stand in the shipped form.

The sections are those that `names.yaml` describes. A partial that needs what only its own form sets (`{% set verb = '拟' %}`) gets exactly that; one that needs the
loop it stands in cannot stand alone and is no section.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from jinja2 import Template, nodes

from penalty_engine.documents.blocks import Block, FormTable, PageBreak, Paragraph, Row, Table, parse
from penalty_engine.documents.context_names import Catalogue, Name, read_catalogue
from penalty_engine.documents.forms import read_forms
from penalty_engine.documents.template_folder import TemplateFolder
from penalty_engine.documents.templating import SUFFIX, filled

_FOLDER = "partials"
_GAP = "　"


class Section(str):
    """The wording of a section; `paragraphs` keeps what Word makes paragraphs of."""

    __slots__ = ("paragraphs",)
    paragraphs: tuple[str, ...]


class Sections(Mapping[str, Section]):
    """The sections of a paper, each made when it is asked for."""

    def __init__(self, context: Mapping[str, Any], folder: TemplateFolder, names: Collection[str]) -> None:
        self._context, self._folder, self._names = context, folder, names
        self._form = form_of(context)

    def __getitem__(self, name: str) -> Section:
        if name not in self._names:
            raise KeyError(name)
        return _made(self._folder, self._form, _file(name), self._context)

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


def form_of(context: Mapping[str, Any]) -> str | None:
    """The id of the form a context is for."""
    return (context.get("form") or {}).get("id")


def sections(context: Mapping[str, Any], templates: Path) -> dict[str, Section]:
    """Return all sections of a paper, by name. Raise DocumentError for a fault in a partial."""
    folder, form = TemplateFolder(templates), form_of(context)
    return dict(Sections(context, folder, section_names(folder, form, read_catalogue(templates, form))))


def section_names(
    folder: TemplateFolder, form: str | None, catalogue: Catalogue, wanted: Collection[str] | None = None
) -> dict[str, Name]:
    """Return those sections of the catalogue that can stand alone in a form (in any, if none is named).

    `wanted`: the only ones that are asked for; looking at all of them takes time.
    """
    forms = [form] if form else [file.name.removesuffix(SUFFIX) for file in folder.folder.glob("*" + SUFFIX)]
    settings = [node for one in sorted(forms) for node in folder.settings(one)]
    own = _of_its_own(folder, form)
    found = {}
    for key, name in catalogue.sections.items():
        if (wanted is not None and key not in wanted) or (own is not None and _file(key) not in own):
            continue
        check = folder.checker(catalogue.root)
        check.check(_alone(settings, _file(key)), lambda line: line)
        if not check.faults:
            found[key] = name
    return found


def _of_its_own(folder: TemplateFolder, form: str | None) -> set[str] | None:
    """Return the partials of a paper about something else than penalties, whose sections are all it may use: those of a
    penalty would say something else. None for every other paper."""
    chosen = read_forms(folder.folder).get(form or "")
    if form is None or chosen is None or chosen.acts in ("penalized", "every"):
        return None
    found: set[str] = set()
    waiting = [form + SUFFIX]
    while waiting:
        tree = folder.tree(waiting.pop())
        for node in tree.find_all(nodes.Include) if tree is not None else ():
            name = node.template.value if isinstance(node.template, nodes.Const) else None
            if isinstance(name, str) and name not in found:
                found.add(name)
                waiting.append(name)
    return found


def _file(name: str) -> str:
    return f"{_FOLDER}/{name.replace('_', '-')}{SUFFIX}"


def _alone(settings: Sequence[nodes.Node], partial: str) -> nodes.Template:
    """A template that holds nothing but a partial, and what its form sets for it."""
    include = nodes.Include(nodes.Const(partial), True, False, lineno=1)
    return nodes.Template([*settings, include], lineno=1)


def _made(folder: TemplateFolder, form: str | None, partial: str, context: Mapping[str, Any]) -> Section:
    name = (form or "") + SUFFIX
    settings = folder.settings(form) if form else []

    def load(environment: Any) -> Template:
        tree = _alone(settings, partial)
        tree.set_environment(environment)
        code = environment.compile(tree, name, str(folder.folder / name))
        return Template.from_code(environment, code, environment.globals)

    markdown = filled(folder.folder, form or "", context, load)
    paragraphs = tuple(text for block in parse(markdown) for text in _texts(block))
    made = Section("\n".join(paragraphs))
    made.paragraphs = paragraphs
    return made


def _texts(block: Block) -> Iterator[str]:
    """The paragraphs of a block as plain text; a row of a table is one."""
    if isinstance(block, Paragraph):
        yield block.text
    elif isinstance(block, Table):
        for row in block.rows:
            yield _GAP.join("".join(span.text for span in cell) for cell in row)
    elif isinstance(block, FormTable):
        for line in block.rows:
            yield from _row(line)
    else:
        assert isinstance(block, PageBreak)  # of no use within another paper


def _row(row: Row) -> Iterator[str]:
    *first, last = row.cells
    texts = ["\n".join(paragraph.text for paragraph in cell.blocks) for cell in first]
    if row.big:
        if any(texts):
            yield _GAP.join(texts)
        yield from (paragraph.text for paragraph in last.blocks)
    else:
        yield _GAP.join([*texts, "\n".join(paragraph.text for paragraph in last.blocks)])
