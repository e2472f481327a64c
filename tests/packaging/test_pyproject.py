from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

import pytest

if sys.version_info >= (3, 11):
    import tomllib
else:  # pytest brings it on Python 3.10
    import tomli as tomllib

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def pyproject() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def _version() -> str:
    text = (ROOT / "penalty_engine" / "version.py").read_text(encoding="utf-8")
    match = re.search(r'^__version__(?:: \w+)? = "([^"]+)"', text, re.MULTILINE)
    assert match, 'penalty_engine/version.py: no line __version__ = "…"'
    return match[1]


def test_folders_shipped_in_the_wheel_exist_and_are_not_empty(pyproject: dict[str, Any]) -> None:
    shipped = pyproject["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    assert shipped == {"rules": "penalty_engine/rules", "templates": "penalty_engine/templates"}
    for folder in shipped:
        assert any((ROOT / folder).iterdir()), f"{folder}/ is empty"


def test_sdist_leaves_nothing_out(pyproject: dict[str, Any]) -> None:
    sdist = pyproject["tool"]["hatch"]["build"]["targets"].get("sdist", {})
    assert not sdist.keys() & {"include", "only-include", "exclude"}
    targets = pyproject["tool"]["hatch"]["build"]["targets"]["wheel"]
    ignored = (ROOT / ".gitignore").read_text(encoding="utf-8").split()
    for needed in [*targets["packages"], *targets["force-include"]]:
        assert not {needed, f"{needed}/", f"/{needed}/"} & {*ignored}, (
            f".gitignore hides {needed} from the sdist"
        )


def test_console_script_points_at_an_existing_module(pyproject: dict[str, Any]) -> None:
    module, _, function = pyproject["project"]["scripts"]["penalty"].partition(":")
    source = ROOT.joinpath(*module.split(".")).with_suffix(".py")
    assert re.search(rf"^(def {function}\b|{function} = )", source.read_text(encoding="utf-8"), re.MULTILINE)


def test_package_is_marked_as_typed() -> None:
    assert (ROOT / "penalty_engine" / "py.typed").is_file()


def test_durable_rules_is_left_out_where_it_cannot_run(pyproject: dict[str, Any]) -> None:
    durable = [line for line in pyproject["project"]["dependencies"] if line.startswith("durable-rules")]
    assert durable == ['durable-rules>=2.0.28; python_version < "3.13" and sys_platform != "win32"']
    assert pyproject["project"]["optional-dependencies"]["durable"] == ["durable-rules>=2.0.28"]


def test_changelog_has_the_current_version() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.search(rf"^## {re.escape(_version())}( |$)", changelog, re.MULTILINE)
