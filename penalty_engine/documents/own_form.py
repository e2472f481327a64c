"""A bureau's own Word form filled: docxtpl puts the values in, and here every value is kept from being anything but text.

No value reaches docxtpl with a sign that it or Word could act on: braces, line breaks and the breaks of ready-made
sections travel as text and are turned into Word's own elements once the XML stands.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from copy import deepcopy
from datetime import date
from decimal import Decimal
from html import escape
from io import BytesIO
from pathlib import Path
from traceback import extract_tb
from typing import Any, NoReturn

from docx.opc.part import Part as PackagePart
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, Undefined, UndefinedError
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from penalty_engine.documents.context_names import SECTIONS, Name, read_catalogue
from penalty_engine.documents.errors import DocumentError, no_deeper
from penalty_engine.documents.own_form_file import NOTES, open_form, parts, repacked
from penalty_engine.documents.own_form_filters import FILTERS, TESTS, Missing, is_blank
from penalty_engine.documents.own_form_names import FormError, FormFault, ReadForm, check_form, read_marks
from penalty_engine.documents.own_form_tags import own_text, paragraphs_of, shortened, texts_of
from penalty_engine.documents.sections import Section, Sections, form_of, section_names
from penalty_engine.documents.template_folder import TemplateFolder
from penalty_engine.documents.text import BLANK, LINE, chinese_date, figures, printable, unknown
from penalty_engine.messages import Message

# No value can hold these: `printable` makes them □.
_START, _BREAK, _END = "\ufdd0", "\ufdd1", "\ufdd2"
_SECTION = re.compile(f"{_START}([^{_START}]*){_END}")
_INSIDE = re.compile("([\n\t])")
_BRACES = {"{": "&#123;", "}": "&#125;"}
_NOTE_TYPES = tuple(
    f"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml" for kind in NOTES
)
_ASKED = re.compile(SECTIONS + r"\W+(\w+)")
_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def fill_own_form(template: Path, context: Mapping[str, Any], templates: Path | None = None) -> bytes:
    """Return the Word file filled; same file and context, same bytes. Raise DocumentError, before anything is made, for
    a file that is no Word form and for every name that does not exist.

    `templates`: the folder with `names.yaml` and the partials of the ready-made sections, the shipped one if not given.
    """
    with no_deeper(str(template)):
        form = read_marks(template)
        folder = TemplateFolder(templates or _shipped())
        root, environment = _prepared(form, folder, form_of(context))
        made = Sections(context, folder, root.parts[SECTIONS].parts)
        return _filled(form, {**context, SECTIONS: made}, environment)


def check_own_form(template: Path, form: str | None = None, templates: Path | None = None) -> int:
    """Return how many blanks a Word form has. Raise DocumentError with all that is wrong with it."""
    with no_deeper(str(template)):
        found = read_marks(template)
        _prepared(found, TemplateFolder(templates or _shipped()), form)
        return found.blanks


def _prepared(
    form: ReadForm, folder: TemplateFolder, form_id: str | None
) -> tuple[Name, ImmutableSandboxedEnvironment]:
    """The names and the sandbox for a form; raise DocumentError for a name that does not exist."""
    catalogue = read_catalogue(folder.folder, form_id)
    environment = _environment(catalogue.root)
    asked = {name for source in form.sources for name in _ASKED.findall(source)}
    wanted = asked if asked <= set(catalogue.sections) else None  # for a suggestion all are looked at
    sections = Name(SECTIONS, shape="group")
    sections.parts.update(section_names(folder, form_id, catalogue, wanted))
    catalogue.root.parts[SECTIONS] = sections
    check_form(form, catalogue.root, environment)
    return catalogue.root, environment


def text_of_own_form(data: bytes) -> str:
    """Return the text of a filled form, a line for each paragraph, to tell what is still blank in it."""
    file = Path("form.docx")  # only a damaged file would be named, and this one was just made
    found = (paragraphs_of(part) for part in parts(file, open_form(file, data)))
    return "\n".join(paragraph.text for paragraphs in found for paragraph in paragraphs)


def _shipped() -> Path:
    from penalty_engine.resources import templates_folder

    return templates_folder()


class _Environment(ImmutableSandboxedEnvironment):
    """What this case does not have (an entry of a list, an optional group) is a blank; a name that does not exist stays
    an error. Names were checked before, so here only those are known that the catalogue has somewhere."""

    known: frozenset[str] = frozenset()

    def getattr(self, obj: Any, attribute: str) -> Any:
        return Missing() if self._lacks(obj, attribute) else super().getattr(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        return Missing() if self._lacks(obj, argument) else super().getitem(obj, argument)

    def _lacks(self, obj: Any, key: Any) -> bool:
        if isinstance(obj, (list, tuple)) and isinstance(key, int):
            return not -len(obj) <= key < len(obj)
        absent = obj is None or (isinstance(obj, dict) and key not in obj)
        return absent and key in self.known


def _environment(root: Name) -> _Environment:
    """The sandbox that own forms are checked and filled in."""
    # No autoescape: `finalize` escapes each printed value exactly once, and there is no "safe" string.
    environment = _Environment(undefined=StrictUndefined, finalize=_shown, autoescape=False)
    environment.globals.clear()
    environment.filters = dict(FILTERS)
    environment.tests = {name: environment.tests[name] for name in TESTS} | {"none": is_blank}
    environment.known = frozenset(name.path.rsplit(".", 1)[-1] for name in root.walk())
    return environment


def _shown(value: Any) -> str:
    """A value as text in Word's XML; applied to every value a form prints."""
    if isinstance(value, Section):
        return _START + _BREAK.join(_inert(paragraph) for paragraph in value.paragraphs) + _END
    if isinstance(value, Missing) or (not isinstance(value, Undefined) and unknown(value)):
        return BLANK
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, date) or (isinstance(value, str) and _ISO.fullmatch(value)):
        return _inert(chinese_date(value))
    if isinstance(value, Decimal):
        return figures(value)
    if not isinstance(value, (str, int)):
        str(value)  # of a missing name: raises the template engine's own error
        raise DocumentError("template-not-text", kind=type(value).__name__)
    return _inert(str(value))


