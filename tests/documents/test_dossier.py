"""The dossier of a case: which papers, in what order, and the checklist that goes before them."""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from penalty_engine import Case
from penalty_engine.documents import DocumentError, blanks, material_of, render
from penalty_engine.documents.dossier import CHECKLIST, Dossier, file_name, make
from penalty_engine.documents.dossier_view import _runs
from penalty_engine.documents.forms import read_forms
from penalty_engine.documents.text import BLANK
from tests.documents.cases import engine
from tests.documents.reading import refused
from tests.documents.samples import TEMPLATES

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = sorted(path.stem for path in (ROOT / "examples").glob("*.yaml"))
DISPATCH = "labour-contract-law/92.1"
DAYS = {"conduct_from": "2025-05-01", "conduct_to": "2025-05-31", "filed_on": "2025-06-06"}

HEARING = {"hearing-right-notice", "hearing-notice", "hearing-record"}
PENALTY = {"prior-notice", "decision", "on-the-spot-decision"}
HANDLING = {"handling-notice", "handling-decision"}
HEARD = {"timeline": {"notice_served_on": "2025-07-18", "hearing_on": "2025-08-12"}}
ORDERED = {**DAYS, "order_served_on": "2025-06-10", "order_due_on": "2025-06-24"}


def _case(gain: int | None = 120000, **more: Any) -> dict[str, Any]:
    facts = {} if gain is None else {"illegal_gain": gain}
    days = {**DAYS, **more.pop("timeline", {})}
    act = {"clause": DISPATCH, "facts": facts, "circumstances": more.pop("circumstances", [])}
    return {"party": {"kind": "organization"}, "timeline": days, "acts": [act], **deepcopy(more)}


def dossier(case: Case | dict[str, Any], fmt: str = "md", templates: Path = TEMPLATES) -> Dossier:
    """The dossier of a case by the shipped rules."""
    read = case if isinstance(case, Case) else Case.parse(case)
    return make(engine(), read, engine().assess(read), fmt, templates)


def _forms(found: Dossier) -> set[str]:
    return {paper.form.id for paper in found.papers}


