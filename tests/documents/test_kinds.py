"""Measures, several persons, several clauses and payments in the papers."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest

from penalty_engine.documents import DocumentError
from tests.documents import samples
from tests.documents.reading import FORMATS, FORMS, draft, refused, text_of

WARNING = {"id": "warning", "name": "警告", "words": None, "by": None, "optional": False, "penalty": True}
BUSINESS_LICENCE = {
    "id": "revoke-business-licence",
    "name": "吊销营业执照",
    "words": "吊销其营业执照",
    "by": "market-regulator",
    "optional": False,
    "penalty": True,
}
PAYMENT = {
    "id": "additional-compensation",
    "name": "加付赔偿金",
    "to": "劳动者",
    "optional": False,
    "minimum": "7777",
    "maximum": "8888",
    "formula": "0.5–1 × 8888",
}
NAMES = {**samples.NAMES, "market-regulator": "市场监督管理部门"}
CORRECTING = "hebei-labour-market-regulation/25.1"


def written(
    form: str, case: dict[str, Any], assessment: dict[str, Any], fmt: str = "docx", **more: Any
) -> str:
    return text_of(fmt, draft(form, fmt, case, assessment, names=NAMES, **more))


def paper(document: str) -> str:
    """Without the notes for the drafter."""
    return document.split("起草提示")[0]


def with_finding(**more: Any) -> tuple[dict[str, Any], dict[str, Any]]:
    case, assessment = samples.unlicensed_service()
    assessment["acts"][0]["findings"][0].update(more)
    return case, assessment


@pytest.mark.parametrize("fmt", FORMATS)
@pytest.mark.parametrize("form", FORMS)
def test_a_warning_is_given_beside_the_fine(form: str, fmt: str) -> None:
    document = written(form, *with_finding(measures=[WARNING]), fmt)
    for part in ("责令停止违法行为", "给予警告", "罚款17500元"):
        assert part in document


@pytest.mark.parametrize("form", FORMS)
def test_a_warning_alone_is_a_penalty(form: str) -> None:
    case, assessment = with_finding(measures=[WARNING], fines=[], status="no-fine")
    assessment["acts"][0]["status"] = "no-fine"
    document = paper(written(form, case, assessment))
    assert "2. 给予警告。" in document
    assert "本案对该行为不处罚款，不适用罚款的裁量基准。" in document
    assert "裁量意见：" not in document
    assert "第六十七条" not in document


def test_a_measure_that_may_be_taken_is_for_the_officer_to_decide() -> None:
    optional = {**WARNING, "name": "责令停产停业", "optional": True}
    document = written("prior-notice", *with_finding(measures=[optional]))
    assert "2. 责令停产停业。" in document
    assert "的“责令停产停业”是“可以”采取的措施，请明确是否采取；不采取的，请删去。" in document


@pytest.mark.parametrize("form", FORMS)
def test_what_another_body_decides_is_not_in_the_paper(form: str) -> None:
    document = written(form, *with_finding(measures=[BUSINESS_LICENCE]))
    assert "营业执照" not in paper(document)
    assert "“吊销其营业执照”由市场监督管理部门决定，没有写入本文书，请依法移送。" in document


def test_what_another_body_decides_is_nothing_to_notify() -> None:
    case, assessment = with_finding(measures=[BUSINESS_LICENCE], fines=[], status="no-fine")
    with refused(DocumentError, "没有可以告知的"):
        draft("decision", "md", case, assessment)


@pytest.mark.parametrize("form", FORMS)
def test_a_fine_on_each_of_several_persons(form: str) -> None:
    person = samples.fine(
        "10000", "30000", "10000–30000", ("15000", "20000"), "17500", target="responsible_person", persons=3
    )
    document = written(form, *with_finding(fines=[person]))
    for part in (
        "在本案中为每人10000元以上30000元以下",
        "在法定幅度内对每人处罚款17500元",
        "对直接负责的主管人员和其他直接责任人员共3人（姓名：＿＿＿＿），每人处以罚款17500元",
        "请查明姓名和职务，逐人告知、逐人送达",
    ):
        assert part in document


def test_fines_on_several_persons_are_added_up() -> None:
    case, assessment = samples.unlicensed_dispatch()
    _, other = with_finding(
        fines=[
            samples.fine(
                "10000", "30000", "", ("15000", "20000"), "17500", target="responsible_person", persons=3
            )
        ]
    )
    assessment["acts"] += other["acts"]
    assert "其他直接责任人员罚款合计52500元（大写：人民币伍万贰仟伍佰元整）" in written(
        "decision", case, assessment
    )


# --- several clauses --------------------------------------------------------------------------------------------------


def several() -> tuple[dict[str, Any], dict[str, Any]]:
    case, assessment = samples.dispatch_not_corrected()
    del case["documents"]
    second = deepcopy(samples.unlicensed_service()[1]["acts"][0]["findings"][0])
    assessment["acts"][0]["findings"].append(second)
    return case, assessment


@pytest.mark.parametrize("form", FORMS)
def test_clauses_imposed_together_each_have_their_law_and_their_fine(form: str) -> None:
    document = written(form, *several())
    law = "处罚依据是《中华人民共和国劳动合同法》第九十二条第二款、《河北省劳动力市场管理条例》第二十五条第一项。"
    verb = "拟" if form == "prior-notice" else "决定"
    for part in (
        law,
        f"《河北省劳动力市场管理条例》第二十五条第一项规定：“{samples.CLAUSES[CORRECTING]['text'].rstrip('；')}”。",
        f"依据《中华人民共和国劳动合同法》第九十二条第二款的规定，本机关{verb}对你单位作出如下处理：",
        f"依据《河北省劳动力市场管理条例》第二十五条第一项的规定，本机关{verb}对你单位作出如下处理：",
        "《河北省劳动力市场管理条例》第二十五条第一项对你单位规定的罚款，在本案中为10000元以上30000元以下",
        "对你单位罚款合计72500元",
    ):
        assert part in document
    assert "同时适用" not in document


def test_a_clause_whose_fine_gives_way_keeps_its_other_measures() -> None:
    case, assessment = several()
    second = assessment["acts"][0]["findings"][1]
    second.update(
        status="no-fine",
        set_aside_by="sums",
        reason="改按罚款数额高的规定处罚",
        alternative=second["fines"],
        fines=[],
        orders=[],
        measures=[WARNING],
    )
    document = written("decision", case, assessment)
    assert "17500" not in document
    assert "1. 给予警告。" in document
    assert "同时适用《河北省劳动力市场管理条例》第二十五条第一项的规定" in document
    assert "第二十五条第一项没有作为罚款依据。改按罚款数额高的规定处罚。" in document


def test_a_clause_that_another_prevails_over_is_a_note_for_the_drafter() -> None:
    case, assessment = several()
    second = assessment["acts"][0]["findings"][1]
    second.update(
        applies=False,
        status="set-aside",
        set_aside_by="later-law",
        reason="由labour-contract-law/92.2处罚。后法优先",
        alternative=second["fines"],
        fines=[],
        orders=[],
    )
    document = written("decision", case, assessment)
    assert "劳动力市场管理条例" not in paper(document)
    note = "《河北省劳动力市场管理条例》第二十五条第一项没有作为罚款依据。"
    assert f"{note}由《中华人民共和国劳动合同法》第九十二条第二款处罚。后法优先。" in document
    second["reason"] = "由劳动合同法第九十二条第二款（labour-contract-law/92.2）处罚。"
    assert f"{note}由劳动合同法第九十二条第二款处罚。" in written("decision", case, assessment)


def test_provisions_a_clause_rests_on_are_quoted() -> None:
    quoted = {"article": "第九条", "text": "加一倍罚款。"}
    clauses = {**samples.CLAUSES, CORRECTING: {**samples.CLAUSES[CORRECTING], "refers_to": [quoted]}}
    document = written("prior-notice", *samples.unlicensed_service(), clauses=clauses)
    assert "该规定所依照的第九条规定：“加一倍罚款。”\n" in document


# --- payments and other bodies ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", FORMS)
def test_a_payment_is_never_a_penalty(form: str) -> None:
    document = written(form, *with_finding(payments=[PAYMENT]))
    assert "上述规定中的加付赔偿金不是行政处罚，另行作出处理决定，不计入上述罚款。" in document
    assert "加付赔偿金：不是行政处罚，请另行制作行政处理决定书。" in document
    for sum_of_the_payment in ("7777", "8888"):
        assert sum_of_the_payment not in document


def test_a_payment_alone_is_nothing_to_notify() -> None:
    case, assessment = with_finding(payments=[PAYMENT], fines=[], status="no-fine")
    assessment["acts"][0]["status"] = "no-fine"
    with refused(DocumentError, "加付赔偿金不是行政处罚，另行作出处理决定"):
        draft("decision", "md", case, assessment)


def test_an_act_of_another_body_is_left_out_with_the_reason() -> None:
    case, assessment = with_finding(
        fines=[],
        status="referred",
        orders=[],
        referred_to="market-regulator",
        power=["market-regulator"],
        reason="本条的处罚权属于市场监督管理部门，不属于本机关，应当移送",
        alternative=samples.unlicensed_service()[1]["acts"][0]["findings"][0]["fines"],
    )
    assessment["acts"][0]["status"] = "referred"
    with refused(DocumentError, "本条的处罚权属于市场监督管理部门"):
        draft("prior-notice", "md", case, assessment)
    assessment["acts"] += samples.unlicensed_dispatch()[1]["acts"]
    document = written("prior-notice", case, assessment)
    assert "17500" not in document
    assert "没有写入“无证从事人力资源服务”：本条的处罚权属于市场监督管理部门" in document


def test_bounds_on_a_part_of_a_fen_are_told_inside_them() -> None:
    fine = samples.fine("9135.78", "22839.45", "2–5 × 4567.89", ("12561.6975", "15987.6150"), "14200")
    document = written("decision", *with_finding(fines=[fine]))
    assert "对应的罚款幅度为12561.70元以上15987.61元以下" in document
