"""The engine: a rulebook, a network, and the pipeline from a case to its assessment."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from penalty_engine.assessment import ActResult, Assessment, Procedure, Receipt
from penalty_engine.case import Case
from penalty_engine.diagnostics import Diagnostic
from penalty_engine.errors import CaseError
from penalty_engine.inference import ForwardChaining, make_network
from penalty_engine.messages import Message
from penalty_engine.resources import rules_folder
from penalty_engine.rulebook import Rulebook, load_rulebook
from penalty_engine.rulebook.catalogue_records import Violation
from penalty_engine.rulebook.procedure_records import Authority
from penalty_engine.rulebook.records import Clause
from penalty_engine.rulebook.source import Source
from penalty_engine.search import Hit, search
from penalty_engine.stages.act import ActOutcome
from penalty_engine.stages.admission import AdmittedCase, admit
from penalty_engine.stages.concurrence import same_acts, total
from penalty_engine.stages.milder_law import assess_under_milder_law
from penalty_engine.stages.prepared import Prepared, prepare
from penalty_engine.stages.procedure import fine_warnings, procedure, procedure_reservations
from penalty_engine.stages.reservations import dated_bases
from penalty_engine.stages.set_payments import with_set_payments
from penalty_engine.version import __version__

AnyCase = Case | Mapping[str, Any] | str | Path
Decided = Callable[[tuple[ActResult, ...]], tuple[ActResult, ...]]


class Engine:
    """Assesses cases against one immutable rulebook. Thread-safe; make one and keep it."""

    def __init__(self, rulebook: Rulebook, network: str | None = None) -> None:
        """Use `Engine.load` unless the rulebook is already at hand.

        `network` is ``durable``, ``native`` or ``auto`` (default: the variable PENALTY_ENGINE_NETWORK, else auto).
        Raises EngineError if the network named cannot be had.
        """
        self.rulebook = rulebook
        self._network: ForwardChaining = make_network(rulebook, network)
        self._prepared: dict[tuple[str, str | None], Prepared] = {}

    @classmethod
    def load(
        cls, rules: str | Path | None = None, network: str | None = None, *, cache: bool = False
    ) -> Engine:
        """An engine over the rules of a folder (default: PENALTY_ENGINE_RULES, else those shipped).

        With `cache` the checked rulebook is kept in the user's cache folder and found again as long as no byte of the
        rules has changed. Raises RulebookError with every finding of the rule files, EngineError if the network
        cannot be had.
        """
        return cls(load_rulebook(rules_folder(rules), cache), network)

    @property
    def network(self) -> str:
        """The name of the network in use."""
        return self._network.name

    def assess(self, case: AnyCase, source: Source | None = None) -> Assessment:
        """What the law allows for a case, what is recommended, and what procedure requires.

        `case` is a Case, a dict of the contract, or the path of a YAML or JSON file; `source` is where a Case was read
        from (`Case.read` returns both), so that findings can name its lines. Raises CaseError naming every field that
        is wrong; EngineError if the rules contradict themselves on this case.
        """
        return self._assess(admit(self.rulebook, *self.read(case, source)))

    def assess_as_any(self, case: AnyCase) -> Assessment:
        """`assess` as if the authority had the power every clause asks for, to see what a clause gives."""
        return self._assess(admit(self.rulebook, *self.read(case, None))._replace(any_power=True))

    def assess_as_decided(self, case: AnyCase, decided: Decided) -> Assessment:
        """`assess` with what `decided` makes of the acts in place of what is recommended: what procedure asks of a decision made."""
        return self._assess(admit(self.rulebook, *self.read(case, None)), decided)

    def read(self, case: AnyCase, source: Source | None = None) -> tuple[Case, Source | None]:
        """A case in any of the forms that `assess` takes, and where it was read from. Raises CaseError."""
        if isinstance(case, Case):
            case.refuse_contradictions(source)  # the constructor does not look
            return case, source
        if isinstance(case, Mapping):
            return Case.parse(case), None
        if isinstance(case, (str, Path)):
            return Case.read(case)
        raise CaseError([Diagnostic("case-not-readable", params={"found": type(case).__name__})])

    def _assess(self, admitted: AdmittedCase, decided: Decided | None = None) -> Assessment:
        case, prepared = admitted.case, self._prepared_for(admitted.authority, admitted.case.benchmark)
        outcomes = [
            assess_under_milder_law(prepared, self._network, case, act, number, admitted.any_power)
            for number, act in enumerate(admitted.acts)
        ]
        acts = tuple(outcome.result for outcome in outcomes)
        acts, not_owed = with_set_payments(admitted, acts)
        if decided is not None:
            acts = decided(acts)
        sums, targets, total_step = total(acts)
        duties, procedure_step = procedure(
            prepared, self._network, case, acts, [item.weighing for item in outcomes]
        )
        status = "needs-facts" if any(act.status == "needs-facts" for act in acts) else "assessed"
        return Assessment(
            status,
            prepared.authority.id,
            prepared.benchmark.id,
            acts,
            sums,
            duties,
            (*_warnings(prepared, case, outcomes, duties), *same_acts(admitted.acts), *not_owed),
            (*(outcome.step for outcome in outcomes), total_step, procedure_step),
            self._receipt(case),
            targets,
        )

    def _prepared_for(self, authority: Authority, benchmark: str | None) -> Prepared:
        key = (authority.id, benchmark)
        prepared = self._prepared.get(key)
        if prepared is None:
            prepared = self._prepared[key] = prepare(self.rulebook, authority, benchmark)
        return prepared

    def _receipt(self, case: Case) -> Receipt:
        canonical = case.canonical()
        return Receipt(
            __version__,
            self.rulebook.fingerprint,
            self.network,
            hashlib.sha256(canonical.encode()).hexdigest(),
        )

    def clauses(self, violation: str | None = None) -> tuple[Clause, ...]:
        """The penalty clauses, every version, oldest first; only those of one violation if it is named."""
        keys = self.rulebook.clauses if violation is None else self.rulebook.by_violation.get(violation, ())
        return tuple(clause for key in keys for clause in self.rulebook.clauses[key])

    def violations(self, words: str | None = None) -> tuple[Violation, ...]:
        """The catalogue of violations; only those that match `words`, best first (see `search`)."""
        if words is None:
            return tuple(self.rulebook.violations.values())
        return tuple(self.rulebook.violations[hit.violation] for hit in self.search(words))

    def search(self, words: str) -> tuple[Hit, ...]:
        """The entries of the catalogue that match `words`, best first.

        Words may be a name or everyday word, an article (劳动合同法84条), a statute, an item of a register, in
        simplified or traditional characters, or pinyin initials (tqgz). More than 200 characters match nothing.
        """
        return search(self.rulebook, words)


def _warnings(
    prepared: Prepared, case: Case, outcomes: list[ActOutcome], duties: Procedure
) -> tuple[Message, ...]:
    """The warnings of all acts and of the case, each once."""
    found = [message for outcome in outcomes for message in outcome.warnings]
    findings = [finding for outcome in outcomes for finding in outcome.result.findings]
    used = [fine.benchmark for finding in findings for fine in finding.fines if fine.benchmark is not None]
    for benchmark in dict.fromkeys(used):
        found.extend(prepared.benchmark_reservations[benchmark])
    if any(finding.fines or finding.confiscate for finding in findings):
        found.extend(prepared.threshold_reservations)
    found.extend(procedure_reservations(prepared, duties))
    applied = [finding for outcome in outcomes for finding in outcome.result.applied]
    if any(fine.recommended for finding in applied for fine in finding.fines):
        found.extend(fine_warnings(prepared, duties))
    weighed = [outcome.weighing for outcome in outcomes if outcome.weighing is not None]
    if weighed:
        bases = [item.basis for weighing in weighed for item, _ in weighing.established]
        found.extend(dated_bases(case, (*bases, *prepared.bases)))
    return (
        tuple({repr(message): message for message in found}.values()) if len(findings) > 1 else tuple(found)
    )
