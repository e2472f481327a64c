"""Rules that say what the provisions they quote say, in the many ways provisions say it."""

from __future__ import annotations

from tests.rulebook.bad_lints import COVERAGE
from tests.rulebook.folders import Change, clause
from tests.rulebook.lint_parts import one, refers, several

_RANGE = "- fine: {at_least: 1000, at_most: 5000}"
_TEXT = "处一千元以上五千元以下罚款。"

_SUMS = {
    "unit-of-the-second-bound": one(
        "- fine: {per: workers, at_least: 500, at_most: 2000}", "以每人五百以上二千元以下的标准处以罚款。"
    ),
    "arabic-and-chinese-bounds": one(
        "- fine: {at_least: 2000, at_most: 20000}", "处2000元以上2万元以下的罚款。"
    ),
    "figures-elsewhere": one(
        "- fine: {per: workers, at_least: 500, at_most: 2000}",
        "有前条行为的，依照前款规定处罚。",
        refers("第九条", "以每人五百元以上二千元以下的标准处以罚款。"),
    ),
    "percentages": one(
        "- payments: [{payment: wages, times: gain, at_least: 0.5, at_most: 1}]",
        "责令按所得百分之五十以上百分之一百以下的标准加付赔偿金。",
    ),
    "percent-and-times": one(
        "- payments: [{payment: wages, times: gain, at_least: 0.5, at_most: 1}]",
        "责令按照所得50%以上1倍以下的标准计算，加付赔偿金。",
    ),
    "half-a-per-mille-a-day": one(
        "- payments: [{payment: surcharge, times: gain, per: days, exactly: 0.0005}]",
        "按日加收所得万分之五的滞纳金。",
    ),
    "per-mille-a-day": one(
        "- payments: [{payment: surcharge, times: gain, per: days, exactly: 0.002}]",
        "按日加收所得2‰的滞纳金。",
    ),
    "the-sum-itself": one("- payments: [{payment: wages, times: gain, exactly: 1}]", "应当支付所得。"),
    "twice": one("- payments: [{payment: wages, times: gain, exactly: 2}]", "每月支付所得的二倍。"),
    "smallest-base": one(
        "- fine: {times: gain, at_least: 1, at_most: 5, base_at_least: 10000}",
        "处所得一倍以上五倍以下的罚款；所得不足一万元的，按一万元计算。",
    ),
    "doubled-by-another-article": one(
        "- fine: {exactly: 10000, double_when: {refused: true}}",
        "处1万元的罚款。",
        refers("第九条", "拒不改正的，依照前条标准加一倍罚款。"),
    ),
    "no-amount": one("- fine: {unspecified: true, optional: true}", "并可以处以罚款。"),
    "a-figure-in-the-words-of-a-measure": one(
        "- measures: [{measure: halt, words: 支付两倍的工资}]", "应当支付两倍的工资而未支付的，处理。"
    ),
    "above-and-the-rest": one(
        "- when: {gain: {above: 10000}}\n  fine: {at_most: 5000}\n- when: {gain: {at_most: 10000}}\n  fine: {at_most: 1000}",
        "所得超过一万元的，处五千元以下罚款；其他的，处一千元以下罚款。",
    ),
    "a-month-of-persons": one(
        "- fine: {per: [workers, months], exactly: 5000}",
        "按照每使用一名工人每月处5000元罚款的标准给予处罚。",
    ),
}

_WORDS = {
    "may-interview-must-fine": one(_RANGE, "并可以约谈有关负责人；处一千元以上五千元以下罚款。"),
    "may-before-an-addition": one(
        "- {fine: {at_least: 1000, at_most: 5000}, measures: [warning]}",
        "可以给予警告，并处一千元以上五千元以下罚款。",
    ),
    "may-in-one-character": one(
        "- fine: {at_least: 1000, at_most: 5000, optional: true}", "并可处以一千元以上五千元以下罚款。"
    ),
    "may-per-head": one(
        "- fine: {per: workers, at_least: 100, at_most: 500, optional: true}",
        "并可以按照每人100元以上500元以下的标准计算，处以罚款。",
    ),
    "a-crime-is-not-serious": one(
        _RANGE, "处一千元以上五千元以下罚款；情节严重，构成犯罪的，依法追究刑事责任。"
    ),
    "longer-words-are-another-facts": one(
        "- when: {late: true}\n  revoke: permit\n- when: {late: false}\n  note: {zh: 甲, en: a}",
        "逾期不整顿的，吊销许可证。",
    ),
    "words-elsewhere": one(
        "- when: {refused: true}\n  fine: {at_most: 5000}\n- when: {refused: false}\n  fine: {at_most: 5000}",
        "处五千元以下罚款。",
        refers("第二款", "逾期不改正的，从严。"),
    ),
    "left-to-the-police": one(
        "- refer: police", "由公安机关处以罚款或者警告，吊销许可证；责令停止由公安机关作出。"
    ),
    "already-revoked": one(_RANGE, "被吊销许可证的单位，处一千元以上五千元以下罚款。"),
    "anothers-revocation": one(
        "- measures: [{measure: other-licence, words: 吊销其营业执照, by: police}]", "由机关吊销其营业执照。"
    ),
    "an-order-that-is-a-measure": one(
        "- measures: [{measure: halt, words: 责令其停产}]", "责令其停产六个月以上一年以下。"
    ),
    "an-order-by-its-words": one(_RANGE, "责令中止活动，处一千元以上五千元以下罚款。", "orders: [cease]"),
    "an-order-only-mentioned": one(_RANGE, "除责令补办外，处一千元以上五千元以下罚款。"),
    "short-names-demand-nothing": one(_RANGE, "处一千元以上五千元以下罚款，系统关闭。"),
    "words-that-only-mention-a-measure": one(_RANGE, "除依法给予纪律处分外，处一千元以上五千元以下罚款。"),
    "each-person-liable": one(
        "- fine: {target: responsible_person, each: workers, at_least: 1000, at_most: 5000}",
        "对责任人员每人处一千元以上五千元以下罚款。",
    ),
}


