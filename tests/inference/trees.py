"""Generated conditions and facts, over invented facts of every type and over the shipped vocabulary."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from hypothesis import strategies as st

from penalty_engine.rulebook.conditions import AllOf, AnyOf, Condition, FactTest, FactValue

NUMBERS, FLAGS, WORDS = ("n1", "n2", "circumstance:n.3"), ("b1", "b2"), ("w1", "w2")
_WORDS = ("x", "y", "some-word")
_NUMBER = st.integers(min_value=-2, max_value=3) | st.sampled_from([10**14, 10**14 - 1])

_number_tests = st.builds(
    FactTest, st.sampled_from(NUMBERS), st.sampled_from(["eq", "ne", "ge", "le", "gt", "lt"]), _NUMBER
)
_flag_tests = st.builds(FactTest, st.sampled_from(FLAGS), st.sampled_from(["eq", "ne"]), st.booleans())
_word_tests = st.builds(
    FactTest, st.sampled_from(WORDS), st.sampled_from(["eq", "ne"]), st.sampled_from(_WORDS)
)

single_tests = _number_tests | _flag_tests | _word_tests


def _join(inner: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
    parts = st.lists(inner, max_size=3).map(tuple)
    return st.builds(AllOf, parts) | st.builds(AnyOf, parts)


conditions: st.SearchStrategy[Condition] = st.recursive(single_tests, _join, max_leaves=8)

facts: st.SearchStrategy[dict[str, FactValue]] = st.fixed_dictionaries(
    {},
    optional={
        **dict.fromkeys(NUMBERS, _NUMBER),
        **{name: st.booleans() for name in FLAGS},
        **{name: st.sampled_from(_WORDS) for name in WORDS},
    },
)


def vocabulary_facts(
    vocabulary: Mapping[str, Any], names: list[str]
) -> st.SearchStrategy[dict[str, FactValue]]:
    """Facts of the shipped vocabulary as the networks see them, each known or unknown."""
    kinds: dict[str, st.SearchStrategy[Any]] = {
        "money": st.sampled_from([0, 1, 100, 20_000, 20_001, 300_000, 300_001, 10**14]),
        "count": st.sampled_from([0, 1, 2, 13, 14, 15, 17, 18, 19, 10**7]),
        "integer": st.integers(min_value=-3, max_value=3),
        "boolean": st.booleans(),
    }
    return st.fixed_dictionaries(
        {},
        optional={
            name: st.sampled_from(list(vocabulary[name].choices))
            if vocabulary[name].type == "choice"
            else kinds[vocabulary[name].type]
            for name in names
        },
    )
