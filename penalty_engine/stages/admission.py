"""Before the pipeline: the case against the vocabulary. Everything a case names must exist, every value must fit its fact."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from penalty_engine.assessment import Step
from penalty_engine.case import Act, Case, located
from penalty_engine.diagnostics import Diagnostic, nearest
from penalty_engine.errors import CaseError
from penalty_engine.rulebook.catalogue_records import Fact
from penalty_engine.rulebook.circumstance_records import Circumstance
from penalty_engine.rulebook.condition_reader import FactError, circumstance_fact, read_value, shown
from penalty_engine.rulebook.conditions import FactValue
from penalty_engine.rulebook.procedure_records import Authority
from penalty_engine.rulebook.records import Clause, Rulebook
from penalty_engine.rulebook.source import Source
from penalty_engine.stages.derived import NOT_DERIVED, Derivations, Derived, ShareError
from penalty_engine.stages.limitation import UNLIMITED, Limitations, Limited
from penalty_engine.stages.spells import Spell, SpellError, counted, part, read_spells


class AdmittedAct(NamedTuple):
    """An act ready for the pipeline: candidate clauses, facts as the networks see them, declared circumstances.

    ``counted``: how facts given as dated spells were counted, how others were derived, what limitation periods did;
    ``derived``: which facts follow from the rest of the case; ``limited``: whether a penalty may still be imposed.
    """

    violation: str
    clauses: tuple[str, ...]
    facts: Mapping[str, FactValue]
    declared: tuple[Circumstance, ...]
    counted: tuple[Step, ...] = ()
    derived: Derived = NOT_DERIVED
    limited: Limited = UNLIMITED


class AdmittedCase(NamedTuple):
    """A case with every name resolved. ``any_power``: assess as if the authority had every power; ``source``: where it was
    read from."""

    case: Case
    authority: Authority
    acts: tuple[AdmittedAct, ...]
    any_power: bool = False
    source: Source | None = None


def admit(rulebook: Rulebook, case: Case, source: Source | None = None) -> AdmittedCase:
    """The case with every name resolved. Raises CaseError naming every field that is wrong."""
    admission = _Admission(rulebook, case, source)
    acts = tuple(admission.act(index, act) for index, act in enumerate(case.acts))
    authority = admission.authority()
    admission.benchmark()
    admission.prior_penalties()
    if admission.diagnostics or authority is None:
        raise CaseError(admission.diagnostics)
    return AdmittedCase(case, authority, acts, source=source)


_SUGGESTIONS = (
    20  # a likeness costs time for every name known; whoever has more wrong names has no typing error
)


class _Admission:
    def __init__(self, rulebook: Rulebook, case: Case, source: Source | None) -> None:
        self.rulebook = rulebook
        self.case = case
        self.source = source
        self.diagnostics: list[Diagnostic] = []
        self._derivations = Derivations(rulebook, case)
        self._limitations = Limitations(rulebook, case)

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
        default = self.rulebook.default_authority
        if default is None:
            self.wrong(("authority",), "authority-needed", known=sorted(known))
        return default

    def benchmark(self) -> None:
        """The benchmark named must exist."""
        known, name = self.rulebook.benchmarks, self.case.benchmark
        if name is not None and name not in known:
            params = {"name": shown(name), "nearest": nearest(name, known), "known": sorted(known)}
            self.wrong(("benchmark",), "unknown-case-benchmark", **params)

    def prior_penalties(self) -> None:
        """Earlier penalties must be for violations of the catalogue."""
        known = self.rulebook.violations
        for index, item in enumerate(self.case.prior_penalties):
            if item.violation not in known:
                path = ("prior_penalties", index, "violation")
                name = item.violation
                self.wrong(
                    path, "unknown-case-violation", name=shown(name), nearest=self._likely(name, known)
                )

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
                clauses, violation = (act.clause,), self._violation_of(act, versions[-1], path)
        elif violation not in rulebook.violations:
            self.wrong(
                (*path, "violation"),
                "unknown-case-violation",
                name=shown(violation),
                nearest=nearest(violation, rulebook.violations),
            )
        else:
            clauses = rulebook.by_violation.get(violation, ())
        if act.payments:
            self._payments(act, path)
        declared = self._circumstances(act, path)
        facts, counted = self._facts(act, path)
        facts["violation"] = violation
        facts["party_kind"] = self.case.party.kind
        derived = self._derived(facts, path)
        limited = self._limitations.of_act(facts)
        facts.update(limited.facts)
        for circumstance in declared:
            facts[circumstance_fact(circumstance.id)] = True
        # what nobody declared and no rule can derive is not established
        for name in rulebook.named_circumstances:
            if rulebook.circumstances[name].when is None:
                facts.setdefault(circumstance_fact(name), False)
        steps = (*counted, *derived.steps, *limited.steps)
        return AdmittedAct(violation, clauses, facts, declared, steps, derived, limited)

    def _payments(self, act: Act, path: tuple[str | int, ...]) -> None:
        """The sums set by the officer must be for payments of the vocabulary."""
        known = self.rulebook.vocabulary.payments
        for name in act.payments:
            if name not in known:
                params = {"name": shown(name), "nearest": self._likely(name, known), "known": sorted(known)}
                self.wrong((*path, "payments", name), "unknown-case-payment", **params)

    def _derived(self, facts: dict[str, FactValue], path: tuple[str | int, ...]) -> Derived:
        """What follows from the days, the earlier penalties and the counts of the case."""
        try:
            return self._derivations.add_to(facts)
        except ShareError as error:
            self.wrong((*path, "facts", error.fact), error.code, **error.params)
            return NOT_DERIVED

    def _violation_of(self, act: Act, clause: Clause, path: tuple[str | int, ...]) -> str:
        """The entry of the catalogue meant, where the clause punishes several; the first unless one is named."""
        if act.violation is None or act.violation in clause.violations:
            return act.violation or clause.violation
        self.wrong(
            (*path, "violation"),
            "violation-not-of-clause",
            name=shown(act.violation),
            clause=clause.key,
            known=list(clause.violations),
        )
        return clause.violation

    def _likely(self, name: str, known: Iterable[str]) -> str | None:
        """The name that was probably meant, for the first wrong names."""
        return nearest(name, known) if len(self.diagnostics) < _SUGGESTIONS else None

    def _facts(self, act: Act, path: tuple[str | int, ...]) -> tuple[dict[str, FactValue], tuple[Step, ...]]:
        known, facts = self.rulebook.vocabulary.facts, {}
        spells: dict[str, tuple[Spell, ...]] = {}
        for name, value in act.facts.items():
            fact, here = known.get(name), (*path, "facts", name)
            if fact is None:
                stated = [key for key, item in known.items() if not item.computed]
                self.wrong(here, "unknown-case-fact", name=shown(name), nearest=self._likely(name, stated))
            elif fact.computed:
                self.wrong(here, "computed-fact", name=name)
            elif value is None:
                self.wrong(here, "fact-null")
            elif fact.spells is not None and isinstance(value, list):
                self._read_spells(fact, value, here, spells)
            else:
                try:
                    facts[name] = read_value(fact, value)
                except FactError as error:
                    self.wrong(here, error.code, **error.params)
        return facts, self._count(spells, facts, path)

    def _read_spells(
        self,
        fact: Fact,
        value: list[Any],
        path: tuple[str | int, ...],
        spells: dict[str, tuple[Spell, ...]],
    ) -> None:
        try:
            spells[fact.id] = read_spells(value)
        except SpellError as error:
            self.wrong((*path, *error.path), error.code, **error.params)

    def _count(
        self,
        spells: dict[str, tuple[Spell, ...]],
        facts: dict[str, FactValue],
        path: tuple[str | int, ...],
    ) -> tuple[Step, ...]:
        """Facts from spells: those stated so, and the parts of them before and since a day of the case."""
        if not spells:
            return ()
        steps = []
        for fact in self.rulebook.vocabulary.facts.values():
            if fact.spells is None or fact.id in facts:
                continue
            found = spells.get(fact.id)
            if found is None and fact.spells.of in spells:
                timeline = self.case.timeline
                before = None if fact.spells.before is None else getattr(timeline, fact.spells.before)
                since = None if fact.spells.since is None else getattr(timeline, fact.spells.since)
                if before is not None or since is not None:
                    found = part(spells[fact.spells.of], before, since)
            if found is not None:
                try:
                    facts[fact.id], step = counted(fact, found)
                    steps.append(step)
                except FactError as error:
                    self.wrong((*path, "facts", fact.id), error.code, **error.params)
        return tuple(steps)

    def _circumstances(self, act: Act, path: tuple[str | int, ...]) -> tuple[Circumstance, ...]:
        known, found = self.rulebook.circumstances, []
        for index, name in enumerate(act.circumstances):
            if name not in known:
                self.wrong(
                    (*path, "circumstances", index),
                    "unknown-circumstance",
                    name=shown(name),
                    nearest=self._likely(name, known),
                )
            elif self.case.party.kind not in known[name].parties:
                self.wrong((*path, "circumstances", index), "circumstance-other-party", name=known[name].name)
            else:
                found.append(known[name])
        return tuple(found)
