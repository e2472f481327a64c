"""Texts of why-not and what-if: code → (Chinese, English)."""

from __future__ import annotations

from penalty_engine.messages.reason_names import NAMES

_WORDS = {
    "reason-nothing": ("无", "none"),
    "reason-all": ("{parts}", "{parts}"),
    "reason-span": ("{low}–{high} 元", "{low}–{high} yuan"),
    "reason-count": ("{count} {unit}", "{count} {unit}"),
    "reason-violation": ("违法行为", "violation"),
    "reason-spells": ("按 {count} 段起止日期计算", "counted from {count} dated spells"),
    "reason-circumstance": ("情节“{name}”", "the circumstance “{name}”"),
    "reason-undecided": ("尚不能确定", "not decided yet"),
    "reason-of": ("{what}（{whom}）", "{what} ({whom})"),
    "reason-numbered": ("{name}之 {number}", "{name}, {number}"),
    "reason-each": ("每人 {sums}，共 {count} 人", "{sums} on each of {count}"),
    "reason-optional": ("{sums}（可以不罚）", "{sums} (optional)"),
    "reason-clause": ("{title}{article}（{clause}）", "{title} {article} ({clause})"),
    "reason-or": ("{first}或者{second}", "{first} or {second}"),
    "reason-and-more": ("{name}等（另有 {count} 项）", "{name} and {count} more"),
    "reason-wants-yes": ("{fact}：须为“是”", "{fact}: must be yes"),
    "reason-wants-no": ("{fact}：须为“否”", "{fact}: must be no"),
    "reason-wants-eq": ("{fact}：须为{value}", "{fact}: must be {value}"),
    "reason-wants-ne": ("{fact}：须不为{value}", "{fact}: must not be {value}"),
    "reason-wants-ge": ("{fact}：须在{value}以上", "{fact}: must be at least {value}"),
    "reason-wants-le": ("{fact}：须在{value}以下", "{fact}: must be at most {value}"),
    "reason-wants-gt": ("{fact}：须超过{value}", "{fact}: must be above {value}"),
    "reason-wants-lt": ("{fact}：须不满{value}", "{fact}: must be below {value}"),
}

_CHANGES = {
    "change-value": ("{name}：{old} → {new}", "{name}: {old} → {new}"),
    "change-circumstance": ("查明有情节“{name}”", "the circumstance “{name}” is found"),
    "change-no-circumstance": ("查明没有情节“{name}”", "the circumstance “{name}” is not found"),
    "change-elected": ("{name}：否 → 是", "{name}: no → yes"),
    "change-not-elected": ("{name}：是 → 否", "{name}: yes → no"),
    "change-violation": (
        "案件写违法行为“{name}”，不写罚则 {clause}",
        "the case names the violation “{name}” instead of the clause {clause}",
    ),
}

