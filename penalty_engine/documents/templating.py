"""From a template and its context to Markdown: sandboxed, strict, and with every value made inert."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from traceback import extract_tb
from typing import Any, NoReturn

from jinja2 import (
    FileSystemLoader,
    StrictUndefined,
    TemplateNotFound,
    TemplateSyntaxError,
    UndefinedError,
    nodes,
)
from jinja2.compiler import CodeGenerator, Frame
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from .errors import DocumentError
from .text import FILTERS, inert

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


def _environment(folder: Path) -> _Environment:
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
    environment = _environment(folder)
    try:
        text = environment.get_template(form + SUFFIX).render(context)
    except DocumentError as error:
        raise DocumentError(f"{_place(error, folder)}：{error}") from None
    except TemplateSyntaxError as error:
        place = f"{error.filename or folder / (error.name or form)}:{error.lineno}"
        raise DocumentError(f"{place}：模板语法错误（{error.message}），请改正该行后重试") from None
    except TemplateNotFound as error:
        raise DocumentError(
            f"{_place(error, folder)}：找不到模板文件 {error.name}，请检查模板文件夹 {folder} 是否完整"
        ) from None
    except UnicodeDecodeError:
        raise DocumentError(f"{folder}：模板文件不是 UTF-8 编码，请另存为 UTF-8 后重试") from None
    except Exception as error:  # a template is user data: whatever it provokes is reported with its place
        _fault(error, folder)
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"


def _fault(error: Exception, folder: Path) -> NoReturn:
    place = _place(error, folder)
    if isinstance(error, UndefinedError):
        raise DocumentError(
            f"{place}：模板使用了没有定义的名称（{error.message}），请改用已有的名称"
        ) from None
    if isinstance(error, SecurityError):
        raise DocumentError(f"{place}：模板使用了不允许的操作（{error}），请删去该操作") from None
    raise DocumentError(
        f"{place}：模板执行出错（{type(error).__name__}: {error}），请改正该行后重试"
    ) from error


def _place(error: Exception, folder: Path) -> str:
    """Return file:line of the innermost template line the error passed through."""
    lines = [
        f"{f.filename}:{f.lineno}" for f in extract_tb(error.__traceback__) if f.filename.endswith(SUFFIX)
    ]
    return lines[-1] if lines else str(folder)
