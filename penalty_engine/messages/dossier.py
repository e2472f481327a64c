"""Texts about the dossier of a case: code → (Chinese, English)."""

from __future__ import annotations

_COMMAND = {
    "help-dossier": (
        "制作本案程序需要的全部文书，按顺序编号，并附案卷清单（尚缺的内容、期限、参加人员）。\n"
        "写入新的文件夹，不覆盖已有的文件。退出码：0 已制作，3 缺少事实（只制作能够制作的文书），2 输入有误，1 其他。",
        "Write every paper the procedure of the case requires, numbered in order, with a checklist (what is missing, time "
        "limits, who takes part).\nA new folder is made; nothing existing is overwritten. Exit codes: 0 made, 3 facts missing "
        "(what can be made is made), 2 wrong input, 1 anything else.",
    ),
    "help-opt-dossier-out": (
        "新的文件夹；不能已有内容。",
        "The new folder; one that exists must be empty.",
    ),
    "help-opt-dossier-format": ("文书的格式（缺省为 docx）。", "Format of the papers (default: docx)."),
}

_FOLDER = {
    "folder-not-empty": (
        "文件夹 {path} 已经存在而且有内容，没有改动；请换一个新的文件夹名",
        "the folder {path} exists and is not empty; it was left as it is. Name a new folder",
    ),
    "folder-is-a-file": (
        "{path} 已经存在而且不是文件夹，没有改动；请换一个新的文件夹名",
        "{path} exists and is not a folder; it was left as it is. Name a new folder",
    ),
    "folder-is-here": (
        "{path} 是当前所在的文件夹；请写一个新的文件夹名，例如 案卷",
        "{path} is the folder you are in. Name a new folder, such as papers",
    ),
    "blanks-unreadable": (
        "空白目录 blanks.yaml 有误，请改正后重试：{problem}",
        "the catalogue of blanks, blanks.yaml, is faulty. Correct it and try again: {problem}",
    ),
    "blanks-unknown-field": (
        "案件文件中没有 {field} 这一项，请改用已有的项",
        "the case file has no field {field}. Use one that exists",
    ),
}

_STATES = {
    "dossier-state-penalty": ("是否给予行政处罚", "whether a penalty is imposed"),
    "dossier-state-money": ("是否有应当缴纳、支付的款项", "whether a sum is to be paid"),
    "dossier-state-order": ("是否责令改正", "whether the party is ordered to correct"),
    "dossier-state-payment": (
        "是否责令支付、加付款项；在责令的期限内付清、改正的，不再责令（timeline.order_due_on、paid_on、corrected_on）",
        "whether something is to be paid that is no penalty; not what is paid or corrected within the time ordered "
        "(timeline.order_due_on, paid_on, corrected_on)",
    ),
    "dossier-state-exempt": ("是否依法不予处罚", "whether the act is exempt"),
    "dossier-state-minor": (
        "全案是否情节轻微（认定轻微的，写入 acts[].circumstances）",
        "whether the whole case is minor (if so, state it in acts[].circumstances)",
    ),
    "dossier-state-corrected": (
        "是否已经改正（timeline.corrected_on）",
        "whether it was corrected (timeline.corrected_on)",
    ),
    "dossier-state-withdrawn": ("是否撤销立案", "whether the filing is withdrawn"),
    "dossier-state-hearing": ("是否应当告知听证权利", "whether there is a right to a hearing"),
    "dossier-state-hearing-declined": (
        "当事人是否要求听证（hearing.requested）",
        "whether the party asks for a hearing (hearing.requested)",
    ),
    "dossier-state-hearing-requested": (
        "当事人是否要求听证（hearing.requested）",
        "whether the party asks for a hearing (hearing.requested)",
    ),
    "dossier-state-prosecution": (
        "移送司法机关后是否退回本机关处理（退回的，将 elections.crime_indicated 改为 false）",
        "whether the case, transferred for prosecution, comes back to this authority (then set elections.crime_indicated to "
        "false)",
    ),
    "dossier-state-collective-discussion": (
        "是否应当集体讨论",
        "whether collective discussion is required",
    ),
    "dossier-state-legal-review": ("是否应当法制审核", "whether legal review is required"),
    "dossier-state-on-the-spot": (
        "是否当场处罚（on_the_spot）",
        "whether it is decided on the spot (on_the_spot)",
    ),
    "dossier-state-unperformed": (
        "当事人是否逾期不履行（timeline.fine_paid_on、performed_on）",
        "whether the party performs in time (timeline.fine_paid_on, performed_on)",
    ),
}

