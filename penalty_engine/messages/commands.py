"""Texts of the command line: code → (Chinese, English)."""

from __future__ import annotations

from penalty_engine.messages.answers import ANSWERS
from penalty_engine.messages.catalogue import CATALOGUE

_HELP = {
    "help-group": (
        "依照法律规定计算劳动保障行政处罚的罚款，并草拟告知书和决定书。\n结果由承办人员审定，处罚由机关决定。",
        "Computes administrative fines from statute for labour inspectors and drafts the notices.\n"
        "It proposes; the officer and the authority decide.",
    ),
    "help-fine": (
        "查询适用什么罚款：条款、违法行为编号，或者中英文词语。\n"
        "例：penalty fine 未经许可经营劳务派遣 --fact illegal_gain=120000",
        "What fine applies: a clause, the id of a violation, or words in Chinese or English.\n"
        "Example: penalty fine labour-contract-law/92.1 --fact illegal_gain=120000",
    ),
    "help-assess": (
        "计算一件案件（YAML 或 JSON 文件；- 为标准输入）。\n退出码：0 已算出，3 缺少事实，2 输入有误，1 其他。",
        "Assess a case from a YAML or JSON file (- is standard input).\n"
        "Exit codes: 0 assessed, 3 facts missing, 2 wrong input, 1 anything else.",
    ),
    "help-ask": (
        "逐项提问，然后给出结果。\n回答 ?、不知道，或者直接回车，都表示不知道；当事人类型一问必须回答。",
        "Ask for the facts one by one, then answer.\n"
        "Answer ? or unknown, or just press Enter, where it is not known; the kind of party must be answered.",
    ),
    "help-notice": (
        "草拟行政处罚事先告知书或者决定书（docx、html、md）。\n"
        "没有文号之前是草稿；未知之处留空。文号写在案件文件中：documents.prior_notice_no（事先告知书）、"
        "documents.decision_no（决定书）。",
        "Draft a prior notice or a penalty decision (docx, html, md).\n"
        "A draft until it has a document number; what is not known stays blank. The numbers stand in the case file: "
        "documents.prior_notice_no (prior notice), documents.decision_no (decision).",
    ),
    "help-search": (
        "查找违法行为、罚则和情节：名称、俗称、条文、法律名称、登记表事项。\n"
        "例：penalty search 拖欠工资；penalty search 劳动合同法84条；penalty search tqgz",
        "Find violations, clauses and circumstances by name, everyday word, article, statute or register item.\n"
        "Examples: penalty search 拖欠工资; penalty search 劳动合同法84条; penalty search deposit",
    ),
    "help-show": (
        "显示一种违法行为、一条罚则或者登记表的一个事项。\n"
        "例：penalty show 童工；penalty show labour-contract-law/92.2；penalty show 立案标准（五）",
        "Show a violation, a clause or an item of the register.\n"
        "Examples: penalty show child-labour; penalty show labour-contract-law/92.2; penalty show 立案标准（五）",
    ),
    "help-rules": ("规则文件的检查。", "Work on the rule files."),
    "help-rules-check": (
        "检查规则文件夹，并运行每条罚则的例子。\n有错误时退出码为 2。",
        "Check a rules folder and run the examples of every clause.\nExit code 2 if there are errors.",
    ),
    "help-schema": (
        "输出案件、决定或规则文件的 JSON Schema（供编辑器和其他程序使用）。\n"
        "缺省为 case（案件）；decision 为决定；rules 为各种规则文件，后面可以只写一种；all 为全部。",
        "Print the JSON Schema of the case, of a decision or of the rule files, for editors and other programs.\n"
        "WHAT is case (default), decision, rules or all; KIND is one kind of rule file.",
    ),
    "help-completion": (
        "输出命令行补全脚本（bash、zsh、fish）。\n例：penalty completion bash > ~/.penalty-completion && source ~/.penalty-completion",
        "Print the script for shell completion (bash, zsh, fish).\n"
        "Example: penalty completion bash > ~/.penalty-completion && source ~/.penalty-completion",
    ),
    "help-usage": ("用法：", "Usage: "),
    "help-options": ("选项", "Options"),
    "help-commands": ("命令", "Commands"),
    "help-arguments": ("参数", "Arguments"),
    "help-help": ("显示本说明。", "Show this page."),
    "help-version": ("显示版本。", "Show the version."),
    "help-required": ("（必须写明）", "  [required]"),
    "help-lang": (
        "语言（缺省：PENALTY_ENGINE_LANG，再按系统设置）。",
        "Language (default: PENALTY_ENGINE_LANG, else the system's).",
    ),
    "help-opt-rules": (
        "规则文件夹（缺省：PENALTY_ENGINE_RULES，再用随附规则）。",
        "Rules folder (default: PENALTY_ENGINE_RULES, else those shipped).",
    ),
    "help-opt-network": ("推理网络。", "Inference network."),
    "help-opt-fact": (
        "已知事实，可重复，例如 illegal_gain=120000。",
        "A known fact, such as illegal_gain=120000; may be repeated.",
    ),
    "help-opt-circumstance": (
        "认定的情节，可重复，例如 harm-removed。",
        "A circumstance found, such as harm-removed; may be repeated.",
    ),
    "help-opt-party-asked": (
        "当事人类型（不写则会问到）。",
        "Kind of party (asked for if not given).",
    ),
    "help-opt-on-asked": (
        "违法行为终了之日，例如 2016-05-31（不写则会问到）。",
        "The day the act ended, such as 2016-05-31 (asked for if not given).",
    ),
    "help-opt-party": ("当事人类型（缺省 organization）。", "Kind of party (default: organization)."),
    "help-opt-on": (
        "违法行为终了之日，例如 2016-05-31（缺省为今天）。",
        "The day the act ended, such as 2016-05-31 (default: today).",
    ),
    "help-opt-on-looked-up": (
        "按这一天标明条款是否有效，例如 2016-05-31（缺省为今天）。",
        "Say which clauses were in force on this day, such as 2016-05-31 (default: today).",
    ),
    "help-opt-mitigate": (
        "承办人员决定减轻处罚（须有法定情节）。",
        "The officer elects mitigation (needs a statutory ground).",
    ),
    "help-opt-exempt": (
        "承办人员决定首违不罚（须具备条件）。",
        "The officer elects the first-violation exemption (needs its conditions).",
    ),
    "help-opt-authority": ("处罚机关编号。", "Id of the authority."),
    "help-opt-benchmark": (
        "裁量基准编号（缺省为本机关的；外地的只供比较）。",
        "Id of the benchmark (default: the authority's; one of another place serves for comparison).",
    ),
    "help-opt-json": ("输出 JSON（约定格式）。", "Print JSON (the contract's form)."),
    "help-opt-form": (
        "文书种类；penalty templates list 列出全部。",
        "Which form; penalty templates list shows them all.",
    ),
    "help-opt-template": (
        "本机关自己的 Word 表格（.docx），其中的空白写成 {{{{ 名称 }}}}；名称见 penalty templates context。",
        "The bureau's own Word form (.docx) with its blanks written as {{{{ name }}}}; the names: penalty templates context.",
    ),
    "help-opt-templates": (
        "文书模板文件夹（缺省：PENALTY_ENGINE_TEMPLATES，再其次为随软件提供的模板）。",
        "Templates folder (default: PENALTY_ENGINE_TEMPLATES, else those shipped).",
    ),
    "cli-template-is-word": (
        "--template 是 Word 表格，填写后仍是 Word 文件。请用 --out 写明一个 .docx 文件名，不要与其他格式一起使用。",
        "--template is a Word form, and filled it is a Word file. Name a .docx file with --out, and no other format.",
    ),
    "help-opt-format": ("格式（缺省按 --out 的扩展名）。", "Format (default: from the suffix of --out)."),
    "help-opt-out": (
        "输出文件；- 为标准输出（只限 html 和 md）。",
        "Output file; - is standard output (html and md only).",
    ),
    "help-opt-force": ("覆盖已有文件。", "Replace an existing file."),
    "help-opt-out-dir": (
        "写入此文件夹（已有的同名文件被更新）。",
        "Write into this folder (files of the same name are updated).",
    ),
    "help-opt-save": (
        "把案件另存为 YAML 文件；- 为标准输出。",
        "Save the case as a YAML file; - is standard output.",
    ),
}

