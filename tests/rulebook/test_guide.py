"""The lawyer's guide to the rule files: its examples are rules that load, hold, and give the messages it shows.

Each YAML block of rules/README.md follows a comment that names its file. A block for a file of the shipped rules goes
under the same headings there (``facts:``, ``violations:`` …); blocks for one new file follow one another.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any, get_args

import pytest
from pydantic import BaseModel

from penalty_engine import Engine
from penalty_engine.examples import check_examples
from penalty_engine.rulebook import (
    check_rulebook,
    model_base,
    model_benchmark,
    model_catalogue,
    model_procedure,
)
from penalty_engine.rulebook import model as models
from penalty_engine.rulebook.files import rule_files
from penalty_engine.rulebook.numerals import figures
from tests.conftest import RULES

GUIDE = (RULES / "README.md").read_text(encoding="utf-8")
FENCES = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
BLOCKS = re.findall(r"^<!-- (\S+\.yaml) -->\n```yaml\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)
STATUTE = "statutes/example-employment-regulation/2024-01-01.yaml"
AUTHORITY = "example-county-hrss"


def _guide_rules(parent: Path) -> Path:
    """``parent/rules``: the shipped rules and every block of the guide."""
    folder = parent / "rules"
    shutil.copytree(RULES, folder)
    for name, body in BLOCKS:
        path = folder / name
        if (RULES / name).exists():
            _insert(path, body)
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("a", encoding="utf-8", newline="\n") as stream:
                stream.write(body)
    return folder


def _insert(path: Path, body: str) -> None:
    """The entries of `body` under the headings of the same name in a shipped file."""
    text = re.sub(r"^(\w+:) \[\]$", r"\1", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    for heading, entries in re.findall(r"^(\w+:\n)((?:[ ].*\n)+)", body, re.MULTILINE):
        before, found, after = text.partition(f"\n{heading}")
        assert found, f"{path.name} has no {heading.strip()}"
        text = f"{before}{found}{entries}{after}"
    path.write_text(text, encoding="utf-8", newline="\n")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _guide_rules(tmp_path_factory.mktemp("guide"))


@pytest.fixture(scope="module")
def guide_engine(folder: Path) -> Engine:
    return Engine.load(folder, "native")


def test_every_yaml_block_names_its_file() -> None:
    assert [body for language, body in FENCES.findall(GUIDE) if language == "yaml"] == [
        body for _, body in BLOCKS
    ]


def test_no_findings(folder: Path) -> None:
    _, findings = check_rulebook(folder)
    assert [finding.render() for finding in findings] == []
    assert {name for name, _ in BLOCKS} <= set(rule_files(folder))


def test_the_examples_hold(guide_engine: Engine) -> None:
    ours = [clause for clause in guide_engine.clauses() if clause.statute.id.startswith("example-")]
    assert len(ours) == GUIDE.count("\n    violation: ")
    assert [clause.rule for clause in ours if not clause.examples and clause.not_obtained is None] == []
    assert [finding.render() for finding in check_examples(guide_engine)] == []


def test_whatever_it_adds_is_marked_as_made_up(guide_engine: Engine) -> None:
    book, shipped = guide_engine.rulebook, Engine.load(RULES, "native").rulebook
    titles = {clause.statute.title.zh for clause in guide_engine.clauses()}
    added = titles - {versions[-1].statute.title.zh for versions in shipped.clauses.values()}
    added |= {item.name.zh for key, item in book.violations.items() if key not in shipped.violations}
    added |= {item.name.zh for key, item in book.circumstances.items() if key not in shipped.circumstances}
    assert added
    assert [name for name in added if "示例" not in name] == []
    assert all(
        not clause.statute.source.verified
        for clause in guide_engine.clauses()
        if clause.statute.title.zh in added
    )


# --- what the guide says of its examples ------------------------------------------------------------------------------


def _assess(engine: Engine, facts: dict[str, Any], circumstances: list[str]) -> Any:
    case = {
        "schema": 1,
        "authority": AUTHORITY,
        "party": {"kind": "organization"},
        "timeline": {"conduct_from": "2025-01-01", "conduct_to": "2025-03-31"},
        "acts": [
            {
                "clause": "example-employment-regulation/11",
                "facts": {"serious": True, **facts},
                "circumstances": circumstances,
            }
        ],
    }
    return engine.assess(case)


@pytest.mark.parametrize(
    ("facts", "circumstances", "tier", "band"),
    [
        ({}, [], "general", (16000, 24000)),
        ({}, ["example-prompt-payment"], "light", (10000, 16000)),
        ({"example_workers": 50}, [], "heavy", (24000, 30000)),
        ({"example_workers": 49}, [], "general", (16000, 24000)),
        ({"example_warned": False}, ["example-warned-in-vain"], "general", (16000, 24000)),  # contradicted
        ({"example_workers": 50}, ["example-prompt-payment"], "general", (16000, 24000)),
        (
            {"example_workers": 50, "example_warned": True},
            ["example-prompt-payment", "harm-removed"],
            "heavy",
            (24000, 30000),
        ),
    ],
)
def test_tier_and_band(
    guide_engine: Engine, facts: dict[str, Any], circumstances: list[str], tier: str, band: tuple[int, int]
) -> None:
    fine = _assess(guide_engine, facts, circumstances).acts[0].findings[0].fines[0]
    assert (fine.tier.id, (fine.tier.minimum, fine.tier.maximum)) == (tier, band)


# --- the messages it shows --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("entry: {failed_to_correct: true}", "entry: {failed_to_corect: true}"),
        ("at_most: 20000}", "at_most: 200000}"),
        ("fine: [2000, 20000], orders", "fine: [2000, 10000], orders"),
    ],
    ids=["unknown-fact", "figures", "example"],
)
def test_the_messages_are_what_the_program_says(tmp_path: Path, old: str, new: str) -> None:
    folder = _guide_rules(tmp_path)
    path = folder / STATUTE
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8", newline="\n")
    rulebook, findings = check_rulebook(folder)
    if not findings and rulebook is not None:
        findings = check_examples(Engine(rulebook, "native"))
    said = "".join(f"{finding.render('zh')}\n" for finding in findings)
    assert said in [body for language, body in FENCES.findall(GUIDE) if language == "text"], said


# --- complete ---------------------------------------------------------------------------------------------------------

_ONLY_IN_SHIPPED_FILES = {
    "ProcedureFile",
    "DutyModel",
    "GroundModel",
    "LengthModel",
    "LimitationModel",
    "TimeLimitModel",
    "ExtensionModel",
    "SurchargeModel",
    "LargerAmountEntryModel",
}
"""Law of procedure, which a bureau does not write; the guide shows only a bureau's own duty."""


