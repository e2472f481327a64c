"""Texts of findings about rule files and cases: code → (Chinese, English). Each states the fact and the way out."""

from __future__ import annotations

_READING = {
    "see-also": ("另见", "see also"),
    "no-such-file": ("文件不存在。请检查路径。", "no such file. Check the path."),
    "is-a-directory": (
        "这是文件夹，不是文件。请给出其中的文件。",
        "this is a folder, not a file. Name a file inside it.",
    ),
    "not-a-file": (
        "这不是普通文件（管道或者设备）。请换成普通文件。",
        "this is not an ordinary file but a pipe or device. Put an ordinary file there.",
    ),
    "no-permission": (
        "没有读取权限。请检查文件权限。",
        "no permission to read. Check the file's permissions.",
    ),
    "cannot-read": ("无法读取：{reason}。", "cannot be read: {reason}."),
    "file-too-large": (
        "文件超过 {limit} 字节的上限。请确认给出的是正确的文件，或者分成几个文件。",
        "larger than the limit of {limit} bytes. Check that this is the right file, or split it.",
    ),
    "not-utf8": ("不是 UTF-8 编码。请另存为 UTF-8。", "not UTF-8. Save the file as UTF-8."),
    "control-character": (
        "含有控制字符 {character}。请删除。",
        "contains the control character {character}. Remove it.",
    ),
    "yaml-syntax": (
        "不是有效的 YAML：{problem}。请检查此处及上一行的缩进、引号和冒号。{hint}",
        "not valid YAML: {problem}. Check indentation, quotes and colons here and on the line above.{hint}",
    ),
    "yaml-full-width": (
        "该处有全角标点“{marks}”；YAML 的冒号、逗号、括号、引号必须用半角。",
        " There is full-width punctuation here ({marks}); YAML's own colons, commas, brackets and quotes are half-width.",
    ),
    "yaml-no-hint": ("", ""),
    "json-syntax": (
        "不是有效的 JSON：{problem}。",
        "not valid JSON: {problem}. Correct the text at this place.",
    ),
    "too-deep": (
        "嵌套超过 {limit} 层的上限。请减少嵌套。",
        "nested deeper than the limit of {limit} levels. Flatten it.",
    ),
    "too-many-values": (
        "数据项超过 {limit} 个的上限。请分成几个文件。",
        "more than the limit of {limit} values. Split the file.",
    ),
    "alias": (
        "不接受 YAML 锚点和别名（& 和 *）。请把内容写全。",
        "YAML anchors and aliases (& and *) are not accepted. Write the content out.",
    ),
    "tag": ("不接受 YAML 标签（{tag}）。请删除。", "YAML tags ({tag}) are not accepted. Remove it."),
    "several-documents": (
        "一个文件只能有一份文档。请删除“---”之后的内容或者另存为文件。",
        "only one document to a file. Move what follows '---' to a file of its own.",
    ),
    "key-not-text": ("键必须是文字。", "a key must be text."),
    "duplicate-key": ("键“{key}”重复。请只保留一个。", "the key '{key}' appears twice. Keep one."),
    "empty-file": ("文件是空的。", "the file is empty."),
    "not-a-mapping": ("最外层必须是“键: 值”的形式。", "the top level must be 'key: value' pairs."),
}

