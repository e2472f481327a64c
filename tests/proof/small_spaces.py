"""Spaces small enough to look at every case, and conditions over them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from hypothesis import strategies as st

from penalty_engine.proof.space import Domain, Space
from penalty_engine.rulebook.conditions import AllOf, AnyOf, Condition, Facts, FactTest

_WORDS = ("x", "y", "z")
_OPS = ("eq", "ne", "ge", "le", "gt", "lt")
DOMAINS = {
    "flag": Domain("boolean", ((0, 1),)),
    "word": Domain("choice", ((0, 2),), _WORDS),
    "money": Domain("money", ((0, 5),)),
    "number": Domain("integer", ((-2, 2),)),
}
SPACE = Space(DOMAINS)

_LARGEST = 1  # bound of a test about counts
COUNTS = ("lighter_circumstances", "heavier_circumstances", "gravest_circumstances", "heavier_over_lighter")
_COUNT, _INTEGER = Domain("count", ((0, 1000),)), Domain("integer", ((-1000, 1000),))
COUNTED = Space(
    {
        **dict.fromkeys(COUNTS[:3], _COUNT),
        COUNTS[3]: _INTEGER,
        "flag": DOMAINS["flag"],
        "money": DOMAINS["money"],
    }
)

_flags = st.builds(FactTest, st.just("flag"), st.sampled_from(["eq", "ne"]), st.booleans())
_words = st.builds(FactTest, st.just("word"), st.sampled_from(["eq", "ne"]), st.sampled_from(_WORDS))
_money = st.builds(FactTest, st.just("money"), st.sampled_from(_OPS), st.integers(0, 5))
_numbers = st.builds(FactTest, st.just("number"), st.sampled_from(_OPS), st.integers(-2, 2))
_counts = st.builds(
    FactTest, st.sampled_from(COUNTS), st.sampled_from(_OPS), st.integers(-_LARGEST, _LARGEST)
)


def _join(inner: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
    parts = st.lists(inner, max_size=3).map(tuple)
    return st.builds(AllOf, parts) | st.builds(AnyOf, parts)


conditions: st.SearchStrategy[Condition] = st.recursive(
    _flags | _words | _money | _numbers, _join, max_leaves=6
)
counted_conditions: st.SearchStrategy[Condition] = st.recursive(
    _counts | _flags | _money, _join, max_leaves=5
)


def every_case() -> Iterator[Facts]:
    """All cases of `SPACE`."""
    values = [
        [domain.value(code) for low, high in domain.whole for code in range(low, high + 1)]
        for domain in DOMAINS.values()
    ]
    for chosen in product(*values):
        yield dict(zip(DOMAINS, chosen, strict=True))


def every_count() -> Iterator[Facts]:
    """All cases of `COUNTED` with counts up to twice what bounds this small can tell apart."""
    for lighter, heavier in product(range(8), repeat=2):
        for gravest in range(heavier + 1):
            counts = dict(zip(COUNTS, (lighter, heavier, gravest, heavier - lighter), strict=True))
            for flag, money in product((False, True), range(6)):
                yield {**counts, "flag": flag, "money": money}