def _list_of(found: Dossier) -> str:
    return found.checklist[1].decode("utf-8")


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_example_has_all_its_papers(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[bool] = []
    same = blanks._same
    monkeypatch.setattr(blanks, "_same", lambda *texts: compared.append(same(*texts)) or compared[-1])
    case, _ = Case.read(ROOT / "examples" / f"{name}.yaml")
    found = dossier(case)
    assert (found.status, found.not_made) == ("assessed", ())
    assert {item.form.id for item in found.undecided} <= {"reminder"}, "waits for the day of payment"
    assert compared, "papers with blanks"
    assert all(compared), "no blank has lost its field: the marks leave every paper as it is"
    order = list(read_forms(TEMPLATES))
    assert [paper.form.id for paper in found.papers] == [form for form in order if form in _forms(found)]
    assert [name[:3] for name, _ in found.files] == [f"{number:02d} " for number in range(len(found.files))]
    material = material_of(engine(), case, engine().assess(case))
    for paper in found.papers:
        assert paper.data == render(paper.form.id, "md", material, TEMPLATES), "the paper that notice makes"
        text = "\n".join(line for line in paper.data.decode().split("\n") if not line.startswith(">"))
        assert len(paper.blanks) == text.count(BLANK), paper.form.id


def test_the_same_case_gives_the_same_bytes() -> None:
    assert dossier(_case(5000), "docx").files == dossier(_case(5000), "docx").files


def test_files_are_named_by_number_and_title() -> None:
    found = dossier(_case(), "html")
    assert found.files[0][0] == "00 案卷清单.html"
    assert found.files[1][0] == "01 劳动保障监察立案审批表.html"
    assert file_name(7, 'a/b\\c:"d"?*<>|\n.', "docx") == "07 a－b－c－－d－－－－－－－.docx"
    assert file_name(1, "长" * 200, "md") == f"01 {'长' * 60}.md"


def test_a_hearing_brings_its_papers() -> None:
    assert _forms(dossier(_case())) >= HEARING | {"prior-notice", "decision"}
    assert not _forms(dossier(_case(1000))) & HEARING


def test_a_declined_hearing_leaves_the_notice_of_the_right() -> None:
    found = _forms(dossier(_case(hearing={"requested": False})))
    assert found & HEARING == {"hearing-right-notice"}


def test_a_hearing_of_which_it_is_not_stated_whether_it_is_asked_for_is_prepared() -> None:
    open_ = dossier(_case())
    text = _list_of(open_)
    assert "只在当事人要求听证时送达（" in text
    assert "| 听证主持人 | 没有写明 |" not in text, "nobody has to be named yet"
    asked = dossier(_case(timeline={"hearing_requested_on": "2025-07-20"}))
    assert _forms(asked) >= HEARING
    assert "尚未写明" not in _list_of(asked).split("## 二")[0]
    assert "| 听证主持人 | 没有写明 |" in _list_of(asked)


def test_a_case_for_the_criminal_courts_waits_with_the_penalty() -> None:
    found = dossier(_case(elections={"crime_indicated": True}))
    waiting = {item.form.id for item in found.undecided}
    assert waiting >= HEARING | {"prior-notice", "decision", "collective-discussion-record", "defence-record"}
    assert _forms(found) >= {"filing-approval", "disposal-approval", "legal-review-opinion"}
    text = _list_of(found)
    assert "应当依法移送司法机关" in text
    assert "行政处罚法第二十七条第一款" in text
    assert "处罚内容是测算结果" in text
    assert "把案件文件中的 elections.crime" in text
    assert "取决于移送司法机关后是否退回本机关处理" in text
    [proposal] = [paper.data.decode() for paper in found.papers if paper.form.id == "disposal-approval"]
    assert "拟依法移送司法机关" in proposal
    assert "☑移送" in proposal
    assert "□行政处罚" in proposal
    [closing] = [paper.data.decode() for paper in found.papers if paper.form.id == "closing-approval"]
    assert "没有作出行政处罚决定" in closing
    assert "《行政处罚决定书》" not in closing
    assert "罚款缴纳情况" not in closing


@pytest.mark.parametrize("transferred", [False, True])
def test_a_penalty_already_imposed_keeps_its_papers(transferred: bool) -> None:
    days = {"decided_on": "2025-08-01"}
    found = dossier(_case(timeline=days, elections={"crime_indicated": transferred}))
    assert "decision" in _forms(found)


def test_what_is_paid_within_the_time_ordered_is_not_ordered_again() -> None:
    act = {"violation": "wages-unpaid", "facts": {"failed_to_correct": False, "sum_due": "8000"}}
    case: dict[str, Any] = {"party": {"kind": "organization"}, "timeline": ORDERED, "acts": [act]}
    running = dossier(case)
    assert {item.form.id for item in running.undecided} >= HANDLING
    assert "timeline.order\\_due\\_on、paid\\_on" in _list_of(running)
    paid = dossier({**case, "timeline": {**ORDERED, "paid_on": "2025-06-20"}})
    assert not _forms(paid) & HANDLING
    assert "reminder" not in _forms(paid)
    [proposal] = [paper.data.decode() for paper in paid.papers if paper.form.id == "disposal-approval"]
    assert "当事人已于2025年6月20日付清，不再作出行政处理决定" in proposal
    assert "□行政处理" in proposal
    late = {**act, "facts": {"failed_to_correct": True, "sum_due": "8000"}}
    assert _forms(dossier({**case, "acts": [late], "timeline": ORDERED})) >= HANDLING


def test_an_order_alone_is_reviewed_and_may_be_withdrawn() -> None:
    act: dict[str, Any] = {"clause": "labour-inspection-regulation/24", "facts": {}}
    days = {**ORDERED, "corrected_on": "2025-06-20"}
    case = {"party": {"kind": "organization"}, "timeline": days, "acts": [act]}
    found = dossier(case)
    assert _forms(found) >= {"correction-order", "legal-review-opinion", "closing-approval"}
    assert "| 法制审核人员 |" in _list_of(found)
    [open_] = [item for item in found.undecided if item.form.id == "filing-withdrawal-approval"]
    assert open_.open_states == ("minor",)
    slight = dossier({**case, "acts": [{**act, "circumstances": ["minor-and-corrected"]}]})
    assert "filing-withdrawal-approval" in _forms(slight)
    assert not _forms(slight) & {"closing-approval", "no-penalty-decision"}


def test_the_review_is_required_for_the_reasons_of_this_case() -> None:
    line = next(row for row in _list_of(dossier(_case(1000))).split("\n") if "| 法制审核意见书" in row)
    assert "行政处罚法第五十八条" not in line, "a small fine without a hearing"
    assert "《规范劳动保障监察案件查处制度》二（三）3" in line
    line = next(row for row in _list_of(dossier(_case())).split("\n") if "| 法制审核意见书" in row)
    assert "行政处罚法第五十八条第一款第（二）项" in line


def test_collective_discussion_brings_its_record() -> None:
    assert "collective-discussion-record" in _forms(dossier(_case()))
    assert "collective-discussion-record" not in _forms(dossier(_case(1000)))
    assert "collective-discussion-record" in _forms(dossier(_case(1000, elections={"complicated": True})))


def test_a_payment_alone_has_handling_papers_and_no_penalty_papers() -> None:
    act = {"violation": "wages-unpaid", "facts": {"failed_to_correct": True, "sum_due": "8000"}}
    found = _forms(dossier({"party": {"kind": "organization"}, "timeline": DAYS, "acts": [act]}))
    assert found >= HANDLING
    assert not found & (PENALTY | HEARING)


def test_what_is_minor_and_corrected_is_withdrawn() -> None:
    case = _case(1000, circumstances=["minor-and-corrected"], timeline={"corrected_on": "2025-06-09"})
    found = _forms(dossier(case))
    assert found >= {"filing-approval", "no-penalty-decision", "filing-withdrawal-approval"}
    assert not found & (PENALTY | HEARING | {"closing-approval"})


def test_exempt_and_not_known_to_be_corrected_leaves_the_withdrawal_open() -> None:
    found = dossier(_case(1000, circumstances=["minor-and-corrected"]))
    [open_] = [item for item in found.undecided if item.form.id == "filing-withdrawal-approval"]
    assert open_.open_states == ("corrected",)
    assert "撤销立案审批表，取决于是否已经改正（timeline.corrected\\_on）。" in _list_of(found)


def test_a_decision_on_the_spot_needs_little() -> None:
    small = {"clause": "hebei-labour-market-regulation/25.9", "facts": {"serious": False}}
    case = _case(
        timeline={"conduct_from": "2016-05-01", "conduct_to": "2016-05-31", "filed_on": "2016-06-01"}
    )
    found = dossier({**case, "acts": [small], "on_the_spot": True})
    assert _forms(found) == {"on-the-spot-decision"}, "it holds the statement of the party too"


def test_what_may_not_be_decided_on_the_spot_goes_the_ordinary_way() -> None:
    found = dossier(_case(1000, on_the_spot=True))
    assert {"filing-approval", "prior-notice", "decision"} <= _forms(found)
    assert "on-the-spot-decision" not in _forms(found)
    assert "不具备当场处罚的条件" in _list_of(found), "a sum is confiscated"


def test_a_reminder_where_nothing_is_paid() -> None:
    served = {"decided_on": "2025-07-01", "served_on": "2025-07-02"}
    assert "reminder" in [item.form.id for item in dossier(_case(timeline=served)).undecided]
    late = dossier(_case(timeline={**served, "reminder_served_on": "2026-01-05"}))
    assert "reminder" in _forms(late)
    paid = dossier(_case(timeline={**served, "fine_paid_on": "2025-07-08", "performed_on": "2025-07-08"}))
    assert "reminder" in [form.id for form in paid.not_needed]


def test_missing_facts_leave_what_can_be_made() -> None:
    found = dossier(_case(None))
    assert found.status == "needs-facts"
    assert _forms(found) == {"filing-approval", "correction-order"}
    assert "disposal-approval" in [item.form.id for item in found.not_made]
    assert "decision" in [item.form.id for item in found.undecided]
    problem = found.not_made[0].problem
    assert "尚缺：违法所得" in problem.render("zh")
    assert (
        "the Case disposal approval form cannot be drafted: facts are missing: illegal gain"
        in problem.render("en")
    )
    assert [fact.field for fact in found.missing_facts] == ["acts[0].facts.illegal_gain"]
    text = _list_of(found)
    assert "| 违法所得 |" in text
    assert "事实不全，尚不能确定" in text
    assert "行政处罚决定书，取决于是否给予行政处罚。" in text


def test_an_order_that_was_served_though_nothing_is_to_be_corrected() -> None:
    days = {**DAYS, "order_served_on": "2025-06-10"}
    act = {"clause": "hebei-labour-market-regulation/25.1"}
    found = dossier({"party": {"kind": "organization"}, "timeline": days, "acts": [act]})
    assert not found.not_made
    assert "correction-order" in _forms(found)


def test_a_fault_in_a_template_stops_the_dossier(tmp_path: Path) -> None:
    copied = copied_templates(tmp_path)
    (copied / "decision.md.j2").write_text("# {{ form.titel }}\n", "utf-8")
    with refused(DocumentError, "没有定义的名称") as caught:
        dossier(_case(), templates=copied)
    assert "decision.md.j2:1" in caught.value.render("zh")


def test_an_unknown_format_is_refused() -> None:
    with refused(DocumentError, "没有“doc”这种文书格式"):
        dossier(_case(), "doc")


def test_the_checklist_has_everything() -> None:
    case = _case(
        case_no="隆人社监案〔2025〕9号",
        timeline={"decided_on": "2025-10-01", "served_on": "2025-10-09", "fine_paid_on": "2025-11-03"},
        documents={"decision_no": "隆人社监罚决字[2025]3号"},
    )
    text = _list_of(dossier(case))
    assert "隆人社监案〔2025〕9号" in text
    assert "没收120000元；罚款300000元（法定幅度120000元至600000元）。" in text
    assert "| 行政处罚决定书，隆人社监罚决字〔2025〕3号 |" in text
    assert "行政处罚事先告知书（文号待编）" in text
    assert "应当由本机关负责人集体讨论决定（行政处罚法第五十七条第二款；" in text
    assert "| 统一社会信用代码 | party.uscc |" in text
    assert "逾期：2025年10月1日，晚" in text, "later than ninety days"
    assert "| 缴纳罚款 | 2025年10月24日 |" in text
    assert "逾期：2025年11月3日，晚 10 日" in text
    assert "自2025年10月25日起每日加处罚款9000元" in text
    assert "加处罚款10日，90000元" in text
    assert "timeline.hearing\\_on" in text, "not yet started"
    assert "- 移送：案件文件没有写明涉嫌犯罪（elections.crime" in text
    assert "未经核实" in text
    assert "| 行政处理决定书 |" not in text
    assert (
        "| 劳动保障监察行政处理决定书 | handling-decision | 没有责令支付、加付的款项，或者已在责令的期限内付清、改正 |"
        in text
    )
    for wrong in ("None", "{{", "{%", "。。", "；。", "（）", "、。", "：；"):
        assert wrong not in text, wrong


@pytest.mark.parametrize(
    ("people", "words"),
    [
        ({"officers": [{"name": "甲"}]}, "只写明 1 人，不得少于 2 人，请补写（行政处罚法第四十二条第一款）"),
        ({"legal_review": {"reviewer": "丁"}}, "没有写明审核人员的资格"),
        ({"discussion": {"participants": [{"name": "丙"}]}}, "参加人中没有本机关负责人"),
        ({"discussion": {"participants": [{"name": "丙", "head": True}]}}, "只写明丙一人，不是集体讨论"),
        (
            {**HEARD, "legal_review": {"reviewer": "丁", "qualification": "有", "reviewed_on": "2025-07-15"}},
            "法制审核（2025年7月15日）早于听证（2025年8月12日）",
        ),
        (
            {
                **HEARD,
                "discussion": {
                    "held_on": "2025-07-16",
                    "participants": [{"name": "丙", "head": True}, {"name": "甲"}],
                },
            },
            "集体讨论（2025年7月16日）早于听证（2025年8月12日）；应当根据听证笔录重新讨论",
        ),
        (
            {"officers": [{"name": "甲"}, {"name": "乙"}], "hearing": {"chair": "乙"}},
            "乙是本案承办人员，不得主持",
        ),
    ],
)
def test_who_takes_part_is_checked(people: dict[str, Any], words: str) -> None:
    found = dossier(_case(**people))
    assert sum(item.fault is not None for item in found.participants) == 1
    assert words in _list_of(found)


def test_every_fault_of_a_step_is_told_at_once() -> None:
    review = {"reviewer": "丁", "reviewed_on": "2025-07-15"}
    held = {"held_on": "2025-07-16", "participants": [{"name": "丙", "head": True}]}
    found = dossier(_case(**HEARD, legal_review=review, discussion=held))
    assert sum(item.fault is not None for item in found.participants) == 4


def test_people_as_they_should_be_are_not_found_fault_with() -> None:
    people: dict[str, Any] = {
        **HEARD,
        "officers": [{"name": "甲"}, {"name": "乙"}],
        "legal_review": {
            "reviewer": "丁",
            "qualification": "国家统一法律职业资格",
            "reviewed_on": "2025-08-14",
        },
        "discussion": {
            "held_on": "2025-08-15",
            "participants": [{"name": "丙", "head": True}, {"name": "甲"}],
        },
        "hearing": {"chair": "戊"},
    }
    found = dossier(_case(**people))
    assert [item.fault for item in found.participants] == [None] * 4
    assert "没有写明" not in _list_of(found).split("## 三、参加人员")[1].split("## 四")[0]


def test_persons_fined_are_as_many_as_the_facts_say() -> None:
    act = {
        "clause": "migrant-wage-regulation/54",
        "facts": {"failed_to_correct": True, "responsible_persons": 2},
    }
    case = {"party": {"kind": "organization"}, "timeline": DAYS, "acts": [act]}
    [open_] = [p for p in dossier(case).participants if p.field == "responsible_persons"]
    assert (open_.names, open_.fault) == ((), None)
    case["responsible_persons"] = [{"name": "赵某"}]
    [wrong] = [p for p in dossier(case).participants if p.field == "responsible_persons"]
    assert wrong.fault is not None
    assert wrong.fault.text("zh") == "写明 1 人，测算时按 2 人处罚，请核对"


@pytest.mark.parametrize("fmt", ["docx", "html", "md"])
def test_a_hostile_name_stays_text(fmt: str) -> None:
    name = "某<b>公司</b> | x |: {{ 7*7 }} \u202e ::: **"
    found = dossier({**_case(), "party": {"kind": "organization", "name": name}}, fmt)
    assert len(found.files) > 10
    assert all(b"49 " not in data for file, data in found.files if fmt != "docx" and file.startswith("00"))


def test_numbers_that_follow_one_another_are_drawn_together() -> None:
    assert list(_runs((1, 2, 3, 5, 6, 8, 9, 10, 11))) == ["1至3", "5", "6", "8至11"]


def test_the_checklist_is_no_form_of_its_own() -> None:
    assert CHECKLIST.id not in read_forms(TEMPLATES)


def copied_templates(folder: Path) -> Path:
    """A copy of the shipped templates that a test may change."""
    import shutil

    return Path(shutil.copytree(TEMPLATES, folder / "templates"))


def test_a_list_of_workers_that_does_not_add_up_is_told() -> None:
    wages = {"violation": "wages-unpaid", "facts": {"failed_to_correct": True, "sum_due": 40000}}
    workers = [{"name": "甲", "sum": 30000}, {"name": "乙", "sum": "13806.00"}]
    told = "劳动者名单合计43806元，与应当支付给劳动者的款项40000元（不含加付赔偿金）不一致"
    assert told in _list_of(dossier({**_case(), "acts": [wages], "workers": workers}))
    workers[1]["sum"] = 10000
    assert "不一致" not in _list_of(dossier({**_case(), "acts": [wages], "workers": workers}))
