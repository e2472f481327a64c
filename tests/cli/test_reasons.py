"""`penalty why-not` and `penalty what-if`: exact pages in both languages, JSON, exit codes, and what is refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.running import ROOT, run

EXAMPLES = ROOT / "examples"
WHY = {
    "why-not-entry": (0, "child-labour", "child-labour-prohibition/6.2"),
    "why-not-article": (0, "unlicensed-dispatch", "劳动合同法92条"),
    "why-not-set-aside": (0, "child-labour", "labour-law/94"),
    "why-not-in-force": (0, "unlicensed-hr-service", "hr-market-regulation/42.1"),
    "why-not-tier": (0, "child-labour", "serious"),
    "why-not-mitigated": (0, "order-refused", "mitigated"),
    "why-not-circumstance": (0, "child-labour", "harm-removed"),
    "why-not-never": (0, "child-labour", "first-violation"),
    "why-not-duty": (0, "child-labour", "on_the_spot"),
    "why-not-applied": (0, "child-labour", "听证"),
    "why-not-licence": (0, "child-labour", "hr-service-licence"),
    "why-not-measure": (0, "child-labour", "suspend-business"),
    "why-not-exemption": (0, "unlicensed-dispatch", "exemption"),
    "why-not-unknown": (2, "child-labour", "hr-service-licnce"),
}
WHAT = {
    "what-if-every": (0, "order-refused"),
    "what-if-child-labour": (0, "child-labour"),
    "what-if-gain": (
        0,
        "unlicensed-dispatch",
        "--change",
        "illegal_gain=0",
        "--circumstance",
        "harm-removed",
    ),
    "what-if-elected": (0, "order-refused", "--change", "mitigate=true", "--party-kind", "organization"),
    "what-if-without": (0, "unlicensed-dispatch", "--no-circumstance", "obstruction"),
    "what-if-day": (0, "unlicensed-hr-service", "--day", "filed_on=2016-06-30"),
    "what-if-open": (3, "unlicensed-dispatch", "--change", "illegal_gain=?"),
    "what-if-nothing": (0, "unlicensed-dispatch", "--change", "serious=否"),
}
REFUSED = {
    "what-if-unknown-fact": ("--change", "illegal_gains=0"),
    "what-if-no-value": ("--change", "illegal_gain"),
    "what-if-bad-value": ("--change", "illegal_gain=lots"),
    "what-if-twice": ("--change", "illegal_gain=1", "--change", "illegal_gain=2"),
    "what-if-bad-election": ("--change", "mitigate=maybe"),
    "what-if-unknown-circumstance": ("--circumstance", "harm-remved"),
    "what-if-not-declared": ("--no-circumstance", "harm-removed"),
    "what-if-unknown-day": ("--day", "filed=2025-01-01"),
    "what-if-bad-day": ("--day", "filed_on=yesterday"),
    "what-if-contradiction": ("--day", "filed_on=2024-01-01"),
    "what-if-no-act": ("--act", "2"),
}


def _compare(name: str, found: str, regenerate: bool) -> None:
    from penalty_engine.cli.layout import cell_len
    from tests.cli.running import compare

    for line in found.splitlines():
        assert cell_len(line) <= 80 or "error[" in line, line
    compare(name, found, regenerate)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", WHY)
def test_why_not(name: str, lang: str, regenerate: bool) -> None:
    code, example, *args = WHY[name]
    found = run("why-not", str(EXAMPLES / f"{example}.yaml"), *args, "--network", "native", "--lang", lang)
    _compare(f"{name}.{lang}", found.out + found.err, regenerate)
    assert found.code == code


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", WHAT)
def test_what_if(name: str, lang: str, regenerate: bool) -> None:
    code, example, *args = WHAT[name]
    found = run("what-if", str(EXAMPLES / f"{example}.yaml"), *args, "--network", "native", "--lang", lang)
    _compare(f"{name}.{lang}", found.out + found.err, regenerate)
    assert found.code == code


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", REFUSED)
def test_changes_that_are_refused(name: str, lang: str, regenerate: bool) -> None:
    found = run("what-if", str(EXAMPLES / "unlicensed-dispatch.yaml"), *REFUSED[name], "--lang", lang)
    assert found.out == ""
    _compare(f"{name}.{lang}", found.err, regenerate)
    assert found.code == 2


@pytest.mark.parametrize(
    ("args", "option", "told"),
    [
        (
            ("--change", "illegal_gain=5", "--change", "违法所得=6"),
            "--change",
            "违法所得 (illegal_gain)",
        ),
        (
            ("--circumstance", "obstruction", "--no-circumstance", "obstruction"),
            "--no-circumstance",
            "obstruction",
        ),
        (
            ("--no-circumstance", "obstruction", "--no-circumstance", "拒绝、阻挠执法"),
            "--no-circumstance",
            "拒绝、阻挠执法 (obstruction)",
        ),
        (
            ("--circumstance", "harm-removed", "--circumstance", "harm-removed"),
            "--circumstance",
            "harm-removed",
        ),
    ],
)
def test_nothing_is_changed_twice(args: tuple[str, ...], option: str, told: str) -> None:
    file = str(EXAMPLES / "unlicensed-dispatch.yaml")
    found = run("what-if", file, *args, "--lang", "en")
    assert (found.code, found.out) == (2, "")
    assert found.err == f"Error: error[change-twice]: {option}: '{told}' is given twice. Keep one.\n"
    assert f"“{told}”写了两次。请只保留一个。" in run("what-if", file, *args, "--lang", "zh").err


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (
            ("--day", "conduct_to=1899-12-31"),
            "[date-out-of-range]: --day conduct_to: the year of '1899-12-31'",
        ),
        (
            ("--day", "filed_on=2026-02-30"),
            "[impossible-date]: --day filed_on: '2026-02-30' is not a day of the",
        ),
        (
            ("--change", "dispatched_workers=99999999999999999999"),
            "[count-too-large]: --change dispatched_workers: '99999999999999999999' is above the limit of 10000000",
        ),
    ],
)
def test_what_is_beyond_every_limit_is_told_as_in_a_file(args: tuple[str, ...], told: str) -> None:
    found = run("what-if", str(EXAMPLES / "unlicensed-dispatch.yaml"), *args, "--lang", "en")
    assert (found.code, found.out) == (2, "")
    assert told in found.err


@pytest.mark.parametrize("name", ["why-not", "what-if"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_help(name: str, lang: str, regenerate: bool) -> None:
    found = run(name, "--help", "--lang", lang)
    _compare(f"help-{name}.{lang}", found.out + found.err, regenerate)
    assert found.code == 0


def test_json_of_why_not() -> None:
    file = str(EXAMPLES / "child-labour.yaml")
    found = json.loads(run("why-not", file, "child-labour-prohibition/6.2", "--json").out)
    answer = found["answers"][0]
    assert (answer["kind"], answer["act"], answer["applies"]) == ("clause", 1, False)
    assert answer["grounds"][0]["failing"][0]["fact"] == "failed_to_correct"
    assert answer["remedies"][0]["missing_facts"] == ["employer_kind"]


def test_json_of_what_if_and_all() -> None:
    file = str(EXAMPLES / "child-labour.yaml")
    found = json.loads(run("what-if", file, "--json").out)
    every = json.loads(run("what-if", file, "--json", "--all").out)
    assert len(found["effects"]) + found["left_out"] == len(every["effects"])
    assert every["left_out"] == 0
    found = json.loads(run("what-if", file, "--json", "--change", "serious=true").out)
    assert {"status", "changes", "moved"} <= set(found)
    assert {"what": "grave_measures"}.items() <= next(
        item for item in found["moved"] if item["what"] == "grave_measures"
    ).items()


def test_more_than_thirty_are_counted(tmp_path: Path) -> None:
    case = tmp_path / "case.yaml"
    act = "{violation: child-labour, facts: {child_months: 3, failed_to_correct: false, toxic_workplace: false, "
    act += "unregistered_unit: false, serious: false, illegal_gain: 0}}"
    case.write_text(
        f"schema: 1\nparty: {{kind: individual}}\ntimeline: {{conduct_to: 2025-08-20}}\nacts: [{act}, {act}]\n",
        encoding="utf-8",
    )
    found = run("what-if", str(case), "--network", "native", "--lang", "en")
    assert found.out.rstrip().endswith("more; --all lists them")
    assert len(run("what-if", str(case), "--network", "native", "--all").out) > len(found.out)
    assert "Act 2, " in found.out
    assert "act 1, " not in run("what-if", str(case), "--act", "2", "--lang", "en", "--network", "native").out


def test_a_wrong_case_file_is_told_as_everywhere(tmp_path: Path) -> None:
    case = tmp_path / "case.yaml"
    case.write_text(
        "schema: 1\nparty: {kind: organization}\ntimeline: {conduct_to: 2025-01-01}\n", encoding="utf-8"
    )
    for command in (("why-not", str(case), "hearing"), ("what-if", str(case))):
        found = run(*command, "--lang", "en")
        assert found.code == 2
        assert "case.yaml" in found.err


def test_a_case_of_very_many_acts_is_searched_one_act_at_a_time(tmp_path: Path) -> None:
    acts = [
        {"violation": "unlicensed-labour-dispatch", "facts": {"illegal_gain": 1000 + number}}
        for number in range(11)
    ]
    case = {"schema": 1, "party": {"kind": "organization"}, "timeline": {"conduct_to": "2016-05-31"}}
    file = tmp_path / "many.json"
    file.write_text(json.dumps({**case, "acts": acts}), encoding="utf-8")
    found = run("what-if", str(file), "--lang", "en")
    assert (found.code, found.out) == (2, "")
    assert "the case has 11 acts; with more than 10" in " ".join(found.err.split())
    assert run("what-if", str(file), "--act", "11").code == 0
    assert run("what-if", str(file), "--change", "illegal_gain=0").code == 0
