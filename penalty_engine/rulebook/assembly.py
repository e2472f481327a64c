"""From rule files to one checked, frozen Rulebook, or to every finding at once. A bad file never half-loads."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TypeVar

from penalty_engine.diagnostics import Diagnostic, Place, sort_key
from penalty_engine.rulebook import model as models
from penalty_engine.rulebook.benchmark_records import Benchmark
from penalty_engine.rulebook.build.benchmarks import build_benchmark
from penalty_engine.rulebook.build.catalogue import build_violations, build_vocabulary
from penalty_engine.rulebook.build.circumstances import build_circumstances
from penalty_engine.rulebook.build.context import FileContext
from penalty_engine.rulebook.build.overview import build_conflicts, build_coverage, build_register
from penalty_engine.rulebook.build.procedure import build_authority, build_procedure
from penalty_engine.rulebook.build.requirements import build_requirements
from penalty_engine.rulebook.build.statutes import StatuteBuilder
from penalty_engine.rulebook.catalogue_records import (
    Conflict,
    Covered,
    NotObtained,
    RegisterItem,
    Violation,
    Vocabulary,
)
from penalty_engine.rulebook.circumstance_records import Always, Basis, Circumstance
from penalty_engine.rulebook.condition_reader import circumstance_of
from penalty_engine.rulebook.conditions import fact_names
from penalty_engine.rulebook.files import content, fingerprint, rule_files, yaml_files
from penalty_engine.rulebook.lints import LINTS
from penalty_engine.rulebook.model_base import Model
from penalty_engine.rulebook.model_benchmark import BenchmarkFile
from penalty_engine.rulebook.model_catalogue import (
    ConflictsFile,
    CoverageFile,
    RegisterFile,
    ViolationsFile,
    VocabularyFile,
)
from penalty_engine.rulebook.model_discretion import CircumstancesFile
from penalty_engine.rulebook.model_procedure import AuthorityFile, ProcedureFile
from penalty_engine.rulebook.procedure_records import (
    Authority,
    Ground,
    LargerAmount,
    Limitation,
    TimeLimit,
)
from penalty_engine.rulebook.reading import read_bytes, read_file
from penalty_engine.rulebook.records import Clause, Rulebook
from penalty_engine.rulebook.requirement_records import Requirement
from penalty_engine.rulebook.rule_conditions import (
    benchmark_conditions,
    circumstance_conditions,
    clause_conditions,
)
from penalty_engine.rulebook.source import Source, SourceError
from penalty_engine.rulebook.validation import validate

R = TypeVar("R", Circumstance, Benchmark, Authority, LargerAmount)


def assemble(folder: Path) -> tuple[Rulebook | None, list[Diagnostic]]:
    """The rulebook, if it can be built, and every finding in order of place."""
    loading = _Loading(folder)
    rulebook = loading.run()
    if rulebook is not None:
        for lint in LINTS:
            loading.diagnostics.extend(lint(rulebook))
    return rulebook, sorted(loading.diagnostics, key=sort_key)


@dataclass
class _Loading:
    """The state of one load."""

    folder: Path
    diagnostics: list[Diagnostic] = field(default_factory=list)
    vocabulary: Vocabulary = field(default_factory=lambda: Vocabulary({}, {}, {}, {}))
    violations: dict[str, Violation] = field(default_factory=dict)
    clauses: dict[str, list[Clause]] = field(default_factory=dict)
    circumstances: dict[str, Circumstance] = field(default_factory=dict)
    benchmarks: dict[str, Benchmark] = field(default_factory=dict)
    grounds: list[Ground] = field(default_factory=list)
    time_limits: list[TimeLimit] = field(default_factory=list)
    limitations: list[Limitation] = field(default_factory=list)
    authorities: dict[str, Authority] = field(default_factory=dict)
    always: list[Always] = field(default_factory=list)
    principles: dict[str, Basis] = field(default_factory=dict)
    larger_amounts: dict[str, LargerAmount] = field(default_factory=dict)
    requirements: dict[str, Requirement] = field(default_factory=dict)
    conflicts: list[Conflict] = field(default_factory=list)
    register: list[RegisterItem] = field(default_factory=list)
    covered: list[Covered] = field(default_factory=list)
    not_obtained: list[NotObtained] = field(default_factory=list)
    unread: set[str] = field(
        default_factory=set
    )  # kinds of which a file could not be read: its names are not known

    def run(self) -> Rulebook | None:
        try:
            files = rule_files(self.folder) if self.folder.is_dir() else {}
        except OSError:
            files = {}
        if not files:
            self.diagnostics.append(Diagnostic("no-rules", Place(str(self.folder))))
            return None
        self._notice_strays(files)
        sources = self._read(files)
        order = list(models.FILE_KINDS)
        for name in sorted(sources, key=lambda item: (order.index(files[item]), item)):
            self._build(files[name], sources[name][1])
        for required in ("vocabulary", "violations"):
            if required not in files.values():
                self.diagnostics.append(
                    Diagnostic("file-missing", Place(str(self.folder)), params={"name": f"{required}.yaml"})
                )
        if any(diagnostic.severity == "error" for diagnostic in self.diagnostics):
            return None
        return self._freeze(sources)

    def _notice_strays(self, files: dict[str, str]) -> None:
        """YAML files that nothing reads, because of their folder or their ending."""
        for name in yaml_files(self.folder):
            if name not in files:
                self.diagnostics.append(
                    Diagnostic("file-not-read", Place(self._label(name)), severity="warning")
                )

    def _label(self, name: str) -> str:
        return f"{self.folder.name or self.folder.resolve().name}/{name}"

    def _read(self, files: dict[str, str]) -> dict[str, tuple[bytes, Source]]:
        read = {name: self._read_one(name) for name in files}
        self.unread.update(files[name] for name, found in read.items() if found is None)
        return {name: found for name, found in read.items() if found is not None}

    def _read_one(self, name: str) -> tuple[bytes, Source] | None:
        path, label = self.folder / name, self._label(name)
        try:
            if path.exists() and not path.is_file() and not path.is_dir():
                raise SourceError(Diagnostic("not-a-file", Place(label)))
            raw = content(path)
            if raw is None:  # reading it again says why it cannot be read
                return b"", read_file(path, label)
            return raw, read_bytes(raw, label)
        except SourceError as error:
            self.diagnostics.append(error.diagnostic)
        except OSError:
            self.diagnostics.append(Diagnostic("no-permission", Place(label)))
        return None

    def _build(self, kind: str, source: Source) -> None:
        model, findings = validate(models.FILE_KINDS[kind], source)
        self.diagnostics.extend(findings)
        if model is None:
            self.unread.add(kind)
        if model is None or (kind != "vocabulary" and not self.vocabulary.facts):
            return  # without a vocabulary every further finding would be noise
        context = FileContext(source, self.vocabulary.facts, self.diagnostics)
        if isinstance(model, VocabularyFile):
            self.vocabulary = build_vocabulary(model, context)
        elif isinstance(model, ViolationsFile):
            self.violations = build_violations(model, context)
        elif isinstance(model, models.StatuteFile):
            for clause in StatuteBuilder(context, self.vocabulary, self.violations).build(model):
                self.clauses.setdefault(clause.key, []).append(clause)
        else:
            self._build_discretion(model, context)
            self._build_overview(model, context)

    def _build_discretion(self, model: Model, context: FileContext) -> None:
        if isinstance(model, CircumstancesFile):
            found = build_circumstances(model, context, self.vocabulary)
            for circumstance in found.circumstances:
                self._unique(self.circumstances, circumstance.id, circumstance)
            self.always.extend(found.always)
        elif isinstance(model, BenchmarkFile):
            benchmark = build_benchmark(model, context, self.vocabulary)
            self._unique(self.benchmarks, benchmark.id, benchmark)
        elif isinstance(model, ProcedureFile):
            rules = build_procedure(model, context, self.violations)
            self.grounds.extend(rules.grounds)
            self.time_limits.extend(rules.limits)
            self.limitations.extend(rules.limitations)
            self.requirements.update(build_requirements(model, context))
            self.principles.update(rules.principles)
            for amount in rules.larger_amounts:
                self._unique(self.larger_amounts, amount.id, amount)
        elif isinstance(model, AuthorityFile):
            authority = build_authority(model, context, self.vocabulary, self.violations, self.larger_amounts)
            self._unique(self.authorities, authority.id, authority)

    def _build_overview(self, model: Model, context: FileContext) -> None:
        if self.unread & {"statute", "violations"}:
            return  # what cannot be found may stand in the file that could not be read
        if isinstance(model, ConflictsFile):
            self.conflicts.extend(build_conflicts(model, context, self.clauses))
        elif isinstance(model, RegisterFile):
            for item in build_register(model, context, self.violations):
                earlier = next((one for one in self.register if one.id == item.id), None)
                if earlier is not None and earlier.place.file != item.place.file:
                    self._twice(item.id, item.place, earlier.place)
                self.register.append(item)
        elif isinstance(model, CoverageFile):
            covered, missing = build_coverage(model, context, self.clauses)
            self.covered.extend(covered)
            self.not_obtained.extend(missing)

    def _twice(self, name: str, place: Place, earlier: Place) -> None:
        self.diagnostics.append(Diagnostic("duplicate-id", place, params={"name": name}, also=(earlier,)))

    def _unique(self, table: dict[str, R], name: str, record: R) -> None:
        if name in table:
            self._twice(name, record.place, table[name].place)
        table[name] = record

    def _freeze(self, sources: dict[str, tuple[bytes, Source]]) -> Rulebook:
        clauses = {
            key: tuple(sorted(versions, key=lambda clause: clause.statute.period.first or date.min))
            for key, versions in sorted(self.clauses.items())
        }
        by_violation: dict[str, tuple[str, ...]] = {}
        for key, versions in clauses.items():
            for violation in dict.fromkeys(name for clause in versions for name in clause.violations):
                by_violation[violation] = (*by_violation.get(violation, ()), key)
        return Rulebook(
            fingerprint({name: raw for name, (raw, _) in sources.items()}),
            self.vocabulary,
            _placed(self.violations, self.register),
            clauses,
            by_violation,
            self.circumstances,
            self.benchmarks,
            tuple(self.grounds),
            tuple(self.time_limits),
            tuple(self.limitations),
            self.authorities,
            tuple(sources),
            _facts_of(self.circumstances.values()),
            _circumstances_named(
                (clause for versions in clauses.values() for clause in versions),
                self.circumstances.values(),
                self.benchmarks.values(),
            ),
            tuple(self.conflicts),
            tuple(self.register),
            tuple(self.covered),
            tuple(self.not_obtained),
            self.principles,
            larger_amounts=self.larger_amounts,
            requirements=self.requirements,
            always=tuple(self.always),
        )


def _placed(violations: Mapping[str, Violation], register: Iterable[RegisterItem]) -> dict[str, Violation]:
    """The catalogue with the places of the registers that lead to each entry."""
    places: dict[str, list[str]] = {}
    for item in register:
        for name in item.violations:
            places.setdefault(name, []).append(item.where)
    return {name: item._replace(register=tuple(places.get(name, ()))) for name, item in violations.items()}


def _facts_of(circumstances: Iterable[Circumstance]) -> frozenset[str]:
    """The facts of the vocabulary that circumstances look at."""
    conditions = (condition for item in circumstances for condition in circumstance_conditions(item))
    named = (name for condition in conditions for name in fact_names(condition))
    return frozenset(name for name in named if circumstance_of(name) is None)


def _circumstances_named(
    clauses: Iterable[Clause], circumstances: Iterable[Circumstance], benchmarks: Iterable[Benchmark]
) -> tuple[str, ...]:
    """The circumstances that conditions of clauses, of other circumstances and of benchmarks look at."""
    conditions = [condition for clause in clauses for condition, _ in clause_conditions(clause)]
    conditions += [condition for item in circumstances for condition in circumstance_conditions(item)]
    conditions += [condition for item in benchmarks for condition, _ in benchmark_conditions(item)]
    found = (circumstance_of(name) for condition in conditions for name in fact_names(condition))
    return tuple(sorted({name for name in found if name is not None}))
