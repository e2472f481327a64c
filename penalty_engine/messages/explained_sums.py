"""Sentences of an explanation about sums, discretion and results: code → (Chinese, English)."""

from __future__ import annotations

_SUMS = {
    "explain-target-unit": ("对当事人", "on the party"),
    "explain-target-responsible_person": ("对责任人员", "on the responsible person"),
    "explain-range": (
        "{whom}的法定罚款幅度：{sums}{optional}。",
        "{whom}, by law: {sums}{optional}.",
    ),
    "explain-range-each": (
        "{whom}的法定罚款幅度：每人 {sums}，共 {persons} 人{optional}。",
        "{whom}, by law: {sums} on each, {persons} persons{optional}.",
    ),
    "explain-fixed": (
        "{whom}的罚款由法律固定：{sums}{optional}。",
        "{whom}, a sum fixed by law: {sums}{optional}.",
    ),
    "explain-fixed-each": (
        "{whom}的罚款由法律固定：每人 {sums}，共 {persons} 人{optional}。",
        "{whom}, a sum fixed by law: {sums} on each, {persons} persons{optional}.",
    ),
    "explain-optional": ("（可以处，也可以不处）", " (optional: none is lawful too)"),
    "explain-up-to": ("{amount} 元以下（法律没有规定下限）", "up to {amount} yuan (the law sets no minimum)"),
    "explain-product": ("{rate} × {factors}= {amount}", "{rate} × {factors} = {amount}"),
    "explain-rate-yuan": ("{rate} 元", "{rate} yuan"),
    "explain-rate-times": ("{rate} 倍", "{rate} times"),
    "explain-factor": ("{value}（{fact}）", "{value} ({fact})"),
    "explain-counted-factor": ("{value}（按此计算）", "{value} (counted as)"),
    "explain-times": ("{count}（加倍）", "{count} (doubled)"),
    "explain-by": ("{first}× {second}", "{first} × {second}"),
    "explain-counted-as": (
        "{fact} {amount} 元，按 {counted} 元计算。",
        "{fact}: {amount} yuan, which counts as {counted} yuan.",
    ),
    "explain-doubled": ("{condition}的，加倍。", "Doubled because: {condition}."),
    "explain-cap": ("最高不超过 {limit} 元，因此为 {amount}。", "Never above {limit} yuan, so: {amount}."),
    "explain-floor": ("最低不少于 {limit} 元，因此为 {amount}。", "Never below {limit} yuan, so: {amount}."),
    "explain-nothing-to-count": (
        "数量为零，没有罚款：{facts}。",
        "The count is zero and there is no fine: {facts}.",
    ),
    "explain-payment": (
        "{name}：{sums}{limit}{rounded}{optional}，付给{to}，不是罚款。",
        "{name}: {sums}{limit}{rounded}{optional}, to {to}; not a fine.",
    ),
    "explain-payment-nothing": (
        "{name}：{sums}{limit}，没有应付的款项。",
        "{name}: {sums}{limit}; nothing is due.",
    ),
    "explain-payment-product": ("{factors}× {rate} = {amount}", "{factors} × {rate} = {amount}"),
    "explain-payment-optional": ("（可以责令支付）", " (optional)"),
    "explain-payment-limit": ("（不超过 {limit} 元）", " (not above {limit} yuan)"),
    "explain-payment-rounded": ("（不足一分的部分不计）", " (parts of a fen are left out)"),
    "explain-total": (
        "罚款合计：法定 {range} 元，建议 {sum} 元。",
        "Fines in all: {range} yuan by law, recommended {sum} yuan.",
    ),
    "explain-total-fixed": ("罚款合计 {sum} 元。", "Fines in all: {sum} yuan."),
    "explain-total-none": ("全案没有罚款。", "There is no fine in this case."),
    "explain-total-open": ("缺少事实，合计尚不能确定。", "Facts are missing and the sums are open."),
    "explain-total-target": (
        "{whom}：法定 {range} 元，建议{added} {sum} 元。",
        "{whom}: {range} yuan by law, recommended{added} {sum} yuan.",
    ),
    "explain-total-confiscated": ("没收违法所得{added} {sum} 元。", "Confiscated{added} {sum} yuan."),
    "explain-sum": (" {amounts} =", " {amounts} ="),
}

