"""Builds a bureau's own Word forms for the tests, and fills them from the sample case."""

from __future__ import annotations

from copy import deepcopy
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree
from zipfile import ZipFile

from docx import Document
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from penalty_engine import Case
from penalty_engine.documents import Material, material_of
from penalty_engine.documents.drafting import context_of
from penalty_engine.documents.own_form import fill_own_form
from tests.documents.cases import engine
from tests.documents.samples import TEMPLATES

_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_FORMAT = "application/vnd.openxmlformats-officedocument.wordprocessingml"


@lru_cache(maxsize=1)
def sample_material() -> Material:
    """What the papers of the sample case are made from."""
    case, source = Case.read(TEMPLATES / "sample.yaml")
    return material_of(engine(), case, engine().assess(case, source))


def context(form: str = "decision") -> dict[str, Any]:
    """The names of a form of the sample case, to be changed freely."""
    return deepcopy(context_of(form, sample_material(), TEMPLATES)[1])


def form_of(folder: Path, *paragraphs: str, name: str = "form.docx") -> Path:
    """A Word form with these paragraphs."""
    document = Document()
    for text in paragraphs:
        document.add_paragraph(text)
    return saved(folder, document, name)


def saved(folder: Path, document: Any, name: str = "form.docx") -> Path:
    """The file of a document."""
    document.save(str(folder / name))
    return folder / name


def filled(file: Path, values: dict[str, Any] | None = None) -> Any:
    """The form filled and opened again, its XML well-formed and its package sound."""
    data = fill_own_form(file, context() if values is None else values, TEMPLATES)
    with ZipFile(BytesIO(data)) as package:
        assert package.testzip() is None
        for name in package.namelist():
            if name.endswith((".xml", ".rels")):
                ElementTree.fromstring(package.read(name))
    return Document(BytesIO(data))


def texts(document: Any) -> list[str]:
    """The text of each paragraph of the body that is in no table."""
    return [paragraph.text for paragraph in document.paragraphs]


def rows(table: Any) -> list[list[str]]:
    """The text of each cell."""
    return [[cell.text for cell in row.cells] for row in table.rows]


def add_text_box(paragraph: Any, text: str) -> None:
    """Put a text box with one paragraph into a paragraph."""
    box = (
        f'<w:r {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml"><w:pict><v:shape style="width:200pt;height:50pt">'
        f"<v:textbox><w:txbxContent><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:txbxContent></v:textbox>"
        "</v:shape></w:pict></w:r>"
    )
    paragraph._p.append(parse_xml(box))


def add_notes(document: Any, kind: str, text: str) -> None:
    """Give the document a footnote or an endnote; `kind`: footnote or endnote."""
    blob = f'<w:{kind}s {nsdecls("w")}><w:{kind} w:id="2"><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:{kind}></w:{kind}s>'
    name = PackURI(f"/word/{kind}s.xml")
    part = Part(name, f"{_FORMAT}.{kind}s+xml", blob.encode(), document.part.package)
    document.part.relate_to(part, f"{_RELATIONS}/{kind}s")


def part_text(document: Any, name: str) -> str:
    """The XML of a part as text."""
    found = next(part for part in document.part.package.iter_parts() if str(part.partname) == name)
    return str(found.blob.decode("utf-8"))
