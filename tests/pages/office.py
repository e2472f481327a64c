"""Word files turned into pages by LibreOffice, and pages read back with poppler's tools."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from html import unescape
from pathlib import Path
from typing import NamedTuple

REQUIRED = os.environ.get("PENALTY_ENGINE_PAGES") == "required"
"""Whether pages are to be made: it takes minutes, and programs that an office PC or a contributor may not have."""
WHY_NOT = "pages are made only with PENALTY_ENGINE_PAGES=required (needs LibreOffice Writer and poppler)"

_PROGRAMS = ("soffice", "pdftotext", "pdftoppm", "pdfinfo")
_AT_ONCE = 60  # files for one call; LibreOffice keeps what it has opened
_PROCESSES = 2
_PAGE = re.compile(r'<page width="([0-9.]+)" height="([0-9.]+)">(.*?)</page>', re.DOTALL)
_WORD = re.compile(
    r'<word xMin="([-0-9.]+)" yMin="([-0-9.]+)" xMax="([-0-9.]+)" yMax="([-0-9.]+)">(.*?)</word>'
)


class Word(NamedTuple):
    """A word and its box, in points from the upper left corner of the page."""

    left: float
    top: float
    right: float
    bottom: float
    text: str


class Page(NamedTuple):
    """A page as printed."""

    width: float
    height: float
    words: tuple[Word, ...]

    def lines(self, top: float = 0, bottom: float = 10_000) -> list[str]:
        """The text between two heights, a line each, from the top down."""
        found: list[tuple[float, list[Word]]] = []
        for word in sorted(self.words, key=lambda item: item.top + item.bottom):
            middle = (word.top + word.bottom) / 2
            if not top <= middle <= bottom:
                continue
            if found and abs(found[-1][0] - middle) < 6:
                found[-1][1].append(word)
            else:
                found.append((middle, [word]))
        return ["".join(word.text for word in sorted(line)) for _, line in found]


def missing_programs() -> list[str]:
    """What is needed to make pages and is not there."""
    return [name for name in _PROGRAMS if shutil.which(name) is None]


def to_pdf(files: Sequence[Path], folder: Path) -> None:
    """Turn Word files into PDF files of the same names in a folder."""
    shares = [files[start : start + _AT_ONCE] for start in range(0, len(files), _AT_ONCE)]
    with ThreadPoolExecutor(_PROCESSES) as pool:
        list(pool.map(lambda job: _convert(job[1], folder, folder / f".profile-{job[0]}"), enumerate(shares)))
    assert [file.stem for file in files if not (folder / f"{file.stem}.pdf").is_file()] == []


def _convert(files: Iterable[Path], folder: Path, profile: Path) -> None:
    command = ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", "pdf"]
    subprocess.run([*command, "--outdir", folder, *files], check=True, capture_output=True, timeout=300)


def pages_of(pdf: Path) -> list[Page]:
    """The pages of a PDF file with the words on them."""
    done = subprocess.run(["pdftotext", "-bbox", pdf, "-"], check=True, capture_output=True, timeout=60)
    return list(_pages(done.stdout.decode("utf-8")))


def _pages(text: str) -> Iterator[Page]:
    for width, height, inside in _PAGE.findall(text):
        words = (Word(*map(float, found[:4]), unescape(found[4])) for found in _WORD.findall(inside))
        yield Page(float(width), float(height), tuple(words))


def pictures_of(pdf: Path, folder: Path, resolution: int) -> list[Path]:
    """Grey pictures of the pages of a PDF file."""
    target = folder / pdf.stem
    command = ["pdftoppm", "-r", str(resolution), "-gray", "-png", pdf, target]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return sorted(folder.glob(f"{pdf.stem}-*.png"))
