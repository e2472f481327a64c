"""Texts of benchmarks, their comparison, and the milder law: code → (Chinese, English)."""

from __future__ import annotations

_RESULTS = {
    "benchmark-without-row": (
        "所选裁量基准“{chosen}”没有{clause}的裁量标准，本条改按“{benchmark}”裁量。",
        'The benchmark chosen, "{chosen}", has no row for {clause}; this clause is placed by "{benchmark}".',
    ),
    "benchmark-not-in-force": (
        "裁量基准“{benchmark}”在 {day} 不在有效期内；请改用当时有效的基准，或者说明采用它的理由。",
        'The benchmark "{benchmark}" was not in force on {day}; use one that was, or give the reasons for using it.',
    ),
    "benchmark-elsewhere": (
        "裁量基准“{benchmark}”不是为{authority}制定的，对其没有约束力，只供参考。",
        'The benchmark "{benchmark}" was not made for the {authority} and does not bind it; it serves for comparison only.',
    ),
    "benchmark-tie": (
        "裁量基准“{benchmark}”的“{tier}”与“{tied}”两档同时符合（档次两端均含本数），按规则中声明的办法取“{tier}”{why}，请在案卷中说明。",
        'In the benchmark "{benchmark}" the tiers {tier} and {tied} both hold (both ends of a tier are included); by the rule declared for it {tier} is taken{why}. Say so in the file.',
    ),
    "tie-reason": ("（{reason}）", " ({reason})"),
    "mandatory-lighter-outweighed": (
        "有应当从轻或者减轻处罚的情节（{grounds}），但从重情节较多，按裁量方案选定的“{tier}”重于没有任何情节时的“{start}”；请重新考虑，维持该档的须在集体讨论中说明理由。",
        "A circumstance demands a lighter or mitigated penalty ({grounds}), yet with more heavier ones the scheme selects {tier}, graver than {start}, which no circumstance at all gives; reconsider, or state the reasons in the collective discussion.",
    ),
    "tier-without-fine": (
        "裁量基准“{benchmark}”的“{tier}”不处罚款，而法律规定可以不处罚款",
        'the tier {tier} of the benchmark "{benchmark}" imposes no fine, and the law leaves the fine open',
    ),
    "tier-no-fine-not-open": (
        "裁量基准“{benchmark}”的“{tier}”写明不处罚款，但{clause}规定应当处罚款；没有法定的不予处罚情形，不能低于法定下限，已取下限。",
        'The tier {tier} of the benchmark "{benchmark}" imposes no fine, but {clause} demands one; without a ground in the law for no penalty the minimum is kept.',
    ),
    "tier-mitigated-not-open": (
        "裁量基准“{benchmark}”的“{tier}”低于{clause}的法定下限；减轻处罚须有法定情节并由本机关决定，已取下限。",
        'The tier {tier} of the benchmark "{benchmark}" lies below the minimum of {clause}; mitigation needs a ground in the law and the officer\'s election, so the minimum is kept.',
    ),
    "circumstance-element": (
        "已是{clause}的构成要件，不重复评价",
        "already an element of the violation under {clause}; not counted again",
    ),
    "circumstance-in-tier": (
        "裁量基准“{benchmark}”的档次已经考虑同一事实，不重复评价",
        'the tier of the benchmark "{benchmark}" already rests on the same facts; not counted again',
    ),
    "circumstance-not-in-table": (
        "裁量基准“{benchmark}”只按事实分档，不考虑本情节",
        'the benchmark "{benchmark}" goes by facts alone and does not look at this circumstance',
    ),
    "already-fined": (
        "{by}{on}已就同一违法行为处以罚款，不得给予两次以上罚款（{basis}）；其他处罚和责令改正不受影响",
        "{by} has already fined the same act{on}; there is no second fine ({basis}); other penalties and orders stand",
    ),
    "fined-on": ("于 {day} ", " on {day}"),
    "milder-law-needs-facts": (
        "《{law}》在 {day}（作出决定之日）已有变化，但事实不全，尚不能比较新旧规定的轻重；请补全：{facts}。补全之前按行为时的规定计算。",
        "The {law} had changed by {day}, the day of the decision, but facts are missing to compare the old and the new law; supply: {facts}. Until then the law at the time of the act is applied.",
    ),
    "milder-law-not-held": (
        "《{law}》在 {day}（作出决定之日）已有变化，而当时施行的条文没有取得，不能比较新旧规定的轻重：{reason}比较之前按行为时的规定计算。",
        "The {law} had changed by {day}, the day of the decision, and the text then in force was not obtained, so that old and new cannot be compared: {reason} Until then the law at the time of the act is applied.",
    ),
    "milder-law-older-not-held": (
        "《{law}》在 {day}（作出决定之日）已有变化，而行为时施行的条文没有取得，不能认定行为时的规定较轻：{reason}请取得当时的条文后比较；比较之前按已取得的行为时的规定计算。",
        "The {law} had changed by {day}, the day of the decision, and the text in force at the time of the act was not obtained, so that the older law cannot be called milder: {reason} Obtain that text and compare; until then what is held of the law at the time of the act is applied.",
    ),
    "milder-law-power-came": (
        "《{law}》规定该行为由其他机关处罚，而按 {day}（作出决定之日）施行的规定由本机关处罚；请与该机关核实由谁处罚。此处按行为时的规定列为移送。",
        "By the {law} at the time of the act another body punishes it, by the law of {day}, the day of the decision, this authority; settle with that body who does. It is shown here as referred, by the law at the time of the act.",
    ),
    "milder-law-no-successor": (
        "《{law}》的有关规定在 {day}（作出决定之日）已不再施行，规则中没有接替它的条文；请核实新规定是否仍认为该行为违法、处罚是否较轻。核实之前按行为时的规定计算。",
        "On {day}, the day of the decision, the provisions of the {law} were no longer in force and the rules hold none in their place; check whether the newer law still punishes the act, and how. Until then the law at the time of the act is applied.",
    ),
    "milder-law-successor": (
        "《{law}》在 {day}（作出决定之日）已由“{successor}”取代，其处罚规定不在规则之中，不能认定新旧规定何者较轻；此处按行为时的规定计算，请核对后决定。",
        "By {day}, the day of the decision, the {law} had been followed by: {successor}. Its penalties are not in the rules, so neither law can be called milder; the law at the time of the act is applied here. Check before you decide.",
    ),
    "milder-law-elsewhere": (
        "按 {day}（作出决定之日）施行的规定，该行为由其他机关处罚，不再依《{law}》；请核实本机关是否仍有处罚权。此处按行为时的规定计算。",
        "By the law of {day}, the day of the decision, another body punishes the act, no longer under the {law}; check whether this authority still may. The law at the time of the act is applied here.",
    ),
    "milder-law-mixed": (
        "《{law}》在行为时与 {day}（作出决定之日）的规定互有轻重，不能当然认定何者较轻；此处按行为时的规定计算，由承办人员比较后决定并说明理由。",
        "Of the {law} at the time of the act and on {day}, the day of the decision, neither is milder in every respect; the law at the time of the act is applied here. Compare them and give reasons.",
    ),
}

