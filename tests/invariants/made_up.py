"""A small field with benchmarks of every method, for what the shipped ones do not use yet."""

from __future__ import annotations

from pathlib import Path

from penalty_engine import Engine
from tests.engine.law_changes import OLD, engine, version
from tests.engine.small_field import clause, ranged

BODY = (
    ranged(1, 1000, 5000)
    + clause(
        2,
        "处所得1倍以上5倍以下罚款，最高不超过9000元。",
        "fine: {times: gain, at_least: 1, at_most: 5, cap: 9000}",
        "{facts: {gain: 5}, fine: [5, 25]}",
    )
    + clause(
        3,
        "每人处100元以上333元以下罚款。",
        "fine: {per: workers, at_least: 100, at_most: 333}",
        "{facts: {workers: 1}, fine: [100, 333]}",
    )
    + clause(
        4,
        "可以处7777元以下罚款。",
        "fine: {at_most: 7777, optional: true}",
        "{facts: {}, fine: [0, 7777], optional: true}",
    )
    + clause(
        5,
        "对单位处1000元以上5000元以下罚款，对责任人员处100元以上900元以下罚款。",
        "{fine: [{at_least: 1000, at_most: 5000},"
        " {target: responsible_person, each: persons, at_least: 100, at_most: 900}]}",
        "{facts: {persons: 1}, fine: [1000, 5000], person_fine: [100, 900]}",
    )
)

_HEAD = """schema: 1
benchmark:
  id: {id}
  title: {{zh: 表, en: table}}
  in_force: {{from: 2020-01-01}}
  source: {{cite: 样本第1号, verified: true}}
  mitigated: {{id: mitigated, name: {{zh: 减轻, en: mitigated}}}}
  recommend: {{at: {at}, round_down_to: {unit}}}
"""
_TIERS = (
    "  tiers:\n"
    + "".join(
        f"    - {{id: {name}, name: {{zh: {name}, en: {name}}}, {shares}}}\n"
        for name, shares in (
            ("low", "from: 0, below: 1/3, maximum_only: {of: maximum, from: 0, to: 1/5}"),
            ("middle", "from: 1/3, to: 2/3, maximum_only: {of: maximum, from: 1/5, to: 3/5}"),
            ("high", "above: 2/3, to: 1, maximum_only: {of: maximum, above: 3/5, to: 1}"),
        )
    )
    + "  select:\n"
    "    - {tier: low, when: {heavier_over_lighter: {below: 0}}}\n"
    "    - {tier: middle, when: {heavier_over_lighter: 0}}\n"
    "    - {tier: high, when: {heavier_over_lighter: {above: 0}}}\n"
)
_THIRDS = _HEAD.format(id="thirds", at="1/2", unit=100) + _TIERS
_ROWS = (
    _HEAD.format(id="rows", at="1/3", unit=10)
    + _TIERS
    + """  shift:
    - {by: 1, when: {heavier_over_lighter: {above: 0}}}
    - {by: -1, when: {heavier_over_lighter: {below: 0}}}
  rows:
    - clause: sample-law/1
      ties: graver
      ties_reason: {zh: 从重, en: the graver}
      tiers:
        - {tier: low, when: {workers: {at_most: 10}}, band: {at_least: 500, below: 2000}}
        - {tier: middle, when: {workers: {at_least: 10, at_most: 30}}, band: {per: months, at_least: 700, at_most: 900}}
        - {tier: high, when: {workers: {above: 30}}, band: maximum}
    - clause: sample-law/2
      tiers:
        - {tier: low, when: {workers: {at_most: 10}}, band: {at_least: 1, at_most: 1.5}}
        - {tier: middle, when: {workers: {above: 10, at_most: 30}}, band: {above: 1.5, at_most: 4}}
        - {tier: high, when: {workers: {above: 30}}, band: {of: maximum, from: 4/5, to: 1}}
    - clause: sample-law/5
      tiers:
        - {tier: low, bands: {unit: minimum, responsible_person: {at_least: 100, at_most: 200}}}
        - {tier: middle, bands: {unit: {at_least: 2000, at_most: 3000}, responsible_person: {from: 1/3, to: 2/3}}}
        - {tier: high, bands: {unit: {exactly: 5000}, responsible_person: maximum}}
"""
)


def _points(name: str, base: str, combine: str, more: str) -> str:
    return (
        _HEAD.format(id=name, at="1/2", unit=100)
        + f"""  percentages:
    id: {name}
    name: {{zh: 百分比, en: percentages}}
    base: {base}
    combine: {combine}
{more}    factors:
      - id: heavier
        name: {{zh: 从重, en: heavier}}
        options:
          - {{percent: 37.5, when: {{heavier_circumstances: {{at_least: 1}}}}}}
      - id: people
        name: {{zh: 人数, en: people}}
        unless: {{role: host}}
        options:
          - {{percent: 45, when: {{workers: {{above: 30}}}}}}
          - {{percent: 12.5, when: {{workers: {{above: 10}}}}}}
      - id: lighter
        name: {{zh: 从轻, en: lighter}}
        options:
          - {{percent: -20, when: {{lighter_circumstances: {{at_least: 1}}}}}}
"""
    )


_FILES = {
    "thirds": _THIRDS,
    "rows": _ROWS,
    "added": _points("added", "range", "additive", "    start: 10\n"),
    "serial": _points("serial", "maximum", "serial", "    start: 33.3\n"),
    "bounded": _points("bounded", "maximum", "bounded", "    start: 5\n    at_least: 5\n    at_most: 60\n"),
}
NAMES = tuple(_FILES)


def made_up(folder: Path, network: str = "native") -> Engine:
    """The field; its rules lie in ``folder/rules``."""
    files = {f"benchmarks/{name}.yaml": text for name, text in _FILES.items()}
    return engine(folder, version(BODY, OLD), files, network=network)
