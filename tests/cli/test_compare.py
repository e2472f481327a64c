"""`penalty compare`, and --benchmark on the other commands: exact pages in both languages, wide and narrow."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from penalty_engine import Case, Engine
from penalty_engine.cli.compare_page import ComparisonPage
from penalty_engine.cli.layout import cell_len
from penalty_engine.cli.session import Session
from penalty_engine.cli.terminal import Page
from penalty_engine.comparing import compare
from tests.cli.running import compare as golden
from tests.cli.running import run

DISPATCH: dict[str, Any] = {"clause": "labour-contract-law/92.1", "facts": {"illegal_gain": 5000}}
CONCEALED: dict[str, Any] = {
    "clause": "labour-inspection-regulation/27.1",
    "facts": {"wages_concealed": 3000},
    "circumstances": ["obstruction"],
}
WAGES: dict[str, Any] = {
    "clause": "migrant-wage-regulation/54",
    "facts": {"failed_to_correct": True, "responsible_persons": 2},
    "circumstances": ["harm-removed"],
}
WITHOUT_GAIN: dict[str, Any] = {"clause": "labour-contract-law/92.1", "facts": {"illegal_gain": 0}}
EXEMPT: dict[str, Any] = {**DISPATCH, "circumstances": ["no-fault"]}
FIXED: dict[str, Any] = {
    "clause": "hebei-labour-market-regulation/25.6",
    "facts": {"persons_introduced": 2},
}

PAGES: dict[str, tuple[str, list[dict[str, Any]], tuple[str, ...]]] = {
    "general-schemes": ("2020-06-30", [DISPATCH, CONCEALED], ()),
    "with-rows": (
        "2020-06-30",
        [DISPATCH, CONCEALED],
        ("hebei-four-tier-fallback", "jinan-2018", "zhejiang-2011"),
    ),
    "after-its-days": ("2024-06-30", [DISPATCH], ("jinan-2018", "samr-30-70")),
    "two-targets": ("2021-06-30", [WAGES], ()),
    "facts-missing": ("2020-06-30", [WITHOUT_GAIN], ("jinan-2018", "forty-sixty")),
    "exempt": ("2020-06-30", [EXEMPT], ("jinan-2018", "forty-sixty")),
    "fixed": ("2016-06-30", [FIXED], ("jinan-2018", "forty-sixty")),
    "one": ("2020-06-30", [DISPATCH], ("jinan-2018",)),
}


def _case(day: str, acts: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "schema": 1,
        "party": {"kind": "organization"},
        "timeline": {"conduct_to": day},
        "acts": acts,
    }


def _text(day: str, acts: list[dict[str, Any]]) -> str:
    return yaml.safe_dump(_case(day, acts), allow_unicode=True, sort_keys=False)


def _named(names: tuple[str, ...]) -> list[str]:
    return [word for name in names for word in ("--benchmark", name)]


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", PAGES)
def test_pages(name: str, lang: str, regenerate: bool) -> None:
    day, acts, names = PAGES[name]
    found = run("compare", "-", *_named(names), "--lang", lang, stdin=_text(day, acts))
    assert (found.code, found.err) == (0, "")
    assert [line for line in found.out.splitlines() if cell_len(line) > 80] == []
    golden(f"compare-{name}.{lang}", found.out, regenerate)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("width", [40, 60, 110])
def test_narrow_and_wide_terminals(native: Engine, lang: Any, width: int, regenerate: bool) -> None:
    day, acts, names = PAGES["with-rows"]
    case = Case.parse(_case(day, [*acts, WAGES]))
    page = Page(width, True)
    ComparisonPage(page, Session(lang), native.rulebook).write(compare(native, case, names), case)
    wide = [line for line in page.plain().splitlines() if cell_len(line) > width]
    assert wide == []
    golden(f"compare-width-{width}.{lang}", page.plain(), regenerate)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_help(lang: str, regenerate: bool) -> None:
    found = run("compare", "--help", "--lang", lang)
    golden(f"help-compare.{lang}", found.out, regenerate)


def test_json(native: Engine) -> None:
    day, acts, names = PAGES["with-rows"]
    found = run("compare", "-", *_named(names), "--json", stdin=_text(day, acts))
    assert found.code == 0
    assert json.loads(found.out) == compare(native, _case(day, acts), names).to_dict("zh")
    english = run("compare", "-", *_named(names), "--json", "--lang", "en", stdin=_text(day, acts))
    assert json.loads(english.out) == compare(native, _case(day, acts), names).to_dict("en")


def test_needs_facts_only_where_no_benchmark_can_do_without() -> None:
    text = _text("2020-06-30", [WITHOUT_GAIN])
    assert run("compare", "-", "--benchmark", "jinan-2018", stdin=text).code == 3
    assert run("compare", "-", *_named(("jinan-2018", "samr-30-70")), stdin=text).code == 0


def test_a_benchmark_may_be_named_by_its_title() -> None:
    text = _text("2020-06-30", [DISPATCH])
    by_title = run("compare", "-", "--benchmark", "市场监管三七裁量规则", "--lang", "zh", stdin=text)
    assert by_title == run("compare", "-", "--benchmark", "samr-30-70", "--lang", "zh", stdin=text)


@pytest.mark.parametrize("command", ["compare", "assess", "explain", "what-if"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_an_unknown_benchmark(command: str, lang: str) -> None:
    text = _text("2020-06-30", [DISPATCH])
    found = run(command, "-", "--benchmark", "jinan-2019", "--lang", lang, stdin=text)
    assert (found.code, found.out) == (2, "")
    assert "--benchmark" in found.err
    assert "jinan-2018" in found.err


def test_a_mistake_in_the_case_is_told_with_its_line(tmp_path: Path) -> None:
    file = tmp_path / "case.yaml"
    file.write_text(_text("2020-06-30", [DISPATCH]).replace("illegal_gain", "ilegal_gain"), encoding="utf-8")
    found = run("compare", str(file), "--lang", "en")
    assert found.code == 2
    assert "case.yaml:" in found.err
    assert "illegal_gain" in found.err


# --- --benchmark on other commands ------------------------------------------------------------------------------------

ON_THE_SPOT = ("92.1", "--fact", "illegal_gain=10000", "--on", "2020-01-01", "--benchmark")


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", ["jinan-2018", "samr-30-70"])
def test_fine(name: str, lang: str, regenerate: bool) -> None:
    found = run("fine", *ON_THE_SPOT, name, "--lang", lang)
    assert (found.code, found.err) == (0, "")
    assert len(found.out.splitlines()) <= 23
    golden(f"fine-under-{name}.{lang}", found.out, regenerate)


def test_assess_and_explain() -> None:
    text = _text("2020-06-30", [DISPATCH])
    stated = _text("2020-06-30", [DISPATCH]).replace("schema: 1\n", "schema: 1\nbenchmark: jinan-2018\n")
    for command in ("assess", "explain"):
        asked = run(command, "-", "--benchmark", "jinan-2018", "--lang", "zh", stdin=text)
        assert asked.code == 0
        assert "第一档" in asked.out
        assert asked == run(command, "-", "--lang", "zh", stdin=stated)
    told = json.loads(run("assess", "-", "--benchmark", "samr-30-70", "--json", stdin=stated).out)
    assert told["benchmark"] == "samr-30-70"  # the option before the file


def test_why_not() -> None:
    text = _text("2020-06-30", [DISPATCH])
    found = run("why-not", "-", "fourth", "--benchmark", "jinan-2018", "--lang", "zh", stdin=text)
    assert found.code == 0
    assert "50,000" in found.out


def test_ask_saves_the_benchmark(tmp_path: Path) -> None:
    file = tmp_path / "case.yaml"
    asked = ("ask", "92.1", "--party", "organization", "--on", "2020-01-01", "--benchmark", "jinan-2018")
    found = run(*asked, "--save", str(file), "--lang", "zh", stdin="0\n否\n\n\n\n\n\n")
    assert found.code == 0, found.err
    assert "第一档" in found.out
    saved = yaml.safe_load(file.read_text(encoding="utf-8"))
    assert saved["benchmark"] == "jinan-2018"
    assert run("assess", str(file), "--lang", "zh").code == 0


def test_a_paper_names_the_benchmark() -> None:
    text = _text("2020-06-30", [DISPATCH])
    found = run("notice", "-", "--form", "prior-notice", "--benchmark", "jinan-2018", stdin=text)
    assert found.code == 0
    assert "济南市人力资源社会保障行政处罚裁量基准（2018年）" in found.out
    assert "河北四档" not in found.out


def test_completion_of_benchmarks() -> None:
    env = {
        "_PENALTY_COMPLETE": "bash_complete",
        "COMP_WORDS": "penalty compare case.yaml --benchmark j",
        "COMP_CWORD": "4",
    }
    from tests.cli.running import run_alone

    code = "from penalty_engine.cli.main import main; main(prog_name='penalty')"
    assert run_alone(env=env, code=code).out.split() == ["plain,jinan-2018"]
