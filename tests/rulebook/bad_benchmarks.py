"""Mistakes in benchmarks: a table that is sound, and one thing in it changed."""

from __future__ import annotations

from collections.abc import Mapping

from tests.rulebook.folders import AUTHORITY, BENCHMARK, STATUTE, Change, clause, clauses

Mistake = tuple[tuple[str, ...], Mapping[str, Change]]

TABLE = "benchmarks/table.yaml"
SOUND = """\
schema: 1
benchmark:
  id: table
  title: {zh: 样本基准, en: sample table}
  in_force: {from: 2020-01-01}
  source: {cite: 样本第2号, verified: true}
  tiers:
    - {id: mild, name: {zh: 轻, en: mild}}
    - {id: grave, name: {zh: 重, en: grave}}
  rows:
    - clause: sample-law/1
      statutory: {at_least: 1000, at_most: 5000}
      tiers:
        - {tier: mild, when: {workers: {at_most: 10}}, band: {at_least: 1000, at_most: 3000}}
        - {tier: grave, when: {workers: {above: 10}}, band: {at_least: 3000, at_most: 5000}}
      examples:
        - {facts: {workers: 10, refused: false}, tier: mild, band: [1000, 3000]}
        - {facts: {workers: 11, refused: false}, tier: grave, band: [3000, 5000]}
  mitigated: {id: mitigated, name: {zh: 减轻, en: mitigated}}
  recommend: {at: 1/2, round_down_to: 100}
"""
SUM = """\
schema: 1
benchmark:
  id: sum
  title: {zh: 样本百分比, en: sample percentages}
  in_force: {from: 2020-01-01}
  source: {cite: 样本第3号, verified: true}
  percentages:
    id: sum
    name: {zh: 百分比, en: percentages}
    base: maximum
    combine: additive
    start: 20
    factors:
      - id: workers
        name: {zh: 人数, en: workers}
        options: [{percent: 10, when: {workers: {above: 10}}}]
  mitigated: {id: mitigated, name: {zh: 减轻, en: mitigated}}
  recommend: {at: 1/2, round_down_to: 100}
"""
_SHARED = """\
    - {id: mild, name: {zh: 轻, en: mild}, from: 0, to: 1/2}
    - {id: grave, name: {zh: 重, en: grave}, from: 1/2, to: 1}
"""
_BARE = SOUND[SOUND.index("    - {id: mild") : SOUND.index("  rows:")]
_SELECT = """\
  select:
    - {tier: mild, when: {heavier_over_lighter: {at_most: 0}}}
    - {tier: grave, when: {heavier_over_lighter: {above: 0}}}
"""
_BAND = "band: {at_least: 1000, at_most: 3000}}"
_UNCONDITIONAL = [(", when: {workers: {at_most: 10}}", ""), (", when: {workers: {above: 10}}", "")]
_EXAMPLES = SOUND[SOUND.index("      examples:") : SOUND.index("  mitigated")]


def _changed(text: str, *changes: tuple[str, str]) -> str:
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def _table(*changes: tuple[str, str]) -> dict[str, Change]:
    return {TABLE: _changed(SOUND, *changes)}


def _sum(*changes: tuple[str, str]) -> dict[str, Change]:
    return {"benchmarks/sum.yaml": _changed(SUM, *changes)}


def _halves(*changes: tuple[str, str]) -> dict[str, Change]:
    return {BENCHMARK: list(changes)}


_PERSON = {
    STATUTE: clauses(
        clause(
            "- fine:\n    - {at_least: 1000, at_most: 5000}\n"
            "    - {at_least: 100, at_most: 500, target: responsible_person}",
            "处一千元以上五千元以下罚款，对责任人员处一百元以上五百元以下罚款。",
        )
    )
}
_BRANCHES = {
    STATUTE: clauses(
        clause(
            "- when: {refused: false}\n  fine: {at_least: 1000, at_most: 5000}\n"
            "- when: {refused: true}\n  fine: {at_least: 100, at_most: 500, target: responsible_person}",
            "处一千元以上五千元以下罚款；拒不改正的，对责任人员处一百元以上五百元以下罚款。",
        )
    )
}

