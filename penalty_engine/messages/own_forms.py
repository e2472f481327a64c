"""Texts about a bureau's own Word forms and the names in them: code → (Chinese, English)."""

from __future__ import annotations

_FILES = {
    "cli-own-form-draft": (
        "这件文书还没有文号，或者所引条文未经核实：只是草稿，不得送达（本机关的表格上没有草稿标记）。",
        "This paper has no number yet, or quotes law that is not verified: a draft, not to be served (the bureau's own form bears no mark of it).",
    ),
    "own-form-missing": (
        "找不到这个文件。请检查文件名和所在的文件夹",
        "the file is not there. Check its name and its folder",
    ),
    "own-form-not-a-file": (
        "这不是一个文件。请写明 Word 文件（.docx）的文件名",
        "this is no file. Give the name of a Word file (.docx)",
    ),
    "own-form-unreadable": (
        "文件打不开（{reason}）。如果正在 Word 中打开，请先关闭；否则请换一个位置重试",
        "the file cannot be read ({reason}). Close it in Word, or try another place",
    ),
    "own-form-too-large": (
        "文件太大，或者展开后太大（文件不得超过 {limit} MB）。请压缩或者删去其中的图片后重试",
        "the file is too large, packed or unpacked (the limit is {limit} MB). Make the pictures in it smaller",
    ),
    "own-form-old-word": (
        "这是旧格式的文件（.doc、.rtf、网页等），不是 .docx。请用 Word 或者 WPS 打开，“另存为”Word 文档（.docx）后重试",
        "this is an older kind of file (.doc, .rtf, a web page …), not a .docx. Open it in Word and save it as .docx",
    ),
    "own-form-locked": (
        "文件设有打开密码。请在 Word 中取消密码，另存后重试",
        "the file is protected by a password. Remove it in Word, save and try again",
    ),
    "own-form-macros": (
        "文件带有宏（.docm），为安全起见不使用。请在 Word 中“另存为”不带宏的 Word 文档（.docx）",
        "the file holds macros (.docm) and is not used. Save it in Word as a document without macros (.docx)",
    ),
    "own-form-is-dotx": (
        "这是 Word 的“模板”格式（.dotx）。请在 Word 中打开，“另存为”Word 文档（.docx）",
        "this is a file of the Word template kind (.dotx). Open it in Word and save it as a document (.docx)",
    ),
    "own-form-strict": (
        "文件存成了“严格的 Open XML”格式。请在 Word 中“另存为”普通的 Word 文档（.docx）",
        "the file was saved as Strict Open XML. Save it in Word as an ordinary Word document (.docx)",
    ),
    "own-form-not-word": (
        "这不是 Word 文件（.docx）。请用 Word 或者 WPS 打开原来的表格，“另存为”Word 文档（.docx）",
        "this is not a Word file (.docx). Open the form in Word and save it as a document (.docx)",
    ),
    "own-form-damaged": (
        "文件已经损坏。请用 Word 打开并修复，另存后重试，或者换一份完好的文件",
        "the file is damaged. Let Word repair it and save it again, or use a sound copy",
    ),
    "own-form-no-blanks": (
        "文件中没有一处 {{{{ … }}}}，没有可以填写的内容。请先在 Word 中写上，例如 {{{{ party.name }}}}",
        "the file has no {{{{ … }}}} to fill. Write some in Word first, such as {{{{ party.name }}}}",
    ),
}

_PLACES = {
    "own-form-place": ("{where}“{text}”", "{where}, '{text}'"),
    "own-form-place-hidden": (
        "{where}中看不见的地方（域代码、图片说明或者修订记录）",
        "{where}, out of sight (a field code, the description of a picture, or a tracked change)",
    ),
    "own-form-near": ("这一段", "near this text"),
    "own-form-in-body": ("正文", "body"),
    "own-form-in-header": ("页眉{number}", "header {number}"),
    "own-form-in-footer": ("页脚{number}", "footer {number}"),
    "own-form-in-footnotes": ("脚注", "footnotes"),
    "own-form-in-endnotes": ("尾注", "endnotes"),
    "own-form-in-cell": ("第 {table} 个表格第 {row} 行第 {cell} 格", "table {table}, row {row}, cell {cell}"),
    "own-form-in-box": ("文本框", "text box"),
    "own-form-in-paragraph": ("第 {number} 段", "paragraph {number}"),
}

