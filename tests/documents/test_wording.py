"""What a notice may and may not say: orders and circumstances in the law's words, and nothing beyond what is known."""

from __future__ import annotations

from copy import deepcopy
from io import BytesIO
from typing import Any

import pytest
from docx import Document

from tests.documents import samples
from tests.documents.reading import FORMATS, FORMS, draft, text_of

FOREIGN_BASIS = "外省裁量规则第八条"


def written(
    form: str, case: dict[str, Any], assessment: dict[str, Any], fmt: str = "docx", **more: Any
) -> str:
    return text_of(fmt, draft(form, fmt, case, assessment, **more))


def notes_of(document: str) -> str:
    return document[document.index("起草提示") :]


def circumstance(**more: Any) -> dict[str, Any]:
    base = {"id": "x", "name": "主动供述", "effect": "lighter", "force": "mandatory", "basis": "第三十二条"}
    return {**base, "counted": True, **more}


def unverified(subject: str | None, text: str = "条文没有核对") -> dict[str, Any]:
    warning = {"code": "unverified-law", "text": text}
    return warning if subject is None else {**warning, "subject": subject}


def mitigated() -> tuple[dict[str, Any], dict[str, Any]]:
    case, assessment = samples.unlicensed_service()
    tier = {"id": "mitigated", "name": "减轻处罚", "minimum": "0", "maximum": "10000"}
    assessment["acts"][0]["findings"][0]["fines"][0].update(tier=tier, recommended="5000", mitigated=True)
    return case, assessment


@pytest.mark.parametrize("form", FORMS)
def test_an_order_is_given_in_the_words_of_the_statute(form: str) -> None:
    case, assessment = samples.dispatch_not_corrected()
    names = {**samples.NAMES, "correct": "责令（限期）改正"}
    assessment["acts"][0]["findings"][0]["order_words"] = {"correct": "责令限期改正"}
    document = written(form, case, assessment, names=names)
    assert "1. 责令限期改正。" in document
    assert "（限期）" not in document
    assert form != "decision" or "责令限期改正，应当于＿＿＿＿年＿＿月＿＿日前履行完毕" in document
    assessment["acts"][0]["findings"][0]["order_words"] = {"cease": "责令停止活动"}
    assert "1. 责令（限期）改正。" in written(form, case, assessment, names=names)


@pytest.mark.parametrize("fmt", FORMATS)
@pytest.mark.parametrize("form", FORMS)
def test_an_unverified_basis_is_a_blank_and_a_task_for_the_officer(form: str, fmt: str) -> None:
    case, assessment = samples.unlicensed_dispatch()
    item = circumstance(
        name="阻挠执法", effect="heavier", force="discretionary", basis=FOREIGN_BASIS, verified=False
    )
    assessment["acts"][0]["circumstances"] = [item, circumstance(verified=True)]
    assessment["acts"].append(deepcopy(assessment["acts"][0]))
    document = written(form, case, assessment, fmt)
    assert "阻挠执法，可以从重处罚（依据：＿＿＿＿）。" in document
    assert "主动供述，应当从轻处罚（依据：第三十二条）。" in document
    assert FOREIGN_BASIS not in document
    assert notes_of(document).count("情节“阻挠执法”的依据未经核实") == 1
    assert "情节“主动供述”" not in notes_of(document)


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"mitigates": True}, "应当从轻或者减轻处罚"),
        ({"mitigates": True, "force": "discretionary"}, "可以从轻或者减轻处罚"),
        ({"mitigates": False}, "应当从轻处罚"),
        ({}, "应当从轻处罚"),
        ({"effect": "heavier", "force": "discretionary"}, "可以从重处罚"),
    ],
)
def test_a_circumstance_is_worded_with_all_it_opens(more: dict[str, Any], words: str) -> None:
    case, assessment = samples.unlicensed_dispatch()
    assessment["acts"][0]["circumstances"] = [circumstance(**more)]
    assert f"1. 主动供述，{words}（依据：第三十二条）。" in written("prior-notice", case, assessment)


def test_without_circumstances_the_notice_says_that_none_was_found() -> None:
    document = written("prior-notice", *samples.unlicensed_service())
    assert "没有发现你单位具有法定的从轻、减轻或者从重处罚情节。" in document