_CLAUSES = {
    "why-fine": ("{target}，法定 {range}，建议 {sum}", "{target}, {range} by law, recommended {sum}"),
    "why-clause-fined": ("已经适用：{fines}。", "It is applied: {fines}."),
    "why-clause-no-fine": ("已经适用：{status}。{reason}", "It is applied: {status}. {reason}"),
    "why-clause-exempt": (
        "条件具备，但不予处罚（{basis}）。",
        "Its conditions are met, but no penalty is imposed ({basis}).",
    ),
    "why-clause-not": ("不适用：{reason}。", "Not applied: {reason}."),
    "why-clause-not-sentence": ("不适用：{reason}", "Not applied: {reason}"),
    "why-clause-lower": (
        "{reason}本条最高 {own}，该条最高 {other}。",
        "{reason} At most {own} here, {other} there.",
    ),
    "why-clause-because": ("{clause}：{reason}", "{clause}: {reason}"),
    "why-clause-not-named": (
        "没有审查：案件只写明适用 {named}，其他罚则没有比较。",
        "Not looked at: the case names the clause {named}, so no other was compared.",
    ),
    "why-other-violation": (
        "不适用：本行为是“{act}”；该条处罚的是：{violations}。",
        "Not applied: the act is “{act}”; this clause punishes: {violations}.",
    ),
    "why-not-in-force": (
        "不适用：{reason}。该条的施行期间：{periods}。",
        "Not applied: {reason}. This clause is in force: {periods}.",
    ),
    "why-day-outside": (
        "行为终了之日 {day} 不在其施行期间之内",
        "the act ended on {day}, when it was not in force",
    ),
    "why-milder-law": (
        "适用的是决定之日 {day} 的法律（较轻），该条不在其中",
        "the law of the day of decision, {day}, is milder and was applied; this clause is not part of it",
    ),
    "why-undecided": (
        "尚不能确定，缺少事实：{facts}。",
        "Not decided yet; facts are missing: {facts}.",
    ),
    "why-ground-entry": ("处罚的前提", "what the clause presupposes"),
    "why-ground-clause": ("罚则 {clause}", "clause {clause}"),
    "why-ground-row": ("裁量基准中通向该档次的一行", "a row of the benchmark that leads to this tier"),
    "why-ground-derived": ("可以由下列事实认定", "it would follow from the facts"),
    "why-ground-contradicted": ("与下列事实矛盾", "contradicted by facts"),
    "why-ground-requires": ("须具备的条件", "what it requires"),
    "why-limit-violation": ("违法行为须为：{violations}", "the violation must be: {violations}"),
    "why-limit-since": ("{day}：须在 {since} 以后", "{day}: must be on or after {since}"),
    "why-imposed": ("已经适用（{clauses}）。", "It is imposed ({clauses})."),
    "why-imposed-exempt": ("没有适用：不予处罚（{basis}）。", "Not imposed: there is no penalty ({basis})."),
    "why-imposed-nowhere": (
        "没有适用：对“{act}”，当时有效的罚则没有规定这一项。规定它的罚则：{clauses}（违法行为：{violations}）。",
        "Not imposed: no clause in force on “{act}” provides for it. The clauses that do: {clauses} (violations: "
        "{violations}).",
    ),
    "why-not-imposed": (
        "没有适用：{clauses} 有此规定，但其条件不具备。",
        "Not imposed: {clauses} can impose it, but not all its conditions are met.",
    ),
    "why-not-imposed-because": (
        "没有适用：{clauses} 有此规定，但没有适用该条（{reasons}）。",
        "Not imposed: {clauses} can impose it, but is not what was applied ({reasons}).",
    ),
}