_SHAPE = {
    "unknown-key": (
        "没有“{name}”这一项。{maybe}请改名或者删除。",
        "there is no key '{name}'.{maybe} Rename or remove it.",
    ),
    "missing-key": ("缺少“{name}”。请补上。", "'{name}' is missing. Add it."),
    "not-one-of": (
        "“{value}”不在可选值之内：{known}。{maybe}请改用其中之一。",
        "'{value}' is not one of: {known}.{maybe} Use one of them.",
    ),
    "wrong-type": (
        "类型不对：得到“{value}”，应为{expected}。",
        "wrong type: got '{value}', expected {expected}.",
    ),
    "type-text": ("文字", "text"),
    "type-integer": ("整数", "a whole number"),
    "type-boolean": ("true 或 false", "true or false"),
    "type-list": ("列表", "a list"),
    "type-mapping": ("“键: 值”的形式", "'key: value' pairs"),
    "type-nothing": ("空", "nothing"),
    "type-other": ("另一种值", "another kind of value"),
    "bad-id": (
        "“{value}”不能作编号。请用小写英文字母、数字和连接号。",
        "'{value}' cannot be an id. Use lower-case letters, digits and hyphens.",
    ),
    "text-empty": ("不能为空。请填写内容。", "must not be empty. Write the content."),
    "text-too-long": (
        "文字超过 {limit} 个字符的上限。请缩短。",
        "longer than the limit of {limit} characters. Shorten it.",
    ),
    "list-empty": ("列表至少要有一项。", "the list needs at least one entry."),
    "list-too-long": (
        "列表超过 {limit} 项的上限。请分成几件。",
        "the list has more than {limit} entries. Split the case.",
    ),
    "too-small": ("“{value}”太小，最小为 {limit}。", "'{value}' is too small; the least is {limit}."),
    "too-large": ("“{value}”太大，最大为 {limit}。", "'{value}' is too large; the most is {limit}."),
    "not-a-date": (
        "“{value}”不是日期。请写成 2016-03-01 的形式。",
        "'{value}' is not a date. Write it like 2016-03-01.",
    ),
    "impossible-date": (
        "“{value}”这一天不存在。请核对日期。",
        "'{value}' is not a day of the calendar. Check the date.",
    ),
    "date-out-of-range": (
        "“{value}”的年份不在 1900 至 2199 之间。请核对日期。",
        "the year of '{value}' is not between 1900 and 2199. Check the date.",
    ),
    "not-schema-1": (
        "schema 必须是整数 1，得到的是“{value}”。请写 schema: 1，不加引号。",
        "schema must be the whole number 1, not '{value}'. Write schema: 1, without quotes.",
    ),
    "not-a-number": (
        "“{value}”不是数。请写非负的数，例如 10000 或 1.5。",
        "'{value}' is not a number. Write a number of zero or more, such as 10000 or 1.5.",
    ),
    "not-a-share": (
        "“{value}”不是份额。请写 0 到 1 之间的数或分数，例如 1/4。",
        "'{value}' is not a share. Write a number or fraction from 0 to 1, such as 1/4.",
    ),
}

