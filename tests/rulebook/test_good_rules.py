"""Rules that are as they should be: everything the format promises loads without a finding."""

from __future__ import annotations

from pathlib import Path

import pytest

from penalty_engine.rulebook import check_rulebook
from tests.rulebook.folders import BENCHMARK, STATUTE, Change, clause, clauses, make_folder
from tests.rulebook.good_lints import GOOD_LINTS

_TWICE = """
- when: {gain: {at_least: 10000}}
  fine: {at_most: 5000}
- when: {gain: {below: 10000}}
  fine: {at_most: 1000}
"""

GOOD: dict[str, dict[str, Change]] = {
    "exactly": {STATUTE: clauses(clause("- fine: {per: workers, exactly: 5000}", "每人处五千元罚款。"))},
    "arabic-figures": {
        STATUTE: clauses(
            clause("- fine: {per: workers, at_least: 200, at_most: 500}", "每人处200元以上500元以下罚款。")
        )
    },
    "arabic-myriads": {
        STATUTE: clauses(clause("- fine: {at_least: 10000, at_most: 300000}", "处1万元以上30万元以下罚款。"))
    },
    "times": {
        STATUTE: clauses(
            clause("- fine: {times: gain, at_least: 1, at_most: 5}", "并处一倍以上五倍以下罚款。")
        )
    },
    "times-with-fraction": {
        STATUTE: clauses(
            clause("- fine: {times: gain, at_least: 1, at_most: 1.5}", "并处1倍以上1.5倍以下罚款。")
        )
    },
    "two-counts": {
        STATUTE: clauses(
            clause("- fine: {per: [workers, months], exactly: 5000}", "按每人每月五千元处罚款。")
        )
    },
    "two-targets": {
        STATUTE: clauses(
            clause(
                "- fine:\n    - {at_least: 10000, at_most: 50000}\n    - {target: responsible_person, at_least: 1000, at_most: 5000}",
                "对单位处一万元以上五万元以下罚款，对责任人员处一千元以上五千元以下罚款。",
            )
        )
    },
    "cap-and-floor": {
        STATUTE: clauses(
            clause(
                "- fine: {times: gain, at_least: 1, at_most: 3, cap: 30000, floor: 2000}",
                "处一倍以上三倍以下罚款，最低二千元，最高不超过三万元。",
            )
        )
    },
    "double": {
        STATUTE: clauses(
            clause(
                "- fine: {at_most: 5000, double_when: {refused: true}}",
                "处五千元以下罚款；拒不改正的，加倍。",
            )
        )
    },
    "threshold-in-a-condition": {
        STATUTE: clauses(
            clause(_TWICE, "所得一万元以上的，处五千元以下罚款；不足一万元的，处一千元以下罚款。")
        )
    },
    "nested-conditions": {
        STATUTE: clauses(
            clause(
                "- when: {any: [{all: [{refused: true}, {workers: [1, 2, 3]}]}, {not: {role: [agency, host]}}]}\n  fine: {at_most: 5000}",
                "处五千元以下罚款。",
            )
        )
    },
    "circumstance-in-a-condition": {
        STATUTE: clauses(
            clause("- when: {not: {circumstance: lied}}\n  fine: {at_most: 5000}", "处五千元以下罚款。")
        )
    },
    "warning-only": {STATUTE: clauses(clause("- note: {zh: 警告, en: warning}", "给予警告。"))},
    "refer-and-revoke": {
        STATUTE: clauses(clause("- {refer: police, revoke: permit}", "由公安机关处罚，吊销许可证。"))
    },
    "hit-policy-first": {
        STATUTE: clauses(
            clause(
                "- when: {refused: true}\n  fine: {at_most: 5000}\n- fine: {at_most: 1000}",
                "拒不改正的，处五千元以下罚款；其他情形处一千元以下罚款。",
                extra="hit_policy: first",
            )
        )
    },
    "thirds": {
        BENCHMARK: [("from: 0, to: 1/2", "from: 0, to: 1/3"), ("from: 1/2, to: 1", "from: 1/3, to: 1")]
    },
    "shares-as-decimals": {
        BENCHMARK: [("from: 0, to: 1/2", "from: 0.0, to: 0.5"), ("from: 1/2, to: 1", "from: 0.5, to: 1")]
    },
    "quoted-numbers": {
        STATUTE: ("{at_least: 1000, at_most: 5000}", '{at_least: "1000", at_most: "5000.00"}')
    },
    "bom": {
        "violations.yaml": "\ufeffschema: 1\nviolations:\n  - {id: sample-violation, name: {zh: 甲, en: a}}\n"
    },
    "windows-line-ends": {
        "violations.yaml": b"schema: 1\r\nviolations:\r\n  - {id: sample-violation, name: {zh: a, en: a}}\r\n"
    },
    "json": {
        "violations.yaml": '{"schema": 1, "violations": [{"id": "sample-violation", "name": {"zh": "甲", "en": "a"}}]}'
    },
    "figures-written-otherwise": {
        STATUTE: clauses(
            clause("- fine: {at_least: 1000, at_most: 50000}", "处１，０００元以上 5 万元以下罚款。")
        )
    },
    "orders-in-the-clauses-words": {STATUTE: ("[cease]", "[{cease: 责令停止}]")},
    "contradicted-by": {
        "circumstances/sample.yaml": (
            "effect: heavier",
            "effect: heavier\n    contradicted_by: {any: [{refused: false}, {circumstance: helped}]}\n    note: {zh: 甲, en: a}",
        )
    },
    "vocabulary-warnings": {
        "vocabulary.yaml": (
            "    label: {zh: 拒不改正, en: refused}\n",
            "    label: {zh: 拒不改正, en: refused}\n    when_unused: {zh: 甲, en: a}\n"
            "    date_checks: [{is: true, day: decided_on, not_after: order_due_on, warning: {zh: 甲, en: a}}]\n",
        )
    },
    "limitations": {
        "procedure/sample.yaml": (
            "time_limits:",
            "limitations:\n  - {years: 2, from: conduct_to, until: [filed_on], article: 第六条, warning: {zh: 过期, en: lapsed}}\n"
            "time_limits:",
        )
    },
    "select-at-the-bounds": {BENCHMARK: [("{at_most: 0}", "{at_most: 4}"), ("{above: 0}", "{above: 4}")]},
    "foreign-files": {"README.md": "read me", "statutes/draft.txt": "x"},
}


