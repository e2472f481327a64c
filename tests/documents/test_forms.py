"""The catalogue of forms is data: every fault is named with its place, every form has its template and its grounds."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from penalty_engine.documents import DocumentError
from penalty_engine.documents.forms import STATES, form_named, read_forms
from tests.documents import samples
from tests.documents.reading import refused


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(samples.TEMPLATES, tmp_path / "templates"))


def test_every_form_has_its_template_and_every_template_its_form() -> None:
    forms = read_forms(samples.TEMPLATES)
    templates = {path.name.removesuffix(".md.j2") for path in samples.TEMPLATES.glob("*.md.j2")}
    assert templates - {"checklist"} == set(forms)
    assert "checklist" in templates


def test_every_form_says_when_it_is_needed_and_on_what_basis() -> None:
    for form in read_forms(samples.TEMPLATES).values():
        assert form.required
        assert all(ground.basis and ground.when for ground in form.required)
        assert form.otherwise.zh
        assert form.otherwise.en
        assert form.served == (form.number_field is not None), form.id


def test_every_state_is_asked_for_somewhere() -> None:
    grounds = [ground for form in read_forms(samples.TEMPLATES).values() for ground in form.required]
    assert {name for ground in grounds for name in ground.when} == set(STATES)


@pytest.mark.parametrize(
    ("old", "new", "column", "words"),
    [
        ("field: decision_no", "field: decison_no", "21", "decision_no"),
        ("signed_on: filed_on", "signed_on: filed", "16", "filed_on"),
        ("when: {on_the_spot: false}", "when: {on_spot: false}", "16", "on_the_spot"),
        ("id: correction-order", "id: filing-approval", "9", "filing-approval"),
        ("acts: every", "acts: all", "11", "penalized"),
        ("    served: true", "    served: yes please", "13", "true"),
        ("schema: 1", "schema: 2", "9", "schema: 1"),
        ("[minor-and-corrected", "{minor-and-corrected", "", "YAML"),
    ],
)
def test_a_fault_is_named_with_its_place_and_the_way_out(
    folder: Path, old: str, new: str, column: str, words: str
) -> None:
    path = folder / "forms.yaml"
    text = path.read_text(encoding="utf-8").replace(old, new, 1)
    path.write_text(text, encoding="utf-8")
    where = text.rindex(new) if new == "id: filing-approval" else text.index(new)
    line = text.count("\n", 0, where) + 1
    with refused(DocumentError, words) as caught:
        read_forms(folder)
    assert f"{path}:{line}:{column}" in caught.value.render("zh")
    assert "\n" not in caught.value.render("en")


def test_an_unknown_form_is_answered_with_the_nearest() -> None:
    with refused(DocumentError, "是否指“decision”？"):
        form_named(read_forms(samples.TEMPLATES), "decison")


def test_a_form_is_found_by_its_title_too() -> None:
    forms = read_forms(samples.TEMPLATES)
    assert form_named(forms, "行政处罚决定书").id == "decision"
    assert form_named(forms, "Reminder to perform").id == "reminder"