_MARKS = {
    "own-form-syntax": (
        "“{mark}”的写法有误。应当写成 {{{{ party.name }}}} 这样，其中的标点都用半角",
        "'{mark}' is not written correctly ({problem}). Write it like {{{{ party.name }}}}",
    ),
    "own-form-statement": (
        "“{mark}”不能使用。可以使用的有 if、elif、else、endif、for、endfor、set；"
        "占整段、整行的写成 {{%p … %}}、{{%tr … %}}，p、tr 紧接 {{%",
        "'{mark}' cannot be used. There are if, elif, else, endif, for, endfor and set; "
        "for a whole paragraph or row write {{%p … %}} or {{%tr … %}}, with no space before p or tr",
    ),
    "own-form-wide": (
        "“{mark}”是全角括号。请改用半角的 {{{{ 和 }}}}",
        "'{mark}' has full-width braces. Use the ordinary {{{{ and }}}}",
    ),
    "own-form-not-closed": (
        "有“{mark}”而同一段中没有“{pair}”。请在同一段中补上“{pair}”",
        "'{mark}' has no '{pair}' in the same paragraph. Add it",
    ),
    "own-form-not-opened": (
        "有“{mark}”而前面没有“{pair}”。请在同一段中补上“{pair}”，或者删去“{mark}”",
        "'{mark}' has no '{pair}' before it. Add it, or remove '{mark}'",
    ),
    "own-form-rich": (
        "“{mark}”不能使用。请把 {{{{ 后面紧接的字母删去，写成 {{{{ party.name }}}} 这样",
        "'{mark}' cannot be used. Remove the letter right after {{{{ and write it like {{{{ party.name }}}}",
    ),
    "own-form-signs": (
        "“{mark}”中间不能有“%”和“}}”。请删去",
        "'{mark}' must hold no '%' and no '}}' inside. Remove them",
    ),
    "own-form-alone-p": (
        "“{mark}”必须自成一段：该段的其他内容会丢失。请另起一段，只写它",
        "'{mark}' must stand alone in its paragraph: all else there would be lost. Give it a paragraph of its own",
    ),
    "own-form-alone-tr": (
        "“{mark}”必须自成一行：该行的其他内容会丢失。请在表格中插入一行，只写它",
        "'{mark}' must stand alone in its row: all else there would be lost. Insert a row for it",
    ),
    "own-form-alone-tc": (
        "“{mark}”必须自成一格：该格的其他内容会丢失。请插入一格，只写它",
        "'{mark}' must stand alone in its cell: all else there would be lost. Insert a cell for it",
    ),
    "own-form-no-tr": (
        "“{mark}”不在表格之中。表格以外请写 {{%p … %}}",
        "'{mark}' is not in a table. Outside of tables write {{%p … %}}",
    ),
    "own-form-no-tc": (
        "“{mark}”不在表格之中。表格以外请写 {{%p … %}}",
        "'{mark}' is not in a table. Outside of tables write {{%p … %}}",
    ),
    "own-form-no-end": (
        "“{mark}”没有结束。请在后面补上 {{% {end} %}}（写法与它相同：%p 对 %p，%tr 对 %tr）",
        "'{mark}' has no end. Add {{% {end} %}} after it, with the same letters: %p for %p, %tr for %tr",
    ),
    "own-form-end-without": (
        "“{mark}”前面没有与它对应的 if 或者 for。请补上，或者删去它",
        "'{mark}' has no if or for before it that it belongs to. Add one, or remove it",
    ),
    "own-form-apart": (
        "“{mark}”和“{end}”不在一处。同一段之内写 {{% … %}}；跨几段的，两处各占一段并都写 {{%p … %}}；"
        "重复表格的行，两处各占一行并都写 {{%tr … %}}",
        "'{mark}' and '{end}' do not belong together. Within one paragraph write {{% … %}}; over several paragraphs give "
        "each a paragraph of its own and write {{%p … %}}; to repeat rows give each a row and write {{%tr … %}}",
    ),
    "own-form-hidden-syntax": (
        "有写法有误的 {{{{ … }}}} 或者 {{% … %}}。请在 Word 中接受全部修订、更新域，或者删去图片说明中的花括号",
        "there is a faulty {{{{ … }}}} or {{% … %}} ({problem}). Accept all changes in Word, or remove the braces there",
    ),
    "own-form-broken": (
        "填写以后不成为完好的 Word 文件。常见的原因是 {{% … %}} 跨过了格子或者文本框，请改用 {{%p … %}}、{{%tr … %}}",
        "filled in, the file would not be sound. Most often a {{% … %}} reaches over a cell or a text box: use {{%p … %}} or {{%tr … %}}",
    ),
}