def test_mitigation_is_the_officers_decision_on_a_ground_in_law() -> None:
    case, assessment = mitigated()
    assessment["acts"][0]["circumstances"] = [
        circumstance(mitigates=True),
        circumstance(name="受他人胁迫", mitigates=True),
        circumstance(name="积极配合"),
    ]
    document = written("prior-notice", case, assessment)
    assert "裁量基准的规定：减轻处罚低于法定最低数额，不适用裁量基准的阶次。\n" in document
    assert (
        "本机关的裁量意见：鉴于你单位具有上述“主动供述”、“受他人胁迫”的情节，依法具备减轻处罚的条件，"
        "综合考虑违法的事实、性质、情节和社会危害程度，拟减轻处罚，处罚款5000元" in document
    )
    assert "本案依法可以减轻处罚" not in document


def test_mitigation_without_a_known_ground_leaves_a_blank() -> None:
    assert "鉴于你单位具有上述＿＿＿＿的情节" in written("decision", *mitigated())


def test_article_67_speaks_of_the_fine_and_the_gain_has_its_own_day() -> None:
    case, assessment = samples.unlicensed_dispatch()
    document = written("decision", case, assessment)
    fine, gain = (
        next(line for line in document.split("\n") if part in line)
        for part in ("将上述罚款", "上述没收的违法所得")
    )
    assert "第六十七条" in fine
    assert "十五日内" in fine
    assert "违法所得" not in fine
    assert gain == "上述没收的违法所得，你应当于＿＿＿＿年＿＿月＿＿日前缴至指定的银行。"
    assert document.count("收款银行：") == 1


def test_a_gain_alone_is_paid_without_article_67() -> None:
    case, assessment = samples.unlicensed_dispatch()
    assessment["acts"][0].update(status="no-fine")
    assessment["acts"][0]["findings"][0]["fines"] = []
    document = written("decision", case, assessment)
    assert "第六十七条" not in document.split("起草提示")[0]
    assert "上述没收的违法所得，你应当于＿＿＿＿年＿＿月＿＿日前缴至指定的银行。" in document
    assert document.count("收款银行：") == 1


def test_a_fine_alone_names_no_gain() -> None:
    assert "没收" not in written("decision", *samples.dispatch_not_corrected()).split("六、履行")[1]


def test_time_limits_in_working_days_are_not_said_to_lack_their_first_day() -> None:
    case, assessment = samples.unlicensed_service()
    case["timeline"]["notice_served_on"] = "2016-08-01"
    working = {"due": None, "unit": "working_days"}
    assessment["procedure"]["deadlines"] = [
        {
            "id": "a",
            "name": "要求听证",
            "from": "notice_served_on",
            "length": 5,
            "basis": "第六十四条",
            **working,
        },
        {"id": "b", "name": "送达决定书", "from": "decided_on", "length": 7, "basis": None, **working},
        {"id": "c", "name": "补正材料", "from": "served_on", "length": 3, "basis": None, **working},
        {"id": "d", "name": "缴纳罚款", "due": None, "from": "served_on", "length": 15, "unit": "days"},
        {
            "id": "e",
            "name": "作出决定",
            "due": "2016-10-01",
            "from": "filed_on",
            "length": 90,
            "unit": "days",
        },
    ]
    notes = notes_of(written("prior-notice", case, assessment))
    for line in (
        "期限：作出决定，2016年10月1日。\n",
        "按工作日计算，请自行核算截止日：要求听证（5个工作日，自2016年8月1日起），依据第六十四条；"
        "送达决定书（7个工作日，自2016年9月1日起）。\n",
        "起算日尚不明确的期限：补正材料、缴纳罚款。\n",
    ):
        assert line in notes


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("处以罚款；", "“处以罚款”。\n"),
        ("处以罚款：", "“处以罚款：”。\n"),
        ("处以罚款。", "“处以罚款。”\n"),
        ("处以罚款", "“处以罚款”。\n"),
    ],
)
def test_a_quotation_that_stops_short_of_a_full_stop_gets_one(text: str, shown: str) -> None:
    case, assessment = samples.unlicensed_service()
    key = "hebei-labour-market-regulation/25.1"
    clauses = {key: {**samples.CLAUSES[key], "text": text}}
    assert shown in written("prior-notice", case, assessment, clauses=clauses)


