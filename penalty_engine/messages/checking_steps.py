"""Texts of the check of a decision about steps, terms, the file and the page: code → (Chinese, English)."""

from __future__ import annotations

_FIRST = (
    "先办这一步，再作出决定；决定已经作出的，提请法制审核人员研究如何纠正。",
    "Take this step first, then decide; where the decision was already made, have the legal reviewers say how to put it right.",
)
_ELSE = "if not, take this step first, then decide; where the decision was already made, have the legal reviewers say how to put it right."

_STEPS = {
    "check-notice-missing": (
        "没有在作出决定之前告知当事人的记录。",
        "there is no record that the party was given notice before the decision.",
    ),
    "check-notice-missing-way": (
        "已经告知的，写明送达之日（steps.prior_notice）。没有的，" + _FIRST[0],
        "If notice was given, state the day it was served (steps.prior_notice); " + _ELSE,
    ),
    "check-notice-late": (
        "事先告知书 {served} 送达，晚于决定之日 {decided}。",
        "the prior notice was served on {served}, after the decision of {decided}.",
    ),
    "check-notice-late-way": _FIRST,
    "check-notice-without-sum": (
        "事先告知没有写明拟罚款的数额，决定罚款 {sum} 元。",
        "the prior notice states no sum, but the decision imposes a fine of {sum} yuan.",
    ),
    "check-notice-without-sum-way": (
        "已经告知数额的，写明（steps.prior_notice.fine）；没有告知的，重新告知。",
        "If the sum was announced, state it (steps.prior_notice.fine); if not, give notice again.",
    ),
    "check-above-notice": (
        "{what} {sum} 元，高于告知的 {announced} 元。",
        "{what} of {sum} yuan is above the {announced} yuan announced.",
    ),
    "check-above-notice-way": (
        "降到告知的数额以内，或者按新的数额重新告知。",
        "Stay within what was announced, or give notice again with the new sum.",
    ),
    "check-heavier-after-defence": (
        "当事人陈述申辩之后，{what}由告知的 {announced} 元提高到 {sum} 元。",
        "after the party's defence, {what} was raised from the {announced} yuan announced to {sum} yuan.",
    ),
    "check-heavier-after-defence-way": (
        "降到告知的数额以内。",
        "Stay within what was announced.",
    ),
    "check-what-fine": ("罚款", "the fine"),
    "check-what-confiscate": ("没收", "the confiscation"),
    "check-defence-not-answered": (
        "当事人作了陈述、申辩，没有复核意见。",
        "the party stated its defence, but there is no finding on it.",
    ),
    "check-defence-not-answered-way": (
        "复核并写明是否采纳及其理由（steps.defence.finding）。",
        "Verify it, and state whether it was accepted and why (steps.defence.finding).",
    ),
    "check-hearing-not-offered": (
        "应当告知听证权利（{reasons}），没有告知的记录。",
        "the party must be told of its right to a hearing ({reasons}); there is no record of it.",
    ),
    "check-hearing-not-offered-way": (
        "已经告知的，写明日期（steps.hearing.offered_on）。没有的，" + _FIRST[0],
        "If it was told, state the day (steps.hearing.offered_on); " + _ELSE,
    ),
    "check-hearing-offered-late": (
        "听证权利 {offered} 才告知，晚于决定之日 {decided}。",
        "the right to a hearing was told on {offered}, after the decision of {decided}.",
    ),
    "check-hearing-offered-late-way": _FIRST,
    "check-hearing-not-held": (
        "当事人 {requested} 要求听证，没有举行听证的记录。",
        "the party asked for a hearing on {requested}; there is no record of one.",
    ),
    "check-hearing-not-held-way": (
        "放弃或者撤回的，写明 steps.hearing.waived: true。其余情形，" + _FIRST[0],
        "If the party gave it up or withdrew, state steps.hearing.waived: true; " + _ELSE,
    ),
    "check-hearing-late": (
        "听证 {held} 举行，晚于决定之日 {decided}。",
        "the hearing was held on {held}, after the decision of {decided}.",
    ),
    "check-hearing-late-way": _FIRST,
    "check-decided-too-early": (
        "{decided} 作出决定时，“{name}”的期限（至 {due}）还没有届满。",
        "on {decided}, the day of the decision, the time limit “{name}” was still running (until {due}).",
    ),
    "check-decided-too-early-way": (
        "期限届满之后再作出决定；当事人已明确放弃的，写明 steps.hearing.waived: true。",
        "Decide after it has ended; if the party gave up the right, state steps.hearing.waived: true.",
    ),
    "check-review-missing": (
        "应当法制审核（{reasons}），没有审核的记录。",
        "legal review is due ({reasons}); there is no record of one.",
    ),
    "check-review-missing-way": (
        "已经审核的，写明日期（steps.legal_review）。没有的，" + _FIRST[0],
        "If it was reviewed, state the day (steps.legal_review); " + _ELSE,
    ),
    "check-review-late": (
        "法制审核在 {done}，晚于决定之日 {decided}。",
        "the legal review was done on {done}, after the decision of {decided}.",
    ),
    "check-review-late-way": _FIRST,
    "check-review-failed": ("法制审核没有通过。", "the legal review did not agree."),
    "check-review-failed-way": (
        "按审核意见修改，再送审核；通过之前不作出决定。",
        "Change the decision as the reviewers say and have it reviewed again; do not decide before they agree.",
    ),
    "check-discussion-missing": (
        "应当集体讨论（{reasons}），没有讨论的记录。",
        "collective discussion is due ({reasons}); there is no record of one.",
    ),
    "check-discussion-missing-way": (
        "已经讨论的，写明日期和参加人员（steps.collective_discussion）。没有的，" + _FIRST[0],
        "If it was discussed, state the day and who took part (steps.collective_discussion); " + _ELSE,
    ),
    "check-discussion-late": (
        "集体讨论在 {done}，晚于决定之日 {decided}。",
        "the collective discussion was held on {done}, after the decision of {decided}.",
    ),
    "check-discussion-late-way": _FIRST,
    "check-discussion-without-head": (
        "参加集体讨论的人员中没有本机关负责人。",
        "no head of the authority took part in the collective discussion.",
    ),
    "check-discussion-without-head-way": (
        "由本机关负责人集体讨论；负责人已经参加的，在其姓名后注明 head: true。",
        "Have the heads of the authority discuss it; if one took part, state head: true beside the name.",
    ),
    "check-officers-too-few": (
        "承办的执法人员 {count} 人，不得少于 {least} 人。",
        "officers named: {count}; there must be at least {least}.",
    ),
    "check-officers-too-few-way": (
        "写明全部承办人员（officers）；确实不足的，由 {least} 名以上执法人员重新办理。",
        "Name every officer in charge (officers); if there were too few, have at least {least} take the steps again.",
    ),
    "check-on-the-spot-not-permitted": (
        "这项处罚不属于可以当场作出的处罚。",
        "this penalty is not one that may be imposed on the spot.",
    ),
    "check-on-the-spot-not-permitted-way": (
        "按普通程序办理（on_the_spot: false）。",
        "Follow the ordinary procedure (on_the_spot: false).",
    ),
}

