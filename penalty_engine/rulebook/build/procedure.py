"""Procedural duties, time limits, and the authorities that punish."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from penalty_engine.rulebook.build.context import FileContext, make_basis, names, one_or_several
from penalty_engine.rulebook.build.requirements import requirements_of
from penalty_engine.rulebook.build.time_limits import (
    Instrument,
    amounts_in_fen,
    build_larger_amounts,
    build_time_limits,
)
from penalty_engine.rulebook.catalogue_records import Period, Provenance, Violation, Vocabulary
from penalty_engine.rulebook.circumstance_records import Basis
from penalty_engine.rulebook.condition_reader import Path
from penalty_engine.rulebook.conditions import fact_names
from penalty_engine.rulebook.model_procedure import (
    AuthorityFile,
    AuthorityModel,
    DutyModel,
    LimitationModel,
    ProcedureFile,
)
from penalty_engine.rulebook.procedure_records import (
    Authority,
    Ground,
    LargerAmount,
    Limitation,
    Longer,
    TimeLimit,
)
from penalty_engine.rulebook.words import FIRST_DUTIES, PARTY_KINDS

LATER_FACTS = frozenset(f"{duty}_due" for duty in FIRST_DUTIES)


class ProcedureRules(NamedTuple):
    """What one file of procedure holds."""

    grounds: list[Ground]
    limits: list[TimeLimit]
    limitations: list[Limitation]
    principles: Mapping[str, Basis]
    larger_amounts: list[LargerAmount]


def build_procedure(
    model: ProcedureFile, context: FileContext, violations: Mapping[str, Violation]
) -> ProcedureRules:
    """The duties, time limits and limitation periods of one file."""
    statute = names(model.statute)
    period = context.period(model.in_force, ("in_force",))
    source = context.provenance(model.source, ("source",))

    def basis(article: str, text: str) -> Basis:
        return make_basis(statute, article, text, period, source)

    since = period.first if model.first_of_its_kind else None
    instrument = Instrument(statute, period, source, model.jurisdiction, since)
    grounds = _all_grounds(model.duties, ("duties",), context, instrument, violations)
    limits = build_time_limits(model.time_limits, ("time_limits",), context, instrument)
    limitations = [
        _limitation(item, ("limitations", index), context, basis(item.article, item.text or ""))
        for index, item in enumerate(model.limitations)
    ]
    principles: dict[str, Basis] = {
        item.principle: make_basis(statute, item.article, item.text, period, source)
        for item in model.principles
    }
    amounts = build_larger_amounts(model.larger_amounts, ("larger_amounts",), context)
    return ProcedureRules(grounds, limits, limitations, principles, amounts)


def _limitation(item: LimitationModel, path: Path, context: FileContext, basis: Basis) -> Limitation:
    if item.establishes is not None and context.known(
        item.establishes, context.facts, "unknown-fact", (*path, "establishes")
    ):
        fact = context.facts[item.establishes]
        if fact.type != "boolean" or not fact.computed:
            context.finding("establishes-computed", (*path, "establishes"), name=fact.id)
    longer = None
    if item.extended is not None:
        if item.extended.years <= item.years:
            context.finding("extended-shorter", (*path, "extended", "years"), years=item.years)
        when = context.condition(item.extended.when, (*path, "extended", "when"))
        longer = Longer(item.extended.years, when)
    return Limitation(
        item.years,
        item.start,
        tuple(item.until),
        names(item.warning),
        basis,
        context.source.place(path),
        longer,
        item.establishes,
        None
        if item.doubtful is None
        else (
            tuple(item.doubtful.days),
            context.provenance(item.doubtful.source, (*path, "doubtful", "source")),
        ),
    )


def _all_grounds(
    duties: list[DutyModel],
    path: Path,
    context: FileContext,
    instrument: Instrument,
    violations: Mapping[str, Violation],
) -> list[Ground]:
    return [
        ground
        for index, duty in enumerate(duties)
        for ground in _grounds(duty, (*path, index), context, instrument, violations)
    ]


def _grounds(
    duty: DutyModel,
    path: Path,
    context: FileContext,
    instrument: Instrument,
    violations: Mapping[str, Violation],
) -> list[Ground]:
    found = []
    title, period, source, jurisdiction, since = instrument
    for index, item in enumerate(duty.grounds):
        here = (*path, "grounds", index)
        when = context.condition(item.when, (*here, "when"))
        if duty.duty in FIRST_DUTIES and LATER_FACTS & set(fact_names(when)):
            context.finding("ground-too-early", (*here, "when"), duty=duty.duty, names=sorted(LATER_FACTS))
        for number, name in enumerate(item.violations or ()):
            context.known(name, violations, "unknown-violation", (*here, "violations", number))
        place = context.source.place(here)
        found.append(
            Ground(
                duty.duty,
                duty.permits,
                item.code,
                when,
                make_basis(title, item.article, item.quote or "", period, source),
                names(item.text),
                f"procedure/{duty.duty}/{item.code}@{place}",
                place,
                tuple(item.violations or ()),
                jurisdiction,
                since,
                None if item.fine_warning is None else names(item.fine_warning),
                duty.since,
            )
        )
    return found


def _larger_amount(
    item: AuthorityModel, path: Path, context: FileContext, known: Mapping[str, LargerAmount]
) -> tuple[Mapping[str, int], Provenance]:
    """The authority's own figures, or those it names."""
    own = item.larger_amount
    if not isinstance(own, str):
        return amounts_in_fen(own), context.provenance(own.source, (*path, "source"))
    entry = known.get(own)
    if entry is None:
        context.known(own, known, "unknown-larger-amount", path)
        return dict.fromkeys(PARTY_KINDS, 0), Provenance("", True)
    if entry.serves != "hearing":
        context.finding("larger-amount-not-for-hearings", path, id=own, serves=entry.serves)
    return entry.amounts, entry.source


