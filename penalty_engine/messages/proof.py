"""Texts of the checks with proof: code → (Chinese, English)."""

from __future__ import annotations

_PARTS: dict[str, tuple[str, str]] = {
    "proof-outcome": ("情形", "outcome"),
    "proof-selection": ("选择行", "selection row"),
    "proof-selection-of": ("{title}的阶次选择", "{title}, selection of the tier"),
    "proof-option": ("选项", "option"),
    "proof-factor-of": ("{title}的因素“{factor}”", "{title}, factor '{factor}'"),
    "proof-shift": ("升降档", "shift"),
    "proof-shift-of": ("{title}的升降档", "{title}, shifts"),
    "proof-row": ("行", "row"),
    "proof-row-of": ("{title}中 {clause} 的行", "{title}, rows for {clause}"),
    "proof-tier": ("阶次", "tier"),
    "proof-or-ties": (
        "；公布的表格就是如此的，在该行写 ties: lighter（就轻）或者 ties: graver（就重）",
        ", or, where the published table really says so, declare ties: lighter or ties: graver in the row",
    ),
    "proof-no-case": (
        "（现有的情节凑不成这样的案件）",
        "(the circumstances there are do not add up to such a case)",
    ),
    "proof-how-intervals": ("区间 {count}", "{count} by intervals"),
    "proof-how-counting": ("逐数 {count}", "{count} by counting"),
    "proof-how-solver": ("求解器 {count}", "{count} by the solver"),
    "proof-how-not-proven": ("未能证明 {count}", "{count} not proven"),
}

_FINDINGS: dict[str, tuple[str, str]] = {
    "proof-gap": (
        "{table}：这样的案件不符合任何一个{row}，引擎只能停下。请改宽相邻{row}的条件，或者补一个{row}。案件：{shown}",
        "{table}: no {row} holds for a case like this one, and the engine has to stop. Widen the condition of a neighbouring {row}, or add one. Case: {shown}",
    ),
    "proof-overlap": (
        "{table}：这样的案件同时符合两个{row}，引擎只能停下。请改其中一个的条件，使两者不重叠。案件：{shown}",
        "{table}: two {row}s hold for a case like this one, and the engine has to stop. Change the condition of one so that they no longer meet. Case: {shown}",
    ),
    "proof-touching": (
        "{table}：“{fact}”恰好为 {value} 时同时符合两个{row}，因为“以上”“以下”都包括本数。请把其中一个改为 above（超过）或者 below（不满）{ties}。案件：{shown}",
        "{table}: two {row}s hold where '{fact}' is exactly {value}, because 以上 (at_least) and 以下 (at_most) both include the number. Write above (超过) or below (不满) in one of them{ties}. Case: {shown}",
    ),
    "proof-never": (
        "{table}：这个{row}的条件不可能成立，永远用不上。请核对条件，或者删去。最接近它的案件：{shown}",
        "{table}: the condition of this {row} can never hold. Correct it, or remove the {row}. The case nearest to it: {shown}",
    ),
    "proof-covered": (
        "{table}：凡符合这个{row}的案件，都先符合了前面的{row}，它永远用不上。请改前面的条件，或者删去。案件：{shown}",
        "{table}: wherever this {row} holds an earlier one is taken first, so it never is. Change the earlier condition, or remove it. Case: {shown}",
    ),
    "proof-mergeable": (
        "{table}：这两个{row}的结果相同，条件只在“{fact}”上不同，可以合成一个。案件（两个行为，结果相同）：{shown}",
        "{table}: these two {row}s have the same consequence and differ only in '{fact}'; one would do. Case (two acts, one result): {shown}",
    ),
    "proof-entry-never": (
        "{table}：适用条件（entry）不可能成立，这一条永远不适用。请核对条件。最接近它的案件：{shown}",
        "{table}: the entry condition can never hold, so the clause never applies. Correct the condition. The case nearest to it: {shown}",
    ),
    "proof-side-never": (
        "{table}：这一项的条件与它所属{row}的条件不能同时成立，永远用不上。请核对条件，或者删去。符合该{row}的案件：{shown}",
        "{table}: the condition of this entry never holds together with that of its {row}. Correct it, or remove the entry. A case of the {row}: {shown}",
    ),
    "proof-uncovered": (
        "{table}：这样的案件有罚款幅度，却不在任何一行之内，只能改用别的裁量基准。请补一行，或者改宽 where。案件：{shown}",
        "{table}: a case like this one leaves a fine to weigh, but no row covers it, and another benchmark is used. Add a row, or widen a where. Case: {shown}",
    ),
    "proof-idle": (
        "{table}：这一行施行期间，该条款没有需要裁量的罚款，永远用不上。请核对条款编号和施行期间，或者删去。该条款的案件：{shown}",
        "{table}: while this row is in force its clause leaves no fine to weigh, so it is never used. Check the clause and the days in force, or remove the row. A case of the clause: {shown}",
    ),
    "proof-outside": (
        "{table}：阶次“{tier}”的数额 {band} 超出法定幅度 {range}，引擎会把它截回幅度以内。请核对这一阶次。案件：{shown}",
        "{table}: the band {band} of the tier '{tier}' leaves the statutory range {range}, and the engine cuts it back. Check the tier. Case: {shown}",
    ),
    "proof-straddle": (
        "{table}：阶次“{tier}”跨了罚款规定不同的两个情形，数额 {band} 只能合其中之一。请用 where 把该行分开，或者收窄这一阶次的条件。案件（两个情形各一个行为）：{shown}",
        "{table}: the tier '{tier}' reaches into two outcomes with different fines, and its band {band} can fit only one of them. Divide the row with where, or narrow the condition of the tier. Case (an act in each outcome): {shown}",
    ),
    "proof-order": (
        "{table}：阶次“{graver}”比“{milder}”重，数额 {low} 却比 {high} 低。请核对数额，或者阶次的先后。案件（先轻后重两个行为）：{shown}",
        "{table}: the tier '{graver}' is graver than '{milder}', but its band {low} lies lower than {high}. Check the amounts, or the order of the tiers. Case (two acts, the milder first): {shown}",
    ),
    "proof-too-many": (
        "{table}：问题太多，只列出一部分，其余没有再核对。请先处理已列出的，再运行一次。",
        "{table}: there are too many findings; part of them is shown, and the rest was not looked at. Deal with those shown, and run again.",
    ),
    "proof-not-proven": (
        '{table}：这里的条件互相牵连，区间算不清，没有证明，也没有找到错误。请安装求解器（pip install "penalty-engine[verify]"）再运行；装了仍然如此的，请把条件写得简单些。',
        '{table}: the conditions here depend on one another in a way intervals cannot settle; nothing is proven, and no fault was found. Install the solver (pip install "penalty-engine[verify]") and run again; where it is installed, write the conditions more simply.',
    ),
}

