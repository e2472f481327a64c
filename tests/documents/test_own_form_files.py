"""What is no Word form, or no sound one, is refused in plain words and with the way out."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from docx import Document

from penalty_engine.documents import DocumentError, own_form_file
from penalty_engine.documents.own_form import check_own_form
from tests.documents.own_forms import form_of
from tests.documents.samples import TEMPLATES

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def refusal(file: Path) -> str:
    with pytest.raises(DocumentError) as caught:
        check_own_form(file, None, TEMPLATES)
    assert not re.search("[\u4e00-\u9fff]", caught.value.render("en"))
    assert caught.value.render("zh").startswith(str(file).partition("\0")[0])
    return caught.value.render("zh")


def changed(folder: Path, name: str, old: bytes, new: bytes) -> Path:
    """A form with one part of its package changed."""
    file = form_of(folder, "{{ case_no }}")
    result = BytesIO()
    with ZipFile(file) as source, ZipFile(result, "w", ZIP_DEFLATED) as target:
        for entry in source.namelist():
            data = source.read(entry)
            assert entry != name or old in data
            target.writestr(entry, data.replace(old, new) if entry == name else data)
    file.write_bytes(result.getvalue())
    return file


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "不是 Word 文件"),
        (b"plain text", "不是 Word 文件"),
        (b"%PDF-1.7", "不是 Word 文件"),
        (OLE + bytes(600), "旧格式"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "打开密码"),
        (b"{\\rtf1 x}", "旧格式"),
        (b"<html><body>x</body></html>", "旧格式"),
        (b"PK\x03\x04 broken", "已经损坏"),
    ],
)
def test_other_kinds_of_file(tmp_path: Path, data: bytes, words: str) -> None:
    file = tmp_path / "form.docx"
    file.write_bytes(data)
    assert words in refusal(file)


def test_no_file_and_a_folder(tmp_path: Path) -> None:
    assert "找不到这个文件" in refusal(tmp_path / "nix.docx")
    assert "这不是一个文件" in refusal(tmp_path)
    assert "找不到这个文件" in refusal(tmp_path / "form\0.docx")


def test_a_file_cut_short_or_damaged(tmp_path: Path) -> None:
    file = form_of(tmp_path, "{{ case_no }}")
    whole = file.read_bytes()
    for data in (whole[:-30], whole[: len(whole) // 2], whole[:2000] + bytes(200) + whole[2200:]):
        file.write_bytes(data)
        assert "已经损坏" in refusal(file)
    for name, old in (
        ("word/document.xml", b"</w:body>"),
        ("word/document.xml", b"w:body"),
        ("word/document.xml", b"w:document"),
        ("_rels/.rels", b"officeDocument"),
        ("[Content_Types].xml", b"</Types>"),
    ):
        assert "已经损坏" in refusal(changed(tmp_path, name, old, b""))


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (
            b"openxmlformats-officedocument.wordprocessingml.document.main",
            b"ms-word.document.macroEnabled.main",
            "带有宏",
        ),
        (b"wordprocessingml.document.main", b"wordprocessingml.template.main", ".dotx"),
        (b"wordprocessingml.document.main", b"spreadsheetml.sheet.main", "不是 Word 文件"),
    ],
)
def test_other_kinds_of_office_file(tmp_path: Path, old: bytes, new: bytes, words: str) -> None:
    assert words in refusal(changed(tmp_path, "[Content_Types].xml", old, new))


def test_strict_open_xml(tmp_path: Path) -> None:
    old, new = (
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    assert "严格的 Open XML" in refusal(changed(tmp_path, "word/document.xml", old, new))


def test_open_document(tmp_path: Path) -> None:
    file = tmp_path / "form.docx"
    with ZipFile(file, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.text")
    assert "不是 Word 文件" in refusal(file)


def test_large_files_and_zip_bombs_are_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = form_of(tmp_path, "{{ case_no }}")
    with ZipFile(file, "a", ZIP_DEFLATED) as package:
        package.writestr("word/media/bomb.png", bytes(110_000_000))
    assert file.stat().st_size < 1_000_000
    assert "太大" in refusal(file)
    monkeypatch.setattr(own_form_file, "MAX_BYTES", 100)
    assert "太大" in refusal(form_of(tmp_path, "{{ case_no }}"))


def test_entities_are_not_expanded(tmp_path: Path) -> None:
    head = b'<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><w:document'
    file = changed(tmp_path, "word/document.xml", b"<w:document", head)
    file = _replaced(file, b"{{ case_no }}", b"{{ case_no }}&b;")
    assert check_own_form(file, None, TEMPLATES) == 1


def _replaced(file: Path, old: bytes, new: bytes) -> Path:
    result = BytesIO()
    with ZipFile(file) as source, ZipFile(result, "w", ZIP_DEFLATED) as target:
        for entry in source.namelist():
            target.writestr(entry, source.read(entry).replace(old, new))
    file.write_bytes(result.getvalue())
    return file


def test_a_sound_form_stays_as_it_is(tmp_path: Path) -> None:
    file = form_of(tmp_path, "{{ case_no }}")
    before = file.read_bytes()
    assert check_own_form(file, None, TEMPLATES) == 1
    assert file.read_bytes() == before
    assert Document(str(file)).paragraphs[0].text == "{{ case_no }}"
