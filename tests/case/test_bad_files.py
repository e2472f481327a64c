"""Files that are no case: unreadable, not text, too large, too deep, or written in a way that could mislead."""

from __future__ import annotations

import json
import os
import time
from pathlib import Path

import pytest

from penalty_engine import Case, CaseError, Engine
from penalty_engine.checking import check
from tests.case.samples import GOOD, write_json, write_yaml


def _refused(engine: Engine, path: Path | str) -> str:
    with pytest.raises(CaseError) as refused:
        engine.assess(path)
    assert refused.value.render("zh") != refused.value.render("en")
    return refused.value.render("en")


def _file(folder: Path, content: bytes | str, name: str = "case.yaml") -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return path


def test_the_same_case_in_every_form(native: Engine, tmp_path: Path) -> None:
    forms = [
        GOOD,
        Case.parse(GOOD),
        write_yaml(tmp_path, GOOD),
        str(tmp_path / "case.yaml"),
        write_json(tmp_path, GOOD),
    ]
    assert len({native.assess(form).to_json() for form in forms}) == 1


CONTENTS = {
    "empty": ("", "{path}:1:1: error[empty-file]: the file is empty."),
    "only-spaces": ("  \n\n", "{path}:1:1: error[empty-file]: the file is empty."),
    "only-a-comment": ("# nothing\n", "{path}:1:1: error[empty-file]: the file is empty."),
    "a-list": (
        "- schema: 1\n",
        "{path}:1:1: error[not-a-mapping]: the top level must be 'key: value' pairs.",
    ),
    "a-word": ("case\n", "{path}:1:1: error[not-a-mapping]: the top level must be 'key: value' pairs."),
    "not-yaml": (
        "schema: [1\nparty: x",
        "{path}:2:6: error[yaml-syntax]: not valid YAML: did not find expected ',' or ']'. "
        "Check indentation, quotes and colons here and on the line above.",
    ),
    "tab": (
        "party:\n\tkind: organization\n",
        "{path}:2:1: error[yaml-syntax]: not valid YAML: found character that cannot start any "
        "token. Check indentation, quotes and colons here and on the line above.",
    ),
    "duplicate-key": (
        "schema: 1\nparty:\n  kind: organization\n  kind: individual\n",
        "{path}:4:3: error[duplicate-key]: the key 'kind' appears twice. Keep one.",
    ),
    "alias-bomb": (
        "a: &a [1]\nb: &b [*a, *a]\nc: [*b, *b]\n",
        "{path}:1:4: error[alias]: YAML anchors and aliases (& and *) are not accepted. Write the content out.",
    ),
    "merge-key": ("schema: 1\n<<: {case_no: x}\n", None),
    "tag": (
        "schema: !!int 1\n",
        "{path}:1:9: error[tag]: YAML tags (tag:yaml.org,2002:int) are not accepted. Remove it.",
    ),
    "python-tag": (
        "schema: !!python/object/apply:os.system [id]\n",
        "{path}:1:9: error[tag]: YAML tags (tag:yaml.org,2002:python/object/apply:os.system) are not accepted. Remove it.",
    ),
    "two-documents": (
        "schema: 1\n---\nschema: 1\n",
        "{path}:2:1: error[several-documents]: only one document to a file. Move what follows '---' to a file of its own.",
    ),
    "deep-flow": (
        "a: " + "[" * 50_000,
        "{path}:1:43: error[too-deep]: nested deeper than the limit of 40 levels. Flatten it.",
    ),
    "deep-block": (
        "\n".join(" " * depth + "a:" for depth in range(100)),
        "{path}:41:41: error[too-deep]: nested deeper than the limit of 40 levels. Flatten it.",
    ),
    "complex-key": ("? [a, b]\n: 1\n", "{path}:1:3: error[key-not-text]: a key must be text."),
    "not-utf8": (
        "schema: 1\ncase_no: 测".encode("gb18030"),
        "{path}:2:10: error[not-utf8]: not UTF-8. Save the file as UTF-8.",
    ),
    "utf16": (
        "schema: 1\n".encode("utf-16"),
        "{path}:1:1: error[not-utf8]: not UTF-8. Save the file as UTF-8.",
    ),
    "binary": (
        bytes(range(32)),
        "{path}:1:1: error[control-character]: contains the control character U+0000. Remove it.",
    ),
    "control": (
        "schema: 1\ncase_no: a\x1bb\n",
        "{path}:2:11: error[control-character]: contains the control character U+001B. Remove it.",
    ),
}


