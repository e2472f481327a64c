"""A paper of the file tells what had happened by its own day, and calls the other papers by their titles."""

from __future__ import annotations

from typing import Any

from penalty_engine.documents.forms import read_forms
from tests.documents.cases import drafted
from tests.documents.samples import TEMPLATES
from tests.documents.test_file_papers import BLANK, REVOKED, WAGES, WITHDRAWN, rows


def test_filing_tells_nothing_of_a_later_day() -> None:
    case = {**WAGES, "evidence": ["工资表一份"]}
    cells = rows(drafted("filing-approval", {**case, "filing": {"source": "投诉"}}))
    assert "2026年3月10日" not in cells["案情摘要"], "the conduct ended after the filing"
    assert cells["案情摘要"].startswith("当事人涉嫌实施")
    assert "工资表" not in cells["相关材料"]
    begun = {**case, "timeline": {**WAGES["timeline"], "conduct_from": "2025-11-01"}}
    assert "当事人自2025年11月1日起，涉嫌" in rows(drafted("filing-approval", begun))["案情摘要"]
    over = {**case, "timeline": {**begun["timeline"], "conduct_to": "2026-01-09"}}
    assert "自2025年11月1日至2026年1月9日，涉嫌" in rows(drafted("filing-approval", over))["案情摘要"]


def _held(day: str, **more: Any) -> dict[str, Any]:
    days = {"notice_served_on": "2025-10-22", "hearing_on": "2025-11-06", "decided_on": "2025-11-28"}
    return {
        **REVOKED,
        "timeline": {**REVOKED["timeline"], **days},
        "defence": {"made": False},
        "discussion": {**REVOKED["discussion"], "held_on": day},
        "legal_review": {"reviewed_on": day},
        **more,
    }


def test_discussion_and_review_tell_nothing_of_a_later_day() -> None:
    early = rows(drafted("collective-discussion-record", _held("2025-10-15")))["陈述、申辩和听证情况"]
    assert early == "讨论时尚未送达事先告知书。"
    between = rows(drafted("collective-discussion-record", _held("2025-10-30")))["陈述、申辩和听证情况"]
    assert "2025年10月22日向当事人送达事先告知书" in between
    assert "讨论时尚未举行听证" in between
    after = rows(drafted("collective-discussion-record", _held("2025-11-10")))["陈述、申辩和听证情况"]
    assert "当事人没有提出陈述、申辩" in after
    assert "2025年11月6日举行听证" in after
    unknown = {**_held("2025-11-10"), "discussion": {}, "legal_review": {}}
    text = rows(drafted("collective-discussion-record", unknown))["陈述、申辩和听证情况"]
    assert text == f"讨论时告知、陈述申辩和听证的情况：{BLANK}。"
    early = rows(drafted("legal-review-opinion", _held("2025-10-15")))["程序"]
    assert "审核时尚未送达事先告知书" in early
    assert "没有提出" not in early
    assert "2025年11月6日听证" not in early
    after = rows(drafted("legal-review-opinion", _held("2025-11-10")))["程序"]
    assert "2025年10月22日送达事先告知书；当事人没有提出陈述、申辩；2025年11月6日听证" in after
    assert "2025年11月6日听证" not in drafted("legal-review-opinion", unknown)


def test_a_proposal_tells_nothing_that_was_done_after_it() -> None:
    limits = rows(drafted("disposal-approval", _held("2025-11-10")))["办理期限"]
    assert "已于" not in limits
    assert "要求听证" not in limits
    assert "超过期限" not in limits


def test_the_facts_of_a_withdrawal_are_found_not_suspected() -> None:
    cells = rows(drafted("filing-withdrawal-approval", WITHDRAWN))
    assert "涉嫌" not in cells["立案后查明的事实"]
    assert "具体事实" in cells["立案后查明的事实"]


def test_closing_names_the_papers_by_their_titles_and_the_licence() -> None:
    cells = rows(drafted("closing-approval", _held("2025-11-10", hearing={"requested": True})))
    papers = cells["附卷文书"]
    forms = read_forms(TEMPLATES)
    for form in ("hearing-right-notice", "hearing-notice", "hearing-record", "investigation-report"):
        assert forms[form].title in papers
    for form in ("disposal-approval", "collective-discussion-record", "legal-review-opinion", "decision"):
        assert forms[form].title in papers
    assert "吊销劳务派遣业务经营许可证；许可证收回" in cells["许可证吊销情况"]
    declined = rows(drafted("closing-approval", {**REVOKED, "hearing": {"requested": False}}))["附卷文书"]
    assert "行政处罚听证告知书" in declined
    assert "听证笔录" not in declined


def test_where_a_sole_trader_works() -> None:
    cells = rows(drafted("closing-approval", WITHDRAWN))
    assert "经营场所" in cells
    assert "住所" not in cells
