"""`penalty deadlines`: the page in both languages, JSON, the calendar, what it refuses. Golden files as in tests/cli."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from icalendar import Calendar

from penalty_engine import Engine
from penalty_engine.case import Case
from penalty_engine.icalendar_export import deadlines_calendar
from tests.cli.running import compare, run

RUNNING = """schema: 1
case_no: 隆人社监案〔2024〕17号
party: {kind: organization, name: 某某人力资源服务有限公司}
timeline:
  conduct_from: 2024-03-01
  conduct_to: 2024-05-31
  complained_on: 2024-09-20
  filed_on: 2024-09-26
  notice_served_on: 2024-12-02
  hearing_on: 2025-02-10
  decided_on: 2025-02-14
  served_on: 2025-02-17
acts:
  - {violation: unlicensed-labour-dispatch, facts: {illegal_gain: 36000}}
"""
CASES = {
    "running": (RUNNING, 0),
    "paid-late": (RUNNING.replace("\nacts:", "\n  fine_paid_on: 2025-03-20\nacts:"), 0),
    "extended": (
        RUNNING.replace("  notice_served_on: 2024-12-02\n", "  extension_approved_on: 2024-12-20\n"),
        0,
    ),
    "waiting": (
        "schema: 1\nparty: {kind: individual, name: 某某}\ntimeline: {conduct_to: 2024-05-31}\n"
        "acts:\n  - {violation: unlicensed-labour-dispatch, facts: {illegal_gain: 36000}}\n",
        0,
    ),
    "year-not-known": (
        "schema: 1\nparty: {kind: organization}\n"
        "timeline: {conduct_to: 2150-01-31, notice_served_on: 2150-03-02, decided_on: 2150-03-20}\n"
        "acts:\n  - {violation: unlicensed-labour-dispatch, facts: {illegal_gain: 36000}}\n",
        0,
    ),
    "facts-missing": (
        "schema: 1\nparty: {kind: organization}\ntimeline: {conduct_to: 2024-05-31, filed_on: 2024-07-01}\n"
        "acts:\n  - {violation: unlicensed-labour-dispatch}\n",
        3,
    ),
}


@pytest.fixture
def files(tmp_path: Path) -> dict[str, str]:
    found = {}
    for name, (text, _) in CASES.items():
        path = tmp_path / f"{name}.yaml"
        path.write_text(text, encoding="utf-8")
        found[name] = str(path)
    return found


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", CASES)
def test_page(files: dict[str, str], name: str, lang: str, regenerate: bool) -> None:
    done = run("deadlines", files[name], "--on", "2025-03-01", "--lang", lang)
    assert (done.code, done.err) == (CASES[name][1], "")
    compare(f"deadlines-{name}.{lang}", done.out, regenerate)
    assert all(len(line) <= 80 for line in done.out.splitlines())


def test_days_are_told_from_the_day_asked_about(files: dict[str, str]) -> None:
    pages = {
        day: run("deadlines", files["running"], "--on", day, "--lang", "en").out
        for day in ("2025-03-03", "2025-03-04", "2025-03-05")
    }
    told = {
        day: text.partition("Payment of the fine")[2].partition("The default surcharge begins")[0]
        for day, text in pages.items()
    }
    assert "days left: 1" in told["2025-03-03"]
    assert "ends today" in told["2025-03-04"]
    assert "days past: 1" in told["2025-03-05"]


@pytest.mark.parametrize(
    ("served", "told"),
    [
        (
            "2025-01-24",
            "The last day is a day of rest: payment of the fine",
        ),  # Saturday 8 February, worked instead
        (
            "2150-03-12",
            "Whether the last day is a day of rest is not known: payment of the fine",
        ),  # Friday the 27th
        ("2150-03-13", "The last day is a Saturday or Sunday: payment of the fine"),
    ],
)
def test_last_days_on_days_of_rest(tmp_path: Path, served: str, told: str) -> None:
    path = tmp_path / "case.yaml"
    year = int(served[:4])
    path.write_text(
        f"schema: 1\nparty: {{kind: organization}}\n"
        f"timeline: {{conduct_to: {year - 1}-05-31, served_on: {served}}}\n"
        "acts:\n  - {violation: unlicensed-labour-dispatch, facts: {illegal_gain: 36000}}\n",
        encoding="utf-8",
    )
    done = run("deadlines", str(path), "--on", served, "--lang", "en")
    text = " ".join(done.out.split())
    assert (told in text) is (served != "2025-01-24"), text


def test_json(files: dict[str, str]) -> None:
    done = run("deadlines", files["paid-late"], "--json", "--lang", "en")
    found: dict[str, Any] = json.loads(done.out)
    assert done.code == 0
    assert list(found) == ["schema", "status", "case_no", "deadlines", "surcharge", "warnings", "receipt"]
    payment = next(item for item in found["deadlines"] if item["id"] == "payment")
    assert (payment["due"], payment["met"], payment["fulfilled_on"]) == ("2025-03-04", False, "2025-03-20")
    assert found["surcharge"]["amount"] == "43200"
    assert [item["code"] for item in found["warnings"]] == ["deadlines-conflict"]
    assert (
        json.loads(run("assess", files["paid-late"], "--json", "--lang", "en").out)["procedure"]["deadlines"]
        == (found["deadlines"])
    )


# --- the calendar -----------------------------------------------------------------------------------------------------


def _events(data: bytes) -> dict[str, Any]:
    calendar = Calendar.from_ical(data)
    return {str(event["uid"]).split("-", 1)[1].partition("@")[0]: event for event in calendar.walk("VEVENT")}


def test_calendar(files: dict[str, str], regenerate: bool) -> None:
    done = run("deadlines", files["running"], "--ics", "-", "--lang", "zh")
    assert (done.code, done.err) == (0, "")
    compare("deadlines-running.ics", done.out.replace("\r\n", "\n"), regenerate)
    events = _events(done.out.encode())
    payment = events["payment"]
    assert payment["dtstart"].dt == date(2025, 3, 4)
    assert type(payment["dtstart"].dt) is date  # all day
    assert payment["dtend"].dt == date(2025, 3, 5)
    assert str(payment["summary"]) == "缴纳罚款（隆人社监案〔2024〕17号）"
    assert [alarm["trigger"].dt for alarm in payment.walk("VALARM")] == [timedelta(days=-3)]
    assert events["service"].walk("VALARM") == []  # done
    assert "reminder" not in events  # no day


def test_the_same_case_gives_the_same_calendar(native: Engine) -> None:
    stated = yaml.safe_load(RUNNING)
    first, second = (
        deadlines_calendar(Case.parse(stated), native.assess(Case.parse(stated))) for _ in range(2)
    )
    assert first == second
    assert b"DTSTAMP:20250217T000000Z" in first  # the day the limit runs from, not the machine's


def test_an_event_keeps_its_identity_when_days_are_added(native: Engine) -> None:
    stated = yaml.safe_load(RUNNING)
    later = yaml.safe_load(CASES["paid-late"][0])
    uids = []
    for data in (stated, later):
        case = Case.parse(data)
        uids.append(
            {
                name: str(item["uid"])
                for name, item in _events(deadlines_calendar(case, native.assess(case))).items()
            }
        )
    shared = uids[0].keys() & uids[1].keys()
    assert {uids[0][name] for name in shared} == {uids[1][name] for name in shared}
    assert len(shared) > 8
    other = Case.parse({**stated, "case_no": "隆人社监案〔2024〕18号"})
    assert not set(uids[0].values()) & {
        str(item["uid"]) for item in _events(deadlines_calendar(other, native.assess(other))).values()
    }


def test_names_cannot_add_lines_to_the_calendar(native: Engine) -> None:
    stated = yaml.safe_load(RUNNING)
    stated["case_no"] = "甲\r\nATTACH:file:///x\nBEGIN:VEVENT;,\\"
    case = Case.parse(stated)
    data = deadlines_calendar(case, native.assess(case))
    assert b"\nATTACH" not in data
    assert data.split(b"\r\n").count(b"BEGIN:VEVENT") == len(
        _events(data)
    )  # a folded line begins with a space
    assert "甲" in str(_events(data)["payment"]["summary"])


def test_the_name_of_the_calendar_is_escaped_like_the_rest(native: Engine) -> None:
    case = Case.parse({**yaml.safe_load(RUNNING), "case_no": "a;b,c\\d"})
    lines = deadlines_calendar(case, native.assess(case)).decode("utf-8").replace("\r\n ", "").split("\r\n")
    (name,) = [line for line in lines if line.startswith("X-WR-CALNAME")]
    assert "a\\;b\\,c\\\\d" in name
    assert any(line.startswith("SUMMARY") and "a\\;b\\,c\\\\d" in line for line in lines)


def test_written_to_a_file_and_never_over_another(files: dict[str, str], tmp_path: Path) -> None:
    out = tmp_path / "期限.ics"
    done = run("deadlines", files["running"], "--ics", str(out), "--lang", "zh")
    assert (done.code, done.err) == (0, f"已写入 {out}\n")
    assert done.out.startswith("期限")
    written = out.read_bytes()
    assert len(_events(written)) > 8
    again = run("deadlines", files["paid-late"], "--ics", str(out), "--lang", "zh")
    assert again.code == 2
    assert "已经存在" in again.err
    assert "--force" in again.err
    assert out.read_bytes() == written
    assert run("deadlines", files["paid-late"], "--ics", str(out), "--force").code == 0
    assert out.read_bytes() != written


@pytest.mark.parametrize("name", ["case.yaml", "./case.yaml", "link.yaml"])
def test_never_over_the_case_itself(tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    case = tmp_path / "case.yaml"
    case.write_text(RUNNING, encoding="utf-8")
    (tmp_path / "link.yaml").symlink_to(case)
    done = run("deadlines", "case.yaml", "--ics", name, "--force", "--lang", "en")
    assert (done.code, done.out) == (2, "")
    assert done.err == f"Error: {name} is the case file itself and was left as it is. Choose another name\n"
    told = run("deadlines", "case.yaml", "--ics", name, "--force", "--lang", "zh").err
    assert told == f"错误：{name} 就是案件文件本身，没有改动；请换一个文件名\n"
    assert case.read_text(encoding="utf-8") == RUNNING


def test_what_it_refuses(files: dict[str, str], tmp_path: Path) -> None:
    both = run("deadlines", files["running"], "--json", "--ics", "-", "--lang", "en")
    assert both.code == 2
    assert "cannot both go to standard output" in both.err
    assert run("deadlines", files["running"], "--ics", f"{tmp_path}/", "--lang", "en").code == 2
    assert run("deadlines", files["running"], "--ics", str(tmp_path / "no" / "x.ics")).code == 2
    assert run("deadlines", str(tmp_path / "nothing.yaml")).code == 2
    assert run("deadlines", files["running"], "--on", "yesterday").code == 2


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_help(lang: str) -> None:
    done = run("deadlines", "--help", "--lang", lang)
    assert done.code == 0
    for option in ("--ics", "--json", "--on", "--force"):
        assert option in done.out
