"""Every shape of a fine and of a benchmark in words, with its arithmetic, over small made-up rules."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from penalty_engine import Case, Engine
from penalty_engine.reasons.explain import explain_assessment
from tests.reasons.test_explain import walked
from tests.rulebook.folders import clause, clauses, engine_with

TIERS = """  tiers:
    - {id: lower, name: {zh: 低, en: lower}, from: 0, to: 1/2}
    - {id: upper, name: {zh: 高, en: upper}, from: 1/2, to: 1}
"""
BY_FACTS = """  rows:
    - clause: sample-law/1
      ties: graver
      tiers:
        - {tier: lower, when: {workers: {at_most: 10}}, band: {at_least: 1000, at_most: 2000}}
        - {tier: upper, when: {workers: {at_least: 10}}, band: {at_least: 2000, at_most: 9000}}
  shift:
    - {by: 1, when: {heavier_circumstances: {at_least: 1}, lighter_circumstances: 0}}
    - {by: -1, when: {lighter_circumstances: {at_least: 1}, heavier_circumstances: 0}}
"""
PERCENT = """  percentages:
    id: points
    name: {zh: 百分比法, en: points}
    base: maximum
    combine: additive
    start: 20
    factors:
      - id: size
        name: {zh: 人数, en: number of workers}
        options:
          - {percent: 30, when: {workers: {at_least: 10}}}
          - {percent: 10, when: {workers: {below: 10}}}
