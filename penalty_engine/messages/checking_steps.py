"""Texts of the check of a decision about steps, terms, the file and the page: code → (Chinese, English)."""

from __future__ import annotations

_FIRST = (
    "先办这一步，再作出决定；决定已经作出的，提请法制审核人员研究如何纠正。",
    "Take this step first, then decide; where the decision was already made, have the legal reviewers say how to put it right.",
)
_ELSE = "if not, take this step first, then decide; where the decision was already made, have the legal reviewers say how to put it right."

_TRANSFER = {
    "check-not-transferred": (
        "没有移送的记录：{reasons}。",
        "there is no record of a transfer: {reasons}.",
    ),
    "check-not-transferred-way": (
        "已经移送的，写明日期（steps.transfer）。没有的，及时移送，不得以行政处罚代替刑事处罚；认定有误的，更正案件的选定（elections）。",
        "If it was transferred, state the day (steps.transfer); if not, transfer it without delay: an administrative penalty does "
        "not stand in for a criminal one. If the finding is wrong, correct the elections of the case.",
    ),
    "check-transfer-late": (
        "案件 {transferred} 才移送，晚于决定之日 {decided}。",
        "the case was transferred on {transferred}, after the decision of {decided}.",
    ),
    "check-transfer-late-way": (
        "先移送，再按司法机关的处理结果决定是否处罚；决定已经作出的，提请法制审核人员研究如何纠正。",
        "Transfer first, and decide by what the judicial authorities do; where the decision was already made, have the legal "
        "reviewers say how to put it right.",
    ),
    "check-fined-after-transfer": (
        "案件已经移送，没有写明已移送回来，决定给予罚款；人民法院判处罚金的，不再给予罚款。",
        "the case was transferred and is not stated to have come back, but the decision imposes a fine; where the court imposes a "
        "criminal fine, none is imposed beside it.",
    ),
    "check-fined-after-transfer-way": (
        "移送期间不作罚款决定；司法机关已经移送回来的，写明日期（steps.transfer.returned_on）。",
        "Do not fine while the case is with the judicial authorities; if it came back, state the day "
        "(steps.transfer.returned_on).",
    ),
}