@pytest.mark.parametrize(("content", "expected"), CONTENTS.values(), ids=list(CONTENTS))
def test_yaml_contents(native: Engine, tmp_path: Path, content: str | bytes, expected: str | None) -> None:
    path = _file(tmp_path, content)
    answer = _refused(native, path)
    if expected is not None:
        assert answer == expected.replace("{path}", str(path))


JSON = {
    "unclosed": (
        '{"schema": 1',
        "{path}:1:13: error[json-syntax]: not valid JSON: Expecting ',' delimiter. Correct the text at this place.",
    ),
    "comma": ('{"schema": 1,\n}', None),
    "duplicate-key": (
        '{"schema": 1, "schema": 1}',
        "{path}:1:15: error[duplicate-key]: the key 'schema' appears twice. Keep one.",
    ),
    "duplicate-inner": (
        '{"party": {"kind": "organization", "kind": "individual"}}',
        "{path}:1:36: error[duplicate-key]: the key 'kind' appears twice. Keep one.",
    ),
    "duplicate-escaped": (
        '{"a": 1, "\\u0061": 2}',
        "{path}:1:10: error[duplicate-key]: the key 'a' appears twice. Keep one.",
    ),
    "deep": (
        '{"a": ' + "[" * 100_000,
        "{path}: error[too-deep]: nested deeper than the limit of 40 levels. Flatten it.",
    ),
    "deep-closed": (
        '{"a": ' * 60 + "1" + "}" * 60,
        "{path}: error[too-deep]: nested deeper than the limit of 40 levels. Flatten it.",
    ),
    "list": ("[1]", None),
    "surrogate-key": ('{"\\ud800": 1}', None),
    "escape-key": ('{"\\u001b[31m": 1, "\\u001b[31m": 2}', None),
}


@pytest.mark.parametrize(("content", "expected"), JSON.values(), ids=list(JSON))
def test_json_contents(native: Engine, tmp_path: Path, content: str, expected: str | None) -> None:
    path = _file(tmp_path, content, "case.json")
    answer = _refused(native, path)
    assert answer.encode("utf-8")
    assert "\x1b" not in answer
    if expected is not None:
        assert answer == expected.replace("{path}", str(path))


@pytest.mark.parametrize(
    "number",
    [
        "NaN",
        "Infinity",
        "-Infinity",
        "1e400",
        "1E5",
        "-1e400",
        "1" * 5001,
        "-" + "1" * 5001,
        "0." + "1" * 5000,
        "1.5e1",
    ],
)
@pytest.mark.parametrize("field", ["illegal_gain", "dispatched_workers"])
def test_json_numbers_of_every_kind(native: Engine, tmp_path: Path, number: str, field: str) -> None:
    text = (
        json.dumps(GOOD)
        .replace('"illegal_gain": 36000', '"illegal_gain": 1')
        .replace('"dispatched_workers": 8', '"dispatched_workers": 2')
    )
    old = '"illegal_gain": 1' if field == "illegal_gain" else '"dispatched_workers": 2'
    path = _file(tmp_path, text.replace(old, f'"{field}": {number}'), "case.json")
    assert f".facts.{field}: " in _refused(native, path)


def test_json_decimals_stay_exact(native: Engine, tmp_path: Path) -> None:
    path = _file(tmp_path, json.dumps(GOOD).replace("36000", "1234.56"), "case.json")
    assert str(native.assess(path).acts[0].findings[0].confiscate) == "1234.56"


