"""Texts of findings about rule files and cases: code → (Chinese, English). Each states the fact and the way out."""

from __future__ import annotations

from penalty_engine.messages.lint_findings import LINT_FINDINGS as _LINTS
from penalty_engine.messages.rule_findings import RULES as _RULES

_READING = {
    "see-also": ("另见", "see also"),
    "no-such-file": ("文件不存在。请检查路径。", "no such file. Check the path."),
    "no-stdin": (
        "标准输入已关闭。请给出文件，或者从管道输入。",
        "standard input is closed. Name a file, or pipe the case in.",
    ),
    "is-a-directory": (
        "这是文件夹，不是文件。请给出其中的文件。",
        "this is a folder, not a file. Name a file inside it.",
    ),
    "not-a-file": (
        "这不是普通文件（管道或者设备）。请换成普通文件。",
        "this is not an ordinary file but a pipe or device. Put an ordinary file there.",
    ),
    "no-permission": (
        "没有读取权限。请检查文件权限。",
        "no permission to read. Check the file's permissions.",
    ),
    "cannot-read": ("无法读取：{reason}。", "cannot be read: {reason}."),
    "file-too-large": (
        "文件超过 {limit} 字节的上限。请确认给出的是正确的文件，或者分成几个文件。",
        "larger than the limit of {limit} bytes. Check that this is the right file, or split it.",
    ),
    "not-utf8": ("不是 UTF-8 编码。请另存为 UTF-8。", "not UTF-8. Save the file as UTF-8."),
    "control-character": (
        "含有控制字符 {character}。请删除。",
        "contains the control character {character}. Remove it.",
    ),
    "yaml-syntax": (
        "不是有效的 YAML：{problem}。请检查此处及上一行的缩进、引号和冒号。{hint}",
        "not valid YAML: {problem}. Check indentation, quotes and colons here and on the line above.{hint}",
    ),
    "yaml-full-width": (
        "该处有全角标点“{marks}”；YAML 的冒号、逗号、括号、引号必须用半角。",
        " There is full-width punctuation here ({marks}); YAML's own colons, commas, brackets and quotes are half-width.",
    ),
    "yaml-no-hint": ("", ""),
    "json-syntax": (
        "不是有效的 JSON：{problem}。",
        "not valid JSON: {problem}. Correct the text at this place.",
    ),
    "too-deep": (
        "嵌套超过 {limit} 层的上限。请减少嵌套。",
        "nested deeper than the limit of {limit} levels. Flatten it.",
    ),
    "too-many-values": (
        "数据项超过 {limit} 个的上限。请分成几个文件。",
        "more than the limit of {limit} values. Split the file.",
    ),
    "alias": (
        "不接受 YAML 锚点和别名（& 和 *）。请把内容写全。",
        "YAML anchors and aliases (& and *) are not accepted. Write the content out.",
    ),
    "tag": ("不接受 YAML 标签（{tag}）。请删除。", "YAML tags ({tag}) are not accepted. Remove it."),
    "several-documents": (
        "一个文件只能有一份文档。请删除“---”之后的内容或者另存为文件。",
        "only one document to a file. Move what follows '---' to a file of its own.",
    ),
    "key-not-text": ("键必须是文字。", "a key must be text."),
    "duplicate-key": ("键“{key}”重复。请只保留一个。", "the key '{key}' appears twice. Keep one."),
    "empty-file": ("文件是空的。", "the file is empty."),
    "not-a-mapping": ("最外层必须是“键: 值”的形式。", "the top level must be 'key: value' pairs."),
}