_RULES = {
    "no-rules": (
        "这里没有规则文件。请用 --rules 或 PENALTY_ENGINE_RULES 指明规则文件夹。",
        "there are no rule files here. Name the rules folder with --rules or PENALTY_ENGINE_RULES.",
    ),
    "file-missing": ("规则文件夹缺少 {name}。请补上。", "the rules folder lacks {name}. Add it."),
    "file-not-read": (
        "这个文件不会被读取：规则文件须以 .yaml 结尾，放在 statutes、circumstances、benchmarks、procedure、authorities 之内。",
        "this file is not read: rule files end in .yaml and stand in statutes, circumstances, benchmarks, procedure or authorities.",
    ),
    "duplicate-id": (
        "编号“{name}”重复。请改名或者删除其一。",
        "the id '{name}' is used twice. Rename or remove one.",
    ),
    "reserved-name": (
        "“{name}”是保留字，不能作事实的名称。请改名。",
        "'{name}' is a reserved word and cannot name a fact. Rename it.",
    ),
    "unknown-fact": (
        "词汇表没有事实“{name}”。{maybe}请改名，或者先写入 vocabulary.yaml。",
        "the vocabulary has no fact '{name}'.{maybe} Rename it, or add it to vocabulary.yaml first.",
    ),
    "unknown-violation": (
        "违法行为目录没有“{name}”。{maybe}请改名，或者先写入 violations.yaml。",
        "the catalogue has no violation '{name}'.{maybe} Rename it, or add it to violations.yaml first.",
    ),
    "unknown-order": (
        "词汇表没有责令事项“{name}”。{maybe}请改名，或者先写入 vocabulary.yaml 的 orders。",
        "the vocabulary has no order '{name}'.{maybe} Rename it, or add it to orders in vocabulary.yaml.",
    ),
    "unknown-licence": (
        "词汇表没有许可证“{name}”。{maybe}请改名，或者先写入 vocabulary.yaml 的 licences。",
        "the vocabulary has no licence '{name}'.{maybe} Rename it, or add it to licences in vocabulary.yaml.",
    ),
    "unknown-body": (
        "词汇表没有机关“{name}”。{maybe}请改名，或者先写入 vocabulary.yaml 的 bodies。",
        "the vocabulary has no body '{name}'.{maybe} Rename it, or add it to bodies in vocabulary.yaml.",
    ),
    "unknown-tier": (
        "本裁量基准没有阶次“{name}”。{maybe}请改名，或者补上该阶次。",
        "this benchmark has no tier '{name}'.{maybe} Rename it, or add the tier.",
    ),
    "unknown-benchmark": (
        "没有裁量基准“{name}”。{maybe}请改名，或者补上该基准的文件。",
        "there is no benchmark '{name}'.{maybe} Rename it, or add the benchmark's file.",
    ),
    "unknown-circumstance": (
        "没有情节“{name}”。{maybe}请用 penalty search 查编号。",
        "there is no circumstance '{name}'.{maybe} 'penalty search' lists them.",
    ),
    "circumstance-circle": (
        "情节“{name}”的条件最终又以它自己为前提，永远不能成立。请修改 when。",
        "the condition of the circumstance '{name}' leads back to itself, so it can never hold. Change its 'when'.",
    ),
    "unknown-office": (
        "“{name}”不在 offices 之内。{maybe}请改名，或者补上该科室。",
        "'{name}' is not among the offices.{maybe} Rename it, or add the office.",
    ),
    "unknown-test": (
        "“{name}”不是比较词。{maybe}请改用：{known}。",
        "'{name}' is not a test.{maybe} Use one of: {known}.",
    ),
    "condition-empty": (
        "条件是空的。请写明事实，或者整项删去。",
        "the condition is empty. Name a fact, or leave the whole entry out.",
    ),
    "condition-shape": (
        "all 和 any 之下应为条件的列表，not 之下应为一个条件。",
        "'all' and 'any' take a list of conditions, 'not' takes one condition.",
    ),
    "test-needs-number": (
        "事实“{name}”不是数，不能用以上、以下等比较。请直接写值。",
        "the fact '{name}' is not a number, so it cannot be compared. Write the value itself.",
    ),
    "fact-type": (
        "事实“{name}”的类型是 {found}，此处需要：{expected}。",
        "the fact '{name}' is of type {found}; needed here: {expected}.",
    ),
    "choices-for-choice": (
        "“{name}”：choices 必须且只能用于 choice 类型。",
        "'{name}': choices belong to the type choice, and only there.",
    ),
    "question-missing": (
        "事实“{name}”没有提问（question）。请补上，或者标为 computed。",
        "the fact '{name}' has no question. Add one, or mark it computed.",
    ),
    "unverified-without-reason": (
        "未核实的来源必须写明原因（reason）。",
        "an unverified source must say why (reason).",
    ),
    "period-reversed": (
        "末日 {last} 早于首日 {first}。请核对日期。",
        "the last day {last} is before the first day {first}. Check the dates.",
    ),
    "file-name": (
        "文件位置与内容不符。请把文件移到 statutes/{expected}，或者更正 id 和施行首日。",
        "the file's place does not match its content. Move it to statutes/{expected}, or correct the id or the first day.",
    ),
    "times-and-per": ("times 和 per 只能用其一。", "use either times or per, not both."),
    "exactly-and-bounds": (
        "exactly 不能与 at_least、at_most 并用。",
        "exactly cannot stand beside at_least or at_most.",
    ),
    "fine-without-maximum": (
        "罚款没有上限。请写 at_most 或 exactly。",
        "the fine has no maximum. Write at_most or exactly.",
    ),
    "range-reversed": (
        "下限 {low} 高于上限 {high}。请对照原文核对。",
        "the minimum {low} is above the maximum {high}. Check both against the text.",
    ),
    "refer-with-fine": (
        "移送其他机关处罚的，不能同时罚款。",
        "what is referred to another body cannot be fined here too.",
    ),
    "mitigates-needs-lighter": (
        "只有从轻情节才能开启减轻。",
        "only a lighter circumstance can open mitigation.",
    ),
    "gravest-needs-heavier": (
        "只有从重情节才能标为 gravest。",
        "only a heavier circumstance can be gravest.",
    ),
    "tier-gap": (
        "阶次“{name}”应从 {expected} 开始，现为 {found}。",
        "the tier '{name}' should begin at {expected}, not {found}.",
    ),
    "tiers-end": (
        "最后一个阶次止于 {found}，应止于 1。",
        "the last tier ends at {found}; it should end at 1.",
    ),
    "tiers-gap": (
        "从轻 {lighter} 个、从重 {heavier} 个（其中特别恶劣 {gravest} 个）时没有任何一行成立。请补一行。",
        "no row holds for {lighter} lighter and {heavier} heavier circumstances ({gravest} of them gravest). Add a row.",
    ),
    "tiers-overlap": (
        "从轻 {lighter} 个、从重 {heavier} 个（其中特别恶劣 {gravest} 个）时有两行同时成立。请修改其中一行的条件。",
        "two rows hold for {lighter} lighter and {heavier} heavier circumstances ({gravest} of them gravest). Change one.",
    ),
    "select-fact": (
        "选择阶次时看不到“{name}”，只能用：{known}。",
        "the selection of a tier cannot see '{name}'; use only: {known}.",
    ),
    "select-too-high": (
        "“{name}”的界限超过 {limit}，无法逐一核对有无遗漏。请改小。",
        "the bound on '{name}' is above {limit}, so gaps cannot be ruled out. Lower it.",
    ),
    "several-defaults": (
        "有两个处罚机关都标为 default。请只保留一个。",
        "two authorities are marked default. Keep one.",
    ),
    "quote-number": (
        '“{value}”会被读成数。请加引号："{value}"。',
        "'{value}' is read as a number. Put it in quotes: \"{value}\".",
    ),
    "per-twice": ("per 中同一事实写了两次。请只保留一个。", "per names the same fact twice. Keep one."),
    "cap-below-floor": (
        "cap（{cap}）低于 floor（{floor}）。请核对。",
        "cap ({cap}) is below floor ({floor}). Check both.",
    ),
    "rate-too-fine": (
        "金额超过两位小数。请精确到分。",
        "a sum has more than two decimals. Write it to the fen.",
    ),
    "condition-too-rich": (
        "条件展开后超过 {limit} 种情形。请拆成几个情形（outcomes）。",
        "the condition has more than {limit} alternatives. Split it into several outcomes.",
    ),
    "violation-changed": (
        "{clause} 的不同版本对应不同的违法行为（{first}、{second}）。请统一，或者另立编号。",
        "versions of {clause} name different violations ({first}, {second}). Make them agree, or give one another id.",
    ),
    "order-one-key": (
        "一项只能写一个责令事项及其用语，例如 {{correct: 责令限期改正}}。请分成几项。",
        "one entry holds one order and its words, such as {{correct: …}}. Make it several entries.",
    ),
    "ground-too-early": (
        "{duty} 先于其他义务确定，其条件不能用：{names}。请删去。",
        "{duty} is decided before the other duties, so its condition cannot use: {names}. Remove them.",
    ),
    "contradicts-itself": (
        "情节“{name}”的 contradicted_by 写了它自己，永远不能计入。请删去。",
        "the circumstance '{name}' names itself in contradicted_by, so it could never count. Remove it.",
    ),
    "length-one-unit": (
        "期限只能用 days、working_days、months 之一。",
        "a length uses exactly one of days, working_days, months.",
    ),
    "figure-not-in-text": (
        "{clause}：条文没有“{figure}”，条文中的数额是：{stated}。请对照原文修改。",
        "{clause}: the text does not say '{figure}'; it says: {stated}. Correct the figure or the quotation.",
    ),
    "figure-not-encoded": (
        "{clause}：条文中的“{words}”没有编入任何罚款。请补上或者核对引文。",
        "{clause}: '{words}' in the text is in none of its fines. Encode it or check the quotation.",
    ),
    "versions-overlap": (
        "《{statute}》两个版本的施行期间重叠：前一版止于 {last}，后一版始于 {first}。请在前一版的 in_force 写明 to（后一版首日的前一日）。",
        "two versions of the {statute} overlap: the older ends {last}, the newer begins {first}. Give the older version its last day in force (to:), the day before the newer begins.",
    ),
    "versions-gap": (
        "《{statute}》两个版本之间有空档：前一版止于 {last}，后一版始于 {first}。请核对首日和末日，或者补上其间的版本。",
        "two versions of the {statute} leave a gap: the older ends {last}, the newer begins {first}. Check both days, or add the version between them.",
    ),
    "violation-without-clause": (
        "目录中的“{name}”没有任何罚则。请补罚则或者删去。",
        "no clause punishes '{name}' of the catalogue. Add a clause or remove the entry.",
    ),
    "example-fails": (
        "例子不成立：{name} 应为 {expected}，算得 {found}。请核对例子或者规则。",
        "the example does not hold: {name} should be {expected}, computed {found}. Check the example or the rule.",
    ),
    "example-refused": ("例子无法计算：{problem}", "the example cannot be computed: {problem}"),
}

