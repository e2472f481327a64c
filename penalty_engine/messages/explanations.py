"""Sentences that explain the steps of a trace: code → (Chinese, English)."""

from __future__ import annotations

from penalty_engine.messages.explained_sums import EXPLAINED_SUMS

_COMMAND = {
    "help-explain": (
        "逐步说明一件案件的结果怎样得出，每句注明条文（YAML 或 JSON 文件；- 为标准输入）。\n"
        "例：penalty explain examples/six-acts.yaml",
        "Explain step by step how the result of a case comes about, with the article behind each sentence "
        "(YAML or JSON file; - is standard input).\n"
        "Example: penalty explain examples/six-acts.yaml",
    ),
    "help-opt-act": ("只说明第几个行为。", "Explain only the act of this number."),
    "meta-number": ("序号", "NUMBER"),
    "explain-no-such-act": (
        "案件只有 {count} 个行为，没有第 {number} 个。--act 请写 1 到 {count} 之间的数。",
        "the case has {count} act{count:s} and none of number {number}. Write --act with a number from 1 to {count}.",
    ),
    "explain-other-acts": (
        "案件共有 {count} 个行为；合计、程序和提示见不带 --act 的说明。",
        "The case has {count} acts; sums, procedure and reservations are told without --act.",
    ),
}

_FRAME = {
    "explain-with-basis": ("{text}（{basis}）。", "{text} ({basis})."),
    "explain-law-text": ("条文：{text}", "Text: {text}"),
    "explain-bases": ("{bases}", "{bases}"),
    "explain-ended": ("{text}。", "{text}."),
    "explain-case": ("当事人：{party}", "Party: {party}"),
    "explain-case-day": (
        "处罚机关{authority}；行为终了之日 {last}。",
        "{authority}; the act ended on {last}.",
    ),
    "explain-case-days": (
        "处罚机关{authority}；行为自 {first} 至 {last}。",
        "{authority}; the act lasted from {first} to {last}.",
    ),
    "explain-case-decided": ("决定之日 {decided}。", "Day of the decision: {decided}."),
    "explain-case-open": ("尚未填写决定之日。", "The day of the decision is not stated."),
    "explain-act": ("违法行为：{name}", "The act: {name}"),
    "explain-act-of": ("第 {number} 个行为（共 {count} 个）：{name}", "Act {number} of {count}: {name}"),
    "explain-section-law": ("适用的法律", "Law in force"),
    "explain-section-facts": ("认定的事实", "Facts"),
    "explain-section-limitation": ("追究时效", "Limitation"),
    "explain-section-clauses": ("处罚条款和法定幅度", "Clauses and statutory range"),
    "explain-section-circumstances": ("情节", "Circumstances"),
    "explain-section-sum": ("裁量：档次、幅度和数额", "Discretion: tier, band and sum"),
    "explain-section-beside": ("一并作出的处理", "Imposed beside it"),
    "explain-section-concurrence": ("法条竞合和一事不再罚", "Several clauses for one act"),
    "explain-section-milder": ("新旧规定的比较", "Old and new law compared"),
    "explain-section-conclusion": ("结论", "Result"),
    "explain-section-total": ("全案合计", "The whole case"),
    "explain-section-procedure": ("程序", "Procedure"),
    "explain-section-deadlines": ("期限", "Time limits"),
    "explain-section-unverified": ("尚未核实的依据", "Not verified"),
    "explain-section-warnings": ("提示", "Notes"),
}