_NAMES = {
    "name-unknown": (
        "没有“{name}”这个名称。{maybe}全部名称见 penalty templates context",
        "there is no name '{name}'.{maybe} 'penalty templates context' lists them all",
    ),
    "name-no-parts": (
        "“{whole}”只是一项内容，没有“{name}”。请改为 {whole}",
        "'{whole}' is a single value and has no '{name}'. Write {whole}",
    ),
    "name-part-of-list": (
        "“{list}”有若干项，不能直接写“{name}”。请逐项写出：{{% for {loop} in {list} %}} … {{% endfor %}}，"
        "或者只写第一项：{list}[0]",
        "'{list}' is a list, so '{name}' does not say which entry. Write {{% for {loop} in {list} %}} … {{% endfor %}}, "
        "or take the first one: {list}[0]",
    ),
    "name-not-a-list": (
        "“{name}”不是清单，不能用 for 逐项写出",
        "'{name}' is not a list, so 'for' cannot go through it",
    ),
    "name-prints-list": (
        "“{name}”是一个清单，不能直接填入。请逐项写出：{{% for {loop} in {name} %}} … {{% endfor %}}",
        "'{name}' is a list and cannot be printed. Go through it: {{% for {loop} in {name} %}} … {{% endfor %}}",
    ),
    "name-prints-group": (
        "“{name}”是一组名称，不能直接填入。请写其中一项，例如：{known}",
        "'{name}' is a group and cannot be printed. Write one of its parts, such as: {known}",
    ),
    "name-no-filter": (
        "没有“{name}”这种加工方式（竖线后面的词）。{maybe}可以使用：{known}",
        "there is no filter '{name}'.{maybe} Use one of: {known}",
    ),
    "name-no-test": (
        "没有“{name}”这种判断（is 后面的词）。{maybe}请改正",
        "there is no test '{name}'.{maybe} Correct it",
    ),
    "name-call": (
        "不能在“{name}”后面写括号。请只写名称",
        "'{name}' cannot be called. Write the name without parentheses",
    ),
    "name-arithmetic": (
        "不能用 +、-、*、/、~ 拼接或者计算。请把各项分别写成 {{{{ … }}}}",
        "values are not joined or calculated with + - * / ~. Write each as a {{{{ … }}}} of its own",
    ),
    "name-statement": (
        "不能使用“{name}”。可以使用的有 if、for 和 set",
        "'{name}' cannot be used. There are if, for and set",
    ),
    "name-no-include": (
        "找不到要插入的模板“{name}”。请检查文件名和 partials 文件夹",
        "the template '{name}' to be included is not there. Check its name and the folder partials",
    ),
    "names-unreadable": (
        "名称目录 names.yaml 有误，请改正后重试：{problem}",
        "the catalogue of names, names.yaml, is faulty. Correct it and try again: {problem}",
    ),
    "names-bad-path": (
        "“{path}”不能作为名称：只用小写字母、数字、下划线，以点分层，也不能循环引用。请改正",
        "'{path}' cannot be a name: use small letters, digits, _ and points, without circles. Correct it",
    ),
    "names-no-kind": (
        "kinds 中没有“{kind}”。{maybe}请改正，或者在 kinds 中补上",
        "there is no '{kind}' under kinds.{maybe} Correct it, or add it there",
    ),
}