def build_authority(
    model: AuthorityFile,
    context: FileContext,
    vocabulary: Vocabulary,
    violations: Mapping[str, Violation],
    larger_amounts: Mapping[str, LargerAmount],
) -> Authority:
    """One authority; its own duties and time limits stand beside the statute's."""
    item, path = model.authority, ("authority",)
    name = names(item.name)
    source = context.provenance(item.source, (*path, "source"))
    instrument = Instrument(name, Period(None, None), source, "national", None)
    grounds = _all_grounds(item.duties, (*path, "duties"), context, instrument, violations)
    for index, body in enumerate(item.powers):
        context.known(body, vocabulary.bodies, "unknown-body", (*path, "powers", index))
    offices = {office.name for office in item.offices}
    if item.contact_office is not None:
        context.known(item.contact_office, offices, "unknown-office", (*path, "contact_office"))
    amounts, amounts_source = _larger_amount(item, (*path, "larger_amount"), context, larger_amounts)
    profile = item.model_dump(
        mode="json",
        exclude={
            "duties",
            "time_limits",
            "requirements",
            "larger_amount",
            "source",
            "sources",
            "benchmark",
            "default",
        },
    )
    sources: dict[str, Provenance] = {}
    for field, given in item.sources.items():
        if context.known(field, profile, "unknown-key", (*path, "sources", field)):
            sources[field] = context.provenance(given, (*path, "sources", field))
    return Authority(
        item.id,
        item.default,
        name,
        tuple(item.jurisdictions),
        tuple(item.powers),
        one_or_several(item.benchmark),
        amounts,
        amounts_source,
        tuple(grounds),
        profile,
        source,
        context.source.place((*path, "id")),
        tuple(build_time_limits(item.time_limits, (*path, "time_limits"), context, instrument)),
        requirements_of(item.requirements, (*path, "requirements"), context, name, instrument.period, source),
        sources,
    )