"""


def _percentages(text: str) -> str:
    head, _, rest = text.partition("  tiers:\n")
    _, _, tail = rest.partition("  mitigated:")
    return f"{head}{PERCENT}  mitigated:{tail}"


def _benchmark(extra: str = "", percent: bool = False) -> Any:
    from tests.rulebook.folders import BASE, BENCHMARK

    text = (BASE / BENCHMARK).read_text(encoding="utf-8")
    return _percentages(text) if percent else text + extra


def _clause(outcome: str, extra: str = "") -> Any:
    """A clause whose text names every figure of its outcome."""
    figures = dict.fromkeys(re.findall(r"\d+", outcome))
    text = "、".join(f"{number}{'倍' if int(number) < 10 else '元'}" for number in figures)
    return clauses(clause(f"- {outcome}", f"{text}，处罚款。", extra=extra))


def told(
    engine: Engine, lang: str = "zh", *circumstances: str, elections: Any = None, **facts: Any
) -> list[str]:
    """The sentences of one act under the made-up clause."""
    case = Case.parse(
        {
            "schema": 1,
            "party": {"kind": "organization"},
            "timeline": {"conduct_to": "2020-06-01"},
            "acts": [{"clause": "sample-law/1", "facts": facts, "circumstances": list(circumstances)}],
            "elections": elections or {},
        }
    )
    found = explain_assessment(engine.rulebook, case, engine.assess(case))
    return [item.told(lang) for item in walked(found.sentences)]


SHAPES: dict[str, tuple[str, dict[str, Any], tuple[str, ...], tuple[str, ...]]] = {
    "lump": (
        "fine: {at_least: 1000, at_most: 5000}",
        {},
        (
            "对当事人的法定罚款幅度：1,000–5,000 元（《样本法》第1条）。",
            "对当事人，“低”在法定幅度的 0 至 1/2：1,000，1,000 + 4,000 × 1/2 = 3,000；即 1,000–3,000 元。",
            "对当事人，建议取该档的中间值：2,000 元（两档）。",
        ),
        (
            "On the party, by law: 1,000–5,000 yuan (Sample Law 第1条).",
            "On the party: “lower” lies from 0 to 1/2 of the statutory range: 1,000, 1,000 + 4,000 × 1/2 = 3,000; that is "
            "1,000–3,000 yuan.",
            "On the party, recommended is the middle of the band: 2,000 yuan (two halves).",
        ),
    ),
    "maximum only": (
        "fine: {at_most: 5550, optional: true}",
        {},
        (
            "对当事人的法定罚款幅度：5,550 元以下（法律没有规定下限）（可以处，也可以不处）（《样本法》第1条）。",
            "对当事人，“低”在法定幅度的 0 至 1/2：0，5,550 × 1/2 = 2,775；即 0–2,775 元。",
            "对当事人，建议取该档的中间值 1,387.50 元，向下取整到 100 元的整数倍：1,300 元（两档）。",
        ),
        (),
    ),
    "per head and month": (
        "fine: {per: [workers, months], at_least: 200, at_most: 500}",
        {"workers": 8, "months": 3},
        (
            "对当事人的法定罚款幅度：200–500 元 × 8（人数）× 3 个月（月数）= 4,800–12,000 元（《样本法》第1条）。",
            "对当事人，“低”在法定幅度的 0 至 1/2：200，200 + 300 × 1/2 = 350；200–350 元 × 24 = 4,800–8,400 元。",
        ),
        (
            "On the party, by law: 200–500 yuan × 8 (workers) × 3 months (months) = 4,800–12,000 yuan (Sample Law 第1条).",
        ),
    ),
    "multiple": (
        "fine: {times: gain, at_least: 1, at_most: 5}",
        {"gain": "333.33"},
        (
            "对当事人的法定罚款幅度：1–5 倍 × 333.33 元（所得）= 333.33–1,666.65 元（《样本法》第1条）。",
            "对当事人，“低”在法定幅度的 0 至 1/2：1，1 + 4 × 1/2 = 3；1–3 倍 × 333.33 = 333.33–999.99 元。",
            "对当事人，建议取该档的中间值 666.66 元，向下取整到 100 元的整数倍：600 元（两档）。",
        ),
        (),
    ),
    "fixed multiple": (
        "fine: {times: gain, exactly: 2}",
        {"gain": 500},
        (
            "对当事人的罚款由法律固定：2 倍 × 500 元（所得）= 1,000 元（《样本法》第1条）。",
            "对当事人，固定数额不作裁量：1,000 元。",
        ),
        ("On the party, a sum fixed by law: 2 times × 500 yuan (gain) = 1,000 yuan (Sample Law 第1条).",),
    ),
    "cap": (
        "fine: {times: gain, at_least: 1, at_most: 5, cap: 20000}",
        {"gain": 10000},
        (
            "对当事人的法定罚款幅度：1–5 倍 × 10,000 元（所得）= 10,000–50,000 元（《样本法》第1条）。",
            "最高不超过 20,000 元，因此为 10,000–20,000 元。",
        ),
        ("Never above 20,000 yuan, so: 10,000–20,000 yuan.",),
    ),
    "floor": (
        "fine: {times: gain, at_least: 1, at_most: 5, floor: 3000}",
        {"gain": 1000},
        ("最低不少于 3,000 元，因此为 3,000–5,000 元。",),
        ("Never below 3,000 yuan, so: 3,000–5,000 yuan.",),
    ),
    "counted as more": (
        "fine: {times: gain, at_least: 1, at_most: 5, base_at_least: 10000}",
        {"gain": 4000},
        (
            "对当事人的法定罚款幅度：1–5 倍 × 10,000 元（按此计算）= 10,000–50,000 元（《样本法》第1条）。",
            "所得 4,000 元，按 10,000 元计算。",
        ),
        ("Gain: 4,000 yuan, which counts as 10,000 yuan.",),
    ),
    "doubled": (
        "fine: {per: workers, exactly: 5000, double_when: {refused: true}}",
        {"workers": 2, "refused": True},
        (
            "对当事人的罚款由法律固定：5,000 元 × 2（人数）× 2（加倍）= 20,000 元（《样本法》第1条）。",
            "拒不改正的，加倍。",
        ),
        ("Doubled because: “refused” applies.",),
    ),
    "nothing to count": (
        "fine: {per: workers, at_least: 200, at_most: 500}",
        {"workers": 0},
        (
            "数量为零，没有罚款：人数。",
            "没有罚款：计算罚款的数量为 0（人数），没有可处的罚款；上列其他处理仍然适用。",
        ),
        (),
    ),
    "rounding kept within the band": (
        "fine: {at_least: 1050, at_most: 1150}",
        {},
        ("对当事人，该档的中间值为 1,075 元；取整不越出该档，建议 1,050 元（两档）。",),
        (
            "On the party: the middle of the band is 1,075 yuan; rounding stays within the band: 1,050 yuan recommended (two halves).",
        ),
    ),
    "on each person": (
        "fine: [{at_least: 1000, at_most: 2000}, {target: responsible_person, each: workers, at_least: 100, at_most: 300}]",
        {"workers": 3},
        (
            "对责任人员的法定罚款幅度：每人 100–300 元，共 3 人（《样本法》第1条）。",
            "对责任人员，“低”在法定幅度的 0 至 1/2：100，100 + 200 × 1/2 = 200；即 100–200 元。",
            "对责任人员，建议取该档的中间值 150 元，向下取整到 100 元的整数倍：100 元（两档）。",
            "对责任人员建议每人罚款 100 元，3 人合计 300 元（《样本法》第1条）。",
            "对责任人员：法定 300–900 元，建议 300 元。",
            "罚款合计：法定 1,300–2,900 元，建议 1,500 元。",
        ),
        (
            "On the responsible person, by law: 100–300 yuan on each, 3 persons (Sample Law 第1条).",
            "On the responsible person: a fine of 100 yuan on each is proposed, 300 yuan on 3 persons (Sample Law 第1条).",
        ),
    ),
}


@pytest.mark.parametrize("name", SHAPES)
def test_shapes_of_a_fine(name: str, tmp_path: Path) -> None:
    outcome, facts, zh, en = SHAPES[name]
    engine = engine_with(tmp_path, statute=_clause(outcome, "orders: [cease]"))
    for lang, expected in (("zh", zh), ("en", en)):
        found = told(engine, lang, **facts)
        for sentence in expected:
            assert sentence in found, "\n".join(found)


def test_a_table_by_facts_with_a_tie_and_a_step_up(tmp_path: Path) -> None:
    engine = engine_with(
        tmp_path,
        statute=_clause("fine: {at_least: 1000, at_most: 8000}"),
        benchmark=_benchmark(BY_FACTS),
    )
    found = told(engine, "zh", workers=10)
    assert "档次为“高”（两档）。" in found
    assert "基准对《样本法》第1条单独列有标准。" in found
    assert "基准中该档的条件：人数在 10 以上。" in [item.replace("10以上", "10 以上") for item in found]
    assert "本案人数 10。" in found
    assert "“低”的条件同时具备；按基准声明的规则取上述档次。" in found
    assert "对当事人，“高”的标准：2,000–8,000 元。" in found
    assert "该档原为 2,000–9,000 元，超出法定幅度的部分不适用，取 2,000–8,000 元。" in found
    up = told(engine, "zh", "lied", workers=3)
    assert "从轻情节 0 个，从重情节 1 个，由“低”上调 1 档，为“高”（两档）。" in up
    down = told(engine, "en", "helped", workers=30)
    assert "Lighter circumstances: 1, heavier: 0. From “upper” 1 down: “lower” (two halves)." in down


def test_percentages(tmp_path: Path) -> None:
    engine = engine_with(
        tmp_path,
        statute=_clause("fine: {at_least: 1000, at_most: 8000}"),
        benchmark=_benchmark(percent=True),
    )
    found = told(engine, "zh", workers=12)
    assert "按百分比计算，以法定最高额为基数，各项相加，从 20% 起算，合计 50%（两档）。" in found
    assert "人数：30%，由 20% 至 50%。" in found
    assert "对当事人，法定最高额的 50%：4,000 元。" in found
    assert "对当事人，建议取该比例：4,000 元（两档）。" in found


def test_mitigation(tmp_path: Path) -> None:
    engine = engine_with(tmp_path, statute=_clause("fine: {at_least: 1000, at_most: 8000}"))
    found = told(engine, "zh", "helped", elections={"mitigate": True})
    assert "对当事人，承办人员决定减轻处罚，低于法定下限 1,000 元：0–1,000 元（不含两端）。" in found
    assert "从轻或者减轻：协助，由承办人员认定，计入裁量（样本裁量法第二条）。" in found


def test_a_circumstance_that_is_an_element(tmp_path: Path) -> None:
    engine = engine_with(
        tmp_path, statute=_clause("fine: {at_least: 1000, at_most: 8000}", "elements: [lied]")
    )
    found = told(engine, "zh", "lied")
    assert "从重：说谎，由承办人员认定，但已经是所罚行为本身的内容，不重复计入（样本裁量法第三条）。" in found
    assert "“说谎”已经是《样本法》第1条所罚行为本身的内容，不重复计入裁量。" in found
    assert "没有从轻、从重情节，档次为“低”（两档）。" in found
    assert "“lied” is already an element of what Sample Law 第1条 punishes and is not counted again." in told(
        engine, "en", "lied"
    )
