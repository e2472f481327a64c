"""The blanks of a Word file, each with its place, and whether they are put together as docxtpl needs them.

A mark is `{{ … }}`, `{% … %}` or `{# … #}`, however Word has split it over runs. docxtpl takes `{%p … %}` for a whole
paragraph, `{%tr … %}` for a whole row, `{%tc … %}` for a whole cell, and drops whatever else stands there: so it must
stand alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from docx.oxml.ns import qn

from penalty_engine.documents.own_form_file import Part, is_tag
from penalty_engine.messages import Message

_MARK = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_LOOSE = re.compile(r"\{\{|\{%|\{#|\}\}|%\}|#\}")
_WIDE = re.compile(r"｛\s*[｛%％#]|[{｛]％|[}｝]｝|｝\}|％\s*[}｝]|[%#]｝")
_WHOLE = re.compile(r"(p|tr|tc|r) ")
_WORD = re.compile(r"[-+]?\s*(\w+)")
_QUOTES = str.maketrans("“”‘’", "\"\"''")
_EXCERPT = 40
_OPENERS = {"if": "endif", "for": "endfor"}
_ALONE = {"p": "w:p", "tr": "w:tr", "tc": "w:tc"}


class Cell(NamedTuple):
    """Where a cell is; all count from 1."""

    table: int
    row: int
    cell: int


class Place(NamedTuple):
    """Where a paragraph is; `cells` from the outermost table inwards."""

    kind: str
    part: int
    cells: tuple[Cell, ...]
    paragraph: int
    boxed: bool
    text: str

    def message(self) -> Message:
        """The place in words."""
        number = self.part if self.part > 1 else ""
        where = [Message(f"own-form-in-{self.kind}", {"number": number})]
        where += [Message("own-form-in-cell", cell._asdict()) for cell in self.cells]
        if self.boxed:
            where.append(Message("own-form-in-box"))
        where.append(Message("own-form-in-paragraph", {"number": self.paragraph}))
        return Message("own-form-place", {"where": where, "text": self.text})


class Paragraph(NamedTuple):
    """A paragraph with its own text, that of a text box in it left out."""

    element: Any
    text: str
    place: Place


class Mark(NamedTuple):
    """One mark. `whole`: p, tr, tc or r where it takes the place of one; `word`: if, for, set …, empty for a blank."""

    source: str
    plain: str
    whole: str
    word: str
    paragraph: int


class Fault(NamedTuple):
    """What is wrong at a place."""

    place: Place
    code: str
    params: dict[str, Any]


class Marks(NamedTuple):
    """The marks of one part, and what is wrong with them; `stray`: ends without a beginning; `ends`: those left out."""

    paragraphs: list[Paragraph]
    marks: list[Mark]
    faults: list[Fault]
    stray: list[Mark]
    ends: list[str]


def marks_of(part: Part) -> Marks:
    """The marks of a part, and what is wrong with how they stand there."""
    found = paragraphs_of(part)
    marks: list[Mark] = []
    faults: list[Fault] = []
    for index, paragraph in enumerate(found):
        marks += [_mark(match.group(), index) for match in _MARK.finditer(paragraph.text)]
        faults += _loose(paragraph)
    for mark in marks:
        code = _misplaced(mark, found)
        if code:
            faults.append(Fault(found[mark.paragraph].place, code, {"mark": shortened(mark.source)}))
    pairs = _Pairs(found)
    for mark in marks:
        pairs.add(mark)
    return Marks(found, marks, [*faults, *pairs.close()], pairs.stray, pairs.ends)


def paragraphs_of(part: Part) -> list[Paragraph]:
    """The paragraphs of a part in their order, those in tables and text boxes too."""
    return list(_paragraphs(part.root, Place(part.kind, part.number, (), 0, False, "")))


def template_of(found: Marks, without: Sequence[Mark] = ()) -> str:
    """The marks as a template in which those of paragraph n stand in line n + 1; all other text is left out."""
    lines = [""] * len(found.paragraphs)
    left_out = {id(mark) for mark in (*without, *found.stray)}
    for mark in found.marks:
        if id(mark) not in left_out:
            lines[mark.paragraph] += mark.plain
    return "\n".join(lines) + "".join(f"{{% {end} %}}" for end in found.ends)


def shortened(text: str) -> str:
    """Text as it is quoted in a message."""
    text = " ".join(text.split())
    return text if len(text) <= _EXCERPT else text[: _EXCERPT - 1] + "…"


# --- paragraphs and their places


def _paragraphs(element: Any, place: Place) -> Iterator[Paragraph]:
    counts = {"paragraph": 0, "table": 0}
    yield from _walk(element, place, counts)


def _walk(element: Any, place: Place, counts: dict[str, int]) -> Iterator[Paragraph]:
    for child in element:
        if not isinstance(child.tag, str):
            continue  # a comment
        if is_tag(child, "w:p"):
            counts["paragraph"] += 1
            text = own_text(child)
            here = place._replace(paragraph=counts["paragraph"], text=shortened(text))
            yield Paragraph(child, text, here)
            for box in _outermost(child, qn("w:txbxContent")):
                yield from _paragraphs(box, place._replace(boxed=True))
        elif is_tag(child, "w:tbl"):
            counts["table"] += 1
            yield from _table(child, place, counts["table"])
        else:
            yield from _walk(child, place, counts)


def _table(table: Any, place: Place, number: int) -> Iterator[Paragraph]:
    for row_number, row in enumerate(_outermost(table, qn("w:tr")), 1):
        for cell_number, cell in enumerate(_outermost(row, qn("w:tc")), 1):
            where = Cell(number, row_number, cell_number)
            yield from _paragraphs(cell, place._replace(cells=(*place.cells, where)))


def _outermost(element: Any, tag: str) -> Iterator[Any]:
    """The elements of a tag below `element` that are not below another of them."""
    for child in element:
        if child.tag == tag:
            yield child
        else:
            yield from _outermost(child, tag)


def texts_of(paragraph: Any) -> list[Any]:
    """The text elements of a paragraph, those of a text box in it left out."""
    return [text for text in paragraph.iter(qn("w:t")) if _around(text, "w:p") is paragraph]


def own_text(paragraph: Any) -> str:
    """The text of a paragraph, that of a text box in it left out."""
    return "".join(text.text or "" for text in texts_of(paragraph))


def _around(element: Any, tag: str) -> Any:
    """The innermost element of a tag around another, None where there is none."""
    return next(element.iterancestors(qn(tag)), None)


# --- marks


def _mark(source: str, paragraph: int) -> Mark:
    inner = source[2:-2].translate(_QUOTES)
    whole = _WHOLE.match(inner)
    if whole:
        inner = inner[whole.end() - 1 :]
    plain = source[:2] + inner + source[-2:]
    word = _WORD.match(inner) if source.startswith("{%") else None
    name = word.group(1) if word else "?" if source.startswith("{%") else ""
    return Mark(source, plain, whole.group(1) if whole else "", name, paragraph)


def _loose(paragraph: Paragraph) -> Iterator[Fault]:
    """Marks that are not closed within their paragraph, or written with full-width braces."""
    rest = _MARK.sub("", paragraph.text)
    wide = _WIDE.search(rest)
    if wide:
        yield Fault(paragraph.place, "own-form-wide", {"mark": wide.group()})
        return
    loose = _LOOSE.search(rest)
    if loose:
        opens = loose.group().startswith("{")
        code = "own-form-not-closed" if opens else "own-form-not-opened"
        pair = {"{{": "}}", "{%": "%}", "{#": "#}", "}}": "{{", "%}": "{%", "#}": "{#"}[loose.group()]
        yield Fault(paragraph.place, code, {"mark": loose.group(), "pair": pair})


def _misplaced(mark: Mark, found: Sequence[Paragraph]) -> str | None:
    if mark.source.startswith("{{"):
        return "own-form-rich" if mark.whole else None
    if mark.whole in ("", "r"):
        return None
    if any(sign in mark.source[2:-2] for sign in "}%"):
        return "own-form-signs"
    paragraph = found[mark.paragraph].element
    holder = paragraph if mark.whole == "p" else _around(paragraph, _ALONE[mark.whole])
    if holder is None:
        return f"own-form-no-{mark.whole}"
    text = own_text(holder) if mark.whole == "p" else "".join(t.text or "" for t in holder.iter(qn("w:t")))
    return None if text.strip() == mark.source else f"own-form-alone-{mark.whole}"


class _Pairs:
    """Conditions and loops, each with its end; what is not closed, or closed where a part would be left over, is a fault."""

    def __init__(self, found: Sequence[Paragraph]) -> None:
        self._found = found
        self._open: list[Mark] = []
        self._faults: list[Fault] = []
        self.stray: list[Mark] = []
        self.ends: list[str] = []

    def add(self, mark: Mark) -> None:
        if mark.word in _OPENERS:
            self._open.append(mark)
        elif mark.word in ("endif", "endfor", "else", "elif"):
            self._match(mark)

    def _match(self, mark: Mark) -> None:
        opener = self._open[-1] if self._open else None
        ends = mark.word.startswith("end")
        if opener is None or (ends and _OPENERS[opener.word] != mark.word):
            self.stray.append(mark)
            self._fault(mark, "own-form-end-without", {"mark": shortened(mark.source)})
            return
        if ends:
            self._open.pop()
        if not _together(opener, mark, self._found):
            told = {"mark": shortened(opener.source), "end": shortened(mark.source)}
            self._fault(mark, "own-form-apart", told)

    def close(self) -> list[Fault]:
        """All faults, now that no more marks come."""
        for mark in reversed(self._open):
            self.ends.append(_OPENERS[mark.word])
            told = {"mark": shortened(mark.source), "end": _OPENERS[mark.word]}
            self._fault(mark, "own-form-no-end", told)
        return self._faults

    def _fault(self, mark: Mark, code: str, params: dict[str, Any]) -> None:
        self._faults.append(Fault(self._found[mark.paragraph].place, code, params))


def _together(first: Mark, second: Mark, found: Sequence[Paragraph]) -> bool:
    if first.whole != second.whole:
        return False
    one, other = found[first.paragraph].element, found[second.paragraph].element
    if first.whole == "p":
        return one.getparent() is other.getparent()
    if first.whole in ("tr", "tc"):
        outer = "w:tbl" if first.whole == "tr" else "w:tr"
        return _around(one, outer) is _around(other, outer)
    return first.paragraph == second.paragraph
