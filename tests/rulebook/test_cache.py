"""The kept rulebook: the same as one just read, never stale, and never trusted further than its records."""

from __future__ import annotations

import os
import pickle
from pathlib import Path

import pytest

from penalty_engine import Engine, RulebookError
from penalty_engine.rulebook.cache import CACHE_VARIABLE
from tests.acceptance.seed_cases import seed_cases
from tests.conftest import RULES
from tests.rulebook.folders import STATUTE, make_folder


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty cache folder."""
    folder = tmp_path / "cache"
    monkeypatch.setenv(CACHE_VARIABLE, str(folder))
    return folder


def _texts(engine: Engine) -> list[str]:
    return [engine.assess(seed.case).to_json() for seed in seed_cases()]


def _load(folder: Path = RULES) -> Engine:
    return Engine.load(folder, "native", cache=True)


def test_kept_and_read_are_the_same(kept: Path, native: Engine) -> None:
    first, second = _load(), _load()
    assert len(list(kept.iterdir())) == 1
    assert _texts(first) == _texts(second) == _texts(native)
    assert second.rulebook == native.rulebook


def test_a_changed_rule_is_read_anew(kept: Path, tmp_path: Path) -> None:
    folder = make_folder(tmp_path, {})
    before = _load(folder).rulebook
    path = folder / STATUTE
    path.write_text(
        path.read_text(encoding="utf-8").replace("样本法, short", "改名法, short"), encoding="utf-8"
    )
    after = _load(folder).rulebook
    assert before.fingerprint != after.fingerprint
    assert after.clauses["sample-law/1"][0].statute.title.zh == "改名法"


def test_a_rule_broken_later_is_refused(kept: Path, tmp_path: Path) -> None:
    folder = make_folder(tmp_path, {})
    _load(folder)
    (folder / STATUTE).write_text("schema: 1\n", encoding="utf-8")
    with pytest.raises(RulebookError):
        _load(folder)


@pytest.mark.parametrize("content", [b"", b"not a pickle", pickle.dumps({"a": 1}), pickle.dumps(Path("x"))])
def test_a_damaged_entry_is_passed_over(kept: Path, native: Engine, content: bytes) -> None:
    _load()
    entry = next(kept.iterdir())
    entry.write_bytes(content)
    assert _texts(_load()) == _texts(native)


class _Hostile:
    """Makes a folder when it is unpickled."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.mkdir, (str(self.path),)


def test_an_entry_cannot_run_anything(kept: Path, tmp_path: Path) -> None:
    payload = pickle.dumps(_Hostile(tmp_path / "made"))
    pickle.loads(payload)  # so it does work where it is let
    (tmp_path / "made").rmdir()
    _load()
    next(kept.iterdir()).write_bytes(payload)
    _load()
    assert not (tmp_path / "made").exists()


def test_switched_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, native: Engine) -> None:
    monkeypatch.setenv(CACHE_VARIABLE, "off")
    assert _texts(_load()) == _texts(native)


def test_a_cache_that_cannot_be_written_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, native: Engine
) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    monkeypatch.setenv(CACHE_VARIABLE, str(tmp_path / "file" / "cache"))
    assert _texts(_load()) == _texts(native)


def test_old_entries_go(kept: Path, tmp_path: Path) -> None:
    for number in range(12):
        _load(make_folder(tmp_path / str(number), {STATUTE: ("schema: 1", f"schema: 1 # {number}")}))
    assert len(list(kept.iterdir())) <= 8