_TERMS = {
    "check-deadline-missed": (
        "“{name}”的期限是 {due}，实际在 {day}。",
        "the time limit “{name}” was {due}; the day was {day}.",
    ),
    "check-deadline-missed-way": (
        "核对日期；有批准延长或者不计入的期间的，写明并附卷。",
        "Check the days; if the limit was extended, or some time does not count, state it and keep the papers in the file.",
    ),
    "check-payment-term-missing": (
        "没有写明缴纳罚款的期限（{right}）。",
        "the term for paying the fine is not stated ({right}).",
    ),
    "check-payment-term-missing-way": ("写明 {right}（payment）。", "State {right} (payment)."),
    "check-payment-term-differs": (
        "缴纳罚款的期限写为“{stated}”，应为 {right}。",
        "the term for paying the fine is stated as {stated}; it is {right}.",
    ),
    "check-payment-term-differs-way": ("改为 {right}（payment）。", "State {right} (payment)."),
    "check-remedy-missing": (
        "没有告知“{name}”（{right}之内，向{body}）。",
        "the remedy “{name}” is not stated (within {right}, to {body}).",
    ),
    "check-remedy-missing-way": ("在决定中写明（remedies）。", "State it in the decision (remedies)."),
    "check-remedy-term-differs": (
        "“{name}”的期限写为“{stated}”，应为 {right}。",
        "the term of the remedy “{name}” is stated as {stated}; it is {right}.",
    ),
    "check-remedy-term-differs-way": ("改为 {right}。", "State {right}."),
    "check-remedy-body-differs": (
        "“{name}”的受理机关写为“{given}”，应为{body}。",
        "the body for the remedy “{name}” is stated as {given}; it is {body}.",
    ),
    "check-remedy-body-differs-way": ("改为{body}。", "State {body}."),
    "check-limitation-run": ("{warning}", "{warning}"),
    "check-limitation-run-way": (
        "不再处罚；日期有误的，更正案件的日期。",
        "Impose nothing; if a day is wrong, correct the days of the case.",
    ),
    "check-text": ("{text}", "{text}"),
    "check-and": ("{text}；{rest}", "{text}; {rest}"),
    "check-length-days": ("{count} 日", "{count} days"),
    "check-length-working_days": ("{count} 个工作日", "{count} working days"),
    "check-length-months": ("{count} 个月", "{count} months"),
    "check-body": ("主管机关", "the competent body"),
    "check-none-named": ("空白", "nothing"),
    "check-not-yet-law": (
        "{statute}所载文本自 {first} 施行，晚于决定之日 {day}；请核对当时施行的规定。",
        "The {statute} as held here is in force from {first}, after the decision of {day}; check the provision in force then.",
    ),
    "check-not-verified": (
        "这一依据未经核实：{reason}。",
        "This basis is not verified: {reason}.",
    ),
}

