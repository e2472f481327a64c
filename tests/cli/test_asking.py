"""`penalty ask`: the day of the act, the names of circumstances, and words instead of field names."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from tests.cli.running import run

ASK = ("ask", "25.1", "--party", "organization", "--lang", "zh")


def test_the_day_is_asked_for_and_saved(tmp_path: Path) -> None:
    file = tmp_path / "case.yaml"
    found = run(*ASK, "--save", str(file), stdin="2016-05-31\n\n\n")
    assert "违法行为终了之日是哪一天？" in found.err
    assert "适用当时施行的法律" in found.err
    assert found.code == 0
    saved = yaml.safe_load(file.read_text(encoding="utf-8"))
    assert str(saved["timeline"]["conduct_to"]) == "2016-05-31"
    assert run("assess", str(file)).code == 0


@pytest.mark.parametrize(
    ("answer", "problem"),
    [
        ("", "要保存的案件必须写明这一天"),
        ("?", "要保存的案件必须写明这一天"),
        ("2016-2-3", "“2016-2-3”不是日期"),
        ("2016-02-30", "“2016-02-30”这一天不存在"),
        ("0001-01-01", "“0001-01-01”的年份不在"),
        ("2199-01-01", "2199-01-01 还没有到"),
    ],
)
def test_no_case_is_saved_with_a_day_nobody_stated(tmp_path: Path, answer: str, problem: str) -> None:
    file = tmp_path / "case.yaml"
    refused = run(*ASK, "--save", str(file), stdin=f"{answer}\n")
    assert problem in refused.err
    assert (refused.code, refused.out) == (1, "")
    assert not file.exists()
    again = run(*ASK, "--save", str(file), stdin=f"{answer}\n2016-05-31\n\n\n")
    assert again.code == 0
    assert "conduct_to: 2016-05-31" in file.read_text(encoding="utf-8")


def test_the_case_may_go_to_standard_output(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    found = run(*ASK, "--save", "-", stdin="2016-05-31\n\n\n")
    assert found.code == 0
    assert str(yaml.safe_load(found.out)["timeline"]["conduct_to"]) == "2016-05-31"
    assert "罚款" in found.err  # the answer
    assert list(tmp_path.iterdir()) == []
    assert run("assess", "-", stdin=found.out).code == 0


def test_without_saving_an_unknown_day_is_tried_and_told() -> None:
    found = run(*ASK, stdin="\n\n\n")
    assert "直接回车，按 2022-11-30 试算" in found.err
    assert "已于 2022-11-30 失效" in found.out.splitlines()[0]


def test_the_day_given_is_not_asked_for() -> None:
    assert "终了之日是哪一天" not in run(*ASK, "--on", "2016-05-31", stdin="\n\n").err


@pytest.mark.parametrize(("lang", "default"), [("zh", "缺省 organization"), ("en", "default: organization")])
def test_help_claims_no_default_for_what_is_asked(lang: str, default: str) -> None:
    shown = "".join(run("ask", "--help", "--lang", lang).out.split("\n"))
    assert default not in shown
    assert "default: today" not in shown
    assert default in run("fine", "--help", "--lang", lang).out


def test_circumstances_say_what_they_lead_to_and_elections_are_words() -> None:
    found = run(*ASK, "--on", "2016-05-31", stdin="\n1 7\n\n\n")
    assert "[从轻或者减轻] 主动消除或者减轻违法行为危害后果" in found.err
    assert "[可以不予处罚] 初次违法且危害后果轻微并及时改正" in found.err
    assert "[不予处罚] 当事人有证据足以证明没有主观过错" in found.err
    assert "是否减轻，由承办人员决定。" in found.err
    assert "elections." not in found.err + found.out


def test_the_kind_of_party_cannot_be_skipped() -> None:
    found = run("ask", "92.1", *("--on", "2026-01-15"), "--lang", "zh", stdin="\n不知道\n1\n0\n\n\n\n")
    assert "这一问必须回答，不能跳过" in found.err
    assert found.err.count("这一问不能跳过，处罚的种类和幅度取决于它。请写 1 到 3 之间的序号。") == 2


@pytest.mark.parametrize("words", ["不知道", "不清楚", "Unknown", "?", ""])
def test_unknown_may_be_said_in_words(words: str) -> None:
    args = ("--party", "organization", "--on", "2026-01-15", "--lang", "zh")
    found = run("ask", "92.1", *args, stdin=f"{words}\n" * 3)
    assert found.code == 3
    assert "缺少事实" in found.out