_LAW = {
    "explain-day-act": (
        "违法行为终了之日为 {last}，适用当日施行的规定。",
        "The act ended on {last}; the law in force on that day applies.",
    ),
    "explain-day-lasting": (
        "违法行为自 {first} 持续到 {last}；持续的行为按终了之日施行的规定计算，这是本系统的规则，法律没有写明。",
        "The act lasted from {first} to {last}; the law in force on its last day is applied, which is a rule of this programme "
        "and not written in the law.",
    ),
    "explain-day-decision": (
        "违法行为终了之日为 {last}；决定之日 {decided} 施行的规定较轻，适用后者（见新旧规定的比较）。",
        "The act ended on {last}; the law in force on the day of the decision, {decided}, is milder and applies (see the "
        "comparison below).",
    ),
    "explain-period-open": ("（施行期间未核实）", " (days in force not verified)"),
    "explain-text-open": ("（条文未核实）", " (text not verified)"),
    "explain-law-since": (
        "{clause}：自 {first} 起施行，{day} 有效{verified}。",
        "{clause}: in force from {first}, and so on {day}{verified}.",
    ),
    "explain-law-between": (
        "{clause}：{first} 至 {last} 施行，{day} 有效{verified}。",
        "{clause}: in force from {first} to {last}, and so on {day}{verified}.",
    ),
    "explain-law-unknown": (
        "{clause}：施行日不详，施行至 {last}，{day} 有效{verified}。",
        "{clause}: first day unknown, in force until {last}, and so on {day}{verified}.",
    ),
    "explain-law-undated": (
        "{clause}：施行期间不详，视为 {day} 有效{verified}。",
        "{clause}: days in force unknown, taken to be in force on {day}{verified}.",
    ),
    "explain-law-none": ("{clause}：不能适用。{reason}。", "{clause}: cannot be applied: {reason}."),
    "explain-law-later": ("《{statute}》自 {first} 起才施行", "the {statute} is in force only from {first}"),
    "explain-law-ended": ("《{statute}》施行至 {last}", "the {statute} was in force until {last}"),
    "explain-law-elsewhere": (
        "《{statute}》不在本机关的执法地域之内",
        "the {statute} is not law where this authority acts",
    ),
    "explain-clause-applies": (
        "适用{clause}{verified}。",
        "{clause} applies{verified}.",
    ),
    "explain-clause-would-apply": (
        "按这一规定，适用{clause}{verified}。",
        "Under that law {clause} would apply{verified}.",
    ),
    "explain-clause-fails": ("不适用{clause}：{reason}。", "{clause} does not apply: {reason}."),
    "explain-clause-open": (
        "{clause}：缺少事实，尚不能判断：{facts}。",
        "{clause}: facts are missing and it cannot be told: {facts}.",
    ),
    "explain-clause-aside": (
        "{clause}：条件具备，但不以本条处罚，理由见下。",
        "{clause}: its conditions are met, but it is not the clause applied; the reason follows.",
    ),
    "explain-clause-elsewhere": (
        "{clause}：条件具备，但处罚权不属于本机关。",
        "{clause}: its conditions are met, but the power lies with another body.",
    ),
    "explain-condition-met": (
        "条件：{condition}。本案具备（{facts}）。",
        "Condition: {condition}. It is met ({facts}).",
    ),
    "explain-condition-holds": ("条件：{condition}。本案具备。", "Condition: {condition}. It is met."),
    "explain-no-fine-set": ("这种情形条文没有规定罚款。", "For this case the provision sets no fine."),
    "explain-fine-unspecified": (
        "{whom}的罚款，条文没有规定数额，不能据以确定。",
        "{whom}: the provision names no amount for the fine, and none can be fixed on it.",
    ),
    "explain-clause-overtaken": (
        "{clause}：另有条款优先或者不属于本机关，不再判断。",
        "{clause}: another clause or another body comes first; not gone into.",
    ),
    "explain-clause-other": (
        "{clause}：条件具备，但不是这一规定下所适用的条款。",
        "{clause}: its conditions are met, but it is not the clause this law would apply.",
    ),
    "explain-no-condition": (
        "除该行为本身外，条文没有规定其他条件。",
        "The provision asks for nothing but the act itself.",
    ),
}

