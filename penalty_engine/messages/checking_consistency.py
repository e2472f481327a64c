"""Texts of the check of a decision about what cannot all be true, and about who is named: code → (Chinese, English)."""

from __future__ import annotations

CONSISTENCY: dict[str, tuple[str, str]] = {
    "check-no-penalty-and-penalty": (
        "对“{violation}”既写明不予处罚的理由（{ground}），又给予了处罚。",
        "for “{violation}” a ground for imposing nothing is stated ({ground}), and a penalty is imposed all the same.",
    ),
    "check-no-penalty-and-penalty-way": (
        "给予处罚的，删去 no_penalty；不予处罚的，删去处罚。",
        "If it is punished, take no_penalty out; if it is not, take the penalty out.",
    ),
    "check-transfer-returned-first": (
        "案件 {transferred} 移送，却写明 {returned} 已经移送回来。",
        "the case was transferred on {transferred}, but is stated to have come back on {returned}, before that.",
    ),
    "check-transfer-returned-first-way": (
        "按移送的文书更正日期（steps.transfer）；还没有移送回来的，删去 returned_on。",
        "Correct the days by the papers of the transfer (steps.transfer); if it has not come back, take returned_on out.",
    ),
    "check-defence-waived-and-made": (
        "既写明当事人放弃陈述、申辩（defence_waived），又写明当事人作了陈述、申辩。",
        "the party is stated to have given up statement and defence (defence_waived), and to have made its defence.",
    ),
    "check-defence-waived-and-made-way": (
        "按案卷更正：作了陈述、申辩的，删去 steps.defence_waived；放弃的，把 defence.made 改为 false。",
        "Correct it by the file: if a defence was made, take steps.defence_waived out; if it was given up, state defence.made: false.",
    ),
    "check-step-before-case": (
        "{step}写为 {day}，早于{since}（{first}）。",
        "{step} is dated {day}, before {since} ({first}).",
    ),
    "check-step-before-case-way": (
        "按案卷更正日期；这一步确实在此之前办的，在本案中重新办理。",
        "Correct the day by the file; if the step really was taken then, take it again in this case.",
    ),
    "check-step-offer": ("告知听证权利", "telling the party of its right to a hearing"),
    "check-since-filed_on": ("立案之日", "the case was filed"),
    "check-since-discovered_on": ("发现违法行为之日", "the act was discovered"),
    "check-since-conduct_from": ("违法行为开始之日", "the act began"),
    "check-capitals-unreadable": (
        "大写“{stated}”中的“{strange}”不是大写金额用字，无法与数字核对。",
        "the sum in capitals, “{stated}”, holds what is no numeral in capitals (“{strange}”), so it cannot be compared.",
    ),
    "check-capitals-unreadable-way": ("大写应为“{capitals}”。", "In capitals it is “{capitals}”."),
    "check-hearing-notice-missing": (
        "听证在 {held} 举行，没有事先通知当事人听证时间、地点的记录。",
        "the hearing was held on {held}; there is no record that the party was told its time and place beforehand.",
    ),
    "check-hearing-notice-missing-way": (
        "已经通知的，写明送达之日（steps.hearing.notice_served_on）；没有通知的，重新通知并再次举行听证。",
        "If it was told, state the day of service (steps.hearing.notice_served_on); if not, give notice and hold the hearing again.",
    ),
    "check-discussion-by-one": (
        "参加集体讨论的只写明{name}一人；一人不成其为集体讨论。",
        "{name} is the only person named as taking part in the collective discussion; one person does not discuss collectively.",
    ),
    "check-discussion-by-one-way": (
        "写明全部参加人员（steps.collective_discussion.participants）；确实只有一人的，重新集体讨论。",
        "Name everybody who took part (steps.collective_discussion.participants); if there was only one, discuss it again.",
    ),
}