_SHAPE = {
    "unknown-key": (
        "没有“{name}”这一项。{maybe}请改名或者删除。",
        "there is no key '{name}'.{maybe} Rename or remove it.",
    ),
    "missing-key": ("缺少“{name}”。请补上。", "'{name}' is missing. Add it."),
    "not-one-of": (
        "“{value}”不在可选值之内：{known}。{maybe}请改用其中之一。",
        "'{value}' is not one of: {known}.{maybe} Use one of them.",
    ),
    "wrong-type": (
        "类型不对：得到“{value}”，应为{expected}。",
        "wrong type: got '{value}', expected {expected}.",
    ),
    "type-text": ("文字", "text"),
    "type-integer": ("整数", "a whole number"),
    "type-boolean": ("true 或 false", "true or false"),
    "type-list": ("列表", "a list"),
    "type-mapping": ("“键: 值”的形式", "'key: value' pairs"),
    "type-nothing": ("空", "nothing"),
    "type-other": ("另一种值", "another kind of value"),
    "bad-id": (
        "“{value}”不能作编号。请用小写英文字母、数字和连接号。",
        "'{value}' cannot be an id. Use lower-case letters, digits and hyphens.",
    ),
    "text-empty": ("不能为空。请填写内容。", "must not be empty. Write the content."),
    "text-too-long": (
        "文字超过 {limit} 个字符的上限。请缩短。",
        "longer than the limit of {limit} characters. Shorten it.",
    ),
    "list-empty": ("列表至少要有一项。", "the list needs at least one entry."),
    "list-too-long": (
        "列表超过 {limit} 项的上限。请分成几件。",
        "the list has more than {limit} entries. Split the case.",
    ),
    "too-small": ("“{value}”太小，最小为 {limit}。", "'{value}' is too small; the least is {limit}."),
    "too-large": ("“{value}”太大，最大为 {limit}。", "'{value}' is too large; the most is {limit}."),
    "not-a-date": (
        "“{value}”不是日期。请写成 2016-03-01 的形式。",
        "'{value}' is not a date. Write it like 2016-03-01.",
    ),
    "impossible-date": (
        "“{value}”这一天不存在。请核对日期。",
        "'{value}' is not a day of the calendar. Check the date.",
    ),
    "date-out-of-range": (
        "“{value}”的年份不在 1900 至 2199 之间。请核对日期。",
        "the year of '{value}' is not between 1900 and 2199. Check the date.",
    ),
    "not-schema-1": (
        "schema 必须是整数 1，得到的是“{value}”。请写 schema: 1，不加引号。",
        "schema must be the whole number 1, not '{value}'. Write schema: 1, without quotes.",
    ),
    "not-a-number": (
        "“{value}”不是数。请写非负的数，例如 10000 或 1.5。",
        "'{value}' is not a number. Write a number of zero or more, such as 10000 or 1.5.",
    ),
    "not-a-share": (
        "“{value}”不是份额。请写 0 到 1 之间的数或分数，例如 1/4。",
        "'{value}' is not a share. Write a number or fraction from 0 to 1, such as 1/4.",
    ),
}

