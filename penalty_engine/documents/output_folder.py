"""Writing a new folder of finished files: whole or not at all, and never over anything that is there."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from penalty_engine.documents.errors import OutputError
from penalty_engine.documents.output import output_failed

_TAKEN = {errno.EEXIST, errno.ENOTEMPTY, errno.ENOTDIR}


def write_folder(folder: Path, files: Iterable[tuple[str, bytes]]) -> None:
    """Make `folder` with these files in one step: they are written into a hidden folder beside it, which is then renamed.

    Raise OutputError for what keeps it from being made; whatever is raised, nothing of it is left behind.
    """
    target = check_folder(folder)
    temporary = target.parent / f".{os.urandom(8).hex()}.tmp"
    try:
        try:
            _fill(temporary, files, like=target)
            _place(temporary, target)
        finally:
            _remove(temporary)
    except ValueError:
        raise OutputError("output-bad-name", path=folder) from None
    except OSError as error:
        raise _failed(folder, error) from None


def check_folder(folder: Path) -> Path:
    """Return where the folder will be; raise OutputError for what would keep it from being made, as far as it can be told."""
    try:
        target = folder.resolve()
        if target == Path.cwd():
            raise OutputError("folder-is-here", path=folder)
        if not target.parent.exists():
            raise OutputError("output-no-folder", path=target.parent)
        if not target.parent.is_dir():
            raise OutputError("output-not-a-folder", path=target.parent)
        if not os.path.lexists(target):
            return target
        if not target.is_dir():
            raise OutputError("folder-is-a-file", path=folder)
        if next(target.iterdir(), None) is not None:
            raise OutputError("folder-not-empty", path=folder)
    except (ValueError, RuntimeError):  # a name that cannot be; links that lead in a circle
        raise OutputError("output-bad-name", path=folder) from None
    except OSError as error:
        raise _failed(folder, error) from None
    return target


def _failed(folder: Path, error: OSError) -> OutputError:
    if error.errno in _TAKEN:
        return OutputError("folder-not-empty", path=folder)
    return output_failed(folder, error)


def _fill(temporary: Path, files: Iterable[tuple[str, bytes]], like: Path) -> None:
    temporary.mkdir()
    if like.is_dir():  # the empty folder that is there has permissions of its own
        shutil.copymode(like, temporary)
    for name, data in files:
        path = temporary / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())


def _place(temporary: Path, target: Path) -> None:
    """Give the folder its name, unless something has come to stand there in the meantime."""
    if os.name == "nt":  # where a rename does not replace an empty folder
        with suppress(FileNotFoundError):
            target.rmdir()
    temporary.rename(target)


def _remove(temporary: Path) -> None:
    """Remove what is left, also where the wish to stop is repeated meanwhile."""
    try:
        shutil.rmtree(temporary, ignore_errors=True)
    except BaseException:
        shutil.rmtree(temporary, ignore_errors=True)
        raise
