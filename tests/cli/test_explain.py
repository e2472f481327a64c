"""`penalty explain`: exact output for the examples, the six acts told whole, the options and their errors."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from penalty_engine.cli.layout import cell_len
from tests.cli.running import ROOT, compare, run

EXAMPLES = ROOT / "examples"
SIX = EXAMPLES / "six-acts.yaml"
GOLDEN = (
    "unlicensed-hr-service",
    "unlicensed-dispatch",
    "dispatch-rules-broken",
    "order-refused",
    "child-labour",
    "unpaid-wages",
)
FACTS_MISSING = """\
schema: 1
party: {kind: organization}
timeline: {conduct_to: 2024-05-31}
acts:
  - clause: labour-contract-law/92.2
    facts: {failed_to_correct: true}
"""


def _fits(text: str) -> None:
    for line in text.splitlines():
        assert cell_len(line) <= 80, line


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", GOLDEN)
def test_examples(name: str, lang: str, regenerate: bool) -> None:
    found = run("explain", str(EXAMPLES / f"{name}.yaml"), "--network", "native", "--lang", lang)
    _fits(found.out)
    compare(f"explain-{name}.{lang}", found.out, regenerate)
    assert found == (0, found.out, "")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_six_acts(lang: str, regenerate: bool) -> None:
    """The exact output stands beside the example, for people to read."""
    found = run("explain", str(SIX), "--network", "native", "--lang", lang)
    path = EXAMPLES / f"six-acts.explained.{lang}.txt"
    if regenerate:
        path.write_text(found.out, encoding="utf-8")
    _fits(found.out)
    assert found == (0, path.read_text(encoding="utf-8"), "")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_help(lang: str, regenerate: bool) -> None:
    found = run("explain", "--help", "--lang", lang)
    _fits(found.out)
    compare(f"explain-help.{lang}", found.out, regenerate)
    assert found == (0, found.out, "")


def test_both_networks_explain_the_same() -> None:
    pytest.importorskip("durable")
    first, second = (
        run("explain", str(SIX), "--network", name, "--lang", "zh") for name in ("native", "durable")
    )
    assert first.out == second.out


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_facts_missing(lang: str, regenerate: bool) -> None:
    found = run("explain", "-", "--network", "native", "--lang", lang, stdin=FACTS_MISSING)
    compare(f"explain-facts-missing.{lang}", found.out, regenerate)
    assert found == (3, found.out, "")


def test_one_act_only() -> None:
    whole = run("explain", str(SIX), "--lang", "zh").out
    found = run("explain", str(SIX), "--act", "4", "--lang", "zh")
    assert found.code == 0
    assert "第 4 个行为（共 6 个）：使用童工" in found.out
    assert "第 3 个行为" not in found.out
    assert "全案合计" not in found.out
    assert found.out.endswith("案件共有 6 个行为；合计、程序和提示见不带 --act 的说明。\n")
    part = found.out[found.out.index("第 4 个行为") : found.out.index("案件共有")]
    assert part.strip() in whole


@pytest.mark.parametrize("number", ["0", "7", "-1"])
def test_there_is_no_such_act(number: str) -> None:
    found = run("explain", str(SIX), "--act", number, "--lang", "en")
    assert found.code == 2
    assert found.out == ""
    assert f"the case has 6 acts and none of number {number}." in found.err


def test_json() -> None:
    found = run("explain", str(SIX), "--json", "--lang", "en")
    data = json.loads(found.out)
    assert (data["schema"], data["status"]) == (1, "assessed")
    sentences = list(_walked(data["sentences"]))
    assert all(set(item) == {"kind", "section", "text", "basis", "source", "sentences"} for item in sentences)
    ranges = [item for item in sentences if item["kind"] == "statutory-range"]
    assert all(item["basis"] and item["source"].startswith("rules/statutes/") for item in ranges)
    assert json.loads(run("explain", str(SIX), "--json", env={"PENALTY_ENGINE_LANG": "en"}).out) != data


def _walked(sentences: list[dict[str, object]]) -> list[dict[str, object]]:
    return [one for item in sentences for one in (item, *_walked(item["sentences"]))]  # type: ignore[arg-type]


def test_a_case_that_cannot_be_read(tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    path.write_text("schema: 1\nparty: {kind: organisation}\n", encoding="utf-8")
    found = run("explain", str(path), "--lang", "en")
    assert (found.code, found.out) == (2, "")
    assert "case.yaml:2:" in found.err
