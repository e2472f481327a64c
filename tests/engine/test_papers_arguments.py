"""What a program hands over for its papers: whatever does not fit is named."""

from __future__ import annotations

from typing import Any

import pytest

from penalty_engine import CaseError, Engine, draft_paper, make_dossier

CASE: dict[str, Any] = {
    "schema": 1,
    "party": {"kind": "organization"},
    "timeline": {"conduct_to": "2016-05-31"},
    "acts": [{"clause": "hebei-labour-market-regulation/25.1"}],
}


@pytest.mark.parametrize(
    ("wrong", "name"),
    [
        ({"form": 5}, "form"),
        ({"fmt": "odt"}, "fmt"),
        ({"fmt": None}, "fmt"),
        ({"templates": b""}, "templates"),
        ({"own_form": ["x"]}, "own_form"),
        ({"own_form": "x.docx", "fmt": "md"}, "fmt"),
    ],
)
def test_wrong_arguments_are_named(wrong: dict[str, Any], name: str) -> None:
    with pytest.raises(CaseError, match=name):
        draft_paper(Engine.load(), CASE, **{"form": "decision", "fmt": "docx", **wrong})


def test_a_dossier_in_an_unknown_format_is_refused() -> None:
    with pytest.raises(CaseError, match="fmt"):
        make_dossier(Engine.load(), CASE, "odt")
