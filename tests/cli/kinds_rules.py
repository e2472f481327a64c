"""A made-up statute with every kind of result: payments, measures, several persons, powers, conflicts, texts not obtained."""

from __future__ import annotations

from pathlib import Path

from tests.cli.small_rules import small_rules

VIOLATIONS = """schema: 1
violations:
  - {id: wages-late, name: {zh: 迟发工资, en: wages paid late}}
  - {id: ledger-missing, name: {zh: 未设台账, en: no ledger kept}}
  - {id: list-missing, name: {zh: 未设名册, en: no list kept}}
  - {id: persons-fined, name: {zh: 拒绝检查, en: inspection refused}}
  - {id: fund-defrauded, name: {zh: 骗取基金, en: fund defrauded}}
  - {id: food-unsafe, name: {zh: 食品不洁, en: unsafe food}}
  - {id: two-laws, name: {zh: 两部法律都罚, en: punished by two laws}}
  - {id: no-amount, name: {zh: 没有数额的罚款, en: a fine without an amount}}
  - {id: old-act, name: {zh: 条文未取得的行为, en: act under a text not obtained}}
  - {id: children-employed, name: {zh: 使用儿童, en: children employed}}
  - {id: premium-late, name: {zh: 迟缴保费, en: premium paid late}}
  - {id: cheap-work, name: {zh: 低价用工, en: cheap work}}
  - {id: long-article, name: {zh: 长条文行为, en: act under a long article}}
"""