_DISCRETION = {
    "explain-none-found": ("没有认定从轻、从重情节。", "No lighter or heavier circumstance was found."),
    "explain-circumstance": ("{effect}：{name}，{how}{counted}。", "{effect}: {name}, {how}{counted}."),
    "explain-derived": ("由案件事实得出", "follows from the facts"),
    "explain-declared": ("由承办人员认定", "found by the officer"),
    "explain-counted-in": ("，计入裁量", ", and counts"),
    "explain-not-counted-because": ("，没有计入裁量：{why}", ", and does not count: {why}"),
    "explain-nothing-to-move": (
        "，本案没有可以裁量的罚款，不影响数额",
        ", but there is no fine for it to move",
    ),
    "explain-exempts": ("，因此不予处罚", ", and so no penalty is imposed"),
    "explain-exempt-already": (
        "，另有情节已经不予处罚",
        ", but another ground already leaves the penalty out",
    ),
    "explain-nothing-to-leave-out": (
        "，但没有可以免予的处罚",
        ", but there is no penalty to leave out",
    ),
    "explain-not-elected": (
        "，是否适用由承办人员决定，本案没有选择适用",
        ", which is for the officer to elect and was not elected",
    ),
    "explain-follows-where": ("条件：{condition}。", "Where: {condition}."),
    "explain-element": (
        "“{name}”已经是{clause}所罚行为本身的内容，不重复计入裁量。",
        "“{name}” is already an element of what {clause} punishes and is not counted again.",
    ),
    "explain-is-element": (
        "，但已经是所罚行为本身的内容，不重复计入",
        ", but is already an element of what is punished and not counted again",
    ),
    "explain-excluded-never": (
        "“{name}”不适用于“{violation}”，没有计入：{reason}。",
        "“{name}” never counts for “{violation}”: {reason}.",
    ),
    "explain-excluded-not-provided": (
        "“{name}”只适用于规定列明的违法行为，不包括“{violation}”，没有计入。",
        "“{name}” is provided for certain violations, “{violation}” not among them, and does not count.",
    ),
    "explain-excluded-same-ground": (
        "“{name}”与“{other}”依据同一项规定，只计一次。",
        "“{name}” and “{other}” rest on the same provision and count once.",
    ),
    "explain-own-row": (
        "基准对{clause}{where}单独列有标准。",
        "The benchmark has a row of its own for {clause}{where}.",
    ),
    "explain-row-where": ("（{condition}的）", " ({condition})"),
    "explain-passed-not-in-force": (
        "“{name}”当日不在有效期内，没有采用。",
        "“{name}” was not in force on that day.",
    ),
    "explain-passed-no-row": (
        "“{name}”没有本条的标准，没有采用。",
        "“{name}” has no row for this clause.",
    ),
    "explain-benchmark": ("采用“{name}”。", "The benchmark is “{name}”."),
    "explain-benchmark-fallback": (
        "采用“{name}”；这是暂用方案，不是本机关公布的裁量基准。",
        "The benchmark is “{name}”, a fall-back and not one that this authority has published.",
    ),
    "explain-tier": ("{counts}档次为“{tier}”。", "{counts}The tier is “{tier}”."),
    "explain-no-circumstances": ("没有从轻、从重情节，", "No lighter or heavier circumstances. "),
    "explain-counts": (
        "从轻情节 {lighter} 个，从重情节 {heavier} 个，",
        "Lighter circumstances: {lighter}, heavier: {heavier}. ",
    ),
    "explain-counts-gravest": (
        "从轻情节 {lighter} 个，从重情节 {heavier} 个（其中特别恶劣的 {gravest} 个），",
        "Lighter circumstances: {lighter}, heavier: {heavier} ({gravest} of them of the gravest kind). ",
    ),
    "explain-row": ("基准中该档的条件：{condition}。", "The benchmark's condition for it: {condition}."),
    "explain-row-facts": ("本案{facts}。", "In this case {facts}."),
    "explain-tied": (
        "“{tiers}”的条件同时具备；按基准声明的规则取上述档次。",
        "The conditions of “{tiers}” hold as well; the benchmark's declared rule decides between them.",
    ),
    "explain-shift-up": (
        "{counts}由“{before}”上调 {by} 档，为“{tier}”。",
        "{counts}From “{before}” {by} up: “{tier}”.",
    ),
    "explain-shift-down": (
        "{counts}由“{before}”下调 {by} 档，为“{tier}”。",
        "{counts}From “{before}” {by} down: “{tier}”.",
    ),
    "explain-percentages": (
        "按百分比计算，以{base}为基数，{combine}，从 {start} 起算，合计 {share}。",
        "By percentages of {base}, {combine}, from {start}: {share} in all.",
    ),
    "explain-base-maximum": ("法定最高额", "the statutory maximum"),
    "explain-base-range": ("法定幅度", "the statutory range"),
    "explain-combine-additive": ("各项相加", "added up"),
    "explain-combine-bounded": ("各项相加，每次不越上下限", "added up within bounds"),
    "explain-combine-serial": ("逐项增减", "each on what was reached before"),
    "explain-percentage": (
        "{factor}：{percent}，由 {before} 至 {share}。",
        "{factor}: {percent}, from {before} to {share}.",
    ),
    "explain-of-range": ("法定幅度", "the statutory range"),
    "explain-of-maximum": ("法定最高额", "the statutory maximum"),
    "explain-band": (
        "{whom}，“{tier}”在{of}的 {from} 至 {to}：{ends}{band} 元。",
        "{whom}: “{tier}” lies from {from} to {to} of {of}: {ends}{band} yuan.",
    ),
    "explain-band-whole": (
        "{whom}，“{tier}”包括整个法定幅度：{band} 元。",
        "{whom}: “{tier}” is the whole statutory range: {band} yuan.",
    ),
    "explain-band-rates": (
        "{whom}，“{tier}”的标准：{ends}{band} 元。",
        "{whom}: “{tier}” stands at {ends}{band} yuan.",
    ),
    "explain-rates-times": ("{rates} {unit} × {quantity} = ", "{rates} {unit} × {quantity} = "),
    "explain-rates-of": ("{rates} × {facts} = ", "{rates} × {facts} = "),
    "explain-band-point": (
        "{whom}，“{tier}”取{point}：{band} 元。",
        "{whom}: “{tier}” is {point}: {band} yuan.",
    ),
    "explain-at-minimum": ("法定下限", "the statutory minimum"),
    "explain-at-maximum": ("法定上限", "the statutory maximum"),
    "explain-at": ("{of}的 {share}", "{share} of {of}"),
    "explain-band-share": (
        "{whom}，{base}的 {share}：{band} 元。",
        "{whom}: {share} of {base}: {band} yuan.",
    ),
    "explain-band-mitigated": (
        "{whom}，承办人员决定减轻处罚，低于法定下限 {low} 元：{band} 元（不含两端）。",
        "{whom}: the officer elected mitigation, below the statutory minimum of {low} yuan: {band} yuan, both ends excluded.",
    ),
    "explain-ends": ("{first}，{second}；即 ", "{first}, {second}; that is "),
    "explain-ends-times": (
        "{first}，{second}；{rates} {unit} × {quantity} = ",
        "{first}, {second}; {rates} {unit} × {quantity} = ",
    ),
    "explain-unit-times": ("倍", "times"),
    "explain-unit-yuan": ("元", "yuan"),
    "explain-kept-within": (
        "该档原为 {nominal} 元，超出法定幅度的部分不适用，取 {kept} 元。",
        "The tier would be {nominal} yuan; kept within the law it is {kept} yuan.",
    ),
    "explain-not-weighed": (
        "{whom}，固定数额不作裁量：{sum} 元。",
        "{whom}: a fixed sum is counted, not weighed: {sum} yuan.",
    ),
    "explain-point": ("{whom}，建议取{point}：{sum} 元。", "{whom}, recommended is {point}: {sum} yuan."),
    "explain-point-rounded": (
        "{whom}，建议取{point} {middle} 元，向下取整到 {unit} 元的整数倍：{sum} 元。",
        "{whom}, recommended is {point}, {middle} yuan, rounded down to a multiple of {unit} yuan: {sum} yuan.",
    ),
    "explain-point-kept": (
        "{whom}，{point}为 {middle} 元；取整不越出该档，建议 {sum} 元。",
        "{whom}: {point} is {middle} yuan; rounding stays within the band: {sum} yuan recommended.",
    ),
    "explain-that-share": ("该比例", "that share"),
    "explain-middle": ("该档的中间值", "the middle of the band"),
    "explain-part": ("该档的 {share} 处", "the point at {share} of the band"),
}

