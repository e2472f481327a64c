"""The checks of pages themselves: each finds what it is there for. Needs no office program."""

from __future__ import annotations

import pytest

from tests.pages.checks import BOTTOM, LEFT, RIGHT, TOP, faults, signature_faults
from tests.pages.office import Page, Word

A4 = (595.3, 841.9)
NUMBER = Word(450, 770, 490, 784, "—1—")


def page(*texts: str, left: float = LEFT, width: float = 100, number: Word | None = NUMBER) -> Page:
    """A page with these lines from the top down."""
    words = [
        Word(left, TOP + 28 * row, left + width, TOP + 28 * row + 20, text) for row, text in enumerate(texts)
    ]
    return Page(*A4, (*words, *([number] if number else [])))


GOOD = page("决定书", "正文。", "某局", "（印章）", "2026年1月2日")


def test_a_good_page_passes() -> None:
    assert faults([GOOD], "决定书", "决定书正文。", None) == []
    assert list(signature_faults([GOOD])) == []


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        (page(), "nothing stands on it"),
        (page("决定书", number=None), "page number"),
        (page("决定书", number=Word(450, 770, 490, 784, "—2—")), "page number"),
        (page("决定书", left=LEFT - 20), "beyond the margins"),
        (page("决定书", left=RIGHT - 50), "beyond the margins"),
        (page("通知书"), "no title"),
        (page("决定书"), "not on the pages"),
        (Page(600, 800, GOOD.words), "not A4"),
        (page("决定书", "正文。")._replace(words=(*GOOD.words, Word(LEFT, 40, LEFT + 50, 54, "草稿"))), "above"),
        (page("决定书")._replace(words=(*GOOD.words, Word(LEFT, BOTTOM + 2, 300, BOTTOM + 9, "文"))), "page number"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_found(wrong: Page, words: str) -> None:
    assert words in "".join(faults([wrong], "决定书", "决定书正文。", None))


@pytest.mark.parametrize("above", [(), ("附件：名单",)])
def test_a_seal_needs_the_end_of_the_text_and_its_date(above: tuple[str, ...]) -> None:
    alone = page(*above, "某局", "（印章）", "2026年1月2日")
    assert "without the end of the text" in next(signature_faults([alone]))
    assert "without its date" in next(signature_faults([page("正文。", "某局", "（印章）")]))