_AT_LOAD: dict[str, tuple[str, str]] = {
    "tiers-gap": (
        "从轻 {lighter} 个、从重 {heavier} 个（其中特别恶劣 {gravest} 个）{others}时没有任何一行成立。请补一行。",
        "no row holds for {lighter} lighter and {heavier} heavier circumstances ({gravest} of them gravest){others}. Add a row.",
    ),
    "tiers-overlap": (
        "从轻 {lighter} 个、从重 {heavier} 个（其中特别恶劣 {gravest} 个）{others}时有两行同时成立。请修改其中一行的条件。",
        "two rows hold for {lighter} lighter and {heavier} heavier circumstances ({gravest} of them gravest){others}. Change one.",
    ),
    "tiers-others": ("，{facts}", " where {facts}"),
    "tiers-fact": ("“{fact}”为“{value}”", "{fact}: {value}"),
    "select-fact": (
        "裁量基准看不到“{name}”，它在选定阶次以后才算出来。请改用案件陈述的事实、情节，或者：{known}。",
        "a benchmark cannot see '{name}', which is worked out after the tier is chosen. Use facts a case states, circumstances, or: {known}.",
    ),
    "select-too-high": (
        "“{name}”的界限超过 {limit}，无法逐一核对有无遗漏。请改小。",
        "the bound on '{name}' is above {limit}, so gaps cannot be ruled out. Lower it.",
    ),
}

_COMMAND: dict[str, tuple[str, str]] = {
    "help-prove": (
        "证明各条罚则的情形、各裁量基准的阶次没有遗漏、重叠和用不上的行。\n每处错误都给出一个具体案件，可以存成文件用 penalty assess 运行。",
        "Prove that the outcomes of every clause and the tiers of every benchmark have no gap, overlap or row without effect.\nEvery fault comes with a concrete case, which can be saved and run with penalty assess.",
    ),
    "help-opt-cases": (
        "把每处错误的案件写成这个文件夹里的文件。",
        "Write the case of every finding as a file into this folder.",
    ),
    "help-opt-strict": (
        "有任何未能证明的，也以代码 1 结束。",
        "End with code 1 also where anything is not proven.",
    ),
    "cli-proved-statute": (
        "{title} [{id}]：{tables} 条罚则，{rows} 个情形；{how}",
        "{title} [{id}]: {tables} clause{tables:s}, {rows} outcome{rows:s}; {how}",
    ),
    "cli-proved-benchmark": (
        "{title} [{id}]：{tables} 张表，{rows} 行；{how}",
        "{title} [{id}]: {tables} table{tables:s}, {rows} row{rows:s}; {how}",
    ),
    "cli-proved": (
        "共 {tables} 张表：{clean} 张已证明没有问题，{faulty} 张有问题，{open} 张未能证明；错误 {errors} 处，警告 {warnings} 处；用时 {seconds} 秒。",
        "{tables} table{tables:s}: {clean} proven sound, {faulty} with findings, {open} not proven; {errors} error{errors:s}, {warnings} warning{warnings:s}; {seconds} s.",
    ),
    "cli-cases-written": (
        "已写 {count} 个案件到 {folder}。",
        "{count} case{count:s} written to {folder}.",
    ),
}

PROOF: dict[str, tuple[str, str]] = {**_PARTS, **_FINDINGS, **_AT_LOAD, **_COMMAND}
