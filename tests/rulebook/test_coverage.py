"""The page on what the rules cover: what it says, that docs/ holds it as the rules have it, and that nothing is missing.

`penalty rules coverage --lang en --force --out docs/coverage.md` and the same with zh and docs/coverage.zh-CN.md make the
pages anew.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pytest

from penalty_engine.coverage import Difference, coverage_page, first_difference
from penalty_engine.diagnostics import Lang
from penalty_engine.rulebook import load_rulebook
from penalty_engine.rulebook.records import Rulebook
from tests.cli.running import run
from tests.conftest import ROOT, RULES

PAGES: Mapping[Lang, str] = {"en": "docs/coverage.md", "zh": "docs/coverage.zh-CN.md"}
REGISTER = ROOT.parent / "shared" / "register" / "register.txt"

SMALL = {
    "vocabulary.yaml": """
schema: 1
facts:
  failed_to_correct:
    type: boolean
    label: {zh: 逾期不改正, en: order not obeyed}
    question: {zh: 是否逾期不改正？, en: Was the order not obeyed?}
    words: [逾期不改正]
orders:
  correct: {zh: 责令改正, en: order to correct}
licences: {}
bodies:
  office: {zh: 甲部门, en: first authority}
  police: {zh: 公安机关, en: police}
""",
    "violations.yaml": """
schema: 1
violations:
  - {id: small-violation, name: {zh: 小违法, en: small violation}}
  - {id: other-violation, name: {zh: 别的违法, en: other violation}}
  - {id: bare-violation, name: {zh: 没有罚则的违法, en: violation without a clause}}
""",
    "statutes/small-law/2020-01-01.yaml": """
schema: 1
statute:
  id: small-law
  title: {zh: 示例小法, short: 小法, en: Small Law}
  rank: law
  jurisdiction: national
  power: [office, police]
  in_force: {from: 2020-01-01, to: 2021-12-31, verified: false, reason: {zh: 末日未读到, en: the last day was not read}}
  source: {cite: 2019年示例, verified: false, reason: {zh: 一个来源, en: one source}}
clauses:
  - id: "1"
    article: 第一条
    violation: small-violation
    not_obtained: {zh: 第一条未取得, en: article 1 was not obtained}
""",
    "statutes/small-law/2022-01-01.yaml": """
schema: 1
statute:
  id: small-law
  title: {zh: 示例小法, short: 小法, en: Small Law}
  rank: law
  jurisdiction: national
  power: office
  in_force: {from: 2022-01-01}
  source: {cite: 2021年示例, verified: true}
clauses:
  - id: "1"
    article: 第一条
    violation: small-violation
    text: 小违法的，责令限期改正；逾期不改正的，处一千元以上五千元以下罚款。
    orders: [{correct: 责令限期改正}]
    entry: {failed_to_correct: true}
    outcomes:
      - fine: {at_least: 1000, at_most: 5000}
    examples:
      - {facts: {failed_to_correct: true}, fine: [1000, 5000]}
""",
    "statutes/old-rules/undated.yaml": """
schema: 1
statute:
  id: old-rules
  title: {zh: 示例旧规, short: 旧规, en: Old Rules}
  rank: administrative_regulation
  jurisdiction: national
  power: police
  in_force: {from: unknown}
  source: {cite: 1999年示例, verified: true}
clauses:
  - id: "2"
    article: 第二条
    violation: [small-violation, other-violation]
    text: 小违法的，责令改正。
    orders: [correct]
    outcomes:
      - note: {zh: 没有罚款, en: no fine}
    examples:
      - {facts: {}, status: no-fine, fine: null}
""",
    "conflicts.yaml": """
schema: 1
conflicts:
  - id: small-over-old
    prevails: small-law/1
    over: [old-rules/2]
    ground: higher-rank
    reason: {zh: 法律 | 法规, en: law | regulation}
    confirm: true
""",
    "registers/office.yaml": """
schema: 1
title: {zh: 甲登记表, en: First register}
source: {cite: 2020年示例登记表, verified: true}
groups:
  - id: filing
    name: {zh: 立案标准, en: filing categories}
    items:
      - {id: filing-1, place: 立案标准（一）, text: (一)小<违法>的；, violations: [small-violation]}
      - {id: filing-2, place: 立案标准（二）, text: (二)说不清的；, note: {zh: 没有对应的罚则, en: nothing corresponds}}