def test_fifty_megabytes(native: Engine, tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    with path.open("wb") as stream:
        stream.truncate(50_000_000)
    started = time.perf_counter()
    assert _refused(native, path) == (
        f"{path}: error[file-too-large]: larger than the limit of 4000000 bytes. "
        "Check that this is the right file, or split it."
    )
    assert time.perf_counter() - started < 2


def test_many_values(native: Engine, tmp_path: Path) -> None:
    path = _file(tmp_path, "acts: [" + "1," * 500_000 + "1]")
    assert "error[too-many-values]: more than the limit of 400000 values. Split the file." in _refused(
        native, path
    )


def test_a_late_duplicate_is_found_fast(native: Engine, tmp_path: Path) -> None:
    names = ", ".join(f'"k{number}": 0' for number in range(60_000))
    path = _file(tmp_path, f'{{{names}, "k59999": 0}}', "case.json")
    started = time.perf_counter()
    assert "the key 'k59999' appears twice" in _refused(native, path)
    assert time.perf_counter() - started < 3


def test_a_folder(native: Engine, tmp_path: Path) -> None:
    assert (
        _refused(native, tmp_path)
        == f"{tmp_path}: error[is-a-directory]: this is a folder, not a file. Name a file inside it."
    )


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes in folders")
def test_a_pipe_is_not_waited_for(native: Engine, tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    os.mkfifo(path)
    expected = (
        f"{path}: error[not-a-file]: this is not an ordinary file but a pipe or device. "
        "Put an ordinary file there."
    )
    assert _refused(native, path) == expected
    decision = {"case": "case.yaml", "acts": [{}]}
    written = tmp_path / "decision.json"
    written.write_text(json.dumps(decision), encoding="utf-8")
    with pytest.raises(CaseError) as refused:
        check(native, written)
    assert refused.value.render("en") == expected


@pytest.mark.skipif(not Path("/dev/fd").exists(), reason="this system does not name what a process was given")
def test_a_pipe_given_to_the_process_is_read(native: Engine) -> None:
    here, there = os.pipe()
    with os.fdopen(there, "w", encoding="utf-8") as stream:
        json.dump(GOOD, stream)
    try:
        assert native.assess(f"/dev/fd/{here}").to_json() == native.assess(GOOD).to_json()
    finally:
        os.close(here)


def test_no_such_file(native: Engine, tmp_path: Path) -> None:
    path = tmp_path / "missing.yaml"
    assert _refused(native, path) == f"{path}: error[no-such-file]: no such file. Check the path."
    assert "error[no-such-file]" in _refused(native, str(path))


@pytest.mark.parametrize("name", ["a\0b", "x" * 5000, "", "schema: 1\nparty: {}", "\ud800"])
def test_text_that_is_no_path(native: Engine, name: str) -> None:
    with pytest.raises(CaseError) as refused:
        native.assess(name)
    assert refused.value.render("en").encode("utf-8")


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read every file"
)
def test_no_permission(native: Engine, tmp_path: Path) -> None:
    path = write_yaml(tmp_path, GOOD)
    path.chmod(0)
    assert (
        _refused(native, path)
        == f"{path}: error[no-permission]: no permission to read. Check the file's permissions."
    )


def test_permission_refused_by_the_system(
    native: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_yaml(tmp_path, GOOD)

    def refuse(*args: object, **kwargs: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert (
        _refused(native, path)
        == f"{path}: error[no-permission]: no permission to read. Check the file's permissions."
    )


def test_in_memory(native: Engine) -> None:
    case, source = Case.read_bytes(json.dumps(GOOD).encode(), "<stdin>")
    assert source.file == "<stdin>"
    assert native.assess(case).to_json() == native.assess(GOOD).to_json()
    with pytest.raises(CaseError, match=r"^<stdin>:1:1: error\[empty-file\]"):
        Case.read_bytes(b"", "<stdin>")


@pytest.mark.parametrize("field", ["circumstances", "facts"])
def test_only_the_first_of_many_wrong_names_get_a_suggestion(native: Engine, field: str) -> None:
    # each suggestion is a comparison with every name known, and a file may hold hundreds of thousands of names
    names = [f"obstruction{number}" for number in range(2_000)]
    act = {
        "clause": "labour-contract-law/92.1",
        field: names if field == "circumstances" else dict.fromkeys(names, 1),
    }
    with pytest.raises(CaseError) as refused:
        native.assess({**GOOD, "acts": [act]})
    assert all(item.params.get("nearest") is None for item in refused.value.diagnostics[20:])
    assert len(refused.value.diagnostics) == (1 if field == "circumstances" else 2_000)  # or: too many at all
