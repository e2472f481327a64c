"""What an explanation leaves out, or says with a reservation: nothing is told that the case does not bear."""

from __future__ import annotations

from typing import Any

import pytest

from penalty_engine import Case
from penalty_engine.reasons.explain import explain_assessment
from tests.engine.cases import act, case
from tests.reasons.test_explain import NATIVE, walked

FACTS_OF_CHILD = {
    "child_months": 1,
    "toxic_workplace": False,
    "unregistered_unit": False,
    "serious": False,
    "illegal_gain": 0,
    "failed_to_correct": False,
}


def told(stated: dict[str, Any], lang: str = "zh") -> list[str]:
    """Every sentence, with its basis."""
    read = Case.parse(stated)
    found = explain_assessment(NATIVE.rulebook, read, NATIVE.assess(read))
    return [item.told(lang) for item in walked(found.sentences)]


def _obstructed(*circumstances: str, **days: str) -> dict[str, Any]:
    stated = case(act("labour-inspection-regulation/30.1a", *circumstances), **{"to": "2024-06-01", **days})
    return {**stated, "elections": {}}


def _has(sentences: list[str], part: str) -> bool:
    return any(part in item for item in sentences)


def test_a_clause_whose_text_is_not_held_is_not_to_be_referred() -> None:
    stated = case({"violation": "child-labour", "facts": FACTS_OF_CHILD}, to="2024-08-01")
    assert not _has(told(stated), "处罚权属于")
    assert not _has(told(stated, "en"), "the power lies with")


def test_the_law_of_the_last_day_is_the_rule_of_the_project() -> None:
    lasting = told(case(act("labour-law/101"), to="2024-06-01", conduct_from="2024-05-01"))
    sentence = next(item for item in lasting if "持续到" in item)
    assert "本系统的规则" in sentence
    assert "第三十七条" not in sentence


def test_a_provision_is_not_cited_for_a_decision_before_it_was_in_force() -> None:
    before = told(case(act("labour-law/101"), to="2018-06-01", decided_on="2018-09-01"))
    assert next(item for item in before if "适用当日施行的规定" in item).endswith("适用当日施行的规定。")
    later = told(case(act("labour-law/101"), to="2022-06-01", decided_on="2022-09-01"))
    assert _has(later, "适用当日施行的规定（行政处罚法第三十七条）。")


def test_a_sum_under_a_threshold_not_verified_is_told_with_that_reservation() -> None:
    sentences = told(_obstructed())
    assert _has(sentences, "没有达到隆尧县人力资源和社会保障局暂用的较大数额标准（10,000 元，未核实）。")
    assert (
        "按暂用的较大数额标准，不必告知听证权利；标准没有核实，数额接近的，以告知听证权利为宜。" in sentences
    )
    assert "不必告知听证权利。" not in sentences


def test_nothing_is_weighed_where_no_penalty_is_imposed() -> None:
    exempt = told(case(act("labour-inspection-regulation/30.1a", "no-fault"), to="2024-06-01"))
    fined = {**act("labour-inspection-regulation/30.1a", "harm-removed"), "already_fined": {"by": "某机关"}}
    for sentences in (exempt, told(case(fined, to="2024-06-01"))):
        assert not _has(sentences, "档次为")
        assert not _has(sentences, "建议取")
    assert not _has(told(case(fined, to="2024-06-01")), "计入裁量")


def test_no_tier_is_told_before_a_penalty_that_is_mitigated() -> None:
    stated = _obstructed("harm-removed", "evidence-destroyed", "repeat-violation")
    assert _has(told(stated), "档次为“情节较重”")
    stated["elections"] = {"mitigate": True}
    sentences = told(stated)
    assert not _has(sentences, "档次为")
    assert "对当事人，承办人员决定减轻处罚，低于法定下限 2,000 元：0–2,000 元（不含两端）。" in sentences


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_duties_that_hang_on_a_finding_are_told_as_not_found(lang: str) -> None:
    sentences = told(_obstructed(), lang)
    assert not _has(sentences, "不必移送")
    assert not _has(sentences, "不必公布")
    expected = {
        "zh": (
            "案件没有认定涉嫌犯罪，未列移送司法机关。",
            "没有认定应当公布的情形。",
            "不适用简易程序（不当场处罚）。",
        ),
        "en": (
            "No crime is indicated in the case; transfer is not listed.",
            "Nothing that calls for publication was found.",
            "The on-the-spot procedure does not apply.",
        ),
    }
    assert set(expected[lang]) <= set(sentences)


def test_gravest_circumstances_are_called_as_in_the_vocabulary() -> None:
    from penalty_engine.messages import Message

    text = Message("explain-counts-gravest", {"lighter": 0, "heavier": 2, "gravest": 1}).text("zh")
    assert "其中特别恶劣的 1 个" in text
    assert NATIVE.rulebook.vocabulary.facts["gravest_circumstances"].label.zh.startswith("特别恶劣")


def test_an_element_is_cited_as_provisions_are() -> None:
    found = NATIVE.assess(_obstructed("obstruction"))
    why = found.acts[0].circumstances[0].why_not
    assert why is not None
    assert why.text("zh") == "已是《劳动保障监察条例》第三十条第一款第（一）项的构成要件，不重复评价"


@pytest.mark.parametrize("gain", [0, 20000])
def test_only_a_gain_that_there_is_must_be_dealt_with(gain: int) -> None:
    stated = {"violation": "child-labour", "facts": {**FACTS_OF_CHILD, "illegal_gain": gain}}
    sentences = told(case(stated, to="2020-08-01"))
    assert _has(sentences, "没有用于计算")
    assert _has(sentences, "请另行决定如何处理") == bool(gain)


def test_a_limitation_names_its_basis_before_what_it_says() -> None:
    days = {"to": "2022-03-01", "filed_on": "2024-06-05", "decided_on": "2024-07-01"}
    sentences = told(case(act("labour-inspection-regulation/30.1a"), **days))
    assert not _has(sentences, "。（")
