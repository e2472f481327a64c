"""Texts of the comparison of one case under several benchmarks: code → (Chinese, English)."""

from __future__ import annotations

_HELP = {
    "help-compare": (
        "把同一案件按几个裁量基准分别计算，并列比较：档次、幅度、建议数额、程序，以及为何不同。\n"
        "不写 --benchmark 时，比较本机关采用的基准和各个通用方案。\n"
        "例：penalty compare 案件.yaml --benchmark jinan-2018 --benchmark samr-30-70",
        "The same case under several benchmarks, side by side: tier, band, recommended sum, duties, and why they differ.\n"
        "Without --benchmark: that of the authority and every general scheme.\n"
        "Example: penalty compare case.yaml --benchmark jinan-2018 --benchmark samr-30-70",
    ),
    "help-opt-benchmarks": (
        "要比较的裁量基准编号，可重复。",
        "Id of a benchmark to compare; may be repeated.",
    ),
}

_WHY = {
    "compare-fact": ("{fact}：{value}", "{fact}: {value}"),
    "compare-by-facts": ("{facts}", "{facts}"),
    "compare-lighter": ("从轻：{names}", "lighter: {names}"),
    "compare-heavier": ("从重：{names}", "heavier: {names}"),
    "compare-no-circumstances": ("没有从轻、从重情节", "no lighter or heavier circumstances"),
    "compare-tied": ("“{tiers}”的条件也同时具备", "the conditions of {tiers} hold as well"),
    "compare-shifted": ("按情节由“{before}”调为“{after}”", "moved by circumstances from {before} to {after}"),
    "compare-percentages": ("各项百分比计算结果为 {share}", "the percentages come to {share}"),
    "compare-no-row": ("没有本条的标准", "no row for this clause"),
    "compare-not-in-force": ("当时不在有效期内", "not in force then"),
    "compare-other-no-row": ("“{benchmark}”没有本条的标准", '"{benchmark}" has no row for this clause'),
    "compare-other-not-in-force": ("“{benchmark}”当时不在有效期内", '"{benchmark}" was not in force then'),
    "compare-used": ("按“{benchmark}”裁量", 'placed by "{benchmark}"'),
    "compare-fixed": ("数额由法律直接规定，不适用裁量基准", "the law fixes the sum; no benchmark applies"),
    "compare-missing": ("缺少事实：{facts}", "facts missing: {facts}"),
    "compare-left-out": ("该档不处罚款", "the tier imposes no fine"),
    "compare-exempt": ("不予处罚：{basis}", "no penalty: {basis}"),
}

_BRIEF = {
    "cli-benchmark-tie": (
        "“{tied}”也同时符合，按规则中声明的办法取“{tier}”，请在案卷中说明。",
        "{tied} holds as well; {tier} is taken by the rule declared for the benchmark. Say so in the file.",
    ),
    "cli-benchmark-elsewhere": (
        "所用裁量基准不是为本机关制定的，只供参考。",
        "The benchmark was not made for this authority; for comparison only.",
    ),
}

_PAGE = {
    "compare-head": (
        "同一案件按 {count} 个裁量基准（行为终了之日 {day}）：",
        "The same case under {count} benchmark{count:s} (the act ended on {day}):",
    ),
    "compare-own": ("本机关采用", "used by the authority"),
    "compare-fallback": ("暂用方案", "fall-back"),
    "compare-elsewhere": ("不是为本机关制定，只供比较", "not made for the authority, for comparison only"),
    "compare-unverified": ("未核实", "not verified"),
    "compare-lapsed": ("当时不在有效期内", "not in force then"),
    "compare-remarks": ("（{remarks}）", " ({remarks})"),
    "compare-act": ("第 {number} 项：{name}", "Act {number}: {name}"),
    "compare-law": ("法定 {low}–{high} 元", "by law {low}–{high} yuan"),
    "compare-law-fixed": ("法定 {sum} 元", "by law {sum} yuan"),
    "compare-whom": ("{whom}：{text}", "{whom}: {text}"),
    "compare-each": ("每人，共 {count} 人", "each of {count} persons"),
    "compare-benchmark": ("基准", "Benchmark"),
    "compare-tier": ("档次", "Tier"),
    "compare-band": ("幅度（元）", "Band (yuan)"),
    "compare-sum": ("建议（元）", "Proposed"),
    "compare-difference": ("相差", "Change"),
    "compare-none": ("无", "none"),
    "compare-open-low": (" 不含下限", ", above the lower end"),
    "compare-open-high": (" 不含上限", ", below the upper end"),
    "compare-open": (" 不含两端", ", exclusive"),
    "compare-also": ("另处：{items}", "also: {items}"),
    "compare-why": ("为何", "Why"),
    "compare-because": ("{benchmark}：{reasons}", "{benchmark}: {reasons}"),
    "compare-same": ("各基准结果相同。", "All benchmarks give the same."),
    "compare-total": ("合计建议（元）", "Proposed in all (yuan)"),
    "compare-duties": ("程序不同", "Duties that differ"),
    "compare-duties-same": ("程序要求相同。", "The duties of procedure are the same."),
    "compare-duty": ("{duty}：{states}", "{duty}: {states}"),
    "compare-state": ("{state}（{benchmarks}）", "{state} ({benchmarks})"),
    "compare-state-why": ("{state}：{reasons}（{benchmarks}）", "{state}: {reasons} ({benchmarks})"),
    "compare-needed": ("需要", "required"),
    "compare-not-needed": ("不需要", "not required"),
    "compare-permitted": ("可以", "permitted"),
    "compare-not-permitted": ("不可以", "not permitted"),
    "compare-undecided": ("尚不能确定", "not yet decided"),
}

COMPARING: dict[str, tuple[str, str]] = {**_HELP, **_WHY, **_BRIEF, **_PAGE}
