"""A case as it was assessed, the facts its conditions saw, and the same case tried with something changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from penalty_engine.assessment import ActResult, Assessment, Step
from penalty_engine.case import Case
from penalty_engine.engine import AnyCase, Engine
from penalty_engine.errors import CaseError, EngineError
from penalty_engine.reasons.change import Change, changed
from penalty_engine.reasons.wording import as_facts
from penalty_engine.rulebook.condition_reader import circumstance_fact, read_value
from penalty_engine.rulebook.conditions import FactValue
from penalty_engine.rulebook.procedure_records import Authority
from penalty_engine.rulebook.records import Clause
from penalty_engine.rulebook.shares import share_of
from penalty_engine.rulebook.source import Source

_REMEMBERED = 2_000  # results of single acts: a case of many acts has large answers
_WORKED_OUT = frozenset({"counted", "derived"})


class Situation:
    """One case and its assessment. ``try_out`` assesses it changed and remembers the answer."""

    def __init__(self, engine: Engine, case: AnyCase, source: Source | None = None) -> None:
        """Raises CaseError and EngineError like `Engine.assess`."""
        self.engine = engine
        self.rulebook = engine.rulebook
        self.case, source = engine.read(case, source)
        self.assessment = engine.assess(self.case, source)
        self.facts: tuple[Mapping[str, FactValue], ...] = tuple(
            self._facts(number) for number in range(len(self.case.acts))
        )
        self._counted = {number: self._spelt(number) for number in range(len(self.case.acts))}
        # both networks give the same; the built-in one needs no set-up for each of many cases
        self._trials = engine if engine.network == "native" else Engine(engine.rulebook, "native")
        self._tried: dict[tuple[object, ...], Assessment | None] = {}

    @property
    def authority(self) -> Authority:
        """Who punishes."""
        return self.rulebook.authorities[self.assessment.authority]

    def act(self, number: int) -> ActResult:
        """The result of one act."""
        return self.assessment.acts[number]

    def clauses(self, number: int) -> Iterator[Clause]:
        """The versions of the clauses that were looked at for one act."""
        for finding in self.act(number).findings:
            versions = self.rulebook.clauses[finding.clause]
            yield from (item for item in versions if item.statute.version == finding.version)

    def steps(self, number: int) -> Iterator[Step]:
        """Every step of one act's trace."""
        return steps_of(self.assessment.trace[number])

    def change(self, changes: Iterable[Change]) -> Case:
        """The case with the changes made."""
        return changed(self.case, changes, self._counted)

    def try_out(self, changes: tuple[Change, ...]) -> Assessment | None:
        """The assessment of the changed case; None where it contradicts itself and cannot be assessed."""
        key = tuple((change.kind, change.name, change.new, change.act) for change in changes)
        if key in self._tried:
            return self._tried[key]
        try:
            found = self._trials.assess(self.change(changes))
        except (CaseError, EngineError):
            found = None
        if len(self._tried) * len(self.case.acts) >= _REMEMBERED:
            del self._tried[next(iter(self._tried))]
        self._tried[key] = found
        return found

    def _facts(self, number: int) -> dict[str, FactValue]:
        """What is known of an act: stated, counted, derived, and the circumstances established."""
        known = self.rulebook.vocabulary.facts
        found: dict[str, FactValue] = {"party_kind": self.case.party.kind}
        for step in self.steps(number):
            if step.step in _WORKED_OUT and step.rule is not None:
                found.update(as_facts(self.rulebook, {step.rule: step.result}))
            elif step.step == "clause":
                found.update(as_facts(self.rulebook, step.inputs))
        for name, value in self.case.acts[number].facts.items():
            if not isinstance(value, list):  # dated spells, counted above
                found[name] = read_value(known[name], value)
        found["party_kind"] = self.case.party.kind
        for name in sorted(self.rulebook.vocabulary.shares):
            counts = getattr(known[name].derivation, "counts", ())
            part, whole = (found.get(count) for count in counts) if len(counts) == 2 else (None, None)
            if isinstance(part, int) and isinstance(whole, int) and whole:
                found[name] = share_of(part, whole)
        for item in self.act(number).circumstances:
            found[circumstance_fact(item.id)] = True
        return found

    def _spelt(self, number: int) -> dict[str, int]:
        """The facts of an act that were counted from dated spells."""
        return {
            step.rule: step.result
            for step in self.steps(number)
            if step.step == "counted" and step.rule is not None and isinstance(step.result, int)
        }


def steps_of(step: Step) -> Iterator[Step]:
    """A step and all below it."""
    yield step
    for part in step.steps:
        yield from steps_of(part)
