"""A made-up field for why-not and what-if: entry conditions, brackets of workers, a licence, a measure, a gain."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from penalty_engine import Engine
from tests.engine.cases import case
from tests.rulebook.folders import clauses, engine_with

BODY = """
- id: "1"
  article: 第一条
  violation: sample-violation
  text: 拒不改正，人数十人以上，或者派遣单位三个月以上的，每人处一百元以上三百元以下罚款；所得超过五万元的，吊销许可证。
  entry:
    refused: true
    any: [{workers: {at_least: 10}}, {role: agency, months: {above: 3}}]
  outcomes:
    - fine: {per: workers, at_least: 100, at_most: 300}
      revoke: {licence: permit, when: {gain: {above: 50000}}}
  examples:
    - {facts: {refused: true, workers: 12, gain: 0}, fine: [1200, 3600], revoke: null}
    - {facts: {refused: false}, status: not-available}
    - {facts: {refused: true, workers: 12, gain: 60000}, fine: [1200, 3600], revoke: permit}
- id: "2"
  article: 第二条
  violation: other-violation
  text: 没收所得，处一千元以上五千元以下罚款；所得超过一万元的，处五千元以上九千元以下罚款，责令关闭。
  outcomes:
    - when: {gain: {at_most: 10000}}
      fine: {at_least: 1000, at_most: 5000}
      confiscate: gain
    - when: {gain: {above: 10000}}
      fine: {at_least: 5000, at_most: 9000}
      confiscate: gain
      measures: [{measure: closure}]
  examples:
    - {facts: {gain: 0}, fine: [1000, 5000]}
    - {facts: {gain: 20000}, fine: [5000, 9000], confiscate: 20000, measures: [closure]}
- id: "3"
  article: 第三条
  violation: fixed-violation
  text: 处二千元罚款。
  outcomes:
    - fine: {exactly: 2000}
  examples:
    - {facts: {}, fine: [2000, 2000]}
- id: "4"
  article: 第四条
  violation: fixed-violation
  power: police
  text: 由公安机关处一千元以上二千元以下罚款。
  outcomes:
    - fine: {at_least: 1000, at_most: 2000}
  examples:
    - {facts: {}, fine: [1000, 2000]}
"""
VIOLATIONS = (
    "    name: {zh: 样本违法, en: sample violation}\n",
    "    name: {zh: 样本违法, en: sample violation}\n"
    "  - {id: other-violation, name: {zh: 另一违法, en: other violation}}\n"
    "  - {id: fixed-violation, name: {zh: 定额违法, en: fixed violation}}\n",
)
VOCABULARY = [
    (
        "  police: {zh: 公安机关, en: police}\n",
        "  police: {zh: 公安机关, en: police}\n"
        "  office-body: {zh: 本机关, en: this office}\n"
        "measures:\n  closure: {zh: 责令关闭, en: closure, penalty: true, grave: true}\n",
    ),
]
MORE_CIRCUMSTANCES = """  - id: blameless
    name: {zh: 无过错, en: blameless}
    effect: exempt
    force: mandatory
    article: 第四条
    text: 无过错的，不予处罚。
    contradicted_by: {refused: true}
  - id: first-time
    name: {zh: 初次违法, en: first time}
    effect: exempt
    force: discretionary
    election: first_violation_exemption
    article: 第五条
    text: 初次违法的，可以不予处罚。
  - id: many
    name: {zh: 人数众多, en: many workers}
    effect: heavier
    force: discretionary
    article: 第六条
    text: 人数五十人以上的，从重。
    when: {workers: {at_least: 50}}
  - id: young
    name: {zh: 未成年, en: a minor}
    effect: lighter
    force: mandatory
    parties: [individual]
    article: 第七条
    text: 未成年的，从轻。
"""


def engine(folder: Path, network: str = "native") -> Engine:
    """An engine over the field."""
    return engine_with(
        folder,
        network,
        statute=clauses(BODY),
        violations=VIOLATIONS,
        vocabulary=VOCABULARY,
        authority=("  jurisdictions:", "  powers: [office-body]\n  jurisdictions:"),
        circumstances=("  - id: helped\n", f"{MORE_CIRCUMSTANCES}  - id: helped\n"),
    )


def one(violation: str, *circumstances: str, to: str = "2020-06-01", **facts: Any) -> dict[str, Any]:
    """A case of one act."""
    act = {"violation": violation, "facts": facts, "circumstances": list(circumstances)}
    return case(act, authority="office", to=to)
