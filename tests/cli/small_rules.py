"""A copy of the shipped rules with the statutes replaced by one made up for a test."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from tests.cli.running import ROOT

VIOLATIONS = """schema: 1
violations:
  - {id: two-targets, name: {zh: 双罚行为, en: act with two fines}}
  - {id: two-clauses, name: {zh: 两条罚则的行为, en: act under two clauses}}
"""

STATUTE = """schema: 1
statute:
  id: test-act
  title: {zh: 测试条例, short: 测试条例, en: Test Act}
  rank: local_regulation
  jurisdiction: hebei
  in_force: {from: 2030-01-01}
  source: {cite: 测试2030年第1号, verified: true}
clauses:
  - id: "1"
    article: 第一条
    violation: two-targets
    text: 对单位处一万元以上五万元以下罚款，对直接负责的主管人员处一千元以上三千元以下罚款。
    outcomes:
      - fine:
          - {at_least: 10000, at_most: 50000}
          - {target: responsible_person, at_least: 1000, at_most: 3000}
    examples:
      - {facts: {}, fine: [10000, 50000], person_fine: [1000, 3000]}
  - id: "2"
    article: 第二条
    violation: two-clauses
    text: 处二千元以上四千元以下罚款。
    outcomes:
      - fine: {at_least: 2000, at_most: 4000}
    examples:
      - {facts: {}, fine: [2000, 4000], orders: []}
  - id: "3"
    article: 第三条
    violation: two-clauses
    text: 情节严重的，处三千元以上六千元以下罚款。
    entry: {serious: true}
    outcomes:
      - fine: {at_least: 3000, at_most: 6000}
    examples:
      - {facts: {serious: true}, fine: [3000, 6000]}
"""


NO_CONFLICTS = """schema: 1
conflicts: []
"""


def small_rules(
    folder: Path, statute: str = STATUTE, violations: str = VIOLATIONS, conflicts: str = NO_CONFLICTS
) -> Path:
    """The rules folder, ready to be named with --rules."""
    rules = folder / "rules"
    shutil.copytree(ROOT / "rules", rules)
    for name in ("statutes", "registers"):
        shutil.rmtree(rules / name, ignore_errors=True)
    (rules / "coverage.yaml").unlink(missing_ok=True)
    _forget_the_catalogue(rules)
    (rules / "conflicts.yaml").write_text(conflicts, encoding="utf-8")
    first = statute.partition("in_force: {from: ")[2][:10]
    file = rules / "statutes" / "test-act" / f"{first}.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(statute, encoding="utf-8")
    (rules / "violations.yaml").write_text(violations, encoding="utf-8")
    return rules


def _forget_the_catalogue(rules: Path) -> None:
    """What names clauses and violations of the shipped rules."""
    for path in (rules / "procedure").glob("*.yaml"):
        if "violations: [" in path.read_text(encoding="utf-8"):
            path.unlink()
    for path in (rules / "benchmarks").glob("*.yaml"):
        if "\n  rows:" in path.read_text(encoding="utf-8"):
            path.unlink()
    for path in (rules / "circumstances").glob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        path.write_text(re.sub(r"(?m)^    never_for:\n(?: {6}.*\n)+", "", text), encoding="utf-8")
