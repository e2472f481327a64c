"""A folder of Markdown templates read as a whole: every template parsed, every name in it checked, with file and line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from jinja2 import TemplateSyntaxError, nodes

from penalty_engine.documents import templating
from penalty_engine.documents.blanks import read_hints
from penalty_engine.documents.context_names import Name, read_catalogue
from penalty_engine.documents.errors import DocumentError, no_deeper
from penalty_engine.documents.forms import read_forms
from penalty_engine.documents.name_check import NameCheck
from penalty_engine.documents.own_form_names import FormError, FormFault
from penalty_engine.messages import Message

Found = tuple[nodes.Template, Callable[[int], str]]


class TemplateFolder:
    """The templates of a folder, each parsed once."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._environment = templating.environment_of(folder)
        self._trees: dict[str, nodes.Template | None] = {}
        self.faults: list[FormFault] = []

    def tree(self, name: str) -> nodes.Template | None:
        """The syntax tree of a template, None where it cannot be read; `faults` then says why."""
        if name not in self._trees:
            self._trees[name] = self._parsed(name)
        return self._trees[name]

    def _parsed(self, name: str) -> nodes.Template | None:
        file = self.folder / name
        try:
            source = file.read_text(encoding="utf-8-sig")
            tree: nodes.Template = self._environment.parse(source, file.name, str(file))
        except TemplateSyntaxError as error:
            self._fault(f"{file}:{error.lineno}", "template-syntax", problem=error.message)
        except UnicodeDecodeError:
            self._fault(str(file), "template-not-utf8")
        except OSError:
            self._fault(str(file), "template-missing", name=name, folder=self.folder)
        else:
            return tree
        return None

    def compiled(self, name: str) -> None:
        """Find what only the compiler refuses: an unknown filter, a macro."""
        file = self.folder / name
        if self.tree(name) is None:
            return
        try:
            self._environment.compile(file.read_text(encoding="utf-8-sig"), file.name, str(file))
        except TemplateSyntaxError as error:
            self._fault(f"{file}:{error.lineno}", "template-syntax", problem=error.message)

    def _fault(self, file: str, code: str, **params: Any) -> None:
        self.faults.append(FormFault(file, "", Message(code, params)))

    def included(self, name: str) -> Found | None:
        """A template for whoever includes it, and the place of each of its lines."""
        tree = self.tree(name) if (self.folder / name).is_file() else None
        return None if tree is None else (tree, self.place(name))

    def place(self, name: str) -> Callable[[int], str]:
        """What turns a line of a template into its place."""
        return lambda line: f"{self.folder / name}:{line}"

    def checker(self, root: Name) -> NameCheck:
        """A check of names that follows what is included."""
        environment = self._environment
        return NameCheck(root, environment.filters, environment.tests, plain=False, included=self.included)

    def settings(self, form: str) -> list[nodes.Node]:
        """What the template of a form sets for its partials, outside of loops."""
        tree = self.tree(form + templating.SUFFIX)
        return [] if tree is None else _settings(tree.body)


def _settings(body: list[nodes.Node]) -> list[nodes.Node]:
    kept: list[nodes.Node] = []
    for node in body:
        if isinstance(node, nodes.Assign):
            kept.append(node)
        elif isinstance(node, nodes.If):
            inner = nodes.If(node.test, _settings(node.body), [], _settings(node.else_), lineno=node.lineno)
            inner.elif_ = [one for one in _settings(list(node.elif_)) if isinstance(one, nodes.If)]
            if inner.body or inner.elif_ or inner.else_:
                kept.append(inner)
    return kept


def check_folder(folder: Path) -> int:
    """Return how many templates a folder has. Raise DocumentError with all that is wrong in it."""
    if not folder.is_dir():
        raise DocumentError("templates-no-folder", str(folder))
    forms = read_forms(folder)
    root = read_catalogue(folder).root
    templates = TemplateFolder(folder)
    check = templates.checker(root)
    suffix = templating.SUFFIX
    names = dict.fromkeys([*(form + suffix for form in forms), *_files(folder)])
    read_hints(folder)
    for name in names:
        with no_deeper(str(folder / name)):
            templates.compiled(name)
            tree = templates.tree(name)
            if tree is not None and "/" not in name:
                check.check(tree, templates.place(name))
    faults = templates.faults + [
        FormFault(fault.place, "", Message(fault.code, fault.params)) for fault in check.faults
    ]
    if faults:
        raise FormError(faults)
    return len(names)


def _files(folder: Path) -> list[str]:
    """All templates, those to be included too."""
    found = sorted(folder.glob("**/*" + templating.SUFFIX))
    return [file.relative_to(folder).as_posix() for file in found if file.is_file()]  # no pipes