_PARTICIPANTS = {
    "dossier-role-officers": ("承办人员", "Officers in charge"),
    "dossier-role-reviewer": ("法制审核人员", "Legal reviewer"),
    "dossier-role-discussion": ("集体讨论参加人", "Collective discussion"),
    "dossier-role-chair": ("听证主持人", "Chair of the hearing"),
    "dossier-role-persons": ("被处罚的责任人员", "Responsible persons fined"),
    "dossier-officers-few": (
        "只写明 {count} 人，不得少于 {least} 人，请补写",
        "{count} stated, at least {least} are needed. Add the others",
    ),
    "dossier-reviewer-unqualified": (
        "没有写明审核人员的资格，请在 legal_review.qualification 中补写",
        "the reviewer's qualification is not stated. Add it as legal_review.qualification",
    ),
    "dossier-no-head": (
        "参加人中没有本机关负责人，请核对；是负责人的，写明 head: true",
        "no head of the authority is among the participants. Check; mark a head with head: true",
    ),
    "dossier-review-before-hearing": (
        "法制审核（{day}）早于听证（{hearing}）；听证之后、作出决定以前应当重新审核，请补办并改写 legal_review.reviewed_on",
        "the review ({day}) lies before the hearing ({hearing}). Review again after the hearing and before the decision, and "
        "correct legal_review.reviewed_on",
    ),
    "dossier-discussion-before-hearing": (
        "集体讨论（{day}）早于听证（{hearing}）；应当根据听证笔录重新讨论，请补办并改写 discussion.held_on",
        "the discussion ({day}) lies before the hearing ({hearing}). Discuss again on the record of the hearing, and correct "
        "discussion.held_on",
    ),
    "dossier-discussion-alone": (
        "只写明{name}一人，不是集体讨论，请补写其他参加人",
        "only {name} is stated; one person is no discussion. Add the others",
    ),
    "dossier-chair-investigated": (
        "{name}是本案承办人员，不得主持本案听证，请另行指定",
        "{name} investigated the case and may not chair its hearing. Appoint another",
    ),
    "dossier-persons-differ": (
        "写明 {count} 人，测算时按 {least} 人处罚，请核对",
        "{count} named, but {least} are fined by the facts. Check which is right",
    ),
    "dossier-persons-between": (
        "写明 {count} 人，测算时按 {least} 至 {most} 人处罚，请核对",
        "{count} named, but {least} to {most} are fined by the facts. Check which is right",
    ),
}

_LIMITS = {
    "dossier-limit-happens": ("届时发生，不须办理", "happens by itself"),
    "dossier-limit-missed": ("逾期：没有在最后一日以前办理", "missed: not done by the last day"),
    "dossier-limit-open": ("案件中没有这一步的记载", "the case does not record this step"),
    "dossier-limit-right": (
        "当事人的权利，案件没有写明已经提出；提出的，补写 {field}",
        "a right of the party, not used by what the case says; if it was, add {field}",
    ),
    "dossier-limit-declined": ("当事人没有要求", "the party does not ask for it"),
    "dossier-limit-undone": ("尚未办理；办理后补写 {field}", "not done yet; once it is, add {field}"),
}

