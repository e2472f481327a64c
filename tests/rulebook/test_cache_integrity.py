"""A kept rulebook that is damaged, swapped, shared or outrun by an edit is never used."""

from __future__ import annotations

import os
import random
import shutil
from pathlib import Path

import pytest

from penalty_engine import Engine, RulebookError
from penalty_engine.rulebook import load
from penalty_engine.rulebook.cache import CACHE_VARIABLE
from tests.rulebook.folders import STATUTE, make_folder


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty cache folder."""
    folder = tmp_path / "cache"
    monkeypatch.setenv(CACHE_VARIABLE, str(folder))
    return folder


def _rulebook(folder: Path) -> object:
    return Engine.load(folder, "native", cache=True).rulebook


def test_a_flipped_bit_is_noticed(kept: Path, tmp_path: Path) -> None:
    folder = make_folder(tmp_path, {})
    right = _rulebook(folder)
    (entry,) = kept.glob("*.rulebook")
    whole, chance = entry.read_bytes(), random.Random(1)
    for _ in range(60):
        damaged = bytearray(whole)
        damaged[chance.randrange(len(damaged))] ^= 1 << chance.randrange(8)
        entry.write_bytes(bytes(damaged))
        assert _rulebook(folder) == right
        assert entry.read_bytes() == whole  # thrown away and written anew


def test_the_entry_of_other_rules_is_not_taken(kept: Path, tmp_path: Path) -> None:
    one = make_folder(tmp_path / "one", {})
    two = make_folder(tmp_path / "two", {STATUTE: ("样本法, short", "另法, short")})
    right = _rulebook(one)
    (first,) = kept.glob("*.rulebook")
    _rulebook(two)
    (second,) = set(kept.glob("*.rulebook")) - {first}
    shutil.copy(second, first)
    assert _rulebook(one) == right


def test_a_file_saved_while_the_rules_are_read(
    kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = make_folder(tmp_path, {})
    path, checked = folder / STATUTE, load._checked
    text = path.read_text(encoding="utf-8")

    def saved_meanwhile(where: Path) -> object:
        path.write_text(text.replace("样本法, short", "改名法, short"), encoding="utf-8")
        found = checked(where)
        path.write_text(text, encoding="utf-8")
        return found

    monkeypatch.setattr(load, "_checked", saved_meanwhile)
    _rulebook(folder)
    monkeypatch.setattr(load, "_checked", checked)
    found = Engine.load(folder, "native", cache=True).rulebook
    assert found.clauses["sample-law/1"][0].statute.title.zh == "样本法"


@pytest.mark.parametrize("kind", ["dangling", "folder", "pipe"])
def test_a_file_that_cannot_be_read_is_not_passed_over(kept: Path, tmp_path: Path, kind: str) -> None:
    folder = make_folder(tmp_path, {})
    _rulebook(folder)
    stray = (folder / STATUTE).with_name("2099-01-01.yaml")
    if kind == "dangling":
        stray.symlink_to(tmp_path / "nowhere")
    elif kind == "folder":
        stray.mkdir()
    else:
        os.mkfifo(stray)
    with pytest.raises(RulebookError) as refused:
        _rulebook(folder)
    codes = {item.code for item in refused.value.diagnostics}
    assert codes == {{"dangling": "no-such-file", "folder": "is-a-directory", "pipe": "not-a-file"}[kind]}


def test_a_folder_others_may_write_to_is_not_used(kept: Path, tmp_path: Path) -> None:
    kept.mkdir(mode=0o777)
    kept.chmod(0o777)
    _rulebook(make_folder(tmp_path, {}))
    assert list(kept.iterdir()) == []


def test_linked_folders_are_read(tmp_path: Path) -> None:
    real = make_folder(tmp_path / "real", {})
    linked = tmp_path / "linked" / "rules"
    linked.mkdir(parents=True)
    for part in real.iterdir():
        (linked / part.name).symlink_to(part)
    (linked / "round").symlink_to(linked)  # a circle ends by itself
    assert _rulebook(linked).clauses.keys() == _rulebook(real).clauses.keys()  # type: ignore[attr-defined]