_PAGES = {
    "label-milder-law": ("新旧规定", "Old and new"),
    "cli-in-brackets": ("（{basis}）", " ({basis})"),
    "cli-law-at-act": ("行为时（{day}）：{result}", "at the act ({day}): {result}"),
    "cli-law-at-decision": ("作出决定时（{day}）：{result}", "at the decision ({day}): {result}"),
    "cli-law-none": ("没有可适用的条文", "no clause applies"),
    "cli-law-result": ("{statute}{article}：{what}", "{statute} {article}: {what}"),
    "cli-law-range": (
        "罚款 {low}–{high} 元，建议 {sum} 元",
        "fine of {low}–{high} yuan, recommended {sum} yuan",
    ),
    "cli-law-undecided": (
        "不能认定何者较轻，按行为时的规定计算{basis}",
        "neither can be called milder; computed by the law at the act{basis}",
    ),
    "cli-law-same": ("轻重相同，适用行为时的规定{basis}", "equally heavy; the law at the act applies{basis}"),
    "cli-law-act-milder": (
        "行为时的规定较轻（{by}），适用行为时的规定{basis}",
        "the law at the act is milder ({by}) and applies{basis}",
    ),
    "cli-law-decision-milder": (
        "新的规定较轻（{by}），适用新的规定{basis}",
        "the newer law is milder ({by}) and applies{basis}",
    ),
    "yardstick-penalty": ("是否处罚", "whether there is a penalty at all"),
    "yardstick-grave": ("吊销许可证、停产停业等较重处罚", "revocation, suspension or the like"),
    "yardstick-maximum": ("罚款上限", "the highest fine"),
    "yardstick-minimum": ("罚款下限", "the lowest fine"),
    "yardstick-mandatory": ("是否必须罚款", "whether the fine is mandatory"),
    "yardstick-confiscation": ("没收数额", "the sum confiscated"),
}

