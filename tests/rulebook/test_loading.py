"""What keeps a rules folder or one of its files from being read; limits; what must never load in silence."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from penalty_engine import Engine, EngineError, RulebookError
from penalty_engine.rulebook import check_rulebook, reading, yaml_source
from tests.conftest import RULES
from tests.rulebook.folders import AUTHORITY, STATUTE, clause, clauses, make_folder


def _codes(folder: Path) -> list[str]:
    return [finding.code for finding in check_rulebook(folder)[1]]


def _messages(folder: Path) -> list[str]:
    return [finding.render("en") for finding in check_rulebook(folder)[1]]


def test_the_shipped_rules_have_no_findings() -> None:
    rulebook, findings = check_rulebook(RULES)
    assert rulebook is not None
    assert [finding.render() for finding in findings] == []


def test_the_base_folder_has_no_findings(tmp_path: Path) -> None:
    assert _messages(make_folder(tmp_path, {})) == []


def test_no_such_folder(tmp_path: Path) -> None:
    assert _codes(tmp_path / "nowhere") == ["no-rules"]
    with pytest.raises(
        RulebookError, match=r"there are no rule files here\. Name the rules folder with --rules"
    ):
        Engine.load(tmp_path / "nowhere")


def test_empty_folder_and_file_in_place_of_a_folder(tmp_path: Path) -> None:
    assert _codes(tmp_path) == ["no-rules"]
    path = tmp_path / "rules.yaml"
    path.write_text("schema: 1\n")
    assert _codes(path) == ["no-rules"]


def test_the_folder_named_by_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PENALTY_ENGINE_RULES", str(make_folder(tmp_path, {})))
    assert list(Engine.load(network="native").rulebook.clauses) == ["sample-law/1"]
    assert "sample-law/1" not in Engine.load(RULES, "native").rulebook.clauses  # the argument goes first


def test_too_large_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = make_folder(tmp_path, {})
    size = (folder / STATUTE).stat().st_size
    biggest = max(path.stat().st_size for path in folder.rglob("*.yaml") if path.name != "vocabulary.yaml")
    assert size == biggest
    (folder / STATUTE).write_text(
        (folder / STATUTE).read_text(encoding="utf-8") + "#" * 10_000, encoding="utf-8"
    )
    monkeypatch.setattr(reading, "MAX_BYTES", 9_000)
    assert _messages(folder) == [
        f"rules/{STATUTE}: error[file-too-large]: larger than the limit of 9000 bytes. "
        "Check that this is the right file, or split it."
    ]


def test_a_file_beyond_the_real_limit(tmp_path: Path) -> None:
    folder = make_folder(tmp_path, {})
    with (folder / "violations.yaml").open("ab") as stream:
        stream.truncate(50_000_000)
    assert "file-too-large" in _codes(folder)


def test_too_many_values(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_source, "MAX_NODES", 400)
    folder = make_folder(tmp_path, {STATUTE: ("[cease]", "[" + "cease, " * 500 + "cease]")})
    found = [text for text in _messages(folder) if STATUTE in text]
    assert len(found) == 1
    assert "error[too-many-values]: more than the limit of 400 values. Split the file." in found[0]


def test_a_folder_named_like_a_file(tmp_path: Path) -> None:
    folder = make_folder(tmp_path, {})
    (folder / "statutes" / "sample-law" / "2022-01-01.yaml").mkdir()
    assert _messages(folder) == [
        "rules/statutes/sample-law/2022-01-01.yaml: error[is-a-directory]: "
        "this is a folder, not a file. Name a file inside it."
    ]


def test_a_link_that_leads_nowhere(tmp_path: Path) -> None:
    folder = make_folder(tmp_path, {})
    (folder / "circumstances" / "lost.yaml").symlink_to(tmp_path / "gone.yaml")
    assert _messages(folder) == [
        "rules/circumstances/lost.yaml: error[no-such-file]: no such file. Check the path."
    ]


def test_a_link_to_itself(tmp_path: Path) -> None:
    folder = make_folder(tmp_path, {})
    (folder / "circumstances" / "loop.yaml").symlink_to(folder / "circumstances" / "loop.yaml")
    findings = check_rulebook(folder)[1]
    assert len(findings) == 1
    assert findings[0].code == "cannot-read"
    assert (
        findings[0].render().startswith("rules/circumstances/loop.yaml: error[cannot-read]: cannot be read: ")
    )


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes in folders")
def test_a_pipe(tmp_path: Path) -> None:
    # reading it would wait for ever
    folder = make_folder(tmp_path, {})
    os.mkfifo(folder / "circumstances" / "pipe.yaml")
    assert _messages(folder) == [
        "rules/circumstances/pipe.yaml: error[not-a-file]: this is not an ordinary file but a pipe or device. "
        "Put an ordinary file there."
    ]


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read every file"
)
def test_no_permission(tmp_path: Path) -> None:
    folder = make_folder(tmp_path, {})
    (folder / AUTHORITY).chmod(0)
    assert _messages(folder) == [
        f"rules/{AUTHORITY}: error[no-permission]: no permission to read. Check the file's permissions."
    ]


def test_a_read_that_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = make_folder(tmp_path, {})
    original = Path.open

    def refuse(path: Path, *args: object, **kwargs: object) -> object:
        if path.name == "office.yaml":
            raise PermissionError(13, "Permission denied")
        return original(path, *args, **kwargs)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", refuse)
    monkeypatch.setattr(Path, "read_bytes", lambda path: path.open("rb").read())
    assert _codes(folder) == ["no-permission"]


def test_a_vocabulary_without_facts_is_an_error(tmp_path: Path) -> None:
    # every condition depends on the vocabulary; with none, all other files would be passed over in silence
    empty = "schema: 1\nfacts: {}\norders: {}\nlicences: {}\nbodies: {}\n"
    _, findings = check_rulebook(make_folder(tmp_path, {"vocabulary.yaml": empty}))
    assert any(finding.severity == "error" for finding in findings)
    with pytest.raises(RulebookError):
        Engine.load(tmp_path / "rules")


@pytest.mark.parametrize(
    "change",
    [
        {STATUTE: ("{refused: true}}", "{circumstance: lyed}}")},
        {STATUTE: ("at_most: 5000}", "at_most: 5000, double_when: {circumstance: lyed}}")},
        {STATUTE: ("    orders: [cease]", "    entry: {circumstance: lyed}")},
        {"procedure/sample.yaml": ("{fine_reaches_larger_amount: true}", "{circumstance: lyed}")},
        {"circumstances/sample.yaml": ("effect: heavier", "effect: heavier\n    when: {circumstance: lyed}")},
        {
            "circumstances/sample.yaml": (
                "effect: heavier",
                "effect: heavier\n    contradicted_by: {not: {circumstance: lyed}}",
            )
        },
    ],
    ids=["revoke", "double", "entry", "duty", "circumstance", "contradiction"],
)
def test_unknown_circumstance_wherever_a_condition_stands(
    tmp_path: Path, change: dict[str, tuple[str, str]]
) -> None:
    findings = check_rulebook(make_folder(tmp_path, dict(change)))[1]
    assert [finding.code for finding in findings] == ["unknown-circumstance"]
    assert "Did you mean 'lied'?" in findings[0].render("en")


def test_unknown_circumstance_in_the_selection_of_a_tier(tmp_path: Path) -> None:
    change = ("when: {heavier_over_lighter: {at_most: 0}}", "when: {circumstance: lyed}")
    findings = check_rulebook(make_folder(tmp_path, {"benchmarks/halves.yaml": change}))[1]
    assert [finding.code for finding in findings] == ["unknown-circumstance"]
    assert "Did you mean 'lied'?" in findings[0].render("en")


_LABELS = {
    "refused": "    label: {zh: 拒不改正, en: refused}\n",
    "workers": "    label: {zh: 人数, en: workers}\n",
    "gain": "    label: {zh: 所得, en: gain}\n",
    "role": "    label: {zh: 身份, en: role}\n",
}


@pytest.mark.parametrize(
    ("fact", "value", "code"),
    [
        ("refused", "true", None),
        ("refused", "yes", "not-a-boolean"),
        ("refused", '"true"', "quoted-boolean"),
        ("refused", "5", "not-a-boolean"),
        ("refused", "", "not-a-boolean"),
        ("workers", "0", None),
        ("workers", "true", "not-a-count"),
        ("workers", "-1", "count-negative"),
        ("gain", "5000.5", None),
        ("gain", "0.001", "amount-too-fine"),
        ("role", "agency", None),
        ("role", "agensy", "not-a-choice"),
    ],
)
def test_date_check_values(tmp_path: Path, fact: str, value: str, code: str | None) -> None:
    # as in a condition: a value that the fact cannot have would be a check that never holds
    check = f"{{is: {value}, day: decided_on, not_after: order_due_on, warning: {{zh: 甲, en: a}}}}"
    change = (_LABELS[fact], f"{_LABELS[fact]}    date_checks: [{check}]\n")
    assert _codes(make_folder(tmp_path, {"vocabulary.yaml": change})) == ([] if code is None else [code])


def test_one_default_among_authorities(tmp_path: Path) -> None:
    text = (make_folder(tmp_path / "plain", {}) / AUTHORITY).read_text(encoding="utf-8")
    other = text.replace("  id: office\n", "  id: other\n  default: true\n")
    assert _codes(make_folder(tmp_path, {"authorities/other.yaml": other})) == []


def test_a_gap_between_large_counts(tmp_path: Path) -> None:
    # seven lighter and three heavier: within the bounds that a row may name, beyond counts of five
    hole = "{not: {all: [{heavier_circumstances: 3}, {heavier_over_lighter: {below: -3}}]}}"
    change = [
        ("when: {heavier_over_lighter: {at_most: 0}}", f"when: {hole}"),
        ("    - {tier: upper, when: {heavier_over_lighter: {above: 0}}}\n", ""),
    ]
    assert _codes(make_folder(tmp_path, {"benchmarks/halves.yaml": change})) == ["tiers-gap"]


@pytest.mark.parametrize("name", ["all", "any", "not", "circumstance", "violation", "kind", "id", "sid"])
def test_reserved_fact_names(tmp_path: Path, name: str) -> None:
    # words of the condition language, and the fields by which a network tells cases apart
    change = (
        "facts:\n",
        f"facts:\n  {name}:\n    type: count\n    label: {{zh: 甲, en: a}}\n    question: {{zh: 甲, en: a}}\n",
    )
    findings = check_rulebook(make_folder(tmp_path, {"vocabulary.yaml": change}))[1]
    assert len(findings) == 1
    assert findings[0].severity == "error"
    assert name in findings[0].render("en")


def test_findings_come_in_order_of_place(tmp_path: Path) -> None:
    two = [("    article: 第一条\n", ""), ("rank: law", "rank: lawe"), ("from: 2020-01-01", "from: 2020")]
    findings = check_rulebook(make_folder(tmp_path, {STATUTE: two, AUTHORITY: ("benchmark: halves\n", "")}))[
        1
    ]
    places = [(finding.place.file, finding.place.line) for finding in findings if finding.place]
    assert places == sorted(places)
    assert len(places) == 4


def test_gap_between_outcomes_is_no_load_error_but_stops_the_case(tmp_path: Path) -> None:
    body = clause("- when: {workers: {above: 10}}\n  fine: {at_most: 5000}", "处五千元以下罚款。")
    engine = Engine.load(make_folder(tmp_path, {STATUTE: clauses(body)}), "native")
    case = {
        "schema": 1,
        "authority": "office",
        "party": {"kind": "organization"},
        "timeline": {"conduct_to": "2020-06-01"},
        "acts": [{"clause": "sample-law/1", "facts": {"workers": 10}}],
    }
    with pytest.raises(EngineError, match="the rule has a gap"):
        engine.assess(case)
