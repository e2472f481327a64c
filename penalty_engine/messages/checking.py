"""Texts of the check of a decision: code → (Chinese, English). ``…-way`` is the way out of the finding of that code."""

from __future__ import annotations

from penalty_engine.messages.checking_consistency import CONSISTENCY
from penalty_engine.messages.checking_steps import CHECKING_STEPS

_CLAUSES = {
    "check-clause-not-cited": (
        "给予处罚，但没有写明依据的条款。",
        "a penalty is imposed, but no clause is cited for it.",
    ),
    "check-clause-not-cited-way": ("写明条款（clause）。{instead}", "Cite the clause (clause). {instead}"),
    "check-clause-other-violation": (
        "{clause}不处罚“{violation}”。",
        "{clause} does not punish “{violation}”.",
    ),
    "check-clause-other-violation-way": (
        "{instead}行为认定有误的，更正案件的违法行为（violation）。",
        "{instead} If the act was named wrongly, correct the violation of the case.",
    ),
    "check-clause-not-in-force": ("{clause}不能适用：{reason}。", "{clause} cannot be applied: {reason}."),
    "check-clause-not-in-force-way": (
        "改用行为时施行的条款。{instead}",
        "Cite a clause that was in force at the time of the act. {instead}",
    ),
    "check-clause-of-heavier-law": (
        "{clause}是行为时的规定；作出决定时的规定较轻，应当适用新的规定。",
        "{clause} was the law at the time of the act; the law at the decision is milder and is to be applied.",
    ),
    "check-clause-of-heavier-law-way": (
        "改用作出决定时的规定。{instead}",
        "Apply the law of the day of the decision. {instead}",
    ),
    "check-clause-not-available": (
        "{clause}的处罚条件不具备：{reason}。",
        "the conditions of {clause} are not met: {reason}.",
    ),
    "check-clause-not-available-way": (
        "条件不具备，不能依本条处罚；案件事实有误的，更正后再核对。{instead}",
        "Nothing can be imposed under it; if the facts of the case are wrong, correct them and check again. {instead}",
    ),
    "check-clause-set-aside": (
        "{clause}在本案中不适用。{reason}",
        "{clause} is not applied to this act. {reason}",
    ),
    "check-clause-set-aside-way": ("改用适用的条款。{instead}", "Cite the clause that is applied. {instead}"),
    "check-clause-of-another-body": ("{clause}：{reason}。", "{clause}: {reason}."),
    "check-clause-of-another-body-way": (
        "本机关不能依本条处罚，移送有权机关。{instead}",
        "This authority cannot punish under it; refer the case. {instead}",
    ),
    "check-instead": ("本案适用的是{clauses}。", "What applies to this act: {clauses}."),
    "check-instead-nothing": (
        "没有本机关可以适用于本案的处罚条款。",
        "There is no clause that this authority can apply to this act.",
    ),
    "check-referred": ("对本案的事实，由{body}处理", "on the facts of this case the {body} deals with it"),
    "check-no-reason": ("没有说明原因", "no reason is stated"),
}

