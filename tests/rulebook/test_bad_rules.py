"""Every mistake in a rule file is answered with its place, its code, what is wrong and what to do, in both languages.

``pytest tests/rulebook --regenerate`` writes the expected texts anew; review them with git diff before committing.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from penalty_engine import Engine, RulebookError
from penalty_engine.rulebook import check_rulebook, load_rulebook
from tests.rulebook.bad_rules import BAD, Bad
from tests.rulebook.folders import make_folder

GOLDEN = Path(__file__).with_name("bad")
WARNINGS = (
    "violation-without-clause",
    "files-not-read",
    "lint-cite-without-number",
    "lint-undeclared-concurrence",
    "lint-conflict-never-meets",
    "lint-clause-not-covered",
)


@pytest.mark.parametrize(("name", "bad"), BAD.items(), ids=list(BAD))
def test_findings(name: str, bad: Bad, tmp_path: Path, regenerate: bool) -> None:
    _, findings = check_rulebook(make_folder(tmp_path, bad.changes))
    texts = {
        lang: "\n".join(finding.render(lang) for finding in findings).replace(f"{tmp_path}/", "<parent>/")
        for lang in ("en", "zh")
    }
    golden, shown = GOLDEN / f"{name}.txt", f"{texts['en']}\n\n{texts['zh']}\n"
    if regenerate:
        golden.write_text(shown, encoding="utf-8")
    assert "Decimal(" not in shown
    assert sorted(finding.code for finding in findings) == sorted(bad.codes), shown
    assert shown == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize(("name", "bad"), BAD.items(), ids=list(BAD))
def test_a_bad_file_never_half_loads(name: str, bad: Bad, tmp_path: Path) -> None:
    folder = make_folder(tmp_path, bad.changes)
    _, findings = check_rulebook(folder)
    errors = [finding for finding in findings if finding.severity == "error"]
    if not errors:
        assert name in WARNINGS  # a warning does not stop the rules from being used
        load_rulebook(folder)
        return
    with pytest.raises(RulebookError) as refused:
        Engine.load(folder)
    assert list(refused.value.diagnostics) == errors
    assert all(
        str(finding.place).startswith("rules/") or finding.code == "file-missing" for finding in errors
    )


def test_every_expected_text_belongs_to_a_case() -> None:
    assert {path.stem for path in GOLDEN.glob("*.txt")} == set(BAD)
