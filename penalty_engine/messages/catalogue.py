"""Texts about the catalogue and the registers: code → (Chinese, English)."""

from __future__ import annotations

CATALOGUE: dict[str, tuple[str, str]] = {
    "find-unmarked-today": (
        "没有注明期间的罚则现行有效。",
        "Clauses without a remark are in force.",
    ),
    "find-unmarked-on": (
        "没有注明期间的罚则在 {day} 有效。",
        "Clauses without a remark were in force on {day}.",
    ),
    "find-ended": ("（施行至 {last}）", "(in force until {last})"),
    "find-coming": ("（自 {first} 起施行）", "(in force from {first})"),
    "find-not-obtained": ("（当时施行的条文没有取得）", "(the text in force then was not obtained)"),
    "find-in-register": ("登记表", "Register"),
    "find-guess": (
        "没有与“{words}”完全对应的违法行为。可能是：",
        "no violation is called '{words}'. It may be:",
    ),
    "find-in-texts": (
        "名称中没有“{words}”，以下违法行为的条文或者登记表中有：",
        "no name has '{words}'; the provisions or the register of these have:",
    ),
    "cli-several": ("“{words}”对应 {count} 种违法行为：", "'{words}' matches {count} violations:"),
    "cli-more": ("  ……另有 {count} 种", "  … and {count} more"),
    "cli-ask-for-one": (
        "请指明其中一种，例如：penalty {command} {id}",
        "Name one of them, for example: penalty {command} {id}",
    ),
    "cli-nothing-found": ("没有找到“{words}”。", "nothing found for '{words}'."),
    "cli-nearest": ("最接近的是：", "Nearest:"),
    "cli-named-violation": ("{name}（{clauses}）", "{name} ({clauses})"),
    "find-not-held": (
        "本版没有编入相关规定；没有编入不等于合法。",
        "This version holds no provision on it; that does not make it lawful.",
    ),
    "find-register-too": (
        "登记表的各类事项：penalty search {group}",
        "The items of the register: penalty search {group}",
    ),
    "cli-try-another": (
        "请换一个词：违法行为的叫法、条文编号或者法律名称。",
        "Try another word: what the act is called, an article, or the name of a statute.",
    ),
    "cli-try-search": (
        "请换一个词，或者用 penalty search 查找。",
        "Try another word, or look with 'penalty search'.",
    ),
    "find-nearest-one": (
        "没有与“{words}”完全对应的违法行为。最接近的是：{named}",
        "no violation is called '{words}'. The nearest is: {named}",
    ),
    "find-use": ("如果是，用 penalty {command} {id}", "If that is it: penalty {command} {id}"),
    "find-open-item": ("查看其中一项：penalty show {item}", "To see one of them: penalty show {item}"),
    "find-no-clause": ("规则中没有处罚这种行为的条款", "no clause in the rules punishes this"),
    "find-no-clause-held": (
        "本版规则中没有处罚这种行为的条款；没有编入不等于合法",
        "no clause in these rules punishes this; that does not make it lawful",
    ),
    "find-no-clause-here": (
        "规则中没有处罚这种行为的条款，没有可以计算的；其他法律是否处罚不在此结论之内。登记表的要求见 penalty show {id}。",
        "no clause in the rules punishes this, so there is nothing to compute; whether another law does is not part of "
        "this answer. What the register asks: penalty show {id}.",
    ),
    "entry-aliases": ("又称", "Also called"),
    "entry-forbidden": ("禁止规定", "Forbidden by"),
    "entry-quoted": ("《{statute}》{article}：{text}", "{statute}, {article}: {text}"),
    "entry-placed": ("{where}：{text}", "{where}: {text}"),
    "entry-note": ("说明", "Note"),
    "entry-clauses": ("处罚条款", "Penalty clauses"),
    "entry-clauses-on": ("处罚条款（{day}）", "Penalty clauses ({day})"),
    "entry-version-on": ("{period}（当日有效）", "{period} (in force on that day)"),
    "entry-version-today": ("{period}（现行有效）", "{period} (in force)"),
    "entry-cited-same": ("{article}", "{article}"),
    "entry-cited": ("《{title}》{article}", "{title} {article}"),
    "entry-verified": ("条文已核实", "text verified"),
    "entry-not-verified": ("条文未核实", "text not verified"),
    "entry-period-not-verified": ("施行期间未核实", "days in force not verified"),
    "entry-not-obtained": ("条文没有取得", "text not obtained"),
    "entry-power-shared": ("处罚权：{bodies}", "Power: {bodies}"),
    "entry-power-other": ("处罚权：{bodies}（不属于本机关）", "Power: {bodies} (not this authority)"),
    "entry-conflicts": ("几条同时有效时", "Where several are in force"),
    "entry-prevails": ("适用{first}，不适用{rest}", "{first} is applied, not {rest}"),
    "entry-higher-fine": ("{all}：按罚款数额高的处罚", "{all}: the higher fine is imposed"),
    "entry-together": ("{all}：一并适用", "{all}: applied together"),
    "entry-conflict": ("{rule}。{reason}{confirm}", "{rule}. {reason}{confirm}"),
    "entry-to-confirm": ("（待法制人员确认）", " (to be confirmed by the lawyer)"),
    "entry-compute": ("计算：penalty fine {id}", "To compute: penalty fine {id}"),
    "entry-ask": ("逐项提问：penalty ask {id}", "Question by question: penalty ask {id}"),
    "show-in-force-today": ("现行有效（{period}）", "In force today ({period})"),
    "show-in-force-on": ("{day} 有效（{period}）", "In force on {day} ({period})"),
    "show-ended-today": ("已经失效（{period}）", "No longer in force ({period})"),
    "show-ended-on": ("在 {day} 已经失效（{period}）", "No longer in force on {day} ({period})"),
    "show-coming-today": ("尚未施行（{period}）", "Not yet in force ({period})"),
    "show-coming-on": ("在 {day} 尚未施行（{period}）", "Not yet in force on {day} ({period})"),
    "show-no-text": (
        "{standing}：该版本的条文没有取得",
        "{standing}: the text of this version was not obtained",
    ),
    "register-title": ("登记表", "Register"),
    "register-leads-to": ("对应的违法行为", "Leads to"),
}
