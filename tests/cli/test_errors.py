"""What is wrong with the input, said exactly; exit codes; never a traceback."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import ROOT, run, run_alone

CASE = """schema: 1
party: {kind: organization}
timeline: {conduct_to: 2016-05-31}
acts:
  - clause: hebei-labour-market-regulation/25.1
"""

WRONG = [
    (("fine",), "Error: WHAT is missing.\nSee penalty fine --help.\n"),
    (
        ("fine", "25.1", "--fcat", "a=1"),
        "Error: there is no option --fcat. Did you mean '--fact'?\nSee penalty fine --help.\n",
    ),
    (("fine", "25.1", "--fact"), "Error: the option --fact needs exactly one value (a switch takes none).\n"),
    (
        ("fine", "25.1", "--fact", "a"),
        "Error: error[bad-fact-option]: --fact: 'a' is not of the form fact=value, such as illegal_gain=120000.\n",
    ),
    (
        ("fine", "25.1", "--fact", "serious=true", "--fact", "情节严重=false"),
        "Error: error[fact-twice]: --fact: the fact 'serious' is given twice. Keep one.\n",
    ),
    (
        ("fine", "25.1", "--fact", "illegal_gain=-5"),
        "Error: error[amount-negative]: --fact illegal_gain: '-5' is negative. Write a sum of zero or more.\n",
    ),
    (
        ("fine", "25.1", "--fact", "serious=perhaps"),
        "Error: error[not-a-boolean]: --fact serious: 'perhaps' is neither true nor false. Write one of them.\n",
    ),
    (
        ("fine", "25.1", "--on", "2016-02-30"),
        "Error: --on: '2016-02-30' is not a day of the calendar. Check the date.\nSee penalty fine --help.\n",
    ),
    (
        ("fine", "25.1", "--party", "company"),
        "Error: --party must be one of: organization, sole_trader, individual.\nSee penalty fine --help.\n",
    ),
    (
        ("fine", "25.1", "--rules", "/nowhere"),
        "Error: /nowhere: error[no-rules]: there are no rule files here. Name the rules folder with --rules or "
        "PENALTY_ENGINE_RULES.\n",
    ),
    (
        ("asess",),
        "Error: there is no command asess; use one of: fine, assess, ask, explain, why-not, what-if, "
        "compare, deadlines, check, dossier, notice, templates, search, show, rules, schema, "
        "completion. Did you mean 'assess'?\nSee penalty --help.\n",
    ),
    (
        ("assess", "a", "b"),
        "Error: unexpected arguments: b. Put quotes around what contains spaces.\nSee penalty assess --help.\n",
    ),
    (
        ("assess", "/nowhere.yaml"),
        "Error: /nowhere.yaml: error[no-such-file]: no such file. Check the path.\n",
    ),
    (
        ("assess", "/"),
        "Error: /: error[is-a-directory]: this is a folder, not a file. Name a file inside it.\n",
    ),
    (
        ("notice", "x.yaml", "--form", "decision", "--out", "x.odt"),
        "Error: the format cannot be told from '.odt'. Write --format docx, html, md or pdf.\nSee penalty notice --help.\n",
    ),
    (
        ("notice", "x.yaml", "--form", "decision", "--format", "docx"),
        "Error: a Word or PDF file cannot go to standard output. Name a file with --out, such as --out notice.docx.\n"
        "See penalty notice --help.\n",
    ),
    (("notice", "x.yaml"), "Error: --form is missing.\nSee penalty notice --help.\n"),
    (
        ("schema", "rules", "statutes"),
        "Error: there is no kind of file 'statutes'; use one of: vocabulary, violations, statute, circumstances, benchmark, "
        "procedure, authority, conflicts, register, coverage. Did you mean 'statute'?\nSee penalty schema --help.\n",
    ),
    (
        ("rules", "check", "a", "--rules", "b"),
        "Error: the rules folder is named twice. Use either DIR or --rules.\nSee penalty rules check --help.\n",
    ),
]


@pytest.mark.parametrize(
    ("args", "message"), WRONG, ids=lambda value: " ".join(value) if isinstance(value, tuple) else ""
)
def test_wrong_input(args: tuple[str, ...], message: str) -> None:
    assert run(*args) == (2, "", message)


def test_wrong_input_in_chinese() -> None:
    assert run("fine", "25.1", "--fcat", "a=1", "--lang", "zh").err == (
        "错误：没有选项 --fcat。是否指“--fact”？\n请看 penalty fine --help。\n"
    )
    found = run("fine", "25.1", "--fact", "illegal_gain=千", "--lang", "zh")
    assert found.err == (
        "错误：error[not-an-amount]: --fact illegal_gain: “千”不是金额。请写元数，最多两位小数，"
        '例如 120000 或 "1234.56"。\n'
    )


def test_every_finding_of_a_case_is_told(tmp_path: Path) -> None:
    file = tmp_path / "case.yaml"
    file.write_text(CASE.replace("party", "praty").replace("25.1", "25.11"), encoding="utf-8")
    found = run("assess", str(file))
    assert found.code == 2
    assert found.err.splitlines()[0] == "Error: 2 findings."
    assert f"{file}:2:1: error[unknown-key]" in found.err


def test_standard_input() -> None:
    assert run("assess", "-", stdin=CASE).code == 0
    assert run("assess", "-", stdin="").err == ("Error: <stdin>:1:1: error[empty-file]: the file is empty.\n")
    assert run("assess", "-", stdin=b"\xff").err.startswith("Error: <stdin>:1:1: error[not-utf8]:")
    assert "error[file-too-large]" in run("assess", "-", stdin=b" " * 4_000_001).err


def test_place_of_an_unknown_fact_in_a_file() -> None:
    found = run("assess", "-", stdin=CASE + "    facts: {illegal_gan: 1}\n")
    assert (found.code, found.out) == (2, "")
    assert found.err.startswith("Error: <stdin>:6:")


def test_exit_code_3_where_facts_are_missing() -> None:
    case = CASE.replace("25.1", "25.5")
    assert run("assess", "-", stdin=case).code == 3
    assert run("assess", "-", "--json", stdin=case).code == 3
    refused = run("notice", "-", "--form", "prior-notice", stdin=case)
    assert (refused.code, refused.out) == (3, "")
    assert refused.err.startswith("Error: ")


def test_fault_of_the_program_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    from penalty_engine.engine import Engine

    def fail(*_: object) -> None:
        raise ZeroDivisionError("x\ny")

    monkeypatch.setattr(Engine, "assess", fail)
    found = run("fine", "25.1")
    assert found.code == 1
    assert found.err.startswith("Error: The program itself failed (ZeroDivisionError: x y).")
    assert found.err.count("\n") == 1
    shown = run("fine", "25.1", env={"PENALTY_ENGINE_DEBUG": "1"})
    assert "Traceback" in shown.err
    assert "fault" in found.err


def test_a_network_nobody_knows_is_wrong_input_wherever_it_is_named() -> None:
    found = run("fine", "25.1", env={"PENALTY_ENGINE_NETWORK": "x"})
    assert found == (2, "", "Error: there is no network 'x'; use durable, native or auto.\n")
    assert run("fine", "25.1", "--network", "x").code == 2


def test_party_name_cannot_steer_the_terminal() -> None:
    name = "[red]某\\u001b[31m\\u202e公司[/red]\\u2066"
    found = run("assess", "-", stdin=CASE.replace("organization", f'organization, name: "{name}"'))
    assert "[red]某<U+001B>[31m<U+202E>公司[/red]<U+2066>" in found.out
    assert "\x1b" not in found.out


def test_closed_pipe_is_quiet() -> None:
    script = (
        "import os, sys; r, w = os.pipe(); os.close(r); os.dup2(w, 1); "
        "from penalty_engine.cli.main import main; sys.exit(main())"
    )
    found = run_alone("show", "25.1", code=script)
    assert (found.code, found.err) == (1, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize("args", [("fine", "25.1"), ("schema",)])
def test_full_disk_is_told(args: tuple[str, ...]) -> None:
    script = (
        "import os, sys; os.dup2(os.open('/dev/full', os.O_WRONLY), 1); "
        "from penalty_engine.cli.main import main; sys.exit(main())"
    )
    found = run_alone(*args, code=script)
    assert found.code == 1
    assert found.err.startswith("Error: the system refused: No space left on device.")


def test_closed_output_is_no_fault() -> None:
    script = "import sys; sys.stdout = None; from penalty_engine.cli.main import main; sys.exit(main())"
    assert run_alone("fine", "25.1", code=script) == (0, "", "")


@pytest.mark.parametrize("args", [(), ("rules",)])
def test_without_a_command_the_help_is_shown(args: tuple[str, ...]) -> None:
    found = run(*args)
    assert (found.code, found.err) == (2, run(*args, "--help").out)


def test_bytes_that_are_no_text() -> None:
    found = run("fine", "\udcff\x1b[31m")
    assert found.err.startswith("Error: nothing found for '<U+DCFF><U+001B>[31m'.")
    assert run("fine", "25.1", "--fact", "illegal_gain=\udcff").code == 2


def test_ascii_output_keeps_chinese_and_draws_with_ascii() -> None:
    found = run_alone("fine", "25.1", "--lang", "zh", env={"LC_ALL": "C", "PYTHONIOENCODING": "ascii"})
    assert found.code == 0
    assert "情节较轻" in found.out
    assert "|----------=====#=====" in found.out


def test_json_does_not_depend_on_the_locale() -> None:
    example = str(ROOT / "examples" / "unlicensed-hr-service.yaml")
    texts = {
        run_alone("assess", example, "--json", env=env).out
        for env in (
            {"LC_ALL": "zh_CN.UTF-8"},
            {"LC_ALL": "C", "PYTHONIOENCODING": "latin-1"},
            {"PENALTY_ENGINE_LANG": "en"},
        )
    }
    assert len(texts) == 1
    assert "情节较轻" in texts.pop()
    assert "less serious" in run("assess", example, "--json", "--lang", "en").out


@pytest.mark.parametrize(
    ("env", "expected"),
    [
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LANG": "zh_CN", "LC_ALL": "C"}, "en"),
        ({"LC_MESSAGES": "zh_TW", "LANG": "C"}, "zh"),
        ({"LANG": "zh_CN", "PENALTY_ENGINE_LANG": "en"}, "en"),
        ({}, "en"),
    ],
)
def test_language_of_the_machine(env: dict[str, str], expected: str) -> None:
    from penalty_engine.cli.session import new_session

    assert new_session([], env).lang == expected
    assert new_session(["fine", "--lang=zh"], env).lang == "zh"
    assert new_session(["fine", "--lang", "en"], env).lang == "en"
    assert new_session(["search", "--", "--lang", "zh"], env).lang == expected
