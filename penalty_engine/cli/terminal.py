"""Where output goes: plain text of 80 columns, or a terminal with its own width and colours."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple, TextIO

from penalty_engine.cli.layout import cell_len, inert, pad, wrap

PLAIN_WIDTH = 80
_NARROWEST, _WIDEST = 40, 110


class Span(NamedTuple):
    """A piece of a line; ``style`` is a rich style and shows on a terminal only."""

    text: str
    style: str = ""


Line = tuple[Span, ...]


class Page:
    """Lines collected for one answer, laid out to one width."""

    def __init__(self, width: int, drawing: bool) -> None:
        self.width = width
        self.drawing = drawing
        self.lines: list[Line] = []

    def text(self, text: str, style: str = "", indent: int = 0, hanging: str = "") -> None:
        """A paragraph."""
        for line in wrap(text, self.width - indent, hanging):
            self.lines.append((Span(" " * indent + line, style),))

    def field(self, label: str, text: str, style: str = "", label_width: int = 10) -> None:
        """A label and a text beside it."""
        width = max(label_width, cell_len(label) + 2) if cell_len(label) >= label_width else label_width
        for index, line in enumerate(wrap(text, self.width - width)):
            head = Span(pad(label, width), "bold") if index == 0 else Span(" " * width)
            self.lines.append((head, Span(line, style)))

    def spans(self, *spans: Span) -> None:
        """A line made up by hand."""
        self.lines.append(tuple(Span(inert(span.text), span.style) for span in spans))

    def raw(self, text: str, style: str = "") -> None:
        """A line that is not broken: a finding that other programs may read, a path to copy."""
        self.lines.append((Span(inert(text), style),))

    def heading(self, text: str, name: str) -> None:
        """A heading and the id that goes with it, on one line if they fit."""
        text = inert(text)
        if cell_len(text) + 2 + cell_len(name) <= self.width:
            self.lines.append((Span(text, "bold"), Span(f"  {inert(name)}", "dim")))
        else:
            self.text(text, "bold")
            self.text(name, "dim", indent=2)

    def gap(self) -> None:
        """An empty line, never two."""
        if self.lines and self.lines[-1]:
            self.lines.append(())

    def plain(self) -> str:
        """The page without colours."""
        return "".join("".join(span.text for span in line).rstrip() + "\n" for line in self.lines)


def prepare(stream: TextIO) -> bool:
    """Make `stream` able to hold Chinese; True if its own encoding can also draw lines."""
    encoding = getattr(stream, "encoding", None) or "ascii"
    drawing, chinese = _can(encoding, "─━◆┬"), _can(encoding, "罚款")
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        if chinese:
            reconfigure(errors="backslashreplace")
        else:
            reconfigure(encoding="utf-8", errors="backslashreplace")
    return drawing


def nowhere() -> TextIO:
    """A stream that keeps nothing."""
    return Path(os.devnull).open("w", encoding="utf-8")


def _can(encoding: str, text: str) -> bool:
    try:
        text.encode(encoding)
    except (LookupError, UnicodeError):
        return False
    return True


def new_page(drawing: bool) -> Page:
    """An empty page for standard output."""
    if not sys.stdout.isatty():
        return Page(PLAIN_WIDTH, drawing)
    import shutil  # slow to import, and only a terminal needs it

    columns = shutil.get_terminal_size((PLAIN_WIDTH, 24)).columns
    return Page(min(max(columns, _NARROWEST), _WIDEST), drawing)


def show(page: Page) -> None:
    """Write a page to standard output."""
    if sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb":
        _show_coloured(page)
    else:
        sys.stdout.write(page.plain())
        sys.stdout.flush()


def _show_coloured(page: Page) -> None:
    from rich.console import Console
    from rich.text import Text

    console = Console(
        file=sys.stdout, width=page.width + 1, highlight=False, markup=False, emoji=False, soft_wrap=True
    )
    for line in page.lines:
        console.print(Text.assemble(*((span.text, span.style) for span in line)), no_wrap=True, crop=False)


def complain(lines: Iterable[str]) -> None:
    """Write lines to standard error."""
    prepare(sys.stderr)
    for line in lines:
        sys.stderr.write(inert(line) + "\n")
    sys.stderr.flush()


def write_data(text: str) -> None:
    """Write text meant for programs: as it is and always UTF-8; only a terminal gets it without what would steer it."""
    stream = getattr(sys.stdout, "buffer", None)
    sys.stdout.flush()
    if sys.stdout.isatty():
        sys.stdout.write("".join(inert(line) + "\n" for line in text.splitlines()))
    elif stream is None:
        sys.stdout.write(text)
    else:
        stream.write(text.encode("utf-8", "backslashreplace"))
        stream.flush()
