"""The check: assess the case of a decision, hold each act against the law and each step against procedure."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from decimal import Decimal

from penalty_engine.assessment import ActResult, Assessment
from penalty_engine.checking.arithmetic import as_written
from penalty_engine.checking.beside import beside
from penalty_engine.checking.clauses import barred_clause, cited_clause
from penalty_engine.checking.discretion import DEPARTURES, exempt, second_fine, spared, unpunished
from penalty_engine.checking.file import AnyDecision, ReadDecision, case_field, read_decision
from penalty_engine.checking.held import Held, applied_clause
from penalty_engine.checking.imposed import AsDecided, Entry, altogether, fined
from penalty_engine.checking.merged import DAYS, merged_case, stated_days
from penalty_engine.checking.paper import paper
from penalty_engine.checking.records import SEVERITIES, CheckFinding, CheckResult, status_of
from penalty_engine.checking.steps import steps
from penalty_engine.checking.sums import fines, totals, without_entry
from penalty_engine.checking.terms import limitation, terms
from penalty_engine.checking.transfer import transfer
from penalty_engine.diagnostics import Diagnostic
from penalty_engine.engine import Engine
from penalty_engine.errors import CaseError
from penalty_engine.rulebook.validation import field_name


def check(engine: Engine, decision: AnyDecision | ReadDecision) -> CheckResult:
    """A decision drafted or made, held against the rulebook.

    `decision` is a mapping of the contract, the path of a YAML or JSON file, or one already read. Raises CaseError naming
    every field of the decision or of its case that is wrong.
    """
    found = decision if isinstance(decision, ReadDecision) else read_decision(decision)
    case, days = merged_case(found, engine.rulebook), stated_days(found)
    law = _told_here(found, days, lambda: engine.assess(case, found.case_source))
    held = Held(engine.rulebook, found, case, days, law)
    of_acts = [*_acts(held), *totals(held)]
    made = _as_decided(engine, held, any(item.code in DEPARTURES for item in of_acts))
    held = Held(engine.rulebook, found, case, days, law, made.procedure)
    every = (*of_acts, *_procedure(held))
    ordered = tuple(sorted(every, key=lambda item: SEVERITIES.index(item.severity)))
    return CheckResult(status_of(law, ordered), ordered, altogether(found.decision), law, made)


def _as_decided(engine: Engine, held: Held, departs: bool) -> Assessment:
    """The case once more, with what was decided in place of what is recommended.

    The right to a hearing hangs on what was intended: on what the prior notice announced, where that is more.
    """
    case, notice = held.case, held.decision.steps.prior_notice
    if departs:
        elections = case.elections.model_copy(update={"depart_from_benchmark": True})
        case = case.model_copy(update={"elections": elections})
    benchmark = held.rulebook.benchmarks[held.law.benchmark]
    how = (held.rulebook, held.entries, (benchmark.mitigated_id, benchmark.mitigated_name))
    made = engine.assess_as_decided(case, AsDecided(*how))
    more = (
        Decimal(0) if notice is None or notice.fine is None else notice.fine - altogether(held.decision).fine
    )
    if more <= 0 or made.procedure.hearing.required:
        return made
    intended = engine.assess_as_decided(case, AsDecided(*how, more)).procedure
    procedure = made.procedure._replace(hearing=intended.hearing, deadlines=intended.deadlines)
    return made._replace(procedure=procedure)


def _acts(held: Held) -> Iterator[CheckFinding]:
    for number, (act, entries) in enumerate(zip(held.law.acts, held.entries, strict=True)):
        yield from _act(held, number, act, entries)


def _act(held: Held, number: int, act: ActResult, entries: Sequence[Entry]) -> Iterator[CheckFinding]:
    """One act: first what decides whether anything may be imposed, then what was."""
    if act.status == "needs-facts":
        yield from _as_far_as_it_goes(held, act, entries)
        return
    forbidden = list(second_fine(held, number, act, entries)) or list(exempt(held, act, entries))
    if forbidden:
        yield from forbidden
    elif act.exemption is not None or not any(_imposes(held, entry) for entry in entries):
        yield from unpunished(held, number, act, entries)
    else:
        yield from _imposed(held, act, entries)
        yield from spared(held, act, entries)


def _as_far_as_it_goes(held: Held, act: ActResult, entries: Sequence[Entry]) -> Iterator[CheckFinding]:
    """An act of which facts are missing: clauses that cannot apply whatever they are, and what the paper itself shows."""
    for entry in entries:
        yield from barred_clause(held, act, entry)
        for number, fine in enumerate(entry.decided.fines):
            yield from as_written(held, fine, ("acts", entry.position, "fines", number))
    facts = [held.rulebook.vocabulary.facts[name].label for name in act.missing_facts]
    path = ("acts", entries[0].position) if entries else ("acts",)
    yield held.finding("cannot-check", path, violation=act.violation_name, facts=facts)


def _imposed(held: Held, act: ActResult, entries: Sequence[Entry]) -> Iterator[CheckFinding]:
    """What was imposed for one act; sums are looked at only under clauses that are applied."""
    sound: dict[str, list[Entry]] = {}
    for entry in entries:
        wrong = list(cited_clause(held, act, entry))
        yield from wrong
        finding = applied_clause(act, entry.decided.clause)
        if finding is not None and all(item.code == "clause-not-cited" for item in wrong):
            sound.setdefault(finding.clause, []).append(entry)
    for finding in act.applied:
        if finding.clause in sound and finding.gives_way_to is None:
            yield from fines(held, act, sound[finding.clause], finding)
    if sum(map(len, sound.values())) == len(entries):
        yield from without_entry(held, act, entries)
        yield from beside(held, act, entries)


def _imposes(held: Held, entry: Entry) -> bool:
    """Whether an entry imposes a penalty of any kind."""
    kinds = held.rulebook.vocabulary.measures
    return entry.punishes or any(kinds[name].penalty for name in entry.decided.measures)


def _procedure(held: Held) -> Iterator[CheckFinding]:
    entries = [entry for found in held.entries for entry in found]
    punishes = any(_imposes(held, entry) for entry in entries)
    fines = any(fined(entry.decided) for entry in entries)
    yield from transfer(held, fines)
    yield from steps(held, punishes)
    yield from terms(held, fines)
    yield from paper(held, punishes)
    if punishes and any(act.exemption is None for act in held.law.acts):
        yield from limitation(held)


def _told_here(found: ReadDecision, days: dict[str, date], assess: Callable[[], Assessment]) -> Assessment:
    """What `assess` gives; what is wrong with a day that stands in the decision is told where it stands."""
    try:
        return assess()
    except CaseError as error:
        raise CaseError(_moved(found, days, item) for item in error.diagnostics) from None


def _moved(found: ReadDecision, days: dict[str, date], item: Diagnostic) -> Diagnostic:
    name = item.field.removeprefix("timeline.")
    if name not in days:
        return case_field(found, item)
    return item._replace(place=found.place(DAYS[name]), field=field_name(DAYS[name]))
