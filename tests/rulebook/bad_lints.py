"""Rules that say other than the provisions they quote: one mistake each, and the codes that must be reported."""

from __future__ import annotations

from collections.abc import Mapping

from tests.rulebook.folders import STATUTE, Change, clause
from tests.rulebook.lint_parts import one, refers, several

Mistake = tuple[tuple[str, ...], Mapping[str, Change]]

_RANGE = "- fine: {at_least: 1000, at_most: 5000}"
_TEXT = "处一千元以上五千元以下罚款。"
_BOTH = ("figure-not-encoded", "figure-not-in-text")


def _bad(*codes: str, changes: Mapping[str, Change]) -> Mistake:
    return codes, changes


_FIGURES = {
    "lint-share": _bad(
        *_BOTH,
        changes=one(
            "- payments: [{payment: wages, times: gain, at_least: 0.05, at_most: 1}]",
            "责令按所得百分之五十以上百分之一百以下的标准加付赔偿金。",
        ),
    ),
    "lint-per-mille": _bad(
        *_BOTH,
        changes=one(
            "- payments: [{payment: surcharge, times: gain, per: days, exactly: 0.0005}]",
            "按日加收所得5‰的滞纳金。",
        ),
    ),
    "lint-twice-the-wages": _bad(
        *_BOTH,
        changes=one("- payments: [{payment: wages, times: gain, exactly: 3}]", "应当支付所得的二倍。"),
    ),
    "lint-figure-elsewhere": _bad(
        "figure-not-in-text",
        changes=one(
            "- fine: {at_least: 1000, at_most: 8000}",
            "有前条行为的，依照前条处以罚款。",
            refers("第九条", _TEXT),
        ),
    ),
    "lint-base": _bad(
        *_BOTH,
        changes=one(
            "- fine: {times: gain, at_least: 1, at_most: 5, base_at_least: 1000}",
            "处所得一倍以上五倍以下罚款；所得不足一万元的，按一万元计算。",
        ),
    ),
    "lint-double-left-out": _bad(
        "double-not-encoded",
        changes=one(_RANGE, _TEXT, refers("第九条", "有前条行为的，加一倍罚款。")),
    ),
    "lint-double-of-one-only": _bad(
        "double-not-encoded",
        changes=one(
            "- when: {workers: 0}\n  fine: {at_least: 1000, at_most: 5000, double_when: {refused: true}}\n"
            "- when: {workers: {above: 0}}\n  fine: {at_least: 1000, at_most: 5000}",
            "处一千元以上五千元以下罚款；拒不改正的，加倍。",
        ),
    ),
    "lint-double-invented": _bad(
        "double-not-in-text",
        changes=one(
            "- fine: {at_least: 1000, at_most: 5000, double_when: {refused: true}}",
            "拒不改正的，处一千元以上五千元以下罚款。",
        ),
    ),
}

_BOUNDS = {
    "lint-fixed-for-a-range": _bad(
        "bounds-not-as-written", changes=one("- fine: {exactly: 5000}", "处五千元以下罚款。")
    ),
    "lint-range-for-a-fixed-sum": _bad(
        "bounds-not-as-written", changes=one("- fine: {at_most: 5000}", "处5000元罚款。")
    ),
    "lint-bounds-of-two-ranges": _bad(
        "bounds-not-as-written",
        "bounds-not-as-written",
        changes=one(
            "- when: {refused: false}\n  fine: {at_least: 1000, at_most: 30000}\n"
            "- when: {refused: true}\n  fine: {at_least: 5000, at_most: 10000}",
            "处一千元以上一万元以下罚款；拒不改正的，处五千元以上三万元以下罚款。",
        ),
    ),
    "lint-times-without-a-minimum": _bad(
        "bounds-not-as-written",
        changes=one(
            "- when: {refused: true}\n  fine: {times: gain, at_most: 3}\n- when: {refused: false}\n"
            "  fine: {times: gain, exactly: 1}",
            "处所得一倍以上三倍以下罚款；未拒不改正的，处所得一倍罚款。",
        ),
    ),
    "lint-at-least-for-above": _bad(
        "threshold-side",
        "threshold-side",
        changes=one(
            "- when: {gain: {at_least: 10000}}\n  fine: {at_most: 5000}\n"
            "- when: {gain: {below: 10000}}\n  fine: {at_most: 1000}",
            "所得超过一万元的，处五千元以下罚款；其他的，处一千元以下罚款。",
        ),
    ),
    "lint-above-for-persons-or-more": _bad(
        "threshold-side",
        "threshold-side",
        changes=one(
            "- when: {workers: {above: 10}}\n  fine: {at_most: 5000}\n"
            "- when: {workers: {at_most: 10}}\n  fine: {at_most: 1000}",
            "涉及十人以上的，处五千元以下罚款；不满十人的，处一千元以下罚款。",
        ),
    ),
}