_PAGE = {
    "dossier-title": ("案卷", "Dossier"),
    "dossier-written": ("已写入 {folder}，共 {count} 个文件：", "Written to {folder}, {count} files:"),
    "dossier-paper-blanks": ("空白 {count} 处", "blanks: {count}"),
    "dossier-paper-complete": ("没有空白", "no blanks"),
    "dossier-paper-no-number": ("文号待编", "number still to be given"),
    "dossier-not-made": ("需要而暂时不能制作的文书：", "Required, but cannot be made yet:"),
    "dossier-undecided": ("尚不能确定是否需要的文书：", "Not yet decided whether these are needed:"),
    "dossier-depends": ("{names}：取决于{states}", "{names}: depends on {states}"),
    "dossier-not-made-facts": ("{names}（缺少事实，见下）", "{names} (facts are missing, see below)"),
    "dossier-not-needed": (
        "本案不需要的文书 {count} 种，见案卷清单。",
        "Forms this case does not need: {count}; see the checklist.",
    ),
    "dossier-missing-facts": ("缺少的事实：", "Facts missing:"),
    "dossier-gaps": (
        "仍然空白的内容和案件文件中的位置：",
        "Still blank, and where it goes in the case file:",
    ),
    "dossier-by-hand": (
        "另有 {count} 处没有对应的字段，在文书上直接填写，见案卷清单。",
        "Blanks without a field: {count}. Fill them in on the papers; the checklist names them.",
    ),
    "dossier-participants": ("参加人员：", "Who takes part:"),
    "dossier-told": ("{name}：{text}", "{name}: {text}"),
    "dossier-field": ("{label}（{field}）", "{label} ({field})"),
    "dossier-file-named": ("{file}（{name}）", "{file} ({name})"),
    "dossier-authority-data": ("本机关资料", "the authority's own data, in the rules"),
    "dossier-nobody": ("没有写明（{field}）", "not stated ({field})"),
    "dossier-missed": ("已经超过的期限：", "Time limits that are past:"),
    "dossier-missed-limit": ("{name}，最后一日 {due}。{standing}", "{name}, last day {due}. {standing}"),
    "dossier-next": ("下一步：", "Next steps:"),
    "dossier-next-transfer": (
        "先依法移送司法机关；移送期间不作出行政处罚决定。",
        "Transfer the case to the judicial organs first; no penalty is imposed meanwhile.",
    ),
    "dossier-next-facts": (
        "把缺少的事实写入案件文件，然后重新制作（换一个新的文件夹）。",
        "Write the missing facts into the case file and make the dossier again, into a new folder.",
    ),
    "dossier-next-gaps": (
        "把尚缺的内容写入案件文件后重新制作，或者在文书上直接填写。",
        "Write what is missing into the case file and make the dossier again, or fill it in on the papers.",
    ),
    "dossier-next-numbers": (
        "送达的文书编号后才不是草稿：{fields}。",
        "Papers that are served are drafts until they have numbers: {fields}.",
    ),
    "dossier-next-ordinary": (
        "不能当场处罚的，删去案件文件中的 on_the_spot 后重新制作，得到普通程序的文书。",
        "Where no decision on the spot is permitted, take on_the_spot out of the case file and make the dossier again: it "
        "then holds the papers of the ordinary procedure.",
    ),
    "dossier-next-people": ("补正参加人员。", "Put right who takes part."),
    "dossier-next-limits": (
        "核对超过的期限；有批准延长的，写明并附卷。penalty deadlines 列出全部期限。",
        "Check the time limits that are past; an extension granted is stated and kept in the file. 'penalty deadlines' "
        "lists all of them.",
    ),
    "dossier-next-read": (
        "逐件核对文书，由有权的人员审批、签名、盖章。",
        "Check each paper; those with the power to do so approve, sign and seal it.",
    ),
}

DOSSIER: dict[str, tuple[str, str]] = {**_COMMAND, **_FOLDER, **_STATES, **_PARTICIPANTS, **_LIMITS, **_PAGE}