GOOD |= GOOD_LINTS


@pytest.mark.parametrize("changes", GOOD.values(), ids=list(GOOD))
def test_no_findings(changes: dict[str, Change], tmp_path: Path) -> None:
    rulebook, findings = check_rulebook(make_folder(tmp_path, changes))
    assert [finding.render() for finding in findings] == []
    assert rulebook is not None


def test_consecutive_versions(tmp_path: Path) -> None:
    text = (make_folder(tmp_path / "first", {}) / STATUTE).read_text(encoding="utf-8")
    newer = text.replace("{from: 2020-01-01, to: 2021-12-31}", "{from: 2022-01-01}")
    rulebook, findings = check_rulebook(make_folder(tmp_path, {"statutes/sample-law/2022-01-01.yaml": newer}))
    assert findings == []
    assert rulebook is not None
    assert [version.statute.version for version in rulebook.clauses["sample-law/1"]] == [
        "2020-01-01",
        "2022-01-01",
    ]


def test_the_fingerprint_covers_every_byte(tmp_path: Path) -> None:
    def fingerprint(name: str, changes: dict[str, Change]) -> str:
        rulebook, _ = check_rulebook(make_folder(tmp_path / name, changes))
        assert rulebook is not None
        return rulebook.fingerprint

    plain = fingerprint("a", {})
    assert plain == fingerprint("b", {})
    assert plain != fingerprint("c", {STATUTE: ("schema: 1", "schema: 1 ")})
    assert plain == fingerprint("d", {"README.md": "not a rule"})