_FACTS = {
    "explain-fact": ("{fact}：{value}", "{fact}: {value}"),
    "explain-fact-number": ("{fact} {value}", "{fact}: {value}"),
    "explain-fact-stated": ("{fact}：{value}。", "{fact}: {value}."),
    "explain-day": ("{name} {day}", "{name}, {day}"),
    "explain-counted": (
        "{fact}{part}：{value}{added}，按起止日期逐段计算。",
        "{fact}{part}: {value}{added}, counted from dated spells.",
    ),
    "explain-added": ("（{counts}）", " ({counts})"),
    "explain-spell": ("{first} 至 {last}：{count}。", "{first} to {last}: {count}."),
    "explain-spell-of": ("{who}，{first} 至 {last}：{count}。", "{who}, {first} to {last}: {count}."),
    "explain-spells-more": ("另有 {count} 段。", "{count} more spells."),
    "explain-spells-before": ("（只计{day} 以前）", " (only before {day})"),
    "explain-spells-since": ("（只计{day} 起）", " (only from {day} on)"),
    "explain-worked-out": (
        "{fact}：{value}{begun}（根据{grounds}）。",
        "{fact}: {value}{begun}, worked out from: {grounds}.",
    ),
    "explain-begun": ("（不足一个单位的按一个计）", " (a part of one counts whole)"),
    "explain-born": ("出生日期 {day}", "date of birth, {day}"),
    "explain-penalties": (
        "此前{length}内的处罚计 {count} 次。",
        "Penalties within {length} before it: {count}.",
    ),
    "explain-no-penalties": (
        "此前{length}内没有应当计入的处罚。",
        "No penalty counts within {length} before it.",
    ),
    "explain-penalty": ("{day} 因“{name}”受到处罚。", "On {day}, for “{name}”."),
    "explain-length-years": (" {count} 年", "{count} year{count:s}"),
    "explain-length-months": (" {count} 个月", "{count} month{count:s}"),
    "explain-length-days": (" {count} 日", "{count} day{count:s}"),
    "explain-limitation-running": (
        "期限 {years} 年，自{start} 起至 {last}；{stopped}，没有超过。",
        "The period is {years} years from {start}, until {last}; {stopped}: it had not run.",
    ),
    "explain-limitation-running-extended": (
        "期限 {years} 年自{start} 起至 {last}，延长为 {longer} 年，至 {longer_last}；{stopped}，没有超过。",
        "The period of {years} years from {start}, until {last}, is extended to {longer} years, until {longer_last}; "
        "{stopped}: it had not run.",
    ),
    "explain-limitation-lapsed": (
        "期限 {years} 年，自{start} 起至 {last}；{stopped}，已经超过。",
        "The period is {years} years from {start}, until {last}; {stopped}: it had run.",
    ),
    "explain-limitation-lapsed-extended": (
        "期限 {years} 年，自{start} 起至 {last}；{stopped}，已经超过，也不符合延长为 {longer} 年的条件。",
        "The period is {years} years from {start}, until {last}; {stopped}: it had run, and nothing extends it to {longer} years.",
    ),
    "explain-limitation-open": (
        "期限 {years} 年，自{start} 起至 {last}；{stopped}，是否超过尚不能确定。",
        "The period is {years} years from {start}, until {last}; {stopped}: whether it had run is open.",
    ),
    "explain-limitation-open-extended": (
        "期限 {years} 年，自{start} 起至 {last}；{stopped}，是否延长为 {longer} 年（至 {longer_last}）尚不能确定。",
        "The period is {years} years from {start}, until {last}; {stopped}: whether it is extended to {longer} years (until "
        "{longer_last}) is open.",
    ),
    "explain-cite": ("{cite}", "{cite}"),
    "explain-cite-open": ("{cite}，未核实", "{cite}, not verified"),
}

