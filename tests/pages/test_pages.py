"""Every paper of every case as pages: the Word files through LibreOffice, and the PDF files of the package itself."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from penalty_engine.documents.drafting import lay_out
from tests.pages import cases
from tests.pages.checks import faults, gap_faults, picture_faults, signature_faults
from tests.pages.office import REQUIRED, WHY_NOT, missing_programs, pages_of, pictures_of, to_pdf
from tests.pages.reading import body_text, opened

if not REQUIRED:
    pytest.skip(WHY_NOT, allow_module_level=True)
pytestmark = pytest.mark.slow

# Of the hostile values those that ask something of the layout; the others are looked at without pages.
HOSTILE = ("hostile-long", "hostile-unbroken")
ORDINARY = tuple(
    name for name in cases.CASES if name not in ("child-labour", "sample")
)  # no layout of their own
NAMES = (*ORDINARY, *HOSTILE)
PDF = ("revoked", "payment-only", "unknown")
CHECKLIST = "checklist"
_RESOLUTION = 24


class Made(NamedTuple):
    """A paper as a Word file."""

    title: str
    mark: str | None
    data: bytes


@cache
def word_files(name: str) -> dict[str, Made]:
    """Every form of the case and the checklist of its dossier; the papers of a dossier are those of the forms."""
    found = cases.dossier(name)
    ready = {paper.form.id: paper.data for paper in found.papers}
    made = {
        form: Made(paper.form.title, paper.mark, ready.get(form) or lay_out(paper, "docx"))
        for form, paper in cases.papers(name).items()
    }
    return {**made, CHECKLIST: Made("案卷清单", None, found.checklist[1])}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All Word files of all cases, and their PDF files."""
    assert missing_programs() == [], "run .ci/office, or leave PENALTY_ENGINE_PAGES away"
    place = tmp_path_factory.mktemp("pages")
    for name in NAMES:
        for form, made in word_files(name).items():
            (place / f"{name}.{form}.docx").write_bytes(made.data)
    to_pdf(sorted(place.glob("*.docx")), place)
    return place


@pytest.mark.parametrize("name", NAMES)
def test_the_pages_of_word_files(name: str, folder: Path) -> None:
    wrong = {}
    for form, made in word_files(name).items():
        pages = pages_of(folder / f"{name}.{form}.pdf")
        found = faults(pages, made.title, body_text(opened(made.data)), made.mark)
        if name not in HOSTILE:  # LibreOffice moves no line of a paragraph that fills the page before
            found += signature_faults(pages)
        if found:
            wrong[form] = found
    assert wrong == {}


@pytest.mark.parametrize("name", NAMES)
def test_the_pictures_of_word_files(name: str, folder: Path) -> None:
    pictures = [
        picture
        for form in word_files(name)
        for picture in pictures_of(folder / f"{name}.{form}.pdf", folder, _RESOLUTION)
    ]
    assert [fault for picture in pictures for fault in picture_faults(picture)] == []


@pytest.mark.parametrize("name", PDF)
def test_the_pages_of_pdf_files(name: str, tmp_path: Path) -> None:
    wrong = {}
    for form, paper in cases.papers(name).items():
        file = tmp_path / f"{form}.pdf"
        file.write_bytes(lay_out(paper, "pdf"))
        pages, text = pages_of(file), body_text(opened(word_files(name)[form].data))
        found = [
            *faults(pages, paper.form.title, text, paper.mark),
            *signature_faults(pages),
            *gap_faults(pages),
        ]
        found += [
            fault for picture in pictures_of(file, tmp_path, _RESOLUTION) for fault in picture_faults(picture)
        ]
        if found:
            wrong[form] = found
    assert wrong == {}