_FINDINGS = {
    "not-a-percentage": (
        "“{value}”不是百分数。请写数字，例如 10 或 -12.5。",
        "'{value}' is not a percentage. Write a number such as 10 or -12.5.",
    ),
    "unknown-case-benchmark": (
        "没有裁量基准“{name}”。{maybe}可选：{known}。",
        "there is no benchmark '{name}'.{maybe} Use one of: {known}.",
    ),
    "no-general-benchmark": (
        "机关的最后一个裁量基准“{name}”只有个别条款的标准，不能用于其他条款。请在其后补上通用方案：{schemes}。",
        "the authority's last benchmark '{name}' has rows for single clauses only. Put a general scheme after it: {schemes}.",
    ),
    "row-statutory": (
        "表中所载法定幅度 {stated} 与 {clause} 不符，该条为 {found}。请核对条文。",
        "the statutory range the row states, {stated}, is not that of {clause}: {found}. Compare the texts.",
    ),
    "row-lacks-tier": (
        "{clause}的标准没有“{name}”一档，而按情节可以选到它。请补上这一档，或者改用按事实分档。",
        "the row for {clause} has no tier '{name}', which circumstances can select. Add it, or give the tiers conditions.",
    ),
    "row-lacks-target": (
        "“{name}”一档没有写{targets}的罚款落在哪里，而 {clause} 对其规定了幅度。请用 bands 分别写明。",
        "the tier '{name}' does not say where the fine on {targets} lies, for which {clause} has a range. Write bands, one for each.",
    ),
    "row-target-not-fined": (
        "“{name}”一档写了{targets}的幅度，{clause} 对其没有规定可以裁量的罚款。请删去。",
        "the tier '{name}' has a band for {targets}, for whom {clause} has no fine to weigh. Remove it.",
    ),
    "target-unit": ("单位", "the unit"),
    "target-responsible_person": ("责任人员", "responsible persons"),
    "tier-consequence": (
        "“{name}”不是 {clause} 规定的处罚，裁量基准不能增设。请删去或者改正。",
        "'{name}' is no penalty of {clause}; a benchmark cannot add one. Remove or correct it.",
    ),
    "tier-point-left-out": (
        "“{name}”与前一档都不含 {point} 这一点，没有一档包括它。请把其中一档改成 from 或 to。",
        "neither the tier '{name}' nor the one before it includes the point {point}. Write from or to in one of the two.",
    ),
    "tier-without-shares": (
        "能选到“{name}”，但它没有份额，对没有单独标准的条款无从确定幅度。请给这一档写 from 和 to。",
        "the tier '{name}' can be selected but has no shares, so that nothing says where it lies for clauses without a row. Give it from and to.",
    ),
    "effect-with-shares": (
        "写了 effect 的档次不在幅度之内，不能再写份额。请删去其一。",
        "a tier with an effect lies outside the range and has no shares. Remove one of the two.",
    ),
    "shares-incomplete": (
        "份额要有一个起点（from 或 above）和一个终点（to 或 below），不能与金额并用。",
        "shares need one beginning (from or above) and one end (to or below), and no amounts beside them.",
    ),
    "band-without-maximum": (
        "这一档没有上限，或者下限写了两次。请写 at_most、below 或 exactly。",
        "the band has no maximum, or two minimums. Write at_most, below or exactly.",
    ),
    "row-tier-without-condition": (
        "各档要么都写 when，要么都不写而由基准的 select 按情节选档。请补上 when。",
        "either every tier of a row has when, or none has and the benchmark's select decides. Add when.",
    ),
    "row-tier-twice": (
        "按情节选档的标准中同一档次写了两次。请合并。",
        "a tier stands twice in a row that circumstances select from. Merge the two.",
    ),
    "row-tier-band": (
        "“{name}”一档没有幅度，或者 band 与 bands 并用。请写其中一个。",
        "the tier '{name}' has no band, or both band and bands. Write one of them.",
    ),
    "benchmark-empty": (
        "裁量基准没有裁量方法。请写 tiers 和 select、rows 或者 percentages。",
        "the benchmark has no method. Write tiers and select, rows, or percentages.",
    ),
    "percentages-with-shares": (
        "百分比方法不能与按份额划分的档次并用。请分成两个基准。",
        "a method of percentages cannot stand beside tiers with shares. Make two benchmarks.",
    ),
    "bounded-without-bounds": (
        "combine 为 bounded 时要写 at_least 或 at_most。",
        "with combine: bounded write at_least or at_most.",
    ),
    "bounds-without-bounded": (
        "只有 combine 为 bounded 时才能写 at_least、at_most。",
        "at_least and at_most belong to combine: bounded only.",
    ),
    "serial-without-start": (
        "combine 为 serial 时要写不为 0 的 start，否则结果总是 0。",
        "with combine: serial write a start other than 0, or the result is always 0.",
    ),
}

DISCRETION: dict[str, tuple[str, str]] = {**_RESULTS, **_PAGES, **_FINDINGS}
