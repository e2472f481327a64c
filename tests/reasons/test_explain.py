"""The explanation of an assessment: every step told, every sum with its arithmetic, nothing raw."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from penalty_engine import Assessment, Case, Engine
from penalty_engine.assessment import Step
from penalty_engine.examples import example_case
from penalty_engine.messages import Message, Names
from penalty_engine.reasons.explain import TABLE, Explanation, explain_assessment
from penalty_engine.reasons.sentences import Sentence
from tests.conftest import ROOT, RULES
from tests.engine.cases import act, case, cases

STAGES = ROOT / "penalty_engine" / "stages"
EXAMPLES = sorted(path.stem for path in (ROOT / "examples").glob("*.yaml"))
NATIVE = Engine.load(RULES, "native")


def explained(engine: Engine, found: Case | dict[str, Any]) -> tuple[Assessment, Explanation]:
    """A case assessed and explained."""
    read = found if isinstance(found, Case) else Case.parse(found)
    assessment = engine.assess(read)
    return assessment, explain_assessment(engine.rulebook, read, assessment)


def walked(sentences: Iterable[Sentence]) -> Iterator[Sentence]:
    """Every sentence of an explanation."""
    for item in sentences:
        yield item
        yield from walked(item.sentences)


def kinds(trace: Iterable[Step]) -> Iterator[str]:
    """Every kind of step in a trace."""
    for step in trace:
        yield step.step
        yield from kinds(step.steps)


def texts(found: Explanation, lang: str = "zh") -> list[str]:
    """The sentences without those that only pass on a warning, which names fields of the case file."""
    return [item.told(lang) for item in walked(found.sentences) if item.kind != "warning"]


# --- every step has a sentence ----------------------------------------------------------------------------------------


def _kinds_written() -> set[str]:
    """Every kind of step that some stage makes."""
    found = set()
    for path in STAGES.glob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        constants = {
            target.id: node.value.value
            for node in tree.body
            if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
            for target in node.targets
            if isinstance(target, ast.Name)
        }
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and getattr(node.func, "id", None) == "Step":
                first = node.args[0]
                found.add(first.value if isinstance(first, ast.Constant) else constants[first.id])  # type: ignore[attr-defined]
    return found


def test_every_kind_of_step_that_a_stage_makes_has_an_entry() -> None:
    assert _kinds_written() - {"act"} <= set(TABLE)


def _raw_words() -> re.Pattern[str]:
    """Ids of the rules, which no reader should meet."""
    book = NATIVE.rulebook
    vocabulary = book.vocabulary
    ids = {
        *vocabulary.facts,
        *vocabulary.orders,
        *vocabulary.licences,
        *vocabulary.measures,
        *vocabulary.payments,
        *vocabulary.bodies,
        *book.violations,
        *book.circumstances,
        *book.benchmarks,
        *book.clauses,
        *(tier.id for item in book.benchmarks.values() for tier in item.tiers),
        *(item.id for item in book.conflicts),
    }
    compound = sorted(
        name for name in ids - {"first-violation"} if re.search(r"[-_/]", name)
    )  # also an English word
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, compound))})(?![\w-])")


RAW = _raw_words()


def _nothing_raw(found: Explanation) -> None:
    for item in walked(found.sentences):
        if (
            item.kind == "warning"
        ):  # its text is that of the assessment, and may name a field of the case file
            continue
        for lang in ("zh", "en"):
            text = item.told(lang)
            for mark in (
                "None",
                "Decimal(",
                "Fraction(",
                "Message(",
                "Names(",
                "{",
                "。。",
                "。，",
                "True",
                "False",
            ):
                assert mark not in text, text
            assert not re.search(r"(?<![\d.,])\d{5,}", _own(item.text).text(lang)), text
            raw = RAW.search(text)
            assert raw is None, (raw, text)


def _own(text: Any) -> Any:
    """A sentence without what the rules say in their own words."""
    if isinstance(text, Names):
        return Names("", "")
    if isinstance(text, Message):
        return Message(text.code, {name: _own(value) for name, value in text.params.items()})
    return [_own(item) for item in text] if isinstance(text, (list, tuple)) else text


@pytest.mark.parametrize("name", EXAMPLES)
def test_examples_are_told_whole(name: str) -> None:
    read, _ = Case.read(ROOT / "examples" / f"{name}.yaml")
    assessment, found = explained(NATIVE, read)
    assert set(kinds(assessment.trace)) - {"act"} <= set(TABLE)
    _nothing_raw(found)


def test_every_example_of_the_rules_is_told_whole() -> None:
    """Every shape of penalty there is; alternating decided later, fined before, and with circumstances on both sides."""
    met: set[str] = set()
    numbered = enumerate((clause, example) for clause in NATIVE.clauses() for example in clause.examples)
    for number, (clause, example) in numbered:
        stated = example_case(clause, example)
        if number % 2:  # every clause that punishes the same violation
            del stated["acts"][0]["clause"]
            stated["acts"][0]["violation"] = stated["acts"][0].get("violation") or clause.violation
        if number % 3 == 0:
            stated["acts"][0]["already_fined"] = {
                "by": "某机关",
                "decided_on": "2016-01-04",
                "amount": "1234.50",
            }
        if number % 3 == 1:
            stated["acts"][0]["circumstances"] = ["harm-removed", "false-evidence"]
            stated["elections"] = {"mitigate": number % 2 == 0}
        if number % 3 == 2:
            stated["timeline"]["decided_on"] = "2027-03-01"
        assessment, found = explained(NATIVE, stated)
        met.update(kinds(assessment.trace))
        _nothing_raw(found)
    assert {"already-fined", "always", "concurrence", "milder-law", "payment"} <= met <= {*TABLE, "act"}


@settings(max_examples=60)
@given(data=st.data())
def test_generated_cases_are_told_whole(data: st.DataObject) -> None:
    generated = data.draw(cases(NATIVE))
    generated["benchmark"] = data.draw(st.sampled_from([None, *sorted(NATIVE.rulebook.benchmarks)]))
    assessment, found = explained(NATIVE, generated)
    assert set(kinds(assessment.trace)) - {"act"} <= set(TABLE)
    _nothing_raw(found)
    assert found.status == assessment.status


@settings(max_examples=25)
@given(data=st.data())
def test_the_network_changes_nothing(durable: Engine, data: st.DataObject) -> None:
    generated = data.draw(cases(NATIVE))
    _, first = explained(NATIVE, generated)
    _, second = explained(durable, generated)
    assert first == second


# --- what is said -----------------------------------------------------------------------------------------------------

DISPATCH = {"failed_to_correct": True, "dispatched_workers": 8, "party_role": "dispatch_agency"}
TOLD: dict[str, tuple[dict[str, Any], tuple[str, ...]]] = {
    "no fault": (
        case(act("labour-contract-law/92.1", "no-fault", illegal_gain=1000), to="2024-01-31"),
        (
            "不予处罚：当事人有证据足以证明没有主观过错，由承办人员认定，因此不予处罚（行政处罚法第三十三条第二款）。",
            "依法不予行政处罚（行政处罚法第三十三条第二款）。",
        ),
    ),
    "licence lost": (
        case(act("labour-contract-law/92.2", **DISPATCH), to="2024-01-31"),
        (
            "对当事人的法定罚款幅度：5,000–10,000 元 × 8 人（被派遣劳动者人数）= 40,000–80,000 元（《劳动合同法》第九十二条第二款）。",
            "吊销劳务派遣业务经营许可证（《劳动合同法》第九十二条第二款）。",
            "条件具备：当事人身份为劳务派遣单位。",
            "并吊销劳务派遣业务经营许可证。",
        ),
    ),
    "order obeyed": (
        case(act("labour-contract-law/92.2", failed_to_correct=False), to="2024-01-31"),
        (
            "不适用《劳动合同法》第九十二条第二款：第九十二条第二款的处罚以“逾期不改正（拒不改正）”为前提，本案不具备。",
            "不能依据上述条款处罚。",
        ),
    ),
    "before the law": (
        case(act("hr-market-regulation/44", failed_to_correct=True), to="2013-01-31"),
        (
            "《人力资源市场暂行条例》第四十四条：不能适用。行为终了之日 2013-01-31 早于《人力资源市场暂行条例》所载版本施行日 "
            "2018-10-01。",
        ),
    ),
    "another body": (
        case(act("labour-law/92", failed_to_correct=True), to="2024-01-31"),
        ("本机关不处罚，应当移送",),
    ),
    "the law became milder": (
        case(
            act("hebei-labour-market-regulation/25.1", agency_act_listed=True, illegal_gain=0, serious=False)
            | {"violation": "hr-licence-forged"},
            to="2022-10-31",
            decided_on="2023-02-03",
        ),
        (
            "行为终了之日（2022-10-31）与决定之日（2023-02-03）施行的规定不同，两种都作计算并比较（行政处罚法第三十七条）。",
            "按 2022-10-31 施行的规定：《河北省劳动力市场管理条例》第二十五条第（一）项，罚款 10,000–30,000 元，建议 17,500 元。",
            "按 2023-02-03 施行的规定：《就业促进法》第六十五条，不罚款。",
        ),
    ),
    "facts missing": (
        case(act("labour-contract-law/92.1"), to="2024-01-31"),
        (
            "《劳动合同法》第九十二条第一款：缺少事实，尚不能判断：违法所得。",
            "缺少事实，尚不能得出结论：违法所得。",
            "缺少事实，合计尚不能确定。",
        ),
    ),
    "a minor": (
        {
            **case(act("labour-contract-law/92.1", illegal_gain=0), party="individual", to="2024-01-31"),
            "party": {"kind": "individual", "born_on": "2007-02-01"},
        },
        (
            "行为时周岁年龄：16 周岁（根据出生日期 2007-02-01、行为终了之日 2024-01-31）。",
            "从轻或者减轻：已满十四周岁不满十八周岁，由案件事实得出，计入裁量（行政处罚法第三十条）。",
        ),
    ),
    "found too late": (
        case(
            act("labour-contract-law/92.1", illegal_gain=0, grave_harm=False),
            to="2022-01-31",
            discovered_on="2024-03-01",
        ),
        (
            "期限 2 年，自行为终了之日 2022-01-31 起至 2024-01-31；发现之日 2024-03-01，已经超过，也不符合延长为 5 年的条件",
            "依法不予行政处罚",
        ),
    ),
    "child labour is never a first violation": (
        case(
            act(
                "child-labour-prohibition/6.1",
                "first-violation",
                child_months=1,
                failed_to_correct=False,
                toxic_workplace=False,
                unregistered_unit=False,
            ),
            to="2024-01-31",
        ),
        ("“初次违法且危害后果轻微并及时改正”不适用于“使用童工（招用不满十六周岁的未成年人）”，没有计入",),
    ),
}


@pytest.mark.parametrize("name", TOLD)
def test_what_is_said(name: str) -> None:
    stated, expected = TOLD[name]
    _, found = explained(NATIVE, stated)
    sentences = texts(found)
    for sentence in expected:
        assert any(item.startswith(sentence.rstrip("。")) for item in sentences), "\n".join(sentences)


def test_every_sentence_about_a_rule_says_on_what_it_rests() -> None:
    read, _ = Case.read(ROOT / "examples" / "six-acts.yaml")
    _, found = explained(NATIVE, read)
    free = {
        "heading",
        "case",
        "fact",
        "counted",
        "act",
        "total",
        "duty",
        "warning",
        "milder-law",
        "concurrence",
        "procedure",
    }
    for item in walked(found.sentences):
        if item.kind in free or item.text == Message("explain-none-found"):
            continue
        assert item.basis is not None or item.place is not None or item.text.code in _TOLD_ABOVE, item  # type: ignore[union-attr]


_TOLD_ABOVE = {"followed-by", "explain-not-running", "explain-day-lasting"}
