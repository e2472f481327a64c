"""Texts about drafting and writing papers: code → (Chinese, English)."""

from __future__ import annotations

_DRAFTING = {
    "paper-unknown-form": (
        "没有“{given}”这种文书种类，{maybe}可以使用：{known}",
        "there is no form '{given}'.{maybe} Use one of: {known}",
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
    "template-fault": (
        "模板执行出错（{problem}），请改正该行后重试",
        "the template fails ({problem}). Correct the line and try again",
    ),
    "template-not-text": (
        "模板要输出的内容不是文字或者数字，而是 {kind}，请改为输出它的某一项",
        "the template prints a {kind}, which is neither text nor a number. Print one of its parts",
    ),
}

_WRITING = {
    "output-exists": (
        "文件 {path} 已经存在，没有改动；要覆盖请加 --force，否则请换一个文件名",
        "the file {path} exists and was left as it is. Use --force to overwrite it, or another name",
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

DOCUMENTS: dict[str, tuple[str, str]] = {**_DRAFTING, **_TEMPLATES, **_WRITING}
