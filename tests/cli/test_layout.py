"""Widths, line breaks and the bar."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len as reference

from penalty_engine.cli.bar import bar
from penalty_engine.cli.layout import NO_END, NO_START, cell_len, inert, wrap

TEXTS = st.text(st.sampled_from("罚款一二，。《》（）「ab c12.-é\u202e\x1b\n–"), max_size=80)


@given(TEXTS, st.integers(8, 40))
def test_wrap_keeps_the_text_and_the_width(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert "".join("".join(lines).split()) == "".join(inert(text).split())
    for line in lines:
        # punctuation that must not begin a line may hang over the edge together with what it follows
        assert cell_len(line) <= width


@given(
    st.lists(
        st.sampled_from(["罚款，", "《条例》", "a b", "第（1）项。", "一", "10,000", "“款”；"]), max_size=30
    )
)
def test_no_line_begins_with_a_stop(parts: list[str]) -> None:
    for line in wrap("".join(parts), 30):
        assert not line or (line[0] not in NO_START and line[-1] not in NO_END)


@pytest.mark.parametrize("text", ["罚款abc", "《》（）", "├─◆", "e\u0301", "１２", "", "–"])
def test_widths_agree_with_rich(text: str) -> None:
    assert cell_len(text) == reference(text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x1b[0m", "a<U+001B>[0m"),
        ("\u202eabc", "<U+202E>abc"),
        ("a\nb", "a<U+000A>b"),
        ("\u200b", "<U+200B>"),
        ("某 某", "某 某"),
    ],
)
def test_inert(text: str, shown: str) -> None:
    assert inert(text) == shown


@pytest.mark.parametrize(
    ("sums", "drawn"),
    [
        ((0, 100, 25, 50, 37), "|----=#===----------|"),
        ((0, 100, 0, 25, 12), "==#==--------------|"),
        ((0, 100, 75, 100, 87), "|--------------==#=="),
        ((100, 300, 0, 100, 50), "===#===-------------|"),
    ],
)
def test_bar(sums: tuple[int, ...], drawn: str) -> None:
    low, high, first, last, point = map(Decimal, sums)
    spans = bar(low, high, (first, last), point, 20, drawing=False)
    text = "".join(span.text for span in spans)
    assert len(text) == 20
    assert text.count("#") == 1
