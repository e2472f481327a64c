"""PDF: the same document as the HTML, and a clear word where it cannot be made."""

from __future__ import annotations

import builtins
import logging
import os
import re
import shutil
import subprocess
import sys
import zlib
from contextlib import suppress
from types import ModuleType
from typing import Any

import pytest

from penalty_engine.documents import FORMATS, DocumentError
from penalty_engine.documents.blocks import parse
from penalty_engine.documents.html_layout import to_html
from penalty_engine.documents.pdf_layout import to_pdf
from tests.documents import samples
from tests.documents.reading import draft, refused

# Latin letters: embedding a Chinese font takes seconds.
PAGE = to_html(parse("# Title\n\n::: form 1 1\n| A | B |\n:::\n\n::: page\n\nSecond page\n"), "Title", None)


def installed() -> bool:
    try:
        to_pdf(b"<p>x</p>")
    except DocumentError:
        return False
    return True


needs_weasyprint = pytest.mark.skipif(not installed(), reason="WeasyPrint or its libraries are not installed")


def _objects(data: bytes) -> bytes:
    """Return the file with what is compressed in it as plain text."""
    streams = re.findall(rb"stream\r?\n(.*?)endstream", data, re.DOTALL)
    plain = [data]
    for stream in streams:
        with suppress(zlib.error):
            plain.append(zlib.decompressobj().decompress(stream))
    return b"\n".join(plain)


@needs_weasyprint
def test_the_pages_are_those_of_the_html_and_their_bytes_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    data = to_pdf(PAGE)
    assert data.startswith(b"%PDF-")
    assert len(re.findall(rb"/Type\s*/Page\b", _objects(data))) == 2
    assert b"CreationDate" not in data
    monkeypatch.setattr("time.time", lambda: 2_000_000_000.0)
    assert to_pdf(PAGE) == data
    assert "SOURCE_DATE_EPOCH" not in os.environ


@needs_weasyprint
def test_nothing_is_fetched_and_nothing_is_said(
    caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    page = (
        b'<link rel=stylesheet href="file:///etc/passwd"><img src="http://127.0.0.1:9/x.png">'
        b'<style>@import "style.css"; p { nonsense: 1 }</style><p>x'
    )
    assert to_pdf(page).startswith(b"%PDF-")
    assert not caplog.records
    assert capfd.readouterr() == ("", "")
    assert logging.getLogger("weasyprint").level == logging.NOTSET


@needs_weasyprint
@pytest.mark.slow
def test_a_form_is_made_as_pdf() -> None:
    data = draft("decision", "pdf", *samples.dispatch_not_corrected())
    assert "pdf" in FORMATS
    if shutil.which("pdftotext") is None:
        return
    done = subprocess.run(["pdftotext", "-", "-"], input=data, capture_output=True, check=True, timeout=60)
    text = done.stdout.decode("utf-8")
    if "行政处罚决定书" not in text:
        pytest.skip("no Chinese font is installed")
    assert "河北某某劳务派遣有限公司" in text


def _missing(problem: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def importing(name: str, *args: Any, **kwargs: Any) -> ModuleType:
        if name == "weasyprint":
            print("advice of the library's own")
            raise problem
        return real(name, *args, **kwargs)

    monkeypatch.delitem(sys.modules, "weasyprint", raising=False)
    monkeypatch.setattr(builtins, "__import__", importing)


@pytest.mark.parametrize(
    ("problem", "words"),
    [
        (ImportError("weasyprint"), 'pip install "penalty-engine[pdf]"'),
        (OSError("cannot load library 'libpango-1.0-0'"), "Pango"),
    ],
)
def test_what_is_missing_is_named_with_the_way_out(
    problem: Exception,
    words: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    _missing(problem, monkeypatch)
    with refused(DocumentError, words) as caught:
        to_pdf(PAGE)
    assert "打印为 PDF" in caught.value.render("zh")
    assert "print it as PDF" in caught.value.render("en")
    assert capsys.readouterr().out == ""