_WEIGHING = {
    "why-tier-holds": (
        "正是这一档：{tier}，{band}，建议 {sum}。",
        "This is the tier: {tier}, {band}, recommended {sum}.",
    ),
    "why-tier-no-fine": (
        "没有档次：本行为的结果是“{status}”，没有罚款可以裁量。",
        "No tier: the act comes to “{status}”, so there is no fine to weigh.",
    ),
    "why-tier-fixed": (
        "没有档次：法律规定的是固定数额，没有裁量余地。",
        "No tier: the law sets a fixed sum, which is counted and not weighed.",
    ),
    "why-tier-unknown": (
        "所用的{benchmarks}没有这一档，只有：{tiers}。",
        "The benchmark in use, {benchmarks}, has no such tier, only: {tiers}.",
    ),
    "why-tier-other": ("不是这一档，本案是：{tiers}。", "Not this tier; the case is in: {tiers}."),
    "why-not-mitigated": (
        "没有减轻，尽管有法定情节（{grounds}）并已选择减轻。",
        "Not mitigated, although there is a ground ({grounds}) and it was elected.",
    ),
    "why-not-mitigated-no-minimum": (
        "没有减轻：法律没有规定罚款下限，没有减轻的余地。",
        "Not mitigated: the law sets no minimum, so there is nothing to go below.",
    ),
    "why-not-mitigated-no-ground": (
        "没有减轻：没有认定任何可以减轻的法定情节。",
        "Not mitigated: no statutory ground was found.",
    ),
    "why-not-mitigated-not-elected": (
        "没有减轻：有法定情节（{grounds}），但承办人员没有选择减轻。",
        "Not mitigated: there is a ground ({grounds}), but the officer did not elect it.",
    ),
    "why-circumstance-counted": ("已经认定并计入（{basis}）。", "It is found and counted ({basis})."),
    "why-circumstance-not-counted": (
        "已经认定（{basis}），但没有影响结果（{status}）：没有可以由它变动的数额。",
        "It is found ({basis}), but moved nothing ({status}): there is no sum for it to move.",
    ),
    "why-circumstance-not-counted-because": (
        "已经认定（{basis}），但没有计入：{reason}",
        "It is found ({basis}) but not counted: {reason}",
    ),
    "why-circumstance-violation": (
        "不适用：法律没有为“{act}”规定这一情节，只为下列违法行为规定：{violations}。",
        "Not applied: it is not provided for “{act}”, only for: {violations}.",
    ),
    "why-circumstance-never": (
        "不适用：对“{act}”暂不适用这一情节：{reason}（{cite}）。",
        "Not applied: for the time being it does not count for “{act}”: {reason} ({cite}).",
    ),
    "why-circumstance-party": (
        "不适用于本案当事人，只适用于：{kinds}。",
        "It cannot concern this party, only: {kinds}.",
    ),
    "why-circumstance-not-found": (
        "没有认定：案件没有写明，也不能由事实推定，须由承办人员认定。",
        "Not found: the case does not state it, and it follows from no fact; the officer must find it.",
    ),
    "why-circumstance-not-derived": (
        "没有认定：案件没有写明，也不能由已知事实得出。",
        "Not found: the case does not state it, and it does not follow from the facts known.",
    ),
    "why-circumstance-days": (
        "没有认定：按案件写明的日期计算，条件不具备。",
        "Not found: by the days of the case its condition is not met.",
    ),
    "why-circumstance-not-elected": (
        "已经认定，但须由承办人员决定是否适用（{election}），现没有选择。",
        "It is found, but applies only if the officer elects it ({election}), which is not so.",
    ),
    "why-circumstance-exempts-nothing": (
        "已经认定，但没有可以免予的处罚，或者另有情节已经免予处罚。",
        "It is found, but there is no penalty to leave out, or another ground already leaves it out.",
    ),
    "why-no-exemption": (
        "没有不予处罚：没有认定任何不予处罚的情节。",
        "No exemption: no ground for it was found.",
    ),
}

_DUTIES = {
    "why-duty-holds": ("应当：{reasons}。", "It is required: {reasons}."),
    "why-power-holds": ("可以：{reasons}。", "It is permitted: {reasons}."),
    "why-duty-not": ("没有要求：下列情形均不具备。{sums}", "Not required: none of the grounds holds. {sums}"),
    "why-power-not": ("不可以：下列情形均不具备。{sums}", "Not permitted: none of the grounds holds. {sums}"),
    "why-duty-open": (
        "尚不能确定：缺少事实。{sums}",
        "Not decided yet: facts are missing. {sums}",
    ),
    "why-sums": (
        "建议罚款合计 {fine}，没收 {confiscated}。",
        "Recommended fines in all {fine}, confiscation {confiscated}.",
    ),
    "why-sums-limit": (
        "建议罚款合计 {fine}，没收 {confiscated}；较大数额的标准为 {limit}。",
        "Recommended fines in all {fine}, confiscation {confiscated}; the larger amount begins at {limit}.",
    ),
    "why-sums-provisional": (
        "建议罚款合计 {fine}，没收 {confiscated}；较大数额的标准暂用 {limit}，未核实，数额接近的从严掌握。",
        "Recommended fines in all {fine}, confiscation {confiscated}; for the time being the larger amount begins at {limit}, "
        "which is not verified: be on the safe side near it.",
    ),
    "why-unknown-name": (
        "没有叫“{name}”的罚则、档次、情节、程序、证照、措施或者款项。{maybe}罚则也可以写条文，例如 劳动合同法92条。",
        "no clause, tier, circumstance, duty, licence, measure or payment is called '{name}'.{maybe} A clause may also be "
        "given by its article, such as 劳动合同法92条.",
    ),
}