_SUMS = {
    "check-fine-above-maximum": (
        "{on}为 {sum} 元，超过{clause}的上限 {maximum} 元{formula}。",
        "{on} of {sum} yuan is above the maximum of {clause}, {maximum} yuan{formula}.",
    ),
    "check-fine-above-maximum-way": (
        "改为 {range} 元之内的数额；按已认定的情节，建议 {recommended} 元。",
        "Set a sum within {range} yuan; by the circumstances found, {recommended} yuan is proposed.",
    ),
    "check-fine-below-minimum": (
        "{on}为 {sum} 元，低于{clause}的下限 {minimum} 元{formula}，又没有认定减轻处罚的情节。",
        "{on} of {sum} yuan is below the minimum of {clause}, {minimum} yuan{formula}, and no ground for mitigation was found.",
    ),
    "check-fine-below-minimum-way": (
        "改为 {range} 元之内的数额；有法定减轻情节的，先写入案件的 circumstances，再选定 elections.mitigate。",
        "Set a sum within {range} yuan; if there is a statutory ground for mitigation, enter it in the circumstances of the case "
        "first, then elect elections.mitigate.",
    ),
    "check-mitigated-without-ground": (
        "决定减轻处罚，{on}为 {sum} 元，低于{clause}的下限 {minimum} 元{formula}，但没有认定任何减轻处罚的情节。",
        "the decision mitigates: {on} of {sum} yuan is below the minimum of {clause}, {minimum} yuan{formula}, but no ground for "
        "mitigation was found.",
    ),
    "check-mitigated-without-ground-way": (
        "改为 {range} 元之内的数额；有法定减轻情节的，写入案件的 circumstances。",
        "Set a sum within {range} yuan; if there is a statutory ground, enter it in the circumstances of the case.",
    ),
    "check-mitigation-not-elected": (
        "{on}为 {sum} 元，低于{clause}的下限 {minimum} 元{formula}；有减轻处罚的情节（{grounds}），但决定没有写明减轻处罚。",
        "{on} of {sum} yuan is below the minimum of {clause}, {minimum} yuan{formula}; there is a ground for mitigation "
        "({grounds}), but the decision does not say that it mitigates.",
    ),
    "check-mitigation-not-elected-way": (
        "写明减轻处罚及其理由（elections.mitigate: true）；不减轻的，改为 {range} 元之内的数额。",
        "Say that the penalty is mitigated, and why (elections.mitigate: true), or set a sum within {range} yuan.",
    ),
    "check-fine-without-ground": (
        "{on} {sum} 元没有依据：{clause}对本案的事实没有规定这项罚款。",
        "{on} of {sum} yuan has no basis: {clause} provides no such fine on the facts of this case.",
    ),
    "check-fine-without-ground-way": (
        "删去这项罚款；案件事实有误的，更正后再核对。",
        "Take the fine out; if the facts of the case are wrong, correct them and check again.",
    ),
    "check-fine-missing": (
        "{clause}规定应当罚款（{on}，{range} 元{formula}），决定没有罚。",
        "{clause} makes a fine mandatory ({on}, {range} yuan{formula}), but the decision imposes none.",
    ),
    "check-fine-missing-way": (
        "补上这项罚款（建议 {recommended} 元）。",
        "Add the fine ({recommended} yuan is proposed).",
    ),
    "check-fined-twice": (
        "同一行为依{clause}罚了两次款，第二次为 {sum} 元（{on}）。",
        "the same act is fined twice under {clause}; the second time {sum} yuan ({on}).",
    ),
    "check-fined-twice-way": ("只保留一项罚款。", "Keep one fine only."),
    "check-persons-differ": (
        "对责任人员 {fined} 人罚款，案件认定应受处罚的是 {found} 人（{clause}）。",
        "{fined} responsible persons are fined; the case found {found} ({clause}).",
    ),
    "check-persons-differ-way": (
        "更正人数（persons），或者更正案件中的责任人员人数。",
        "Correct the number (persons), or the number of responsible persons in the case.",
    ),
    "check-not-the-product": (
        "写明的计算不成立：{rate} × {quantity} = {product}，不是 {sum}。",
        "the calculation as written does not come out: {rate} × {quantity} = {product}, not {sum}.",
    ),
    "check-not-the-product-way": (
        "更正标准（rate）、数量（quantity）或者罚款数额，使三者一致。",
        "Correct the rate, the quantity or the fine so that the three agree.",
    ),
    "check-quantity-differs": (
        "罚款 {sum} 元按数量 {given} 计算，案件认定的是 {found}（{clause}）。",
        "the fine of {sum} yuan is counted from {given}; the case found {found} ({clause}).",
    ),
    "check-quantity-differs-way": (
        "更正数量（quantity）和罚款数额，或者更正案件的事实。",
        "Correct the quantity and the fine, or the facts of the case.",
    ),
    "check-not-divisible": (
        "罚款 {sum} 元不是同一标准乘以 {quantity} 的积（{clause}）。",
        "the fine of {sum} yuan is not {quantity} times one rate ({clause}).",
    ),
    "check-not-divisible-way": (
        "核对计算；各人（各项）标准不同的，在决定中分别写明。",
        "Check the calculation; where the rates differ, state each of them in the decision.",
    ),
    "check-total-wrong": (
        "合计写为 {stated} 元，各项罚款相加为 {total} 元{parts}。",
        "the total is stated as {stated} yuan; the fines add up to {total} yuan{parts}.",
    ),
    "check-total-wrong-way": (
        "把合计改为 {total} 元，或者更正各项罚款。",
        "State {total} yuan as the total, or correct the fines.",
    ),
    "check-capitals-disagree": (
        "大写“{stated}”与数字 {sum} 元不一致。",
        "the sum in capitals (“{stated}”) is not the sum in figures, {sum} yuan.",
    ),
    "check-capitals-disagree-way": ("大写应为“{capitals}”。", "In capitals it is “{capitals}”."),
    "check-on-unit": ("对当事人的罚款", "the fine on the party"),
    "check-on-responsible_person": ("对责任人员的罚款", "the fine on a responsible person"),
    "check-formula": ("（{formula}）", " ({formula})"),
}

