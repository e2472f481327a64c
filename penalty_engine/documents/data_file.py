"""The data files of a templates folder: read, checked against a model, and refused with file:line for what is wrong."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from penalty_engine.diagnostics import Diagnostic
from penalty_engine.documents.errors import DocumentError
from penalty_engine.messages import Names
from penalty_engine.rulebook.model_base import Model
from penalty_engine.rulebook.reading import read_file
from penalty_engine.rulebook.source import Source, SourceError
from penalty_engine.rulebook.validation import validate

M = TypeVar("M", bound=Model)


def read_data_file(file: Path, model: type[M], code: str) -> tuple[M, Source]:
    """Return the file's content and where each part of it stands. Raise DocumentError `code`, with every finding."""
    try:
        source = read_file(file)
    except SourceError as error:
        raise _refused(code, [error.diagnostic]) from None
    found, wrong = validate(model, source)
    if found is None:
        raise _refused(code, wrong)
    return found, source


def in_folder_or_shipped(templates: Path, name: str) -> Path:
    """Return the file of a templates folder, the shipped one where the folder has none."""
    from penalty_engine.resources import shipped_templates

    file = templates / name
    return file if file.is_file() else shipped_templates() / name


def _refused(code: str, wrong: list[Diagnostic]) -> DocumentError:
    zh = "；".join(item.render("zh") for item in wrong)
    en = "; ".join(item.render("en") for item in wrong)
    return DocumentError(code, problem=Names(zh, en))
