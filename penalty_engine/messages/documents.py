"""Texts about drafting and writing papers: code → (Chinese, English)."""

from __future__ import annotations

_DRAFTING = {
    "paper-unknown-form": (
        "没有“{given}”这种文书种类，{maybe}可以使用：{known}",
        "there is no form '{given}'.{maybe} Use one of: {known}",
    ),
    "forms-unreadable": (
        "文书目录 forms.yaml 有误，请改正后重试：{problem}",
        "the catalogue of forms, forms.yaml, is faulty. Correct it and try again: {problem}",
    ),
    "forms-unknown-name": (
        "没有“{given}”这个名称，{maybe}可以使用：{known}",
        "there is no name '{given}'.{maybe} Use one of: {known}",
    ),
    "forms-id-twice": (
        "文书编号 {id} 用了两次，请改用另一个编号",
        "the form id {id} is used twice. Give one of them another id",
    ),
    "paper-unknown-format": (
        "没有“{given}”这种文书格式，{maybe}可以使用：{known}",
        "there is no format '{given}'.{maybe} Use one of: {known}",
    ),
    "paper-facts-missing": (
        "不能制作{title}：案件事实不全，尚缺：{facts}。请在案件中补充后重新评估，再制作文书",
        "the {title} cannot be drafted: facts are missing: {facts}. Add them to the case and draft again",
    ),
    "paper-see-assessment": ("见案件评估结果", "see the assessment"),
    "paper-nothing-to-notify": (
        "不能制作{title}：没有可以告知的罚款、没收、吊销、警告等行政处罚（{reasons}）。"
        "请核对案件事实；依法不予处罚的，请另行制作不予行政处罚的文书",
        "the {title} cannot be drafted: there is no fine, confiscation, revocation, warning or other penalty to notify ({reasons}). "
        "Check the facts of the case; where no penalty is imposed another paper is needed",
    ),
    "paper-nothing-exempted": (
        "不能制作{title}：没有依法不予行政处罚的行为（{reasons}）。请核对案件事实和情节",
        "the {title} cannot be drafted: no act is exempt from a penalty ({reasons}). Check the facts and circumstances of the case",
    ),
    "paper-nothing-owing": (
        "不能制作{title}：没有责令支付、加付的款项（{reasons}）。请核对案件事实；给予行政处罚的，用行政处罚决定书",
        "the {title} cannot be drafted: nothing is to be paid beside a penalty ({reasons}). Check the facts; a penalty needs the penalty decision",
    ),
    "paper-nothing-ordered": (
        "不能制作{title}：没有需要责令改正的行为（{reasons}）。请核对案件事实",
        "the {title} cannot be drafted: nothing is to be corrected ({reasons}). Check the facts of the case",
    ),
    "paper-nothing-every": (
        "不能制作{title}：案件中没有违法行为（{reasons}）。请核对案件",
        "the {title} cannot be drafted: the case has no act ({reasons}). Check the case",
    ),
    "paper-bad-sum": (
        "金额“{value}”不是以元为单位、最多两位小数的非负数，请改正后重试",
        "'{value}' is not a sum of zero or more yuan with at most two decimals. Correct it and try again",
    ),
}

_TEMPLATES = {
    "template-syntax": (
        "模板语法错误（{problem}），请改正该行后重试",
        "the template has a syntax error ({problem}). Correct the line and try again",
    ),
    "template-missing": (
        "找不到模板文件 {name}，请检查模板文件夹 {folder} 是否完整",
        "the template {name} is missing. Check that the templates folder {folder} is complete",
    ),
    "template-not-utf8": (
        "模板文件不是 UTF-8 编码，请另存为 UTF-8 后重试",
        "a template is not UTF-8. Save it as UTF-8 and try again",
    ),
    "template-undefined": (
        "模板使用了没有定义的名称（{problem}），请改用已有的名称",
        "the template uses a name that does not exist ({problem}). Use one of the names there are",
    ),
    "template-forbidden": (
        "模板使用了不允许的操作（{problem}），请删去该操作",
        "the template does something that is not allowed ({problem}). Remove it",
    ),
    "template-too-deep": (
        "花括号中的内容嵌套太深，无法读取。请减少一层套一层的 if、for 和括号",
        "what stands in the braces is nested too deeply to be read. Use fewer if, for and parentheses inside one another",
    ),
    "template-fault": (
        "模板执行出错（{problem}），请改正该行后重试",
        "the template fails ({problem}). Correct the line and try again",
    ),
    "template-not-text": (
        "模板要输出的内容不是文字或者数字，而是 {kind}，请改为输出它的某一项",
        "the template prints a {kind}, which is neither text nor a number. Print one of its parts",
    ),
}

