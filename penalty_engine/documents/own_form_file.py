"""A bureau's Word file opened with care: it comes from anywhere, so its kind, size and soundness are looked at first."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple, NoReturn
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo
from zlib import error as ZlibError  # noqa: N812 - the library's own name says nothing

from docx.oxml.ns import qn

from penalty_engine.documents.errors import DocumentError

MAX_BYTES = 20_000_000
_MAX_UNPACKED = 100_000_000
_MAX_TEXT = 20_000_000  # of the parts that are searched for blanks, together
_MAX_ENTRIES = 3_000
_MAIN_PART = "word/document.xml"
_TYPES = "[Content_Types].xml"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_FORMAT = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_KINDS = {
    _FORMAT + "header+xml": "header",
    _FORMAT + "footer+xml": "footer",
    _FORMAT + "footnotes+xml": "footnotes",
    _FORMAT + "endnotes+xml": "endnotes",
}
NOTES = ("footnotes", "endnotes")
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)


class Part(NamedTuple):
    """One part of a Word file that can hold blanks; `number` counts the parts of its kind."""

    kind: str
    number: int
    name: str
    root: Any


def read_form(file: Path) -> bytes:
    """The bytes of a sound Word file (.docx). Raises DocumentError for everything else."""
    data = _read(file)
    if data.startswith(_OLE):
        _refuse(file, "own-form-locked" if _ENCRYPTED in data else "own-form-old-word")
    if data.lstrip()[:5].lower() in (b"{\\rtf", b"<html", b"<!doc", b"mime-"):
        _refuse(file, "own-form-old-word")
    try:
        with ZipFile(BytesIO(data)) as package:
            _check_package(file, package)
    except (BadZipFile, EOFError, ZlibError, NotImplementedError, OSError, ValueError, RuntimeError):
        _refuse(file, "own-form-damaged" if data.startswith(b"PK") else "own-form-not-word")
    return data


def _refuse(file: Path, code: str, **params: Any) -> NoReturn:
    raise DocumentError(code, str(file), **params) from None


def _read(file: Path) -> bytes:
    try:
        if not file.exists():
            _refuse(file, "own-form-missing")
        if not file.is_file():
            _refuse(file, "own-form-not-a-file")
        with file.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        _refuse(file, "own-form-unreadable", reason=getattr(error, "strerror", None) or type(error).__name__)
    if len(data) > MAX_BYTES:
        _refuse(file, "own-form-too-large", limit=MAX_BYTES // 1_000_000)
    return data


def _check_package(file: Path, package: ZipFile) -> None:
    """Look at the package without unpacking more than is allowed; a zip's own sizes bound what is read from it."""
    entries = package.infolist()
    names = {entry.filename for entry in entries}
    if any(entry.flag_bits & 1 for entry in entries):
        _refuse(file, "own-form-locked")
    unpacked = sum(entry.file_size for entry in entries)
    if len(entries) > _MAX_ENTRIES or unpacked > _MAX_UNPACKED:
        _refuse(file, "own-form-too-large", limit=MAX_BYTES // 1_000_000)
    if len(names) < len(entries):
        raise BadZipFile("an entry twice")
    text = [entry.file_size for entry in entries if entry.filename.endswith((".xml", ".rels"))]
    if sum(text) > _MAX_TEXT:
        _refuse(file, "own-form-too-large", limit=MAX_BYTES // 1_000_000)
    if _TYPES not in names:
        _refuse(file, "own-form-not-word")
    _check_kind(file, package.read(_TYPES), names)
    if _MAIN_PART in names and b"purl.oclc.org/ooxml" in package.read(_MAIN_PART)[:4000]:
        _refuse(file, "own-form-strict")
    if package.testzip() is not None:
        raise BadZipFile("a checksum differs")


def _check_kind(file: Path, kinds: bytes, names: set[str]) -> None:
    if b"macroEnabled" in kinds or "word/vbaProject.bin" in names:
        _refuse(file, "own-form-macros")
    if b"wordprocessingml.template.main+xml" in kinds:
        _refuse(file, "own-form-is-dotx")
    if b"wordprocessingml.document.main+xml" not in kinds:
        _refuse(file, "own-form-not-word")


def open_form(file: Path, data: bytes) -> Any:
    """The document python-docx makes of checked bytes. Raises DocumentError if it cannot."""
    from docx import Document

    try:
        document = Document(BytesIO(data))
        sound = document.element.body is not None
    except Exception:  # whatever a damaged package provokes in the reader
        sound = False
    if not sound:
        _refuse(file, "own-form-damaged")
    return document


def parts(file: Path, document: Any) -> Iterator[Part]:
    """The parts that can hold blanks: body, headers, footers, footnotes, endnotes."""
    yield Part("body", 1, str(document.part.partname), document.element.body)
    found = [part for part in document.part.package.iter_parts() if part.content_type in _KINDS]
    counts: dict[str, int] = {}
    for part in sorted(found, key=lambda one: str(one.partname)):
        kind = _KINDS[part.content_type]
        counts[kind] = counts.get(kind, 0) + 1
        yield Part(kind, counts[kind], str(part.partname), _tree(file, part.blob))


def _tree(file: Path, blob: bytes) -> Any:
    from docx.oxml import parse_xml

    try:
        return parse_xml(blob)
    except ValueError:
        _refuse(file, "own-form-damaged")
    except SyntaxError:  # what lxml raises derives from it
        _refuse(file, "own-form-damaged")


def is_tag(element: Any, name: str) -> bool:
    """Whether an element of the XML is a `w:p`, `w:tbl` …"""
    return bool(element.tag == qn(name))


def repacked(data: bytes) -> bytes:
    """The same package in bytes that depend on its content alone, not on the clock or the machine."""
    result = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(result, "w") as target:
        for name in dict.fromkeys(source.namelist()):
            entry = ZipInfo(name, _ZIP_DATE)
            entry.compress_type, entry.create_system, entry.external_attr = ZIP_DEFLATED, 3, 0o644 << 16
            target.writestr(entry, source.read(name), compresslevel=6)
    return result.getvalue()
