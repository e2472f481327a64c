"""A circumstance that must lighten the penalty, outweighed by heavier ones: the scheme is followed, and it is said."""

from __future__ import annotations

import pytest

from penalty_engine import Engine
from tests.engine.cases import case, codes, hebei


@pytest.mark.parametrize(
    ("circumstances", "told"),
    [
        (("meritorious-help",), False),
        (("obstruction", "false-evidence"), False),
        (("meritorious-help", "obstruction"), False),  # equal: the tier of no circumstance
        (("meritorious-help", "obstruction", "false-evidence"), True),
        (("partly-accountable", "obstruction", "false-evidence"), False),  # may, not must
    ],
)
def test_only_a_graver_tier_than_without_circumstances_is_told(
    engine: Engine, circumstances: tuple[str, ...], told: bool
) -> None:
    kind = "individual" if "partly-accountable" in circumstances else "organization"
    found = engine.assess(case(hebei(1, *circumstances), party=kind))
    assert ("mandatory-lighter-outweighed" in codes(found)) is told


def test_nothing_is_told_of_a_mitigated_fine(engine: Engine) -> None:
    found = engine.assess(
        case(hebei(1, "meritorious-help", "obstruction", "false-evidence"), elections={"mitigate": True})
    )
    assert "mandatory-lighter-outweighed" not in codes(found)
