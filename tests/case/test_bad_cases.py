"""Every mistake in a case is answered in plain words: the field, what is wrong, the way out; in a file also the place.

``pytest tests/case --regenerate`` writes the expected texts anew; review them with git diff before committing.
"""

from __future__ import annotations

import math
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from penalty_engine import CaseError, Engine
from tests.case.bad_cases import BAD_VALUES
from tests.case.samples import changed, write_json, write_yaml

GOLDEN = Path(__file__).with_name("bad")


def _answer(engine: Engine, case: Any, lang: str, folder: Path) -> str:
    try:
        engine.assess(case)
    except CaseError as error:
        return error.render(lang).replace(f"{folder}{os.sep}", "")
    return "(accepted)"


def _attempt(write: Callable[[Path, Any], Path], folder: Path, case: Any) -> Path | None:
    try:
        return write(folder, case)
    except UnicodeEncodeError:  # no file in UTF-8 can hold a lone surrogate
        return None


@pytest.mark.parametrize("name", BAD_VALUES)
def test_answers(name: str, native: Engine, tmp_path: Path, regenerate: bool) -> None:
    case = changed(*BAD_VALUES[name])
    files = [("YAML", _attempt(write_yaml, tmp_path, case)), ("JSON", _attempt(write_json, tmp_path, case))]
    parts = ["# dict", _answer(native, case, "en", tmp_path), _answer(native, case, "zh", tmp_path)]
    for form, path in files:
        if path is not None:
            parts += [
                f"# {form}",
                _answer(native, path, "en", tmp_path),
                _answer(native, path, "zh", tmp_path),
            ]
    shown = "\n".join(parts) + "\n"
    golden = GOLDEN / f"{name}.txt"
    if regenerate:
        golden.write_text(shown, encoding="utf-8")
    assert parts[1] != "(accepted)"
    assert shown == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", BAD_VALUES)
def test_an_answer_is_fit_to_print(name: str, native: Engine) -> None:
    with pytest.raises(CaseError) as refused:
        native.assess(changed(*BAD_VALUES[name]))
    for lang in ("en", "zh"):
        text = refused.value.render(lang)
        assert text.encode("utf-8")
        assert all(char.isprintable() for char in text.replace("\n", ""))
        for leak in ("Decimal(", "None", "True", "False", "Traceback", "pydantic", "{'", "validation error"):
            assert leak not in text
        assert all(len(line) < 400 for line in text.split("\n"))


def test_every_expected_text_belongs_to_a_case() -> None:
    assert {path.stem for path in GOLDEN.glob("*.txt")} == set(BAD_VALUES)


def test_several_mistakes_are_told_at_once(native: Engine) -> None:
    case = changed(("acts", 0, "facts", "illegal_gain"), -1)
    case["acts"][1]["facts"]["dispatched_workers"] = "x"
    case["authority"] = "nobody"
    with pytest.raises(CaseError) as refused:
        native.assess(case)
    assert sorted(item.code for item in refused.value.diagnostics) == [
        "amount-negative",
        "not-a-count",
        "unknown-authority",
    ]


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        (b"schema: 1", "bytes"),
        (None, "NoneType"),
        ([], "list"),
        (5, "int"),
        (2.5, "float"),
        (True, "bool"),
        (object(), "object"),
        (iter([]), "list_iterator"),
    ],
)
def test_what_is_no_case_at_all(native: Engine, value: Any, kind: str) -> None:
    with pytest.raises(CaseError) as refused:
        native.assess(value)
    assert (
        refused.value.render("en")
        == f"error[case-not-readable]: a case is a Case, a dict or a path; got {kind}."
    )
    assert (
        refused.value.render("zh")
        == f"error[case-not-readable]: 案件必须是 Case、字典或者文件路径，得到的是 {kind}。"
    )


@pytest.mark.parametrize("text", ["１２００００", " 120000 ", "120000.00", "+120000", "0120000"])
def test_other_spellings_of_a_sum(native: Engine, text: str) -> None:
    finding = native.assess(changed(("acts", 0, "facts", "illegal_gain"), text)).acts[0].findings[0]
    assert finding.confiscate == 120000


def test_full_width_counts(native: Engine) -> None:
    case = changed(("acts", 1, "facts", "dispatched_workers"), "８")
    assert native.assess(case).acts[1].findings[0].fines[0].minimum == 40000


@pytest.mark.parametrize(
    "value",
    [10**5000, -(10**5000), [10**5000], {"x": 10**5000}],
    ids=["positive", "negative", "in-a-list", "in-a-mapping"],
)
@pytest.mark.parametrize(
    "path",
    [
        ("case_no",),
        ("schema",),
        ("party", "kind"),
        ("timeline", "conduct_to"),
        ("elections", "mitigate"),
        ("acts", 0, "facts", "illegal_gain"),
        ("acts", 1, "facts", "dispatched_workers"),
        ("acts", 1, "facts", "failed_to_correct"),
        ("acts", 1, "facts", "party_role"),
        ("extra",),
    ],
    ids=lambda path: ".".join(map(str, path)),
)
def test_integers_beyond_all_measure(native: Engine, path: tuple[str | int, ...], value: Any) -> None:
    with pytest.raises(CaseError) as refused:
        native.assess(changed(path, value))
    assert len(refused.value.render("en")) < 400


@pytest.mark.parametrize(
    "path",
    [
        ("case_no",),
        ("party",),
        ("acts",),
        ("acts", 0),
        ("acts", 0, "facts"),
        ("acts", 0, "facts", "x"),
        ("acts", 0, "facts", "illegal_gain"),
        ("acts", 1, "facts", "party_role"),
        ("evidence",),
    ],
    ids=lambda path: ".".join(map(str, path)),
)
@pytest.mark.parametrize("wrap", [lambda node: [node], lambda node: {"a": node}], ids=["lists", "mappings"])
def test_deep_nesting_in_a_dict(
    native: Engine, path: tuple[str | int, ...], wrap: Callable[[Any], Any]
) -> None:
    value: Any = 1
    for _ in range(20_000):
        value = wrap(value)
    with pytest.raises(CaseError) as refused:
        native.assess(changed(path, value))
    assert len(refused.value.render("zh")) < 400


def test_a_dict_that_contains_itself(native: Engine) -> None:
    loop: dict[str, Any] = {}
    loop["loop"] = loop
    for path in (("party",), ("acts", 0, "facts", "illegal_gain"), ("acts", 0, "facts")):
        with pytest.raises(CaseError):
            native.assess(changed(path, loop))


def test_nan_is_never_a_number(native: Engine) -> None:
    for value in (math.nan, math.inf, -math.inf):
        with pytest.raises(CaseError, match="float-amount"):
            native.assess(changed(("acts", 0, "facts", "illegal_gain"), value))
        with pytest.raises(CaseError, match="not-a-count"):
            native.assess(changed(("acts", 1, "facts", "dispatched_workers"), value))