_QUANTITIES = {
    "lint-each-person-left-out": _bad(
        "count-not-encoded", changes=one("- fine: {exactly: 5000}", "每人处5000元罚款。")
    ),
    "lint-each-person-invented": _bad(
        "count-not-in-text", changes=one("- fine: {per: workers, exactly: 5000}", "处5000元罚款。")
    ),
    "lint-each-month-left-out": _bad(
        "count-not-encoded",
        changes=one("- fine: {per: workers, exactly: 5000}", "每使用一名工人每月处5000元罚款。"),
    ),
    "lint-each-month-invented": _bad(
        "count-not-in-text",
        changes=one("- fine: {per: [workers, months], exactly: 5000}", "每介绍一人处5000元罚款。"),
    ),
    "lint-each-day-left-out": _bad(
        "count-not-encoded",
        changes=one(
            "- payments: [{payment: surcharge, times: gain, exactly: 0.0005}]",
            "按日加收所得万分之五的滞纳金。",
        ),
    ),
}

_OPTIONAL = {
    "lint-may-left-out": _bad(
        "optional-not-encoded", changes=one(_RANGE, "可以并处一千元以上五千元以下罚款。")
    ),
    "lint-may-invented": _bad(
        "optional-not-in-text",
        changes=one(
            "- fine: {at_least: 1000, at_most: 5000, optional: true}",
            "并可以约谈；处一千元以上五千元以下罚款。",
        ),
    ),
    "lint-may-per-head": _bad(
        "optional-not-encoded",
        changes=one(
            "- fine: {per: workers, at_least: 100, at_most: 500}",
            "并可以按照每人100元以上500元以下的标准计算，处以罚款。",
        ),
    ),
    "lint-may-for-the-person-only": _bad(
        "optional-not-encoded",
        "optional-not-in-text",
        changes=one(
            "- fine:\n    - {at_least: 10000, at_most: 50000, optional: true}\n"
            "    - {target: responsible_person, at_least: 1000, at_most: 5000}",
            "对单位处一万元以上五万元以下罚款，对责任人员可以处一千元以上五千元以下罚款。",
        ),
    ),
    "lint-may-without-an-amount": _bad(
        "optional-not-encoded", changes=one("- fine: {unspecified: true}", "并可以处以罚款。")
    ),
}

_WORDS = {
    "lint-words-without-fact": _bad(
        "words-without-fact", changes=one(_RANGE, "拒不改正的，处一千元以上五千元以下罚款。")
    ),
    "lint-fact-without-words": _bad(
        "fact-without-words", changes=one(_RANGE, _TEXT, "entry: {refused: true}")
    ),
    "lint-serious-for-refused": _bad(
        "fact-without-words",
        "words-without-fact",
        changes=one(_RANGE, "拒不改正的，处一千元以上五千元以下罚款。", "entry: {serious: true}"),
    ),
    "lint-fine-invented": _bad("fine-not-in-text", changes=one("- fine: {unspecified: true}", "依法处理。")),
    "lint-fine-left-out": _bad(
        "fine-not-encoded", changes=one("- note: {zh: 处罚, en: fined}", "由主管部门处以罚款。")
    ),
    "lint-confiscation-invented": _bad(
        "confiscation-not-in-text", changes=one("- confiscate: gain", "所得应当退还。")
    ),
    "lint-confiscation-left-out": _bad(
        "confiscation-not-encoded", changes=one(_RANGE, "没收工具，处一千元以上五千元以下罚款。")
    ),
    "lint-revocation-invented": _bad(
        "revocation-not-in-text", changes=one("- revoke: permit", "收回许可证。")
    ),
    "lint-revocation-left-out": _bad(
        "revocation-not-encoded", changes=one(_RANGE, "处一千元以上五千元以下罚款，吊销许可证。")
    ),
    "lint-another-licence": _bad(
        "licence-not-in-text",
        "revocation-not-encoded",
        changes=one("- revoke: permit", "吊销其营业执照。"),
    ),
    "lint-left-to-the-police-in-part": _bad(
        "revocation-not-encoded",
        changes=one("- refer: police", "由公安机关处以罚款或者警告。拒绝的，吊销许可证。"),
    ),
}

_MEASURES = {
    "lint-order-words": _bad(
        "order-words-not-in-text",
        changes=one(_RANGE, "责令停止，处一千元以上五千元以下罚款。", "orders: [{cease: 责令停止活动}]"),
    ),
    "lint-order-left-out": _bad(
        "order-not-encoded", changes=one(_RANGE, "责令退回，处一千元以上五千元以下罚款。")
    ),
    "lint-order-by-its-words-left-out": _bad(
        "order-not-encoded", changes=one(_RANGE, "中止活动，处一千元以上五千元以下罚款。")
    ),
    "lint-second-order-left-out": _bad(
        "order-not-encoded",
        changes=one(_RANGE, "责令停止，处一千元以上五千元以下罚款；严重的，责令撤出。", "orders: [cease]"),
    ),
    "lint-measure-words": _bad(
        "measure-words-not-in-text",
        changes=one("- measures: [{measure: halt, words: 停业整顿}]", "停产停业。"),
    ),
    "lint-warning-invented": _bad(
        "measure-words-not-in-text", changes=one("- measures: [warning]", "予以告诫。")
    ),
    "lint-warning-left-out": _bad(
        "measure-not-encoded", changes=one(_RANGE, "给予警告，处一千元以上五千元以下罚款。")
    ),
    "lint-measure-by-name-left-out": _bad(
        "measure-not-encoded", changes=one(_RANGE, "处一千元以上五千元以下罚款，并停产停业。")
    ),
}


