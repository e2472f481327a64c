"""Drafting one paper: the form's template filled, then laid out in a format."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from penalty_engine.documents.forms import Form, form_named, read_forms
from penalty_engine.documents.layouts import laid_out
from penalty_engine.documents.material import Material

_DRAFT_MARK = "草稿　尚无文号，不得送达"
_UNVERIFIED_MARK = "草稿　条文未经核实，不得送达"


class Draft(NamedTuple):
    """A paper as Markdown, before it has a layout. ``context``: what its template saw; ``mark``: what says it is a draft."""

    form: Form
    context: Mapping[str, Any]
    markdown: str
    mark: str | None


def draft(form: str, material: Material, templates: Path) -> Draft:
    """Return the form, filled. Raise `DocumentError` where it cannot be: unknown form, facts missing, nothing to say,
    a fault in a template."""
    from penalty_engine.documents import templating

    chosen, context = context_of(form, material, templates)
    return Draft(chosen, context, templating.fill(templates, form, context), mark_of(context))


def context_of(form: str, material: Material, templates: Path) -> tuple[Form, dict[str, Any]]:
    """Return the form and the names its template may use. Raise `DocumentError` as `draft` does."""
    from penalty_engine.documents import view

    forms = read_forms(templates)
    chosen = form_named(forms, form)
    return chosen, view.build(chosen, forms, material)


def lay_out(paper: Draft, fmt: str) -> bytes:
    """Return the paper in one of the `FORMATS`."""
    return laid_out(fmt, paper.markdown, paper.form.title, paper.mark)


def mark_of(context: Mapping[str, Any]) -> str | None:
    """Return what says on each page that a paper is a draft, None where it is none."""
    if not context["draft"]:
        return None
    return _DRAFT_MARK if context["number"] is None else _UNVERIFIED_MARK
