"""What the fixtures of the lints share: words in the vocabulary, and rules of one clause."""

from __future__ import annotations

from tests.rulebook.folders import STATUTE, Change, clause, clauses

VOCABULARY = "vocabulary.yaml"

_MORE_FACTS = """\
  days:
    type: count
    unit: {zh: 日, en: days}
    label: {zh: 欠缴天数, en: days in arrears}
    question: {zh: 几日？, en: How many days?}
    spells: {unit: days}
  late:
    type: boolean
    label: {zh: 整顿无效, en: not put right}
    question: {zh: 是否？, en: Is it?}
    words: [逾期不整顿]
  serious:
    type: boolean
    label: {zh: 情节严重, en: serious}
    question: {zh: 是否？, en: Is it?}
    words: [情节严重]
    except_words: [情节严重，构成犯罪]
"""

_TABLES = """\
measures:
  warning: {zh: 警告, en: warning, penalty: true, words: [警告]}
  halt: {zh: 停产停业, en: suspension, penalty: true}
  other-licence: {zh: 吊销营业执照, en: business licence revoked, penalty: true}
  discipline: {zh: 处分, en: discipline, words: [处分], except_words: [纪律处分]}
  closing: {zh: 关闭, en: closing}
payments:
  surcharge: {zh: 滞纳金, en: surcharge, to: {zh: 国库, en: the treasury}}
  wages: {zh: 加付赔偿金, en: compensation, to: {zh: 劳动者, en: the worker}}
penalty_words:
  fine: {words: [罚款], except_words: [缴纳罚款]}
  confiscation: {words: [没收]}
  revocation: {words: [吊销], except_words: [被吊销]}
  order: {words: [责令], except_words: [除责令]}
  doubling: {words: [加一倍, 加倍]}
"""

_REFUSED = "    label: {zh: 拒不改正, en: refused}\n"
_GAIN = "    label: {zh: 所得, en: gain}\n"
_PERMIT = "licences:\n  permit: {zh: 许可证, en: permit}\n"

WORDS: Change = [
    (_REFUSED, f"{_REFUSED}    words: [拒不改正, 逾期不]\n"),
    (_GAIN, f"{_GAIN}    words: [所得]\n"),
    ("  role:\n    type: choice\n", f"{_MORE_FACTS}  role:\n    type: choice\n"),
    ("  cease: {zh: 停止, en: cease}\n", "  cease: {zh: 停止, en: cease, words: [中止活动]}\n"),
    (_PERMIT, "licences:\n  permit: {zh: 《经营许可证》, en: permit, words: [许可证]}\n"),
    ("  police: {zh: 公安机关, en: police}\n", f"  police: {{zh: 公安机关, en: police}}\n{_TABLES}"),
]
"""The base vocabulary with words for facts, orders, licences, measures and kinds of penalty."""


def refers(article: str, text: str) -> str:
    """One provision a clause rests on."""
    return f"refers_to: [{{article: {article}, text: {text}}}]"


def one(outcomes: str, text: str, extra: str = "", number: str = "1") -> dict[str, Change]:
    """Rules of one clause, with the words above."""
    return {VOCABULARY: WORDS, STATUTE: clauses(clause(outcomes, text, extra=extra, number=number))}


def several(*bodies: str) -> dict[str, Change]:
    """Rules of several clauses, with the words above."""
    return {VOCABULARY: WORDS, STATUTE: clauses("\n".join(bodies))}
