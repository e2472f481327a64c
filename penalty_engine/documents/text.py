"""How a value becomes text in a document: blanks, sums, dates, and the one place that makes values inert."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal, InvalidOperation
from typing import Any

from penalty_engine.documents.errors import DocumentError

BLANK = "＿＿＿＿"
BLANK_DATE = "＿＿＿＿年＿＿月＿＿日"

# A line break typed inside a value. Markdown reads this character as ordinary text, so a value can never
# end a paragraph, a heading or a table row; the layouts turn it into a break.
LINE = "\u2028"

_NEWLINES = re.compile("\r\n|[\r\n\v\f\x85\u2028\u2029]")
# What XML 1.0 refuses (control characters, lone surrogates, non-characters) and the C1 controls.
_UNPRINTABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef]")
_NONCHARACTERS = re.compile(
    "[" + "".join(chr(p * 0x10000 + n) for p in range(17) for n in (0xFFFE, 0xFFFF)) + "]"
)
# Punctuation that can mean something to a Markdown reader, plain or extended: some of it anywhere, some only
# at the start of a line, in runs, behind a list number or in what looks like an address.
_MARKUP = re.compile(
    r"[\\`*_{}\[\]<>#|~&$^@!]|(?<!\S)[-+=:.)]|(?<=[-+=:])[-+=:]|(?<=[0-9])[.)](?=\s|$)|:(?=//)|(?<=www)\.",
    re.IGNORECASE,
)
_SENTENCE_END = "。！？；…"
_QUOTE_END = "。！？"  # a clause quoted up to a semicolon leaves the quoting sentence open
_LOOSE_END = "。，；、 \t\r\n"
# With the spaces that part figures from Chinese words on a screen.
_ISO_DATE = re.compile(r" ?(?<![0-9A-Za-z-])([0-9]{4}-[0-9]{2}-[0-9]{2})(?![0-9-]) ?")
_BIDI_CLOSERS = {
    **dict.fromkeys("\u202a\u202b\u202d\u202e", "\u202c"),
    **dict.fromkeys("\u2066\u2067\u2068", "\u2069"),
}


def inert(value: object) -> str:
    """Return `value` as Markdown that shows it as typed; this is applied to every value a template prints."""
    if unknown(value):
        return BLANK
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, date):
        return chinese_date(value)
    if not isinstance(value, (str, int, Decimal)):
        # A missing name arrives here too: turning it into text raises the template engine's own error.
        str(value)
        raise DocumentError("template-not-text", kind=type(value).__name__)
    return _MARKUP.sub(r"\\\g<0>", printable(str(value)))


def unknown(value: object) -> bool:
    """Tell whether a value says nothing, so that it is a blank."""
    return value is None or (isinstance(value, str) and not value.strip())


def printable(text: str) -> str:
    """Return `text` fit for every format: one kind of line break, □ for what cannot be printed."""
    text = _NEWLINES.sub(LINE, text.strip())
    text = _NONCHARACTERS.sub("□", _UNPRINTABLE.sub("□", text))
    return text + _open_directions(text)


def _open_directions(text: str) -> str:
    """Return what closes the writing directions left open, so that they end with the value."""
    stack: list[str] = []
    for char in text:
        if char in _BIDI_CLOSERS:
            stack.append(_BIDI_CLOSERS[char])
        elif stack and char == stack[-1]:
            stack.pop()
    return "".join(reversed(stack))


def amount(value: object) -> Decimal | None:
    """Return a sum of yuan as an exact number to the fen, or None where it is not known."""
    if unknown(value):
        return None
    try:
        if isinstance(value, (bool, float)):
            raise InvalidOperation
        number = Decimal(str(value))
        exact = number.quantize(Decimal("0.01"))
        if exact != number or number < 0:
            raise InvalidOperation
    except InvalidOperation:
        raise DocumentError("paper-bad-sum", value=value) from None
    return exact


def lowest(value: object) -> Decimal | None:
    """Return the lowest sum of whole fen not below `value`, which may be a part of a fen: a bound of a tier."""
    return amount(_whole_fen(value, ROUND_CEILING))


def highest(value: object) -> Decimal | None:
    """Return the highest sum of whole fen not above `value`."""
    return amount(_whole_fen(value, ROUND_FLOOR))


def _whole_fen(value: object, rounding: str) -> object:
    try:
        return value if unknown(value) else Decimal(str(value)).quantize(Decimal("0.01"), rounding)
    except InvalidOperation:
        return value  # `amount` says what is wrong with it


def figures(value: object) -> str:
    """Return a sum in figures (17500 or 62500.50), without the word 元."""
    number = amount(value)
    if number is None:
        return BLANK
    whole = number == number.to_integral_value()
    return f"{number:.0f}" if whole else f"{number:.2f}"


def capitals(value: object) -> str:
    """Return a sum in Chinese capitals: 人民币壹万柒仟伍佰元整."""
    number = amount(value)
    if number is None:
        return BLANK
    import cn2an  # here: only a document needs it

    try:
        words: str = cn2an.an2cn(f"{number:f}", "rmb")
    except ValueError:
        return BLANK  # beyond 16 digits: the figures stand, the words are left to the officer
    # Where a 0 stands above the thousands, newer releases of the library leave out 零. Both ways are in use;
    # always writing it gives the same words with every release: 壹佰万零贰仟元, 壹亿零壹仟元.
    words = re.sub(r"(?<=[拾佰仟])([万亿])(?=[壹贰叁肆伍陆柒捌玖]仟)", r"\1零", words)
    words = re.sub(r"亿(?=[壹贰叁肆伍陆柒捌玖]仟[^万]*元)", "亿零", words)
    return "人民币" + words + ("整" if words.endswith("角") else "")


def iso_date(value: object) -> str | None:
    """Return a date as YYYY-MM-DD, other text unchanged, None where there is none."""
    if unknown(value):
        return None
    # datetime is a date too; its time of day is not wanted
    return value.strftime("%Y-%m-%d") if isinstance(value, date) else str(value)


def chinese_date(value: object) -> str:
    """Return a date as 2026年11月22日; text that is no date stays as typed."""
    text = iso_date(value)
    if text is None:
        return BLANK_DATE
    found = re.fullmatch(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?:[T ].*)?", text)
    return f"{int(found[1])}年{int(found[2])}月{int(found[3])}日" if found else text


def chinese_dates(text: str) -> str:
    """Return a sentence with its dates as papers write them; a text that is nothing but a date stays as it is."""
    if _ISO_DATE.fullmatch(text):
        return text
    return _ISO_DATE.sub(lambda found: chinese_date(found[1]), text)


def chinese_number(value: int) -> str:
    """Return a counting number as 一, 二 … 十一."""
    import cn2an

    return str(cn2an.an2cn(value, "low"))


def law_title(value: object) -> str:
    """Return the title of a law in its marks: 《劳动合同法》; a title within the title gets 〈〉."""
    if value is None or not str(value).strip():
        return f"《{BLANK}》"
    title = str(value).strip()
    if title.startswith("《") and title.endswith("》") and title.count("《") == 1:
        return title
    return "《" + title.replace("《", "〈").replace("》", "〉") + "》"


def sentence(value: object) -> str:
    """Return text that ends as a sentence does, with one full stop and not two."""
    text = bare(value)
    return text if text.removesuffix("”").endswith(tuple(_SENTENCE_END)) else text + "。"


def bare(value: object) -> str:
    """Return text without closing punctuation, to be continued by the template's own."""
    if unknown(value):
        return BLANK
    return str(value).strip().rstrip(_LOOSE_END) or BLANK


def ended(value: object) -> bool:
    """Tell whether quoted text already closes the sentence it is quoted in."""
    return isinstance(value, str) and value.rstrip().endswith(tuple(_QUOTE_END))


FILTERS: dict[str, Callable[..., Any]] = {
    "figures": figures,
    "capitals": capitals,
    "date": chinese_date,
    "number": chinese_number,
    "law": law_title,
    "sentence": sentence,
    "bare": bare,
    "ended": ended,
}
"""What a template may apply to a value: `{{ fine.sum|capitals }}`."""
