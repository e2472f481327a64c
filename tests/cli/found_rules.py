"""A made-up catalogue to look things up in: two statutes, one of them with two versions, a conflict, a register."""

from __future__ import annotations

from pathlib import Path

from tests.cli.small_rules import small_rules

VIOLATIONS = """schema: 1
violations:
  - id: wages-unpaid
    name: {zh: 克扣劳动报酬, en: wages unpaid}
    aliases: [拖欠工资, 欠薪, 讨薪]
  - id: minimum-wage
    name: {zh: 报酬低于最低标准, en: below the minimum wage}
    aliases: [最低工资]
  - id: deposit-taken
    name: {zh: 以担保名义向劳动者收取财物, en: deposit taken}
    aliases: [押金, 收押金, 黑心押金]
    forbidden_by:
      - {statute: 测试合同法, article: 第九条, text: 不得扣押劳动者的证件，不得要求劳动者提供担保。}
      - {statute: 测试总法, article: 第三条第二款, text: 不得收取财物。}
  - id: papers-withheld
    name: {zh: 扣押劳动者证件, en: papers withheld}
    aliases: [扣身份证]
    forbidden_by:
      - {statute: 测试合同法, article: 第九条, text: 不得扣押劳动者的证件，不得要求劳动者提供担保。}
  - id: agency-deposit
    name: {zh: 中介机构收取押金, en: agency taking a deposit}
    aliases: [黑心押金]
  - id: no-contract
    name: {zh: 不订立书面劳动合同, en: no written contract}
    aliases: [没签劳动合同]
  - id: fund-fraud
    name: {zh: 骗取医疗保障基金, en: fund defrauded}
  - id: only-asked
    name: {zh: 只有登记表要求的行为, en: only asked for by the register}
"""

CONTRACT_LAW = """schema: 1
statute:
  id: contract-act
  title: {zh: 中华人民共和国测试合同法, short: 测试合同法, en: Contract Act}
  rank: law
  jurisdiction: national
  in_force: {from: 2020-01-01}
  source: {cite: 2019-06-29 主席令第65号, verified: true}
clauses:
  - id: "82"
    article: 第八十二条
    violation: no-contract
    text: 不订立书面劳动合同的，处一千元以上二千元以下罚款。
    outcomes: [{fine: {at_least: 1000, at_most: 2000}}]
    examples: [{facts: {}, fine: [1000, 2000]}]
  - id: "84.1"
    article: 第八十四条第一款
    violation: papers-withheld
    text: 扣押证件的，处一千元以上三千元以下罚款。
    outcomes: [{fine: {at_least: 1000, at_most: 3000}}]
    examples: [{facts: {}, fine: [1000, 3000]}]
  - id: "84.2"
    article: 第八十四条第二款
    violation: [deposit-taken, agency-deposit]
    text: 收取财物的，处一千元以上四千元以下罚款；前款的孤例亦同。
    refers_to: [{article: 第七条, text: 财物包括押金。}]
    outcomes: [{fine: {at_least: 1000, at_most: 4000}}]
    examples: [{facts: {}, fine: [1000, 4000]}]
  - id: "85"
    article: 第八十五条
    violation: [wages-unpaid, minimum-wage]
    text: 克扣报酬的，处一千元以上五千元以下罚款。
    outcomes: [{fine: {at_least: 1000, at_most: 5000}}]
    examples: [{facts: {}, fine: [1000, 5000]}]
"""

RULE_OLD = """schema: 1
statute:
  id: fund-rule
  title: {zh: 测试基金监督条例, short: 测试基金监督条例, en: Fund Rule}
  rank: administrative_regulation
  jurisdiction: national
  power: public-security
  in_force: {from: 2010-01-01, to: 2019-12-31, verified: false, reason: {zh: 未读到, en: not read}}
  source: {cite: 国务院令第364号，2009-12-01, verified: false, reason: {zh: 仅一个来源, en: one source only}}
clauses:
  - id: "3"
    article: 第三条
    violation: wages-unpaid
    not_obtained: {zh: 旧文本没有取得, en: the old text was not obtained}
  - id: "13.2"
    article: 第十三条第（二）项
    violation: fund-fraud
    not_obtained: {zh: 旧文本没有取得, en: the old text was not obtained}
"""

RULE_NEW = """schema: 1
statute:
  id: fund-rule
  title: {zh: 测试基金监督条例, short: 测试基金监督条例, en: Fund Rule}
  rank: administrative_regulation
  jurisdiction: national
  power: public-security
  in_force: {from: 2020-01-01, to: 2022-12-31}
  source: {cite: 国务院令第364号，2019-12-01修订, verified: true}
clauses:
  - id: "3"
    article: 第三条
    violation: wages-unpaid
    text: 拖欠报酬的，处一千元以上二千元以下罚款。
    outcomes: [{fine: {at_least: 1000, at_most: 2000}}]
    examples: [{facts: {}, fine: [1000, 2000]}]
  - id: "13.2"
    article: 第十三条第（二）项
    violation: fund-fraud
    text: 骗取基金的，处一千元以上二千元以下罚款。
    outcomes: [{fine: {at_least: 1000, at_most: 2000}}]
    examples: [{facts: {}, fine: [1000, 2000]}]
"""

CONFLICTS = """schema: 1
conflicts:
  - id: wages
    prevails: contract-act/85
    over: [fund-rule/3]
    ground: higher-rank
    reason: {zh: 法律位阶高。, en: A law ranks higher.}
    confirm: true
"""

REGISTER = """schema: 1
title: {zh: 测试登记表, en: Test register}
source: {cite: 测试登记表 2020年, verified: true}
groups:
  - id: filing
    name: {zh: 立案标准, en: filing categories}
    items:
      - {id: filing-1, place: 立案标准（一）, text: 用人单位拖欠劳动者报酬的；, violations: [wages-unpaid, minimum-wage]}
      - {id: filing-2, place: 立案标准（二）, text: 用人单位收取财物的；, violations: [deposit-taken]}
      - id: filing-12
        place: 立案标准（十二）
        text: 不按要求张贴告示的；
        violations: [only-asked]
        note: {zh: 只责令改正。, en: Only an order to correct.}
"""


def found_rules(folder: Path) -> Path:
    """The rules folder, ready to be named with --rules."""
    rules = small_rules(folder, CONTRACT_LAW, VIOLATIONS, CONFLICTS)
    (rules / "statutes" / "test-act").rename(rules / "statutes" / "contract-act")
    for name, text in (("fund-rule/2010-01-01", RULE_OLD), ("fund-rule/2020-01-01", RULE_NEW)):
        file = rules / "statutes" / f"{name}.yaml"
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
    (rules / "registers").mkdir()
    (rules / "registers" / "office.yaml").write_text(REGISTER, encoding="utf-8")
    return rules
