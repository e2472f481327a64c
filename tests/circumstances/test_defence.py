"""行政处罚法 45: a party is not punished more heavily for having defended itself. Nothing but the receipt may change."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from penalty_engine import Engine
from tests.conftest import RULES
from tests.engine.cases import acts, case

ENGINE = Engine.load(RULES, "native")
_TEXT = st.text(max_size=40).filter(lambda text: text.isprintable())
_DEFENCES = st.fixed_dictionaries({}, optional={"made": st.booleans(), "statement": _TEXT, "finding": _TEXT})
_DAYS = st.sampled_from(["2016-05-31", "2021-12-01", "2024-07-01"])


@settings(max_examples=150)
@given(
    st.lists(acts(ENGINE), min_size=1, max_size=2),
    _DEFENCES,
    _DAYS,
    st.sampled_from(["organization", "sole_trader", "individual"]),
)
def test_a_defence_changes_no_penalty(
    stated: list[dict[str, Any]], defence: dict[str, Any], day: str, party: str
) -> None:
    known = [
        {
            **item,
            "circumstances": [
                name for name in item["circumstances"] if party in ENGINE.rulebook.circumstances[name].parties
            ],
        }
        for item in stated
    ]
    before = case(*known, party=party, to=day)
    silent = ENGINE.assess(before).to_dict()
    heard = ENGINE.assess({**before, "defence": defence}).to_dict()
    for answer in (silent, heard):
        answer.pop("receipt")
    assert heard == silent