_PROCEDURE = {
    "explain-larger": (
        "{what} {sum} 元，达到{authority}较大数额的标准（{limit} 元）。",
        "{what}: {sum} yuan, which reaches the larger amount of the {authority} ({limit} yuan).",
    ),
    "explain-not-larger": (
        "{what} {sum} 元，没有达到{authority}较大数额的标准（{limit} 元）。",
        "{what}: {sum} yuan, below the larger amount of the {authority} ({limit} yuan).",
    ),
    "explain-not-larger-provisional": (
        "{what} {sum} 元，没有达到{authority}暂用的较大数额标准（{limit} 元，未核实）。",
        "{what}: {sum} yuan, below the larger amount that the {authority} uses for the time being ({limit} yuan, not verified).",
    ),
    "explain-reason": ("{reason}。", "{reason}."),
    "explain-duty-required": ("应当{duty}。", "Required: {duty}."),
    "explain-duty-not-required": ("不必{duty}。", "Not required: {duty}."),
    "explain-duty-provisional": (
        "按暂用的较大数额标准，不必{duty}；标准没有核实，数额接近的，以{duty}为宜。",
        "Not required by the larger amount used for the time being: {duty}. That amount is not verified; where the sum comes "
        "near it, better do it.",
    ),
    "explain-duty-not-required-transfer": (
        "案件没有认定涉嫌犯罪，未列移送司法机关。",
        "No crime is indicated in the case; transfer is not listed.",
    ),
    "explain-duty-not-required-publication": (
        "没有认定应当公布的情形。",
        "Nothing that calls for publication was found.",
    ),
    "explain-duty-may": ("可以{duty}。", "Permitted: {duty}."),
    "explain-duty-may-not-on_the_spot": (
        "不适用简易程序（不当场处罚）。",
        "The on-the-spot procedure does not apply.",
    ),
    "explain-duty-open": ("缺少事实，尚不能确定是否{duty}。", "Open until the facts are complete: {duty}."),
    "explain-duty-hearing": ("告知听证权利", "notice of the right to a hearing"),
    "explain-duty-collective_discussion": ("由机关负责人集体讨论", "collective discussion by the heads"),
    "explain-duty-legal_review": ("法制审核", "legal review"),
    "explain-duty-on_the_spot": ("当场处罚", "a penalty on the spot"),
    "explain-duty-transfer": ("移送司法机关", "transfer to the police or the procuratorate"),
    "explain-duty-publication": ("公布", "publication"),
    "explain-due": (
        "{name}：{counted}，至 {due}{rough}{kept}。",
        "{name}: {counted}, until {due}{rough}{kept}.",
    ),
    "explain-happens": ("{name}：{counted}，{due}{rough}。", "{name}: {counted}, on {due}{rough}."),
    "explain-due-rough": ("（工作日为推算）", " (working days approximate)"),
    "explain-due-kept": ("；{day} 办理，没有逾期", "; done on {day}, in time"),
    "explain-due-missed": ("；{day} 才办理，已经逾期", "; done only on {day}, too late"),
    "explain-due-shown": ("；其后的步骤在期限之内，没有逾期", "; a later step shows that it was kept"),
    "explain-named": ("“{name}”", "“{name}”"),
    "explain-not-running": (
        "尚未起算的期限：{names}；起算日见 penalty deadlines。",
        "Not yet running: {names}; what they run from is told by 'penalty deadlines'.",
    ),
    "explain-surcharge": (
        "逾期不缴纳罚款 {fine} 元的，自 {begins} 起每日加处 {daily} 元，至 {reaches} 达到上限 {maximum} 元。",
        "If the fine of {fine} yuan is not paid in time, {daily} yuan are added for each day from {begins} on, up to {maximum} "
        "yuan on {reaches}.",
    ),
}

EXPLANATIONS: dict[str, tuple[str, str]] = {
    **_COMMAND,
    **_FRAME,
    **_LAW,
    **_FACTS,
    **EXPLAINED_SUMS,
    **_PROCEDURE,
}