_METAVARS = {
    "meta-options": ("[选项]", "[OPTIONS]"),
    "meta-command": ("命令 [参数]…", "COMMAND [ARGS]..."),
    "meta-what": ("查询内容…", "WHAT..."),
    "meta-words": ("词语…", "WORDS..."),
    "meta-violation": ("违法行为", "VIOLATION"),
    "meta-case": ("案件文件", "CASE"),
    "meta-case-file": ("案件文件", "FILE"),
    "meta-kind": ("规则文件种类", "KIND"),
    "meta-file": ("文件", "FILE"),
    "meta-form": ("文书", "FORM"),
    "meta-folder": ("文件夹", "DIR"),
    "meta-fact": ("事实=值", "NAME=VALUE"),
    "meta-id": ("编号", "ID"),
    "meta-date": ("日期", "DATE"),
}

_LABELS = {
    "label-fine": ("罚款", "Fine"),
    "label-person-fine": ("个人罚款", "Person's fine"),
    "label-circumstances": ("情节", "Circumstances"),
    "label-also": ("另处", "Also"),
    "label-imposed": ("处理", "Imposed"),
    "label-procedure": ("程序", "Procedure"),
    "label-unverified": ("未核实", "Unverified"),
    "label-notice": ("提示", "Note"),
    "label-result": ("结果", "Result"),
    "label-possible": ("可能结果", "Possible"),
    "label-needed": ("尚需事实", "Needed"),
    "label-facts": ("事实", "Fact"),
    "label-party": ("当事人", "Party"),
    "label-case-no": ("案号", "Case no."),
    "label-conduct": ("行为期间", "Act"),
    "label-authority": ("处罚机关", "Authority"),
    "label-total": ("合计", "Total"),
    "label-deadlines": ("期限", "Time limits"),
    "label-not-applied": ("不适用", "Not applied"),
    "label-entry": ("前提", "Requires"),
    "label-orders": ("责令", "Orders"),
    "label-outcome": ("后果", "Outcome"),
    "label-violation": ("违法行为", "Violation"),
    "label-version": ("版本", "Version"),
    "label-source": ("出处", "Source"),
    "label-place": ("规则位置", "Written in"),
    "label-followed": ("后继", "Followed by"),
    "label-facts-used": ("所需事实", "Facts used"),
    "label-register": ("登记表", "Register"),
    "label-clause": ("罚则", "Clause"),
    "label-examples": ("例子", "Examples"),
}

