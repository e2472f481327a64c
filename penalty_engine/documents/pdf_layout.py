"""The HTML page as PDF, made by WeasyPrint: an optional extra, because it needs libraries of the system."""

from __future__ import annotations

import logging
import os
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from hashlib import sha256
from io import StringIO
from typing import Any, NoReturn

from penalty_engine.documents.errors import DocumentError

_CLOCK, _TIME = "SOURCE_DATE_EPOCH", "946684800"  # 2000-01-01, as in the Word file
# The mark of a draft stands at the head of every page; the one for the screen would be a second on the first.
# A browser justifies Chinese text between its characters, WeasyPrint only at the few spaces, which leaves holes.
# The page's own rules go before those added here, but for important ones.
_PLACED = "".join(f":not(.{name})" for name in ("center", "right", "signed", "title"))
_STYLE = f".draft {{ display: none }} h2, h3, p{_PLACED} {{ text-align: left !important }}"


class _NoResources:
    """Fetches nothing: a document refers to nothing outside itself, and nothing it says may change that."""

    _fail_on_errors = False  # WeasyPrint asks its fetcher for this

    def __call__(self, url: str, *args: Any, **kwargs: Any) -> NoReturn:
        raise ValueError(url)


def to_pdf(page: bytes) -> bytes:
    """Return an HTML page as PDF; the same page gives the same bytes with the same fonts and libraries.

    Raise `DocumentError` where WeasyPrint or the libraries it needs are not installed.
    """
    with _quietly(), _at_a_fixed_time():
        library = _weasyprint()
        document = library.HTML(string=page.decode("utf-8"), url_fetcher=_NoResources())
        style = library.CSS(string=_STYLE, url_fetcher=_NoResources())
        identifier = sha256(page).hexdigest()[:32].encode("ascii")  # else a random one
        data: bytes = document.write_pdf(stylesheets=[style], pdf_identifier=identifier)
    return data


def _weasyprint() -> Any:
    try:
        with redirect_stdout(StringIO()):  # it prints advice of its own where a library is missing
            import weasyprint
    except ImportError:
        raise DocumentError("pdf-not-installed") from None
    except OSError:
        raise DocumentError("pdf-libraries-missing") from None
    return weasyprint


@contextmanager
def _quietly() -> Iterator[None]:
    """Keep remarks about fonts and style sheets from the terminal: an officer can do nothing about them."""
    loggers = [logging.getLogger(name) for name in ("weasyprint", "fontTools")]
    levels = [logger.level for logger in loggers]
    try:
        for logger in loggers:
            logger.setLevel(logging.CRITICAL + 1)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        for logger, level in zip(loggers, levels, strict=True):
            logger.setLevel(level)


@contextmanager
def _at_a_fixed_time() -> Iterator[None]:
    """Keep the time of day out of the embedded fonts, by the variable that their library looks at."""
    before = os.environ.get(_CLOCK)
    os.environ[_CLOCK] = _TIME
    try:
        yield
    finally:
        if before is None:
            del os.environ[_CLOCK]
        else:
            os.environ[_CLOCK] = before