_CASES = {
    "unknown-clause": (
        "没有罚则“{name}”。{maybe}请用 penalty search 查找。",
        "there is no clause '{name}'.{maybe} Find it with 'penalty search'.",
    ),
    "unknown-case-violation": (
        "没有违法行为“{name}”。{maybe}请用 penalty search 查找。",
        "there is no violation '{name}'.{maybe} Find it with 'penalty search'.",
    ),
    "unknown-case-fact": (
        "没有事实“{name}”。{maybe}请改名或者删去；penalty schema case 列出全部字段。",
        "there is no fact '{name}'.{maybe} 'penalty schema case' lists them.",
    ),
    "unknown-authority": (
        "没有处罚机关“{name}”。{maybe}可选：{known}。",
        "there is no authority '{name}'.{maybe} Use one of: {known}.",
    ),
    "authority-needed": (
        "没有写处罚机关，规则中也没有唯一的缺省机关。请写 authority，可选：{known}。",
        "no authority is named and the rules have no single default. Write authority: {known}.",
    ),
    "computed-fact": (
        "“{name}”由引擎计算，不能填写。请删除。",
        "'{name}' is computed by the engine and cannot be stated. Remove it.",
    ),
    "clause-or-violation": (
        "violation 和 clause 必须且只能写一个。",
        "give either violation or clause, and only one of them.",
    ),
    "not-an-amount": (
        '“{value}”不是金额。请写元数，最多两位小数，例如 120000 或 "1234.56"。',
        "'{value}' is not a sum of money. Write yuan with at most two decimals, such as 120000 or \"1234.56\".",
    ),
    "float-amount": (
        '“{value}”是二进制浮点数，不能精确表示金额。请写成文字，例如 "1234.56"。',
        "'{value}' is a binary float and cannot hold money exactly. Write it as text, such as \"1234.56\".",
    ),
    "amount-negative": (
        "“{value}”是负数。金额不能为负，请改为 0 或者正数。",
        "'{value}' is negative. Write a sum of zero or more.",
    ),
    "amount-too-fine": (
        "“{value}”超过两位小数。请精确到分。",
        "'{value}' has more than two decimals. Write it to the fen.",
    ),
    "amount-too-large": (
        "“{value}”超过一万亿元的上限。请核对金额。",
        "'{value}' is above the limit of 1,000,000,000,000 yuan. Check the sum.",
    ),
    "not-a-count": (
        "“{value}”不是整数。请写整数，例如 8。",
        "'{value}' is not a whole number. Write one, such as 8.",
    ),
    "count-negative": (
        "“{value}”是负数。数量不能为负，请改为 0 或者正数。",
        "'{value}' is negative. Write a count of zero or more.",
    ),
    "count-too-large": (
        "“{value}”超过 {limit} 的上限。请核对。",
        "'{value}' is above the limit of {limit}. Check it.",
    ),
    "not-a-boolean": (
        "“{value}”不是 true 或 false。请写 true（是）或者 false（否）。",
        "'{value}' is neither true nor false. Write one of them.",
    ),
    "quoted-boolean": (
        "“{value}”带了引号，是文字。请去掉引号。",
        "'{value}' is text because of its quotes. Remove the quotes.",
    ),
    "not-a-choice": ("“{value}”不在可选值之内：{known}。{maybe}", "'{value}' is not one of: {known}.{maybe}"),
    "not-unicode": (
        "文字不是有效的 Unicode（含有单独的代理码）。请重新输入或者另存为 UTF-8。",
        "the text is not valid Unicode (a lone surrogate). Type it again, or save the file as UTF-8.",
    ),
    "fact-null": (
        "值是空的。不知道就整行删去；没有就写 0 或 false。",
        "the value is empty. Leave the line out if it is unknown; write 0 or false if there is none.",
    ),
    "dates-reversed": (
        "{later}（{later_day}）早于 {earlier}（{earlier_day}）。请核对日期。",
        "{later} ({later_day}) is before {earlier} ({earlier_day}). Check the dates.",
    ),
    "circumstance-other-party": (
        "情节“{name}”不能用于这类当事人。请删去，或者核对 party.kind。",
        "the circumstance '{name}' cannot concern this kind of party. Remove it, or check party.kind.",
    ),
    "circumstance-twice": (
        "情节“{name}”写了两次。请只保留一个。",
        "the circumstance '{name}' is given twice. Keep one.",
    ),
    "case-not-readable": (
        "案件必须是 Case、字典或者文件路径，得到的是 {found}。",
        "a case is a Case, a dict or a path; got {found}.",
    ),
    "bad-fact-option": (
        "“{value}”不是“事实=值”的形式，例如 illegal_gain=120000。",
        "'{value}' is not of the form fact=value, such as illegal_gain=120000.",
    ),
}

DIAGNOSTICS: dict[str, tuple[str, str]] = {**_READING, **_SHAPE, **_RULES, **_CASES}