_CASES = {
    "unknown-clause": (
        "没有罚则“{name}”。{maybe}请用 penalty search 查找。",
        "there is no clause '{name}'.{maybe} Find it with 'penalty search'.",
    ),
    "unknown-case-violation": (
        "没有违法行为“{name}”。{maybe}请用 penalty search 查找。",
        "there is no violation '{name}'.{maybe} Find it with 'penalty search'.",
    ),
    "unknown-case-fact": (
        "没有事实“{name}”。{maybe}请改名或者删去；penalty schema case 列出全部字段。",
        "there is no fact '{name}'.{maybe} 'penalty schema case' lists them.",
    ),
    "unknown-case-payment": (
        "没有款项“{name}”。{maybe}请改名或者删去；可选：{known}。",
        "there is no payment '{name}'.{maybe} Rename it or leave it out; there are: {known}.",
    ),
    "payment-outside": (
        "“{name}”写明为 {sum} 元，不在法定幅度 {low} 元至 {high} 元之内。请改为幅度以内的数额，或者核对计算该款项的事实；尚未确定的，删去这一项。",
        "the sum set for '{name}' is {sum} yuan, outside the statutory range of {low} to {high} yuan. Write a sum within it, or check the facts it is worked out from; if it is not settled yet, leave it out.",
    ),
    "unknown-authority": (
        "没有处罚机关“{name}”。{maybe}可选：{known}。",
        "there is no authority '{name}'.{maybe} Use one of: {known}.",
    ),
    "authority-needed": (
        "没有写处罚机关，规则中也没有唯一的缺省机关。请写 authority，可选：{known}。",
        "no authority is named and the rules have no single default. Write authority: {known}.",
    ),
    "computed-fact": (
        "“{name}”由引擎计算，不能填写。请删除。",
        "'{name}' is computed by the engine and cannot be stated. Remove it.",
    ),
    "clause-or-violation": (
        "没有写明 violation 或者 clause。请写其中一个。",
        "name the act: give a violation or a clause.",
    ),
    "violation-not-of-clause": (
        "{clause}不处罚“{name}”，它处罚的是：{known}。请改正其中一个，或者只写 clause。",
        "{clause} does not punish '{name}' but: {known}. Correct one of them, or give the clause alone.",
    ),
    "spells-empty": (
        "没有写任何一段日期。没有的，请写 0。",
        "the list of spells is empty. Write 0 if there is none.",
    ),
    "spells-too-many": (
        "日期段超过 {limit} 段。请合计后写一个数。",
        "there are more than {limit} spells. Add them up and write one number.",
    ),
    "spell-shape": (
        "每一段应写作 {{from: 起始日, to: 终止日}}，可以加 who。请改正。",
        "a spell is written {{from: first day, to: last day}}, with who if wanted. Correct it.",
    ),
    "spell-reversed": (
        "终止日 {last} 早于起始日 {first}。请核对。",
        "the last day {last} lies before the first, {first}. Check both.",
    ),
    "spells-overlap": (
        "“{who}”的这一段与 {first} 至 {last} 一段重叠。请合并。",
        "this spell of '{who}' overlaps the one from {first} to {last}. Join them.",
    ),
    "not-an-amount": (
        '“{value}”不是金额。请写元数，最多两位小数，例如 120000 或 "1234.56"。',
        "'{value}' is not a sum of money. Write yuan with at most two decimals, such as 120000 or \"1234.56\".",
    ),
    "float-amount": (
        '“{value}”是二进制浮点数，不能精确表示金额。请写成文字，例如 "1234.56"。',
        "'{value}' is a binary float and cannot hold money exactly. Write it as text, such as \"1234.56\".",
    ),
    "amount-negative": (
        "“{value}”是负数。金额不能为负，请改为 0 或者正数。",
        "'{value}' is negative. Write a sum of zero or more.",
    ),
    "amount-too-fine": (
        "“{value}”超过两位小数。请精确到分。",
        "'{value}' has more than two decimals. Write it to the fen.",
    ),
    "amount-too-large": (
        "“{value}”超过一万亿元的上限。请核对金额。",
        "'{value}' is above the limit of 1,000,000,000,000 yuan. Check the sum.",
    ),
    "not-a-count": (
        "“{value}”不是整数。请写整数，例如 8。",
        "'{value}' is not a whole number. Write one, such as 8.",
    ),
    "count-negative": (
        "“{value}”是负数。数量不能为负，请改为 0 或者正数。",
        "'{value}' is negative. Write a count of zero or more.",
    ),
    "count-too-large": (
        "“{value}”超过 {limit} 的上限。请核对。",
        "'{value}' is above the limit of {limit}. Check it.",
    ),
    "not-a-boolean": (
        "“{value}”不是 true 或 false。请写 true（是）或者 false（否）。",
        "'{value}' is neither true nor false. Write one of them.",
    ),
    "quoted-boolean": (
        "“{value}”带了引号，是文字。请去掉引号。",
        "'{value}' is text because of its quotes. Remove the quotes.",
    ),
    "not-a-choice": ("“{value}”不在可选值之内：{known}。{maybe}", "'{value}' is not one of: {known}.{maybe}"),
    "not-unicode": (
        "文字不是有效的 Unicode（含有单独的代理码）。请重新输入或者另存为 UTF-8。",
        "the text is not valid Unicode (a lone surrogate). Type it again, or save the file as UTF-8.",
    ),
    "fact-null": (
        "值是空的。不知道就整行删去；没有就写 0 或 false。",
        "the value is empty. Leave the line out if it is unknown; write 0 or false if there is none.",
    ),
    "dates-reversed": (
        "{later}（{later_day}）早于 {earlier}（{earlier_day}）。请核对日期。",
        "{later} ({later_day}) is before {earlier} ({earlier_day}). Check the dates.",
    ),
    "circumstance-other-party": (
        "情节“{name}”不能用于这类当事人。请删去，或者核对 party.kind。",
        "the circumstance '{name}' cannot concern this kind of party. Remove it, or check party.kind.",
    ),
    "circumstance-twice": (
        "情节“{name}”写了两次。请只保留一个。",
        "the circumstance '{name}' is given twice. Keep one.",
    ),
    "case-not-readable": (
        "案件必须是 Case、字典或者文件路径，得到的是 {found}。",
        "a case is a Case, a dict or a path; got {found}.",
    ),
    "bad-fact-option": (
        "“{value}”不是“事实=值”的形式，例如 illegal_gain=120000。",
        "'{value}' is not of the form fact=value, such as illegal_gain=120000.",
    ),
}

DIAGNOSTICS: dict[str, tuple[str, str]] = {**_READING, **_SHAPE, **_RULES, **_LINTS, **_CASES}
