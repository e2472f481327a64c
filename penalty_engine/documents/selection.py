"""Which acts of a case a paper is about, and why the others are not in it."""

from __future__ import annotations

from typing import Any

from penalty_engine.documents.plain import Data, items_of, name_of, section_of, text_of


def is_about(acts: str, act: Data) -> bool:
    """Whether a paper about `acts` (see forms.yaml) deals with this act."""
    if acts == "penalized":
        return penalized(act)
    if acts == "exempted":
        return act.get("status") == "exempt"
    if acts == "owing":
        return owing(act)
    if acts == "ordered":
        return ordered(act)
    return True


def penalized(act: Data) -> bool:
    """Whether the act carries a penalty of this authority. An order or a payment alone is none."""
    if act.get("status") in ("needs-facts", "exempt"):
        return False
    return any(_punishes(finding) for finding in applied_findings(act))


def owing(act: Data) -> bool:
    """Whether something is to be paid that is no penalty."""
    if act.get("status") in ("needs-facts", "exempt", "referred"):
        return False
    return any(own_payments(finding) for finding in applied_findings(act))


def ordered(act: Data) -> bool:
    """Whether the party is to be ordered to correct: a clause says so, or a penalty or a payment follows."""
    findings = items_of(act, "findings")
    said = any(items_of(finding, "orders") for finding in findings if _may_apply(act, finding))
    return said or penalized(act) or owing(act)


def _may_apply(act: Data, finding: Data) -> bool:
    return bool(finding.get("applies")) or act.get("status") in ("needs-facts", "not-available", "exempt")


def own_payments(finding: Data) -> list[Data]:
    """The payments that no other body orders."""
    return [item for item in items_of(finding, "payments") if not item.get("by")]


def _punishes(finding: Data) -> bool:
    penalties = [item for item in own_measures(finding) if item.get("penalty")]
    sums = items_of(finding, "fines") or finding.get("confiscate")
    return bool(sums or finding.get("revoke") or penalties)


def own_measures(finding: Data) -> list[Data]:
    """The measures that no other body decides."""
    return [item for item in items_of(finding, "measures") if not item.get("by")]


def applied_findings(act: Data) -> list[Data]:
    """Return the findings the penalty rests on, the governing one first; several are imposed together."""
    applicable = [finding for finding in items_of(act, "findings") if finding.get("applies")]
    governing = act.get("governing_clause")
    return sorted(applicable, key=lambda finding: finding.get("clause") != governing)


def left_out(acts: str, assessment: Data, names: Data) -> list[dict[str, Any]]:
    """Return the acts that a paper about `acts` does not deal with, each with its reason."""
    return [
        {"name": text_of(act.get("violation_name")), "reason": reason(act, names)}
        for act in items_of(assessment, "acts")
        if not is_about(acts, act)
    ]


def reasons(acts: str, assessment: Data, names: Data) -> str:
    """Return why no act is left for the paper, in one line."""
    found = left_out(acts, assessment, names)
    return (
        "；".join(f"{act['name'] or '该行为'}：{act['reason']}" for act in found) or "评估结果中没有违法行为"
    )


def _given(applied: list[Data], findings: list[Data]) -> str | None:
    """The reason of the finding that is applied, else of the first that is not; clauses by their articles, not by their ids."""
    told = [*applied, *(finding for finding in findings if not finding.get("applies"))]
    text = next((text for finding in told if (text := text_of(finding.get("reason")))), None)
    for finding in findings if text else ():
        text = (text or "").replace(f"（{finding.get('clause')}）", "")
    return text


def reason(act: Data, names: Data) -> str:
    """Return what becomes of an act that is not punished, or what a punished one is punished by."""
    findings = items_of(act, "findings")
    if act.get("status") == "exempt":
        basis = text_of(section_of(act, "exemption").get("basis"))
        return f"依法不予处罚，依据：{basis}" if basis else "依法不予处罚"
    if penalized(act):
        return "给予行政处罚"
    applied = applied_findings(act)
    if act.get("status") == "referred":
        why = next((text_of(f.get("reason")) for f in applied if text_of(f.get("reason"))), None)
        if why:
            return why
        body = next((name_of(f.get("referred_to"), names) for f in findings if f.get("referred_to")), None)
        return f"由{body}处理" if body else "由其他机关或者依其他规定处理"
    given = _given(applied, findings)
    if act.get("status") == "needs-facts":
        return "案件事实不全，尚不能确定"
    if act.get("status") == "not-available":
        return given or "处罚条件尚不具备"
    payments = [text_of(item.get("name")) or "" for f in applied for item in own_payments(f)]
    if payments:
        return f"不处罚；{'、'.join(dict.fromkeys(payments))}不是行政处罚，另行作出处理决定"
    return given or "只责令改正，不处罚"
