"""Texts of the page of time limits and of its calendar: code → (Chinese, English)."""

from __future__ import annotations

_COMMAND = {
    "help-deadlines": (
        "列出一件案件的各项期限：起止日、依据、是否按期；可以导出日历。\n"
        "例：penalty deadlines 案件.yaml --ics 期限.ics",
        "List the time limits of a case, or export them as a calendar.\n"
        "Example: penalty deadlines case.yaml --ics deadlines.ics",
    ),
    "help-opt-ics": (
        "另存为日历文件（iCalendar，可以导入手机和办公软件的日历；- 为标准输出）。",
        "Also write a calendar file (iCalendar, for phones and office programs; - is standard output).",
    ),
    "help-opt-on-deadlines": (
        "按这一天说明还有几日、已过几日（缺省为今天）。",
        "Tell how many days are left or have passed on this day (default: today).",
    ),
    "cli-one-output": (
        "--json 和 --ics - 不能同时输出到标准输出。请给 --ics 写明文件名，或者去掉其中一个。",
        "--json and --ics - cannot both go to standard output. Name a file with --ics, or leave one of them out.",
    ),
}

_DAYS = {
    "cli-day-filing_proposed_on": ("上报立案审批表之日", "submission of the filing form"),
    "cli-day-performed_on": ("义务全部履行完毕之日", "full performance"),
    "cli-day-annulled_on": (
        "处罚决定被变更、撤销、确认违法或者确认无效之日",
        "the day the decision was changed, annulled or declared unlawful or void",
    ),
    "cli-day-publication_withdrawn_on": ("撤回公开信息之日", "withdrawal of the published decision"),
    "cli-day-paid_on": ("应付款项足额支付之日", "payment in full of what was owed"),
    "cli-day-extension_approved_on": ("批准延长之日", "the approval of the extension"),
    "cli-day-investigation_ended_on": ("调查终结之日", "the end of the investigation"),
    "cli-day-hearing_requested_on": ("要求听证之日", "the request for a hearing"),
    "cli-day-hearing_notice_served_on": ("听证通知送达之日", "service of the notice of the hearing"),
    "cli-day-hearing_on": ("听证之日", "the hearing"),
    "cli-day-fine_paid_on": ("罚款缴纳之日", "payment of the fine"),
    "cli-day-reminder_served_on": ("催告书送达之日", "service of the reminder"),
    "cli-day-court_applied_on": ("申请人民法院强制执行之日", "the application to the court"),
}

_DUTIES = {
    "cli-name-transfer": ("移送", "transfer"),
    "cli-name-publication": ("公布", "publication"),
    "cli-duty-transfer": ("应当移送", "to be transferred"),
    "cli-duty-publication": ("应当向社会公布", "to be made public"),
}

_CLOSING = {
    "cli-due-happens": ("{name}：{due}（{basis}）", "{name}: {due} ({basis})"),
    "cli-due-backwards": ("{name}：最迟 {due}（{basis}）", "{name}: at the latest on {due} ({basis})"),
    "cli-dues-open": (
        "尚未起算的：{names}。起算日和依据见 penalty deadlines",
        "not yet running: {names}. What they run from and on what basis: penalty deadlines",
    ),
}