def _article(number: str, article: str) -> dict[str, Change]:
    body = clause(_RANGE, _TEXT, number=number).replace(f"article: 第{number}条", f"article: {article}")
    return several(body)


_ORDER = {
    "lint-another-paragraph": _bad("id-not-of-article", changes=_article("84.2", "第八十四条第三款")),
    "lint-paragraph-left-out": _bad("id-not-of-article", changes=_article("84", "第八十四条第二款")),
    "lint-another-item": _bad("id-not-of-article", changes=_article("25.1", "第二十五条第（十）项")),
    "lint-another-article": _bad("id-not-of-article", changes=_article("45", "第五十四条")),
    "lint-cite-unknown": _bad(
        "cite-says-nothing",
        changes={STATUTE: ("cite: 样本第1号, verified: true", "cite: unknown, verified: true")},
    ),
    "lint-cite-without-number": _bad(
        "cite-without-number",
        changes={STATUTE: ("cite: 样本第1号, verified: true", "cite: 汇编, verified: true")},
    ),
    "lint-no-example": _bad("clause-without-example", changes=one(_RANGE, _TEXT, "examples: []")),
    "lint-outcome-without-example": _bad(
        "outcome-without-example",
        changes=one(
            "- when: {workers: {at_least: 3}}\n  fine: {at_most: 5000}\n- when: {workers: {below: 3}}\n"
            "  fine: {at_most: 1000}",
            "三人以上的，处五千元以下罚款；其他的，处一千元以下罚款。",
            "examples: [{facts: {workers: 3}}, {facts: {}}]",
        ),
    ),
    "lint-example-behind-the-first": _bad(
        "outcome-without-example",
        changes=one(
            "- when: {workers: {at_least: 3}}\n  fine: {at_most: 5000}\n- fine: {at_most: 1000}",
            "三人以上的，处五千元以下罚款；其他的，处一千元以下罚款。",
            "hit_policy: first\nexamples: [{facts: {workers: 3}}, {facts: {workers: 4}}]",
        ),
    ),
    "lint-example-outside-the-entry": _bad(
        "outcome-without-example",
        changes=one(
            _RANGE,
            "拒不改正的，处一千元以上五千元以下罚款。",
            "entry: {refused: true}\nexamples: [{facts: {refused: false}}]",
        ),
    ),
}

_TWO = several(clause(_RANGE, _TEXT), clause("- fine: {at_most: 300}", "处三百元以下罚款。", number="2"))
_CONFLICT = "schema: 1\nconflicts:\n  - {id: pair, prevails: sample-law/1, over: [sample-law/2], reason: {zh: 甲, en: a}}\n"
_REVERSED = "  - {id: back, prevails: sample-law/2, over: [sample-law/1], reason: {zh: 乙, en: b}}\n"
_TOGETHER = "  - {id: both, together: [sample-law/1, sample-law/2], reason: {zh: 乙, en: b}}\n"
_OTHER = ("violations:\n", "violations:\n  - {id: other, name: {zh: 乙, en: b}}\n")
_APART = several(
    clause(_RANGE, _TEXT),
    clause("- fine: {at_most: 300}", "处三百元以下罚款。", number="2").replace("sample-violation", "other"),
)
COVERAGE = (
    "schema: 1\ngroups:\n  - name: {zh: 甲, en: a}\n    provisions:\n"
    "      - {row: A-1, provision: 甲第一条, clauses: [sample-law/1]}\n"
)

_BETWEEN = {
    "lint-undeclared-concurrence": _bad("undeclared-concurrence", changes=_TWO),
    "lint-conflict-never-meets": _bad(
        "conflict-never-meets",
        changes={**_APART, "violations.yaml": _OTHER, "conflicts.yaml": _CONFLICT},
    ),
    "lint-conflict-circle": _bad(
        "conflict-circle", "conflict-circle", changes={**_TWO, "conflicts.yaml": _CONFLICT + _REVERSED}
    ),
    "lint-conflict-two-ways": _bad(
        "conflict-two-ways", changes={**_TWO, "conflicts.yaml": _CONFLICT + _TOGETHER}
    ),
    "lint-clause-not-covered": _bad(
        "clause-not-covered",
        changes={**_TWO, "conflicts.yaml": _CONFLICT, "coverage.yaml": COVERAGE},
    ),
}

BAD_LINTS: dict[str, Mistake] = {
    **_FIGURES,
    **_BOUNDS,
    **_QUANTITIES,
    **_OPTIONAL,
    **_WORDS,
    **_MEASURES,
    **_ORDER,
    **_BETWEEN,
}