_FORM_TABLES = {
    "form-not-closed": (
        "模板中的表格“{row}”没有结束。请在表格末尾另起一行写上“:::”",
        "the form table '{row}' of the template is not closed. Add a line ':::' below its last row",
    ),
    "form-not-open": (
        "模板中的“{row}”前面没有“::: form”。请删去该行，或者补上表格的开头",
        "the '{row}' of the template has no '::: form' before it. Remove it, or add the line that opens the table",
    ),
    "form-nested": (
        "模板中的“{row}”写在一个表格之中；表格不能套表格，表格之中也不能换页。请先另起一行用“:::”结束前一个表格",
        "the '{row}' of the template stands inside a form table, which holds neither another table nor a page break. "
        "Close the table before it with a line ':::'",
    ),
    "form-mark-unknown": (
        "模板中的“{row}”无法识别。可以使用的是“::: form 各栏宽度”、“::: page”和“:::”，请改正",
        "the '{row}' of the template is not known. Use '::: form' with the widths of the columns, '::: page' or ':::'",
    ),
    "form-bad-widths": (
        "模板中的表格“{row}”没有正确写明各栏的宽度。请写成整数，例如“::: form 16 34 16 34”",
        "the form table '{row}' of the template does not give the widths of its columns. "
        "Write whole numbers, such as '::: form 16 34 16 34'",
    ),
    "form-too-many-cells": (
        "模板中表格的行“{row}”占 {cells} 栏，而表格只有 {columns} 栏。请减少该行的“|”，或者在“::: form”后增加栏宽",
        "the row '{row}' of the template takes {cells} columns, but its table has {columns}. "
        "Take away a '|', or add a width after '::: form'",
    ),
    "form-row-unreadable": (
        "模板中表格的行“{row}”无法识别。请以一个“|”开头，每一栏后面写“|”；大格以“|:”结尾",
        "the row '{row}' of the template cannot be read. Begin it with one '|' and end each cell with '|'; "
        "a big cell is opened by '|:'",
    ),
    "form-rule-line": (
        "模板中的“{row}”是普通表格的分隔线，“::: form”表格不用分隔线。请删去该行",
        "the '{row}' of the template is the rule of an ordinary table; a '::: form' table has none. Remove the line",
    ),
    "form-row-outside": (
        "模板中表格的行“{row}”不在“::: form”和“:::”之间。请把它移入表格，或者给普通表格补上“|---|”分隔线",
        "the row '{row}' of the template stands outside '::: form' and ':::'. "
        "Move it into the table, or give an ordinary table its rule '|---|'",
    ),
    "form-text-outside-cell": (
        "模板中表格里的文字“{row}”不在任何一格之中。请写在“| 名称 |:”或者“|:”一行的下面",
        "the text '{row}' of the template stands in a form table but in none of its cells. "
        "Write it below a line '| label |:' or '|:'",
    ),
}

_PDF = {
    "pdf-not-installed": (
        '没有安装制作 PDF 的组件，请运行：pip install "penalty-engine[pdf]"；'
        "也可以制作 Word（docx）或者网页（html）文件，打开后打印为 PDF",
        'what makes PDF is not installed. Run: pip install "penalty-engine[pdf]"; '
        "or make a Word (docx) or web (html) file, open it and print it as PDF",
    ),
    "pdf-libraries-missing": (
        "制作 PDF 的组件已经安装，但系统缺少它所用的 Pango 等程序库，请联系管理员安装 Pango；"
        "也可以制作 Word（docx）或者网页（html）文件，打开后打印为 PDF",
        "what makes PDF is installed, but the system lacks Pango or another library it uses. Have Pango installed; "
        "or make a Word (docx) or web (html) file, open it and print it as PDF",
    ),
}

_WRITING = {
    "output-exists": (
        "文件 {path} 已经存在，没有改动；要覆盖请加 --force，否则请换一个文件名",
        "the file {path} exists and was left as it is. Use --force to overwrite it, or another name",
    ),
    "output-is-the-case": (
        "{path} 就是案件文件本身，没有改动；请换一个文件名",
        "{path} is the case file itself and was left as it is. Choose another name",
    ),
    "output-bad-name": (
        "输出文件名“{path}”含有不能使用的字符，请换一个文件名",
        "the output name '{path}' holds characters that cannot be used. Choose another name",
    ),
    "output-failed": ("不能写入 {path}：{cause}", "{path} cannot be written: {cause}"),
    "output-no-folder": (
        "文件夹 {path} 不存在，请先建立该文件夹或者换一个位置",
        "the folder {path} does not exist. Make it first, or choose another place",
    ),
    "output-not-a-folder": (
        "{path} 不是文件夹，请换一个位置",
        "{path} is not a folder. Choose another place",
    ),
    "output-is-a-folder": (
        "{path} 是文件夹，请在后面写上文件名",
        "{path} is a folder. Add a file name",
    ),
    "output-not-a-file": (
        "{path} 不是普通文件，不能覆盖，请换一个文件名",
        "{path} is not an ordinary file and is not overwritten. Choose another name",
    ),
    "cause-no-permission": (
        "没有写入权限，请换一个文件夹或者联系管理员",
        "no permission to write there. Choose another folder, or ask the administrator",
    ),
    "cause-read-only": ("所在磁盘是只读的，请换一个文件夹", "the disk is read-only. Choose another folder"),
    "cause-no-space": ("磁盘空间不足，请清理后重试", "the disk is full. Free some space and try again"),
    "cause-name-too-long": (
        "文件名太长，请换一个较短的文件名",
        "the file name is too long. Choose a shorter one",
    ),
    "cause-other": ("{reason}，请检查后重试", "{reason}. Check and try again"),
}

DOCUMENTS: dict[str, tuple[str, str]] = {**_DRAFTING, **_TEMPLATES, **_FORM_TABLES, **_PDF, **_WRITING}