def _inert(text: str) -> str:
    return re.sub("[{}]", lambda found: _BRACES[found.group()], escape(printable(text)))


class _Template(DocxTemplate):  # type: ignore[misc, unused-ignore] # the library ships no types
    """docxtpl without what would let a value act: its own escapes, and a second pass over notes already filled."""

    source = ""

    def render_xml_part(self, src_xml: str, part: Any, context: Any, jinja_env: Any = None) -> str:
        self.source = re.sub(r"<w:p([ >])", r"\n<w:p\1", src_xml)  # the lines that the library counts in
        filled: str = super().render_xml_part(src_xml, part, context, jinja_env)
        return filled

    def resolve_listing(self, xml: str) -> str:
        root = parse_xml(xml)
        _set_breaks(root)
        return _on_one_line(self.xml_to_string(root))

    def render_properties(self, context: Any, jinja_env: Any = None) -> None:
        """A form's own title and author stay as they are."""

    def render_footnotes(self, context: Any, jinja_env: Any = None) -> None:
        for part in self.docx.part.package.iter_parts():
            if part.content_type in _NOTE_TYPES and type(part) is PackagePart:
                xml = self.patch_xml(self.get_part_xml(part))
                part._blob = self.render_xml_part(xml, part, context, jinja_env).encode("utf-8")


def _filled(form: ReadForm, context: Mapping[str, Any], environment: Any) -> bytes:
    file, template = form.file, _Template(BytesIO(form.data))
    buffer = BytesIO()
    try:
        template.render(dict(context), environment)
        template.save(buffer)
    except FormError:
        raise
    except DocumentError as error:
        if error.place:  # a template of the ready-made sections
            raise
        _fault(file, template, error, error.message)
    except UndefinedError as error:
        _fault(file, template, error, Message("template-undefined", {"problem": error.message}))
    except SecurityError as error:
        _fault(file, template, error, Message("template-forbidden", {"problem": error}))
    except (SyntaxError, ValueError):  # XML that is not well-formed
        _fault(file, template, None, Message("own-form-broken"))
    except Exception as error:  # a form is user data: whatever it provokes is reported with its place
        problem = f"{type(error).__name__}: {error}"
        _fault(file, template, error, Message("template-fault", {"problem": problem}))
    return repacked(buffer.getvalue())


def _fault(file: Path, template: _Template, error: Exception | None, message: Message) -> NoReturn:
    """Raise what happened while filling, with the text of the paragraph where it happened."""
    lines = [f.lineno for f in extract_tb(error.__traceback__) if f.filename == "<template>"] if error else []
    place: Message | str = ""
    source = template.source.split("\n")
    if lines and lines[-1] is not None and 0 < lines[-1] <= len(source):
        text = shortened(re.sub("<[^>]*>", "", source[lines[-1] - 1]))
        place = Message("own-form-place", {"where": Message("own-form-near"), "text": text})
    raise FormError([FormFault(str(file), place, message)]) from None