_DISCRETION = {
    "check-tier-departs": (
        "{on}为 {sum} 元{implied}，按已认定的情节应在“{tier}”一档（{band} 元）。",
        "{on} of {sum} yuan{implied} is off the tier that follows from the circumstances, “{tier}” ({band} yuan).",
    ),
    "check-tier-departs-way": (
        "改为 {band} 元之内的数额（建议 {recommended} 元）；要偏离裁量基准的，写明理由（elections.depart_from_benchmark: true）并集体讨论。",
        "Set a sum within {band} yuan ({recommended} yuan is proposed); to depart from the benchmark, give the reasons "
        "(elections.depart_from_benchmark: true) and discuss it collectively.",
    ),
    "check-departure-stated": (
        "决定偏离裁量基准：{on}为 {sum} 元{implied}，按已认定的情节应在“{tier}”一档（{band} 元）。",
        "the decision departs from the benchmark: {on} of {sum} yuan{implied}; the circumstances lead to the tier “{tier}” "
        "({band} yuan).",
    ),
    "check-departure-stated-way": (
        "在决定书中写明偏离的理由。",
        "State the reasons for the departure in the decision.",
    ),
    "check-tier-misnamed": (
        "写明的是“{named}”，{sum} 元却在“{tiers}”一档。",
        "the tier named is “{named}”, but {sum} yuan lies in “{tiers}”.",
    ),
    "check-tier-misnamed-way": (
        "更正阶次（tier）或者罚款数额。",
        "Correct the tier or the fine.",
    ),
    "check-implied": ("（在“{tiers}”一档）", " (tier “{tiers}”)"),
    "check-mandatory-ignored": (
        "已认定“{circumstances}”，应当{effect}；{on}仍为 {sum} 元{implied}，不在“{tier}”一档（{band} 元）之内。",
        "“{circumstances}” was found, so the penalty must be {effect}; {on} is still {sum} yuan{implied}, not within the tier "
        "“{tier}” ({band} yuan).",
    ),
    "check-mandatory-ignored-way": (
        "改为 {band} 元之内的数额（建议 {recommended} 元）。",
        "Set a sum within {band} yuan ({recommended} yuan is proposed).",
    ),
    "check-mitigation-due": (
        "已认定“{circumstances}”，应当从轻或者减轻处罚；{clause}是固定数额，没有从轻的余地，只能减轻；{on}仍为 {sum} 元。",
        "“{circumstances}” was found, so the penalty must be lighter or mitigated; {clause} sets a fixed sum, which leaves nothing "
        "but mitigation; {on} is still {sum} yuan.",
    ),
    "check-mitigation-due-way": (
        "选定减轻处罚（elections.mitigate: true），写明数额和理由，并集体讨论；认定有误的，更正案件的情节。",
        "Elect mitigation (elections.mitigate: true), state the sum and the reasons, and discuss it collectively; if the finding is "
        "wrong, correct the circumstances of the case.",
    ),
    "check-effect-lighter": ("从轻或者减轻处罚", "lighter or mitigated"),
    "check-effect-heavier": ("从重处罚", "heavier"),
    "check-exempt-punished": (
        "“{violation}”依法不予处罚（{ground}），决定仍给予处罚。",
        "no penalty may be imposed for “{violation}” ({ground}), but the decision imposes one.",
    ),
    "check-exempt-punished-way": (
        "取消处罚，改为不予处罚决定（no_penalty）；认定有误的，更正案件的情节和日期后再核对。",
        "Take the penalty out and decide not to punish (no_penalty); if the finding is wrong, correct the circumstances and "
        "days of the case and check again.",
    ),
    "check-exemption-elected-punished": (
        "已选定对“{violation}”不予处罚（{ground}），决定却给予处罚。",
        "it was elected not to punish “{violation}” ({ground}), but the decision imposes a penalty.",
    ),
    "check-exemption-elected-punished-way": (
        "取消处罚，或者撤销不予处罚的选定（elections）。",
        "Take the penalty out, or withdraw the election (elections).",
    ),
    "check-ground": ("见依据", "see the basis"),
    "check-no-penalty-without-ground": (
        "不予处罚的理由“{ground}”没有在案件中认定，或者与案件的其他事实矛盾。",
        "the ground for imposing nothing, “{ground}”, was not found in the case, or contradicts other facts of it.",
    ),
    "check-no-penalty-without-ground-way": (
        "有证据证明的，在案件第 {number} 个行为的 circumstances 中写明 {id}；没有的，依法处罚。",
        "If it is proved, enter {id} in the circumstances of act {number} of the case; if not, impose the penalty.",
    ),
    "check-not-punished": (
        "“{violation}”应当处罚（{clauses}），决定既没有处罚，也没有写明不予处罚的理由。",
        "“{violation}” must be punished ({clauses}); the decision imposes nothing and states no ground for that.",
    ),
    "check-not-punished-way": (
        "补上处罚；不予处罚的，写明理由（no_penalty）。",
        "Impose the penalty, or state the ground for imposing none (no_penalty).",
    ),
    "check-second-fine": (
        "“{violation}”已由{by}处以罚款，决定又罚款 {sum} 元。",
        "“{violation}” was already fined by {by}; the decision fines it again with {sum} yuan.",
    ),
    "check-second-fine-way": (
        "删去这项罚款；罚款以外的处理不受影响。",
        "Take the fine out; what is no fine is not affected.",
    ),
    "check-cannot-check": (
        "“{violation}”还缺少事实，不能核对完：{facts}。",
        "“{violation}” cannot be checked to the end, facts are missing: {facts}.",
    ),
    "check-cannot-check-way": (
        "在案件中补写这些事实，再核对一次。",
        "Add these facts to the case and check again.",
    ),
}

