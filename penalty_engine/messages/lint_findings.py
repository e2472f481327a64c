"""Texts of the lints that hold rules against the provisions they quote: code → (Chinese, English)."""

from __future__ import annotations

LINT_FINDINGS: dict[str, tuple[str, str]] = {
    "bounds-not-as-written": (
        "{clause}：规则是“{rule}”，条文的写法是“{words}”。有“以上”“以下”的分别写 at_least、at_most，固定数额写 exactly。",
        "{clause}: the rule says '{rule}', the provision '{words}'. Write at_least and at_most for 以上 and 以下, exactly for a fixed figure.",
    ),
    "threshold-side": (
        "{clause}：“{fact}”的界限 {figure}，规则用的是“{used}”一类，条文写的是“{words}”。恰好等于这个数时结果不同，请改用与条文一致的比较词。",
        "{clause}: the rule divides {fact} at {figure} by {used}, the provision says '{words}'. They differ at exactly that number. Use the test the provision uses.",
    ),
    "double-not-in-text": (
        "{clause}：规则写了加倍（double_when），引用的条文没有“{words}”。请在 refers_to 引用规定加倍的条文，或者删去。",
        "{clause}: the rule doubles the fine (double_when), but no quoted provision says {words}. Quote the one that does in refers_to, or remove it.",
    ),
    "double-not-encoded": (
        "{clause}：引用的条文有“{words}”，规则没有加倍。请给罚款写 double_when。",
        "{clause}: a quoted provision says {words}, but no fine is doubled. Give the fine a double_when.",
    ),
    "count-not-in-text": (
        "{clause}：规则按“{facts}”计算，条文的写法是“{words}”，没有“每……”。请核对 per。",
        "{clause}: the rule multiplies by {facts}, but the provision says '{words}', without 每. Check per.",
    ),
    "count-not-encoded": (
        "{clause}：条文是“{words}”，有“{word}”，规则的 per 没有相应的计数事实。请补上。",
        "{clause}: the provision says '{words}' with '{word}', but the rule's per has no such count. Add it.",
    ),
    "optional-not-in-text": (
        "{clause}：规则写了 optional: true，条文“{words}”没有“可以”。请删去，或者核对引文。",
        "{clause}: the rule says optional: true, but the provision's '{words}' has no 可以. Remove it, or check the quotation.",
    ),
    "optional-not-encoded": (
        "{clause}：条文“{words}”是“可以”处罚款，规则没有写 optional: true。请补上。",
        "{clause}: the provision's '{words}' leaves the fine open (可以), but the rule does not. Add optional: true.",
    ),
    "words-without-fact": (
        "{clause}：条文有“{words}”，规则没有用事实“{fact}”（{name}）。请写进 entry 或者 when。",
        "{clause}: the text says '{words}', but the rule never looks at the fact '{fact}' ({name}). Put it into entry or when.",
    ),
    "fact-without-words": (
        "{clause}：规则用了事实“{fact}”，引用的条文没有它的用语（{words}）。请在 refers_to 引用有关条文，或者改用别的事实。",
        "{clause}: the rule uses the fact '{fact}', but no quoted provision has its words ({words}). Quote the one that has in refers_to, or use another fact.",
    ),
    "fine-not-in-text": (
        "{clause}：规则有罚款，引用的条文没有“{words}”。请删去，或者在 refers_to 引用规定罚款的条文。",
        "{clause}: the rule imposes a fine, but no quoted provision says {words}. Remove it, or quote the provision in refers_to.",
    ),
    "fine-not-encoded": (
        "{clause}：条文有“{words}”，规则没有罚款。请补上；没有数额的写 unspecified: true。",
        "{clause}: the text says '{words}', but the rule has no fine. Add it; one without an amount is unspecified: true.",
    ),
    "confiscation-not-in-text": (
        "{clause}：规则有没收，引用的条文没有“{words}”。请删去，或者在 refers_to 引用有关条文。",
        "{clause}: the rule confiscates, but no quoted provision says {words}. Remove it, or quote the provision in refers_to.",
    ),
    "confiscation-not-encoded": (
        "{clause}：条文有“{words}”，规则没有没收。请写 confiscate。",
        "{clause}: the text says '{words}', but the rule confiscates nothing. Write confiscate.",
    ),
    "revocation-not-in-text": (
        "{clause}：规则有吊销，引用的条文没有“{words}”。请删去，或者在 refers_to 引用有关条文。",
        "{clause}: the rule revokes a licence, but no quoted provision says {words}. Remove it, or quote the provision in refers_to.",
    ),
    "revocation-not-encoded": (
        "{clause}：条文有“{words}”，规则没有。本机关吊销的写 revoke，别的机关吊销的写进 measures。",
        "{clause}: the text says '{words}', but the rule does not. Write revoke for a licence this authority revokes, a measure for another body's.",
    ),
    "licence-not-in-text": (
        "{clause}：规则吊销的是“{name}”，引用的条文没有它的名称（{words}）。请改正，或者把条文的说法写进词汇表该许可证的 words。",
        "{clause}: the rule revokes '{name}', but no quoted provision names it ({words}). Correct it, or add the provision's name for it to the licence's words in the vocabulary.",
    ),
    "order-words-not-in-text": (
        "{clause}：责令事项“{name}”的用语（{words}）在条文里找不到。请照条文写，例如 {{correct: 责令限期改正}}。",
        "{clause}: the words of the order '{name}' ({words}) are not in the provision. Write them as it does, such as {{correct: 责令限期改正}}.",
    ),
    "order-not-encoded": (
        "{clause}：条文有“{words}”，规则没有这项责令。请写进 orders 或者 measures。",
        "{clause}: the text says '{words}', but the rule has no such order. Write it under orders or measures.",
    ),
    "measure-words-not-in-text": (
        "{clause}：措施“{name}”的用语（{words}）在条文里找不到。请照条文写 words，或者删去。",
        "{clause}: the words of the measure '{name}' ({words}) are not in the provision. Write words as it does, or remove it.",
    ),
    "measure-not-encoded": (
        "{clause}：条文有“{words}”，规则没有这项措施。请在 measures 写 {name}。",
        "{clause}: the text says '{words}', but the rule has no such measure. Write {name} under measures.",
    ),
    "id-not-of-article": (
        "{clause}：编号与条号“{article}”不符，应为“{id}”，可以加字母。请改正其一。",
        "{clause}: the id does not match the article {article}, which would be '{id}', with a letter if need be. Correct one of them.",
    ),
    "cite-says-nothing": (
        "出处“{cite}”什么也没有说明。请写明在哪里读到的。",
        "the citation '{cite}' says nothing. Say where it was read.",
    ),
    "cite-without-number": (
        "出处“{cite}”标为已核实，却没有文号、日期或者年份。请补上。",
        "the citation '{cite}' is marked verified but has no number, date or year. Add it.",
    ),
    "clause-without-example": (
        "{clause} 没有示例。请按条文用笔算一个，写在 examples。",
        "{clause} has no example. Work one out by hand from the text and write it under examples.",
    ),
    "outcome-without-example": (
        "{clause}：第 {number} 种情形没有示例。请写一个事实符合 entry 和这一项 when 的示例。",
        "{clause}: no example reaches outcome {number}. Write one whose facts satisfy entry and the when of this outcome.",
    ),
    "row-without-example": (
        "{clause} 的裁量标准没有示例。请用笔算一个，写在 examples。",
        "the row for {clause} has no example. Work one out by hand and write it under examples.",
    ),
    "tier-without-example": (
        "{clause} 的裁量标准中“{name}”一档没有示例。请写一个落入这一档的示例，并写明 tier。",
        "in the row for {clause} no example reaches the tier '{name}'. Write one that does and name the tier.",
    ),
    "undeclared-concurrence": (
        "{first} 与 {second} 在同一天处罚同一违法行为（{violations}），没有写明适用哪一条。请写进 conflicts.yaml。",
        "{first} and {second} punish the same violation on the same day ({violations}), and no rule says which is applied. Add a conflict to conflicts.yaml.",
    ),
    "conflict-never-meets": (
        "竞合“{conflict}”中的 {clause} 与其他条款没有共同的违法行为，或者没有同时有效的一天。请删去，或者核对编号和施行期间。",
        "in the conflict '{conflict}', {clause} shares no violation or no day in force with the others. Remove it, or check ids and periods.",
    ),
    "clause-not-covered": (
        "coverage.yaml 没有列出 {clause}。请把它写进有关的一行。",
        "coverage.yaml does not name {clause}. Add it to the row of its provision.",
    ),
    "conflict-clause-twice": (
        "同一条竞合里两次写了 {clause}。请删去一次。",
        "{clause} is named twice in one conflict. Remove one.",
    ),
    "conflict-circle": (
        "{clause} 绕了一圈又优先于它自己，结果谁也不适用。请改正其中一条竞合。",
        "{clause} prevails over itself by way of others, so that none would be applied. Correct one of the conflicts.",
    ),
    "conflict-two-ways": (
        "{first} 与 {second} 已经由竞合“{other}”另作取舍。请只留一种。",
        "{first} and {second} are decided otherwise by the conflict '{other}'. Keep one of the two.",
    ),
}
