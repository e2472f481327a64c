"""Writing a finished file: whole or not at all, and never over another file unasked."""

from __future__ import annotations

import errno
import os
import stat
from contextlib import suppress
from pathlib import Path

from penalty_engine.documents.errors import OutputError
from penalty_engine.messages import Message

_NO_LINKS = {errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK, errno.EACCES}
_CAUSES = {
    errno.EACCES: "cause-no-permission",
    errno.EPERM: "cause-no-permission",
    errno.EROFS: "cause-read-only",
    errno.ENOSPC: "cause-no-space",
    errno.ENAMETOOLONG: "cause-name-too-long",
}


def write_output(path: Path, data: bytes, force: bool = False) -> None:
    """Write `data` to `path` in one step; an existing file is replaced only with `force`."""
    try:
        check_output(path, force)
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
        raise OutputError("output-exists", path=path) from None
    except ValueError:
        raise OutputError("output-bad-name", path=path) from None
    except OSError as error:
        raise output_failed(path, error) from None


def output_failed(path: Path, error: OSError) -> OutputError:
    """Return why nothing could be written there, in words."""
    reason = {"reason": error.strerror or str(error)}
    cause = Message(_CAUSES.get(error.errno or 0, "cause-other"), reason)
    return OutputError("output-failed", path=path, cause=cause)


def check_output(path: Path, force: bool = False) -> None:
    """Raise OutputError for what would keep `path` from being written, as far as it can be told beforehand."""
    folder = path.parent
    if not folder.exists():
        raise OutputError("output-no-folder", path=folder)
    if not folder.is_dir():
        raise OutputError("output-not-a-folder", path=folder)
    if path.is_dir() or not path.name:
        raise OutputError("output-is-a-folder", path=path)
    if not os.path.lexists(path):
        return
    if not force:
        raise OutputError("output-exists", path=path)
    # Replacing a device or a pipe would take it away from everything else that uses it.
    if not stat.S_ISREG(path.lstat().st_mode) and not path.is_symlink():
        raise OutputError("output-not-a-file", path=path)


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
