"""Made-up statutes for measuring: as many clauses as wanted, worded and figured like real ones, with examples.

    python benchmarks/synthetic.py FOLDER [CLAUSES]

writes the shipped rules and the made-up ones into FOLDER, which `penalty --rules FOLDER` then accepts. Nothing is random:
the same number gives the same bytes.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

PREFIX = "synthetic"
_DIGITS = "零一二三四五六七八九"
_ACTS = (
    "未按规定备案",
    "未建立用工台账",
    "拒不报送统计资料",
    "提供虚假材料",
    "违规收取押金",
    "扣押居民身份证",
    "未公示服务收费标准",
    "擅自扩大业务范围",
    "未按规定保存记录",
    "泄露当事人信息",
)
_FIELDS = ("用人单位", "人力资源服务机构", "职业中介机构", "劳务派遣单位", "用工单位", "职业培训机构")
_ORDERS = {"correct": "责令改正", "cease": "责令停止违法行为"}


class Body(NamedTuple):
    """What follows the description of the act: the wording, and the clause's remaining YAML."""

    words: str
    orders: str
    lines: tuple[str, ...]


def numeral(number: int) -> str:
    """A whole number below one hundred million as statutes write it: 12500 → 一万二千五百."""
    if number >= 10_000:
        rest = number % 10_000
        gap = "零" if 0 < rest < 1_000 else ""
        return f"{numeral(number // 10_000)}万{gap}{numeral(rest) if rest else ''}"
    text, pending = "", False
    for value, unit in ((1_000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // value % 10
        if digit:
            text += ("零" if pending and text else "") + _DIGITS[digit] + unit
        pending = digit == 0
    return text or _DIGITS[0]


def write_rules(folder: Path, shipped: Path, clauses: int = 1_000, statutes: int = 20) -> None:
    """The shipped rules and `clauses` made-up ones, spread over `statutes` files, in a folder that does not exist yet."""
    statutes = min(statutes, clauses)
    shutil.copytree(shipped, folder)
    (folder / "coverage.yaml").unlink(missing_ok=True)  # it lists the real field only
    with (folder / "violations.yaml").open("a", encoding="utf-8") as catalogue:
        catalogue.writelines(_violation(number) for number in range(clauses))
    for statute in range(statutes):
        name = f"{PREFIX}-{statute + 1:02d}"
        path = folder / "statutes" / name / "2013-07-01.yaml"
        path.parent.mkdir()
        own = range(statute, clauses, statutes)
        path.write_text(
            _head(name, statute) + "".join(_clause(number, place) for place, number in enumerate(own)),
            encoding="utf-8",
        )


def _violation(number: int) -> str:
    act, field = _ACTS[number % len(_ACTS)], _FIELDS[number % len(_FIELDS)]
    return (
        f"  - id: {PREFIX}-{number:04d}\n"
        f"    name: {{zh: {field}{act}（示例{number:04d}）, en: synthetic violation {number:04d}}}\n"
        f"    aliases: [示例{number:04d}, synthetic {number:04d}]\n"
    )


def _head(name: str, number: int) -> str:
    label = numeral(number + 1)
    return (
        "# Made up for measuring; not law.\n"
        "schema: 1\nstatute:\n"
        f"  id: {name}\n"
        f"  title: {{zh: 示例劳动监察条例之{label}, short: 示例条例{label}, en: Synthetic Regulation {number + 1}}}\n"
        "  rank: administrative_regulation\n  jurisdiction: national\n"
        "  in_force: {from: 2013-07-01}\n"
        "  source: {cite: 为测量性能生成的示例文本第1号, verified: true}\n"
        "clauses:\n"
    )


def _clause(number: int, place: int) -> str:
    body = _SHAPES[number % len(_SHAPES)](_amount(number))
    act, field = _ACTS[number % len(_ACTS)], _FIELDS[number % len(_FIELDS)]
    order = f"由劳动行政部门{_ORDERS[body.orders]}，"
    lines = (
        f'  - id: "{place + 1}"',
        f"    article: 第{numeral(place + 1)}条",
        f"    violation: {PREFIX}-{number:04d}",
        "    text: >-",
        f"      {field}违反本条例规定，{act}的，{order}{body.words}。",
        f"    orders: [{body.orders}]",
        *(f"    {line}" for line in body.lines),
    )
    return "\n".join(lines) + "\n"


def _amount(number: int) -> int:
    """The lower figure of a clause, in yuan."""
    return (500, 1_000, 1_200, 2_000, 2_500, 3_000, 5_000, 8_000, 10_000, 12_500, 20_000)[number % 11]


def _plain(low: int) -> Body:
    high = low * 5
    return Body(
        f"处以{numeral(low)}元以上{numeral(high)}元以下罚款",
        "correct",
        (
            "outcomes:",
            f"  - fine: {{at_least: {low}, at_most: {high}}}",
            "examples:",
            f"  - {{facts: {{}}, fine: [{low}, {high}], confiscate: null, revoke: null, orders: [correct]}}",
        ),
    )


def _gain(low: int) -> Body:
    high = low * 10
    return Body(
        f"有违法所得的，没收违法所得，并处违法所得一倍以上五倍以下的罚款；没有违法所得的，可以处{numeral(high)}元以下的罚款",
        "cease",
        (
            "outcomes:",
            "  - when: {illegal_gain: {above: 0}}",
            "    confiscate: illegal_gain",
            "    fine: {times: illegal_gain, at_least: 1, at_most: 5}",
            "  - when: {illegal_gain: 0}",
            f"    fine: {{at_most: {high}, optional: true}}",
            "examples:",
            "  - {facts: {illegal_gain: 20000}, fine: [20000, 100000], confiscate: 20000, orders: [cease]}",
            f"  - {{facts: {{illegal_gain: 0}}, fine: [0, {high}], optional: true, confiscate: null}}",
            "  - {facts: {}, status: needs-facts, missing_facts: [illegal_gain]}",
        ),
    )


def _heads(low: int) -> Body:
    high = low * 2
    return Body(
        f"并限期改正；逾期不改正的，按照介绍人数以每人{numeral(low)}元以上{numeral(high)}元以下的标准处以罚款",
        "correct",
        (
            "entry: {failed_to_correct: true}",
            "outcomes:",
            f"  - fine: {{per: persons_introduced, at_least: {low}, at_most: {high}}}",
            "examples:",
            f"  - {{facts: {{failed_to_correct: true, persons_introduced: 4}}, fine: [{low * 4}, {high * 4}]}}",
            "  - {facts: {failed_to_correct: false}, status: not-available, orders: [correct]}",
            "  - {facts: {failed_to_correct: true}, status: needs-facts, missing_facts: [persons_introduced]}",
        ),
    )


def _serious(low: int) -> Body:
    middle, high = low * 3, low * 10
    return Body(
        f"处以{numeral(low)}元以上{numeral(middle)}元以下罚款；情节严重的，处以{numeral(middle)}元以上{numeral(high)}元以下罚款，"
        "并吊销《人力资源服务许可证》",
        "correct",
        (
            "outcomes:",
            "  - when: {serious: false}",
            f"    fine: {{at_least: {low}, at_most: {middle}}}",
            "  - when: {serious: true}",
            f"    fine: {{at_least: {middle}, at_most: {high}}}",
            "    revoke: hr-service-licence",
            "examples:",
            f"  - {{facts: {{serious: false}}, fine: [{low}, {middle}], revoke: null}}",
            f"  - {{facts: {{serious: true}}, fine: [{middle}, {high}], revoke: hr-service-licence}}",
            "  - {facts: {}, status: needs-facts, missing_facts: [serious]}",
        ),
    )


def _person(low: int) -> Body:
    high = low * 4
    return Body(
        f"处以{numeral(low)}元以上{numeral(high)}元以下罚款，对直接负责的主管人员和其他直接责任人员处以五百元以上五千元以下罚款",
        "correct",
        (
            "outcomes:",
            "  - fine:",
            f"      - {{at_least: {low}, at_most: {high}}}",
            "      - {target: responsible_person, at_least: 500, at_most: 5000}",
            "examples:",
            f"  - {{facts: {{}}, fine: [{low}, {high}], person_fine: [500, 5000]}}",
        ),
    )


def _fixed(low: int) -> Body:
    return Body(
        f"按照介绍人数处以每人{numeral(low)}元罚款",
        "cease",
        (
            "outcomes:",
            f"  - fine: {{per: persons_introduced, exactly: {low}}}",
            "examples:",
            f"  - {{facts: {{persons_introduced: 3}}, fine: [{low * 3}, {low * 3}]}}",
            "  - {facts: {}, status: needs-facts, missing_facts: [persons_introduced]}",
        ),
    )


def _other_law(low: int) -> Body:
    high = low * 3
    return Body(
        f"法律、法规有处罚规定的，从其规定；法律、法规未作规定的，可以处{numeral(low)}元以上{numeral(high)}元以下罚款",
        "correct",
        (
            "outcomes:",
            "  - when: {other_law_prescribes: true}",
            "    refer: other-law",
            "  - when: {other_law_prescribes: false}",
            f"    fine: {{at_least: {low}, at_most: {high}, optional: true}}",
            "examples:",
            "  - {facts: {other_law_prescribes: true}, status: referred, refer: other-law}",
            f"  - {{facts: {{other_law_prescribes: false}}, fine: [{low}, {high}], optional: true}}",
        ),
    )


_SHAPES: tuple[Callable[[int], Body], ...] = (_plain, _gain, _heads, _serious, _person, _fixed, _other_law)


def cases(count: int, clauses: int = 1_000, statutes: int = 20) -> Iterator[dict[str, object]]:
    """Cases spread evenly over the made-up clauses, every outcome among them, no two alike."""
    statutes = min(statutes, clauses)
    for number in range(count):
        clause = number * clauses // count
        facts = {
            "illegal_gain": 1_000 + 37 * number,
            "persons_introduced": 1 + number % 97,
            "failed_to_correct": number % 4 != 3,
            "serious": number % 2 == 1,
            "other_law_prescribes": number % 3 == 2,
        }
        used = _FACTS[clause % len(_SHAPES)]
        yield {
            "schema": 1,
            "party": {"kind": "organization", "name": f"示例单位{number}"},
            "timeline": {"conduct_to": "2022-05-31", "decided_on": "2022-09-01"},
            "acts": [
                {
                    "clause": f"{PREFIX}-{clause % statutes + 1:02d}/{clause // statutes + 1}",
                    "facts": {name: facts[name] for name in used},
                    "circumstances": (["harm-removed"], [], ["obstruction"])[number % 3],
                }
            ],
        }


_FACTS = (
    (),
    ("illegal_gain",),
    ("failed_to_correct", "persons_introduced"),
    ("serious",),
    (),
    ("persons_introduced",),
    ("other_law_prescribes",),
)
"""What each shape asks for."""


if __name__ == "__main__":
    target, wanted = Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1_000
    write_rules(target, Path(__file__).resolve().parent.parent / "rules", wanted)