@pytest.mark.parametrize(
    ("timeline", "noted"),
    [
        ({"notice_served_on": "2021-07-14"}, True),
        ({"decided_on": "2021-07-14"}, True),
        ({"notice_served_on": "2021-07-14", "decided_on": "2021-08-01"}, True),
        ({"notice_served_on": "2021-07-15"}, False),
        ({}, False),
    ],
)
def test_earlier_procedure_law_is_noted_for_either_day(timeline: dict[str, str], noted: bool) -> None:
    case, assessment = samples.unlicensed_service()
    case["timeline"] = timeline
    assert ("程序条款引自" in written("prior-notice", case, assessment)) is noted


@pytest.mark.parametrize("fmt", FORMATS)
@pytest.mark.parametrize("form", FORMS)
def test_a_number_does_not_end_the_draft_while_the_clause_is_unverified(form: str, fmt: str) -> None:
    case, assessment = samples.dispatch_not_corrected()
    assessment["warnings"].append(unverified("clause-text"))
    data = draft(form, fmt, case, assessment)
    document = text_of(fmt, data)
    for part in ("草　稿（条文未经核实，不得送达）", "隆人社监罚", "条文核实后不再显示", "条文没有核对"):
        assert part in document
    assert "尚无文号" not in document
    assert "取得文号" not in document
    if fmt == "html":
        assert "草稿　条文未经核实，不得送达" in document
    if fmt == "docx":
        section = Document(BytesIO(data)).sections[0]
        marks = {header.paragraphs[0].text for header in (section.header, section.even_page_header)}
        assert marks == {"草稿　条文未经核实，不得送达"}


@pytest.mark.parametrize(
    "subject", [None, "clause-period", "benchmark", "circumstance", "threshold", "procedure"]
)
def test_other_reservations_leave_a_numbered_paper_final(subject: str | None) -> None:
    case, assessment = samples.dispatch_not_corrected()
    assessment["warnings"].append(unverified(subject))
    document = written("decision", case, assessment, "html")
    for part in ("草　稿", "草稿", "起草提示"):
        assert part not in document


def test_without_a_number_the_mark_says_so_whatever_is_verified() -> None:
    case, assessment = samples.unlicensed_service()
    assessment["warnings"].append(unverified("clause-text"))
    document = written("decision", case, assessment, "html")
    assert "草稿　尚无文号，不得送达" in document
    assert "取得文号、条文核实后不再显示" in document


def test_an_unverified_threshold_makes_the_officer_think_of_a_hearing() -> None:
    case, assessment = samples.unlicensed_service()
    assessment["procedure"]["hearing"] = {"required": False, "reasons": []}
    hint = "不属于应当告知听证权利的情形；较大数额的标准未经核实，临界案件宜告知听证权利。"
    assert hint not in written("prior-notice", case, assessment)
    assessment["warnings"].append(unverified("threshold"))
    document = written("prior-notice", case, assessment)
    assert hint in notes_of(document)
    assert "不属于《中华人民共和国行政处罚法》第六十三条规定的应当告知听证权利的情形。" in document
    assessment["procedure"]["hearing"] = {"required": True, "reasons": []}
    assert "临界案件" not in written("prior-notice", case, assessment)


@pytest.mark.parametrize("form", FORMS)
def test_a_tier_without_circumstances_is_where_the_benchmark_starts(form: str) -> None:
    case, assessment = samples.unlicensed_service()
    assessment["acts"][0]["circumstances"] = []
    document = written(form, case, assessment)
    assert (
        "没有从轻、从重情节的，从“情节较轻”阶次起算，本案据此适用该阶次（阶次的名称出自该规则，不是对本案情节的认定），对应的罚款幅度为"
        in document
    )
    assert "属于“情节较轻”" not in document
    assessment["acts"][0]["circumstances"] = [circumstance()]
    assert "本案属于“情节较轻”阶次" in written(form, case, assessment)