""",
    "coverage.yaml": """
schema: 1
groups:
  - name: {zh: 有罚款的条款, en: Provisions with a fine}
    provisions:
      - {row: S-1, provision: 《小法》第一条, clauses: [small-law/1]}
      - {row: S-3, provision: 《小法》第三条, why: {zh: 民事责任, en: civil liability}}
not_obtained:
  - title: 小法
    missing: {zh: 旧文本, en: the old text}
    supply: {zh: 官方文本, en: the official text}
    file: rules/statutes/small-law/2020-01-01.yaml
""",
}


def _small(parent: Path, name: str = "rules", **changes: str) -> Path:
    folder = parent / name
    for file, text in {**SMALL, **changes}.items():
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        (folder / file).write_text(text.lstrip("\n"), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _small(tmp_path_factory.mktemp("small"))


@pytest.fixture(scope="module")
def book() -> Rulebook:
    return load_rulebook(RULES)


def _part(page: str, number: int) -> list[str]:
    """The lines of one part, without its heading and empty lines."""
    parts = re.split(r"^## .*$", page, flags=re.MULTILINE)
    return [line for line in parts[number].split("\n") if line]


# --- what the page says -----------------------------------------------------------------------------------------------


def test_counts_and_files(small: Path) -> None:
    lines = _part(coverage_page(load_rulebook(small), "en"), 1)
    counts = {line.split(" | ")[0].strip("| "): line.split(" | ")[-1].strip("| ") for line in lines[2:]}
    assert counts["statutes"] == "2"
    assert counts["their versions (files)"] == "3"
    assert counts["clauses"] == "2"
    assert counts["examples of the clauses (each is a test)"] == "2"
    assert counts["violations"] == "3"
    assert counts["items of the register"] == "2"
    assert counts["of these without a fine, ending in an order or the like"] == "1"
    assert counts["provisions encoded"] == counts["provisions left out with a reason"] == "1"
    assert counts["clauses not listed in part 3"] == "1"
    assert counts["of these to be confirmed"] == "1"
    assert counts["texts not obtained (rows of part 6)"] == "1"
    assert "| Small Law | from 2022-01-01 | 1 | `rules/statutes/small-law/2022-01-01.yaml` |" in lines


def test_from_the_register_to_the_clauses(small: Path) -> None:
    assert _part(coverage_page(load_rulebook(small), "zh"), 2) == [
        "**甲登记表**",
        "### 立案标准",
        "#### 立案标准（一） `filing-1`",
        "> (一)小&lt;违法>的；",
        "- **小违法** `small-violation`（竞合：`small-over-old`）",
        "  - 旧规第二条 `old-rules/2`；日期不详；处罚权：公安机关；责令改正、本条没有罚款",
        "  - 小法第一条 `small-law/1`；2020-01-01至2021-12-31（条文未取得、日期未核实）；2022-01-01起；"
        "处罚权：甲部门；责令限期改正、罚款",
        "#### 立案标准（二） `filing-2`",
        "> (二)说不清的；",
        "说明：没有对应的罚则",
        "### 登记事项没有提到的违法行为",
        "- **别的违法** `other-violation`",
        "  - 旧规第二条 `old-rules/2`；日期不详；处罚权：公安机关；责令改正、本条没有罚款",
        "- **没有罚则的违法** `bare-violation`",
        "  - 没有罚则。",
    ]


def test_provisions_clauses_left_over_conflicts_and_gaps(small: Path) -> None:
    page = coverage_page(load_rulebook(small), "en")
    assert _part(page, 3)[-2:] == [
        "| S-1 | 《小法》第一条 | `small-law/1` |  |",
        "| S-3 | 《小法》第三条 |  | civil liability |",
    ]
    assert _part(page, 4) == [
        "- Old Rules, 第二条 `old-rules/2`; dates unknown; power: police; order to correct, no fine in this clause"
    ]
    assert _part(page, 5)[-1] == (
        "| `small-over-old` | Small Law, 第一条 `small-law/1` is applied, not Old Rules, 第二条 `old-rules/2` | "
        "higher rank | **to be confirmed** law \\| regulation |"
    )
    assert (
        "| 小法 | the old text | the official text | `rules/statutes/small-law/2020-01-01.yaml` |"
        in _part(page, 6)
    )
    assert _part(page, 6)[-1] == (
        "| Small Law | 2020-01-01 to 2021-12-31 | `small-law/1` | `rules/statutes/small-law/2020-01-01.yaml` |"
    )
    assert _part(page, 7)[2:] == [
        "| Small Law (2020-01-01 to 2021-12-31) | dates unverified | the last day was not read |"
    ]


def test_the_power_of_the_authority_itself(book: Rulebook) -> None:
    page = coverage_page(book, "zh")
    assert "本机关指隆尧县人力资源和社会保障局（人力资源社会保障行政部门）。" in page
    assert "处罚权：本机关；" in page


def test_a_clause_with_a_source_of_its_own(tmp_path: Path) -> None:
    name = "statutes/small-law/2022-01-01.yaml"
    own = "    source: {cite: 2023年抄件, verified: false, reason: {zh: 抄件, en: a copy}}\n    text:"
    folder = _small(tmp_path, **{name: SMALL[name].replace("    text:", own)})
    assert "| Small Law (from 2022-01-01) (`small-law/1`) | text unverified | a copy |" in coverage_page(
        load_rulebook(folder), "en"
    )


def test_empty_rules_have_an_empty_page(tmp_path: Path) -> None:
    folder = _small(tmp_path)
    for name in ("conflicts.yaml", "coverage.yaml", "registers/office.yaml"):
        (folder / name).unlink()
    page = coverage_page(load_rulebook(folder), "en")
    for part in (2, 3, 5):
        assert _part(page, part) == ["None."]


def test_neither_the_folder_nor_its_name_matters(tmp_path: Path, small: Path) -> None:
    elsewhere = _small(tmp_path, "my-rules")
    for lang in PAGES:
        page = coverage_page(load_rulebook(elsewhere), lang)
        assert page == coverage_page(load_rulebook(small), lang)
        assert str(tmp_path) not in page
        assert "my-rules" not in page


# --- the command ------------------------------------------------------------------------------------------------------


def test_the_page_is_printed_in_chinese_unless_asked(small: Path) -> None:
    book = load_rulebook(small)
    assert run("rules", "coverage", str(small)).out == coverage_page(book, "zh")
    assert run("rules", "coverage", "--rules", str(small), "--lang", "en").out == coverage_page(book, "en")


def test_written_and_compared(tmp_path: Path, small: Path) -> None:
    file = tmp_path / "coverage.md"
    options = ("rules", "coverage", str(small), "--lang", "en")
    assert run(*options, "--out", str(file)).code == 0
    assert file.read_text(encoding="utf-8") == coverage_page(load_rulebook(small), "en")
    assert run(*options, "--out", str(file)).code == 2  # never over a file unasked
    assert run(*options, "--out", str(file), "--force").code == 0
    same = run(*options, "--check", str(file))
    assert (same.code, same.out) == (0, f"{file} agrees with the rules.\n")


@pytest.mark.parametrize("lang", PAGES)
def test_a_difference_is_named_by_its_first_line(tmp_path: Path, small: Path, lang: Lang) -> None:
    file = tmp_path / "coverage.md"
    lines = coverage_page(load_rulebook(small), lang).split("\n")
    file.write_text("\n".join([*lines[:4], "x", *lines[5:]]), encoding="utf-8")
    found = run("rules", "coverage", str(small), "--lang", lang, "--check", str(file))
    again = f"penalty rules coverage {small} --lang {lang} --force --out {file}"
    told = {
        "en": f"Error: {file} does not agree with the rules, from line 5 on:\n  file:  x\n  rules: {lines[4]}\n"
        f"Make it anew with: {again}\n",
        "zh": f"错误：{file} 与规则不一致，从第 5 行起：\n  文件：x\n  规则：{lines[4]}\n请用 {again} 重新生成。\n",
    }
    assert (found.code, found.out, found.err) == (2, "", told[lang])


def test_a_file_that_ends_too_early_or_is_not_there(tmp_path: Path, small: Path) -> None:
    file = tmp_path / "coverage.md"
    file.write_text("# Coverage of the penalty law\n", encoding="utf-8")
    found = run("rules", "coverage", str(small), "--lang", "en", "--check", str(file))
    assert found.code == 2
    assert "from line 2 on:\n  file:  (no such line)\n  rules: \n" in found.err
    missing = run("rules", "coverage", str(small), "--lang", "en", "--check", str(tmp_path / "none.md"))
    assert missing.code == 2
    assert "none.md cannot be read." in missing.err


def test_either_check_or_out(tmp_path: Path) -> None:
    found = run("rules", "coverage", "--lang", "en", "--check", "a.md", "--out", str(tmp_path / "b.md"))
    assert found.code == 2
    assert found.err.startswith("Error: --check only compares and --out writes: give one of them.\n")


@pytest.mark.parametrize(
    ("found", "expected", "difference"),
    [
        ("a\nb\n", "a\nb\n", None),
        ("a\r\nb\r\n", "a\nb\n", None),
        ("a\n", "a\nb\n", Difference(2, None, "b")),
        ("a\nb\nc\n", "a\nb\n", Difference(3, "c", None)),
        ("a\nx\nc\n", "a\nb\nd\n", Difference(2, "x", "b")),
    ],
)
def test_first_difference(found: str, expected: str, difference: Difference | None) -> None:
    assert first_difference(found, expected) == difference


# --- the shipped rules ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", PAGES)
def test_the_page_in_docs_is_that_of_the_rules(book: Rulebook, lang: Lang) -> None:
    found = (ROOT / PAGES[lang]).read_text(encoding="utf-8")
    difference = first_difference(found, coverage_page(book, lang))
    again = f"penalty rules coverage --lang {lang} --force --out {PAGES[lang]}"
    assert difference is None, (
        f"{PAGES[lang]} differs from the rules: {difference}. Make it anew with: {again}"
    )


def test_every_clause_is_listed_and_every_row_once(book: Rulebook) -> None:
    listed = {key for item in book.covered for key in item.clauses}
    assert sorted(set(book.clauses) - listed) == []
    assert [row for row, count in Counter(item.row for item in book.covered).items() if count > 1] == []


def test_every_item_of_the_register_is_there(book: Rulebook) -> None:
    numbers = Counter(item.group.en for item in book.register)
    assert numbers["categories in which a case is filed"] == 13
    assert numbers["inspection of HR service agencies"] == 8
    assert numbers["inspection of labour dispatch"] == 6
    assert numbers["inspection of designated medical institutions"] == 3
    assert numbers["inspection of designated pharmacies"] == 3
    assert numbers["penalties for HR service agencies as the register quotes them"] == 12
    assert len({item.id for item in book.register}) == len({item.where for item in book.register})


def test_every_item_leads_to_a_clause_and_every_violation_is_reached(book: Rulebook) -> None:
    assert [item.id for item in book.register if not any(map(book.by_violation.get, item.violations))] == []
    reached = {name for item in book.register for name in item.violations}
    assert sorted(set(book.violations) - reached) == []


def test_whatever_has_no_fine_says_so(book: Rulebook) -> None:
    def fined(name: str) -> bool:
        clauses = (clause for key in book.by_violation.get(name, ()) for clause in book.clauses[key])
        return any(outcome.fines for clause in clauses for outcome in clause.outcomes)

    bare = [item for item in book.register if not any(map(fined, item.violations))]
    assert [item.id for item in bare if item.note is None] == []


def test_every_version_without_a_text_is_asked_for(book: Rulebook) -> None:
    asked = {item.file for item in book.not_obtained}
    versions = [
        clause for found in book.clauses.values() for clause in found if clause.not_obtained is not None
    ]
    files = {f"rules/{clause.place.file.partition('/')[2]}" for clause in versions}
    assert sorted(files - asked) == []
    assert len(asked) == len(book.not_obtained)
    for file in asked:
        assert re.fullmatch(
            r"rules/(statutes/[a-z-]+|procedure|benchmarks|authorities)/[a-z0-9-]+\.yaml", file
        )


def test_the_register_is_quoted_word_for_word(book: Rulebook) -> None:
    assert all(item.text == item.text.strip() and "\n" not in item.text for item in book.register)
    if REGISTER.is_file():
        source = REGISTER.read_text(encoding="utf-8")
        assert [item.id for item in book.register if item.text not in source] == []
