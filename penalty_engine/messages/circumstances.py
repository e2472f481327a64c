"""Texts about circumstances, limitation, and facts that follow from days and counts: code → (Chinese, English)."""

from __future__ import annotations

_RULES = {
    "derived-one-way": (
        "“{name}”的 derived 应当只写一种推定方法（age、days、months、years、before、after、prior_penalties、share 之一）。请只留一种。",
        "'{name}': derived takes exactly one of age, days, months, years, before, after, prior_penalties and share. Keep one.",
    ),
    "derived-type": (
        "“{name}”的类型不合：{kind} 推定的事实应为 {types} 类型。请改类型或者推定方法。",
        "'{name}' has the wrong type: what {kind} gives is of type {types}. Change the type or the way it is derived.",
    ),
    "derived-twice": (
        "“{name}”由引擎计算，或者按日期段计数，不能再写 derived。请删去其一。",
        "'{name}' is computed by the engine or counted from spells and cannot be derived as well. Remove one.",
    ),
    "derived-within": (
        "within 应当只写一种长度，例如 {{months: 12}}。请改正。",
        "within takes one length in one unit, such as {{months: 12}}. Correct it.",
    ),
    "share-not-derived": (
        "“{name}”是 share（比例）类型，须写明是哪个数在哪个数中所占：derived: {{share: {{of: …, in: …}}}}。请补上。",
        "'{name}' is a share; say of which count in which: derived: {{share: {{of: …, in: …}}}}.",
    ),
    "share-of-counts": (
        "比例只能由案件可以填写的 count 类型的事实算出，“{name}”不是。请改用人数一类的事实。",
        "a share is worked out from facts of type count that a case can state, and '{name}' is none. Name a count.",
    ),
    "share-too-fine": (
        "比例“{value}”除不尽（不是 1/{units} 的整数倍），不能精确比较。请写到百分之零点零一，或者写成分母不超过十的分数。",
        "the share '{value}' is no whole number of parts of 1/{units} and cannot be compared exactly. Write it to a "
        "hundredth of a per cent, or as a fraction with a denominator of at most ten.",
    ),
    "establishes-computed": (
        "时效只能确立由引擎计算的“是／否”事实，“{name}”不是。请在 vocabulary.yaml 写 type: boolean、computed: true。",
        "a limitation establishes a yes/no fact that the engine computes, and '{name}' is none. Declare it boolean and "
        "computed in vocabulary.yaml.",
    ),
    "extended-shorter": (
        "延长后的年数不多于原来的 {years} 年。请核对。",
        "the extended period is not longer than the {years} years it extends. Check both.",
    ),
    "always-one-of": (
        "always 的每一项应当写 order 或者 confiscate 之一。请改正。",
        "an entry of always has exactly one of order and confiscate. Correct it.",
    ),
    "circumstance-violation": (
        "违法行为目录中没有“{name}”。{maybe}请改名。",
        "the catalogue has no violation '{name}'.{maybe} Rename it.",
    ),
    "circumstance-shuts-itself-out": (
        "情节“{name}”只适用于 {violations}，又写明不适用于它们，永远不会计入。请核对 violations 和 never_for。",
        "'{name}' is provided for {violations} alone and excluded for them too, so it never counts. Check violations and never_for.",
    ),
}

_CASES = {
    "share-of-nothing": (
        "“{whole}”为 0，算不出“{part}”所占的比例。请核对人数。",
        "'{whole}' is 0, so no share of '{part}' in it can be worked out. Check the numbers.",
    ),
    "share-above-whole": (
        "“{part}”（{number}）多于“{whole}”（{total}）。请核对人数。",
        "'{part}' ({number}) is more than '{whole}' ({total}). Check the numbers.",
    ),
}

