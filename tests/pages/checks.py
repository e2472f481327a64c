"""What must hold for the pages of every paper, whoever made them."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from tests.pages.office import Page, Word

_MM = 72 / 25.4
LEFT, RIGHT = 28 * _MM, (210 - 26) * _MM
TOP, BOTTOM = 37 * _MM, (297 - 35) * _MM
_A4 = (210 * _MM, 297 * _MM)
_ROOM = 4.5  # points: the frame of the drafter's notes, and what a glyph is wider than its place
_HANGING = "。，、；：？！）》〉」』】〕”’…．,.;:)]}"  # may stand one character beyond the margin
_NUMBER = re.compile(r"[—－-]\s*([0-9]+)\s*[—－-]")
_MARKER = re.compile(r"[0-9]+\.")
_SIZE = 16  # of a character, in points
_SEAL = "（印章）"
_DATE = re.compile(r"[0-9_＿]+年[0-9_＿]+月[0-9_＿]+日")
_DARK = 128


def faults(pages: Sequence[Page], title: str, text: str, mark: str | None) -> list[str]:
    """What is wrong with the pages of a paper. ``text``: all that it says; ``mark``: what stands at the head of each page."""
    if not pages:
        return ["no page at all"]
    found = [
        f"page {number}: {fault}"
        for number, page in enumerate(pages, 1)
        for fault in _of_page(page, number, mark)
    ]
    if plain(title) not in plain("".join(pages[0].lines())):
        found.append(f"page 1 has no title {title}")
    return [*found, *_lost(pages, text)]


def _of_page(page: Page, number: int, mark: str | None) -> Iterator[str]:
    if abs(page.width - _A4[0]) > 1 or abs(page.height - _A4[1]) > 1:
        yield f"{page.width} × {page.height} points is not A4"
    head, body, foot = (page.lines(*zone) for zone in ((0, TOP), (TOP, BOTTOM), (BOTTOM, page.height)))
    if not "".join(body).strip():
        yield "nothing stands on it"
    if plain("".join(head)) != plain(mark or ""):
        yield f"{head} stands above the upper margin"
    told = _NUMBER.fullmatch("".join(foot))
    if told is None or int(told[1]) != number:
        yield f"{foot} instead of the page number"
    yield from (f"“{word.text}” goes beyond the margins" for word in page.words if not _within(word))


def _within(word: Word) -> bool:
    if word.top + word.bottom > 2 * BOTTOM or word.top + word.bottom < 2 * TOP:
        return True  # head and foot of the page are looked at above
    hanging = _SIZE + 1 if word.text[-1:] in _HANGING else 0
    return word.left >= LEFT - _ROOM and word.right <= RIGHT + _ROOM + hanging


def gap_faults(pages: Sequence[Page]) -> Iterator[str]:
    """Where the number of an item was pushed away from its text to fill the line."""
    for number, page in enumerate(pages, 1):
        for word, following in pairwise(page.words):
            if _MARKER.fullmatch(word.text) and 2 * _SIZE > following.left - word.right > _SIZE:
                yield f"page {number}: a gap between {word.text} and “{following.text}”"


def signature_faults(pages: Sequence[Page]) -> Iterator[str]:
    """Where a seal is not set on the page on which the text ends, or its lines do not stay together."""
    for number, page in enumerate(pages, 1):
        lines = [plain(line) for line in page.lines(TOP, BOTTOM)]
        for index, line in enumerate(lines):
            if line != plain(_SEAL):
                continue
            if not [text for text in lines[: max(index - 1, 0)] if not text.startswith("附件:")]:
                yield f"page {number}: a signature without the end of the text above it"
            if not any(_DATE.search(text) for text in lines[index + 1 : index + 2]):
                yield f"page {number}: a seal without its date"


def _lost(pages: Sequence[Page], text: str) -> Iterator[str]:
    shown = Counter(plain("".join(word.text for page in pages for word in page.words)))
    wanted = Counter(plain(text))
    lost = {char: count - shown[char] for char, count in wanted.items() if count > shown[char]}
    if lost:
        yield f"not on the pages: {lost}"


def plain(text: str) -> str:
    """Text without spaces and in one form of each character: fonts hold some under two numbers."""
    return "".join(
        char for char in unicodedata.normalize("NFKC", text) if char.isprintable() and not char.isspace()
    )


def picture_faults(picture: Path) -> list[str]:
    """What is wrong with the picture of a page: nothing drawn on it, or something in the margins beside the text."""
    from PIL import Image  # comes with WeasyPrint

    with Image.open(picture) as image:
        width, height = image.size
        dark = image.convert("L").point([255 if value < _DARK else 0 for value in range(256)])
        found = [] if dark.getbbox() else ["blank"]
        left, right = width * (LEFT - 6) / _A4[0], width * (RIGHT + 18) / _A4[0]
        top, bottom = round(height * TOP / _A4[1]), round(height * BOTTOM / _A4[1])
        for name, sides in (("left", (0, round(left))), ("right", (round(right), width))):
            if dark.crop((sides[0], top, sides[1], bottom)).getbbox():
                found.append(f"something is drawn in the {name} margin")
    return [f"{picture.name}: {fault}" for fault in found]
