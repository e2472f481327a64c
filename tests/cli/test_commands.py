"""What the commands do besides printing: rules of one's own, questions, papers, schemas, completion, start-up."""

from __future__ import annotations

import json
import os
import re
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest
import yaml

from tests.cli.running import ROOT, compare, run, run_alone
from tests.cli.small_rules import STATUTE, small_rules

EXAMPLE = str(ROOT / "examples" / "unlicensed-hr-service.yaml")


# --- fine -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_both_targets_are_shown_and_the_first_day_is_taken(
    tmp_path: Path, lang: str, regenerate: bool
) -> None:
    found = run("fine", "two-targets", "--rules", str(small_rules(tmp_path)), "--lang", lang)
    compare(f"small-two-targets.{lang}", found.out, regenerate)
    assert found.code == 0


@pytest.mark.parametrize(("fact", "name"), [("true", "serious"), ("false", "not-serious"), (None, "missing")])
def test_violation_under_two_clauses(tmp_path: Path, fact: str | None, name: str, regenerate: bool) -> None:
    given = () if fact is None else ("--fact", f"serious={fact}")
    found = run("fine", "two-clauses", *given, "--rules", str(small_rules(tmp_path)), "--on", "2030-02-01")
    compare(f"small-two-clauses-{name}", found.out, regenerate)
    assert found.code == (3 if fact is None else 0)


@pytest.mark.parametrize(
    "asked",
    [
        [("unlicensed-hr-service",), ("无证中介",), ("unlicensed", "employment", "agency")],
        [("hebei-labour-market-regulation/25.1",), ("25.1",), ("劳动力市场管理条例25条1项",)],
    ],
)
def test_fine_by_id_by_clause_and_by_words_agree(asked: list[tuple[str, ...]]) -> None:
    assert len({json.dumps(json.loads(run("fine", *words, "--json").out)["acts"]) for words in asked}) == 1


def test_json_of_fine_is_the_contract() -> None:
    found = json.loads(
        run("fine", "92.1", "--fact", "违法所得=120,000元", "--on", "2026-01-15", "--json").out
    )
    fine = found["acts"][0]["findings"][0]["fines"][0]
    assert (fine["minimum"], fine["maximum"], fine["recommended"]) == ("120000", "600000", "300000")
    assert fine["tier"]["name"] == "情节较轻"


def test_first_violation_exemption_is_offered_and_elected() -> None:
    args = ("fine", "25.1", "--circumstance", "first-violation", "--lang", "zh")
    assert "--first-violation-exemption" in run(*args).out
    assert "不予行政处罚（可以不予处罚" in run(*args, "--first-violation-exemption").out


# --- rules ------------------------------------------------------------------------------------------------------------


def test_shipped_rules_pass() -> None:
    found = run("rules", "check")
    assert (found.code, found.err) == (0, "")
    assert "0 errors" in found.out


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_failing_examples_are_told_with_their_place(tmp_path: Path, lang: str, regenerate: bool) -> None:
    statute = (
        STATUTE.replace("person_fine: [1000, 3000]", "person_fine: [1000, 2000], revoke: null")
        .replace("orders: []", "orders: [cease], missing_facts: [serious]")
        .replace("{facts: {serious: true}, fine", "{facts: {serious: maybe}, fine")
    )
    found = run("rules", "check", str(small_rules(tmp_path, statute)), "--lang", lang)
    compare(f"rules-examples.{lang}", _one_network(found.out), regenerate)
    assert found.code == 2


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_faulty_rules_are_told_and_not_run(tmp_path: Path, lang: str, regenerate: bool) -> None:
    statute = STATUTE.replace("at_most: 50000", "at_most: 5000").replace("outcomes:", "outcoms:", 1)
    found = run("rules", "check", "--rules", str(small_rules(tmp_path, statute)), "--lang", lang)
    compare(f"rules-faulty.{lang}", found.out, regenerate)
    assert found.code == 2


def _one_network(text: str) -> str:
    text = re.sub(
        r"^[0-9]+(?= 个文件| files)", "N", text, flags=re.MULTILINE
    )  # other shipped files than statutes
    return text.replace("durable、native", "native").replace("durable, native", "native")


def test_commands_refuse_faulty_rules(tmp_path: Path) -> None:
    rules = small_rules(tmp_path, STATUTE.replace("violation: two-targets", "violation: two-target"))
    found = run("fine", "two-targets", "--rules", str(rules))
    assert (found.code, found.out) == (2, "")
    assert "error[unknown-violation]" in found.err


