"""Finding entries of a made-up catalogue by every way to write what is meant."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from penalty_engine.rulebook import load_rulebook
from penalty_engine.rulebook.records import Rulebook
from penalty_engine.search import ALIKE, CITED, EXACT, NAMED, TEXT, TOLD, search
from penalty_engine.search.folding import fold, fold_place
from penalty_engine.search.matching import read
from penalty_engine.search.references import Reference, cited, span
from penalty_engine.search.registers import register_items
from tests.cli.found_rules import found_rules

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def rulebook(tmp_path_factory: pytest.TempPathFactory) -> Rulebook:
    return load_rulebook(found_rules(tmp_path_factory.mktemp("found")))


@pytest.mark.parametrize(
    ("words", "score", "found"),
    [
        # names, aliases, ids
        ("拖欠工资", EXACT, ["wages-unpaid"]),
        ("wages-unpaid", EXACT, ["wages-unpaid"]),
        ("WAGES unpaid", EXACT, ["wages-unpaid"]),
        ("《欠薪》", EXACT, ["wages-unpaid"]),
        ("押金", EXACT, ["deposit-taken"]),
        ("押金", NAMED, ["deposit-taken", "agency-deposit"]),
        ("黑心押金", EXACT, ["deposit-taken", "agency-deposit"]),
        ("没签劳动合同", EXACT, ["no-contract"]),
        ("未签劳动合同", EXACT, ["no-contract"]),
        ("劳动者", NAMED, ["papers-withheld", "deposit-taken"]),
        ("中介 押金", NAMED, ["agency-deposit"]),
        # articles
        ("测试合同法84条", CITED, ["papers-withheld", "deposit-taken", "agency-deposit"]),
        ("测试合同法第84条第2款", CITED, ["deposit-taken", "agency-deposit"]),
        ("《测试合同法》第八十四条第二款", CITED, ["deposit-taken", "agency-deposit"]),
        ("测试合同法 第８４条 第１款", CITED, ["papers-withheld"]),
        ("中华人民共和国测试合同法第八十四条第一款", CITED, ["papers-withheld"]),
        ("违反测试合同法84条1款", CITED, ["papers-withheld"]),
        ("合同法84条1款", CITED, ["papers-withheld"]),
        ("第八十四条第一款", CITED, ["papers-withheld"]),
        ("Contract Act article 84.1", CITED, ["papers-withheld"]),
        ("Contract Act, art. 84(1)", CITED, ["papers-withheld"]),
        ("测试合同法第九条", CITED, ["deposit-taken", "papers-withheld"]),
        ("测试总法第三条", CITED, ["deposit-taken"]),
        ("测试总法第三条第一款", TEXT, []),
        ("测试合同法第七条", CITED, ["deposit-taken", "agency-deposit"]),  # what 84.2 rests on
        ("基金监督条例13条2项", CITED, ["fund-fraud"]),
        ("测试基金监督条例第十三条第（二）项", CITED, ["fund-fraud"]),
        ("364号令3条", CITED, ["wages-unpaid"]),
        ("测试合同法84条 扣身份证", NAMED, ["papers-withheld"]),
        ("测试合同法84", CITED, ["papers-withheld", "deposit-taken", "agency-deposit"]),
        ("《测试合同法》84(2)", CITED, ["deposit-taken", "agency-deposit"]),
        ("测试合同法84.1", CITED, ["papers-withheld"]),
        ("测试合同法 13条", TEXT, []),  # there is one, but of another statute
        ("84.2", CITED, ["deposit-taken", "agency-deposit"]),
        ("contract-act/84.2", CITED, ["deposit-taken", "agency-deposit"]),
        ("没有这部法84条", TEXT, []),
        # statutes
        ("测试基金监督条例", CITED, ["wages-unpaid", "fund-fraud"]),
        ("国务院令第364号", CITED, ["wages-unpaid", "fund-fraud"]),
        ("364号令", CITED, ["wages-unpaid", "fund-fraud"]),
        ("监督条例", CITED, ["wages-unpaid", "fund-fraud"]),
        # the register
        ("立案标准（二）", CITED, ["deposit-taken"]),
        ("立案标准2", CITED, ["deposit-taken"]),
        ("立案标准第二项", CITED, ["deposit-taken"]),
        ("filing-12", CITED, ["only-asked"]),
        ("立案标准十二", CITED, ["only-asked"]),
        ("立案标准（一）", CITED, ["wages-unpaid", "minimum-wage"]),
        # sentences, abbreviations, texts
        ("老板拖欠工资三个月了", TOLD, ["wages-unpaid"]),
        ("拖欠了我工资", TOLD, ["wages-unpaid"]),
        ("骗保", ALIKE, ["fund-fraud"]),
        ("孤例", TEXT, ["deposit-taken", "agency-deposit"]),
        ("张贴告示", TEXT, ["only-asked"]),
        ("工资拖欠", ALIKE, ["wages-unpaid"]),
        ("押金不退", TOLD, ["deposit-taken"]),
        # other spellings
        ("拖欠工資", EXACT, ["wages-unpaid"]),
        ("欠薪", EXACT, ["wages-unpaid"]),
        ("測試合同法第84條第1款", CITED, ["papers-withheld"]),
        ("tqgz", EXACT, ["wages-unpaid"]),
        ("TuoQian GongZi", EXACT, ["wages-unpaid"]),
        ("zuidigz", TEXT, []),
        ("zuidi", NAMED, ["minimum-wage"]),
        ("cshtf", CITED, ["deposit-taken", "papers-withheld", "no-contract"]),
        ("tqgs", ALIKE, []),
        ("tkgz", ALIKE, ["wages-unpaid"]),
        # nothing
        ("", TEXT, []),
        ("《》", TEXT, []),
        ("天气预报", TEXT, []),
        ("x", TEXT, []),
        ("条", TEXT, []),
    ],
)
def test_found(rulebook: Rulebook, words: str, score: int, found: list[str]) -> None:
    hits = [hit for hit in search(rulebook, words) if hit.score >= score]
    if score == CITED and words == "cshtf":
        assert set(found) <= {hit.violation for hit in hits}
    else:
        assert sorted(hit.violation for hit in hits) == sorted(found)


def test_better_matches_come_first(rulebook: Rulebook) -> None:
    scores = [hit.score for hit in search(rulebook, "押金")]
    assert scores == sorted(scores, reverse=True)
    assert search(rulebook, "测试合同法84条")[0].violation == "papers-withheld"


def test_the_clauses_meant_are_named(rulebook: Rulebook) -> None:
    assert [hit.clauses for hit in search(rulebook, "测试合同法第84条第2款")] == [
        ("contract-act/84.2",),
        ("contract-act/84.2",),
    ]
    assert {hit.clauses for hit in search(rulebook, "测试合同法第九条")} == {()}


def test_words_with_nothing_to_them_are_harmless(rulebook: Rulebook) -> None:
    for words in (
        "(" * 5000,
        "第条第款",
        "﷽",
        "\ud800",
        "第零条",
        "0条",
        "条" * 300,
        "a" * 300,
        "万亿条",
        "\x00",
    ):
        search(rulebook, words)


def test_the_reading_is_told(rulebook: Rulebook) -> None:
    assert read(rulebook, " 立案標準（二） ").words == "立案标准（二）"
    assert read(rulebook, "押金").words == "押金"


@pytest.mark.parametrize(
    ("words", "places"),
    [
        ("立案标准（一）", ["立案标准（一）"]),
        ("立案标准", ["立案标准（一）", "立案标准（二）", "立案标准（十二）"]),
        ("filing-2", ["立案标准（二）"]),
        ("filing categories", ["立案标准（一）", "立案标准（二）", "立案标准（十二）"]),
        ("立案标准（三）", []),
        ("立", []),
        ("", []),
    ],
)
def test_items_of_the_register(rulebook: Rulebook, words: str, places: list[str]) -> None:
    assert [item.where for item in register_items(rulebook, words)] == places


def test_folding() -> None:
    assert fold("  《劳动合同法》 第八十四条第二款 ") == "劳动合同法 84条2款"
    assert fold("没有签合同") == fold("未签合同") == fold("不签合同")
    assert fold_place("立案标准（十三）") == fold_place("立案标准13") == "立案标准.13"
    assert fold_place("（一）六（二）") == "1.6.2"


def test_references() -> None:
    def of(article: int, *paragraphs: int, items: tuple[int, ...] = ()) -> Reference:
        return Reference(article, frozenset(paragraphs), frozenset(items))

    assert cited("劳动合同法第84条第2款") == ("劳动合同法", of(84, 2), "")
    assert cited("364号令6条押金") == ("364号令", of(6), "押金")
    assert cited("第二十五条第（十）项") == ("", of(25, items=(10,)), "")
    assert cited("第三十条第一款第（一）项") == ("", of(30, 1, items=(1,)), "")
    assert cited("第六十三条第（一）项至第（四）项") == ("", of(63, items=(1, 2, 3, 4)), "")
    assert cited("第六十三条第（五）项、第（六）项") == ("", of(63, items=(5, 6)), "")
    assert cited("第十条第一款、第三款") == ("", of(10, 1, 3), "")
    assert of(63, items=(5, 6)).meets(of(63, items=(6,)))
    assert not of(63, items=(5, 6)).meets(of(63, items=(4,)))
    assert of(63).meets(of(63, 2))
    assert cited("条") is None
    assert span("骗保", "骗取医疗保障") == 5
    assert span("保骗", "骗取医疗保障") is None


def test_libraries_for_spellings_are_loaded_only_where_needed() -> None:
    code = (
        "import sys; from penalty_engine import Engine\n"
        "engine = Engine.load()\n"
        "assert 'penalty_engine.search.matching' not in sys.modules\n"
        "engine.search(sys.argv[1])\n"
        "print(*sorted({'opencc', 'pypinyin'} & set(sys.modules)))"
    )

    def loaded(words: str) -> list[str]:
        done = subprocess.run(
            [sys.executable, "-c", code, words], capture_output=True, cwd=ROOT, text=True, check=True
        )
        return done.stdout.split()

    assert loaded("无证中介") == []
    assert loaded("unlicensed") == []
    assert loaded("無證中介") == ["opencc"]
    assert loaded("wzzj") == ["pypinyin"]
