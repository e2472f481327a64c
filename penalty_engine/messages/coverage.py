"""Texts of `penalty rules coverage`: code → (Chinese, English)."""

from __future__ import annotations

_COMMAND = {
    "help-coverage": (
        "说明规则覆盖了哪些规定，还缺哪些。\n"
        "输出 Markdown：登记事项、违法行为、罚则，没有编入和没有取得的内容。--check 核对已有文件，不一致时退出码为 2。",
        "Show what the rules cover, and what they lack.\n"
        "Prints Markdown: register, violations, clauses, what is left out or was not obtained. --check compares a file with "
        "it (exit code 2 if they differ).",
    ),
    "help-opt-coverage-out": ("输出文件（缺省为标准输出）。", "Output file (default: standard output)."),
    "help-opt-coverage-check": (
        "核对该文件与规则是否一致，不写入任何内容。",
        "Compare this file with the rules; nothing is written.",
    ),
    "cli-check-and-out": (
        "--check 只核对，--out 才写入，只能写一个。",
        "--check only compares and --out writes: give one of them.",
    ),
    "cli-coverage-unreadable": (
        "无法读取 {file}。请检查文件名；没有这个文件的，用 {command} 生成。",
        "{file} cannot be read. Check the name, or make it with: {command}",
    ),
    "cli-coverage-same": ("{file} 与规则一致。", "{file} agrees with the rules."),
    "cli-coverage-differs": (
        "{file} 与规则不一致，从第 {line} 行起：\n  文件：{found}\n  规则：{expected}\n请用 {command} 重新生成。",
        "{file} does not agree with the rules, from line {line} on:\n  file:  {found}\n  rules: {expected}\n"
        "Make it anew with: {command}",
    ),
    "cli-coverage-no-line": ("（没有这一行）", "(no such line)"),
}

_HEADINGS = {
    "coverage-title": ("罚则覆盖情况", "Coverage of the penalty law"),
    "coverage-intro": (
        "本页由 `penalty rules coverage` 根据规则文件生成，请勿手工修改。“待确认”是规则编写者的理解，须由本机关法制人员确认。"
        "“条文未核实”“日期未核实”的原因见第七部分。",
        "Made by `penalty rules coverage` from the rule files; do not edit it by hand. “To be confirmed” marks a reading of "
        "the authors that the authority's lawyer must confirm. Part 7 says why a text or a date is marked unverified.",
    ),
    "coverage-ours": ("本机关指{name}（{bodies}）。", "This authority is the {name} ({bodies})."),
    "coverage-conflicts-how": (
        "只适用于所列罚则在行为之日都有效的情形；没有列出的，按罚款数额高的处罚。",
        "For days on which the clauses named were all in force; what is not listed is settled by the higher fine.",
    ),
    "coverage-summary": ("一、概况", "1. Summary"),
    "coverage-register": ("二、登记事项、违法行为与罚则", "2. Register, violations and clauses"),
    "coverage-provisions": ("三、规定与罚则", "3. Provisions and clauses"),
    "coverage-unlisted": ("四、没有列入第三部分的罚则", "4. Clauses not listed in part 3"),
    "coverage-conflicts": ("五、几个罚则处罚同一行为时", "5. Several clauses for one act"),
    "coverage-missing": ("六、没有取得的条文", "6. Texts not obtained"),
    "coverage-unverified": ("七、没有核实的条文和日期", "7. Texts and dates not verified"),
    "coverage-statutes": ("编入的法律法规", "Statutes encoded"),
    "coverage-unreached": ("登记事项没有提到的违法行为", "Violations that no item of the register leads to"),
    "coverage-versions-missing": ("条文没有取得的版本", "Versions whose text was not obtained"),
}

_COLUMNS = {
    "coverage-col-what": ("项目", "What"),
    "coverage-col-count": ("数量", "Count"),
    "coverage-col-row": ("编号", "Row"),
    "coverage-col-provision": ("规定", "Provision"),
    "coverage-col-clauses": ("罚则", "Clauses"),
    "coverage-col-why": ("说明", "Remark"),
    "coverage-col-text": ("文本", "Text"),
    "coverage-col-statute": ("法律法规", "Statute"),
    "coverage-col-period": ("施行期间", "In force"),
    "coverage-col-file": ("文件", "File"),
    "coverage-col-missing": ("缺少什么", "What is missing"),
    "coverage-col-supply": ("需要提供什么", "What to supply"),
    "coverage-col-put": ("放入文件", "File to put it in"),
    "coverage-col-unverified": ("未核实", "Unverified"),
    "coverage-col-reason": ("原因", "Reason"),
    "coverage-col-conflict": ("编号", "Id"),
    "coverage-col-decision": ("处理", "Decision"),
    "coverage-col-ground": ("依据", "Ground"),
}

