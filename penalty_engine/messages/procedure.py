"""Texts of procedure: duties, limitation, deadlines: code → (Chinese, English)."""

from __future__ import annotations

from penalty_engine.messages.deadlines import DEADLINES

_REMARKS = {
    "on-the-spot-refused": (
        "案件写明当场处罚（on_the_spot），但本案不具备当场处罚的条件，应当适用普通程序。",
        "The case says that the decision is made on the spot (on_the_spot), but the conditions for that are not met: the ordinary procedure applies.",
    ),
    "on-the-spot-unknown": (
        "案件写明当场处罚（on_the_spot），现有事实尚不能确定能否当场处罚。",
        "The case says that the decision is made on the spot (on_the_spot); the facts do not tell yet whether that is permitted.",
    ),
    "on-the-spot-earlier-law": (
        "案件写明当场处罚（on_the_spot），决定日 {day} 早于现行规定施行之日 {since}；当时的规定没有收录，不能确定能否当场处罚。请按当时有效的规定核对。",
        "The case says that the decision is made on the spot (on_the_spot). It was made on {day}, before the present provision took effect on {since}; the one of that time is not held, so whether this was permitted is not certain. Check it against the law of that day.",
    ),
    "decided-within-hearing-period": (
        "作出决定之日 {decided} 没有超过“{name}”的期限（至 {due}，{basis}），案件没有写明当事人不要求听证或者已经举行听证。请在期限届满后作出决定；当事人明确不要求听证的，写明 hearing.requested: false。",
        'The decision of {decided} lies within the time for "{name}" (until {due}, {basis}), and the case says neither that the party gave up the hearing nor that one was held. Decide after that day; if the party gave it up, write hearing.requested: false.',
    ),
    "decided-without-hearing": (
        "当事人要求听证，案件没有写明举行听证之日，却已于 {decided} 作出决定（{basis}）。请先举行听证；已经举行的，补写 timeline.hearing_on；当事人撤回要求的，写明 hearing.requested: false。",
        "The party asked for a hearing, the case names no day on which one was held, and yet a decision was made on {decided} ({basis}). Hold the hearing first; if it was held, add timeline.hearing_on; if the party withdrew, write hearing.requested: false.",
    ),
    "payment-not-owed": (
        "案件为“{act}”写明了款项 {name} 的数额（{field}），但该行为没有由本机关责令支付的这项款项，没有采用。请核对该款项和案件事实，或者删去。",
        "The case sets a sum for the payment {name} of '{act}' ({field}), but this authority orders no such payment for that act, so it was not used. Check the payment and the facts, or leave it out.",
    ),
    "deadline-told": ("{name} {due}（{basis}）", "{name} {due} ({basis})"),
    "deadlines-conflict": (
        "同一环节有几个不同的期限：{deadlines}。{advice}请核对各项依据是否适用于本案。",
        "Several limits run for the same step: {deadlines}. {advice} Check which of the bases applies to this case.",
    ),
    "deadlines-earliest": ("请以最早的 {earliest} 为准安排工作。", "Work to the earliest, {earliest}."),
    "deadlines-earliest-if-in-force": (
        "经核实的期限到 {verified} 届满；{names}未经核实，如仍有效，则应当至迟于 {earliest} 办结。",
        "The limits that were verified end on {verified}; if {names}, which was not verified, is still in force, the last day is "
        "{earliest}.",
    ),
    "working-days-approximate": (
        "工作日为推算：{names}。{years} 年的国务院节假日安排没有收录（或者年末几日可能随下一年的安排调整），"
        "暂按周一至周五计算。请对照国务院办公厅公布的放假通知核对，并更新软件包 chinesecalendar。",
        "Working days are approximate: {names}. The State Council's holiday arrangement for {years} is not known here (or may "
        "still move the last days of the year), so Monday to Friday were counted. Check against the published notice, and "
        "update the package chinesecalendar.",
    ),
    "fine-beside-duty": ("{warning}", "{warning}"),
    "extension-too-late": (
        "“{name}”的延长批准日 {approved} 晚于期限届满日 {due}，没有计入延长（{basis}）。请核对批准日（timeline.{field}）。",
        'The extension of "{name}" was approved on {approved}, after the limit had ended on {due}, and was not counted '
        "({basis}). Check the day of approval (timeline.{field}).",
    ),
}

_FINDINGS = {
    "limit-one-start": (
        "期限“{id}”须写明从哪一日起算：from（某一日）或者 after（另一期限届满之后），只写其中一个。",
        "the limit '{id}' runs from a day (from) or from the end of another limit (after): write exactly one of the two.",
    ),
    "limit-and-after-alone": (
        "期限“{id}”只写了 and_after。请同时写明 after（另一期限届满之后）。",
        "the limit '{id}' has 'and_after' without 'after'. Write both, or 'after' alone.",
    ),
    "limit-else-after-alone": (
        "期限“{id}”只写了 else_after。请同时写明 after（另一期限届满之后）。",
        "the limit '{id}' has 'else_after' without 'after'. Write both, or 'after' alone.",
    ),
    "limit-one-length": (
        "期限“{id}”须写 length（多长）或者 surcharge（加处罚款），只写其中一个。",
        "the limit '{id}' has a length or a surcharge: write exactly one of the two.",
    ),
    "extension-unit": (
        "期限“{id}”的延长须与期限本身用同一单位（{unit}）。请改正。",
        "the extension of the limit '{id}' must be in the unit of the limit itself ({unit}). Correct it.",
    ),
    "surcharge-of-nothing": (
        "期限“{id}”每日加处的比例不能是 0。请按条文填写。",
        "the daily share of the limit '{id}' cannot be 0. Write the one of the provision.",
    ),
    "unknown-time-limit": (
        "期限“{id}”接在“{name}”之后，但没有这个期限。{maybe}请改名，或者补上该期限。",
        "the limit '{id}' comes after '{name}', which does not exist.{maybe} Rename it, or add that limit.",
    ),
    "time-limit-circle": (
        "期限“{id}”绕了一圈又接在自己之后，永远不能起算。请改正 after。",
        "the limit '{id}' leads back to itself and could never begin. Correct its 'after'.",
    ),
    "unknown-larger-amount": (
        "没有名为“{name}”的较大数额标准。{maybe}请改名，写入 procedure 文件夹的 larger_amounts，或者直接写明数额。",
        "there is no larger amount '{name}'.{maybe} Rename it, add it to larger_amounts in the folder procedure, or write the figures.",
    ),
    "larger-amount-not-for-hearings": (
        "“{id}”不是听证的较大数额标准（用于 {serves}）。请另选一项，或者直接写明数额。",
        "'{id}' is not a larger amount for hearings (it serves {serves}). Name another, or write the figures.",
    ),
}

PROCEDURE: dict[str, tuple[str, str]] = {**_REMARKS, **_FINDINGS, **DEADLINES}
