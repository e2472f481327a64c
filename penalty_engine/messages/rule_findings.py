"""Texts of findings about what rule files say: code → (Chinese, English)."""

from __future__ import annotations

RULES: dict[str, tuple[str, str]] = {
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
    "not-obtained-with": (
        "写了 not_obtained（未取得条文），就不能再有 {name}。请删去其一。",
        "not_obtained says there is no text, so {name} cannot stand beside it. Remove one.",
    ),
    "unknown-measure": (
        "词汇表没有措施“{name}”。{maybe}请改名，或者先写入 vocabulary.yaml 的 measures。",
        "the vocabulary has no measure '{name}'.{maybe} Rename it, or add it to measures in vocabulary.yaml first.",
    ),
    "unknown-payment": (
        "词汇表没有款项“{name}”。{maybe}请改名，或者先写入 vocabulary.yaml 的 payments。",
        "the vocabulary has no payment '{name}'.{maybe} Rename it, or add it to payments in vocabulary.yaml first.",
    ),
    "base-without-times": (
        "base_at_least（不足……按……计算）只能与 times 同用。请补上 times，或者用 floor。",
        "base_at_least raises a sum of money and needs times beside it. Add times, or use floor.",
    ),
    "unspecified-with-bounds": (
        "unspecified 表示条文没有数额，不能再写数额。请删去其一。",
        "unspecified says the provision names no amount, so no bounds can stand beside it. Remove one.",
    ),
    "spells-for-count": (
        "“{name}”不是 count 类型，不能写 spells。请改类型或者删去。",
        "'{name}' is not of type count and cannot be given as spells. Change the type or remove spells.",
    ),
    "spells-part": (
        "“{name}”是另一事实的一部分的，写 of 和 before、since 之一；不是的，都不写。",
        "'{name}': a part of another fact has of and one of before and since; otherwise none of them. Correct it.",
    ),
    "spells-of": (
        "“{whole}”不能按日期段分出“{name}”：它自己须有 spells、单位相同、不是别的事实的一部分。请核对。",
        "'{name}' cannot be a part of '{whole}', which must have spells of the same unit and be no part itself. Check both.",
    ),
    "conflict-shape": (
        "竞合只能写三种之一：prevails 加 over，higher_fine，together。请改正。",
        "a conflict has one of three forms: prevails with over, higher_fine, together. Correct it.",
    ),
    "floor-without-higher-fine": (
        "at_least_the_others 只能与 higher_fine 同用。请删去。",
        "at_least_the_others goes with higher_fine only. Remove it.",
    ),
    "unknown-rule-clause": (
        "没有条款“{name}”。{maybe}请改名，或者先编入这一条。",
        "there is no clause '{name}'.{maybe} Rename it, or encode the clause first.",
    ),
    "nowhere-to-go": (
        "“{name}”既没有指向任何条目，也没有说明原因。请补上其一。",
        "'{name}' leads nowhere and gives no reason. Add one of the two.",
    ),
}
