"""What circumstances, limitation periods and additions quote stands verbatim in the collected law, where it is at hand."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from penalty_engine.rulebook import load_rulebook
from penalty_engine.rulebook.circumstance_records import Basis
from tests.conftest import ROOT, RULES

LAW = ROOT.parent / "shared" / "law"
FILES = {"中华人民共和国行政处罚法": "13_*.md", "劳动保障监察条例": "03_*.md"}
BOOK = load_rulebook(RULES)
QUOTED = [
    *(item.basis for item in BOOK.circumstances.values()),
    *(item.basis for item in BOOK.always),
    *(item.basis for item in BOOK.limitations),
]


def _joined(text: str) -> str:
    return re.sub(r"\s+|\*\*第[^*]+条\*\*", "", text)


@pytest.mark.parametrize("basis", QUOTED, ids=lambda basis: basis.cite.en)
def test_quoted_word_for_word(basis: Basis) -> None:
    if basis.statute.zh not in FILES:
        assert not basis.source.verified, "not law: nothing there can have been verified word for word"
        return
    if not LAW.is_dir():
        pytest.skip("the collected law is not beside this checkout")
    (path,) = LAW.glob(FILES[basis.statute.zh])
    assert basis.text
    assert _joined(basis.text) in _joined(Path(path).read_text(encoding="utf-8"))


def test_the_act_is_complete() -> None:
    """28 to 33, 36 and 49: every paragraph and item that speaks of whether, and how heavily, to punish."""
    articles = {basis.article for basis in QUOTED if basis.statute.zh == "中华人民共和国行政处罚法"}
    assert articles >= {
        "第二十八条第一款",
        "第二十八条第二款",
        "第三十条",
        "第三十一条",
        *(f"第三十二条第（{number}）项" for number in "一二三四五"),
        "第三十三条第一款",
        "第三十三条第二款",
        "第三十六条",
        "第四十九条",
    }
