"""A file is written whole or not at all, and never over another one unasked."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from penalty_engine.documents import OutputError, write_output
from tests.documents.reading import refused


def test_writes_a_new_file_and_leaves_nothing_else(tmp_path: Path) -> None:
    write_output(tmp_path / "告知书.docx", b"data")
    assert [p.name for p in tmp_path.iterdir()] == ["告知书.docx"]
    assert (tmp_path / "告知书.docx").read_bytes() == b"data"


def test_an_existing_file_is_replaced_only_when_asked(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"old")
    with refused(OutputError, "已经存在，没有改动"):
        write_output(path, b"new", force=False)
    assert path.read_bytes() == b"old"
    write_output(path, b"new", force=True)
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


def test_places_that_cannot_take_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with refused(OutputError, "不存在，请先建立"):
        write_output(tmp_path / "absent" / "a.md", b"")
    with refused(OutputError, "不是文件夹"):
        write_output(tmp_path / "file" / "a.md", b"")
    with refused(OutputError, "是文件夹，请在后面写上文件名"):
        write_output(tmp_path, b"", force=True)
    with refused(OutputError, "文件名太长"):
        write_output(tmp_path / ("长" * 200), b"")
    with refused(OutputError, "不能使用的字符"):
        write_output(tmp_path / "a\x00b", b"")
    assert [p.name for p in tmp_path.iterdir()] == ["file"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_or_device_is_not_replaced(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with refused(OutputError, "不是普通文件"):
        write_output(tmp_path / "pipe", b"", force=True)


@pytest.mark.parametrize(("place", "name"), [(os, "link"), (Path, "replace"), (os, "fsync")])
def test_a_failure_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: object, name: str
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(place, name, fail)
    with refused(OutputError, "磁盘空间不足"):
        write_output(tmp_path / "a", b"data", force=name == "replace")
    assert list(tmp_path.iterdir()) == []


def test_without_hard_links_a_taken_name_is_still_respected(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(*_: object, **__: object) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", no_links)
    write_output(tmp_path / "a", b"data")
    assert (tmp_path / "a").read_bytes() == b"data"
    with refused(OutputError, "已经存在"):
        write_output(tmp_path / "a", b"other")
    assert (tmp_path / "a").read_bytes() == b"data"


def test_no_permission_is_said_plainly(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(*_: object, **__: object) -> int:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(os, "open", denied)
    with refused(OutputError, "没有写入权限"):
        write_output(tmp_path / "a", b"data")