_SHARES: dict[str, Mistake] = {
    "benchmark-open-point": (
        ("tier-point-left-out",),
        _halves(("from: 0, to: 1/2", "from: 0, below: 1/2"), ("from: 1/2, to: 1", "above: 1/2, to: 1")),
    ),
    "benchmark-shares-twice": (
        ("shares-incomplete",),
        _halves(("from: 0, to: 1/2", "from: 0, above: 0, to: 1/2")),
    ),
    "benchmark-gap-left-open-elsewhere": (
        ("tier-gap",),
        _halves(
            ("from: 1/2, to: 1}", "from: 3/5, to: 1}"),
            (
                "  select:",
                "  left_open:\n    - {from: 1/2, to: 3/5, maximum_only: true, reason: {zh: 缺, en: not said}}\n  select:",
            ),
        ),
    ),
    "benchmark-gap-where-only-a-maximum-is-stated": (
        ("tier-gap",),
        _halves(
            ("from: 0, to: 1/2", "from: 0, to: 1/2, maximum_only: {of: maximum, from: 0, to: 1/5}"),
        ),
    ),
    "benchmark-end-where-only-a-maximum-is-stated": (
        ("tiers-end",),
        _halves(
            ("from: 1/2, to: 1}", "from: 1/2, to: 1, maximum_only: {of: maximum, from: 1/2, to: 4/5}}")
        ),
    ),
    "benchmark-mitigation-named-like-a-tier": (
        ("duplicate-id",),
        _halves(("mitigated: {id: mitigated,", "mitigated: {id: upper,")),
    ),
    "benchmark-effect-with-shares": (
        ("effect-with-shares",),
        _halves(("from: 0, to: 1/2", "from: 0, to: 1/2, effect: no-fine")),
    ),
    "benchmark-tier-without-shares": (
        ("tier-without-shares",),
        _halves(
            ("from: 0, to: 1/2", "from: 0, to: 1"),
            (", from: 1/2, to: 1}", "}"),
        ),
    ),
    "benchmark-empty": (("benchmark-empty",), _table((SOUND[SOUND.index("  rows:") : SOUND.index("  mitigated")], ""))),
    "benchmark-shares-without-select": (("missing-key",), _table((_BARE, _SHARED))),
}  # fmt: skip
_ROWS: dict[str, Mistake] = {
    "row-unknown-clause": (("unknown-clause",), _table(("clause: sample-law/1", "clause: sample-law/2"))),
    "row-unknown-tier": (
        ("unknown-tier",),
        _table(("{tier: mild, when", "{tier: milt, when")),
    ),
    "row-statutory": (
        ("row-statutory",),
        _table(("statutory: {at_least: 1000,", "statutory: {at_least: 2000,")),
    ),
    "row-lacks-tier": (
        ("row-lacks-tier",),
        _table(
            *_UNCONDITIONAL,
            ("  rows:", f"{_SELECT}  rows:"),
            ("        - {tier: grave, band: {at_least: 3000, at_most: 5000}}\n", ""),
            (
                "        - {facts: {workers: 11, refused: false}, tier: grave, band: [3000, 5000]}\n",
                "",
            ),
        ),
    ),
    "row-tier-without-condition": (
        ("row-tier-without-condition",),
        _table((", when: {workers: {above: 10}}", "")),
    ),
    "row-tiers-without-selection": (("row-tier-without-condition",), _table(*_UNCONDITIONAL)),
    "row-tier-twice": (
        ("row-tier-twice",),
        _table(
            *_UNCONDITIONAL,
            ("  rows:", f"{_SELECT}  rows:"),
            ("{tier: grave, band", "{tier: mild, band"),
        ),
    ),
    "row-tier-band": (("row-tier-band",), _table((f", {_BAND}", "}"))),
    "row-tier-band-and-bands": (
        ("row-tier-band",),
        _table((_BAND, f"bands: {{unit: maximum}}, {_BAND}")),
    ),
    "row-band-without-maximum": (("band-without-maximum",), _table((_BAND, "band: {at_least: 1000}}"))),
    "row-band-with-shares-and-amounts": (
        ("shares-incomplete",),
        _table((_BAND, "band: {from: 0, to: 1/2, at_most: 3000}}")),
    ),
    "row-band-reversed": (("range-reversed",), _table((_BAND, "band: {at_least: 3000, at_most: 1000}}"))),
    "row-band-exact-and-bounds": (
        ("exactly-and-bounds",),
        _table((_BAND, "band: {exactly: 1000, at_most: 3000}}")),
    ),
    "row-band-of-no-sum": (("fact-type",), _table((_BAND, "band: {times: workers, at_most: 3000}}"))),
    "row-band-times-and-per": (
        ("times-and-per",),
        _table((_BAND, "band: {times: gain, per: workers, at_most: 3000}}")),
    ),
    "row-lacks-target": (("row-lacks-target", "row-lacks-target"), {**_table(), **_PERSON}),
    "row-target-not-fined": (
        ("row-target-not-fined",),
        _table((_BAND, "bands: {unit: {at_least: 1000, at_most: 3000}, responsible_person: maximum}}")),
    ),
    "row-target-of-another-branch": (
        ("row-lacks-target", "row-lacks-target"),
        {
            **_table(("      statutory:", "      where: {refused: true}\n      statutory:")),
            **_BRANCHES,
        },
    ),
    "row-unknown-measure": (
        ("unknown-measure",),
        _table((_BAND, f"measures: [warnin], {_BAND}")),
    ),
    "row-measure-not-in-the-clause": (
        ("tier-consequence",),
        {
            **_table((_BAND, f"measures: [closure], {_BAND}")),
            "vocabulary.yaml": (
                "  police: {zh: 公安机关, en: police}\n",
                "  police: {zh: 公安机关, en: police}\nmeasures:\n  closure: {zh: 责令关闭, en: closure, penalty: true}\n",
            ),
        },
    ),
    "row-licence-not-in-the-clause": (
        ("tier-consequence",),
        {
            **_table((_BAND, f"revoke: other, {_BAND}")),
            "vocabulary.yaml": (
                "  permit: {zh: 许可证, en: permit}\n",
                "  permit: {zh: 许可证, en: permit}\n  other: {zh: 他证, en: other licence}\n",
            ),
        },
    ),
    "row-without-example": (("row-without-example",), _table((_EXAMPLES, ""))),
    "row-tier-without-example": (
        ("tier-without-example",),
        _table(("        - {facts: {workers: 11, refused: false}, tier: grave, band: [3000, 5000]}\n", "")),
    ),
    "row-example-of-another-tier": (
        ("tier-without-example",),
        _table(("{workers: 11, refused: false}", "{workers: 9, refused: false}")),
    ),
    "row-unverified-without-a-reason": (
        ("unverified-without-reason",),
        _table(("      statutory:", "      source: {cite: 样本第4号, verified: false}\n      statutory:")),
    ),
}
_METHODS: dict[str, Mistake] = {
    "percentage-not-a-number": (("not-a-percentage",), _sum(("percent: 10,", "percent: 10%,"))),
    "percentages-with-shares": (
        ("percentages-with-shares",),
        {
            BENCHMARK: (
                "  mitigated:",
                SUM[SUM.index("  percentages:") : SUM.index("  mitigated")] + "  mitigated:",
            )
        },
    ),
    "percentages-bounded-without-bounds": (
        ("bounded-without-bounds",),
        _sum(("combine: additive", "combine: bounded")),
    ),
    "percentages-bounds-without-bounded": (
        ("bounds-without-bounded",),
        _sum(("start: 20", "start: 20\n    at_most: 50")),
    ),
    "percentages-bounds-reversed": (
        ("range-reversed",),
        _sum(("combine: additive", "combine: bounded\n    at_least: 90\n    at_most: 10.5")),
    ),
    "percentages-named-like-mitigation": (("duplicate-id",), _sum(("    id: sum", "    id: mitigated"))),
    "percentages-serial-from-nothing": (
        ("serial-without-start",),
        _sum(("combine: additive", "combine: serial"), ("    start: 20\n", "")),
    ),
    "percentages-factor-twice": (
        ("duplicate-id",),
        _sum(
            (
                "  mitigated:",
                "      - id: workers\n        name: {zh: 甲, en: a}\n"
                "        options: [{percent: 5, when: {refused: true}}]\n  mitigated:",
            )
        ),
    ),
}
_AUTHORITIES: dict[str, Mistake] = {
    "authority-unknown-benchmark": (
        ("unknown-benchmark",),
        {AUTHORITY: ("benchmark: halves", "benchmark: [halfs, halves]")},
    ),
    "authority-without-a-general-benchmark": (
        ("no-general-benchmark",),
        {**_table(), AUTHORITY: ("benchmark: halves", "benchmark: [halves, table]")},
    ),
}

BAD_BENCHMARKS: dict[str, Mistake] = {**_SHARES, **_ROWS, **_METHODS, **_AUTHORITIES}
