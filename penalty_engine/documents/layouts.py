"""The formats a paper can be made in. Each layout is loaded when it is used."""

from __future__ import annotations

from penalty_engine.diagnostics import nearest
from penalty_engine.documents.errors import DocumentError

FORMATS: tuple[str, ...] = ("docx", "html", "md", "pdf")
"""Word, one HTML page, Markdown, PDF."""


def known_format(fmt: str) -> str:
    """Return `fmt`. Raise DocumentError with the nearest of the `FORMATS` where it is none of them."""
    if fmt not in FORMATS:
        known = list(FORMATS)
        raise DocumentError("paper-unknown-format", given=fmt, known=known, nearest=nearest(str(fmt), known))
    return fmt


def laid_out(fmt: str, markdown: str, title: str, mark: str | None) -> bytes:
    """Return a paper's Markdown as a file; `mark`: what says on each page that it is a draft."""
    if known_format(fmt) == "md":
        from penalty_engine.documents.markdown_layout import portable

        return portable(markdown).encode("utf-8")
    from penalty_engine.documents.blocks import parse

    blocks = parse(markdown)
    if fmt == "docx":
        from penalty_engine.documents.word_layout import to_docx

        return to_docx(blocks, title, mark)
    from penalty_engine.documents.html_layout import to_html

    page = to_html(blocks, title, mark)
    if fmt == "html":
        return page
    from penalty_engine.documents.pdf_layout import to_pdf

    return to_pdf(page)
