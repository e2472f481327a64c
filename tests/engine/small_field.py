"""A small field of law for tests: clauses that meet in one act, another body's power, sums that are not fines."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from penalty_engine import Engine
from tests.rulebook.folders import clauses, engine_with

VOCABULARY = [
    (
        "  months:\n    type: count\n",
        "  debt:\n    type: money\n    label: {zh: 应付金额, en: sum due}\n"
        "    question: {zh: 应付多少？, en: How much is due?}\n"
        "  persons:\n    type: count\n    label: {zh: 责任人员人数, en: responsible persons}\n"
        "    question: {zh: 几人？, en: How many persons?}\n"
        "  months:\n    type: count\n",
    ),
    (
        "  police: {zh: 公安机关, en: police}\n",
        "  police: {zh: 公安机关, en: police}\n  office-body: {zh: 本机关, en: this office}\n"
        "measures:\n  warning: {zh: 警告, en: warning, penalty: true}\n"
        "  closure: {zh: 责令关闭, en: closure, penalty: true, grave: true}\n"
        "  talk: {zh: 约谈, en: talk}\n"
        "payments:\n  due: {zh: 应付款项, en: sum due, to: {zh: 劳动者, en: the worker}}\n"
        "  extra: {zh: 加付赔偿金, en: additional compensation, to: {zh: 劳动者, en: the worker}}\n"
        "  surcharge: {zh: 滞纳金, en: surcharge, to: {zh: 基金, en: the fund}}\n",
    ),
]

AUTHORITY = [("  jurisdictions:", "  powers: [office-body]\n  jurisdictions:")]


CIRCUMSTANCES = [
    (
        "  - id: helped\n",
        "  - id: blameless\n    name: {zh: 无过错, en: blameless}\n    effect: exempt\n    force: mandatory\n"
        "    article: 第一条\n    text: 没有过错的，不予处罚。\n  - id: helped\n",
    )
]


def engine(folder: Path, body: str, conflicts: str = "", network: str = "native") -> Engine:
    """An engine over the clauses of `body` and the conflicts named."""
    changes: dict[str, Any] = {}
    if conflicts:
        changes["conflicts.yaml"] = f"schema: 1\nconflicts:\n{conflicts}"
    return engine_with(
        folder,
        network,
        circumstances=CIRCUMSTANCES,
        vocabulary=VOCABULARY,
        authority=AUTHORITY,
        statute=clauses(body),
        **changes,
    )


def clause(number: int, text: str, outcome: str, example: str, extra: str = "") -> str:
    """One clause with one outcome (flow YAML) and one example."""
    numeral = "一二三四五六七八九"[number - 1]
    return (
        f'- id: "{number}"\n  article: 第{numeral}条\n  violation: sample-violation\n  text: {text}\n{extra}'
        f"  outcomes:\n    - {outcome}\n  examples:\n    - {example}\n"
    )


def ranged(number: int, low: int, high: int, extra: str = "") -> str:
    """A clause with a fine between two sums."""
    text = f"处{low}元以上{high}元以下罚款。"
    return clause(
        number,
        text,
        f"fine: {{at_least: {low}, at_most: {high}}}",
        f"{{facts: {{}}, fine: [{low}, {high}]}}",
        extra,
    )