_WARNINGS = {
    "derived-differs": (
        "“{fact}”填写为“{stated}”，按案件的日期、处罚记录或者人数应为“{derived}”；现以填写的为准，请核对（{name}）。",
        '"{fact}" is stated as {stated}, but the days, penalties or numbers of the case give {derived}; what is stated stands. Check it ({name}).',
    ),
    "date-decides": (
        "“{fact}”填写为“{stated}”，与案件日期（{day} {on}，{limit} {last}）不符：{warning}现按日期认定为“{decided}”，不以“{stated}”为前提作出处罚。日期有误的，或者另有期限已经届满的，请改正日期。",
        '"{fact}" is stated as {stated}, against the days of the case ({day} {on}, {limit} {last}): {warning} The days decide, {decided}, and nothing is imposed on the strength of {stated}. Where a day is wrong, or another time limit did pass, correct the days.',
    ),
    "circumstance-excluded": (
        "情节“{name}”不适用于“{violation}”，没有计入：{reason}（{cite}）",
        'The circumstance "{name}" never counts for "{violation}" and was not counted: {reason} ({cite})',
    ),
    "circumstance-shut-out": (
        "情节“{name}”暂不用于“{violation}”，没有计入：{reason}（{cite}）。法律本身没有这一限制，是否适用请法制人员确认；确认可以适用的，请修改情节规则中的 never_for。",
        'The circumstance "{name}" is for the time being not applied to "{violation}" and was not counted: {reason} ({cite}). The law itself sets no such limit; have a lawyer confirm it, and where it may be applied, change never_for in the rules.',
    ),
    "circumstance-not-provided": (
        "情节“{name}”（{basis}）只适用于规定列明的违法行为，不包括“{violation}”，没有计入。请删去，或者改报其他情节。",
        'The circumstance "{name}" ({basis}) is provided for certain violations, "{violation}" not among them, and was not counted. Remove it, or declare another.',
    ),
    "circumstance-same-ground": (
        "情节“{name}”与“{other}”依据同一项规定（{basis}），只计一次。",
        'The circumstances "{name}" and "{other}" rest on the same provision ({basis}) and count once.',
    ),
    "requirement-unknown": (
        "情节“{name}”还以下列事实为条件，本案没有写明：{facts}。现按成立计入，请核实并补充。",
        'The circumstance "{name}" also requires what the case does not state: {facts}. It was counted; verify it and state it.',
    ),
    "limitation-day-unknown": (
        "行为终了（{start}）至作出决定（{decided}）已超过{years}年，案件没有写明何时发现。请填写 {days} 之一；在期限内没有被发现的，不再追究（{basis}）。",
        "More than {years} years lie between the end of the act ({start}) and the decision ({decided}), and no day says when it "
        "was found. State one of: {days}. What was not found in time is no longer pursued ({basis}).",
    ),
    "subject-found": (
        "以 {name}（{day}）为发现之日（{basis}）",
        "{name} ({day}) taken as the day it was found ({basis})",
    ),
    "subject-reading": (
        "由案件事实认定情节“{name}”（{cite}）",
        'the circumstance "{name}" as it follows from the facts ({cite})',
    ),
    "limitation-still-open": (
        "依{run}，期限已过；依{still}，期限尚未届满。现按后者处理，请法制人员确认。",
        "The period of {run} has run; under {still} it has not, and that one was followed. Have a lawyer confirm it.",
    ),
}

_ANSWERS = {
    "explain-days-decide": (
        "{fact}：虽填写为“{stated}”，按日期认定为“{value}”（根据{grounds}）。",
        "{fact}: stated as {stated}, but the days decide: {value} (from {grounds}).",
    ),
    "explain-length-any": ("任何时间", "any time"),
    "explain-order-obeyed": (
        "{order}：当事人已经在期限内改正，没有需要再责令的事项。",
        "{order}: the party has corrected in time; nothing is left to order.",
    ),
    "cli-value-share": ("比例", "SHARE"),
}

CIRCUMSTANCES: dict[str, tuple[str, str]] = {**_RULES, **_CASES, **_WARNINGS, **_ANSWERS}
