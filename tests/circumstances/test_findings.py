"""What is said of mistakes in the rules: exact texts, with the place, in both languages."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from penalty_engine.messages import Message
from penalty_engine.messages.circumstances import _RULES, CIRCUMSTANCES
from penalty_engine.rulebook import check_rulebook
from tests.circumstances.made_up import fact, found
from tests.rulebook.folders import CIRCUMSTANCES as SAMPLE
from tests.rulebook.folders import PROCEDURE, make_folder

_NEVER = "    source: {cite: 样本清单第2号, verified: true}\n    reason: {zh: 不适用, en: not applied}"


def _facts(*facts: str) -> dict[str, Any]:
    return {
        "vocabulary.yaml": ("  months:\n    type: count\n", "".join(facts) + "  months:\n    type: count\n")
    }


def _circumstance(keys: str) -> dict[str, Any]:
    return {SAMPLE: ("circumstances:\n", "circumstances:\n" + found("new", "lighter", keys))}


def _always(entry: str) -> dict[str, Any]:
    return {SAMPLE: ("circumstances:\n", f"always:\n  - {entry}\ncircumstances:\n")}


def _limitation(keys: str) -> dict[str, Any]:
    entry = f"  - {{years: 2, from: conduct_to, until: [filed_on], {keys}, article: 第六条, warning: {{zh: 过期, en: lapsed}}}}\n"
    return {PROCEDURE: ("duties:\n", f"limitations:\n{entry}duties:\n")}


_SHARE = "{share: {of: workers, in: months}}"
BAD: dict[str, tuple[str, dict[str, Any]]] = {
    "two-ways": (
        "derived-one-way",
        _facts(fact("new", derived="{age: {at: conduct_to}, days: {from: filed_on, to: decided_on}}")),
    ),
    "no-way": (
        "derived-one-way",
        _facts(fact("new", derived="{source: {cite: 样本第1号, verified: true}}")),
    ),
    "age-of-money": ("derived-type", _facts(fact("new", "money", "{age: {at: conduct_to}}"))),
    "before-as-count": (
        "derived-type",
        _facts(fact("new", derived="{before: {day: paid_on, limit: decided_on}}")),
    ),
    "share-as-count": ("derived-type", _facts(fact("new", derived=_SHARE))),
    "derived-and-spells": (
        "derived-twice",
        _facts(fact("new", derived="{age: {at: conduct_to}}", more="    spells: {unit: days}\n")),
    ),
    "within-two-units": (
        "derived-within",
        _facts(
            fact(
                "new",
                derived="{prior_penalties: {within: {months: 6, days: 3}, until: conduct_to}}",
            )
        ),
    ),
    "share-of-what": ("share-not-derived", _facts(fact("new", "share"))),
    "share-of-money": (
        "share-of-counts",
        _facts(fact("new", "share", "{share: {of: gain, in: months}}")),
    ),
    "share-of-nobody": ("unknown-fact", _facts(fact("new", "share", "{share: {of: workers, in: staf}}"))),
    "share-of-elevenths": (
        "share-too-fine",
        {**_facts(fact("new_share", "share", _SHARE)), **_circumstance("when: {new_share: {above: 1/11}}")},
    ),
    "share-in-words": (
        "not-a-share",
        {**_facts(fact("new_share", "share", _SHARE)), **_circumstance("when: {new_share: {above: ten}}")},
    ),
    "establishes-nothing": ("unknown-fact", _limitation("establishes: lapsed")),
    "establishes-a-count": ("establishes-computed", _limitation("establishes: workers")),
    "shorter-not-longer": (
        "extended-shorter",
        _limitation("extended: {years: 2, when: {refused: true}}"),
    ),
    "always-nothing": ("always-one-of", _always("{article: 第七条, text: 应当。}")),
    "always-both": (
        "always-one-of",
        _always("{order: cease, confiscate: gain, article: 第七条, text: 应当。}"),
    ),
    "always-a-count": ("fact-type", _always("{confiscate: workers, article: 第七条, text: 应当。}")),
    "always-an-unknown-order": ("unknown-order", _always("{order: ceese, article: 第七条, text: 应当。}")),
    "beside-an-unknown-order": (
        "unknown-order",
        _always("{confiscate: gain, not_beside: [ceese], article: 第七条, text: 应当。}"),
    ),
    "for-an-unknown-violation": ("circumstance-violation", _circumstance("violations: [sample-violatoin]")),
    "never-for-an-unknown-violation": (
        "circumstance-violation",
        _circumstance(f"never_for:\n  - violations: [sample-violatoin]\n{_NEVER}"),
    ),
    "for-nothing": (
        "circumstance-shuts-itself-out",
        _circumstance(
            f"violations: [sample-violation]\nnever_for:\n  - violations: [sample-violation]\n{_NEVER}"
        ),
    ),
    "requires-an-unknown-fact": ("unknown-fact", _circumstance("requires: {worker: 3}")),
    "requires-itself": ("contradicts-itself", _circumstance("requires: {circumstance: new}")),
    "advice-on-an-unknown-fact": (
        "unknown-fact",
        _circumstance(
            "warn_when:\n  - when: {worker: 3}\n    text: {zh: 注意, en: note}\n"
            "    source: {cite: 样本第1号, verified: true}"
        ),
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_each_mistake_is_found(tmp_path: Path, name: str) -> None:
    code, changes = BAD[name]
    _, findings = check_rulebook(make_folder(tmp_path, changes))
    assert [item.code for item in findings] == [code], [item.render() for item in findings]
    assert all(item.place is not None and item.place.line > 1 for item in findings)
    for lang in ("zh", "en"):
        text = findings[0].render(lang)  # type: ignore[arg-type]
        assert "{" not in text.replace("{months: 12}", "").replace("{share: {of: …, in: …}}", "")


def test_every_mistake_has_a_test() -> None:
    assert set(_RULES) <= {code for code, _ in BAD.values()}


def test_a_text_with_its_place(tmp_path: Path) -> None:
    _, changes = BAD["for-an-unknown-violation"]
    _, (finding,) = check_rulebook(make_folder(tmp_path, changes))
    assert finding.render("en") == (
        "rules/circumstances/sample.yaml:6:9: error[circumstance-violation]: the catalogue has no violation "
        "'sample-violatoin'. Did you mean 'sample-violation'? Rename it."
    )
    assert finding.render("zh") == (
        "rules/circumstances/sample.yaml:6:9: error[circumstance-violation]: 违法行为目录中没有“sample-violatoin”。"
        "是否指“sample-violation”？请改名。"
    )


@pytest.mark.parametrize("code", CIRCUMSTANCES)
def test_both_languages_take_the_same_values(code: str) -> None:
    import string

    zh, en = CIRCUMSTANCES[code]
    names = [{name for _, name, _, _ in string.Formatter().parse(text) if name} for text in (zh, en)]
    assert names[0] == names[1]
    assert "  " not in zh + en
    assert Message(code, dict.fromkeys(names[0], "x")).text("zh") != ""