_ERRORS = {
    "cli-error": ("错误：", "Error: "),
    "cli-aborted": ("已中止，没有写入任何文件。", "Stopped; nothing was written."),
    "cli-fault": (
        "程序内部出错（{kind}）。这不是您的操作问题，请把所用命令和案件文件报告给维护人员（版本 {version}；设 {variable}=1 可显示细节）。",
        "The program itself failed ({kind}). This is not your fault: please report it with the command and the case file "
        "(version {version}; {variable}=1 shows details).",
    ),
    "cli-findings": ("共 {count} 处。", "{count} findings."),
    "cli-written": ("已写入 {file}", "Written: {file}"),
    "cli-docx-needs-file": (
        "Word、PDF 文件不能输出到标准输出。请用 --out 写明文件名，例如 --out 告知书.docx。",
        "a Word or PDF file cannot go to standard output. Name a file with --out, such as --out notice.docx.",
    ),
    "cli-format-unknown": (
        "不能从“{suffix}”看出格式。请写 --format docx、html、md 或 pdf。",
        "the format cannot be told from '{suffix}'. Write --format docx, html, md or pdf.",
    ),
    "cli-no-kind": (
        "没有“{name}”这种文件，可用：{known}。{maybe}",
        "there is no kind of file '{name}'; use one of: {known}.{maybe}",
    ),
    "cli-system": (
        "系统不允许：{reason}。请检查磁盘空间和权限后重试。",
        "the system refused: {reason}. Check disk space and permissions, then try again.",
    ),
    "cli-see-help": ("请看 {command} --help。", "See {command} --help."),
    "cli-no-option": ("没有选项 {name}。{maybe}", "there is no option {name}.{maybe}"),
    "cli-missing": ("缺少：{name}。", "{name} is missing."),
    "cli-bad-choice": ("{name} 只能是：{known}。", "{name} must be one of: {known}."),
    "cli-bad-argument": ("参数只能是：{known}。", "{name} must be one of: {known}."),
    "cli-bad-value": ("{name}：{problem}", "{name}: {problem}"),
    "cli-option-usage": (
        "选项 {name} 后面要有一个值（开关选项则没有）。",
        "the option {name} needs exactly one value (a switch takes none).",
    ),
    "cli-no-command": (
        "没有命令 {name}，可用：{known}。{maybe}",
        "there is no command {name}; use one of: {known}.{maybe}",
    ),
    "cli-no-command-given": ("没有写命令，可用：{known}。", "no command is given; use one of: {known}."),
    "cli-usage": ("命令写法有误（{problem}）。", "{problem}"),
    "cli-written-blanks": (
        "文书中还有 {count} 处空白（＿＿＿＿），请查明后填写。",
        "{count} blanks (＿＿＿＿) in the paper are left to be filled in.",
    ),
    "cli-written-left-out": (
        "没有写入文书的违法行为：{act}。{reason}",
        "Not in the paper: {act}. {reason}",
    ),
    "cli-written-numbered": (
        "案件已有文号，但以下依据未经核实：",
        "The case carries the document's number, but this is not verified:",
    ),
    "cli-extra": (
        "多余的参数：{names}。含空格的内容请加引号。",
        "unexpected arguments: {names}. Put quotes around what contains spaces.",
    ),
    "cli-not-a-day": (
        "“{value}”不是日期。请写成 2016-03-01 的形式。",
        "'{value}' is not a date. Write it like 2016-03-01.",
    ),
    "fact-twice": ("事实“{name}”写了两次。请只保留一个。", "the fact '{name}' is given twice. Keep one."),
}

COMMANDS: dict[str, tuple[str, str]] = {**_HELP, **_METAVARS, **_LABELS, **_ERRORS, **ANSWERS, **CATALOGUE}
