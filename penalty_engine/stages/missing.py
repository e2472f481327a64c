"""After the findings: which facts are still needed, in the form in which they can be asked for."""

from __future__ import annotations

from penalty_engine.assessment import Finding
from penalty_engine.rulebook.records import Rulebook
from penalty_engine.stages.admission import AdmittedAct
from penalty_engine.stages.derived import asked_instead
from penalty_engine.stages.limitation import held_back


def still_needed(rulebook: Rulebook, act: AdmittedAct, findings: list[Finding]) -> list[Finding]:
    """The findings, held back while nobody can tell whether a penalty is still allowed; of a share its counts are asked."""
    found = held_back(findings, act.limited)
    if not rulebook.vocabulary.shares:
        return found
    return [
        item._replace(missing_facts=asked_instead(rulebook, item.missing_facts, act.facts))
        if item.missing_facts
        else item
        for item in found
    ]
