"""Notices and forms: one template per form, laid out as Markdown, HTML or Word.

Importing this package is cheap; the template engine and the layouts are loaded when a document is made.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from penalty_engine.diagnostics import nearest
from penalty_engine.documents.errors import DocumentError, OutputError
from penalty_engine.documents.output import check_output, write_output

__all__ = ["FORMATS", "FORMS", "DocumentError", "OutputError", "check_output", "render", "write_output"]

FORMS: Mapping[str, str] = MappingProxyType(
    {"prior-notice": "行政处罚事先告知书", "decision": "行政处罚决定书"}
)
"""The forms that can be made: id and Chinese title."""

FORMATS: tuple[str, ...] = ("docx", "html", "md")
"""The formats a form can be made in."""

_DRAFT_MARK = "草稿　尚无文号，不得送达"
_UNVERIFIED_MARK = "草稿　条文未经核实，不得送达"


def render(
    form: str,
    fmt: str,
    *,
    case: Mapping[str, Any],
    assessment: Mapping[str, Any],
    authority: Mapping[str, Any],
    clauses: Mapping[str, Any],
    names: Mapping[str, Any],
    templates: Path,
) -> bytes:
    """Return the document as bytes: Word (`docx`) or UTF-8 text (`html`, `md`).

    It is a draft, and says so, until the case carries the document's number and the text of its clauses is
    verified. Raise `DocumentError` where it cannot be made: unknown form or format, facts missing, nothing to
    notify, a fault in a template.
    """
    _require("paper-unknown-form", form, FORMS)
    _require("paper-unknown-format", fmt, FORMATS)
    from penalty_engine.documents import templating, view

    title = FORMS[form]
    context = view.build(
        form, title, case=case, assessment=assessment, authority=authority, clauses=clauses, names=names
    )
    markdown = templating.fill(Path(templates), form, context)
    return _lay_out(fmt, markdown, title, _mark(context))


def _mark(context: Mapping[str, Any]) -> str | None:
    if not context["draft"]:
        return None
    return _DRAFT_MARK if context["number"] is None else _UNVERIFIED_MARK


def _require(code: str, given: str, known: Mapping[str, str] | tuple[str, ...]) -> None:
    if given not in known:
        raise DocumentError(code, given=given, known=list(known), nearest=nearest(str(given), known))


def _lay_out(fmt: str, markdown: str, title: str, mark: str | None) -> bytes:
    from penalty_engine.documents.blocks import parse, portable

    if fmt == "md":
        return portable(markdown).encode("utf-8")
    if fmt == "html":
        from penalty_engine.documents.html_layout import to_html

        return to_html(parse(markdown), title, mark)
    from penalty_engine.documents.word_layout import to_docx

    return to_docx(parse(markdown), title, mark)