_FILE = {
    "decision-case": (
        "case 应为案件本身，或者案件文件的路径；现为“{value}”。",
        "case is the case itself, or the path of its file; it is '{value}'.",
    ),
    "decision-day-differs": (
        "决定写为 {day}，案件的 timeline.{name} 是 {stated}。请核对，改成同一天。",
        "the decision says {day}, timeline.{name} of the case says {stated}. Make them agree.",
    ),
    "decision-no-such-act": (
        "案件只有 {count} 个行为，没有第 {number} 个。请更正 act。",
        "there is no act {number}; the case has {count} in all. Correct act.",
    ),
    "decision-unknown": (
        "规则中没有名为“{name}”的{kind}。{maybe}请更正。",
        "the rules have no {kind} '{name}'.{maybe} Correct it.",
    ),
    "check-kind-clause": ("条款", "clause"),
    "check-kind-tier": ("阶次", "tier"),
    "check-kind-revoke": ("许可证", "licence"),
    "check-kind-no_penalty": ("情节", "circumstance"),
    "check-kind-orders": ("责令事项", "order"),
    "check-kind-measures": ("措施", "measure"),
}

_PAGE = {
    "check-severity-unlawful": ("违法", "Against the law"),
    "check-severity-procedural-fault": ("程序或者文书有错误", "Procedure or paper at fault"),
    "check-severity-departure": ("偏离裁量基准", "Off the benchmark"),
    "check-severity-note": ("提示", "To be looked at"),
    "check-count-unlawful": ("违法 {count} 处", "{count} against the law"),
    "check-count-procedural-fault": ("程序或者文书有错误 {count} 处", "{count} of procedure or paper"),
    "check-count-departure": ("偏离裁量基准 {count} 处", "{count} off the benchmark"),
    "check-count-note": ("提示 {count} 处", "{count} to be looked at"),
    "check-sound": ("没有发现问题。", "Nothing was found."),
    "check-needs-facts": (
        "案件缺少事实，没有核对完；以下是已能核对的部分。",
        "Facts of the case are missing, so it was not checked to the end; below is what could be checked.",
    ),
    "check-decision": ("{number}", "{number}"),
    "check-decided-on": ("{day} 作出", "of {day}"),
    "check-sums": ("罚款 {fine} 元", "fine {fine} yuan"),
    "check-confiscated": ("没收 {confiscate} 元", "confiscation {confiscate} yuan"),
    "check-range": (
        "罚款 {low}–{high} 元，建议 {recommended} 元",
        "fine {low}–{high} yuan, proposed {recommended} yuan",
    ),
    "check-fixed": ("罚款 {low} 元", "fine {low} yuan"),
    "check-range-open": ("缺少事实，不能确定", "not certain, facts are missing"),
    "check-nothing-imposed": ("不予处罚", "no penalty"),
    "check-at": ("{field}（{place}）", "{field} ({place})"),
    "check-field": ("{field}", "{field}"),
    "check-rests-on": ("本次核对所依据的规则另有以下说明：", "What the rules add for this case:"),
    "label-check-decision": ("决定", "Decision"),
    "label-check-law": ("依规则", "By the rules"),
    "label-check-result": ("结果", "Result"),
    "label-check-basis": ("依据", "Basis"),
    "label-check-place": ("位置", "Place"),
    "label-check-way": ("办法", "Way out"),
    "label-check-remark": ("说明", "Remark"),
    "meta-decision": ("决定文件", "DECISION"),
    "help-check": (
        "把一份已经拟好或者作出的处罚决定（YAML 或 JSON 文件；- 为标准输入）与规则逐项核对。\n"
        "退出码：0 没有违法或者程序错误，1 有，3 缺少事实，2 输入有误。",
        "Hold a penalty decision, drafted or made, against the rules (a YAML or JSON file; - is standard input).\n"
        "Exit codes: 0 nothing against law or procedure, 1 something is, 3 facts missing, 2 wrong input.",
    ),
}

CHECKING_STEPS: dict[str, tuple[str, str]] = {**_STEPS, **_TERMS, **_FILE, **_PAGE}