def _item(number: str, article: str, extra: str) -> str:
    body = clause(
        "- fine: {at_most: 5000}" if extra else "- note: {zh: 甲, en: a}",
        "责令停止；有第一项、第二项行为的，处五千元以下罚款：（一）拒不改正；（二）阻挠；（三）其他。",
        number=number,
        extra=f"{extra}orders: [cease]",
    )
    return body.replace(f"article: 第{number}条", f"article: {article}")


def _together(*keys: str) -> dict[str, Change]:
    named = ", ".join(keys)
    conflict = f"  - {{id: items, together: [{named}], reason: {{zh: 甲, en: a}}}}\n"
    return {"conflicts.yaml": f"schema: 1\nconflicts:\n{conflict}"}


def _article(number: str, article: str) -> dict[str, Change]:
    return several(clause(_RANGE, _TEXT, number=number).replace(f"第{number}条", article))


_PAIR = [clause("- fine: {at_most: 5000}", "处五千元以下罚款。", number=str(number)) for number in (1, 2, 3)]
_CHAIN = (
    "schema: 1\nconflicts:\n"
    "  - {id: first, prevails: sample-law/1, over: [sample-law/2], reason: {zh: 甲, en: a}}\n"
    "  - {id: second, higher_fine: [sample-law/2, sample-law/3], reason: {zh: 乙, en: b}}\n"
)

_PLACES = {
    "items-of-one-paragraph": several(
        _item("30.1a", "第三十条第一款第（一）项", "entry: {refused: true}\n"),
        _item("30.1b", "第三十条第一款第（二）项", "entry: {refused: false}\n"),
        _item("30.1c", "第三十条第一款第（三）项", ""),
    )
    | _together("sample-law/30.1a", "sample-law/30.1b"),
    "paragraph": _article("84.2", "第八十四条第二款"),
    "item": _article("25.10", "第二十五条第（十）项"),
    "item-of-a-paragraph": _article("72.1", "第七十二条第一款第（一）项"),
    "part-of-a-paragraph": _article("13.2a", "第十三条第二款"),
    "place-in-a-register": _article("1.6.2", "（一）某监管 六（二）"),
    "unverified-without-number": {
        "statutes/sample-law/2020-01-01.yaml": (
            "cite: 样本第1号, verified: true",
            "cite: 引文, verified: false, reason: {zh: 甲, en: a}",
        )
    },
    "undecided-circumstance-in-an-example": one(
        "- when: {circumstance: lied, workers: 1}\n  fine: {at_most: 5000}\n"
        "- when: {not: {circumstance: lied}, workers: 1}\n  fine: {at_most: 1000}",
        "处五千元以下罚款；未说谎的，处一千元以下罚款。",
        "examples: [{facts: {workers: 1}}]",
    ),
    "spells-in-an-example": one(
        "- when: {days: {above: 0}}\n  fine: {at_most: 5000}\n- when: {days: 0}\n  note: {zh: 甲, en: a}",
        "处五千元以下罚款。",
        "examples: [{facts: {days: [{from: 2020-01-01, to: 2020-01-02}]}}, {facts: {days: 0}}]",
    ),
    "party-in-an-example": one(
        "- when: {party_kind: organization}\n  fine: {at_most: 5000}\n- when: {party_kind: individual}\n  fine: {at_most: 1000}",
        "对单位处五千元以下罚款，对个人处一千元以下罚款。",
        "examples: [{facts: {}}, {facts: {}, party: individual}]",
    ),
    "a-payment-recounted": several(
        clause("- payments: [{payment: wages, times: gain, exactly: 2}]", "应当支付所得的二倍。"),
        clause(
            "- measures: [{measure: halt, words: 责令支付}]", "应当支付两倍而未支付的，责令支付。", number="2"
        ),
    )
    | _together("sample-law/1", "sample-law/2"),
    "conflicts-in-a-chain": {**several(*_PAIR), "conflicts.yaml": _CHAIN},
    "an-order-beside-a-fine": several(_PAIR[0], clause("- note: {zh: 甲, en: a}", "改正。", number="2")),
    "covered": {"coverage.yaml": COVERAGE},
}

GOOD_LINTS: dict[str, dict[str, Change]] = {**_SUMS, **_WORDS, **_PLACES}