_PAGE = {
    "deadlines-title": ("期限", "Time limits"),
    "deadlines-as-of": ("截至 {day}", "As of {day}"),
    "deadlines-running": ("已经起算", "Running"),
    "deadlines-none": ("没有一项期限已经起算。", "No time limit is running yet."),
    "deadlines-open": ("尚未起算", "Not yet running"),
    "deadlines-nothing": (
        "本案没有拟给予的行政处罚，没有需要计算的期限。",
        "No penalty is to be imposed in this case, so there is nothing to compute.",
    ),
    "deadline-from": ("自{start}（{day}）起 {length}", "{length} from {start} ({day})"),
    "deadline-from-open": ("自{start}起 {length}", "{length} from {start}"),
    "deadline-before": ("{start}（{day}）之前 {length}", "{length} before {start} ({day})"),
    "deadline-before-open": ("{start}之前 {length}", "{length} before {start}"),
    "deadline-after": ("自“{name}”期满（{day}）起 {length}", 'from the end of "{name}" ({day}): {length}'),
    "deadline-after-open": ("自“{name}”期满起 {length}", 'from the end of "{name}": {length}'),
    "deadline-next-day": ("“{name}”期满（{day}）的次日", 'the day after the end of "{name}" ({day})'),
    "deadline-next-day-open": ("“{name}”期满的次日", 'the day after the end of "{name}"'),
    "deadline-extended": ("，含经批准延长的 {length}", ", of which {length} by an approved extension"),
    "deadline-basis": ("{text}（{basis}）", "{text} ({basis})"),
    "deadline-approximate": (
        "按周一至周五推算的工作日，请核对放假安排",
        "working days counted as Monday to Friday; check the holidays",
    ),
    "deadline-met": ("已按期：{day}", "kept: {day}"),
    "deadline-met-shown": ("已按期：此后的步骤在期限之内", "kept: a later step lies within it"),
    "deadline-missed": ("逾期：{day}，晚 {days} 日", "missed: {day}, days late: {days}"),
    "deadline-left": ("还有 {days} 日", "days left: {days}"),
    "deadline-today": ("今日届满", "ends today"),
    "deadline-passed": ("已过 {days} 日", "days past: {days}"),
    "deadline-ahead": ("{days} 日以后", "in days: {days}"),
    "deadline-reached": ("已到", "reached"),
    "deadline-supply": (
        "{text}；已办理的，补写 timeline.{field}",
        "{text}; if it was done, add timeline.{field}",
    ),
    "deadline-supply-right": (
        "{text}；是当事人的权利，当事人提出的，补写 timeline.{field}",
        "{text}; a right of the party: if it was used, add timeline.{field}",
    ),
    "deadline-declined": ("当事人没有要求", "the party does not ask for it"),
    "deadline-supply-days": (
        "在案件文件中补写以下各日（已有的保留），即可计算：",
        "Add these days to the case file (keep those that are there), and they are computed:",
    ),
    "deadline-day-form": ("年-月-日", "YYYY-MM-DD"),
    "label-remarks": ("说明", "Remarks"),
    "label-surcharge": ("加处罚款", "Surcharge"),
    "surcharge-rate": (
        "自 {begins} 起每日 {daily} 元，最多 {maximum} 元（{reaches} 达到）；按建议罚款 {fine} 元计算（{basis}）",
        "{daily} yuan a day from {begins} on, at most {maximum} yuan (reached on {reaches}); counted from the recommended fine "
        "of {fine} yuan ({basis})",
    ),
    "surcharge-amount": (
        "{paid} 缴纳，逾期 {days} 日，加处 {amount} 元",
        "paid on {paid}, days late: {days}, surcharge {amount} yuan",
    ),
    "deadlines-rest-weekend": (
        "最后一日是周六、周日：{names}。该年的放假调休安排没有收录，节假日顺延的条文也没有收录，程序没有顺延；请核对。",
        "The last day is a Saturday or Sunday: {names}. The holiday arrangement of that year is not known here, nor is a provision "
        "that would move the day, so it was not moved; check it.",
    ),
    "deadlines-rest-unknown": (
        "最后一日是否休息日不详：{names}。该年的放假安排没有收录，请对照国务院办公厅的通知核对。",
        "Whether the last day is a day of rest is not known: {names}. Check it against the published holiday arrangement of that "
        "year.",
    ),
    "deadlines-rest-day": (
        "最后一日是休息日：{names}。节假日顺延的条文没有收录，程序没有顺延；请核对。",
        "The last day is a day of rest: {names}. No provision that would move it is held here, so it was not moved; check it.",
    ),
    "deadline-note": ("{names}：{note}", "{names}: {note}"),
}

_CALENDAR = {
    "calendar-name": ("行政处罚期限", "Time limits of a penalty case"),
    "calendar-of": ("{name}（{case}）", "{name} ({case})"),
    "calendar-basis": ("依据：{basis}", "Basis: {basis}"),
    "calendar-conflict": (
        "同一环节另有期限：{others}。在有效的期限中以最早的为准。",
        "There are other limits for the same step: {others}. Work to the earliest of those in force.",
    ),
}

DEADLINES: dict[str, tuple[str, str]] = {**_COMMAND, **_DAYS, **_DUTIES, **_CLOSING, **_PAGE, **_CALENDAR}
