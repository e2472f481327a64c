"""Writing a finished file: whole or not at all, and never over another file unasked."""

from __future__ import annotations

import errno
import os
import stat
from contextlib import suppress
from pathlib import Path

_NO_LINKS = {errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK, errno.EACCES}
_CAUSES = {
    errno.EACCES: "没有写入权限，请换一个文件夹或者联系管理员",
    errno.EPERM: "没有写入权限，请换一个文件夹或者联系管理员",
    errno.EROFS: "所在磁盘是只读的，请换一个文件夹",
    errno.ENOSPC: "磁盘空间不足，请清理后重试",
    errno.ENAMETOOLONG: "文件名太长，请换一个较短的文件名",
}


class OutputError(Exception):
    """A file cannot be written; the message says why and what to do."""


def write_output(path: Path, data: bytes, force: bool = False) -> None:
    """Write `data` to `path` in one step; an existing file is replaced only with `force`."""
    try:
        _check(path, force)
        temporary = _write_beside(path, data)
        try:
            if force:
                temporary.replace(path)
            else:
                _place_new(temporary, path)
        finally:
            with suppress(FileNotFoundError):
                temporary.unlink()
    except FileExistsError:
        raise OutputError(_exists(path)) from None
    except ValueError:
        raise OutputError(f"输出文件名“{str(path)!r}”含有不能使用的字符，请换一个文件名") from None
    except OSError as error:
        cause = _CAUSES.get(error.errno or 0, f"{error.strerror or error}，请检查后重试")
        raise OutputError(f"不能写入 {path}：{cause}") from None


def _check(path: Path, force: bool) -> None:
    folder = path.parent
    if not folder.exists():
        raise OutputError(f"文件夹 {folder} 不存在，请先建立该文件夹或者换一个位置")
    if not folder.is_dir():
        raise OutputError(f"{folder} 不是文件夹，请换一个位置")
    if path.is_dir() or not path.name:
        raise OutputError(f"{path} 是文件夹，请在后面写上文件名")
    if not os.path.lexists(path):
        return
    if not force:
        raise OutputError(_exists(path))
    # Replacing a device or a pipe would take it away from everything else that uses it.
    if not stat.S_ISREG(path.lstat().st_mode) and not path.is_symlink():
        raise OutputError(f"{path} 不是普通文件，不能覆盖，请换一个文件名")


def _exists(path: Path) -> str:
    return f"文件 {path} 已经存在，没有改动；要覆盖请加 --force，否则请换一个文件名"


def _write_beside(path: Path, data: bytes) -> Path:
    """Write to a new file in the same folder, so that moving it is one step."""
    temporary = path.parent / f".{os.urandom(8).hex()}.tmp"
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    descriptor = os.open(temporary, flags, 0o666)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return temporary


def _place_new(temporary: Path, path: Path) -> None:
    """Give the file its name only if nobody has that name, also where somebody takes it at this moment."""
    try:
        os.link(temporary, path)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        # No hard links here: reserve the name first, then replace our own empty file.
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666))
        try:
            temporary.replace(path)
        except BaseException:
            path.unlink(missing_ok=True)
            raise