_BESIDE = {
    "check-confiscation-missing": (
        "应当没收违法所得 {due} 元（{clauses}），决定没有没收。",
        "illegal gain of {due} yuan is to be confiscated ({clauses}); the decision does not.",
    ),
    "check-confiscation-missing-way": ("补上没收 {due} 元。", "Add the confiscation of {due} yuan."),
    "check-confiscation-differs": (
        "没收 {found} 元，应当没收的是 {due} 元（{clauses}）。",
        "{found} yuan is confiscated; what is to be confiscated is {due} yuan ({clauses}).",
    ),
    "check-confiscation-differs-way": (
        "改为没收 {due} 元；违法所得认定有误的，更正案件的事实。",
        "Confiscate {due} yuan; if the gain was found wrongly, correct the facts of the case.",
    ),
    "check-confiscation-without-ground": (
        "没收 {found} 元没有依据：{clauses}对本案的事实没有规定没收。",
        "the confiscation of {found} yuan has no basis: {clauses} provides none on the facts of this case.",
    ),
    "check-confiscation-without-ground-way": (
        "删去没收；有违法所得的，写入案件的事实后再核对。",
        "Take the confiscation out; if there was illegal gain, enter it in the facts of the case and check again.",
    ),
    "check-revocation-without-ground": (
        "吊销{licence}没有依据：{clauses}对本案的事实没有规定吊销。",
        "the revocation of the {licence} has no basis: {clauses} provides none on the facts of this case.",
    ),
    "check-revocation-without-ground-way": ("删去吊销。", "Take the revocation out."),
    "check-revocation-missing": (
        "应当吊销{licence}（{clauses}），决定没有吊销。",
        "the {licence} is to be revoked ({clauses}); the decision does not.",
    ),
    "check-revocation-missing-way": ("补上吊销{licence}。", "Add the revocation of the {licence}."),
    "check-measure-without-ground": (
        "“{measure}”没有依据：{clauses}对本案的事实没有规定。",
        "“{measure}” has no basis: {clauses} does not provide it on the facts of this case.",
    ),
    "check-measure-without-ground-way": ("删去这项处罚。", "Take it out."),
    "check-measure-of-another-body": (
        "“{measure}”由{body}决定（{clause}），本机关不能作出。",
        "“{measure}” is for the {body} to decide ({clause}), not for this authority.",
    ),
    "check-measure-of-another-body-way": (
        "删去这一项，另行移送{body}。",
        "Take it out, and refer the matter to the {body}.",
    ),
    "check-measure-missing": (
        "应当给予“{measure}”（{clause}），决定没有给予。",
        "“{measure}” is to be imposed ({clause}); the decision does not.",
    ),
    "check-measure-missing-way": ("补上“{measure}”。", "Add “{measure}”."),
    "check-order-missing": (
        "决定没有写责令事项：{orders}（{clauses}）。",
        "the decision leaves out what is to be ordered: {orders} ({clauses}).",
    ),
    "check-order-missing-way": ("补写责令事项（orders）。", "Add the order (orders)."),
}

CHECKING: dict[str, tuple[str, str]] = {
    **_CLAUSES,
    **_SUMS,
    **_DISCRETION,
    **_BESIDE,
    **CHECKING_STEPS,
    **CONSISTENCY,
}
