"""Whatever is handed to the engine as a case, a CaseError is all that may come back out of it besides an assessment."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st

from penalty_engine import Assessment, Case, CaseError, Engine
from tests.case.samples import GOOD, changed
from tests.conftest import RULES

ENGINE = Engine.load(RULES, "native")

_WORDS = [
    "schema",
    "case_no",
    "authority",
    "party",
    "kind",
    "name",
    "timeline",
    "conduct_to",
    "conduct_from",
    "decided_on",
    "served_on",
    "acts",
    "violation",
    "clause",
    "facts",
    "circumstances",
    "elections",
    "mitigate",
    "illegal_gain",
    "party_role",
    "evidence",
    "officers",
    "defence",
    "documents",
    "bank",
    "longyao-hrss",
    "organization",
    "individual",
    "labour-contract-law/92.1",
    "unlicensed-hr-service",
    "obstruction",
    "2016-05-31",
    "9999-12-31",
    "0001-01-01",
    "１２",
    "1e400",
    "NaN",
    "\ud800",
    "\x00",
    "\u202e",
]
_TEXT = st.sampled_from(_WORDS) | st.text(st.characters(), max_size=8)
_SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.sampled_from([10**12, 10**12 + 1, 2**63, -(2**63), 10**300])
    | st.floats()
    | _TEXT
)
_JSON = st.recursive(
    _SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_TEXT, inner, max_size=5),
    max_leaves=12,
)


def _paths(node: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    items = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    found = [path] if path else []
    return found + [deeper for step, child in items for deeper in _paths(child, (*path, step))]


def _read(raw: bytes, name: str) -> Case | CaseError:
    try:
        return Case.read_bytes(raw, name)[0]
    except CaseError as error:
        return error


def _outcome(case: Any) -> Assessment | CaseError:
    try:
        return ENGINE.assess(case)
    except CaseError as error:
        return error


def _check(outcome: Any) -> None:
    """A refusal names what is wrong and can be printed; an assessment is JSON."""
    if isinstance(outcome, CaseError):
        assert outcome.diagnostics
        for lang in ("en", "zh"):
            assert outcome.render(lang)  # type: ignore[arg-type]
            assert outcome.render(lang).encode("utf-8")  # type: ignore[arg-type]
    elif isinstance(outcome, Assessment):
        assert json.loads(outcome.to_json()) == outcome.to_dict()
        assert outcome.to_json("en").encode("utf-8")


def _assess(case: Any) -> None:
    _check(_outcome(case))


@given(_JSON)
@settings(max_examples=250)
def test_any_json(value: Any) -> None:
    if not isinstance(value, str):  # a text would be a path
        _assess(value)


@given(st.dictionaries(_TEXT, _JSON, max_size=6))
@settings(max_examples=150)
def test_any_mapping_beside_the_required_fields(value: dict[str, Any]) -> None:
    _assess({**GOOD, **value})


@given(st.sampled_from(_paths(GOOD)), _JSON)
@settings(max_examples=800)
@example(("timeline", "decided_on"), "9999-12-31")
@example(("case_no",), "\ud800")
def test_a_good_case_with_one_value_changed(path: tuple[str | int, ...], value: Any) -> None:
    _assess(changed(path, value))


@given(st.sampled_from(_paths(GOOD)), _TEXT, _JSON)
@settings(max_examples=300)
def test_a_good_case_with_a_field_added(path: tuple[str | int, ...], name: str, value: Any) -> None:
    node: Any = GOOD
    for step in path:
        node = node[step]
    if isinstance(node, dict):
        _assess(changed((*path, name), value))


@given(
    st.binary(max_size=200) | st.text(max_size=100).map(lambda text: text.encode("utf-8", "surrogatepass"))
)
@settings(max_examples=500)
@example(b"{")
@example(b"[" * 1000)
@example(b"\xef\xbb\xbf")
@example("a: \u2028b".encode())
@example("a: \ufffe".encode())
@example(b'"\\ud800": 1')
@example(b'a: "\\0"')
def test_any_bytes(raw: bytes) -> None:
    for name in ("case.yaml", "case.json"):
        _check(_read(raw, name))


@given(st.sampled_from(_paths(GOOD)), _JSON)
@settings(max_examples=300)
def test_a_changed_case_as_a_file(path: tuple[str | int, ...], value: Any) -> None:
    try:
        raw = json.dumps(changed(path, value)).encode("utf-8", "surrogatepass")
    except ValueError:  # an integer too long for json itself to write
        return
    for name in ("case.json", "case.yaml"):
        read = _read(raw, name)
        _check(read if isinstance(read, CaseError) else _outcome(read))