_RESULT = {
    "explain-confiscate": ("没收违法所得 {amount} 元。", "Confiscation of {amount} yuan."),
    "explain-always-confiscate": (
        "没收违法所得 {amount} 元；罚则没有写明，依本条一并没收。",
        "Confiscation of {amount} yuan, which the clause does not mention but this provision adds.",
    ),
    "explain-always-order": (
        "{order}；罚则没有写明，依本条一并责令。",
        "{order}, which the clause does not mention but this provision adds.",
    ),
    "explain-revoke": ("吊销{licence}。", "Revocation: {licence}."),
    "explain-revoked-because": ("条件具备：{condition}。", "Its condition is met: {condition}."),
    "explain-orders": ("责令事项：{orders}。", "Orders: {orders}."),
    "explain-measure": ("处罚：{measure}。", "Penalty: {measure}."),
    "explain-measure-no-penalty": (
        "措施：{measure}（不是行政处罚）。",
        "Measure: {measure} (not a penalty).",
    ),
    "explain-referred": ("移送{body}处理。", "To be referred to: {body}."),
    "explain-concurrence": (
        "同一行为有 {count} 条可以罚款，只罚款一次，按罚款数额高的{clause}处罚。",
        "{count} clauses fine the same act; it is fined once, under {clause}, which has the higher fine.",
    ),
    "explain-highest": ("{clause}：最高 {sum} 元。", "{clause}: at most {sum} yuan."),
    "explain-not-below": (
        "罚款不低于{clauses}必须处以的 {least} 元：下限为 {minimum} 元，建议 {sum} 元。",
        "The fine is not set below the {least} yuan that {clauses} makes mandatory: at least {minimum} yuan, recommended "
        "{sum} yuan.",
    ),
    "explain-clause-set-aside": (
        "不适用{clause}，改按{preferred}处罚{sums}{confirm}。",
        "{clause} is set aside; {preferred} is applied instead{sums}{confirm}.",
    ),
    "explain-fine-aside": (
        "不以{clause}罚款，罚款改按{preferred}；其余处理仍然适用{sums}{confirm}。",
        "{clause} gives way with its fine to {preferred}; all else it imposes stands{sums}{confirm}.",
    ),
    "explain-elsewhere": (
        "{clause}：处罚权属于{bodies}，应当移送{sums}。",
        "{clause}: the power lies with {bodies}; refer it{sums}.",
    ),
    "explain-alternative": ("（{fines}，仅供参考）", " ({fines}, for reference)"),
    "explain-alternative-fine": ("{whom} {range} 元", "{whom}: {range} yuan"),
    "explain-together": (
        "几条一并适用{confirm}：{reason}",
        "Several are applied together{confirm}: {reason}",
    ),
    "explain-already-fined": (
        "{by}已经{on}对同一违法行为罚款{amount}，不再罚款；其他处理不受影响。",
        "{by} already fined the same act{on}{amount}; there is no second fine, all else stands.",
    ),
    "explain-fined-on": ("于 {day} ", " on {day}"),
    "explain-fined-sum": (" {sum} 元", " ({sum} yuan)"),
    "explain-both-laws": (
        "行为终了之日（{act}）与决定之日（{decision}）施行的规定不同，两种都作计算并比较。",
        "The law in force when the act ended ({act}) and on the day of the decision ({decision}) differ; both are worked out "
        "and compared.",
    ),
    "explain-law-at-act": ("按 {day} 施行的规定：{result}。", "Under the law of {day}: {result}."),
    "explain-law-at-decision": ("按 {day} 施行的规定：{result}。", "Under the law of {day}: {result}."),
    "explain-result": ("{clause}，{result}", "{clause}: {result}"),
    "explain-result-none": ("没有条款可以处罚（{result}）", "no clause punishes the act ({result})"),
    "explain-result-open": ("缺少事实，尚不能确定", "facts are missing and it is open"),
    "explain-result-fine": (
        "罚款 {range} 元，建议 {sum} 元",
        "a fine of {range} yuan, recommended {sum} yuan",
    ),
    "explain-result-referred": ("移送其他机关", "referred to another body"),
    "explain-milder-act": (
        "后来的规定不比行为时的轻（比较{yardstick}），适用行为时的规定。",
        "The later law is not milder (by {yardstick}); the law at the time of the act applies.",
    ),
    "explain-milder-decision": (
        "决定时的规定较轻（比较{yardstick}），适用决定时的规定。",
        "The law at the decision is milder (by {yardstick}) and applies.",
    ),
    "explain-milder-equal": (
        "两种规定的结果相同，适用行为时的规定。",
        "Both give the same; the law at the time of the act applies.",
    ),
    "explain-milder-undecided": (
        "两种规定孰轻孰重不能自动判断，暂按行为时的规定计算，由法制人员确认。",
        "Which is milder cannot be told automatically; the law at the time of the act is used until a lawyer has decided.",
    ),
    "explain-yardstick-penalty": ("是否处罚", "whether there is a penalty at all"),
    "explain-yardstick-grave": ("处罚种类", "the kinds of penalty"),
    "explain-yardstick-maximum": ("罚款上限", "the highest fine"),
    "explain-yardstick-minimum": ("罚款下限", "the lowest fine"),
    "explain-yardstick-mandatory": ("是否必须罚款", "whether the fine is mandatory"),
    "explain-yardstick-confiscation": ("没收数额", "the sum confiscated"),
    "explain-exempt-must": ("依法不予行政处罚。", "By law no penalty is imposed."),
    "explain-exempt-may": (
        "可以不予行政处罚，承办人员选择适用。",
        "The penalty may be left out, and the officer elected so.",
    ),
    "explain-act-open": (
        "缺少事实，尚不能得出结论：{facts}。",
        "Facts are missing and there is no result yet: {facts}.",
    ),
    "explain-imposed": (
        "{whom}建议罚款 {sum} 元{optional}。",
        "{whom}: a fine of {sum} yuan is proposed{optional}.",
    ),
    "explain-imposed-each": (
        "{whom}建议每人罚款 {sum} 元，{persons} 人合计 {together} 元{optional}。",
        "{whom}: a fine of {sum} yuan on each is proposed, {together} yuan on {persons} persons{optional}.",
    ),
    "explain-also": ("并{parts}。", "Beside it: {parts}."),
    "explain-kept": ("；上列其他处理仍然适用", "; the rest listed above stands"),
    "explain-because": ("：{reason}", ": {reason}"),
    "explain-act-no-fine": ("没有罚款{reason}{kept}。", "There is no fine{reason}{kept}."),
    "explain-act-exempt": (
        "只保留不属于处罚的处理{reason}{kept}。",
        "Only what is no penalty remains{reason}{kept}.",
    ),
    "explain-act-not-available": (
        "不能依据上述条款处罚{reason}{kept}。",
        "No penalty is available under these clauses{reason}{kept}.",
    ),
    "explain-act-referred": (
        "本机关不处罚，应当移送{reason}{kept}。",
        "This authority does not punish it and refers it{reason}{kept}.",
    ),
}

EXPLAINED_SUMS: dict[str, tuple[str, str]] = {**_SUMS, **_DISCRETION, **_RESULT}
