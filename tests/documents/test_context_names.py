"""`names.yaml` and what templates really see name the same things; the templates name nothing else."""

from __future__ import annotations

import shutil
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from penalty_engine import Case
from penalty_engine.documents import DocumentError, material_of
from penalty_engine.documents.context_names import Name, flatten, read_catalogue
from penalty_engine.documents.drafting import context_of
from penalty_engine.documents.forms import read_forms
from penalty_engine.documents.sections import section_names
from penalty_engine.documents.template_folder import TemplateFolder, check_folder
from tests.conftest import ROOT
from tests.documents.cases import engine
from tests.documents.samples import TEMPLATES

CASES = [TEMPLATES / "sample.yaml", *sorted((ROOT / "examples").glob("*.yaml"))]
TRAINING_FUNDS: dict[str, Any] = {  # a measure that another body decides
    "schema": 1,
    "party": {"kind": "organization"},
    "timeline": {"conduct_to": "2024-05-01"},
    "acts": [{"violation": "training-funds-not-used", "facts": {"failed_to_correct": True}}],
}


def contexts(case: Case) -> list[dict[str, Any]]:
    """What each form sees of a case, as far as it can be made."""
    material = material_of(engine(), case, engine().assess(case))
    found = []
    for form in read_forms(TEMPLATES):
        with suppress(DocumentError):
            found.append(context_of(form, material, TEMPLATES)[1])
    return found


@lru_cache(maxsize=1)
def seen() -> dict[str, Any]:
    """Every path that any form sees of any case here."""
    cases = [*(Case.read(file)[0] for file in CASES), Case.parse(TRAINING_FUNDS)]
    found: dict[str, Any] = {}
    for case in cases:
        for context in contexts(case):
            found.update({path: value for path, value in flatten(context).items() if found.get(path) is None})
    return found


def described() -> dict[str, Name]:
    """Every name of the catalogue that more than the checklist has."""
    return {name.path: name for name in read_catalogue(TEMPLATES, "decision").root.walk()}


def test_every_name_there_is_is_described() -> None:
    assert sorted(set(seen()) - set(described())) == []


def test_every_name_described_is_there() -> None:
    kinds: dict[str, list[str]] = {}
    for name in described().values():
        if name.kind is not None:
            kinds.setdefault(name.kind, []).append(name.path)
    for kind, paths in kinds.items():
        for part in described()[paths[0]].below:
            # what entries have is the same wherever a kind is used
            places = [f"{path}[].{part}" for path in paths] + [f"{path}.{part}" for path in paths]
            assert any(place in seen() for place in places), (kind, part)
    alone = [path for path in described() if "[]" not in path and not path.startswith("surcharge.")]
    assert [path for path in alone if path not in seen()] == []


def test_shapes_are_told_rightly() -> None:
    for path, value in seen().items():
        shape = described()[path].shape
        if isinstance(value, bool):
            assert shape == "flag", path
        elif path.endswith(("_on", ".due", ".start", ".day")) and shape != "list":
            assert shape == "date", path
        elif type(value).__name__ == "Decimal":
            assert shape in ("sum", "list"), path


def test_the_sample_fills_every_form_and_every_part_the_case_has() -> None:
    case, _ = Case.read(TEMPLATES / "sample.yaml")
    assert len(contexts(case)) == len(read_forms(TEMPLATES))
    unset = {"authority", "benchmark", "prior_same", "born_on", "elections", "on_the_spot"}
    assert {name for name in Case.model_fields if not getattr(case, name)} <= unset
    values = flatten(contexts(case)[0])
    for part in (
        "party",
        "filing",
        "defence",
        "hearing",
        "legal_review",
        "discussion",
        "bank",
        "officers",
        "workers",
    ):
        assert [
            p
            for p in values
            if p.startswith((f"{part}.", f"{part}[]"))
            and values[p] is None
            and p in described()
            and described()[p].prints
        ] == []


def test_every_section_described_stands_alone_in_some_form() -> None:
    folder, catalogue = TemplateFolder(TEMPLATES), read_catalogue(TEMPLATES)
    assert list(section_names(folder, None, catalogue)) == list(catalogue.sections)
    assert {"party", "law", "discretion", "measures", "signature"} <= set(
        section_names(folder, "decision", catalogue)
    )


# --- faults of the files


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(TEMPLATES, tmp_path / "templates"))


def refusal(folder: Path) -> str:
    with pytest.raises(DocumentError) as caught:
        check_folder(folder)
    assert caught.value.render("en") != caught.value.render("zh")
    return caught.value.render("zh")


def test_the_shipped_templates_are_sound(folder: Path) -> None:
    assert check_folder(folder) == len(list(folder.rglob("*.md.j2")))


@pytest.mark.parametrize(
    ("file", "text", "words"),
    [
        ("decision.md.j2", "{{ party.nme }}", "没有“party.nme”这个名称。是否指“party.name”？"),
        ("partials/law.md.j2", "{% for act in acts %}{{ act.nme }}{% endfor %}", "没有“act.nme”"),
        ("partials/sum.md.j2", "{{ monney }}", "没有“monney”"),
        ("decision.md.j2", "{{ case_no|dat }}", "模板语法错误"),
        ("decision.md.j2", "{% if %}", "模板语法错误"),
        ("decision.md.j2", '{% include "partials/nix.md.j2" %}', "找不到要插入的模板“partials/nix.md.j2”"),
        ("decision.md.j2", "{% macro x() %}{% endmacro %}", "macro"),
    ],
)
def test_a_fault_in_a_template_is_told_with_file_and_line(
    folder: Path, file: str, text: str, words: str
) -> None:
    path = folder / file
    lines = path.read_text(encoding="utf-8").count("\n")
    path.write_text(path.read_text(encoding="utf-8") + "\n" + text + "\n", encoding="utf-8")
    found = refusal(folder)
    assert words in found
    assert f"{path}:{lines + 2}: " in found


def test_all_faults_of_a_folder_are_told_at_once(folder: Path) -> None:
    (folder / "reminder.md.j2").unlink()
    (folder / "decision.md.j2").write_bytes("{{ 名称 }}".encode("gb18030"))
    with (folder / "prior-notice.md.j2").open("a", encoding="utf-8") as file:
        file.write("\n{{ nix }}\n")
    found = refusal(folder).split("\n")
    assert len(found) == 3
    assert any("找不到模板文件 reminder.md.j2" in line for line in found)
    assert any("不是 UTF-8" in line for line in found)


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    assert "没有这个文件夹" in refusal(tmp_path / "nix")


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (
            "as: list, item: worker, of: worker",
            "as: list, item: worker, of: workr",
            "kinds 中没有“workr”。是否指“worker”？",
        ),
        ("  case_no: {zh", "  Case-No: {zh", "“Case-No”不能作为名称"),
        ("as: flag}", "as: flg}", "names.yaml"),
        ("schema: 1", "schema: 2", "names.yaml"),
    ],
)
def test_a_fault_in_the_catalogue_is_told_with_its_place(
    folder: Path, old: str, new: str, words: str
) -> None:
    path = folder / "names.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    found = refusal(folder)
    assert words in found
    assert f"{path}:" in found


def test_a_circle_of_kinds_is_a_fault(folder: Path) -> None:
    path = folder / "names.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace(
            "      note: {zh: 备注",
            "      again: {zh: x, en: x, as: list, of: worker}\n      note: {zh: 备注",
        ),
        encoding="utf-8",
    )
    assert "循环" in refusal(folder)


def test_a_folder_without_the_catalogue_uses_the_shipped_one(folder: Path) -> None:
    (folder / "names.yaml").unlink()
    assert check_folder(folder)
