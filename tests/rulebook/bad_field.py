"""Mistakes in what goes beyond a fine: texts not obtained, measures, payments, spells, conflicts, coverage."""

from __future__ import annotations

from collections.abc import Mapping

from tests.rulebook.folders import STATUTE, Change, clause, clauses

Mistake = tuple[tuple[str, ...], Mapping[str, Change]]

_FINE = "{at_least: 1000, at_most: 5000}"


def _outcome(outcome: str) -> dict[str, Change]:
    return {STATUTE: clauses(clause(outcome, "处理。"))}


def _spells(fact: str, spells: str, kind: str = "count") -> dict[str, Change]:
    old = f"  {fact}:\n    type: {kind}\n"
    return {"vocabulary.yaml": (old, f"{old}    spells: {spells}\n")}


def _conflict(body: str) -> dict[str, Change]:
    return {"conflicts.yaml": f"schema: 1\nconflicts:\n  - {{id: pair, {body}, reason: {{zh: 甲, en: a}}}}\n"}


BAD_FIELD: dict[str, Mistake] = {
    "base-without-times": (
        ("base-without-times",),
        {STATUTE: (_FINE, "{at_least: 1000, at_most: 5000, base_at_least: 10000}")},
    ),
    "unspecified-with-bounds": (
        ("unspecified-with-bounds",),
        {STATUTE: (_FINE, "{unspecified: true, at_most: 5000}")},
    ),
    "not-obtained-with-text": (
        ("not-obtained-with", "not-obtained-with", "not-obtained-with"),
        {
            STATUTE: (
                "    orders: [cease]\n",
                "    orders: [cease]\n    not_obtained: {zh: 缺, en: missing}\n",
            )
        },
    ),
    "unknown-measure": (("unknown-measure",), _outcome("- measures: [warnin]")),
    "unknown-payment": (
        ("unknown-payment",),
        _outcome("- payments: [{payment: surcharge, times: gain, exactly: 1}]"),
    ),
    "spells-for-a-sum": (("spells-for-count",), _spells("gain", "{unit: days}", "money")),
    "spells-part-of-nothing": (
        ("spells-part",),
        _spells("workers", "{unit: days, before: order_served_on}"),
    ),
    "spells-of-no-spells": (
        ("spells-of",),
        _spells("months", "{unit: months, of: workers, before: order_served_on}"),
    ),
    "conflict-without-over": (("conflict-shape",), _conflict("prevails: sample-law/1")),
    "conflict-with-itself": (
        ("conflict-clause-twice",),
        _conflict("prevails: sample-law/1, over: [sample-law/1]"),
    ),
    "conflict-floor-without-higher-fine": (
        ("floor-without-higher-fine", "unknown-rule-clause"),
        _conflict("prevails: sample-law/1, over: [sample-law/9], at_least_the_others: true"),
    ),
    "conflict-of-unknown-clauses": (
        ("unknown-rule-clause",),
        _conflict("prevails: sample-law/1, over: [sample-law/9]"),
    ),
    "provision-without-a-reason": (
        ("nowhere-to-go",),
        {
            "coverage.yaml": "schema: 1\ngroups:\n  - name: {zh: 甲, en: a}\n    provisions:\n"
            "      - {row: A-1, provision: 甲第一条, clauses: [sample-law/1]}\n"
            "      - {row: A-2, provision: 甲第二条}\n"
        },
    ),
}