_COUNTS = {
    "coverage-count-statutes": ("法律法规", "statutes"),
    "coverage-count-versions": ("其中版本（文件）", "their versions (files)"),
    "coverage-count-clauses": ("罚则", "clauses"),
    "coverage-count-examples": ("罚则的例子（每个例子都是测试）", "examples of the clauses (each is a test)"),
    "coverage-count-violations": ("违法行为", "violations"),
    "coverage-count-items": ("登记事项", "items of the register"),
    "coverage-count-items-bare": (
        "其中没有罚款、只能责令改正等的登记事项",
        "of these without a fine, ending in an order or the like",
    ),
    "coverage-count-encoded": ("已编入的规定", "provisions encoded"),
    "coverage-count-reasoned": ("没有编入、注明原因的规定", "provisions left out with a reason"),
    "coverage-count-unlisted": ("没有列入第三部分的罚则", "clauses not listed in part 3"),
    "coverage-count-conflicts": ("竞合规则", "rules for several clauses"),
    "coverage-count-confirm": ("其中待确认", "of these to be confirmed"),
    "coverage-count-missing": ("没有取得的条文（第六部分的项数）", "texts not obtained (rows of part 6)"),
    "coverage-count-unverified": (
        "条文或者日期没有核实的版本、罚则",
        "versions and clauses with an unverified text or date",
    ),
}

_WORDS = {
    "coverage-none": ("没有。", "None."),
    "coverage-note": ("说明：{text}", "Remark: {text}"),
    "coverage-clause": ("{statute}{article} `{key}`", "{statute}, {article} `{key}`"),
    "coverage-versions-only": ("（{periods}）", " ({periods})"),
    "coverage-no-clause": ("没有罚则。", "No clause."),
    "coverage-since": ("{first}起", "from {first}"),
    "coverage-until": ("至{last}，起始日期不详", "until {last}, first day unknown"),
    "coverage-between": ("{first}至{last}", "{first} to {last}"),
    "coverage-undated": ("日期不详", "dates unknown"),
    "coverage-text-unverified": ("条文未核实", "text unverified"),
    "coverage-dates-unverified": ("日期未核实", "dates unverified"),
    "coverage-text-missing": ("条文未取得", "text not obtained"),
    "coverage-marks": ("{text}（{marks}）", "{text} ({marks})"),
    "coverage-power": ("处罚权：{bodies}", "power: {bodies}"),
    "coverage-power-ours": ("处罚权：本机关", "power: this authority"),
    "coverage-power-theirs": ("处罚权：{bodies}（不属本机关）", "power: {bodies} (not this authority)"),
    "coverage-fine": ("罚款", "fine"),
    "coverage-fine-person": ("对责任人员罚款", "fine on responsible persons"),
    "coverage-fine-open": ("罚款（本条未定数额）", "fine (no amount in this clause)"),
    "coverage-confiscate": ("没收{what}", "confiscation: {what}"),
    "coverage-revoke": ("吊销{what}", "revocation: {what}"),
    "coverage-refer": ("移送{what}", "referred to: {what}"),
    "coverage-nothing": ("本条没有罚款", "no fine in this clause"),
    "coverage-by": ("{what}（{body}）", "{what} ({body})"),
    "coverage-met": ("竞合：{ids}", "see part 5: {ids}"),
    "coverage-prevails": ("适用 {first}，不适用 {others}", "{first} is applied, not {others}"),
    "coverage-higher-fine": ("按罚款数额高的处罚：{all}", "the higher fine is imposed: {all}"),
    "coverage-together": ("一并适用：{all}", "all are applied: {all}"),
    "coverage-confirm": ("**待确认**", "**to be confirmed**"),
    "coverage-semicolon": ("；", "; "),
    "coverage-of": ("{statute}（{version}）", "{statute} ({version})"),
}

_GROUNDS = {
    "coverage-ground-later-and-higher": ("后法、上位法", "later and of higher rank"),
    "coverage-ground-later": ("后法", "later law"),
    "coverage-ground-higher-rank": ("上位法", "higher rank"),
    "coverage-ground-special": ("特别规定", "special provision"),
    "coverage-ground-amount-elsewhere": ("数额由另一条规定", "the other clause gives the amount"),
    "coverage-ground-local-detail": (
        "地方性法规在上位法范围内的具体规定",
        "local detail within the higher law",
    ),
    "coverage-ground-same-content": ("内容相同", "same content"),
}

COVERAGE: dict[str, tuple[str, str]] = {**_COMMAND, **_HEADINGS, **_COLUMNS, **_COUNTS, **_WORDS, **_GROUNDS}