STATUTE = """schema: 1
statute:
  id: test-act
  title: {zh: 测试条例, short: 测试条例, en: Test Act}
  rank: local_regulation
  jurisdiction: hebei
  power: human-resources-authority
  in_force: {from: 2020-01-01}
  source: {cite: 测试2020年第1号, verified: true}
clauses:
  - id: "1"
    article: 第一条
    violation: wages-late
    text: 迟发工资的，责令限期支付；逾期不支付的，责令按应付金额百分之五十以上百分之一百以下的标准加付赔偿金。
    orders: [{correct: 责令限期支付}]
    entry: {failed_to_correct: true}
    outcomes:
      - payments: [{payment: additional-compensation, times: sum_due, at_least: 0.5, at_most: 1}]
    examples:
      - {facts: {failed_to_correct: true, sum_due: 10000}, status: no-fine, payments: {additional-compensation: [5000, 10000]}}
  - id: "2"
    article: 第二条
    violation: [ledger-missing, list-missing]
    text: 未设台账、名册的，给予警告，可以吊销营业执照，处一千元以上二千元以下罚款。
    outcomes:
      - fine: {at_least: 1000, at_most: 2000}
        measures:
          - warning
          - {measure: revoke-business-licence, words: 吊销营业执照, by: market-regulator, optional: true}
    examples:
      - {facts: {}, fine: [1000, 2000], measures: [warning, revoke-business-licence]}
  - id: "3"
    article: 第三条
    violation: persons-fined
    text: 拒绝检查的，给予警告，对直接负责的主管人员和其他直接责任人员处一万元以上三万元以下罚款。
    outcomes:
      - fine: {target: responsible_person, each: responsible_persons, at_least: 10000, at_most: 30000}
        measures: [warning]
    examples:
      - {facts: {responsible_persons: 2}, person_fine: [10000, 30000]}
  - id: "4"
    article: 第四条
    violation: fund-defrauded
    text: 骗取基金的，处骗取金额二倍以上五倍以下罚款，不足一万元的，按一万元计算。
    outcomes:
      - fine: {times: sum_defrauded, at_least: 2, at_most: 5, base_at_least: 10000}
    examples:
      - {facts: {sum_defrauded: 3000}, fine: [20000, 50000]}
  - id: "5"
    article: 第五条
    violation: food-unsafe
    power: market-regulator
    text: 食品不洁的，处五千元以上一万元以下罚款。
    outcomes:
      - fine: {at_least: 5000, at_most: 10000}
    examples:
      - {facts: {}, fine: [5000, 10000]}
  - id: "6"
    article: 第六条
    violation: two-laws
    text: 两部法律都罚的，处二千元以上四千元以下罚款。
    outcomes:
      - fine: {at_least: 2000, at_most: 4000}
    examples:
      - {facts: {}, fine: [2000, 4000]}
  - id: "7"
    article: 第七条
    violation: two-laws
    text: 两部法律都罚的，处三千元以上六千元以下罚款。
    outcomes:
      - fine: {at_least: 3000, at_most: 6000}
    examples:
      - {facts: {}, fine: [3000, 6000]}
  - id: "8"
    article: 第八条
    violation: two-laws
    power: market-regulator
    text: 两部法律都罚的，处三千元以上九千元以下罚款。
    outcomes:
      - fine: {at_least: 3000, at_most: 9000}
    examples:
      - {facts: {}, fine: [3000, 9000]}
  - id: "9"
    article: 第九条
    violation: two-laws
    not_obtained: {zh: 原文未公布，请向发布机关索取。, en: not published; ask the body that issued it.}
  - id: "10"
    article: 第十条
    violation: no-amount
    text: 没有数额的，给予警告，可以处以罚款。
    outcomes:
      - fine: {unspecified: true, optional: true}
        measures: [warning]
    examples:
      - {facts: {}, status: not-available, measures: [warning]}
  - id: "11"
    article: 第十一条
    violation: old-act
    not_obtained: {zh: 原文未公布，请向发布机关索取。, en: not published; ask the body that issued it.}
  - id: "12.1"
    article: 第十二条第一款
    violation: children-employed
    text: 使用儿童的，按照每使用一名儿童每月处五千元罚款的标准给予处罚。
    outcomes:
      - fine: {per: child_months_before_order, exactly: 5000}
    examples:
      - {facts: {child_months_before_order: 2}, fine: [10000, 10000]}
  - id: "12.2"
    article: 第十二条第二款
    violation: children-employed
    text: 从责令改正之日起仍使用儿童的，按照每使用一名儿童每月处一万元罚款的标准处罚。
    refers_to:
      - {article: 第十三条, text: 未依法登记、备案的单位使用儿童的，加一倍罚款。}
    outcomes:
      - fine: {per: child_months_after_order, exactly: 10000, double_when: {unregistered_unit: true}}
    examples:
      - {facts: {child_months_after_order: 2, unregistered_unit: false}, fine: [20000, 20000]}
  - id: "14"
    article: 第十四条
    violation: premium-late
    text: 迟缴保费的，可以要求补缴欠缴数额，并自欠缴之日起，按日加收万分之五的滞纳金，滞纳金不超过欠缴数额。
    outcomes:
      - payments:
          - {payment: premium-due, times: premium_unpaid, exactly: 1, optional: true}
          - {payment: late-payment-surcharge, times: premium_unpaid, per: days_in_arrears, exactly: 0.0005, not_above: premium_unpaid}
    examples:
      - {facts: {premium_unpaid: 1000, days_in_arrears: 30}, status: no-fine, payments: {premium-due: [1000, 1000], late-payment-surcharge: [15, 15]}}
  - id: "15"
    article: 第十五条
    violation: cheap-work
    text: 低价用工的，按照每人二百元以上五百元以下的标准处以罚款，并支付二倍工资。
    outcomes:
      - fine: {per: affected_workers, at_least: 200, at_most: 500}
        payments: [{payment: double-wages, times: sum_due, exactly: 2}]
    examples:
      - {facts: {affected_workers: 2, sum_due: 100}, fine: [400, 1000]}
  - id: "16"
    article: 第十六条
    violation: long-article
    text: 有下列情形之一的，责令改正，处一万元以上三万元以下罚款：（一）示例情形一示例情形一示例情形一示例情形一示例情形一示例情形一；（二）示例情形二示例情形二示例情形二示例情形二示例情形二示例情形二；（三）示例情形三示例情形三示例情形三示例情形三示例情形三示例情形三；（四）示例情形四示例情形四示例情形四示例情形四示例情形四示例情形四；（五）示例情形五示例情形五示例情形五示例情形五示例情形五示例情形五；（六）示例情形六示例情形六示例情形六示例情形六示例情形六示例情形六；（七）示例情形七示例情形七示例情形七示例情形七示例情形七示例情形七；（八）示例情形八示例情形八示例情形八示例情形八示例情形八示例情形八。
    orders: [correct]
    outcomes:
      - fine: {at_least: 10000, at_most: 30000}
    examples:
      - {facts: {}, fine: [10000, 30000]}
"""

CONFLICTS = """schema: 1
conflicts:
  - id: later-law
    prevails: test-act/7
    over: [test-act/6]
    ground: special
    reason: {zh: 第七条是特别规定。数额也更高。, en: Article 7 is the special rule. Its sums are higher too.}
    confirm: true
  - id: stages
    together: [test-act/12.1, test-act/12.2]
    reason: {zh: 责令前后分段计算，一并处罚。, en: The time before and after the order is counted apart and both are imposed.}
"""


def kinds_rules(folder: Path) -> Path:
    """The rules folder, ready to be named with --rules."""
    return small_rules(folder, STATUTE, VIOLATIONS, CONFLICTS)
