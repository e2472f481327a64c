"""What papers are made from: the case, its assessment and the words of the rules, as plain data in Chinese."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from penalty_engine.documents.text import chinese_dates

if TYPE_CHECKING:
    from penalty_engine.assessment import Assessment
    from penalty_engine.case import Case
    from penalty_engine.engine import Engine

_NOTHING: Mapping[str, Any] = {}


class Material(NamedTuple):
    """Plain data. ``clauses``: title, article and text of each clause applied; ``names``: Chinese names of ids;
    ``explanation``: the assessment in sentences; ``suggested``: the provisions that forbid each violation."""

    case: Mapping[str, Any]
    assessment: Mapping[str, Any]
    authority: Mapping[str, Any]
    clauses: Mapping[str, Any] = _NOTHING
    names: Mapping[str, Any] = _NOTHING
    explanation: Mapping[str, Any] = _NOTHING
    suggested: Mapping[str, Any] = _NOTHING


def material_of(engine: Engine, case: Case, assessment: Assessment) -> Material:
    """Everything the papers of a case are made from. Papers are Chinese, whatever the reader's language."""
    from penalty_engine.reasons.explain import explain_assessment

    plain = _dated(_cited_in_full(assessment.to_dict("zh"), engine))
    authority = engine.rulebook.authorities[assessment.authority]
    sources = {key: {"verified": source.verified} for key, source in authority.profile_sources.items()}
    return Material(
        case.model_dump(mode="json", by_alias=True, exclude_none=True),
        plain,
        {**authority.profile, "id": authority.id, "name": authority.name.zh, "sources": sources},
        _clauses(engine, plain),
        _names(engine),
        _dated(explain_assessment(engine.rulebook, case, assessment).to_dict("zh")),
        _suggested(engine, assessment),
    )


def _cited_in_full(assessment: dict[str, Any], engine: Engine) -> dict[str, Any]:
    """The assessment with the bases that a served paper quotes under the full titles of the laws."""
    versions = [clause for found in engine.rulebook.clauses.values() for clause in found]
    full = {clause.statute.short: clause.statute.title.zh for clause in versions}
    quoting = [item for act in assessment["acts"] for item in act["circumstances"]]
    quoting += [act["milder_law"] for act in assessment["acts"] if act.get("milder_law")]
    quoting += assessment["procedure"].get("hearing", {}).get("reasons", [])
    steps = [step for act in assessment["trace"] for step in act["steps"]]
    quoting += [step["inputs"] for step in steps if step["step"] == "always"]
    for item in quoting:
        basis = item.get("basis")
        title = next((short for short in full if basis and basis.startswith(f"{short}第")), None)
        if title:
            item["basis"] = f"《{full[title]}》{basis.removeprefix(title)}"
    return assessment


def _dated(value: Any) -> Any:
    """The sentences in plain data with dates in the Chinese form, as papers have them."""
    if isinstance(value, str):
        return chinese_dates(value)
    if isinstance(value, Mapping):
        return {key: _dated(item) for key, item in value.items()}
    return [_dated(item) for item in value] if isinstance(value, list) else value


def _clauses(engine: Engine, assessment: Mapping[str, Any]) -> dict[str, Any]:
    """The text of every clause of the assessment, in the version applied."""
    found = {}
    for act in assessment["acts"]:
        for finding in act["findings"]:
            versions = engine.rulebook.clauses[finding["clause"]]
            clause = next(item for item in versions if item.statute.version == finding["statute"]["version"])
            found[clause.key] = {
                "statute_title": clause.statute.title.zh,
                "article": clause.article,
                "text": clause.text,
                "refers_to": [{"article": item.article, "text": item.text} for item in clause.refers_to],
                # by their places, as the steps of the trace name them after `_dated`
                "fines": {
                    chinese_dates(str(fine.place)): {"target": fine.target, "optional": fine.optional}
                    for outcome in clause.outcomes
                    for fine in outcome.fines
                },
            }
    return found


def _names(engine: Engine) -> dict[str, str]:
    """Chinese names of facts, orders, licences, bodies, benchmarks and violations."""
    vocabulary = engine.rulebook.vocabulary
    names = {key: fact.label.zh for key, fact in vocabulary.facts.items()}
    for table in (vocabulary.orders, vocabulary.licences, vocabulary.bodies):
        names.update({key: item.zh for key, item in table.items()})
    names.update({key: item.title.zh for key, item in engine.rulebook.benchmarks.items()})
    names.update({key: item.name.zh for key, item in engine.rulebook.violations.items()})
    return names


def _suggested(engine: Engine, assessment: Assessment) -> dict[str, Any]:
    violations = engine.rulebook.violations
    return {
        act.violation: [
            {"statute": item.statute, "article": item.article, "text": item.text}
            for item in violations[act.violation].forbidden_by
        ]
        for act in assessment.acts
        if act.violation in violations
    }