# --- from text to Word's own elements


def _set_breaks(root: Any) -> None:
    """Split sections into paragraphs and write breaks as Word writes them."""
    for paragraph in list(root.iter(qn("w:p"))):
        _split_sections(paragraph)
    for text in list(root.iter(qn("w:t"))):
        _split_breaks(text)
    _complete(root)


def _on_one_line(xml: str) -> str:
    """What stands outside of paragraphs, in a field code or a picture's description, is one line."""
    return re.sub(f"[{_START}{_END}]", "", re.sub(f"[{_BREAK}{LINE}]", " ", xml))


def _split_sections(paragraph: Any) -> None:
    """A section alone in its paragraph becomes paragraphs like it, within a line it becomes lines."""
    whole = own_text(paragraph)
    if _START not in whole:
        return
    alone = _SECTION.fullmatch(whole.strip())
    for text in texts_of(paragraph):
        held = text.text or ""
        if alone is None or _START not in held:
            text.text = _SECTION.sub(lambda found: found.group(1).replace(_BREAK, LINE), held)
        else:
            _spread(paragraph, text, alone.group(1))


def _spread(paragraph: Any, text: Any, held: str) -> None:
    pieces = held.split(_BREAK) if held else []
    if not pieces:
        text.text = ""
        if paragraph.find(qn("w:pPr") + "/" + qn("w:sectPr")) is None and len(list(_runs(paragraph))) == 1:
            paragraph.getparent().remove(paragraph)
        return
    text.text = pieces[-1]  # the last stays where it is: a section break stands in its properties
    for piece in pieces[:-1]:
        paragraph.addprevious(_like(paragraph, text, piece))


def _runs(paragraph: Any) -> Any:
    """What a paragraph holds besides its properties and empty runs."""
    for child in paragraph:
        if child.tag not in (qn("w:pPr"), qn("w:proofErr")) and (child.tag != qn("w:r") or len(child)):
            yield child


def _like(paragraph: Any, text: Any, piece: str) -> Any:
    """A paragraph of the same format that holds `piece` in the format of the run of `text`."""
    made = paragraph.makeelement(qn("w:p"), {})
    properties = paragraph.find(qn("w:pPr"))
    if properties is not None:
        made.append(deepcopy(properties))
        for mark in made.findall(qn("w:pPr") + "/" + qn("w:sectPr")):
            mark.getparent().remove(mark)
    run = made.makeelement(qn("w:r"), {})
    made.append(run)
    look = text.getparent().find(qn("w:rPr"))
    if look is not None:
        run.append(deepcopy(look))
    run.append(_text(run, piece))
    return made


def _text(run: Any, content: str) -> Any:
    made = run.makeelement(qn("w:t"), {"{http://www.w3.org/XML/1998/namespace}space": "preserve"})
    made.text = content
    return made


def _split_breaks(text: Any) -> None:
    held = (text.text or "").replace(LINE, "\n")
    if LINE not in (text.text or "") and "\t" not in held:
        return
    run = text.getparent()
    for piece in _INSIDE.split(held):
        if piece in ("\n", "\t"):
            text.addprevious(run.makeelement(qn("w:br" if piece == "\n" else "w:tab"), {}))
        elif piece:
            text.addprevious(_text(run, piece))
    run.remove(text)


def _complete(root: Any) -> None:
    """Give back what Word insists on where a loop or condition left nothing: a cell needs a paragraph, a table a row."""
    for row in list(root.iter(qn("w:tr"))):
        if row.find(".//" + qn("w:tc")) is None:
            row.getparent().remove(row)
    for table in list(root.iter(qn("w:tbl"))):
        if table.find(".//" + qn("w:tr")) is None:
            table.getparent().remove(table)
    holders: Callable[[str], Any] = lambda name: root.iter(qn(name))  # noqa: E731
    for holder in [
        *holders("w:tc"),
        *holders("w:txbxContent"),
        *holders("w:footnote"),
        *holders("w:endnote"),
    ]:
        if len(holder) == 0 or holder[-1].tag not in (qn("w:p"), qn("w:sdt")):
            holder.append(holder.makeelement(qn("w:p"), {}))
    if root.tag in (qn("w:hdr"), qn("w:ftr")) and root.find(qn("w:p")) is None:
        root.append(root.makeelement(qn("w:p"), {}))