_PAGES = {
    "label-unmet": ("不具备", "Not met"),
    "label-ground": ("依据", "Ground"),
    "label-remedy": ("情形", "If"),
    "label-or": ("或者", "Or"),
    "label-and": ("并且", "And"),
    "why-act": ("第 {number} 个行为：{name}", "Act {number}: {name}"),
    "why-test": ("{text}（本案：{actual}）", "{text} (in this case: {actual})"),
    "why-test-unknown": ("{text}（本案没有写明）", "{text} (the case does not say)"),
    "why-test-either": (
        "任一即可——{text}（本案：{actual}）",
        "one of these – {text} (in this case: {actual})",
    ),
    "why-test-either-unknown": (
        "任一即可——{text}（本案没有写明）",
        "one of these – {text} (the case does not say)",
    ),
    "why-ground-met": (
        "条件都具备，但有其他原因",
        "all its conditions hold; something else stands against it",
    ),
    "why-remedies": (
        "如果查明下列事实，结果不同（供核对，不是更改认定的理由）：",
        "If other facts were found, it would be otherwise (for checking; no reason to change a finding):",
    ),
    "why-no-remedy": (
        "少数几项事实不同，也不会使它适用。",
        "No few facts were found that would make it apply if they were otherwise.",
    ),
    "why-more-remedies": ("……另有 {count} 种情形，见 --json", "… and {count} more; see --json"),
    "why-verified": (
        "则适用（已按这样的案件计算核实）",
        "it then applies (verified by assessing it)",
    ),
    "why-verified-missing": (
        "则适用（已按这样的案件计算核实）；还需要事实：{facts}",
        "it then applies (verified by assessing it); still needed: {facts}",
    ),
    "why-opens": (
        "则障碍消除（已按这样的案件计算）；是否适用还取决于：{facts}",
        "this no longer stands in the way (assessed); whether it applies depends on: {facts}",
    ),
    "why-still-not": (
        "仍不适用（已按这样的案件计算）：{reason}",
        "still not applied (assessed): {reason}",
    ),
    "why-not-enough": ("仅此还不够（已按这样的案件计算）", "not enough by itself (assessed)"),
    "what-if-too-many-acts": (
        "本案有 {count} 个行为，超过 {limit} 个的不逐一试算全部改变。请用 --act 指定其中一个，或者用 --change 写明要改变的事实。",
        "the case has {count} acts; with more than {limit} not every change of all of them is tried. Choose one with --act, or name the change with --change.",
    ),
    "what-if-asked": ("如果改变：", "If this is changed:"),
    "what-if-nothing": ("结果不变。", "Nothing about the result moves."),
    "what-if-none": (
        "没有哪一项事实或者情节单独不同就会影响结果。",
        "No single fact or circumstance was found that would move the result if it were otherwise.",
    ),
    "what-if-every": (
        "如果查明的事实或者作出的选定有一项不同，结果怎样（每项都已这样计算，后果大的在前；供核对，不是更改认定的理由）：",
        "What would follow if one thing were found or elected otherwise (each was assessed, the most consequential first; for "
        "checking, no reason to change a finding):",
    ),
    "what-if-or": ("或者 {text}", "or {text}"),
    "what-if-degrees": ("（数额随之增减，其他不变）", "(sums move in proportion, nothing else does)"),
    "what-if-more": (
        "……另有 {count} 项，加 --all 全部列出",
        "… and {count} more; --all lists them",
    ),
    "what-if-in-act": ("第 {number} 个行为，{text}", "act {number}, {text}"),
    "what-if-act-label": ("第 {number} 个行为 {label}", "Act {number}, {label}"),
    "what-if-line": ("{label}：{old} → {new}", "{label}: {old} → {new}"),
}

