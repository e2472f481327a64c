"""The style sheet of an HTML document: on the screen a sheet of paper, in print the page of GB/T 9704."""

from __future__ import annotations

_SONG = '"宋体", SimSun, "Noto Serif CJK SC", serif'
_HEI = '"黑体", SimHei, "Noto Sans CJK SC", sans-serif'
_FANG = '"仿宋_GB2312", "FangSong_GB2312", "仿宋", FangSong, STFangsong, "Noto Serif CJK SC", serif'
_KAI = '"楷体_GB2312", "KaiTi_GB2312", "楷体", KaiTi, STKaiti, "Noto Serif CJK SC", serif'
_TITLE = f'"方正小标宋简体", "FZXiaoBiaoSong-B05S", {_SONG}'

_NUMBER = f'content: "— " counter(page) " —"; font: 14pt/18pt {_SONG}; vertical-align: top; padding: 3.5mm 1em 0 1em;'

# A cell that goes on overleaf has its lines on both pages: so its borders are its own, shared with no neighbour.
_CLOSED = "-webkit-box-decoration-break: clone; box-decoration-break: clone;"

_STYLE = f"""
* {{ box-sizing: border-box; }}
body {{ margin: 0 auto; max-width: 156mm; padding: 12mm 0; color: #000; background: #fff;
  font: 16pt/28pt {_FANG}; letter-spacing: -0.25pt; }}
h1 {{ margin: 0; font: 22pt/36pt {_TITLE}; text-align: center; break-after: avoid; overflow-wrap: anywhere; }}
h2, h3, p {{ margin: 0; text-indent: 2em; overflow-wrap: anywhere; text-align: justify; orphans: 1; widows: 1; }}
h2 {{ font: 16pt/28pt {_HEI}; break-after: avoid; }}
h3 {{ font: 16pt/28pt {_KAI}; break-after: avoid; }}
.left {{ text-indent: 0; }}
.center {{ text-align: center; text-indent: 0; }}
.right {{ text-align: right; text-indent: 0; padding-right: 2em; break-inside: avoid; }}
.signed {{ text-align: center; text-indent: 0; break-inside: avoid; }}
.kept {{ break-after: avoid; }}
.draft {{ position: sticky; top: 0; background: #fff; border-bottom: 1px solid #b00; color: #b00;
  text-align: center; font: 12pt/20pt {_HEI}; }}
table {{ border-collapse: separate; border-spacing: 0; table-layout: fixed; width: 100%; {_CLOSED}
  border: solid #000; border-width: 1pt 0.25pt 0.25pt 1pt; font-size: 12pt; line-height: 20pt; letter-spacing: 0; }}
table.joined, table.joined > :last-child > tr:last-child > * {{ border-bottom-width: 0; break-after: avoid; }}
th, td {{ border: solid #000; border-width: 0 0.75pt 0.75pt 0; {_CLOSED} padding: 2pt 1.6mm; height: 28pt; overflow-wrap: anywhere; font-weight: normal;
  vertical-align: middle; text-align: left; }}
th, td.center {{ text-align: center; }}
td.right, th.right {{ text-align: right; }}
th[scope="col"] {{ font-family: {_HEI}; }}
tr, tbody.whole {{ break-inside: avoid; }}
tr.tall {{ break-inside: auto; }}
thead {{ display: table-header-group; break-after: avoid; }}
.big {{ vertical-align: top; }}
.big:empty {{ height: 28pt; }}
td.signed {{ vertical-align: bottom; text-align: left; }}
td .right {{ padding-right: 1em; }}
td .title {{ text-align: center; text-indent: 0; font-family: {_TITLE}; }}
td .heading {{ font-family: {_HEI}; }}
td .subheading {{ font-family: {_KAI}; }}
aside {{ margin-top: 28pt; border: 1px solid #b00; padding: 6pt 10pt; font: 12pt/19pt {_KAI}; letter-spacing: 0; }}
aside p {{ text-indent: 0; }}
hr.page {{ border: 0; border-top: 1px dashed #999; margin: 14pt 0; }}
@page {{ size: A4; margin: 37mm 26mm 35mm 28mm; }}
@page :right {{ @bottom-right {{ {_NUMBER} }} }}
@page :left {{ @bottom-left {{ {_NUMBER} }} }}
@media print {{
  body {{ max-width: none; padding: 0; }}
  .draft {{ position: static; }}
  hr.page {{ break-after: page; visibility: hidden; height: 0; margin: 0; border: 0; }}
}}
"""


def style_sheet(draft_mark: str | None) -> str:
    """Return the style sheet; a draft carries its mark at the head of every printed page."""
    if not draft_mark:
        return _STYLE
    # As numbers of characters no text can leave the quotes it stands in.
    text = "".join(f"\\{ord(char):x} " for char in draft_mark)
    return f'{_STYLE}@page {{ @top-center {{ content: "{text}"; color: #b00; font: 14pt/18pt {_HEI}; }} }}\n'
