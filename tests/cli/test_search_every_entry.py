"""Every entry of the shipped catalogue can be shown, found and asked about; none ends in a fault."""

from __future__ import annotations

import pytest

from penalty_engine import Engine
from penalty_engine.cli.session import Session
from tests.cli.running import run
from tests.conftest import RULES


@pytest.fixture(scope="module")
def shipped() -> Engine:
    return Engine.load(RULES, "native")


@pytest.fixture(autouse=True)
def loaded_once(monkeypatch: pytest.MonkeyPatch, shipped: Engine) -> None:
    """The commands use the rules already loaded."""
    monkeypatch.setattr(Session, "engine", lambda *_: shipped)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_entry_is_shown(shipped: Engine, lang: str) -> None:
    for name, item in shipped.rulebook.violations.items():
        found = run("show", name, "--lang", lang)
        assert (found.code, found.err) == (0, ""), name
        assert _flowing(item.name.text(lang)) in _flowing(found.out), name
        for alias in item.aliases:
            assert _flowing(alias) in _flowing(found.out), (name, alias)
        for quoted in item.forbidden_by:
            assert _flowing(quoted.text) in _flowing(found.out), (name, quoted.article)
        for key in shipped.rulebook.by_violation.get(name, ()):
            assert key in found.out, (name, key)
            for clause in shipped.rulebook.clauses[key]:
                assert _flowing(str(clause.place)) in _flowing(found.out), (name, clause.rule)


def _flowing(text: str) -> str:
    """Without line breaks and spaces."""
    return "".join(text.split())


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_entry_has_an_answer(shipped: Engine, lang: str) -> None:
    for name in shipped.rulebook.violations:
        found = run("fine", name, "--lang", lang)
        assert found.code in (0, 3), (name, found.err)
        clauses = shipped.rulebook.by_violation.get(name, ())
        reason = ("规则中没有处罚这种行为的条款", "no clause in the rules punishes this")
        assert any(key in found.out for key in clauses) or any(words in found.out for words in reason), name


@pytest.mark.parametrize("day", ["1990-01-01", "2005-06-01", "2016-05-31", "2030-01-01"])
def test_every_entry_has_an_answer_on_every_day(shipped: Engine, day: str) -> None:
    for name in shipped.rulebook.violations:
        found = run("fine", name, "--on", day)
        assert found.code in (0, 3), (name, found.err)
        assert run("show", name, "--on", day).code == 0


def test_every_clause_has_an_answer(shipped: Engine) -> None:
    for key in shipped.rulebook.clauses:
        assert run("fine", key).code in (0, 3), key
        assert run("show", key).code == 0, key


def test_every_entry_is_found_by_its_names(shipped: Engine) -> None:
    for name, item in shipped.rulebook.violations.items():
        for words in (name, item.name.zh, *item.aliases):
            found = run("search", words)
            assert found.code == 0
            assert name in found.out, words


def test_every_item_of_the_register_is_shown(shipped: Engine) -> None:
    for item in shipped.rulebook.register:
        for words in (item.id, item.where):
            found = run("show", words)
            assert (found.code, found.err) == (0, ""), words
            assert _flowing(item.text) in _flowing(found.out), words
            assert all(name in found.out for name in item.violations), words
            assert run("search", words).code == 0


def test_a_closed_input_ends_every_interview(shipped: Engine) -> None:
    for name in shipped.rulebook.violations:
        found = run("ask", name, stdin="")
        assert found.code in (0, 1), (name, found.err)
        assert "program itself" not in found.err, name


def test_unanswered_questions_end_in_an_answer(shipped: Engine) -> None:
    for name in list(shipped.rulebook.violations)[::5]:
        found = run("ask", name, stdin="1\n" + "\n" * 60)
        assert found.code in (0, 3), (name, found.err)
        assert any(key in found.out for key in shipped.rulebook.by_violation.get(name, ())), name
