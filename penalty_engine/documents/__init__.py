"""Notices and forms: one template per form, laid out as Markdown, HTML or Word.

Importing this package is cheap; the template engine and the layouts are loaded when a document is made.
"""

from __future__ import annotations

from pathlib import Path

from penalty_engine.documents.errors import DocumentError, OutputError
from penalty_engine.documents.layouts import FORMATS, known_format
from penalty_engine.documents.material import Material, material_of
from penalty_engine.documents.output import check_output, write_output

__all__ = [
    "FORMATS",
    "DocumentError",
    "Material",
    "OutputError",
    "check_output",
    "material_of",
    "render",
    "write_output",
]


def render(form: str, fmt: str, material: Material, templates: Path) -> bytes:
    """Return the document as bytes: Word (`docx`), UTF-8 text (`html`, `md`) or PDF (`pdf`).

    What is served is a draft, and says so, until the case carries the document's number and the text of its clauses
    is verified. Raise `DocumentError` where it cannot be made: unknown form or format, facts missing, nothing to
    say, a fault in a template.
    """
    from penalty_engine.documents.drafting import draft, lay_out

    known_format(fmt)
    return lay_out(draft(form, material, Path(templates)), fmt)
