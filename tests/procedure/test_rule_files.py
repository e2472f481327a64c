"""What may stand in the files of procedure and of authorities, and what is said where it is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from penalty_engine import Engine, RulebookError
from penalty_engine.rulebook import check_rulebook
from tests.conftest import ROOT, RULES
from tests.engine.cases import act, case
from tests.rulebook.folders import AUTHORITY, PROCEDURE, Change, clause, clauses, engine_with, make_folder

PAYMENT = "from: served_on, length: {days: 15}, only_with: fine}"
LARGER = """  larger_amount:
    individual: 1000
    sole_trader: 1000
    organization: 10000
    source: {cite: 样本第1号, verified: true}
"""
AMOUNTS = """schema: 1
statute: {zh: 各地标准, en: amounts}
in_force: {from: unknown}
source: {cite: 样本第3号, verified: true}
larger_amounts:
  - id: city
    name: {zh: 某市, en: a city}
    serves: hearing
    individual: 500
    organization: 5000
    source: {cite: 样本第4号, verified: false, reason: {zh: 未见原文, en: text not seen}}
  - id: review
    name: {zh: 某市审核, en: reviews of a city}
    serves: legal_review
    individual: 1
    organization: 1
    source: {cite: 样本第5号, verified: true}
"""


def _limit(text: str) -> dict[str, Change]:
    """One more time limit in the file of procedure."""
    return {PROCEDURE: ("only_with: fine}", f"only_with: fine}}\n  - {{id: more, {text}}}")}


NAMED = "article: 第六条, name: {zh: 甲, en: a}"


@pytest.mark.parametrize(
    ("changes", "codes", "text"),
    [
        (
            _limit(f"{NAMED}, length: {{days: 1}}"),
            ["limit-one-start"],
            "the limit 'more' runs from a day (from) or from the end of another limit (after): write exactly one of the two.",
        ),
        (
            _limit(f"{NAMED}, from: served_on, after: payment, length: {{days: 1}}"),
            ["limit-one-start"],
            None,
        ),
        (
            _limit(f"{NAMED}, from: served_on, and_after: payment, length: {{days: 1}}"),
            ["limit-and-after-alone"],
            "the limit 'more' has 'and_after' without 'after'. Write both, or 'after' alone.",
        ),
        (
            _limit(f"{NAMED}, from: served_on, else_after: payment, length: {{days: 1}}"),
            ["limit-else-after-alone"],
            "the limit 'more' has 'else_after' without 'after'. Write both, or 'after' alone.",
        ),
        (
            _limit(f"{NAMED}, after: payment, else_after: paymnt, length: {{days: 1}}"),
            ["unknown-time-limit"],
            None,
        ),
        (
            _limit(f"{NAMED}, after: payment, and_after: reminnder, length: {{days: 1}}"),
            ["unknown-time-limit"],
            "the limit 'more' comes after 'reminnder', which does not exist.",
        ),
        (
            _limit(f"{NAMED}, after: payment, and_after: more, length: {{days: 1}}"),
            ["time-limit-circle"],
            None,
        ),
        (
            {
                AUTHORITY: (
                    LARGER,
                    f"{LARGER}  sources: {{cout: {{cite: 样本第6号, verified: true}}}}\n",
                )
            },
            ["unknown-key"],
            "there is no key 'cout'. Did you mean 'court'? Rename or remove it.",
        ),
        (
            _limit(f"{NAMED}, from: served_on"),
            ["limit-one-length"],
            "the limit 'more' has a length or a surcharge: write exactly one of the two.",
        ),
        (
            _limit(
                f"{NAMED}, after: payment, length: {{days: 1}}, "
                "surcharge: {daily: 3/100, at_most: 1, until: fine_paid_on}"
            ),
            ["limit-one-length"],
            None,
        ),
        (
            _limit(f"{NAMED}, after: payment, surcharge: {{daily: 0, at_most: 1, until: fine_paid_on}}"),
            ["surcharge-of-nothing"],
            "the daily share of the limit 'more' cannot be 0. Write the one of the provision.",
        ),
        (
            _limit(
                f"{NAMED}, from: filed_on, length: {{days: 60}}, "
                "extension: {approved: extension_approved_on, length: {working_days: 30}}"
            ),
            ["extension-unit"],
            "the extension of the limit 'more' must be in the unit of the limit itself (days). Correct it.",
        ),
        (
            _limit(f"{NAMED}, after: paymnt, length: {{days: 1}}"),
            ["unknown-time-limit"],
            "the limit 'more' comes after 'paymnt', which does not exist. Did you mean 'payment'? "
            "Rename it, or add that limit.",
        ),
        (
            _limit(f"{NAMED}, after: more, length: {{days: 1}}"),
            ["time-limit-circle"],
            "the limit 'more' leads back to itself and could never begin. Correct its 'after'.",
        ),
        (
            {PROCEDURE: ("only_with: fine}", "only_with: fine}\n  - {id: payment, " + f"{NAMED}, {PAYMENT}")},
            ["duplicate-id"],
            None,
        ),
        (
            {AUTHORITY: (LARGER, f"{LARGER}  time_limits:\n    - {{id: payment, {NAMED}, {PAYMENT}\n")},
            ["duplicate-id"],
            "the id 'payment' is used twice. Rename or remove one.",
        ),
        (
            {AUTHORITY: (LARGER, "  larger_amount: citi\n"), "procedure/amounts.yaml": AMOUNTS},
            ["unknown-larger-amount"],
            "there is no larger amount 'citi'. Did you mean 'city'? Rename it, add it to larger_amounts in the folder "
            "procedure, or write the figures.",
        ),
        (
            {AUTHORITY: (LARGER, "  larger_amount: review\n"), "procedure/amounts.yaml": AMOUNTS},
            ["larger-amount-not-for-hearings"],
            "'review' is not a larger amount for hearings (it serves legal_review). Name another, or write the figures.",
        ),
        (
            {AUTHORITY: ("    organization: 10000\n", "")},
            ["missing-key"],
            None,
        ),
        (
            {
                PROCEDURE: (
                    "time_limits:",
                    "      - {code: named, when: {penalty_imposed: true}, violations: [sampel-violation], "
                    "article: 第六条, text: {zh: 甲, en: a}}\ntime_limits:",
                )
            },
            ["unknown-violation"],
            None,
        ),
    ],
)
def test_findings(tmp_path: Path, changes: dict[str, Change], codes: list[str], text: str | None) -> None:
    folder = make_folder(tmp_path, changes)
    found = check_rulebook(folder)[1]
    assert [item.code for item in found] == codes
    for lang in ("zh", "en"):
        assert all(str(item.place).count(":") == 2 for item in found), [item.render(lang) for item in found]
    if text is not None:
        assert text in found[0].render("en")
    with pytest.raises(RulebookError):
        Engine.load(folder)


# --- larger amounts ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("party", "amount", "larger"),
    [
        ("organization", "4999.99", False),
        ("organization", "5000", True),
        ("individual", "499.99", False),
        ("individual", "500", True),
        ("sole_trader", "499.99", False),  # as an individual, where nothing else is said
        ("sole_trader", "500", True),
    ],
)
def test_an_authority_names_a_figure(tmp_path: Path, party: str, amount: str, larger: bool) -> None:
    engine = engine_with(
        tmp_path,
        statute=clauses(clause("- fine: {times: gain, exactly: 1}", "处一倍罚款。")),
        authority=(LARGER, "  larger_amount: city\n"),
        **{"procedure/amounts.yaml": AMOUNTS},
    )
    stated = case(act("sample-law/1", gain=amount), authority="office", to="2020-06-01", party=party)
    found = engine.assess(stated)
    assert found.procedure.hearing.required is larger
    told = [item.text("en") for item in found.warnings if item.code == "unverified-law"]
    assert told == ["Not verified: the figure of a larger amount (样本第4号). text not seen"]


def test_the_figures_that_were_read(native: Engine) -> None:
    found = {
        item.id: (item.serves, item.amounts["individual"], item.amounts["organization"])
        for item in native.rulebook.larger_amounts.values()
    }
    assert found == {  # in fen
        "shijiazhuang-2000": ("hearing", 50_000, 500_000),
        "shijiazhuang-2000-business": ("hearing", 100_000, 1_000_000),
        "xingtai-2009-legal-review": ("legal_review", 50_000, 500_000),
        "henan-2021": ("hearing", 500_000, 5_000_000),
        "hunan-hrss": ("hearing", 100_000, 2_000_000),
        "zhengzhou-1999-no-gain": ("hearing", 100_000, 1_000_000),
        "zhengzhou-1999-with-gain": ("hearing", 100_000, 3_000_000),
        "work-safety": ("hearing", 1_000_000, 3_000_000),
    }
    assert not any(item.source.verified for item in native.rulebook.larger_amounts.values())
    own = native.rulebook.authorities["longyao-hrss"]
    assert dict(own.larger_amount) == {
        "individual": 100_000,
        "sole_trader": 100_000,
        "organization": 1_000_000,
    }
    assert own.larger_amount_source.verified is False


def test_each_figure_can_be_named(native: Engine, tmp_path: Path) -> None:
    shipped = (RULES / "procedure" / "larger-amounts.yaml").read_text(encoding="utf-8")
    for name, item in native.rulebook.larger_amounts.items():
        if item.serves != "hearing":
            continue
        change: dict[str, Change] = {"procedure/larger-amounts.yaml": shipped}
        folder = make_folder(tmp_path / name, {**change, AUTHORITY: (LARGER, f"  larger_amount: {name}\n")})
        rulebook, findings = check_rulebook(folder)
        assert rulebook is not None, [found.render() for found in findings]
        assert rulebook.authorities["office"].larger_amount == item.amounts


def test_what_the_register_does_not_say_has_its_own_source(native: Engine) -> None:
    own = native.rulebook.authorities["longyao-hrss"]
    assert {name: source.verified for name, source in own.profile_sources.items()} == {
        "short": False,
        "area_code": False,
        "reconsideration": True,  # the law names it
        "court": False,
    }
    assert "sources" not in own.profile


# --- words of the provisions ------------------------------------------------------------------------------------------

LAW = ROOT.parent / "shared" / "law"
REGISTER = ROOT.parent / "shared" / "register" / "register.txt"
_FILES = {
    "中华人民共和国行政处罚法": "13_*.md",
    "劳动保障监察条例": "03_*.md",
    "保障农民工工资支付条例": "09_*.md",
    "中华人民共和国行政复议法": "16a_*.md",
    "中华人民共和国行政诉讼法": "16b_*.md",
    "中华人民共和国行政强制法": "16c_*.md",
}


def _letters(text: str) -> str:
    return "".join(text.split())


@pytest.mark.skipif(not LAW.is_dir(), reason="the texts of the law are not beside this folder")
def test_quotes_are_the_words_of_the_provisions(native: Engine) -> None:
    authority = native.rulebook.authorities["longyao-hrss"]
    rules = [*native.rulebook.grounds, *native.rulebook.time_limits]
    quoted = 0
    for rule in rules:
        if not rule.basis.text:
            assert not rule.basis.source.verified, rule.place  # every verified one is quoted
            continue
        text = _letters(next(LAW.glob(_FILES[rule.basis.statute.zh])).read_text(encoding="utf-8"))
        assert _letters(rule.basis.text) in text, rule.place
        quoted += 1
    assert quoted > 20
    register = _letters(REGISTER.read_text(encoding="utf-8"))
    for rule in (*authority.grounds, *authority.time_limits):
        assert rule.basis.text, rule.place
        assert _letters(rule.basis.text) in register, rule.place
