"""Texts inside an assessment: code → (Chinese, English)."""

from __future__ import annotations

_REASONS = {
    "entry-fails": (
        "{article}规定的处罚以此为前提，现不满足：{fact}{op}{value}（本案为{actual}）",
        "{article} presupposes: {fact} {op} {value}; in this case: {actual}",
    ),
    "op-eq": ("为", "is"),
    "op-ne": ("不为", "is not"),
    "op-ge": ("在以下数额以上：", "at least"),
    "op-le": ("在以下数额以下：", "at most"),
    "op-gt": ("超过", "above"),
    "op-lt": ("不满", "below"),
    "yes": ("是", "yes"),
    "no": ("否", "no"),
    "unknown": ("未知", "unknown"),
    "before-in-force": (
        "行为终了之日 {day} 早于《{statute}》所载版本施行日 {first}",
        "the act ended on {day}, before the {statute} as held here came into force on {first}",
    ),
    "after-in-force": (
        "行为终了之日 {day} 晚于《{statute}》效力终止日 {last}",
        "the act ended on {day}, after the last day of the {statute}, {last}",
    ),
    "between-versions": (
        "行为终了之日 {day} 没有《{statute}》的施行版本",
        "no version of the {statute} was in force on {day}, when the act ended",
    ),
    "not-in-jurisdiction": (
        "《{statute}》不在{authority}的执法地域之内",
        "the {statute} is not law where the {authority} acts",
    ),
    "text-not-obtained": (
        "《{statute}》{version} 施行的版本未取得条文，不能适用：{reason}",
        "the text of the {statute} in its version of {version} was not obtained and cannot be applied: {reason}",
    ),
    "fine-without-amount": (
        "{article}只规定可以（应当）罚款，没有规定数额，不能据以确定罚款",
        "{article} speaks of a fine but names no amount; no sum can be fixed on it",
    ),
    "other-authority": (
        "本条的处罚权属于{bodies}，不属于本机关，应当移送",
        "the power to punish under this clause lies with: {bodies}; this authority refers the case",
    ),
    "set-aside": ("由{clause}处罚。{reason}{confirm}", "{clause} is applied instead. {reason}{confirm}"),
    "to-be-confirmed": (
        "（此项取舍尚待法制人员确认）",
        " (this choice is still to be confirmed by a lawyer)",
    ),
    "conflict-to-confirm": (
        "法条竞合的取舍尚待法制人员确认：{reason}",
        "Which of several clauses applies is still to be confirmed by a lawyer: {reason}",
    ),
    "other-governs": ("同一违法行为由{clause}处罚", "the same act is punished under {clause}"),
    "facts-missing": ("尚缺事实：{facts}", "facts still missing: {facts}"),
    "quantity-zero": (
        "计算罚款的数量为 0（{facts}），没有可处的罚款",
        "the quantity the fine is counted from is zero ({facts}); there is no fine",
    ),
    "no-outcome": (
        "{clause}（{place}）的各种情形都不满足，规则有缺口。请修改该规则。",
        "none of the outcomes of {clause} ({place}) holds: the rule has a gap. Correct the rule.",
    ),
    "two-outcomes": (
        "{clause} 有两种情形同时满足：{first} 和 {second}。请修改规则，或者写 hit_policy: first。",
        "two outcomes of {clause} hold at once: {first} and {second}. Correct the rule, or write hit_policy: first.",
    ),
    "no-tier": (
        "裁量基准 {benchmark}（{place}）没有适用的阶次。请修改基准。",
        "no tier of the benchmark {benchmark} ({place}) is selected. Correct the benchmark.",
    ),
    "two-tiers": (
        "裁量基准 {benchmark} 有两个阶次同时满足：{first} 和 {second}。请修改基准。",
        "two tiers of the benchmark {benchmark} are selected at once: {first} and {second}. Correct the benchmark.",
    ),
}