# --- ask --------------------------------------------------------------------------------------------------------------


def test_ask_builds_a_case_and_saves_it(tmp_path: Path, regenerate: bool) -> None:
    file = tmp_path / "case.yaml"
    answers = ["x", "1", "是", "many", "8", "3", "1", "0", "99", "1, 8", "n"]
    found = run(
        "ask",
        "92.2",
        "--on",
        "2026-01-15",
        "--save",
        str(file),
        "--lang",
        "zh",
        stdin="\n".join(answers) + "\n",
    )
    compare("ask-92.2.zh", found.err.replace(str(file), "FILE") + "-----\n" + found.out, regenerate)
    assert found.code == 0
    saved = yaml.safe_load(file.read_text(encoding="utf-8"))
    assert saved["acts"] == [
        {
            "clause": "labour-contract-law/92.2",
            "facts": {
                "dispatched_workers": 8,
                "failed_to_correct": True,
                "party_role": "dispatch_agency",
                "prior_same_violations": 0,
            },
            "circumstances": ["harm-removed", "obstruction"],
        }
    ]
    assert run("assess", str(file)).code == 0


def test_ask_asks_an_individual_for_the_age(regenerate: bool) -> None:
    found = run(
        "ask",
        "unlicensed-labour-dispatch",
        "--on",
        "2026-01-15",
        "--party",
        "individual",
        stdin="5000\n15\n?\n\nyes\n",
    )
    compare("ask-92.1.en", found.err + "-----\n" + found.out, regenerate)
    assert found.code == 0


def test_ask_skips_what_changes_nothing() -> None:
    found = run(
        "ask", "25.6", "--party", "organization", "--fact", "persons_introduced=2", stdin="2016-05-31\n\n"
    )
    assert "penalties for the same kind" not in found.err, "a fixed sum does not move"
    assert found.code == 0


def test_ask_with_nothing_known_says_what_is_needed() -> None:
    found = run("ask", "92.1", "--party", "organization", stdin="2026-01-15\n?\n")
    assert found.code == 3
    assert "--fact illegal_gain=" in found.out


def test_ask_ends_cleanly_when_input_ends(tmp_path: Path) -> None:
    file = tmp_path / "case.yaml"
    found = run("ask", "92.1", "--save", str(file), stdin="1\n")
    assert (found.code, found.out) == (1, "")
    assert found.err.endswith("\nStopped; nothing was written.\n")
    assert not file.exists()


def test_ask_refuses_to_overwrite_before_asking(tmp_path: Path) -> None:
    file = tmp_path / "case.yaml"
    file.write_text("kept", encoding="utf-8")
    found = run("ask", "92.1", "--save", str(file), stdin="")
    assert (found.code, found.out) == (2, "")
    assert file.read_text(encoding="utf-8") == "kept"
    answers = "1\n2020-01-15\n0\n0\n\n"
    assert run("ask", "92.1", "--save", str(file), "--force", stdin=answers).code == 0
    assert "illegal_gain: 0" in file.read_text(encoding="utf-8")


# --- notice -----------------------------------------------------------------------------------------------------------


def test_notice_is_written_once(tmp_path: Path) -> None:
    file = tmp_path / "notice.docx"
    assert run("notice", EXAMPLE, "--form", "prior-notice", "--out", str(file)).code == 0
    with ZipFile(file) as document:
        assert "word/document.xml" in document.namelist()
    again = run("notice", EXAMPLE, "--form", "prior-notice", "--out", str(file))
    assert (again.code, again.out) == (2, "")
    assert "--force" in again.err
    assert run("notice", EXAMPLE, "--form", "prior-notice", "--out", str(file), "--force").code == 0


def test_notice_as_markdown_goes_to_standard_output() -> None:
    found = run("notice", EXAMPLE, "--form", "prior-notice", "--lang", "en")
    assert found.code == 0
    for part in ("草　稿", "隆尧县甲乙丙人力资源服务有限公司", "17500元（大写：人民币壹万柒仟伍佰元整）"):
        assert part in found.out, "papers are Chinese in any language"


def test_notice_needs_a_penalty() -> None:
    case = Path(EXAMPLE).read_text(encoding="utf-8").replace("circumstances: []", "circumstances: [no-fault]")
    found = run("notice", "-", "--form", "decision", stdin=case)
    assert (found.code, found.out) == (2, "")


# --- schema -----------------------------------------------------------------------------------------------------------


