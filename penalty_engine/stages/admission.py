"""Before the pipeline: the case against the vocabulary. Everything a case names must exist, every value must fit its fact."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from penalty_engine.case import Act, Case, located
from penalty_engine.diagnostics import Diagnostic, nearest
from penalty_engine.errors import CaseError
from penalty_engine.rulebook.condition_reader import FactError, circumstance_fact, read_value, shown
from penalty_engine.rulebook.conditions import FactValue
from penalty_engine.rulebook.records import Authority, Benchmark, Circumstance, Rulebook
from penalty_engine.rulebook.source import Source


class AdmittedAct(NamedTuple):
    """An act ready for the pipeline: candidate clauses, facts as the networks see them, declared circumstances."""

    violation: str
    clauses: tuple[str, ...]
    facts: Mapping[str, FactValue]
    declared: tuple[Circumstance, ...]


class AdmittedCase(NamedTuple):
    """A case with every name resolved."""

    case: Case
    authority: Authority
    benchmark: Benchmark
    acts: tuple[AdmittedAct, ...]


def admit(rulebook: Rulebook, case: Case, source: Source | None = None) -> AdmittedCase:
    """The case with every name resolved. Raises CaseError naming every field that is wrong."""
    admission = _Admission(rulebook, case, source)
    acts = tuple(admission.act(index, act) for index, act in enumerate(case.acts))
    authority = admission.authority()
    if admission.diagnostics or authority is None:
        raise CaseError(admission.diagnostics)
    return AdmittedCase(case, authority, rulebook.benchmarks[authority.benchmark], acts)


class _Admission:
    def __init__(self, rulebook: Rulebook, case: Case, source: Source | None) -> None:
        self.rulebook = rulebook
        self.case = case
        self.source = source
        self.diagnostics: list[Diagnostic] = []

    def wrong(self, path: tuple[str | int, ...], code: str, **params: Any) -> None:
        self.diagnostics.append(located(path, code, params, self.source))

    def authority(self) -> Authority | None:
        """The authority named, or the default one of the rules."""
        known, name = self.rulebook.authorities, self.case.authority
        if name is not None:
            if name not in known:
                self.wrong(
                    ("authority",),
                    "unknown-authority",
                    name=shown(name),
                    nearest=nearest(name, known),
                    known=sorted(known),
                )
            return known.get(name)
        chosen = [item for item in known.values() if item.default or len(known) == 1]
        if len(chosen) != 1:
            self.wrong(("authority",), "authority-needed", known=sorted(known))
            return None
        return chosen[0]

    def act(self, index: int, act: Act) -> AdmittedAct:
        rulebook, path = self.rulebook, ("acts", index)
        clauses: tuple[str, ...] = ()
        violation = act.violation or ""
        if act.clause is not None:
            versions = rulebook.clauses.get(act.clause)
            if versions is None:
                self.wrong(
                    (*path, "clause"),
                    "unknown-clause",
                    name=shown(act.clause),
                    nearest=nearest(act.clause, rulebook.clauses),
                )
            else:
                clauses, violation = (act.clause,), versions[-1].violation
        elif violation not in rulebook.violations:
            self.wrong(
                (*path, "violation"),
                "unknown-case-violation",
                name=shown(violation),
                nearest=nearest(violation, rulebook.violations),
            )
        else:
            clauses = rulebook.by_violation.get(violation, ())
        declared = self._circumstances(act, path)
        facts = self._facts(act, path)
        facts["violation"] = violation
        facts["party_kind"] = self.case.party.kind
        for circumstance in declared:
            facts[circumstance_fact(circumstance.id)] = True
        # what nobody declared and no rule can derive is not established
        for name in rulebook.named_circumstances:
            if rulebook.circumstances[name].when is None:
                facts.setdefault(circumstance_fact(name), False)
        return AdmittedAct(violation, clauses, facts, declared)

    def _facts(self, act: Act, path: tuple[str | int, ...]) -> dict[str, FactValue]:
        known, facts = self.rulebook.vocabulary.facts, {}
        for name, value in act.facts.items():
            fact, here = known.get(name), (*path, "facts", name)
            if fact is None:
                stated = [key for key, item in known.items() if not item.computed]
                self.wrong(here, "unknown-case-fact", name=shown(name), nearest=nearest(name, stated))
            elif fact.computed:
                self.wrong(here, "computed-fact", name=name)
            elif value is None:
                self.wrong(here, "fact-null")
            else:
                try:
                    facts[name] = read_value(fact, value)
                except FactError as error:
                    self.wrong(here, error.code, **error.params)
        return facts

    def _circumstances(self, act: Act, path: tuple[str | int, ...]) -> tuple[Circumstance, ...]:
        known, found = self.rulebook.circumstances, []
        for index, name in enumerate(act.circumstances):
            if name not in known:
                self.wrong(
                    (*path, "circumstances", index),
                    "unknown-circumstance",
                    name=shown(name),
                    nearest=nearest(name, known),
                )
            elif self.case.party.kind not in known[name].parties:
                self.wrong((*path, "circumstances", index), "circumstance-other-party", name=known[name].name)
            else:
                found.append(known[name])
        return tuple(found)
