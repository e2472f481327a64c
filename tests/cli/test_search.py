"""`penalty search`, `penalty show` and `penalty fine` by words: over a made-up catalogue, to the letter."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.found_rules import found_rules
from tests.cli.running import Run, compare, run, run_alone

PAGES = {
    "found-word": (0, "search", "押金", "--on", "2021-05-01"),
    "found-article": (0, "search", "测试合同法84条", "--on", "2021-05-01"),
    "found-before": (0, "search", "欠薪", "--on", "2009-05-01"),
    "found-old-text": (0, "search", "欠薪", "--on", "2012-05-01"),
    "found-after": (0, "search", "364号令", "--on", "2023-05-01"),
    "found-register": (0, "search", "立案標準", "--on", "2021-05-01"),
    "found-guess": (0, "search", "tkgz", "--on", "2021-05-01"),
    "found-text": (0, "search", "孤例", "--on", "2021-05-01"),
    "found-entry": (0, "show", "欠薪", "--on", "2021-05-01"),
    "found-entry-forbidden": (0, "show", "deposit-taken", "--on", "2021-05-01"),
    "found-entry-no-clause": (0, "show", "only-asked"),
    "found-item": (0, "show", "立案标准（一）", "--on", "2021-05-01"),
    "found-item-note": (0, "show", "filing-12", "--on", "2021-05-01"),
    "found-fine-several": (2, "fine", "黑心押金"),
    "found-fine-guess": (2, "fine", "骗保"),
    "found-fine-no-clause": (0, "fine", "立案标准（十二）"),
}


@pytest.fixture(scope="module")
def rules(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return found_rules(tmp_path_factory.mktemp("found"))


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", PAGES)
def test_pages(rules: Path, name: str, lang: str, regenerate: bool) -> None:
    from penalty_engine.cli.layout import cell_len

    code, *args = PAGES[name]
    found = run(*map(str, args), "--rules", str(rules), "--lang", lang)
    shown = found.out + found.err
    assert max(map(cell_len, shown.splitlines())) <= 80
    compare(f"{name}.{lang}", shown, regenerate)
    assert found.code == code


def _run(rules: Path, *args: str, **more: str) -> Run:
    return run(*args, "--rules", str(rules), "--lang", "zh", **more)


def test_today_is_the_day_where_none_is_given(rules: Path) -> None:
    assert "没有注明期间的罚则现行有效。" in _run(rules, "search", "押金").out
    assert "2020-01-01 起（现行有效）；条文已核实" in _run(rules, "show", "没签劳动合同").out


@pytest.mark.parametrize(
    ("words", "clauses"),
    [
        ("测试合同法84条", ["contract-act/84.1", "contract-act/84.2"]),
        ("测试合同法第八十四条第二款", ["contract-act/84.2"]),
        ("contract-act/84.2", ["contract-act/84.2"]),
        ("84.2", ["contract-act/84.2"]),
    ],
)
def test_show_writes_every_clause_of_an_article(rules: Path, words: str, clauses: list[str]) -> None:
    shown = _run(rules, "show", words).out
    titles = [line.split()[-1] for line in shown.splitlines() if line.startswith("《")]
    assert titles == clauses


def test_the_version_in_force_is_shown_first(rules: Path) -> None:
    old = "2010-01-01 至 2019-12-31"
    shown = _run(rules, "show", "fund-rule/3", "--on", "2021-01-01", "--lang", "zh").out
    assert shown.index("2021-01-01 有效（2020-01-01") < shown.index("2020-01-01.yaml")
    assert shown.endswith(f"\n\n在 2021-01-01 已经失效（{old}）：该版本的条文没有取得\n"), (
        "a line, not a page"
    )
    then = _run(rules, "show", "fund-rule/3", "--on", "2015-01-01", "--lang", "zh").out
    assert then.index(f"2015-01-01 有效（{old}）") < then.index("在 2015-01-01 尚未施行（2020-01-01")


@pytest.mark.parametrize(
    ("words", "clause"),
    [
        ("欠薪", "contract-act/85"),
        ("tqgz", "contract-act/85"),
        ("老板拖欠工資", "contract-act/85"),
        ("没签劳动合同", "contract-act/82"),
        ("测试合同法84条1款", "contract-act/84.1"),
        ("立案标准（二）", "contract-act/84.2"),
        ("wages unpaid", "contract-act/85"),
    ],
)
def test_fine_by_words_that_mean_one(rules: Path, words: str, clause: str) -> None:
    found = _run(rules, "fine", *words.split(), "--on", "2021-05-01")
    assert found.code == 0
    assert clause in found.out


@pytest.mark.parametrize(
    "words", ["立案标准", "测试合同法", "骗保", "孤例", "tkgz", "测试合同法200条", "天气"]
)
def test_fine_takes_nothing_that_is_only_like_it(rules: Path, words: str) -> None:
    found = _run(rules, "fine", words)
    assert (found.code, found.out) == (2, "")


def test_an_entry_without_a_clause_says_so(rules: Path) -> None:
    for command in ("fine", "ask"):
        found = _run(rules, command, "only-asked", stdin="")
        assert found.code == 0
        assert "规则中没有处罚这种行为的条款" in found.out


def test_a_bad_day_is_refused(rules: Path) -> None:
    for command in ("search", "show"):
        found = _run(rules, command, "押金", "--on", "2021-2-30")
        assert (found.code, found.out) == (2, "")
        assert found.err.startswith("错误：--on：“2021-2-30”不是日期。")


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("penalty search 拖欠", "拖欠工资"),
        ("penalty search 立案标准（", "立案标准（二）"),
        ("penalty show 立案标准（", "立案标准（十二）"),
        ("penalty show contract-act/8", "contract-act/84.1"),
        ("penalty fine only", "only-asked"),
    ],
)
def test_completion(rules: Path, words: str, offered: str) -> None:
    env = {
        "_PENALTY_COMPLETE": "bash_complete",
        "COMP_WORDS": words,
        "COMP_CWORD": str(len(words.split()) - 1),
        "PENALTY_ENGINE_RULES": str(rules),
    }
    code = "import sys; sys.argv[0] = 'penalty'; from penalty_engine.cli.main import main; main(prog_name='penalty')"
    assert f"plain,{offered}" in run_alone(code=code, env=env).out


@pytest.mark.parametrize("words", ["84.2", "contract-act/82", "欠薪", "no-contract"])
def test_what_is_named_exactly_needs_no_index(rules: Path, words: str) -> None:
    code = (
        "import sys; from penalty_engine.cli.main import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print(*(name for name in sys.modules if name.startswith(('penalty_engine.search.', 'opencc', 'pypinyin'))))"
    )
    found = run_alone("fine", words, "--on", "2021-05-01", "--rules", str(rules), code=code)
    assert found.out.splitlines()[-1] == ""


@pytest.mark.parametrize("command", ["search", "show", "fine"])
def test_what_nobody_types_is_not_looked_for(rules: Path, command: str) -> None:
    answer = run(command, "a" * 50_000, "--rules", str(rules))
    assert (answer.code, answer.out) == (2, "")
    assert len(answer.err) < 1_000