def test_schemas_on_standard_output(tmp_path: Path) -> None:
    case = json.loads(run("schema").out)
    assert "illegal_gain" in case["$defs"]["Act"]["properties"]["facts"]["properties"]
    assert json.loads(run("schema", "rules", "statute").out)["title"] == "penalty-engine statute"
    assert set(json.loads(run("schema", "rules").out)) == {
        "vocabulary",
        "violations",
        "statute",
        "circumstances",
        "benchmark",
        "procedure",
        "authority",
        "conflicts",
        "register",
        "coverage",
    }
    own = json.loads(run("schema", "case", "--rules", str(small_rules(tmp_path))).out)
    assert "two-targets" in json.dumps(own)


# --- completion -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_script(shell: str) -> None:
    found = run("completion", shell)
    assert found.code == 0
    assert "_PENALTY_COMPLETE" in found.out


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("penalty fi", "fine"),
        ("penalty fine unl", "unlicensed-labour-dispatch"),
        ("penalty show labour", "labour-contract-law/92.2"),
        ("penalty fine x --fact ill", "illegal_gain="),
        ("penalty fine x --circumstance ob", "obstruction"),
        ("penalty fine x --authority l", "longyao-hrss"),
        ("penalty fine x --party sole", "sole_trader"),
        ("penalty fine --rules /nowhere unl", ""),
        ("penalty fine 无证派", "无证派遣"),
        ("penalty ask 未取得", "未取得或者伪造许可证从事人力资源服务活动"),
        ("penalty fine x --fact 违法", "违法所得="),
        ("penalty fine x --circumstance 拒绝", "拒绝、阻挠执法"),
    ],
)
def test_completion_offers(words: str, offered: str) -> None:
    env = {
        "_PENALTY_COMPLETE": "bash_complete",
        "COMP_WORDS": words,
        "COMP_CWORD": str(len(words.split()) - 1),
    }
    code = "import sys; sys.argv[0] = 'penalty'; from penalty_engine.cli.main import main; main(prog_name='penalty')"
    found = run_alone(code=code, env=env)
    assert f"plain,{offered}" in found.out if offered else not found.out.strip()
    assert found.err == ""


# --- the program ------------------------------------------------------------------------------------------------------


def test_version() -> None:
    from penalty_engine import __version__

    assert run("--version") == (0, f"penalty-engine {__version__}\n", "")


def test_fine_imports_only_what_it_needs(tmp_path: Path) -> None:
    code = (
        "import sys; from penalty_engine.cli.main import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print(sorted({name.partition('.')[0] for name in sys.modules}))"
    )
    env = {"PENALTY_ENGINE_CACHE": str(tmp_path)}
    run_alone("fine", "25.1", env=env)
    loaded = run_alone("fine", "25.1", code=code, env=env).out.splitlines()[-1]
    for name in (
        "rich",
        "docx",
        "jinja2",
        "markdown_it",
        "cn2an",
        "yaml",
        "pygments",
        "hypothesis",
        "pytest",
    ):
        assert f"'{name}'" not in loaded, name
    assert "'click'" in loaded


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="needs a pseudo-terminal")
@pytest.mark.parametrize("colour", [True, False])
def test_bar_on_a_terminal(colour: bool) -> None:
    shown = _on_terminal(
        ["fine", "25.1", "--lang", "zh"], {"TERM": "xterm-256color", **({} if colour else {"NO_COLOR": "1"})}
    )
    assert ("\x1b[" in shown) is colour
    plain = "".join(
        part.partition("m")[2] if index else part for index, part in enumerate(shown.split("\x1b["))
    )
    assert "10,000 ├──────────━━━━━◆━━━━━─────────────────────┤ 30,000" in plain


def _on_terminal(args: list[str], env: dict[str, str]) -> str:
    import pty
    import subprocess

    controller, terminal = pty.openpty()
    kept = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
    process = subprocess.Popen(
        [
            sys.executable,
            "-c",
            "import sys; from penalty_engine.cli.main import main; sys.exit(main())",
            *args,
        ],
        stdout=terminal,
        stderr=terminal,
        stdin=terminal,
        cwd=ROOT,
        env={**kept, "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8", "COLUMNS": "90", "LINES": "30", **env},
    )
    os.close(terminal)
    chunks = []
    while True:
        try:
            chunk = os.read(controller, 65_536)
        except OSError:
            break
        if not chunk:
            break
        chunks.append(chunk)
    os.close(controller)
    assert process.wait(timeout=60) == 0
    return b"".join(chunks).decode("utf-8")
