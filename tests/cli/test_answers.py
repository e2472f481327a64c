"""What an answer says, and what it must not claim."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from penalty_engine.cli.closing import grouped
from penalty_engine.cli.words import formula_words, merged, sentence
from penalty_engine.messages import Message, Names
from penalty_engine.rulebook.conditions import AllOf, AnyOf, FactTest
from penalty_engine.search import natural_order
from tests.cli.running import ROOT, run
from tests.cli.small_rules import small_rules

SEVERAL = """schema: 1
party: {kind: organization}
timeline: {conduct_to: 2016-05-31}
acts:
  - {clause: hebei-labour-market-regulation/25.1}
  - {clause: hebei-labour-market-regulation/25.5}
  - {clause: labour-contract-law/92.2, facts: {failed_to_correct: false}}
"""


def _flowing(text: str) -> str:
    """Without line breaks, which may stand anywhere."""
    return "".join(line.strip() for line in text.split("\n"))


# --- no more than is known --------------------------------------------------------------------------------------------


def test_a_clause_not_in_force_says_nothing_of_other_laws() -> None:
    args = ("fine", "92.1", "--on", "2012-01-01")
    shown = _flowing(run(*args, "--lang", "zh").out)
    assert "不能依据本条处罚：" in shown
    assert "其他法律是否处罚不在此结论之内。" in shown
    english = " ".join(run(*args, "--lang", "en").out.split())
    assert "No penalty is available under this clause:" in english
    assert "Whether another law punishes the act is not part of this answer." in english


def test_an_entry_condition_not_met_is_told_in_words() -> None:
    shown = _flowing(run("fine", "92.2", "--fact", "failed_to_correct=no", "--lang", "zh").out)
    assert "不能依据本条处罚：第九十二条第二款的处罚以“逾期不改正（拒不改正）”为前提，本案不具备" in shown
    assert "其他法律" not in shown
    assert "不能依据本条处罚" in _flowing(run("show", "92.2", "--lang", "zh").out)


def test_a_permitted_exemption_is_not_applied_until_elected() -> None:
    args = ("fine", "25.1", "--circumstance", "first-violation", "--lang", "zh")
    assert "可以不予处罚（未选择适用）：初次违法" in _flowing(run(*args).out)
    elected = _flowing(run(*args, "--first-violation-exemption").out)
    assert "未选择" not in elected
    assert "不予处罚：初次违法" in elected


@pytest.mark.parametrize(
    ("name", "effect"), [("harm-removed", "从轻或者减轻"), ("obstruction", "从重"), ("no-fault", "不予处罚")]
)
def test_effects(name: str, effect: str) -> None:
    assert f"{effect}：" in run("fine", "25.1", "--circumstance", name, "--lang", "zh").out


# --- facts missing ----------------------------------------------------------------------------------------------------


def test_what_to_add_to_a_file_with_several_acts() -> None:
    found = run("assess", "-", "--lang", "zh", stdin=SEVERAL)
    assert found.code == 3
    assert "acts 中第 2 个行为的 facts 中补写" in found.out
    assert "          facts: {failed_to_correct: true|false, illegal_gain: 金额}\n" in found.out
    assert "--fact" not in found.out


def test_what_to_add_to_a_file_with_one_act() -> None:
    case = "\n".join(SEVERAL.split("\n")[:4]) + "\n  - {clause: labour-contract-law/92.1}\n"
    found = run("assess", "-", "--lang", "en", stdin=case)
    assert "Add to the facts of the act in the case file" in found.out
    assert "               facts: {illegal_gain: YUAN}\n" in found.out
    assert "--fact illegal_gain=YUAN" in run("fine", "92.1", "--on", "2026-01-15", "--lang", "en").out


# --- wording ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("clause", "lang", "words"),
    [
        ("92.1", "zh", ("有违法所得的：没收违法所得", "没有违法所得的：可以处")),
        (
            "92.1",
            "en",
            ("If there is illegal gain: confiscate", "If there is no illegal gain: optional fine"),
        ),
        ("25.5", "zh", ("不存在逾期不改正（拒不改正）情形的：没收", "逾期不改正（拒不改正）的：没收")),
        ("25.5", "en", ("If “order to correct not obeyed” does not apply: confiscate",)),
        ("92.2", "zh", ("当事人身份为劳务派遣单位的：吊销",)),
    ],
)
def test_conditions_in_words(clause: str, lang: str, words: tuple[str, ...]) -> None:
    shown = " ".join(run("show", clause, "--lang", lang).out.split())
    shown = shown if lang == "en" else shown.replace(" ", "")
    for text in words:
        assert text in shown


def test_sentences_begin_with_a_capital_but_names_stay() -> None:
    assert (sentence("none found", "en"), sentence("none", "zh"), sentence("", "en")) == (
        "None found",
        "none",
        "",
    )
    case = SEVERAL.replace("organization", "organization, name: acme gmbh")
    assert "Party          acme gmbh (organization)" in run("assess", "-", "--lang", "en", stdin=case).out


def test_formula_has_figures_like_the_sums() -> None:
    assert formula_words("5000–10000 × 8") == "5,000–10,000 × 8"
    assert formula_words("1–5 × 1234.5678, ≤ 50000") == "1–5 × 1,234.5678, ≤ 50,000"
    assert "×" not in run("fine", "25.1", "--lang", "zh").out, "a lump sum has no formula"
    example = str(ROOT / "examples" / "dispatch-rules-broken.yaml")
    assert "（5,000–10,000 × 8）" in run("assess", example, "--lang", "zh").out
    assert '"formula": "5000–10000 × 8"' in run("assess", example, "--json").out


# --- length -----------------------------------------------------------------------------------------------------------


def test_an_answer_with_a_fine_fits_a_small_terminal() -> None:
    facts = ("failed_to_correct=true", "dispatched_workers=8", "party_role=dispatch_agency")
    given = [part for fact in facts for part in ("--fact", fact)]
    for lang in ("zh", "en"):
        found = run("fine", "92.2", *given, "--on", "2026-01-15", "--lang", lang)
        assert len(found.out.splitlines()) <= 23


def test_only_what_is_too_long_is_cut(tmp_path: Path) -> None:
    rules = str(small_rules(tmp_path))
    assert "第六十三条" in run("fine", "two-targets", "--rules", rules, "--lang", "zh").out
    assert "第六十三条" not in run("fine", "25.1", "--lang", "zh").out
    example = str(ROOT / "examples" / "unlicensed-hr-service.yaml")
    assert "第六十三条" in run("assess", example, "--lang", "zh").out


def test_articles_unverified_for_one_reason_are_told_once() -> None:
    case = SEVERAL.replace("25.5}", "25.2}")
    shown = _flowing(run("assess", "-", "--lang", "zh", stdin=case).out)
    assert shown.count("未取得条例原文") == 1
    assert "第二十五条第（一）项、第二十五条第（二）项的条文" in shown
    texts = [item["text"] for item in json.loads(run("assess", "-", "--json", stdin=case).out)["warnings"]]
    assert sum("未取得条例原文" in text for text in texts) == 2, "the data is not grouped"


def test_only_what_is_alike_is_grouped() -> None:
    def unverified(article: str, reason: str) -> Message:
        subject = Message("subject-text", {"statute": "甲", "article": article, "cite": "乙"})
        return Message("unverified-law", {"subject": subject, "reason": Names(reason, reason)})

    found = grouped([unverified("一", "x"), unverified("二", "y"), unverified("三", "x"), Message("nothing")])
    assert [item.text("zh") for item in found] == [
        "未经核实：甲一、三的条文（乙）。x",
        "未经核实：甲二的条文（乙）。y",
        "",
    ]


# --- search -----------------------------------------------------------------------------------------------------------


def test_ids_sort_by_value() -> None:
    shown = run("search", "劳动力市场管理条例").out.split()
    found = [word for word in shown if word.startswith("hebei-labour-market-regulation/")]
    assert found == sorted(found, key=natural_order)
    assert found[-1].endswith("/25.10")
    assert sorted(["25.10", "25.2", "a"], key=natural_order) == ["25.2", "25.10", "a"]


def test_the_end_of_a_law_is_its_last_day() -> None:
    shown = run("search", "无证中介", "--lang", "zh").out
    assert "施行至 2022-11-30" in shown
    assert "停止施行" not in shown


def test_nothing_found_suggests_only_what_is_near() -> None:
    found = run("search", "天气预报", "--lang", "zh")
    assert found.err == (
        "错误：没有找到“天气预报”。\n"
        "本版没有编入相关规定；没有编入不等于合法。\n"
        "登记表的各类事项：penalty search 立案标准\n"
        "请换一个词：违法行为的叫法、条文编号或者法律名称。\n"
    )
    assert "penalty search" in run("fine", "天气预报", "--lang", "zh").err
    near = run("fine", "unlicensed-dispach").err
    assert "  unlicensed-labour-dispatch  " in near
    assert "labour-dispatch-rules-broken" not in near
    assert "没有编入" not in run("fine", "unlicensed-dispach", "--lang", "zh").err


def test_many_items_of_the_register_are_listed_without_their_entries() -> None:
    many = run("search", "立案标准", "--lang", "zh").out
    assert "查看其中一项：penalty show 立案标准（一）" in many
    assert "立案标准（十三）" in many
    assert "child-labour" not in many
    assert "child-labour" in run("search", "立案标准（一）", "--lang", "zh").out


def test_a_law_that_has_ended_says_so_first() -> None:
    shown = run("fine", "failed-annual-inspection", "--lang", "zh").out
    assert _flowing(shown).startswith(
        "《河北省劳动力市场管理条例》第二十五条第（三）项已于 2022-11-30 失效，2022-12-01以后的行为不能适用；"
        "以下按失效前最后一日计算。"
    )
    assert "失效" not in run("fine", "92.2", "--lang", "zh").out


def test_the_tier_without_circumstances_is_called_the_start() -> None:
    args = ("fine", "92.1", "--fact", "illegal_gain=0", "--on", "2026-01-15", "--lang", "zh")
    start = "从这一档起算"
    assert start in run(*args).out
    assert start not in run(*args, "--circumstance", "obstruction").out


def test_a_fact_can_be_typed_as_it_is_shown() -> None:
    shown = run("fine", "92.2", "--fact", "failed_to_correct=是", "--lang", "zh").out
    assert "--fact party_role=劳务派遣单位|用工单位" in shown
    typed = ("--fact", "party_role=劳务派遣单位", "--fact", "dispatched_workers=8")
    assert run("fine", "92.2", "--fact", "failed_to_correct=是", *typed).code == 0
    assert "--fact failed_to_correct=是|否" in run("fine", "92.2", "--lang", "zh").out
    assert "--fact failed_to_correct=true|false" in run("fine", "92.2", "--lang", "en").out


def test_each_possible_result_of_another_body_has_its_condition() -> None:
    shown = run("fine", "medical-fund-records", "--lang", "zh").out
    assert "参考      供参考，不由本机关处罚：\n" in shown
    assert "\n          不存在逾期不改正（拒不改正）情形的：不罚款；" in shown
    assert "\n          逾期不改正（拒不改正）的：处 10,000–50,000 元的罚款；" in shown


def test_conditions_of_one_result_are_told_together() -> None:
    late, toxic = FactTest("late", "eq", True), FactTest("toxic", "eq", True)
    other = FactTest("toxic", "eq", False)
    assert merged([late, toxic]) == [AnyOf((late, toxic))]
    assert merged([AllOf((late, toxic)), AllOf((late, other))]) == [AllOf((late,))]
    apart = [AllOf((late, AllOf((toxic,)))), AllOf((other, AnyOf((toxic,))))]
    assert merged(apart) == apart
    assert merged([]) == []


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_several_matches_fit_the_screen(lang: str) -> None:
    from penalty_engine.cli.layout import cell_len

    for args in (("fine", "派遣"), ("fine", "许可证")):
        found = run(*args, "--lang", lang)
        assert found.code == 2
        assert max(cell_len(line) for line in found.err.splitlines()) <= 80


# --- no words of click ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("args", "message"),
    [
        ((), "没有写命令，可用：fine、assess"),
        (("rules", "--lang", "zh"), "没有写命令，可用：check、"),
        (("fine",), "缺少：查询内容。"),
        (("assess",), "缺少：案件文件。"),
        (("notice", "x"), "缺少：--form。"),
        (("schema", "x"), "参数只能是：case、decision、rules、all。"),
        (("fine", "x", "--json=1"), "选项 --json 后面"),
    ],
)
def test_usage_errors_in_chinese(args: tuple[str, ...], message: str) -> None:
    found = run("--lang", "zh", *args)
    assert (found.code, found.out) == (2, "")
    assert found.err.startswith(f"错误：{message}")


@pytest.mark.parametrize(
    "command", ["fine", "assess", "ask", "notice", "search", "show", "rules", "rules check", "schema"]
)
def test_help_pages_in_chinese(command: str) -> None:
    shown = run("--lang", "zh", *command.split(), "--help").out
    for word in (
        "[OPTIONS]",
        "[required]",
        "WHAT",
        "WORDS",
        "FILE",
        "DIR",
        "NAME",
        "DATE",
        "COMMAND",
        "选项:",
    ):
        assert word not in shown


ELECTED_IN_VAIN = """schema: 1
party: {kind: organization}
timeline: {conduct_to: 2024-06-01, order_due_on: 2024-06-15, corrected_on: 2024-06-12, decided_on: 2024-07-10}
acts:
  - violation: dispatch-outside-permitted-posts
    facts: {failed_to_correct: false, dispatched_workers: 3, party_role: host_employer}
    circumstances: [first-violation]
elections: {first_violation_exemption: %s}
"""


def test_an_exemption_elected_where_there_is_no_penalty() -> None:
    shown = _flowing(run("assess", "-", "--lang", "zh", stdin=ELECTED_IN_VAIN % "true").out)
    assert "可以不予处罚（已选择适用，但没有可以免予的处罚）" in shown
    shown = _flowing(run("assess", "-", "--lang", "zh", stdin=ELECTED_IN_VAIN % "false").out)
    assert "可以不予处罚（未选择适用）" in shown


def test_bare_figures_stand_apart_from_the_words_around_them() -> None:
    found = run("explain", str(ROOT / "examples" / "six-acts.yaml"), "--lang", "zh").out
    assert "在 1 以上" in _flowing(found)
