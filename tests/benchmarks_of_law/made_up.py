"""A made-up clause and a made-up table for it: every shape a benchmark can have is tried on these."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from textwrap import dedent, indent
from typing import Any

import yaml

from penalty_engine import Assessment, Engine
from penalty_engine.assessment import Finding, FineResult, Step
from tests.engine.cases import act, case, only
from tests.rulebook.folders import Change, clause, clauses, engine_with

CLAUSE = "sample-law/1"

_FACTS = """\
  evaded:
    type: money
    label: {zh: 瞒报金额, en: sum evaded}
    question: {zh: 瞒报多少？, en: How much was evaded?}
  days_late:
    type: count
    unit: {zh: 日, en: days}
    label: {zh: 逾期日数, en: days late}
    question: {zh: 逾期几日？, en: How many days late?}
  repeats:
    type: count
    label: {zh: 再犯次数, en: earlier violations}
    question: {zh: 几次？, en: How many?}
  staff:
    type: count
    label: {zh: 职工人数, en: staff}
    question: {zh: 共几人？, en: How many staff?}
  share_of_staff:
    type: share
    label: {zh: 占职工比例, en: share of the staff}
    question: {zh: 占几成？, en: What share?}
    derived: {share: {of: workers, in: staff}}
  silent:
    type: boolean
    label: {zh: 拒不提供资料, en: records withheld}
    question: {zh: 是否拒不提供？, en: Were records withheld?}
  conduct:
    type: choice
    label: {zh: 行为种类, en: kind of conduct}
    question: {zh: 哪种行为？, en: Which conduct?}
    choices:
      forged: {zh: 伪造, en: forged}
      hidden: {zh: 隐瞒, en: hidden}
  size:
    type: choice
    label: {zh: 企业规模, en: size of the enterprise}
    question: {zh: 何种规模？, en: Which size?}
    choices:
      micro: {zh: 微型, en: micro}
      small: {zh: 小型, en: small}
      large: {zh: 大型, en: large}
  persons:
    type: count
    label: {zh: 责任人员人数, en: responsible persons}
    question: {zh: 几名？, en: How many persons?}
"""
_MEASURES = """\
measures:
  warning: {zh: 警告, en: warning, penalty: true}
  closure: {zh: 责令关闭, en: closure, penalty: true, grave: true}
  talk: {zh: 约谈, en: talk}
"""
_MONTHS = "  months:\n    type: count\n"
_POLICE = "  police: {zh: 公安机关, en: police}\n"
_HEAVIER = "  - id: lied\n"
_DERIVED = """\
  - id: mass
    name: {zh: 涉及五十人以上, en: fifty or more concerned}
    effect: heavier
    force: discretionary
    article: 第三条
    text: 涉及五十人以上的，从重。
    when: {workers: {at_least: 50}}
  - id: grim
    name: {zh: 影响恶劣, en: grim}
    effect: heavier
    force: discretionary
    article: 第三条
    text: 影响恶劣的，从重。
"""

TIERS = {
    "low": "- {id: low, name: {zh: 低档, en: low}}\n",
    "middle": "- {id: middle, name: {zh: 中档, en: middle}}\n",
    "high": "- {id: high, name: {zh: 高档, en: high}}\n",
}
BY_COUNTS = """\
select:
  - {tier: low, when: {heavier_over_lighter: {below: 0}}}
  - {tier: middle, when: {heavier_over_lighter: 0}}
  - {tier: high, when: {heavier_over_lighter: {above: 0}}}
"""
THREE = "tiers:\n" + indent("".join(TIERS.values()), "  ")
BY_FACTS = THREE
"""Three tiers without shares: the rows say where they lie."""


def table(body: str, head: str = "in_force: {from: 2020-01-01}", name: str = "table") -> str:
    """A benchmark file; `body` holds its tiers, selection, rows or percentages."""
    start = f"""\
        id: {name}
        title: {{zh: 样本基准{name}, en: sample {name}}}
        source: {{cite: 样本第2号, verified: true}}
        mitigated: {{id: mitigated, name: {{zh: 减轻, en: mitigated}}}}
        recommend: {{at: 1/2, round_down_to: 100}}
        """
    return "schema: 1\nbenchmark:\n" + indent(dedent(start) + head + "\n" + dedent(body), "  ")


def row(tiers: str, extra: str = "") -> str:
    """One row for the clause; `tiers` is a YAML list at the left margin."""
    keys = f"{dedent(extra).strip()}\n" if extra else ""
    return "rows:\n" + indent(
        f"- clause: {CLAUSE}\n" + indent(f"{keys}tiers:\n{indent(dedent(tiers), '  ')}", "  "), "  "
    )


def engine(
    folder: Path,
    network: str,
    outcomes: str,
    tables: str | dict[str, str],
    order: str = "[table, halves]",
    extra: str = "",
    **changes: Change,
) -> Engine:
    """An engine over one clause with these outcomes and tables; `order`: the benchmarks of the authority."""
    files = {"table": tables} if isinstance(tables, str) else tables
    return engine_with(
        folder,
        network,
        vocabulary=[(_MONTHS, _FACTS + _MONTHS), (_POLICE, _POLICE + _MEASURES)],
        circumstances=[(_HEAVIER, _DERIVED + _HEAVIER)],
        authority=("benchmark: halves", f"benchmark: {order}"),
        statute=clauses(clause(outcomes, _text(outcomes), extra=extra)),
        **{f"benchmarks/{name}.yaml": text for name, text in files.items()},
        **changes,
    )


def _text(outcomes: str) -> str:
    """A provision that says no more than the figures of its fines."""
    figures = []
    for outcome in yaml.safe_load(outcomes):
        found = outcome.get("fine", [])
        for one in found if isinstance(found, list) else [found]:
            unit = "倍" if "times" in one else "元"
            figures += [f"{one[key]}{unit}" for key in ("at_least", "at_most", "exactly") if key in one]
    return f"处{'、'.join(figures)}罚款。"


def assess(
    engine: Engine,
    *circumstances: str,
    benchmark: str | None = None,
    to: str = "2020-06-01",
    party: str = "organization",
    elections: dict[str, bool] | None = None,
    **facts: Any,
) -> Assessment:
    """The clause on these facts."""
    stated = case(
        act(CLAUSE, *circumstances, **facts), authority="office", to=to, party=party, elections=elections
    )
    return engine.assess(stated if benchmark is None else {**stated, "benchmark": benchmark})


def finding(engine: Engine, *circumstances: str, **facts: Any) -> Finding:
    """The finding of the clause on these facts."""
    return only(assess(engine, *circumstances, **facts))


def fine(engine: Engine, *circumstances: str, target: str = "unit", **facts: Any) -> FineResult:
    """The fine of one target on these facts."""
    found = [item for item in finding(engine, *circumstances, **facts).fines if item.target == target]
    assert len(found) == 1
    return found[0]


def told(found: FineResult) -> tuple[str, str, str, str]:
    """Tier, band and recommended sum, as texts to compare with what was worked out by hand."""
    assert found.tier is not None
    return found.tier.id, *(
        format(amount, "f") for amount in (found.tier.minimum, found.tier.maximum, found.recommended)
    )


def steps(assessment: Assessment, kind: str) -> list[Step]:
    """Every step of one kind, wherever it stands in the trace."""

    def every(step: Step) -> Iterator[Step]:
        yield step
        for part in step.steps:
            yield from every(part)

    return [step for top in assessment.trace for step in every(top) if step.step == kind]