_STEPS = {
    "check-notice-missing": (
        "没有在作出决定之前告知当事人的记录。",
        "there is no record that the party was given notice before the decision.",
    ),
    "check-notice-missing-way": (
        "已经告知的，写明送达之日（steps.prior_notice）；当事人明确放弃陈述、申辩权利的，写明 steps.defence_waived: true。没有的，"
        + _FIRST[0],
        "If notice was given, state the day it was served (steps.prior_notice); if the party expressly gave up statement and "
        "defence, state steps.defence_waived: true; " + _ELSE,
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
        "降到告知的数额以内；因另行查明的新事实、新证据加重的，按新的数额重新告知，再次听取陈述、申辩，并改写 steps.prior_notice。",
        "Stay within what was announced; if it is heavier for new facts or evidence found otherwise, give notice again with the new "
        "sum, hear the party again, and restate steps.prior_notice.",
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
    "check-review-before-hearing": (
        "法制审核在 {done}，早于听证之日 {hearing}；审核没有看到听证笔录。",
        "the legal review was done on {done}, before the hearing of {hearing}; the reviewers had no record of the hearing.",
    ),
    "check-review-before-hearing-way": (
        "听证结束后再送法制审核；已经再次审核的，写再次审核之日（steps.legal_review.done_on）。",
        "Have it reviewed after the hearing; if it was reviewed again, state that day (steps.legal_review.done_on).",
    ),
    "check-discussion-before-hearing": (
        "集体讨论在 {done}，早于听证之日 {hearing}；讨论没有根据听证笔录。",
        "the collective discussion was held on {done}, before the hearing of {hearing}; it did not rest on the record of the "
        "hearing.",
    ),
    "check-discussion-before-hearing-way": (
        "听证结束后再集体讨论；已经再次讨论的，写再次讨论之日（steps.collective_discussion.held_on）。",
        "Discuss it after the hearing; if it was discussed again, state that day (steps.collective_discussion.held_on).",
    ),
    "check-steps-out-of-order": (
        "{first}在 {day}，晚于{then} {other}；本机关规定的顺序是{first}在前。",
        "{first} was on {day}, after {then} of {other}; by the authority's own rules {first} comes first.",
    ),
    "check-steps-out-of-order-way": (
        "核对日期；顺序确实颠倒的，写明原因并附卷，以后的案件按规定的顺序办理。",
        "Check the days; if the order was reversed, put the reason in the file, and keep to the order in later cases.",
    ),
    "check-step-review": ("法制审核", "the legal review"),
    "check-step-discussion": ("集体讨论", "the collective discussion"),
    "check-step-notice": ("事先告知", "the prior notice"),
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
    "check-not-reported": (
        "当场作出的处罚决定没有报所属行政机关备案的记录。",
        "there is no record that the penalty imposed on the spot was reported to the authority.",
    ),
    "check-not-reported-way": (
        "报本机关备案，并写明日期（steps.reported_on）。",
        "Report it to the authority, and state the day (steps.reported_on).",
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
    "check-surcharge-not-told": (
        "没有写明逾期不缴纳罚款时加处罚款的标准（每日 {right}）。",
        "the rate of the surcharge for late payment is not stated ({right} a day).",
    ),
    "check-surcharge-not-told-way": (
        "在决定书中写明（payment.surcharge: {id}）；另行告知的，附卷。",
        "State it in the decision (payment.surcharge: {id}); if the party was told otherwise, keep the paper in the file.",
    ),
    "check-surcharge-differs": (
        "加处罚款的标准写为每日 {stated}，应为每日 {right}。",
        "the rate of the surcharge is stated as {stated} a day; it is {right} a day.",
    ),
    "check-surcharge-differs-way": (
        "改为每日 {right}（payment.surcharge: {id}）。",
        "State {right} a day (payment.surcharge: {id}).",
    ),
    "check-remedy-direct-suit": (
        "当场作出的处罚决定，应当先申请行政复议；决定却告知当事人可以在 {stated}内直接起诉。",
        "a penalty imposed on the spot goes to reconsideration first, but the decision tells the party that it may sue directly "
        "within {stated}.",
    ),
    "check-remedy-direct-suit-way": (
        "改为先申请行政复议；一并告知复议之后起诉的，写复议之后的起诉期限（remedies.litigation）。",
        "Tell the party to seek reconsideration first; if the suit after it is told as well, state its own term "
        "(remedies.litigation).",
    ),
    "check-reconsideration-first-not-told": (
        "当场作出的处罚决定，没有告知当事人先申请行政复议。",
        "the party is not told that a penalty imposed on the spot goes to reconsideration first.",
    ),
    "check-reconsideration-first-not-told-way": (
        "在决定中告知，并写明 remedies.reconsideration_first: true。",
        "Tell it in the decision, and state remedies.reconsideration_first: true.",
    ),
    "check-paper-leaves-out": (
        "决定书缺少{what}。",
        "the paper of the decision lacks {what}.",
    ),
    "check-paper-leaves-out-way": (
        "补齐后再送达；已经送达的，提请法制审核人员研究如何纠正。",
        "Add it before service; where the decision was already served, have the legal reviewers say how to put it right.",
    ),
    "check-part-party": ("当事人的姓名或者名称、地址", "the name and address of the party"),
    "check-part-facts": ("违法的事实和证据", "the facts of the violation and the evidence"),
    "check-part-authority": (
        "行政机关名称和作出决定的日期",
        "the name of the authority and the day of the decision",
    ),
    "check-part-seal": ("行政机关的印章", "the seal of the authority"),
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
    "check-length-days": ("{count} 日", "{count} day{count:s}"),
    "check-length-working_days": ("{count} 个工作日", "{count} working day{count:s}"),
    "check-length-months": ("{count} 个月", "{count} month{count:s}"),
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
    "check-severity-unlawful": ("实体违法", "Unlawful in substance"),
    "check-severity-procedural-fault": ("程序违法", "Unlawful in procedure"),
    "check-severity-paper-fault": ("文书错误", "Paper at fault"),
    "check-severity-departure": ("偏离裁量基准", "Off the benchmark"),
    "check-severity-note": ("提示", "To be looked at"),
    "check-count-unlawful": ("实体违法 {count} 处", "{count} unlawful in substance"),
    "check-count-procedural-fault": ("程序违法 {count} 处", "{count} unlawful in procedure"),
    "check-count-paper-fault": ("文书错误 {count} 处", "{count} of the paper"),
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
        "退出码：0 没有发现违法或者文书错误，1 有，3 缺少事实，2 输入有误。",
        "Hold a penalty decision, drafted or made, against the rules (a YAML or JSON file; - is standard input).\n"
        "Exit codes: 0 nothing unlawful or wrong in the paper, 1 something is, 3 facts missing, 2 wrong input.",
    ),
}

CHECKING_STEPS: dict[str, tuple[str, str]] = {**_TRANSFER, **_STEPS, **_TERMS, **_FILE, **_PAGE}