def _keys(model: type[BaseModel]) -> set[str]:
    return {field.alias or name for name, field in model.model_fields.items()}


def _models() -> list[type[BaseModel]]:
    everything = {
        **vars(model_base),
        **vars(model_benchmark),
        **vars(model_catalogue),
        **vars(model_procedure),
        **vars(models),
    }
    found = [
        item for item in everything.values() if isinstance(item, type) and issubclass(item, models.Model)
    ]
    return [item for item in found if item.__name__ not in _ONLY_IN_SHIPPED_FILES]


@pytest.mark.parametrize("model", _models(), ids=lambda model: model.__name__)
def test_every_key_is_in_the_guide(model: type[BaseModel]) -> None:
    assert [key for key in sorted(_keys(model)) if not re.search(rf"\b{key}\b", GUIDE)] == []


def test_every_rank_is_in_the_guide() -> None:
    assert [rank for rank in get_args(models.Rank) if f"| `{rank}` |" not in GUIDE] == []


def test_the_figures_it_names_as_read_are_read() -> None:
    words = re.search(r"程序读出 `text` 里的(.*?)等数字", GUIDE)
    assert words is not None
    assert len(figures(words.group(1))) == 3


def test_the_links_lead_somewhere() -> None:
    headings = {
        re.sub(r"[^\w -]", "", heading).lower().replace(" ", "-")
        for heading in re.findall(r"^## (.*)$", GUIDE, re.MULTILINE)
    }
    assert set(re.findall(r"\]\(#(.*?)\)", GUIDE)) == headings
