"""The Word file around the text: default styles, fall-back fonts, properties, and reproducible bytes."""

from __future__ import annotations

import re
from io import BytesIO
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Length

# An office PC may lack the prescribed font; Word then takes the first alternative it has.
_FALLBACKS = {
    "仿宋_GB2312": ("仿宋", "FangSong"),
    "楷体_GB2312": ("楷体", "KaiTi"),
    "方正小标宋简体": ("宋体", "SimSun"),
    "黑体": ("SimHei",),
    "宋体": ("SimSun",),
}
_SANS = {"黑体"}  # where there is none of them either, the kind of font decides
_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_DATE = "2000-01-01T00:00:00Z"
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)
_THUMBNAIL = "docProps/thumbnail.jpeg"


def set_defaults(document: WordDocument, font: str, size: Length, spacing: int) -> None:
    """Set the font, size, language and, in twentieths of a point, letter spacing of text when nothing else is said."""
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = font, size  # type: ignore[attr-defined, unused-ignore]
    properties = normal.element.get_or_add_rPr()
    properties.get_or_add_rFonts().set(qn("w:eastAsia"), font)
    element = OxmlElement("w:spacing")
    element.set(qn("w:val"), str(spacing))
    # The schema fixes the order of a run's properties.
    properties.insert_element_before(element, "w:w", "w:kern", "w:position", "w:sz", "w:szCs", "w:lang")
    # Latin stays English: as "Chinese" text a number would be broken at the end of a line.
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "en-US")
        language.set(qn("w:eastAsia"), "zh-CN")
    # A line that ends with a typed break is not stretched to the margin.
    compatibility = document.settings.element.find(qn("w:compat"))
    if compatibility is not None:
        compatibility.insert(0, OxmlElement("w:doNotExpandShiftReturn"))


def finish(data: bytes, title: str) -> bytes:
    """Return the package with our properties and font table, without dates, in reproducible bytes."""
    replaced = {"word/fontTable.xml": _font_table(), "docProps/core.xml": _properties(title)}
    result = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(result, "w") as target:
        for name in source.namelist():
            if name == _THUMBNAIL:
                continue
            content = replaced.get(name) or source.read(name)
            if name == "_rels/.rels":
                content = re.sub(rb"<Relationship [^>]*thumbnail[^>]*/>", b"", content)
            entry = ZipInfo(name, _ZIP_DATE)
            entry.compress_type, entry.create_system, entry.external_attr = ZIP_DEFLATED, 3, 0o644 << 16
            target.writestr(entry, content, compresslevel=6)
    return result.getvalue()


def _font_table() -> bytes:
    fonts = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{",".join(others)}"/><w:charset w:val="86"/>'
        f'<w:family w:val="{"swiss" if name in _SANS else "roman"}"/><w:pitch w:val="variable"/></w:font>'
        for name, others in _FALLBACKS.items()
    )
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    return f'{head}<w:fonts xmlns:w="{_NAMESPACE}">{fonts}</w:fonts>'.encode()


def _properties(title: str) -> bytes:
    package = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
    dated = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{_DATE}</dcterms:{name}>'
        for name in ("created", "modified")
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        f'<cp:coreProperties xmlns:cp="{package}" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(title)}</dc:title><dc:language>zh-CN</dc:language>{dated}</cp:coreProperties>"
    ).encode()