_OPTIONS = {
    "meta-name": ("名称…", "NAME..."),
    "meta-nth": ("序号", "NUMBER"),
    "meta-day": ("日期名=日期", "DAY=DATE"),
    "help-why-not": (
        "说明某条罚则、档次、情节或者程序为什么没有适用，以及查明什么事实才会适用。\n"
        "名称可以是：罚则（编号或者条文）、档次、情节、程序（hearing、collective_discussion 等）、证照、措施、"
        "exemption（不予处罚）、confiscation（没收）、mitigated（减轻）。\n"
        "例：penalty why-not 案件.yaml 劳动合同法92条；penalty why-not 案件.yaml hearing",
        "Why a clause, tier, circumstance or duty did not apply, and under what facts it would.\n"
        "NAME is a clause (its id or article), a tier, a circumstance, a duty (hearing, collective_discussion …), a licence, "
        "a measure, exemption, confiscation or mitigated.\n"
        "Examples: penalty why-not case.yaml 劳动合同法92条; penalty why-not case.yaml hearing",
    ),
    "help-what-if": (
        "改变一项或者几项，看结果如何变化；不写改变的，列出每一项单独不同就会影响结果的事实和情节。\n"
        "例：penalty what-if 案件.yaml --change illegal_gain=0 --circumstance harm-removed",
        "The case with something changed beside the case as it is; without a change, every single fact or circumstance that "
        "would move the result.\n"
        "Example: penalty what-if case.yaml --change illegal_gain=0 --circumstance harm-removed",
    ),
    "help-opt-only-act": (
        "只看第几个行为（从 1 起；缺省为全部）。",
        "Only this act, counted from 1 (default: all).",
    ),
    "help-opt-change": (
        "改变的事实或者承办人员的决定，可重复，例如 illegal_gain=0、mitigate=是；值写 ? 表示未知。",
        "A fact, or what the officer elects, changed: illegal_gain=0, mitigate=true; ? makes it unknown. May be repeated.",
    ),
    "help-opt-with": (
        "另外认定的情节，可重复，例如 harm-removed。",
        "A circumstance found in addition, such as harm-removed; may be repeated.",
    ),
    "help-opt-without": (
        "不再认定的情节，可重复。",
        "A circumstance no longer found; may be repeated.",
    ),
    "help-opt-party-kind": ("改变当事人类型。", "Another kind of party."),
    "help-opt-day": (
        "改变的日期，可重复，例如 conduct_to=2016-05-31；值写 ? 表示没有。",
        "A day moved, such as conduct_to=2016-05-31; ? leaves it out. May be repeated.",
    ),
    "help-opt-all": (
        "全部列出（缺省为前 {count} 项）。",
        "List them all (default: the first {count}).",
    ),
}

_ERRORS = {
    "no-such-act": (
        "案件只有 {count} 个行为，没有第 {number} 个。请写 1 到 {count} 之间的序号。",
        "the case has {count} act{count:s}, and no act {number}. Write a number from 1 to {count}.",
    ),
    "bad-change": (
        "“{value}”应当写成 名称=值，例如 illegal_gain=120000。",
        "'{value}' must be written as name=value, such as illegal_gain=120000.",
    ),
    "change-twice": ("“{name}”写了两次。请只保留一个。", "'{name}' is given twice. Keep one."),
    "unknown-day": (
        "没有名为“{name}”的日期。{maybe}可用：{known}。",
        "there is no day '{name}'.{maybe} Use one of: {known}.",
    ),
    "circumstance-follows": (
        "情节“{name}”不是案件写明的，而是由事实得出的；请改变相应的事实（--change）。案件写明的情节：{declared}。",
        "the circumstance “{name}” is not declared but follows from facts; change those (--change). Declared: {declared}.",
    ),
    "circumstance-not-declared": (
        "案件没有写明情节“{name}”，不能去掉。案件写明的情节：{declared}。",
        "the case does not declare the circumstance “{name}”, so it cannot be left out. Declared: {declared}.",
    ),
}

REASONS: dict[str, tuple[str, str]] = {
    **NAMES,
    **_WORDS,
    **_CHANGES,
    **_CLAUSES,
    **_WEIGHING,
    **_DUTIES,
    **_PAGES,
    **_OPTIONS,
    **_ERRORS,
}
