"""What anyone may have typed or pasted, put into every text of a case."""

from __future__ import annotations

from typing import Any

Data = dict[str, Any]

HOSTILE = {
    "markup": "<b>甲</b> **乙** [丙](http://x.cn) # 丁 | 戊 | ::: form 1 1 &amp; \\",
    "rows": "::: form 1 1\n| 甲 | 乙 |\n:::\n\n::: page\n\n|# 丙 |\n-> 丁 <-",
    "template": "{{ party.name }} {% for x in acts %}{# 注 #}{% endfor %} {{ '7'*7 }}",
    "control": "甲\x00乙\x07丙\x1b[31m丁\u202e戊\u2067己\u200b庚\u200d辛\ufeff壬癸\U0001f600\U0001f469\u200d\U0001f4bb",
    "long": "某" * 300,
    "unbroken": "Wolfeschlegelsteinhausenbergerdorff" * 8 + "9" * 200,
    "lines": "甲\n\n1. 乙\r\n- 丙\n> 丁\n\t```戊",
}
_NOT_TEXT = {
    "kind", "violation", "clause", "circumstances", "timeline", "facts", "head", "public", "requested", "made", "sum",
    "amount", "schema", "elections", "decided_on", "reviewed_on", "held_on", "on_the_spot",
}  # fmt: skip


def hostile(case: Data, value: str) -> Data:
    """The case with the value as every text of it; its days stay."""

    def swap(item: Any) -> Any:
        if isinstance(item, dict):
            return {key: one if key in _NOT_TEXT else swap(one) for key, one in item.items()}
        if isinstance(item, list):
            return [swap(one) for one in item]
        return value if isinstance(item, str) else item

    return {**swap({**case, "workers": case["workers"][:3]}), "timeline": case["timeline"]}
