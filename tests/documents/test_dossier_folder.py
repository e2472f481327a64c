"""A folder is made whole or not at all, and never over anything that is there."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from penalty_engine.documents import OutputError
from penalty_engine.documents.output_folder import check_folder, write_folder
from tests.documents.reading import refused

FILES = [("00 案卷清单.docx", b"list"), ("01 立案审批表.docx", b"form")]


def test_writes_a_new_folder_and_leaves_nothing_else(tmp_path: Path) -> None:
    write_folder(tmp_path / "案卷", FILES)
    assert [path.name for path in tmp_path.iterdir()] == ["案卷"]
    assert {path.name: path.read_bytes() for path in (tmp_path / "案卷").iterdir()} == dict(FILES)


def test_an_empty_folder_is_filled_and_keeps_its_permissions(tmp_path: Path) -> None:
    folder = tmp_path / "empty"
    folder.mkdir()
    folder.chmod(0o750)
    write_folder(folder, FILES)
    assert len(list(folder.iterdir())) == 2
    assert os.name == "nt" or folder.stat().st_mode & 0o777 == 0o750


def test_a_link_to_an_empty_folder_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    try:
        (tmp_path / "link").symlink_to(tmp_path / "real")
    except OSError:
        pytest.skip("no links here")
    write_folder(tmp_path / "link", FILES)
    assert (tmp_path / "link").is_symlink()
    assert len(list((tmp_path / "real").iterdir())) == 2


def test_places_that_cannot_take_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_bytes(b"")
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "a").write_bytes(b"kept")
    with refused(OutputError, "已经存在而且有内容，没有改动"):
        write_folder(tmp_path / "full", FILES)
    with refused(OutputError, "已经存在而且不是文件夹"):
        write_folder(tmp_path / "file", FILES)
    with refused(OutputError, "不存在，请先建立"):
        write_folder(tmp_path / "absent" / "new", FILES)
    with refused(OutputError, "不是文件夹"):
        write_folder(tmp_path / "file" / "new", FILES)
    with refused(OutputError, "文件名太长"):
        write_folder(tmp_path / ("长" * 200), FILES)
    with refused(OutputError, "不能使用的字符"):
        write_folder(tmp_path / "a\x00b", FILES)
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    with refused(OutputError, "是当前所在的文件夹"):
        write_folder(Path(), FILES)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "full", "here"]
    assert (tmp_path / "full" / "a").read_bytes() == b"kept"


@pytest.mark.parametrize("stop", [KeyboardInterrupt, MemoryError, SystemExit])
def test_an_interrupted_run_leaves_nothing(tmp_path: Path, stop: type[BaseException]) -> None:
    def files() -> Iterator[tuple[str, bytes]]:
        yield FILES[0]
        assert len(list(tmp_path.iterdir())) == 1, "the hidden folder"
        raise stop

    with pytest.raises(stop):
        write_folder(tmp_path / "new", files())
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("place", "name"), [(os, "fsync"), (Path, "mkdir"), (Path, "rename")])
def test_a_full_disk_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: object, name: str
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(place, name, full)
    with refused(OutputError, "磁盘空间不足"):
        write_folder(tmp_path / "new", FILES)
    assert list(tmp_path.iterdir()) == []


def test_what_appears_meanwhile_is_not_replaced(tmp_path: Path) -> None:
    def files() -> Iterator[tuple[str, bytes]]:
        yield FILES[0]
        (tmp_path / "new").mkdir()
        (tmp_path / "new" / "other").write_bytes(b"kept")

    with refused(OutputError, "已经存在而且有内容"):
        write_folder(tmp_path / "new", files())
    assert [path.name for path in tmp_path.iterdir()] == ["new"]
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["other"]


def test_no_permission_is_said_plainly(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "mkdir", denied)
    with refused(OutputError, "没有写入权限"):
        write_folder(tmp_path / "new", FILES)


def test_a_folder_is_checked_before_anything_is_made(tmp_path: Path) -> None:
    assert check_folder(tmp_path / "new") == (tmp_path / "new").resolve()
    assert list(tmp_path.iterdir()) == []
