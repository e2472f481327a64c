"""A fine recommended beside a duty that stands against it: what is said of it, and where the words are from."""

from __future__ import annotations

from typing import Any

import pytest

from penalty_engine import Engine
from penalty_engine.messages import Message
from tests.conftest import ROOT


def _warned(
    engine: Engine, gain: int = 0, circumstances: tuple[str, ...] = (), **elected: bool
) -> list[Message]:
    stated: dict[str, Any] = {
        "party": {"kind": "organization"},
        "timeline": {"conduct_to": "2024-06-01", "filed_on": "2024-06-11"},
        "elections": elected,
        "acts": [
            {
                "violation": "unlicensed-labour-dispatch",
                "facts": {"illegal_gain": gain},
                "circumstances": list(circumstances),
            }
        ],
    }
    return [item for item in engine.assess(stated).warnings if item.code == "fine-beside-duty"]


def test_a_fine_beside_the_transfer_of_a_crime(native: Engine) -> None:
    (found,) = _warned(native, crime_indicated=True)
    assert found.text("zh").startswith("违法行为涉嫌犯罪的，先移送司法机关，移送期间不宜作出罚款决定。")
    assert "art. 35(2)" in found.text("en")
    assert "art. 27(1)" in found.text("en")


def test_nothing_is_said_without_a_crime_or_without_a_fine(native: Engine) -> None:
    assert _warned(native) == []
    assert _warned(native, circumstances=("minor-and-corrected",), crime_indicated=True) == []


def test_the_words_in_quotation_marks_are_those_of_the_law(native: Engine) -> None:
    law = ROOT.parent / "shared" / "law"
    if not law.is_dir():
        pytest.skip("the collected law is not beside this checkout")
    text = "".join(next(law.glob("13_*.md")).read_text(encoding="utf-8").split())
    told = _warned(native, crime_indicated=True)[0].text("zh")
    quoted = [part.split("”")[0] for part in told.split("“")[1:]]
    assert len(quoted) == 2
    assert all(part in text for part in quoted)