_COMMANDS = {
    "help-templates": (
        "文书模板和本机关自己的 Word 表格：可以使用的名称、检查、复制。",
        "Templates of the papers, and the bureau's own Word forms: names to use, checks, copies.",
    ),
    "help-templates-list": (
        "列出全部文书：编号、名称、什么情况下需要。",
        "List all forms: id, title, when a case needs it.",
    ),
    "help-templates-context": (
        "列出一种文书可以使用的全部名称：含义、在 Word 中的写法、例子。\n"
        "例子取自样例案件；写明案件文件的，取自该案件。\n"
        "例：penalty templates context decision",
        "List every name a form can use: what it means, how it is written in Word, an example.\n"
        "Examples come from a made-up case, or from the case file given.\n"
        "Example: penalty templates context decision",
    ),
    "help-templates-check": (
        "检查本机关自己的 Word 表格（.docx）或者模板文件夹：名称、写法有无错误，一次全部指出。\n"
        "有错误时退出码为 2。例：penalty templates check 决定书.docx",
        "Check a bureau's own Word form (.docx) or a folder of templates; every fault is told at once.\n"
        "Exit code 2 if there are faults. Example: penalty templates check form.docx",
    ),
    "help-templates-copy": (
        "把随软件提供的模板复制到一个新文件夹，供修改措辞。\n"
        "修改后用 --templates 文件夹 或者 PENALTY_ENGINE_TEMPLATES 使用。",
        "Copy the shipped templates to a new folder, to change their wording.\n"
        "Use them with --templates DIR or PENALTY_ENGINE_TEMPLATES.",
    ),
    "help-opt-own-form": (
        "这个 Word 表格用作哪一种文书；决定可以使用哪些现成段落。",
        "The form this Word file is for; it decides which ready-made sections there are.",
    ),
    "meta-own-form": ("文件或文件夹", "FILE|DIR"),
    "templates-list-head": ("可以制作的文书", "Papers that can be made"),
    "templates-list-when": ("需要：{reason}", "needed: {reason}"),
    "templates-list-otherwise": ("其他情形：{reason}", "otherwise: {reason}"),
    "templates-context-head": ("{title}（{form}）可以使用的名称", "Names that '{title}' ({form}) can use"),
    "templates-context-how": (
        "在 Word 中照抄左列，程序填入内容。占几段的清单，{{%p for … %}} 和 {{%p endfor %}} 各占一段；"
        "表格的行要逐项重复的，把 %p 改为 %tr，两处各占一行。",
        "Copy the left column into Word. For a list in paragraphs give {{%p for … %}} and {{%p endfor %}} a paragraph each; "
        "to repeat rows of a table write %tr instead of %p and give each a row.",
    ),
    "templates-context-blank": (
        "没有掌握的内容显示为空白横线。",
        "What is not known is printed as a blank line.",
    ),
    "templates-context-sections": (
        "现成段落（措辞与随软件提供的文书相同；独占一段时自动分段）",
        "Ready-made sections, worded as in the shipped papers; alone in its paragraph, each becomes paragraphs",
    ),
    "templates-context-in": ("用于 {loop}", "within {loop}"),
    "templates-context-example": ("{title}　例：{example}", "{title}; e.g. {example}"),
    "templates-form-sound": (
        "{file}：{count} 处填写的内容，名称都正确",
        "{file}: {count} blanks, all names are known",
    ),
    "templates-folder-sound": (
        "{folder}：{count} 个模板，没有错误",
        "{folder}: {count} templates, no faults",
    ),
    "templates-copied": (
        "已将 {count} 个文件复制到 {folder}",
        "{count} files copied to {folder}",
    ),
    "templates-no-folder": (
        "没有这个文件夹。请检查名称",
        "there is no such folder. Check the name",
    ),
}

OWN_FORMS: dict[str, tuple[str, str]] = {**_FILES, **_PLACES, **_MARKS, **_NAMES, **_COMMANDS}