_WARNINGS = {
    "not-in-force": ("{reason}。{followed}", "{reason}. {followed}"),
    "followed-by": ("后继：{statute}。", "What follows it: {statute}."),
    "nothing": ("", ""),
    "unverified-law": ("未经核实：{subject}。{reason}", "Not verified: {subject}. {reason}"),
    "fallback-benchmark": (
        "采用暂用的裁量方案“{benchmark}”，不是本机关公布的裁量基准；在取得本机关的基准之前，须由承办人员说明理由。",
        'The fall-back scheme "{benchmark}" was used, not a benchmark the authority has published.',
    ),
    "mitigation-without-ground": (
        "案件要求减轻处罚，但没有认定任何法定减轻情节，未予减轻。",
        "Mitigation was elected without a statutory ground and was not applied.",
    ),
    "mitigation-open": (
        "可以依法减轻处罚（{grounds}）；是否减轻由承办人员决定（elections.mitigate）。",
        "Mitigation is open ({grounds}); it is applied only if the officer elects it (elections.mitigate).",
    ),
    "mitigation-due": (
        "应当从轻或者减轻处罚（{grounds}），而罚款为固定数额（{sum} 元），没有从轻的余地，只能减轻；现尚未减轻。请决定减轻（elections.mitigate），说明减到的数额和理由，并经集体讨论。",
        "The penalty must be lighter or mitigated ({grounds}), and a fixed fine ({sum} yuan) leaves no room for a lighter one: it has to be mitigated, which has not been done. Elect it (elections.mitigate), give the sum and the reasons, and have it discussed collectively.",
    ),
    "mitigation-not-possible": (
        "法律没有规定下限，不存在减轻的余地，仍按从轻处理。",
        "The law sets no minimum, so there is nothing to mitigate; the lighter tier stays.",
    ),
    "surcharge-each": (
        "加处罚款对每一被处罚人按其本人的罚款、自其本人的缴款期限届满起分别计算（{basis}），不得合并。这里只计算一人的罚款 {sum} 元；责任人员的罚款（{others}）另按各自收到决定书和缴款的日期计算。",
        "What late payment adds is counted for everybody fined from his own fine and his own time limit ({basis}), never from all of them together. Only one fine of {sum} yuan is counted here; those on responsible persons ({others}) run from the service on each.",
    ),
    "surcharge-of-each": ("每人 {sum} 元，{number} 人", "{sum} yuan each, persons: {number}"),
    "exemption-open": (
        "可以不予处罚（{ground}）；是否适用由承办人员决定（elections.first_violation_exemption）。",
        "The penalty may be left out ({ground}) if the officer elects it (elections.first_violation_exemption).",
    ),
    "exemption-without-ground": (
        "案件要求首违不罚，但没有认定其条件，未予适用。",
        "The first-violation exemption was elected without its conditions and was not applied.",
    ),
    "fact-not-used": (
        "填写的事实“{fact}”（{name}）没有用于计算。{note}",
        'The fact "{fact}" ({name}) was not used in the computation. {note}',
    ),
    "same-act-twice": (
        "第 {number} 项行为与第 {first} 项的案由、事实和情节完全相同，两项分别计算。如为同一行为，请删去一项；如确为两个行为，不必改动。",
        "Act {number} says the same as act {first}: the same violation, facts and circumstances. Each is counted on its own. Take one out if they are one act; leave them if they are two.",
    ),
    "rule-note": ("{note}", "{note}"),
    "date-contradiction": (
        "“{fact}”与案件日期不符：{warning}",
        '"{fact}" does not fit the dates of the case: {warning}',
    ),
    "limitation": ("依{basis}：{warning}", "{basis}: {warning}"),
    "circumstance-contradicted": (
        "情节“{name}”与案件其他事实矛盾，没有计入：{why}",
        'The circumstance "{name}" contradicts other facts of the case and was not counted: {why}',
    ),
    "contradicting": ("{fact}{op}{value}", "{fact} {op} {value}"),
    "basis-not-in-force": (
        "{statute}现行文本自 {first} 施行，晚于本案决定日 {day}；当时的文本未编入，情节与程序的条文依据须另行核对。",
        "The {statute} as held here is in force from {first}, after the decision of this case ({day}); check the article in force then.",
    ),
    "milder-law-not-compared": (
        "行为后《{statute}》已有变化（{change}），作出决定时须比较新旧规定的轻重。请写明作出决定之日（decided_on），由系统比较。",
        "The {statute} has changed since the act ({change}); and the milder rule applies. State the day of the decision (decided_on) to have both compared.",
    ),
    "law-changed-ended": ("已于 {last} 终止", "it ended on {last}"),
    "law-changed-version": ("另有 {version} 版本", "there is a version of {version}"),
}

_SUBJECTS = {
    "subject-procedure": ("{basis}（{cite}）", "{basis} ({cite})"),
    "subject-text": ("{statute}{article}的条文（{cite}）", "the text of {statute} {article} ({cite})"),
    "subject-period": ("《{statute}》的施行期间", "the days in force of the {statute}"),
    "subject-circumstance": (
        "情节“{name}”的依据（{cite}）",
        'the basis of the circumstance "{name}" ({cite})',
    ),
    "subject-benchmark": ("裁量基准“{name}”（{cite}）", 'the benchmark "{name}" ({cite})'),
    "subject-threshold": ("较大数额的标准（{cite}）", "the figure of a larger amount ({cite})"),
}

_ENGINE = {
    "network-unknown": (
        "没有名为“{name}”的推理网络，可用：durable、native、auto。",
        "there is no network '{name}'; use durable, native or auto.",
    ),
    "network-missing": (
        "本机不能使用 durable-rules（{reason}）。请设 PENALTY_ENGINE_NETWORK=native 或 auto。",
        "durable-rules cannot be used here ({reason}). Set PENALTY_ENGINE_NETWORK=native or auto.",
    ),
    "network-failed": (
        "推理网络出错：{reason}。请设 PENALTY_ENGINE_NETWORK=native 再试，并报告此问题。",
        "the inference network failed: {reason}. Try PENALTY_ENGINE_NETWORK=native, and report this.",
    ),
    "resources-missing": (
        "找不到随软件提供的 {name} 文件夹。请重新安装，或者用 --rules 指明。",
        "the {name} folder shipped with the package is missing. Reinstall, or name one with --rules.",
    ),
}

RESULTS: dict[str, tuple[str, str]] = {**_REASONS, **_WARNINGS, **_SUBJECTS, **_ENGINE}
