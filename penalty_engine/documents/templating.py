"""From a template and its context to Markdown: sandboxed, strict, and with every value made inert."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from traceback import extract_tb
from typing import Any, NoReturn

from jinja2 import (
    FileSystemLoader,
    StrictUndefined,
    Template,
    TemplateNotFound,
    TemplateSyntaxError,
    UndefinedError,
    nodes,
)
from jinja2.compiler import CodeGenerator, Frame
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from penalty_engine.documents.errors import DocumentError
from penalty_engine.documents.text import FILTERS, inert

SUFFIX = ".md.j2"


class _Generator(CodeGenerator):
    """Refuses the constructs whose result would be printed a second time and so be escaped twice."""

    def visit_Macro(self, node: nodes.Macro, frame: Frame) -> None:
        self.fail("本系统的模板不使用 macro，请改用 {% include %}", node.lineno)

    def visit_CallBlock(self, node: nodes.CallBlock, frame: Frame) -> None:
        self.fail("本系统的模板不使用 call，请改用 {% include %}", node.lineno)

    def visit_AssignBlock(self, node: nodes.AssignBlock, frame: Frame) -> None:
        self.fail("本系统的模板不使用 set 块，请改用 {% set 名称 = 值 %}", node.lineno)


class _Environment(ImmutableSandboxedEnvironment):
    code_generator_class = _Generator


def environment_of(folder: Path) -> _Environment:
    """Return the sandbox in which the templates of a folder are read."""
    # No autoescape: there is no "safe" string. `finalize` sees each printed value exactly once.
    environment = _Environment(
        loader=FileSystemLoader(folder, encoding="utf-8"),
        undefined=StrictUndefined,
        finalize=inert,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals.clear()
    environment.filters.update(FILTERS)
    return environment


def fill(folder: Path, form: str, context: Mapping[str, Any]) -> str:
    """Return the Markdown of `form`, filled from `context`; a fault in a template is named with file:line."""
    return filled(folder, form, context, lambda environment: environment.get_template(form + SUFFIX))


def filled(
    folder: Path, form: str, context: Mapping[str, Any], load: Callable[[_Environment], Template]
) -> str:
    """Return the Markdown of the template that `load` takes from the folder; see `fill`."""
    environment = environment_of(folder)
    try:
        text = load(environment).render(context)
    except DocumentError as error:
        raise DocumentError(error.message.code, _place(error, folder), **error.message.params) from None
    except TemplateSyntaxError as error:
        place = f"{error.filename or folder / (error.name or form)}:{error.lineno}"
        raise DocumentError("template-syntax", place, problem=error.message) from None
    except TemplateNotFound as error:
        place = _place(error, folder)
        raise DocumentError("template-missing", place, name=error.name, folder=folder) from None
    except UnicodeDecodeError:
        raise DocumentError("template-not-utf8", str(folder)) from None
    except RecursionError as error:
        raise DocumentError("template-too-deep", _place(error, folder)) from None
    except Exception as error:  # a template is user data: whatever it provokes is reported with its place
        _fault(error, folder)
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"


def _fault(error: Exception, folder: Path) -> NoReturn:
    place = _place(error, folder)
    if isinstance(error, UndefinedError):
        raise DocumentError("template-undefined", place, problem=error.message) from None
    if isinstance(error, SecurityError):
        raise DocumentError("template-forbidden", place, problem=error) from None
    raise DocumentError("template-fault", place, problem=f"{type(error).__name__}: {error}") from error


def _place(error: Exception, folder: Path) -> str:
    """Return file:line of the innermost template line the error passed through."""
    lines = [
        f"{f.filename}:{f.lineno}" for f in extract_tb(error.__traceback__) if f.filename.endswith(SUFFIX)
    ]
    return lines[-1] if lines else str(folder)
